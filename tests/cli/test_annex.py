"""`drafter draft` with the statistical tables: alone, behind a report, as a workbook."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from office import FILES, open_office
from python_calamine import CalamineWorkbook

from drafter.word import read_ledger
from tests.tables import read_tables

from .commands import Run

ANNEX = """\
label: Biểu số liệu
frame: none
summary: true
title: Số liệu {report}
outline: [annex_trade]
tables: "Biểu {n}. "
settings: {all: {causes: false}}
"""
TABLE = (
    '{{ table(indicator("trade.exports"), columns=["month.previous", "month", '
    '"month.month_on_month", "month.year_on_year"], caption="Xuất khẩu") }}\n'
)
OFFICE = {"templates/reports/annex.yaml": ANNEX, "templates/sections/annex_trade.md.j2": TABLE}


@pytest.fixture(autouse=True)
def with_tables(run: Run) -> None:
    """The office has an annex of one small table, whose month before is missing."""
    open_office(Path("office"), OFFICE)


def test_the_annex_is_a_report_of_its_own(run: Run) -> None:
    assert run("draft", "office", "2023-07", "--report", "annex").code == 0
    (table,) = read_tables(Path("out/annex-2023-07.docx").read_bytes())
    assert table.caption == "Biểu 1. Xuất khẩu"
    assert [cell.text for cell in table.rows[0]] == ["Kim ngạch xuất khẩu", "300", "…", "120,0"]


def test_it_stands_behind_a_report_where_that_is_asked_for(run: Run) -> None:
    assert run("draft", "office", "2023-07", "-o", "plain.docx").code == 0
    assert run("draft", "office", "2023-07", "--annex", "-o", "a.docx").code == 0
    assert read_tables(Path("plain.docx").read_bytes()) == []
    assert len(read_tables(Path("a.docx").read_bytes())) == 1
    sections = {row.section for row in read_ledger(Path("a.docx").read_bytes())}
    assert sections == {"quick", "annex_trade"}


def test_a_report_kind_may_have_it_always(run: Run) -> None:
    short = FILES["templates/reports/short.yaml"] + "annex: true\n"
    open_office(Path("office"), {**OFFICE, "templates/reports/short.yaml": short})
    run("draft", "office", "2023-07")
    assert len(read_tables(Path("out/short-2023-07.docx").read_bytes())) == 1


def test_a_missing_cell_is_told_once_and_in_the_words_of_the_text(run: Run) -> None:
    said = run("draft", "office", "2023-07", "--annex", "--lang", "en")
    assert "missing: 1\n" in said.out
    assert "[thiếu: kim ngạch xuất khẩu, so với tháng trước]" in said.out
    assert said.code == 0
    alone = run("draft", "office", "2023-07", "--report", "annex", "--lang", "en")
    assert "  - trade.exports: month 2023-07 month_on_month: no value for 2023-06\n" in alone.out
    assert "…" not in alone.out


def test_its_causes_remarks_and_rows_left_are_no_findings(run: Run) -> None:
    commentary = (
        "# Nhanh {quick}\n## Nguyên nhân {causes}\n- trade.exports, so với cùng kỳ, giảm: x\n"
    )
    open_office(Path("office"), {**OFFICE, "commentary/2023-07.md": commentary})
    assert "trade.exports" in run("draft", "office", "2023-07").err
    assert run("draft", "office", "2023-07", "--report", "annex", "-v").err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--report", "annex", "--format", "xlsx"),
        ("--annex", "--format", "xlsx"),
        ("--annex", "-o", "out/short.xlsx"),
    ],
)
def test_the_tables_are_written_as_a_workbook(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("draft", "office", "2023-07", *arguments).code == 0
    (file,) = Path("out").glob("*.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(file.read_bytes()))
    assert book.sheet_names == ["Mục lục", "Biểu 1", "Nguồn số liệu"]
    assert book.get_sheet_by_name("Biểu 1").to_python()[4] == [
        "Kim ngạch xuất khẩu", 300.0, "…", 120.0,
    ]  # fmt: skip
    assert len(list(Path("out").glob("*.figures.csv"))) == 1


def test_a_report_without_tables_says_how_to_get_some(run: Run) -> None:
    said = run("draft", "office", "2023-07", "--format", "xlsx", "--lang", "en")
    assert said.code == 2
    assert "the report 'short' has no tables; use --annex, or --report annex" in said.err
    assert not Path("out").exists()


def test_the_ending_must_be_that_of_the_format(run: Run) -> None:
    said = run("draft", "office", "2023-07", "--annex", "--format", "xlsx", "-o", "a.docx")
    assert said.code == 2
    assert ".xlsx" in said.err


def test_a_number_of_a_table_can_be_explained(run: Run) -> None:
    run("draft", "office", "2023-07", "--report", "annex", "-o", "a.docx")
    said = run("explain", "a.docx", "120,0", "--lang", "en")
    assert "measure: index, on the same period of the year before" in said.out
    assert "formula: 300 / 250 × 100" in said.out
    assert 'template: table(indicator("trade.exports")' in said.out
