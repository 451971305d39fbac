"""Comparisons of observed quantities: from levels, as published, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.measures import Measures
from drafter.observations import Key, Observation, Observations

X, PART, OTHER = Series("x"), Series("x", "part"), Series("y", "part")
JULY = Point(X, "ytd", "2023-07")
LEVELS = st.decimals("0.1", 10**6, places=1)


def row(
    value: object, period: str = "2023-07", series: Series = X, *, span: str = "ytd",
    measure: str = "level", unit: str = "ha", **fields: Any,
) -> Observation:  # fmt: skip
    """An observation of `x`, year to date July 2023."""
    of_key = {n: fields.pop(n) for n in ("base", "of", "plan", "bound") if n in fields}
    key = Key(*series, span, period, measure, **of_key)
    return Observation(key, Decimal(str(value)), unit, **fields)


def rate(value: object, base: str = "year_on_year", measure: str = "change_percent",
         unit: str = "%", **fields: Any) -> Observation:  # fmt: skip
    """A published change."""
    return row(value, measure=measure, base=base, unit=unit, **fields)


def compared(
    rows: Sequence[Observation], name: str, point: Point = JULY, since: str = ""
) -> Outcome:
    """A comparison over some rows."""
    return Measures(Observations(rows), since).compare(point, name)


def measured(outcome: Outcome) -> Measured:
    """What was measured; a gap is a failure."""
    assert isinstance(outcome, Measured), outcome
    return outcome


PAIR = [row(110), row(100, "2022-07")]


def test_a_change_keeps_its_rows_its_arithmetic_and_its_base() -> None:
    change = measured(compared(PAIR, "year_on_year"))
    assert (change.value, change.unit, change.formula) == (10, "%", "110 / 100 × 100 - 100")
    assert [one.key.period for one in change.inputs] == ["2023-07", "2022-07"]
    assert (change.base_period, change.origin, change.status) == ("2022-07", "reported", "actual")


def test_one_implied_row_makes_a_change_implied() -> None:
    assert measured(
        compared([row(110), row(100, "2022-07", origin="implied")], "year_on_year")
    ).origin == "implied"  # fmt: skip


def test_a_published_rate_stands_in_where_a_level_is_missing() -> None:
    change = measured(compared([row(110), rate("9.9")], "year_on_year"))
    assert (change.value, change.base_period) == (Decimal("9.9"), "2022-07")


def test_an_index_is_turned_into_its_change() -> None:
    change = measured(compared([rate("102.42", measure="index")], "year_on_year"))
    assert (change.value, change.measure, change.formula) == (
        Decimal("2.42"), "change_percent", "102.42 - 100",
    )  # fmt: skip


def test_levels_go_before_a_published_rate() -> None:
    assert measured(compared([*PAIR, rate("10.3")], "year_on_year")).value == 10


@pytest.mark.parametrize(
    ("rows", "doubtful"),
    [
        ([*PAIR, rate("10.3")], False),
        ([*PAIR, rate("12.5")], True),
        ([*PAIR, rate("12.5", origin="implied")], False),
        ([row(110), row(100, "2022-07", origin="implied"), rate("12.5")], False),
        ([*PAIR, rate("112.5", measure="index")], True),
        ([*PAIR, rate("2.5", measure="change_points", unit="điểm %")], False),
    ],
)
def test_only_reported_rates_that_contradict_reported_levels_are_doubted(
    rows: list[Observation], doubtful: bool
) -> None:
    assert (measured(compared(rows, "year_on_year")).doubt is not None) == doubtful


def test_a_rate_follows_from_the_change_in_units() -> None:
    change = measured(compared(
        [row(110), rate(10, measure="change_absolute", unit="ha")], "year_on_year"
    ))  # fmt: skip
    assert (change.value, change.base_period) == (10, "2022-07")


def test_a_change_in_other_units_is_refused() -> None:
    gap = compared([row(110), rate(10, measure="change_absolute", unit="kg")], "year_on_year")
    assert isinstance(gap, Gap)
    assert (gap.refused, gap.reason.text()) == (True, "ha cannot be compared with kg")


def test_the_change_of_a_percentage_is_in_points() -> None:
    levels = [row(7, unit="%"), row("6.5", "2022-07", unit="%")]
    change = measured(compared(levels, "year_on_year"))
    assert (change.value, change.measure, change.unit) == (
        Decimal("0.5"),
        "change_points",
        "điểm %",
    )
    given_change = rate("0.5", measure="change_absolute", unit="%")
    change = measured(compared([row(7, unit="%"), given_change], "year_on_year"))
    assert (change.value, change.measure, change.unit) == (
        Decimal("0.5"),
        "change_points",
        "điểm %",
    )


def test_there_is_no_month_before_a_year_to_date() -> None:
    gap = compared(PAIR, "month_on_month")
    assert isinstance(gap, Gap)
    assert (gap.reason.text(), gap.measure, gap.base) == (
        "there is no such base", "change_percent", "month_on_month",
    )  # fmt: skip


def test_the_absolute_change_is_in_the_unit_of_the_levels() -> None:
    change = measured(Measures(Observations(PAIR)).absolute_change(JULY, "year_on_year"))
    assert (change.value, change.unit, change.formula) == (10, "ha", "110 - 100")


def test_the_absolute_change_is_refused_as_the_rate_is() -> None:
    rows = [row(110), row(100, "2022-07", unit="kg")]
    assert isinstance(Measures(Observations(rows)).absolute_change(JULY, "year_on_year"), Gap)


# -- plans, shares, contributions ------------------------------------------------------------------


def plan(value: object, year: str = "2023", name: str = "central", unit: str = "ha") -> Observation:
    """A plan of a year."""
    return row(value, year, span="year", measure="plan", plan=name, unit=unit)


def test_attainment_is_in_percent_of_the_plan_of_the_year() -> None:
    done = measured(compared([row(110), plan(200)], "plan:central"))
    assert (done.value, done.measure, done.base) == (55, "attainment", "plan:central")


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([row(110)], "no plan 'central' for 2023"),
        ([plan(200)], "no value for 2023-07"),
        ([row(110), plan(0)], "the base of the comparison is 0"),
        ([row(110), plan(5, unit="kg")], "ha cannot be compared with kg"),
    ],
)
def test_attainment_without_value_or_plan_is_a_gap(rows: list[Observation], why: str) -> None:
    gap = compared(rows, "plan:central")
    assert isinstance(gap, Gap)
    assert (gap.reason.text(), gap.measure, gap.base) == (why, "attainment", "plan:central")


def test_attainments_differ_in_points() -> None:
    rows = [*PAIR, plan(200), plan(250, "2022")]
    points = measured(compared(rows, "plan_points:central"))
    assert (points.value, points.unit, points.base) == (15, "điểm %", "plan_points:central")
    gap = compared(rows[:3], "plan_points:central")
    assert isinstance(gap, Gap)
    assert gap.reason.text() == "no plan 'central' for 2022"


def test_a_share_is_of_the_whole_or_of_another_indicator() -> None:
    rows = [row(30, series=PART), row(120), row(60, series=OTHER)]
    point = JULY.of(PART)
    assert measured(compared(rows, "share", point)).value == 25
    assert measured(compared(rows, "share:y", point)).value == 50


def test_a_published_share_stands_in_and_is_compared() -> None:
    published = row("26.5", series=PART, measure="share", unit="%")
    point = JULY.of(PART)
    assert measured(compared([published], "share", point)).value == Decimal("26.5")
    both = measured(compared([row(30, series=PART), row(120), published], "share", point))
    assert (both.value, both.doubt is None) == (25, False)
    assert isinstance(compared([row(30, series=PART)], "share", point), Gap)


def test_a_share_of_nothing_is_refused() -> None:
    gap = compared([row(0, series=PART), row(0)], "share", JULY.of(PART))
    assert isinstance(gap, Gap)
    assert gap.refused


GROWTH = [row(33, series=PART), row(30, "2022-07", PART), row(110), row(100, "2022-07")]


def test_a_contribution_is_in_points_of_the_whole_growth() -> None:
    part = measured(compared(GROWTH, "contribution", JULY.of(PART)))
    assert (part.value, part.unit) == (3, "điểm %")
    assert part.formula == "(33 - 30) / 100 × 100"


def test_a_published_contribution_stands_in() -> None:
    given_one = row("2.58", series=PART, measure="contribution", base="year_on_year", unit="điểm %")
    assert measured(compared([given_one], "contribution", JULY.of(PART))).value == Decimal("2.58")


@pytest.mark.parametrize("last", [row(0, "2022-07"), row(100, "2022-07", unit="kg")])
def test_a_contribution_to_an_unsound_whole_is_refused(last: Observation) -> None:
    gap = compared([*GROWTH[:3], last], "contribution", JULY.of(PART))
    assert isinstance(gap, Gap)
    assert (gap.refused, gap.measure) == (True, "contribution")


@given(st.lists(LEVELS, min_size=1, max_size=8))
def test_shares_of_a_sum_total_100(parts: list[Decimal]) -> None:
    members = [Series("x", f"p{n}") for n in range(len(parts))]
    rows = [row(part, series=one) for one, part in zip(members, parts, strict=True)]
    rows.append(row(sum(parts)))
    shares = [measured(compared(rows, "share", JULY.of(one))).value for one in members]
    assert abs(sum(shares) - 100) < Decimal("1E-20")


@given(st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=8))
def test_contributions_total_the_growth_of_the_whole(parts: list[tuple[Decimal, Decimal]]) -> None:
    members = [Series("x", f"p{n}") for n in range(len(parts))]
    rows = [row(value, period, one)
            for one, levels in zip(members, parts, strict=True)
            for value, period in zip(levels, ("2023-07", "2022-07"), strict=True)]  # fmt: skip
    rows += [row(sum(now for now, _ in parts)), row(sum(then for _, then in parts), "2022-07")]
    total = sum(measured(compared(rows, "contribution", JULY.of(one))).value for one in members)
    assert abs(total - measured(compared(rows, "year_on_year")).value) < Decimal("1E-15")


# -- territory -------------------------------------------------------------------------------------

NEW = {"vintage": "2025-08-01"}


@pytest.mark.parametrize(
    ("now", "base", "point", "sound"),
    [
        (row(5, "2025-07"), row(4, "2024-07"), Point(X, "ytd", "2025-07"), False),
        (row(5, "2025-07"), row(4, "2024-07", **NEW), Point(X, "ytd", "2025-07"), True),
        (row(5, "2025-06"), row(4, "2024-06"), Point(X, "ytd", "2025-06"), True),
        (row(5, "2025-06"), row(4, "2024-06", **NEW), Point(X, "ytd", "2025-06"), False),
        (row(5, "2026-07"), row(4, "2025-07"), Point(X, "ytd", "2026-07"), True),
        (row(5, "2026-Q2", span="quarter"), row(4, "2025-Q2", span="quarter"),
         Point(X, "quarter", "2026-Q2"), False),
        (row(5, "2026-Q3", span="quarter"), row(4, "2025-Q3", span="quarter"),
         Point(X, "quarter", "2026-Q3"), True),
    ],
)  # fmt: skip
def test_only_values_of_one_territory_are_compared(
    now: Observation, base: Observation, point: Point, sound: bool
) -> None:
    outcome = compared([now, base], "year_on_year", point, since="2025-07")
    assert isinstance(outcome, Measured) == sound
    assert sound or "is of the territory before 2025-07" in outcome.reason.text()  # type: ignore[union-attr]


def test_a_plan_of_a_year_is_taken_as_it_stands() -> None:
    measures = Measures(Observations([plan(200)]))
    assert measured(measures.plan(X, 2023, "central")).value == 200
    assert isinstance(measures.plan(X, 2022, "central"), Gap)


def test_bounds_are_quantities_of_their_own() -> None:
    measures = Measures(Observations([row(1, bound="low"), row(2, bound="high")]))
    assert measured(measures.stored(JULY, "level", bound="high")).value == 2
    assert isinstance(measures.level(JULY), Gap)


@pytest.mark.parametrize(
    ("other", "since", "why"),
    [
        (row(3, "2021-07"), "", ""),
        (row(3, "2021-07", unit="tấn"), "", "ha cannot be compared with tấn"),
        (row(3, "2021-07", bound="at_least"), "", "more or less"),
        (row(3, "2021-07"), "2022-07", "2021-07 is of the territory before 2022-07"),
        (row(3, "2021-07", vintage="2022-08-01"), "2022-07", ""),
    ],
)
def test_two_quantities_are_set_side_by_side_only_where_they_are_alike(
    other: Observation, since: str, why: str
) -> None:
    measures = Measures(Observations([row(5), other]), since)
    now, then = (measures.level(point) for point in (JULY, JULY.at("2021-07")))
    told = measures.unlike(measured(now), measured(then))
    assert why in told.text() if told else not why
