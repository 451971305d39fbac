"""Printed numbers with their history, and the marks by which they travel through text.

A template makes text; a figure in it is a mark of three or more private-use characters that stands
for an entry of the `Sink` of that one rendering, so that it survives joins, filters and macros. The
marks are turned into the document's figures and the ledger's rows by `markup`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2s

import msgspec

from drafter import wording
from drafter.document import Alignment, ChartForm, Exact
from drafter.errors import Message, Problem, Severity
from drafter.measured import Gap, Measured, Point
from drafter.numerals import rounded
from drafter.observations import Observation
from drafter.period import ReportPeriod
from drafter.settings import Settings
from drafter.units import convert

FIGURE, CLAUSE, CLAUSE_END, NOTE, ABSENT, CLOSE = "\ue000\ue001\ue002\ue003\ue004\ue005"
"""`FIGURE n CLOSE`, `CLAUSE n CLOSE … CLAUSE_END n CLOSE`, `NOTE n CLOSE`, `ABSENT` alone
for what is out of scope or empty, whose sentence goes without a trace."""
BASE, BASE_END = "\ue006\ue007"
"""`BASE + name CLOSE … BASE_END`: a base phrase that may go where the same one was just said; with
`=` for `+` one that stays."""
SHOWN = "\ue008"
"""`SHOWN n CLOSE`: a chart or a table, a block of its own."""
UNDRAWN = ""
"""A chart or a table that has nothing to show: unlike what is `ABSENT`, it takes no sentence with
it that stands on its line."""
MARKS = FIGURE + CLAUSE + CLAUSE_END + NOTE + ABSENT + CLOSE + BASE + BASE_END + SHOWN


def base_mark(comparison: str, phrase: str, *, stays: bool) -> str:
    """A base phrase, with its space in front, for `markup` to leave out where it was just said."""
    return f"{BASE}{'=' if stays else '+'}{comparison}{CLOSE} {phrase}{BASE_END}"


class Printed(msgspec.Struct, frozen=True):
    """A figure as it stands in the text. value: as printed (rounded, in the printed unit)."""

    text: str
    point: Point
    measure: str
    base: str
    value: Decimal | None
    unit: str
    formula: str = ""
    inputs: tuple[Observation, ...] = ()
    origin: str = ""
    missing: bool = False

    def tag(self, report: ReportPeriod) -> str:
        """The hash of the figure's role (DESIGN 3.6): the same in the next draft and month."""
        return _tag(self.point, lag(self.point.period, report), self.measure, self.base, self.unit)


@lru_cache(maxsize=8192)
def _tag(point: Point, behind: str, measure: str, base: str, unit: str) -> str:
    (indicator, item, area), span = point.series, point.span
    part = area.partition("/")[2]
    role = "\x1f".join((indicator, item, part, behind, span, measure, base, unit))
    return blake2s(role.encode(), digest_size=6).hexdigest()


@lru_cache(maxsize=4096)
def lag(period: str, report: ReportPeriod) -> str:
    """How far a period lies behind the report's, in months, else in quarters or in years.

    >>> lag("2023-06", ReportPeriod("2023-07", "month", "2023-07"))
    '1m'
    """
    end = period.rpartition("/")[2]
    if end[5:6] == "Q":
        return f"{(report.year - int(end[:4])) * 4 + (report.months + 2) // 3 - int(end[6])}q"
    if len(end) >= 7 and end[5:7].isdecimal():
        return f"{(report.year - int(end[:4])) * 12 + report.months - int(end[5:7])}m"
    return f"{report.year - int(end[:4] or report.year)}y{end[4:]}"


class Plot(msgspec.Struct, frozen=True):
    """A chart before it stands in the document; its fields are those of `document.Chart`.

    series: a name with a figure, or None, for each category; the text of a figure is its number
    alone. caption, note: marked text. expression: the call that made it.
    """

    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[Printed | None, ...]], ...]
    unit: str = ""
    caption: str = ""
    note: str = ""
    alt: str = ""
    expression: str = ""


class GridCell(msgspec.Struct, frozen=True):
    """A cell of a table before it stands in the document: marked text, else as `document.Cell`."""

    text: str
    align: Alignment = "decimal"
    bold: bool = False
    indent: int = 0
    exact: Exact | None = None


class Grid(msgspec.Struct, frozen=True):
    """A table before it stands in the document; its fields are those of `document.Table`.

    header: rows of plain text; equal neighbours become one cell. caption, note: marked text.
    """

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[GridCell, ...], ...]
    widths: tuple[int, ...]
    caption: str = ""
    unit: str = ""
    note: str = ""
    expression: str = ""


@dataclass(slots=True)
class Sink:
    """What one rendering has put into its text: figures, clauses (their expressions) and notes.

    shown: charts and tables, each with the number of its clause. problems: what the clerk must be
    told about them.
    """

    figures: list[Printed] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shown: list[tuple[int, Plot | Grid]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def figure(self, printed: Printed) -> str:
        """The mark of a figure."""
        self.figures.append(printed)
        return f"{FIGURE}{len(self.figures) - 1:x}{CLOSE}"

    def clause(self, text: str, expression: str) -> str:
        """A text between the marks of a clause; an absent or empty text stays what it is."""
        if not text or text == ABSENT:
            return ABSENT
        self.clauses.append(expression)
        number = f"{len(self.clauses) - 1:x}{CLOSE}"
        return f"{CLAUSE}{number}{text}{CLAUSE_END}{number}"

    def note(self, text: str) -> str:
        """The mark of a footnote, whose own text may hold figures; nothing for no text."""
        if not text.strip():
            return ""
        if NOTE in text:
            raise ValueError("a note cannot stand in a note")
        self.notes.append(text)
        return f"{NOTE}{len(self.notes) - 1:x}{CLOSE}"

    def show(self, shown: Plot | Grid) -> str:
        """The mark of a chart or a table."""
        self.clauses.append(shown.expression)
        self.shown.append((len(self.clauses) - 1, shown))
        return f"{SHOWN}{len(self.shown) - 1:x}{CLOSE}"

    def tell(self, place: str, message: Message, severity: Severity = "warning") -> None:
        """Keeps a finding for the summary."""
        self.problems.append(Problem(place, message, severity))


class Format(msgspec.Struct, frozen=True):
    """How one series is printed: its settings and what the catalogue says of its numbers.

    unit, decimals: of levels in print; scale: one catalogue unit in printed units.
    """

    settings: Settings
    unit: str
    decimals: int
    rate_decimals: int
    padded: bool = False


def level(measured: Measured, form: Format) -> Printed:
    """A level as printed, in the printed unit: `2.755 triệu USD`."""
    value = convert(measured.value, measured.unit, form.unit)
    padded = form.padded and 0 < value < 10 and value == value.to_integral_value()
    text = wording.quantity(value, form.unit, form.decimals, form.settings, pad=padded)
    text = wording.bounded(text, measured.inputs[0].key.bound) if measured.inputs else text
    return _printed(measured, text, rounded(value, form.decimals), form.unit)


def change(measured: Measured, form: Format) -> Printed:
    """A change as printed, with its verb: `tăng 82,9%`, `tăng 0,3 điểm %`."""
    places = form.rate_decimals
    if measured.measure == "change_points":
        text = wording.change_in_points(measured.value, places, form.settings)
    else:
        text = wording.change(measured.value, places, form.settings)
    return _printed(measured, text, rounded(measured.value, places), measured.unit)


def absolute_change(measured: Measured, form: Format) -> Printed:
    """A change in units as printed: `+5,75 ha`, `tăng 18 vụ`."""
    value = convert(measured.value, measured.unit, form.unit)
    pad = form.padded and value == value.to_integral_value()
    text = wording.absolute_change(value, form.unit, form.decimals, form.settings, pad=pad)
    return _printed(measured, text, rounded(value, form.decimals), form.unit)


def size(measured: Measured, form: Format) -> Printed:
    """The size of a change whose verb stands before it: `81,8%`; `gấp 2,5 lần` of such a rise."""
    places = form.rate_decimals
    text = wording.percentage(abs(measured.value), places, form.settings)
    if wording.is_times(measured.value, places, form.settings):
        text = wording.times(measured.value, form.settings)
    value = rounded(measured.value, places)
    return _printed(measured, text, value, measured.unit)


def percentage(measured: Measured, form: Format) -> Printed:
    """A share or an attainment as printed: `72,5%`."""
    text = wording.percentage(measured.value, form.rate_decimals, form.settings)
    return _printed(measured, text, rounded(measured.value, form.rate_decimals), measured.unit)


def contribution(measured: Measured, form: Format) -> Printed:
    """What a part adds to the whole's growth, as printed: `đóng góp 0,83 điểm %`."""
    text = wording.contribution(measured.value, form.rate_decimals, form.settings)
    return _printed(measured, text, rounded(measured.value, form.rate_decimals), measured.unit)


def contribution_share(measured: Measured, form: Format, *, verb: bool = True) -> Printed:
    """The same in percent of that growth, in no more decimals than it bears: `đóng góp 45,3%`."""
    borne = form.rate_decimals if measured.places is None else measured.places
    places = min(form.rate_decimals, borne)
    if verb:
        text = wording.contribution_share(measured.value, places, form.settings)
    else:
        text = wording.percentage(abs(measured.value), places, form.settings)
    return _printed(measured, text, rounded(measured.value, places), measured.unit)


def attainment_points(measured: Measured, form: Format) -> Printed:
    """The difference of two attainments as printed: `cao hơn 3,2 điểm %`."""
    text = wording.higher_by(measured.value, form.rate_decimals, form.settings)
    return _printed(measured, text, rounded(measured.value, form.rate_decimals), measured.unit)


def worded(measured: Measured, text: str) -> Printed:
    """A figure told in words of the template's own: `không xảy ra tai nạn giao thông`."""
    return _printed(measured, text, measured.value, measured.unit)


def missing(gap: Gap, label: str, unit: str) -> Printed:
    """What stands, highlighted, where a due figure has no data: `[thiếu: kim ngạch xuất khẩu]`.

    unit: of the figure that is to come, whose tag it has already.
    """
    return Printed(f"[thiếu: {label}]", gap.point, gap.measure, gap.base, None, unit, missing=True)


def _printed(measured: Measured, text: str, value: Decimal, unit: str) -> Printed:
    return Printed(
        text,
        measured.point,
        measured.measure,
        measured.base,
        value,
        unit,
        measured.formula,
        measured.inputs,
        measured.origin,
    )
