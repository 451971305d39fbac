"""Room that a table needs: columns as wide as their texts ask for, and its height on the page.

A number and a word are never broken. Headings take as few lines as leave the names of the rows
enough room; what is left over is shared out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from drafter.document import Cell, Table, visible_text
from drafter.font_widths import text_width, wrapped
from drafter.frame_words import unit_phrase
from drafter.header_cells import HeaderCell, merged_header
from drafter.layout import Layout, ParagraphLayout

LEVEL_INDENT = 227
"""Twips that the name of a row moves right with each level (4 mm)."""
_SINGLE = 115
"""Percent of the font's size that a single line of Times New Roman is high."""
_FEWEST_LINES, _FINE_LINES, _MOST_LINES = 2, 4, 10
"""Lines of a heading: at least tried, as many as are given for names on one line, the limit."""
_LABELS = 42
"""Percent of the table's width that the names of the rows have a claim to."""
_LEAST_LABELS, _MOST_LABELS = 30, 70
"""Percent that they get where nothing else wants it, and have at most to be on one line."""
_ONE_LINE = 2000
"""Twips up to which a short text, such as a unit, is kept on one line."""
_SPARE = 60
"""Twips beyond what the font needs, as another renderer may measure otherwise."""


@dataclass(frozen=True, slots=True)
class _Need:
    """What one column asks for in twips, margins in it: its widest number or word, the longest
    line of its body, and what its own heading needs in so many lines."""

    least: int
    longest: int
    headings: tuple[str, ...]


def fitted_widths(table: Table, layout: Layout) -> tuple[int, ...]:
    """Twips of each column, about as many in all as the text is wide.

    Columns of numbers are alike where that leaves the names enough. A table that has no room even
    for its longest words has it taken from the names of the rows.
    """
    needs = _needs(table, layout)
    return _alike(needs, layout) or _unlike(needs, layout)


def _alike(needs: Sequence[_Need], layout: Layout) -> tuple[int, ...]:
    """Widths that leave the names all that they have a claim to; none where there are no such."""
    total = layout.page.text_width
    one_line = min(needs[0].longest, _part(total, _MOST_LABELS))
    fitting: list[tuple[int, ...]] = []
    for lines in range(_FEWEST_LINES, _MOST_LINES):
        widths = _widths(needs, lines, layout)
        if sum(widths) <= total:
            fitting.append(_shared_out(widths, needs, total))
            if fitting[-1][0] >= one_line:
                return fitting[-1]
        if lines >= _FINE_LINES and fitting:
            break
    return fitting[:2][-1] if fitting else ()


def _unlike(needs: Sequence[_Need], layout: Layout) -> tuple[int, ...]:
    """Widths that leave the names less, each column of numbers as wide as it needs."""
    total, names, numbers = layout.page.text_width, 0, [0]
    least = max(needs[0].least, _part(total, _LEAST_LABELS))
    for lines in range(_FINE_LINES - 1, _MOST_LINES):
        _, *numbers = _widths(needs, lines, layout, alike=False)
        names = total - sum(numbers)
        if names >= least:
            break
    return (max(needs[0].least, names), *numbers)


def _part(total: int, percent: int) -> int:
    return total * percent // 100


def _shared_out(widths: Sequence[int], needs: Sequence[_Need], total: int) -> tuple[int, ...]:
    """The room left over: first to names that would be on one line, then to all alike."""
    names, over = widths[0], total - sum(widths)
    wanted = max(min(needs[0].longest, _part(total, _MOST_LABELS)), _part(total, _LEAST_LABELS))
    more = min(over, max(0, wanted - names))
    each = (over - more) // len(widths)
    return (names + more + each, *(width + each for width in widths[1:]))


def _widths(needs: Sequence[_Need], lines: int, layout: Layout, *, alike: bool = True) -> list[int]:
    """The width of each column whose own heading has so many lines. alike: those of numbers are,
    where that takes not much more room."""
    claim = max(_part(layout.page.text_width, _LABELS), needs[0].least)
    least = [min(needs[0].longest, claim), *(need.least for need in needs[1:])]
    margins = 2 * layout.table.cell_margin + _SPARE
    names, *numbers = (
        max([width, *(margins + _narrowest(text, layout.table_header, lines) for text in headings)])
        for width, headings in zip(least, (need.headings for need in needs), strict=True)
    )
    widest = max(numbers, default=0)
    if not alike or len(numbers) * widest > sum(numbers) * 5 // 4:
        return [names, *numbers]
    return [names, *[widest] * len(numbers)]


def _needs(table: Table, layout: Layout) -> list[_Need]:
    header = merged_header(table.header)
    columns = list(zip(*table.rows, strict=True))
    return [_need(cells, _headings(header, place), layout) for place, cells in enumerate(columns)]


def _headings(header: Sequence[Sequence[HeaderCell]], place: int) -> tuple[str, ...]:
    """The headings of one column alone, each once."""
    found = [visible_text(one.inlines) for row in header for one in row
             if one.column == place and one.span == 1]  # fmt: skip
    return tuple(dict.fromkeys(filter(None, found)))


def _need(cells: Sequence[Cell], headings: tuple[str, ...], layout: Layout) -> _Need:
    margins = 2 * layout.table.cell_margin + _SPARE
    size = layout.table_text.size
    least = longest = margins
    for cell in cells:
        text, indent = visible_text(cell.inlines), LEVEL_INDENT * cell.indent
        whole = text_width(text, size, cell.bold) + indent + margins
        short = cell.align == "center" and whole <= _ONE_LINE
        words = text.split(" ") if cell.align in ("left", "center") and not short else [text]
        word = max(text_width(one, size, cell.bold) for one in words) + indent + margins
        least, longest = max(least, word), max(longest, whole)
    return _Need(least, longest, headings)


@lru_cache(maxsize=1024)
def _narrowest(text: str, look: ParagraphLayout, lines: int) -> int:
    """The least width in which a text has no more lines than `lines`, or its longest word's."""
    size, bold = look.size, look.bold
    low = max(text_width(word, size, bold) for word in text.split(" "))
    if len(wrapped(text, size, low, bold)) <= lines:
        return low
    high = text_width(text, size, bold)
    while high - low > 20:
        middle = (low + high) // 2
        if len(wrapped(text, size, middle, bold)) <= lines:
            high = middle
        else:
            low = middle
    return high


# -- height --------------------------------------------------------------------------------------


def table_height(table: Table, widths: Sequence[int], layout: Layout) -> int:
    """Twips that a table takes with what stands over and under it, without the gap to the next."""
    width = layout.page.text_width
    around = (
        (visible_text(table.caption), layout.caption),
        (unit_phrase(table.unit), layout.table_unit),
        (visible_text(table.note), msgspec.structs.replace(layout.source_note, after=0)),
    )
    return (
        sum(_paragraph_height(text, look, width) for text, look in around if text)
        + _header_height(table, widths, layout)
        + sum(_row_height(row, widths, layout) for row in table.rows)
    )


def _paragraph_height(text: str, look: ParagraphLayout, width: int) -> int:
    lines = len(wrapped(text, look.size, max(width, 1), look.bold))
    return lines * (look.size * _SINGLE * look.line // 10_000) + look.before + look.after


def _row_height(row: Sequence[Cell], widths: Sequence[int], layout: Layout) -> int:
    margins = 2 * layout.table.cell_margin
    return layout.table.border + max(
        _paragraph_height(
            visible_text(cell.inlines),
            layout.table_text,
            width - margins - LEVEL_INDENT * cell.indent,
        )
        for cell, width in zip(row, widths, strict=True)
    )


def _header_height(table: Table, widths: Sequence[int], layout: Layout) -> int:
    """The header rows, a heading over several of them no lower than its text."""
    heights, over_all = [0] * len(table.header), 0
    for place, row in enumerate(merged_header(table.header)):
        for cell in row:
            width = sum(widths[cell.column : cell.column + cell.span])
            text = visible_text(cell.inlines)
            height = _paragraph_height(
                text, layout.table_header, width - 2 * layout.table.cell_margin
            )
            if cell.merge:
                over_all = max(over_all, height)
            else:
                heights[place] = max(heights[place], height)
    return max(sum(heights), over_all) + len(heights) * layout.table.border
