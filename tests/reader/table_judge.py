"""Every cell of a statistical table judged by the data: its words, its number, its emptiness.

The words must say what the ledger says; what is printed must be what the data make of it; a dash
stands for nothing, `…` for what the data have not, a highlighted one for what is owed besides.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .claims import Claim
from .comparisons import same_stretch
from .digits import PLAN_WORDS
from .heads import Time
from .numbers import NUMERAL, decimals, number
from .periods import base_of
from .roles import Judge, Role
from .tables import Cell, Plans
from .truth import HUNDRED, UnknownError, rounded

UNKNOWN, NOTHING = "…", "-"
MEASURES = {
    "plan_target": {"plan"}, "level": {"level"}, "index": {"index", "change_points"},
    "growth": {"change_percent", "change_points"}, "points": {"change_points"},
    "step": {"change_absolute"}, "attainment": {"attainment"}, "plan_points": {"change_points"},
    "share": {"share"}, "contribution": {"contribution"},
    "contribution_share": {"contribution_share"},
}  # fmt: skip
"""What a column of each kind may hold, as the ledger calls it."""
COMPARED = ("index", "growth", "points", "step")
_CHANGED = ("index", "change_percent", "change_points")
PLANNED = ("plan_target", "attainment", "plan_points")
_POINTS = " điểm %"
_NUMBER = re.compile(rf"(?P<bound>[Tt]rên |[Dd]ưới )?(?P<sign>[-+]?)(?P<size>{NUMERAL})")
_BOUNDS = {"": "", "trên ": "at_least", "dưới ": "at_most"}


@dataclass(frozen=True)
class Printed:
    """What is printed in a cell. bound: of a level that is known to be more, or less, only."""

    value: Decimal
    places: int
    signed: bool
    bound: str
    points: bool


@dataclass(frozen=True)
class CellJudge:
    """Judges cells. plans: what plans are called."""

    judge: Judge
    plans: Plans

    def faults(self, cell: Cell) -> Iterator[str]:
        """What is false about a cell that has a figure."""
        role = cell.role
        assert role is not None
        yield from self.words(cell, role)
        try:
            yield from self._number(cell, role)
        except UnknownError as reason:
            yield f"the data do not say it ({reason})"

    # -- what the words say -----------------------------------------------------------------------

    def words(self, cell: Cell, role: Role) -> Iterator[str]:
        """Where the heading and the label say another thing than the ledger."""
        yield from self._kind(cell, role)
        if cell.read.highlighted and (cell.own or not role.period):
            return  # no number that the heading could tell falsely; a season that is not known
        if cell.kind in PLANNED:
            yield from self._plan(cell, role)
        else:
            yield from self._base(cell, role)
        if cell.kind not in ("plan_target", "plan_points"):
            yield from self._time(cell, role)

    def _kind(self, cell: Cell, role: Role) -> Iterator[str]:
        if (role.indicator, role.item) != cell.series:
            yield f"the row is of {cell.series}, the figure of {role.indicator}/{role.item}"
        hole = cell.read.highlighted and cell.kind in COMPARED and role.measure in _CHANGED
        if role.measure not in MEASURES[cell.kind] and not hole:
            yield f"a {role.measure} under a heading of {cell.kind}"

    def _plan(self, cell: Cell, role: Role) -> Iterator[str]:
        """The plan's name, and its year where it is told."""
        words, year = cell.head.base, re.search(r" năm (\d{4})$", cell.head.base)
        plain = words.removesuffix(year[0]) if year else words
        plan = role.base.partition(":")[2]
        own = self.plans(role.indicator, role.item)[plan]
        # Rows that call it by several names have the plain one over them.
        if not {own, PLAN_WORDS.get(plan, "")} & {words, plain}:
            yield f"told as {words}, it is {own}"
        if year and year[1] != role.period[:4]:
            yield f"told of {year[1]}, it is of {role.period}"

    def _base(self, cell: Cell, role: Role) -> Iterator[str]:
        """The base of a comparison and the time that its words give it."""
        if cell.kind not in COMPARED:
            return
        base = base_of(role.span, role.period, role.base.removesuffix("_real"))
        said = [base_of(role.span, role.period, one) for one in cell.head.base.split("|")]
        if role.base not in cell.head.base.split("|") and (not base or base not in said):
            yield f"told on {cell.head.base}, it is on {role.base}"
        if not base.rpartition("/")[2].startswith(cell.head.at):
            yield f"told on {cell.head.at}, it is on {base}"

    def _time(self, cell: Cell, role: Role) -> Iterator[str]:
        """The time of a number is its column's, or the one that its row says instead."""
        told, counted = cell.head.time, self._counted(role)
        if any(is_of(one, role, counted) for one in (told, *cell.own)):
            return
        # A row that says its own time says by it what the year before was.
        later = replace(role, period=f"{int(role.period[:4] or 0) + 1}{role.period[4:]}")
        shifted = any(is_of(one, later) and one.period[:4] > told.period[:4] for one in cell.own)
        if cell.kind != "level" or not shifted:
            yield f"told of {told}, it is of {role.span} {role.period} {counted}"

    def _counted(self, role: Role) -> str:
        """The day on which a level was counted, where it is not the last of its period."""
        if role.measure != "level" and role.span != "asof":
            return ""
        row = self.judge.truth.row(role.indicator, role.item, role.span, role.period)
        return row.as_of if row and row.as_of not in ("", _last_day(role.period)) else ""

    # -- what is printed --------------------------------------------------------------------------

    def _number(self, cell: Cell, role: Role) -> Iterator[str]:
        """Whether the number is what the data make of it."""
        if cell.kind not in ("level", "plan_target"):
            self.judge.same_territory(role)
        told = printed(cell.read.text)
        if told is None:
            yield "not understood"
            return
        yield from self._unit(cell, role, told)
        yield from self._value(cell, role, told)

    def _unit(self, cell: Cell, role: Role, told: Printed) -> Iterator[str]:
        """Points are called so once, and everything else in percent is called that."""
        in_points = role.measure in ("change_points", "contribution")
        over = cell.kind in ("points", "plan_points", "contribution")
        if in_points != (over or told.points) or (over and told.points):
            yield "points without their unit, or not of points"
        rate = cell.kind in ("index", "growth", "attainment", "share", "contribution_share")
        if rate and not (cell.head.percent or cell.percent):
            yield "no unit"
        if told.signed and role.measure in ("level", "plan", "index", "attainment", "share"):
            yield "a plus that means nothing"

    def _value(self, cell: Cell, role: Role, told: Printed) -> Iterator[str]:
        truth = self.judge.truth
        at = (role.indicator, role.item, role.span, role.period)
        unit = cell.unit if cell.kind in ("level", "plan_target", "step") else "%"
        # A dash is for nothing at all, not for what rounds to it.
        places = 12 if cell.read.text == NOTHING else told.places
        claim = Claim(*at, cell.kind, told.value, unit, role.base, cell.read.text, "", places)
        zero = told.value == 0 and not told.bound and cell.read.text != NOTHING
        if zero and self._is_nothing(cell, role):
            yield "nothing is a dash"
        if role.measure == "change_points" and cell.kind != "plan_points":
            claim = replace(claim, unit=_POINTS.strip(), measure="points")
            yield from truth.exactly(claim)
        elif cell.kind == "index":
            true, least = truth.change(*at, role.base) + HUNDRED, truth.rate_places(claim)
            if rounded(true, max(places, least)) != told.value:
                yield f"the data give {true:.8}"
        else:
            yield from getattr(self, f"_{cell.kind}")(claim, told)

    def _is_nothing(self, cell: Cell, role: Role) -> bool:
        """Whether a level that is printed, or compared with the whole, is nothing."""
        if cell.kind not in ("level", "attainment", "share"):
            return False
        row = self.judge.truth.row(role.indicator, role.item, role.span, role.period)
        return row is not None and row.value == 0

    # -- each kind of number ----------------------------------------------------------------------

    def _level(self, claim: Claim, told: Printed) -> Iterator[str]:
        row = self.judge.truth.row(claim.indicator, claim.item, claim.span, claim.period)
        if row and row.bound != told.bound:
            yield f"told as {told.bound or 'exact'}, the data have it {row.bound or 'exact'}"
        yield from self.judge.truth.exactly(claim)

    def _plan_row(self, claim: Claim, year: str) -> tuple[Decimal, str]:
        plan = claim.base.partition(":")[2]
        row = self.judge.truth.row(claim.indicator, claim.item, "year", year, "plan", plan=plan)
        if row is None:
            raise UnknownError("no plan")
        return row.value, row.unit

    def _plan_target(self, claim: Claim, _: Printed) -> Iterator[str]:
        value, unit = self._plan_row(claim, claim.period)
        yield from self.judge.truth.is_number(
            claim, value, unit, self.judge.truth.level_places(claim)
        )

    def _attainment(self, claim: Claim, _: Printed) -> Iterator[str]:
        value, unit = self._plan_row(claim, claim.period[:4])
        now = self.judge.truth.row(claim.indicator, claim.item, claim.span, claim.period)
        if now is None or now.unit != unit or value <= 0:
            raise UnknownError("no level in the unit of the plan, or no sound plan")
        yield from self._rate(claim, now.value * HUNDRED / value)

    def _plan_points(self, claim: Claim, _: Printed) -> Iterator[str]:
        before = base_of(claim.span, claim.period, "year_on_year")
        now, then = (
            replace(claim, period=one) for one in (claim.period, before)
        )  # fmt: skip
        values = []
        for one in (now, then):
            row = self.judge.truth.row(one.indicator, one.item, one.span, one.period)
            if row is None:
                raise UnknownError("no level")
            values.append(row.value * HUNDRED / self._plan_row(one, one.period[:4])[0])
        yield from self._rate(claim, values[0] - values[1])

    def _share(self, claim: Claim, _: Printed) -> Iterator[str]:
        """A share is of the whole of the indicator, for parts of parts too."""
        at = (claim.span, claim.period)
        now = self.judge.truth.row(claim.indicator, claim.item, *at)
        whole = self.judge.truth.row(claim.indicator, "", *at)
        if now and whole and whole.value > 0 and now.unit == whole.unit:
            yield from self._rate(claim, now.value * HUNDRED / whole.value)
        elif "/" in claim.item:
            raise UnknownError("no whole")
        else:
            yield from self.judge.truth.exactly(claim)

    def _growth(self, claim: Claim, _: Printed) -> Iterator[str]:
        yield from self.judge.truth.exactly(replace(claim, measure="change_percent"))

    def _step(self, claim: Claim, _: Printed) -> Iterator[str]:
        yield from self.judge.truth.exactly(replace(claim, measure="change_absolute"))

    def _contribution(self, claim: Claim, _: Printed) -> Iterator[str]:
        yield from self.judge.truth.exactly(replace(claim, unit=_POINTS.strip()))

    def _contribution_share(self, claim: Claim, _: Printed) -> Iterator[str]:
        yield from self.judge.truth.exactly(replace(claim, text="đóng góp"))

    def _rate(self, claim: Claim, true: Decimal) -> Iterator[str]:
        truth = self.judge.truth
        yield from truth.is_number(claim, true, "%", truth.rate_places(claim))


def is_of(told: Time, role: Role, counted: str = "") -> bool:
    """Whether words are of a figure's time, and say when it was counted if not at its end."""
    if told.span == "asof":
        return told.period == (counted or role.period)
    if told.until != counted and counted:
        return False
    names = ((role.span, role.period), same_stretch(role.span, role.period))
    return (told.span, told.period) in names


def printed(text: str) -> Printed | None:
    """The number of a cell; None for what is none."""
    plain = text.replace("\u2011", "-")
    points = plain.endswith(_POINTS)
    if plain == NOTHING:
        return Printed(Decimal(0), 0, False, "", False)
    found = _NUMBER.fullmatch(plain.removesuffix(_POINTS))
    if found is None:
        return None
    value = number(found["size"]) * (-1 if found["sign"] == "-" else 1)
    places = decimals(found["size"])
    return Printed(
        value, places, found["sign"] == "+", _BOUNDS[(found["bound"] or "").lower()], points
    )


def _last_day(period: str) -> str:
    """The last day of a period; blank where it has none."""
    end = period.rpartition("/")[2]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", end):
        return end
    months = {"": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}
    number = months.get(end[5:]) or (int(end[5:]) if end[5:].isdecimal() else 0)
    if not number:
        return ""
    year = int(end[:4])
    return f"{year}-{number:02d}-{calendar.monthrange(year, number)[1]}"
