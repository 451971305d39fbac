"""Decree 30/2020/NĐ-CP, Appendix I: every rule that a program can check, on the written file."""

from __future__ import annotations

from functools import cache

import pytest

from drafter.layout import layout_from_yaml
from drafter.word import write_docx

from . import drafts, specimens
from .effective import Docx, Para, attribute, w

COMMITTEE = Docx(write_docx(specimens.committee_report(), specimens.LAYOUT))
STATISTICS = Docx(write_docx(specimens.statistics_report(), specimens.LAYOUT))
MADE_UP = {"committee": COMMITTEE, "statistics": STATISTICS}


@pytest.fixture(params=[*MADE_UP, *drafts.BODIES], ids=[*MADE_UP, *drafts.BODY_IDS])
def docx(request: pytest.FixtureRequest) -> Docx:
    """Every specimen, and every draft of the example offices."""
    return opened(request.param)


@pytest.fixture(
    params=["committee", *(one for one in drafts.EVERY if one[2] in ("provincial", "ubnd"))],
    ids=str,
)
def committee(request: pytest.FixtureRequest) -> Docx:
    """Those in the frame of the decree."""
    return opened(request.param)


@cache
def opened(name: str | drafts.Sample) -> Docx:
    """A specimen by its name, a sample by its office, period and kind."""
    return MADE_UP[name] if isinstance(name, str) else Docx(drafts.draft_of(*name))


# Style: smallest and largest size in points, bold, italic, alignment (Appendix I, part V).
ELEMENTS = {
    "NationalTitle": (12, 13, True, False, "center"),
    "Motto": (13, 14, True, False, "center"),
    "Agency": (12, 13, True, False, "center"),
    "DocumentNumber": (13, 13, False, False, "center"),
    "PlaceDate": (13, 14, False, True, "center"),
    "Title": (13, 14, True, False, "center"),
    "Abstract": (13, 14, True, False, "center"),
    "BodyText": (13, 14, None, None, "both"),
    "Heading1": (13, 14, True, False, "both"),
    "Heading2": (13, 14, True, False, "both"),
    "Heading3": (13, 14, True, False, "both"),
    "SignatureTitle": (13, 14, True, False, "center"),
    "SignerName": (13, 14, True, False, "center"),
    "RecipientsTitle": (12, 12, True, True, "left"),
    "Recipient": (11, 11, False, False, "left"),
}
BODY = ("BodyText", "DashItem", "PlusItem", "StarItem")


def only(docx: Docx, style: str) -> Para:
    (found,) = docx.of_style(style)
    return found


@pytest.mark.parametrize("style", ELEMENTS)
def test_each_element_has_the_size_style_and_alignment_of_part_five(
    committee: Docx, style: str
) -> None:
    low, high, bold, italic, align = ELEMENTS[style]
    found = committee.of_style(style)
    assert found
    for paragraph in found:
        assert paragraph.look["jc"] == align
        for run in paragraph.runs:
            assert low <= run.points <= high
            assert bold is None or run.bold is bold
            assert italic is None or run.italic is italic


def test_the_page_is_a4_with_margins_in_range(docx: Docx) -> None:
    (section,) = docx.body.iter(w("sectPr"))
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    assert (attribute(size, "w"), attribute(size, "h")) == ("11906", "16838")
    assert attribute(size, "orient") in (None, "portrait")
    for side, low, high in (
        ("top", 1131, 1420),
        ("bottom", 1131, 1420),
        ("left", 1698, 1987),
        ("right", 847, 1137),
    ):
        assert low <= int(str(attribute(margins, side))) <= high


def test_the_page_number_is_centred_in_the_header_from_page_two(docx: Docx) -> None:
    (section,) = docx.body.iter(w("sectPr"))
    assert section.find(w("titlePg")) is not None
    assert attribute(section.find(w("pgNumType")), "start") == "1"
    assert section.find(w("pgNumType")).get(w("fmt")) in (None, "decimal")
    relations = {
        one.get("Id"): one.get("Target") for one in docx.root("word/_rels/document.xml.rels")
    }
    parts = {
        attribute(one, "type"): "word/"
        + relations[
            one.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        ]
        for one in section.iter(w("headerReference"))
    }
    (first,) = docx.paragraphs(parts["first"])
    (number,) = docx.paragraphs(parts["default"])
    assert first.text == ""
    assert number.look["jc"] == "center"
    assert "PAGE" in "".join(number.element.itertext())
    assert number.sizes <= {13, 14}
    assert not any(run.bold or run.italic for run in number.runs)


def test_every_letter_is_black_times_new_roman(docx: Docx) -> None:
    for part in ("word/document.xml", "word/footnotes.xml", "word/header1.xml"):
        for paragraph in docx.paragraphs(part):
            for run in paragraph.runs:
                fonts = {key: value for key, value in run.look.items() if key.startswith("rFonts.")}
                assert fonts == {
                    f"rFonts.{script}": "Times New Roman"
                    for script in ("ascii", "hAnsi", "eastAsia", "cs")
                }
                assert run.look.get("color", "000000") in ("000000", "auto")


def test_the_language_is_vietnamese(docx: Docx) -> None:
    languages = {run.look["lang"] for paragraph in docx.paragraphs() for run in paragraph.runs}
    assert languages == {"vi-VN"}
    settings = docx.root("word/settings.xml")
    assert attribute(settings.find(w("themeFontLang")), "val") == "vi-VN"
    assert attribute(settings.find(w("decimalSymbol")), "val") == ","
    assert attribute(settings.find(w("listSeparator")), "val") == ";"


@pytest.mark.parametrize("style", BODY)
def test_body_paragraphs_are_indented_spaced_and_justified(docx: Docx, style: str) -> None:
    for paragraph in docx.of_style(style):
        assert paragraph.look["jc"] == "both"
        assert paragraph.twips("ind.firstLine") in (567, 720)
        assert paragraph.twips("ind.left") == 0
        assert paragraph.twips("spacing.before") >= 120
        assert 240 <= paragraph.twips("spacing.line") <= 360
        assert paragraph.look["spacing.lineRule"] == "auto"
        assert paragraph.look["widowControl"] == "1"


def test_headings_stay_with_their_text_and_show_in_the_outline(docx: Docx) -> None:
    for level in (1, 2, 3, 4):
        found = docx.of_style(f"Heading{level}")
        assert found or level > 1
        for heading in found:
            assert heading.look["keepNext"] == "1"
            assert heading.look["outlineLvl"] == str(level - 1)
    assert docx.style_names()["Heading1"] == "heading 1"


def test_a_heading_is_printed_as_given() -> None:
    assert COMMITTEE.of_style("Heading1")[0].text == "1. Sản xuất nông, lâm nghiệp và thủy sản"
    assert "caps" not in COMMITTEE.of_style("Heading1")[0].runs[0].look


def test_quoc_hieu_and_tieu_ngu_are_worded_as_the_decree_has_them(committee: Docx) -> None:
    assert only(committee, "NationalTitle").text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert only(committee, "Motto").text == "Độc lập - Tự do - Hạnh phúc"


def test_the_elements_stand_in_the_order_of_article_eight(committee: Docx) -> None:
    styles = [paragraph.style for paragraph in committee.paragraphs()]
    order = ["Agency", "NationalTitle", "Motto", "DocumentNumber", "PlaceDate", "Title", "Abstract"]
    order += ["Heading1", "RecipientsTitle", "SignatureTitle", "SignerName"]
    places = [styles.index(style) for style in order]
    assert places == sorted(places)


def test_the_issuing_body_stands_left_of_quoc_hieu_in_one_row(committee: Docx) -> None:
    row = next(committee.body.iter(w("tr")))
    left, right = ("".join(cell.itertext()) for cell in row.iter(w("tc")))
    assert left.startswith("ỦY BAN NHÂN DÂN")
    assert right.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def test_number_and_date_stand_in_one_row() -> None:
    rows = list(next(COMMITTEE.body.iter(w("tbl"))).iter(w("tr")))
    cells = ["".join(cell.itertext()) for cell in rows[1].iter(w("tc"))]
    assert cells == ["Số:        /BC-UBND", "Sơn Hà, ngày      tháng 8 năm 2023"]


def test_frame_tables_have_no_borders_and_the_same_widths_twice(committee: Docx) -> None:
    tables = list(committee.body.iter(w("tbl")))
    for table in (tables[0], tables[-1]):
        assert table.find(f"{w('tblPr')}/{w('tblBorders')}") is None
        assert table.find(f"{w('tblPr')}/{w('tblStyle')}") is None
        grid = [attribute(one, "w") for one in table.iter(w("gridCol"))]
        for row in table.iter(w("tr")):
            assert [attribute(one, "w") for one in row.iter(w("tcW"))] == grid
        assert sum(int(str(width)) for width in grid) == 9071


def test_nothing_of_the_frame_but_agency_title_and_date_is_in_the_statistics_offices_report() -> (
    None
):
    styles = {paragraph.style for paragraph in STATISTICS.paragraphs()}
    assert {"PlainAgency", "PlainTitle", "PlainDate"} <= styles
    assert not styles & {"NationalTitle", "Motto", "DocumentNumber", "Recipient", "SignerName"}
    assert not list(STATISTICS.paragraphs())[-1].text.endswith("./.")


def test_the_plain_title_is_bold_and_centred() -> None:
    title = only(STATISTICS, "PlainTitle")
    assert (title.look["jc"], title.runs[0].bold) == ("center", True)
    assert title.text == specimens.STATISTICS.abstract


def test_footnotes_are_real_and_ten_or_eleven_points() -> None:
    assert len(COMMITTEE.notes) == 4
    for note in COMMITTEE.notes:
        assert note.style == "FootnoteText"
        assert note.sizes <= {10, 11}
        assert note.runs[0].look["vertAlign"] == "superscript"
        assert note.runs[1].text == " "


def test_a_layout_may_ask_for_section_titles_in_capitals() -> None:
    text = specimens.DECREE.read_text("utf-8")
    capitals = text.replace(
        "headings:\n  - {size: 14 pt,", "headings:\n  - {caps: true, size: 14 pt,"
    )
    layout = layout_from_yaml(capitals, "layout.yaml")
    docx = Docx(write_docx(specimens.committee_report(), layout))
    assert docx.of_style("Heading1")[0].runs[0].look["caps"] == "1"
    assert "caps" not in docx.of_style("Heading2")[0].runs[0].look
