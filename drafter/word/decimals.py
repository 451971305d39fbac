"""Numbers of a column under each other at their decimal comma.

Word aligns at the decimal sign of the reader's system, not of the document, and LibreOffice not
at all; so each number is right aligned and indented by the width of the decimals it lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.document import Cell, visible_text
from drafter.font_widths import around_comma
from drafter.layout import Layout


@dataclass(frozen=True, slots=True)
class _Extent:
    """Twips before and after the decimal comma (or where it would stand)."""

    before: int
    after: int


def decimal_indents(
    rows: Sequence[Sequence[Cell]], widths: Sequence[int], layout: Layout
) -> list[list[int]]:
    """Right indent of every cell in twips, row by row; 0 for a cell that is not decimal.

    The widest number of a column stands in its middle.
    """
    margins = 2 * layout.table.cell_margin
    columns = [
        _column_indents([row[place] for row in rows], width - margins, layout.table_text.size)
        for place, width in enumerate(widths)
    ]
    return [[column[place] for column in columns] for place in range(len(rows))]


def _column_indents(cells: Sequence[Cell], width: int, size: int) -> list[int]:
    """Right indents of one column; what is wider than the column gets none."""
    extents = [_extent(cell, size) if cell.align == "decimal" else None for cell in cells]
    fitting = [one for one in extents if one and one.before + one.after <= width]
    before = max((one.before for one in fitting), default=0)
    after = max((one.after for one in fitting), default=0)
    slack = max(0, width - before - after) // 2
    return [
        max(0, min(slack + after - one.after, width - one.before - one.after)) if one else 0
        for one in extents
    ]


def _extent(cell: Cell, size: int) -> _Extent:
    """How far a cell's text reaches to both sides of its comma."""
    return _Extent(*around_comma(visible_text(cell.inlines), size, cell.bold))
