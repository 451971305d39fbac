"""What the data say of a claim: its own Decimal arithmetic, half up, and no code of drafter's."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from .claims import Claim
from .dataset import Row
from .names import Entry, Names
from .periods import base_of
from .subjects import scale

HUNDRED = Decimal(100)
RATES = ("change_percent", "times", "extreme")


class UnknownError(LookupError):
    """The data do not say; a report may not say it either."""


def _same(span: str, period: str) -> tuple[str, str]:
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
class Truth:
    """The data of one report month. rows: the row that holds for each key.

    rates: the decimals of rates, where the report has others than the catalogue.
    """

    rows: Mapping[tuple[str, ...], Row]
    names: Names
    month: str
    rates: int | None = None

    @cached_property
    def places(self) -> dict[str, Row]:
        """The rows by their places."""
        return {row.place: row for row in self.rows.values()}

    def rate_places(self, claim: Claim) -> int:
        """The decimals that rates of a claim's series are printed with."""
        return self._entry(claim).rate_decimals if self.rates is None else self.rates

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
        for name, at in ((span, period), _same(span, period)):
            key = (indicator, item, name, at, measure, base, "", plan, bound)
            held = held or self.rows.get(key)
        if held or measure != "level" or bound:
            return held
        # A level may be known only as "more than" or "less than".
        bounds = ((indicator, item, span, period, measure, base, "", plan, one)
                  for one in ("at_least", "at_most"))  # fmt: skip
        return next((self.rows[key] for key in bounds if key in self.rows), None)

    def period(self, claim: Claim, span: str) -> str:
        """The period that a claim is of."""
        if claim.period and span not in ("month", "ytd", "average_ytd"):
            return claim.period
        month = claim.period if claim.period and span in ("month", "ytd", "average_ytd") else ""
        if not month:
            number = int(self.month[:4]) * 12 + int(self.month[5:]) - 1
            number -= self.names.lag(claim.indicator)
            month = f"{number // 12}-{number % 12 + 1:02d}"
        if span == "asof":
            return f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:]))[1]}"
        if span == "year":
            return month[:4]
        return month

    def spans(self, claim: Claim) -> list[str]:
        """The spans that a claim may be of: as said, as carried, as the indicator is reported."""
        if claim.span and not claim.span.startswith("?"):
            return [claim.span]
        carried = claim.span.removeprefix("?")
        own = self.names.spans(claim.indicator)
        used = self._spans.get((claim.indicator, claim.item), set())
        if carried and (carried in own or carried in used):
            return [carried]
        known = [span for span in own if span in used] or own or sorted(used)
        return known[:1]

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
        names = [name] if name else ["", "province", "year", *self.names.plans(claim.indicator)]
        rows = [
            self.row(claim.indicator, claim.item, "year", year, "plan", plan=plan) for plan in names
        ]
        return next((row for row in rows if row), None)

    # -- judging ----------------------------------------------------------------------------------

    def faults(self, claim: Claim) -> list[str]:
        """What is false about a claim; nothing when it is true."""
        if claim.measure == "missing":
            return []
        said = []
        for span in self.spans(claim) or [""]:
            try:
                said = list(self._faults(claim, span, self.period(claim, span)))
            except UnknownError as reason:
                said = [f"the data do not say it ({reason})"]
            if not said:
                return []
        return [f"{claim}: {one}" for one in said]

    def _faults(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        judge = getattr(self, f"_judge_{claim.measure}")
        yield from judge(claim, span, period)

    def _entry(self, claim: Claim) -> Entry:
        return self.names.entries[claim.indicator, claim.item]

    def _number(self, claim: Claim, truth: Decimal, unit: str, places: int) -> Iterator[str]:
        """Whether the printed number is the true one, rounded as the catalogue (or more) asks."""
        assert claim.value is not None
        yield from self._one_number(claim, claim.value, truth, unit, places)

    def _one_number(
        self, claim: Claim, value: Decimal, truth: Decimal, unit: str, places: int
    ) -> Iterator[str]:
        if scale(unit)[0].lower() != scale(claim.unit)[0].lower():
            yield f"printed in {claim.unit}, the data are in {unit}"
            return
        truth = truth.scaleb(scale(unit)[1] - scale(claim.unit)[1])
        shown = rounded(truth, max(claim.decimals, places))
        if shown != value:
            yield f"the data give {shown} (unrounded {truth:.6})"

    def _judge_level(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        row = self.row(claim.indicator, claim.item, span, period)
        if row is None:
            raise UnknownError(f"no level for {span} {period}")
        yield from self._number(claim, row.value, row.unit, self._entry(claim).decimals)

    def _judge_level_before(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        yield from self._judge_level(claim, span, base_of(span, period, "month_on_month"))

    def _judge_zero(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        row = self.row(claim.indicator, claim.item, span, period)
        if row is None:
            raise UnknownError(f"no level for {span} {period}")
        if row.value != 0:
            yield f"the data give {row.value}"

    def _judge_plan(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        row = self.target(claim, self.month[:4])
        if row is None:
            raise UnknownError("no such plan")
        yield from self._number(claim, row.value, row.unit, self._entry(claim).decimals)

    def _judge_change_percent(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        places = self.rate_places(claim)
        try:
            truth = self.change(claim.indicator, claim.item, span, period, claim.base)
        except UnknownError:
            if claim.direction != "unchanged":
                raise
            truth = self._unchanged(claim, span, period)
            places = self._entry(claim).decimals
        if claim.direction == "unchanged":
            if rounded(truth, places) != 0:
                yield f"told as unchanged, the data give {truth:.6}"
            return
        yield from self._number(claim, truth, "%", places)

    def _unchanged(self, claim: Claim, span: str, period: str) -> Decimal:
        """The change in units, or the larger bound of a range of changes."""
        try:
            return self.step(claim.indicator, claim.item, span, period, claim.base)[0]
        except UnknownError:
            at = (claim.indicator, claim.item, span, period)
            rows = [self.row(*at, measure, claim.base, bound=bound)
                    for measure in ("change_absolute", "change_percent")
                    for bound in ("low", "high")]  # fmt: skip
            values = [row.value for row in rows if row]
            if not values:
                raise
            return max(values, key=abs)

    def _judge_times(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        truth = self.change(claim.indicator, claim.item, span, period, claim.base)
        if rounded((truth + HUNDRED) / HUNDRED, claim.decimals) != claim.value:
            yield f"the data give {truth:.6} %"

    def _judge_change_absolute(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        truth, unit = self.step(claim.indicator, claim.item, span, period, claim.base)
        yield from self._number(claim, truth, unit, self._entry(claim).decimals)

    def _judge_change_points(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        at = (claim.indicator, claim.item, span, period)
        if claim.base.startswith("plan_points"):
            raise UnknownError("attainments are not judged")
        now, then = self.pair(*at, claim.base)
        published = self.row(*at, "change_points", claim.base)
        if now and then:
            truth = now.value - then.value
        elif published:
            truth = published.value
        else:
            raise UnknownError("no pair of percentages")
        yield from self._number(claim, truth, claim.unit, self.rate_places(claim))

    def _judge_attainment(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        now = self.row(claim.indicator, claim.item, span, period)
        target = self.target(claim, period[:4])
        ends = [self.row(claim.indicator, claim.item, span, period, measure)
                for measure in ("numerator", "denominator")]  # fmt: skip
        if claim.base == "plan:" and now is None and ends[0] and ends[1]:
            now, target = ends
        if now is None or target is None:
            raise UnknownError("no level or no plan")
        if target.value <= 0 or target.unit != now.unit:
            raise UnknownError("no sound plan")
        places = self.rate_places(claim)
        yield from self._number(claim, now.value * HUNDRED / target.value, "%", places)

    def _judge_share(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        now = self.row(claim.indicator, claim.item, span, period)
        whole = self.row(claim.indicator, claim.item.rpartition("/")[0], span, period)
        places = self.rate_places(claim)
        if now and whole:
            if whole.value <= 0 or whole.unit != now.unit:
                raise UnknownError("no sound whole")
            yield from self._number(claim, now.value * HUNDRED / whole.value, "%", places)
            return
        stored = [row for key, row in self.rows.items()
                  if key[:5] == (claim.indicator, claim.item, span, period, "share")]  # fmt: skip
        if not stored:
            raise UnknownError("no whole and no published share")
        yield from self._number(claim, stored[0].value, "%", places)

    def _judge_contribution(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        now, then = self.pair(claim.indicator, claim.item, span, period, "year_on_year")
        whole = self.row(claim.indicator, "", span, base_of(span, period, "year_on_year"))
        places = self.rate_places(claim)
        if now and then and whole and whole.value > 0:
            truth = (now.value - then.value) * HUNDRED / whole.value
        else:
            row = self.row(
                claim.indicator, claim.item, span, period, "contribution", "year_on_year"
            )
            if row is None:
                raise UnknownError("no contribution")
            truth = row.value
        yield from self._number(claim, truth, claim.unit, places)

    def _judge_fraction(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        ends = [self.row(claim.indicator, claim.item, span, period, measure)
                for measure in ("numerator", "denominator")]  # fmt: skip
        for row, value in zip(ends, (claim.value, claim.high), strict=True):
            if row is None or value is None:
                raise UnknownError("no such fraction")
            yield from self._one_number(
                claim, value, row.value, row.unit, self._entry(claim).decimals
            )

    def _bounds(self, claim: Claim, span: str, period: str, measure: str, base: str) -> list[Row]:
        rows = [self.row(claim.indicator, claim.item, span, period, measure, base, bound=bound)
                for bound in ("low", "high")]  # fmt: skip
        if None in rows:
            raise UnknownError("no such range")
        return [row for row in rows if row]

    def _judge_from_to(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        rows = [self.row(claim.indicator, claim.item, span, at)
                for at in (base_of(span, period, "month_on_month"), period)]  # fmt: skip
        for row, value in zip(rows, (claim.value, claim.high), strict=True):
            if row is None or value is None:
                raise UnknownError("no such levels")
            yield from self._one_number(
                claim, value, row.value, row.unit, self._entry(claim).decimals
            )
        if claim.value is not None and claim.high is not None and (
            (claim.high > claim.value) != (claim.direction == "rising")
        ):  # fmt: skip
            yield f"told as {claim.direction}"

    def _judge_range(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        rows = self._bounds(claim, span, period, "level", "")
        for row, value in zip(rows, (claim.value, claim.high), strict=True):
            assert value is not None
            yield from self._one_number(claim, value, row.value, row.unit, 0)

    def _judge_change_range(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        measure = "change_percent" if claim.unit == "%" else "change_absolute"
        rows = self._bounds(claim, span, period, measure, claim.base)
        signs = {"rising": 1, "falling": -1}.get(claim.direction)
        places = claim.decimals
        true = [rounded(row.value, places) for row in rows]
        told = [claim.value, claim.high]
        if signs is not None and any(value * signs < 0 for value in true):
            yield f"told as {claim.direction}, the bounds are {true}"
        if sorted(map(abs, true)) != sorted(abs(v) for v in told if v is not None):
            yield f"the bounds are {true}"
        if signs is None and (min(true) > 0 or max(true) < 0):
            yield "told as both ways"
        if abs(told[0] or 0) > abs(told[1] or 0) and signs is not None:
            yield "the bounds stand the wrong way round"

    # -- groups -----------------------------------------------------------------------------------

    def ways(self, claim: Claim, span: str, period: str) -> dict[str, str]:
        """Item → direction of every first-level member with data."""
        found = {}
        for entry in self.names.children(claim.indicator, claim.item):
            try:
                truth = rounded(
                    self.change(entry.indicator, entry.item, span, period, claim.base),
                    entry.rate_decimals,
                )
            except UnknownError:
                continue
            found[entry.item] = "rising" if truth > 0 else "falling" if truth < 0 else "unchanged"
        return found

    def _judge_count(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        """Counts lie between the members known to go that way and those that may."""
        ways = self.ways(claim, span, period)
        known = list(ways.values()).count(claim.direction)
        unknown = len(self.names.children(claim.indicator, claim.item)) - len(ways)
        assert claim.value is not None
        if not known <= claim.value <= known + unknown:
            yield f"{known} members are known to be {claim.direction}, {unknown} unknown"
        counts = (f"{claim.indicator}_counts", f"{claim.base}/{claim.direction}")
        published = self.row(*counts, span, period)
        if unknown and published and claim.value != published.value:
            yield f"{published.value} are published"

    def _judge_extreme(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        yield from self._judge_change_percent(claim, span, period)
        siblings = self.names.children(claim.indicator, claim.item.rpartition("/")[0])
        assert claim.value is not None
        for entry in siblings:
            try:
                other = self.change(entry.indicator, entry.item, span, period, claim.base)
            except UnknownError:
                yield f"{entry.item} is not known"
                continue
            if (other - claim.value) * (1 if claim.value > 0 else -1) > Decimal("0.5").scaleb(
                -entry.rate_decimals
            ):
                yield f"{entry.item} changed by {other}"

    def _judge_list(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        """Every member goes the list's way, and none that is larger comes later."""
        sizes = []
        for item in claim.members:
            change = self.change(claim.indicator, item, span, period, claim.base)
            places = self.names.entries[claim.indicator, item].rate_decimals
            shown = rounded(change, places)
            if (shown > 0) != (claim.direction == "rising") or shown == 0:
                yield f"{item} changed by {shown} in a list of the {claim.direction}"
            sizes.append(abs(change))
        if sizes != sorted(sizes, reverse=True):
            yield f"not the largest first: {[f'{size:.4}' for size in sizes]}"

    def _judge_trend(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        raise UnknownError("a trend's members are not known")
