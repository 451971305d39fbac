"""Paragraphs of a .docx with the places of their figures."""

from __future__ import annotations

import io
import zipfile
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
    """A paragraph. style: its style's id. text: non-breaking spaces turned into plain ones."""

    style: str
    text: str
    controls: tuple[Control, ...]

    @property
    def heading(self) -> int:
        """The level of a heading, 0 for other paragraphs."""
        name = self.style.lower()
        return int(name[7:]) if name.startswith("heading") and name[7:].isdecimal() else 0


def lines(docx: bytes) -> list[Line]:
    """The paragraphs of the body, then those of the footnotes."""
    found: list[Line] = []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        for part in ("word/document.xml", "word/footnotes.xml"):
            if part in archive.namelist():
                root = etree.fromstring(archive.read(part))
                found += [_line(p) for p in root.iter(f"{_W}p")]
    return found


def _line(paragraph: etree._Element) -> Line:
    pieces: list[str] = []
    controls: list[Control] = []
    length = 0
    open_controls: list[tuple[etree._Element, int]] = []
    for event, node in etree.iterwalk(paragraph, events=("start", "end")):
        if event == "start" and node.tag == f"{_W}sdt":
            open_controls.append((node, length))
        elif event == "end" and node.tag == f"{_W}sdt":
            _, start = open_controls.pop()
            tag = node.find(f"{_W}sdtPr/{_W}tag")
            controls.append(Control(start, length, "" if tag is None else tag.get(f"{_W}val", "")))
        elif event == "start" and node.tag in _TEXTS:
            text = _TEXTS[node.tag] or node.text or ""
            pieces.append(text)
            length += len(text)
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else style.get(f"{_W}val", "")
    return Line(name, "".join(pieces).replace("\u00a0", " "), tuple(controls))
