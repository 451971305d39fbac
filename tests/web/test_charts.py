"""A chart on the page: caption, unit, drawing, data with their tags, note."""

from __future__ import annotations

from dataclasses import replace

from word.specimens import inlines_of

from .charts import chart
from .pages import Element, cells, told, written

CHART = replace(
    chart("columns", ["17654.4", ""], ["17004.72", "670"], names=("Lúa", "Ngô")),
    unit="ha",
    caption=inlines_of("Diện tích năm 2021"),
    note=inlines_of("Nguồn: Cục Thống kê."),
)


def figure() -> Element:
    (found,) = written(CHART).iter("figure")
    return found


def test_a_chart_has_its_caption_and_unit_over_it_and_its_note_under_it() -> None:
    title, unit = figure().find("figcaption")
    assert (told(title), told(unit)) == ("Diện tích năm 2021", "Đơn vị tính: ha")
    assert told(figure()[-1]) == "Nguồn: Cục Thống kê."


def test_the_numbers_are_a_table_with_their_tags() -> None:
    table = figure().find("details//table")
    assert cells(table.find("thead/tr")) == ["Chỉ tiêu", "Năm 2020", "Năm 2021"]
    assert [cells(row) for row in table.find("tbody")] == [
        ["Lúa", "17.654,4", "17.004,72"],
        ["Ngô", "…", "670"],
    ]
    tags = [one.get("data-figure") for one in table.iter() if one.get("data-figure")]
    assert tags == ["tag17654.4", "tag17004.72", "tag670"]


def test_series_without_names_have_a_table_without_a_header() -> None:
    (table,) = written(chart("bars", ["1"])).iter("table")
    assert table.find("thead") is None


def test_the_drawing_is_named_by_the_caption() -> None:
    drawing = figure().find(".//svg")
    assert drawing.find("title").text == "Diện tích năm 2021"
    (scrolling, *_) = figure().find_class("scrolling")
    assert scrolling.get("aria-labelledby") == drawing.find("title").get("id")


def test_a_chart_knows_its_row_in_the_ledger() -> None:
    assert figure().get("data-clause") == "_c1"
    found = [one.get("data-in") for one in figure().iter() if one.get("data-figure")]
    assert set(found) == {"_c1"}


def test_a_chart_without_a_caption_is_still_named() -> None:
    (drawing,) = written(chart("bars", ["1"])).iter("svg")
    assert drawing.find("title").text == "Biểu đồ"
