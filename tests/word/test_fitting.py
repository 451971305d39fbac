"""Columns as wide as their texts need: no number and no word is ever broken."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.document import Cell, Table, Text
from drafter.font_widths import text_width
from drafter.word.fitting import fitted_widths, table_height

from .specimens import LAYOUT, label, number

LYING = msgspec.structs.replace(LAYOUT, page=LAYOUT.page.turned)
MARGINS = 2 * LAYOUT.table.cell_margin
HEADS = ("Chỉ tiêu", "Ước tính tháng 7 năm 2023", "7 tháng năm 2023 so với cùng kỳ năm 2022 (%)")


def table(names: list[str], numbers: list[str], columns: int) -> Table:
    """A table whose number columns repeat two headings in turn."""
    heads = [HEADS[0], *(HEADS[1 + place % 2] for place in range(columns))]
    rows = tuple(
        (label(name), *(number(numbers[(row + place) % len(numbers)]) for place in range(columns)))
        for row, name in enumerate(names)
    )
    return Table((tuple(map(label, heads)),), rows, ())


def longest_word(text: str, bold: bool) -> int:
    return max(text_width(word, 240, bold) for word in text.split(" "))


WORDS = st.lists(st.sampled_from(["sản", "xuất", "nghiệp", "chuyển", "điện", "lương"]), min_size=1)
NUMBERS = st.decimals(0, 10**9, places=2).map(lambda one: f"{one:,}".translate({44: 46, 46: 44}))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(WORDS.map(" ".join), min_size=1, max_size=6),
    st.lists(NUMBERS, min_size=1, max_size=4),
    st.integers(1, 8),
)
def test_no_number_and_no_word_is_broken(
    names: list[str], numbers: list[str], columns: int
) -> None:
    one = table(names, numbers, columns)
    widths = fitted_widths(one, LYING)
    if sum(widths) > LYING.page.text_width:  # more than the page can hold at all
        return
    for place, width in enumerate(widths):
        for cell in (row[place] for row in one.rows):
            (inline,) = cell.inlines
            text = inline.text if isinstance(inline, Text) else inline.printed  # type: ignore[union-attr]
            whole = text_width(text, 240, cell.bold)
            assert (longest_word(text, cell.bold) if place == 0 else whole) + MARGINS <= width
        assert longest_word(HEADS[0 if place == 0 else 1], bold=True) + MARGINS <= width


def test_the_columns_of_numbers_are_alike_and_the_names_have_the_rest() -> None:
    names, *numbers = fitted_widths(table(["Chỉ số sản xuất"], ["107,95", "1.234,50"], 4), LYING)
    assert max(numbers) - min(numbers) <= 40
    assert names > max(numbers)


def test_the_columns_of_numbers_differ_where_the_names_would_pay_for_it() -> None:
    heads = ("Nhóm hàng", *["Ước tính tháng\u00a07 năm\u00a02026"] * 2,
             *["7\u00a0tháng so với cùng\u00a0kỳ năm\u00a02025\u00a0(%)"] * 2)  # fmt: skip
    row = (label("Phương tiện đi lại (trừ ô tô con, kể cả phụ tùng)"), *[number("1.402,7")] * 4)
    names, *numbers = fitted_widths(Table((tuple(map(label, heads)),), (row,), ()), LAYOUT)
    assert sum((names, *numbers)) <= LAYOUT.page.text_width
    assert numbers[0] < numbers[-1] < names
    assert names > LAYOUT.page.text_width - 4 * numbers[-1] + 500


def test_names_that_would_be_on_one_line_get_it_where_there_is_room() -> None:
    long = "Sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước và điều hòa không khí"
    names, *_ = fitted_widths(table([long], ["107,95"], 3), LYING)
    assert text_width(long, 240) + MARGINS <= names


def test_a_lower_level_needs_more_room_for_its_name() -> None:
    def first(indent: int) -> int:
        cell = Cell((Text("Khai khoáng chế biến"),), "left", indent=indent)
        rows = ((cell, *(number("1.234.567,89"),) * 7),)
        return fitted_widths(Table((), rows, ()), LAYOUT)[0]

    assert first(3) > first(0)


@pytest.mark.parametrize("unit", ["Triệu kWh", "Nghìn lượt khách"])
def test_a_short_unit_stays_on_one_line(unit: str) -> None:
    rows = ((label("Điện sản xuất"), Cell((Text(unit),), "center"), number("486,30")),)
    widths = fitted_widths(
        Table((tuple(map(label, ("Sản phẩm", "Đơn vị", "Số"))),), rows, ()), LAYOUT
    )
    assert text_width(unit, 240) + MARGINS <= widths[1]


def test_every_row_makes_a_table_higher_and_what_stands_around_it_too() -> None:
    def height(rows: int, caption: str = "", unit: str = "") -> int:
        made = table(["Khai khoáng"] * rows, ["107,95"], 2)
        made = Table(made.header, made.rows, (), (Text(caption),) if caption else (), unit)
        return table_height(made, fitted_widths(made, LYING), LYING)

    heights = [height(rows) for rows in range(1, 6)]
    steps = {after - before for before, after in pairwise(heights)}
    (step,) = steps
    # 12 pt letters in a line of 13.8 pt, 2 pt over and under, a line of half a point.
    assert step == 276 + 80 + 10
    assert height(2, "Biểu 1") > height(2) < height(2, unit="%")


def test_a_name_of_two_lines_makes_its_row_higher() -> None:
    long = " ".join(["Sản xuất và phân phối điện"] * 8)
    one, two = (table([name], ["107,95"], 5) for name in ("Điện", long))
    heights = [table_height(each, fitted_widths(each, LYING), LYING) for each in (one, two)]
    assert heights[1] > heights[0]


def test_the_gap_under_the_last_line_takes_no_room_on_the_page() -> None:
    plain = table(["Khai khoáng"], ["107,95"], 2)
    noted = Table(plain.header, plain.rows, (), note=(Text("Nguồn: Cục Thống kê."),))
    heights = [table_height(one, fitted_widths(one, LYING), LYING) for one in (plain, noted)]
    look = LAYOUT.source_note
    assert heights[1] - heights[0] == look.size * 115 // 100 + look.before
