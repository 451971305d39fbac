"""Inlines into runs, content controls, hidden bookmarks and footnote references.

A `Story` goes along the document once and numbers what the file format wants numbered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any
from zlib import crc32

from drafter.document import ClauseEnd, ClauseStart, Figure, Inline, Note, Text
from drafter.footnotes import Footnotes
from drafter.word.chart_sizes import PlacedChart
from drafter.word.escaping import escape, one_line, text_nodes

# Word cuts longer bookmark names, after which two of them may be the same.
BOOKMARK_NAME_LIMIT = 40
_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


@lru_cache(maxsize=64)
def run_properties(bold: bool = False, italic: bool = False, missing: bool = False) -> str:
    """`w:rPr` in the order of the schema, blank when nothing differs from the style."""
    inner = (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + ('<w:highlight w:val="yellow"/>' if missing else "")
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


class Story:
    """What has been numbered so far in one document: controls, bookmarks, footnotes, charts.

    notes: the footnotes met, each as the XML of its runs, number 1 first. charts: those met.
    """

    def __init__(self) -> None:
        self._footnotes = Footnotes()
        self.notes = self._footnotes.texts
        self.charts: list[PlacedChart] = []
        self._control_ids: set[int] = set()
        self._occurrences: dict[str, int] = {}
        self._bookmarks: dict[str, int] = {}
        self._open: set[str] = set()
        self._writers: dict[type, Callable[[Any], str]] = {
            Text: _text,
            Figure: self._figure,
            ClauseStart: self._clause_start,
            ClauseEnd: self._clause_end,
            Note: self._note,
        }

    def runs(self, inlines: Iterable[Inline]) -> str:
        """The content of one paragraph.

        Raises ValueError when a clause of the paragraph is not closed in it.
        """
        writers = self._writers
        open_before = frozenset(self._open)
        xml = "".join([writers[type(inline)](inline) for inline in inlines])
        if self._open != open_before:
            raise ValueError(f"clause not closed where it began: {sorted(self._open)}")
        return xml

    def chart(self, chart: PlacedChart) -> int:
        """The number of a chart, 1 the first; it names its parts."""
        self.charts.append(chart)
        return len(self.charts)

    def _figure(self, figure: Figure) -> str:
        """A control round a figure; one without a tag is a run only.

        Plain text (`w:text`) unless the figure has a look of its own: LibreOffice 7.4 drops the
        run properties inside a plain-text control, and a gap must be seen everywhere.
        """
        properties = run_properties(figure.bold, figure.italic, missing=figure.missing)
        run = f"<w:r>{properties}{text_nodes(one_line(figure.printed))}</w:r>"
        if not figure.tag:
            return run
        tag = escape(figure.tag)
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/>'
            f'<w:id w:val="{self._control_id(figure.tag)}"/><w15:appearance w15:val="hidden"/>'
            f"{'' if properties else '<w:text/>'}</w:sdtPr>"
            f"<w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )

    def _control_id(self, tag: str) -> int:
        """A positive 32-bit id, unique in the document, the same in every run."""
        number = self._occurrences.get(tag, 0)
        while True:
            number += 1
            control_id = crc32(f"{tag}#{number}".encode()) & 0x7FFFFFFF
            if control_id and control_id not in self._control_ids:
                break
        self._occurrences[tag] = number
        self._control_ids.add(control_id)
        return control_id

    def _clause_start(self, clause: ClauseStart) -> str:
        """The start of a hidden bookmark (hidden because its name begins with `_`)."""
        name = clause.name
        if name in self._bookmarks or not 0 < len(name) <= BOOKMARK_NAME_LIMIT:
            raise ValueError(f"clause name used twice, blank or too long: {name!r}")
        self._bookmarks[name] = len(self._bookmarks)
        self._open.add(name)
        return f'<w:bookmarkStart w:id="{self._bookmarks[name]}" w:name="{escape(name)}"/>'

    def _clause_end(self, clause: ClauseEnd) -> str:
        """The end of a hidden bookmark."""
        if clause.name not in self._open:
            raise ValueError(f"clause ends without having begun: {clause.name!r}")
        self._open.remove(clause.name)
        return f'<w:bookmarkEnd w:id="{self._bookmarks[clause.name]}"/>'

    def around(self, name: str, blocks: str) -> str:
        """Whole blocks between the ends of a hidden bookmark; as they are without a name."""
        if not name:
            return blocks
        start = self._clause_start(ClauseStart(name))
        return f"{start}{blocks}{self._clause_end(ClauseEnd(name))}"

    def _note(self, note: Note) -> str:
        """The reference; the text goes to `notes`."""
        number = self._footnotes.number(note, self.runs)
        return f'{_REFERENCE}<w:footnoteReference w:id="{number}"/></w:r>'


def _text(text: Text) -> str:
    """A run of text; nothing for no text."""
    if not text.text:
        return ""
    properties = run_properties(text.bold, text.italic)
    return f"<w:r>{properties}{text_nodes(text.text)}</w:r>"
