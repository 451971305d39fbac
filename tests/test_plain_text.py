"""A report as plain text."""

from __future__ import annotations

from dataclasses import replace

from word import specimens

from drafter.document import Frame, Note, Paragraph, Section, Text
from drafter.plain_text import plain_text


def body(*blocks: Paragraph, frame: Frame | None = None) -> str:
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


def test_a_single_addressee_stands_on_the_line_of_the_salutation() -> None:
    frame = replace(specimens.COMMITTEE, addressees=("Bộ A",))
    assert "Kính gửi: Bộ A.\n" in body(line("Hết."), frame=frame)


def test_table_rows_are_lines_between_bars() -> None:
    lines = plain_text(specimens.committee_report()).splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert rows
    assert all(row.endswith(" |") for row in rows)


def test_a_heading_has_an_empty_line_above_it() -> None:
    lines = plain_text(specimens.statistics_report()).splitlines()
    assert lines[lines.index("1.1. Nông nghiệp") - 1] == ""
