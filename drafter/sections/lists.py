"""Lists of members: all in order, or the rising, or the falling, with products and causes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from drafter.figures import ABSENT
from drafter.measured import Gap, Measured, Series
from drafter.sections.clauses import Clauses
from drafter.sections.desk import Desk
from drafter.sections.manner import Manner, of_one_span


class Choice(msgspec.Struct, frozen=True):
    """Which members a list takes: by a comparison of a span, in one direction or both.

    top: how many, largest change first; ordered: by size rather than as in the catalogue.
    """

    span: str
    by: str
    way: Literal["rising", "falling", ""] = ""
    top: int | None = None
    ordered: bool = True


class Lists:
    """Writes lists at a desk, as marked text without the marks of a clause around."""

    def __init__(self, desk: Desk, clauses: Clauses) -> None:
        self._desk = desk
        self._clauses = clauses

    def members(self, members: Sequence[Series], manner: Manner) -> str:
        """The clauses of members in their order, the base said once where the settings carry it."""
        present = [one for one in members if self._clauses.groups(one, manner.parts)]
        return self._joined(present, manner) or ABSENT

    def listing(self, members: Sequence[Series], choice: Choice, manner: Manner) -> str:
        """`a tăng 9,83%; b tăng 4,80% (sản phẩm … tăng …)`; `ABSENT` when no member is taken."""
        taken = self.chosen(members, choice, manner.settings)
        manner = of_one_span(manner, choice.span, choice.by)
        text = self._joined([outcome.point.series for outcome in taken], manner)
        return text + self._cause(taken[0], choice, manner) if taken else ABSENT

    def _joined(self, members: Sequence[Series], manner: Manner) -> str:
        said = []
        bases = self._clauses.base_sayers(members, manner)
        plans = self._clauses.plan_namers(members, manner)
        for one, base, plan in zip(members, bases, plans, strict=True):
            same = (manner.base, manner.plan) == (base, plan)
            own = manner if same else replace(manner, base=base, plan=plan)
            text = self._clauses.text(one, own)
            text += self.below(one, manner) if manner.below else ""
            said.append(text + (self.products(one, manner) if manner.products else ""))
        return "; ".join(text for text in said if text != ABSENT)

    def below(self, series: Series, manner: Manner) -> str:
        """The members one level under a series, in brackets, and theirs in turn; bases left out."""
        depth = series.item.count("/") + 1
        under = [
            series._replace(item=path)
            for path in self._desk.sources.scope.items(series.indicator)
            if path.startswith(f"{series.item}/") and path.count("/") == depth
        ]
        own = replace(
            manner, base=False, subject=None, prefix="", name="item", products=(), aside="comma"
        )
        text = self.members(under, own)
        return "" if text == ABSENT else f" ({text})"

    def products(self, branch: Series, manner: Manner) -> str:
        """What a branch makes, in brackets: ` (sản phẩm clanhke tăng 67,7 nghìn tấn)`."""
        said = []
        for product in manner.products:
            if not self._is_made_by(product, branch, manner):
                continue
            name = self._desk.label(product, "item").removeprefix("sản phẩm ")
            own = Manner(
                manner.parts, f"sản phẩm {name}", when=False, base=False, values=False,
                aside="comma", settings=manner.settings,
            )  # fmt: skip
            text = self._clauses.text(product, own)
            said += [text] if text != ABSENT else []
        return f" ({'; '.join(said)})" if said else ""

    def _is_made_by(self, product: Series, branch: Series, manner: Manner) -> bool:
        """Whether a product is told with a branch: its own, or of one below that is not told."""
        item = self._desk.item(product)
        if item is None or item.of == branch.item:
            return item is not None
        told = self._clauses.groups(branch._replace(item=item.of), manner.parts)
        comparisons = [name for group in told for name in group.comparisons]
        return item.of.startswith(f"{branch.item}/") and not comparisons

    def chosen(
        self, members: Sequence[Series], choice: Choice, call: Mapping[str, Any]
    ) -> list[Measured]:
        """The changes of the due members that a choice takes; one without data is reported."""
        due = [one for one in members if choice.by in self._desk.due(one).get(choice.span, ())]
        outcomes = [
            self._desk.compare(self._desk.point(one, choice.span), choice.by) for one in due
        ]
        for outcome in outcomes:
            if isinstance(outcome, Gap):
                self._desk.tell_once(outcome, outcome.reason)
        return self.taken([one for one in outcomes if isinstance(one, Measured)], choice, call)

    def taken(
        self, outcomes: Sequence[Measured], choice: Choice, call: Mapping[str, Any] | None = None
    ) -> list[Measured]:
        """The changes of one direction, the largest first, no more than the choice's number."""
        found = [
            one
            for one in outcomes
            if not choice.way or self._desk.direction(one, call) == choice.way
        ]
        if choice.ordered:
            found.sort(key=lambda one: -abs(one.value))
        return found[: choice.top]

    def _cause(self, first: Measured, choice: Choice, manner: Manner) -> str:
        """The cause written for the list as a whole, as it went."""
        if not choice.way or not manner.cause:
            return ""
        series = first.point.series
        parent = series._replace(item=series.item.rpartition("/")[0])
        cause = self._desk.listed_cause(parent, first, choice.way)
        text = self._desk.cause_text(cause) if cause else ""
        return f", nguyên nhân chung do {text}" if text else ""
