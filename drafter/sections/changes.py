"""Changes on an earlier period in words: rate, change in units, base, last year's own growth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from drafter import figures, wording
from drafter.arithmetic import base_period
from drafter.figures import Printed
from drafter.measured import Gap, Measured, Outcome
from drafter.sections.desk import Desk
from drafter.sections.manner import UNITS, Saying

REAL = "year_on_year_real"
AND = " và "
BEFORE = ("month_on_month", "quarter_on_quarter")
"""The changes that a year-on-year change makes a pair with."""


class Told(NamedTuple):
    """A comparison that is to be told, by its name."""

    name: str
    outcome: Outcome


class Changes:
    """Writes changes at a desk, as marked text."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def text(self, saying: Saying, told: Told, before: Told | None = None) -> str:
        """A change with its base: `tăng 0,87% (+5,75 ha) so với cùng kỳ`.

        before: what has just been told, whose base one without prices shares.
        """
        name, outcome = told
        if isinstance(outcome, Gap):
            return self._without_rate(saying, name, outcome)
        if name == REAL:
            return self._without_prices(saying, outcome, before)
        figure = figures.change(outcome, saying.form)
        text, alone = self._with_units(saying, name, outcome, figure)
        return text + self._base(saying, name, outcome, figure.text, alone=alone)

    def pair(self, saying: Saying, first: Told, second: Told) -> str:
        """Both with their bases behind: `tăng 0,3% và giảm 0,7% so với tháng trước và cùng kỳ`."""
        texts = [self.rate(saying, one) for one in (first, second)]
        phrase = wording.both_bases(*(self._phrase(saying, *one) for one in (first, second)))
        if saying.settings.base_once:
            base = figures.base_mark(pair_name(first.name, second.name), phrase, stays=True)
        else:
            base = f" {phrase}"
        return AND.join(texts) + base

    def in_units(self, saying: Saying, name: str, change: Outcome) -> str:
        """A change told in units only, in words."""
        if isinstance(change, Gap):
            return self._desk.missing(change)
        settings = replace(saying.settings, absolute="words")
        figure = figures.absolute_change(change, replace(saying.form, settings=settings))
        return self._desk.mark(figure) + self._base(saying, name, change, figure.text)

    def rate(self, saying: Saying, told: Told) -> str:
        """A change without its base, with that in units as the settings ask; blank if unknown."""
        name, outcome = told
        if isinstance(outcome, Gap):
            return ""
        return self._with_units(saying, name, outcome, figures.change(outcome, saying.form))[0]

    def _without_prices(self, saying: Saying, outcome: Measured, before: Told | None) -> str:
        """`nếu loại trừ yếu tố giá tăng 7,2%`, on the base of the change before it."""
        figure, (span, period) = figures.change(outcome, saying.form), saying.point[1:]
        intro = wording.base_phrase(REAL, period, outcome.base_period, saying.settings, span=span)
        text = f"{intro} {self._desk.mark(figure)}"
        said = before is not None and before.name == "year_on_year"
        if said and isinstance(before.outcome, Measured) and _is_growth(figure):  # type: ignore[union-attr]
            return text
        return text + self._base(saying, "year_on_year", outcome, figure.text)

    def _without_rate(self, saying: Saying, name: str, gap: Gap) -> str:
        """The change in units where the rate, which is due, has no data; the rate is reported."""
        change = self._desk.sources.measures.absolute_change(saying.point, name)
        if isinstance(change, Gap) or gap.refused:
            return self._desk.missing(gap)
        self._desk.tell_once(gap, gap.reason)
        return self.in_units(saying, name, change)

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

    # -- bases -----------------------------------------------------------------------------------

    def base_behind(self, saying: Saying, told: Told) -> str:
        """The base of a change behind other words than its own, with a space in front."""
        if isinstance(told.outcome, Gap):
            return ""
        return self._base(saying, told.name, told.outcome, "", alone=False)

    def _base(
        self, saying: Saying, name: str, outcome: Measured, words: str, *, alone: bool = True
    ) -> str:
        """The base phrase behind the words of a change, blank where it is carried.

        alone: nothing stands between the two.
        """
        settings = saying.settings
        if not saying.manner.base or self._is_said_above(saying, name):
            return ""
        phrase = wording.behind(words if alone else "", self._phrase(saying, name, outcome))
        if not settings.base_once:
            return f" {phrase}"
        grew = words.startswith((wording.VERBS["rising"], wording.VERBS["falling"]))
        return figures.base_mark(name, phrase, stays=name != "year_on_year" or not grew)

    def _phrase(self, saying: Saying, name: str, outcome: Outcome) -> str:
        """What a change is on, in the words of a first mention where it is one."""
        span, period = saying.point[1:]
        earlier = outcome.base_period if isinstance(outcome, Measured) else ""
        first = name not in self._desk.said
        self._desk.said.add(name)
        return wording.base_phrase(name, period, earlier, saying.settings, span=span, first=first)

    @staticmethod
    def _is_said_above(saying: Saying, name: str) -> bool:
        """Whether a heading or an introduction has said the base of a change."""
        return saying.settings.same_base in (name, name.partition(":")[0])

    # -- how a change may be told ----------------------------------------------------------------

    def is_growth(self, saying: Saying, name: str) -> bool:
        """Whether a change is told as `tăng` or `giảm`, which may stand without its base."""
        outcome = self._desk.sources.measures.compare(saying.point, name)
        if isinstance(outcome, Gap) or name == "year_end":
            return False
        return name.startswith(UNITS) or _is_growth(figures.change(outcome, saying.form))

    @staticmethod
    def may_pair(saying: Saying, first: str, second: str) -> bool:
        """Whether two changes are such as the settings let say their bases together."""
        if first not in BEFORE or second != "year_on_year":
            return False
        return saying.settings.pair_bases == "together"

    def is_pair(self, saying: Saying, first: str, second: str) -> bool:
        """Whether two changes do say their bases together, behind the second."""
        if not self.may_pair(saying, first, second):
            return False
        return all(self._is_short_growth(saying, name) for name in (first, second))

    def _is_short_growth(self, saying: Saying, name: str) -> bool:
        """Whether a change is `tăng` or `giảm` with its size, and nothing but brackets behind."""
        if self._is_said_above(saying, name) or not self.is_growth(saying, name):
            return False
        settings = saying.settings
        return settings.absolute != "words" or name not in settings.absolute_on

    # -- last year's own growth ------------------------------------------------------------------

    def aside(self, saying: Saying, told: Told) -> str:
        """What a change was a year earlier: ` (cùng kỳ năm 2022 tăng 49,0%)`.

        Blank where the settings do not want it, or nothing is told that it could stand beside.
        """
        how = saying.manner.aside
        if told.name not in saying.settings.earlier_growth or how == "none":
            return ""
        if not self._is_told(saying, told):
            return ""
        text = f"{self.earlier_words(saying)} {self.earlier_rate(saying, told.name)}"
        return f" ({text})" if how == "brackets" else f", {text}"

    def _is_told(self, saying: Saying, told: Told) -> bool:
        name, outcome = told
        if isinstance(outcome, Measured):
            return True
        change = self._desk.sources.measures.absolute_change(saying.point, name)
        return not outcome.refused and isinstance(change, Measured)

    def earlier_words(self, saying: Saying) -> str:
        """What the period a year earlier is called: `cùng kỳ năm 2022`."""
        span, period = saying.point[1:]
        earlier = base_period(span, period, "year_on_year")
        return wording.earlier_phrase(earlier, saying.settings, span=span)

    def earlier_rate(self, saying: Saying, name: str) -> str:
        """The mark of what a change was a year earlier, or of what is missing.

        Always as a rise or a fall: `cùng kỳ năm 2022 gấp 2 lần` would be read as twice of now.
        """
        earlier = base_period(*saying.point[1:], "year_on_year")
        outcome = self._desk.compare(saying.point.at(earlier), name)
        if isinstance(outcome, Gap):
            return self._desk.missing(outcome)
        settings = replace(
            saying.settings, form="growth", times_from="", unchanged=wording.VERBS["unchanged"]
        )
        return self._desk.mark(figures.change(outcome, replace(saying.form, settings=settings)))


def pair_name(first: str, second: str) -> str:
    """The name under which the bases of two changes are carried together."""
    return f"{first}+{second}"


def without_repeats(told: Sequence[Told]) -> list[Told]:
    """The comparisons without the change on December where another one says the same.

    December is the month before a January and the year before a December: what is known of the one
    is not missing of the other.
    """
    others = [
        one.outcome
        for one in told
        if one.name in ("month_on_month", "year_on_year") and isinstance(one.outcome, Measured)
    ]
    return [
        one
        for one in told
        if one.name != "december" or not any(_says_the_same(one.outcome, other) for other in others)
    ]


def _says_the_same(on_december: Outcome, other: Measured) -> bool:
    """Whether a change on December is another change: one on the same month, and as large."""
    if isinstance(on_december, Gap):
        point = on_december.point
        earlier = base_period(point.span, point.period, "december")
        return not on_december.refused and earlier == other.base_period
    now, then = (on_december.base_period, on_december.value), (other.base_period, other.value)
    return now == then


def _is_growth(figure: Printed) -> bool:
    return figure.text.startswith(("tăng", "giảm"))
