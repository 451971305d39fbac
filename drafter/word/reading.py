"""A written (and perhaps edited) file read back: its ledger and its content controls."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from drafter.document import LedgerRow
from drafter.errors import InputError, msg
from drafter.word.ledger import TEXT_COLUMNS, fingerprint
from drafter.word.namespaces import LEDGER, WP, W

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STORIES = ("word/document.xml", "word/footnotes.xml")
_DELETED = (f"{{{W}}}del", f"{{{W}}}moveFrom")
_CAPTION = "Caption"
# The styles of what stands under a caption: a table with its unit and source, a chart.
_UNDER_CAPTION = ("Table", "Chart", "SourceNote")
_CELLS = " | "
_HYPHEN = f"{{{W}}}noBreakHyphen"
_CONTROL = f"{{{W}}}sdt"
_DRAWING = f"{{{WP}}}docPr"
_SPACES = (f"{{{W}}}br", f"{{{W}}}tab", f"{{{W}}}cr")
# What zipfile raises on damaged, encrypted or unknown compressions, besides its own error.
_DAMAGED = (zlib.error, EOFError, OSError, RuntimeError, ValueError)


class Control(NamedTuple):
    """A content control: its tag (its alias where an editor lost the tag) and its text."""

    tag: str
    text: str


class Context(NamedTuple):
    """A content control where it stands: `start` characters into the text of its paragraph.

    heading: those that it stands under, the highest first, ` > ` between them; of a figure in a
    footnote those of the footnote's mark.
    """

    control: Control
    paragraph: str
    start: int
    heading: str


class Drawing(NamedTuple):
    """A chart where it stands: what is told of it in words, and the headings as of a `Context`."""

    words: str
    heading: str


def read_ledger(docx: bytes) -> tuple[LedgerRow, ...]:
    """The ledger's rows, none for a file without a ledger.

    The part is found by its namespace, as Word and LibreOffice rename parts. Raises InputError.
    """
    for name, content in _parts(docx):
        if name.endswith(".xml") and LEDGER.encode() in content:
            root = _parsed(name, content)
            if root.tag == f"{{{LEDGER}}}ledger":
                return tuple(_ledger_row(row) for row in root)
    return ()


def is_as_written(docx: bytes) -> bool:
    """Whether a file is a draft whose text nobody has edited since it was written.

    False for any other file, and for what is no Word file at all.
    """
    try:
        parts = dict(_parts(docx))
    except InputError:
        return False
    written = fingerprint(parts.get(name, b"") for name in _STORIES)
    return any(f'text="{written}"'.encode() in content for content in parts.values())


def read_controls(docx: bytes) -> tuple[Control, ...]:
    """Every content control that has a tag: those of the body in order, then the footnotes'.

    The text is as it reads with all tracked changes accepted. Raises InputError.
    """
    stories = {name: content for name, content in _parts(docx) if name in _STORIES}
    return tuple(
        control
        for name in _STORIES
        if name in stories
        for control in _controls(_parsed(name, stories[name]))
    )


def read_contexts(docx: bytes) -> tuple[Context, ...]:
    """Every tagged control of a paragraph, with the paragraph's text; ordered as `read_controls`.

    Raises InputError.
    """
    stories = {name: content for name, content in _parts(docx) if name in _STORIES}
    of_notes: dict[str, str] = {}
    return tuple(
        context
        for name in _STORIES
        if name in stories
        for context in _contexts(_parsed(name, stories[name]), of_notes)
    )


def read_drawings(docx: bytes) -> dict[str, Drawing]:
    """The charts of the body by the names that the ledger has for them. Raises InputError."""
    content = next((one for name, one in _parts(docx) if name == _STORIES[0]), None)
    if content is None:
        return {}
    return {
        found.get("name", ""): Drawing(found.get("descr", ""), heading)
        for paragraph, _, heading in _headed(_parsed(_STORIES[0], content), {})
        for found in paragraph.iter(_DRAWING)
    }


def _contexts(root: Element, of_notes: dict[str, str]) -> Iterator[Context]:
    """The controls of each paragraph under an element; of a table's cell in the text of its row."""
    rows = _rows(root)
    for paragraph, text, heading in _headed(root, of_notes):
        row, before = rows.get(paragraph, (text, 0))
        for start, control in _placed(paragraph):
            yield Context(control, row, before + start, heading)


def _rows(root: Element) -> dict[Element, tuple[str, int]]:
    """Paragraph of a table's cell → the text of its row, the characters of it before the cell's."""
    found: dict[Element, tuple[str, int]] = {}
    for row in root.iter(f"{{{W}}}tr"):
        paragraphs = list(row.iter(f"{{{W}}}p"))
        texts = ["".join(_texts(one)) for one in paragraphs]
        whole, before = _CELLS.join(texts), 0
        for paragraph, text in zip(paragraphs, texts, strict=True):
            found[paragraph] = whole, before
            before += len(text) + len(_CELLS)
    return found


def _headed(root: Element, of_notes: dict[str, str]) -> Iterator[tuple[Element, str, str]]:
    """Each paragraph under an element, its text, and the headings last passed.

    The caption of a table or a chart is the lowest heading, until the next. of_notes: footnote id
    → the headings that its mark stands under; filled in by the body.
    """
    headings: list[str] = []
    caption: list[str] = []
    for paragraph, note in _paragraphs(root):
        text = "".join(_texts(paragraph))
        if level := _heading_level(paragraph):
            headings[level - 1 :] = [text]
        style = _style(paragraph)
        if style == _CAPTION:
            caption = [text]
        elif not style.startswith(_UNDER_CAPTION):
            caption = []
        heading = of_notes.get(note, "") if note else " > ".join([*headings, *caption])
        for mark in paragraph.iter(f"{{{W}}}footnoteReference"):
            of_notes[mark.get(f"{{{W}}}id", "")] = heading
        yield paragraph, text, heading


def _paragraphs(root: Element) -> Iterator[tuple[Element, str]]:
    """Every paragraph under an element, with the id of the footnote it is of, blank in the body."""
    notes = list(root.iter(f"{{{W}}}footnote"))
    for note in notes:
        yield from ((one, note.get(f"{{{W}}}id", "")) for one in note.iter(f"{{{W}}}p"))
    if not notes:
        yield from ((one, "") for one in root.iter(f"{{{W}}}p"))


def _heading_level(paragraph: Element) -> int:
    """The level of a heading, 0 for another paragraph."""
    name = _style(paragraph)
    number = name.removeprefix("Heading")
    return int(number) if number != name and number.isdecimal() else 0


def _style(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    style = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    return "" if style is None else style.get(f"{{{W}}}val", "")


def _placed(paragraph: Element) -> Iterator[tuple[int, Control]]:
    """The controls of a paragraph, each with the number of characters before it."""
    passed = 0
    for piece in _pieces(paragraph):
        if isinstance(piece, str):
            passed += len(piece)
        elif control := _control(piece):
            yield passed, control


def _parts(docx: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each part, one after the other."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            for name in archive.namelist():
                yield name, archive.read(name)
    except zipfile.BadZipFile as error:
        raise InputError.at(
            "", msg("this is not a Word file (.docx); open it in Word and save it as .docx")
        ) from error
    except _DAMAGED as error:
        raise InputError.at(
            "",
            msg(
                "this Word file is damaged or has a password ({reason}); open it in Word and save "
                "it again without a password",
                reason=error,
            ),
        ) from error


def _parsed(name: str, content: bytes) -> Element:
    """The root element of a part."""
    # Drafting never reads a file, so it does not pay for the parser.
    from xml.etree.ElementTree import ParseError, fromstring  # noqa: PLC0415

    try:
        # Expat fetches no outside entities and stops those that grow without bounds.
        return fromstring(content)  # noqa: S314
    except ParseError as error:
        raise InputError.at(
            name,
            msg("this part is not valid XML ({reason}); save the file again", reason=error),
        ) from error


def _ledger_row(row: Element) -> LedgerRow:
    """The record of one `row` element; names not known (of a newer version) are left out."""
    texts = {column: row.get(column, "") for column in TEXT_COLUMNS}
    return LedgerRow(**texts, inputs=tuple(place.text or "" for place in row))


def _controls(root: Element) -> Iterator[Control]:
    """The tagged controls under an element, outer before inner."""
    return (control for element in root.iter(_CONTROL) if (control := _control(element)))


def _control(element: Element) -> Control | None:
    """The record of a `w:sdt`; None where it has neither tag nor alias."""
    tag = _property(element, "tag") or _property(element, "alias")
    content = element.find(f"{{{W}}}sdtContent")
    return Control(tag, "".join(_texts(content))) if tag and content is not None else None


def _property(control: Element, name: str) -> str:
    """The value of a control's `w:tag` or `w:alias`, blank when it has none."""
    found = control.find(f"{{{W}}}sdtPr/{{{W}}}{name}")
    return "" if found is None else found.get(f"{{{W}}}val", "")


def _texts(element: Element) -> Iterator[str]:
    """Pieces of visible text, deletions left out."""
    return (piece for piece in _pieces(element) if isinstance(piece, str))


def _pieces(element: Element) -> Iterator[str | Element]:
    """Pieces of visible text, and each control where it begins."""
    for child in element:
        if child.tag == f"{{{W}}}t":
            yield child.text or ""
        elif child.tag == _HYPHEN:
            yield "\u2011"
        elif child.tag in _SPACES:
            yield " "
        elif child.tag not in _DELETED:
            if child.tag == _CONTROL:
                yield child
            yield from _pieces(child)
