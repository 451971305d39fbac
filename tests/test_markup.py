"""Marked lines to blocks: roles, tables, emphasis, figures, and what goes when it is absent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.document import (
    Block,
    ClauseEnd,
    ClauseStart,
    Figure,
    Heading,
    Inline,
    Note,
    Paragraph,
    Table,
    Text,
)  # fmt: skip
from drafter.figures import ABSENT, MARKS, Printed, Sink
from drafter.markup import Reader, prune, tidy
from drafter.measured import Point, Series
from drafter.period import report_period

JULY = report_period("2023-07")
POINT = Point(Series("x"), "month", "2023-07")


def figure(text: str) -> Printed:
    """A figure that prints a text."""
    return Printed(text, POINT, "level", "", Decimal(5), "ha")


def blocks(text: str, sink: Sink | None = None) -> tuple[Block, ...]:
    """The blocks of a text."""
    return Reader(sink or Sink(), "s", JULY).blocks(text)


def inlines(text: str, sink: Sink | None = None) -> tuple[Inline, ...]:
    """The inlines of the only paragraph of a text."""
    (block,) = blocks(text, sink)
    assert isinstance(block, Paragraph)
    return block.inlines


def plain(text: str) -> str:
    """A text's only paragraph without its emphasis."""
    return "".join(one.text for one in inlines(text) if isinstance(one, Text))


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("# Một", Heading(1, (Text("Một"),))),
        ("#### Bốn", Heading(4, (Text("Bốn"),))),
        ("##### Năm", Paragraph((Text("##### Năm"),))),
        ("#Liền", Paragraph((Text("#Liền"),))),
        ("- Một", Paragraph((Text("Một"),), "dash")),
        ("+ Một", Paragraph((Text("Một"),), "plus")),
        ("* Một", Paragraph((Text("Một"),), "star")),
        ("1. Thu", Paragraph((Text("1. Thu"),))),
        ("-5 độ", Paragraph((Text("-5 độ"),))),
    ],
)
def test_a_line_is_one_block(line: str, block: Block) -> None:
    assert blocks(f"{line}\nCuối.")[0] == block


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Đậm** thường", (Text("Đậm", bold=True), Text(" thường"))),
        ("*Nghiêng* thường", (Text("Nghiêng", italic=True), Text(" thường"))),
        ("**Đậm *cả hai***", (Text("Đậm ", bold=True), Text("cả hai", bold=True, italic=True))),
        ("Có (**a**)", (Text("Có ("), Text("a", bold=True), Text(")"))),
        ("5*3*2", (Text("5*3*2"),)),
        ("5 * 3 * 2", (Text("5 * 3 * 2"),)),
        ("Ghi chú (*): hết", (Text("Ghi chú (*): hết"),)),
        ("Giá* và *lượng", (Text("Giá"), Text(" và ", italic=True), Text("lượng"))),
    ],
)
def test_stars_are_emphasis_only_in_pairs_beside_words(
    line: str, expected: tuple[Inline, ...]
) -> None:
    found = [one for one in inlines(line) if not isinstance(one, Text) or one.text.strip()]
    if line.startswith("Giá*"):
        assert "".join(one.text for one in found if isinstance(one, Text)) == "Giá và lượng"
    elif line == "Ghi chú (*): hết":
        assert "".join(one.text for one in found if isinstance(one, Text)) == line
    else:
        assert tuple(found) == expected


# -- tables ----------------------------------------------------------------------------------------


def cells(table: Block) -> tuple[list[list[str]], list[list[str]]]:
    """The texts of a table's header and rows."""
    assert isinstance(table, Table)
    return tuple(
        [["".join(i.text for i in cell.inlines if isinstance(i, Text)) for cell in row]
         for row in part]
        for part in (table.header, table.rows)
    )  # type: ignore[return-value]  # fmt: skip


def test_a_rule_parts_the_header_from_the_rows() -> None:
    (table,) = blocks("| Nhóm | Tăng |\n|---|:--:|\n| A | 1 |\n| B | - |")
    assert cells(table) == ([["Nhóm", "Tăng"]], [["A", "1"], ["B", "-"]])
    assert isinstance(table, Table)
    assert [cell.align for cell in table.rows[0]] == ["left", "decimal"]
    assert [cell.bold for cell in table.header[0]] == [True, True]
    assert table.widths == (6, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| A | B |\n| 1 | 2 |\n| 3 | 4 |", ([["A", "B"]], [["1", "2"], ["3", "4"]])),
        ("| 1 | 2 |", ([], [["1", "2"]])),
        ("| A | B |\n|---|---|\n| 1 |\n| 2 | 3 | 4 |",
         ([["A", "B", ""]], [["1", "", ""], ["2", "3", "4"]])),
        ("| A | B |\n|---|---|\n| 1 | |", ([["A", "B"]], [["1", ""]])),
    ],
)  # fmt: skip
def test_no_row_and_no_cell_of_a_table_is_lost(
    text: str, expected: tuple[list[list[str]], list[list[str]]]
) -> None:
    (table,) = blocks(text)
    assert cells(table) == expected


def test_a_table_loses_the_rows_that_are_absent_and_goes_with_the_last() -> None:
    header = "| Nhóm | Tăng |\n|---|---|\n"
    (table,) = blocks(f"{header}| 1. A | {ABSENT} |\n| B | 2 |")
    assert cells(table)[1] == [["B", "2"]]
    assert blocks(f"# Biểu\n{header}| A | {ABSENT} |") == ()


def test_a_table_ends_where_a_line_begins() -> None:
    kinds = [type(one) for one in blocks("Một.\n| A |\n|---|\n| 1 |\nHai.\n| B |\n|---|\n| 2 |")]
    assert kinds == [Paragraph, Table, Paragraph, Table]


# -- what is absent --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (f"Một. Hai {ABSENT}. Ba.", "Một. Ba."),
        (f"{ABSENT}.", ""),
        (f"- Ngô: {ABSENT}. Còn lại.", "- Ngô: Còn lại."),
        (f"- Ngô: {ABSENT}. {ABSENT}.", ""),
        (f"Trong đó: {ABSENT}.", ""),
        (f"## 1. Thu {ABSENT}", ""),
        ("Không vắng.  Hai   chỗ.", "Không vắng. Hai chỗ."),
    ],
)
def test_an_absent_figure_takes_its_sentence_along(line: str, left: str) -> None:
    assert prune(line) == left


def test_the_sentences_of_one_clause_fall_together() -> None:
    sink = Sink()
    clause = sink.clause("giá tăng. Nguyên nhân do mưa", "clause()")
    (line,) = [prune(f"Một. {clause}, {ABSENT}. Ba.")]
    assert line == "Một. Ba."


@pytest.mark.parametrize(
    ("text", "left"),
    [("# A\n## B\n# C\nLời.", ["C"]), ("# A\n## B\nLời.\n## C", ["A", "B"]), ("# A\n\n", []),
     ("# A\n## B\n### C\n## D\nLời.", ["A", "D"])],
)  # fmt: skip
def test_a_heading_with_nothing_under_it_goes(text: str, left: list[str]) -> None:
    found = [one for one in blocks(text) if isinstance(one, Heading)]
    assert [one.inlines[0].text for one in found if isinstance(one.inlines[0], Text)] == left


# -- figures, clauses, notes -----------------------------------------------------------------------


def test_a_figure_in_words_opens_a_sentence_with_a_capital() -> None:
    sink = Sink()
    mark, again = sink.figure(figure("không xảy ra")), sink.figure(figure("đều tăng"))
    line = sink.clause(mark, "a()") + ". " + again + ", " + mark
    printed = [one.printed for one in inlines(line, sink) if isinstance(one, Figure)]
    assert printed == ["Không xảy ra", "Đều tăng", "không xảy ra"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tháng 7 tăng, v.v. quý II giảm", "Tháng\u00a07 tăng, v.v. quý\u00a0II giảm"),
        ("- ổn định", "- Ổn định"),
        ("- Ngô: diện tích", "- Ngô: Diện tích"),
        ("Điều 5, năm 2023, ngày 9", "Điều\u00a05, năm\u00a02023, ngày\u00a09"),
    ],
)
def test_a_line_is_tidied(line: str, said: str) -> None:
    assert tidy(line) == said


def test_clauses_and_figures_are_in_the_ledger_in_their_order() -> None:
    sink = Sink()
    text = sink.clause(f"giá {sink.figure(figure('5 ha'))}", "clause(x)")
    reader = Reader(sink, "trade", JULY, first_clause=3)
    (block,) = reader.blocks(f"{text} và {sink.figure(figure('6 ha'))}.")
    assert isinstance(block, Paragraph)
    assert [type(one) for one in block.inlines] == [
        ClauseStart, Text, Figure, ClauseEnd, Text, Figure, Text,
    ]  # fmt: skip
    clause, first, second = reader.ledger
    assert (clause.clause, clause.tag, clause.formula, clause.section) == (
        "_c00003", "", "clause(x)", "trade",
    )  # fmt: skip
    assert (first.clause, first.printed, first.value) == ("_c00003", "5 ha", "5")
    assert (second.clause, second.tag) == ("", first.tag)
    assert [one.text for one in reader.printed] == ["5 ha", "6 ha"]


def test_a_note_goes_sentence_by_sentence_like_a_line() -> None:
    sink = Sink()
    some, none = sink.note(f"Có a. Có {ABSENT}."), sink.note(f"Có {ABSENT}.")
    assert inlines(f"Lời{some}{none}.", sink) == (Text("Lời"), Note((Text("Có a."),)), Text("."))


def test_an_abbreviation_ends_no_sentence() -> None:
    assert prune(f"Tại TP. Lạng Sơn có a. Có {ABSENT}.") == "Tại TP. Lạng Sơn có a."
    assert prune(f"Tại TP. Lạng Sơn có {ABSENT}. Có b.") == "Có b."


def test_a_note_stands_among_the_inlines() -> None:
    sink = Sink()
    mark = sink.note(f"trong đó {sink.figure(figure('5 ha'))}")
    note = inlines(f"Lời{mark}.", sink)[1]
    assert isinstance(note, Note)
    assert note.inlines[0] == Text("Trong đó ")
    assert isinstance(note.inlines[1], Figure)


PIECES = st.sampled_from(["a", "Giá tăng. ", " **b** ", "*c* ", "(*)", "figure", "clause", "note"])


@given(st.lists(PIECES, min_size=1, max_size=12))
def test_no_mark_is_left_and_every_clause_is_closed(pieces: list[str]) -> None:
    sink = Sink()
    made = {
        "figure": lambda: sink.figure(figure("5 ha")),
        "clause": lambda: sink.clause(f"x {sink.figure(figure('6 ha'))}", "e()"),
        "note": lambda: sink.note(f"y {sink.figure(figure('7 ha'))}"),
    }
    text = "x" + "".join(made[one]() if one in made else one for one in pieces)
    found = inlines(text, sink)
    assert not any(set(one.text) & set(MARKS) for one in found if isinstance(one, Text))
    figures = [one for one in found if isinstance(one, Figure)]
    assert len(figures) == sum(one in ("figure", "clause") for one in pieces)
    names = [(type(one), one.name) for one in found if isinstance(one, ClauseStart | ClauseEnd)]
    assert names[::2] == [(ClauseStart, name) for _, name in names[1::2]]
    assert len(names) == 2 * pieces.count("clause")


@given(st.text(st.characters(exclude_characters="*|#" + MARKS, exclude_categories=["C", "Z"])))
def test_text_without_marks_comes_through(text: str) -> None:
    assert plain(f"X{text}") == f"X{text}"
