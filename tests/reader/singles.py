"""What the data say of a claim about one series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .claims import Claim
from .comparisons import HUNDRED, Comparisons, UnknownError, rounded
from .dataset import Row
from .numbers import scale
from .periods import base_of


@dataclass(frozen=True)
class Singles(Comparisons):
    """Judges claims about one series: each says what is false."""

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
        yield from self._number(claim, row.value, row.unit, self.level_places(claim))

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
        yield from self._number(claim, row.value, row.unit, self.level_places(claim))

    def _judge_change_percent(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        places = self.rate_places(claim)
        try:
            truth = self.change(claim.indicator, claim.item, span, period, claim.base)
        except UnknownError:
            if claim.direction != "unchanged":
                raise
            truth = self.unchanged(claim, span, period)
            places = self.level_places(claim)
        if claim.direction == "unchanged":
            if rounded(truth, places) != 0:
                yield f"told as unchanged, the data give {truth:.6}"
            return
        yield from self._number(claim, truth, "%", places)

    def _judge_way(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        """A direction that is said without its size."""
        truth = self.change(claim.indicator, claim.item, span, period, claim.base)
        shown = rounded(truth, self.rate_places(claim))
        if (shown > 0, shown < 0) != (claim.direction == "rising", claim.direction == "falling"):
            yield f"the data give {truth:.6}"

    def unchanged(self, claim: Claim, span: str, period: str) -> Decimal:
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
        yield from self._number(claim, truth, unit, self.level_places(claim))

    def _judge_points(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        """The difference of two percentages, or of two attainments of their year's plan."""
        at = (claim.indicator, claim.item, span, period)
        now, then = self.pair(*at, claim.base)
        published = self.row(*at, "change_points", claim.base)
        if now and then and now.unit == "%":
            truth = now.value - then.value
        elif published:
            truth = published.value
        else:
            before = base_of(span, period, claim.base)
            truth = self._attained(claim, span, period) - self._attained(claim, span, before)
        yield from self._number(claim, truth, claim.unit, self.rate_places(claim))

    _judge_change_points = _judge_points

    def _attained(self, claim: Claim, span: str, period: str) -> Decimal:
        """A level in percent of its year's plan."""
        now = self.row(claim.indicator, claim.item, span, period)
        target = self.target(replace(claim, base=""), period[:4])
        if now is None or target is None:
            raise UnknownError("no level or no plan")
        return now.value * HUNDRED / target.value

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
        ends = [self.row(claim.indicator, claim.item, span, period, measure)
                for measure in ("numerator", "denominator")]  # fmt: skip
        if ends[0] and ends[1] and (claim.base == "denominator" or not now or not claim.item):
            now, whole = ends
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

    def _judge_contribution_share(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        """From levels, as published, or from points and the rate, printed as coarse as they are."""
        at, whole = (claim.indicator, claim.item, span, period), (claim.indicator, "", span, period)
        levels = (*self.pair(*at, "year_on_year"), *self.pair(*whole, "year_on_year"))
        now, then, all_now, all_then = levels
        stored = self.row(*at, "contribution_share", "year_on_year")
        points = self.row(*at, "contribution", "year_on_year")
        places = self.rate_places(claim)
        if now and then and all_now and all_then and all_now.value > all_then.value:
            truth = (now.value - then.value) * HUNDRED / (all_now.value - all_then.value)
        elif stored:
            truth = stored.value
        elif points:
            truth = points.value * HUNDRED / self.change(*whole, "year_on_year")
            places = 0
        else:
            raise UnknownError("no share of the growth")
        told = claim.text.lower().startswith(("đóng góp", "làm giảm"))
        yield from self._number(claim, truth if told else abs(truth), "%", places)

    def _judge_fraction(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        ends = [self.row(claim.indicator, claim.item, span, period, measure)
                for measure in ("numerator", "denominator")]  # fmt: skip
        for row, value in zip(ends, (claim.value, claim.high), strict=True):
            if row is None or value is None:
                raise UnknownError("no such fraction")
            yield from self._one_number(claim, value, row.value, row.unit, self.level_places(claim))

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
            yield from self._one_number(claim, value, row.value, row.unit, self.level_places(claim))
        if claim.value is not None and claim.high is not None and (
            (claim.high > claim.value) != (claim.direction == "rising")
        ):  # fmt: skip
            yield f"told as {claim.direction}"

    def _judge_range(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        rows = sorted(self._bounds(claim, span, period, "level", ""), key=lambda row: row.value)
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
