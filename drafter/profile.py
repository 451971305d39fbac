"""The profile of an office (`drafter.yaml`): who it is, what it reports and how it prints."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Literal

import msgspec

from drafter.catalog import Catalog, Indicator, item_paths
from drafter.period import ReportPeriod
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


ScopeEntry = Literal["all", "none"] | ScopeRule | tuple[ScopeRule, ...]


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `drafter.yaml`.

    format: version of this file's form. agencies: frame name → agency. scope: indicator id (or
    pattern) → what is reported. report: the default report kind. manner: of printing and wording,
    instead of those that the report kinds name. numerals: file pattern in
    `data/` → `vietnamese` or `plain`. title, subject: core properties of the file.
    """

    format: int
    province: Province
    agencies: Mapping[str, Agency]
    scope: Mapping[str, ScopeEntry]
    report: str = "provincial"
    manner: str = ""
    settings: Layers = Layers()
    numerals: Mapping[str, Literal["vietnamese", "plain"]] = {}


class Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the office makes some of its reports (`reports/*.yaml`), where it is not as always.

    kinds, periods: the reports that it is about, by their kinds and by the kinds of their periods
    or a period itself (`half`, `2023-08`); blank: all. scope: indicator id (or pattern) →
    what these reports tell, over the profile's scope, or instead of it (`whole_scope`). manner,
    settings: stand over the profile's.
    """

    kinds: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    whole_scope: bool = False
    scope: Mapping[str, ScopeEntry] = {}
    manner: str = ""
    settings: Layers = Layers()

    def is_for(self, kind: str, about: ReportPeriod) -> bool:
        """Whether it is about a report of such a kind on a period."""
        if self.kinds and kind not in self.kinds:
            return False
        return not self.periods or about.kind in self.periods or about.text in self.periods

    def has(self, indicator: str) -> bool:
        """Whether its scope says anything of an indicator."""
        return _entry(self.scope, indicator) is not None


Due = Mapping[str, tuple[str, ...]]


class Scope:
    """What is due of every series, resolved from the catalogue and scopes, the nearest one last.

    An indicator outside of all scopes is due nothing; so is an item that no rule names. The last
    scope that has an indicator holds for it. spans: those that are told at all, blank for every;
    without: the comparisons that are not.
    """

    def __init__(
        self,
        catalog: Catalog,
        *scopes: Mapping[str, ScopeEntry],
        spans: Collection[str] = (),
        without: Collection[str] = (),
    ) -> None:
        told = frozenset(spans or _OF_REPORTS)
        self._left_out = frozenset(_OF_REPORTS) - told
        self._without = {*without, *(f"absolute:{name}" for name in without)}
        self._due: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        for indicator, entry in catalog.indicators.items():
            compiled = entry.frequency == "month" or entry.frequency in told
            for rule in _rules(scopes, indicator) if compiled else ():
                self._add(catalog, indicator, entry, rule)
        self._items: dict[str, tuple[str, ...]] = {}
        for indicator, entry in catalog.indicators.items():
            held = [item for item in item_paths(catalog, entry) if self.due(indicator, item)]
            self._items[indicator] = tuple(held)

    def _add(self, catalog: Catalog, name: str, indicator: Indicator, rule: ScopeRule) -> None:
        due = indicator.due if rule.due is None else rule.due
        items = ("", *item_paths(catalog, indicator)) if rule.items == "all" else rule.items
        for item in items:
            held = self._due.setdefault((name, item), {})
            for span, comparisons in due.items():
                if span in self._left_out:
                    continue
                known = held.get(span, ())
                skipped = {*known, *self._without}
                held[span] = (*known, *(one for one in comparisons if one not in skipped))

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


_OF_REPORTS = ("month", "quarter", "ytd", "year")
"""The spans that some reports leave out; the others are told in every report."""


def _rules(scopes: Sequence[Mapping[str, ScopeEntry]], indicator: str) -> tuple[ScopeRule, ...]:
    """The rules of an indicator in the last scope that has it: see `_entry`."""
    entries = (_entry(scope, indicator) for scope in reversed(scopes))
    entry = next((one for one in entries if one is not None), "none")
    if isinstance(entry, str):
        return (ScopeRule(items="all"),) if entry == "all" else ()
    return (entry,) if isinstance(entry, ScopeRule) else entry


def _entry(scope: Mapping[str, ScopeEntry], indicator: str) -> ScopeEntry | None:
    """What a scope says of an indicator: under its id, else under the longest fitting pattern."""
    if indicator in scope:
        return scope[indicator]
    fitting = [pattern for pattern in scope if fnmatchcase(indicator, pattern)]
    return scope[max(fitting, key=len)] if fitting else None
