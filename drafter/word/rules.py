"""The decree's horizontal lines, as long as the text above them asks for."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.font_widths import balanced_width, text_width, wrapped
from drafter.layout import ParagraphLayout
from drafter.word.paragraphs import Direct, paragraph

WHOLE = 100


def title_indent(text: str, layout: ParagraphLayout, width: int) -> tuple[int, int] | None:
    """Indents that make the lines of a centred text about equally long; None for one line."""
    if len(wrapped(text, layout.size, width, layout.bold)) == 1:
        return None
    narrow = balanced_width(text, layout.size, width, layout.bold)
    # A little more than the font needs, so that another renderer breaks at the same words.
    side = max(0, width - narrow * 102 // 100) // 2
    return (side, side) if side else None


def rule_under(
    text: str, layout: ParagraphLayout, width: int, percent: int, after: int | None = None
) -> str:
    """The line under a centred text. width: of the page or cell; percent: of the text's length."""
    indent = title_indent(text, layout, width)
    inner = width - sum(indent) if indent else width
    lines = wrapped(text, layout.size, inner, layout.bold)
    length = rule_length([text_width(line, layout.size, layout.bold) for line in lines], percent)
    left = (width - length) // 2
    return paragraph("Rule", direct=Direct(after=after, indent=(left, width - length - left)))


def rule_length(lines: Sequence[int], percent: int) -> int:
    """Twips of a line under lines of such lengths.

    Of several lines the widest counts, as long as the result is no more than half the last one
    and no less than a third of the widest (Decree 30/2020/NĐ-CP, Appendix I, II.2.b, II.5.c).
    """
    widest, last = max(lines), lines[-1]
    if percent == WHOLE or len(lines) == 1:
        return widest * percent // 100
    return max(min(widest * percent // 100, last // 2), -(-widest // 3))
