"""Where a figure stands: the highest or lowest since a year, its rank among the provinces."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import msgspec
from msgspec.structs import replace

from drafter import figures, wording, wording_related
from drafter.arithmetic import base_period
from drafter.errors import Message, msg
from drafter.figures import ABSENT, Format, Printed
from drafter.measured import Gap, Measured, Outcome, Point
from drafter.numerals import print_number, rounded
from drafter.period import year_of
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
from drafter.sections.desk import RANK_UNITS, Desk
from drafter.sections.manner import known_part
from drafter.sections.views import SeriesView
from drafter.time_words import NBSP
from drafter.units import convert

FEWEST = 2
"""Of how many earlier years something must stand out to be called highest or lowest."""
CHANGED = ("change_percent", "change_points", "change_absolute")


class Record(msgspec.Struct, frozen=True):
    """What is asked about other years.

    since: the first of them; as far as the data reach unless told. highest: only the highest is
    told, or only the lowest; either unless told. stretch: `trong giai đoạn 2019-2023`. when: the
    part of the year is said, since only the same part of other years is compared. joint: what
    stands before; where it is blank, what is not told takes its sentence with it.
    """

    since: int | None = None
    highest: bool | None = None
    stretch: bool = False
    when: bool = True
    joint: str = ", là "


class Rank(msgspec.Struct, frozen=True):
    """What is asked about a rank.

    by: the comparison that the rank is in, blank for the level. total: over how many, as in
    `02/63 tỉnh, thành phố`. of: among whom, where no data say it. change: the comparison on whose
    earlier period its change is told. joint: as in `Record`.
    """

    by: str = ""
    total: bool = False
    of: str = ""
    verb: str = ""
    change: str = ""
    joint: str = ", "


class Standings:
    """Writes where figures stand among others at a desk, for the end of a sentence."""

    def __init__(self, desk: Desk, resolve: Resolve) -> None:
        self._desk = desk
        self._resolve = resolve

    # -- among the years -------------------------------------------------------------------------

    def record(self, series: str | SeriesView, by: str = "year_on_year", **how: Any) -> str:
        """What stands out from the same part of earlier years; nothing when it does not.

        `, là mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2019`. by: a comparison or `value`.
        The keywords are `span` (the first that owes it, unless told), the fields of `Record` and
        settings.
        """
        view, told = self._resolve(series), {**how, "joint": ""}
        span = asked_span(how.pop("span", "")) or span_owing(self._desk, view.series, by)
        wish, settings = asked(Record, how)
        name = owed(self._desk, view.series, span, known_part(by))
        if not name:
            return joined(ABSENT, wish.joint)
        form = self._desk.format(view.series, self._desk.settings(view.series, settings))
        text = self._record(self._desk.point(view.series, span), name, wish, form)
        text = self._desk.sink.clause(text, expressions.call("record", view, (by,), told))
        return joined(text, wish.joint)

    def _record(self, point: Point, by: str, wish: Record, form: Format) -> str:
        """The words for what stands out, `ABSENT` when nothing does."""
        now = outcome_of(self._desk, point, by)
        if isinstance(now, Gap):
            return unknown(self._desk, now, wish.joint)
        others = self._earlier(now, by, wish.since)
        here, there = _printed(now, form), [_printed(one, form) for one in others]
        if len(others) < FEWEST or (now.measure in CHANGED and not here):
            return ABSENT
        highest, lowest = here > max(there), here < min(there)
        if not (highest or lowest) or wish.highest not in (None, highest):
            return ABSENT
        first = year_of(others[-1].point.period)
        text = _record_words(now, here, highest, first, wish)
        formula = f"{here} {'> max' if highest else '< min'}({', '.join(map(str, there))})"
        return self._desk.mark(_over([now, *others], text, formula, Decimal(first)))

    def _earlier(self, now: Measured, by: str, since: int | None) -> list[Measured]:
        """The same of earlier years, the latest first, as far back as the data have every year.

        What ends them is told where a year was asked for, or where too few are known.
        """
        found: list[Measured] = []
        point = _year_earlier(now.point)
        while since is None or year_of(point.period) >= since:
            outcome = alike(self._desk, now, outcome_of(self._desk, point, by))
            if isinstance(outcome, Gap):
                if since is not None or len(found) < FEWEST:
                    self._desk.tell_once(outcome, outcome.reason)
                break
            found.append(outcome)
            point = _year_earlier(point)
        return found

    # -- among the provinces ---------------------------------------------------------------------

    def rank(self, series: str | SeriesView, span: str = "", **how: Any) -> str:
        """The rank in the data: `, đứng thứ 2 cả nước`, `, xếp thứ 02/63 tỉnh, thành phố`.

        span: the first that is due, unless told. The keywords are the fields of `Rank` and
        settings.
        """
        view, (wish, settings) = self._resolve(series), asked(Rank, how)
        span = asked_span(span) or next(iter(self._desk.due(view.series)), "")
        if span not in self._desk.due(view.series):
            return joined(ABSENT, wish.joint)
        form = self._desk.format(view.series, self._desk.settings(view.series, settings))
        text = self._rank(self._desk.point(view.series, span), wish, form)
        told = {**how, "joint": ""}
        text = self._desk.sink.clause(text, expressions.call("rank", view, (span,), told))
        return joined(text, wish.joint)

    def _rank(self, point: Point, wish: Rank, form: Format) -> str:
        """The rank with its change, or what is missing of it."""
        rank = self._ranked(point, wish.by)
        verb = wish.verb or ("xếp" if wish.total else "đứng")
        if isinstance(rank, Gap):
            return f"{verb} {self._desk.missing(rank)}"
        text = f"{verb} {self._among(rank, wish, form)}"
        return f"{text}, {self._rank_change(rank, wish, form)}" if wish.change else text

    def _ranked(self, point: Point, by: str) -> Outcome:
        """The rank that the data hold."""
        rank = self._desk.sources.measures.stored(point, "rank", by)
        if isinstance(rank, Measured):
            return rank
        return replace(rank, reason=msg("no rank for {period}", period=point.period))

    def _total(self, rank: Measured) -> Outcome:
        """How many there are beside the one that is ranked, itself counted."""
        total = self._desk.sources.measures.stored(rank.point, "denominator")
        if isinstance(total, Measured) and total.value >= rank.value:
            return total
        why = msg("no number of those ranked; give it with the measure denominator")
        if isinstance(total, Measured):
            why = msg("{rank} is no rank among {total}", rank=rank.value, total=total.value)
        return Gap(rank.point, "rank", rank.base, why, refused=isinstance(total, Measured))

    def _among(self, rank: Measured, wish: Rank, form: Format) -> str:
        """`thứ 2 cả nước`; over how many where that is asked for."""
        if not wish.total:
            figure = figures.worded(replace(rank, unit=""), f"thứ {rank.value:f}")
            return f"{self._desk.mark(figure)} {wish.of or 'cả nước'}"
        total = self._total(rank)
        if isinstance(total, Gap):
            return self._desk.missing(total)
        return self._desk.mark(_rank_of_total(rank, total, wish.of, form))

    def _rank_change(self, rank: Measured, wish: Rank, form: Format) -> str:
        """How far it moved: `tăng 3 bậc so với cùng kỳ năm trước`; a smaller number is a rise."""
        change = self._moved(rank, known_part(wish.change))
        if isinstance(change, Gap):
            return self._desk.missing(change)
        text = wording_related.rank_change(int(change.value))
        return self._desk.mark(figures.worded(change, text)) + self._base(change, form)

    def _moved(self, now: Measured, name: str) -> Outcome:
        """By how many places it moved up since the period that a comparison goes back to."""
        (_, span, period), point = now.point, now.point
        earlier = base_period(span, period, name)
        if not earlier:
            raise ValueError(f"a {span} has no period that '{name}' goes back to")
        then = self._ranked(point.at(earlier), now.base)
        if isinstance(then, Gap):
            return replace(then, point=point, measure="rank_change", base=name)
        if why := self._why_not_ranked_alike(now, then):
            return Gap(point, "rank_change", name, why, refused=True)
        return replace(
            now, measure="rank_change", base=name, value=then.value - now.value,
            unit=RANK_UNITS["rank_change"],
            formula=f"{then.value} - {now.value}", inputs=(*now.inputs, *then.inputs),
            base_period=earlier,
        )  # fmt: skip

    def _why_not_ranked_alike(self, now: Measured, then: Measured) -> Message | None:
        """Why two ranks cannot be compared: another territory, or among more or fewer."""
        totals = [self._total(one) for one in (now, then)]
        known = [one.value for one in totals if isinstance(one, Measured)]
        if len(set(known)) > 1:
            return msg("a rank among {now} cannot be compared with one among {base}",
                       now=known[0], base=known[1])  # fmt: skip
        return self._desk.sources.measures.unlike(replace(now, unit=""), replace(then, unit=""))

    def _base(self, change: Measured, form: Format) -> str:
        """The base phrase behind a change in rank."""
        (_, span, period), name, settings = change.point, change.base, form.settings
        first = name not in self._desk.said
        self._desk.said.add(name)
        phrase = wording.base_phrase(
            name, period, change.base_period, settings, span=span, first=first
        )
        return figures.base_mark(name, phrase, stays=True) if settings.base_once else f" {phrase}"


def _year_earlier(point: Point) -> Point:
    return point.at(base_period(point.span, point.period, "year_on_year"))


def _printed(outcome: Measured, form: Format) -> Decimal:
    """A figure rounded as it is printed."""
    if outcome.measure in ("level", "change_absolute"):
        return rounded(convert(outcome.value, outcome.unit, form.unit), form.decimals)
    return rounded(outcome.value, form.rate_decimals)


def _record_words(now: Measured, here: Decimal, highest: bool, first: int, wish: Record) -> str:
    """`mức tăng cao nhất của 6 tháng đầu năm kể từ năm 2019`."""
    (_, span, period), change = now.point, now.measure in CHANGED
    words = wording_related.superlative(here, highest=highest, change=change)
    time = wording_related.same_time(span, period) if wish.when else ""
    years = wording_related.since(first, year_of(period), stretch=wish.stretch)
    return " ".join(filter(None, (words, time and f"của {time}", years)))


def _over(outcomes: Sequence[Measured], text: str, formula: str, value: Decimal) -> Printed:
    """A figure made from those of several years, the first of them the report's own."""
    rows = tuple(row for one in outcomes for row in one.inputs)
    now = outcomes[0]
    made = replace(now, measure="record", value=value, unit="", formula=formula, inputs=rows)
    return figures.worded(made, text)


def _rank_of_total(rank: Measured, total: Measured, of: str, form: Format) -> Printed:
    """`thứ 02/63 tỉnh, thành phố`; both ends are padded as counts are."""
    pad = 2 if form.settings.pad_counts else 0
    place, among = (print_number(one.value, 0, pad=pad) for one in (rank, total))
    noun = of or total.unit or "tỉnh, thành phố"
    figure = figures.worded(replace(rank, unit=""), f"thứ {place}/{among}{NBSP}{noun}")
    formula, rows = f"{rank.value} / {total.value}", (*rank.inputs, *total.inputs)
    return replace(figure, formula=formula, inputs=rows)
