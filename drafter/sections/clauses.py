"""Clauses: what one series says, value, then plan, then growth, each with its base."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter import figures, time_words, wording
from drafter.arithmetic import base_period
from drafter.commentary import Cause
from drafter.figures import ABSENT, Format, Printed
from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.measures import CHANGES
from drafter.period import same_stretch
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
        subject = manner.subject
        if subject is None:
            subject = f"{manner.prefix}{self._desk.label(series, manner.name)}"
        joint = "; " if any("," in one for one in said[:-1]) else ", "
        return f"{subject} {joint.join(said)}".strip()

    def _once(self, sayings: list[Saying]) -> list[Saying]:
        """Without the year to date that is the month or quarter just told: January, quarter I.

        What the year to date alone is compared with (a plan) moves to the other.
        """
        kept: list[Saying] = []
        for one in sayings:
            other = same_stretch(one.point.span, one.point.period)
            place = next((n for n, held in enumerate(kept) if held.point[1:] == other), None)
            if place is None or not self._is_same(kept[place], one):
                kept.append(one)
            else:
                group = with_more(kept[place].group, one.group)
                kept[place] = replace(kept[place], group=group)
        return kept

    def _is_same(self, one: Saying, other: Saying) -> bool:
        """Whether two groups of the same stretch of time say the same numbers."""
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

    def _group(self, saying: Saying, *, first: bool) -> str:
        """One span: its time, value and comparisons; the zero words alone when it is nothing."""
        manner, when = saying.manner, self._when(saying, first)
        if not manner.values or self._is_rate(saying.point.series):
            changes = self.comparisons(saying)
            return f"{when} {changes}".strip() if changes else ""
        level = self._desk.sources.measures.level(saying.point)
        value = self.value(level, saying.form, manner.zero)
        if manner.zero and isinstance(level, Measured) and level.value == 0:
            return f"{when} {value}".strip()
        said = " ".join(filter(None, (when, self._verb(level, saying), value)))
        changes = self.comparisons(saying, level)
        if changes.startswith("("):
            return f"{said} {changes}"
        return f"{said}, {changes}" if changes else said

    def _when(self, saying: Saying, first: bool) -> str:
        point, manner = saying.point, saying.manner
        said = manner.when if manner.when is not None else point.span not in ("asof", "year")
        if not said:
            return ""
        return time_words.span_phrase(
            point.span, point.period, saying.settings, first=first, year=manner.year
        )

    def _verb(self, level: Outcome, saying: Saying) -> str:
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
            (name, outcome)
            for name in saying.group.comparisons
            if name != VALUE
            and not (
                isinstance(outcome := self._desk.compare(saying.point, name), Gap)
                and isinstance(level, Gap)
            )
        ]
        text = ""
        for number, (name, outcome) in enumerate(told):
            text += _joint(told[number - 1][0], name, saying.settings) if number else ""
            text += self._comparison(saying, name, outcome)
            text += self._cause(saying, outcome, last=number == len(told) - 1)
        return text

    def _comparison(self, saying: Saying, name: str, outcome: Outcome) -> str:
        """One comparison: its figure and its base."""
        kind = name.partition(":")[0]
        if kind in CHANGES:
            return self._change(saying, name, outcome)
        if kind == "absolute":
            return self._change_in_units(saying, name.removeprefix(UNITS), outcome)
        if isinstance(outcome, Gap):
            return self._desk.missing(outcome)
        return self._part(saying, name, outcome)

    def _part(self, saying: Saying, name: str, outcome: Measured) -> str:
        """What a quantity is of a plan or of a whole: `đạt 72,5% kế hoạch`, `chiếm 8% …`."""
        kind = name.partition(":")[0]
        span, period = saying.point[1:]
        earlier, settings = outcome.base_period, saying.settings
        base = wording.base_phrase(name, period, earlier, settings, span=span)
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

    def _change(self, saying: Saying, name: str, outcome: Outcome) -> str:
        """A change on an earlier period: `tăng 0,87% (+5,75 ha) so với cùng kỳ`."""
        if isinstance(outcome, Gap):
            return self._change_without_rate(saying, name, outcome)
        figure = figures.change(outcome, saying.form)
        text, alone = self._with_units(saying, name, outcome, figure)
        return text + self._base(saying, name, outcome, figure.text if alone else "")

    def _change_in_units(self, saying: Saying, name: str, change: Outcome) -> str:
        """A change told in units only, in words."""
        if isinstance(change, Gap):
            return self._desk.missing(change)
        settings = replace(saying.settings, absolute="words")
        figure = figures.absolute_change(change, replace(saying.form, settings=settings))
        return self._desk.mark(figure) + self._base(saying, name, change, figure.text)

    def _change_without_rate(self, saying: Saying, name: str, gap: Gap) -> str:
        """The change in units where the rate, which is due, has no data; the rate is reported."""
        change = self._desk.sources.measures.absolute_change(saying.point, name)
        if isinstance(change, Gap) or gap.refused:
            return self._desk.missing(gap)
        self._desk.tell_once(gap, gap.reason)
        return self._change_in_units(saying, name, change)

    def _with_units(
        self, saying: Saying, name: str, outcome: Measured, rate: Printed
    ) -> tuple[str, bool]:
        """A rate with the change in units beside it, as the settings ask; whether it is alone."""
        mark, manner = self._desk.mark, saying.settings.absolute
        change = self._in_units(saying, name, rate)
        if change is None or rate.text == saying.settings.unchanged:
            return mark(rate), True
        units = figures.absolute_change(change, saying.form)
        if manner == "only":
            return mark(units), False
        if manner == "first":
            return f"{mark(units)} ({mark(figures.size(outcome, saying.form))})", False
        text = mark(rate)
        if manner == "brackets":
            return f"{text} ({mark(units)})", False
        return f"{text}, tương ứng {mark(units)}", False

    def _in_units(self, saying: Saying, name: str, rate: Printed) -> Measured | None:
        """The change in units, where the settings ask for it and the data have it."""
        settings = saying.settings
        if (
            settings.absolute == "none"
            or settings.form == "ratio"
            or name not in settings.absolute_on
            or rate.measure == "change_points"  # the change in units of a percentage is the same
        ):
            return None
        change = self._desk.sources.measures.absolute_change(saying.point, name)
        if isinstance(change, Gap):
            if f"{UNITS}{name}" in self._desk.due(saying.point.series).get(saying.point.span, ()):
                self._desk.tell_once(change, change.reason)
            return None
        unchanged = self._desk.direction(change, saying.manner.settings) == "unchanged"
        return None if unchanged else change

    def _base(self, saying: Saying, name: str, outcome: Measured, words: str) -> str:
        """The base phrase behind the words of a change, blank where it is carried."""
        settings = saying.settings
        if not saying.manner.base or settings.same_base in (name, name.partition(":")[0]):
            return ""
        (span, period), first = saying.point[1:], name not in self._desk.said
        earlier = outcome.base_period
        phrase = wording.base_phrase(name, period, earlier, settings, span=span, first=first)
        self._desk.said.add(name)
        phrase = wording.behind(words, phrase)
        if not settings.base_once:
            return f" {phrase}"
        grew = not words or words.startswith((wording.VERBS["rising"], wording.VERBS["falling"]))
        stays = name != "year_on_year" or not grew
        return figures.base_mark(name, phrase, stays=stays)

    def _cause(self, saying: Saying, outcome: Outcome, *, last: bool) -> str:
        """Why a change went as it did; in brackets where another comparison follows."""
        if isinstance(outcome, Gap) and not outcome.refused:
            outcome = self._desk.sources.measures.absolute_change(saying.point, outcome.base)
        if isinstance(outcome, Gap) or not saying.manner.cause:
            return ""
        cause = self._desk.cause(outcome, saying.manner.settings)
        if cause is None:
            return ""
        return self.worded_cause(cause if last else replace(cause, placement="brackets"))

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
            for name in saying.group.comparisons:
                if change := change_told(name):
                    told.append((change, self._is_growth(saying, name)))
        return told

    def _is_growth(self, saying: Saying, name: str) -> bool:
        """Whether a change is told as `tăng` or `giảm`, which may stand without its base."""
        outcome = self._desk.sources.measures.compare(saying.point, name)
        if isinstance(outcome, Gap) or name == "year_end":
            return False
        if name.startswith(UNITS):
            return True
        return figures.change(outcome, saying.form).text.startswith(("tăng", "giảm"))

    def _is_rate(self, series: Series) -> bool:
        """Whether a series has no level to be told, only its changes."""
        return self._desk.indicator(series).kind in RATE_ONLY


def _joint(before: str, name: str, settings: Settings) -> str:
    """What stands between two comparisons."""
    if name.partition(":")[0] == "share":
        return " "
    pair = before in ("month_on_month", "quarter_on_quarter") and name == "year_on_year"
    return settings.pair if pair else ", "
