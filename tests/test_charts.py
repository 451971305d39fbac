"""What every drawing of a chart shares: colours that print in grey, axes, which labels."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.charts import PALETTE, above, axis_bounds, axis_of, extent, labelled, looks
from drafter.document import Chart, ChartForm, ChartPoint, ChartSeries

NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=2)


def chart(form: ChartForm, *series: Sequence[str | None], unit: str = "") -> Chart:
    """A chart of these numbers, given in plain form."""
    points = [
        tuple(None if one is None else ChartPoint(one, one, Decimal(one)) for one in numbers)
        for numbers in series
    ]
    names = tuple(str(place) for place in range(len(series[0])))
    drawn = tuple(ChartSeries(f"s{place}", one) for place, one in enumerate(points))
    return Chart("_b1", form, names, drawn, unit)


def lightness(colour: str) -> float:
    """L* of CIE 1976 of a colour in sRGB: 0 black, 100 white."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it, 1 to 21."""

    def light(colour: str) -> float:
        return ((lightness(colour) + 16) / 116) ** 3

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


# -- colours -------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [2, 3, 4])
def test_up_to_four_series_differ_in_grey_by_a_quarter(count: int) -> None:
    fills = [lightness(look.fill) for look in looks(count)]
    assert all(abs(one - other) >= 25 for one, other in combinations(fills, 2))


def test_neighbours_of_a_longer_series_differ_in_grey_by_a_quarter() -> None:
    fills = [lightness(look.fill) for look in looks(len(PALETTE))]
    assert all(abs(one - other) >= 25 for one, other in pairwise(fills))


def test_numbers_upon_a_bar_and_lines_upon_paper_can_be_read() -> None:
    for look in (*PALETTE, *looks(2)):
        assert contrast(look.fill, look.ink) >= 4.5
        assert contrast(look.line, "FFFFFF") >= 4.5


def test_lines_differ_without_colour() -> None:
    for count in range(2, len(PALETTE) + 1):
        drawn = {(look.dash, look.marker) for look in looks(count)}
        assert len(drawn) == count


def test_of_two_series_the_later_one_is_the_strong_one() -> None:
    earlier, later = looks(2)
    assert lightness(earlier.fill) > lightness(later.fill)
    assert later == looks(1)[0]


# -- axes ----------------------------------------------------------------------------------------


@given(st.lists(NUMBERS), st.booleans())
def test_the_ends_of_an_axis_are_round_and_hold_every_value(
    values: list[Decimal], zero: bool
) -> None:
    axis = axis_bounds(values, zero=zero)
    assert all(axis.low <= value <= axis.high for value in values)
    assert axis.low < axis.high
    assert not zero or axis.low <= 0 <= axis.high
    assert axis.low % axis.step == axis.high % axis.step == 0
    assert (axis.high - axis.low) / axis.step <= 8
    assert axis.step.normalize().as_tuple().digits in ((1,), (2,), (5,))


def test_bars_stand_on_zero_and_lines_far_from_it_do_not() -> None:
    assert axis_of(chart("columns", ("101", "104"))).low == 0
    assert axis_of(chart("lines", ("101", "104"))).low == 100
    assert axis_of(chart("lines", ("10", "104"))).low == 0


def test_parts_of_a_hundred_end_at_a_hundred_though_rounded_ones_miss_it() -> None:
    for parts in ((("33.3",), ("33.3",), ("33.3",)), (("50.1",), ("50.1",))):
        assert axis_of(chart("stacked", *parts, unit="%")).high == 100
    assert axis_of(chart("stacked", ("50",), ("50",), unit="ha")).step == 20
    assert axis_of(chart("stacked", ("4.2",), ("3.1",), unit="%")).high == 8


def test_a_pile_reaches_as_far_as_its_parts_together_on_either_side_of_zero() -> None:
    pile = chart("stacked", ("10", "4"), ("-3", None), ("5", "2"))
    assert extent(pile) == (Decimal(-3), Decimal(15))


def test_nothing_drawn_still_has_an_axis() -> None:
    for form in ("columns", "bars", "stacked", "lines"):
        axis = axis_of(chart(form, (None, None)))
        assert axis.low < axis.high


# -- labels --------------------------------------------------------------------------------------


def test_every_number_of_bars_is_printed() -> None:
    for form in ("columns", "bars"):
        assert labelled(chart(form, ("1", None, "-2"))) == ((True, False, True),)


def test_a_low_part_of_a_stack_has_no_number() -> None:
    parts = chart("stacked", ("90", "50"), ("4", "44"), ("6", "6"), unit="%")
    assert labelled(parts) == ((True, True), (False, True), (True, True))


def test_of_three_lines_the_highest_and_the_lowest_say_their_numbers() -> None:
    lines = chart("lines", ("3", "1"), ("2", "2"), ("1", "3"))
    assert labelled(lines) == ((True, True), (False, False), (True, True))
    top, bottom = lines.series[0].points[0], lines.series[2].points[0]
    assert top
    assert bottom
    assert above(lines, top, 0) is True
    assert above(lines, bottom, 0) is False


def test_equal_numbers_of_several_lines_are_printed_once() -> None:
    lines = chart("lines", ("5", "5"), ("2", "5"), ("2", "5"))
    assert labelled(lines) == ((True, True), (True, False), (False, False))


def test_the_number_of_a_valley_stands_under_the_line() -> None:
    line = chart("lines", ("3", "1", "2", None, "4"))
    places = [above(line, point, n) for n, point in enumerate(line.series[0].points) if point]
    assert places == [True, False, True, True]


def test_a_long_line_says_its_ends_and_extremes() -> None:
    numbers = [str(1000 + (place * 7) % 31) for place in range(30)]
    (shown,) = labelled(chart("lines", numbers))
    said = [place for place, one in enumerate(shown) if one]
    values = [int(one) for one in numbers]
    assert said == sorted({0, 29, values.index(max(values)), values.index(min(values))})


def test_lines_have_room_for_the_numbers_at_their_lowest_and_highest_points() -> None:
    axis = axis_of(chart("lines", ("-28.7", "11.7")))
    assert (axis.low, axis.high) == (-40, 20)
    assert axis_of(chart("lines", ("0.1", "5"))).low == 0
