"""A report into the bytes of a .docx: all parts, put together once."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.document import Report
from drafter.frame_words import closed, has_closing
from drafter.layout import Layout
from drafter.word import namespaces as ns
from drafter.word.annex import annex_xml
from drafter.word.blocks import SPACER, body_xml
from drafter.word.charts import chart_parts
from drafter.word.closing import closing_xml
from drafter.word.footnotes import footnotes_xml
from drafter.word.frame import head_xml
from drafter.word.inlines import Story
from drafter.word.ledger import fingerprint, ledger_xml, store_xml
from drafter.word.package import Part, write_package
from drafter.word.page import (
    DEFAULT_HEADER_ID,
    FIRST_HEADER_ID,
    header_xml,
    section_break,
    section_properties,
)
from drafter.word.properties import app_xml, core_xml
from drafter.word.settings import font_table_xml, settings_xml, theme_xml
from drafter.word.styles import styles_xml

_DOCUMENT = "word/document.xml"
_LEDGER_PART = "customXml/item1.xml"
_CORE_RELATION = f"{ns.PACKAGE}/relationships/metadata/core-properties"


def write_docx(report: Report, layout: Layout) -> bytes:
    """The .docx of a report; the same report and layout give the same bytes.

    Raises ValueError when the tree breaks its own rules (a clause that is not closed in its
    paragraph, a footnote inside a footnote).
    """
    story = Story()
    body = _document_xml(report, layout, story)
    notes = footnotes_xml(story.notes)
    text = fingerprint([body.encode(), notes.encode()])
    return write_package(
        (
            Part(_DOCUMENT, body, "officeDocument", ns.DOCUMENT_TYPE, ""),
            *_settled_parts(report, layout),
            Part("word/footnotes.xml", notes, "footnotes", ns.FOOTNOTES_TYPE),
            *_headers(),
            *chart_parts(story.charts, report.properties.language),
            Part(_LEDGER_PART, ledger_xml(report, text), "customXml"),
            Part(
                "customXml/itemProps1.xml",
                store_xml(),
                "customXmlProps",
                ns.STORE_TYPE,
                _LEDGER_PART,
            ),
        )
    )


def _document_xml(report: Report, layout: Layout, story: Story) -> str:
    """The main part: the report itself, then its annex in a section of its own."""
    page = section_properties(layout.page)
    body = _body(report, layout, story)
    if report.annex is None:
        body = (body or SPACER) + page
    else:
        annex = annex_xml(report.annex, story, layout)
        body = body + section_break(page) + annex if body else annex
    return f"{ns.XML}<w:document {ns.ROOT}><w:body>{body}</w:body></w:document>"


def _body(report: Report, layout: Layout, story: Story) -> str:
    """Frame and sections; nothing of a report that is an annex alone."""
    frame = report.frame
    closing = has_closing(frame)
    sections = closed(report.sections, frame)
    head = head_xml(frame, layout) if frame is not None else ""
    body = body_xml(sections, story, layout, keep_with_next=closing)
    tail = closing_xml(frame, layout) + SPACER if frame is not None and closing else ""
    return head + (body or (SPACER if head or tail else "")) + tail


def _settled_parts(report: Report, layout: Layout) -> Iterator[Part]:
    """The parts that the text has no say in."""
    language = report.properties.language
    yield Part("word/styles.xml", styles_xml(layout, language), "styles", ns.STYLES_TYPE)
    yield Part("word/settings.xml", settings_xml(language), "settings", ns.SETTINGS_TYPE)
    yield Part("word/fontTable.xml", font_table_xml(layout.font), "fontTable", ns.FONTS_TYPE)
    yield Part("word/theme/theme1.xml", theme_xml(layout.font), "theme", ns.THEME_TYPE)
    yield Part("docProps/core.xml", core_xml(report.properties), _CORE_RELATION, ns.CORE_TYPE, "")
    yield Part("docProps/app.xml", app_xml(), "extended-properties", ns.APP_TYPE, "")


def _headers() -> Iterator[Part]:
    """The numbered header, and the empty one of page 1."""
    for name, numbered, part_id in (
        ("header1", True, DEFAULT_HEADER_ID),
        ("header2", False, FIRST_HEADER_ID),
    ):
        yield Part(f"word/{name}.xml", header_xml(numbered), "header", ns.HEADER_TYPE, id=part_id)
