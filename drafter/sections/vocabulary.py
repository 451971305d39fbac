"""The words of the template language: the functions that a section template may call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from drafter import time_words, wording
from drafter.figures import ABSENT
from drafter.measured import Measured, Series
from drafter.period import stretches
from drafter.sections import expressions
from drafter.sections.charts import Charts
from drafter.sections.clauses import Clauses
from drafter.sections.counted import Counts, Range
from drafter.sections.desk import Desk
from drafter.sections.lists import Choice, Lists
from drafter.sections.manner import Manner, known_part, known_span, manner_of, of_one_span
from drafter.sections.pairs import Pairs
from drafter.sections.related import Related
from drafter.sections.standings import Standings
from drafter.sections.summaries import WAYS, Counted, Summaries
from drafter.sections.tables.words import Tables
from drafter.sections.views import SeriesView
from drafter.sections.written import Written

Views = Sequence[SeriesView]


class Vocabulary:
    """The functions of one section's template, bound to its desk.

    Every function that writes takes, as keywords, the fields of `Manner` (how the words are
    arranged) and the settings of `Settings` (how numbers and words are printed) for that call.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._clauses = Clauses(desk)
        self._lists = Lists(desk, self._clauses)
        self._summaries = Summaries(desk, self._clauses, self._lists)
        self._counts = Counts(desk, self._clauses)

    def names(self) -> dict[str, Any]:
        """Everything that a template may name."""
        written, related = Written(self._desk), Related(self._desk, self._view)
        standings = Standings(self._desk, self._view)
        pairs = Pairs(self._desk, self._clauses, self._view)
        functions: Sequence[Callable[..., Any]] = (
            self.indicator, self.across, self.value, self.clause, self.members, self.listing,
            self.ranked, self.products, self.counts, self.extreme, self.rest_range, self.trend,
            self.tally, self.parts_of, self.fraction, self.between, self.from_to, self.plan,
            self.names_of, self.status, written.note, written.source, written.remarks,
            written.paragraphs, Charts(self._desk).chart, Tables(self._desk).table,
            related.path, related.beside, standings.record, standings.rank, pairs.paired,
            pairs.quantity_value,
        )  # fmt: skip
        return {
            **{function.__name__: function for function in functions},
            **self._times(),
            "ordinal": wording.ordinal,
            "upper_first": wording.upper_first,
        }

    def _times(self) -> dict[str, Any]:
        """The report's time in words: `tháng 7`, `7 tháng`, `trong tháng` …"""
        period, spans = self._desk.sources.period, self._desk.sources.spans
        return {
            "month": f"tháng{time_words.NBSP}{period.months}",
            "quarter": f"quý{time_words.NBSP}{time_words.ROMAN[int(period.quarter[-1])]}",
            "months": "cả năm" if period.months == 12 else f"{period.months}{time_words.NBSP}tháng",
            "year": f"năm{time_words.NBSP}{period.year}",
            "last_year": f"năm{time_words.NBSP}{period.year - 1}",
            "report": time_words.report_span(period, spans),
            "next": time_words.next_span(period),
            "spans": spans,
            "stretches": stretches(period, spans),
            "during": lambda span: time_words.during(known_span(span), period),
            "opening": lambda span: wording.upper_first(
                time_words.during(known_span(span), period)
            ),
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

    def _view(self, series: str | SeriesView) -> SeriesView:
        """A series by its id, or as it is; ValueError for anything else."""
        if not isinstance(series, str | SeriesView):
            raise ValueError(f'{series!r} is no series; write indicator("its id")')
        return self.indicator(series) if isinstance(series, str) else series

    @staticmethod
    def _series(views: Views) -> list[Series]:
        """The series of a list of views; ValueError for what is no such list."""
        if isinstance(views, str | SeriesView) or any(not isinstance(v, SeriesView) for v in views):
            raise ValueError("a list of series is wanted, such as indicator(…).items")
        return [view.series for view in views]

    def value(self, name: str | SeriesView, span: str = "") -> str:
        """The value of a series, with its unit, in a span (its first due one unless told)."""
        series = self._view(name).series
        due = self._desk.due(series)
        span = known_span(span) if span else next(iter(due), "")
        return self._clauses.value(self._desk.level(series, span)) if span in due else ABSENT

    def plan(self, view: str | SeriesView, plan: str) -> str:
        """The target that a plan sets: `195,5 tỷ đồng`."""
        view = self._view(view)
        if not self._desk.due(view.series):
            return ABSENT
        year = self._desk.sources.period.year
        return self._clauses.value(self._desk.sources.measures.plan(view.series, year, plan))

    # -- clauses and lists -----------------------------------------------------------------------

    def clause(self, view: str | SeriesView, *parts: str, **how: Any) -> str:
        """What one series says: all that is due of it, or the parts named, in that order."""
        view = self._view(view)
        text = self._clauses.text(view.series, manner_of(parts, how))
        return self._desk.sink.clause(text, expressions.call("clause", view, parts, how))

    def members(
        self, views: SeriesView | Views, *parts: str, intro: str | None = None, **how: Any
    ) -> str:
        """The clauses of several series, parted by semicolons, the base phrase carried.

        Of one series: those of its items, after `Chia ra:` where they make up the whole and
        `Trong đó:` where they do not.
        """
        if isinstance(views, SeriesView):
            intro = self._introduction(views, parts) if intro is None else intro
            views = views.items
        manner = manner_of(parts, {"name": "item", **how})
        text = self._lists.members(self._series(views), manner)
        return self._list(text, intro or "", expressions.call("members", views, parts, how))

    def _introduction(self, view: SeriesView, parts: Sequence[str]) -> str:
        """`Chia ra:` when the items told add up to the whole, else `Trong đó:`."""
        breakdown = self._desk.indicator(view.series).breakdown
        told = [one for one in view.items if self._clauses.groups(one.series, parts)]
        adds_up = breakdown is not None and breakdown.relation == "sum"
        return "Chia ra:" if adds_up and len(told) == len(view.members) else "Trong đó:"

    def listing(
        self, views: Views, by: str, *, span: str = "month", rising: bool | None = None,
        top: int | None = None, ordered: bool = True, intro: str = "", **how: Any,
    ) -> str:  # fmt: skip
        """The members that rose (or fell), the largest change first, with their causes."""
        choice = Choice(known_span(span), known_part(by), _way(rising), top, ordered)
        manner = manner_of((), {"name": "item", "values": False, "when": False, **how})
        text = self._lists.listing(self._series(views), choice, manner)
        how = {"span": span, "rising": rising, "top": top, "ordered": ordered, **how}
        return self._list(text, intro, expressions.call("listing", views, (by,), how))

    def ranked(
        self, views: Views, by: str, *, span: str = "month", rising: bool | None = None,
        top: int | None = None,
    ) -> list[SeriesView]:  # fmt: skip
        """The members that rose (or fell), the largest change first: to be told, or left out."""
        choice = Choice(known_span(span), known_part(by), _way(rising), top)
        taken = self._lists.chosen(self._series(views), choice, {})
        held = {view.series: view for view in views}
        return [held[one.point.series] for one in taken]

    def products(self, view: SeriesView, by: str, products: Views, *, span: str = "month") -> str:
        """What a branch makes, with its changes, in brackets; nothing when none is reported."""
        manner = Manner(products=tuple(product.series for product in products))
        manner = of_one_span(manner, known_span(span), known_part(by))
        return self._lists.products(view.series, manner)

    def _list(self, text: str, intro: str, expression: str) -> str:
        marked = self._desk.sink.clause(text, expression)
        return f"{intro} {marked}" if intro and marked != ABSENT else marked

    # -- figures over members --------------------------------------------------------------------

    def counts(
        self, views: Views, by: str, *, span: str = "month", noun: str = "nhóm",
        words: Mapping[wording.Direction, str] | None = None, published: SeriesView | None = None,
    ) -> str:  # fmt: skip
        """How many members rose, fell, stayed; as published where their data are not complete."""
        series = {way: published.item(way).series for way in WAYS} if published else {}
        counted = Counted(noun, dict(wording.VERBS) | dict(words or {}))
        members = self._series(views)
        choice = Choice(known_span(span), known_part(by))
        text = self._summaries.counts(members, choice, counted, series)
        how = {"span": span, "noun": noun, "words": words, "published": published}
        return self._list(text, "", expressions.call("counts", views, (by,), how))

    def extreme(
        self, views: Views, by: str, *, span: str = "month", rising: bool = True, words: str = "",
        **how: Any,
    ) -> str:  # fmt: skip
        """The member that rose (or fell) most: `giáo dục tăng cao nhất với 14,51%`."""
        words = words or ("cao nhất" if rising else "mạnh nhất")
        choice = Choice(known_span(span), known_part(by), _way(rising))
        members = self._series(views)
        text = self._summaries.extreme(members, choice, manner_of((), how), words)
        how = {"span": span, "rising": rising, "words": words, **how}
        return self._list(text, "", expressions.call("extreme", views, (by,), how))

    def rest_range(
        self,
        views: Views,
        by: str,
        *,
        span: str = "month",
        rising: bool = True,
        without: Views = (),
    ) -> str:
        """The range of the changes of the members not told yet: `tăng từ 1,02 - 1,98%`."""
        told = [view.series for view in without]
        rest = [view.series for view in views if view.series not in told]
        choice = Choice(known_span(span), known_part(by), _way(rising))
        text = self._summaries.rest_range(rest, choice)
        how = {"span": span, "rising": rising, "without": without}
        return self._list(text, "", expressions.call("rest_range", views, (by,), how))

    def trend(self, views: Views, by: str, *, span: str = "month") -> str:
        """Whether all went one way: `đều tăng`, `đều giảm`, else `có tăng, có giảm`."""
        members = self._series(views)
        return self._summaries.trend(members, Choice(known_span(span), known_part(by)))

    def status(
        self, views: SeriesView | Views, by: str, *, span: str = "", of: str = "", base: bool = True
    ) -> str:
        """Which way series went, without their sizes, which a note behind it may tell.

        `tăng so với cùng kỳ`, `đều tăng …`, `có tăng, có giảm …`; with `of`, `tăng cả 3 tiêu chí`.
        span: the first in which each owes the comparison.
        """
        views = [views] if isinstance(views, SeriesView) else views
        members, part = self._series(views), known_part(by)
        span = known_span(span) if span else self._span_owed(members, part)
        text = self._summaries.status(members, Choice(span, part), of, base=base)
        how = {"span": span, "of": of, "base": base}
        return self._list(text, "", expressions.call("status", views, (by,), how))

    def _span_owed(self, members: Sequence[Series], comparison: str) -> str:
        """The first span in which a series owes a comparison; `month` where none does."""
        for one in members:
            for span, owed in self._desk.due(one).items():
                if comparison in owed:
                    return span
        return "month"

    # -- several numbers in one phrase -----------------------------------------------------------

    def tally(self, view: str | SeriesView, span: str, pattern: str, *, zero: str = "") -> str:
        """Fields of a tuple in a phrase: `tally(x, "month", "{cases}, làm chết {deaths}")`."""
        view = self._view(view)
        text = self._counts.tally(view.series, known_span(span), pattern, zero)
        return self._list(
            text, "", expressions.call("tally", view, (span, pattern), {"zero": zero})
        )

    def parts_of(self, view: str | SeriesView, span: str) -> str:
        """The parts of a count in brackets, ` (mũi 1: 07 mũi; …)`; nothing when it is zero."""
        view = self._view(view)
        if view.in_span(known_span(span)).is_zero:
            return ""
        members = [(one.name, one.series) for one in view.items]
        text = self._counts.parts(members, known_span(span))
        marked = self._list(text, "", expressions.call("parts_of", view, (span,), {}))
        return "" if marked == ABSENT else f" ({marked})"

    def fraction(self, view: str | SeriesView, span: str, *, percent: str = "") -> str:
        """A numerator over its denominator: `11/35 xã`; with `percent`, ` (đạt 55,1%)` behind."""
        view = self._view(view)
        return self._counts.fraction(view.series, known_span(span), percent)

    def between(
        self,
        view: str | SeriesView,
        span: str,
        measure: str = "level",
        base: str = "",
        intro: str = "",
    ) -> str:
        """A range by its two bounds: `5.000 - 15.000 đồng/kg`, `tăng từ 1 - 2%`."""
        view = self._view(view)
        text = self._counts.between(view.series, known_span(span), Range(measure, base))
        return self._list(text, intro, expressions.call("between", view, (span, measure, base), {}))

    def from_to(self, view: str | SeriesView, span: str = "asof") -> str:
        """The level of the period just before and now: `từ 1.490.000 đồng lên 1.800.000 đồng`."""
        view = self._view(view)
        return self._counts.from_to(view.series, known_span(span))

    def names_of(self, view: str | SeriesView, span: str = "month") -> str:
        """The members' names in brackets, only while they are as many as the value says."""
        view = self._view(view)
        level = self._desk.level(view.series, known_span(span))
        names = [member.name for member in view.members]
        told = isinstance(level, Measured) and level.value == len(names) and names
        return f" ({', '.join(names)})" if told else ""


def _way(rising: bool | None) -> Any:
    return "" if rising is None else "rising" if rising else "falling"
