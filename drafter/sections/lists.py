"""Lists of members: every one in order, the rising or the falling, the largest, the rest's range."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from drafter import figures, wording
from drafter.errors import msg
from drafter.figures import ABSENT, Printed
from drafter.measures import CHANGES, Gap, Measured, Series
from drafter.sections.clauses import Clauses, Group, Manner, groups
from drafter.sections.desk import Desk
from drafter.settings import Settings

COUNT_WORDS: dict[wording.Direction, str] = {
    "rising": "tăng", "falling": "giảm", "unchanged": "không đổi",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
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

    # -- every member ----------------------------------------------------------------------------

    def members(
        self, members: Sequence[Series], parts: Sequence[str], manner: Manner, prefix: str,
        name: str, call: Mapping[str, Any], below: bool = False,
    ) -> str:  # fmt: skip
        """The clauses of members in their order, the base said once where the settings carry it.

        below: each is followed, in brackets, by the members under it.
        """
        present = [one for one in members if self._owed(one, parts)]
        said = []
        for number, one in enumerate(present):
            subject = f"{prefix}{self._desk.label(one, name)}"
            settings = self._desk.settings(one, call)
            own = replace(manner, subject=subject, base=manner.base and self._says_base(
                one, parts, settings, number, len(present)))  # fmt: skip
            text = self._clauses.text(one, parts, own, call)
            said.append(text + self.below(one, parts, manner, name, call) if below else text)
        return "; ".join(text for text in said if text != ABSENT) or ABSENT

    def below(
        self, series: Series, parts: Sequence[str], manner: Manner, name: str, call: Mapping[str, Any]
    ) -> str:
        """The members one level under a series, in brackets, and theirs in turn; bases left out."""
        depth = series.item.count("/") + 1
        paths = self._desk.sources.scope.items(series.indicator)
        under = [
            series._replace(item=path)
            for path in paths
            if path.startswith(f"{series.item}/") and path.count("/") == depth
        ]
        text = self.members(under, parts, replace(manner, base=False, subject=None), "", name, call, True)
        return "" if text == ABSENT else f" ({text})"

    def _owed(self, series: Series, parts: Sequence[str]) -> list[Group]:
        return groups(self._desk.due(series), parts, self._desk.indicator(series).plans)

    def _says_base(
        self, series: Series, parts: Sequence[str], settings: Settings, number: int, count: int
    ) -> bool:
        """Whether a member carries its base phrase: never dropped beside a second comparison."""
        owed = self._owed(series, parts)
        changes = [one for group in owed for one in group.comparisons if one in CHANGES]
        if len(changes) != 1 or self._is_ratio(series, owed, changes[0], settings):
            return True
        if settings.series_base == "first":
            return number == 0
        return settings.series_base == "each" or number == count - 1

    def _is_ratio(
        self, series: Series, owed: Sequence[Group], change: str, settings: Settings
    ) -> bool:
        span = next(group.span for group in owed if change in group.comparisons)
        outcome = self._desk.compare(series, span, change)
        if isinstance(outcome, Gap):
            return False
        form = self._desk.format(series, settings)
        return not figures.change(outcome, form).text.startswith(("tăng", "giảm"))

    # -- some members ----------------------------------------------------------------------------

    def chosen(self, members: Sequence[Series], choice: Choice) -> list[tuple[Series, Measured]]:
        """The members that a choice takes, with their change; one without data is reported."""
        owed = [one for one in members if choice.by in self._desk.due(one).get(choice.span, ())]
        return self._all(owed, choice)

    def _all(self, members: Sequence[Series], choice: Choice) -> list[tuple[Series, Measured]]:
        found = []
        for one in members:
            outcome = self._desk.compare(one, choice.span, choice.by)
            if isinstance(outcome, Gap):
                self._desk.tell_once(outcome, outcome.reason)
                continue
            way = self._desk.direction(outcome, self._desk.settings(one))
            if not choice.way or way == choice.way:
                found.append((one, outcome))
        if choice.ordered:
            found.sort(key=lambda pair: -abs(pair[1].value))
        return found[: choice.top]

    def listing(
        self, members: Sequence[Series], choice: Choice, manner: Manner, prefix: str, name: str,
        products: Sequence[Series], call: Mapping[str, Any], below: bool = False,
    ) -> str:  # fmt: skip
        """`a tăng 9,83%; b tăng 4,80% (sản phẩm … tăng …)`; `ABSENT` when no member is taken."""
        taken = [one for one, _ in self.chosen(members, choice)]
        said = []
        for number, one in enumerate(taken):
            settings = self._desk.settings(one, call)
            parts = (choice.span, choice.by)
            own = replace(manner, subject=f"{prefix}{self._desk.label(one, name)}", base=(
                manner.base and self._says_base(one, parts, settings, number, len(taken))))  # fmt: skip
            text = self._clauses.text(one, parts, own, call)
            text += self.below(one, parts, manner, name, call) if below else ""
            said.append(text + self.products(one, products, choice, call))
        return "; ".join(said) + self._listed_cause(taken, choice) if said else ABSENT

    def _listed_cause(self, taken: Sequence[Series], choice: Choice) -> str:
        """The cause written for the list as a whole, as it went."""
        parent = taken[0]._replace(item=taken[0].item.rpartition("/")[0])
        outcome = self._desk.compare(taken[0], choice.span, choice.by)
        if not choice.way or isinstance(outcome, Gap):
            return ""
        cause = self._desk.listed_cause(parent, outcome, choice.way)
        return f", nguyên nhân chung do {self._desk.cause_text(cause)}" if cause else ""

    def products(
        self, branch: Series, products: Sequence[Series], choice: Choice, call: Mapping[str, Any]
    ) -> str:
        """The changes of a branch's products in brackets: ` (sản phẩm clanhke tăng 67,7 nghìn tấn)`."""
        manner = Manner(when=False, base=False, values=False)
        said = []
        for product in products:
            if not self._made_by(product, branch, choice):
                continue
            name = self._desk.label(product, "item").removeprefix("sản phẩm ")
            own = replace(manner, subject=f"sản phẩm {name}")
            text = self._clauses.text(product, (choice.span, choice.by), own, call)
            said += [text] if text != ABSENT else []
        return f" ({'; '.join(said)})" if said else ""

    def _made_by(self, product: Series, branch: Series, choice: Choice) -> bool:
        """Whether a product is told with a branch: its own, or one below that is not told itself."""
        item = self._desk.item(product)
        if item is None or item.of == branch.item:
            return item is not None
        below = branch._replace(item=item.of)
        told = choice.by in self._desk.due(below).get(choice.span, ())
        return item.of.startswith(f"{branch.item}/") and not told

    # -- figures over members --------------------------------------------------------------------

    def extreme(
        self, members: Sequence[Series], choice: Choice, manner: Manner, prefix: str, name: str,
        words: str, call: Mapping[str, Any],
    ) -> str:  # fmt: skip
        """The member that changed most, `giáo dục tăng cao nhất với 14,51%`, with its cause."""
        if self._incomplete(members, choice):
            return ABSENT
        taken = self._all(members, replace(choice, top=1))
        if not taken:
            return ABSENT
        one, outcome = taken[0]
        settings = self._desk.settings(one, call)
        form = self._desk.format(one, settings)
        shown = figures.change(outcome, form)
        verb = wording.VERBS["rising" if choice.way == "rising" else "falling"]
        size = wording.percentage(abs(outcome.value), form.rate_decimals, settings)
        figure = replace(shown, text=f"{verb} {words} với {size}")
        cause = self._desk.cause(outcome, settings) if manner.cause else None
        why = self._clauses.worded_cause(cause) if cause else ""
        return f"{prefix}{self._desk.label(one, name)} {self._desk.mark(figure)}{why}"

    def rest_range(
        self, members: Sequence[Series], choice: Choice, without: Sequence[Series]
    ) -> str:
        """The range of the changes of the members not told: `tăng từ 1,02% đến 1,98%`."""
        rest = [one for one in members if one not in without]
        taken = [] if self._incomplete(rest, choice) else self._all(rest, choice)
        if len(taken) < 2:
            return ABSENT
        sizes = sorted(taken, key=lambda pair: abs(pair[1].value))
        (small, low), (_, high) = sizes[0], sizes[-1]
        form = self._desk.format(small, self._desk.settings(small))
        verb = wording.VERBS[choice.way or "rising"]
        ends = [wording.percentage(abs(o.value), form.rate_decimals, form.settings) for o in (low, high)]
        text = f"{verb} từ {ends[0]} đến {ends[1]}"
        return self._desk.mark(_over(text, [o for _, o in taken], f"range_{choice.way}", low.value))

    def counts(
        self, members: Sequence[Series], choice: Choice, noun: str,
        words: Mapping[str, str], published: Mapping[str, Series],
    ) -> str:  # fmt: skip
        """How many members rose, fell and stayed: `8 nhóm tăng giá; 2 nhóm giảm giá và …`.

        Counted when every member has data; else as published; else what is missing says so.
        """
        outcomes = [self._desk.compare(one, choice.span, choice.by) for one in members]
        known = [one for one in outcomes if isinstance(one, Measured)]
        if members and len(known) == len(members):
            said = self._counted(known, noun, words, choice)
        else:
            said = self._published_counts(choice, noun, words, published, known)
        if said:
            return wording.enumerated(said)
        return ABSENT

    def _counted(
        self, known: Sequence[Measured], noun: str, words: Mapping[str, str], choice: Choice
    ) -> list[str]:
        said = []
        for way in COUNT_WORDS:
            alike = [
                one for one in known
                if self._desk.direction(one, self._desk.settings(one.series)) == way
            ]  # fmt: skip
            if alike:
                figure = _over(_counted_words(len(alike), noun, words[way]), known,
                               f"count_{way}", Decimal(len(alike)))  # fmt: skip
                said.append(self._desk.mark(figure))
        return said

    def _published_counts(
        self, choice: Choice, noun: str, words: Mapping[str, str], published: Mapping[str, Series],
        known: Sequence[Measured],
    ) -> list[str]:  # fmt: skip
        """The counts as published, unless the members that are known already exceed one."""
        ways = [self._desk.direction(one, self._desk.settings(one.series)) for one in known]
        said = []
        for way, series in published.items():
            if choice.span not in self._desk.due(series):
                continue
            outcome = self._desk.level(series, choice.span)
            if isinstance(outcome, Gap):
                return [self._desk.missing(outcome, self._desk.settings(series))]
            if outcome.value < ways.count(way):  # type: ignore[arg-type]
                self._desk.tell_once(outcome, msg(
                    "{count} are published but the data hold {known}; the count is left out",
                    count=outcome.value, known=ways.count(way)))  # type: ignore[arg-type]
                return []
            if outcome.value > 0:
                text = _counted_words(int(outcome.value), noun, words[way])
                said.append(self._desk.mark(figures.worded(outcome, text)))
        return said

    def _incomplete(self, members: Sequence[Series], choice: Choice) -> bool:
        """Whether a member has no data, so that nothing may be said of all of them."""
        return any(
            isinstance(self._desk.compare(one, choice.span, choice.by), Gap) for one in members
        )


def _counted_words(count: int, noun: str, words: str) -> str:
    return f"{wording.quantity(Decimal(count), noun, 0, Settings())} {words}"


def _over(text: str, outcomes: Sequence[Measured], measure: str, value: Decimal) -> Printed:
    """A figure made from many: its role is that of the whole they belong to."""
    first = outcomes[0]
    rows = tuple(row for one in outcomes for row in one.inputs[:1])
    formula = f"{measure} of {len(outcomes)}"
    origin = "implied" if any(one.origin == "implied" for one in outcomes) else "reported"
    return Printed(
        text, first.series._replace(item=""), first.span, first.period, measure, first.base,
        value, "%" if measure.startswith("range") else "", formula, rows, origin,
    )  # fmt: skip
