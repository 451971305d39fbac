"""Several numbers in one phrase: tuples, parts in brackets, fractions, ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from drafter import figures, time_words, wording
from drafter.arithmetic import HUNDRED, PERCENT
from drafter.figures import ABSENT, Format
from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.period import one_before
from drafter.sections.clauses import Clauses
from drafter.sections.desk import Desk


@dataclass(frozen=True, slots=True)
class Range:
    """What a range is of: a measure, and the comparison that it changes on."""

    measure: str = "level"
    base: str = ""


class Counts:
    """Writes phrases of several numbers at a desk, as marked text."""

    def __init__(self, desk: Desk, clauses: Clauses) -> None:
        self._desk = desk
        self._clauses = clauses

    def tally(self, series: Series, span: str, pattern: str, zero: str) -> str:
        """A tuple's fields in a phrase, `{cases} tai nạn giao thông, làm chết {deaths}`.

        `{value}` is the series itself. zero stands for the whole when every field is nothing; for
        a part (between commas), the words behind its `|` do. A part whose field is out of scope
        goes.
        """
        parts = [
            (part, levels)
            for part in pattern.split(", ")
            if (levels := self._fields(series, span, part.partition("|")[0])) is not None
        ]
        told = [level for _, levels in parts for level in levels.values()]
        if not told:
            return ABSENT
        if zero and all(isinstance(one, Measured) and one.value == 0 for one in told):
            return self._desk.mark(figures.worded(told[0], zero))  # type: ignore[arg-type]
        return ", ".join(self._tally_part(part, levels) for part, levels in parts)

    def _tally_part(self, part: str, levels: Mapping[str, Outcome]) -> str:
        """A part of a phrase with its fields filled in, or its words for nothing."""
        phrase, _, nothing = part.partition("|")
        known = [one for one in levels.values() if isinstance(one, Measured)]
        if nothing and known and len(known) == len(levels) and not any(one.value for one in known):
            return self._desk.mark(figures.worded(known[0], nothing))
        return phrase.format_map({name: self._clauses.value(one) for name, one in levels.items()})

    def _fields(self, series: Series, span: str, part: str) -> dict[str, Outcome] | None:
        """The levels that a part of a phrase names, None when one is out of scope."""
        names = [piece.partition("}")[0] for piece in part.split("{")[1:]]
        fields = {name: _field(series, name) for name in names}
        for name, one in fields.items():
            if one.item and self._desk.item(one) is None:
                raise KeyError(f"{series.indicator} has no item '{name}'")
        if any(span not in self._desk.due(one) for one in fields.values()):
            return None
        return {name: self._desk.level(one, span) for name, one in fields.items()}

    def parts(self, members: Sequence[tuple[str, Series]], span: str) -> str:
        """Parts by their names: `mũi 1: 07 mũi; mũi 2: 07 mũi`."""
        said = [
            f"{name}: {self._clauses.value(self._desk.level(one, span))}"
            for name, one in members
            if span in self._desk.due(one)
        ]
        return "; ".join(said) or ABSENT

    def fraction(self, series: Series, span: str, percent: str) -> str:
        """A numerator over its denominator: `11/35 xã`; with `percent`, ` (đạt 55,1%)` behind."""
        if span not in self._desk.due(series):
            return ABSENT
        settings = self._desk.settings(series)
        form = replace(self._desk.format(series, settings), padded=settings.pad_counts)
        ends = self._stored(self._desk.point(series, span), ("numerator", "denominator"))
        if isinstance(ends, Gap):
            return self._desk.missing(ends)
        text = self._desk.mark(_fraction(*ends, form))
        if percent and ends[1].value > 0:
            text += f" ({percent} {self._desk.mark(_rate(*ends, form))})"
        return text

    def _stored(self, point: Point, measures: tuple[str, str]) -> tuple[Measured, Measured] | Gap:
        first, second = (self._desk.sources.measures.stored(point, one) for one in measures)
        if isinstance(first, Gap):
            return first
        return second if isinstance(second, Gap) else (first, second)

    def between(self, series: Series, span: str, of: Range) -> str:
        """A range by its two bounds: `30.000 - 35.000 đồng/kg`, `tăng từ 1 - 2%`."""
        if span not in self._desk.due(series):
            return ABSENT
        point, measures = self._desk.point(series, span), self._desk.sources.measures
        low, high = (measures.stored(point, of.measure, of.base, end) for end in ("low", "high"))
        if isinstance(low, Gap) or isinstance(high, Gap):
            return self._desk.missing(low if isinstance(low, Gap) else high)  # type: ignore[arg-type]
        form = self._desk.format(series, self._desk.settings(series))
        places = form.rate_decimals if low.unit == PERCENT else form.decimals
        text = wording.between(
            low.value, high.value, low.unit, places, form.settings,
            changes=of.measure.startswith("change"),
        )  # fmt: skip
        formula, rows = f"{low.value} - {high.value}", (*low.inputs, *high.inputs)
        return self._desk.mark(replace(figures.worded(high, text), formula=formula, inputs=rows))

    def from_to(self, series: Series, span: str) -> str:
        """A level before and now: `từ 1.490.000 đồng lên 1.800.000 đồng`."""
        if span not in self._desk.due(series):
            return ABSENT
        point = self._desk.point(series, span)
        then = self._desk.sources.measures.level(point.at(one_before(point.period)))
        now = self._desk.level(series, span)
        if not isinstance(then, Measured) or not isinstance(now, Measured):
            return f"từ {self._clauses.value(then)} đến {self._clauses.value(now)}"
        form = self._desk.format(series, self._desk.settings(series))
        before, after = (figures.level(one, form).value for one in (then, now))
        if before == after:
            return f"giữ ở mức {self._clauses.value(now)}"
        way = "lên" if after > before else "xuống"  # type: ignore[operator]
        return f"từ {self._clauses.value(then)} {way} {self._clauses.value(now)}"


def _field(series: Series, name: str) -> Series:
    """The field of a tuple by its name in a phrase; `__` parts the levels of a path."""
    if name == "value":
        return series
    path = name.replace("__", "/")
    return series._replace(item=f"{series.item}/{path}" if series.item else path)


def _fraction(top: Measured, bottom: Measured, form: Format) -> figures.Printed:
    """`06/11 xã`: both ends are padded as counts are."""
    over, under = figures.level(top, form), figures.level(bottom, form)
    number, rows = over.text.partition(time_words.NBSP)[0], (*top.inputs, *bottom.inputs)
    formula = f"{top.value} / {bottom.value}"
    return replace(over, text=f"{number}/{under.text}", formula=formula, inputs=rows)


def _rate(top: Measured, bottom: Measured, form: Format) -> figures.Printed:
    """The fraction in percent."""
    measured = replace(
        top, measure="share", base="denominator", unit=PERCENT,
        value=top.value * HUNDRED / bottom.value, inputs=(*top.inputs, *bottom.inputs),
        formula=f"{top.value} / {bottom.value} × 100",
    )  # fmt: skip
    return figures.percentage(measured, form)
