"""A figure beside its relations: the path of a year's quarters, another growth, an earlier one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import InputError
from drafter.numerals import print_number, rounded
from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  grdp:
    label: GRDP
    kind: flow
    unit: tỷ đồng
    decimals: {rate: 1}
    due: {month: [year_on_year], quarter: [year_on_year, "absolute:year_on_year"],
          ytd: [year_on_year]}
  passengers:
    label: lượng khách
    kind: flow
    unit: nghìn lượt
    decimals: {rate: 1}
    due: {month: [month_on_month, year_on_year], ytd: [year_on_year, plan]}
    plans: [province]
  jobless: {label: tỷ lệ thất nghiệp, kind: rate, unit: "%", decimals: {value: 2, rate: 2},
            due: {quarter: [year_on_year], ytd: [year_on_year]}}
  cpi: {label: chỉ số giá tiêu dùng (CPI), kind: index, unit: "%", decimals: {rate: 2},
        due: {month: [month_on_month, year_on_year, "base_year:2019"],
              average_ytd: [year_on_year]}}
  core: {label: lạm phát cơ bản, kind: index, unit: "%", decimals: {rate: 2},
         due: {month: [month_on_month], average_ytd: [year_on_year]}}
  salary: {label: thu nhập, kind: flow, unit: nghìn đồng, decimals: {rate: 1}, due: {year: []}}
"""
HALF = {"period": "2023-6M"}


def growth(
    series: str, span: str, rates: dict[str, object], base: str = "year_on_year"
) -> list[Row]:
    """Published changes of a series by period."""
    return [(series, span, period, rate, "change_percent", base)
            for period, rate in rates.items()]  # fmt: skip


def quarters(*rates: object) -> list[Row]:
    """Published growth of GRDP in the quarters of 2023, None for one that is missing."""
    told = {f"2023-Q{n}": rate for n, rate in enumerate(rates, 1) if rate is not None}
    return growth("grdp", "quarter", told)


def levels(series: str, span: str, held: dict[str, object], **fields: Any) -> list[Row]:
    """Levels of a series by period."""
    return [(series, span, period, value, fields) for period, value in held.items()]


PATH = 'GRDP tăng dần{{ path(indicator("grdp")) }}.'
MONTHS = 'Lượng khách tăng{{ path("passengers", "month_on_month", span="month", last=3) }}.'
SPRING = {"2023-04": 9, "2023-05": "2.5", "2023-06": "-1.25", "2023-07": 4}
PATHS: list[tuple[str, str, list[Row], dict[str, Any], str]] = [
    ("the quarters of the year so far", PATH, quarters("3.3", "4.1"), HALF,
     "GRDP tăng dần (quý I tăng 3,3%; quý II tăng 4,1%)."),
    ("each quarter has its own verb", PATH, quarters("3.3", "-4.1", "0.04"),
     {"period": "2023-9M"},
     "GRDP tăng dần (quý I tăng 3,3%; quý II giảm 4,1%; quý III không đổi)."),
    ("a whole year", PATH, quarters(1, 2, 3, 4), {"period": "2023"},
     "GRDP tăng dần (quý I tăng 1,0%; quý II tăng 2,0%; quý III tăng 3,0%; quý IV tăng 4,0%)."),
    ("one quarter is no path", PATH, quarters("3.3"), {"period": "2023-Q1"}, "GRDP tăng dần."),
    ("a quarter without data is a hole", PATH, quarters(None, "4.1"), HALF,
     "GRDP tăng dần (quý I [thiếu: GRDP quý I năm 2023, so với cùng kỳ]; quý II tăng 4,1%)."),
    ("the last months", MONTHS, growth("passengers", "month", SPRING, "month_on_month"), {},
     "Lượng khách tăng (tháng 5 tăng 2,5%; tháng 6 giảm 1,3%; tháng 7 tăng 4,0%)."),
    ("January is no path", MONTHS, [], {"period": "2023-01"}, "Lượng khách tăng."),
    ("from levels", PATH, levels("grdp", "quarter", {"2022-Q1": 100, "2023-Q1": 110,
                                                     "2022-Q2": 200, "2023-Q2": 190}), HALF,
     "GRDP tăng dần (quý I tăng 10,0%; quý II giảm 5,0%)."),
    ("in units", 'GRDP{{ path("grdp", "absolute:year_on_year") }}.',
     levels("grdp", "quarter", {"2022-Q1": 100, "2023-Q1": 110, "2022-Q2": 200, "2023-Q2": 190}),
     HALF, "GRDP (quý I tăng 10 tỷ đồng; quý II giảm 10 tỷ đồng)."),
    ("of values", 'Tỷ lệ thất nghiệp{{ path("jobless", "value", verb="là") }}.',
     levels("jobless", "quarter", {"2023-Q1": "2.25", "2023-Q2": "2.3"}), HALF,
     "Tỷ lệ thất nghiệp (quý I là 2,25%; quý II là 2,30%)."),
    ("a value has the verb of its status", 'GRDP{{ path("grdp", "value") }}.',
     [*levels("grdp", "quarter", {"2023-Q1": 100}),
      *levels("grdp", "quarter", {"2023-Q2": 120}, status="estimate")], HALF,
     "GRDP (quý I đạt 100 tỷ đồng; quý II ước đạt 120 tỷ đồng)."),
    ("a percentage changes by points", 'Tỷ lệ thất nghiệp{{ path("jobless") }}.',
     levels("jobless", "quarter", {"2022-Q1": "2.5", "2023-Q1": "2.25", "2022-Q2": "2.3",
                                   "2023-Q2": "2.3"}), HALF,
     "Tỷ lệ thất nghiệp (quý I giảm 0,25 điểm %; quý II không đổi)."),
    ("settings of the call", 'GRDP{{ path("grdp", rate_decimals=0, form="ratio") }}.',
     quarters("3.3", "-4.1"), HALF, "GRDP (quý I bằng 103%; quý II bằng 96%)."),
    ("a month's report tells of no quarter", PATH, quarters("3.3", "4.1"), {},
     "GRDP tăng dần."),
    ("out of scope goes without a trace", PATH, quarters("3.3", "4.1"),
     {**HALF, "scope": {"cpi": "all"}}, "GRDP tăng dần."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "how", "sentence"),
    [case[1:] for case in PATHS],
    ids=[case[0] for case in PATHS],
)
def test_a_path_says(template: str, rows: list[Row], how: dict[str, Any], sentence: str) -> None:
    assert Bench(CATALOG, rows, **how).says(template) == sentence


def test_a_quarter_missing_in_a_path_is_told() -> None:
    bench = Bench(CATALOG, quarters(None, "4.1"), **HALF)
    assert bench.told(PATH) == [
        "missing grdp: quarter 2023-Q1 year_on_year: no value for 2023-Q1"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('path("grdp", span="ytd")', "by quarter or by month, not by ytd"),
        ('path("grdp", "plan")', "'plan' is no change"),
        ('path("grdp", "share")', "'share' is no change"),
        ('path("nothing")', "no indicator 'nothing'"),
        ('path("grdp", last="3")', "Expected `int`, got `str`"),
        ('path("grdp", last=1)', "Expected `int` >= 2"),
        ('beside("grdp", points="no")', "Expected `bool`, got `str`"),
        ('beside("passengers", by="plan")', "'plan' is no change"),
        ('beside("grdp", earlier="month_on_month", span="ytd")', "a ytd has no period"),
        ('beside("grdp", span="yearly")', "'yearly' is no span"),
    ],
)
def test_what_cannot_be_asked_is_an_error(call: str, said: str) -> None:
    rows = growth("grdp", "ytd", {"2023-06": 5})
    with pytest.raises(InputError, match=said):
        Bench(CATALOG, rows, **HALF).draft(f"GRDP{{{{ {call} }}}}.")


# -- beside an earlier growth --------------------------------------------------------------------


def years(now: object, before: object) -> list[Row]:
    """Published growth of GRDP in six months, of 2023 and 2022."""
    held = {"2023-06": now, "2022-06": before}
    return growth("grdp", "ytd", {period: rate for period, rate in held.items() if rate != ""})


GREW = '{{ clause("grdp", "ytd", values=False) }}{{ beside("grdp", span="ytd") }}.'
LIES: list[tuple[object, object, str]] = [
    ("5.1", "3.2", "tăng 5,1% so với cùng kỳ năm trước, "
     "cao hơn mức tăng 3,2% của cùng kỳ năm trước"),
    ("2.0", "3.2", "tăng 2,0% so với cùng kỳ năm trước, "
     "thấp hơn mức tăng 3,2% của cùng kỳ năm trước"),
    ("3.24", "3.16", "tăng 3,2% so với cùng kỳ năm trước, "
     "bằng mức tăng 3,2% của cùng kỳ năm trước"),
    ("3.25", "3.24", "tăng 3,3% so với cùng kỳ năm trước, "
     "cao hơn mức tăng 3,2% của cùng kỳ năm trước"),
    ("5.1", "-2.1", "tăng 5,1% so với cùng kỳ năm trước, trong khi cùng kỳ năm trước giảm 2,1%"),
    ("-5.1", "2.1", "giảm 5,1% so với cùng kỳ năm trước, trong khi cùng kỳ năm trước tăng 2,1%"),
    ("-5.1", "-2.1", "giảm 5,1% so với cùng kỳ năm trước, "
     "giảm sâu hơn mức giảm 2,1% của cùng kỳ năm trước"),
    ("-1.1", "-2.1", "giảm 1,1% so với cùng kỳ năm trước, "
     "giảm ít hơn mức giảm 2,1% của cùng kỳ năm trước"),
    ("-2.14", "-2.06", "giảm 2,1% so với cùng kỳ năm trước, "
     "bằng mức giảm 2,1% của cùng kỳ năm trước"),
    ("5.1", "0.04", "tăng 5,1% so với cùng kỳ năm trước, "
     "trong khi cùng kỳ năm trước không đổi"),
    ("-0.04", "5.1", "tương đương cùng kỳ năm trước, trong khi cùng kỳ năm trước tăng 5,1%"),
    ("0.04", "-0.04", "tương đương cùng kỳ năm trước, cùng kỳ năm trước cũng không đổi"),
]  # fmt: skip


@pytest.mark.parametrize(("now", "before", "words"), LIES)
def test_a_growth_beside_that_of_the_year_before(now: object, before: object, words: str) -> None:
    said = Bench(CATALOG, years(now, before), **HALF).says(GREW)
    assert said == f"GRDP 6 tháng đầu năm {words}."


APART: list[tuple[object, object, str]] = [
    ("5.1", "3.2", "cao hơn 1,9 điểm % so với mức tăng của cùng kỳ năm trước"),
    ("2.0", "3.2", "thấp hơn 1,2 điểm % so với mức tăng của cùng kỳ năm trước"),
    ("-5.1", "-3.2", "giảm sâu hơn 1,9 điểm % so với mức giảm của cùng kỳ năm trước"),
    ("-2.0", "-3.2", "giảm ít hơn 1,2 điểm % so với mức giảm của cùng kỳ năm trước"),
    ("3.21", "3.19", "tương đương mức tăng của cùng kỳ năm trước"),
    ("5.1", "-3.2", "trong khi cùng kỳ năm trước giảm 3,2%"),
    # Reckoned from the data, not from what is printed: 5,149 - 3,151.
    ("5.149", "3.151", "cao hơn 2,0 điểm % so với mức tăng của cùng kỳ năm trước"),
]


@pytest.mark.parametrize(("now", "before", "words"), APART)
def test_two_growths_lie_so_many_points_apart(now: object, before: object, words: str) -> None:
    bench = Bench(CATALOG, years(now, before), **HALF)
    assert bench.says('GRDP{{ beside("grdp", span="ytd", points=True) }}.') == f"GRDP, {words}."


def test_points_have_the_name_that_the_settings_give_them() -> None:
    bench = Bench(CATALOG, years("5.1", "3.2"), **HALF, settings={"points": "điểm phần trăm"})
    assert bench.says('GRDP{{ beside("grdp", span="ytd", points=True) }}.') == (
        "GRDP, cao hơn 1,9 điểm phần trăm so với mức tăng của cùng kỳ năm trước."
    )


RATES = st.decimals(-20, 20, places=3)


@given(RATES, RATES)
def test_the_word_between_two_growths_fits_what_is_printed(now: Decimal, before: Decimal) -> None:
    said = Bench(CATALOG, years(now, before), **HALF).says('GRDP{{ beside("grdp", span="ytd") }}.')
    here, there = rounded(now, 1), rounded(before, 1)
    grew = f"{'tăng' if there > 0 else 'giảm'} {print_number(abs(there), 1)}%"
    if here * there > 0:
        assert (", bằng " in said) == (here == there)
        assert (", cao hơn " in said) == (here > there > 0)
        assert (", giảm sâu hơn " in said) == (here < there < 0)
        assert f"mức {grew}" in said
    elif there:
        assert said.endswith(f"trong khi cùng kỳ năm trước {grew}.")
    else:
        assert said.endswith("không đổi.")


OWN: list[tuple[str, str, list[Row], dict[str, Any], str]] = [
    ("of the month before", 'Khách{{ beside("passengers", by="month_on_month", '
     'earlier="month_on_month") }}.',
     growth("passengers", "month", {"2023-07": 4, "2023-06": 3}, "month_on_month"), {},
     "Khách, cao hơn mức tăng 3,0% của tháng trước."),
    ("of a quarter on the quarter before", 'GRDP{{ beside("grdp", span="quarter", '
     'earlier="quarter_on_quarter") }}.', quarters("3.3", "4.1"), HALF,
     "GRDP, cao hơn mức tăng 3,3% của quý trước."),
    ("the words of the settings", GREW, years("5.1", "3.2"),
     {**HALF, "settings": {"year_on_year": "so với cùng kỳ năm {year}", "year_on_year_first": ""}},
     "GRDP 6 tháng đầu năm tăng 5,1% so với cùng kỳ năm 2022, "
     "cao hơn mức tăng 3,2% của cùng kỳ năm 2022."),
    ("of a whole year", 'GRDP{{ beside("grdp", span="ytd") }}.',
     growth("grdp", "ytd", {"2023-12": "5.1", "2022-12": "3.2"}), {"period": "2023"},
     "GRDP, cao hơn mức tăng 3,2% của năm trước."),
    ("in points where percentages change", 'Thất nghiệp{{ beside("jobless", span="quarter") }}.',
     levels("jobless", "quarter", {"2023-Q2": "2.5", "2022-Q2": "2.2", "2021-Q2": "2.0"}), HALF,
     "Thất nghiệp, cao hơn mức tăng 0,20 điểm % của cùng kỳ năm trước."),
    ("after its own words, with a joint of its own", 'GRDP có tốc độ '
     '{{ beside("grdp", span="ytd", joint="") }}.', years("5.1", "3.2"), HALF,
     "GRDP có tốc độ cao hơn mức tăng 3,2% của cùng kỳ năm trước."),
    ("a growth of the year before that is missing is a hole", GREW, years("5.1", ""), HALF,
     "GRDP 6 tháng đầu năm tăng 5,1% so với cùng kỳ năm trước, "
     "[thiếu: GRDP 6 tháng đầu năm 2022, so với cùng kỳ]."),
    ("nothing more is said of a growth that is missing", GREW, years("", "3.2"), HALF,
     "GRDP 6 tháng đầu năm [thiếu: GRDP, so với cùng kỳ]."),
    ("a growth that is missing is a hole where no clause went before",
     'GRDP có tốc độ {{ beside("grdp", span="ytd", joint="") }}.', [], HALF,
     "GRDP có tốc độ [thiếu: GRDP, so với cùng kỳ]."),
    ("out of scope goes without a trace", 'Câu đầu{{ beside("grdp", span="ytd") }}. GRDP '
     '{{ beside("grdp", span="ytd", joint="") }}.', years("5.1", "3.2"),
     {**HALF, "scope": {"cpi": "all"}}, "Câu đầu."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "how", "sentence"),
    [case[1:] for case in OWN],
    ids=[case[0] for case in OWN],
)
def test_beside_an_earlier_growth(
    template: str, rows: list[Row], how: dict[str, Any], sentence: str
) -> None:
    assert Bench(CATALOG, rows, **how).says(template) == sentence


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (years("5.1", ""), ["missing grdp: ytd 2022-06 year_on_year: no value for 2022-06"]),
        (years("", "3.2"), ["missing grdp: ytd 2023-06 year_on_year: no value for 2023-06"]),
        (years("5.1", "3.2"), []),
    ],
)
def test_what_is_missing_beside_a_growth_is_told(rows: list[Row], told: list[str]) -> None:
    assert Bench(CATALOG, rows, **HALF).told(GREW) == told


def test_a_growth_on_another_territory_is_not_set_beside() -> None:
    bench = Bench(CATALOG, years("5.1", "3.2"), **HALF, territory_since="2023-06")
    assert bench.says(GREW).endswith(", [thiếu: GRDP 6 tháng đầu năm 2022, so với cùng kỳ].")
    (told,) = bench.told(GREW)
    assert told.startswith("warning grdp: ytd 2022-06 year_on_year: 2022-06 is of the territory")


# -- beside another series -----------------------------------------------------------------------


def prices(core: object, all_goods: object) -> list[Row]:
    """Published averages of core inflation and of all consumer prices."""
    return [*growth("core", "average_ytd", {"2023-07": core}),
            *growth("cpi", "average_ytd", {"2023-07": all_goods})]  # fmt: skip


CORE = (
    '{{ clause("core", "average") }}'
    '{{ beside("core", "cpi", span="average", of="CPI bình quân chung") }}.'
)


@pytest.mark.parametrize(
    ("core", "all_goods", "words"),
    [
        ("4.1", "4.6", ", thấp hơn mức tăng 4,60% của CPI bình quân chung"),
        ("4.65", "3.12", ", cao hơn mức tăng 3,12% của CPI bình quân chung"),
        ("4.1", "-0.5", ", trong khi CPI bình quân chung giảm 0,50%"),
        ("4.1", "4.104", ", bằng mức tăng 4,10% của CPI bình quân chung"),
    ],
)
def test_a_growth_beside_that_of_another_series(
    core: object, all_goods: object, words: str
) -> None:
    rate = print_number(Decimal(str(core)), 2)
    assert Bench(CATALOG, prices(core, all_goods)).says(CORE) == (
        f"Lạm phát cơ bản bình quân 7 tháng đầu năm tăng {rate}% so với cùng kỳ năm trước{words}."
    )


def test_another_series_is_called_by_its_label_unless_told_otherwise() -> None:
    said = Bench(CATALOG, prices("4.1", "4.6")).says('Lạm phát{{ beside("core", "cpi") }}.')
    assert said == "Lạm phát, thấp hơn mức tăng 4,60% của chỉ số giá tiêu dùng (CPI)."


def test_a_series_that_is_not_reported_is_not_set_beside() -> None:
    scope = {"core": "all", "cpi": {"due": {"month": ["year_on_year"]}}}
    bench = Bench(CATALOG, prices("4.1", "4.6"), scope)
    assert bench.says(CORE) == (
        "Lạm phát cơ bản bình quân 7 tháng đầu năm tăng 4,10% so với cùng kỳ năm trước."
    )
    assert bench.told(CORE) == []


def test_another_series_that_is_missing_is_a_hole() -> None:
    bench = Bench(CATALOG, prices("4.1", "4.6")[:1])
    assert bench.says(CORE).endswith(
        "năm trước, [thiếu: chỉ số giá tiêu dùng (CPI), so với cùng kỳ]."
    )
    assert bench.told(CORE) == [
        "missing cpi: average_ytd 2023-07 year_on_year: no value for 2023-07"
    ]


def test_percent_and_points_are_not_set_side_by_side() -> None:
    rows = [*years("5.1", "3.2"), *levels("jobless", "ytd", {"2023-06": 3, "2022-06": 2})]
    bench = Bench(CATALOG, rows, **HALF)
    template = 'GRDP{{ beside("grdp", "jobless", span="ytd") }}.'
    assert bench.says(template) == "GRDP, [thiếu: tỷ lệ thất nghiệp, so với cùng kỳ]."
    (told,) = bench.told(template)
    assert told.endswith("% cannot be compared with điểm %")


# -- what the ledger keeps -----------------------------------------------------------------------


def test_the_history_of_a_comparison_has_both_growths() -> None:
    rows = levels("grdp", "ytd", {"2023-06": 110, "2022-06": 100, "2021-06": 80})
    drafted = Bench(CATALOG, rows, **HALF).draft('GRDP{{ beside("grdp", span="ytd") }}.')
    lies, extent = drafted.printed
    assert (lies.text, lies.measure, lies.base) == (
        "thấp hơn", "change_difference", "year_on_year:year_on_year",
    )  # fmt: skip
    assert lies.formula == "(110 / 100 × 100 - 100) - (100 / 80 × 100 - 100)"
    assert (lies.value, lies.unit, len(lies.inputs)) == (Decimal("-15.0"), "điểm %", 4)
    assert (extent.text, extent.measure, extent.value) == (
        "mức tăng 25,0%", "change_percent", Decimal("25.0"),
    )  # fmt: skip
    assert extent.point.period == "2022-06"
    clause = next(row for row in drafted.ledger if not row.tag)
    assert clause.formula == (
        'beside(indicator("grdp"), by="year_on_year", span="ytd", joint="")'
    )  # fmt: skip


def test_the_call_in_the_ledger_writes_the_clause_again() -> None:
    bench = Bench(CATALOG, [*prices("4.1", "4.6"), *quarters("3.3", "4.1")])
    drafted = bench.draft(CORE)
    call = [row.formula for row in drafted.ledger if row.formula.startswith("beside")]
    assert bench.says(f"Mức này {{{{ {call[0]} }}}}.") == (
        "Mức này thấp hơn mức tăng 4,60% của CPI bình quân chung."
    )


def test_a_hole_beside_a_growth_has_the_tag_of_what_fills_it() -> None:
    hole = Bench(CATALOG, years("5.1", ""), **HALF).draft(GREW)
    filled = Bench(CATALOG, years("5.1", "3.2"), **HALF).draft(GREW)
    tags = [[row.tag for row in one.ledger if row.tag] for one in (hole, filled)]
    assert tags[0][-1] == tags[1][-1]
