"""The document tree and the ledger's records: what `word/` writes and reads, and nothing of OOXML.

Report > Section > Block > Inline. Every record is frozen; a tree is compared with `==`. Those that
a report has hundreds of are Structs, which are made ten times faster.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

import msgspec

FrameName = Literal["people_committee", "statistics_office", "none"]
Alignment = Literal["left", "center", "right", "decimal"]


class Text(msgspec.Struct, frozen=True):
    """A run of plain text; spaces that must not break are already U+00A0."""

    text: str
    bold: bool = False
    italic: bool = False


class Figure(msgspec.Struct, frozen=True):
    """A printed number (or the word that stands for it) that lives in a content control.

    tag: short hash of the figure's role (DESIGN 3.6), the same in the next draft and month;
    occurrences of one role share the tag, so it is not unique in a document.
    missing: the figure was due but its data are not there; printed highlighted.
    """

    tag: str
    printed: str
    title: str = ""
    missing: bool = False
    bold: bool = False
    italic: bool = False


class ClauseStart(msgspec.Struct, frozen=True):
    """Where a stretch begins that the program would rewrite; `name` is the hidden bookmark's."""

    name: str


class ClauseEnd(msgspec.Struct, frozen=True):
    """Where the stretch of the same `name` ends, in the same paragraph, never overlapping."""

    name: str


class Note(msgspec.Struct, frozen=True):
    """A footnote, anchored where it stands among the inlines; one paragraph of inlines."""

    inlines: tuple[Inline, ...]


Inline = Text | Figure | ClauseStart | ClauseEnd | Note


def visible_text(inlines: Iterable[Inline]) -> str:
    """The text that stands in the line itself, notes left out.

    >>> visible_text((Text("ước đạt "), Figure("a1", "40.695 ha"), Note((Text("Sơ bộ."),))))
    'ước đạt 40.695 ha'
    """
    return "".join(
        [
            inline.text if isinstance(inline, Text) else inline.printed
            for inline in inlines
            if isinstance(inline, Text | Figure)
        ]
    )


ParagraphRole = Literal["body", "dash", "plus", "star"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the seven sections) to 4, its number already in the text."""

    level: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `dash`, `plus`, `star`: led by `- `, `+ `, `* `, not in the inlines."""

    inlines: tuple[Inline, ...]
    role: ParagraphRole = "body"


class Exact(msgspec.Struct, frozen=True):
    """The number behind a printed figure, unrounded. places: the decimals that are printed."""

    value: Decimal
    places: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: a single paragraph of inlines.

    indent: how many levels it stands below a total. exact: the number of a cell that holds one.
    """

    inlines: tuple[Inline, ...]
    align: Alignment = "left"
    bold: bool = False
    indent: int = 0
    exact: Exact | None = None

    @property
    def is_missing(self) -> bool:
        """Whether a figure that is due has no data here."""
        return any(isinstance(one, Figure) and one.missing for one in self.inlines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header rows repeat on every page; all rows have the same number of cells.

    widths: relative widths of the columns (any positive scale), blank for such as their texts need.
    unit: printed once above, right. note: under it, its source. name: that of its row in the
    ledger.
    """

    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    caption: tuple[Inline, ...] = ()
    unit: str = ""
    note: tuple[Inline, ...] = ()
    name: str = ""


ChartForm = Literal["columns", "bars", "stacked", "lines"]


class ChartPoint(msgspec.Struct, frozen=True):
    """One value of a chart: its role's tag and its number as a `Figure` has them, and `value`,
    the same number, which is drawn."""

    tag: str
    printed: str
    value: Decimal


class ChartSeries(msgspec.Struct, frozen=True):
    """One series of a chart: its name in the legend, a point for each category or None."""

    name: str
    points: tuple[ChartPoint | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart; every series has a point, or None for what is not drawn, for each category.

    form: `columns`: upright, the series of a category side by side; `bars`: the same lying;
    `stacked`: lying bars of parts that add up, one behind the other; `lines`: through the
    categories, which are periods. name: that of its row in the ledger. unit: of all values.
    caption: over it. note: under it, the source and what is missing. alt: the chart in words.
    """

    name: str
    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    unit: str = ""
    caption: tuple[Inline, ...] = ()
    note: tuple[Inline, ...] = ()
    alt: str = ""


Block = Heading | Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the outline; its heading is the first block when it has one."""

    key: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the body (Decree 30/2020/NĐ-CP, Appendix I, part II), already worded.

    name `people_committee`: Quốc hiệu and Tiêu ngữ, agency names, number, place and date, type
    name, trích yếu, recipients and signing block. `statistics_office`: the agency line and the
    title over a plain body; no Quốc hiệu, number, recipients or signature. `none`: the title.
    Line breaks inside an agency name or trích yếu are `\\n`.
    """

    name: FrameName
    superior: str = ""
    agency: str = ""
    number: str = ""
    place_date: str = ""
    type_name: str = ""
    abstract: str = ""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    signer: str = ""
    end_mark: str = "./."


class LedgerRow(msgspec.Struct, frozen=True):
    """One occurrence of a figure, or a clause (then `tag` is blank), with its history.

    clause: bookmark name of the stretch it stands in, blank outside of one. period: absolute.
    formula: as arithmetic over the inputs; for a clause row, its template expression.
    inputs: `file:row:column` of each observation, relative to the workspace.
    """

    clause: str = ""
    tag: str = ""
    section: str = ""
    printed: str = ""
    value: str = ""
    unit: str = ""
    indicator: str = ""
    item: str = ""
    area: str = ""
    span: str = ""
    period: str = ""
    measure: str = ""
    base: str = ""
    formula: str = ""
    inputs: tuple[str, ...] = ()
    origin: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Properties:
    """Core properties of the file. `created`: ISO date and time, fixed by the caller."""

    title: str
    subject: str = ""
    creator: str = ""
    created: str = "2000-01-01T00:00:00Z"
    language: str = "vi-VN"


@dataclass(frozen=True, slots=True)
class Annex:
    """The statistical tables behind a report, or alone: on landscape pages numbered from 1.

    label: `Phụ lục` (Decree 30/2020/NĐ-CP, Appendix I, III.1.b), blank where it stands alone;
    title: printed in capitals. reference: what document it goes with, in brackets.
    """

    title: str
    sections: tuple[Section, ...]
    label: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report, ready to be written.

    period: the report's period as the command line has it (`2023-07`); kind: its report kind.
    A report may be an annex alone, without sections.
    """

    kind: str
    period: str
    properties: Properties
    frame: Frame | None
    sections: tuple[Section, ...]
    ledger: tuple[LedgerRow, ...] = field(default=())
    annex: Annex | None = None
