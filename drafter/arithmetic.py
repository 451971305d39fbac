"""The arithmetic of comparisons: changes, parts of a whole, periods compared, rounding slack."""

from __future__ import annotations

from decimal import Decimal

from drafter.period import month_end, one_before, year_before, year_end_before, year_of

HUNDRED = Decimal(100)
PERCENT, POINTS = "%", "điểm %"


class NoBaseError(ValueError):
    """The base of a comparison is zero or negative."""


def percent_change(now: Decimal, base: Decimal) -> Decimal:
    """Percent by which `now` lies over `base`; NoBaseError when the base is not positive.

    >>> percent_change(Decimal("107.18"), Decimal(100))
    Decimal('7.18')
    """
    return percent_of(now, base) - HUNDRED


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """`part` in percent of `whole`; NoBaseError when the whole is not positive.

    >>> percent_of(Decimal(2755), Decimal(3800))
    Decimal('72.5')
    """
    if whole <= 0:
        raise NoBaseError(whole)
    return part * HUNDRED / whole


def base_period(span: str, period: str, comparison: str) -> str:
    """The period that a comparison looks back to, blank when no calendar tells it.

    >>> base_period("ytd", "2023-07", "year_on_year"), base_period("asof", "2023-07-31", "year_end")
    ('2022-07', '2022-12-31')
    """
    if not period:
        return ""
    if comparison in ("year_on_year", "year_on_year_real"):
        ends_month = span == "asof" and period == month_end(period[:7])
        return month_end(year_before(period[:7])) if ends_month else year_before(period)
    if comparison in ("month_on_month", "quarter_on_quarter") and span in (
        "month",
        "quarter",
        "asof",
    ):
        return one_before(period)
    if comparison == "year_end" and span == "asof":
        return year_end_before(period)
    if comparison == "december" and span == "month":
        return f"{year_of(period) - 1}-12"
    return ""


def half_unit(value: Decimal) -> Decimal:
    """Half of the last decimal place that a number was given with.

    >>> half_unit(Decimal("12.5")), half_unit(Decimal("470"))
    (Decimal('0.05'), Decimal('0.5'))
    """
    return Decimal(5).scaleb(min(int(value.as_tuple().exponent), 0) - 1)


def share_of_growth(
    part: Decimal, whole: Decimal, part_half: Decimal, whole_half: Decimal
) -> tuple[Decimal, Decimal]:
    """A part's growth in percent of the whole's, and how wide that is spread by rounding.

    part_half, whole_half: how far each may lie from what is given. NoBaseError when the whole did
    not grow, or by no more than its rounding.

    >>> share_of_growth(Decimal("2.5"), Decimal("5"), Decimal("0.05"), Decimal(0))
    (Decimal('50.0'), Decimal('2.00'))
    """
    if whole <= whole_half:
        raise NoBaseError(whole)
    ends = [
        percent_of(part + part_half * over, whole + whole_half * under)
        for over in (-1, 1)
        for under in (-1, 1)
    ]
    return percent_of(part, whole), max(ends) - min(ends)


def decimals_within(spread: Decimal) -> int:
    """How many decimals a number bears that is only known within a spread, from 0 to 6.

    The last of them may be one out.

    >>> [decimals_within(Decimal(spread)) for spread in ("0", "0.01", "0.3", "1", "12")]
    [6, 2, 0, 0, 0]
    """
    if spread == 0:
        return 6
    one = spread.normalize().as_tuple().digits == (1,)
    return max(0, min(6, -spread.adjusted() - (0 if one else 1)))


def agree(published: Decimal, now: Decimal, base: Decimal) -> bool:
    """Whether a published rate in percent lies within what the rounding of both levels allows.

    >>> agree(Decimal("24.37"), Decimal("377.9"), Decimal("303.8"))
    True
    >>> agree(Decimal("25.37"), Decimal("377.9"), Decimal("303.8"))
    False
    """
    slack, now_half, base_half = half_unit(published), half_unit(now), half_unit(base)
    if base <= base_half:
        return True
    ends = [
        percent_change(now + now_half * over, base + base_half * under)
        for over in (-1, 1)
        for under in (-1, 1)
    ]
    return min(ends) - slack <= published <= max(ends) + slack
