"""The columns of a statistical table: what of every series, in which span of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from drafter.arithmetic import base_period
from drafter.measures import CHANGES
from drafter.observations import SPANS
from drafter.period import SPANS_OF, one_before
from drafter.sections.changes import REAL
from drafter.sections.manner import ALIASES, UNITS, VALUE, known_part

LEVEL, TARGET, UNIT = "level", "target", "unit"
EARLIER = ("previous", "year_before", "last_december")
"""Levels of an earlier period: the one before, a year before, last December."""
_STEPPED = ("month", "quarter", "ytd", "year", "asof", "project", "average_ytd")
_TOLD_OR_NOT = frozenset(span for spans in SPANS_OF.values() for span in spans)


class Column(msgspec.Struct, frozen=True):
    """One column. what: `level`, one of `EARLIER`, a comparison by its name (`plan:central`), or
    without a span `unit`, `target` and `target:central`: the plan itself."""

    span: str
    what: str = LEVEL

    @property
    def kind(self) -> str:
        """`what` without the plan, the year or the indicator that it names."""
        return self.what.partition(":")[0]

    @property
    def holds_levels(self) -> bool:
        """Whether its numbers are in the units of the series."""
        return self.kind in (LEVEL, TARGET, *EARLIER) or self.what.startswith(UNITS)

    @property
    def is_own(self) -> bool:
        """Whether its numbers are of the report's own period."""
        return self.kind not in (TARGET, UNIT, *EARLIER)

    @property
    def is_compared(self) -> bool:
        """Whether it stands under `so với`: a change on another period, or a plan's attainment."""
        return self.kind in (*CHANGES, "plan")

    def period_of(self, period: str) -> str:
        """The period of its level, from that of the report; blank where no calendar tells."""
        if self.what not in EARLIER or not period:
            return period
        if self.what == "previous":
            return one_before(period) if self.span in _STEPPED else ""
        if self.what == "year_before":
            return base_period(self.span, period, "year_on_year")
        december = "year_end" if self.span == "asof" else "december"
        return base_period(self.span, period, december)

    def sense(self, period: str) -> tuple[str, str]:
        """What its numbers are, and of or against which period: alike for two names of one thing.

        period: of the report in its span.
        """
        if self.kind in (LEVEL, *EARLIER):
            return LEVEL, self.period_of(period)
        base = base_period(self.span, period, self.what) if self.is_compared else ""
        return ("change", base) if base and self.kind != REAL else (self.what, "")


def column(name: str) -> Column:
    """A column by its name in a template: `month`, `month.previous`, `ytd.plan`, `plan`, `unit`.

    KeyError for one that there is not.
    """
    if name == UNIT:
        return Column("", UNIT)
    if name.partition(":")[0] == "plan":
        return Column("", TARGET + name.removeprefix("plan"))
    span, dot, what = name.partition(".")
    span = ALIASES.get(span, span)
    if span not in SPANS:
        raise KeyError(f"'{name}' is no column: '{span}' is no span")
    if not dot or what in EARLIER:
        return Column(span, what or LEVEL)
    if what in ("", VALUE) or ALIASES.get(what, what) in SPANS:
        raise KeyError(f"'{name}' is no column: '{what}' is no comparison")
    return Column(span, known_part(what))


def told(columns: Iterable[Column], spans: Sequence[str]) -> list[Column]:
    """The columns of spans that the report tells; points of time and seasons are always told."""
    return [one for one in columns if one.span not in _TOLD_OR_NOT or one.span in spans]


def spelled_out(one: Column, owed: Iterable[tuple[str, Sequence[str]]]) -> Iterator[Column]:
    """A column for each plan and base year that a column means.

    owed: the comparisons that the office owes of the rows in its span (of a target, in any span),
    each with the plans of its indicator. Where no plan is owed, all of them are meant.
    """
    if one.what in ("plan", "plan_points", TARGET):
        owed = list(owed)
        named = [plan for name, plans in owed for plan in _plans(name, plans)]
        meant = named or [plan for _, plans in owed for plan in plans]
        yield from (Column(one.span, f"{one.what}:{plan}") for plan in dict.fromkeys(meant))
    elif one.what == "base_year":
        years = sorted({name for name, _ in owed if name.startswith("base_year:")})
        yield from (Column(one.span, name) for name in years)
    else:
        yield one


def _plans(name: str, plans: Sequence[str]) -> Sequence[str]:
    """The plans that a comparison is with: all of the indicator's unless it names one."""
    kind, _, plan = name.partition(":")
    if kind not in ("plan", "plan_points"):
        return ()
    return (plan,) if plan else plans
