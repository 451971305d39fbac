"""Whole pages: of the specimens, of hostile data, and of the reports of real offices."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from word import specimens

from drafter.document import Annex, Chart, Frame, LedgerRow, Report, Section, Table
from drafter.plain_text import plain_text
from drafter.web import write_html
from drafter.word import read_ledger

from .charts import chart
from .pages import (
    REAL,
    STYLE,
    Element,
    cells,
    draft_of,
    line,
    page,
    page_of,
    parsed,
    told,
)

WITH_ANNEX = [(*one, annex) for one in REAL for annex in (False, True)] + [
    ("lang-son", "2023-07", "annex", False)
]
NAMES = [f"{' '.join(one[:3])}{' with annex' if one[3] else ''}" for one in WITH_ANNEX]
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SHEET = Path(__file__).parents[2] / "templates" / "web" / "page.css"


def linked(tree: Element) -> list[str]:
    """The ids that the page points to."""
    found = [one.get("href")[1:] for one in tree.iter("a")]
    for name in ("aria-labelledby", "aria-describedby"):
        found += [part for one in tree.iter() for part in (one.get(name) or "").split()]
    return found


def lines(report: Report) -> tuple[list[str], list[str]]:
    """The lines of the plain text, those of tables apart."""
    text = plain_text(report).splitlines()
    rows = [one for one in text if one.startswith("| ")]
    return [one for one in text if not one.startswith("| ")], rows


def header_rows(report: Report) -> int:
    """How many lines of the plain text are of headers."""
    sections = (*report.sections, *(report.annex.sections if report.annex else ()))
    found = 0
    for block in (block for section in sections for block in section.blocks):
        if isinstance(block, Table):
            found += len(block.header)
        elif isinstance(block, Chart):
            found += any(one.name for one in block.series)
    return found


@pytest.mark.parametrize("sample", WITH_ANNEX, ids=NAMES)
def test_every_figure_of_the_word_file_is_on_the_page_with_its_tag(
    sample: tuple[str, str, str, bool],
) -> None:
    drafted, tree = draft_of(*sample), page_of(*sample)
    ledger = read_ledger(drafted.docx())
    on_page = [
        (one.get("data-figure"), one.text, one.get("value") or "")
        for one in tree.iter()
        if one.get("data-figure")
    ]
    assert Counter(on_page) == Counter(
        (row.tag, row.printed, row.value) for row in ledger if row.tag
    )
    assert on_page


@pytest.mark.parametrize("sample", WITH_ANNEX, ids=NAMES)
def test_every_figure_knows_its_clause_and_every_clause_is_on_the_page(
    sample: tuple[str, str, str, bool],
) -> None:
    ledger, tree = draft_of(*sample).report.ledger, page_of(*sample)
    clauses = [one.get("data-clause") for one in tree.iter() if one.get("data-clause")]
    assert sorted(clauses) == sorted(row.clause for row in ledger if not row.tag)
    on_page = Counter((one.get("data-figure"), one.get("data-in") or "") for one in tree.iter())
    for role, count in Counter((row.tag, row.clause) for row in ledger if row.tag).items():
        assert on_page[role] == count


@pytest.mark.parametrize("sample", WITH_ANNEX, ids=NAMES)
def test_the_page_says_what_the_plain_text_says(sample: tuple[str, str, str, bool]) -> None:
    report, tree = draft_of(*sample).report, page_of(*sample)
    text, rows = lines(report)
    (article,) = tree.iter("article")
    assert told(article) == " ".join(" ".join(text).split())
    body = [
        f"| {' | '.join(cells(row))} |" for row in tree.iter("tr") if row.getparent().tag == "tbody"
    ]
    left = iter(rows)
    assert all(row in left for row in body), "a row is not there, or not in its place"
    assert len(rows) == len(body) + header_rows(report)


@pytest.mark.parametrize("sample", WITH_ANNEX, ids=NAMES)
def test_ids_are_unique_and_what_is_linked_is_there(sample: tuple[str, str, str, bool]) -> None:
    tree = page_of(*sample)
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert set(linked(tree)) <= set(ids)


@pytest.mark.parametrize("sample", WITH_ANNEX, ids=NAMES)
def test_headings_begin_with_one_of_the_page_and_skip_no_level(
    sample: tuple[str, str, str, bool],
) -> None:
    levels = [int(one.tag[1]) for one in page_of(*sample).iter(*HEADINGS)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= level + 1 for level, after in itertools.pairwise(levels))


@pytest.mark.parametrize("sample", WITH_ANNEX, ids=NAMES)
def test_a_page_needs_nothing_beside_itself(sample: tuple[str, str, str, bool]) -> None:
    tree = page_of(*sample)
    assert list(tree.iter("script", "link", "img", "iframe")) == []
    assert [one.get("href") for one in tree.iter("a") if not one.get("href").startswith("#")] == []
    (style,) = tree.iter("style")
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_the_head_says_what_the_page_is() -> None:
    tree = page(specimens.committee_report())
    assert tree.get("lang") == "vi"
    assert tree.findtext("head/title") == "Báo cáo tình hình kinh tế - xã hội tháng 7 năm 2023"
    meta = {one.get("name"): one.get("content") for one in tree.iter("meta") if one.get("name")}
    assert meta["viewport"] == "width=device-width, initial-scale=1"
    assert meta["description"].endswith("ỦY BAN NHÂN DÂN TỈNH SƠN HÀ")
    assert tree.find("head/meta").get("charset") == "utf-8"


def test_the_article_says_what_report_it_is() -> None:
    (article,) = page(specimens.committee_report()).iter("article")
    assert (article.get("data-report"), article.get("data-period")) == ("month", "2023-07")


def test_the_same_report_is_the_same_page() -> None:
    assert write_html(specimens.committee_report(), STYLE) == write_html(
        specimens.committee_report(), STYLE
    )


def test_spaces_that_must_not_break_are_kept() -> None:
    assert "2.755\u00a0triệu" in write_html(
        specimens.report(None, Section("one", (line("2.755\u00a0triệu"),))), STYLE
    )


def with_annex(*, alone: bool) -> Element:
    table = Table((), ((specimens.label("a"),),), (1,), specimens.inlines_of("Biểu 1. Dân số"))
    annex = Annex("Số liệu", (Section("t", (table,)),), "" if alone else "Phụ lục", "Kèm theo A")
    report = replace(specimens.report(None, Section("one", (line("Hết."),))), annex=annex)
    return page(replace(report, sections=()) if alone else report)


def test_an_annex_is_a_section_with_its_title_in_capitals() -> None:
    tree = with_annex(alone=False)
    (annex,) = tree.find_class("annex")
    assert (annex.tag, annex.getparent().tag) == ("section", "article")
    assert told(annex.find("header/h2")) == "Phụ lục SỐ LIỆU"
    assert told(annex.find("header/p")) == "(Kèm theo A)"
    assert told(annex.find(".//caption")) == "Biểu 1. Dân số"


def test_the_title_of_an_annex_alone_is_that_of_the_page() -> None:
    tree = with_annex(alone=True)
    assert [told(one) for one in tree.iter(*HEADINGS)] == ["SỐ LIỆU"]
    (annex,) = tree.find_class("annex")
    assert annex.tag == "div"


HOSTILE = '</style></title><script>alert(1)</script>"\' onload="x" & <b> ]]> \x00\x1b'


def hostile() -> Report:
    """A report whose every text tries to be markup."""
    frame = Frame(
        "people_committee", *[HOSTILE] * 6, (HOSTILE, HOSTILE), (HOSTILE,), (HOSTILE,), HOSTILE
    )
    figure = specimens.figure(HOSTILE)
    row = LedgerRow(HOSTILE, figure.tag, *[HOSTILE] * 12, (HOSTILE,), HOSTILE, HOSTILE)
    block = Table(
        ((specimens.label(HOSTILE), specimens.label("b")),),
        ((specimens.label(HOSTILE), specimens.number(HOSTILE)),),
        (1, 1),
        specimens.inlines_of(HOSTILE),
        HOSTILE,
        specimens.inlines_of(HOSTILE),
        HOSTILE,
    )
    drawing = chart("bars", ["1"], ["2"], names=(HOSTILE,))
    drawing = replace(
        drawing, name=HOSTILE, unit=HOSTILE, alt=HOSTILE, caption=specimens.inlines_of(HOSTILE)
    )
    blocks = (specimens.heading(1, HOSTILE), specimens.paragraph(HOSTILE, figure), block, drawing)
    report = specimens.report(frame, Section(HOSTILE, blocks))
    properties = replace(report.properties, title=HOSTILE, creator=HOSTILE)
    annex = Annex(HOSTILE, (), HOSTILE, HOSTILE)
    return replace(report, kind=HOSTILE, properties=properties, ledger=(row,), annex=annex)


def test_no_text_of_a_report_becomes_markup() -> None:
    kept = HOSTILE.replace("\x00", "").replace("\x1b", "")
    tree = parsed(write_html(hostile(), HOSTILE))
    assert list(tree.iter("script", "b")) == []
    assert tree.findtext("head/title") == kept
    assert [one for one in tree.iter() if one.get("onload")] == []
    (figure,) = [one for one in tree.iter() if one.get("class") == "figure" and one.get("value")]
    assert figure.text == kept
    assert figure.get("value") == figure.get("data-indicator") == kept
    assert tree.find(".//desc").text == kept
    assert tree.find(".//article").get("data-report") == kept


UNSTYLED = {
    "figure", "left", "people-committee", "statistics-office", "none", "annex-head", "superior",
    "subject", "label", "level-1", "level-2", "level-3",
}  # fmt: skip


def test_the_sheet_knows_every_class_that_a_page_has() -> None:
    sheet = SHEET.read_text(encoding="utf-8")
    classes = [one.get("class") or "" for sample in WITH_ANNEX for one in page_of(*sample).iter()]
    used = {name for one in classes for name in one.split()}
    assert {name for name in used if f".{name}" not in sheet} <= UNSTYLED
