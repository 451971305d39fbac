"""Changes, parts and bases in Decimal; what holds for any two levels."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.arithmetic import (
    NoBaseError,
    agree,
    base_period,
    half_unit,
    percent_change,
    percent_of,
)  # fmt: skip
from drafter.numerals import rounded

LEVELS = st.decimals("0.01", 10**9, places=2)


@pytest.mark.parametrize("base", [Decimal(0), Decimal("-0.1")])
def test_a_base_that_is_not_positive_is_refused(base: Decimal) -> None:
    with pytest.raises(NoBaseError):
        percent_change(Decimal(5), base)


@given(LEVELS, LEVELS)
def test_the_change_is_what_the_part_lies_over_hundred(now: Decimal, base: Decimal) -> None:
    assert percent_change(now, base) + 100 == pytest.approx(percent_of(now, base))
    assert (percent_change(now, base) > 0) == (now > base)


@given(LEVELS, LEVELS, st.sampled_from([Decimal(1000), Decimal(10) ** 6, Decimal("0.001")]))
def test_a_change_of_unit_leaves_rates_alone(now: Decimal, base: Decimal, scale: Decimal) -> None:
    assert percent_change(now * scale, base * scale) == percent_change(now, base)


@given(LEVELS, LEVELS, st.integers(0, 3))
def test_a_rate_taken_from_the_levels_agrees_with_them(
    now: Decimal, base: Decimal, places: int
) -> None:
    assert agree(rounded(percent_change(now, base), places), now, base)


@given(
    st.decimals(-1000, 1000, places=3), st.decimals(10, 1000, places=3),
    st.integers(0, 2), st.integers(0, 2),
)  # fmt: skip
def test_a_rate_of_the_unrounded_levels_agrees_with_the_rounded_ones(
    now: Decimal, base: Decimal, now_places: int, base_places: int
) -> None:
    published = rounded(percent_change(now, base), 2)
    assert agree(published, rounded(now, now_places), rounded(base, base_places))


def test_a_rate_that_no_rounding_explains_does_not_agree() -> None:
    assert not agree(Decimal("0.64"), Decimal("1483.33"), Decimal("1101.36"))


def test_a_base_within_its_own_rounding_of_zero_says_nothing() -> None:
    assert agree(Decimal(900), Decimal(5), Decimal("0"))


@pytest.mark.parametrize(("text", "half"), [("1E+3", "0.5"), ("7.18", "0.005"), ("0.10", "0.005")])
def test_half_a_unit_is_of_the_places_that_were_given(text: str, half: str) -> None:
    assert half_unit(Decimal(text)) == Decimal(half)


@pytest.mark.parametrize(
    ("span", "period", "comparison", "earlier"),
    [
        ("month", "2023-01", "month_on_month", "2022-12"),
        ("month", "2023-07", "december", "2022-12"),
        ("quarter", "2023-Q1", "quarter_on_quarter", "2022-Q4"),
        ("ytd", "2023-07", "year_on_year", "2022-07"),
        ("ytd", "2023-07", "month_on_month", ""),
        ("ytd", "2023-07", "december", ""),
        ("asof", "2023-03-31", "month_on_month", "2023-02-28"),
        ("asof", "2025-02-28", "year_on_year", "2024-02-29"),
        ("asof", "2024-02-29", "year_on_year", "2023-02-28"),
        ("asof", "2023-07-09", "year_on_year", "2022-07-09"),
        ("asof", "2023-07-31", "year_end", "2022-12-31"),
        ("month", "2023-07", "year_end", ""),
        ("month", "2023-07", "base_year:2019", ""),
        ("season", "2023-winter", "year_on_year", "2022-winter"),
        ("window", "2022-12-15/2023-08-14", "year_on_year", "2021-12-15/2022-08-14"),
        ("window", "", "year_on_year", ""),
    ],
)
def test_the_base_of_a_comparison(span: str, period: str, comparison: str, earlier: str) -> None:
    assert base_period(span, period, comparison) == earlier
