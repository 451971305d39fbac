"""Tables of figures: header rows that repeat, rows that stay whole, decimals under each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.document import Cell, Table, visible_text
from drafter.header_cells import HeaderCell, merged_header
from drafter.layout import Layout
from drafter.word.captions import caption_xml, unit_xml
from drafter.word.decimals import decimal_indents
from drafter.word.escaping import escape
from drafter.word.fitting import LEVEL_INDENT, fitted_widths, table_height
from drafter.word.inlines import Story
from drafter.word.paragraphs import Direct, paragraph

_SHORT_GROUP = 6
"""Rows that stay on one page: one with fewer than so many under it."""
_ALIGN = {"left": "", "center": "center", "right": "right", "decimal": "right"}


@dataclass(frozen=True, slots=True)
class _Grid:
    """What the cells of one table share: widths in twips, and the layout."""

    widths: tuple[int, ...]
    layout: Layout
    story: Story


def table_xml(table: Table, story: Story, layout: Layout) -> str:
    """Caption, unit line and table, over the whole text width.

    A table without widths of its own has columns as wide as their texts need.
    """
    relative = table.widths or fitted_widths(table, layout)
    grid = _Grid(column_widths(relative, layout.page.text_width), layout, story)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    return (
        f"{caption_xml(table.caption, story, layout)}{unit_xml(table.unit)}"
        f"<w:tbl>{_table_properties(table, sum(grid.widths))}<w:tblGrid>{columns}</w:tblGrid>"
        f"{_header_rows(table, grid)}{_rows(table, grid)}</w:tbl>"
    )


def column_widths(widths: Sequence[int], total: int) -> tuple[int, ...]:
    """Relative widths as twips that add up to the total exactly."""
    scale, edges, position = sum(widths), [0], 0
    for width in widths:
        position += width
        edges.append(round(position * total / scale))
    return tuple(right - left for left, right in pairwise(edges))


def _table_properties(table: Table, width: int) -> str:
    """Fixed widths: both Word (cell widths) and LibreOffice (grid) then agree."""
    title = visible_text(table.caption)
    named = f'<w:tblCaption w:val="{escape(title)}"/>' if title else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="FiguresTable"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="0"/>{named}</w:tblPr>'
    )


def _header_rows(table: Table, grid: _Grid) -> str:
    """The rows that repeat on every page."""
    return "".join(
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        + "".join(_header_cell(cell, grid) for cell in row)
        + "</w:tr>"
        for row in merged_header(table.header)
    )


def _header_cell(cell: HeaderCell, grid: _Grid) -> str:
    """One header cell, over as many columns and rows as it has."""
    width = sum(grid.widths[cell.column : cell.column + cell.span])
    properties = (
        f'<w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else "")
        + (f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else "")
        + '<w:vAlign w:val="center"/>'
    )
    runs = "" if cell.merge == "continue" else grid.story.runs(cell.inlines)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph('TableHeader', runs)}</w:tc>"


def _rows(table: Table, grid: _Grid) -> str:
    """The body rows, the last with the note under it.

    A short table stays on one page, on a page of tables each that has room on it; a long one breaks
    between short groups of rows, and never leaves a row alone.
    """
    count, page = len(table.rows), grid.layout.page
    together = count <= grid.layout.table.keep_together or (
        page.is_turned and table_height(table, grid.widths, grid.layout) <= page.text_height
    )
    noted = bool(table.note)
    indents = decimal_indents(table.rows, grid.widths, grid.layout)
    kept = _kept_with_next([row[0].indent for row in table.rows])
    return "".join(
        _row(
            row,
            grid,
            keep=(together or kept[place]) if place < count - 1 else noted,
            indents=indents[place],
        )
        for place, row in enumerate(table.rows)
    )


def _kept_with_next(levels: Sequence[int]) -> list[bool]:
    """Whether each row of a long table stands on the page of the next one. levels: of the rows.

    The first and the last two do, a row with the first two of those under it, the last two of
    these, and all of a short group.
    """
    count = len(levels)
    kept = [place in (0, count - 2) for place in range(count)]
    for head, level in enumerate(levels):
        below = next((n for n in range(head + 1, count) if levels[n] <= level), count) - head - 1
        if below:
            for place in range(below) if below < _SHORT_GROUP else (0, 1, below - 1):
                kept[head + place] = True
    return kept


def _row(row: Sequence[Cell], grid: _Grid, keep: bool, indents: Sequence[int]) -> str:
    """One row, never split over two pages."""
    cells = "".join(
        _cell(cell, width, grid.story, keep, indent)
        for cell, width, indent in zip(row, grid.widths, indents, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, width: int, story: Story, keep: bool, indent: int) -> str:
    """One cell with its single paragraph. indent: on the right, twips."""
    left = cell.indent * LEVEL_INDENT
    content = paragraph(
        "TableTotal" if cell.bold else "TableText",
        story.runs(cell.inlines),
        Direct(keep, indent=(left, indent) if left or indent else None, align=_ALIGN[cell.align]),
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )
