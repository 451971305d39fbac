"""What stands in a statistical table: its rows, its columns, what the data have for each cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from drafter.arithmetic import PERCENT
from drafter.measured import Measured, Series
from drafter.period import same_stretch
from drafter.sections.desk import Desk
from drafter.sections.tables.cells import Cells, Found
from drafter.sections.tables.columns import UNIT, Column, spelled_out
from drafter.sections.tables.rows import Branch, Row, kept, printed, series_of

_STRETCHES = ("month", "quarter", "ytd", "year")


class Content:
    """The rows and columns of a table that hold something, and the unit over it.

    rows: in their order, blank where the table has nothing to show. columns: the one of units
    first, where the rows have several. unit: of all numbers, blank where they have no one unit.
    """

    def __init__(
        self, desk: Desk, cells: Cells, found: Sequence[Branch], asked: Iterable[Column]
    ) -> None:
        self._desk, self._cells = desk, cells
        self._found: dict[tuple[Series, Column], Found] = {}
        self._filled: frozenset[Series] = frozenset()
        self.rows: list[Row] = []
        self.columns: list[Column] = []
        self.unit = ""
        series = [one for one in dict.fromkeys(series_of(found)) if desk.due(one)]
        asked = list(asked)
        cells.settle(series, {one.span for one in asked})
        self._look_up(series, [one for one in asked if one.what != UNIT])
        self._choose_rows(found)
        self._settle_units(in_column=Column("", UNIT) in asked)

    def found(self, series: Series, column: Column) -> Found | None:
        """What the data have for a cell; None for a row that is out of scope."""
        return self._found.get((series, column))

    def is_filled(self, series: Series, column: Column) -> bool:
        """Whether a cell has a number, or is owed one."""
        found = self.found(series, column)
        return found is not None and found.counts

    def known(self, series: Series, column: Column) -> Measured | None:
        """The number of a cell, where it has one."""
        found = self.found(series, column)
        return found.outcome if found and isinstance(found.outcome, Measured) else None

    @property
    def series(self) -> list[Series]:
        """The series of the rows that have numbers."""
        return [row.series for row in self.rows if row.series is not None]

    # -- rows and columns ------------------------------------------------------------------------

    def _look_up(self, series: Sequence[Series], asked: Iterable[Column]) -> None:
        """Finds what the data have, and the columns in which that is anything.

        A row that has only what was before, or is planned, tells nothing of the report's period.
        """
        columns = [one for each in asked for one in self._spelled_out(each, series)]
        for column in columns:
            self._found.update({(one, column): self._cells.found(one, column) for one in series})
        own = [one for one in columns if one.is_own]
        shown = [one for one in series if any(self._found[one, each].counts for each in own)]
        self._filled = frozenset(shown)
        held = [one for one in columns if any(self._found[each, one].counts for each in shown)]
        spans = {"", *(one.span for one in held if one.is_own)}
        for column in held:
            same = (one for one in self.columns if self._says_the_same(one, column, shown))
            if told := next(same, None):
                self._complete(told, column, shown)
            elif column.span in spans:
                self.columns.append(column)

    def _complete(self, told: Column, other: Column, series: Iterable[Series]) -> None:
        """What is owed under the other name of a column is missing in the one that stays."""
        for one in series:
            if self._found[one, other].counts and not self._found[one, told].counts:
                self._found[one, told] = self._found[one, other]

    def _spelled_out(self, one: Column, series: Sequence[Series]) -> Iterable[Column]:
        owed = (
            (name, self._desk.indicator(each).plans)
            for each in series
            for span, names in self._desk.due(each).items()
            for name in (names or ("",))
            if one.span in ("", span)
        )
        return spelled_out(one, owed)

    def _says_the_same(self, one: Column, other: Column, series: Sequence[Series]) -> bool:
        """Whether two columns are of one time under its two names, and the first tells all."""
        alike = self._is_one_stretch if one.what == other.what else self._is_one_sense
        told = [each for each in series if self._found[each, other].counts]
        return alike(one, other, told) and all(
            self._value(each, other) in (None, self._value(each, one)) for each in told
        )

    def _is_one_stretch(self, one: Column, other: Column, series: Sequence[Series]) -> bool:
        """Whether two spans are one stretch of time: January, quarter I, the whole year."""
        point = self._cells.point
        return {one.span, other.span} <= set(_STRETCHES) and all(
            same_stretch(*point(each, one.span)[1:]) == point(each, other.span)[1:]
            for each in series
        )

    def _is_one_sense(self, one: Column, other: Column, series: Sequence[Series]) -> bool:
        """Whether two columns of a span are of one period, or changes on one: in January the month
        before is the last December."""
        if not one.span or one.span != other.span:
            return False
        periods = {self._cells.point(each, one.span).period for each in series}
        return all(one.sense(period) == other.sense(period) for period in periods)

    def _value(self, series: Series, column: Column) -> Decimal | None:
        known = self.known(series, column)
        return known.value if known else None

    def _choose_rows(self, found: Sequence[Branch]) -> None:
        filled = {one: one in self._filled for one in series_of(found)}
        self.rows = printed(kept(found, filled), filled)

    # -- units -----------------------------------------------------------------------------------

    def unit_of(self, series: Series) -> str:
        """The unit of a row's levels, blank where the table shows none of them."""
        found = (self.found(series, one) for one in self.columns if one.holds_levels)
        shown = any(one is not None and one.counts for one in found)
        return self._cells.form(series).unit if shown else ""

    def in_points(self, column: Column) -> bool:
        """Whether a column holds percentage points only."""
        known = [one for each in self.series if (one := self.known(each, column))]
        return bool(known) and all(one.measure == "change_points" for one in known)

    def _holds_points(self, column: Column) -> bool:
        """Whether the heading of a column says percentage points."""
        return column.kind in ("contribution", "plan_points") or self.in_points(column)

    def _settle_units(self, *, in_column: bool) -> None:
        """One unit over the table, else one in the head of each group, else a column of them."""
        units = {one: self.unit_of(one) for one in self.series}
        known = list(dict.fromkeys(filter(None, units.values())))
        if not known:
            self.unit = "" if any(map(self._holds_points, self.columns)) else PERCENT
        elif len(known) == 1:
            self.unit = known[0]
        elif not in_column and (heads := self._heads_with_units(units)):
            self.rows = [heads.get(row, row) for row in self.rows]
        else:
            self.columns.insert(0, Column("", UNIT))

    def _heads_with_units(self, units: Mapping[Series, str]) -> Mapping[Row, Row]:
        """The head of each group with the unit of the group; none where a group has two units, or
        is a row without others under it."""
        named: dict[Row, Row] = {}
        sizes = Counter(row.group for row in self.rows)
        for head in (row for row in self.rows if row.level == 0):
            own = {units[one.series] for one in self.rows
                   if one.group == head.group and one.series} - {""}  # fmt: skip
            if len(own) > 1 or sizes[head.group] == 1:
                return {}
            label = f"{head.label} ({own.pop()})" if own else head.label
            named[head] = msgspec.structs.replace(head, label=label)
        return named
