"""Figures with what the ledger says of them, clauses, footnotes that are linked both ways."""

from __future__ import annotations

import msgspec
import pytest
from word import specimens

from drafter.document import (
    ClauseEnd,
    ClauseStart,
    Figure,
    LedgerRow,
    Note,
    Paragraph,
    Section,
    Text,
)
from drafter.web import write_html
from drafter.web.inlines import Story

from .pages import STYLE, inlines, told, written

ROW = LedgerRow(
    clause="_c1",
    tag="a1",
    printed="tăng 7,95%",
    value="7.95",
    unit="%",
    indicator="industry.iip",
    item="C",
    area="20",
    span="month",
    period="2023-07",
    measure="change_percent",
    base="month_on_month",
    formula="a / b",
    inputs=("data/secret.xlsx:3:value",),
    source="Cục Thống kê",
)


def test_a_figure_is_data_with_its_value_and_the_ids_of_the_ledger() -> None:
    markup = Story([ROW]).runs((Figure("a1", "tăng 7,95%"),))
    assert markup == (
        '<data class="figure" value="7.95" data-figure="a1" data-indicator="industry.iip" '
        'data-item="C" data-area="20" data-span="month" data-period="2023-07" '
        'data-measure="change_percent" data-base="month_on_month" data-unit="%">tăng 7,95%</data>'
    )


def test_where_the_data_lie_stays_out_of_the_page() -> None:
    assert "secret" not in Story([ROW]).runs((Figure("a1", "tăng 7,95%"),))


def test_occurrences_with_other_decimals_have_their_own_value() -> None:
    other = msgspec.structs.replace(ROW, printed="tăng 8,0%", value="8.0")
    figures = written(Paragraph((Figure("a1", "tăng 8,0%"), Figure("a1", "tăng 7,95%"))))
    assert figures.find("p/data") is None  # not in the ledger of the specimens
    markup = Story([ROW, other]).runs((Figure("a1", "tăng 8,0%"), Figure("a1", "tăng 7,95%")))
    assert markup.index('value="8.0"') < markup.index('value="7.95"')


def test_a_figure_in_words_has_no_value() -> None:
    row = msgspec.structs.replace(ROW, printed="đều tăng", value="")
    markup = Story([row]).runs((Figure("a1", "đều tăng"),))
    assert markup.startswith('<span class="figure" data-figure="a1"')


def test_a_missing_figure_is_marked() -> None:
    paragraph = inlines(Text("Thu "), Figure("a1", "[thiếu: thu]", missing=True), Text("."))
    mark = paragraph.find("mark")
    assert (mark.get("class"), mark.get("data-figure"), mark.text) == (
        "missing",
        "a1",
        "[thiếu: thu]",
    )


def test_a_figure_without_a_tag_is_text() -> None:
    assert Story(()).runs((Figure("", "5 & 6"),)) == "5 &amp; 6"


def test_bold_and_italics_are_kept() -> None:
    paragraph = inlines(Text("a", bold=True), Text("b", italic=True), Figure("t", "c", bold=True))
    assert paragraph.find("strong").text == "a"
    assert paragraph.find("em").text == "b"
    assert paragraph.findall("strong")[1].find("span").text == "c"


def test_a_clause_is_a_stretch_with_its_name_and_its_figures_know_it() -> None:
    paragraph = inlines(
        Text("Đến nay "),
        *specimens.clause("c1", Figure("a1", "5 ha"), Text(", "), Figure("a2", "6 ha")),
        Figure("a3", "7 ha"),
    )
    clause = paragraph.find("span")
    assert clause.get("data-clause") == "_c1"
    assert told(clause) == "5 ha, 6 ha"
    outside = [one.get("data-in") for one in paragraph.iter() if one.get("data-figure")]
    assert outside == ["_c1", "_c1", None]


@pytest.mark.parametrize(
    "broken",
    [
        (ClauseStart("a"), Text("x")),
        (ClauseEnd("a"),),
        (ClauseStart("a"), ClauseStart("b"), ClauseEnd("a"), ClauseEnd("b")),
        (Note((Note((Text("x"),)),)),),
    ],
)
def test_a_tree_that_breaks_its_rules_is_refused(broken: tuple) -> None:  # type: ignore[type-arg]
    report = specimens.report(None, Section("one", (Paragraph(broken),)))
    with pytest.raises(ValueError, match=r"clause|footnote"):
        write_html(report, STYLE)


def test_a_footnote_is_linked_both_ways() -> None:
    article = written(
        Paragraph((Text("Một"), Note((Text("Nguồn: "), Figure("a1", "5 ha"))), Text("."))),
        Paragraph((Text("Hai"), Note((Text("Sơ bộ."),)))),
    )
    references = [one for one in article.iter("a") if one.get("role") == "doc-noteref"]
    notes = list(article.find("section[@role='doc-endnotes']").iter("li"))
    assert [one.text for one in references] == ["[1]", "[2]"]
    assert [told(one) for one in notes] == ["[1] Nguồn: 5 ha", "[2] Sơ bộ."]
    for reference, note in zip(references, notes, strict=True):
        (back,) = note.iter("a")
        assert reference.get("href") == f"#{note.get('id')}"
        assert back.get("href") == f"#{reference.get('id')}"
        assert back.get("role") == "doc-backlink"
        assert back.get("aria-label")
        described = article.get_element_by_id(reference.get("aria-describedby"))
        assert described.tag == "h2"


def test_a_page_without_footnotes_has_no_place_for_them() -> None:
    assert written(Paragraph((Text("Một."),))).find("section") is None
