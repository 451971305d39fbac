"""The body: headings, paragraphs and tables, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.document import (
    Block,
    ClauseEnd,
    Heading,
    Inline,
    Paragraph,
    ParagraphRole,
    Section,
    Table,
    Text,
)
from drafter.layout import Layout
from drafter.word.escaping import text_nodes
from drafter.word.inlines import Story, visible_text
from drafter.word.paragraphs import AS_STYLED, Direct, paragraph
from drafter.word.tables import table_xml

# The mark of an item is text: a list number would be lost when the paragraph is copied elsewhere.
_STYLES: dict[ParagraphRole, tuple[str, str]] = {
    "body": ("BodyText", ""),
    "dash": ("DashItem", "- "),
    "plus": ("PlusItem", "+ "),
    "star": ("StarItem", "* "),
}
_MARKS = {mark: f"<w:r>{text_nodes(mark)}</w:r>" if mark else "" for _, mark in _STYLES.values()}
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
        if isinstance(block, Table) and _needs_spacer(following):
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
    return table_xml(block, story, layout)


def _paragraph(block: Paragraph, story: Story, keep: bool) -> str:
    """One paragraph, led by the mark of its role."""
    style, mark = _STYLES[block.role]
    direct = Direct(keep) if keep else AS_STYLED
    runs = _MARKS[mark] + story.runs(block.inlines)
    return paragraph(style, runs, direct)


def with_end_mark(sections: tuple[Section, ...], mark: str) -> tuple[Section, ...]:
    """The sections, closed by `./.` as Mẫu 1.4 (Appendix III) does.

    The mark takes the place of the last full stop; after a table or a heading it stands alone.
    """
    if not mark or not sections:
        return sections
    last = sections[-1]
    final = last.blocks[-1] if last.blocks else None
    if isinstance(final, Paragraph):
        closed = replace(final, inlines=_closed(final.inlines, mark))
        return (*sections[:-1], replace(last, blocks=(*last.blocks[:-1], closed)))
    alone = Paragraph((Text(mark),))
    return (*sections[:-1], replace(last, blocks=(*last.blocks, alone)))


def _closed(inlines: tuple[Inline, ...], mark: str) -> tuple[Inline, ...]:
    """The inlines with the mark after the last text, outside its clause, before its notes."""
    places = [place for place, inline in enumerate(inlines) if visible_text((inline,))]
    place = places[-1] if places else -1
    stop = visible_text((inlines[place],)).rstrip().endswith(".") if places else False
    place += 1
    while place < len(inlines) and isinstance(inlines[place], ClauseEnd):
        place += 1
    rest = mark.removeprefix(".") if stop else mark
    return (*inlines[:place], Text(rest), *inlines[place:])
