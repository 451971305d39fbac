"""Figures over many members: how many rose, which changed most, the range of the rest, the trend.

What is said of all is said only when all are known; a list of some is left to `lists`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from msgspec.structs import replace

from drafter import figures, time_words, wording
from drafter.errors import msg
from drafter.figures import ABSENT, Format, Printed
from drafter.measured import Gap, Measured, Series
from drafter.sections.clauses import Clauses
from drafter.sections.desk import Desk
from drafter.sections.lists import Choice, Lists
from drafter.sections.manner import Manner
from drafter.settings import Settings

WAYS: tuple[wording.Direction, ...] = ("rising", "falling", "unchanged")


@dataclass(frozen=True, slots=True)
class Counted:
    """How counts are told: what a member is called, the words of each direction."""

    noun: str
    words: Mapping[wording.Direction, str]


@dataclass(frozen=True, slots=True)
class Known:
    """The directions of the members that have data, and how many members there are in all."""

    ways: tuple[wording.Direction, ...]
    total: int

    @property
    def unknown(self) -> int:
        """How many members have no data."""
        return self.total - len(self.ways)


class Summaries:
    """Writes figures over members at a desk, as marked text."""

    def __init__(self, desk: Desk, clauses: Clauses, lists: Lists) -> None:
        self._desk = desk
        self._clauses = clauses
        self._lists = lists

    def counts(
        self, members: Sequence[Series], choice: Choice, counted: Counted,
        published: Mapping[wording.Direction, Series],
    ) -> str:  # fmt: skip
        """How many members rose, fell and stayed: `8 nhóm tăng giá; 2 nhóm giảm giá và …`.

        Counted when every member has data; else as published, if nothing known speaks against it.
        """
        known = self._known(members, choice)
        ways = [self._desk.direction(one) for one in known]
        if known and len(known) == len(members):
            said = [
                self._desk.mark(self._count(known, way, ways.count(way), counted))
                for way in WAYS
                if way in ways
            ]
        else:
            said = self._published(choice, counted, published, Known(tuple(ways), len(members)))
        return time_words.enumerated(said) or ABSENT

    def _count(
        self, known: Sequence[Measured], way: wording.Direction, count: int, counted: Counted
    ) -> Printed:
        text = _counted(count, counted.noun, counted.words[way])
        return _over(text, known, f"count_{way}", Decimal(count))

    def _published(
        self, choice: Choice, counted: Counted, published: Mapping[wording.Direction, Series],
        known: Known,
    ) -> list[str]:  # fmt: skip
        """The published counts, all of them or none: what is known must leave room for each."""
        outcomes: list[tuple[wording.Direction, Measured]] = []
        for way, series in published.items():
            if choice.span not in self._desk.due(series):
                continue
            outcome = self._desk.level(series, choice.span)
            if isinstance(outcome, Gap):
                return [self._desk.missing(outcome)]
            outcomes.append((way, outcome))
        if sum(one.value for _, one in outcomes) > known.total:
            return self._contradicted(outcomes[0][1], known.total)
        for way, one in outcomes:
            if not known.ways.count(way) <= one.value <= known.ways.count(way) + known.unknown:
                return self._contradicted(one, known.ways.count(way))
        return [
            self._desk.mark(
                figures.worded(one, _counted(int(one.value), counted.noun, counted.words[way]))
            )
            for way, one in outcomes
            if one.value > 0
        ]

    def _contradicted(self, outcome: Measured, known: int) -> list[str]:
        message = msg(
            "{count} are published but the data hold {known}; the counts are left out",
            count=outcome.value,
            known=known,
        )
        self._desk.tell_once(outcome, message)
        return []

    def extreme(self, members: Sequence[Series], choice: Choice, manner: Manner, words: str) -> str:
        """The member that changed most, `giáo dục tăng cao nhất với 14,51%`, with its cause."""
        known = self._known(members, choice)
        taken = self._lists.taken(known, replace(choice, top=1), manner.settings)
        if not taken or len(known) < len(members):
            return ABSENT
        outcome = taken[0]
        series = outcome.point.series
        form = self._desk.format(series, self._desk.settings(series, manner.settings))
        size = size_of(outcome, form)
        verb = wording.VERBS["falling" if choice.way == "falling" else "rising"]
        figure = replace(figures.change(outcome, form), text=f"{verb} {words} với {size}")
        cause = self._desk.cause(outcome, manner.settings) if manner.cause else None
        why = self._clauses.worded_cause(cause) if cause else ""
        return f"{manner.prefix}{self._desk.label(series, 'item')} {self._desk.mark(figure)}{why}"

    def rest_range(self, members: Sequence[Series], choice: Choice) -> str:
        """The range of the changes of members not told one by one: `tăng từ 1,02 - 1,98%`."""
        known = self._known(members, choice)
        taken = self._lists.taken(known, choice)
        if len(taken) < 2 or len(known) < len(members):
            return ABSENT
        high, low = taken[0], taken[-1]
        form = self._desk.format(low.point.series, self._desk.settings(low.point.series))
        text = wording.between(
            low.value, high.value, low.unit, form.rate_decimals, form.settings, changes=True
        )
        whole = _over(text, taken, f"range_{choice.way}", low.value)
        return self._desk.mark(replace(whole, unit=low.unit))

    def trend(self, members: Sequence[Series], choice: Choice) -> str:
        """Whether all went one way, `đều tăng`, else which ways: `có tăng, có giảm`."""
        known = self._known(members, choice)
        if len(known) < 2 or len(known) < len(members):
            return ABSENT
        ways = {self._desk.direction(one) for one in known}
        told = [wording.VERBS[way] for way in WAYS if way in ways]
        text = f"đều {told[0]}" if len(told) == 1 else ", ".join(f"có {one}" for one in told)
        return self._desk.mark(_over(text, known, "trend", Decimal(len(known))))

    def status(
        self, members: Sequence[Series], choice: Choice, criteria: str, *, base: bool
    ) -> str:
        """Which way members went, on what: `đều tăng so với cùng kỳ`; what is missing, marked.

        criteria: what a member is called, to tell how many of them rose: `tăng cả 3 tiêu chí`.
        """
        owing = [one for one in members if choice.by in self._desk.due(one).get(choice.span, ())]
        if not owing:
            return ABSENT
        points = [self._desk.point(one, choice.span) for one in owing]
        outcomes = [self._desk.compare(point, choice.by) for point in points]
        for outcome in outcomes:
            if isinstance(outcome, Gap):
                return self._desk.missing(outcome)
        known = [one for one in outcomes if isinstance(one, Measured)]
        words = _status([self._desk.direction(one) for one in known], criteria)
        figure = _over(words, known, "status", Decimal(len(known)))
        if len(known) == 1:
            figure = figures.worded(known[0], words)
        return self._desk.mark(figure) + (self._base(known[0], choice, words) if base else "")

    def _base(self, first: Measured, choice: Choice, words: str) -> str:
        """The base phrase behind the words of a status."""
        settings = self._desk.settings(first.point.series)
        told = choice.by in self._desk.said
        self._desk.said.add(choice.by)
        (span, period), earlier = first.point[1:], first.base_period
        phrase = wording.base_phrase(
            choice.by, period, earlier, settings, span=span, first=not told
        )
        phrase = wording.behind(words, phrase)
        return (
            figures.base_mark(choice.by, phrase, stays=True) if settings.base_once else f" {phrase}"
        )

    def _known(self, members: Sequence[Series], choice: Choice) -> list[Measured]:
        """The changes of the members that are due and have data, in the members' order."""
        outcomes = [
            self._desk.compare(self._desk.point(one, choice.span), choice.by)
            for one in members
            if choice.by in self._desk.due(one).get(choice.span, ())
        ]
        return [one for one in outcomes if isinstance(one, Measured)]


def _status(ways: Sequence[wording.Direction], criteria: str) -> str:
    """The words for the ways that members went.

    >>> _status(["rising", "rising"], ""), _status(["rising", "falling"], "")
    ('đều tăng', 'có tăng, có giảm')
    """
    told = [way for way in WAYS if way in ways]
    if criteria and len(ways) > 1:
        of = f"{len(ways)}{time_words.NBSP}{criteria}"
        if len(told) == 1:
            return f"{_OF_CRITERIA[told[0]]} cả {of}"
        return ", ".join(f"{_OF_CRITERIA[way]} {ways.count(way)}/{of}" for way in told)
    if len(told) > 1:
        return ", ".join(f"có {_OF_SERIES[way]}" for way in told)
    each = len(ways) > 1 and told != ["unchanged"]
    return f"{'đều ' if each else ''}{_OF_SERIES[told[0]]}"


_OF_SERIES: Mapping[wording.Direction, str] = {**wording.VERBS, "unchanged": "tương đương"}
_OF_CRITERIA: Mapping[wording.Direction, str] = {**wording.VERBS, "unchanged": "giữ nguyên"}


def _counted(count: int, noun: str, words: str) -> str:
    return f"{wording.quantity(Decimal(count), noun, 0, Settings())} {words}"


def _over(text: str, outcomes: Sequence[Measured], measure: str, value: Decimal) -> Printed:
    """A figure made from many: its role is that of the whole they belong to."""
    first = outcomes[0]
    rows = tuple(row for one in outcomes for row in one.inputs)
    origin = "implied" if any(one.origin == "implied" for one in outcomes) else "reported"
    whole = first.point.of(first.point.series._replace(item=_common(outcomes)))
    formula = f"{measure} of {len(outcomes)}"
    return Printed(text, whole, measure, first.base, value, "", formula, rows, origin)


def _common(outcomes: Sequence[Measured]) -> str:
    """The path that the items of all have in common above them."""
    paths = [one.point.series.item.split("/")[:-1] for one in outcomes]
    shared = takewhile(lambda keys: len(set(keys)) == 1, zip(*paths, strict=False))
    return "/".join(keys[0] for keys in shared)


def size_of(outcome: Measured, form: Format) -> str:
    """A change without its verb, in percent or in points."""
    size = wording.in_points if outcome.measure == "change_points" else wording.percentage
    return size(abs(outcome.value), form.rate_decimals, form.settings)
