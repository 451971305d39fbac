"""One paragraph as XML, its properties in the order of the schema."""

from __future__ import annotations


def paragraph(
    style: str,
    runs: str = "",
    *,
    keep_next: bool = False,
    before: int | None = None,
    after: int | None = None,
    indent: tuple[int, int] | None = None,
    align: str = "",
) -> str:
    """`w:p` in a style; what is given replaces the style's own value.

    keep_next: on the same page as the paragraph that follows. before, after, indent (left and
    right): twips. align: a value of `w:jc`.
    """
    properties = (
        f'<w:pStyle w:val="{style}"/>'
        + ("<w:keepNext/>" if keep_next else "")
        + _spacing(before, after)
        + (f'<w:ind w:left="{indent[0]}" w:right="{indent[1]}"/>' if indent else "")
        + (f'<w:jc w:val="{align}"/>' if align else "")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _spacing(before: int | None, after: int | None) -> str:
    """Gaps over and under; the attribute that is absent stays the style's."""
    if before is None and after is None:
        return ""
    over = f' w:before="{before}"' if before is not None else ""
    under = f' w:after="{after}"' if after is not None else ""
    return f"<w:spacing{over}{under}/>"
