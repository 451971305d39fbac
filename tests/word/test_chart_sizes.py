"""How much room a chart takes on the page: its bars, its names, its numbers, its legend."""

from __future__ import annotations

from decimal import Decimal

from drafter.font_widths import text_width
from drafter.word.chart_sizes import ChartSizes, placed

from . import chart_specimens, specimens


def test_the_axis_leaves_room_for_the_numbers_beyond_the_bars() -> None:
    chart = chart_specimens.branches()
    sizes = placed(chart, specimens.LAYOUT).sizes
    assert sizes.low < Decimal("-12.05")
    assert sizes.high > Decimal("8.31")
    plot = sizes.width - sizes.names
    per_unit = plot / float(sizes.high - sizes.low)
    size = specimens.LAYOUT.chart.numbers
    assert per_unit * float(Decimal("-12.05") - sizes.low) > text_width("-12,05", size)
    assert per_unit * float(sizes.high - Decimal("8.31")) > text_width("8,31", size)


def test_parts_of_a_hundred_fill_the_axis() -> None:
    sizes = placed(chart_specimens.budget(), specimens.LAYOUT).sizes
    assert (sizes.low, sizes.high) == (Decimal(0), Decimal(100))


def test_a_chart_of_lying_bars_grows_with_them_and_never_over_the_page() -> None:
    def height(count: int, series: int = 1) -> int:
        numbers = {f"s{place}": ("1,5",) * count for place in range(series)}
        names = [f"Nhóm {place}" for place in range(count)]
        return placed(chart_specimens.chart("bars", names, numbers), specimens.LAYOUT).sizes.height

    assert height(1) < height(5) < height(20)
    assert height(5) < height(5, series=2)
    assert height(200, series=3) <= specimens.LAYOUT.page.text_height * 4 // 5


def test_long_names_beside_bars_are_broken_into_lines_that_fit() -> None:
    found = placed(chart_specimens.branches(), specimens.LAYOUT)
    lines = [line for name in found.chart.categories for line in name.split("\n")]
    assert len(lines) > len(found.chart.categories)
    size = specimens.LAYOUT.chart.size
    assert all(text_width(line, size) < found.sizes.names for line in lines)


def test_a_name_of_two_lines_leaves_no_word_alone() -> None:
    name = "Cung cấp nước, quản lý và xử lý rác thải, nước thải"
    bars = chart_specimens.chart("bars", (name, "Khai khoáng"), {"": ("1,5", "2,5")})
    first, second = placed(bars, specimens.LAYOUT).chart.categories[0].split("\n")
    size = specimens.LAYOUT.chart.size
    assert 2 * text_width(second, size) > text_width(first, size)


def test_a_chart_is_higher_by_the_rows_of_its_legend() -> None:
    def sizes(*names: str) -> ChartSizes:
        parts = dict.fromkeys(names, ("25,0",))
        return placed(chart_specimens.chart("stacked", ("a",), parts), specimens.LAYOUT).sizes

    long = [f"Thuế sản phẩm trừ trợ cấp sản phẩm {n}" for n in range(4)]
    one_row, two_rows = sizes("a", "b", "c", "d"), sizes(*long)
    assert two_rows.legend > one_row.legend == specimens.LAYOUT.chart.legend
    assert two_rows.height - two_rows.legend == one_row.height - one_row.legend
    assert sizes("a").legend == 0
