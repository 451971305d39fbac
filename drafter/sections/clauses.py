"""Clauses: what one series says, value, then plan, then growth, each with its base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from drafter import figures, wording
from drafter.commentary import Cause
from drafter.figures import ABSENT
from drafter.measures import CHANGES, Gap, Measured, Outcome, Series
from drafter.sections.desk import RATE_ONLY, Desk
from drafter.settings import Settings
from drafter.wording import NBSP

ALIASES = {"year_to_date": "ytd", "average": "average_ytd", "as_of": "asof"}
SPANS = ("month", "quarter", "ytd", "average_ytd", "year", "asof", "season", "window", "project")
PLACES = ("subject", "when", "verb", "zero", "year", "cause", "values")
"""Arguments of a clause that are no settings: how its words are arranged."""


@dataclass(frozen=True, slots=True)
class Group:
    """One span of a clause with the comparisons that follow its value."""

    span: str
    comparisons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a clause is arranged.

    subject: its own words for what it is about, None for the catalogue's label; when: whether the
    time is said (None: except at a point of time); verb: between the two and the value; zero: what
    stands for the whole clause when the value is nothing; year: the year is said; base: the base
    phrase is; cause: so is why; values: levels are printed, not only changes.
    """

    subject: str | None = None
    when: bool | None = None
    verb: str | None = None
    zero: str = ""
    year: bool = False
    base: bool = True
    cause: bool = True
    values: bool = True


def groups(due: Mapping[str, Sequence[str]], parts: Sequence[str], plans: Sequence[str]) -> list[Group]:
    """What is to be said, from the parts asked for and what is due.

    All that is due without parts; all that is due of a span that stands without comparisons, and
    its value only where `value` follows it.

    Raises ValueError for a comparison that stands before any span.
    """
    asked: list[tuple[str, list[str]]] = []
    for part in parts:
        part = ALIASES.get(part, part)
        if part in SPANS:
            asked.append((part, []))
        elif asked:
            asked[-1][1].append(part)
        else:
            asked.append((next((span for span in due if _owes(due[span], part)), ""), [part]))
    if not asked:
        asked = [(span, list(names)) for span, names in due.items()]
    return [
        Group(span, tuple(_expanded(names or due[span], due[span], plans)))
        for span, names in asked
        if span in due
    ]


def _owes(due: Sequence[str], comparison: str) -> bool:
    return any(one == comparison or one.startswith(comparison + ":") for one in due)


def _expanded(names: Sequence[str], due: Sequence[str], plans: Sequence[str]) -> Iterable[str]:
    """The comparisons asked for that are due; `plan` means every plan, `base_year` the year due."""
    for name in names:
        for one in due:
            if one == "plan" and name == "plan":
                yield from (f"plan:{plan}" for plan in plans)
            elif one == name or one.startswith(name + ":") or (one == "plan" and name[:5] == "plan:"):
                yield name if name[:5] == "plan:" else one


class Clauses:
    """Writes clauses at a desk, as marked text without the marks of a clause around."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def text(
        self, series: Series, parts: Sequence[str], manner: Manner, call: Mapping[str, Any]
    ) -> str:
        """The clause of one series, `ABSENT` when it is out of scope."""
        desk = self._desk
        settings = desk.settings(series, call)
        plans = desk.indicator(series).plans
        said = [
            text
            for number, group in enumerate(groups(desk.due(series), parts, plans))
            if (text := self._group(series, group, manner, settings, first=number == 0))
        ]
        if not said:
            return ABSENT
        subject = desk.label(series) if manner.subject is None else manner.subject
        joined = "; ".join(said) if any("," in one for one in said[:-1]) else ", ".join(said)
        return f"{subject} {joined}".strip()

    def _group(
        self, series: Series, group: Group, manner: Manner, settings: Settings, *, first: bool
    ) -> str:
        """One span: its time, value and comparisons; the zero words alone when it is nothing."""
        when = self._when(series, group.span, manner, settings, first)
        if not manner.values or self._desk.indicator(series).kind in RATE_ONLY:
            changes = self.comparisons(series, group, manner, settings, None)
            return f"{when} {changes}".strip() if changes else ""
        level = self._desk.level(series, group.span)
        value = self.value(level, settings, manner.zero)
        if isinstance(level, Measured) and level.value == 0 and manner.zero:
            return f"{when} {value}".strip()
        verb = self._verb(level, manner, settings)
        said = " ".join(filter(None, (when, verb, value)))
        changes = self.comparisons(series, group, manner, settings, level)
        if changes.startswith("("):
            return f"{said} {changes}"
        return f"{said}, {changes}" if changes else said

    def _when(self, series: Series, span: str, manner: Manner, settings: Settings, first: bool) -> str:
        said = manner.when if manner.when is not None else span not in ("asof", "year")
        if not said:
            return ""
        return self._desk.span(series, span, settings, first=first, year=manner.year)

    def _verb(self, level: Outcome, manner: Manner, settings: Settings) -> str:
        if manner.verb is not None:
            return manner.verb
        estimated = isinstance(level, Measured) and level.status == "estimate"
        return settings.estimate if estimated else settings.actual

    def value(self, level: Outcome, settings: Settings, zero: str = "") -> str:
        """The mark of a level: the number, the words for nothing, or what is missing."""
        if isinstance(level, Gap):
            return self._desk.missing(level, settings)
        if level.value == 0 and zero:
            return self._desk.mark(figures.worded(level, zero))
        return self._desk.mark(figures.level(level, self._desk.format(level.series, settings)))

    # -- comparisons -----------------------------------------------------------------------------

    def comparisons(
        self, series: Series, group: Group, manner: Manner, settings: Settings, level: Outcome | None
    ) -> str:
        """All comparisons of a span, joined; those of a missing level say nothing more."""
        text, before = "", ""
        for name in group.comparisons:
            outcome = self._desk.compare(series, group.span, name)
            if isinstance(outcome, Gap) and isinstance(level, Gap):
                continue
            one = self.comparison(series, group.span, name, outcome, manner, settings)
            text += self._joint(text, before, name, settings) + one
            before = name
        return text

    def _joint(self, text: str, before: str, name: str, settings: Settings) -> str:
        if not text:
            return ""
        if before in ("month_on_month", "quarter_on_quarter") and name == "year_on_year":
            return settings.pair
        return ", "

    def comparison(
        self, series: Series, span: str, name: str, outcome: Outcome, manner: Manner, settings: Settings
    ) -> str:
        """One comparison: its figure, its base, its cause."""
        kind = name.partition(":")[0]
        if kind in CHANGES:
            return self.change(series, span, name, outcome, manner, settings)
        if isinstance(outcome, Gap):
            return self._desk.missing(outcome, settings)
        base = wording.base_phrase(name, outcome.period, outcome.base_period, settings)
        form = self._desk.format(series, settings)
        if kind == "plan":
            return f"đạt {self._desk.mark(figures.percentage(outcome, form))} {base}".strip()
        if kind == "share":
            return f"(chiếm {self._desk.mark(figures.percentage(outcome, form))} {base})"
        return f"đóng góp {self._desk.mark(figures.points(outcome, form))} {base}".strip()

    def change(
        self, series: Series, span: str, name: str, outcome: Outcome, manner: Manner, settings: Settings
    ) -> str:
        """A change on an earlier period: `tăng 0,87% (+5,75 ha) so với cùng kỳ, do …`."""
        if isinstance(outcome, Gap):
            return self._change_in_units(series, span, name, outcome, manner, settings)
        figure = figures.change(outcome, self._desk.format(series, settings))
        text = self._desk.mark(figure) + self._in_units(series, span, name, settings)
        bare = figure.text == settings.unchanged or wording.is_times(outcome.value, settings)
        return text + self._base(outcome, name, manner, settings, bare) + self._cause(outcome, manner, settings)

    def _change_in_units(
        self, series: Series, span: str, name: str, gap: Gap, manner: Manner, settings: Settings
    ) -> str:
        """A change known in units only, in words; otherwise it is missing."""
        change = self._desk.absolute(series, span, name)
        if isinstance(change, Gap):
            return self._desk.missing(gap, settings)
        form = self._desk.format(series, self._desk.settings(series, {"absolute": "words"}))
        text = self._desk.mark(figures.absolute_change(change, form))
        return text + self._base(change, name, manner, settings, False) + self._cause(change, manner, settings)

    def _in_units(self, series: Series, span: str, name: str, settings: Settings) -> str:
        """The change in units after the rate, where the settings ask for it and the data have it."""
        if settings.absolute == "none" or settings.form == "ratio":
            return ""
        change = self._desk.absolute(series, span, name)
        form = self._desk.format(series, settings)
        if isinstance(change, Gap) or self._desk.direction(change, settings) == "unchanged":
            return ""
        figure = self._desk.mark(figures.absolute_change(change, form))
        return f" ({figure})" if settings.absolute == "brackets" else f", tương ứng {figure}"

    def _base(
        self, outcome: Measured, name: str, manner: Manner, settings: Settings, bare: bool
    ) -> str:
        if not manner.base or settings.same_base == name:
            return ""
        phrase = wording.base_phrase(name, outcome.period, outcome.base_period, settings)
        if name == "year_on_year" and name not in self._desk.said and settings.year_on_year_first:
            self._desk.said.add(name)
            phrase = settings.year_on_year_first
        return " " + (wording.without_comparing(phrase) if bare else phrase)

    def _cause(self, outcome: Measured, manner: Manner, settings: Settings) -> str:
        if not manner.cause:
            return ""
        cause = self._desk.cause(outcome, settings)
        return self.worded_cause(cause) if cause else ""

    def worded_cause(self, cause: Cause) -> str:
        """A cause where it was asked to stand: after the figure, in brackets, as a sentence."""
        text = self._desk.cause_text(cause)
        if cause.placement == "brackets":
            return f" (do {text})"
        return f". Nguyên nhân do {text}" if cause.placement == "sentence" else f", do {text}"


def is_zero(outcome: Outcome) -> bool:
    """Whether a quantity is known and nothing."""
    return isinstance(outcome, Measured) and outcome.value == Decimal(0)


def glued(*words: str) -> str:
    """Words that no line break may part."""
    return NBSP.join(word for word in words if word)
