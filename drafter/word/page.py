"""The page: paper, margins, and the page number in the header from page 2 on."""

from __future__ import annotations

from drafter.layout import Page
from drafter.word.namespaces import ROOT, XML
from drafter.word.paragraphs import paragraph

DEFAULT_HEADER_ID = "rIdHeader"
FIRST_HEADER_ID = "rIdFirstHeader"

_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def header_xml(numbered: bool) -> str:
    """A header part: the page's number, or nothing for page 1."""
    return f"{XML}<w:hdr {ROOT}>{paragraph('Header', _NUMBER if numbered else '')}</w:hdr>"


def section_properties(page: Page, *, first_number: bool = False) -> str:
    """`w:sectPr` of a body or an annex, whose pages are numbered from 1.

    `w:titlePg` gives its first page a header of its own, which is empty, unless `first_number`.
    """
    first = "" if first_number else (
        f'<w:headerReference w:type="first" r:id="{FIRST_HEADER_ID}"/>'
    )  # fmt: skip
    lying = ' w:orient="landscape"' if page.is_turned else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{DEFAULT_HEADER_ID}"/>{first}'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{lying}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" '
        f'w:left="{page.left}" w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f'<w:pgNumType w:start="1"/><w:cols w:space="708"/>{"" if first_number else "<w:titlePg/>"}'
        "</w:sectPr>"
    )


def section_break(properties: str) -> str:
    """The flat paragraph that ends a section before the last, whose `w:sectPr` it carries."""
    return f'<w:p><w:pPr><w:pStyle w:val="Spacer"/>{properties}</w:pPr></w:p>'
