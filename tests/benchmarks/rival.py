"""The rival's document: the same report as a docxtpl template, every figure a placeholder.

docxtpl computes nothing: it is handed each figure as finished text. It has no footnotes in its
templates (theirs stands in the line), no content controls, no charts and no ledger, so the
comparison leans its way.
"""

from __future__ import annotations

import io

import docx
from docxtpl import DocxTemplate

from drafter.document import Block, Chart, Figure, Inline, Note, Report, Table, Text


def template(report: Report) -> tuple[bytes, dict[str, str]]:
    """A .docx with a placeholder for each figure of a report, and what fills them."""
    document, filled = docx.Document(), {}
    for section in report.sections:
        for block in section.blocks:
            for inlines in _lines(block):
                text = "".join(_placed(inline, filled) for inline in inlines)
                document.add_paragraph(text)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue(), filled


def _lines(block: Block) -> list[tuple[Inline, ...]]:
    if isinstance(block, Table):
        return [cell.inlines for row in (*block.header, *block.rows) for cell in row]
    if isinstance(block, Chart):
        return [block.caption, block.note]
    return [block.inlines]


def _placed(inline: Inline, filled: dict[str, str]) -> str:
    if isinstance(inline, Text):
        return inline.text
    if isinstance(inline, Note):
        return "".join(_placed(one, filled) for one in inline.inlines)
    if not isinstance(inline, Figure):
        return ""
    name = f"f{len(filled)}"
    filled[name] = inline.printed
    return f"{{{{ {name} }}}}"


def fill(template_file: bytes, values: dict[str, str]) -> bytes:
    """The filled document."""
    filled = DocxTemplate(io.BytesIO(template_file))
    filled.render(values)
    packed = io.BytesIO()
    filled.save(packed)
    return packed.getvalue()
