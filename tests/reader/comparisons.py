"""The data of a report's time, and what they compare to: Decimal arithmetic of the reader's own."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from .claims import Claim
from .dataset import Row
from .digits import PLAIN, Digits
from .names import Entry, Names
from .periods import base_of

HUNDRED = Decimal(100)
MONTHLY = ("month", "ytd", "average_ytd", "project")


class UnknownError(LookupError):
    """The data do not say; a report may not say it either."""


def same_stretch(span: str, period: str) -> tuple[str, str]:
    """The other name of a stretch of time that begins in January, if it has one."""
    year, ending = period[:4], period[4:]
    for name, own, cumulative in (("year", "", "-12"), ("quarter", "-Q1", "-03"),
                                  ("month", "-01", "-01")):  # fmt: skip
        if (span, ending) == (name, own):
            return "ytd", year + cumulative
        if (span, ending) == ("ytd", cumulative):
            return name, year + own
    return span, period


def rounded(value: Decimal, places: int) -> Decimal:
    """Rounded half up (away from zero), without a signed zero."""
    shown = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return abs(shown) if shown == 0 else shown


@dataclass(frozen=True)
class Comparisons:
    """The data of one report month. rows: the row that holds for each key.

    digits: the decimals that the report prints, where it has others than the catalogue.
    """

    rows: Mapping[tuple[str, ...], Row]
    names: Names
    month: str
    digits: Digits = PLAIN

    @cached_property
    def places(self) -> dict[str, Row]:
        """The rows by their places."""
        return {row.place: row for row in self.rows.values()}

    def _entry(self, claim: Claim) -> Entry:
        return self.names.entries[claim.indicator, claim.item]

    def rate_places(self, claim: Claim) -> int:
        """The decimals that rates of a claim's series are printed with."""
        said = self.digits.rates(claim.indicator, claim.item)
        return self._entry(claim).rate_decimals if said is None else said

    def level_places(self, claim: Claim) -> int:
        """The decimals that levels of a claim's series are printed with at least."""
        said = self.digits.levels(claim.indicator, claim.item)
        return self._entry(claim).decimals if said is None else said

    @cached_property
    def _spans(self) -> dict[tuple[str, str], set[str]]:
        """Indicator and item → the spans that they have data of."""
        found: dict[tuple[str, str], set[str]] = {}
        for key in self.rows:
            found.setdefault(key[:2], set()).add(key[2])  # type: ignore[arg-type]
        return found

    # -- stored quantities ------------------------------------------------------------------------

    def row(  # noqa: PLR0917 -- in the order of the data's columns
        self, indicator: str, item: str, span: str, period: str, measure: str = "level",
        base: str = "", *, plan: str = "", bound: str = "",
    ) -> Row | None:  # fmt: skip
        """The row of a key, or None."""
        held = None
        for name, at in ((span, period), same_stretch(span, period)):
            key = (indicator, item, name, at, measure, base, "", plan, bound)
            held = held or self.rows.get(key)
        if held or measure != "level" or bound:
            return held
        # A level may be known only as "more than" or "less than".
        names = ((span, period), same_stretch(span, period))
        bounds = ((indicator, item, *name, measure, base, "", plan, one)
                  for one in ("at_least", "at_most") for name in names)  # fmt: skip
        return next((self.rows[key] for key in bounds if key in self.rows), None)

    def _period(self, claim: Claim, span: str, told: str) -> str:
        """The period of a span that ends with the report's month, or with the month that is told.

        told: the period said; it counts where it is one of the span.
        """
        if told and (span not in MONTHLY) == (len(told) != len("2023-07") or told[5] == "Q"):
            return told
        month = told if len(told) == len("2023-07") and told[5] != "Q" else ""
        if not month:
            number = int(self.month[:4]) * 12 + int(self.month[5:]) - 1
            number -= self.names.lag(claim.indicator)
            month = f"{number // 12}-{number % 12 + 1:02d}"
        if span == "asof":
            return f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:]))[1]}"
        if span == "quarter":
            return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"
        return month[:4] if span == "year" else month

    def _month_end(self, claim: Claim, span: str, told: str) -> str:
        """The end of a month, where the day in it that is told is the one that its data are of."""
        if span not in ("asof", "ytd") or not re.fullmatch(r"\d{4}-\d\d-\d\d", told):
            return told
        if span == "ytd":
            return told[:7]
        end = f"{told[:8]}{calendar.monthrange(int(told[:4]), int(told[5:7]))[1]}"
        held = [self.row(claim.indicator, claim.item, span, end, measure)
                for measure in ("level", "numerator")]  # fmt: skip
        dates = {told, ""} if claim.span.startswith("?") else {told}
        return end if any(row and row.as_of in dates for row in held) else told

    def times(self, claim: Claim) -> list[tuple[str, str]]:
        """The spans and periods that a claim may be of: as said, as carried, as it is reported."""
        carried, told = claim.span.removeprefix("?"), claim.period.removeprefix("before:")
        own = self.names.spans(claim.indicator)
        used = self._spans.get((claim.indicator, claim.item), set())
        if carried == "asof" and "asof" not in used and "ytd" in used:
            span = "ytd"
        elif carried and (
            not claim.span.startswith("?")
            or carried in own
            or carried in used
            or (carried == "year" and "ytd" in used)
        ):
            span = carried
        else:
            known = [one for one in own if one in used] or own or sorted(used)
            span, told = (known[0] if known else ""), ""
        period = self._period(claim, span, self._month_end(claim, span, told))
        if claim.period.startswith("before:"):
            period = base_of(span, period, "year_on_year")
        if carried == "season" and "ytd" in used and span == "season":
            return [(span, period), ("ytd", self._period(claim, "ytd", ""))]
        return [(span, period)]

    # -- comparisons ------------------------------------------------------------------------------

    def pair(
        self, indicator: str, item: str, span: str, period: str, base: str
    ) -> tuple[Row | None, Row | None]:
        """The levels now and at the base."""
        now, at = self.row(indicator, item, span, period), base_of(span, period, base)
        return now, self.row(indicator, item, span, at) if at else None

    def change(self, indicator: str, item: str, span: str, period: str, base: str) -> Decimal:
        """A change in percent; UnknownError when the data do not give a sound one."""
        now, then = self.pair(indicator, item, span, period, base)
        if now and then:
            if now.unit != then.unit or then.value <= 0:
                raise UnknownError(f"no sound base: {then.value} {then.unit}")
            return now.value * HUNDRED / then.value - HUNDRED
        rate = self.row(indicator, item, span, period, "change_percent", base)
        if rate:
            return rate.value
        index = self.row(indicator, item, span, period, "index", base)
        if index:
            return index.value - HUNDRED
        step = self.row(indicator, item, span, period, "change_absolute", base)
        if now and step:
            if now.value - step.value <= 0:
                raise UnknownError("no sound base")
            return now.value * HUNDRED / (now.value - step.value) - HUNDRED
        raise UnknownError("no pair of levels and no published rate")

    def step(
        self, indicator: str, item: str, span: str, period: str, base: str
    ) -> tuple[Decimal, str]:
        """A change in units, and its unit."""
        now, then = self.pair(indicator, item, span, period, base)
        if now and then:
            if now.unit != then.unit:
                raise UnknownError("other unit")
            return now.value - then.value, now.unit
        published = self.row(indicator, item, span, period, "change_absolute", base)
        if published is None:
            raise UnknownError("no pair of levels and no published change")
        return published.value, published.unit

    def target(self, claim: Claim, year: str) -> Row | None:
        """The plan that a claim names; of a mere `kế hoạch` the indicator's own."""
        name = claim.base.removeprefix("plan:")
        names = [name] if name else ["", "province", "year", "year_start",
                                     *self.names.plans(claim.indicator)]  # fmt: skip
        if name == "province":
            names.append("year_start")
        rows = [
            self.row(claim.indicator, claim.item, "year", year, "plan", plan=plan) for plan in names
        ]
        if name == "total_investment":
            same = [one for one, item in self.names.entries if item == claim.item]
            rows += [self.row(one, claim.item, "year", year, "plan", plan=name) for one in same]
            rows += [self.row(one, claim.item, "project", self.month)
                     for one in same if self._of_cost(one)]  # fmt: skip
        return next((row for row in rows if row), None)

    def _of_cost(self, indicator: str) -> bool:
        """Whether an indicator is of what projects are to cost."""
        return self.names.entries[indicator, ""].label.startswith("tổng mức đầu tư")
