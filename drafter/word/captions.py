"""What stands over and under a table or a chart: its caption, its unit, its source."""

from __future__ import annotations

from drafter.document import Inline, visible_text
from drafter.frame_words import unit_phrase
from drafter.layout import Layout
from drafter.word.inlines import Story
from drafter.word.paragraphs import AS_STYLED, Direct, paragraph, text_paragraph
from drafter.word.rules import title_indent


def caption_xml(caption: tuple[Inline, ...], story: Story, layout: Layout) -> str:
    """The caption, its lines about equally long; nothing for none."""
    if not caption:
        return ""
    indent = title_indent(visible_text(caption), layout.caption, layout.page.text_width)
    direct = Direct(indent=indent) if indent else AS_STYLED
    return paragraph("Caption", story.runs(caption), direct)


def unit_xml(unit: str) -> str:
    """`Đơn vị tính: …` at the right, under the caption; nothing for no unit."""
    return text_paragraph("TableUnit", unit_phrase(unit)) if unit else ""


def note_xml(note: tuple[Inline, ...], story: Story, keep: bool = False) -> str:
    """The paragraph under a table or a chart; nothing for no note.

    keep: what follows belongs on its page.
    """
    if not note:
        return ""
    return paragraph("SourceNote", story.runs(note), Direct(keep_next=True) if keep else AS_STYLED)
