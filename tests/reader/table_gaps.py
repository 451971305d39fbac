"""The cells of a statistical table that have no number: each must have none by the data.

`-` stands for nothing, `…` for what the data do not have or what may not be compared, a highlighted
`…` for what the office owes its reader besides; only the whole has no contribution to itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .claims import Claim
from .comparisons import same_stretch
from .dataset import Row
from .digits import PLAN_WORDS
from .heads import Time
from .numbers import scale
from .roles import Role
from .table_judge import COMPARED, NOTHING, UNKNOWN, CellJudge
from .tables import Cell
from .truth import HUNDRED, Truth, UnknownError

Owed = Callable[[str, str, str], Sequence[str] | None]
"""Indicator, item, span → the comparisons that are owed in it; None where nothing is."""
_INSTEAD = ("numerator", "change_percent", "change_points", "change_absolute", "index", "share")
"""What the data may have where they have no level."""
_POINTS = "điểm %"


@dataclass(frozen=True)
class GapJudge:
    """Judges cells without a number. owed: None where a reader cannot know."""

    cells: CellJudge
    owed: Owed | None = None

    @property
    def _truth(self) -> Truth:
        return self.cells.judge.truth

    def faults(self, cell: Cell) -> Iterator[str]:
        """What is false about a cell without a number."""
        if cell.role is not None:
            yield from self._hole(cell, cell.role)
        elif cell.read.text == UNKNOWN:
            yield from self._unknown(cell)
        elif cell.read.text == NOTHING:
            yield from self._nothing(cell)
        elif cell.read.text or not (cell.kind == "contribution" and not _series(cell)[1]):
            yield "no figure, and nothing that stands for none"

    def _hole(self, cell: Cell, role: Role) -> Iterator[str]:
        """What is marked as missing is owed, and not in the data."""
        yield from self.cells.words(cell, role)
        if cell.read.text != UNKNOWN:
            yield "a number is marked as missing"
        if value := self._held(cell, role):
            yield f"the data have it: {value}"
        if self.owed and not self._is_owed(cell, role):
            yield "marked as missing, nothing is owed"

    def _unknown(self, cell: Cell) -> Iterator[str]:
        """What is said to be unknown is not in the data, or may not be said; and is not owed."""
        for time in self._times(cell):
            meant = [one for role in self._meant(cell, time) for one in _both(role)]
            if meant and all(values := [self._held(cell, one) for one in meant]):
                yield f"the data have it: {values}"
            owed = (self._is_owed(cell, one) and not self._is_refused(cell, one) for one in meant)
            if not any(self._held(cell, one) for one in meant) and any(owed):
                yield "owed, and not marked as missing"

    def _nothing(self, cell: Cell) -> Iterator[str]:
        """A dash without a figure: a comparison of nothing with nothing."""
        for role in (one for time in self._times(cell) for one in self._meant(cell, time)):
            pairs = [self._truth.pair(*_at(one), role.base) for one in _both(role)]
            if all(row is None or row.value != 0 for rows in pairs for row in rows):
                yield f"a dash for {pairs}"

    def _times(self, cell: Cell) -> list[Time]:
        """What time an empty cell is of: its column's, in a row of its own time that one, where
        the column is of the report's."""
        late = self._truth.names.lag(_series(cell)[0])
        if cell.own or late:
            said = [one for one in cell.own if one.span == cell.head.time.span]
            return said if cell.kind == "level" and cell.newest else []
        return [cell.head.time]

    def _meant(self, cell: Cell, time: Time) -> Iterator[Role]:
        """What a cell may be of, by its words: one role for each plan or base that they name."""
        role = Role(*_series(cell), time.span, time.period, "", "", ())
        words = cell.head.base
        if cell.kind not in ("plan_target", "attainment", "plan_points"):
            yield from (replace(role, base=base) for base in words.split("|"))
            return
        plain = re.sub(r" năm \d{4}$", "", words)
        year = words.removeprefix(plain)[-4:] or self._truth.month[:4]
        period = year if cell.kind == "plan_target" else time.period
        for name, said in self.cells.plans(*_series(cell)).items():
            held = name in self._truth.names.plans(role.indicator)
            if held and {said, PLAN_WORDS.get(name, "")} & {words, plain}:
                yield replace(role, base=f"plan:{name}", period=period)

    # -- what is owed -----------------------------------------------------------------------------

    def _is_owed(self, cell: Cell, role: Role) -> bool:
        """Whether the office owes its reader a number of the report's own time."""
        nested = cell.kind == "share" and "/" in role.item  # what is owed is a share of its group
        if self.owed is None or cell.kind == "plan_target" or nested:
            return False
        owed = self.owed(role.indicator, role.item, role.span)
        if cell.kind == "level":
            own = cell.role is not None or cell.newest
            return owed is not None and own and not self._has_instead(role)
        base = role.base or cell.kind
        return owed is not None and bool({base, base.partition(":")[0]} & set(owed))

    def _has_instead(self, role: Role) -> bool:
        """Whether the data tell changes, or a fraction or a range, where they have no level."""
        if self._truth.names.entries[role.indicator, ""].kind == "index":
            return True
        return any(
            key[:4] == _at(role) and (key[4] in _INSTEAD or key[8]) for key in self._truth.rows
        )

    def _is_refused(self, cell: Cell, role: Role) -> bool:
        """Whether the data have all that it takes, but it may not be compared."""
        if cell.kind in COMPARED:
            return all(self._truth.pair(*_at(role), role.base))
        return self._truth.row(*_at(role)) is not None

    # -- what the data have -----------------------------------------------------------------------

    def _held(self, cell: Cell, role: Role) -> str:
        """What the data have that may be said in a cell; blank for nothing."""
        try:
            return f"{self._found(cell, role):.6}"
        except UnknownError:
            return ""

    def _found(self, cell: Cell, role: Role) -> Decimal:
        """The number of a cell; UnknownError where there is none."""
        if cell.kind == "plan_target":
            return _same_unit(self._plan(role), cell.unit).value
        if cell.kind == "level":
            return _same_unit(self._level(role), cell.unit).value
        self._is_sound(replace(role, measure=cell.kind, base=role.base or "share_of_total"))
        if cell.kind in COMPARED:
            return self._truth.change(*_at(role), role.base)
        if cell.kind == "contribution":
            list(self._truth.exactly(Claim(*_at(role), cell.kind, HUNDRED, _POINTS, "", "")))
            return HUNDRED
        now = self._level(role)
        whole = self._plan(role) if cell.kind == "attainment" else self._whole(role)
        if whole.bound or whole.value <= 0:
            raise UnknownError("no sound whole")
        return _same_unit(now, whole.unit).value * HUNDRED / whole.value

    def _level(self, role: Role) -> Row:
        row = self._truth.row(*_at(role))
        if row is None:
            raise UnknownError("no level")
        return row

    def _plan(self, role: Role) -> Row:
        plan = role.base.partition(":")[2]
        row = self._truth.row(*_at(role)[:2], "year", role.period[:4], "plan", plan=plan)
        if row is None:
            raise UnknownError("no plan")
        return row

    def _whole(self, role: Role) -> Row:
        return self._level(replace(role, item=""))

    def _is_sound(self, role: Role) -> None:
        """UnknownError where two levels are of two territories or one is only a bound."""
        year = "year_on_year" if role.measure == "contribution" else role.base
        self.cells.judge.same_territory(replace(role, base=year))
        rows = list(self._truth.pair(*_at(role), year))
        if role.measure == "contribution":
            rows += self._truth.pair(*_at(replace(role, item="")), year)
        if any(row and row.bound for row in rows) or len({row.unit for row in rows if row}) > 1:
            raise UnknownError("known to be more or less only, or in two units")


def _both(role: Role) -> tuple[Role, Role]:
    """A role under the two names of its time, which are one where it has one."""
    span, period = same_stretch(role.span, role.period)
    return role, replace(role, span=span, period=period)


def _series(cell: Cell) -> tuple[str, str]:
    assert cell.series is not None
    return cell.series


def _at(role: Role) -> tuple[str, str, str, str]:
    return role.indicator, role.item, role.span, role.period


def _same_unit(row: Row, unit: str) -> Row:
    if scale(row.unit)[0].lower() != scale(unit)[0].lower():
        raise UnknownError(f"{row.unit} is no scale of {unit}")
    return row
