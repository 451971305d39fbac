"""What a template holds in its hands: series, their readings in a span, and comparisons of those."""

from __future__ import annotations

from collections.abc import Iterator

from drafter import figures
from drafter.figures import ABSENT
from drafter.measures import Gap, Measured, Outcome, Series
from drafter.period import one_before
from drafter.sections.clauses import Clauses, Group, Manner, groups
from drafter.sections.desk import Desk


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
    def is_zero(self) -> bool:
        """Whether its value is known and nothing."""
        level = self._desk.level(self._view.series, self._span)
        return isinstance(level, Measured) and level.value == 0

    @property
    def when(self) -> str:
        """The span in words, as it opens a clause."""
        series = self._view.series
        return self._desk.span(series, self._span, self._desk.settings(series), first=True)

    @property
    def from_to(self) -> str:
        """The base value and the value: `từ 1.490.000 đồng lên 1.800.000 đồng`."""
        series = self._view.series
        period = self._desk.period(series, self._span)
        then = self._desk.sources.measures.level(series, self._span, one_before(period))
        return self._from(then, self._desk.level(series, self._span))

    def _from(self, then: Outcome, now: Outcome) -> str:
        settings = self._desk.settings(self._view.series)
        first, second = (self._view._clauses.value(one, settings) for one in (then, now))
        if isinstance(then, Gap) or isinstance(now, Gap):
            return f"từ {first} lên {second}"
        word = "lên" if now.value > then.value else "xuống"
        return f"từ {first} {word} {second}"

    def __str__(self) -> str:
        if not self.due:
            return ABSENT
        series = self._view.series
        level = self._desk.level(series, self._span)
        return self._view._clauses.value(level, self._desk.settings(series))

    def _comparison(self, name: str) -> Comparison:
        return Comparison(self._view, self._span, name)

    month_on_month = property(lambda self: self._comparison("month_on_month"))
    year_on_year = property(lambda self: self._comparison("year_on_year"))
    year_end = property(lambda self: self._comparison("year_end"))
    base_year = property(lambda self: self._comparison("base_year"))
    plan = property(lambda self: self._comparison("plan"))
    share = property(lambda self: self._comparison("share"))
    contribution = property(lambda self: self._comparison("contribution"))


class Comparison:
    """A comparison of a reading; as text, `tăng 82,9% so với cùng kỳ`."""

    def __init__(self, view: SeriesView, span: str, name: str) -> None:
        self._view, self._desk, self._span, self._name = view, view._desk, span, name

    def _outcome(self) -> Outcome:
        return self._desk.compare(self._view.series, self._span, self._name)

    @property
    def direction(self) -> str:
        """`rising`, `falling`, `unchanged` as printed; blank when it is not known."""
        outcome = self._outcome()
        if isinstance(outcome, Gap):
            return ""
        return self._desk.direction(outcome, self._desk.settings(self._view.series))

    @property
    def word(self) -> str:
        """Its direction alone, as a figure: `tăng`, `giảm nhẹ`, `tương đương`."""
        outcome, settings = self._outcome(), self._desk.settings(self._view.series)
        if isinstance(outcome, Gap):
            return self._desk.missing(outcome, settings)
        form = self._desk.format(self._view.series, settings)
        text = figures.change(outcome, form).text.rpartition(" ")[0] or settings.unchanged
        return self._desk.mark(figures.worded(outcome, text))

    def _text(self, *, base: bool, cause: bool) -> str:
        series = self._view.series
        plans = self._desk.indicator(series).plans
        owed = groups(self._desk.due(series), (self._span, self._name), plans)
        if not owed or not owed[0].comparisons:
            return ABSENT
        manner = Manner(base=base, cause=cause)
        group = Group(self._span, owed[0].comparisons)
        return self._view._clauses.comparisons(
            series, group, manner, self._desk.settings(series), None
        )

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
