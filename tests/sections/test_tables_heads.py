"""The headings of statistical tables: groups, units, status, time, what is compared."""

from __future__ import annotations

from typing import Any

from .table_bench import (
    BOTH,
    CROPS,
    CROPS_SCOPE,
    PLANS,
    REVENUE,
    bench,
    call,
    heads,
    lines,
    revenue,
    table_of,
)


def test_several_indicators_have_a_heading_each_with_their_unit() -> None:
    table = table_of(bench(CROPS, scope=CROPS_SCOPE), call(BOTH, ["ytd"]))
    assert lines(table) == [
        "Diện tích gieo trồng (ha) | ",
        "Lúa vụ Mùa | 100,00",
        "Ngô | 50,00",
        "Sản lượng (tấn) | ",
        "Lúa | 500",
        "Ngô | 200",
    ]
    assert table.unit == ""
    assert [row[0].bold for row in table.rows] == [True, False, False, True, False, False]


def test_units_stand_in_a_column_where_the_template_asks_for_it() -> None:
    table = table_of(bench(CROPS, scope=CROPS_SCOPE), call(BOTH, ["unit", "ytd"]))
    assert lines(table)[:2] == ["Diện tích gieo trồng |  | ", "Lúa vụ Mùa | ha | 100,00"]
    assert heads(table)[0][:2] == ["Chỉ tiêu", "Đơn vị tính"]


def test_the_column_of_units_goes_where_one_unit_says_it_all() -> None:
    table = table_of(bench(), revenue(["unit", "month"]))
    assert (len(table.rows[0]), table.unit) == (2, "tỷ đồng")


def test_a_text_heads_rows_and_a_series_without_numbers_leaves_its_place() -> None:
    rows = 'table([("Cây trồng chính", [indicator("crops.output").item("rice")]), '
    rows += '(indicator("crops.area"), [indicator("crops.area").item("maize")])], columns=["ytd"])'
    table = table_of(bench(CROPS, scope=CROPS_SCOPE), rows)
    assert lines(table) == ["Cây trồng chính |  | ", "Lúa | Tấn | 500", "Ngô | ha | 50,00"]


def test_the_whole_of_the_only_indicator_needs_no_heading() -> None:
    table = table_of(
        bench(CROPS, scope=CROPS_SCOPE),
        call('indicator("crops.output")', ["ytd"], caption="Lúa, ngô"),
    )
    assert lines(table) == ["Lúa | 500", "Ngô | 200"]


def test_items_are_shown_as_deep_as_asked_for_and_opened_ones_deeper() -> None:
    items = ("balanced", "balanced/wages", "programmes")
    rows = [(f"budget.spending/{item}", "month", "2023-07", 5) for item in items]
    spending = [*rows, ("budget.spending", "month", "2023-07", 10)]

    def names(**how: Any) -> list[str]:
        asked = call('indicator("budget.spending")', ["month"], **how)
        return [line.split(" | ")[0] for line in lines(table_of(bench(spending), asked))][1:]

    assert names() == ["Chi cân đối", "Chi lương", "Chi chương trình"]
    assert names(depth=1) == ["Chi cân đối", "Chi chương trình"]
    assert names(depth=1, opened=["balanced"]) == names()


def test_rows_go_by_other_names_where_the_template_gives_them() -> None:
    names = {"budget.revenue": "tổng số", "budget.revenue/customs": "thu hải quan"}
    table = table_of(bench(), revenue(["month"], names=names))
    assert [line.split(" | ")[0] for line in lines(table)] == [
        "TỔNG SỐ",
        "Thu nội địa",
        "Thu hải quan",
    ]


def test_the_headings_say_status_and_time() -> None:
    columns = ["month.year_before", "month.previous", "month", "ytd"]
    rows = [*REVENUE[:1], ("budget.revenue", "month", "2023-06", 100, {"status": "preliminary"}),
            *REVENUE[2:]]  # fmt: skip
    assert heads(table_of(bench(rows), revenue(columns, stub="Khoản thu"))) == [[
        "Khoản thu", "Thực hiện tháng 7 năm 2022", "Sơ bộ tháng 6 năm 2023",
        "Ước tính tháng 7 năm 2023", "Ước tính 7 tháng năm 2023",
    ]]  # fmt: skip


def test_comparisons_of_one_time_share_a_head() -> None:
    columns = ["month", "month.month_on_month", "month.year_on_year", "ytd.year_on_year"]
    assert heads(table_of(bench(), revenue(columns, depth=1))) == [
        ["Chỉ tiêu", "Ước tính tháng 7 năm 2023", "Tháng 7 năm 2023 so với (%)",
         "Tháng 7 năm 2023 so với (%)", "7 tháng năm 2023 so với cùng kỳ năm 2022 (%)"],
        ["", "", "tháng trước", "cùng kỳ năm 2022", ""],
    ]  # fmt: skip


def test_comparisons_of_several_times_on_one_base_share_a_head() -> None:
    columns = ["month", "month.year_on_year", "ytd.year_on_year"]
    table = table_of(bench(), revenue(columns))
    assert [row[2:] for row in heads(table)] == [
        ["So với cùng kỳ năm 2022 (%)"] * 2,
        ["Tháng 7 năm 2023", "7 tháng năm 2023"],
    ]


def test_a_table_of_indices_says_percent_once_over_itself() -> None:
    rows = [
        ("prices.cpi", "month", "2023-07", "1.07", "change_percent", "month_on_month"),
        ("prices.cpi", "month", "2023-07", "5.59", "change_percent", "base_year:2019"),
        ("prices.cpi", "average_ytd", "2023-07", "2.1", "change_percent", "year_on_year"),
    ]
    columns = ["month.base_year", "month.month_on_month", "average_ytd.year_on_year"]
    scope = {"prices.cpi": {"due": {"month": ["month_on_month", "base_year:2019"],
                                    "average_ytd": ["year_on_year"]}}}  # fmt: skip
    table = table_of(bench(rows, scope=scope), call('indicator("prices.cpi")', columns))
    assert lines(table) == ["Chỉ số giá | 105,59 | 101,07 | 102,10"]
    assert table.unit == "%"
    assert heads(table) == [
        ["Chỉ tiêu", "Tháng 7 năm 2023 so với", "Tháng 7 năm 2023 so với",
         "Bình quân 7 tháng năm 2023 so với cùng kỳ năm 2022"],
        ["", "kỳ gốc 2019", "tháng trước", ""],
    ]  # fmt: skip


def test_growth_is_named_in_the_headings_and_stands_apart_from_attainment() -> None:
    made = bench([*REVENUE, *PLANS], settings={"table_form": "growth"})
    table = table_of(made, revenue(["ytd.plan:central", "ytd.year_on_year"]))
    assert heads(table) == [[
        "Chỉ tiêu", "7 tháng năm 2023 so với kế hoạch Trung ương giao",
        "7 tháng năm 2023 tăng, giảm so với cùng kỳ năm 2022",
    ]]  # fmt: skip


def test_levels_at_the_end_of_last_year_stand_beside_the_present_ones() -> None:
    rows = [("bank.credit", "asof", "2023-07-31", 120), ("bank.credit", "asof", "2022-12-31", 100)]
    scope = {"bank.credit": {"due": {"asof": ["year_end"]}}}
    columns = ["asof.last_december", "asof", "asof.year_end"]
    table = table_of(bench(rows, scope=scope), call('indicator("bank.credit")', columns))
    assert lines(table) == ["Tổng dư nợ | 100 | 120 | 120,0"]
    assert heads(table)[0][1:] == [
        "Thực hiện đến 31/12/2022", "Thực hiện đến 31/7/2023",
        "Đến 31/7/2023 so với 31/12/2022 (%)",
    ]  # fmt: skip


def test_an_indicator_that_trails_has_its_own_time_in_the_heading() -> None:
    rows = [("enterprises.new", "ytd", "2023-06", 292), ("enterprises.new", "ytd", "2022-06", 250)]
    table = table_of(
        bench(rows),
        call('indicator("enterprises.new")', ["ytd.year_before", "ytd", "ytd.year_on_year"]),
    )
    assert heads(table)[0][1:] == [
        "Thực hiện 6 tháng năm 2022", "Thực hiện 6 tháng năm 2023",
        "6 tháng năm 2023 so với cùng kỳ năm 2022 (%)",
    ]  # fmt: skip


def test_a_row_of_another_time_than_the_heading_says_its_own() -> None:
    rows = [("enterprises.new", "ytd", "2023-06", 292), *CROPS]
    three = f'{BOTH[:-1]}, indicator("enterprises.new")]'
    scope = {**CROPS_SCOPE, "enterprises.new": {"due": {"ytd": []}}}
    table = table_of(bench(rows, scope=scope), call(three, ["unit", "ytd"]))
    assert heads(table)[0][2] == "Thực hiện 7 tháng năm 2023"
    assert lines(table)[-1] == "Doanh nghiệp mới (6 tháng năm 2023) | Doanh nghiệp | 292"


def test_a_count_that_ended_before_its_period_says_when() -> None:
    early = {"as_of": "2023-07-09"}
    rows = [("crops.output/rice", "ytd", "2023-07", 500, early),
            ("crops.output/maize", "ytd", "2023-07", 200, early)]  # fmt: skip
    output = call('indicator("crops.output")', ["ytd"])
    all_early = table_of(bench(rows, scope=CROPS_SCOPE), output)
    assert heads(all_early)[0][1] == "Thực hiện 7 tháng năm 2023 (đến 09/7/2023)"
    more = [*rows[:1], *CROPS[3:], ("crops.output", "ytd", "2023-07", 700)]
    scope = {"crops.output": {"items": "all", "due": {"ytd": []}}}
    one_early = table_of(bench(more, scope=scope), output)
    assert [line.split(" | ")[0] for line in lines(one_early)] == [
        "SẢN LƯỢNG", "Lúa (đến 09/7/2023)", "Ngô",
    ]  # fmt: skip


def test_quarter_one_is_not_told_again_as_three_months() -> None:
    rows = [
        ("budget.revenue", "quarter", "2023-Q1", 300),
        ("budget.revenue", "ytd", "2023-03", 300),
    ]
    scope = {"budget.revenue": {"due": {"quarter": [], "ytd": []}}}
    asked = revenue(["quarter", "ytd"])
    once = table_of(bench(rows, scope=scope, period="2023-Q1"), asked)
    assert heads(once)[0][1:] == ["Thực hiện quý I năm 2023"]
    rows[1] = ("budget.revenue", "ytd", "2023-03", 310)
    assert len(table_of(bench(rows, scope=scope, period="2023-Q1"), asked).rows[0]) == 3


def test_a_year_is_told_as_one() -> None:
    rows = [("budget.revenue", "year", "2023", 1200), ("budget.revenue", "year", "2022", 1000)]
    scope = {"budget.revenue": {"due": {"year": ["year_on_year"]}}}
    asked = revenue(["ytd", "year", "ytd.year_on_year", "year.year_on_year"])
    table = table_of(bench(rows, scope=scope, period="2023"), asked)
    assert lines(table) == ["Tổng thu ngân sách | 1.200,0 | 120,0"]
    assert heads(table)[0][1:] == ["Thực hiện năm 2023", "Năm 2023 so với năm 2022 (%)"]
