"""What a clause does without: missing data, other scopes, comparisons that are not sound."""

from __future__ import annotations

import pytest

from tests.sections.desk import Bench, Row
from tests.sections.specimens import BUDGET, CATALOG, CREDIT, EXPORTS, clause, exports, months


def test_a_missing_value_is_one_hole_and_one_line_for_the_clerk() -> None:
    bench = Bench(CATALOG, months(105, 100, 80)[1:])
    template = exports("month", "month_on_month", "year_on_year")
    assert bench.says(template) == (
        "Kim ngạch xuất khẩu tháng 7 đạt [thiếu: kim ngạch xuất khẩu tháng 7]."
    )
    assert bench.told(template) == ["missing trade.exports: month 2023-07: no value for 2023-07"]
    assert [one.missing for one in bench.figures(template)] == [True]


def test_a_missing_base_is_a_hole_where_the_change_would_stand() -> None:
    bench = Bench(CATALOG, months(105, 100, 80)[:2])
    template = exports("month", "month_on_month", "year_on_year")
    assert bench.says(template).endswith(
        "tăng 5,0% so với tháng trước và [thiếu: kim ngạch xuất khẩu, so với cùng kỳ]."
    )
    assert bench.told(template) == [
        "missing trade.exports: month 2023-07 year_on_year: no value for 2022-07"
    ]


def test_a_missing_plan_is_a_hole() -> None:
    bench = Bench(CATALOG, [(EXPORTS, "ytd", "2023-07", 60)])
    template = exports("ytd", "plan")
    assert bench.says(template).endswith("60 triệu USD, [thiếu: kim ngạch xuất khẩu, kế hoạch].")
    assert bench.told(template) == [
        "missing trade.exports: ytd 2023-07 plan:province: no plan 'province' for 2023"
    ]


@pytest.mark.parametrize("series", ["safety.accidents", "crops.season"])
def test_a_window_or_a_season_without_data_is_a_hole(series: str) -> None:
    span = "window" if series == "safety.accidents" else "season"
    assert "[thiếu: " in Bench(CATALOG).says(clause(series, span))


def test_a_hole_names_the_day_that_it_is_compared_with() -> None:
    bench = Bench(CATALOG, [(CREDIT, "asof", "2023-07-31", 40775)])
    said = bench.says(clause(CREDIT, "asof", "year_end"))
    assert said.endswith("[thiếu: tổng dư nợ, so với 31/12/2022].")


@pytest.mark.parametrize(
    ("template", "before", "after"),
    [
        (exports("month", "value"), [], months(5, 6, 7)[:1]),
        (exports("month", "year_on_year", values=False), [], months(5, 6, 7)),
        (clause("social.poverty", "month", values=False), [],
         [("social.poverty", "month", "2023-07", 6), ("social.poverty", "month", "2022-07", 7)]),
        (clause("prices.cpi", "average_ytd"), [],
         [("prices.cpi", "average_ytd", "2023-07", 3, "change_percent", "year_on_year")]),
    ],
)  # fmt: skip
def test_a_hole_has_the_tag_of_the_figure_that_fills_it(
    template: str, before: list[Row], after: list[Row]
) -> None:
    hole, filled = (Bench(CATALOG, rows) for rows in (before, after))
    report = hole.sources().period
    tags = [[one.tag(report) for one in bench.figures(template)] for bench in (hole, filled)]
    assert tags[0] == tags[1]


def test_what_is_out_of_scope_goes_without_a_trace() -> None:
    bench = Bench(CATALOG, months(1, 2, 3), scope={BUDGET: {}})
    template = f"# Thương mại\n{exports('month')} {exports('ytd')}\n# Ngân sách\nLời."
    assert bench.says(template) == "Ngân sách\nLời."
    assert bench.told(template) == []


def test_a_comparison_that_the_office_does_not_owe_is_left_out() -> None:
    bench = Bench(
        CATALOG, months(105, 100, 80), scope={EXPORTS: {"due": {"month": ["month_on_month"]}}}
    )
    assert bench.says(exports()) == (
        "Kim ngạch xuất khẩu tháng 7 ước đạt 105 triệu USD, tăng 5,0% so với tháng trước."
    )


# -- refusals and doubts ---------------------------------------------------------------------------


REFUSED: list[tuple[str, Bench, str]] = [
    ("a zero base", Bench(CATALOG, months(5, 4, 0)), "the base of the comparison is 0"),
    ("a negative base", Bench(CATALOG, months(5, 4, -3)), "the base of the comparison is -3"),
    (
        "another unit",
        Bench(CATALOG, [*months(5, 4, 3)[:2], (EXPORTS, "month", "2022-07", 3, {"unit": "tấn"})]),
        "triệu USD cannot be compared with tấn",
    ),
    (
        "another territory",
        Bench(CATALOG, months(5, 4, 3), territory_since="2023-01"),
        "2022-07 is of the territory before 2023-01; give its value on the present one",
    ),
]


@pytest.mark.parametrize(("bench", "why"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_an_unsound_comparison_is_refused_and_told(bench: Bench, why: str) -> None:
    template = exports("month", "year_on_year")
    assert bench.says(template).endswith("[thiếu: kim ngạch xuất khẩu, so với cùng kỳ].")
    assert bench.told(template) == [f"warning trade.exports: month 2023-07 year_on_year: {why}"]


def test_a_base_given_again_on_the_present_territory_is_sound() -> None:
    again = (EXPORTS, "month", "2022-07", 4, {"vintage": "2023-02-01"})
    bench = Bench(CATALOG, [*months(5, 4, 3)[:2], again], territory_since="2023-01")
    assert "tăng 25,0%" in bench.says(exports("month", "year_on_year"))


def test_a_published_rate_that_agrees_is_silent_and_one_that_does_not_is_told() -> None:
    template = exports("month", "year_on_year")
    for rate, told in (("24.4", []), ("25.4", [
        "warning trade.exports: month 2023-07 year_on_year: the published rate 25.4 disagrees "
        "with the levels: 24.391 is printed"
    ])):  # fmt: skip
        published = (EXPORTS, "month", "2023-07", rate, "change_percent", "year_on_year")
        bench = Bench(CATALOG, [*months("377.9", 1, "303.8"), published])
        assert "tăng 24,4%" in bench.says(template)
        assert bench.told(template) == told
