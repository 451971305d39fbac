"""What is measured: series, points of time, quantities with their history, and gaps."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import msgspec

from drafter.errors import Message
from drafter.observations import Observation


class Series(NamedTuple):
    """What is followed through time: an indicator, an item of it, a part of the area."""

    indicator: str
    item: str = ""
    area: str = ""


class Point(NamedTuple):
    """A series in one span and period: what a level is of."""

    series: Series
    span: str
    period: str

    def of(self, series: Series) -> Point:
        """The same time of another series."""
        return Point(series, self.span, self.period)

    def at(self, period: str) -> Point:
        """The same series and span in another period."""
        return Point(self.series, self.span, period)


class Measured(msgspec.Struct, frozen=True):
    """A quantity or a comparison, unrounded, with its history.

    measure: as in `observations.MEASURES`, or `attainment`. unit: of `value` (`%` for rates).
    base: the comparison (`year_on_year`, `base_year:2019`, `plan:central`), blank for a level.
    base_period: the period compared with, blank where there is none. doubt: what the clerk must be
    told, for instance that a published rate and the levels disagree. places: how many decimals the
    rounding of the data leaves it, None for as many as are asked for.
    """

    point: Point
    measure: str
    base: str
    value: Decimal
    unit: str
    formula: str
    inputs: tuple[Observation, ...]
    base_period: str = ""
    doubt: Message | None = None
    places: int | None = None

    @property
    def origin(self) -> str:
        """`implied` as soon as one input was worked back from a published rate."""
        return "implied" if any(row.origin == "implied" for row in self.inputs) else "reported"

    @property
    def status(self) -> str:
        """The status of the newest input: the quantity of the report's own period."""
        return self.inputs[0].status


class Gap(msgspec.Struct, frozen=True):
    """A quantity that cannot be given, and why. refused: the data are there but not comparable."""

    point: Point
    measure: str
    base: str
    reason: Message
    refused: bool = False


Outcome = Measured | Gap
