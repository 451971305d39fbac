"""The time of the columns and rows of a statistical table, which need not be one.

A column is headed by the period that most rows have in its span. A row of another one, of an
indicator that comes late or of another season, says so behind its name; a number of it that its
column would still tell falsely is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter import table_words
from drafter.arithmetic import base_period
from drafter.measured import Measured, Series
from drafter.period import last_month, month_end
from drafter.sections.desk import Desk
from drafter.sections.tables.cells import Cells
from drafter.sections.tables.columns import EARLIER, LEVEL, Column
from drafter.sections.tables.content import Content


class Times:
    """Tells the times of one table."""

    def __init__(self, desk: Desk, cells: Cells, content: Content) -> None:
        self._desk, self._cells, self._content = desk, cells, content
        self._periods = {one: self._most_common(one) for one in self._spans()}
        self._untils = {one: self._until_of_most(one) for one in content.columns if one.span}

    def of(self, column: Column) -> tuple[str, str]:
        """The report's period in the span of a column, and the day on which most of its numbers
        were counted where that is another than the last of theirs."""
        return self._periods.get(column.span, ""), self._untils.get(column, "")

    def own(self, series: Series) -> str:
        """The times of a row, in brackets, where they are not what the headings say."""
        said = "; ".join(dict.fromkeys(self._told(series)))
        return f" ({said})" if said else ""

    def fits(self, series: Series, column: Column) -> bool:
        """Whether the heading of a column tells the truth of a row that says its own time.

        It may be of the own period, or of the same in the year before; its base must be the same.
        """
        own, said = self._period(series, column.span), self._periods[column.span]
        if own == said or column.what == LEVEL:
            return True
        if column.what == "year_before":
            return own[:4] == said[:4]
        if column.kind in EARLIER:
            return column.period_of(own) == column.period_of(said)
        bases = {self._base(series, column, one) for one in (own, said)}
        return len(bases) == 1

    def _base(self, series: Series, column: Column, period: str) -> str:
        """What a comparison of a period is with, in words; blank for what has no base."""
        span, what = column.span, column.what
        if not column.is_compared:
            return ""
        earlier, settings = base_period(span, period, what), self._desk.settings(series)
        return table_words.against(what, span, period, earlier, settings)

    def _spans(self) -> list[str]:
        return list(dict.fromkeys(one.span for one in self._content.columns if one.span))

    def _most_common(self, span: str) -> str:
        """The period that most rows have in a span; blank where none is known."""
        periods = (self._period(one, span) for one in self._rows(span))
        counted = Counter(filter(None, periods)).most_common(1)
        return counted[0][0] if counted else ""

    def _until_of_most(self, column: Column) -> str:
        """The day on which most numbers of a column were counted."""
        span, filled = column.span, self._content.is_filled
        rows = [one for one in self._content.series if filled(one, column)]
        rows = [one for one in rows if self._period(one, span) == self._periods[span]]
        days = Counter(self._until(one, column) for one in rows).most_common(1)
        return days[0][0] if days else ""

    def _rows(self, span: str) -> list[Series]:
        """The rows that have something in a span."""
        columns = [one for one in self._content.columns if one.span == span]
        filled = self._content.is_filled
        return [one for one in self._content.series if any(filled(one, each) for each in columns)]

    def _told(self, series: Series) -> Iterator[str]:
        """The times that a row must say, those of its columns in their order."""
        for column in self._content.columns:
            if not column.span or not self._content.is_filled(series, column):
                continue
            own, until = self._period(series, column.span), self._until(series, column)
            period, counted = self.of(column)
            if own and own != period:
                yield table_words.stretch(column.span, own, "" if column.kind in EARLIER else until)
            elif own and until != counted:
                ended = month_end(last_month(column.period_of(own)))
                yield table_words.stretch("asof", until or ended)

    def _period(self, series: Series, span: str) -> str:
        return self._cells.point(series, span).period

    def _until(self, series: Series, column: Column) -> str:
        """The day on which a row was counted where it is another than the last of its period."""
        levels = column.what in (LEVEL, *EARLIER)
        if not levels and not (column.span == "asof" and column.is_own):
            return ""
        point = self._cells.point(series, column.span)
        point = point.at(column.period_of(point.period))
        level = self._desk.sources.measures.level(point)
        counted = level.inputs[0].as_of if isinstance(level, Measured) else ""
        ended = counted and counted == month_end(last_month(point.period))
        return "" if ended else counted
