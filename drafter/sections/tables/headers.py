"""The header rows of a statistical table, worded from what stands in its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from drafter import table_words, wording
from drafter.arithmetic import base_period
from drafter.frame_words import UNIT_HEAD
from drafter.sections.manner import UNITS
from drafter.sections.tables.columns import TARGET, UNIT, Column
from drafter.settings import Settings
from drafter.time_words import NBSP

_PERCENT, _POINTS = f"{NBSP}(%)", f" (điểm{NBSP}%)"
_PARTS = {
    "share": "Cơ cấu",
    "contribution": "Đóng góp vào mức tăng chung",
    "contribution_share": "Tỷ lệ đóng góp vào mức tăng chung",
}


class Heading(msgspec.Struct, frozen=True):
    """What the heading of a column is made from.

    period: of the report in the column's span, as most rows have it; until: the day on which they
    were counted, where it is another than its last. status: of its numbers, blank for none.
    points: it holds percentage points only. settings: of its first row, which names its plans.
    """

    column: Column
    period: str
    settings: Settings
    until: str = ""
    status: str = ""
    points: bool = False


class Headers:
    """Words the headings of a table. growth: changes are told as rates, not as indices.

    stub: over the names of the rows. percent: every number is in percent, which stands over the
    table. year: of the report.
    """

    def __init__(self, *, growth: bool, percent: bool, stub: str, year: int) -> None:
        self._growth, self._percent = growth, percent
        self._stub, self._year = stub, year

    def rows(self, headings: Sequence[Heading]) -> tuple[tuple[str, ...], ...]:
        """One row, or two where neighbours have a head in common."""
        over: list[str] = []
        under: list[str] = []
        for group in self._groups(headings):
            if len(group) == 1:
                over.append(self._alone(group[0]))
                under.append("")
            else:
                over += [self._shared(group)] * len(group)
                under += [self._below(one, group) for one in group]
        rows = (self._stub, *over), ("", *under)
        return rows if any(under) else rows[:1]

    def _groups(self, headings: Sequence[Heading]) -> list[list[Heading]]:
        """The columns with one head: comparisons of one time, else of several on one base."""
        groups = [list(run) for _, run in groupby(headings, self._timed)]
        runs = groupby(groups, lambda group: self._based(group[0]) if len(group) == 1 else group)
        return [[one for group in run for one in group] for _, run in runs]

    def _timed(self, one: Heading) -> object:
        """What neighbours on one time have in common; growth and attainment are not told alike."""
        told = self._growth and one.column.kind == "plan"
        time = (one.column.span, one.period, one.until, one.points, told)
        return time if one.column.is_compared else one.column

    def _based(self, one: Heading) -> object:
        """What neighbours on one base have in common."""
        return (self._base(one), one.points) if one.column.is_compared else one.column

    def _alone(self, one: Heading) -> str:
        """The whole heading of one column."""
        column = one.column
        if column.what == UNIT:
            return UNIT_HEAD
        if column.kind == TARGET:
            plan = column.what.partition(":")[2]
            return table_words.target_head(plan, self._year, one.settings)
        if column.what.startswith(UNITS):
            return self._in_units(one)
        if column.holds_levels:
            period = column.period_of(one.period)
            return table_words.level_head(one.status, column.span, period, one.until)
        if column.is_compared:
            growth = self._growth and column.kind != "plan"
            head = table_words.compared(self._time(one), self._base(one), growth=growth)
            return head + self._unit(one)
        return self._part(one)

    def _part(self, one: Heading) -> str:
        """The heading of what a series is of another, or adds to it."""
        column = one.column
        if column.kind == "plan_points":
            base = self._base(one)
            return f"Tỷ lệ thực hiện {base} tăng, giảm so với cùng kỳ{_POINTS}"
        unit = _POINTS if column.kind == "contribution" else self._unit(one)
        return f"{_PARTS[column.kind]} {self._time(one)}{unit}"

    def _in_units(self, one: Heading) -> str:
        column = msgspec.structs.replace(one.column, what=one.column.what.removeprefix(UNITS))
        base = self._base(msgspec.structs.replace(one, column=column))
        return table_words.compared(self._time(one), base, growth=True)

    def _shared(self, group: Sequence[Heading]) -> str:
        """The head over several columns: of one time, or of one comparison."""
        first = group[0]
        growth = self._growth and first.column.kind != "plan"
        time = self._time(first) if _same_time(group) else ""
        base = "" if _same_time(group) else self._base(first)
        return table_words.compared(time, base, growth=growth).strip() + self._unit(first)

    def _below(self, one: Heading, group: Sequence[Heading]) -> str:
        """What is left to be said of one column under the head that it shares."""
        if _same_time(group):
            return self._base(one)
        return wording.upper_first(self._time(one))

    def _time(self, one: Heading) -> str:
        return table_words.stretch(one.column.span, one.period, one.until)

    def _base(self, one: Heading) -> str:
        span, what = one.column.span, one.column.what
        what = f"plan{what.removeprefix('plan_points')}" if what.startswith("plan_points") else what
        earlier = base_period(span, one.period, what)
        return table_words.against(what, span, one.period, earlier, one.settings)

    def _unit(self, one: Heading) -> str:
        """The unit of a comparison, unless it stands over the whole table."""
        if one.points:
            return _POINTS
        return "" if self._percent else _PERCENT


def _same_time(group: Sequence[Heading]) -> bool:
    return len({(one.column.span, one.period) for one in group}) == 1
