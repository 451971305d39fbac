"""A report as plain text, one line a paragraph: for a mail, a search, a comparison of two runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.document import (
    Annex,
    Block,
    Chart,
    Figure,
    Frame,
    Heading,
    Inline,
    Note,
    Paragraph,
    Report,
    Section,
    Table,
    Text,
)
from drafter.footnotes import Footnotes
from drafter.frame_words import (
    MARKS,
    MOTTO,
    NATIONAL_TITLE,
    RECIPIENTS,
    SALUTATION,
    annex_head,
    category_head,
    closed,
    listed,
    unit_phrase,
)
from drafter.table_words import UNKNOWN

_NO_BREAK = str.maketrans("\u00a0\u202f\u2011", "  -")


def plain_text(report: Report) -> str:
    """The text of a report; footnotes are numbered [1] where they stand and follow at the end.

    Spaces and hyphens that must not break are plain ones here, as a search expects.
    """
    story = _Story()
    lines = [
        *_head(report.frame),
        *_body(closed(report.sections, report.frame), story),
        *_closing(report.frame),
        *_annex(report.annex, story),
    ]
    if notes := story.notes.texts:
        lines += ["", *(f"[{number}] {text}" for number, text in enumerate(notes, 1))]
    return "\n".join(lines).strip("\n").translate(_NO_BREAK) + "\n"


@dataclass(slots=True)
class _Story:
    """Collects the footnotes while the body is read."""

    notes: Footnotes = field(default_factory=Footnotes)

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
        return f"[{self.notes.number(inline, self.text)}]"


def _head(frame: Frame | None) -> Iterator[str]:
    """What stands before the body, in the order of the Word file."""
    if frame is None:
        return
    committee = frame.name == "people_committee"
    nation = (NATIONAL_TITLE, MOTTO) if committee else ()
    agencies = (frame.superior, frame.agency) if committee else (frame.agency,)
    told = (*agencies, *nation, frame.number, frame.place_date, frame.type_name, frame.abstract)
    yield from (" ".join(one.split("\n")) for one in told if one)
    names = listed(frame.addressees)
    if len(names) == 1:
        yield f"{SALUTATION}: {names[0]}"
    elif names:
        yield f"{SALUTATION}:"
        yield from (f"- {name}" for name in names)


def _body(sections: Iterable[Section], story: _Story) -> list[str]:
    lines = [
        line for section in sections for block in section.blocks for line in _lines(block, story)
    ]
    return lines if lines[:1] == [""] else ["", *lines]


def _annex(annex: Annex | None, story: _Story) -> Iterator[str]:
    """The tables behind the report, under their own title."""
    if annex is None:
        return
    yield ""
    yield from filter(None, annex_head(annex))
    yield from _body(annex.sections, story)


def _lines(block: Block, story: _Story) -> Iterator[str]:
    if isinstance(block, Heading):
        yield ""
        yield story.text(block.inlines)
    elif isinstance(block, Paragraph):
        yield MARKS[block.role] + story.text(block.inlines)
    else:
        rows = _chart_rows(block) if isinstance(block, Chart) else _table_rows(block, story)
        told = (story.text(block.caption), unit_phrase(block.unit))
        yield from (line for line in told if line)
        yield from rows
        if block.note:
            yield story.text(block.note)


def _table_rows(table: Table, story: _Story) -> Iterator[str]:
    for row in (*table.header, *table.rows):
        yield _row(story.text(cell.inlines) for cell in row)


def _chart_rows(chart: Chart) -> Iterator[str]:
    """The series as columns, under their names where there are any; `…` for no point."""
    if any(one.name for one in chart.series):
        yield _row((category_head(chart), *(one.name for one in chart.series)))
    for place, category in enumerate(chart.categories):
        points = [one.points[place] for one in chart.series]
        yield _row((category, *(point.printed if point else UNKNOWN for point in points)))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _closing(frame: Frame | None) -> Iterator[str]:
    """The signing block, then the recipients; a frame without them ends with its body."""
    if frame is None or frame.name != "people_committee":
        return
    signed = [line for line in (*frame.signature, frame.signer) if line]
    if signed:
        yield from ("", *signed)
    if frame.recipients:
        yield from ("", RECIPIENTS, *(f"- {name}" for name in listed(frame.recipients)))
