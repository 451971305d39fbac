"""Periods and their neighbours in time; the period of a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import period as p
from drafter.period import KINDS_OF_SPAN, kind_of, one_before, report_period, shift_month

MONTHS = st.builds("{}-{:02d}".format, st.integers(1990, 2090), st.integers(1, 12))


@pytest.mark.parametrize(
    ("text", "kind"),
    [("2023-07", "month"), ("2023-Q4", "quarter"), ("2023", "year"), ("2024-02-29", "day"),
     ("2023-winter_spring", "season"), ("2022-12-15/2023-08-14", "window")],
)  # fmt: skip
def test_a_period_has_its_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind
    assert any(kind in kinds for kinds in KINDS_OF_SPAN.values())


@pytest.mark.parametrize(
    "text",
    ["", "2023-13", "2023-7", "2023-Q5", "23", "0999", "2023-02-29", "2023-Winter", "2023/07",
     "2023-08-14/2022-12-15", "2023-07-31/", "٢٠٢٣"],
)  # fmt: skip
def test_a_text_that_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (the calendar's own words for 2023-02-29)
        kind_of(text)


@given(MONTHS, st.integers(-500, 500))
def test_shifting_there_and_back_is_the_same_month(month: str, by: int) -> None:
    assert shift_month(shift_month(month, by), -by) == month
    assert kind_of(shift_month(month, 1)) == "month"


@given(MONTHS)
def test_twelve_months_before_is_the_year_before(month: str) -> None:
    assert shift_month(month, -12) == p.year_before(month)
    assert p.last_month(p.month_end(month)) == month


@pytest.mark.parametrize(
    ("text", "before"),
    [("2023-07", "2023-06"), ("2023-Q3", "2023-Q2"), ("2023", "2022"),
     ("2024-03-31", "2024-02-29")],
)  # fmt: skip
def test_the_period_just_before(text: str, before: str) -> None:
    assert one_before(text) == before


@pytest.mark.parametrize("text", ["2023-winter", "2022-12-15/2023-08-14"])
def test_no_calendar_tells_what_was_before_a_season_or_a_window(text: str) -> None:
    with pytest.raises(ValueError, match="has no period just before it"):
        one_before(text)


@pytest.mark.parametrize(
    ("text", "kind", "month"),
    [("2023-07", "month", "2023-07"), ("2023-Q2", "quarter", "2023-06"),
     ("2023-6M", "half", "2023-06"), ("2023-9M", "nine_months", "2023-09"),
     ("2023", "year", "2023-12")],
)  # fmt: skip
def test_the_period_of_a_report(text: str, kind: str, month: str) -> None:
    about = report_period(text)
    assert (about.kind, about.month) == (kind, month)
    assert (about.year, about.months) == (2023, int(month[5:]))


@pytest.mark.parametrize("text", ["", "2023-3M", "2023-07-31", "tháng 7"])
def test_no_report_is_about_another_period(text: str) -> None:
    with pytest.raises(ValueError, match="is no period of a report"):
        report_period(text)


@pytest.mark.parametrize(
    ("span", "lag", "expected"),
    [("month", 0, "2023-03"), ("month", 1, "2023-02"), ("average_ytd", 0, "2023-03"),
     ("quarter", 0, "2023-Q1"), ("quarter", 3, "2022-Q4"), ("year", 3, "2022"),
     ("asof", 1, "2023-02-28"), ("project", 0, "2023-03")],
)  # fmt: skip
def test_the_period_of_a_span_in_a_report(span: str, lag: int, expected: str) -> None:
    about = report_period("2023-03")
    assert about.of_span(span, lag) == expected
    assert about.quarter == "2023-Q1"


def test_a_season_does_not_follow_from_the_month() -> None:
    with pytest.raises(ValueError, match="does not follow from a report's month"):
        report_period("2023-03").of_span("season")
