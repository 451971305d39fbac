"""What a part adds to the growth of the whole, in percent of it: worked out, published, refused."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.measures import Measures
from drafter.observations import Key, Observation, Observations

WHOLE, PART = Series("grdp"), Series("grdp", "services")
JUNE = Point(PART, "ytd", "2023-06")
UNITS = {"change_percent": "%", "contribution": "điểm %", "contribution_share": "%"}


def row(
    series: Series, value: object, period: str = "2023-06", measure: str = "level",
    unit: str = "tỷ đồng", **fields: str,
) -> Observation:  # fmt: skip
    """A row of the year to date; of a comparison on the year before."""
    base = "" if measure == "level" else "year_on_year"
    key = Key(*series, "ytd", period, measure, base)
    return Observation(key, Decimal(str(value)), UNITS.get(measure, unit), **fields)


def levels(series: Series, now: object, then: object, **fields: str) -> list[Observation]:
    """This year's and last year's."""
    return [row(series, now, **fields), row(series, then, "2022-06", **fields)]


def share(rows: Sequence[Observation], since: str = "") -> Outcome:
    """The share of the part in the growth of the whole."""
    return Measures(Observations(rows), since).compare(JUNE, "contribution_share")


def measured(outcome: Outcome) -> Measured:
    """What was measured; a gap is a failure."""
    assert isinstance(outcome, Measured), outcome
    return outcome


def refusal(outcome: Outcome) -> str:
    """Why it was refused; anything else is a failure."""
    assert isinstance(outcome, Gap)
    assert outcome.refused
    assert (outcome.point, outcome.measure, outcome.base) == (
        JUNE, "contribution_share", "year_on_year",
    )  # fmt: skip
    return outcome.reason.text()


LEVELS = [*levels(PART, "480.0", "400.0"), *levels(WHOLE, "1100.0", "1000.0")]
POINTS, RATE = row(PART, "2.58", measure="contribution"), row(WHOLE, "4.89",
                                                              measure="change_percent")  # fmt: skip


def test_levels_make_a_share_with_its_history() -> None:
    made = measured(share(LEVELS))
    assert (made.value, made.unit, made.measure, made.base) == (
        80, "%", "contribution_share", "year_on_year",
    )  # fmt: skip
    assert made.formula == "(480.0 - 400.0) / (1100.0 - 1000.0) × 100"
    assert [one.key.item for one in made.inputs] == ["services", "services", "", ""]
    assert (made.base_period, made.places) == ("2022-06", None)


def test_changes_in_units_as_published_make_a_share_too() -> None:
    rows = [row(PART, "80.0", measure="change_absolute"),
            row(WHOLE, "100.0", measure="change_absolute")]  # fmt: skip
    assert measured(share(rows)).value == 80


def test_rounded_points_bear_no_more_decimals_than_their_rounding_leaves() -> None:
    made = measured(share([POINTS, RATE]))
    assert (round(made.value, 2), made.places) == (Decimal("52.76"), 0)
    finer = [row(PART, "2.57812", measure="contribution"),
             row(WHOLE, "4.88901", measure="change_percent")]  # fmt: skip
    assert measured(share(finer)).places == 3


def test_a_published_share_goes_before_rounded_points_and_behind_levels() -> None:
    published = row(PART, "52.71", measure="contribution_share")
    assert measured(share([POINTS, RATE, published])).value == Decimal("52.71")
    made = measured(share([*LEVELS, published]))
    assert (made.value, made.doubt is None) == (80, False)
    near = row(PART, "80.1", measure="contribution_share")
    assert measured(share([*LEVELS, near])).doubt is None
    implied = row(PART, "52.71", measure="contribution_share", origin="implied")
    assert measured(share([*LEVELS, implied])).doubt is None


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([POINTS, row(WHOLE, "-0.4", measure="change_percent")], "the whole did not grow (-0.40)"),
        ([row(PART, 50, measure="contribution_share"),
          row(WHOLE, "-0.4", measure="change_percent")], "the whole did not grow (-0.40)"),
        ([row(PART, 140, measure="contribution_share")], "140.0 percent of the growth"),
        ([row(PART, "-140", measure="contribution_share")], "-140.0 percent of the growth"),
        ([row(PART, "6.1", measure="contribution"), RATE], "124.7 percent of the growth"),
        ([row(PART, "0.2", measure="contribution"), row(WHOLE, "0.5", measure="change_percent")],
         "the data are rounded too coarsely"),
        ([*levels(PART, 500.3, 500.2), *levels(WHOLE, "1000.1", "1000.0")],
         "the data are rounded too coarsely"),
        ([*levels(PART, 480, 400), *levels(WHOLE, 1100, 1000, unit="tấn")],
         "tỷ đồng cannot be compared with tấn"),
    ],
)  # fmt: skip
def test_what_would_mislead_is_refused(rows: list[Observation], why: str) -> None:
    assert why in refusal(share(rows))


def test_a_share_over_two_territories_is_refused_even_where_one_is_published() -> None:
    rows = [*LEVELS, row(PART, "52.71", measure="contribution_share")]
    assert "is of the territory before 2023-01" in refusal(share(rows, since="2023-01"))


def test_levels_in_percent_have_no_share() -> None:
    rows = [*levels(PART, "30.0", "28.0", unit="%"), *levels(WHOLE, "90.0", "80.0", unit="%")]
    outcome = share(rows)
    assert isinstance(outcome, Gap)
    assert not outcome.refused


def test_a_share_without_data_is_a_gap() -> None:
    outcome = share([POINTS])
    assert isinstance(outcome, Gap)
    assert (outcome.refused, outcome.reason.text()) == (False, "no value for 2023-06")


GROWING = st.decimals(1, 1000, places=2)


@given(st.lists(GROWING, min_size=2, max_size=6))
def test_the_shares_of_parts_that_all_grew_total_100(growth: list[Decimal]) -> None:
    part, whole = Decimal("500.00"), Decimal("5000.00")
    total = sum(
        measured(share([*levels(PART, part + one, part),
                        *levels(WHOLE, whole + sum(growth), whole)])).value
        for one in growth
    )  # fmt: skip
    assert abs(total - 100) < Decimal("1E-15")
