"""What `drafter explain` tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.word import read_ledger

from .commands import MISSING, Run, Said


@pytest.fixture
def report(run: Run) -> str:
    """A drafted report."""
    run("draft", "office", "2023-07", "-o", "a.docx")
    return "a.docx"


def test_a_figure_is_explained_by_what_is_printed(run: Run, report: str) -> None:
    said = run("explain", report, "20,0%", "--lang", "en")
    tag = read_ledger(Path(report).read_bytes())[-1].tag
    assert said.code == 0
    assert said.out.splitlines() == [
        "'20,0%' is printed in the report; places: 1",
        "",
        "1. tăng 20,0%",
        "   section: 1. Thương mại",
        f"   sentence: Kim ngạch xuất khẩu tháng 7 đạt 300 triệu USD, {MISSING} và tăng 20,0% so "
        "với cùng kỳ năm trước.",
        "   indicator: kim ngạch xuất khẩu (trade.exports)",
        "   period: 2023-07, in the month",
        "   measure: change in percent, on the same period of the year before",
        "   value: 20.0 %",
        "   formula: 300 / 250 × 100 - 100",
        "   from: data/2023.csv:2:value + data/2023.csv:3:value",
        "   origin: as reported",
        "   source: Sở Công Thương",
        f"   tag: {tag}",
        '   template: clause(indicator("trade.exports"), "month", "month_on_month", '
        '"year_on_year")',
    ]


def test_a_figure_is_explained_by_its_tag_and_in_vietnamese(run: Run, report: str) -> None:
    tag = read_ledger(Path(report).read_bytes())[-1].tag
    said = run("explain", report, tag)
    assert said.code == 0
    assert f"'{tag}' có trong báo cáo; số chỗ: 1\n" in said.out
    assert "   đại lượng: tốc độ tăng, giảm (%), so với cùng kỳ năm trước\n" in said.out


def test_a_figure_that_is_not_printed_is_told_with_the_nearest(run: Run, report: str) -> None:
    assert run("explain", report, "20,5%", "--lang", "en") == Said(
        1, "", "no figure is printed as '20,5%'\nthe nearest are: tăng 20,0%\n"
    )


def test_a_file_without_figures_is_refused(run: Run) -> None:
    Path("x.docx").write_text("not a Word file")
    assert run("explain", "x.docx", "1", "--lang", "en").err == (
        "x.docx: this is not a Word file (.docx); open it in Word and save it as .docx\n"
    )
    assert run("explain", "y.docx", "1") == Said(
        2, "", "y.docx: không có tệp này; hãy chỉ một báo cáo do drafter lập\n"
    )


def test_a_figure_that_begins_with_a_minus_is_no_option(run: Run, report: str) -> None:
    assert run("explain", report, "-649,68 ha").code == 1


def test_explain_speaks_json(run: Run, report: str) -> None:
    found = json.loads(run("explain", report, "300", "--json").out)["found"]
    assert [one["inputs"] for one in found] == [["data/2023.csv:2:value"]]
    nothing = run("explain", report, "20,5%", "--json")
    assert (nothing.code, json.loads(nothing.out)["nearest"]) == (1, ["tăng 20,0%"])
    assert (
        json.loads(run("explain", "y.docx", "1", "--json").out)["problems"][0]["place"] == "y.docx"
    )
