"""A figure beside its relations: the path of a year's quarters, another growth, an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

import msgspec
from msgspec.structs import replace

from drafter import figures, time_words, wording, wording_related
from drafter.arithmetic import POINTS, base_period
from drafter.figures import ABSENT, Format, Printed
from drafter.measured import Gap, Measured, Point, Series
from drafter.measures import CHANGES
from drafter.numerals import rounded
from drafter.period import one_before, year_of
from drafter.sections import expressions
from drafter.sections.asides import (
    Resolve,
    alike,
    asked,
    asked_span,
    joined,
    outcome_of,
    owed,
    span_owing,
    unknown,
)
from drafter.sections.desk import Desk
from drafter.sections.manner import VALUE, change_told, known_part
from drafter.sections.summaries import size_of
from drafter.sections.views import SeriesView


class Steps(msgspec.Struct, frozen=True):
    """Which steps a path has: `quarter` or `month`, the last few of them.

    verb: between a step and its level; that of the level's status unless told.
    """

    span: str = "quarter"
    last: Annotated[int, msgspec.Meta(ge=2)] = 12
    verb: str | None = None


class Beside(msgspec.Struct, frozen=True):
    """How two changes are set side by side.

    earlier: the comparison whose earlier period has the other change, where no other series does.
    of: what the other is of, in words. points: by how many percentage points they differ. joint:
    what stands before; where it is blank, what is out of scope takes its sentence with it.
    """

    earlier: str = "year_on_year"
    of: str = ""
    points: bool = False
    joint: str = ", "


class Pair(NamedTuple):
    """Two changes side by side, printed in one form. role: of the other, for the ledger's base."""

    first: Measured
    other: Measured
    whose: str
    role: str
    form: Format

    @property
    def over(self) -> Decimal:
        """By how much the first lies over the other, in print."""
        return rounded(self.first.value - self.other.value, self.form.rate_decimals)

    @property
    def printed(self) -> tuple[Decimal, Decimal]:
        """Both as they are printed."""
        places = self.form.rate_decimals
        return rounded(self.first.value, places), rounded(self.other.value, places)


class Related:
    """Writes figures beside their relations at a desk, for the end of a sentence."""

    def __init__(self, desk: Desk, resolve: Resolve) -> None:
        self._desk = desk
        self._resolve = resolve

    # -- the path of a year ----------------------------------------------------------------------

    def path(self, series: str | SeriesView, by: str = "year_on_year", **how: Any) -> str:
        """How the quarters of the year so far went: ` (quý I tăng 3,3%; quý II tăng 4,1%)`.

        Nothing as long as there is only one. The keywords are the fields of `Steps` and settings.
        """
        view, (steps, settings) = self._resolve(series), asked(Steps, how)
        if steps.span not in ("quarter", "month"):
            raise ValueError(f"a path goes by quarter or by month, not by {steps.span}")
        if by != VALUE and not change_told(known_part(by)):
            raise ValueError(f"'{by}' is no change on an earlier period")
        name = owed(self._desk, view.series, steps.span, by)
        points = _so_far(self._desk.point(view.series, steps.span))[-steps.last :]
        if not name or len(points) < 2:
            return ""
        form = self._form(view.series, settings)
        text = "; ".join(self._step(point, name, form, steps.verb) for point in points)
        return f" ({self._desk.sink.clause(text, expressions.call('path', view, (by,), how))})"

    def _form(self, series: Series, call: Mapping[str, Any]) -> Format:
        """How a series is printed where no base stands behind: unchanged is `không đổi`."""
        settings = self._desk.settings(series, call)
        form = self._desk.format(series, settings)
        if settings.unchanged in wording.TAKE_AN_OBJECT:
            settings = replace(settings, unchanged=wording.VERBS["unchanged"])
        return replace(form, settings=replace(settings, absolute="words"))

    def _step(self, point: Point, by: str, form: Format, verb: str | None) -> str:
        """One quarter or month with its figure, or with what is missing of it."""
        when = time_words.span_phrase(point.span, point.period, form.settings, first=True)
        outcome = outcome_of(self._desk, point, by)
        if isinstance(outcome, Gap):
            return f"{when} {self._desk.missing(outcome)}"
        if outcome.measure == "level":
            verb = getattr(form.settings, outcome.status) if verb is None else verb
            return f"{when} {verb} {self._desk.mark(figures.level(outcome, form))}"
        write = figures.absolute_change if outcome.measure == "change_absolute" else figures.change
        return f"{when} {self._desk.mark(write(outcome, form))}"

    # -- one change beside another ---------------------------------------------------------------

    def beside(
        self,
        first: str | SeriesView,
        other: str | SeriesView | None = None,
        by: str = "year_on_year",
        **how: Any,
    ) -> str:
        """A change beside that of another series, or its own of the year before.

        `, cao hơn mức tăng 3,2% của cùng kỳ năm trước`; `, trong khi cùng kỳ năm trước giảm 2,1%`.
        The keywords are `span` (the first that owes the change, unless told), the fields of
        `Beside` and settings.
        """
        view, second = self._resolve(first), None if other is None else self._resolve(other)
        told = {"other": second, "by": by, **how, "joint": ""}
        span = asked_span(how.pop("span", "")) or span_owing(self._desk, view.series, by)
        wish, settings = asked(Beside, how)
        if known_part(by).partition(":")[0] not in CHANGES:
            raise ValueError(f"'{by}' is no change on an earlier period")
        name = owed(self._desk, view.series, span, by)
        if not name or (second and not owed(self._desk, second.series, span, name)):
            return joined(ABSENT, wish.joint)
        form = self._desk.format(view.series, self._desk.settings(view.series, settings))
        text = self._beside(self._desk.point(view.series, span), name, (second, wish), form)
        text = self._desk.sink.clause(text, expressions.call("beside", view, (), told))
        return joined(text, wish.joint)

    def _beside(
        self, point: Point, by: str, wanted: tuple[SeriesView | None, Beside], form: Format
    ) -> str:
        """The words for two changes, or the mark of the one that is missing."""
        second, wish = wanted
        first = self._desk.compare(point, by)
        if isinstance(first, Gap):
            return unknown(self._desk, first, wish.joint)
        there = self._other(point, second, wish.earlier)
        other = alike(self._desk, first, self._desk.compare(there, by))
        if isinstance(other, Gap):
            return self._desk.missing(other)
        whose = wish.of or self._whose(first, other, wish.earlier)
        role = "/".join(filter(None, other.point.series[:2])) if second else wish.earlier
        return self._lying(Pair(first, other, whose, role, form), wish.points)

    def _other(self, point: Point, second: SeriesView | None, earlier: str) -> Point:
        """Where the other change is: of another series now, or of this one before."""
        if second:
            return self._desk.point(second.series, point.span)
        period = base_period(point.span, point.period, known_part(earlier))
        if not period:
            raise ValueError(f"a {point.span} has no period that '{earlier}' goes back to")
        return point.at(period)

    def _whose(self, first: Measured, other: Measured, earlier: str) -> str:
        """What the other change is of: a series by its name, or `cùng kỳ năm trước`."""
        if other.point.series != first.point.series:
            return self._desk.label(other.point.series)
        (series, span, period), then = first.point, other.point.period
        settings = self._desk.settings(series)
        phrase = wording.base_phrase(earlier, period, then, settings, span=span, first=True)
        return phrase.removeprefix("so với ")

    def _lying(self, pair: Pair, points: bool) -> str:
        """How the two lie to each other: `cao hơn mức tăng 3,2% của cùng kỳ năm trước`."""
        here, there = pair.printed
        if here * there <= 0:
            return self._contrast(pair)
        noun, mark = wording_related.noun_of_change(there), self._desk.mark
        if points:
            apart = _apart(pair)
            link = " so với" if pair.over else ""
            return f"{mark(apart)}{link} {mark(_other_told(pair, noun))} của {pair.whose}"
        how = _difference(pair, wording_related.how_it_lies(here - there, there))
        extent = _other_told(pair, f"{noun} {size_of(pair.other, pair.form)}")
        return f"{mark(how)} {mark(extent)} của {pair.whose}"

    def _contrast(self, pair: Pair) -> str:
        """The other change in full, where the two go different ways or one of them nowhere."""
        here, there = pair.printed
        verb = wording.VERBS[wording.direction(there, pair.form.rate_decimals)]
        if not here and not there:
            return f"{pair.whose} cũng {self._desk.mark(_other_told(pair, verb))}"
        told = f"{verb} {size_of(pair.other, pair.form)}" if there else verb
        return f"trong khi {pair.whose} {self._desk.mark(_other_told(pair, told))}"


def _so_far(point: Point) -> list[Point]:
    """The months or quarters of a point's year up to it."""
    points, year = [point], year_of(point.period)
    while year_of(before := one_before(points[0].period)) == year:
        points.insert(0, point.at(before))
    return points


def _other_told(pair: Pair, text: str) -> Printed:
    """The other change in words of its own."""
    return replace(figures.change(pair.other, pair.form), text=text)


def _apart(pair: Pair) -> Printed:
    """By how many points the first lies over the other: `cao hơn 1,9 điểm %`, `tương đương`."""
    if not pair.over:
        return _difference(pair, "tương đương")
    words = wording_related.how_it_lies(pair.over, pair.other.value)
    size = wording.in_points(abs(pair.over), pair.form.rate_decimals, pair.form.settings)
    return _difference(pair, f"{words} {size}")


def _difference(pair: Pair, text: str) -> Printed:
    """How far the first change lies over the other, in words."""
    first, other = pair.first, pair.other
    difference = replace(
        first,
        measure="change_difference",
        base=f"{first.base}:{pair.role}",
        value=pair.over,
        unit=POINTS,
        formula=f"({first.formula}) - ({other.formula})",
        inputs=(*first.inputs, *other.inputs),
    )
    return figures.worded(difference, text)
