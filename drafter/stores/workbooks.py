"""Workbooks of Excel or LibreOffice: every sheet with a header of observations, cells as values."""

from __future__ import annotations

import io
from typing import Any

from drafter.errors import InputError, Problem, msg
from drafter.stores.columns import Table, column_of, find_header, is_data


def read_workbook(file: str, data: bytes) -> tuple[list[Table], list[Problem]]:
    """The tables of a workbook in the order of its sheets, and warnings of the sheets passed over.

    file: what places begin with; the sheet follows in brackets when there is more than one table.
    Raises InputError when the bytes are no workbook or no sheet has observations.
    """
    sheets = _sheets(file, data)
    tables, warnings = {}, []
    for name, rows in sheets.items():
        header = find_header(rows)
        if rows and is_data(rows[header]):
            titles = tuple("" if cell is None else str(cell) for cell in rows[header])
            cells = _cells(data, name, rows, header)
            tables[name] = Table(file, titles, cells[header + 1 :], header + 1)
        elif any(any(map(_filled, row)) for row in rows):
            warnings.append(Problem(
                file, msg("sheet '{sheet}' has no header of observations and is not read",
                          sheet=name), "warning"))  # fmt: skip
    if not tables:
        raise InputError.at(
            file, msg("no sheet has the columns indicator, period and value; add the header")
        )
    if len(tables) == 1:
        return list(tables.values()), warnings
    return [Table(f"{file}[{name}]", table.header, table.rows, table.header_row)
            for name, table in tables.items()], warnings  # fmt: skip


def _cells(data: bytes, sheet: str, rows: list[list[Any]], header: int) -> list[list[Any]]:
    """The rows of a sheet; a second look, where a value is blank, finds the formula there."""
    at = next((at for at, title in enumerate(rows[header]) if column_of(title) == "value"), None)
    if at is None or not any(row[at] == "" and any(map(_filled, row)) for row in rows[header:]):
        return rows
    # Its parser would slow down every other command.
    from drafter.stores.formulas import with_formulas  # noqa: PLC0415

    return with_formulas(data, sheet, rows)


def _filled(cell: object) -> bool:
    return cell != ""


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
