"""A small bench in memory: a catalogue, some rows and a template make the text of one section.

A row is a tuple `(series, span, period, value[, measure[, base[, fields]]])`, where a series is
`indicator` or `indicator/item` and fields are those of a key or of an observation. The level is
what a row gives unless it says otherwise, in the unit of the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import msgspec

from drafter.catalog import Catalog
from drafter.commentary import commentary_from_text
from drafter.document import Properties, Report, Section
from drafter.figures import Printed
from drafter.measures import Measures
from drafter.observations import Key, Observation, Observations
from drafter.period import SPANS_OF, report_period
from drafter.plain_text import plain_text
from drafter.profile import Scope, ScopeEntry
from drafter.sections.desk import Sources
from drafter.sections.run import Drafted, Sections
from drafter.settings import Cascade, Layers
from drafter.yaml_text import from_yaml

Row = tuple[Any, ...]
_OF_KEY = ("area", "of", "plan", "bound")


@dataclass(frozen=True)
class Bench:
    """What a section is written from. settings: of the profile, for all or as `Layers`.

    spans: those that the report tells, blank for those of its period.
    """

    catalog: str
    rows: Sequence[Row] = ()
    scope: Mapping[str, Any] = field(default_factory=lambda: {"*": "all"})
    settings: Mapping[str, Any] | Layers = field(default_factory=dict)
    commentary: str = ""
    period: str = "2023-07"
    spans: tuple[str, ...] = ()
    territory_since: str = ""
    templates: Mapping[str, str] = field(default_factory=dict)

    def draft(self, template: str) -> Drafted:
        """The section that a template makes."""
        sources = self.sources()
        texts = {"section": template, **self.templates}
        files = {key: (f"templates/sections/{key}.md.j2", text) for key, text in texts.items()}
        return Sections(files).draft("section", sources)

    def sources(self) -> Sources:
        """The records that every section is written from."""
        catalog = from_yaml(self.catalog, Catalog, "indicators.yaml")
        observations = Observations(observation(catalog, row) for row in self.rows)
        layers = self.settings if isinstance(self.settings, Layers) else Layers(self.settings)
        scope, period = scope_of(self.scope), report_period(self.period)
        spans = self.spans or SPANS_OF[period.kind]
        return Sources(
            catalog,
            observations,
            Measures(observations, self.territory_since),
            Scope(catalog, scope, spans=spans),
            Cascade(Layers(), layers),
            commentary_from_text(self.commentary, "commentary/2023-07.md"),
            period,
            spans,
        )

    def says(self, template: str) -> str:
        """The plain text of the section, one line a paragraph."""
        return text_of(self.draft(template))

    def told(self, template: str) -> list[str]:
        """What the clerk is told of it, each with its severity."""
        return [f"{one.severity} {one.text()}" for one in self.draft(template).problems]

    def figures(self, template: str) -> tuple[Printed, ...]:
        """The figures of the section, in order."""
        return self.draft(template).printed


def scope_of(scope: Mapping[str, Any]) -> Mapping[str, Any]:
    """The scope as the profile's record holds it."""
    return msgspec.convert(scope, dict[str, ScopeEntry])


def observation(catalog: Catalog, row: Row) -> Observation:
    """The observation of one tuple."""
    series, span, period, value, *rest = row
    fields: dict[str, Any] = rest.pop() if rest and isinstance(rest[-1], dict) else {}
    measure, base, *_ = [*rest, "level", ""] if not rest else [*rest, ""]
    indicator, _, item = series.partition("/")
    key = Key(indicator, item, span=span, period=period, measure=measure, base=base)
    key = key._replace(**{name: fields[name] for name in _OF_KEY if name in fields})
    other = {name: held for name, held in fields.items() if name not in _OF_KEY}
    entry, member = catalog.indicators[indicator], catalog.item(indicator, item)
    unit = (member.unit if member and member.unit else "") or entry.unit
    if measure.startswith("change_p") or measure in ("index", "share"):
        unit = "%" if measure != "change_points" else "điểm %"
    elif measure == "contribution":
        unit = "điểm %"
    other = {"unit": unit, "place": f"data/2023-07.csv:{series}", **other}
    return Observation(key, Decimal(str(value)), **other)


def text_of(drafted: Drafted) -> str:
    """The plain text of a section that has been drafted."""
    section = Section(drafted.key, drafted.blocks)
    report = Report("", "2023-07", Properties(""), None, (section,))
    return plain_text(report).strip("\n").replace("\u2011", "-")
