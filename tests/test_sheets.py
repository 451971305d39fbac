"""The workbook of a report's tables, read back with another library and from its XML alone."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from drafter.document import (
    Annex,
    Cell,
    Exact,
    Figure,
    LedgerRow,
    Properties,
    Report,
    Section,
    Table,
    Text,
)
from drafter.errors import InputError
from drafter.report import draft
from drafter.sheets import tables_of, write_xlsx
from tests.properties.drafts import office

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def label(text: str, *, bold: bool = False, indent: int = 0) -> Cell:
    return Cell((Text(text),), "left", bold, indent)


def number(printed: str, value: str, places: int, *, bold: bool = False) -> Cell:
    tag = f"tag{printed}"
    return Cell((Figure(tag, printed),), "decimal", bold, 0, Exact(Decimal(value), places))


def heading(text: str) -> Cell:
    return Cell((Text(text),) if text else (), "center", bold=True)


TABLE = Table(
    (
        tuple(map(heading, ("Chỉ tiêu", "Tháng 7 so với (%)", "Tháng 7 so với (%)", "Lũy kế"))),
        tuple(map(heading, ("", "tháng trước", "cùng kỳ", ""))),
    ),
    (
        (label("TỔNG SỐ", bold=True), number("107,95", "107.9512345678", 2, bold=True),
         number("+0,30", "0.304", 2), number("1.234.568", "1234567.89", 0)),
        (label("=Thu khác", indent=1), Cell((Figure("gap", "…", missing=True),), "center"),
         number("-", "0", 1), Cell((Text("…"),), "center")),
    ),
    (),
    (Text("Biểu 3. "), Text("Thu ngân sách")),
    "tỷ đồng",
    (Text("Nguồn: Sở Tài chính."),),
    "_c00007",
)  # fmt: skip
LEDGER = tuple(
    LedgerRow("_c00007", tag, "finance", printed, indicator="budget.revenue", formula=f"f{place}",
              inputs=("data/a.csv:2:value", "data/b.csv:9:value"))
    for place, (tag, printed) in enumerate([
        ("tag107,95", "107,95"), ("tag+0,30", "+0,30"), ("tag1.234.568", "1.234.568"),
        ("gap", "…"), ("tag-", "-"),
    ])
)  # fmt: skip


def report(*tables: Table) -> Report:
    properties = Properties("Báo cáo tháng 7", "2023-07", "Sở", "2023-07-01T00:00:00Z")
    sections = (Section("finance", tables),)
    return Report("annex", "2023-07", properties, None, (), LEDGER, Annex("Số liệu", sections))


class Book:
    """A workbook's parts."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.values = CalamineWorkbook.from_filelike(io.BytesIO(content))

    def xml(self, name: str) -> Any:
        return etree.fromstring(self.archive.read(f"xl/{name}.xml"))

    def sheet(self, place: int) -> Any:
        """The XML of a sheet, the list of tables being the first."""
        return self.xml(f"worksheets/sheet{place}")

    def look(self, sheet: int, cell: str) -> tuple[str, Any, Any]:
        """Number format, font and alignment of a cell."""
        styles = self.xml("styles")
        (found,) = [one for one in self.sheet(sheet).iter(f"{MAIN}c") if one.get("r") == cell]
        style = styles.find(f"{MAIN}cellXfs")[int(found.get("s"))]
        formats = {
            one.get("numFmtId"): one.get("formatCode") for one in styles.iter(f"{MAIN}numFmt")
        }
        font = styles.find(f"{MAIN}fonts")[int(style.get("fontId"))]
        return formats.get(style.get("numFmtId"), ""), font, style.find(f"{MAIN}alignment")

    def names(self) -> dict[str, str]:
        """The defined names: print areas and repeated rows."""
        found = self.xml("workbook").iter(f"{MAIN}definedName")
        return {f"{one.get('name')} {one.get('localSheetId')}": one.text or "" for one in found}


@cache
def specimen() -> Book:
    return Book(write_xlsx(report(TABLE)))


def test_every_table_has_a_sheet_between_the_list_and_the_sources() -> None:
    assert specimen().values.sheet_names == ["Mục lục", "Biểu 3", "Nguồn số liệu"]


def test_caption_unit_heads_and_source_stand_around_the_numbers() -> None:
    rows = specimen().values.get_sheet_by_name("Biểu 3").to_python()
    assert rows[0][0] == "Biểu 3. Thu ngân sách"
    assert rows[1][3] == "Đơn vị tính: tỷ đồng"
    assert rows[2] == ["Chỉ tiêu", "Tháng 7 so với (%)", "", "Lũy kế"]
    assert rows[3] == ["", "tháng trước", "cùng kỳ", ""]
    assert [row[0] for row in rows[4:]] == [
        "TỔNG SỐ", "=Thu khác", "Nguồn: Sở Tài chính.", "", "Về Mục lục",
    ]  # fmt: skip


def test_cells_hold_the_unrounded_numbers_and_texts_where_there_is_none() -> None:
    rows = specimen().values.get_sheet_by_name("Biểu 3").to_python()
    assert rows[4][1:] == [107.9512345678, 0.304, 1234567.89]
    assert rows[5][1:] == ["…", 0.0, "…"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("B5", "#,##0.00"),
        ("C5", "+#,##0.00;-#,##0.00;#,##0.00"),
        ("D5", "#,##0"),
        ("C6", '#,##0.0;-#,##0.0;"-"'),
    ],
)
def test_a_number_shows_as_it_is_printed(cell: str, shown: str) -> None:
    assert specimen().look(2, cell)[0] == shown


def test_totals_are_bold_and_levels_indented() -> None:
    book = specimen()
    assert book.look(2, "A5")[1].find(f"{MAIN}b") is not None
    assert book.look(2, "B5")[1].find(f"{MAIN}b") is not None
    assert book.look(2, "A6")[1].find(f"{MAIN}b") is None
    assert book.look(2, "A6")[2].get("indent") == "1"


def test_heads_are_merged_frozen_and_repeated_in_print() -> None:
    book = specimen()
    merged = [one.get("ref") for one in book.sheet(2).iter(f"{MAIN}mergeCell")]
    assert sorted(merged) == ["A3:A4", "B3:C3", "D3:D4"]
    (pane,) = book.sheet(2).iter(f"{MAIN}pane")
    assert (pane.get("xSplit"), pane.get("ySplit"), pane.get("state")) == ("1", "4", "frozen")
    assert book.names()["_xlnm.Print_Titles 1"] == "'Biểu 3'!$3:$4"


def test_a_sheet_prints_lying_and_as_wide_as_the_page() -> None:
    sheet = specimen().sheet(2)
    setup = sheet.find(f"{MAIN}pageSetup")
    assert (setup.get("orientation"), setup.get("paperSize")) == ("landscape", "9")
    assert setup.get("fitToHeight") == "0"
    assert sheet.find(f"{MAIN}printOptions").get("horizontalCentered") == "1"
    assert sheet.find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr").get("fitToPage") == "1"
    assert specimen().names()["_xlnm.Print_Area 1"] == "'Biểu 3'!$A$1:$D$7"


def test_the_list_leads_to_every_table_and_back() -> None:
    links = [one.get("location") for one in specimen().sheet(1).iter(f"{MAIN}hyperlink")]
    assert links == ["'Biểu 3'!A1"]
    (back,) = specimen().sheet(2).iter(f"{MAIN}hyperlink")
    assert back.get("location") == "'Mục lục'!A1"
    rows = specimen().values.get_sheet_by_name("Mục lục").to_python()
    assert rows[4] == ["Biểu 3", "Thu ngân sách", "tỷ đồng"]


def test_the_hidden_sheet_knows_where_every_number_comes_from() -> None:
    (state,) = [
        one.get("state") for one in specimen().xml("workbook").iter(f"{MAIN}sheet")
        if one.get("name") == "Nguồn số liệu"
    ]  # fmt: skip
    assert state == "hidden"
    head, *rows = specimen().values.get_sheet_by_name("Nguồn số liệu").to_python()
    found = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    assert [(one["sheet"], one["cell"], one["printed"]) for one in found] == [
        ("Biểu 3", "B5", "107,95"), ("Biểu 3", "C5", "+0,30"), ("Biểu 3", "D5", "1.234.568"),
        ("Biểu 3", "B6", "…"), ("Biểu 3", "C6", "-"),
    ]  # fmt: skip
    assert found[0]["inputs"] == "data/a.csv:2:value + data/b.csv:9:value"
    assert [one["formula"] for one in found] == ["f0", "f1", "f2", "f3", "f4"]


def test_names_of_sheets_are_unique_valid_and_short() -> None:
    def captioned(caption: str) -> Table:
        return Table((), ((label("a"), label("b")),), (), (Text(caption),))

    captions = ["Biểu 1. A", "Biểu 1. B", "Không đánh số", "Nguồn 1. C", "Biểu 1. D"]
    names = Book(write_xlsx(report(*map(captioned, captions)))).values.sheet_names[1:-1]
    assert names == ["Biểu 1", "Biểu 1 (2)", "Bảng 3", "Nguồn 1", "Biểu 1 (3)"]
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)


def test_the_same_report_gives_the_same_bytes_and_the_files_own_date() -> None:
    assert write_xlsx(report(TABLE)) == write_xlsx(report(TABLE))
    core = specimen().archive.read("docProps/core.xml").decode()
    assert "Báo cáo tháng 7" in core
    assert core.count("2023-07-01T00:00:00Z") == 2


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    assert list(specimen().sheet(2).iter(f"{MAIN}f")) == []


def test_a_report_without_tables_makes_no_workbook() -> None:
    with pytest.raises(ValueError, match="without tables"):
        write_xlsx(report())
    drafted = draft(office().workspace, "2023-07", report="portal")
    with pytest.raises(InputError) as raised:
        drafted.xlsx()
    assert "--annex" in raised.value.problems[0].text()


@cache
def july() -> tuple[Report, Book]:
    drafted = draft(office().workspace, "2023-07", report="annex")
    return drafted.report, Book(drafted.xlsx())


def test_every_number_of_july_is_in_its_sheet_unrounded() -> None:
    tables, book = tables_of(july()[0]), july()[1]
    names = book.values.sheet_names[1:-1]
    assert len(names) == len(tables) >= 15
    checked = 0
    for name, table in zip(names, tables, strict=True):
        rows = book.values.get_sheet_by_name(name).to_python()
        first = (2 if table.unit else 1) + len(table.header)
        for row, cells in zip(rows[first:], table.rows, strict=False):
            for held, cell in zip(row, cells, strict=True):
                if cell.exact is not None:
                    assert held == pytest.approx(float(cell.exact.value), rel=1e-15)
                    checked += 1
    assert checked > 400


def test_what_july_shows_rounds_to_what_it_prints() -> None:
    for table in tables_of(july()[0]):
        for cell in (cell for row in table.rows for cell in row if cell.exact):
            (figure,) = cell.inlines
            assert isinstance(figure, Figure)
            assert cell.exact is not None
            if figure.printed != "-":
                plain = Decimal(figure.printed.replace(".", "").replace(",", "."))
                assert abs(plain - cell.exact.value) <= Decimal(1).scaleb(-cell.exact.places) / 2


def test_every_number_of_july_knows_its_source() -> None:
    ledger = [row for row in july()[0].ledger if row.tag]
    head, *rows = july()[1].values.get_sheet_by_name("Nguồn số liệu").to_python()
    found = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    assert [(one["tag"], one["printed"], one["formula"]) for one in found] == [
        (row.tag, row.printed, row.formula) for row in ledger
    ]
    assert len({(one["sheet"], one["cell"]) for one in found}) == len(found) > 400
