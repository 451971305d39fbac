"""The words of the template language: the functions that a section template may call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafter import figures, wording
from drafter.commentary import typed_numbers
from drafter.errors import msg
from drafter.figures import ABSENT
from drafter.measures import Gap, Measured, Series
from drafter.sections.clauses import ALIASES, PLACES, Clauses, Manner
from drafter.sections.desk import Desk
from drafter.sections.lists import COUNT_WORDS, Choice, Lists
from drafter.sections.views import SeriesView


class Vocabulary:
    """The functions of one section's template, bound to its desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._clauses = Clauses(desk)
        self._lists = Lists(desk, self._clauses)

    def names(self) -> dict[str, Any]:
        """Everything that a template may name."""
        period = self._desk.sources.period
        functions: Sequence[Callable[..., Any]] = (
            self.indicator, self.across, self.value, self.clause, self.members, self.listing, self.counts,
            self.extreme, self.rest_range, self.trend, self.tally, self.fraction, self.between,
            self.note, self.source, self.remarks, self.products, self.names_of, self.plan, self.parts_of,
        )  # fmt: skip
        return {
            **{function.__name__: function for function in functions},
            "month": f"tháng{wording.NBSP}{period.months}",
            "months": f"{period.months}{wording.NBSP}tháng",
            "year": f"năm{wording.NBSP}{period.year}",
            "last_year": f"năm{wording.NBSP}{period.year - 1}",
            "report": wording.report_span(period),
            "period": period,
        }

    # -- series and single values ----------------------------------------------------------------

    def indicator(self, name: str, item: str = "", area: str = "") -> SeriesView:
        """The series of an indicator, `crops.output` or `crops.output/maize`; KeyError for none."""
        name, _, path = name.partition("/")
        catalog = self._desk.sources.catalog
        if name not in catalog.indicators:
            raise KeyError(f"the catalogue has no indicator '{name}'")
        series = Series(name, path or item, area)
        if series.item and catalog.item(name, series.item) is None:
            raise KeyError(f"{name} has no item '{series.item}'")
        return SeriesView(self._desk, self._clauses, series)

    def across(self, *views: SeriesView) -> list[SeriesView]:
        """The members that any of several indicators has in scope, each once, in catalogue order.

        They are members of the first indicator; `other.item(member.key)` is the other's.
        """
        keys = {one.key for view in views for one in view.items}
        return [one for one in views[0].members if one.key in keys]

    def value(self, name: str | SeriesView, span: str = "") -> str:
        """The value of a series, with its unit, in a span (its first due one unless told)."""
        view = self.indicator(name) if isinstance(name, str) else name
        due = self._desk.due(view.series)
        span = ALIASES.get(span, span) or next(iter(due), "")
        if span not in due:
            return ABSENT
        settings = self._desk.settings(view.series)
        return self._clauses.value(self._desk.level(view.series, span), settings)

    # -- clauses and lists -----------------------------------------------------------------------

    def clause(self, view: SeriesView, *parts: str, **how: Any) -> str:
        """What one series says: all that is due of it, or the parts named, in that order."""
        manner, call = _manner(how)
        text = self._clauses.text(view.series, parts, manner, call)
        return self._desk.sink.clause(text, _expression("clause", [view], parts, how))

    def members(
        self, views: Sequence[SeriesView], *parts: str, prefix: str = "", name: str = "item",
        intro: str = "", below: bool = False, **how: Any,
    ) -> str:  # fmt: skip
        """The clauses of several series, parted by semicolons, the base phrase carried."""
        manner, call = _manner(how)
        series = [view.series for view in views]
        text = self._lists.members(series, parts, manner, prefix, name, call, below)
        return self._list("members", text, intro, views, parts, how)

    def listing(
        self, views: Sequence[SeriesView], by: str, *, span: str = "month", rising: bool | None = None,
        top: int | None = None, ordered: bool = True, prefix: str = "", name: str = "item",
        intro: str = "", products: Sequence[SeriesView] = (), below: bool = False, **how: Any,
    ) -> str:  # fmt: skip
        """The members that rose (or fell), the largest change first, with their causes."""
        how.setdefault("values", False)
        how.setdefault("when", False)
        manner, call = _manner(how)
        choice = Choice(ALIASES.get(span, span), by, _way(rising), top, ordered)
        text = self._lists.listing(
            [view.series for view in views], choice, manner, prefix, name,
            [view.series for view in products], call, below,
        )  # fmt: skip
        return self._list("listing", text, intro, views, (by, span), how)

    def _list(
        self, function: str, text: str, intro: str, views: Sequence[SeriesView],
        parts: Sequence[str], how: Mapping[str, Any],
    ) -> str:  # fmt: skip
        if text == ABSENT:
            return ABSENT
        marked = self._desk.sink.clause(text, _expression(function, views, parts, how))
        return f"{intro} {marked}" if intro else marked

    def products(
        self, view: SeriesView, by: str, products: Sequence[SeriesView], *, span: str = "month"
    ) -> str:
        """The changes of a branch's products in brackets; nothing when none is reported."""
        series = [product.series for product in products]
        return self._lists.products(view.series, series, Choice(span, by), {})

    # -- figures over members --------------------------------------------------------------------

    def counts(
        self, views: Sequence[SeriesView], by: str, *, span: str = "month", noun: str = "nhóm",
        words: Mapping[str, str] | None = None, published: SeriesView | None = None,
    ) -> str:  # fmt: skip
        """How many members rose, fell, stayed; as published where their data are not complete."""
        series = {}
        for way in COUNT_WORDS if published is not None else ():
            view = published.item(way)  # type: ignore[union-attr]
            series[way] = view.series
        text = self._lists.counts(
            [view.series for view in views], Choice(span, by), noun, {**COUNT_WORDS, **(words or {})},
            series,
        )  # fmt: skip
        return self._list("counts", text, "", views, (by, span), {})

    def extreme(
        self, views: Sequence[SeriesView], by: str, *, span: str = "month", rising: bool = True,
        prefix: str = "", name: str = "item", words: str = "", **how: Any,
    ) -> str:  # fmt: skip
        """The member that rose (or fell) most: `giáo dục tăng cao nhất với 14,51%`."""
        manner, call = _manner(how)
        words = words or ("cao nhất" if rising else "mạnh nhất")
        text = self._lists.extreme(
            [view.series for view in views], Choice(span, by, _way(rising)), manner, prefix, name,
            words, call,
        )  # fmt: skip
        return self._list("extreme", text, "", views, (by, span), how)

    def rest_range(
        self, views: Sequence[SeriesView], by: str, *, span: str = "month", rising: bool = True,
        without: Sequence[SeriesView] = (),
    ) -> str:  # fmt: skip
        """The range of the changes of the members not told yet: `tăng từ 1,02% đến 1,98%`."""
        text = self._lists.rest_range(
            [view.series for view in views], Choice(span, by, _way(rising)),
            [view.series for view in without],
        )  # fmt: skip
        return self._list("rest_range", text, "", views, (by, span), {})

    def trend(self, views: Sequence[SeriesView], by: str, *, span: str = "month") -> str:
        """Whether all went one way: `đều tăng`, `đều giảm`, else `có tăng, có giảm`."""
        taken = self._lists.chosen([view.series for view in views], Choice(span, by))
        if len(taken) < 2:
            return ABSENT
        ways = {self._desk.direction(one, self._desk.settings(series)) for series, one in taken}
        text = "có tăng, có giảm"
        if len(ways) == 1:
            text = f"đều {wording.VERBS[ways.pop()]}"
        return self._desk.mark(figures.worded(taken[0][1], text))

    # -- several numbers in one phrase -----------------------------------------------------------

    def tally(self, view: SeriesView, span: str, pattern: str, *, zero: str = "") -> str:
        """Fields of a tuple in a phrase: `tally(x, "month", "{cases}, làm chết {deaths}")`.

        zero: what stands for the phrase when the first field is nothing. A part of the phrase
        (between commas) whose field is out of scope goes.
        """
        span = ALIASES.get(span, span)
        parts = [self._tally_part(view, span, part, zero) for part in pattern.split(", ")]
        if zero and parts[0] and parts[0][1]:
            text = parts[0][0]
        else:
            text = ", ".join(part[0] for part in parts if part)
        return self._desk.sink.clause(text, _expression("tally", [view], (span, pattern), {}))

    def _tally_part(
        self, view: SeriesView, span: str, part: str, zero: str
    ) -> tuple[str, bool] | None:
        """A part with its fields filled in, and whether it is the zero words; None: out of scope."""
        names = [piece.partition("}")[0] for piece in part.split("{")[1:]]
        filled: dict[str, str] = {}
        for name in names:
            field = view.item(name.replace("__", "/")) if name != "value" else view
            if span not in self._desk.due(field.series):
                return None
            level = self._desk.level(field.series, span)
            if zero and isinstance(level, Measured) and level.value == 0 and not filled:
                return self._desk.mark(figures.worded(level, zero)), True
            filled[name] = self._clauses.value(level, self._desk.settings(field.series))
        return part.format_map(filled), False

    def parts_of(self, view: SeriesView, span: str) -> str:
        """The parts of a count in brackets, ` (mũi 1: 07 mũi; mũi 2: …)`; nothing when it is zero."""
        span = ALIASES.get(span, span)
        if view.in_span(span).is_zero:
            return ""
        said = [f"{one.name}: {self.value(one, span)}" for one in view.items if one.in_span(span).due]
        text = self._desk.sink.clause("; ".join(said), _expression("parts_of", [view], (span,), {}))
        return f" ({text})" if said else ""

    def fraction(self, view: SeriesView, span: str, *, percent: str = "") -> str:
        """A numerator over its denominator: `11/35 xã`; with `percent`, ` (đạt 55,1%)` behind."""
        span, series = ALIASES.get(span, span), view.series
        if span not in self._desk.due(series):
            return ABSENT
        settings = self._desk.settings(series)
        period = self._desk.period(series, span)
        ends = [
            self._desk.sources.measures.stored(series, span, period, measure)
            for measure in ("numerator", "denominator")
        ]
        for end in ends:
            if isinstance(end, Gap):
                return self._desk.missing(end, settings)
        top, bottom = (end for end in ends if isinstance(end, Measured))
        form = self._desk.format(series, settings)
        shown = [figures.level(one, replace(form, padded=settings.pad_counts)) for one in (top, bottom)]
        number = shown[0].text.partition(wording.NBSP)[0]
        printed = replace(
            shown[0], text=f"{number}/{shown[1].text}", inputs=(*top.inputs, *bottom.inputs),
            formula=f"{top.value} / {bottom.value}",
        )  # fmt: skip
        text = self._desk.mark(printed)
        if percent and bottom.value > 0:
            rate = replace(top, measure="share", base="denominator", unit="%",
                           value=top.value * 100 / bottom.value, inputs=printed.inputs,
                           formula=f"{top.value} / {bottom.value} × 100")  # fmt: skip
            text += f" ({percent} {self._desk.mark(figures.percentage(rate, form))})"
        return text

    def between(
        self, view: SeriesView, span: str, measure: str = "level", base: str = "", intro: str = ""
    ) -> str:
        """A range by its two bounds: `5.000 - 15.000 đồng/kg`, `tăng từ 1 - 2%`."""
        span, series = ALIASES.get(span, span), view.series
        if span not in self._desk.due(series):
            return ABSENT
        period, settings = self._desk.period(series, span), self._desk.settings(series)
        ends = [
            self._desk.sources.measures.stored(series, span, period, measure, base=base, bound=bound)
            for bound in ("low", "high")
        ]
        for end in ends:
            if isinstance(end, Gap):
                return self._desk.missing(end, settings)
        low, high = (end for end in ends if isinstance(end, Measured))
        form = self._desk.format(series, settings)
        text = wording.between(low.value, high.value, form.unit, form.decimals, settings,
                               changes=measure.startswith("change"))  # fmt: skip
        printed = replace(figures.worded(high, text), inputs=(*low.inputs, *high.inputs),
                          formula=f"{low.value} - {high.value}")  # fmt: skip
        return self._list("between", f"{intro} {self._desk.mark(printed)}".strip(), "", [view], (span,), {})

    def plan(self, view: SeriesView, plan: str) -> str:
        """The target that a plan sets: `195,5 tỷ đồng`."""
        if not self._desk.due(view.series):
            return ABSENT
        outcome = self._desk.sources.measures.plan(view.series, self._desk.sources.period.year, plan)
        return self._clauses.value(outcome, self._desk.settings(view.series))

    def names_of(self, view: SeriesView, span: str = "month") -> str:
        """The members' names in brackets, only while they are as many as the value says."""
        level = self._desk.level(view.series, span)
        names = [member.name for member in view.members]
        told = isinstance(level, Measured) and level.value == len(names) and names
        return f" ({', '.join(names)})" if told else ""

    # -- notes and what people wrote -------------------------------------------------------------

    def note(self, text: str) -> str:
        """A footnote here."""
        return self._desk.sink.note(text)

    def source(self, *views: SeriesView) -> str:
        """A footnote with the departments that the series come from; nothing when none is named."""
        catalog = self._desk.sources.catalog
        named = [catalog.indicators[view.series.indicator].source for view in views if view.due]
        names = "; ".join(dict.fromkeys(name for name in named if name))
        return self._desk.sink.note(f"Nguồn: {names}.") if names else ""

    def remarks(self, slot: str = "lead") -> str:
        """What people wrote for a slot of this section, a paragraph a line."""
        commentary = self._desk.sources.commentary
        lines = []
        for number, text in commentary.paragraphs(self._desk.section, slot):
            place = f"{commentary.file}:{number}"
            if typed := typed_numbers(text):
                self._desk.sink.tell(place, msg("typed: {numbers}", numbers=", ".join(typed)), "typed")
            lines.append(self._desk.render(text) if "{" in text else text)
        return "\n".join(lines)


def _manner(how: Mapping[str, Any]) -> tuple[Manner, dict[str, Any]]:
    """How a clause is arranged, and the settings of the call."""
    arranged = {name: value for name, value in how.items() if name in (*PLACES, "base")}
    return Manner(**arranged), {name: value for name, value in how.items() if name not in arranged}


def _way(rising: bool | None) -> Any:
    return "" if rising is None else "rising" if rising else "falling"


def _expression(
    function: str, views: Sequence[SeriesView], parts: Sequence[str], how: Mapping[str, Any]
) -> str:
    """The call as the ledger keeps it, so that the clause can be written again."""
    names = [f'"{view.series.indicator}{"/" if view.series.item else ""}{view.series.item}"' for view in views]
    what = names[0] if function in ("clause", "tally") else f"[{', '.join(names)}]"
    rest = [f'"{part}"' for part in parts] + [f"{name}={value!r}" for name, value in how.items()]
    return f"{function}({', '.join([what, *rest])})"


