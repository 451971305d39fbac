"""What the data say of a claim: its own Decimal arithmetic, half up, and no code of drafter's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .claims import Claim
from .comparisons import HUNDRED, UnknownError, rounded
from .singles import Singles

__all__ = ["HUNDRED", "Truth", "UnknownError", "rounded"]

VERBS = {
    "rising": ("tăng",), "falling": ("giảm",),
    "unchanged": ("tương đương", "không đổi", "giữ nguyên"),
}  # fmt: skip


@dataclass(frozen=True)
class Truth(Singles):
    """Judges claims, those about the members of an indicator among them."""

    def faults(self, claim: Claim) -> list[str]:
        """What is false about a claim; nothing when it is true."""
        if claim.measure == "missing":
            return []
        said = []
        for span, period in self.times(claim):
            try:
                said = list(self._faults(claim, span, period))
            except UnknownError as reason:
                said = [f"the data do not say it ({reason})"]
            if not said:
                return []
        return [f"{claim}: {one}" for one in said]

    def exactly(self, claim: Claim) -> Iterator[str]:
        """What is false about a claim at its own span and period; UnknownError."""
        return self._faults(claim, claim.span, claim.period)

    def is_number(self, claim: Claim, true: Decimal, unit: str, places: int) -> Iterator[str]:
        """Whether a claim's number is the true one, with at least so many decimals."""
        return self._number(claim, true, unit, places)

    def _faults(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        judge = getattr(self, f"_judge_{claim.measure}")
        yield from judge(claim, span, period)

    # -- groups -----------------------------------------------------------------------------------

    def ways(self, claim: Claim, span: str, period: str) -> dict[str, str]:
        """Item → direction of every first-level member with data."""
        found = {}
        for entry in self.names.children(claim.indicator, claim.item):
            try:
                change = self.change(entry.indicator, entry.item, span, period, claim.base)
                truth = rounded(change, self.rate_places(replace(claim, item=entry.item)))
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
        for one in claim.members:
            change = self.change(one.indicator, one.item, span, period, claim.base)
            shown = rounded(change, self.rate_places(one))
            if (shown > 0) != (claim.direction == "rising") or shown == 0:
                yield f"{one.item} changed by {shown} in a list of the {claim.direction}"
            sizes.append(abs(change))
        if sizes != sorted(sizes, reverse=True):
            yield f"not the largest first: {[f'{size:.4}' for size in sizes]}"

    def _judge_status(self, claim: Claim, span: str, period: str) -> Iterator[str]:
        """The words name each way that a member went, and no other; parts count them."""
        lowered = claim.text.lower()
        ways = [self.way(one, claim.base) for one in claim.members]
        if not ways:
            raise UnknownError("whose status it is")
        for way, verbs in VERBS.items():
            if (way in ways) != any(verb in lowered for verb in verbs):
                yield f"they went {ways}"
        for way, part, of in re.findall(r"(\w+) (?:cả )?(\d+)(?:/(\d+))?", lowered):
            told = next(name for name, verbs in VERBS.items() if way in " ".join(verbs))
            if (ways.count(told), len(ways)) != (int(part), int(of or part)):
                yield f"they went {ways}"
        if "đều" in lowered and len(set(ways)) > 1:
            yield f"told of all, they went {ways}"

    def way(self, member: Claim, base: str) -> str:
        """The way that a series went, from its change as it is printed."""
        ((span, period),) = self.times(member)
        change = self.change(member.indicator, member.item, span, period, base)
        shown = rounded(change, self.rate_places(member))
        return "rising" if shown > 0 else "falling" if shown < 0 else "unchanged"
