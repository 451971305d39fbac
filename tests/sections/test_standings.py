"""Where a figure stands: the highest or lowest since a year, its rank among the provinces."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from drafter.errors import InputError
from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  grdp:
    label: GRDP
    kind: flow
    unit: tỷ đồng
    decimals: {rate: 1}
    due: {quarter: [year_on_year], ytd: [year_on_year], year: [year_on_year]}
  exports:
    label: kim ngạch xuất khẩu
    kind: flow
    unit: triệu USD
    decimals: {rate: 1}
    plans: [province]
    due: {month: [year_on_year], ytd: [plan]}
  herd: {label: đàn trâu, kind: stock, unit: con, due: {asof: [year_on_year]}}
  rice: {label: sản lượng lúa, kind: flow, unit: tấn, due: {season: [year_on_year]}}
  accidents: {label: tai nạn, kind: count, unit: vụ, due: {window: []}}
  jobless: {label: tỷ lệ thất nghiệp, kind: rate, unit: "%", decimals: {value: 2, rate: 2},
            due: {ytd: [year_on_year]}}
  shops.ranks:
    label: thứ hạng trong cả nước về
    kind: count
    unit: tỉnh, thành phố
    breakdown: {items: {products: {label: số sản phẩm}}}
    due: {asof: []}
"""
HALF = {"period": "2023-6M"}
GREW = 'GRDP tăng{{ record("grdp", span="ytd") }}.'


def growth(*rates: object, last: int = 2023) -> list[Row]:
    """Published growth of GRDP in six months, of one year after the other up to the last."""
    first = last - len(rates) + 1
    return [
        ("grdp", "ytd", f"{year}-06", rate, "change_percent", "year_on_year")
        for year, rate in enumerate(rates, first)
        if rate is not None
    ]


def record(*arguments: str) -> str:
    """The template of a record of GRDP's growth in six months."""
    return f'GRDP tăng{{{{ record("grdp", span="ytd", {", ".join(arguments)}) }}}}.'


RECORDS: list[tuple[str, str, list[Row], str]] = [
    ("the highest of the years there are", GREW, growth(3, 2, 4, 5),
     ", là mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("the lowest", GREW, growth(3, 4, 5, 2),
     ", là mức tăng thấp nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("a year in between stands out no more", GREW, growth(3, 5, 2, 4), ""),
    ("a tie is no record", GREW, growth(3, 2, "4.96", "5.04"), ""),
    ("nor is the same at the bottom", GREW, growth(3, 2, "1.96", "2.04"), ""),
    ("the deepest fall", GREW, growth(3, -2, 4, -5),
     ", là mức giảm sâu nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("the slightest of falls", GREW, growth(-3, -2, -4, -1),
     ", là mức giảm thấp nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("a rise over falls", GREW, growth(-3, -2, -4, 1),
     ", là mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("what did not change has no extent", GREW, growth(3, 2, 4, "0.04"), ""),
    ("since a year, at most", record("since=2021"), growth(9, 3, 2, 4, 5),
     ", là mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2021"),
    ("a year before that may have been higher", GREW, growth(9, 3, 2, 4, 5), ""),
    ("the data reach less far than asked", record("since=2011"), growth(3, 2, 4, 5),
     ", là mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("a year without data ends the claim", record("since=2018"), growth(9, None, 3, 2, 4, 5),
     ", là mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("so it does where no year is asked for", GREW, growth(9, None, 3, 2, 4, 5),
     ", là mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("one other year is too few", GREW, growth(4, 5), ""),
    ("as a stretch", record("stretch=True", "since=2021"), growth(9, 3, 2, 4, 5),
     ", là mức tăng cao nhất của 6 tháng đầu năm trong giai đoạn 2021-2023"),
    ("without the part of the year", record("when=False"), growth(3, 2, 4, 5),
     ", là mức tăng cao nhất kể từ năm 2020"),
    ("only the highest is asked for", record("highest=True"), growth(3, 4, 5, 2), ""),
    ("only the lowest is asked for", record("highest=False"), growth(3, 4, 5, 2),
     ", là mức tăng thấp nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("with another joint", record('joint=" - "'), growth(3, 2, 4, 5),
     " - mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2020"),
    ("with decimals of the call a tie is none", record("rate_decimals=2"),
     growth(3, 2, "4.96", "5.04"), ", là mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2020"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "aside"),
    [case[1:] for case in RECORDS],
    ids=[case[0] for case in RECORDS],
)
def test_a_record_says(template: str, rows: list[Row], aside: str) -> None:
    assert Bench(CATALOG, rows, **HALF).says(template) == f"GRDP tăng{aside}."


def levels(series: str, span: str, periods: list[str], *values: object) -> list[Row]:
    """Levels of a series, one for each period."""
    return [(series, span, *held) for held in zip(periods, values, strict=True)]


YEARS = ["2020", "2021", "2022", "2023"]
VALUES: list[tuple[str, str, list[Row], dict[str, Any], str]] = [
    ("of a month", 'Xuất khẩu{{ record("exports", "value") }}.',
     levels("exports", "month", [f"{year}-07" for year in YEARS], 5, 7, 6, 8), {},
     "Xuất khẩu, là mức cao nhất của tháng 7 kể từ năm 2020."),
    ("in the unit that is printed", 'Xuất khẩu{{ record("exports", "value", unit="tỷ USD", '
     'decimals=1) }}.',
     levels("exports", "month", [f"{year}-07" for year in YEARS], 500, 700, 790, 810), {},
     "Xuất khẩu."),
    ("of a quarter", 'GRDP{{ record("grdp", "value", span="quarter") }}.',
     levels("grdp", "quarter", [f"{year}-Q2" for year in YEARS], 5, 7, 6, 4), HALF,
     "GRDP, là mức thấp nhất của quý II kể từ năm 2020."),
    ("of a year", 'GRDP{{ record("grdp", span="year") }}.',
     levels("grdp", "year", ["2019", *YEARS], 100, 101, 102, 103, 110), {"period": "2023"},
     "GRDP, là mức tăng cao nhất kể từ năm 2020."),
    ("at a day", 'Đàn trâu{{ record("herd", "value") }}.',
     levels("herd", "asof", [f"{year}-07-31" for year in YEARS], 5, 7, 6, 8), {},
     "Đàn trâu, là mức cao nhất của cùng thời điểm các năm kể từ năm 2020."),
    ("of a season", 'Sản lượng{{ record("rice", "value") }}.',
     levels("rice", "season", [f"{year}-main" for year in YEARS], 5, 7, 6, 8),
     {"period": "2023-12"}, "Sản lượng, là mức cao nhất của vụ Mùa kể từ năm 2020."),
    ("of a window", 'Tai nạn{{ record("accidents", "value") }}.',
     levels("accidents", "window", [f"{year - 1}-12-15/{year}-07-14" for year in range(2020, 2024)],
            5, 7, 6, 3), {},
     "Tai nạn, là mức thấp nhất của cùng kỳ các năm kể từ năm 2020."),
    ("of percentages, whose change is in points", 'Tỷ lệ{{ record("jobless", span="ytd") }}.',
     levels("jobless", "ytd", [f"{year}-06" for year in range(2020, 2024)],
            "2.0", "2.1", "2.1", "2.5"), HALF,
     "Tỷ lệ, là mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2021."),
    ("of a plan's attainment", 'Xuất khẩu{{ record("exports", "plan") }}.',
     [*levels("exports", "ytd", [f"{year}-07" for year in YEARS], 50, 70, 60, 80),
      *[("exports", "year", year, 100, "plan", {"plan": "province"}) for year in YEARS]], {},
     "Xuất khẩu, là mức cao nhất của 7 tháng đầu năm kể từ năm 2020."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "how", "sentence"),
    [case[1:] for case in VALUES],
    ids=[case[0] for case in VALUES],
)
def test_a_record_of_other_spans_and_measures(
    template: str, rows: list[Row], how: dict[str, Any], sentence: str
) -> None:
    assert Bench(CATALOG, rows, **how).says(template) == sentence


MISSED = "missing grdp: ytd {year}-06 year_on_year: no value for {year}-06"


@pytest.mark.parametrize(
    ("template", "rows", "told"),
    [
        (GREW, growth(3, 2, 4, 5), []),
        (record("since=2020"), growth(3, 2, 4, 5), []),
        (record("since=2018"), growth(9, None, 3, 2, 4, 5), [MISSED.format(year=2019)]),
        (record("since=2018"), growth(9, 8, None, None, None, 5), [MISSED.format(year=2022)]),
        (GREW, growth(9, None, 3, 2, 4, 5), []),
        (GREW, growth(4, 5), [MISSED.format(year=2021)]),
        (GREW, growth(4, None), [MISSED.format(year=2023)]),
    ],
)
def test_a_year_that_a_record_wants_and_the_data_lack_is_told(
    template: str, rows: list[Row], told: list[str]
) -> None:
    assert Bench(CATALOG, rows, **HALF).told(template) == told


def test_a_record_of_nothing_is_a_hole_where_no_clause_went_before() -> None:
    bench = Bench(CATALOG, growth(4, None), **HALF)
    assert bench.says('Đây là {{ record("grdp", span="ytd", joint="") }}.') == (
        "Đây là [thiếu: GRDP, so với cùng kỳ]."
    )


def test_a_sentence_of_its_own_goes_where_there_is_no_record() -> None:
    template = 'Câu đầu. Đây là {{ record("grdp", span="ytd", joint="") }}.'
    bench = Bench(CATALOG, growth(3, 5, 2, 4), **HALF)
    assert bench.says(template) == "Câu đầu."
    outside = Bench(CATALOG, growth(3, 2, 4, 5), {"herd": "all"}, **HALF)
    assert (outside.says(template), outside.told(template)) == ("Câu đầu.", [])


def test_years_of_another_territory_are_no_years_of_a_record() -> None:
    bench = Bench(CATALOG, growth(3, 2, 4, 5), **HALF, territory_since="2022-06")
    assert bench.says(GREW) == "GRDP tăng."
    (told,) = bench.told(GREW)
    assert told.startswith("warning grdp: ytd 2021-06 year_on_year: 2021-06 is of the territory")


def test_the_history_of_a_record_has_every_year() -> None:
    drafted = Bench(CATALOG, growth(3, 2, 4, 5), **HALF).draft(GREW)
    (figure,) = drafted.printed
    assert (figure.measure, figure.base) == ("record", "year_on_year")
    assert figure.value == Decimal(2020)
    assert figure.formula == "5.0 > max(4.0, 2.0, 3.0)"
    assert [row.key.period[:4] for row in figure.inputs] == ["2023", "2022", "2021", "2020"]
    assert drafted.ledger[0].formula == (
        'record(indicator("grdp"), "year_on_year", span="ytd", joint="")'
    )  # fmt: skip


# -- ranks ----------------------------------------------------------------------------------------


def ranks(now: object = None, then: object = None, **fields: Any) -> list[Row]:
    """Ranks of GRDP in six months, of 2023 and 2022. among, then_among: of how many."""
    base = fields.get("base", "")
    rows = [("2023-06", "rank", now, base), ("2022-06", "rank", then, base),
            ("2023-06", "denominator", fields.get("among"), ""),
            ("2022-06", "denominator", fields.get("then_among"), "")]  # fmt: skip
    unit = {"unit": fields.get("unit", "")}
    return [
        ("grdp", "ytd", period, value, measure, of, unit)
        for period, measure, value, of in rows
        if value is not None
    ]


def ranked(*arguments: str) -> str:
    """The template of a rank of GRDP in six months."""
    said = ", ".join(['"grdp"', '"ytd"', *arguments])
    return f"GRDP{{{{ rank({said}) }}}}."


MOVED = 'change="year_on_year"'
RANKS: list[tuple[str, str, list[Row], str]] = [
    ("among all", ranked(), ranks(2), ", đứng thứ 2 cả nước"),
    ("among others", ranked('of="vùng trung du và miền núi phía Bắc"'), ranks(2),
     ", đứng thứ 2 vùng trung du và miền núi phía Bắc"),
    ("with other words", ranked('verb="xếp"', 'of="toàn quốc"', 'joint=" và "'), ranks(2),
     " và xếp thứ 2 toàn quốc"),
    ("over how many", ranked("total=True"), ranks(2, among=63),
     ", xếp thứ 02/63 tỉnh, thành phố"),
    ("over how many of what", ranked("total=True"), ranks(12, among=34, unit="địa phương"),
     ", xếp thứ 12/34 địa phương"),
    ("counts without the zero in front", ranked("total=True", "pad_counts=False"),
     ranks(2, among=63), ", xếp thứ 2/63 tỉnh, thành phố"),
    ("a smaller number is a rise", ranked(MOVED), ranks(2, 5),
     ", đứng thứ 2 cả nước, tăng 3 bậc so với cùng kỳ năm trước"),
    ("a larger number is a fall", ranked(MOVED), ranks(7, 5),
     ", đứng thứ 7 cả nước, giảm 2 bậc so với cùng kỳ năm trước"),
    ("the same rank", ranked(MOVED), ranks(5, 5),
     ", đứng thứ 5 cả nước, giữ nguyên thứ hạng so với cùng kỳ năm trước"),
    ("with all of it", ranked("total=True", MOVED), ranks(2, 5, among=63, then_among=63),
     ", xếp thứ 02/63 tỉnh, thành phố, tăng 3 bậc so với cùng kỳ năm trước"),
    ("of the growth", ranked('by="year_on_year"', MOVED), ranks(2, 5, base="year_on_year"),
     ", đứng thứ 2 cả nước, tăng 3 bậc so với cùng kỳ năm trước"),
    ("a rank that is missing is a hole", ranked(MOVED), ranks(None, 5),
     ", đứng [thiếu: thứ hạng GRDP 6 tháng đầu năm]"),
    ("a rank of the level is none of the growth", ranked('by="year_on_year"'), ranks(2),
     ", đứng [thiếu: thứ hạng GRDP 6 tháng đầu năm]"),
    ("how many there are is missing", ranked("total=True"), ranks(2),
     ", xếp [thiếu: thứ hạng GRDP 6 tháng đầu năm]"),
    ("the earlier rank is missing", ranked(MOVED), ranks(2),
     ", đứng thứ 2 cả nước, [thiếu: thứ hạng GRDP, so với cùng kỳ]"),
    ("no rank is beyond how many there are", ranked("total=True"), ranks(64, among=63),
     ", xếp [thiếu: thứ hạng GRDP 6 tháng đầu năm]"),
    ("ranks among more or fewer are not compared", ranked(MOVED),
     ranks(2, 5, among=34, then_among=63),
     ", đứng thứ 2 cả nước, [thiếu: thứ hạng GRDP, so với cùng kỳ]"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "aside"),
    [case[1:] for case in RANKS],
    ids=[case[0] for case in RANKS],
)
def test_a_rank_says(template: str, rows: list[Row], aside: str) -> None:
    assert Bench(CATALOG, rows, **HALF).says(template) == f"GRDP{aside}."


@pytest.mark.parametrize(
    ("template", "rows", "told"),
    [
        (ranked(MOVED), ranks(2, 5), []),
        (ranked(MOVED), ranks(None, 5), ["missing grdp: ytd 2023-06: no rank for 2023-06"]),
        (ranked(MOVED), ranks(2), ["missing grdp: ytd 2023-06 year_on_year: no rank for 2022-06"]),
        (ranked("total=True"), ranks(2), ["missing grdp: ytd 2023-06: no number of those ranked; "
                                          "give it with the measure denominator"]),
        (ranked("total=True"), ranks(64, among=63),
         ["warning grdp: ytd 2023-06: 64 is no rank among 63"]),
        (ranked(MOVED), ranks(2, 5, among=34, then_among=63),
         ["warning grdp: ytd 2023-06 year_on_year: a rank among 34 cannot be compared with one "
          "among 63"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rank_is_told(template: str, rows: list[Row], told: list[str]) -> None:
    assert Bench(CATALOG, rows, **HALF).told(template) == told


def test_a_rank_of_another_territory_is_not_compared() -> None:
    bench = Bench(CATALOG, ranks(2, 5), **HALF, territory_since="2023-06")
    assert bench.says(ranked(MOVED)).endswith("[thiếu: thứ hạng GRDP, so với cùng kỳ].")


def test_a_label_that_names_the_rank_is_not_said_to_be_one_twice() -> None:
    assert Bench(CATALOG).says('Cửa hàng{{ rank(indicator("shops.ranks/products")) }}.') == (
        "Cửa hàng, đứng [thiếu: thứ hạng trong cả nước về số sản phẩm đến ngày 31/7/2023]."
    )


def test_a_rank_out_of_scope_goes_without_a_trace() -> None:
    bench = Bench(CATALOG, ranks(2, 5), {"herd": "all"}, **HALF)
    assert bench.says(ranked(MOVED)) == "GRDP."
    assert bench.says('Câu đầu. Tỉnh {{ rank("grdp", joint="") }}.') == "Câu đầu."
    assert bench.told(ranked(MOVED)) == []


def test_a_change_in_rank_with_a_base_that_is_said_once() -> None:
    bench = Bench(CATALOG, ranks(2, 5), **HALF, settings={"base_once": True})
    assert bench.says(ranked(MOVED)) == (
        "GRDP, đứng thứ 2 cả nước, tăng 3 bậc so với cùng kỳ năm trước."
    )


def test_a_rank_has_no_change_on_what_no_calendar_tells() -> None:
    with pytest.raises(InputError, match="a ytd has no period that 'month_on_month' goes back to"):
        Bench(CATALOG, ranks(2), **HALF).draft(ranked('change="month_on_month"'))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('record("grdp", since="2019")', "Expected `int | null`, got `str`"),
        ('rank("grdp", total="all")', "Expected `bool`, got `str`"),
        ('rank("grdp", joint=None)', "Expected `str`, got `null`"),
    ],
)
def test_a_word_of_another_kind_is_a_fault_of_the_template(call: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        Bench(CATALOG, ranks(2), **HALF).draft(f"GRDP{{{{ {call} }}}}.")
    assert said in str(raised.value)


def test_the_history_of_a_rank_has_its_total_and_of_its_change_both_ranks() -> None:
    rows = ranks(2, 5, among=63, then_among=63)
    rank, change = Bench(CATALOG, rows, **HALF).figures(ranked("total=True", MOVED))
    assert (rank.text.replace("\u00a0", " "), rank.value, rank.formula) == (
        "thứ 02/63 tỉnh, thành phố", Decimal(2), "2 / 63",
    )  # fmt: skip
    assert (change.measure, change.base, change.value) == (
        "rank_change", "year_on_year", Decimal(3),
    )  # fmt: skip
    assert (change.formula, len(rank.inputs), len(change.inputs)) == ("5 - 2", 2, 2)


@pytest.mark.parametrize(
    ("missing", "filled"),
    [(ranks(None, 5), ranks(2, 5)), (ranks(2), ranks(2, 5))],
    ids=["the rank", "its change"],
)
def test_a_hole_in_a_rank_has_the_tag_of_what_fills_it(
    missing: list[Row], filled: list[Row]
) -> None:
    before, after = (
        [row.tag for row in Bench(CATALOG, rows, **HALF).draft(ranked(MOVED)).ledger if row.tag]
        for rows in (missing, filled)
    )
    assert before == after[: len(before)]
