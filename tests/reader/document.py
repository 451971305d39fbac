"""Paragraphs of a .docx with the places of their figures."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


_TEXTS = {f"{_W}t": "", f"{_W}tab": " ", f"{_W}br": " ", f"{_W}noBreakHyphen": "-"}
"""Elements that show text, and which where it is not their own."""


@dataclass(frozen=True)
class Control:
    """A content control: where its text stands in its paragraph, and its tag."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True)
class Line:
    """A paragraph. style: its style's id. text: non-breaking spaces turned into plain ones.

    notes: its footnotes, each with the place in the text where it is called.
    """

    style: str
    text: str
    controls: tuple[Control, ...]
    notes: tuple[tuple[int, Line], ...] = ()

    @property
    def heading(self) -> int:
        """The level of a heading, 0 for other paragraphs."""
        name = self.style.lower()
        return int(name[7:]) if name.startswith("heading") and name[7:].isdecimal() else 0


def lines(docx: bytes) -> list[Line]:
    """The paragraphs of the body, each with its footnotes."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        notes: dict[str, Line] = {}
        if "word/footnotes.xml" in archive.namelist():
            for note in etree.fromstring(archive.read("word/footnotes.xml")):
                notes[note.get(f"{_W}id", "")] = _line(next(note.iter(f"{_W}p")), {})
    return [_line(paragraph, notes) for paragraph in body.iter(f"{_W}p")]


def with_notes(found: Iterable[Line]) -> Iterator[Line]:
    """Paragraphs, each followed by its footnotes."""
    for line in found:
        yield line
        yield from (note for _, note in line.notes)


def _line(paragraph: etree._Element, notes: Mapping[str, Line]) -> Line:
    pieces: list[str] = []
    controls: list[Control] = []
    called: list[tuple[int, Line]] = []
    length = 0
    open_controls: list[tuple[etree._Element, int]] = []
    for event, node in etree.iterwalk(paragraph, events=("start", "end")):
        if event == "start" and node.tag == f"{_W}sdt":
            open_controls.append((node, length))
        elif event == "end" and node.tag == f"{_W}sdt":
            _, start = open_controls.pop()
            tag = node.find(f"{_W}sdtPr/{_W}tag")
            controls.append(Control(start, length, "" if tag is None else tag.get(f"{_W}val", "")))
        elif event == "start" and node.tag == f"{_W}footnoteReference":
            called.append((length, notes[node.get(f"{_W}id", "")]))
        elif event == "start" and node.tag in _TEXTS:
            text = _TEXTS[node.tag] or node.text or ""
            pieces.append(text)
            length += len(text)
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else style.get(f"{_W}val", "")
    text = "".join(pieces).replace("\u00a0", " ")
    return Line(name, text, tuple(controls), tuple(called))
