"""One table on a sheet of its own: caption, unit, merged heads, numbers, source; ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.document import Cell, Figure, LedgerRow, Table, visible_text
from drafter.font_widths import text_width, wrapped
from drafter.frame_words import unit_phrase
from drafter.header_cells import HeaderCell, merged_header, rows_below
from drafter.sheets.looks import Looks

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

CONTENTS = "Mục lục"
"""The sheet that lists the others."""
_A4 = 9
_LABEL_WIDTHS = (24, 56)
"""Letters that the column of names has at least and at most."""
_LEAST = 11
_LINE = 16.5
"""Points that a line of 12 pt takes."""
_SIZE = 240
"""Twips of the letters."""
_DIGIT = 105
"""Twips of the digit that columns are measured in: 7 pixels of the standard font."""
_MARGIN = 2
"""Digits that a cell has beside its text."""
_INDENT = 1.3
"""Digits that a level moves a name to the right."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """A number of a sheet and the ledger's row that it comes from."""

    sheet: str
    cell: str
    row: LedgerRow


def write_table(
    sheet: Worksheet, table: Table, looks: Looks, ledger: Iterable[LedgerRow]
) -> Iterator[Sourced]:
    """Writes a table; the number of each cell with its source."""
    columns = len((table.rows or table.header)[0])
    head = 2 if table.unit else 1
    first = head + len(table.header)
    widths = _widths(table)
    sheet.write_string(0, 0, visible_text(table.caption), looks.caption)
    if table.unit:
        sheet.write_string(1, columns - 1, unit_phrase(table.unit), looks.unit)
    if table.header:
        _write_header(sheet, table, head, widths, looks)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    last = first + len(table.rows) + (1 if table.note else 0)
    if table.note:
        sheet.write_string(last - 1, 0, visible_text(table.note), looks.note)
    sheet.write_url(last + 1, 0, f"internal:'{CONTENTS}'!A1", looks.back, f"Về {CONTENTS}")
    _settle_page(sheet, head, first, (last - 1, columns - 1))
    rows = iter([row for row in ledger if row.tag and row.clause == table.name and table.name])
    return _write_rows(sheet, table, first, looks, rows)


def _write_rows(
    sheet: Worksheet, table: Table, first: int, looks: Looks, ledger: Iterator[LedgerRow]
) -> Iterator[Sourced]:
    """Writes the body and pairs its numbers with the ledger, which has them in the same order."""
    # Only who asks for a workbook pays for the library.
    from xlsxwriter.utility import (  # type: ignore[import-untyped]  # noqa: PLC0415
        xl_rowcol_to_cell,
    )

    sourced: list[Sourced] = []
    width = _widths(table)[0]
    for place, row in enumerate(table.rows, first):
        # Without a height of its own a row of several lines stays low in some programs.
        label, room = row[0], width - row[0].indent * _INDENT
        sheet.set_row(place, _LINE * _lines(visible_text(label.inlines), room, label.bold))
        for column, cell in enumerate(row):
            _write_cell(sheet, place, column, cell, looks)
            for figure in cell.inlines:
                if isinstance(figure, Figure) and (source := next(ledger, None)):
                    address = xl_rowcol_to_cell(place, column)
                    sourced.append(Sourced(sheet.get_name(), address, source))
    return iter(sourced)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, looks: Looks) -> None:
    """A number unrounded under its display; a text as it is printed."""
    look, text = looks.cell(cell), visible_text(cell.inlines)
    if cell.exact is not None:
        sheet.write_number(row, column, float(cell.exact.value), look)
    elif text:
        sheet.write_string(row, column, text, look)
    else:
        sheet.write_blank(row, column, None, look)


def _write_header(
    sheet: Worksheet, table: Table, head: int, widths: Sequence[float], looks: Looks
) -> None:
    """The header rows, merged as in the report, high enough for their texts."""
    header = merged_header(table.header)
    for place, row in enumerate(header):
        for cell in row:
            if cell.merge != "continue":
                below = rows_below(cell, header[place + 1 :])
                ends = (head + place + below, cell.column + cell.span - 1)
                _write_heading(sheet, (head + place, cell.column), ends, cell, looks)
    for place, height in enumerate(_header_lines(header, widths)):
        sheet.set_row(head + place, _LINE * height)


def _header_lines(header: Sequence[Sequence[HeaderCell]], widths: Sequence[float]) -> list[int]:
    """The lines of each header row: enough for its own headings, and with the other rows for those
    that go over all of them."""
    own, over_all = [1] * len(header), 1
    for place, row in enumerate(header):
        for cell in row:
            width = sum(widths[cell.column : cell.column + cell.span])
            lines = _lines(visible_text(cell.inlines), width, bold=True)
            if cell.merge:
                over_all = max(over_all, lines)
            else:
                own[place] = max(own[place], lines)
    own[-1] += max(0, over_all - sum(own))
    return own


def _write_heading(
    sheet: Worksheet, start: tuple[int, int], end: tuple[int, int], cell: HeaderCell, looks: Looks
) -> None:
    text = visible_text(cell.inlines)
    if start == end:
        sheet.write_string(*start, text, looks.header)
    else:
        sheet.merge_range(*start, *end, text, looks.header)


def _settle_page(sheet: Worksheet, head: int, first: int, end: tuple[int, int]) -> None:
    """Frozen heads, and how the sheet is printed: lying, in the middle of the page, not wider."""
    sheet.freeze_panes(first, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, *end)
    if first > head:
        sheet.repeat_rows(head, first - 1)
    sheet.set_footer("&C&P")


def _widths(table: Table) -> list[float]:
    """Digits that each column is wide: its longest number, the longest word of its heading."""
    columns = list(zip(*table.rows, strict=True))
    header = merged_header(table.header)
    widths: list[float] = []
    for place, cells in enumerate(columns):
        longest = max((_width(visible_text(one.inlines), one.bold) for one in cells), default=0)
        if place == 0:
            low, high = _LABEL_WIDTHS
            widths.append(min(max(longest, low), high))
            continue
        words = [
            _width(word, bold=True)
            for row in header
            for cell in row
            if cell.column == place and cell.span == 1
            for word in visible_text(cell.inlines).split(" ")
        ]
        widths.append(max(longest, max(words, default=0), _LEAST))
    return widths


def _width(text: str, bold: bool = False) -> float:
    """Digits that a text takes with the margins of its cell."""
    return text_width(text, _SIZE, bold) / _DIGIT + _MARGIN


def _lines(text: str, width: float, bold: bool = False) -> int:
    """How many lines a text takes in a cell of so many digits."""
    return len(wrapped(text, _SIZE, max(1, round((width - _MARGIN) * _DIGIT)), bold))
