"""Clauses: what one series says, value, then plan, then growth, each with its base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter import figures, time_words, wording
from drafter.arithmetic import base_period
from drafter.commentary import Cause
from drafter.figures import ABSENT, Format
from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.measures import CHANGES
from drafter.period import same_stretch
from drafter.sections.changes import (
    AND,
    BEFORE,
    REAL,
    Changes,
    Told,
    pair_name,
    without_repeats,
)
from drafter.sections.desk import RATE_ONLY, Desk
from drafter.sections.manner import (
    UNITS,
    VALUE,
    Group,
    Manner,
    Saying,
    change_told,
    groups,
    known_part,
    with_more,
)
from drafter.settings import Settings


class Clauses:
    """Writes clauses at a desk, as marked text without the marks of a clause around."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._changes = Changes(desk)
        self._groups: dict[tuple[Series, tuple[str, ...]], list[Group]] = {}

    def groups(self, series: Series, parts: Sequence[str]) -> list[Group]:
        """What is to be said of a series: see the function of this name."""
        key = (series, tuple(parts))
        if (held := self._groups.get(key)) is None:
            plans = self._desk.indicator(series).plans
            held = self._groups[key] = groups(self._desk.due(series), parts, plans)
        return held

    def sayings(self, series: Series, manner: Manner) -> list[Saying]:
        """The groups of a series, ready to be written."""
        form = self._desk.format(series, self._desk.settings(series, manner.settings))
        return [
            Saying(self._point(series, group.span, manner.earlier), group, manner, form)
            for group in self.groups(series, manner.parts)
        ]

    def _point(self, series: Series, span: str, earlier: str) -> Point:
        """A series in a span, in the report's period or in the one that a comparison goes back to.

        KeyError for what is no comparison.
        """
        point = self._desk.point(series, span)
        if not earlier:
            return point
        return point.at(base_period(span, point.period, known_part(earlier)))

    def text(self, series: Series, manner: Manner) -> str:
        """The clause of one series, `ABSENT` when it is out of scope."""
        sayings = self._once(self.sayings(series, manner))
        said = [
            text
            for number, saying in enumerate(sayings)
            if (text := self._group(saying, first=number == 0))
        ]
        if not said:
            return ABSENT
        joint = "; " if any("," in one for one in said[:-1]) else ", "
        return f"{self.subject(series, manner)} {joint.join(said)}".strip()

    def subject(self, series: Series, manner: Manner) -> str:
        """What a clause is about, in its own words or the catalogue's."""
        if manner.subject is not None:
            return manner.subject
        return f"{manner.prefix}{self._desk.label(series, manner.name)}"

    def _once(self, sayings: list[Saying]) -> list[Saying]:
        """Without the year to date that is the month or quarter just told: January, quarter I.

        What the year to date alone is compared with (a plan) moves to the other. Nor is there an
        average of a January.
        """
        kept: list[Saying] = []
        for one in sayings:
            span, period = one.point[1:]
            alone = span == "average_ytd" and period.endswith("-01")
            other = ("month", period) if alone else same_stretch(span, period)
            place = next((n for n, held in enumerate(kept) if held.point[1:] == other), None)
            if place is None or not self._is_same(kept[place], one):
                kept.append(one)
            else:
                group = with_more(kept[place].group, one.group)
                kept[place] = replace(kept[place], group=group)
        return kept

    def _is_same(self, one: Saying, other: Saying) -> bool:
        """Whether two groups of the same stretch of time say the same numbers."""
        if other.point.span == "average_ytd":
            return self._averages_nothing(one, other)
        measures = self._desk.sources.measures
        levels = [measures.level(each.point) for each in (one, other)]
        if isinstance(levels[0], Measured) and isinstance(levels[1], Measured):
            return levels[0].value == levels[1].value
        if one.manner.values and not self._is_rate(one.point.series):
            return isinstance(levels[0], Gap) and isinstance(levels[1], Gap)
        shared = set(one.group.comparisons) & set(other.group.comparisons)
        pairs = [[measures.compare(each.point, name) for each in (one, other)] for name in shared]
        return all(
            isinstance(now, Measured) and isinstance(then, Measured) and now.value == then.value
            for now, then in pairs
        )

    def _averages_nothing(self, month: Saying, average: Saying) -> bool:
        """Whether the average of the one month of a January says no more than is told of that."""
        names, compare = average.group.comparisons, self._desk.sources.measures.compare
        if average.manner.values and not self._is_rate(average.point.series):
            return False
        pairs = [(compare(month.point, one), compare(average.point, one)) for one in names]
        return set(names) <= set(month.group.comparisons) and all(
            isinstance(now, Measured) and (isinstance(then, Gap) or now.value == then.value)
            for now, then in pairs
        )

    def _group(self, saying: Saying, *, first: bool) -> str:
        """One span: its time, value and comparisons; the zero words alone when it is nothing."""
        manner, when = saying.manner, self.when(saying, first)
        if not manner.values or self._is_rate(saying.point.series):
            changes = self.comparisons(saying)
            return f"{when} {changes}".strip() if changes else ""
        level = self._desk.sources.measures.level(saying.point)
        value = self.value(level, saying.form, manner.zero)
        if manner.zero and isinstance(level, Measured) and level.value == 0:
            return f"{when} {value}".strip()
        said = " ".join(filter(None, (when, self.verb(level, saying), value)))
        changes = self.comparisons(saying, level)
        if changes.startswith("("):
            return f"{said} {changes}"
        return f"{said}, {changes}" if changes else said

    def when(self, saying: Saying, first: bool) -> str:
        """The time of a span in words, blank where it is not said."""
        point, manner = saying.point, saying.manner
        said = manner.when if manner.when is not None else point.span not in ("asof", "year")
        if not said:
            return ""
        return time_words.span_phrase(
            point.span, point.period, saying.settings, first=first, year=manner.year
        )

    def verb(self, level: Outcome, saying: Saying) -> str:
        """The word between a time and its value, by the status of that."""
        if saying.manner.verb is not None:
            return saying.manner.verb
        status = level.status if isinstance(level, Measured) else "actual"
        verb: str = getattr(saying.settings, status)
        return verb

    def value(self, level: Outcome, form: Format | None = None, zero: str = "") -> str:
        """The mark of a level: the number, the words for nothing, or what is missing."""
        if isinstance(level, Gap):
            return self._desk.missing(level)
        if level.value == 0 and zero:
            return self._desk.mark(figures.worded(level, zero))
        if form is None:
            series = level.point.series
            form = self._desk.format(series, self._desk.settings(series))
        return self._desk.mark(figures.level(level, form))

    # -- comparisons -----------------------------------------------------------------------------

    def comparisons(self, saying: Saying, level: Outcome | None = None) -> str:
        """All comparisons of a span, joined; those of a missing level say nothing more."""
        told = [
            Told(name, outcome)
            for name in saying.group.comparisons
            if name != VALUE
            and not (
                isinstance(outcome := self._desk.compare(saying.point, name), Gap)
                and isinstance(level, Gap)
            )
        ]
        told, text = without_repeats(told), ""
        units = self._units(saying, told)
        for number, unit in enumerate(units):
            before = units[number - 1] if number else ()
            text += _joint(before[-1], unit[0], saying.settings) if before else ""
            text += self._unit(saying, unit, before)
            aside = self._changes.aside(saying, unit[-1])
            text += _beside(aside, self.why(saying, unit[-1].outcome, last=unit is units[-1]))
        return text

    def _units(self, saying: Saying, told: Sequence[Told]) -> list[tuple[Told, ...]]:
        """The comparisons one by one, two that say their bases together as one."""
        units: list[tuple[Told, ...]] = []
        for one in told:
            last = units[-1] if units else ()
            if len(last) == 1 and self._say_bases_together(saying, last[0], one):
                units[-1] = (last[0], one)
            else:
                units.append((one,))
        return units

    def _say_bases_together(self, saying: Saying, first: Told, second: Told) -> bool:
        """Whether two changes stand together, with no cause between them."""
        if not saying.manner.base or not self._changes.is_pair(saying, first.name, second.name):
            return False
        return self._cause(saying, first.outcome) is None

    def _unit(self, saying: Saying, unit: tuple[Told, ...], before: tuple[Told, ...]) -> str:
        """One comparison, its figure and its base; or a pair of them."""
        if len(unit) == 2:
            return self._changes.pair(saying, *unit)
        told, last = unit[0], before[0] if len(before) == 1 else None
        name, outcome = told
        kind = name.partition(":")[0]
        if kind in CHANGES:
            return self._changes.text(saying, told, last)
        if kind == "absolute":
            return self._changes.in_units(saying, name.removeprefix(UNITS), outcome)
        if isinstance(outcome, Gap):
            return self._desk.missing(outcome)
        if kind == "contribution_share":
            return self._contribution_share(saying, outcome, last)
        return self._part(saying, name, outcome)

    def _contribution_share(self, saying: Saying, outcome: Measured, last: Told | None) -> str:
        """`đóng góp 45,3% vào mức tăng chung`; behind the points ` (tương ứng 45,3%)`."""
        mark = self._desk.mark
        if last and _is_of_points(last, Told("contribution_share", outcome)):
            size = figures.contribution_share(outcome, saying.form, verb=False)
            return f" (tương ứng {mark(size)})"
        figure = figures.contribution_share(outcome, saying.form)
        base = self._base(saying, "contribution", outcome)
        return f"{mark(figure)} {wording.behind(figure.text, base)}".strip()

    def _part(self, saying: Saying, name: str, outcome: Measured) -> str:
        """What a quantity is of a plan or of a whole: `đạt 72,5% kế hoạch`, `chiếm 8% …`."""
        kind, base = name.partition(":")[0], self._base(saying, name, outcome)
        mark, form = self._desk.mark, saying.form
        if kind == "plan_points":
            figure = figures.attainment_points(outcome, form)
            return f"{mark(figure)} {wording.behind(figure.text, base)}"
        if kind == "plan":
            base = base if saying.manner.plan else ""
            return f"đạt {mark(figures.percentage(outcome, form))} {base}".strip()
        if kind == "share":
            share = f"chiếm {mark(figures.percentage(outcome, form))} {base}".strip()
            return f"({share})" if saying.manner.values else share
        figure = figures.contribution(outcome, form)
        return f"{mark(figure)} {wording.behind(figure.text, base)}".strip()

    @staticmethod
    def _base(saying: Saying, name: str, outcome: Measured) -> str:
        """What a part is of, or what an attainment is compared with."""
        (span, period), earlier = saying.point[1:], outcome.base_period
        return wording.base_phrase(name, period, earlier, saying.settings, span=span)

    def why(self, saying: Saying, outcome: Outcome, *, last: bool) -> str:
        """Why a change went as it did; in brackets where another comparison follows."""
        cause = self._cause(saying, outcome)
        if cause is None:
            return ""
        return self.worded_cause(cause if last else replace(cause, placement="brackets"))

    def _cause(self, saying: Saying, outcome: Outcome) -> Cause | None:
        if isinstance(outcome, Gap) and not outcome.refused:
            outcome = self._desk.sources.measures.absolute_change(saying.point, outcome.base)
        if isinstance(outcome, Gap) or not saying.manner.cause:
            return None
        return self._desk.cause(outcome, saying.manner.settings)

    def worded_cause(self, cause: Cause) -> str:
        """A cause where it was asked to stand: after the figure, in brackets, as a sentence."""
        text = self._desk.cause_text(cause)
        if not text:
            return ""
        if cause.placement == "brackets":
            return f" (do {text})"
        return f". Nguyên nhân do {text}" if cause.placement == "sentence" else f", do {text}"

    # -- members ---------------------------------------------------------------------------------

    def base_sayers(self, members: Sequence[Series], manner: Manner) -> list[bool]:
        """Which members of a series say what their change is on.

        One may leave it to its neighbours only if it is a growth beside others on the same base,
        which the first or the last of those says.
        """
        bases = [self._bases(one, manner) for one in members]
        told = {base for some in bases for base, _ in some}
        growths = [n for n, some in enumerate(bases) if len(some) == 1 and some[0][1]]
        if not manner.base or len(told) != 1 or not growths:
            return [manner.base] * len(members)
        carried = self._desk.settings(members[growths[0]], manner.settings).series_base
        sayer = growths[0] if carried == "first" else growths[-1]
        return [carried == "each" or n == sayer or n not in growths for n in range(len(members))]

    def plan_namers(self, members: Sequence[Series], manner: Manner) -> list[bool]:
        """Which members of a series name the plan that they are measured against."""
        if not members or not manner.plan:
            return [manner.plan] * len(members)
        if self._desk.settings(members[0], manner.settings).series_plan == "each":
            return [True] * len(members)
        plans = [self._plans(one, manner) for one in members]
        return [not own or own not in plans[:n] for n, own in enumerate(plans)]

    def _plans(self, series: Series, manner: Manner) -> tuple[str, ...]:
        """The plans that a member is measured against, as they are named."""
        return tuple(
            wording.base_phrase(name, saying.point.period, "", saying.settings)
            for saying in self.sayings(series, manner)
            for name in saying.group.comparisons
            if name.partition(":")[0] == "plan"
        )

    def _bases(self, series: Series, manner: Manner) -> list[tuple[str, bool]]:
        """The changes that a member tells: on what, and whether the base may be left out."""
        told: list[tuple[str, bool]] = []
        for saying in self._once(self.sayings(series, manner)):
            level = self._desk.sources.measures.level(saying.point)
            empty = isinstance(level, Gap) or (bool(manner.zero) and level.value == 0)
            if manner.values and empty and not self._is_rate(series):
                continue
            told += self._bases_of(saying)
        return told

    def _bases_of(self, saying: Saying) -> Iterator[tuple[str, bool]]:
        """The same of one span; a pair that says its bases together has one of its own."""
        names = [name for name in saying.group.comparisons if change_told(name)]
        for number, name in enumerate(names):
            last = names[number - 1] if number else ""
            following = names[number + 1] if number + 1 < len(names) else ""
            grew = self._changes.is_growth(saying, name)
            if self._changes.may_pair(saying, name, following):
                yield pair_name(name, following), self._changes.is_pair(saying, name, following)
            elif name == REAL and (last != "year_on_year" or not grew):
                yield "year_on_year", grew
            elif name != REAL and not self._changes.may_pair(saying, last, name):
                yield change_told(name), grew

    def _is_rate(self, series: Series) -> bool:
        """Whether a series has no level to be told, only its changes."""
        return self._desk.indicator(series).kind in RATE_ONLY


def _joint(before: Told, told: Told, settings: Settings) -> str:
    """What stands between two comparisons; nothing before one in brackets of its own."""
    if told.name.partition(":")[0] == "share":
        return " "
    if _is_of_points(before, told):
        return ""
    if before.name not in BEFORE or told.name != "year_on_year":
        return ", "
    return settings.pair if settings.pair_bases == "each" else AND


def _is_of_points(before: Told, told: Told) -> bool:
    """Whether a share of the growth stands behind the same in points."""
    known = isinstance(before.outcome, Measured) and isinstance(told.outcome, Measured)
    return known and (before.name, told.name) == ("contribution", "contribution_share")


def _beside(aside: str, why: str) -> str:
    """Last year's own growth and a cause behind a change; the cause first in common brackets.

    >>> _beside(" (cùng kỳ năm 2022 tăng 9,0%)", " (do giá tăng)")
    ' (do giá tăng; cùng kỳ năm 2022 tăng 9,0%)'
    """
    if aside.startswith(" (") and why.startswith(" ("):
        return f"{why[:-1]}; {aside[2:]}"
    return aside + why
