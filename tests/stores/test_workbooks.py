"""Workbooks read as the CSV of the same rows."""

import io
from datetime import datetime

import pytest
import xlsxwriter

from drafter.errors import InputError
from drafter.observations import COLUMNS, Observation
from drafter.stores.rows import read_rows
from drafter.stores.workbooks import read_workbook

from .specimens import CATALOG, read, row


def save(**sheets: list[list[object]]) -> bytes:
    """A workbook with the cells given for its sheets; dates shown as months."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    month = book.add_format({"num_format": "yyyy-mm"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write(number, column, cell, month if isinstance(cell, datetime) else None)
    book.close()
    return file.getvalue()


def _observations(data: bytes) -> list[Observation]:
    tables, _ = read_workbook("data/x.csv", data)
    observations = []
    for table in tables:
        found, problems = read_rows(table.file, table.header, table.rows, CATALOG)
        assert problems == []
        observations += found
    return observations


def test_a_workbook_reads_as_the_csv_does() -> None:
    as_text = [
        row(value="1.234,5"),
        row(value="0,1", period="2023-06", area="20"),
        row(indicator="crops.area", item="05", unit="ha", value="12", span="asof",
            period="31/7/2023", vintage="27/7/2023"),
        row(indicator="budget.revenue", unit="triệu đồng", measure="plan", plan="central",
            span="year", period="2023", value="2092973"),
    ]  # fmt: skip
    as_cells = [
        row(value=1234.5, period=datetime(2023, 7, 1)),
        row(value=0.1, period=datetime(2023, 6, 1), area=20),
        row(indicator="crops.area", item=5, unit="ha", value=12, span="asof",
            period=datetime(2023, 7, 31), vintage=datetime(2023, 7, 27)),
        row(indicator="budget.revenue", unit="triệu đồng", measure="plan", plan="central",
            span="year", period=2023, value=2092973),
    ]  # fmt: skip
    assert _observations(save(Data=[list(COLUMNS), *as_cells])) == read(*as_text)[0]


def test_only_sheets_with_observations_are_read() -> None:
    header: list[object] = ["indicator", "period", "value"]
    data = save(
        Tháng=[["SỐ LIỆU"], [], header, ["trade.exports", "2023-07", 5]],
        Ghi_chú=[["Người nhập", "A"]],
        Trống=[],
        Quý=[header, ["trade.exports", "2023-08", 6]],
    )
    tables, notes = read_workbook("data/x.xlsx", data)
    assert [(table.file, table.header_row) for table in tables] == [
        ("data/x.xlsx[Tháng]", 3), ("data/x.xlsx[Quý]", 1),
    ]  # fmt: skip
    assert [(note.severity, note.text()) for note in notes] == [
        ("note", "data/x.xlsx: sheet 'Ghi_chú' has no header of observations and is not read")
    ]


def test_a_sheet_with_a_misspelt_column_is_not_passed_over() -> None:
    data = save(A=[["indicator", "period", "valeu"], ["trade.exports", "2023-07", 5]])
    ((table,), _) = read_workbook("x.xlsx", data)
    _, problems = read_rows(table.file, table.header, table.rows, CATALOG)
    assert [problem.text() for problem in problems] == [
        "x.xlsx:1:valeu: unknown column 'valeu'; did you mean 'value'?",
        "x.xlsx:1:value: the column value is missing from the header (indicator, period, valeu); "
        "add it",
    ]


def test_a_formula_that_failed_is_a_blank_value() -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("A")
    sheet.write_row(0, 0, ["indicator", "period", "value"])
    sheet.write_row(1, 0, ["trade.exports", "2023-07"])
    sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    book.close()
    ((table,), _) = read_workbook("x.xlsx", file.getvalue())
    _, problems = read_rows(table.file, table.header, table.rows, CATALOG)
    assert [problem.text() for problem in problems] == [
        "x.xlsx:2:value: the value is blank; write the figure, write 0 if there was none, or "
        "delete the row"
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"no zip",
            "x.xlsx: not a workbook that can be read (Cannot detect file format); save it again as "
            ".xlsx, without a password",
        ),
        (
            save(A=[["a", "b"]]),
            "x.xlsx: no sheet has the columns indicator, period and value; add the header",
        ),
    ],
)
def test_a_workbook_that_cannot_be_used_says_why(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as error:
        read_workbook("x.xlsx", data)
    assert str(error.value) == told
