"""Figures: printed text and value, and a tag that is their role."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter import figures
from drafter.errors import msg
from drafter.figures import ABSENT, MARKS, Format, Printed, Sink
from drafter.measured import Gap, Measured, Point, Series
from drafter.observations import Key, Observation
from drafter.period import report_period, shift_month
from drafter.settings import Settings

SERIES = Series("trade.exports", "rice", "20/urban")
POINT = Point(SERIES, "month", "2023-07")
FIGURE = Printed("5 ha", POINT, "level", "year_on_year", Decimal(5), "ha")
JULY = report_period("2023-07")
MONTHS = st.builds("{}-{:02d}".format, st.integers(2000, 2050), st.integers(1, 12))


def measured(value: object, measure: str = "level", base: str = "", unit: str = "triệu đồng",
             origin: str = "reported") -> Measured:  # fmt: skip
    """A quantity with one row behind it."""
    row = Observation(Key("trade.exports"), Decimal(str(value)), unit, origin=origin)
    return Measured(POINT, measure, base, row.value, unit, "formula", (row,))


def form(
    unit: str = "triệu đồng", decimals: int = 0, padded: bool = False, **settings: Any
) -> Format:
    """A format with two decimals for rates."""
    return Format(Settings(**settings), unit, decimals, 2, padded)


# -- tags ------------------------------------------------------------------------------------------


@given(MONTHS, st.integers(-12, 12), st.integers(0, 14))
def test_the_same_role_has_the_same_tag_in_any_month(month: str, by: int, behind: int) -> None:
    def tag(report: str) -> str:
        point = POINT.at(shift_month(report, -behind))
        return replace(FIGURE, point=point).tag(report_period(report))

    assert tag(month) == tag(shift_month(month, by))


@pytest.mark.parametrize(
    ("span", "before", "after"),
    [("quarter", ("2023-06", "2023-Q2"), ("2023-09", "2023-Q3")),
     ("quarter", ("2023-05", "2023-Q2"), ("2023-07", "2023-Q3")),
     ("quarter", ("2023-03", "2022-Q4"), ("2023-06", "2023-Q1")),
     ("year", ("2022-12", "2022"), ("2023-12", "2023")),
     ("asof", ("2023-06", "2023-06-30"), ("2023-07", "2023-07-31")),
     ("season", ("2022-07", "2022-main"), ("2023-07", "2023-main")),
     ("window", ("2023-07", "2022-12-15/2023-07-14"), ("2023-08", "2022-12-15/2023-08-14"))],
)  # fmt: skip
def test_the_same_role_has_the_same_tag_in_any_span(
    span: str, before: tuple[str, str], after: tuple[str, str]
) -> None:
    tags = [
        replace(FIGURE, point=Point(SERIES, span, period)).tag(report_period(report))
        for report, period in (before, after)
    ]
    assert tags[0] == tags[1]


def of_point(**parts: Any) -> Printed:
    """The figure with another part of its point."""
    return replace(FIGURE, point=POINT._replace(**parts))


@pytest.mark.parametrize(
    "other",
    [
        of_point(series=SERIES._replace(indicator="trade.imports")),
        of_point(series=SERIES._replace(item="tea")),
        of_point(series=SERIES._replace(area="20/rural")),
        of_point(period="2023-06"),
        of_point(period="2022-07"),
        of_point(span="ytd"),
        replace(FIGURE, measure="change_percent"),
        replace(FIGURE, base="month_on_month"),
        replace(FIGURE, unit="tấn"),
    ],
)
def test_any_part_of_the_role_changes_the_tag(other: Printed) -> None:
    assert other.tag(JULY) != FIGURE.tag(JULY)


@pytest.mark.parametrize(
    "same",
    [
        replace(FIGURE, text="06 ha", value=Decimal(6)),
        replace(FIGURE, formula="3 + 3", origin="implied", missing=True),
        of_point(series=SERIES._replace(area="25/urban")),
    ],
)
def test_what_is_no_part_of_the_role_leaves_the_tag(same: Printed) -> None:
    assert same.tag(JULY) == FIGURE.tag(JULY)


def test_a_period_that_no_calendar_knows_has_a_tag_too() -> None:
    assert figures.lag("", JULY) == "0y"
    assert figures.lag("2022-main", JULY) == "1y-main"


# -- printing --------------------------------------------------------------------------------------


@given(st.decimals(-(10**6), 10**6, places=4), st.integers(0, 3))
def test_the_value_of_a_level_is_the_printed_one(value: Decimal, decimals: int) -> None:
    printed = figures.level(measured(value), form(decimals=decimals))
    number = printed.text.partition("\u00a0")[0].replace(".", "").replace(",", ".")
    assert Decimal(number) == printed.value


def test_a_level_is_printed_in_the_unit_of_the_settings() -> None:
    printed = figures.level(measured(650329), form("tỷ đồng", 2))
    assert (printed.text, printed.value, printed.unit) == (
        "650,33\u00a0tỷ đồng", Decimal("650.33"), "tỷ đồng",
    )  # fmt: skip
    with pytest.raises(ValueError, match="is no scale of"):
        figures.level(measured(5), form("ha"))


@pytest.mark.parametrize(
    ("value", "number"), [("5", "05"), ("0", "0"), ("10", "10"), ("5.5", "6"), ("-5", "-5")]
)
def test_only_whole_counts_below_ten_are_padded(value: str, number: str) -> None:
    printed = figures.level(measured(value, unit="vụ"), form("vụ", padded=True))
    assert printed.text == f"{number}\u00a0vụ"


def test_each_kind_of_figure_is_printed_in_its_own_way() -> None:
    rate = measured("-3.675", "change_percent", "year_on_year", "%", "implied")
    points = replace(rate, measure="change_points", unit="điểm %")
    assert figures.change(rate, form()).text == "giảm 3,68%"
    assert figures.change(rate, form()).origin == "implied"
    assert figures.size(rate, form()).text == "3,68%"
    assert figures.change(points, form()).text == "giảm 3,68\u00a0điểm\u00a0%"
    assert figures.percentage(measured("72.5", unit="%"), form()).text == "72,50%"
    added = measured("0.83", "contribution", "year_on_year", "điểm %")
    assert figures.contribution(added, form()).text == "đóng góp 0,83\u00a0điểm\u00a0%"
    assert figures.attainment_points(points, form()).text == "thấp hơn 3,68\u00a0điểm\u00a0%"
    assert figures.worded(measured(0), "không xảy ra").value == 0
    assert figures.absolute_change(
        measured("2060", unit="kg"), form("tấn", 2, absolute="brackets")
    ).text == "+2,06\u00a0tấn"  # fmt: skip


def test_what_is_missing_has_the_role_of_what_is_to_come() -> None:
    gap = Gap(POINT, "level", "", msg("no value"))
    hole = figures.missing(gap, "xuất khẩu", "triệu đồng")
    assert (hole.text, hole.missing, hole.value) == ("[thiếu: xuất khẩu]", True, None)
    assert hole.tag(JULY) == figures.level(measured(5), form()).tag(JULY)


# -- the sink --------------------------------------------------------------------------------------


def test_marks_are_numbered_in_the_order_of_the_text() -> None:
    sink = Sink()
    marks = [sink.figure(FIGURE), sink.figure(FIGURE), sink.note("a"), sink.clause("b", "e()")]
    assert len(set(marks)) == 4
    assert all(set(mark) & set(MARKS) for mark in marks)
    assert (len(sink.figures), sink.notes, sink.clauses) == (2, ["a"], ["e()"])


def test_what_is_absent_makes_no_clause_and_a_blank_text_no_note() -> None:
    sink = Sink()
    assert (sink.clause(ABSENT, "e()"), sink.clause("", "e()")) == (ABSENT, ABSENT)
    assert sink.note("  ") == ""
    assert (sink.clauses, sink.notes) == ([], [])
