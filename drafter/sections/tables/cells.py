"""The cells of a statistical table: what the data have of a row in a column, as it is printed.

A number stands where the data have it. Where they do not, what the office owes its reader is a
missing figure, and what it does not owe is not available.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from drafter import figures, table_words, wording
from drafter.arithmetic import HUNDRED, base_period
from drafter.document import Alignment, Exact
from drafter.errors import msg
from drafter.figures import Format, GridCell, Printed
from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.numerals import print_number, rounded
from drafter.sections.desk import RATE_ONLY, Desk
from drafter.sections.manner import UNITS
from drafter.sections.tables.columns import LEVEL, TARGET, Column
from drafter.settings import Settings
from drafter.units import convert, convertible

_UNTIMED = frozenset(["season", "window"])
"""Spans whose period no calendar tells."""
_PUBLISHED = ("change_percent", "change_points", "change_absolute", "index")


class Found(msgspec.Struct, frozen=True):
    """What the data have for a cell, and whether the office owes it."""

    outcome: Outcome
    owed: bool = False

    @property
    def counts(self) -> bool:
        """Whether the cell has a number, or is owed one."""
        return self.owed or isinstance(self.outcome, Measured)


class Cells:
    """Looks up and prints the cells of one table at the desk of a section."""

    def __init__(self, desk: Desk, settings: Settings, call: dict[str, object]) -> None:
        self._desk, self._call = desk, call
        self.growth = settings.table_form == "growth"
        self._latest: dict[str, str] = {}

    def form(self, series: Series) -> Format:
        """How the numbers of a row are printed."""
        return self._desk.format(series, self._desk.settings(series, self._call))

    # -- what the data have ----------------------------------------------------------------------

    def settle(self, series: Sequence[Series], spans: Collection[str]) -> None:
        """Looks up the season and the window that most of the rows are of, where a column is."""
        for span in _UNTIMED.intersection(spans):
            periods = (self._desk.point(one, span).period for one in series)
            found = Counter(filter(None, periods)).most_common(1)
            self._latest[span] = found[0][0] if found else ""

    def point(self, series: Series, span: str) -> Point:
        """A row in a span: in a season of which it has nothing yet, but had a year before."""
        point, latest = self._desk.point(series, span), self._latest.get(span, "")
        if point.period or not latest:
            return point
        before = point.at(base_period(span, latest, "year_on_year"))
        had = isinstance(self._desk.sources.measures.level(before), Measured)
        return point.at(latest) if had else point

    def owed(self, series: Series, span: str) -> tuple[str, ...]:
        """The comparisons that the office owes of a series in a span."""
        return self._desk.due(series).get(span, ())

    def found(self, series: Series, column: Column) -> Found:
        """What stands in a row under a column."""
        if column.kind == TARGET:
            return self._target(series, column)
        point = self.point(series, column.span)
        if not column.holds_levels or column.what.startswith(UNITS):
            return self._comparison(point, column)
        period = column.period_of(point.period)
        if not period and column.what != LEVEL:
            return Found(Gap(point, LEVEL, "", msg("there is no such base")))
        outcome = self._in_unit(self._desk.sources.measures.level(point.at(period)))
        return Found(outcome, column.what == LEVEL and self._owes_level(point, outcome))

    def _in_unit(self, outcome: Outcome) -> Outcome:
        """A level, refused where its unit is no scale of the row's."""
        if isinstance(outcome, Gap):
            return outcome
        unit = self.form(outcome.point.series).unit
        if convertible(outcome.unit, unit):
            return outcome
        said = msg("{now} cannot be compared with {base}", now=outcome.unit, base=unit)
        return Gap(outcome.point, LEVEL, "", said, refused=True)

    def _target(self, series: Series, column: Column) -> Found:
        year = self._desk.sources.period.year
        plan = column.what.partition(":")[2]
        return Found(self._in_unit(self._desk.sources.measures.plan(series, year, plan)))

    def _comparison(self, point: Point, column: Column) -> Found:
        owed = self.owed(point.series, point.span)
        name = column.what
        if name == "share":  # a part of what the office says, else of all, as the rows around it
            named = (one for one in owed if one.startswith("share:"))
            name = next(named, "share_of_total")
        outcome = self._desk.sources.measures.compare(point, name)
        own = "/" not in point.series.item or name != "share_of_total"
        return Found(outcome, own and (name in owed or column.kind in owed))

    def _owes_level(self, point: Point, outcome: Outcome) -> bool:
        """Whether a level that is not there is missing: not where its changes are given as such,
        nor where it has another form, a fraction or a range."""
        if point.span not in self._desk.due(point.series):
            return False
        if isinstance(outcome, Measured):
            return True
        return self._desk.indicator(point.series).kind not in RATE_ONLY and not any(
            isinstance(one, Measured) for one in self._instead(point)
        )

    def _instead(self, point: Point) -> list[Outcome]:
        """What the data may have in place of a level."""
        stored = self._desk.sources.measures.stored
        bases = [one.removeprefix(UNITS) for one in self.owed(point.series, point.span)]
        return [
            stored(point, "numerator"),
            stored(point, LEVEL, bound="low"),
            *(stored(point, measure, base) for base in bases for measure in _PUBLISHED),
            *(stored(point, "share") for base in bases if base.startswith("share")),
        ]

    # -- as it is printed ------------------------------------------------------------------------

    def cell(self, found: Found, column: Column, *, bold: bool, points: bool) -> GridCell:
        """The cell of what was found under a column. points: the heading says percentage points."""
        if isinstance(found.outcome, Gap):
            return GridCell(self._unknown(column, found), "center", bold)
        if found.outcome.doubt:
            self._desk.tell_once(found.outcome, found.outcome.doubt)
        printed, exact = self._printed(found.outcome, column, points=points)
        align: Alignment = "center" if printed.text == table_words.NOTHING else "decimal"
        return GridCell(self._desk.mark(printed), align, bold, exact=exact)

    def _unknown(self, column: Column, found: Found) -> str:
        """What stands where there is no number; what is owed or refused is told."""
        gap = found.outcome
        assert isinstance(gap, Gap)  # noqa: S101 (the caller has looked)
        if found.owed and not gap.refused:
            return self._desk.mark(self._hole(gap))
        if column.kind.startswith("contribution") and not gap.point.series.item:
            return ""  # the whole adds nothing to itself
        levels = self._levels(gap) if gap.refused and gap.base else []
        if levels and not any(levels):
            return table_words.NOTHING
        if gap.refused and (found.owed or all(levels)):
            self._desk.tell_once(gap, gap.reason)
        return table_words.UNKNOWN

    def _hole(self, gap: Gap) -> Printed:
        """The missing figure with the role of the one that is to come."""
        hole = self._desk.hole(gap, table_words.UNKNOWN)
        as_index = hole.measure == "change_percent" and not self.growth
        return replace(hole, measure="index") if as_index else hole

    def _levels(self, gap: Gap) -> list[Decimal]:
        """What a comparison that was refused is of, now and then."""
        point, level = gap.point, self._desk.sources.measures.level
        earlier = base_period(point.span, point.period, gap.base)
        levels = [level(point), level(point.at(earlier))] if earlier else []
        return [one.value for one in levels if isinstance(one, Measured)]

    def _printed(
        self, outcome: Measured, column: Column, *, points: bool
    ) -> tuple[Printed, Exact | None]:
        """A number as a figure of its own, and unrounded."""
        form = self.form(outcome.point.series)
        if column.holds_levels:
            return _level(outcome, form)
        if outcome.measure == "change_percent":
            return self._change(outcome, form.rate_decimals)
        places = form.rate_decimals
        if outcome.measure == "contribution":
            text = print_number(outcome.value, places)
            return _figure(outcome, text, outcome.value, places), Exact(outcome.value, places)
        if outcome.measure == "change_points":
            text = table_words.signed(outcome.value, places)
            text = text if points else f"{text} {form.settings.points}"
            return _figure(outcome, text, outcome.value, places), Exact(outcome.value, places)
        text = print_number(outcome.value, places) if outcome.value else table_words.NOTHING
        return _figure(outcome, text, outcome.value, places), Exact(outcome.value, places)

    def _change(self, outcome: Measured, places: int) -> tuple[Printed, Exact]:
        """A change in percent: an index, whose role is its own, or the rate itself."""
        text = table_words.index_number(outcome.value, places, growth=self.growth)
        if self.growth:
            return _figure(outcome, text, outcome.value, places), Exact(outcome.value, places)
        index = outcome.value + HUNDRED
        formula = outcome.formula.removesuffix(" - 100")
        if formula == outcome.formula:
            formula = f"{formula} + 100"
        outcome = replace(outcome, measure="index", value=index, formula=formula)
        text = text if index else table_words.NOTHING
        return _figure(outcome, text, index, places), Exact(index, places)


def _level(outcome: Measured, form: Format) -> tuple[Printed, Exact | None]:
    """A quantity in the printed unit, without it; one known by a bound has no number of its own."""
    value, bound = convert(outcome.value, outcome.unit, form.unit), outcome.inputs[0].key.bound
    text = print_number(value, form.decimals) if value or bound else table_words.NOTHING
    if outcome.measure == "change_absolute":
        text = table_words.signed(value, form.decimals)
    figure = replace(
        _figure(outcome, wording.bounded(text, bound), value, form.decimals), unit=form.unit
    )
    return figure, None if bound else Exact(value, form.decimals)


def _figure(outcome: Measured, text: str, value: Decimal, places: int) -> Printed:
    return replace(figures.worded(outcome, text), value=rounded(value, places))
