"""Comparisons of observed quantities, in Decimal and unrounded; what is not sound is refused.

A published rate stands in only where no pair of levels exists. Every result keeps the rows that it
was made from and its arithmetic, which the ledger shows.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeGuard

from msgspec.structs import replace

from drafter import arithmetic, contributions
from drafter.arithmetic import HUNDRED, PERCENT, POINTS, NoBaseError, base_period
from drafter.errors import Message, msg
from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.observations import Key, Observation, Observations
from drafter.period import last_month, same_stretch, year_before, year_of

CHANGES = (
    "month_on_month", "quarter_on_quarter", "year_on_year", "year_on_year_real", "year_end",
    "december", "base_year",
)  # fmt: skip
"""Comparisons that are changes on an earlier period; the rest are parts of another quantity."""
BOUNDS = ("at_least", "at_most")
"""Bounds that may stand for a level: `trên 1.000 lượt`."""


class Measures:
    """Levels and comparisons of a dataset, each worked out once.

    territory_since: see `profile.Province`; a base of an earlier territory is refused.
    """

    def __init__(self, observations: Observations, territory_since: str = "") -> None:
        self._rows = observations
        self._territory_since = territory_since
        self._compared: dict[tuple[Point, str], Outcome] = {}
        self._stored: dict[tuple[Point, str, str, str], Outcome] = {}

    def level(self, point: Point) -> Outcome:
        """The level of a series, in the catalogue's unit, or the bound that stands for it."""
        held = self.stored(point, "level")
        for bound in BOUNDS if isinstance(held, Gap) else ():
            told = self.stored(point, "level", bound=bound)
            if isinstance(told, Measured):
                return told
        return held

    def stored(self, point: Point, measure: str, base: str = "", bound: str = "") -> Outcome:
        """A quantity taken as it stands in the data: a level, a numerator, a bound, a rank …"""
        key = (point, measure, base, bound)
        if key not in self._stored:
            self._stored[key] = self._take(*key)
        return self._stored[key]

    def _take(self, point: Point, measure: str, base: str, bound: str) -> Outcome:
        row = self._row(point, measure, base, bound)
        if row is None:
            return Gap(point, measure, base, msg("no value for {period}", period=point.period))
        taken = _taken(point, measure, base, row)
        return replace(taken, base_period=base_period(*point[1:], base)) if base else taken

    def _row(
        self, point: Point, measure: str, base: str = "", bound: str = "", of: str = ""
    ) -> Observation | None:
        """The row of a quantity, under the other name of its time where that has it.

        The year to date of December is the year, that of March the first quarter.
        """
        series, span, period = point
        row = self._rows.get(Key(*series, span, period, measure, base, of, bound=bound))
        if row is None and (other := same_stretch(span, period)):
            row = self._rows.get(Key(*series, *other, measure, base, of, bound=bound))
        return row

    def plan(self, series: Series, year: int, plan: str) -> Outcome:
        """The target that a plan sets for a year."""
        point, base = Point(series, "year", str(year)), f"plan:{plan}"
        row = self._rows.get(Key(*series, "year", str(year), "plan", plan=plan))
        if row is None:
            return Gap(
                point, "plan", base, msg("no plan '{plan}' for {year}", plan=plan, year=year)
            )
        return _taken(point, "plan", base, row)

    def compare(self, point: Point, comparison: str) -> Outcome:
        """A comparison by its name: `year_on_year`, `plan:central`, `share`, `contribution` …"""
        key = (point, comparison)
        if key not in self._compared:
            self._compared[key] = self._compare(*key)
        return self._compared[key]

    def absolute_change(self, point: Point, comparison: str) -> Outcome:
        """The change in the unit of the level, on the base that `comparison` names."""
        now, base = self._pair(point, comparison)
        if isinstance(now, Gap) or isinstance(base, Gap):
            return self.stored(point, "change_absolute", comparison)
        if refusal := self._unsound(now, base, comparison):
            return refusal
        return _difference(now, base, "change_absolute", comparison)

    def _compare(self, point: Point, comparison: str) -> Outcome:
        name, _, detail = comparison.partition(":")
        if name == "plan":
            return self._attainment(point, detail)
        if name == "absolute":
            return self.absolute_change(point, detail)
        if name == "plan_points":
            return self._attainment_points(point, detail)
        if name in ("share", "share_of_total"):
            return self._share(point, detail) if name == "share" else self._share_of_total(point)
        if name in ("contribution", "contribution_share"):
            in_points = name == "contribution"
            return self._contribution(point) if in_points else self._contribution_share(point)
        return self._change(point, comparison)

    # -- changes on an earlier period ------------------------------------------------------------

    def _change(self, point: Point, comparison: str) -> Outcome:
        """From levels; else as published, as a rate, an index or a change in units."""
        published = self._published(point, comparison)
        now, base = self._pair(point, comparison)
        if isinstance(now, Measured) and isinstance(base, Measured):
            return self._from_levels(now, base, comparison, published)
        if published:
            return published
        change = self.stored(point, "change_absolute", comparison)
        if isinstance(now, Measured) and isinstance(change, Measured):
            return _from_change(now, change, comparison)
        gap = now if isinstance(now, Gap) else base
        return replace(gap, point=point, measure="change_percent", base=comparison)

    def _from_levels(
        self, now: Measured, base: Measured, comparison: str, published: Measured | None
    ) -> Outcome:
        if refusal := self._unsound(now, base, comparison):
            return refusal
        if now.unit == PERCENT:  # the change of a percentage is in points, never in percent
            return _difference(now, base, "change_points", comparison, POINTS)
        rate = _rate(now, base.value, comparison, base.inputs, base.point.period)
        if published is None or isinstance(rate, Gap) or published.measure != rate.measure:
            return rate
        return _checked(rate, published, now, base)

    def _published(self, point: Point, comparison: str) -> Measured | None:
        """The change as the data give it, in percent, in points or as an index."""
        if not self._rows.has_change(*point, comparison):
            other = same_stretch(point.span, point.period)
            if other is None or not self._rows.has_change(point.series, *other, comparison):
                return None
        for measure in ("change_percent", "change_points"):
            rate = self.stored(point, measure, comparison)
            if isinstance(rate, Measured):
                return rate
        index = self.stored(point, "index", comparison)
        if isinstance(index, Gap):
            return None
        value, formula = index.value - HUNDRED, f"{index.value} - 100"
        return replace(index, measure="change_percent", value=value, unit=PERCENT, formula=formula)

    def _pair(self, point: Point, comparison: str) -> tuple[Outcome, Outcome]:
        """The levels now and in the period that the comparison looks back to.

        Levels hold the rise of prices: no pair of them tells the change without it.
        """
        now = self.level(point)
        if comparison == "year_on_year_real":
            why = msg("no published change without prices for {period}", period=point.period)
            return now, Gap(point, "level", comparison, why)
        earlier = base_period(point.span, point.period, comparison)
        if not earlier:
            return now, Gap(point, "level", comparison, msg("there is no such base"))
        return now, self.level(point.at(earlier))

    def _unsound(self, now: Measured, base: Measured, comparison: str) -> Gap | None:
        """Why two levels cannot be compared, or None when they can."""
        reason = self.unlike(now, base)
        return _refused(now, "change_percent", comparison, reason) if reason else None

    def unlike(self, now: Measured, other: Measured) -> Message | None:
        """Why two quantities, or two of their changes, cannot be set side by side, or None."""
        if any(row.key.bound for row in (*now.inputs, *other.inputs)):
            return msg("what is only known to be more or less cannot be compared")
        if now.unit != other.unit:
            return _other_unit(now.unit, other.unit)
        before = [one for one in (now, other) if self._is_other_territory(one)]
        if len(before) != 1 or _is_undated_plan(other):
            return None
        return msg(
            "{period} is of the territory before {since}; give its value on the present one",
            period=before[0].point.period,
            since=self._territory_since,
        )

    def _is_other_territory(self, level: Measured) -> bool:
        """Whether a level is of the territory before: earlier, and not given again since.

        What is counted from January is compiled at its end, on the territory of that month; a
        plan is of the one for which it was set.
        """
        since, is_plan = self._territory_since, level.measure == "plan"
        if not since or (last_month(level.point.period) >= since and not is_plan):
            return False
        return all(row.vintage[: len(since)] < since for row in level.inputs)

    # -- parts of another quantity ---------------------------------------------------------------

    def _attainment(self, point: Point, plan: str) -> Outcome:
        now = self.level(point)
        target = self.plan(point.series, year_of(point.period), plan) if point.period else now
        if isinstance(now, Gap) or isinstance(target, Gap):
            gap = now if isinstance(now, Gap) else target
            return Gap(point, "attainment", f"plan:{plan}", gap.reason)  # type: ignore[union-attr]
        return self._part(now, target, "attainment", f"plan:{plan}")

    def _part(self, now: Measured, whole: Measured, measure: str, base: str) -> Outcome:
        """`now` in percent of a whole or of a plan."""
        if refusal := self._unsound(now, whole, base):
            return replace(refusal, measure=measure)
        return _percentage(now, whole, measure, base)

    def _attainment_points(self, point: Point, plan: str) -> Outcome:
        """How far the attainment of a plan lies over that of the same period last year."""
        now = self._attainment(point, plan)
        before = year_before(point.period) if point.period else ""
        then = self._attainment(point.at(before), plan)
        base = f"plan_points:{plan}"
        if isinstance(now, Measured) and isinstance(then, Measured):
            if refusal := self._unsound(now, then, base):
                return replace(refusal, measure="change_points")
            return _difference(now, then, "change_points", base, POINTS)
        gap = now if isinstance(now, Gap) else then
        return replace(gap, point=point, measure="change_points", base=base)

    def _share(self, point: Point, of: str) -> Outcome:
        """A share of the indicator `of`, or of the whole that the item belongs to."""
        base, series = f"share:{of}" if of else "share", point.series
        parent = series.item.rpartition("/")[0]
        whole = Series(of, series.item, series.area) if of else series._replace(item=parent)
        now, total = self.level(point), self.level(point.of(whole))
        row = self._row(point, "share", of=of)
        if isinstance(now, Measured) and isinstance(total, Measured):
            share = self._part(now, total, "share", base)
            if row is None or isinstance(share, Gap):
                return share
            return _checked(share, _taken(point, "share", base, row), now, total)
        if row is None:
            return Gap(point, "share", base, msg("no value for {period}", period=point.period))
        return _taken(point, "share", base, row)

    def _share_of_total(self, point: Point) -> Outcome:
        """A share of the whole indicator, of the part of a part too."""
        series, base = point.series, "share_of_total"
        if "/" not in series.item:
            return self._share(point, "")
        now, total = self.level(point), self.level(point.of(series._replace(item="")))
        if isinstance(now, Measured) and isinstance(total, Measured):
            return self._part(now, total, "share", base)
        return Gap(point, "share", base, msg("no value for {period}", period=point.period))

    def _contribution(self, point: Point) -> Outcome:
        """Percentage points that a part adds to the whole's growth on the same period last year."""
        now, base = self._pair(point, "year_on_year")
        whole = self.level(point.of(point.series._replace(item="")).at(year_before(point.period)))
        if isinstance(now, Gap) or isinstance(base, Gap) or isinstance(whole, Gap):
            return self.stored(point, "contribution", "year_on_year")
        for one in (base, whole):
            if refusal := self._unsound(now, one, "year_on_year"):
                return replace(refusal, measure="contribution")
        if whole.value <= 0:
            return _refused(now, "contribution", "year_on_year", _no_base(whole.value))
        return Measured(
            point,
            "contribution",
            "year_on_year",
            (now.value - base.value) * HUNDRED / whole.value,
            POINTS,
            f"({now.value} - {base.value}) / {whole.value} × 100",
            (*now.inputs, *base.inputs, *whole.inputs),
            base.point.period,
        )

    def _contribution_share(self, point: Point) -> Outcome:
        """The same in percent of the whole's growth.

        From the changes in units; else as published; else from the points and the whole's rate.
        """
        whole, year = point.of(point.series._replace(item="")), "year_on_year"
        published = self.stored(point, contributions.MEASURE, year)
        part, grown = (self.absolute_change(one, year) for one in (point, whole))
        if _is_in_units(part) and _is_in_units(grown):
            return contributions.of_growth(point, part, grown, published)
        points, rate = self._contribution(point), self._change(whole, year)
        held_back = [one for one in (part, grown, points, rate) if _is_refused(one)]
        if not held_back and isinstance(published, Measured):
            return contributions.as_published(published, rate)
        if not held_back and isinstance(points, Measured) and _is_rate(rate):
            return contributions.of_growth(point, points, rate)
        gap = held_back[0] if held_back else published
        return replace(gap, point=point, measure=contributions.MEASURE, base=year)


def _is_in_units(outcome: Outcome) -> TypeGuard[Measured]:
    """Whether a change is known in units that add up, as percentages do not."""
    return isinstance(outcome, Measured) and outcome.unit != PERCENT


def _is_rate(outcome: Outcome) -> TypeGuard[Measured]:
    return isinstance(outcome, Measured) and outcome.measure == "change_percent"


def _is_refused(outcome: Outcome) -> bool:
    return isinstance(outcome, Gap) and outcome.refused


def _taken(point: Point, measure: str, base: str, row: Observation) -> Measured:
    return Measured(point, measure, base, row.value, row.unit, str(row.value), (row,))


def _checked(rate: Measured, published: Measured, now: Measured, base: Measured) -> Measured:
    """A rate from two levels, in doubt when a published one contradicts it.

    A rate or a level that was worked back from the published rate never confirms that same rate.
    """
    if "implied" in (rate.origin, published.origin):
        return rate
    change = published.value - (HUNDRED if rate.measure == "share" else 0)
    if arithmetic.agree(change, now.value, base.value):
        return rate
    doubt = msg(
        "the published rate {published} disagrees with the levels: {computed} is printed",
        published=published.value,
        computed=round(rate.value, 3),
    )
    return replace(rate, doubt=doubt)


def _from_change(now: Measured, change: Measured, comparison: str) -> Outcome:
    """The change in percent, its base worked out from the change in units."""
    if now.unit == PERCENT:  # such a change is in points already, whatever its unit is called
        return replace(change, measure="change_points", unit=POINTS)
    if now.unit != change.unit:
        return _refused(now, "change_percent", comparison, _other_unit(now.unit, change.unit))
    earlier = base_period(*now.point[1:], comparison)
    return _rate(now, now.value - change.value, comparison, change.inputs, earlier)


def _rate(
    now: Measured, base: Decimal, comparison: str, rows: tuple[Observation, ...], earlier: str = ""
) -> Outcome:
    """The change of `now` on a base in percent."""
    try:
        value = arithmetic.percent_change(now.value, base)
    except NoBaseError:
        return _refused(now, "change_percent", comparison, _no_base(base))
    formula, inputs = f"{now.value} / {base} × 100 - 100", (*now.inputs, *rows)
    return Measured(
        now.point, "change_percent", comparison, value, PERCENT, formula, inputs, earlier
    )


def _difference(
    now: Measured, base: Measured, measure: str, comparison: str, unit: str = ""
) -> Measured:
    """What `now` lies over `base`, in units or points."""
    value, formula = now.value - base.value, f"({now.formula}) - ({base.formula})"
    if now.measure == "level":
        formula = f"{now.value} - {base.value}"
    inputs, earlier = (*now.inputs, *base.inputs), base.point.period
    return Measured(
        now.point, measure, comparison, value, unit or now.unit, formula, inputs, earlier
    )


def _is_undated_plan(level: Measured) -> bool:
    """Whether nothing says for which territory a plan was set."""
    return level.measure == "plan" and not any(row.vintage for row in level.inputs)


def _percentage(now: Measured, whole: Measured, measure: str, base: str) -> Outcome:
    try:
        value = arithmetic.percent_of(now.value, whole.value)
    except NoBaseError:
        return _refused(now, measure, base, _no_base(whole.value))
    formula, inputs = f"{now.value} / {whole.value} × 100", (*now.inputs, *whole.inputs)
    return Measured(now.point, measure, base, value, PERCENT, formula, inputs, whole.point.period)


def _refused(now: Measured, measure: str, base: str, reason: Message) -> Gap:
    return Gap(now.point, measure, base, reason, refused=True)


def _no_base(base: Decimal) -> Message:
    return msg("the base of the comparison is {base}", base=base)


def _other_unit(now: str, base: str) -> Message:
    return msg("{now} cannot be compared with {base}", now=now, base=base)
