"""The document tree and the ledger's records: what `word/` writes and reads, and nothing of OOXML.

Report > Section > Block > Inline. Every record is frozen; a tree is compared with `==`. Those that
a report has hundreds of are Structs, which are made ten times faster.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: a single paragraph of inlines."""

    inlines: tuple[Inline, ...]
    align: Alignment = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header rows repeat on every page; all rows have the same number of cells.

    widths: relative widths of the columns (any positive scale). unit: printed once above, right.
    """

    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    caption: tuple[Inline, ...] = ()
    unit: str = ""


Block = Heading | Paragraph | Table


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
class Report:
    """A whole report, ready to be written.

    period: the report's period as the command line has it (`2023-07`); kind: its report kind.
    """

    kind: str
    period: str
    properties: Properties
    frame: Frame | None
    sections: tuple[Section, ...]
    ledger: tuple[LedgerRow, ...] = field(default=())
