"""The desk at which one section is written: the data, the settings and what has been said so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafter import figures, wording
from drafter.catalog import Catalog, Decimals, Indicator, Item
from drafter.commentary import Cause, Commentary
from drafter.errors import msg
from drafter.figures import Format, Printed, Sink
from drafter.measures import Gap, Measured, Measures, Outcome, Series
from drafter.observations import Observations
from drafter.period import ReportPeriod
from drafter.profile import Scope
from drafter.settings import Cascade, Settings

RATE_ONLY = ("index",)
_NOTHING = Decimals()


@dataclass(frozen=True, slots=True)
class Sources:
    """What every section of a report is written from."""

    catalog: Catalog
    observations: Observations
    measures: Measures
    scope: Scope
    cascade: Cascade
    commentary: Commentary
    period: ReportPeriod


@dataclass(slots=True)
class Desk:
    """One section in the making. render: turns a template's text into marked text.

    causes_used: those printed so far; said: comparisons whose first mention has been made.
    """

    sources: Sources
    section: str
    sink: Sink
    render: Callable[[str], str] = str
    causes_used: set[Cause] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    reported: set[tuple[object, ...]] = field(default_factory=set)

    # -- what a series is ------------------------------------------------------------------------

    def indicator(self, series: Series) -> Indicator:
        """The catalogue's entry of a series."""
        return self.sources.catalog.indicators[series.indicator]

    def item(self, series: Series) -> Item | None:
        """The catalogue's item of a series, None for the whole."""
        return self.sources.catalog.item(series.indicator, series.item) if series.item else None

    def due(self, series: Series) -> Mapping[str, tuple[str, ...]]:
        """Span → comparisons that the report owes its reader of a series."""
        return self.sources.scope.due(series.indicator, series.item)

    def label(self, series: Series, form: str = "full") -> str:
        """What a series is called: `full` (with its indicator), `item` or `short`."""
        indicator, item = self.indicator(series), self.item(series)
        if item is None:
            return (indicator.short or indicator.label) if form == "short" else indicator.label
        if form == "short":
            return item.short or item.label
        return item.label if form == "item" else f"{indicator.label} {item.label}"

    def settings(self, series: Series, call: Mapping[str, Any] | None = None) -> Settings:
        """The settings that hold for a series here."""
        return self.sources.cascade.at(self.section, series.indicator, series.item, call)

    def format(self, series: Series, settings: Settings) -> Format:
        """How the numbers of a series are printed here."""
        indicator, item = self.indicator(series), self.item(series)
        unit = (item.unit if item and item.unit else "") or indicator.unit
        decimals = (item.decimals if item and item.decimals else None) or indicator.decimals
        return Format(
            settings,
            settings.unit or unit,
            decimals.value if settings.decimals is None else settings.decimals,
            decimals.rate if settings.rate_decimals is None else settings.rate_decimals,
            settings.pad_counts and indicator.kind in ("count", "tuple"),
        )

    # -- what is known of it ---------------------------------------------------------------------

    def period(self, series: Series, span: str) -> str:
        """The period that a span of a series has in this report."""
        if span in ("season", "window"):
            return self.sources.observations.latest_period(series, span, self.sources.period.month)
        return self.sources.period.of_span(span, self.indicator(series).lag)

    def level(self, series: Series, span: str) -> Outcome:
        """The level of a series in this report's period."""
        return self.sources.measures.level(series, span, self.period(series, span))

    def compare(self, series: Series, span: str, comparison: str) -> Outcome:
        """A comparison of a series in this report's period, in percent."""
        outcome = self.sources.measures.compare(series, span, self.period(series, span), comparison)
        if isinstance(outcome, Measured) and outcome.doubt:
            self.tell_once(outcome, outcome.doubt)
        return outcome

    def absolute(self, series: Series, span: str, comparison: str) -> Outcome:
        """A comparison in units."""
        period = self.period(series, span)
        return self.sources.measures.absolute_change(series, span, period, comparison)

    def direction(self, measured: Measured, settings: Settings) -> wording.Direction:
        """The way a change goes as it is printed."""
        form = self.format(measured.series, settings)
        places = form.decimals if measured.measure == "change_absolute" else form.rate_decimals
        return wording.direction(measured.value, places)

    # -- what is printed of it -------------------------------------------------------------------

    def mark(self, printed: Printed) -> str:
        """The mark of a figure in this section's text."""
        return self.sink.figure(printed)

    def missing(self, gap: Gap, settings: Settings) -> str:
        """The mark of a due figure that has no data, and its line in the summary."""
        name = self.label(gap.series)
        if gap.measure in ("level", "numerator", "denominator"):
            what = f"{name} {self.span(gap.series, gap.span, settings, first=True)}".strip()
        else:
            base = wording.base_phrase(gap.base or "share", gap.period, "", settings)
            what = f"{name}, {base}"
        self.tell_once(gap, gap.reason)
        return self.mark(figures.missing(gap, what))

    def tell_once(self, outcome: Outcome, message: object) -> None:
        """A finding about a figure, however often the figure is asked for."""
        key = (outcome.series, outcome.span, outcome.period, outcome.measure, outcome.base)
        if key in self.reported:
            return
        self.reported.add(key)
        place = "/".join(filter(None, outcome.series[:2]))
        what = " ".join(filter(None, (outcome.span, outcome.period, outcome.base)))
        gap = isinstance(outcome, Gap) and not outcome.refused
        self.sink.tell(
            place,
            msg("{what}: {message}", what=what, message=message),
            "missing" if gap else "warning",
        )

    def span(self, series: Series, span: str, settings: Settings, *, first: bool, year: bool = False) -> str:
        """The stretch of time of a span in words."""
        period = self.period(series, span)
        return wording.span_phrase(span, period, self.sources.period, settings, first=first, year=year)

    # -- causes ----------------------------------------------------------------------------------

    def cause(self, measured: Measured, settings: Settings) -> Cause | None:
        """The cause written for a change in the direction that it has; others are held back."""
        way = self.direction(measured, settings)
        return self._cause(measured.series, measured, way, listed=False)

    def listed_cause(self, parent: Series, measured: Measured, way: str) -> Cause | None:
        """The cause written for a list of the members of `parent` that went one way."""
        return self._cause(parent, measured, way, listed=True)

    def _cause(self, series: Series, measured: Measured, way: str, *, listed: bool) -> Cause | None:
        wanted = (series.indicator, series.item, measured.base.partition(":")[0], way, listed)
        for cause in self.sources.commentary.causes:
            known = (cause.indicator, cause.item, cause.comparison, cause.direction, cause.listed)
            if known == wanted and cause.span in ("", measured.span):
                self.causes_used.add(cause)
                return cause
        return None

    def cause_text(self, cause: Cause) -> str:
        """The words of a cause, without its `do`, figures in place."""
        text = cause.text.removeprefix("do ").rstrip(" .;")
        return self.render(text) if "{" in text else text
