"""The tables of a .docx read back from its XML alone: heads unmerged, cells with their look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.word.effective import Docx, Element, attribute, w


@dataclass(frozen=True)
class Read:
    """A cell: its text, the tag of its figure, whether it is highlighted and bold, its indent."""

    text: str
    tag: str = ""
    highlighted: bool = False
    bold: bool = False
    indent: int = 0


@dataclass(frozen=True)
class ReadTable:
    """A table with what stands over and under it. header: each row with a text for every column."""

    caption: str
    unit: str
    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Read, ...], ...]
    note: str = ""

    @property
    def heads(self) -> list[str]:
        """The heading of every column, what stands over it in front."""
        return [
            " ".join(dict.fromkeys(filter(None, texts))) for texts in zip(*self.header, strict=True)
        ]

    def row(self, label: str) -> dict[str, Read]:
        """The cells of the one row of that name, by the headings of their columns."""
        (found,) = [row for row in self.rows if row[0].text == label]
        return dict(zip(self.heads, found, strict=True))


def read_tables(content: bytes) -> list[ReadTable]:
    """Every table of figures, in order; the borderless ones of the frame are left out."""
    docx = Docx(content)
    return [
        _table(docx, element)
        for element in docx.body.iter(w("tbl"))
        if element.find(f"{w('tblPr')}/{w('tblStyle')}") is not None
    ]


def plain(text: str) -> str:
    """A text with plain spaces."""
    return text.replace("\u00a0", " ")


def _table(docx: Docx, element: Element) -> ReadTable:
    rows = list(element.iter(w("tr")))
    heads = [row for row in rows if row.find(f"{w('trPr')}/{w('tblHeader')}") is not None]
    over = list(_paragraphs_before(element))
    under = element.getnext()
    while under is not None and under.tag != w("p"):
        under = under.getnext()
    note = docx.paragraph(under) if under is not None else None
    by_style = {docx.paragraph(one).style: plain(docx.paragraph(one).text) for one in over}
    return ReadTable(
        by_style.get("Caption", ""),
        by_style.get("TableUnit", ""),
        _header(docx, heads),
        tuple(tuple(_cell(docx, one) for one in row.iter(w("tc"))) for row in rows[len(heads) :]),
        plain(note.text) if note is not None and note.style == "SourceNote" else "",
    )


def _paragraphs_before(element: Element) -> Iterator[Element]:
    """The caption and the unit right over a table."""
    previous = element.getprevious()
    while previous is not None and previous.tag == w("p"):
        style = previous.find(f"{w('pPr')}/{w('pStyle')}")
        if style is None or attribute(style, "val") not in ("Caption", "TableUnit"):
            return
        yield previous
        previous = previous.getprevious()


def _header(docx: Docx, rows: list[Element]) -> tuple[tuple[str, ...], ...]:
    """The header's texts, one for every column, a heading over several rows in each of them."""
    header: list[tuple[str, ...]] = []
    for row in rows:
        texts: list[str] = []
        for cell in row.iter(w("tc")):
            span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
            merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            goes_on = merge is not None and attribute(merge, "val") != "restart"
            text = header[-1][len(texts)] if goes_on else _cell(docx, cell).text
            texts += [text] * (int(str(attribute(span, "val"))) if span is not None else 1)
        header.append(tuple(texts))
    return tuple(header)


def _cell(docx: Docx, element: Element) -> Read:
    paragraph = docx.paragraph(next(element.iter(w("p"))))
    tags = [str(attribute(one, "val")) for one in element.iter(w("tag"))]
    return Read(
        plain(paragraph.text),
        tags[0] if tags else "",
        next(element.iter(w("highlight")), None) is not None,
        bool(paragraph.runs) and all(run.bold for run in paragraph.runs),
        paragraph.twips("ind.left"),
    )
