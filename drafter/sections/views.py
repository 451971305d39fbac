"""What a template holds in its hands: series, their readings in a span, their comparisons."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from drafter import figures, time_words, wording
from drafter.arithmetic import base_period
from drafter.figures import ABSENT
from drafter.measured import Gap, Measured, Outcome, Series
from drafter.sections.clauses import Clauses
from drafter.sections.desk import Desk
from drafter.sections.manner import Manner, Saying


class SeriesView:
    """An indicator, an item of it or a part of the area; spans are its attributes."""

    def __init__(self, desk: Desk, clauses: Clauses, series: Series) -> None:
        self._desk, self._clauses, self.series = desk, clauses, series

    def item(self, path: str) -> SeriesView:
        """The item at a path below this one; KeyError when the catalogue has none."""
        below = f"{self.series.item}/{path}" if self.series.item else path
        series = self.series._replace(item=below)
        if self._desk.item(series) is None:
            raise KeyError(f"{series.indicator} has no item '{below}'")
        return SeriesView(self._desk, self._clauses, series)

    @property
    def label(self) -> str:
        """Its name with the indicator's: `diện tích gieo trồng ngô`."""
        return self._desk.label(self.series)

    @property
    def name(self) -> str:
        """The item's own name: `ngô`; the indicator's for the whole."""
        return self._desk.label(self.series, "item")

    @property
    def short(self) -> str:
        """Its name in lists."""
        return self._desk.label(self.series, "short")

    @property
    def due(self) -> bool:
        """Whether the office reports it at all, itself or any of its items."""
        return bool(self._desk.due(self.series)) or bool(list(self._below()))

    @property
    def items(self) -> list[SeriesView]:
        """The members one level down that are in scope, themselves or below, in catalogue order."""
        prefix = f"{self.series.item}/" if self.series.item else ""
        keys = dict.fromkeys(path.removeprefix(prefix).split("/")[0] for path in self._below())
        return [self._at(prefix + key) for key in keys]

    @property
    def members(self) -> list[SeriesView]:
        """Every member one level down that the catalogue has, in scope or not."""
        catalog, series = self._desk.sources.catalog, self.series
        item = self._desk.item(series)
        below = item.items if item else catalog.members(catalog.indicators[series.indicator])
        prefix = f"{series.item}/" if series.item else ""
        return [self._at(prefix + key) for key in below]

    @property
    def key(self) -> str:
        """The item's path, blank for the whole."""
        return self.series.item

    @property
    def leaves(self) -> list[SeriesView]:
        """Every member below that is itself in scope, in catalogue order."""
        return [self._at(path) for path in self._below()]

    def _at(self, path: str) -> SeriesView:
        return SeriesView(self._desk, self._clauses, self.series._replace(item=path))

    def _below(self) -> Iterator[str]:
        prefix = f"{self.series.item}/" if self.series.item else ""
        for path in self._desk.sources.scope.items(self.series.indicator):
            if path.startswith(prefix):
                yield path

    def in_span(self, span: str) -> Reading:
        """The series in a span that the template names."""
        return Reading(self, span)

    month = property(lambda self: self.in_span("month"))
    quarter = property(lambda self: self.in_span("quarter"))
    year_to_date = ytd = property(lambda self: self.in_span("ytd"))
    average = property(lambda self: self.in_span("average_ytd"))
    year = property(lambda self: self.in_span("year"))
    as_of = asof = property(lambda self: self.in_span("asof"))
    season = property(lambda self: self.in_span("season"))
    window = property(lambda self: self.in_span("window"))
    project = property(lambda self: self.in_span("project"))

    def __str__(self) -> str:
        return self.label


class Reading:
    """A series in one span; as text, its value with the unit."""

    def __init__(self, view: SeriesView, span: str) -> None:
        self._view, self._desk, self._span = view, view._desk, span

    @property
    def due(self) -> bool:
        """Whether the office reports this span of the series."""
        return self._span in self._desk.due(self._view.series)

    @property
    def date(self) -> str:
        """The day that its value stands at: `09/7/2023`; blank where the data do not say."""
        level = self._desk.level(self._view.series, self._span)
        known = isinstance(level, Measured) and level.inputs[0].as_of
        return time_words.day(level.inputs[0].as_of) if known else ""  # type: ignore[union-attr]

    @property
    def when(self) -> str:
        """Its stretch of time in words, the lag of its data in mind: `tháng 6`."""
        series = self._view.series
        point, settings = self._desk.point(series, self._span), self._desk.settings(series)
        return time_words.span_phrase(self._span, point.period, settings, first=True)

    def was_zero(self, comparison: str) -> bool:
        """Whether its value was nothing too in the period that a comparison looks back to."""
        point = self._desk.point(self._view.series, self._span)
        earlier = base_period(self._span, point.period, comparison)
        level = self._desk.sources.measures.level(point.at(earlier))
        return isinstance(level, Measured) and level.value == 0

    @property
    def is_zero(self) -> bool:
        """Whether its value is known and nothing."""
        level = self._desk.level(self._view.series, self._span)
        return isinstance(level, Measured) and level.value == 0

    def __str__(self) -> str:
        if not self.due:
            return ABSENT
        return self._view._clauses.value(self._desk.level(self._view.series, self._span))

    def _comparison(self, name: str) -> Comparison:
        return Comparison(self._view, self._span, name)

    month_on_month = property(lambda self: self._comparison("month_on_month"))
    year_on_year = property(lambda self: self._comparison("year_on_year"))
    year_end = property(lambda self: self._comparison("year_end"))
    quarter_on_quarter = property(lambda self: self._comparison("quarter_on_quarter"))
    december = property(lambda self: self._comparison("december"))
    base_year = property(lambda self: self._comparison("base_year"))
    plan = property(lambda self: self._comparison("plan"))
    plan_points = property(lambda self: self._comparison("plan_points"))
    year_on_year_real = property(lambda self: self._comparison("year_on_year_real"))
    contribution_share = property(lambda self: self._comparison("contribution_share"))
    share = property(lambda self: self._comparison("share"))
    contribution = property(lambda self: self._comparison("contribution"))


class Comparison:
    """A comparison of a reading; as text, `tăng 82,9% so với cùng kỳ`."""

    def __init__(self, view: SeriesView, span: str, name: str) -> None:
        self._view, self._desk, self._span, self._name = view, view._desk, span, name

    @property
    def due(self) -> bool:
        """Whether the office owes its reader this comparison."""
        return bool(self._sayings())

    @property
    def direction(self) -> str:
        """`rising`, `falling`, `unchanged` as printed; blank when it is not known."""
        outcome = self._outcome()
        return "" if isinstance(outcome, Gap) else self._desk.direction(outcome)

    @property
    def word(self) -> str:
        """Its direction alone, as a figure: `tăng`, `giảm nhẹ`, `tương đương`."""
        if not self._sayings():
            return ABSENT
        outcome, settings = self._outcome(), self._desk.settings(self._view.series)
        if isinstance(outcome, Gap):
            return self._desk.missing(outcome)
        form = self._desk.format(self._view.series, settings)
        text = wording.way_word(outcome.value, form.rate_decimals, settings)
        return self._desk.mark(figures.worded(outcome, text))

    @property
    def bare(self) -> str:
        """Without its base: `tăng 82,9%`."""
        return self._text(base=False, cause=False)

    @property
    def with_cause(self) -> str:
        """With the cause that the commentary gives for its direction."""
        return self._text(base=True, cause=True)

    def __str__(self) -> str:
        return self._text(base=True, cause=False)

    def _outcome(self) -> Outcome:
        """The comparison, the first of several plans; where none is due, what the data have."""
        names = [name for one in self._sayings() for name in one.group.comparisons]
        point = self._desk.point(self._view.series, self._span)
        return self._desk.compare(point, names[0] if names else self._name)

    def _sayings(self, manner: Manner | None = None) -> list[Saying]:
        """What is due of the comparison, ready to be written."""
        manner = manner or Manner((self._span, self._name))
        sayings = self._view._clauses.sayings(self._view.series, manner)
        return [one for one in sayings if one.group.comparisons]

    def _text(self, *, base: bool, cause: bool) -> str:
        manner = Manner((self._span, self._name), base=base, cause=cause)
        sayings = self._sayings(manner if base else replace(manner, aside="none"))
        return self._view._clauses.comparisons(sayings[0]) if sayings else ABSENT
