"""The tables behind a report: Decree 30/2020/NĐ-CP, Appendix I, III.1, on pages that lie."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.document import Annex
from drafter.frame_words import annex_head
from drafter.layout import Layout
from drafter.word.blocks import SPACER, body_xml
from drafter.word.inlines import Story
from drafter.word.page import section_properties
from drafter.word.paragraphs import Direct, text_paragraph
from drafter.word.rules import title_indent


def annex_xml(annex: Annex, story: Story, layout: Layout) -> str:
    """The blocks of the annex and the `w:sectPr` that the document ends with."""
    turned = replace(layout, page=layout.page.turned)
    body = body_xml(annex.sections, story, turned, keep_with_next=False)
    return (
        _head(annex, turned)
        + (body or SPACER)
        + section_properties(turned.page, first_number=layout.annex.first_number)
    )


def _head(annex: Annex, layout: Layout) -> str:
    """`Phụ lục`, its title in capitals, and what document it goes with."""
    label, title, reference = annex_head(annex)
    indent = title_indent(title, layout.annex.title, layout.page.text_width)
    told = (
        text_paragraph("AnnexLabel", label) if label else "",
        text_paragraph("AnnexTitle", title, Direct(indent=indent)) if title else "",
        text_paragraph("AnnexReference", reference) if reference else "",
    )
    return "".join(told)
