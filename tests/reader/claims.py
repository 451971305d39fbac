"""What a report asserts, as read from its text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Claim:
    """One assertion about the data.

    value: signed by the direction word; None where the text gives no number (zero words, trends).
    high: the upper end of a range, the denominator of a fraction. measure: `level`,
    `change_percent`, `change_absolute`, `plan`, `attainment`, `share`, `contribution`,
    `contribution_share`, `fraction`,
    `range`, `change_range`, `points`, `way`, `count`, `extreme`, `zero`, `status`, `missing`,
    `list`. base: as in the data; of an attainment the plan's words. members: what a list or a
    status is of, in order.
    """

    indicator: str
    item: str
    span: str
    period: str
    measure: str
    value: Decimal | None
    unit: str
    base: str
    text: str
    tag: str = ""
    decimals: int = 0
    high: Decimal | None = None
    direction: str = ""
    members: tuple[Claim, ...] = ()
    sentence: str = ""

    def __str__(self) -> str:
        what = "/".join(filter(None, (self.indicator, self.item)))
        return (f"{what} {self.span} {self.period} {self.measure} {self.base} = {self.value} "
                f"{self.unit} [{self.text}] in: {self.sentence}")  # fmt: skip


@dataclass(frozen=True)
class Unplaced:
    """A figure that the reader could not turn into a claim, and why."""

    text: str
    tag: str
    why: str
    sentence: str
