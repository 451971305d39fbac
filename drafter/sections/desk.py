"""The desk at which one section is written: the data, the settings, what has been said so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from drafter import figures, time_words, wording
from drafter.arithmetic import HUNDRED, PERCENT, POINTS, base_period
from drafter.catalog import Catalog, Indicator, Item
from drafter.commentary import Cause, Commentary
from drafter.errors import Message, msg
from drafter.figures import ABSENT, Format, Printed, Sink
from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.measures import Measures
from drafter.observations import Observations
from drafter.period import ReportPeriod, last_month, shift_month
from drafter.profile import Scope
from drafter.settings import Cascade, Settings
from drafter.units import convert

RATE_ONLY = ("index",)
RANK_UNITS = {"rank": "", "rank_change": "bậc"}
"""What a rank and its change are counted in."""
_PARTS = {"contribution": "đóng góp ", "contribution_share": "tỷ lệ đóng góp "}
"""What stands before the phrase of a contribution that is missing."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What every section of a report is written from. spans: those it tells, the shortest first."""

    catalog: Catalog
    observations: Observations
    measures: Measures
    scope: Scope
    cascade: Cascade
    commentary: Commentary
    period: ReportPeriod
    spans: tuple[str, ...] = ("month", "ytd")


@dataclass(slots=True)
class Desk:
    """One section in the making. render: turns a line of the commentary into marked text.

    slots: those of the commentary asked for. causes_used: those printed so far. said: comparisons
    whose first mention has been made.
    """

    sources: Sources
    section: str
    sink: Sink
    render: Callable[[str, int], str] = lambda text, _: text
    causes_used: set[Cause] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    slots: set[str] = field(default_factory=set)
    reported: set[tuple[object, ...]] = field(default_factory=set)
    _formats: dict[tuple[Series, int], Format] = field(default_factory=dict)
    _points: dict[tuple[Series, str], Point] = field(default_factory=dict)

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
        key = (series, id(settings))
        if (held := self._formats.get(key)) is None or held.settings is not settings:
            held = self._formats[key] = self._format(series, settings)
        return held

    def _format(self, series: Series, settings: Settings) -> Format:
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

    @property
    def asked(self) -> frozenset[tuple[str, str, str]]:
        """(indicator, item, span) of all that has been looked for."""
        return frozenset((*series[:2], span) for series, span in self._points)

    # -- what is known of it ---------------------------------------------------------------------

    def point(self, series: Series, span: str) -> Point:
        """A series in a span, in the period that the span has in this report."""
        if (held := self._points.get((series, span))) is None:
            held = self._points[series, span] = self._point(series, span)
        return held

    def _point(self, series: Series, span: str) -> Point:
        if span in ("season", "window"):
            month = self.sources.period.month
            latest = self.sources.observations.latest_period(series, span, month)
            # A window closes in the middle of a month, a season is told into the next year's first
            # quarter; one that ended earlier is an old report's.
            since = shift_month(month, -1 if span == "window" else -3)
            return Point(series, span, "" if latest and last_month(latest) < since else latest)
        period = self.sources.period.of_span(span, self.indicator(series).lag)
        return Point(series, span, period)

    def level(self, series: Series, span: str) -> Outcome:
        """The level of a series in this report's period."""
        return self.sources.measures.level(self.point(series, span))

    def compare(self, point: Point, comparison: str) -> Outcome:
        """A comparison; what is doubtful about it is told."""
        outcome = self.sources.measures.compare(point, comparison)
        if isinstance(outcome, Measured) and outcome.doubt:
            self.tell_once(outcome, outcome.doubt)
        return outcome

    def direction(
        self, measured: Measured, call: Mapping[str, Any] | None = None
    ) -> wording.Direction:
        """The way a change goes as it is printed, with the settings of the call."""
        series = measured.point.series
        form = self.format(series, self.settings(series, call))
        if measured.measure == "attainment":
            return wording.direction(measured.value - HUNDRED, form.rate_decimals)
        if measured.measure == "change_absolute":
            return wording.direction(
                convert(measured.value, measured.unit, form.unit), form.decimals
            )
        return wording.direction(measured.value, form.rate_decimals)

    def department(self, series: Series) -> str:
        """The department that the figures of an indicator come from in this report's period."""
        for item, span in self.sources.scope.places(series.indicator):
            for found in self._outcomes(series._replace(item=item), span):
                if isinstance(found, Measured) and found.inputs[0].source:
                    return found.inputs[0].source
        return self.indicator(series).source

    def _outcomes(self, series: Series, span: str) -> Iterator[Outcome]:
        """The level of a series in a span and what is due of it: an index may have no levels."""
        yield self.level(series, span)
        for name in self.due(series).get(span, ()):
            yield self.sources.measures.compare(self.point(series, span), name)

    # -- what is printed of it -------------------------------------------------------------------

    def mark(self, printed: Printed) -> str:
        """The mark of a figure in this section's text."""
        return self.sink.figure(printed)

    def missing(self, gap: Gap) -> str:
        """The mark of a due figure that has no data, and its line in the summary."""
        self.tell_once(gap, gap.reason)
        series = gap.point.series
        unit = self.format(series, self.settings(series)).unit
        return self.mark(self._missing(gap, self._what(gap), unit))

    def _what(self, gap: Gap) -> str:
        """What is missing: a quantity with its time, a comparison with its base."""
        (series, span, period), measure = gap.point, gap.measure
        settings, what = self.settings(series), self.label(series)
        if measure in RANK_UNITS and not what.startswith("thứ hạng"):
            what = f"thứ hạng {what}"
        if measure in ("level", "numerator", "denominator", "rank"):
            when = time_words.span_phrase(span, period, settings, first=True)
            return f"{what} {when}".strip()
        if period != self.point(series, span).period:  # the growth of the year before
            when = time_words.span_phrase(span, period, settings, first=True, year=True)
            what = f"{what} {when}"
        comparison = "contribution" if measure in _PARTS else gap.base or "share"
        earlier = base_period(span, period, comparison)
        base = wording.base_phrase(comparison, period, earlier, settings, span=span)
        return f"{what}, {_PARTS.get(measure, '')}{base}"

    def hole(self, gap: Gap, text: str) -> Printed:
        """What stands for a due figure that has no data where there is room for `text` alone."""
        self.tell_once(gap, gap.reason)
        unit = self.format(gap.point.series, self.settings(gap.point.series)).unit
        return replace(self._missing(gap, "", unit), text=text)

    def _missing(self, gap: Gap, what: str, unit: str) -> Printed:
        """The hole with the role of the figure that is to fill it."""
        if gap.measure == "change_percent" and unit == PERCENT:
            kind = self.indicator(gap.point.series).kind
            gap = gap if kind in RATE_ONLY else replace(gap, measure="change_points")
        if gap.measure in ("change_percent", "attainment", "share", "contribution_share"):
            unit = PERCENT
        elif gap.measure in ("change_points", "contribution"):
            unit = POINTS
        elif gap.measure in RANK_UNITS:
            unit = RANK_UNITS[gap.measure]
        return figures.missing(gap, what, unit)

    def tell_once(self, outcome: Outcome, message: Message) -> None:
        """A finding about a figure, however often the figure is asked for."""
        key = (outcome.point, outcome.measure, outcome.base)
        if key in self.reported:
            return
        self.reported.add(key)
        point = outcome.point
        place = "/".join(filter(None, point.series[:2]))
        what = " ".join(filter(None, (point.span, point.period, outcome.base)))
        absent = isinstance(outcome, Gap) and not outcome.refused
        told = msg("{what}: {message}", what=what, message=message)
        self.sink.tell(place, told, "missing" if absent else "warning")

    # -- causes ----------------------------------------------------------------------------------

    def cause(self, measured: Measured, call: Mapping[str, Any] | None = None) -> Cause | None:
        """The cause written for a change in the direction that it has; others are held back."""
        way = self.direction(measured, call)
        return self._cause(measured.point.series, measured, way, listed=False)

    def listed_cause(
        self, parent: Series, measured: Measured, way: wording.Direction
    ) -> Cause | None:
        """The cause written for a list of the members of `parent` that went as this one did."""
        return self._cause(parent, measured, way, listed=True)

    def _cause(
        self, series: Series, measured: Measured, way: wording.Direction, *, listed: bool
    ) -> Cause | None:
        written = self.sources.commentary.causes_of.get((series.indicator, series.item))
        if not written or not self.settings(series).causes:
            return None
        wanted = (measured.base.partition(":")[0], way, listed)
        for cause in written:
            known = (cause.comparison, cause.direction, cause.listed)
            if known == wanted and cause.span in ("", measured.point.span):
                self.causes_used.add(cause)
                return cause
        return None

    def cause_text(self, cause: Cause) -> str:
        """The words of a cause, without its `do`, figures in place.

        Blank, and told, when it speaks of something out of scope.
        """
        text = cause.text.removeprefix("do ").rstrip(" .;")
        if "{" not in text:
            return text
        text = self.render(text, cause.line)
        if ABSENT not in text:
            return text
        place = f"{self.sources.commentary.file}:{cause.line}"
        self.sink.tell(place, msg("the cause speaks of what is out of scope; it is left out"))
        return ""
