"""The profile of an office (`drafter.yaml`): who it is, what it reports and how it prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Literal

import msgspec

from drafter.catalog import Catalog, Indicator, item_paths
from drafter.settings import Layers

FORMAT = 1


class Province(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The province: its name, what it is (`tỉnh`, `thành phố`), its official code.

    territory_since: the month from which its territory is what it is now (`2025-07`); values of
    earlier periods given before that month are of another territory and not comparable.
    """

    name: str
    type: str = "tỉnh"
    code: str = ""
    territory_since: str = ""


class Agency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One issuing agency and its frame, as the decree's Mẫu 1.4 names the parts.

    superior: cơ quan chủ quản; name: cơ quan ban hành (lines parted by a line break);
    symbol: of its reports (`BC-UBND`); place: địa danh; signature: quyền hạn, chức vụ, a line
    each; signer: họ tên, blank until known; recipients: nơi nhận, without dashes and stops;
    addressees: kính gửi.
    """

    name: str
    superior: str = ""
    symbol: str = ""
    place: str = ""
    signature: tuple[str, ...] = ()
    signer: str = ""
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()


class ScopeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which items of an indicator the office reports, and which comparisons of each span.

    items: paths, `""` for the whole; `all` for the whole and every item of the catalogue.
    due: span → comparisons; none: what the catalogue says.
    """

    items: tuple[str, ...] | Literal["all"] = ("",)
    due: Mapping[str, tuple[str, ...]] | None = None


ScopeEntry = Literal["all"] | ScopeRule | tuple[ScopeRule, ...]


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `drafter.yaml`.

    format: version of this file's form. agencies: frame name → agency. scope: indicator id (or
    pattern) → what is reported. report: the default report kind. numerals: file pattern in
    `data/` → `vietnamese` or `plain`. title, subject: core properties of the file.
    """

    format: int
    province: Province
    agencies: Mapping[str, Agency]
    scope: Mapping[str, ScopeEntry]
    report: str = "provincial"
    settings: Layers = Layers()
    numerals: Mapping[str, Literal["vietnamese", "plain"]] = {}


Due = Mapping[str, tuple[str, ...]]


class Scope:
    """What is due of every series, resolved from the catalogue and a profile.

    An indicator outside of the scope is due nothing; so is an item that no rule names.
    """

    def __init__(self, catalog: Catalog, scope: Mapping[str, ScopeEntry]) -> None:
        self._due: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        for indicator, entry in catalog.indicators.items():
            for rule in _rules(scope, indicator):
                self._add(catalog, indicator, entry, rule)
        self._items: dict[str, tuple[str, ...]] = {}
        for indicator, entry in catalog.indicators.items():
            held = [item for item in item_paths(catalog, entry) if (indicator, item) in self._due]
            self._items[indicator] = tuple(held)

    def _add(self, catalog: Catalog, name: str, indicator: Indicator, rule: ScopeRule) -> None:
        due = indicator.due if rule.due is None else rule.due
        items = ("", *item_paths(catalog, indicator)) if rule.items == "all" else rule.items
        for item in items:
            held = self._due.setdefault((name, item), {})
            for span, comparisons in due.items():
                known = held.get(span, ())
                held[span] = (*known, *(one for one in comparisons if one not in known))

    def due(self, indicator: str, item: str = "") -> Due:
        """Span → comparisons due of a series; empty when it is out of scope."""
        return self._due.get((indicator, item), {})

    def places(self, indicator: str) -> Iterator[tuple[str, str]]:
        """(item, span) of everything due of an indicator, the whole first."""
        for item in ("", *self.items(indicator)):
            for span in self.due(indicator, item):
                yield item, span

    def items(self, indicator: str) -> tuple[str, ...]:
        """The item paths of an indicator that are in scope, in the catalogue's order."""
        return self._items.get(indicator, ())


def _rules(scope: Mapping[str, ScopeEntry], indicator: str) -> tuple[ScopeRule, ...]:
    """The rules of an indicator: those under its id, else under the longest fitting pattern."""
    fitting = [pattern for pattern in scope if fnmatchcase(indicator, pattern)]
    if not fitting:
        return ()
    entry = scope[max(fitting, key=lambda pattern: (pattern == indicator, len(pattern)))]
    if entry == "all":
        return (ScopeRule(items="all"),)
    return (entry,) if isinstance(entry, ScopeRule) else tuple(entry)
