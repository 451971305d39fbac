"""Numbers of a column under each other at their decimal comma, whatever their decimals.

Style sheets cannot align at a comma; so each number stands at the right of a box as wide as its
column needs, away from the edge by the width of the decimals that it lacks.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.document import Cell, visible_text
from drafter.font_widths import around_comma

_EM = 2048
# What is longer is no number but words, which may break into lines.
_WIDEST = 9 * _EM


def decimal_styles(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The style of every cell's number, row by row; blank for a cell that is not decimal."""
    columns = [
        _column([row[place] for row in rows]) for place in range(len(rows[0]) if rows else 0)
    ]
    return [[column[place] for column in columns] for place in range(len(rows))]


def _column(cells: Sequence[Cell]) -> list[str]:
    """The styles of one column."""
    extents = [_extent(cell) for cell in cells]
    before = max((one[0] for one in extents if one), default=0)
    after = max((one[1] for one in extents if one), default=0)
    return [_style(before + after, after - one[1]) if one else "" for one in extents]


def _extent(cell: Cell) -> tuple[int, int] | None:
    """How far a cell's text reaches to both sides of its comma; None where it is no number."""
    if cell.align != "decimal" or not cell.inlines or cell.is_missing:
        return None
    before, after = around_comma(visible_text(cell.inlines), _EM, cell.bold)
    return (before, after) if before + after <= _WIDEST else None


def _style(wide: int, lacks: int) -> str:
    return f"--wide:{_ems(wide)}" + (f";--lacks:{_ems(lacks)}" if lacks else "")


def _ems(width: int) -> str:
    return f"{round(width / _EM, 3):g}em"
