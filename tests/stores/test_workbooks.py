"""Workbooks read as the CSV of the same rows."""

import io
import zipfile
from datetime import datetime

import pytest
import xlsxwriter

from drafter.errors import InputError
from drafter.observations import COLUMNS, Observation
from drafter.stores.rows import read_rows, read_table
from drafter.stores.series import SeriesRules
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


def ods(*rows: list[object]) -> bytes:
    """An OpenDocument spreadsheet (ISO/IEC 26300) with one sheet."""
    names = ("office", "table", "text")
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
    )
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"
                   for row in rows)  # fmt: skip
    content = (
        f'<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return file.getvalue()


def _ods_cell(cell: object) -> str:
    if cell == "":
        return "<table:table-cell/>"
    kind = "string" if isinstance(cell, str) else f'float" office:value="{cell}'
    return (
        f'<table:table-cell office:value-type="{kind}"><text:p>{cell}</text:p></table:table-cell>'
    )


def _faults(data: bytes) -> list[str]:
    """What there is to say about the only table of a workbook."""
    ((table,), _) = read_workbook("x.xlsx", data)
    return [problem.text() for problem in read_table(table, SeriesRules(CATALOG)).problems()]


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
        ("warning", "data/x.xlsx: sheet 'Ghi_chú' has no header of observations and is not read")
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


def test_a_formula_that_failed_is_told_as_such() -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("A")
    sheet.write_row(0, 0, ["indicator", "period", "value"])
    sheet.write_row(1, 0, ["trade.exports", "2023-07"])
    sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    book.close()
    assert _faults(file.getvalue()) == [
        "x.xlsx:2:value: '#DIV/0!' is a formula that is not calculated or has failed; mend it, "
        "then open the file in Excel and save it"
    ]


def test_a_formula_that_no_program_has_calculated_is_told_as_such() -> None:
    """As openpyxl and other programs leave them, in a sheet that is not the first."""
    header: list[object] = ["indicator", "period", "value"]
    rows: list[list[object]] = [["trade.exports", "2023-07", "=B1*2"], ["trade.exports", "2023-06"]]
    made = save(Ghi_chú=[], Số=[[], header, *rows])
    source, target = zipfile.ZipFile(io.BytesIO(made)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(b"</f><v>0</v>", b"</f>"))
    assert _faults(target.getvalue()) == [
        "x.xlsx:3:value: '=B1*2' is a formula that is not calculated or has failed; mend it, "
        "then open the file in Excel and save it",
        "x.xlsx:4:value: the value is blank; write the figure, write 0 if there was none, or "
        "delete the row",
    ]


def test_a_formula_that_gives_an_empty_text_is_a_blank_value() -> None:
    header: list[object] = ["indicator", "period", "value"]
    made = save(A=[header, ["trade.exports", "2023-07", '=""']])
    source, target = zipfile.ZipFile(io.BytesIO(made)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            text = source.read(name).replace(b"</f><v>0</v>", b"</f><v></v>")
            archive.writestr(name, text.replace(b'r="C2"', b'r="C2" t="str"'))
    assert [fault.partition(";")[0] for fault in _faults(target.getvalue())] == [
        "x.xlsx:2:value: the value is blank"
    ]


def test_a_spreadsheet_of_libreoffice_is_read_as_one_of_excel() -> None:
    tables, warnings = read_workbook("x.ods", ods(["indicator", "period", "value"],
                                                  ["trade.exports", "2023-07", 12.5],
                                                  ["trade.exports", "2023-06", ""]))  # fmt: skip
    found, problems = read_rows("x.ods", tables[0].header, tables[0].rows, CATALOG)
    assert [str(one.value) for one in found] == ["12.5"]
    assert [problem.place for problem in problems] == ["x.ods:3:value"]
    assert warnings == []


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
