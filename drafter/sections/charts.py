"""Charts of series, as a section's template asks for them in one line.

What is drawn is a figure like those of the text: with its role, its formula and its source in the
ledger. What the office owes its reader and has no data for is marked under the chart; what it does
not owe is drawn where the data have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec
from msgspec.structs import replace

from drafter import figures, table_words, time_words, wording
from drafter.arithmetic import PERCENT, base_period
from drafter.document import ChartForm
from drafter.figures import UNDRAWN, Plot, Printed
from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.numerals import print_number, rounded
from drafter.period import shift_month
from drafter.sections import expressions
from drafter.sections.desk import Desk
from drafter.sections.manner import known_part, known_span
from drafter.sections.views import SeriesView
from drafter.units import convert, convertible

FORMS: Mapping[str, str] = {
    "columns": "Biểu đồ cột",
    "bars": "Biểu đồ thanh ngang",
    "stacked": "Biểu đồ thanh chồng",
    "lines": "Biểu đồ đường",
}
"""The forms of a chart and what a reader who cannot see it is told that it is."""
FEWEST: Mapping[str, int] = {"columns": 2, "bars": 2, "stacked": 1, "lines": 3}
"""How many categories a chart of each form must have to say more than a sentence."""
MOST_COLUMNS = 8
"""More categories than this lie, where their names have room."""
WHOLE = (Decimal("99.5"), Decimal("100.5"))
"""Between these the rounded shares of a structure add up to all of it."""


class Place(msgspec.Struct, frozen=True):
    """One value that a chart may draw: of what, by which comparison, blank for the level.

    beside: the point whose level it is set beside; one that is unlike it is not drawn.
    """

    point: Point
    by: str = ""
    beside: Point | None = None


class Track(msgspec.Struct, frozen=True):
    """One series of a chart: its name, and a place for each category."""

    name: str
    places: tuple[Place, ...]


class Design(msgspec.Struct, frozen=True):
    """What a chart is to look like. labels: those of the categories, as many as places.

    fewest: how many tracks must have a value for it to be drawn at all: two periods are compared.
    """

    form: ChartForm
    labels: tuple[str, ...]
    tracks: tuple[Track, ...]
    caption: str
    fewest: int = 1


class Wish(msgspec.Struct, frozen=True):
    """What a template asks of a chart.

    form: `bars` where a comparison `by` is named, else `columns`. against: the comparison whose
    earlier period stands beside the report's own, blank for none. caption: over the chart, without
    the time, which follows it. name: form of the labels; whole: what the whole of an indicator is
    called among its parts. months: how far back lines go.
    """

    span: str
    by: str
    form: str = ""
    against: str = "year_on_year"
    caption: str = ""
    name: str = "short"
    whole: str = ""
    months: int = 13


class Charts:
    """Draws charts at the desk of one section."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def chart(
        self,
        views: SeriesView | Sequence[SeriesView],
        span: str = "ytd",
        by: str = "",
        **how: Any,
    ) -> str:
        """A chart, a line of its own: of levels, now and a year before, or of the comparison `by`.

        views: series, or one with its items. The keywords are the fields of `Wish`: `lines` go
        through the last months, `stacked` shows shares.
        """
        wish = _wish(span, by, how)
        if not self._desk.sources.cascade.at(self._desk.section).charts:
            return UNDRAWN
        members = self._members(views, wish.span)
        dated = [one for one in members if self._desk.point(one, wish.span).period]
        if not dated:  # a season without any data: the text marks what is missing
            return UNDRAWN
        labels = {one: self._label(one, wish) for one in dated}
        call = expressions.call("chart", views, (wish.span, *([wish.by] if by else [])), how)
        return self._shown(self._design(labels, wish), call)

    def _members(self, views: SeriesView | Sequence[SeriesView], span: str) -> list[Series]:
        """The series that the office reports in a span, each once."""
        views = [views, *views.items] if isinstance(views, SeriesView) else views
        if any(not isinstance(view, SeriesView) for view in views):
            raise ValueError("a chart is of a list of series, such as indicator(…).items")
        due = self._desk.due
        return list(dict.fromkeys(one.series for one in views if span in due(one.series)))

    def _label(self, series: Series, wish: Wish) -> str:
        """What a series is called in the chart."""
        if wish.whole and not series.item:
            return wish.whole
        return wording.upper_first(self._desk.label(series, wish.name))

    # -- what is drawn where ---------------------------------------------------------------------

    def _design(self, labels: Mapping[Series, str], wish: Wish) -> Design:
        """The tracks and categories of a form."""
        points = [self._desk.point(one, wish.span) for one in labels]
        if wish.form == "lines":
            return self._through_time(points, labels, wish)
        if wish.form == "stacked":
            return self._of_parts(points, labels, wish)
        labels, time = self._timed(labels, points)
        caption = f"{wish.caption} {time}".strip()
        if wish.by:
            track = Track("", tuple(Place(point, wish.by) for point in points))
            caption = f"{caption} {self._base(points[0], wish.by)}"
            return Design(_form(wish, len(labels)), tuple(labels.values()), (track,), caption)
        now, before = self._now_and_before(points[0], wish, one_time=bool(time))
        tracks = [Track(now, tuple(map(Place, points)))]
        if wish.against:
            then = tuple(Place(_earlier(one, wish.against), beside=one) for one in points)
            tracks.insert(0, Track(before, then))
        form, names = _form(wish, len(labels)), tuple(labels.values())
        return Design(form, names, tuple(tracks), caption, len(tracks))

    def _now_and_before(self, point: Point, wish: Wish, *, one_time: bool) -> tuple[str, str]:
        """What the report's period and the one that it is set against are called.

        one_time: all that is drawn is of one time; else each label has its own.
        """
        if one_time:
            before = self._named(_earlier(point, wish.against)) if wish.against else ""
            return self._named(point), before
        settings = self._desk.settings(point.series)
        then = table_words.against(wish.against or "year_on_year", wish.span, "", "", settings)
        return wording.upper_first(table_words.stretch(wish.span, "")), wording.upper_first(then)

    def _timed(
        self, labels: Mapping[Series, str], points: Sequence[Point]
    ) -> tuple[Mapping[Series, str], str]:
        """The labels and the one time of all; where they differ, each label with its own."""
        times = [self._time(point) for point in points]
        if len(set(times)) == 1:
            return labels, times[0]
        named = zip(labels.items(), times, strict=True)
        return {series: f"{label} ({time})" for (series, label), time in named}, ""

    def _of_parts(
        self, points: Sequence[Point], labels: Mapping[Series, str], wish: Wish
    ) -> Design:
        """Shares one behind the other, a bar for each period that they are known of."""
        first = [_earlier(points[0], wish.against)] if wish.against else []
        columns = [*first, points[0]]
        tracks = tuple(
            Track(label, tuple(Place(point.at(column.period), "share") for column in columns))
            for point, label in zip(points, labels.values(), strict=True)
        )
        names = tuple(map(self._named, columns))
        return Design("stacked", names, tracks, f"{wish.caption} {self._time(points[0])}")

    def _through_time(
        self, points: Sequence[Point], labels: Mapping[Series, str], wish: Wish
    ) -> Design:
        """A line for each series through the months up to the report's."""
        last = points[0].period[:7]
        periods = [shift_month(last, back) for back in range(1 - wish.months, 1)]
        tracks = tuple(
            Track(label, tuple(_on_line(point, period, wish.by) for period in periods))
            for point, label in zip(points, labels.values(), strict=True)
        )
        names = tuple(f"{int(period[5:])}/{period[:4]}" for period in periods)
        base = f" {self._base(points[0], wish.by)}" if wish.by else ""
        return Design("lines", names, tracks, f"{wish.caption}{base}")

    def _time(self, point: Point) -> str:
        """The stretch of time that a chart is of, in its caption."""
        settings = self._desk.settings(point.series)
        return time_words.span_phrase(*point[1:], settings, first=True, year=True)

    def _named(self, point: Point) -> str:
        """A period as the legend has it."""
        return wording.upper_first(self._time(point))

    def _base(self, point: Point, by: str) -> str:
        """What a comparison is with, in full."""
        earlier, settings = base_period(*point[1:], by), self._desk.settings(point.series)
        span, period = point[1:]
        return wording.base_phrase(by, period, earlier, settings, span=span, first=True)

    # -- the figures -----------------------------------------------------------------------------

    def _shown(self, design: Design, expression: str) -> str:
        """The mark of the chart; of what is missing alone, where nothing can be drawn."""
        outcomes = [[self._outcome(place) for place in track.places] for track in design.tracks]
        lacking = list(self._lacking(design, outcomes))
        unit = self._unit(outcomes)
        drawn = [[self._printed(one, unit) for one in track] for track in outcomes]
        kept = [n for n in range(len(design.labels)) if any(track[n] for track in drawn)]
        if design.form == "lines" and kept:
            kept = list(range(kept[0], kept[-1] + 1))
        if design.form == "stacked":
            kept = [n for n in kept if _is_whole([track[n] for track in drawn])]
        series = tuple(
            (track.name, tuple(points[n] for n in kept))
            for track, points in zip(design.tracks, drawn, strict=True)
            if any(points[n] for n in kept)
        )
        if len(kept) < FEWEST[design.form] or len(series) < design.fewest:
            return " ".join(lacking) or UNDRAWN
        labels = tuple(design.labels[n] for n in kept)
        plot = Plot(
            design.form, labels, series, unit, design.caption.strip(), self._note(design, lacking),
            expression=expression,
        )  # fmt: skip
        return self._desk.sink.show(replace(plot, alt=_alt(plot)))

    def _outcome(self, place: Place) -> Outcome:
        if place.by:
            return self._desk.compare(place.point, place.by)
        measures = self._desk.sources.measures
        level = measures.level(place.point)
        now = measures.level(place.beside) if place.beside else None
        if not isinstance(level, Measured) or not isinstance(now, Measured):
            return level
        if (why := measures.unlike(now, level)) is None:
            return level
        gap = Gap(place.point, "level", "", why, refused=True)
        self._desk.tell_once(gap, why)
        return gap

    def _lacking(self, design: Design, outcomes: Sequence[Sequence[Outcome]]) -> Iterator[str]:
        """The marks of what the office owes and the data lack, each once."""
        for track, results in zip(design.tracks, outcomes, strict=True):
            for place, outcome in zip(track.places, results, strict=True):
                if isinstance(outcome, Gap) and self._owed(place):
                    yield self._desk.missing(outcome)

    def _owed(self, place: Place) -> bool:
        """Whether the report owes its reader a value: of its own period, and due."""
        point = place.point
        if point != self._desk.point(point.series, point.span):
            return False
        due = self._desk.due(point.series).get(point.span, ())
        return not place.by or place.by in due

    def _unit(self, outcomes: Sequence[Sequence[Outcome]]) -> str:
        """The one unit of all values; ValueError when they have two."""
        known = [one for track in outcomes for one in track if isinstance(one, Measured)]
        units = list(dict.fromkeys(self._own_unit(one) for one in known))
        for other in units[1:]:
            if not convertible(other, units[0]):
                raise ValueError(
                    f"a chart cannot show {units[0]} and {other} on one axis; name a comparison"
                )
        return units[0] if units else ""

    def _own_unit(self, outcome: Measured) -> str:
        """The unit that a value is printed in."""
        if outcome.measure != "level":
            return outcome.unit
        series = outcome.point.series
        return self._desk.format(series, self._desk.settings(series)).unit

    def _printed(self, outcome: Outcome, unit: str) -> Printed | None:
        """A value as its number alone; None where there is none, or in a unit of another kind."""
        if isinstance(outcome, Gap):
            return None
        bound = bool(outcome.inputs and outcome.inputs[0].key.bound)
        if outcome.measure == "level" and (bound or not convertible(outcome.unit, unit)):
            return None  # that the two cannot be compared is told where the text compares them
        series = outcome.point.series
        form = self._desk.format(series, self._desk.settings(series))
        if outcome.measure == "level":
            value, places = convert(outcome.value, outcome.unit, unit), form.decimals
            zeros = form.settings.level_zeros
        else:
            value, places = outcome.value, form.rate_decimals
            zeros = form.settings.trailing_zeros
        text = print_number(value, places, trailing_zeros=zeros)
        figure = figures.worded(outcome, text)
        return replace(figure, value=rounded(value, places), unit=unit)

    def _note(self, design: Design, lacking: Sequence[str]) -> str:
        """What stands under the chart: the departments, and what is missing."""
        first = [place.point.series for track in design.tracks for place in track.places]
        named = dict.fromkeys(self._desk.department(one) for one in dict.fromkeys(first))
        names = "; ".join(name for name in named if name)
        said = [f"Nguồn: {names}." if names else "", f"{'; '.join(lacking)}." if lacking else ""]
        return " ".join(filter(None, said))


def _wish(span: str, by: str, how: Mapping[str, Any]) -> Wish:
    """What a template asks for; ValueError for a word or a form that there is not."""
    for name in how:
        if name not in Wish.__struct_fields__[2:]:
            raise ValueError(f"a chart takes no '{name}'")
    wish = Wish(known_span(span), known_part(by) if by else "", **how)
    if wish.form not in ("", *FORMS):
        raise ValueError(f"a chart has no form '{wish.form}'; use {', '.join(FORMS)}")
    return wish


def _form(wish: Wish, categories: int) -> ChartForm:
    """The form asked for; where none is, `columns` for some levels, else `bars`."""
    few = not wish.by and categories <= MOST_COLUMNS
    return "columns" if wish.form == "columns" or (not wish.form and few) else "bars"


def _is_whole(parts: Sequence[Printed | None]) -> bool:
    """Whether parts are all known and make up all of something; one alone is no structure."""
    known = [one.value for one in parts if one and one.value is not None]
    return len(known) == len(parts) > 1 and WHOLE[0] <= sum(known, Decimal(0)) <= WHOLE[1]


def _on_line(point: Point, period: str, by: str) -> Place:
    """A place on the line of a series up to `point`."""
    return Place(point.at(period), by, beside=None if by else point)


def _earlier(point: Point, comparison: str) -> Point:
    """The point that a comparison looks back to."""
    return point.at(base_period(point.span, point.period, comparison))


def _alt(plot: Plot) -> str:
    """A chart in words: its form and caption, then every value, as the ledger has them."""
    unit = plot.unit if plot.unit.startswith(PERCENT) else f" {plot.unit}" if plot.unit else ""
    told = []
    for n, category in enumerate(plot.categories):
        values = [
            _in_words(name, point, unit) for name, points in plot.series if (point := points[n])
        ]
        told.append(f"{category}: {', '.join(values) or 'không có số liệu'}")
    return f"{FORMS[plot.form]}: {plot.caption}. {'; '.join(told)}."


def _in_words(name: str, point: Printed, unit: str) -> str:
    """A value as it is heard, its sign in words, which readers of screens leave out."""
    value, size = point.value or Decimal(0), f"{point.text.removeprefix('-')}{unit}"
    if point.measure.startswith("change"):
        verb = wording.VERBS[wording.direction(value, 6)]
        return f"{name} {verb}{f' {size}' if value else ''}".strip()
    size = f"âm {size}" if value < 0 else size
    return f"{name} là {size}" if name else size
