"""A report as plain text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from word import specimens

from drafter.document import (
    Annex,
    Block,
    Chart,
    ChartPoint,
    ChartSeries,
    Frame,
    Note,
    Paragraph,
    Section,
    Table,
    Text,
)
from drafter.plain_text import plain_text


def body(*blocks: Block, frame: Frame | None = None) -> str:
    report = specimens.report(frame, Section("one", blocks))
    return plain_text(report)


def line(text: str, role: str = "body") -> Paragraph:
    return Paragraph((Text(text),), role)  # type: ignore[arg-type]


def test_lists_keep_their_marks() -> None:
    text = body(line("a"), line("b", "dash"), line("c", "plus"), line("d", "star"))
    assert text == "a\n- b\n+ c\n* d\n"


def test_spaces_that_must_not_break_are_plain() -> None:
    assert body(line("2.755\u00a0triệu\u00a0USD")) == "2.755 triệu USD\n"


def test_footnotes_are_numbered_and_follow_at_the_end() -> None:
    note = Note((Text("Nguồn: Sở Y tế."),))
    text = body(
        Paragraph((Text("Một"), note, Text("."))), Paragraph((Text("Hai"), note, Text(".")))
    )
    assert text == "Một[1].\nHai[2].\n\n[1] Nguồn: Sở Y tế.\n[2] Nguồn: Sở Y tế.\n"


def test_the_frame_of_the_committee_stands_around_the_body() -> None:
    frame = replace(
        specimens.COMMITTEE, addressees=("Bộ A", "Bộ B"), recipients=("Như trên", "Lưu: VT")
    )
    lines = body(line("Hết."), frame=frame).splitlines()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
    start = lines.index("Kính gửi:")
    assert lines[start : start + 3] == ["Kính gửi:", "- Bộ A;", "- Bộ B."]
    assert "Hết./." in lines
    assert lines[-3:] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]


@pytest.mark.parametrize("name", ["Bộ A", "Bộ A.", "- Bộ A;"])
def test_a_single_addressee_stands_on_the_line_of_the_salutation(name: str) -> None:
    frame = replace(specimens.COMMITTEE, addressees=(name,))
    assert "Kính gửi: Bộ A.\n" in body(line("Hết."), frame=frame)


def test_a_footnote_has_no_footnotes() -> None:
    inner = Note((Text("trong"),))
    with pytest.raises(ValueError, match="a footnote inside a footnote"):
        body(Paragraph((Text("a"), Note((Text("ngoài"), inner)))))


def test_table_rows_are_lines_between_bars() -> None:
    lines = plain_text(specimens.committee_report()).splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert rows
    assert all(row.endswith(" |") for row in rows)


def test_a_heading_has_an_empty_line_above_it() -> None:
    lines = plain_text(specimens.statistics_report()).splitlines()
    assert lines[lines.index("1.1. Nông nghiệp") - 1] == ""


def test_the_note_of_a_table_stands_under_its_rows() -> None:
    table = Table(
        (),
        ((specimens.label("a"), specimens.number("1,5")),),
        (1, 1),
        specimens.inlines_of("Bảng 1"),
        "%",
        specimens.inlines_of("Nguồn: Sở Y tế."),
    )
    assert body(table) == "Bảng 1\nĐơn vị tính: %\n| a | 1,5 |\nNguồn: Sở Y tế.\n"


def chart(*names: str) -> Chart:
    point = ChartPoint("a1", "1,5", Decimal("1.5"))
    series = tuple(ChartSeries(name, (point, None)) for name in names)
    caption, note = specimens.inlines_of("Giá"), specimens.inlines_of("Nguồn: Sở Y tế.")
    return Chart("_c1", "columns", ("Lúa", "Ngô"), series, "ha", caption, note, "Biểu đồ cột")


def test_a_chart_is_its_data_a_row_a_category() -> None:
    assert body(chart("Năm 2022", "Năm 2023")).splitlines() == [
        "Giá",
        "Đơn vị tính: ha",
        "| Chỉ tiêu | Năm 2022 | Năm 2023 |",
        "| Lúa | 1,5 | 1,5 |",
        "| Ngô | … | … |",
        "Nguồn: Sở Y tế.",
    ]


def test_a_chart_whose_series_has_no_name_has_no_header() -> None:
    assert body(chart("")).splitlines()[2:4] == ["| Lúa | 1,5 |", "| Ngô | … |"]


def test_the_annex_follows_the_closing_and_its_notes_those_of_the_body() -> None:
    note = Note((Text("Sơ bộ."),))
    report = specimens.report(
        specimens.COMMITTEE, Section("one", (Paragraph((Text("Hết"), note, Text("."))),))
    )
    tables = Section("t", (Paragraph((Text("Biểu 1"), note)),))
    lines = plain_text(replace(report, annex=Annex("Số liệu", (tables,), "Phụ lục", "Kèm theo A")))
    assert lines.endswith(
        "- Lưu: VT, TH.\n\nPhụ lục\nSỐ LIỆU\n(Kèm theo A)\n\nBiểu 1[2]\n\n[1] Sơ bộ.\n[2] Sơ bộ.\n"
    )


def test_an_annex_alone_begins_with_its_title() -> None:
    report = replace(specimens.report(None), sections=(), annex=Annex("Số liệu", ()))
    assert plain_text(report) == "SỐ LIỆU\n"


def test_the_end_mark_takes_the_place_of_the_last_full_stop_before_its_footnote() -> None:
    note = Note((Text("Sơ bộ."),))
    lines = body(Paragraph((Text("Hết."), note)), frame=specimens.COMMITTEE).splitlines()
    assert "Hết./.[1]" in lines
