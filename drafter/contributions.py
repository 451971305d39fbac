"""What a part adds to the growth of its whole, in percent of that growth, where it tells."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from drafter.arithmetic import (
    HUNDRED,
    PERCENT,
    NoBaseError,
    decimals_within,
    half_unit,
    share_of_growth,
)
from drafter.errors import Message, msg
from drafter.measured import Gap, Measured, Outcome, Point

MEASURE, BASE = "contribution_share", "year_on_year"
WIDEST = Decimal(5)
"""How far apart, in percent of the growth, the ends of a share may lie by the data's rounding."""


def of_growth(
    point: Point, part: Measured, whole: Measured, published: Outcome | None = None
) -> Outcome:
    """A part's growth in percent of the whole's: both in units, or points and the whole's rate.

    published: the share as it was given, with which this one is compared.
    Refused where the whole did not grow, where other parts went so far against this one that it
    would be more than all of the growth, and where the rounding of the data spreads it too wide.
    """
    if part.measure == "change_absolute" and part.unit != whole.unit:
        return refused(point, msg("{now} cannot be compared with {base}", now=part.unit,
                                  base=whole.unit))  # fmt: skip
    try:
        value, spread = share_of_growth(part.value, whole.value, _half(part), _half(whole))
    except NoBaseError:
        return refused(point, _too_coarse() if whole.value > 0 else _did_not_grow(whole.value))
    if abs(value) > HUNDRED:
        return refused(point, _more_than_all(value))
    if spread > WIDEST:
        return refused(point, _too_coarse())
    # Levels are taken as they stand, as in every comparison; rates have been rounded once already.
    places = None if part.measure == "change_absolute" else decimals_within(spread)
    inputs = tuple(dict.fromkeys((*part.inputs, *whole.inputs)))
    formula = f"({part.formula}) / ({whole.formula}) × 100"
    share = Measured(
        point, MEASURE, BASE, value, PERCENT, formula, inputs, part.base_period, places=places
    )
    if not isinstance(published, Measured) or "implied" in (share.origin, published.origin):
        return share
    return replace(share, doubt=_doubt(value, spread, published))


def as_published(share: Measured, whole: Outcome) -> Outcome:
    """A published share, refused where it misleads: see `of_growth`. whole: how the whole went."""
    if isinstance(whole, Measured) and whole.value <= 0:
        return refused(share.point, _did_not_grow(whole.value))
    if abs(share.value) > HUNDRED:
        return refused(share.point, _more_than_all(share.value))
    return share


def _doubt(value: Decimal, spread: Decimal, published: Measured) -> Message | None:
    """What to say of a share worked out that contradicts the published one, or None."""
    if abs(published.value - value) <= half_unit(published.value) + spread:
        return None
    return msg(
        "the published rate {published} disagrees with the levels: {computed} is printed",
        published=published.value,
        computed=round(value, 3),
    )


def refused(point: Point, reason: Message) -> Gap:
    """A share that is not told, and why."""
    return Gap(point, MEASURE, BASE, reason, refused=True)


def _did_not_grow(growth: Decimal) -> Message:
    return msg("the whole did not grow ({growth}), so that there is no share of its growth; tell "
               "the contribution in points", growth=round(growth, 2))  # fmt: skip


def _more_than_all(share: Decimal) -> Message:
    return msg("the parts went against each other: {share} percent of the growth says nothing; "
               "tell the contribution in points", share=round(share, 1))  # fmt: skip


def _too_coarse() -> Message:
    return msg("the data are rounded too coarsely for a share of the growth; give the share itself "
               "or more decimals")  # fmt: skip


def _half(one: Measured) -> Decimal:
    """How far a change may lie from what is given, by the rounding of its rows.

    Of a rate that was worked out from levels their rounding is left out of account.
    """
    if one.measure != "change_absolute" and len(one.inputs) > 1:
        return Decimal(0)
    return sum((half_unit(row.value) for row in one.inputs), Decimal(0))
