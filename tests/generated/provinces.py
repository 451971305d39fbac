"""The two provinces: one with gaps in its data, one whose territory changes in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from drafter.catalog import Catalog, item_paths
from drafter.observations import Key, Observation, Observations
from drafter.profile import Profile
from drafter.stores.catalogs import read_catalog
from drafter.stores.workspace import Workspace
from drafter.yaml_text import from_yaml
from tests.generated.series import Values, chance, periods, unit_of

RANGES = ("prices.retail_price", "prices.cpi_rest", "agriculture.farm_price")
"""Indicators that are told by their bounds."""
_PROFILE = """\
format: 1
province: {{name: {name}, code: "98"{since}}}
agencies:
  people_committee: {{name: ỦY BAN NHÂN DÂN TỈNH {upper}, symbol: BC-UBND}}
  statistics_office: {{name: THỐNG KÊ TỈNH {upper}}}
scope:
{scope}
"""


@dataclass(frozen=True)
class Province:
    """A made-up province. gaps: the share of its rows that are lost. since: its merger."""

    name: str
    gaps: Decimal = Decimal(0)
    since: str = ""


WITH_GAPS = Province("Thanh Giang", gaps=Decimal("0.04"))
MERGED = Province("Nam Sơn", since="2023-07")


@cache
def office(province: Province) -> Workspace:
    """The province's workspace, its data made up."""
    nowhere = Path("made-up") / province.name
    catalog, _ = read_catalog(nowhere)
    scope = dict(_scope(province, catalog))
    text = _PROFILE.format(
        name=province.name, upper=province.name.upper(),
        since=f", territory_since: {province.since}" if province.since else "",
        scope="\n".join(f"  {name}: {{items: {items}}}" for name, items in scope.items()),
    )  # fmt: skip
    rows = [row for row in _rows(province, catalog, scope) if not _is_lost(province, row)]
    return Workspace(nowhere, from_yaml(text, Profile, "drafter.yaml"), catalog, Observations(rows))


def _scope(province: Province, catalog: Catalog) -> Iterator[tuple[str, list[str]]]:
    """Three quarters of the indicators, half of their items."""
    for name, entry in catalog.indicators.items():
        if chance(province.name, "scope", name) < Decimal("0.5"):
            paths = list(item_paths(catalog, entry))
            items = [one for one in paths if chance(province.name, name, one) < 0]
            yield (
                name,
                ["", *(items if len(items) < 25 else items[:25])]
                if entry.kind != "tuple"
                else paths,
            )


def _rows(
    province: Province, catalog: Catalog, scope: dict[str, list[str]]
) -> Iterator[Observation]:
    values = Values(province.name, catalog)
    for name, items in scope.items():
        whole = {path for item in items for path in _ancestors(item)}
        for item in sorted(whole):
            for number, (key, value, unit) in enumerate(_of_series(values, name, item)):
                yield from _given(province, key, value, unit, f"data/{name}-{item}.csv:{number}")


def _ancestors(item: str) -> Iterator[str]:
    """A path and those above it, up to the whole."""
    parts = item.split("/") if item else []
    yield from ("/".join(parts[:depth]) for depth in range(len(parts) + 1))


def _of_series(values: Values, name: str, item: str) -> Iterator[tuple[Key, Decimal, str]]:
    """Everything that a report may ask of a series: levels, published rates, parts, plans."""
    entry, unit = values.catalog.indicators[name], unit_of(values.catalog, name, item)
    for span, comparisons in entry.due.items():
        for period in periods(span):
            at = Key(name, item, span=span, period=period)
            if entry.kind == "index":
                yield from _rates(values, at, comparisons)
                continue
            if name in RANGES:
                yield from _bounds(values, at, unit)
                continue
            yield at, values.level(name, item, span, period), unit
            if entry.kind in ("rate", "count", "stock"):
                part, whole = values.fraction(name, item, span, period)
                yield at._replace(measure="numerator"), part, unit
                yield at._replace(measure="denominator"), whole, unit
            for base in (one for one in comparisons if one.startswith("base_year")):
                yield at._replace(measure="change_percent", base=base), values.rate(*at, base), "%"
    for plan in entry.plans:
        for period in periods("year"):
            key = Key(name, item, span="year", period=period, measure="plan", plan=plan)
            yield key, values.plan(name, item, period, plan), unit


def _rates(
    values: Values, at: Key, comparisons: tuple[str, ...]
) -> Iterator[tuple[Key, Decimal, str]]:
    for base in comparisons:
        key = at._replace(measure="change_percent", base=base)
        yield key, values.rate(*key), "%"


def _bounds(values: Values, at: Key, unit: str) -> Iterator[tuple[Key, Decimal, str]]:
    """The ends of a range: of levels, of changes in units and in percent."""
    for end, value in zip(("low", "high"), values.bounds(*at), strict=True):
        yield at._replace(bound=end), value, unit
        for base in values.catalog.indicators[at.indicator].due[at.span]:
            key = at._replace(base=base, bound=end)
            if unit != "%":
                yield key._replace(measure="change_absolute"), value, unit
            yield key._replace(measure="change_percent"), value / 1000, "%"


def _given(
    province: Province, key: Key, value: Decimal, unit: str, place: str
) -> Iterator[Observation]:
    """A row as it was given at its time, a plan in January; after a merger some are given again."""
    end = key.period.rpartition("/")[2]
    month = f"{end[:4]}-{_MONTHS.get(end[5:7], end[5:7] or '12')}"
    month = f"{key.period}-01" if key.measure == "plan" else month
    yield Observation(key, value, unit, vintage=f"{month}-28", place=place)
    again = chance(province.name, "again", *key[:2]) > 0
    if province.since and month < province.since and again:
        vintage = f"{province.since}-28"
        yield Observation(key, value * 2, unit, vintage=vintage, place=f"{place}0")


_MONTHS = {"Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12", "wi": "06", "ma": "12"}


def _is_lost(province: Province, row: Observation) -> bool:
    return bool(province.gaps) and chance(province.name, "lost", *row.key) < 2 * province.gaps - 1
