"""What every form of a report prints in the same words."""

from __future__ import annotations

from word.specimens import COMMITTEE, STATISTICS, clause, heading, inlines_of

from drafter.document import Frame, Note, Paragraph, Section, Table, Text, visible_text
from drafter.frame_words import closed, has_closing, with_end_mark


def ended(*blocks: Paragraph | Table) -> str:
    """The text of the last paragraph with its end mark."""
    last = with_end_mark((Section("one", blocks),), "./.")[-1].blocks[-1]
    assert isinstance(last, Paragraph)
    return visible_text(last.inlines)


def test_the_end_mark_takes_the_place_of_the_last_full_stop() -> None:
    assert ended(Paragraph((Text("Hết."),))) == "Hết./."
    assert ended(Paragraph((Text("Hết"),))) == "Hết./."


def test_the_end_mark_stands_outside_of_a_clause_and_before_a_note() -> None:
    inlines = (*clause("a", Text("Hết.")), Note(inlines_of("Sơ bộ.")))
    paragraph = with_end_mark((Section("one", (Paragraph(inlines),)),), "./.")[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert [type(one).__name__ for one in paragraph.inlines] == [
        "ClauseStart",
        "Text",
        "ClauseEnd",
        "Text",
        "Note",
    ]


def test_after_a_table_the_end_mark_stands_alone() -> None:
    assert ended(Table((), (), ())) == "./."


def test_only_the_committee_ends_its_report_so() -> None:
    sections = (Section("one", (heading(1, "I"),)),)
    assert closed(sections, COMMITTEE) != sections
    assert closed(sections, STATISTICS) == sections
    assert closed(sections, None) == sections


def test_only_the_committee_has_recipients_and_a_signature() -> None:
    assert has_closing(COMMITTEE)
    assert not has_closing(Frame("people_committee"))
    assert not has_closing(STATISTICS)
    assert not has_closing(None)
