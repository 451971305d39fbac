"""A statistical table as it is printed: headings, rows, and what stands under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from drafter import table_words
from drafter.arithmetic import PERCENT
from drafter.errors import msg
from drafter.figures import Grid, GridCell
from drafter.measured import Measured, Outcome, Series
from drafter.numerals import rounded
from drafter.sections.desk import Desk
from drafter.sections.tables.cells import Cells
from drafter.sections.tables.columns import UNIT, Column
from drafter.sections.tables.content import Content
from drafter.sections.tables.headers import Headers, Heading
from drafter.sections.tables.rows import Row
from drafter.sections.tables.times import Times
from drafter.settings import PLANS, Settings
from drafter.units import convert


class Printing:
    """Prints the content of one table."""

    def __init__(self, desk: Desk, cells: Cells, content: Content) -> None:
        self._desk, self._cells, self._content = desk, cells, content
        self._times = Times(desk, cells, content)

    def grid(self, stub: str) -> Grid:
        """The table without caption and note. stub: over the names of the rows."""
        content = self._content
        headings = [self._heading(one) for one in content.columns]
        headers = Headers(
            growth=self._cells.growth,
            percent=content.unit == PERCENT,
            stub=stub,
            year=self._desk.sources.period.year,
        )
        rows = tuple(self._row(row, headings) for row in content.rows)
        return Grid(headers.rows(headings), rows, (), unit=content.unit)

    def _row(self, row: Row, headings: Sequence[Heading]) -> tuple[GridCell, ...]:
        label = f"{row.label}{self._times.own(row.series) if row.series else ''}"
        cells = (self._cell(row, one) for one in headings)
        return (GridCell(label, "left", row.bold, row.level), *cells)

    def _cell(self, row: Row, heading: Heading) -> GridCell:
        if row.series and heading.column.what == UNIT:
            unit = self._cells.form(row.series).unit
            return GridCell(table_words.unit_cell(unit), "center", row.bold)
        found = self._content.found(row.series, heading.column) if row.series else None
        if row.series is None or found is None:
            return GridCell("", "center")
        column, outcome = heading.column, found.outcome
        known = column.span and isinstance(outcome, Measured)
        if known and not self._times.fits(row.series, column):
            return self._left_out(outcome, bold=row.bold)
        return self._cells.cell(found, column, bold=row.bold, points=heading.points)

    def _left_out(self, outcome: Outcome, *, bold: bool) -> GridCell:
        """What stands for a number that its heading would tell falsely, which is told."""
        told = msg("its time is not the one of its column in the table; it is left out there")
        self._desk.tell_once(outcome, told)
        return GridCell(table_words.UNKNOWN, "center", bold)

    # -- time and status -------------------------------------------------------------------------

    def _heading(self, column: Column) -> Heading:
        """What the heading of a column is made from: what most of its rows have."""
        series = [one for one in self._content.series if self._content.is_filled(one, column)]
        settings = self._settings(series or self._content.series, column)
        if not column.span:
            return Heading(column, "", settings)
        period, until = self._times.of(column)
        status = self._status(series, column) if column.holds_levels else ""
        points = self._content.in_points(column) or column.kind == "plan_points"
        return Heading(column, period, settings, until, status, points)

    def _settings(self, series: Sequence[Series], column: Column) -> Settings:
        """Those of the rows; where they call a plan by several names, with the plain one of it."""
        held = [self._desk.settings(one) for one in series]
        plan = column.what.partition(":")[2]
        one_name = len({one.plans.get(plan) for one in held}) == 1
        return held[0] if one_name else msgspec.structs.replace(held[0], plans=PLANS)

    def _status(self, series: Sequence[Series], column: Column) -> str:
        """The least certain status of the numbers in a column, blank where there are none."""
        known = [level for one in series if (level := self._content.known(one, column))]
        statuses = {level.status for level in known}
        return next((name for name in table_words.STATUS if name in statuses), "")

    # -- under the table -------------------------------------------------------------------------

    def note(self, own: str, *, source: bool) -> str:
        """What stands under the table: words of the template's own, that parts are rounded, and
        the departments, where `source` says so."""
        names = "; ".join(self._departments()) if source else ""
        rounding = table_words.ROUNDED if self._is_rounded() else ""
        return " ".join(filter(None, (own, rounding, f"Nguồn: {names}." if names else "")))

    def _departments(self) -> list[str]:
        """The departments that the numbers come from, each once."""
        known = (self._content.known(*cell) for cell in self._places())
        return list(filter(None, dict.fromkeys(one.inputs[0].source for one in known if one)))

    def _places(self) -> Iterator[tuple[Series, Column]]:
        for series in self._content.series:
            for column in self._content.columns:
                yield series, column

    def _is_rounded(self) -> bool:
        """Whether the printed parts of a whole add up to a little more or less than it does."""
        return any(self._is_off(*cell) for cell in self._places() if cell[1].holds_levels)

    def _is_off(self, series: Series, column: Column) -> bool:
        whole, parts = self._exact(series, column), self._parts(series, column)
        if whole is None or len(parts) < 2:
            return False
        places = self._cells.form(series).decimals
        off = abs(self._printed(whole, places) - sum(self._printed(one, places) for one in parts))
        return 0 < off <= Decimal(len(parts) + 1) / 2 * Decimal(1).scaleb(-places)

    def _parts(self, series: Series, column: Column) -> list[Measured]:
        """The numbers of the parts that make up an indicator; none where one lacks."""
        breakdown = self._desk.indicator(series).breakdown
        if series.item or breakdown is None or breakdown.relation != "sum":
            return []
        members = self._desk.sources.catalog.members(self._desk.indicator(series))
        known = [self._exact(series._replace(item=key), column) for key in members]
        return [one for one in known if one] if all(known) else []

    def _exact(self, series: Series, column: Column) -> Measured | None:
        """The number of a cell, where it has one and not merely a bound."""
        known = self._content.known(series, column)
        return known if known and not known.inputs[0].key.bound else None

    def _printed(self, level: Measured, places: int) -> Decimal:
        unit = self._cells.form(level.point.series).unit
        return rounded(convert(level.value, level.unit, unit), places)
