"""The charts of the reports: one for each place, every value true in its part and workbook."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.document import Chart
from drafter.explaining import explain
from tests.reader.charts import chart_parts, drawn, faults

from .drafts import Drafts, Told, drafts, july

REPORTS = {"July": ("provincial", "2023-07", 7), "the six months": ("statistics", "2023-6M", 10)}


def charts(told: Told) -> list[Chart]:
    """The charts of a draft."""
    blocks = (block for section in told.draft.report.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Chart)]


@pytest.mark.parametrize("name", REPORTS)
def test_every_value_of_a_chart_is_true_in_its_part_and_in_its_workbook(name: str) -> None:
    kind, period, count = REPORTS[name]
    told = drafts(kind, period).plain
    docx = told.draft.docx()
    assert len(chart_parts(docx)) == len(charts(told)) == count
    values = list(drawn(docx))
    points = [one for chart in charts(told) for each in chart.series for one in each.points if one]
    assert len(values) == len(points)
    assert faults(told.truth, docx) == []


@pytest.mark.parametrize("name", REPORTS)
def test_a_chart_says_what_it_is_whence_it_is_and_what_it_holds(name: str) -> None:
    kind, period, _ = REPORTS[name]
    for chart in charts(drafts(kind, period).plain):
        assert chart.caption
        assert any("Nguồn: " in getattr(one, "text", "") for one in chart.note)
        told = [point.printed for each in chart.series for point in each.points if point]
        assert all(number.removeprefix("-") in chart.alt for number in told if number.strip("-0,"))
        assert all(category in chart.alt for category in chart.categories)


def test_the_judge_of_charts_sees_a_false_value() -> None:
    """Data of another draft give away every value that is not theirs."""
    report = july()
    changed = {
        row.place: row.value * 2 + 1
        for row in report.used
        if row.key[0] in ("industry.iip", "agriculture.sown_area")
    }
    assert changed
    other = report.told(changed)
    found = faults(other.truth, report.plain.draft.docx())
    assert any("industry.iip" in one for one in found)
    assert any("agriculture.sown_area" in one for one in found)


@pytest.mark.parametrize("factor", [Decimal(-1), Decimal(0), Decimal("0.5")])
def test_charts_follow_the_data_when_signs_turn_and_values_vanish(factor: Decimal) -> None:
    report = july()
    changed = {
        row.place: row.value * factor
        for row in report.used
        if row.key[4] == "change_percent"
        and row.key[0] in ("industry.iip", "enterprises.suspended")
    }
    told = report.told(changed)
    assert faults(told.truth, told.draft.docx()) == []


def test_a_deleted_value_is_marked_under_its_chart() -> None:
    report: Drafts = july()
    (row,) = (
        one
        for one in report.used
        if one.key[:3] == ("industry.iip", "B", "month") and "year_on_year" in one.key
    )
    told = report.told({row.place: None})
    (chart,) = (one for one in charts(told) if "Toàn ngành công nghiệp" in one.categories)
    assert "Khai khoáng" not in chart.categories
    assert any(getattr(one, "missing", False) for one in chart.note)


def test_a_value_of_a_chart_is_explained_by_its_chart() -> None:
    docx = july().plain.draft.docx()
    (found,) = explain(docx, "-52,09").found
    assert found.row.indicator == "enterprises.registered_capital"
    assert found.sentence.startswith("Biểu đồ thanh ngang: ")
    assert "Đầu tư" in found.heading
    places = explain(docx, "12,77%").found
    assert [one.drawn for one in places] == [False, False, True]
