"""A report as plain text, one line a paragraph: for a mail, a search, a comparison of two runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.document import (
    Block,
    Cell,
    Figure,
    Frame,
    Heading,
    Inline,
    Note,
    Paragraph,
    Report,
    Table,
    Text,
)
from drafter.word.closing import RECIPIENTS
from drafter.word.frame import MOTTO, NATIONAL_TITLE, SALUTATION, listed

_MARKS = {"dash": "- ", "plus": "+ ", "star": "* "}
_NO_BREAK = str.maketrans("\u00a0\u202f\u2011", "  -")


def plain_text(report: Report) -> str:
    """The text of a report; footnotes are numbered [1] where they stand and follow at the end.

    Spaces and hyphens that must not break are plain ones here, as a search expects.
    """
    story = _Story()
    lines = [*_head(report.frame), *_body(report, story), *_closing(report.frame)]
    if story.notes:
        lines += ["", *(f"[{number}] {text}" for number, text in enumerate(story.notes, 1))]
    return "\n".join(lines).strip("\n").translate(_NO_BREAK) + "\n"


@dataclass(slots=True)
class _Story:
    """Collects the footnotes while the body is read."""

    notes: list[str] = field(default_factory=list)

    def text(self, inlines: Iterable[Inline]) -> str:
        """The text of inlines, a footnote as its number."""
        return "".join([self._piece(inline) for inline in inlines])

    def _piece(self, inline: Inline) -> str:
        if isinstance(inline, Text):
            return inline.text
        if isinstance(inline, Figure):
            return inline.printed
        if not isinstance(inline, Note):
            return ""
        self.notes.append(self.text(inline.inlines))
        return f"[{len(self.notes)}]"


def _head(frame: Frame | None) -> Iterator[str]:
    """What stands before the body, in the order of the Word file."""
    if frame is None:
        return
    committee = frame.name == "people_committee"
    nation = (NATIONAL_TITLE, MOTTO) if committee else ()
    agencies = (frame.superior, frame.agency) if committee else (frame.agency,)
    told = (*agencies, *nation, frame.number, frame.place_date, frame.type_name, frame.abstract)
    yield from (" ".join(one.split("\n")) for one in told if one)
    if len(frame.addressees) == 1:
        yield f"{SALUTATION}: {frame.addressees[0]}."
    elif frame.addressees:
        yield f"{SALUTATION}:"
        yield from (f"- {name}" for name in listed(frame.addressees))


def _body(report: Report, story: _Story) -> list[str]:
    lines = [
        line
        for section in report.sections
        for block in section.blocks
        for line in _lines(block, story)
    ]
    frame = report.frame
    if lines and frame is not None and frame.name == "people_committee":
        lines[-1] = lines[-1].removesuffix(".") + frame.end_mark
    return lines if lines[:1] == [""] else ["", *lines]


def _lines(block: Block, story: _Story) -> Iterator[str]:
    if isinstance(block, Heading):
        yield ""
        yield story.text(block.inlines)
    elif isinstance(block, Paragraph):
        yield _MARKS.get(block.role, "") + story.text(block.inlines)
    else:
        yield from _table(block, story)


def _table(table: Table, story: _Story) -> Iterator[str]:
    if table.caption:
        yield story.text(table.caption)
    if table.unit:
        yield table.unit
    for row in (*table.header, *table.rows):
        yield _row(row, story)


def _row(row: Iterable[Cell], story: _Story) -> str:
    return "| " + " | ".join(story.text(cell.inlines) for cell in row) + " |"


def _closing(frame: Frame | None) -> Iterator[str]:
    """The signing block, then the recipients; a frame without them ends with its body."""
    if frame is None or frame.name != "people_committee":
        return
    signed = [line for line in (*frame.signature, frame.signer) if line]
    if signed:
        yield from ("", *signed)
    if frame.recipients:
        yield from ("", RECIPIENTS, *(f"- {name}" for name in listed(frame.recipients)))
