"""What the catalogue, the profile and the report kinds name, checked against what there is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from drafter.catalog import Catalog, Indicator, item_paths
from drafter.errors import Message, Problem, msg
from drafter.measures import CHANGES
from drafter.observations import SPANS
from drafter.outline import Chapter, ReportKind, section_keys
from drafter.period import SPANS_OF, kind_of, report_period
from drafter.profile import Edition, Profile, ScopeEntry, ScopeRule
from drafter.settings import fills
from drafter.stores.columns import suggestion
from drafter.stores.texts import YamlFile
from drafter.yaml_text import Step

TITLE_PLACES = ("report", "next", "province")
_CHANGE_NAMES = (*(name for name in CHANGES if name != "base_year"), "base_year:2019")
_PARTS = (
    "plan", "plan_points", "share", "contribution", "contribution_share", "absolute:year_on_year",
    "value",
)  # fmt: skip
_BASE_YEAR = re.compile(r"base_year:[12][0-9]{3}")
_PATTERN = re.compile(r"[*?[]")

Fault = tuple[tuple[Step, ...], Message]
"""The steps to the faulty value, and what is wrong with it."""


def told(
    what: Message, word: str, known: Sequence[str], otherwise: Message | None = None
) -> Message:
    """A fault with the way to mend it: the nearest of the known words, else `otherwise` or all."""
    if near := suggestion(word, known):
        mend = msg("did you mean '{near}'?", near=near)
    else:
        mend = otherwise or msg("use one of {known}", known=", ".join(known))
    return msg("{what}; {mend}", what=what, mend=mend)


def is_change(comparison: str) -> bool:
    """Whether a comparison is a change on an earlier period, a base year with its year.

    >>> is_change("year_on_year"), is_change("base_year:2019"), is_change("base_year")
    (True, True, False)
    """
    return comparison in _CHANGE_NAMES or bool(_BASE_YEAR.fullmatch(comparison))


def unknown_change(comparison: str) -> Message:
    """What to say of a comparison that is no change on an earlier period."""
    what = msg("'{word}' is no change on an earlier period", word=comparison)
    return told(what, comparison, _CHANGE_NAMES)


def change_in_units_fault(comparison: str) -> Message | None:
    """What is wrong with a comparison whose change in units is asked for, or None."""
    if not is_change(comparison):
        return unknown_change(comparison)
    if comparison == "year_on_year_real":
        return msg("without the rise of prices a change is known in percent only; leave it out")
    return None


def is_pattern(name: str) -> bool:
    """Whether a name stands for several indicators: `budget.*`."""
    return bool(_PATTERN.search(name))


def fitting(catalog: Catalog, name: str) -> dict[str, Indicator]:
    """The indicators that a name or a pattern means."""
    if not is_pattern(name):
        return {name: catalog.indicators[name]} if name in catalog.indicators else {}
    return {key: one for key, one in catalog.indicators.items() if fnmatchcase(key, name)}


def unknown_indicator(name: str, catalog: Catalog) -> Message:
    """What to say of a name or a pattern that means no indicator."""
    known = tuple(catalog.indicators)
    what = msg("there is no indicator '{name}'", name=name)
    if is_pattern(name):
        known = tuple({f"{one.partition('.')[0]}.*": None for one in known})
        what = msg("no indicator fits '{name}'", name=name)
    return told(what, name, known, msg("mend the id or add it to indicators.yaml"))


def unknown_item(
    name: str, item: str, entries: Mapping[str, Indicator], catalog: Catalog
) -> Message:
    """What to say of an item that none of the indicators has."""
    paths = tuple(path for entry in entries.values() for path in item_paths(catalog, entry))
    what = msg("{name} has no item '{item}'", name=name, item=item)
    return told(what, item, paths, msg("mend the path or add it to indicators.yaml"))


def catalog_problems(file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    """The indicators that owe what there is not, or are divided by what there is not."""
    classes = tuple(catalog.classifications)
    for name, entry in catalog.indicators.items():
        for steps, said in _due_faults(entry.due, name, {name: entry}, catalog):
            problem = msg("{name}: {fault}", name=name, fault=said)
            yield file.problem(problem, "indicators", name, "due", *steps)
        given = entry.breakdown.classification if entry.breakdown else ""
        if given and given not in classes:
            what = msg("{name}: there is no classification '{word}'", name=name, word=given)
            said = told(what, given, classes)
            yield file.problem(said, "indicators", name, "breakdown", "classification")


def profile_problems(file: YamlFile, profile: Profile, catalog: Catalog) -> Iterator[Problem]:
    """The entries of a scope that fit nothing, and a month that is none."""
    since = profile.province.territory_since
    if since and not _is_month_or_day(since):
        said = msg("'{since}' is no month; write it as 2025-07", since=since)
        yield file.problem(said, "province", "territory_since")
    yield from _scope_problems(file, profile.scope, catalog)


def unknown_manner(name: str, known: Iterable[str]) -> Message:
    """What to say of a manner that there is not."""
    return msg(
        "there is no manner '{name}'; use one of {known}", name=name, known=", ".join(sorted(known))
    )


def manner_problems(file: YamlFile, name: str, known: Sequence[str]) -> Iterator[Problem]:
    """The manner that a file names and there is not; one may go without."""
    if name and name not in known:
        yield file.problem(unknown_manner(name, known), "manner")


def edition_problems(
    file: YamlFile, edition: Edition, catalog: Catalog, kinds: Sequence[str]
) -> Iterator[Problem]:
    """The report kinds that there are not, and the entries of a scope that fit nothing."""
    for index, kind in enumerate(edition.kinds):
        if kind not in kinds:
            what = msg("there is no report kind '{name}'", name=kind)
            yield file.problem(told(what, kind, kinds), "kinds", index)
    for index, period in enumerate(edition.periods):
        if period not in SPANS_OF and not _is_period_of_report(period):
            what = msg("'{word}' is no period of a report", word=period)
            yield file.problem(told(what, period, (*SPANS_OF, "2023-08")), "periods", index)
    yield from _scope_problems(file, edition.scope, catalog)


def _is_period_of_report(text: str) -> bool:
    try:
        return bool(report_period(text))
    except ValueError:
        return False


def _scope_problems(
    file: YamlFile, scope: Mapping[str, ScopeEntry], catalog: Catalog
) -> Iterator[Problem]:
    for name, entry in scope.items():
        for steps, fault in _scope_faults(name, entry, catalog):
            yield file.problem(msg("scope: {fault}", fault=fault), "scope", name, *steps)


def kind_problems(
    file: YamlFile, kind: ReportKind, sections: Sequence[str], layouts: Sequence[str]
) -> Iterator[Problem]:
    """What a report kind names that there is not: places of its title, sections, its layout."""
    yield from _title_problems(file, kind.title, "title")
    yield from _outline_problems(file, kind.outline, sections, ("outline",))
    for key, count in Counter(section_keys(kind.outline)).items():
        if count > 1:
            said = msg("the section '{key}' stands twice in the outline; keep one", key=key)
            yield file.problem(said, "outline")
    yield from without_problems(file, kind.without)
    for period, spans in kind.spans.items():
        for index, span in enumerate(spans):
            if span not in SPANS:
                what = msg("there is no span '{word}'", word=span)
                yield file.problem(told(what, span, SPANS), "spans", period, index)
    if kind.layout not in layouts:
        what = msg("there is no layout '{name}'", name=kind.layout)
        yield file.problem(told(what, kind.layout, layouts), "layout")


def without_problems(file: YamlFile, without: Sequence[str]) -> Iterator[Problem]:
    """The comparisons that are not to be told and that there are not."""
    for index, comparison in enumerate(without):
        if not is_change(comparison) and comparison not in _PARTS:
            what = msg("there is no comparison '{word}'", word=comparison)
            said = told(what, comparison, (*_CHANGE_NAMES, *_PARTS))
            yield file.problem(said, "without", index)


def _title_problems(file: YamlFile, title: str, *steps: Step) -> Iterator[Problem]:
    """The places of a title that cannot be filled in."""
    if not fills(title, TITLE_PLACES):
        places = ", ".join(f"{{{place}}}" for place in TITLE_PLACES)
        said = msg("the title '{title}' cannot be filled in; use only {places}",
                   title=title, places=places)  # fmt: skip
        yield file.problem(said, *steps)


def _outline_problems(
    file: YamlFile,
    outline: Iterable[str | Chapter],
    sections: Sequence[str],
    steps: tuple[Step, ...],
) -> Iterator[Problem]:
    """The sections of an outline that there are not, and the titles of its chapters."""
    for index, entry in enumerate(outline):
        place = (*steps, index)
        if isinstance(entry, Chapter):
            yield from _title_problems(file, entry.title, *place, "title")
            yield from _outline_problems(file, entry.sections, sections, (*place, "sections"))
        elif entry not in sections:
            what = msg("there is no section template '{key}'", key=entry)
            mend = msg("add {file}", file=f"templates/sections/{entry}.md.j2")
            yield file.problem(told(what, entry, sections, mend), *place)


def _is_month_or_day(text: str) -> bool:
    try:
        return kind_of(text) in ("month", "day")
    except ValueError:
        return False


def _scope_faults(name: str, entry: ScopeEntry, catalog: Catalog) -> Iterator[Fault]:
    entries = fitting(catalog, name)
    if not entries:
        yield (), unknown_indicator(name, catalog)
    elif isinstance(entry, ScopeRule):
        yield from _rule_faults(entry, (), name, entries, catalog)
    elif isinstance(entry, tuple):
        for index, rule in enumerate(entry):
            yield from _rule_faults(rule, (index,), name, entries, catalog)


def _rule_faults(
    rule: ScopeRule,
    steps: tuple[Step, ...],
    name: str,
    entries: Mapping[str, Indicator],
    catalog: Catalog,
) -> Iterator[Fault]:
    for index, item in enumerate(() if rule.items == "all" else rule.items):
        if item and not any(catalog.item(key, item) for key in entries):
            yield (*steps, "items", index), unknown_item(name, item, entries, catalog)
    for inner, fault in _due_faults(rule.due or {}, name, entries, catalog):
        said = msg("{name}: {fault}", name=name, fault=fault)
        yield (*steps, "due", *inner), said


def _due_faults(
    due: Mapping[str, Iterable[str]], name: str, entries: Mapping[str, Indicator], catalog: Catalog
) -> Iterator[Fault]:
    """The spans and comparisons that there are not; those of a pattern must fit one indicator."""
    for span, comparisons in due.items():
        if span not in SPANS:
            yield (span,), told(msg("there is no span '{word}'", word=span), span, SPANS)
        for index, comparison in enumerate(comparisons):
            if fault := _comparison_fault(comparison, name, entries, catalog):
                yield (span, index), fault


def _comparison_fault(
    comparison: str, name: str, entries: Mapping[str, Indicator], catalog: Catalog
) -> Message | None:
    head, colon, detail = comparison.partition(":")
    if head in ("plan", "plan_points") and (detail or not colon):
        return _plan_fault(name, detail, entries)
    if head == "share" and detail:
        return None if detail in catalog.indicators else unknown_indicator(detail, catalog)
    if head == "absolute" and detail:
        return change_in_units_fault(detail)
    if comparison in _PARTS or is_change(comparison):
        return None
    what = msg("there is no comparison '{word}'", word=comparison)
    return told(what, comparison, (*_CHANGE_NAMES, *_PARTS))


def _plan_fault(name: str, plan: str, entries: Mapping[str, Indicator]) -> Message | None:
    plans = tuple({plan: None for entry in entries.values() for plan in entry.plans})
    if not plans:
        return msg("it owes the attainment of a plan; name its plans, as in plans: [province]")
    if not plan or plan in plans:
        return None
    return told(msg("{name} has no plan '{word}'", name=name, word=plan), plan, plans)
