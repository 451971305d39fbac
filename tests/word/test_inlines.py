"""Figures in controls, clauses in bookmarks, notes, and text that must come back as it was."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.document import (
    Block,
    Cell,
    ClauseEnd,
    ClauseStart,
    Figure,
    Inline,
    Note,
    Paragraph,
    Section,
    Table,
    Text,
)
from drafter.word import Control, read_controls, write_docx

from . import specimens
from .effective import Docx, Element, attribute, w
from .package_checks import faults

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def content(*blocks: Block) -> bytes:
    return write_docx(specimens.report(None, Section("one", blocks)), specimens.LAYOUT)


def written(*inlines: Inline) -> Docx:
    return Docx(content(Paragraph(inlines)))


def controls(docx: Docx) -> list[Element]:
    parts = ("word/document.xml", "word/footnotes.xml")
    return [one for part in parts for one in docx.root(part).iter(w("sdt"))]


def test_a_figure_lives_in_a_hidden_plain_text_control() -> None:
    (control,) = controls(written(Figure("abc123", "tăng 1,2%")))
    properties = control.find(w("sdtPr"))
    assert attribute(properties.find(w("tag")), "val") == "abc123"
    assert attribute(properties.find(w("alias")), "val") == "abc123"
    assert properties.find(f"{W15}appearance").get(f"{W15}val") == "hidden"
    assert properties.find(w("text")) is not None
    assert properties.find(w("dataBinding")) is None
    assert "".join(control.itertext()) == "tăng 1,2%"


def test_a_repeated_figure_keeps_its_tag_and_gets_another_id() -> None:
    docx = written(Figure("abc", "1"), Figure("abc", "1"), Note((Figure("abc", "1"),)))
    ids = [int(str(attribute(one.find(w("sdtPr")).find(w("id")), "val"))) for one in controls(docx)]
    assert ids == [zlib.crc32(f"abc#{number}".encode()) & 0x7FFFFFFF for number in (1, 2, 3)]
    assert all(0 < one <= 0x7FFFFFFF for one in ids)


def test_ids_stay_unique_when_two_tags_give_the_same_one() -> None:
    # crc32 of "plumless#1" and "buckeroo#1" agree, as they do without the "#1".
    assert zlib.crc32(b"plumless#1") == zlib.crc32(b"buckeroo#1")
    assert faults(written(Figure("plumless", "1"), Figure("buckeroo", "2"))) == []


def test_a_missing_figure_is_highlighted() -> None:
    docx = written(Text("Thu "), Figure("abc", "[thiếu: thu]", missing=True), Text("."))
    (paragraph,) = docx.paragraphs()
    assert [run.look.get("highlight") for run in paragraph.runs] == [None, "yellow", None]
    assert read_controls(content(Paragraph((Figure("abc", "[thiếu: thu]", missing=True),)))) == (
        Control("abc", "[thiếu: thu]"),
    )


def test_a_figure_without_a_tag_is_text() -> None:
    docx = written(Figure("", "5"))
    assert controls(docx) == []
    assert [one.text for one in docx.paragraphs()] == ["5"]


def test_a_clause_is_a_hidden_bookmark_round_its_stretch() -> None:
    docx = written(
        Text("a "), ClauseStart("_c1"), Figure("t", "b"), Text(" c"), ClauseEnd("_c1"), Text(" d")
    )
    (paragraph,) = docx.paragraphs()
    tags = [child.tag.rpartition("}")[2] for child in paragraph.element]
    assert tags == ["pPr", "r", "bookmarkStart", "sdt", "r", "bookmarkEnd", "r"]
    assert attribute(paragraph.element.find(w("bookmarkStart")), "name") == "_c1"


@pytest.mark.parametrize(
    "inlines",
    [
        (ClauseStart("_a"),),
        (ClauseEnd("_a"),),
        (ClauseStart("_a"), ClauseEnd("_a"), ClauseStart("_a"), ClauseEnd("_a")),
        (ClauseStart("_a"), Note((ClauseEnd("_a"),))),
        (Note((ClauseStart("_a"),)), ClauseEnd("_a")),
        (ClauseStart("_" + "x" * 40), ClauseEnd("_" + "x" * 40)),
        (Note((Text("a"), Note((Text("b"),)))),),
    ],
)
def test_a_tree_that_breaks_its_own_rules_is_refused(inlines: tuple[Inline, ...]) -> None:
    with pytest.raises(ValueError, match=r"clause|footnote"):
        written(*inlines)


def test_a_note_is_numbered_where_it_stands_and_holds_its_figures() -> None:
    docx = written(
        Text("a"), Note((Text("Trong đó: "), Figure("t1", "5%"))), Text("b"), Note((Text("Hai"),))
    )
    assert [one.text for one in docx.notes] == [" Trong đó: 5%", " Hai"]
    references = [attribute(one, "id") for one in docx.body.iter(w("footnoteReference"))]
    assert references == ["1", "2"]


def test_an_empty_note_still_has_its_paragraph() -> None:
    docx = written(Text("a"), Note(()))
    assert len(docx.notes) == 1


def test_controls_are_read_in_order_through_body_tables_and_notes() -> None:
    found = read_controls(
        content(
            Paragraph((Figure("a", "1"), Note((Figure("n", "4"),)))),
            Table((), ((Cell((Figure("b", "2"),)),),), (1,)),
            Paragraph((Figure("a", "3"),)),
        )
    )
    assert found == (Control("a", "1"), Control("b", "2"), Control("a", "3"), Control("n", "4"))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('A & B <c> "d"', 'A & B <c> "d"'),
        ("  hai dấu cách  ", "  hai dấu cách  "),
        ("10\u00a0tấn", "10\u00a0tấn"),
        ("dòng\nmới\tcột", "dòng\nmới\tcột"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x0bc\x1f\ufffe\ud800d", "abcd"),
        ("]]>&amp;", "]]>&amp;"),
    ],
)
def test_text_comes_back_as_it_was(text: str, read: str) -> None:
    assert [one.text for one in written(Text(text)).paragraphs()] == [read]
    assert [one.text for one in written(Text(text, bold=True)).paragraphs()] == [read]


def test_a_tag_with_special_signs_comes_back() -> None:
    assert read_controls(content(Paragraph((Figure('a"<&>\n', "x\ny"),)))) == (
        Control('a"<&>\n', "x y"),
    )


# What XML 1.0 can hold: no controls, lone surrogates or non-characters.
LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    max_size=20,
)
TEXTS = st.builds(Text, LETTERS, st.booleans(), st.booleans())
FIGURES = st.builds(Figure, st.text("0123456789abcdef", min_size=1, max_size=12), LETTERS,
                    missing=st.booleans(), bold=st.booleans())  # fmt: skip
PLAIN = st.lists(TEXTS | FIGURES, max_size=6).map(tuple)
NOTES = st.builds(Note, PLAIN)
INLINES = st.lists(TEXTS | FIGURES | NOTES, max_size=6).map(tuple)
TREES = st.lists(st.builds(Paragraph, INLINES), min_size=1, max_size=5)


def expected(inlines: tuple[Inline, ...]) -> str:
    return "".join(
        one.text if isinstance(one, Text) else one.printed if isinstance(one, Figure) else ""
        for one in inlines
    )


@settings(max_examples=60, deadline=None)
@given(TREES)
def test_any_tree_reads_back_the_same(blocks: list[Paragraph]) -> None:
    docx = Docx(content(*blocks))
    assert [one.text for one in docx.paragraphs()] == [expected(one.inlines) for one in blocks]
    notes = [one for block in blocks for one in block.inlines if isinstance(one, Note)]
    assert [one.text[1:] for one in docx.notes] == [expected(one.inlines) for one in notes]
    figures = [one for block in blocks for one in block.inlines if isinstance(one, Figure)]
    figures += [one for note in notes for one in note.inlines if isinstance(one, Figure)]
    assert list(read_controls(content(*blocks))) == [(one.tag, one.printed) for one in figures]
