"""What stands around the body: lines under texts, addressees, end mark, recipients, signature."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.document import (
    Block,
    ClauseEnd,
    ClauseStart,
    Frame,
    Note,
    Paragraph,
    Section,
    Text,
)
from drafter.font_widths import text_width, wrapped
from drafter.word import write_docx
from drafter.word.rules import rule_length

from . import specimens
from .effective import Docx, Para, w

TEXT_WIDTH = 9071
LEFT, RIGHT = specimens.LAYOUT.header_table.columns


def written(frame: Frame | None, *blocks: Block) -> Docx:
    section = Section("one", blocks or (specimens.paragraph("Nội dung báo cáo."),))
    return Docx(write_docx(specimens.report(frame, section), specimens.LAYOUT))


def rules(docx: Docx) -> list[Para]:
    return docx.of_style("Rule")


def length(rule: Para, width: int) -> int:
    return width - rule.twips("ind.left") - rule.twips("ind.right")


def last_body(docx: Docx) -> str:
    return docx.of_style("BodyText")[-1].text


def test_the_line_under_the_motto_is_as_long_as_its_text() -> None:
    motto = rules(written(specimens.COMMITTEE))[1]
    assert length(motto, RIGHT) == text_width("Độc lập - Tự do - Hạnh phúc", 280, bold=True)
    assert abs(motto.twips("ind.left") - motto.twips("ind.right")) <= 1


@pytest.mark.parametrize(
    "agency", ["ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", "SỞ TÀI CHÍNH", "CỤC\nTHỐNG KÊ"]
)
def test_the_line_under_the_agency_is_a_third_to_a_half_of_its_text(agency: str) -> None:
    docx = written(replace(specimens.COMMITTEE, agency=agency))
    (rule, *_), (name,) = rules(docx), docx.of_style("Agency")
    inner = LEFT - name.twips("ind.left") - name.twips("ind.right")
    widest = max(text_width(one, 260, bold=True) for one in wrapped(agency, 260, inner, bold=True))
    assert widest / 3 <= length(rule, LEFT) <= widest / 2
    assert abs(rule.twips("ind.left") - rule.twips("ind.right")) <= 1


@pytest.mark.parametrize("abstract", ["Kết quả công tác tháng 8", specimens.COMMITTEE.abstract])
def test_the_line_under_the_abstract_is_a_third_to_a_half_of_its_text(abstract: str) -> None:
    docx = written(replace(specimens.COMMITTEE, abstract=abstract))
    rule = rules(docx)[2]
    (title,) = docx.of_style("Abstract")
    inner = TEXT_WIDTH - title.twips("ind.left") - title.twips("ind.right")
    widths = [text_width(one, 280, bold=True) for one in wrapped(abstract, 280, inner, bold=True)]
    assert max(widths) / 3 <= length(rule, TEXT_WIDTH) <= max(widths) / 2


def test_a_line_is_the_upper_border_of_a_flat_paragraph() -> None:
    for rule in rules(written(specimens.COMMITTEE)):
        assert rule.text == ""
        assert rule.twips("spacing.line") <= 60
        assert rule.look["spacing.lineRule"] == "exact"


@pytest.mark.parametrize(
    ("lines", "percent", "expected"),
    [([3000], 100, 3000), ([3000], 40, 1200), ([3000, 2800], 40, 1200), ([3000, 2100], 40, 1050),
     ([3000, 500], 40, 1000)],
)  # fmt: skip
def test_of_several_lines_both_the_widest_and_the_last_count(
    lines: list[int], percent: int, expected: int
) -> None:
    assert rule_length(lines, percent) == expected


def test_a_superior_agency_is_upright_above_the_issuing_one() -> None:
    docx = written(
        replace(specimens.COMMITTEE, superior="UBND TỈNH SƠN HÀ", agency="SỞ CÔNG THƯƠNG")
    )
    (superior,) = docx.of_style("SuperiorAgency")
    assert superior.text == "UBND TỈNH SƠN HÀ"
    assert not superior.runs[0].bold
    assert superior.sizes <= {12, 13}


def test_a_line_break_in_the_agency_is_kept() -> None:
    docx = written(replace(specimens.COMMITTEE, agency="ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ"))
    assert docx.of_style("Agency")[0].text == "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ"


def test_without_addressees_there_is_no_salutation() -> None:
    assert written(specimens.COMMITTEE).of_style("Addressee") == []


def test_one_addressee_stands_in_the_line_of_the_salutation() -> None:
    docx = written(replace(specimens.COMMITTEE, addressees=("Thủ tướng Chính phủ",)))
    (line,) = docx.of_style("Addressee")
    assert line.text == "Kính gửi: Thủ tướng Chính phủ."
    assert line.sizes <= {13, 14}


def test_several_addressees_stand_under_each_other_with_dashes_under_the_colon() -> None:
    frame = replace(specimens.COMMITTEE, addressees=("- Bộ Tài chính;", "Cục Thống kê"))
    title, *names = written(frame).of_style("Addressee")
    assert title.text == "Kính gửi:"
    assert [one.text for one in names] == ["- Bộ Tài chính;", "- Cục Thống kê."]
    colon = title.twips("ind.left") + text_width("Kính gửi", 280)
    assert {one.twips("ind.left") for one in names} == {colon}


def test_recipients_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    frame = replace(specimens.COMMITTEE, recipients=("- Như trên;", "Các sở", "Lưu: VT, TH."))
    docx = written(frame)
    assert docx.of_style("RecipientsTitle")[0].text == "Nơi nhận:"
    assert [one.text for one in docx.of_style("Recipient")] == [
        "- Như trên;",
        "- Các sở;",
        "- Lưu: VT, TH.",
    ]


def test_the_signing_block_is_one_row_that_is_never_split() -> None:
    docx = written(specimens.COMMITTEE)
    (row,) = list(docx.body.iter(w("tbl")))[-1].iter(w("tr"))
    assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
    left, right = row.iter(w("tc"))
    assert "".join(left.itertext()).startswith("Nơi nhận:")
    assert "".join(right.itertext()) == "TM. ỦY BAN NHÂN DÂNKT. CHỦ TỊCHPHÓ CHỦ TỊCHNguyễn Văn Thử"


def test_there_is_room_for_a_signature_over_the_name() -> None:
    (name,) = written(specimens.COMMITTEE).of_style("SignerName")
    assert name.twips("spacing.before") >= 1200


def test_the_last_lines_of_the_text_go_with_the_signing_block() -> None:
    docx = written(specimens.COMMITTEE)
    assert docx.of_style("BodyText")[-1].look["keepNext"] == "1"


def test_without_recipients_and_signature_there_is_no_closing_table() -> None:
    frame = replace(specimens.COMMITTEE, recipients=(), signature=(), signer="")
    docx = written(frame)
    assert len(list(docx.body.iter(w("tbl")))) == 1
    assert "keepNext" not in docx.of_style("BodyText")[-1].look


@pytest.mark.parametrize("text", ["Hết báo cáo.", "Hết báo cáo"])
def test_the_report_ends_with_the_end_mark(text: str) -> None:
    docx = written(specimens.COMMITTEE, specimens.paragraph(text))
    assert last_body(docx) == "Hết báo cáo./."


def test_the_end_mark_stands_outside_the_last_clause_and_before_its_note() -> None:
    last = Paragraph(
        (ClauseStart("_a"), Text("Tăng "), specimens.figure("2%"), ClauseEnd("_a"),
         Note((Text("Ước tính."),)))
    )  # fmt: skip
    docx = written(specimens.COMMITTEE, last)
    children = list(docx.of_style("BodyText")[-1].element)
    tags = [child.tag.rpartition("}")[2] for child in children]
    assert tags == ["pPr", "bookmarkStart", "r", "sdt", "bookmarkEnd", "r", "r"]
    assert last_body(docx) == "Tăng 2%./."


def test_after_a_table_the_end_mark_has_a_paragraph_of_its_own() -> None:
    docx = written(specimens.COMMITTEE, specimens.products())
    assert last_body(docx) == "./."


def test_a_report_with_no_end_mark_gets_none() -> None:
    docx = written(replace(specimens.COMMITTEE, end_mark=""))
    assert last_body(docx) == "Nội dung báo cáo."


def test_the_statistics_offices_title_and_date_may_be_absent() -> None:
    docx = written(Frame("statistics_office"))
    assert [one.text for one in docx.paragraphs()] == ["Nội dung báo cáo."]
