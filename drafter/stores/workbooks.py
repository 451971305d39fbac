"""Excel workbooks: every sheet whose header is one of observations, with its cells as values."""

from __future__ import annotations

import io
from typing import Any

from drafter.errors import InputError, Problem, msg
from drafter.stores.columns import Table, find_header, is_data


def read_workbook(file: str, data: bytes) -> tuple[list[Table], list[Problem]]:
    """The tables of a workbook in the order of its sheets, and notes on the sheets passed over.

    file: what places begin with; the sheet follows in brackets when there is more than one table.
    Raises InputError when the bytes are no workbook or no sheet has observations.
    """
    sheets = _sheets(file, data)
    tables, notes = {}, []
    for name, rows in sheets.items():
        header = find_header(rows)
        if rows and is_data(rows[header]):
            titles = tuple("" if cell is None else str(cell) for cell in rows[header])
            tables[name] = Table(file, titles, rows[header + 1 :], header + 1)
        elif any(any(cell != "" for cell in row) for row in rows):
            notes.append(Problem(
                file, msg("sheet '{sheet}' has no header of observations and is not read",
                          sheet=name), "note"))  # fmt: skip
    if not tables:
        raise InputError.at(
            file, msg("no sheet has the columns indicator, period and value; add the header")
        )
    if len(tables) == 1:
        return list(tables.values()), notes
    return [Table(f"{file}[{name}]", table.header, table.rows, table.header_row)
            for name, table in tables.items()], notes  # fmt: skip


def _sheets(file: str, data: bytes) -> dict[str, list[list[Any]]]:
    """The cells of every worksheet from its corner on, blank cells as ''."""
    from python_calamine import (  # noqa: PLC0415 not needed where all data are CSV
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
    )

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {
            sheet.name: book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        }
    except CalamineError as error:
        raise InputError.at(
            file,
            msg("not a workbook that can be read ({reason}); save it again as .xlsx, without a "
                "password", reason=str(error)),
        ) from None  # fmt: skip
