"""Inlines into markup: figures with their ledger, clauses, references to footnotes.

A `Story` goes along the page once and numbers what is linked.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.document import ClauseEnd, ClauseStart, Figure, Inline, LedgerRow, Note, Text
from drafter.footnotes import Footnotes
from drafter.web.elements import element, escape, start_tag, words

NOTES_TITLE = "notes-title"
"""The id of the heading over the footnotes, which describes every reference to one."""


class Story:
    """What has been numbered so far in one page: headings, tables, charts, footnotes.

    notes: the footnotes met, each as markup, number 1 first.
    """

    def __init__(self, ledger: Iterable[LedgerRow]) -> None:
        self._footnotes = Footnotes()
        self.notes = self._footnotes.texts
        self._rows: dict[tuple[str, str], LedgerRow] = {}
        for row in (one for one in ledger if one.tag):
            # Occurrences of one role differ in nothing but how many decimals they print.
            self._rows.setdefault((row.tag, row.printed), row)
            self._rows.setdefault((row.tag, ""), row)
        self._counts: dict[str, int] = {}

    def name(self, kind: str) -> str:
        """An id that no other element has: `table-3`."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}-{self._counts[kind]}"

    def runs(self, inlines: Iterable[Inline], clause: str = "") -> str:
        """The content of one paragraph. clause: the table or chart that it stands in.

        Raises ValueError when a clause is not closed where it began.
        """
        pieces: list[str] = []
        opened: list[str] = []
        for inline in inlines:
            if isinstance(inline, ClauseStart):
                opened.append(inline.name)
                pieces.append(start_tag("span", data_clause=inline.name))
            elif isinstance(inline, ClauseEnd):
                if not opened or opened.pop() != inline.name:
                    raise ValueError(f"clause ends where it did not begin: {inline.name!r}")
                pieces.append("</span>")
            else:
                pieces.append(self._piece(inline, opened[-1] if opened else clause))
        if opened:
            raise ValueError(f"clause not closed where it began: {opened}")
        return "".join(pieces)

    def _piece(self, inline: Text | Figure | Note, clause: str) -> str:
        """One inline that is no end of a clause."""
        if isinstance(inline, Note):
            return self._note(inline)
        if isinstance(inline, Text):
            return _looking(escape(inline.text), inline.bold, inline.italic)
        written = self.figure(inline.tag, inline.printed, clause, missing=inline.missing)
        return _looking(written, inline.bold, inline.italic)

    def figure(self, tag: str, printed: str, clause: str = "", *, missing: bool = False) -> str:
        """A printed figure: `data` where it has a value, `mark` where that is missing.

        The file and row of its data stay out of the page, which is there for everyone.
        """
        if not tag:
            return escape(printed)
        row = self._rows.get((tag, printed)) or self._rows.get((tag, "")) or LedgerRow()
        known = {"data_figure": tag, "data_in": clause, **_of_ledger(row)}
        if missing:
            return words("mark", printed, class_="missing", **known)
        if not row.value:
            return words("span", printed, class_="figure", **known)
        return words("data", printed, class_="figure", value=row.value, **known)

    def _note(self, note: Note) -> str:
        """The reference; the text goes to `notes`."""
        number = self._footnotes.number(note, self.runs)
        link = words(
            "a",
            f"[{number}]",
            id=f"reference-{number}",
            href=f"#note-{number}",
            role="doc-noteref",
            aria_describedby=NOTES_TITLE,
        )
        return element("sup", link)


def _of_ledger(row: LedgerRow) -> dict[str, str]:
    """What the ledger says of a figure, as attributes."""
    return {
        "data_indicator": row.indicator,
        "data_item": row.item,
        "data_area": row.area,
        "data_span": row.span,
        "data_period": row.period,
        "data_measure": row.measure,
        "data_base": row.base,
        "data_unit": row.unit,
    }


def _looking(markup: str, bold: bool, italic: bool) -> str:
    """Markup in bold, in italics or as it is."""
    markup = element("strong", markup) if bold else markup
    return element("em", markup) if italic else markup
