"""Comparisons of observed quantities, in Decimal and unrounded; what is not sound is refused.

A published rate stands in only where no pair of levels exists. Every result keeps the rows that it
was made from and its arithmetic, which the ledger shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from drafter.catalog import Catalog
from drafter.errors import Message, msg
from drafter.observations import Key, Observation, Observations
from drafter.period import one_before, year_before, year_end_before, year_of

HUNDRED = Decimal(100)
CHANGES = ("month_on_month", "quarter_on_quarter", "year_on_year", "year_end", "december", "base_year")
"""Comparisons that are changes on an earlier period; the rest are parts of another quantity."""


class Series(NamedTuple):
    """What is followed through time: an indicator, an item of it, a part of the area."""

    indicator: str
    item: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity or a comparison, unrounded, with its history.

    measure: as in `observations.MEASURES`, or `attainment`. unit: of `value` (`%` for rates).
    base: the comparison (`year_on_year`, `base_year:2019`, `plan:central`), blank for a level.
    base_period: the period compared with, blank where there is none. doubt: what the clerk must be
    told, for instance that a published rate and the levels disagree.
    """

    series: Series
    span: str
    period: str
    measure: str
    base: str
    value: Decimal
    unit: str
    formula: str
    inputs: tuple[Observation, ...]
    base_period: str = ""
    doubt: Message | None = None

    @property
    def origin(self) -> str:
        """`implied` as soon as one input was worked back from a published rate."""
        return "implied" if any(row.origin == "implied" for row in self.inputs) else "reported"

    @property
    def status(self) -> str:
        """The status of the newest input: the quantity of the report's own period."""
        return self.inputs[0].status


@dataclass(frozen=True, slots=True)
class Gap:
    """A quantity that cannot be given, and why. refused: the data are there but not comparable."""

    series: Series
    span: str
    period: str
    measure: str
    base: str
    reason: Message
    refused: bool = False


Outcome = Measured | Gap


class NoBase(ValueError):
    """The base of a comparison is zero or negative."""


def percent_change(now: Decimal, base: Decimal) -> Decimal:
    """Percent by which `now` lies over `base`; NoBase when the base is not positive.

    >>> percent_change(Decimal("107.18"), Decimal(100))
    Decimal('7.18')
    """
    return percent_of(now, base) - HUNDRED


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """`part` in percent of `whole`; NoBase when the whole is not positive.

    >>> percent_of(Decimal(2755), Decimal(3800))
    Decimal('72.5')
    """
    if whole <= 0:
        raise NoBase(whole)
    return part * HUNDRED / whole


class Measures:
    """Levels and comparisons of a dataset.

    territory_since: see `profile.Province`; a base of an earlier territory is refused.
    """

    def __init__(self, observations: Observations, catalog: Catalog, territory_since: str = ""):
        self._rows = observations
        self._catalog = catalog
        self._territory_since = territory_since

    def level(self, series: Series, span: str, period: str) -> Outcome:
        """The level of a series in a period, in the catalogue's unit."""
        return self._stored(series, span, period, "level", "")

    def plan(self, series: Series, year: int, plan: str) -> Outcome:
        """The target that a plan sets for a year."""
        row = self._rows.get(Key(*series, "year", str(year), "plan", plan=plan))
        if row is None:
            reason = msg("no plan '{plan}' for {year}", plan=plan, year=year)
            return Gap(series, "year", str(year), "plan", f"plan:{plan}", reason)
        base = f"plan:{plan}"
        return Measured(series, "year", str(year), "plan", base, row.value, row.unit, str(row.value), (row,))

    def stored(
        self, series: Series, span: str, period: str, measure: str, base: str = "", bound: str = ""
    ) -> Outcome:
        """A quantity taken as it stands: a numerator, a bound, a rank …"""
        return self._stored(series, span, period, measure, base, bound=bound)

    def compare(self, series: Series, span: str, period: str, comparison: str) -> Outcome:
        """A comparison in percent by its name: `year_on_year`, `plan:central`, `share` …"""
        name, _, detail = comparison.partition(":")
        if name == "plan":
            return self._attainment(series, span, period, detail)
        if name == "share":
            return self._share(series, span, period, detail)
        if name == "contribution":
            return self._contribution(series, span, period)
        return self._change(series, span, period, comparison)

    def absolute_change(self, series: Series, span: str, period: str, comparison: str) -> Outcome:
        """The change in the unit of the level, on the base that `comparison` names."""
        now, base = self._pair(series, span, period, comparison)
        if isinstance(now, Measured) and isinstance(base, Measured):
            if refusal := self._unsound(now, base, comparison, "change_absolute"):
                return refusal
            return Measured(
                series, span, period, "change_absolute", comparison, now.value - base.value,
                now.unit, f"{now.value} - {base.value}", (*now.inputs, *base.inputs), base.period,
            )  # fmt: skip
        return self._stored(series, span, period, "change_absolute", comparison)

    # -- changes on an earlier period ----------------------------------------------------------

    def _change(self, series: Series, span: str, period: str, comparison: str) -> Outcome:
        """From levels; else as published, as a rate, an index or a change in units."""
        published = self._published(series, span, period, comparison)
        now, base = self._pair(series, span, period, comparison)
        if not isinstance(now, Measured):
            return published or self._gap(now, "change_percent", comparison)
        if isinstance(base, Measured):
            return self._from_levels(now, base, comparison, published)
        if published:
            return published
        change = self._stored(series, span, period, "change_absolute", comparison)
        if isinstance(change, Measured):
            return self._rate(now, now.value - change.value, comparison, change.inputs, "")
        return self._gap(base, "change_percent", comparison)

    def _from_levels(
        self, now: Measured, base: Measured, comparison: str, published: Measured | None
    ) -> Outcome:
        if refusal := self._unsound(now, base, comparison, "change_percent"):
            return refusal
        rate = self._rate(now, base.value, comparison, base.inputs, base.period)
        if published is None or not isinstance(rate, Measured) or rate.origin == "implied":
            return rate
        if _agree(published, now, base):
            return rate
        doubt = msg(
            "the published rate {published} and the levels ({computed}) disagree; the levels are printed",
            published=published.value, computed=round(rate.value, 3),
        )  # fmt: skip
        return _doubted(rate, doubt)

    def _rate(
        self, now: Measured, base: Decimal, comparison: str, rows: tuple[Observation, ...], at: str
    ) -> Outcome:
        try:
            value = percent_change(now.value, base)
        except NoBase:
            return self._refused(
                now, "change_percent", comparison, msg("the base of the comparison is {base}", base=base)
            )
        return Measured(
            now.series, now.span, now.period, "change_percent", comparison, value, "%",
            f"{now.value} / {base} × 100 - 100", (*now.inputs, *rows), at,
        )  # fmt: skip

    def _published(self, series: Series, span: str, period: str, comparison: str) -> Measured | None:
        rate = self._stored(series, span, period, "change_percent", comparison)
        if isinstance(rate, Measured):
            return rate
        index = self._stored(series, span, period, "index", comparison)
        if not isinstance(index, Measured):
            return None
        return Measured(
            series, span, period, "change_percent", comparison, index.value - HUNDRED, "%",
            f"{index.value} - 100", index.inputs,
        )  # fmt: skip

    def _pair(self, series: Series, span: str, period: str, comparison: str) -> tuple[Outcome, Outcome]:
        """The levels now and in the period that the comparison looks back to."""
        now = self.level(series, span, period)
        at = base_period(span, period, comparison)
        if not at:
            return now, Gap(series, span, period, "level", comparison, msg("there is no such base"))
        return now, self.level(series, span, at)

    def _unsound(self, now: Measured, base: Measured, comparison: str, measure: str) -> Gap | None:
        """Why two levels cannot be compared, or None when they can."""
        if now.unit != base.unit:
            reason = msg("{now} cannot be compared with {base}", now=now.unit, base=base.unit)
            return self._refused(now, measure, comparison, reason)
        if self._other_territory(base):
            reason = msg(
                "{period} is of the territory before {since}; give the value on the present territory",
                period=base.period, since=self._territory_since,
            )  # fmt: skip
            return self._refused(now, measure, comparison, reason)
        return None

    def _other_territory(self, base: Measured) -> bool:
        since = self._territory_since
        if not since or base.period.rpartition("/")[2][: len(since)] >= since:
            return False
        return all(row.vintage[: len(since)] < since for row in base.inputs)

    # -- parts of another quantity ---------------------------------------------------------------

    def _attainment(self, series: Series, span: str, period: str, plan: str) -> Outcome:
        now, target = self.level(series, span, period), self.plan(series, year_of(period), plan)
        for one in (now, target):
            if isinstance(one, Gap):
                return Gap(series, span, period, "attainment", f"plan:{plan}", one.reason)
        return self._part(now, target.inputs[0], "attainment", f"plan:{plan}")

    def _share(self, series: Series, span: str, period: str, of: str) -> Outcome:
        """A share of the indicator `of`, or of the whole that the item belongs to."""
        base = f"share:{of}" if of else "share"
        whole = Series(of or series.indicator, series.item if of else "", series.area)
        if not of and "/" in series.item:
            whole = whole._replace(item=series.item.rpartition("/")[0])
        now, total = self.level(series, span, period), self.level(whole, span, period)
        if isinstance(now, Measured) and isinstance(total, Measured):
            return self._part(now, total.inputs[0], "share", base)
        return self._stored(series, span, period, "share", base, of=of)

    def _contribution(self, series: Series, span: str, period: str) -> Outcome:
        """Percentage points that a part adds to the whole's growth on the same period last year."""
        stored = self._stored(series, span, period, "contribution", "year_on_year")
        now, base = self._pair(series, span, period, "year_on_year")
        whole = self.level(series._replace(item=""), span, year_before(period))
        if not (isinstance(now, Measured) and isinstance(base, Measured) and isinstance(whole, Measured)):
            return stored
        if whole.value <= 0:
            return self._refused(now, "contribution", "year_on_year",
                                 msg("the base of the comparison is {base}", base=whole.value))  # fmt: skip
        return Measured(
            series, span, period, "contribution", "year_on_year",
            (now.value - base.value) * HUNDRED / whole.value, "điểm %",
            f"({now.value} - {base.value}) / {whole.value} × 100",
            (*now.inputs, *base.inputs, *whole.inputs), base.period,
        )  # fmt: skip

    def _part(self, now: Measured, whole: Observation, measure: str, base: str) -> Outcome:
        if now.unit != whole.unit:
            reason = msg("{now} cannot be compared with {base}", now=now.unit, base=whole.unit)
            return self._refused(now, measure, base, reason)
        try:
            value = percent_of(now.value, whole.value)
        except NoBase:
            reason = msg("the base of the comparison is {base}", base=whole.value)
            return self._refused(now, measure, base, reason)
        return Measured(
            now.series, now.span, now.period, measure, base, value, "%",
            f"{now.value} / {whole.value} × 100", (*now.inputs, whole), whole.key.period,
        )  # fmt: skip

    # -- rows ------------------------------------------------------------------------------------

    def _stored(
        self, series: Series, span: str, period: str, measure: str, base: str,
        *, of: str = "", bound: str = "",
    ) -> Outcome:  # fmt: skip
        key = Key(*series, span, period, measure, base if measure not in ("share", "level") else "",
                  of, "", bound)  # fmt: skip
        row = self._rows.get(key)
        if row is None:
            return Gap(series, span, period, measure, base, msg("no value for {period}", period=period))
        return Measured(series, span, period, measure, base, row.value, row.unit, str(row.value), (row,))

    def _gap(self, missing: Outcome, measure: str, base: str) -> Gap:
        assert isinstance(missing, Gap)
        return Gap(missing.series, missing.span, missing.period, measure, base, missing.reason)

    def _refused(self, now: Measured, measure: str, base: str, reason: Message) -> Gap:
        return Gap(now.series, now.span, now.period, measure, base, reason, refused=True)


def base_period(span: str, period: str, comparison: str) -> str:
    """The period that a comparison looks back to, blank when no calendar tells it.

    >>> base_period("ytd", "2023-07", "year_on_year"), base_period("asof", "2023-07-31", "year_end")
    ('2022-07', '2022-12-31')
    """
    if comparison == "year_on_year":
        return year_before(period)
    if comparison in ("month_on_month", "quarter_on_quarter") and span in ("month", "quarter", "asof"):
        return one_before(period)
    if comparison == "year_end" and span == "asof":
        return year_end_before(period)
    if comparison == "december" and span == "month":
        return f"{year_of(period) - 1}-12"
    return ""


def _half_unit(value: Decimal) -> Decimal:
    """Half of the last decimal place that a number was given with."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(5).scaleb(min(exponent, 0) - 1)


def _agree(published: Measured, now: Measured, base: Measured) -> bool:
    """Whether a published rate lies within what the rounding of both levels allows."""
    slack = _half_unit(published.value)
    now_half, base_half = _half_unit(now.value), _half_unit(base.value)
    if base.value <= base_half:
        return True
    low = percent_change(now.value - now_half, base.value + base_half) - slack
    high = percent_change(now.value + now_half, base.value - base_half) + slack
    return low <= published.value <= high


def _doubted(measured: Measured, doubt: Message) -> Measured:
    return Measured(
        measured.series, measured.span, measured.period, measured.measure, measured.base,
        measured.value, measured.unit, measured.formula, measured.inputs, measured.base_period, doubt,
    )  # fmt: skip
