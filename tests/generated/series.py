"""Made-up values, the same each time: of every series, span and period; sums add up."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from hashlib import blake2b

from drafter.catalog import Catalog

FIRST, LAST = 2021, 2024
SUMMED = ("flow", "count", "tuple")
"""Kinds whose months add up; the others stand at a point of time."""
SEASONS = ("winter_spring", "main")


def chance(*key: object) -> Decimal:
    """A number from -1 to 1 that belongs to a key."""
    digest = blake2b("|".join(map(str, key)).encode(), digest_size=6).digest()
    return Decimal(int.from_bytes(digest, "big")) / Decimal(1 << 47) - 1


@dataclass(frozen=True)
class Values:
    """The values of one province. seed: its name."""

    seed: str
    catalog: Catalog

    def level(self, indicator: str, item: str, span: str, period: str) -> Decimal:
        """The level of a series, with the decimals that it is reported with."""
        return rounded(self._sum(indicator, item, span, period), self._places(indicator, item))

    def plan(self, indicator: str, item: str, year: str, plan: str) -> Decimal:
        """A target of a year, near what is reached in it."""
        span = "ytd" if self.catalog.indicators[indicator].kind in SUMMED else "asof"
        period = f"{year}-12" if span == "ytd" else f"{year}-12-31"
        reached = self._sum(indicator, item, span, period)
        factor = 1 + chance(self.seed, "plan", indicator, item, year, plan) / 5
        return max(rounded(reached * factor, self._places(indicator, item)), Decimal(1))

    def rate(self, *key: str) -> Decimal:
        """A published change in percent; now and then exactly nothing."""
        size = chance(self.seed, "rate", *key)
        return Decimal(0) if abs(size) < Decimal("0.04") else rounded(size**3 * 30, 2)

    def fraction(self, *key: str) -> tuple[Decimal, Decimal]:
        """A part and its whole."""
        whole = rounded((chance(self.seed, "whole", *key) + 2) * 40, 0)
        share = (chance(self.seed, "part", *key) + 1) / 2
        return rounded(whole * share, 0), whole

    def bounds(self, *key: str) -> tuple[Decimal, Decimal]:
        """A lower and an upper bound."""
        low = rounded((chance(self.seed, "low", *key) + 2) * 5, 0) * 1000
        return low, low + 5000

    def _sum(self, indicator: str, item: str, span: str, period: str) -> Decimal:
        """A level as the sum of its parts and months, where it has any."""
        below = self._below(indicator, item)
        if below:
            return sum((self._sum(indicator, one, span, period) for one in below), Decimal(0))
        if self.catalog.indicators[indicator].kind not in SUMMED or span in ("season", "window"):
            return self._at(indicator, item, span, period)
        return sum(
            (self._month(indicator, item, month) for month in months(span, period)), Decimal(0)
        )

    def _below(self, indicator: str, item: str) -> list[str]:
        """The members that a level is the sum of; the fields of a tuple add up to nothing."""
        entry = self.catalog.indicators[indicator]
        if entry.kind not in ("flow", "stock", "count") or entry.breakdown is None:
            return []
        held = self.catalog.item(indicator, item) if item else None
        members = held.items if held else {} if item else self.catalog.members(entry)
        if any(member.unit for member in members.values()):
            return []
        return [f"{item}/{key}" if item else key for key in members]

    def _month(self, indicator: str, item: str, month: str) -> Decimal:
        """What one month adds."""
        kind = self.catalog.indicators[indicator].kind
        if kind in ("count", "tuple") and chance(
            self.seed, "none", indicator, item, month
        ) > Decimal("0.7"):
            return Decimal(0)
        return self._at(indicator, item, "month", month)

    def _at(self, indicator: str, item: str, span: str, period: str) -> Decimal:
        """The level at a time: its size, its course over the years, its luck."""
        entry = self.catalog.indicators[indicator]
        if self._unit(indicator, item) == "%":
            return 60 + 35 * chance(self.seed, indicator, item, span, period)
        size = Decimal(10) ** int((chance(self.seed, "size", indicator, item) + 1) * 2)
        size *= 3 if entry.kind in ("count", "tuple") else 20
        years = (
            (Decimal(period.rpartition("/")[2][:4]) - FIRST)
            * (1 + chance(self.seed, "course", indicator, item))
            / 10
        )
        luck = chance(self.seed, "luck", indicator, item, span, period) / 4
        return size * (1 + years) * (1 + luck)

    def _unit(self, indicator: str, item: str) -> str:
        held = self.catalog.item(indicator, item) if item else None
        return (held.unit if held else "") or self.catalog.indicators[indicator].unit

    def _places(self, indicator: str, item: str) -> int:
        entry, held = (
            self.catalog.indicators[indicator],
            self.catalog.item(indicator, item) if item else None,
        )
        return ((held.decimals if held else None) or entry.decimals).value


def rounded(value: Decimal, places: int) -> Decimal:
    """A value with so many decimals, half up."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def months(span: str, period: str) -> list[str]:
    """The months that a span adds up."""
    year = period[:4]
    if span == "quarter":
        first = int(period[6]) * 3 - 2
        return [f"{year}-{number:02d}" for number in range(first, first + 3)]
    last = 12 if span == "year" else int(period[5:7])
    return [f"{year}-{number:02d}" for number in range(last if span == "month" else 1, last + 1)]


@lru_cache
def periods(span: str) -> Sequence[str]:
    """Every period of a span in the years of the data."""
    return tuple(_periods(span))


def _periods(span: str) -> Iterator[str]:
    for year in range(FIRST, LAST + 1):
        if span == "year":
            yield str(year)
        elif span == "quarter":
            yield from (f"{year}-Q{number}" for number in range(1, 5))
        elif span == "season":
            yield from (f"{year}-{season}" for season in SEASONS)
        else:
            for number in range(1, 13):
                last = calendar.monthrange(year, number)[1]
                yield {
                    "asof": f"{year}-{number:02d}-{last}",
                    "window": f"{year - 1}-12-15/{year}-{number:02d}-14",
                }.get(span, f"{year}-{number:02d}")


def unit_of(catalog: Catalog, indicator: str, item: str) -> str:
    """The unit of a series' levels."""
    held = catalog.item(indicator, item) if item else None
    return (held.unit if held else "") or catalog.indicators[indicator].unit
