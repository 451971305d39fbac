"""What `drafter draft` writes and says."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from office import FILES, JUNE, open_office

from drafter.word import read_controls, read_ledger

from .commands import MISSING, Run, Said


def test_a_draft_is_written_to_the_folder_out_with_its_figures_beside_it(run: Run) -> None:
    assert run("draft", "office", "2023-07").code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "short-2023-07.docx",
        "short-2023-07.figures.csv",
    ]


def test_the_summary_says_where_it_is_what_it_holds_and_what_is_missing(run: Run) -> None:
    docx, ledger = Path("out/short-2023-07.docx"), Path("out/short-2023-07.figures.csv")
    assert run("draft", "office", "2023-07").out == (
        f"đã ghi: {docx}\n"
        f"nguồn gốc số liệu: {ledger}\n"
        "số liệu trong báo cáo: 2\n"
        "còn thiếu: 1\n"
        f"  - {MISSING} (trade.exports: month 2023-07 month_on_month: "
        "không có số liệu kỳ 2023-06)\n"
        "dòng số liệu trong kỳ không có trong báo cáo: 1 (thêm -v để liệt kê)\n"
    )


def test_the_summary_is_english_where_that_is_asked_for(run: Run) -> None:
    said = run("--lang", "en", "draft", "office", "2023-07", "-o", "a.docx")
    assert said.out == (
        "written: a.docx\n"
        "where its figures come from: a.figures.csv\n"
        "figures: 2\n"
        "missing: 1\n"
        f"  - {MISSING} (trade.exports: month 2023-07 month_on_month: no value for 2023-06)\n"
        "rows of the period that are not in the report: 1 (-v lists them)\n"
    )


def test_rows_that_are_not_printed_are_listed_only_when_asked_for(run: Run) -> None:
    assert run("draft", "office", "2023-07").err == ""
    assert run("draft", "office", "2023-07", "-v").err.startswith("data/2023.csv:4: trade.turnover")


def test_the_word_file_and_the_csv_hold_the_same_figures(run: Run) -> None:
    run("draft", "office", "2023-07", "-o", "a.docx")
    docx = Path("a.docx").read_bytes()
    printed = [control.text for control in read_controls(docx)]
    assert printed == ["300\u00a0triệu USD", MISSING, "tăng 20,0%"]
    ledger = Path("a.figures.csv").read_text(encoding="utf-8-sig")
    assert all(row.tag in ledger for row in read_ledger(docx))
    assert Path("a.figures.csv").read_bytes().startswith(b"\xef\xbb\xbfclause,tag,")


def test_a_plain_text_draft_has_one_line_a_paragraph(run: Run) -> None:
    run("draft", "office", "2023-07", "--format", "text")
    assert Path("out/short-2023-07.txt").read_text(encoding="utf-8").splitlines() == [
        "CỤC THỐNG KÊ TỈNH HỒNG SƠN",
        "Tin nhanh tháng 7 và 7 tháng đầu năm 2023",
        "",
        "1. Thương mại",
        f"Kim ngạch xuất khẩu tháng 7 đạt 300 triệu USD, {MISSING} và tăng 20,0% so với cùng kỳ "
        "năm trước.",
    ]


def test_the_ending_of_the_file_chooses_the_format(run: Run) -> None:
    run("draft", "office", "2023-07", "-o", "new/folder/july.txt")
    assert Path("new/folder/july.txt").read_text(encoding="utf-8").startswith("CỤC THỐNG KÊ")


def test_a_folder_may_be_named_instead_of_a_file(run: Run) -> None:
    Path("mine").mkdir()
    run("draft", "office", "2023-07", "-o", "mine")
    run("draft", "office", "2023-07", "-o", "yours/")
    assert Path("mine/short-2023-07.docx").is_file()
    assert Path("yours/short-2023-07.docx").is_file()


def test_a_file_whose_ending_tells_another_format_is_refused(run: Run) -> None:
    assert run("draft", "office", "2023-07", "-o", "july.doc", "--lang", "en") == Said(
        2,
        "",
        "july.doc: the name of the file must end in .docx; change it, or --format\n"
        "faults: 1; nothing was written\n",
    )


def test_two_drafts_are_the_same_bytes(run: Run) -> None:
    run("draft", "office", "2023-07", "-o", "a.docx")
    run("draft", "office", "2023-07", "-o", "b.docx")
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_a_vintage_leaves_out_what_was_given_later(run: Run, tmp_path: Path) -> None:
    rows = FILES["data/2023.csv"].replace("source\n", "source,vintage\n").replace(
        "Thương\n", "Thương,2023-07-20\n"
    )  # fmt: skip
    rows += JUNE.replace("\n", ",2023-08-02\n")
    open_office(tmp_path / "office", {"data/2023.csv": rows})
    assert "còn thiếu: 0" in run("draft", "office", "2023-07").out
    assert "còn thiếu: 1" in run("draft", "office", "2023-07", "--vintage", "2023-07-27").out


def test_json_is_one_document_with_everything(run: Run) -> None:
    said = run("draft", "office", "2023-07", "--json", "-o", "a.docx", "--lang", "en")
    assert said.code == 0
    assert said.err == ""
    assert json.loads(said.out) == {
        "file": "a.docx",
        "ledger": "a.figures.csv",
        "report": "short",
        "period": "2023-07",
        "figures": 2,
        "missing": [
            {
                "what": MISSING,
                "place": "trade.exports",
                "message": "month 2023-07 month_on_month: no value for 2023-06",
            }
        ],
        "problems": [
            {
                "severity": "unused",
                "place": "data/2023.csv:4",
                "message": "trade.turnover 2023-07 is in the data but not in the report",
            }
        ],
    }


def test_json_tells_faults_too(run: Run) -> None:
    said = run("draft", "nowhere", "2023-07", "--json")
    assert said.code == 2
    assert said.err == ""
    told = json.loads(said.out)
    assert (told["file"], told["figures"], told["problems"][0]["place"]) == (None, 0, "nowhere")


@pytest.mark.parametrize("name", ["made.docx", "MADE.DOCX"])
def test_a_draft_that_someone_has_edited_is_never_overwritten(
    run: Run, tmp_path: Path, name: str
) -> None:
    assert run("draft", "office", "2023-07", "-o", name).code == 0
    made = tmp_path / name
    assert made.with_name(made.stem + ".figures.csv").is_file()
    assert run("draft", "office", "2023-07", "-o", name).code == 0
    edited = docx.Document(str(made))
    edited.paragraphs[-1].add_run("Đề nghị bổ sung nguyên nhân.")
    edited.save(str(made))
    before = made.read_bytes()
    refused = run("--lang", "en", "draft", "office", "2023-07", "-o", name)
    assert refused.code == 2
    assert refused.err.splitlines() == [
        f"{name}: this file has been edited since it was drafted, and is not overwritten; "
        "move it, or name another file with -o",
        "faults: 1; nothing was written",
    ]
    assert made.read_bytes() == before
