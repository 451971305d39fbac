"""The rows of the dataset, and finding the one that holds for a period and a vintage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from drafter.period import last_month

if TYPE_CHECKING:
    import pandas

SPANS = (
    "month",
    "quarter",
    "ytd",
    "average_ytd",
    "year",
    "asof",
    "season",
    "window",
    "project",
)
MEASURES = (
    "level",
    "plan",
    "numerator",
    "denominator",
    "rank",
    "change_percent",
    "change_absolute",
    "change_points",
    "index",
    "contribution",
    "contribution_share",
    "share",
)
BASES = (
    "month_on_month",
    "quarter_on_quarter",
    "year_on_year",
    "year_on_year_real",
    "year_end",
    "december",
    "base_year",
)
"""`year_on_year_real`: on the same period of the year before, with the rise of prices excluded."""
BOUNDS = ("low", "high", "at_least", "at_most")
STATUSES = ("estimate", "preliminary", "actual")
ORIGINS = ("reported", "implied")

COLUMNS = (
    "indicator",
    "item",
    "area",
    "span",
    "period",
    "measure",
    "base",
    "of",
    "plan",
    "bound",
    "value",
    "unit",
    "status",
    "as_of",
    "origin",
    "source",
    "vintage",
    "note",
)


class Key(NamedTuple):
    """What an observation is of; with its vintage it is unique in a dataset.

    item: a path in the indicator's breakdown (`rice/main`); blank for the whole.
    area: blank for the workspace's own province, else an official code with an optional part.
    base: `base_year:2019` carries its year. of: what a share or a numerator is a part of.
    """

    indicator: str
    item: str = ""
    area: str = ""
    span: str = "month"
    period: str = ""
    measure: str = "level"
    base: str = ""
    of: str = ""
    plan: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One observed quantity. `place` is `file:row` in the workspace, `vintage` an ISO date."""

    key: Key
    value: Decimal
    unit: str
    status: str = "actual"
    as_of: str = ""
    origin: str = "reported"
    source: str = ""
    vintage: str = ""
    note: str = ""
    place: str = ""


class Observations:
    """All rows of a dataset, found by key in one step however long the history is.

    vintage: ISO date; rows given after it are not seen. Blank: the newest of each key holds.
    """

    def __init__(self, rows: Iterable[Observation], vintage: str = "") -> None:
        self.vintage = vintage
        self._rows = tuple(row for row in rows if not vintage or row.vintage <= vintage)
        self._newest: dict[Key, Observation] = {}
        self._changes: set[tuple[tuple[str, ...], str, str, str]] | None = None
        self._by_period: dict[str, list[Observation]] | None = None
        self._periods: dict[tuple[str, str, str, str], list[str]] | None = None
        for row in self._rows:
            held = self._newest.get(row.key)
            if held is None or row.vintage >= held.vintage:
                self._newest[row.key] = row

    def get(self, key: Key) -> Observation | None:
        """The newest row of `key` not after the vintage asked for, or None."""
        return self._newest.get(key)

    def has_change(self, series: tuple[str, str, str], span: str, period: str, base: str) -> bool:
        """Whether a change on `base` is given as such, in percent, in points or as an index."""
        if self._changes is None:
            given = ("change_percent", "change_points", "index")
            keys = (key for key in self._newest if key.measure in given)
            self._changes = {(key[:3], key.span, key.period, key.base) for key in keys}
        return (series, span, period, base) in self._changes

    def latest_period(self, series: tuple[str, str, str], span: str, month: str) -> str:
        """The newest period of a span that a series has by the end of `month`, blank for none.

        A season counts from the year that it is named after; of two in one year, the later row.
        """
        if self._periods is None:
            self._periods = {}
            for key in self._newest:
                self._periods.setdefault((key.indicator, key.item, key.area, key.span), []).append(
                    key.period
                )
        known = self._periods.get((*series, span), [])
        past = [(since, p) for p in known if (since := _known_from(p, span)) <= month]
        return max(reversed(past), key=lambda one: one[0], default=("", ""))[1]

    def of_period(self, period: str) -> Sequence[Observation]:
        """The rows that hold for one period, however many others there are."""
        if self._by_period is None:
            self._by_period = {}
            for row in self:
                self._by_period.setdefault(row.key.period, []).append(row)
        return self._by_period.get(period, ())

    def as_of(self, vintage: str) -> Observations:
        """The same dataset as it stood on the day `vintage` (ISO date)."""
        return Observations(self._rows, vintage)

    def __iter__(self) -> Iterator[Observation]:
        """The rows that hold, one for a key, in the order of the files."""
        return iter(self._newest.values())

    def __len__(self) -> int:
        return len(self._newest)

    def frame(self) -> pandas.DataFrame:
        """The rows that hold as a table with the columns of `COLUMNS`, values as Decimal."""
        import pandas

        return pandas.DataFrame(
            [
                (
                    *row.key,
                    row.value,
                    row.unit,
                    row.status,
                    row.as_of,
                    row.origin,
                    row.source,
                    row.vintage,
                    row.note,
                )
                for row in self
            ],
            columns=list(COLUMNS),
        )


def _known_from(period: str, span: str) -> str:
    """The month from which a period counts as the newest: its last, a season's first."""
    return f"{period[:4]}-01" if span == "season" else last_month(period)
