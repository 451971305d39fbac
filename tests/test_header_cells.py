"""Header rows of a table as merged cells."""

from __future__ import annotations

from word.specimens import PRICE_HEADER, label

from drafter.document import Cell
from drafter.header_cells import merged_header, rows_below


def test_a_heading_over_several_columns_is_one_cell() -> None:
    assert [(cell.column, cell.span, cell.merge) for cell in merged_header(PRICE_HEADER)[0]] == [
        (0, 1, "restart"),
        (1, 3, ""),
        (4, 1, "restart"),
    ]


def test_equal_headings_of_a_single_header_row_stay_apart() -> None:
    (row,) = merged_header(((label("Ngành"), label("%"), label("%")),))
    assert [cell.span for cell in row] == [1, 1, 1]


def test_a_blank_heading_belongs_to_the_one_above_it() -> None:
    blank = Cell(())
    header = ((label("Ngành"), label("So sánh"), label("So sánh")), (blank, label("a"), label("b")))
    assert [[(c.span, c.merge) for c in row] for row in merged_header(header)] == [
        [(1, "restart"), (2, "")],
        [(1, "continue"), (1, ""), (1, "")],
    ]


def test_a_heading_goes_on_in_the_rows_below_until_another_begins() -> None:
    blank, shared = Cell(()), label("So sánh")
    header = merged_header(
        ((label("Ngành"), shared, shared), (blank, shared, shared), (blank, label("a"), label("b")))
    )
    assert [rows_below(cell, header[1:]) for cell in header[0]] == [2, 1]
    assert [rows_below(cell, header[2:]) for cell in header[1][1:]] == [0]
