"""Two series told as one: what is carried and how far, a quantity and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from drafter.figures import ABSENT
from drafter.measured import Gap, Measured, Outcome, Series
from drafter.measures import CHANGES
from drafter.observations import STATUSES
from drafter.sections import expressions
from drafter.sections.asides import Resolve, asked
from drafter.sections.changes import REAL, Changes, Told
from drafter.sections.clauses import Clauses
from drafter.sections.desk import Desk
from drafter.sections.manner import Manner, Saying, known_part, manner_of
from drafter.sections.views import SeriesView


class Worth(msgspec.Struct, frozen=True):
    """The words of a quantity and its value: before the value, behind the change of each."""

    joint: str = "trị giá"
    of_quantity: str = "về lượng"
    of_value: str = "về trị giá"


class Side(NamedTuple):
    """One of the two: how it is told, its level, its change, the words behind that."""

    saying: Saying
    level: Outcome
    told: Told | None
    tail: str


class Pairs:
    """Writes pairs of series at a desk."""

    def __init__(self, desk: Desk, clauses: Clauses, resolve: Resolve) -> None:
        self._desk = desk
        self._clauses = clauses
        self._changes = Changes(desk)
        self._resolve = resolve

    # -- two clauses on one base -----------------------------------------------------------------

    def paired(
        self, first: str | SeriesView, second: str | SeriesView, *parts: str,
        subjects: Sequence[str] = (), joint: str = " và ", **how: Any,
    ) -> str:  # fmt: skip
        """Two clauses in one, the base said once: `a tăng 12,5% và b tăng 25,0% so với cùng kỳ`.

        So is their time, unless `when` asks for it. subjects: what each is called, the catalogue's
        labels unless told. Where a clause holds more than one change a semicolon stands for the
        joint.
        """
        views, manner = [self._resolve(first), self._resolve(second)], manner_of(parts, how)
        named = [*subjects, None, None][:2] if subjects else [manner.subject] * 2
        both = [
            (view.series, replace(manner, subject=name))
            for view, name in zip(views, named, strict=True)
            if self._clauses.groups(view.series, manner.parts)
        ]
        said = self._both_said(both, manner)
        plain = all(len(self._clauses.sayings(*one)) == 1 for one in both)
        text = (joint if plain and all(map(_is_plain, said)) else "; ").join(said)
        how = {"subjects": list(subjects) or None, "joint": joint, **how}
        call = expressions.call("paired", views[0], (views[1], *parts), how)
        return self._desk.sink.clause(text, call)

    def _both_said(self, both: Sequence[tuple[Series, Manner]], manner: Manner) -> list[str]:
        """The clauses of a pair, what they have in common said once."""
        members = [series for series, _ in both]
        bases = self._clauses.base_sayers(members, manner)
        plans = self._clauses.plan_namers(members, manner)
        once = manner.when is None and self._is_of_one_time(members, manner)
        said: list[str] = []
        for (series, own), base, plan in zip(both, bases, plans, strict=True):
            when = False if once and said else own.when
            text = self._clauses.text(series, replace(own, base=base, plan=plan, when=when))
            said += [text] if text != ABSENT else []
        return said

    def _is_of_one_time(self, members: Sequence[Series], manner: Manner) -> bool:
        """Whether all that is told of the members is of one stretch of time."""
        sayings = [one for series in members for one in self._clauses.sayings(series, manner)]
        return len({one.point[1:] for one in sayings}) == 1

    # -- a quantity and its value ----------------------------------------------------------------

    def quantity_value(
        self, quantity: str | SeriesView, value: str | SeriesView, span: str,
        by: str = "year_on_year", **how: Any,
    ) -> str:  # fmt: skip
        """What was traded and what it is worth, with the change of each on one base.

        `đạt 483 tấn, trị giá 2,6 triệu USD, tăng 18,7% về lượng và tăng 29,6% về trị giá so với
        cùng kỳ`. The keywords are the fields of `Worth` and of `Manner`, and settings. Where only
        one of the two is in scope it is told alone, where they are of two times one by one.
        """
        if known_part(by).partition(":")[0] not in CHANGES or known_part(by) == REAL:
            raise ValueError(f"'{by}' is no change on an earlier period that two may share")
        views, (words, rest) = [self._resolve(quantity), self._resolve(value)], asked(Worth, how)
        manner = manner_of((span, by), rest)
        sayings = [one for view in views for one in self._clauses.sayings(view.series, manner)]
        if len({one.point.period for one in sayings}) == 1 and len(sayings) == len(views):
            text = self._worth(sayings, words)
        else:
            said = [self._clauses.text(view.series, manner) for view in views]
            text = "; ".join(one for one in said if one != ABSENT)
        call = expressions.call("quantity_value", views[0], (views[1], span, by), how)
        return self._desk.sink.clause(text, call)

    def _worth(self, sayings: Sequence[Saying], words: Worth) -> str:
        """Both values with their time, then both changes with their base."""
        tails = (words.of_quantity, words.of_value)
        sides = [self._side(one, tail) for one, tail in zip(sayings, tails, strict=True)]
        first, manner = sayings[0], sayings[0].manner
        opening = [self._clauses.subject(first.point.series, manner)]
        opening.append(self._clauses.when(first, first=True))
        if manner.zero and all(_is_nothing(side.level) for side in sides):
            opening.append(self._clauses.value(sides[0].level, first.form, manner.zero))
            return " ".join(filter(None, opening))
        if manner.values:
            verb = self._clauses.verb(self._least_certain(sides), first)
            values = [self._clauses.value(side.level, side.saying.form) for side in sides]
            opening += [verb, f", {words.joint} ".join(values)]
        said, changes = " ".join(filter(None, opening)), self._both(sides)
        return f"{said}{',' if manner.values else ''} {changes}" if changes else said

    def _side(self, saying: Saying, tail: str) -> Side:
        """One of the two with its level and the change that is due of it."""
        level = self._desk.sources.measures.level(saying.point)
        name = next(iter(saying.group.comparisons), "")
        outcome = self._desk.compare(saying.point, name) if name else None
        # A level that is marked as missing says it of its change too.
        marked = saying.manner.values and isinstance(level, Gap) and isinstance(outcome, Gap)
        told = Told(name, outcome) if outcome and not marked else None
        return Side(saying, level, told, tail)

    @staticmethod
    def _least_certain(sides: Sequence[Side]) -> Outcome:
        """The level whose status the verb takes; `STATUSES` has the least certain first."""
        known = [side.level for side in sides if isinstance(side.level, Measured)]
        if not known:
            return sides[0].level
        return min(known, key=lambda level: STATUSES.index(level.status))

    def _both(self, sides: Sequence[Side]) -> str:
        """The changes that are known, joined, their base once; then what is missing."""
        told = [(side, side.told) for side in sides if side.told]
        known = [one for one in told if isinstance(one[1].outcome, Measured)]
        said = []
        for side, change in known:
            last = side is known[-1][0]
            text = f"{self._changes.rate(side.saying, change)} {side.tail}"
            if last:
                text += self._changes.base_behind(side.saying, change) + self._aside(known)
            said.append(text + self._clauses.why(side.saying, change.outcome, last=last))
        holes = [
            self._changes.text(side.saying, change)
            for side, change in told
            if isinstance(change.outcome, Gap)
        ]
        return ", ".join(filter(None, (" và ".join(said), *holes)))

    def _aside(self, known: Sequence[tuple[Side, Told]]) -> str:
        """What the changes were a year earlier, each with its words."""
        saying = known[0][0].saying
        wanting = [
            f"{self._changes.earlier_rate(side.saying, told.name)} {side.tail}"
            for side, told in known
            if told.name in side.saying.settings.earlier_growth
        ]
        if not wanting or saying.manner.aside == "none":
            return ""
        text = f"{self._changes.earlier_words(saying)} {' và '.join(wanting)}"
        return f" ({text})" if saying.manner.aside == "brackets" else f", {text}"


def _is_nothing(level: Outcome) -> bool:
    return isinstance(level, Measured) and level.value == 0


def _is_plain(text: str) -> bool:
    """Whether a clause of one span may be followed by `và`: it has no two changes and no cause."""
    return not any(mark in text for mark in (" và ", "; ", ", do ", "Nguyên nhân"))
