"""The catalogue of indicators (`indicators.yaml`): what each one is, never how it is worded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

import msgspec

Kind = Literal["flow", "stock", "index", "rate", "count", "tuple"]
Relation = Literal["sum", "subset"]


class Decimals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Decimals printed for levels (in the catalogue's unit) and for rates in percent."""

    value: int = 0
    rate: int = 2


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A member of a breakdown; `items` are the members below it.

    label: as it stands in a sentence (`sản xuất đồ uống`, `lúa`), lower case unless a name.
    short: a shorter form for lists. unit, decimals: where they differ from the indicator's.
    of: what it belongs to in another breakdown (an industrial product's branch, `C/23`).
    """

    label: str
    short: str = ""
    unit: str = ""
    decimals: Decimals | None = None
    of: str = ""
    items: Mapping[str, Item] = {}


class Breakdown(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How an indicator is divided: by a classification of the catalogue or by items of its own.

    relation: `sum` (the members add up to the whole) or `subset`. noun: what one member is called
    when members are counted (`nhóm hàng`, `ngành`).
    """

    classification: str = ""
    items: Mapping[str, Item] = {}
    relation: Relation = "subset"
    noun: str = ""


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One family of figures.

    label: as it begins a sentence, without its capital (`kim ngạch xuất khẩu`); short: in lists.
    due: span → comparisons that a month's report owes the reader, in printed order
    (`month_on_month`, `year_on_year`, `year_end`, `base_year:2019`, `plan`, `share` …).
    plans: the plans that attainment is measured against. lag: months by which the newest data
    trail the report (enterprises: 1). frequency: the shortest span that it is compiled for (GRDP:
    `quarter`); reports that do not tell that span owe nothing of it. source: the department that
    the figures come from. summable: months add up to the year to date. signed: a level may be
    below zero (a balance).
    """

    label: str
    kind: Kind
    unit: str
    short: str = ""
    decimals: Decimals = Decimals()
    breakdown: Breakdown | None = None
    due: Mapping[str, tuple[str, ...]] = {}
    plans: tuple[str, ...] = ()
    lag: int = 0
    frequency: Literal["month", "quarter", "year"] = "month"
    source: str = ""
    summable: bool = False
    signed: bool = False
    note: str = ""


class Catalog(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The whole catalogue. classifications: name → its members, shared by indicators."""

    classifications: Mapping[str, Mapping[str, Item]] = {}
    indicators: Mapping[str, Indicator] = {}

    def members(self, indicator: Indicator) -> Mapping[str, Item]:
        """The first-level items of an indicator's breakdown, by key; empty when it has none."""
        breakdown = indicator.breakdown
        if breakdown is None:
            return {}
        return {**self.classifications.get(breakdown.classification, {}), **breakdown.items}

    @cached_property
    def _items(self) -> dict[tuple[str, str], Item]:
        """Every item of every indicator by (indicator, path)."""
        return {
            (name, path): item
            for name, indicator in self.indicators.items()
            for path, item in _walk(self.members(indicator), "")
        }

    def item(self, indicator: str, path: str) -> Item | None:
        """The item at `path` (`rice/main`) of an indicator's breakdown, or None."""
        return self._items.get((indicator, path))


def item_paths(catalog: Catalog, indicator: Indicator) -> Iterator[str]:
    """Every item path of an indicator's breakdown, a parent before its children."""
    for path, _ in _walk(catalog.members(indicator), ""):
        yield path


def _walk(items: Mapping[str, Item], prefix: str) -> Iterator[tuple[str, Item]]:
    for key, item in items.items():
        yield f"{prefix}{key}", item
        yield from _walk(item.items, f"{prefix}{key}/")
