"""What a report does not tell: causes held back, remarks that nothing asks for, dues and rows left.

An office makes several reports from one dataset. What another of them tells for such a period, and
this one does not owe its reader, is no finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from drafter.commentary import Cause
from drafter.errors import Message, Problem, msg
from drafter.figures import Printed
from drafter.observations import Observation
from drafter.outline import ANNEX
from drafter.profile import Scope
from drafter.sections.desk import Sources
from drafter.sections.run import Drafted, unused
from drafter.stores.workspace import Workspace

_WAYS = {"rising": msg("rising"), "falling": msg("falling")}


@dataclass
class Leftovers:
    """What is left once the sections of a report of `kind` are drafted."""

    workspace: Workspace
    kind: str
    sources: Sources
    drafted: tuple[Drafted, ...]

    def causes(self) -> Iterator[Problem]:
        """Causes that no figure printed: written for the other way, or for what is not told."""
        commentary = self.sources.commentary
        for cause in unused(commentary.causes, [one.causes_used for one in self.drafted]):
            if why := self._why_held(cause):
                yield Problem(f"{commentary.file}:{cause.line}", why, "held")

    def _why_held(self, cause: Cause) -> Message | None:
        """Why a cause is not printed; None where it is another report that prints it."""
        name = f"{cause.indicator}/{cause.item}" if cause.item else cause.indicator
        catalog = self.sources.catalog
        known = cause.indicator in catalog.indicators
        if not known or (cause.item and catalog.item(cause.indicator, cause.item) is None):
            return msg("the catalogue has no '{name}'; mend the id of the cause", name=name)
        if not self.sources.cascade.at("", cause.indicator, cause.item).causes:
            return None
        if self._is_of_others(cause.indicator, cause.item, cause.span):
            return None
        return msg(
            "the cause of {indicator} is held back: no figure printed is {direction}",
            indicator=name,
            direction=_WAYS[cause.direction],
        )

    def remarks(self) -> Iterator[Problem]:
        """Paragraphs of the commentary under a heading that no template of the report asks for."""
        asked = {(one.key, slot) for one in self.drafted for slot in one.slots}
        elsewhere = self.workspace.sections.keys - {one.key for one in self.drafted}
        commentary = self.sources.commentary
        for section, slots in commentary.slots.items():
            for slot, paragraphs in slots.items():
                if (section, slot) in asked or section in elsewhere:
                    continue
                place = f"{commentary.file}:{paragraphs[0][0]}"
                yield Problem(place, _unasked(section, slot), "warning")

    def dues(self) -> Iterator[Problem]:
        """Indicators in scope of which no section of the report asks for some due span."""
        for indicator in self.sources.catalog.indicators if self._tells_all else ():
            left = [
                f"{item or '*'} {span}"
                for item, span in self.sources.scope.places(indicator)
                if (indicator, item, span) not in self._asked
            ]
            if left:
                said = msg(
                    "{indicator} is in the scope but no section asks for it: {places}",
                    indicator=indicator,
                    places=", ".join(left),
                )
                place = self.workspace.scope_file(self.kind, self.sources.period, indicator)
                yield Problem(place, said, "warning")

    def rows(self, figures: Iterable[Printed]) -> Iterator[Problem]:
        """The rows of the report's own period that no figure was made from; not of a summary."""
        used = {id(row) for printed in figures for row in printed.inputs}
        for row in self._rows_of_period() if self._tells_all else ():
            if id(row) in used or self._is_of_others(*row.key[:2], row.key.span):
                continue
            said = msg(
                "{indicator} {period} is in the data but not in the report",
                indicator="/".join(filter(None, row.key[:2])),
                period=row.key.period,
            )
            yield Problem(row.place, said, "unused")

    def _rows_of_period(self) -> Iterator[Observation]:
        """The rows that the report could print: of its month, or of an earlier one by their lag."""
        about, catalog = self.sources.period, self.sources.catalog
        lags = sorted({indicator.lag for indicator in catalog.indicators.values()})
        spans = (
            ("month", "quarter", "asof", "year")
            if about.kind == "year"
            else ("month", "quarter", "asof")
        )
        periods = {about.of_span(span, lag) for span in spans for lag in lags}
        for period in sorted(periods):
            for row in self.sources.observations.of_period(period):
                lag = catalog.indicators[row.key.indicator].lag
                if row.key.measure != "plan" and period == about.of_span(row.key.span, lag):
                    yield row

    def _is_of_others(self, indicator: str, item: str, span: str) -> bool:
        """Whether only other reports of such a period tell a span of a series; blank: any span."""
        if _owes(self.sources.scope, indicator, item, span) and (
            self._tells_all or (indicator, item, span) in self._asked
        ):
            return False
        return any(_owes(scope, indicator, item, span) for scope in self._others)

    @property
    def _tells_all(self) -> bool:
        """Whether the report owes its reader the whole scope: a summary only one of its own, tables
        never."""
        summary = self.workspace.kinds[self.kind].summary
        own = self.workspace.has_own_scope(self.kind, self.sources.period)
        return not summary or (own and self.kind != ANNEX)

    @cached_property
    def _asked(self) -> frozenset[tuple[str, str, str]]:
        """(indicator, item, span) of all that the sections looked for."""
        return frozenset().union(*(one.asked for one in self.drafted))

    @cached_property
    def _others(self) -> list[Scope]:
        """The scopes of the office's other reports of a period of this kind."""
        about, kinds = self.sources.period, self.workspace.kinds.items()
        others = [name for name, kind in kinds if name != self.kind and about.kind in kind.periods]
        return [self.workspace.scope(name, about) for name in others]


def _unasked(section: str, slot: str) -> Message:
    return msg(
        "nothing in the report asks for '{slot}' of '{section}'; mend the heading's key",
        slot=slot,
        section=section,
    )


def _owes(scope: Scope, indicator: str, item: str, span: str) -> bool:
    """Whether a report owes its reader a span of a series, any where none is named."""
    due = scope.due(indicator, item)
    return span in due if span else bool(due)
