"""The body: headings, paragraphs and tables, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.document import Block, Chart, Heading, Paragraph, ParagraphRole, Section, Table
from drafter.frame_words import MARKS
from drafter.layout import Layout
from drafter.word.captions import note_xml
from drafter.word.charts import chart_xml
from drafter.word.escaping import text_nodes
from drafter.word.inlines import Story
from drafter.word.paragraphs import AS_STYLED, Direct, paragraph
from drafter.word.tables import table_xml

# The mark of an item is text: a list number would be lost when the paragraph is copied elsewhere.
_MARKS = {role: f"<w:r>{text_nodes(mark)}</w:r>" if mark else "" for role, mark in MARKS.items()}
_STYLES: dict[ParagraphRole, str] = {
    "body": "BodyText",
    "dash": "DashItem",
    "plus": "PlusItem",
    "star": "StarItem",
}
SPACER = paragraph("Spacer")


def body_xml(
    sections: Iterable[Section], story: Story, layout: Layout, keep_with_next: bool
) -> str:
    """All blocks of all sections.

    A table is never last, and never beside another: Word would join the two, and a body that
    ends in a table makes LibreOffice hang. keep_with_next: what follows the body belongs on the
    page of its last lines.
    """
    blocks = [block for section in sections for block in section.blocks]
    xml: list[str] = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        keep = keep_with_next and following is None
        xml.append(_block(block, story, layout, keep))
        if isinstance(block, Table) and not block.note and _needs_spacer(following):
            xml.append(SPACER)
    return "".join(xml)


def _needs_spacer(following: Block | None) -> bool:
    """Whether nothing but the next table, or nothing at all, comes after a table."""
    if isinstance(following, Table):
        return not following.caption and not following.unit
    return following is None


def _block(block: Block, story: Story, layout: Layout, keep: bool) -> str:
    """One block."""
    if isinstance(block, Paragraph):
        return _paragraph(block, story, keep)
    if isinstance(block, Heading):
        return paragraph(f"Heading{min(max(block.level, 1), 4)}", story.runs(block.inlines))
    if isinstance(block, Chart):
        return chart_xml(block, story, layout, keep)
    table = story.around(block.name, table_xml(block, story, layout))
    return table + note_xml(block.note, story, keep)


def _paragraph(block: Paragraph, story: Story, keep: bool) -> str:
    """One paragraph, led by the mark of its role."""
    direct = Direct(keep) if keep else AS_STYLED
    runs = _MARKS[block.role] + story.runs(block.inlines)
    return paragraph(_STYLES[block.role], runs, direct)
