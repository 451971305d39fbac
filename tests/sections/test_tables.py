"""Statistical tables that a template names in one line: rows, numbers, sources, faults."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.document import Table
from drafter.errors import InputError
from drafter.measured import Series
from drafter.sections.tables.rows import Branch, printed, series_of
from drafter.settings import Layers

from .desk import Row
from .table_bench import (
    PLANS,
    REVENUE,
    bench,
    call,
    heads,
    lines,
    note,
    revenue,
    table_of,
)


def test_a_series_is_a_total_in_capitals_with_its_items_under_it() -> None:
    table = table_of(bench(), revenue(["month.previous", "month", "month.month_on_month"]))
    assert lines(table) == [
        "TỔNG THU NGÂN SÁCH | 100,0 | 120,0 | 120,0",
        "Thu nội địa | 70,0 | 80,0 | 114,3",
        "Thu xuất nhập khẩu | 30,0 | 40,0 | 133,3",
    ]
    assert [row[0].indent for row in table.rows] == [0, 1, 1]
    assert [row[1].bold for row in table.rows] == [True, False, False]
    assert table.unit == "tỷ đồng"


def bold_rows(parts: dict[str, int]) -> list[str]:
    """The rows in bold of a whole whose parts have so many members each."""

    def item(key: str, *below: Branch) -> Branch:
        return Branch("item", key, Series("x", key, ""), below)

    under = [item(key, *(item(f"{key}{n}") for n in range(count))) for key, count in parts.items()]
    whole = Branch("whole", "all", Series("x", "", ""), tuple(under))
    filled = dict.fromkeys(series_of([whole]), True)
    return [row.label for row in printed([whole], filled) if row.bold]


def test_rows_under_one_head_are_all_in_bold_where_they_part_the_table() -> None:
    assert bold_rows({"b": 2, "c": 5, "d": 0}) == ["ALL", "B", "C", "D"]


def test_a_row_with_parts_does_not_stand_out_among_many_without() -> None:
    assert bold_rows({"b": 2, "c": 0, "d": 0}) == ["ALL"]


def test_a_change_is_an_index_in_a_table_and_growth_where_the_setting_says_so() -> None:
    columns = ["month.month_on_month"]
    assert lines(table_of(bench(), revenue(columns)))[0].endswith("| 120,0")
    growth = bench(settings={"table_form": "growth"})
    assert lines(table_of(growth, revenue(columns)))[0].endswith("| 20,0")
    assert lines(table_of(bench(), revenue(columns, table_form="growth")))[0].endswith("| 20,0")


def test_an_index_below_hundred_and_a_fall_as_growth() -> None:
    rows = [("bank.credit", "asof", "2023-07-31", 97), ("bank.credit", "asof", "2022-07-31", 100)]
    credit = call('indicator("bank.credit")', ["asof.year_on_year"])
    scope = {"bank.credit": {"due": {"asof": ["year_on_year"]}}}
    assert lines(table_of(bench(rows, scope=scope), credit)) == ["Tổng dư nợ | 97,0"]
    falling = bench(rows, scope=scope, settings={"table_form": "growth"})
    assert lines(table_of(falling, credit)) == ["Tổng dư nợ | -3,0"]


def test_plans_have_a_column_each_for_the_target_and_its_attainment() -> None:
    table = table_of(bench([*REVENUE, *PLANS]), revenue(["plan", "ytd", "ytd.plan"]))
    assert lines(table)[0] == "TỔNG THU NGÂN SÁCH | 1.000,0 | 1.400,0 | 700,0 | 70,0 | 50,0"
    assert heads(table)[0][1:3] == ["Kế hoạch Trung ương giao", "Kế hoạch năm 2023"]
    assert heads(table)[1][4:] == ["kế hoạch Trung ương giao", "kế hoạch năm 2023"]


def test_only_the_plan_that_the_scope_names_has_a_column() -> None:
    scope = {"budget.revenue": {"due": {"ytd": ["plan:province"]}}}
    table = table_of(bench([*REVENUE, *PLANS], scope=scope), revenue(["plan", "ytd.plan"]))
    assert lines(table) == ["Tổng thu ngân sách | 1.400,0 | 50,0"]


def test_plans_are_named_as_the_settings_of_their_indicator_name_them() -> None:
    named = {"budget.revenue": {"plans": {"central": "dự toán Trung ương giao"}}}
    rows = [*REVENUE, *PLANS]
    made = bench(rows, settings=Layers(indicators=named))
    assert heads(table_of(made, revenue(["plan", "ytd.plan"])))[0][1] == "Dự toán Trung ương giao"


def test_the_change_of_a_percentage_stays_in_points() -> None:
    rows = [
        ("social.poverty", "month", "2023-07", "7.1"),
        ("social.poverty", "month", "2022-07", 8),
    ]
    table = table_of(
        bench(rows), call('indicator("social.poverty")', ["month", "month.year_on_year"])
    )
    assert lines(table) == ["Tỷ lệ hộ nghèo | 7,1 | -0,90"]
    assert heads(table)[0][2] == "Tháng 7 năm 2023 so với cùng kỳ năm 2022 (điểm %)"


def test_points_beside_indices_say_what_they_are() -> None:
    rows = [
        ("social.poverty", "month", "2023-07", "7.1"),
        ("social.poverty", "month", "2022-07", 7),
        *REVENUE,
    ]
    both = '[indicator("social.poverty"), indicator("budget.revenue")]'
    table = table_of(bench(rows), call(both, ["month.year_on_year"], depth=1))
    assert lines(table)[0] == "Tỷ lệ hộ nghèo | +0,10 điểm %"


def test_shares_and_contributions_stay_what_they_are() -> None:
    rows = [
        ("grdp", "ytd", "2023-07", 1100), ("grdp", "ytd", "2022-07", 1000),
        ("grdp/farming", "ytd", "2023-07", 220), ("grdp/farming", "ytd", "2022-07", 210),
        ("grdp/services", "ytd", "2023-07", 880), ("grdp/services", "ytd", "2022-07", 790),
    ]  # fmt: skip
    columns = ["ytd.share", "ytd.contribution", "ytd.year_on_year"]
    table = table_of(bench(rows), call('indicator("grdp")', columns))
    assert lines(table)[1:] == [
        "Nông nghiệp | 20,00 | 1,00 | 104,76",
        "Dịch vụ | 80,00 | 9,00 | 111,39",
    ]
    assert heads(table)[0][1:] == [
        "Cơ cấu 7 tháng năm 2023 (%)",
        "Đóng góp vào mức tăng chung 7 tháng năm 2023 (điểm %)",
        "7 tháng năm 2023 so với cùng kỳ năm 2022 (%)",
    ]


def test_the_difference_of_two_attainments_is_in_points() -> None:
    last = [("budget.revenue", "year", "2022", 1300, "plan", "", {"plan": "central"})]
    asked = revenue(["ytd.plan:central", "ytd.plan_points:central"])
    table = table_of(bench([*REVENUE, *PLANS, *last]), asked)
    assert lines(table)[0] == "TỔNG THU NGÂN SÁCH | 70,0 | +20,0"
    assert heads(table)[0][2] == (
        "Tỷ lệ thực hiện kế hoạch Trung ương giao tăng, giảm so với cùng kỳ (điểm %)"
    )


def test_a_change_in_units_has_its_sign() -> None:
    asked = revenue(["month", "month.absolute:month_on_month"])
    table = table_of(bench(), asked)
    assert lines(table)[0] == "TỔNG THU NGÂN SÁCH | 120,0 | +20,0"
    assert heads(table)[0][2] == "Tháng 7 năm 2023 tăng, giảm so với tháng trước"
    assert table.unit == "tỷ đồng"


def test_numbers_of_a_column_have_their_decimals_whatever_the_text_leaves_out() -> None:
    rows = [("crops.area/maize", "ytd", "2023-07", 670)]
    table = table_of(
        bench(rows, settings={"level_zeros": False}), call('indicator("crops.area")', ["ytd"])
    )
    assert lines(table)[-1] == "Ngô | 670,00"


def test_levels_are_told_in_the_unit_that_the_settings_ask_for() -> None:
    table = table_of(bench(settings={"unit": "triệu đồng", "decimals": 0}), revenue(["month"]))
    assert (table.unit, lines(table)[0]) == ("triệu đồng", "TỔNG THU NGÂN SÁCH | 120.000")


def replace_source(row: Row, source: str) -> Row:
    given = row[-1] if isinstance(row[-1], dict) else {}
    return (*row[:4], {**given, "source": source})


def test_the_departments_stand_under_the_table_unless_told_otherwise() -> None:
    rows = [replace_source(row, "Kho bạc Nhà nước") for row in REVENUE]
    assert note(table_of(bench(rows), revenue(["month"]))) == "Nguồn: Kho bạc Nhà nước."
    assert note(table_of(bench(rows), revenue(["month"], source=False))) == ""
    own = revenue(["month"], source=False, note="Số liệu chưa gồm các khoản ghi thu.")
    assert note(table_of(bench(rows), own)) == "Số liệu chưa gồm các khoản ghi thu."


def test_parts_that_miss_the_whole_by_rounding_are_explained() -> None:
    def table(customs: str) -> Table:
        rows = [
            ("budget.revenue", "month", "2023-07", "120.14"),
            ("budget.revenue/domestic", "month", "2023-07", "80.07"),
            ("budget.revenue/customs", "month", "2023-07", customs),
        ]
        return table_of(bench(rows), revenue(["month"], source=False, depth=1))

    assert "chênh lệch do làm tròn" in note(table("40.07"))  # 120,1 beside 80,1 and 40,1
    assert note(table("40.03")) == ""  # 80,1 + 40,0 = 120,1
    assert note(table("38")) == ""  # more than rounding: nothing to be explained away


def test_every_number_knows_its_formula_its_cells_and_its_unrounded_value() -> None:
    made = bench()
    table = table_of(made, revenue(["month", "month.month_on_month"]))
    exact = table.rows[1][2].exact
    assert exact is not None
    assert (exact.value, exact.places) == (Decimal(80) * 100 / 70, 1)
    level, index = made.figures("{{ " + revenue(["month", "month.month_on_month"]) + " }}")[2:4]
    assert (level.formula, level.value, level.unit) == ("80", Decimal("80.0"), "tỷ đồng")
    assert (index.measure, index.base, index.formula) == (
        "index",
        "month_on_month",
        "80 / 70 × 100",
    )
    assert index.value == Decimal("114.3")
    assert [row.value for row in index.inputs] == [80, 70]


def test_the_ledger_keeps_the_call_that_made_the_table() -> None:
    drafted = bench().draft("{{ " + revenue(["month"], caption="Thu ngân sách") + " }}")
    (table,) = drafted.blocks
    assert isinstance(table, Table)
    clause, *rows = drafted.ledger
    assert clause.clause == table.name
    assert clause.formula == (
        'table(indicator("budget.revenue"), columns=["month"], caption="Thu ngân sách")'
    )
    assert {row.clause for row in rows} == {table.name}
    assert [row.printed for row in rows] == ["120,0", "80,0", "40,0"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (revenue(["fortnight"]), "'fortnight' is no column: 'fortnight' is no span"),
        (revenue(["month.ytd"]), "'month.ytd' is no column: 'ytd' is no comparison"),
        (revenue(["month.growth"]), "'growth' is neither a span nor a comparison"),
        (call('"budget.revenue"', ["month"]), "a table is of a series, of a list of them"),
        (call('[("x", "y", "z")]', ["month"]), "is no row of a table"),
        (revenue(["month"], colour="red"), "Object contains unknown field `colour`"),
    ],
)
def test_what_cannot_be_a_table_is_a_fault_of_the_template(asked: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        bench().draft("{{ " + asked + " }}")
    (problem,) = raised.value.problems
    assert problem.place == "templates/sections/section.md.j2:1"
    assert said in problem.text()


def test_a_table_stands_on_its_own_among_the_paragraphs() -> None:
    made = bench()
    drafted = made.draft("# Thu\nTrước. {{ " + revenue(["month"]) + " }} Sau.")
    assert [type(block).__name__ for block in drafted.blocks] == [
        "Heading", "Paragraph", "Table", "Paragraph",
    ]  # fmt: skip


def test_the_whole_adds_nothing_to_itself() -> None:
    rows = [("grdp", "ytd", "2023-07", "5.3", "change_percent", "year_on_year"),
            ("grdp/farming", "ytd", "2023-07", "0.8", "contribution", "year_on_year")]  # fmt: skip
    scope = {
        "grdp": [
            {"due": {"ytd": ["year_on_year"]}},
            {"items": ["farming"], "due": {"ytd": ["contribution"]}},
        ]
    }
    asked = call('indicator("grdp")', ["ytd.year_on_year", "ytd.contribution"])
    assert lines(table_of(bench(rows, scope=scope), asked)) == [
        "TỔNG SẢN PHẨM | 105,30 | ",
        "Nông nghiệp | … | 0,80",
    ]
