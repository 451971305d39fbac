"""The annex in Word: a section of its own on lying pages, its head, the body's pages as before."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from drafter.document import Annex, Report, Section, Table, Text
from drafter.word import write_docx

from . import specimens
from .effective import Docx, attribute, w
from .package_checks import faults
from .test_pages import pdf_of

ANNEX = Annex(
    "Số liệu thống kê tháng 7 năm 2023",
    (specimens.prices(), Section("products", (specimens.products(),))),
    "Phụ lục",
    "Kèm theo Báo cáo số      /BC-UBND",
)


def written(report: Report, annex: Annex = ANNEX) -> Docx:
    return Docx(write_docx(replace(report, annex=annex), specimens.LAYOUT))


ATTACHED = {
    "committee": written(specimens.committee_report()),
    "statistics": written(specimens.statistics_report()),
}
ALONE = Docx(
    write_docx(
        replace(
            specimens.report(None),
            sections=(),
            annex=replace(ANNEX, label="", reference=""),
        ),
        specimens.LAYOUT,
    )
)


def sections(docx: Docx) -> list[Any]:
    return list(docx.body.iter(w("sectPr")))


@pytest.mark.parametrize("docx", [*ATTACHED.values(), ALONE], ids=[*ATTACHED, "alone"])
def test_the_file_is_sound(docx: Docx) -> None:
    assert faults(docx) == []


@pytest.mark.parametrize("docx", ATTACHED.values(), ids=ATTACHED)
def test_the_body_keeps_its_own_pages(docx: Docx) -> None:
    body, _ = sections(docx)
    plain = Docx(write_docx(specimens.committee_report(), specimens.LAYOUT))
    (alone,) = sections(plain)

    def properties(section: Any) -> list[tuple[str, dict[str, str]]]:
        return [(child.tag, dict(child.attrib)) for child in section]

    assert properties(body) == properties(alone)


@pytest.mark.parametrize("docx", [*ATTACHED.values(), ALONE], ids=[*ATTACHED, "alone"])
def test_the_annex_lies_with_margins_in_the_decrees_ranges(docx: Docx) -> None:
    annex = sections(docx)[-1]
    size, margins = annex.find(w("pgSz")), annex.find(w("pgMar"))
    assert [attribute(size, name) for name in ("w", "h", "orient")] == [
        "16838",
        "11906",
        "landscape",
    ]
    for side, low, high in (
        ("top", 1131, 1420), ("bottom", 1131, 1420), ("left", 1698, 1987), ("right", 847, 1137),
    ):  # fmt: skip
        assert low <= int(str(attribute(margins, side))) <= high


@pytest.mark.parametrize("docx", [*ATTACHED.values(), ALONE], ids=[*ATTACHED, "alone"])
def test_its_pages_are_numbered_from_one_and_the_first_shows_no_number(docx: Docx) -> None:
    annex = sections(docx)[-1]
    assert attribute(annex.find(w("pgNumType")), "start") == "1"
    assert annex.find(w("titlePg")) is not None
    assert [attribute(one, "type") for one in annex.iter(w("headerReference"))] == [
        "default", "first",
    ]  # fmt: skip


def test_a_layout_may_show_the_number_of_its_first_page() -> None:
    annex = msgspec.structs.replace(specimens.LAYOUT.annex, first_number=True)
    layout = msgspec.structs.replace(specimens.LAYOUT, annex=annex)
    docx = Docx(write_docx(replace(specimens.committee_report(), annex=ANNEX), layout))
    body, last = sections(docx)
    assert body.find(w("titlePg")) is not None
    assert last.find(w("titlePg")) is None
    assert len(list(last.iter(w("headerReference")))) == 1


def test_its_head_is_as_the_decree_has_it() -> None:
    docx = ATTACHED["committee"]
    looks = {
        "AnnexLabel": ("Phụ lục", True, False),
        "AnnexTitle": ("SỐ LIỆU THỐNG KÊ THÁNG 7 NĂM 2023", True, False),
        "AnnexReference": ("(Kèm theo Báo cáo số      /BC-UBND)", False, True),
    }
    for style, (text, bold, italic) in looks.items():
        (found,) = docx.of_style(style)
        assert found.text == text
        assert found.look["jc"] == "center"
        assert (found.runs[0].bold, found.runs[0].italic, found.sizes) == (bold, italic, {14})


def test_alone_it_opens_with_its_title() -> None:
    first = next(ALONE.paragraphs())
    assert (first.style, first.text) == ("AnnexTitle", "SỐ LIỆU THỐNG KÊ THÁNG 7 NĂM 2023")
    assert len(sections(ALONE)) == 1


def test_tables_take_the_width_of_the_lying_page() -> None:
    for table in list(ATTACHED["statistics"].body.iter(w("tbl")))[-2:]:
        assert sum(int(str(attribute(one, "w"))) for one in table.iter(w("gridCol"))) == 14003


def kept(docx: Docx) -> list[bool]:
    """Whether each row of the last table stays with the next."""
    rows = list(list(docx.body.iter(w("tbl")))[-1].iter(w("tr")))
    firsts = [docx.paragraph(next(row.iter(w("p")))) for row in rows]
    return [one.look.get("keepNext") == "1" for one in firsts]


def test_a_table_that_fits_its_page_stays_whole_and_a_longer_one_breaks_between_rows() -> None:
    def annexed(rows: int) -> list[bool]:
        table = replace(specimens.products(), rows=specimens.products().rows[:rows])
        return kept(written(specimens.statistics_report(), replace(
            ANNEX, sections=(Section("products", (table,)),))))  # fmt: skip

    assert annexed(20) == [True] * 20 + [False]
    long = annexed(32)
    assert [place for place, keep in enumerate(long) if keep] == [0, 1, 31]


def test_a_note_stays_with_the_last_row() -> None:
    table = Table((), specimens.products().rows[:3], (), note=(Text("Nguồn: Sở Công Thương."),))
    docx = written(
        specimens.statistics_report(), replace(ANNEX, sections=(Section("a", (table,)),))
    )
    assert kept(docx) == [True, True, True]
    assert docx.of_style("SourceNote")[0].text == "Nguồn: Sở Công Thương."


def test_libreoffice_makes_lying_pages_numbered_from_one(
    tmp_path: Path, require_command: Callable[[str], str]
) -> None:
    soffice, pdftotext = require_command("soffice"), require_command("pdftotext")
    pdfinfo = require_command("pdfinfo")
    report = replace(specimens.committee_report(), annex=ANNEX)
    pdf = pdf_of(report, tmp_path, soffice)
    text = subprocess.run(
        [pdftotext, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = text.split("\f")[:-1]
    (first,) = [n for n, page in enumerate(pages) if page.split()[:2] == ["Phụ", "lục"]]
    assert "Nguyễn Văn Thử" in pages[first - 1]
    for number, page in enumerate(pages[first + 1 :], 2):
        assert page.split()[0] == str(number)
    said = subprocess.run(
        [pdfinfo, "-f", "1", "-l", str(len(pages)), str(pdf)],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", said)
    lying = [float(width) > float(height) for width, height in sizes]
    assert lying == [False] * first + [True] * (len(pages) - first)
