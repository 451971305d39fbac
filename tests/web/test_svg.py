"""Charts as drawings: every number where it belongs, no text on another."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.charts import looks
from drafter.document import ChartForm
from drafter.web.shapes import NAME_SIZE, NUMBER_SIZE

from .charts import LONG, boxes, chart, drawn, outside, overlaps

FORMS: tuple[ChartForm, ...] = ("columns", "bars", "stacked", "lines")
MONTHS = [f"Tháng {month}" for month in range(1, 13)] + ["Tháng 1", "Tháng 2"]
NOTHING = "404040"


def texts(drawing: etree._Element) -> list[str]:
    return [box.text for box in boxes(drawing)]


def bars_of(drawing: etree._Element, fill: str) -> list[tuple[float, float, float, float]]:
    """Places and sizes of the bars of a colour, the swatch of the legend left out."""
    rects = [one for one in drawing.iter("rect") if one.get("fill") == f"#{fill}"]
    found = [
        tuple(float(str(one.get(name))) for name in ("x", "y", "width", "height")) for one in rects
    ]
    return [(x, y, w, h) for x, y, w, h in found if (w, h) != (14, 14)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", range(1, 15))
@pytest.mark.parametrize("series", [1, 2, 3, 4])
@pytest.mark.parametrize("names", [LONG, MONTHS], ids=["long", "months"])
def test_no_text_stands_on_another_or_beyond_the_edge(
    form: ChartForm, count: int, series: int, names: list[str]
) -> None:
    values = [
        [f"{1234.5 * (1 + place + turn):.2f}" for place in range(count)] for turn in range(series)
    ]
    drawing = drawn(chart(form, *values, names=names))
    assert overlaps(drawing) == []
    assert outside(drawing) == []


NUMBERS = st.decimals(-9999999, 9999999, places=2).map(str)
ROWS = st.integers(1, 14).flatmap(
    lambda count: st.lists(
        st.lists(st.one_of(NUMBERS, st.just("")), min_size=count, max_size=count),
        min_size=1,
        max_size=4,
    )
)


@given(st.sampled_from(FORMS), ROWS)
@settings(max_examples=200, deadline=None)
def test_any_values_are_drawn_without_texts_on_each_other(
    form: ChartForm, rows: list[list[str]]
) -> None:
    drawing = drawn(chart(form, *rows))
    assert overlaps(drawing) == []
    assert outside(drawing) == []


@pytest.mark.parametrize("form", FORMS)
def test_texts_are_large_enough_to_be_read(form: ChartForm) -> None:
    drawing = drawn(chart(form, ["1.5", "-2.25", "3"], ["2", "3", "4"]))
    sizes = {int(str(one.get("font-size"))) for one in drawing.iter("text")}
    assert sizes <= {NAME_SIZE, NUMBER_SIZE}
    assert min(sizes) >= 14


@pytest.mark.parametrize("form", ["columns", "bars"])
def test_every_number_is_printed_as_the_report_prints_it(form: ChartForm) -> None:
    found = texts(drawn(chart(form, ["17654.4", "-664.25", "0.00"], ["17004.72", "670", "-0.5"])))
    for printed in ("17.654,4", "-664,25", "0,00", "17.004,72", "670", "-0,5"):
        assert printed in found


def test_columns_are_as_high_as_their_values() -> None:
    drawing = drawn(chart("columns", ["10", "20", "-5"]))
    found = bars_of(drawing, looks(1)[0].fill)
    (ten, twenty, minus) = [high for _, _, _, high in found]
    assert twenty == pytest.approx(2 * ten, abs=0.3)
    assert minus == pytest.approx(ten / 2, abs=0.3)
    feet = [y + high for _, y, _, high in found[:2]]
    assert feet == pytest.approx([found[2][1]] * 2, abs=0.2)


def test_bars_below_nothing_go_to_the_left_with_their_numbers() -> None:
    drawing = drawn(chart("bars", ["10", "-20"], names=("Cao su", "Cà phê")))
    over, under = bars_of(drawing, looks(1)[0].fill)
    assert under[0] + under[2] == pytest.approx(over[0], abs=0.2)
    assert under[2] == pytest.approx(2 * over[2], abs=0.3)
    places = {box.text: box for box in boxes(drawing)}
    assert places["10"].left > over[0] + over[2]
    assert max(box.right for box in boxes(drawing) if box.text == "-20" and box.top < 80) < under[0]


def test_series_lie_side_by_side_in_their_colours() -> None:
    drawing = drawn(chart("columns", ["10", "20"], ["30", "40"]))
    first, second = (bars_of(drawing, look.fill) for look in looks(2))
    assert [one[0] < other[0] for one, other in zip(first, second, strict=True)] == [True, True]
    assert [one[3] for one in (*first, *second)] == pytest.approx(
        [first[0][3] * times for times in (1, 2, 3, 4)], abs=0.5
    )


def test_parts_begin_where_others_end_and_those_under_nothing_go_left() -> None:
    drawing = drawn(chart("stacked", ["30"], ["50"], ["-20"]))
    (first,), (second,), (under,) = (bars_of(drawing, look.fill) for look in looks(3))
    assert first[0] + first[2] == pytest.approx(second[0], abs=0.2)
    assert under[0] + under[2] == pytest.approx(first[0], abs=0.2)
    assert first[2] / second[2] == pytest.approx(0.6, abs=0.01)


def test_the_number_of_a_part_too_narrow_for_it_stands_over_it() -> None:
    drawing = drawn(chart("stacked", ["97.25"], ["2.75"]))
    places = {box.text: box for box in boxes(drawing)}
    (wide,), (narrow,) = (bars_of(drawing, look.fill) for look in looks(2))
    assert wide[0] < places["97,25"].left < places["97,25"].right < wide[0] + wide[2]
    assert wide[1] < places["97,25"].top < places["97,25"].bottom < wide[1] + wide[3]
    assert places["2,75"].bottom < narrow[1]
    assert places["2,75"].right > narrow[0]


def test_the_numbers_in_parts_stand_out_from_them() -> None:
    drawing = drawn(chart("stacked", ["30"], ["30"], ["40"]))
    inks = [one.get("fill") for one in drawing.iter("text") if one.get("fill")]
    assert inks == [f"#{look.ink}" for look in looks(3)]


@pytest.mark.parametrize("form", FORMS)
def test_what_has_no_value_is_not_drawn(form: ChartForm) -> None:
    drawing = drawn(chart(form, ["1", "", "3"], ["", "", ""]))
    first, second = looks(2)
    if form == "lines":
        marks = [one for one in drawing.iter("rect", "circle") if one.get("stroke") == "#FFFFFF"]
        # Two points, and a mark for each of the two series in the legend.
        assert len(marks) == 2 + 2
    else:
        assert len(bars_of(drawing, first.fill)) == 2
        assert bars_of(drawing, second.fill) == []


def test_a_line_has_a_gap_where_a_value_is_not_there() -> None:
    lines = list(drawn(chart("lines", ["1", "2", "", "4", "5", "6", "", "8"])).iter("polyline"))
    assert [len(str(one.get("points")).split()) for one in lines] == [2, 3]


def test_lines_differ_in_more_than_colour() -> None:
    drawing = drawn(chart("lines", *(["1", "2"] for _ in range(4))))
    dashes = {one.get("stroke-dasharray") for one in drawing.iter("polyline")}
    assert len(dashes) == 4


def test_a_line_goes_up_where_its_values_do() -> None:
    (line,) = drawn(chart("lines", ["10", "20", "15"])).iter("polyline")
    first, second, third = (float(one.split(",")[1]) for one in str(line.get("points")).split())
    assert second < third < first
    assert third - second == pytest.approx((first - second) / 2, abs=0.2)


def test_the_legend_names_every_series() -> None:
    found = texts(drawn(chart("columns", ["1"], ["2"], ["3"])))
    assert [one for one in found if one.startswith("Năm")] == ["Năm 2020", "Năm 2021", "Năm 2022"]


def test_a_series_without_a_name_needs_no_legend() -> None:
    drawing = drawn(chart("columns", ["10", "20"]))
    assert len(list(drawing.iter("rect"))) == 2


def test_names_are_told_whole_in_lines_that_fit() -> None:
    drawing = drawn(chart("bars", ["1"] * 7))
    names = [text for text in drawing.iter("text") if len(text)]
    assert [" ".join(str(line.text) for line in name) for name in names] == list(LONG)
    assert len(names[0]) > 1


def test_numbers_too_wide_for_their_columns_are_read_from_below() -> None:
    narrow = drawn(chart("columns", *(["1234567.89"] * 7 for _ in range(3))))
    wide = drawn(chart("columns", ["12", "13"]))
    assert any(one.get("transform") for one in narrow.iter("text"))
    assert not any(one.get("transform") for one in wide.iter("text"))


def test_the_axis_says_its_numbers_in_vietnamese() -> None:
    found = texts(drawn(chart("columns", ["17654.4", "1000"])))
    assert {"0", "5.000", "10.000", "15.000", "20.000"} <= set(found)


@pytest.mark.parametrize("form", FORMS)
def test_a_drawing_is_one_picture_with_its_words(form: ChartForm) -> None:
    drawing = drawn(chart(form, ["1", "2"]))
    assert drawing.get("role") == "img"
    title, words = drawing[0], drawing[1]
    assert (title.tag, title.text, title.get("id")) == (
        "title",
        "Tên biểu đồ",
        drawing.get("aria-labelledby"),
    )
    assert (words.tag, words.text, words.get("id")) == (
        "desc",
        "Lời của biểu đồ",
        drawing.get("aria-describedby"),
    )


def test_a_chart_without_any_value_is_still_a_drawing() -> None:
    for form in FORMS:
        assert overlaps(drawn(chart(form, ["", ""]))) == []


def test_the_same_chart_is_the_same_drawing() -> None:
    block = chart("columns", ["1.5", "2"], ["3", "4"])
    assert etree.tostring(drawn(block)) == etree.tostring(drawn(block))


def test_a_value_is_drawn_from_its_decimal_not_from_its_print() -> None:
    block = chart("bars", ["1.24", "1.26"])
    short, long = bars_of(drawn(block), looks(1)[0].fill)
    assert long[2] / short[2] == pytest.approx(float(Decimal("1.26") / Decimal("1.24")), abs=0.002)
