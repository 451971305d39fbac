"""Pages as they are read: parsed, with the words that stand in them."""

from __future__ import annotations

import re
from functools import cache

from lxml import html
from word import specimens

from drafter.document import Block, Frame, Inline, Paragraph, Report, Section, Text
from drafter.report import Draft, draft
from drafter.stores.workspace import Workspace, open_workspace
from drafter.web import write_html
from examples.make_samples import EXAMPLES

Element = html.HtmlElement
STYLE = "p { margin: 0; }"
REAL = [
    ("lang-son", "2023-07", "provincial"),
    ("lang-son", "2023-07", "statistics"),
    ("lang-son", "2023-6M", "provincial"),
    ("lang-son", "2023-08", "ubnd"),
    ("lang-son", "2023-07", "portal"),
    ("hai-dang", "2026-07", "statistics"),
]
IDS = [" ".join(one) for one in REAL]
_MARKS = {"dash": "- ", "plus": "+ ", "star": "* "}
_LINES = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "div", "caption", "figcaption"}
_LINES_OF_ONE = {"type", "subject", "label", "title", "unit"}
"""Parts of a heading or caption that stand on a line of their own."""


@cache
def draft_of(office: str, period: str, kind: str, annex: bool = False) -> Draft:
    """A draft of an example office."""
    return draft(_opened(office), period, report=kind, annex=annex)


@cache
def _opened(office: str) -> Workspace:
    return open_workspace(EXAMPLES / office)


@cache
def page_of(office: str, period: str, kind: str, annex: bool = False) -> Element:
    """The page of a draft, with the style sheet that ships."""
    return parsed(draft_of(office, period, kind, annex).html())


def parsed(page: str) -> Element:
    """The tree of a page."""
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def page(report: Report) -> Element:
    """The page of a report."""
    return parsed(write_html(report, STYLE))


def written(*blocks: Block, frame: Frame | None = None) -> Element:
    """The `article` of a report of these blocks."""
    (article,) = page(specimens.report(frame, Section("one", blocks))).iter("article")
    return article


def line(text: str, role: str = "body") -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Text(text),), role)  # type: ignore[arg-type]


def inlines(*given: Inline) -> Element:
    """The paragraph that holds these inlines."""
    return written(Paragraph(given)).find("p")


def told(element: Element) -> str:
    """The text of an element with single spaces; what must not break is plain, as in plain text.

    The marks of lists and the numbers of footnotes, which a browser writes, are in it; drawings,
    the rows of tables and what is there for moving about are not.
    """
    return " ".join("".join(_pieces(element)).translate(_PLAIN).split())


_PLAIN = str.maketrans("\u00a0\u202f\u2011", "  -")


def _pieces(element: Element) -> list[str]:
    if element.tag in ("svg", "style", "thead", "tbody", "summary"):
        return []
    if element.get("role") == "doc-backlink" or element.get("id") == "notes-title":
        return []
    pieces = [_mark(element), element.text or ""]
    for child in element:
        pieces += [*_pieces(child), child.tail or ""]
    own_line = element.tag in _LINES or element.get("class") in _LINES_OF_ONE
    return [" ", *pieces, " "] if own_line else pieces


def _mark(element: Element) -> str:
    """What a browser writes before an item of a list."""
    if element.tag != "li":
        return ""
    if found := re.fullmatch(r"note-([0-9]+)", element.get("id", "")):
        return f"[{found[1]}] "
    return _MARKS[element.getparent().get("class")]


def cells(row: Element) -> list[str]:
    """The texts of a row's cells."""
    return [told(cell) for cell in row]
