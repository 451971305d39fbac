"""What a statistical table prints where there is no number, and what goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from drafter.document import Figure

from .desk import Row
from .table_bench import (
    ONLY_MONTH,
    PLANS,
    REVENUE,
    bench,
    call,
    figure,
    heads,
    lines,
    revenue,
    table_of,
    text,
)


def test_nothing_is_a_dash_and_what_rounds_to_nothing_is_not() -> None:
    rows = [
        ("budget.revenue/domestic", "month", "2023-07", 0),
        ("budget.revenue/customs", "month", "2023-07", "0.04"),
    ]
    scope = {"budget.revenue": {"items": "all", "due": {"month": []}}}
    table = table_of(bench(rows, scope=scope), revenue(["month"]))
    assert [line for line in lines(table) if "…" not in line] == [
        "Thu nội địa | -",
        "Thu xuất nhập khẩu | 0,0",
    ]


def test_a_fall_to_nothing_is_nothing_as_an_index() -> None:
    rows = [("bank.credit", "asof", "2023-07-31", 0), ("bank.credit", "asof", "2022-07-31", 100)]
    scope = {"bank.credit": {"due": {"asof": ["year_on_year"]}}}
    credit = call('indicator("bank.credit")', ["asof", "asof.year_on_year"])
    assert lines(table_of(bench(rows, scope=scope), credit)) == ["Tổng dư nợ | - | -"]


def test_what_is_owed_and_has_no_data_is_marked_and_told() -> None:
    rows = [row for row in REVENUE if row[:3] != ("budget.revenue/customs", "month", "2023-07")]
    made = bench(rows, scope=ONLY_MONTH)
    asked = revenue(["month", "month.month_on_month"])
    table = table_of(made, asked)
    assert lines(table)[2] == "Thu xuất nhập khẩu | … | …"
    assert all(figure(table, 2, column).missing for column in (1, 2))
    assert [line for line in made.told("{{ " + asked + " }}") if "customs" in line] == [
        "missing budget.revenue/customs: month 2023-07: no value for 2023-07",
        "missing budget.revenue/customs: month 2023-07 month_on_month: no value for 2023-07",
    ]


def test_a_missing_figure_has_the_role_of_the_one_that_is_to_come() -> None:
    asked = revenue(["month", "month.month_on_month", "month.year_on_year"])
    without = [row for row in REVENUE if row[:3] != ("budget.revenue", "month", "2023-07")]
    for settings in ({}, {"table_form": "growth"}):
        full = table_of(bench(settings=settings), asked)
        holes = table_of(bench(without, settings=settings), asked)
        for column in (1, 2, 3):
            assert figure(holes, 0, column).missing
            assert figure(holes, 0, column).tag == figure(full, 0, column).tag


def test_what_is_not_owed_is_printed_where_the_data_have_it_and_not_available_where_not() -> None:
    scope = {"budget.revenue": {"items": "all", "due": {"ytd": []}}}
    rows = [*REVENUE, ("budget.revenue/domestic", "ytd", "2023-07", 500),
            ("budget.revenue/customs", "ytd", "2023-07", 200)]  # fmt: skip
    rows = [row for row in rows if row[:3] != ("budget.revenue/customs", "month", "2023-07")]
    made = bench(rows, scope=scope)
    asked = revenue(["month", "ytd"])
    assert lines(table_of(made, asked)) == [
        "TỔNG THU NGÂN SÁCH | 120,0 | 700,0",
        "Thu nội địa | 80,0 | 500,0",
        "Thu xuất nhập khẩu | … | 200,0",
    ]
    assert not any("customs" in line for line in made.told("{{ " + asked + " }}"))


def test_a_level_is_not_missed_where_its_changes_are_published() -> None:
    rows = [("budget.revenue", "month", "2023-07", "4.5", "change_percent", "month_on_month")]
    scope = {"budget.revenue": {"due": {"month": ["month_on_month"]}}}
    made = bench(rows, scope=scope)
    assert lines(table_of(made, revenue(["month.month_on_month"]))) == [
        "Tổng thu ngân sách | 104,5"
    ]
    asked = revenue(["month", "month.month_on_month"])
    assert [line for line in made.told("{{ " + asked + " }}") if line.startswith("missing")] == []


def test_a_published_index_is_printed_as_it_is() -> None:
    rows = [("industry.iip", "month", "2023-07", "107.95", "index", "month_on_month")]
    scope = {"industry.iip": {"due": {"month": ["month_on_month"]}}}
    made = bench(rows, scope=scope)
    asked = call('indicator("industry.iip")', ["month.month_on_month"])
    table = table_of(made, asked)
    assert (lines(table), table.unit) == (["Chỉ số sản xuất | 107,95"], "%")
    (printed,) = made.figures("{{ " + asked + " }}")
    assert (printed.measure, printed.value, printed.formula) == (
        "index",
        Decimal("107.95"),
        "107.95",
    )


def test_a_row_out_of_scope_goes_though_the_data_have_it() -> None:
    scope = {"budget.revenue": {"items": ["", "customs"], "due": {"month": []}}}
    table = table_of(bench(scope=scope), revenue(["month"]))
    assert [line.split(" | ")[0] for line in lines(table)] == [
        "TỔNG THU NGÂN SÁCH",
        "Thu xuất nhập khẩu",
    ]


def test_a_table_without_rows_goes_with_its_caption() -> None:
    made = bench(scope={"bank.credit": "all"})
    drafted = made.draft("{{ " + revenue(["month"], caption="Thu ngân sách") + " }}")
    assert (drafted.blocks, drafted.printed, drafted.ledger) == ((), (), ())


def test_a_row_that_has_only_what_was_before_goes() -> None:
    rows = [row for row in REVENUE if row[2] != "2023-07"]
    scope = {"budget.revenue": {"due": {"ytd": []}}}
    made = bench([*rows, *PLANS], scope=scope)
    drafted = made.draft("{{ " + revenue(["plan", "month.previous", "month"]) + " }}")
    assert drafted.blocks == ()


def test_a_column_that_nothing_fills_vanishes_and_one_of_a_span_not_told_too() -> None:
    columns = ["plan", "month.previous", "month", "quarter", "ytd", "month.december"]
    table = table_of(bench(spans=("month", "ytd")), revenue(columns))
    assert heads(table)[0][1:] == [
        "Thực hiện tháng 6 năm 2023", "Ước tính tháng 7 năm 2023", "Ước tính 7 tháng năm 2023",
    ]  # fmt: skip


def test_an_earlier_level_without_the_reports_own_beside_it_vanishes() -> None:
    rows = [row for row in REVENUE if row[1:3] != ("month", "2023-07")]
    scope = {"budget.revenue": {"due": {"ytd": []}}}
    table = table_of(bench(rows, scope=scope), revenue(["month.previous", "month", "ytd"]))
    assert heads(table)[0][1:] == ["Ước tính 7 tháng năm 2023"]


def test_a_comparison_that_is_refused_is_not_available_and_told_once() -> None:
    rows = [
        ("bank.credit", "asof", "2025-07-31", 120),
        ("bank.credit", "asof", "2024-07-31", 100, {"vintage": "2024-08-01"}),
    ]
    scope = {"bank.credit": {"due": {"asof": ["year_on_year"]}}}
    made = bench(rows, scope=scope, period="2025-07", territory_since="2025-07")
    asked = call('indicator("bank.credit")', ["asof", "asof.year_on_year"])
    table = table_of(made, asked)
    assert lines(table) == ["Tổng dư nợ | 120 | …"]
    assert not isinstance(table.rows[0][2].inlines[0], Figure)
    (told,) = made.told("{{ " + asked + " }}{{ " + asked + " }}")
    assert told.startswith("warning bank.credit")
    assert "territory" in told


def test_a_change_on_nothing_is_not_available_and_nothing_on_nothing_is_nothing() -> None:
    rows = [
        ("safety.accidents/cases", "month", "2023-07", 3),
        ("safety.accidents/cases", "month", "2022-07", 0),
        ("safety.accidents/deaths", "month", "2023-07", 0),
        ("safety.accidents/deaths", "month", "2022-07", 0),
    ]
    scope = {"safety.accidents": {"items": ["cases", "deaths"], "due": {"month": []}}}
    made = bench(rows, scope=scope)
    asked = call('indicator("safety.accidents")', ["month", "month.year_on_year"])
    # Neither is owed: a column that holds no number at all vanishes.
    assert lines(table_of(made, asked)) == ["Số vụ | Vụ | 3", "Số người chết | Người | -"]
    owed = {"safety.accidents": {"items": ["cases", "deaths"]}}
    assert lines(table_of(bench(rows, scope=owed), asked)) == [
        "Số vụ | Vụ | 3 | …",
        "Số người chết | Người | - | -",
    ]
    assert made.told("{{ " + asked + " }}") == []


def test_a_doubt_about_a_printed_number_is_told() -> None:
    rows = [
        ("bank.credit", "asof", "2023-07-31", 120), ("bank.credit", "asof", "2022-07-31", 100),
        ("bank.credit", "asof", "2023-07-31", 35, "change_percent", "year_on_year"),
    ]  # fmt: skip
    asked = "{{ " + call('indicator("bank.credit")', ["asof.year_on_year"]) + " }}"
    scope = {"bank.credit": {"due": {"asof": ["year_on_year"]}}}
    (told,) = bench(rows, scope=scope).told(asked)
    assert "disagrees with the levels" in told


def test_what_is_known_by_a_bound_is_told_so_and_has_no_number_behind_it() -> None:
    rows = [("bank.credit", "asof", "2023-07-31", 1000, "level", "", {"bound": "at_least"})]
    scope = {"bank.credit": {"due": {"asof": []}}}
    table = table_of(bench(rows, scope=scope), call('indicator("bank.credit")', ["asof"]))
    assert lines(table) == ["Tổng dư nợ | Trên 1.000"]
    assert table.rows[0][1].exact is None


def changed(rows: Sequence[Row], series: str, value: object) -> list[Row]:
    """The rows with another value of the month of a series."""
    return [
        (*row[:3], value, *row[4:]) if row[:3] == (series, "month", "2023-07") else row
        for row in rows
    ]


@pytest.mark.parametrize("series", ["budget.revenue", "budget.revenue/domestic"])
def test_deleted_zero_and_out_of_scope_are_three_things(series: str) -> None:
    place = 0 if "/" not in series else 1
    scope: Mapping[str, Any] = ONLY_MONTH
    asked = revenue(["month"])
    gone = [row for row in REVENUE if row[:3] != (series, "month", "2023-07")]
    cells = {
        "there": table_of(bench(scope=scope), asked),
        "deleted": table_of(bench(gone, scope=scope), asked),
        "zero": table_of(bench(changed(REVENUE, series, 0), scope=scope), asked),
    }
    assert {how: text(table.rows[place][1]) for how, table in cells.items()} == {
        "there": ("120,0", "80,0")[place], "deleted": "…", "zero": "-",
    }  # fmt: skip
    assert len({figure(table, place, 1).tag for table in cells.values()}) == 1
    others = {"budget.revenue": {"items": ["customs"], "due": {"month": []}}}
    outside = table_of(replace(bench(), scope=others), asked)
    assert lines(outside) == ["Thu xuất nhập khẩu | 40,0"]


def test_a_season_of_which_there_are_no_data_yet_is_missing() -> None:
    scope: Mapping[str, Any] = {
        "crops.area": {"items": ["maize"], "due": {"season": ["year_on_year"]}}
    }
    made = bench([], scope=scope)
    asked = call('indicator("crops.area")', ["season.year_before", "season", "season.year_on_year"])
    table = table_of(made, asked)
    assert lines(table) == ["Ngô | … | …"]
    assert heads(table)[0][1:] == ["Kỳ báo cáo", "Kỳ báo cáo so với cùng kỳ năm trước (%)"]
    assert [one.partition(":")[0] for one in made.told("{{ " + asked + " }}")] == [
        "missing crops.area/maize"
    ] * 2  # fmt: skip


def test_a_level_in_a_unit_of_another_kind_is_refused_and_told() -> None:
    rows = [
        ("bank.credit", "asof", "2023-07-31", 120),
        ("bank.credit", "asof", "2022-07-31", 100, {"unit": "ha"}),
    ]
    made = bench(rows, scope={"bank.credit": {"due": {"asof": ["year_on_year"]}}})
    credit = call('indicator("bank.credit")', ["asof.year_before", "asof", "asof.year_on_year"])
    assert lines(table_of(made, credit)) == ["Tổng dư nợ | 120 | …"]
    told = made.told("{{ " + credit + " }}")
    assert any("tỷ đồng cannot be compared with ha" in line for line in told)


def test_a_table_that_goes_takes_no_words_with_it() -> None:
    asked = f"{{{{ {revenue(['month'])} }}}}"
    assert bench(scope={}).says(f"Trước.{asked} Sau.") == "Trước. Sau."
