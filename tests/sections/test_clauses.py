"""What a clause says of one series: each pattern as template, rows and the sentence they make."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.sections.manner import Group, groups
from tests.sections.desk import Bench, Row
from tests.sections.specimens import (
    BUDGET,
    CATALOG,
    CREDIT,
    ESTIMATE,
    EXPORTS,
    clause,
    exports,
    months,
)

SENTENCES: list[tuple[str, str, list[Row], str]] = [
    (
        "a value alone",
        exports("month", "value"), [(EXPORTS, "month", "2023-07", 470)],
        "Kim ngạch xuất khẩu tháng 7 đạt 470 triệu USD.",
    ),
    (
        "an estimate has a verb of its own, and the year where it is asked for",
        exports("month", "value", year=True), [(EXPORTS, "month", "2023-07", 2755, ESTIMATE)],
        "Kim ngạch xuất khẩu tháng 7 năm 2023 ước đạt 2.755 triệu USD.",
    ),
    (
        "month on month",
        exports("month", "month_on_month"), months(105, 100, 80),
        "Kim ngạch xuất khẩu tháng 7 ước đạt 105 triệu USD, tăng 5,0% so với tháng trước.",
    ),
    (
        "month on month and year on year are a pair, neither base elided",
        exports("month", "month_on_month", "year_on_year"), months(98, 100, 80),
        "Kim ngạch xuất khẩu tháng 7 ước đạt 98 triệu USD, giảm 2,0% so với tháng trước và tăng "
        "22,5% so với cùng kỳ năm trước.",
    ),
    (
        "against December",
        exports("month", "december"),
        [(EXPORTS, "month", "2023-07", 99), (EXPORTS, "month", "2022-12", 90)],
        "Kim ngạch xuất khẩu tháng 7 đạt 99 triệu USD, tăng 10,0% so với tháng 12 năm trước.",
    ),
    (
        "against a base year, as published",
        exports("month", "base_year"),
        [(EXPORTS, "month", "2023-07", 99),
         (EXPORTS, "month", "2023-07", "105.59", "index", "base_year:2019")],
        "Kim ngạch xuất khẩu tháng 7 đạt 99 triệu USD, tăng 5,6% so với năm gốc 2019.",
    ),
    (
        "year to date after the month is cumulative",
        exports("month", "value", "year_to_date", "value"),
        [(EXPORTS, "month", "2023-07", 470), (EXPORTS, "ytd", "2023-07", 2755)],
        "Kim ngạch xuất khẩu tháng 7 đạt 470 triệu USD, lũy kế 7 tháng đạt 2.755 triệu USD.",
    ),
    (
        "value, then plan, then growth",
        exports("ytd", "plan", "year_on_year", year=True),
        [(EXPORTS, "ytd", "2023-07", 2755, ESTIMATE), (EXPORTS, "ytd", "2022-07", "1506.3"),
         (EXPORTS, "year", "2023", 3800, "plan", {"plan": "province"})],
        "Kim ngạch xuất khẩu 7 tháng đầu năm 2023 ước đạt 2.755 triệu USD, đạt 72,5% kế hoạch, "
        "tăng 82,9% so với cùng kỳ năm trước.",
    ),
    (
        "several plans are named",
        clause(BUDGET, "ytd", "plan"),
        [(BUDGET, "ytd", "2023-07", 600),
         (BUDGET, "year", "2023", 800, "plan", {"plan": "central"}),
         (BUDGET, "year", "2023", 1000, "plan", {"plan": "province"})],
        "Thu ngân sách 7 tháng đầu năm đạt 600 triệu đồng, đạt 75,0% kế hoạch Trung ương giao, "
        "đạt 60,0% kế hoạch.",
    ),
    (
        "one of several plans",
        clause(BUDGET, "ytd", "plan:province"),
        [(BUDGET, "ytd", "2023-07", 600),
         (BUDGET, "year", "2023", 1000, "plan", {"plan": "province"})],
        "Thu ngân sách 7 tháng đầu năm đạt 600 triệu đồng, đạt 60,0% kế hoạch.",
    ),
    (
        "the attainment against last year's, in points",
        exports("ytd", "plan_points"),
        [(EXPORTS, "ytd", "2023-07", 60), (EXPORTS, "ytd", "2022-07", 50),
         (EXPORTS, "year", "2023", 100, "plan", {"plan": "province"}),
         (EXPORTS, "year", "2022", 90, "plan", {"plan": "province"})],
        "Kim ngạch xuất khẩu 7 tháng đầu năm đạt 60 triệu USD, cao hơn 4,4 điểm % so với cùng kỳ.",
    ),
    (
        "the same attainment as last year's",
        exports("ytd", "plan_points"),
        [(EXPORTS, "ytd", "2023-07", 60), (EXPORTS, "ytd", "2022-07", 30),
         (EXPORTS, "year", "2023", 100, "plan", {"plan": "province"}),
         (EXPORTS, "year", "2022", 50, "plan", {"plan": "province"})],
        "Kim ngạch xuất khẩu 7 tháng đầu năm đạt 60 triệu USD, bằng cùng kỳ.",
    ),
    (
        "what a comparison looks back to, told for itself",
        exports("ytd", "plan", earlier="year_on_year", subject="cùng kỳ năm 2022", when=False),
        [(EXPORTS, "ytd", "2023-07", 60), (EXPORTS, "ytd", "2022-07", 30),
         (EXPORTS, "year", "2023", 100, "plan", {"plan": "province"}),
         (EXPORTS, "year", "2022", 50, "plan", {"plan": "province"})],
        "Cùng kỳ năm 2022 đạt 30 triệu USD, đạt 60,0% kế hoạch.",
    ),
    (
        "a period that is looked back to has a hole where it has no data",
        exports("ytd", "value", earlier="year_on_year"), [(EXPORTS, "ytd", "2023-07", 60)],
        "Kim ngạch xuất khẩu 7 tháng đầu năm đạt "
        "[thiếu: kim ngạch xuất khẩu 7 tháng đầu năm].",
    ),
    (
        "a stock stands at a day, against the year's end",
        clause(CREDIT, "as_of", "year_end", when=True),
        [(CREDIT, "asof", "2023-07-31", 40775), (CREDIT, "asof", "2022-12-31", 37136)],
        "Tổng dư nợ đến ngày 31/7/2023 đạt 40.775 tỷ đồng, tăng 9,8% so với 31/12/2022.",
    ),
    (
        "a published change on the year's end names the day too",
        clause(CREDIT, "as_of", "year_end"),
        [(CREDIT, "asof", "2023-07-31", 40775),
         (CREDIT, "asof", "2023-07-31", "9.8", "change_percent", "year_end")],
        "Tổng dư nợ đạt 40.775 tỷ đồng, tăng 9,8% so với 31/12/2022.",
    ),
    (
        "a share stands in brackets behind its value, growth and contribution follow",
        clause("grdp/services", "ytd"),
        [("grdp", "ytd", "2023-07", 400), ("grdp", "ytd", "2022-07", 320),
         ("grdp/services", "ytd", "2023-07", 110), ("grdp/services", "ytd", "2022-07", 100)],
        "GRDP khu vực dịch vụ 7 tháng đầu năm đạt 110 tỷ đồng (chiếm 27,50% trong tổng số), tăng "
        "10,00% so với cùng kỳ năm trước, đóng góp 3,13 điểm % vào mức tăng chung.",
    ),
    (
        "a contribution that is missing says so",
        clause("grdp/services", "ytd", "contribution", values=False, name="item", when=False),
        [("grdp/services", "ytd", "2023-07", 90)],
        "Khu vực dịch vụ [thiếu: GRDP khu vực dịch vụ, đóng góp vào mức tăng chung].",
    ),
    (
        "a part that fell takes from the growth of the whole",
        clause("grdp/services", "ytd", "contribution", values=False, name="item"),
        [("grdp", "ytd", "2022-07", 320),
         ("grdp/services", "ytd", "2023-07", 90), ("grdp/services", "ytd", "2022-07", 100)],
        "Khu vực dịch vụ 7 tháng đầu năm làm giảm 3,13 điểm % mức tăng chung.",
    ),
    (
        "a share told without its value needs no brackets",
        clause("grdp/services", "ytd", "share", values=False, name="item", when=False),
        [("grdp", "ytd", "2023-07", 400), ("grdp/services", "ytd", "2023-07", 110)],
        "Khu vực dịch vụ chiếm 27,50% trong tổng số.",
    ),
    (
        "a share behind another comparison",
        clause("grdp/services", "ytd", "year_on_year", "share"),
        [("grdp", "ytd", "2023-07", 400),
         ("grdp/services", "ytd", "2023-07", 110), ("grdp/services", "ytd", "2022-07", 100)],
        "GRDP khu vực dịch vụ 7 tháng đầu năm đạt 110 tỷ đồng, tăng 10,00% so với cùng kỳ năm "
        "trước (chiếm 27,50% trong tổng số).",
    ),
    (
        "an index has changes only, and an average of its own",
        clause("prices.cpi"),
        [("prices.cpi", "month", "2023-07", "0.46", "change_percent", "month_on_month"),
         ("prices.cpi", "month", "2023-07", "102.42", "index", "year_on_year"),
         ("prices.cpi", "month", "2023-07", "12.01", "change_percent", "base_year:2019"),
         ("prices.cpi", "average_ytd", "2023-07", "3.12", "change_percent", "year_on_year")],
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,46% so với tháng trước và tăng 2,42% so với cùng kỳ "
        "năm trước, tăng 12,01% so với năm gốc 2019; bình quân 7 tháng tăng 3,12% so với cùng kỳ.",
    ),
    (
        "a percentage changes in points",
        clause("social.poverty", "month"),
        [("social.poverty", "month", "2023-07", "6.5"), ("social.poverty", "month", "2022-07", 7)],
        "Tỷ lệ hộ nghèo tháng 7 đạt 6,5%, giảm 0,50 điểm % so với cùng kỳ năm trước.",
    ),
    (
        "a percentage whose change in units is given changes in points as well",
        clause("social.poverty", "month", absolute="brackets"),
        [("social.poverty", "month", "2023-07", "6.5"),
         ("social.poverty", "month", "2023-07", "-0.5", "change_absolute", "year_on_year")],
        "Tỷ lệ hộ nghèo tháng 7 đạt 6,5%, giảm 0,50 điểm % so với cùng kỳ năm trước.",
    ),
    (
        "counts are padded, their rates are not",
        clause("safety.accidents", "month"),
        [("safety.accidents", "month", "2023-07", 4), ("safety.accidents", "month", "2022-07", 5)],
        "Tai nạn giao thông tháng 7 đạt 04 vụ, giảm 20,00% so với cùng kỳ năm trước.",
    ),
    (
        "nothing in words: it has no comparison",
        clause("safety.accidents", "month", subject="trên địa bàn", verb="có",
               zero="không xảy ra tai nạn giao thông"),
        [("safety.accidents", "month", "2023-07", 0), ("safety.accidents", "month", "2022-07", 5)],
        "Trên địa bàn tháng 7 không xảy ra tai nạn giao thông.",
    ),
    (
        "a window is the newest that the data have",
        clause("safety.accidents", "window"),
        [("safety.accidents", "window", "2022-12-15/2023-07-14", 40),
         ("safety.accidents", "window", "2021-12-15/2022-07-14", 22)],
        "Tai nạn giao thông từ ngày 15/12/2022 đến ngày 14/7/2023 đạt 40 vụ, tăng 81,82% so với "
        "cùng kỳ năm trước.",
    ),
    (
        "the season of this year",
        clause("crops.season", "season"),
        [("crops.season", "season", "2022-winter_spring", 100),
         ("crops.season", "season", "2023-winter_spring", 110)],
        "Sản lượng lúa vụ Đông Xuân năm 2023 đạt 110 tấn, tăng 10,00% so với cùng kỳ năm trước.",
    ),
    (
        "what lags tells its own month",
        clause("enterprises", "month"),
        [("enterprises", "month", "2023-06", 44), ("enterprises", "month", "2023-05", 40)],
        "Doanh nghiệp mới tháng 6 đạt 44 doanh nghiệp, tăng 10,00% so với tháng trước.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "sentence"),
    [case[1:] for case in SENTENCES],
    ids=[case[0] for case in SENTENCES],
)
def test_a_clause_says(template: str, rows: list[Row], sentence: str) -> None:
    assert Bench(CATALOG, rows).says(template) == sentence


WAYS: list[tuple[str, dict[str, Any], tuple[object, object], str]] = [
    ("growth", {}, (107, 100), "tăng 7,0% so với cùng kỳ"),
    ("fall", {}, (93, 100), "giảm 7,0% so với cùng kỳ"),
    ("the verb follows the rounded figure", {}, ("100.04", 100), "tương đương cùng kỳ"),
    ("half a step counts as one", {}, ("100.05", 100), "tăng 0,1% so với cùng kỳ"),
    ("another word for no change", {"unchanged": "không đổi"}, (100, 100),
     "không đổi so với cùng kỳ"),
    ("ratio, above", {"form": "ratio"}, ("103.7", 100), "bằng 103,7% so với cùng kỳ"),
    ("ratio, below", {"form": "ratio"}, ("85.5", 100), "bằng 85,5% so với cùng kỳ"),
    ("ratio, equal", {"form": "ratio"}, (100, 100), "bằng 100,0% so với cùng kỳ"),
    ("a ratio is never a multiple", {"form": "ratio", "times_from": "200"}, (250, 100),
     "bằng 250,0% so với cùng kỳ"),
    ("ratio below only", {"form": "ratio_below"}, ("98.2", 100), "bằng 98,2% so với cùng kỳ"),
    ("ratio below, risen", {"form": "ratio_below"}, (104, 100), "tăng 4,0% so với cùng kỳ"),
    ("multiples from a threshold", {"times_from": "200"}, (250, 100), "gấp 2,5 lần cùng kỳ"),
    ("below the threshold", {"times_from": "200"}, (199, 100), "tăng 99,0% so với cùng kỳ"),
    ("the threshold is of the rounded figure", {"times_from": "200"}, ("199.96", 100),
     "gấp 2 lần cùng kỳ"),
    ("slightly up", {"slight_below": "1"}, ("100.9", 100), "tăng nhẹ 0,9% so với cùng kỳ"),
    ("slightly down", {"slight_below": "1"}, ("99.1", 100), "giảm nhẹ 0,9% so với cùng kỳ"),
    ("not slightly", {"slight_below": "1"}, ("100.96", 100), "tăng 1,0% so với cùng kỳ"),
    ("the change in brackets", {"absolute": "brackets", "decimals": 2}, ("105.75", 100),
     "tăng 5,8% (+5,75 triệu USD) so với cùng kỳ"),
    ("a fall in brackets", {"absolute": "brackets"}, (60, 100),
     "giảm 40,0% (-40 triệu USD) so với cùng kỳ"),
    ("the change in words", {"absolute": "words"}, (118, 100),
     "tăng 18,0%, tương ứng tăng 18 triệu USD so với cùng kỳ"),
    ("the change first", {"absolute": "first"}, (118, 100),
     "tăng 18 triệu USD (18,0%) so với cùng kỳ"),
    ("the change only", {"absolute": "only"}, (82, 100), "giảm 18 triệu USD so với cùng kỳ"),
    ("a change in units that rounds to nothing is not told", {"absolute": "brackets"},
     ("100.4", 100), "tăng 0,4% so với cùng kỳ"),
    ("no change has no units", {"absolute": "brackets"}, (100, 100), "tương đương cùng kỳ"),
    ("two decimals", {"rate_decimals": 2}, ("107.18", 100), "tăng 7,18% so với cùng kỳ"),
    ("trailing zeros dropped", {"trailing_zeros": False}, (107, 100), "tăng 7% so với cùng kỳ"),
    ("a phrase of the office's own, its year filled in",
     {"year_on_year": "so cùng kỳ năm {year}"}, (107, 100), "tăng 7,0% so cùng kỳ năm 2022"),
    ("the base said by a heading", {"same_base": "year_on_year"}, (107, 100), "tăng 7,0%"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "levels", "words"), [case[1:] for case in WAYS], ids=[case[0] for case in WAYS]
)
def test_a_change_is_told(
    settings: dict[str, Any], levels: tuple[object, object], words: str
) -> None:
    settings = {"year_on_year_first": "", **settings}
    bench = Bench(CATALOG, months(levels[0], 1, levels[1]), settings=settings)
    said = bench.says(exports("month", "year_on_year"))
    assert said.partition(" triệu USD, ")[2] == words + "."


NUMBERS: list[tuple[str, dict[str, Any], object, str]] = [
    ("as the catalogue has it", {}, "670", "670,00 ha"),
    ("zeros of levels dropped", {"level_zeros": False}, "670", "670 ha"),
    ("only the last zeros", {"level_zeros": False}, "670.5", "670,5 ha"),
    ("fewer decimals, half up", {"decimals": 1}, "670.25", "670,3 ha"),
    ("in thousands", {"unit": "nghìn ha", "decimals": 3}, "1670.5", "1,671 nghìn ha"),
]


@pytest.mark.parametrize(
    ("settings", "value", "number"), [c[1:] for c in NUMBERS], ids=[c[0] for c in NUMBERS]
)
def test_a_level_is_printed(settings: dict[str, Any], value: object, number: str) -> None:
    bench = Bench(CATALOG, [("crops.area", "month", "2023-07", value)], settings=settings)
    assert bench.says(clause("crops.area", "month", "value")).endswith(f"đạt {number}.")


def test_a_change_of_scale_changes_the_level_and_no_rate() -> None:
    rows = [(BUDGET, "ytd", "2023-07", 599676), (BUDGET, "ytd", "2022-07", 580000)]
    template = clause(BUDGET, "ytd", "year_on_year", absolute="brackets")
    scaled = Bench(CATALOG, rows, settings={"unit": "tỷ đồng", "decimals": 1})
    end = " so với cùng kỳ năm trước."
    assert Bench(CATALOG, rows).says(template) == (
        f"Thu ngân sách 7 tháng đầu năm đạt 599.676 triệu đồng, tăng 3,4% (+19.676 triệu đồng){end}"
    )
    assert scaled.says(template) == (
        f"Thu ngân sách 7 tháng đầu năm đạt 599,7 tỷ đồng, tăng 3,4% (+19,7 tỷ đồng){end}"
    )


def test_only_the_first_mention_says_of_which_year() -> None:
    template = f"{exports('month', 'year_on_year')} {exports('month', 'year_on_year')}"
    first, second = Bench(CATALOG, months(107, 1, 100)).says(template).split(". ")
    assert first.endswith("so với cùng kỳ năm trước")
    assert second.endswith("so với cùng kỳ.")


def test_a_published_rate_keeps_the_year_of_its_base() -> None:
    rows = [(EXPORTS, "month", "2023-07", 107),
            (EXPORTS, "month", "2023-07", 7, "change_percent", "year_on_year")]  # fmt: skip
    settings = {"year_on_year": "so với cùng kỳ năm {year}", "year_on_year_first": ""}
    said = Bench(CATALOG, rows, settings=settings).says(exports("month", "year_on_year"))
    assert said.endswith("tăng 7,0% so với cùng kỳ năm 2022.")


def test_the_year_is_filled_in_wherever_the_phrase_stands() -> None:
    rows = [(EXPORTS, "ytd", "2023-07", 60), (EXPORTS, "ytd", "2022-07", 50),
            (EXPORTS, "year", "2023", 100, "plan", {"plan": "province"}),
            (EXPORTS, "year", "2022", 90, "plan", {"plan": "province"})]  # fmt: skip
    settings = {"year_on_year": "so với năm {year}", "year_on_year_first": "so với năm {year} đó"}
    said = Bench(CATALOG, rows, settings=settings).says(exports("ytd"))
    assert said.endswith("cao hơn 4,4 điểm % so với năm 2022, tăng 20,0% so với năm 2022 đó.")


def test_a_change_known_in_units_only_is_told_in_words() -> None:
    rows = [(EXPORTS, "month", "2023-07", 18, "change_absolute", "year_on_year")]
    template = exports("month", "year_on_year", values=False, absolute="brackets")
    assert Bench(CATALOG, rows).says(template) == (
        "Kim ngạch xuất khẩu tháng 7 tăng 18 triệu USD so với cùng kỳ năm trước."
    )


# -- what to say -----------------------------------------------------------------------------------


def test_a_comparison_before_any_span_goes_to_the_span_that_owes_it() -> None:
    due = {"month": ["month_on_month"], "ytd": ["plan", "year_on_year"]}
    assert groups(due, ["plan"], ["province"]) == [Group("ytd", ("plan:province",))]


def test_without_parts_all_that_is_due_is_said() -> None:
    assert groups({"month": [], "ytd": ["share"]}, [], []) == [
        Group("month", ()), Group("ytd", ("share",))
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["yer_on_year", "months", "plans"])
def test_a_part_that_does_not_exist_is_an_error(name: str) -> None:
    with pytest.raises(KeyError, match="is neither a span nor a comparison"):
        groups({"month": ["year_on_year"]}, [name], [])


PORTS = """
indicators:
  exports: {label: kim ngạch xuất khẩu, kind: flow, unit: triệu USD, due: {month: [], ytd: []}}
"""


def test_january_says_its_month_once() -> None:
    rows = [("exports", "month", "2023-01", 300), ("exports", "ytd", "2023-01", 300)]
    bench = Bench(PORTS, rows, period="2023-01")
    assert (
        bench.says('{{ clause("exports") }}.') == "Kim ngạch xuất khẩu tháng 1 đạt 300 triệu USD."
    )


def test_december_says_the_whole_year() -> None:
    rows = [("exports", "month", "2023-12", 300), ("exports", "ytd", "2023-12", 3000)]
    bench = Bench(PORTS, rows, period="2023-12")
    assert bench.says('{{ clause("exports") }}.') == (
        "Kim ngạch xuất khẩu tháng 12 đạt 300 triệu USD, cả năm đạt 3.000 triệu USD."
    )


def test_a_preliminary_value_is_told_as_one() -> None:
    rows = [("exports", "month", "2023-07", 300, "level", "", {"status": "preliminary"})]
    bench = Bench(PORTS, rows)
    assert bench.says('{{ clause("exports", "month") }}.') == (
        "Kim ngạch xuất khẩu tháng 7 sơ bộ đạt 300 triệu USD."
    )


def test_a_level_known_by_a_bound_says_so_and_is_not_compared() -> None:
    catalog = PORTS.replace("month: []", "month: [year_on_year]")
    rows = [
        ("exports", "month", "2023-07", 300, "level", "", {"bound": "at_least"}),
        ("exports", "month", "2022-07", 200),
    ]
    bench = Bench(catalog, rows)
    template = '{{ clause("exports", "month") }}.'
    assert bench.says(template).startswith(
        "Kim ngạch xuất khẩu tháng 7 đạt trên 300 triệu USD, [thiếu:"
    )
    assert "cannot be compared" in bench.told(template)[0]
