"""Header rows of a table as merged cells: a heading that repeats its neighbour is one cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from drafter.document import Cell, Inline


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A header cell: first column, columns covered, and whether it goes on below."""

    column: int
    span: int
    inlines: tuple[Inline, ...]
    merge: Literal["", "restart", "continue"] = ""


def merged_header(header: Sequence[Sequence[Cell]]) -> list[list[HeaderCell]]:
    """The header's cells, row by row.

    Side by side, equal headings are merged in all rows but the last, which names the single
    columns; one above the other, in all rows. A blank cell belongs to the cell above it.
    """
    texts = _filled([[cell.inlines for cell in row] for row in header])
    rows = [_row(row, last=place == len(texts) - 1) for place, row in enumerate(texts)]
    return [
        [_merged(cell, above=rows[:place][-1:], below=rows[place + 1 :][:1]) for cell in row]
        for place, row in enumerate(rows)
    ]


def rows_below(cell: HeaderCell, below: Sequence[Sequence[HeaderCell]]) -> int:
    """How many rows below its own a cell goes on in. below: the header's rows under that."""
    count = 0
    for row in below:
        if not any(one.column == cell.column and one.merge == "continue" for one in row):
            break
        count += 1
    return count


def _filled(texts: list[list[tuple[Inline, ...]]]) -> list[list[tuple[Inline, ...]]]:
    """The texts with blanks replaced by what stands above them."""
    for above, row in pairwise(texts):
        row[:] = [text or over for text, over in zip(row, above, strict=True)]
    return texts


def _row(texts: Sequence[tuple[Inline, ...]], last: bool) -> list[HeaderCell]:
    """The cells of one row, equal neighbours joined except in the last row."""
    cells: list[HeaderCell] = []
    for column, text in enumerate(texts):
        if cells and not last and text and cells[-1].inlines == text:
            cells[-1] = replace(cells[-1], span=cells[-1].span + 1)
        else:
            cells.append(HeaderCell(column, 1, text))
    return cells


def _merged(
    cell: HeaderCell, above: list[list[HeaderCell]], below: list[list[HeaderCell]]
) -> HeaderCell:
    """The cell, marked when the same one stands above or below it."""
    if cell.inlines and any(cell in row for row in above):
        return replace(cell, merge="continue")
    if cell.inlines and any(cell in row for row in below):
        return replace(cell, merge="restart")
    return cell
