"""Tables: captions, headers, heads of rows, decimals under each other, notes."""

from __future__ import annotations

import re

from word.specimens import PRICE_HEADER, PRICE_ROWS, inlines_of, label, number, prices

from drafter.document import Cell, Figure, Table, Text
from drafter.font_widths import around_comma

from .pages import Element, cells, told, written

BLANK = Cell(())


def table(block: Table) -> Element:
    (found,) = written(block).iter("table")
    return found


def region(block: Table) -> Element:
    """The whole of a table, with its note."""
    return written(block).find("div[@class]")


def test_the_caption_names_the_table_and_says_its_unit() -> None:
    block = Table((), ((label("a"), number("1")),), (1, 1), inlines_of("Bảng 1. Giá"), "nghìn tấn")
    title, unit = table(block).find("caption")
    assert told(title) == "Bảng 1. Giá"
    assert told(unit) == "Đơn vị tính: nghìn tấn"


def test_a_table_without_caption_and_unit_has_none_but_a_name_for_who_hears_it() -> None:
    block = Table((), ((label("a"),),), (1,))
    assert table(block).find("caption") is None
    scrolling = region(block).find("div")
    assert scrolling.get("aria-label")
    assert scrolling.get("aria-labelledby") is None


def test_a_wide_table_scrolls_in_a_region_that_the_keyboard_reaches() -> None:
    whole = written(*prices().blocks)
    (scrolling,) = whole.find_class("scrolling")
    assert scrolling.get("tabindex") == "0"
    assert scrolling.get("role") == "group"
    assert told(whole.get_element_by_id(scrolling.get("aria-labelledby")).find("span")).startswith(
        "Bảng 1. Chỉ số giá"
    )


def test_headings_that_repeat_their_neighbour_are_one_cell() -> None:
    head = table(Table(PRICE_HEADER, (), (36, 15, 16, 14, 19))).find("thead")
    spans = [
        [(one.get("colspan"), one.get("rowspan"), one.get("scope")) for one in row] for row in head
    ]
    assert spans == [
        [(None, "2", "col"), ("3", None, "colgroup"), (None, "2", "col")],
        [(None, None, "col")] * 3,
    ]


def test_groups_of_columns_are_those_of_the_header_with_their_widths() -> None:
    groups = table(Table(PRICE_HEADER, (), (36, 15, 16, 14, 19))).findall("colgroup")
    assert [len(group) for group in groups] == [1, 3, 1]
    assert [column.get("style") for group in groups for column in group] == [
        "width:36%",
        "width:15%",
        "width:16%",
        "width:14%",
        "width:19%",
    ]


def test_a_table_without_widths_leaves_them_to_the_browser() -> None:
    groups = table(Table(PRICE_HEADER, (), ())).findall("colgroup")
    assert [group.get("span") for group in groups] == ["1", "3", "1"]


def test_every_row_has_a_cell_for_every_column() -> None:
    header = (*PRICE_HEADER, tuple(label(str(place)) for place in range(5)))
    rows = table(Table(header, (), ())).iter("tr")
    taken: dict[tuple[int, int], int] = {}
    for place, row in enumerate(rows):
        column = 0
        for cell in row:
            while (place, column) in taken:
                column += 1
            for down in range(int(cell.get("rowspan", 1))):
                for across in range(int(cell.get("colspan", 1))):
                    assert (place + down, column + across) not in taken
                    taken[place + down, column + across] = 1
    assert set(taken) == {(row, column) for row in range(3) for column in range(5)}


def test_a_blank_corner_is_no_heading() -> None:
    head = table(Table(((BLANK, label("a")),), ((label("b"), number("1")),), ())).find("thead/tr")
    assert [one.tag for one in head] == ["td", "th"]


def test_the_cell_that_names_a_row_is_its_head() -> None:
    rows = (
        (label("Lúa"), number("1")),
        (Cell((Text("1"),), "center"), label("Ngô"), number("2")),
        (BLANK, number("3")),
    )
    heads = [
        [(cell.tag, cell.get("scope")) for cell in table(Table((), (row,), ())).find("tbody/tr")]
        for row in rows
    ]
    assert heads == [
        [("th", "row"), ("td", None)],
        [("td", None), ("th", "row"), ("td", None)],
        [("td", None), ("td", None)],
    ]


def test_cells_hold_what_the_table_holds() -> None:
    body = written(*prices().blocks).find(".//tbody")
    assert [cells(row) for row in body] == [list(row) for row in PRICE_ROWS]


def test_totals_and_levels_show() -> None:
    block = Table((), ((Cell((Text("Tổng"),), bold=True),), (Cell((Text("a"),), indent=2),)), ())
    assert [row[0].get("class") for row in table(block).find("tbody")] == [
        "left total",
        "left indent-2",
    ]


def ems(style: str, name: str) -> float:
    found = re.search(rf"--{name}:([0-9.]+)em", style)
    return float(found[1]) if found else 0.0


def test_decimal_commas_of_a_column_stand_under_each_other() -> None:
    texts = ("1.234,5", "12,34", "5", "-0,125", "-", "…")
    block = Table((), tuple((label("a"), number(text)) for text in texts), ())
    styles = [one.get("style") for one in written(block).find_class("number")]
    edges = {
        round(ems(style, "lacks") + around_comma(text, 2048)[1] / 2048, 2)
        for text, style in zip(texts, styles, strict=True)
    }
    assert len(edges) == 1
    assert len({ems(style, "wide") for style in styles}) == 1


def test_a_mark_for_what_is_missing_is_no_number_and_may_break() -> None:
    gap = Cell((Figure("a1", "[thiếu: kim ngạch xuất khẩu]", missing=True),), "decimal")
    article = written(Table((), ((label("a"), gap), (label("b"), number("1,5"))), ()))
    assert [told(one) for one in article.find_class("number")] == ["1,5"]


def test_the_note_stands_under_the_table_and_describes_it() -> None:
    block = Table((), ((label("a"),),), (1,), note=inlines_of("Nguồn: Sở Y tế."))
    whole = region(block)
    (note,) = whole.find_class("note")
    assert told(note) == "Nguồn: Sở Y tế."
    assert whole.find(".//table").get("aria-describedby") == note.get("id")


def test_figures_of_a_table_know_its_name() -> None:
    block = Table((), ((label("a"), number("1,5")),), (1, 1), name="_c00012")
    whole = region(block)
    assert whole.get("data-clause") == "_c00012"
    assert [one.get("data-in") for one in whole.find_class("figure")] == ["_c00012"]
