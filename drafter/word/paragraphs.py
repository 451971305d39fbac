"""One paragraph as XML, its properties in the order of the schema."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.word.escaping import text_nodes


@dataclass(frozen=True, slots=True)
class Direct:
    """What replaces the values of a paragraph's style; None and blank leave them.

    keep_next: on the same page as the paragraph that follows. before, after, indent (left and
    right): twips. align: a value of `w:jc`.
    """

    keep_next: bool = False
    before: int | None = None
    after: int | None = None
    indent: tuple[int, int] | None = None
    align: str = ""


AS_STYLED = Direct()


def paragraph(style: str, runs: str = "", direct: Direct = AS_STYLED) -> str:
    """`w:p` in a style."""
    own = "" if direct is AS_STYLED else _properties(direct)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{own}</w:pPr>{runs}</w:p>'


def text_paragraph(style: str, text: str, direct: Direct = AS_STYLED) -> str:
    """`w:p` of one run of plain text."""
    return paragraph(style, f"<w:r>{text_nodes(text)}</w:r>", direct)


def _properties(direct: Direct) -> str:
    """The direct part of `w:pPr`."""
    indent = direct.indent
    return (
        ("<w:keepNext/>" if direct.keep_next else "")
        + _spacing(direct.before, direct.after)
        + (f'<w:ind w:left="{indent[0]}" w:right="{indent[1]}"/>' if indent else "")
        + (f'<w:jc w:val="{direct.align}"/>' if direct.align else "")
    )


def _spacing(before: int | None, after: int | None) -> str:
    """Gaps over and under; the attribute that is absent stays the style's."""
    over = f' w:before="{before}"' if before is not None else ""
    under = f' w:after="{after}"' if after is not None else ""
    return f"<w:spacing{over}{under}/>" if over or under else ""
