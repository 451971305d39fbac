"""Series, readings and comparisons as a template holds them in its hands."""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  exports:
    label: kim ngạch xuất khẩu
    short: xuất khẩu
    kind: flow
    unit: triệu USD
    decimals: {rate: 1}
    plans: [province]
    breakdown: {items: {rice: {label: gạo, items: {white: {label: gạo trắng}}}, tea: {label: chè}}}
    due:
      month: [month_on_month, year_on_year, december, base_year:2019]
      quarter: [quarter_on_quarter]
      ytd: [plan, plan_points]
      asof: [year_end]
    source: Sở Công Thương
  imports:
    label: nhập khẩu
    kind: flow
    unit: triệu USD
    breakdown: {items: {cars: {label: ô tô}}}
    due: {month: []}
    source: Sở Công Thương
  customs: {label: thuế, kind: flow, unit: tỷ đồng, due: {month: []}, source: Cục Hải quan}
"""
ROWS: list[Row] = [
    ("exports", "month", "2023-07", 110, {"as_of": "2023-07-09"}),
    ("exports", "month", "2023-06", 100),
    ("exports", "month", "2022-07", 110),
    ("exports", "month", "2022-12", 0),
    ("exports", "month", "2023-07", "105.6", "index", "base_year:2019"),
    ("exports", "ytd", "2023-07", 60),
    ("exports", "year", "2023", 100, "plan", {"plan": "province"}),
    ("exports", "quarter", "2023-Q3", 300),
    ("exports", "quarter", "2023-Q2", 200),
    ("exports/rice/white", "month", "2023-07", 0),
    ("imports", "month", "2023-07", 5),
]
X = '{% set x = indicator("exports") %}'


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("x", "kim ngạch xuất khẩu"),
        ("x.label", "kim ngạch xuất khẩu"),
        ("x.short", "xuất khẩu"),
        ('x.item("rice").label', "kim ngạch xuất khẩu gạo"),
        ('x.item("rice").item("white").name', "gạo trắng"),
        ('indicator("exports/rice").key', "rice"),
        ('indicator("exports", "rice").short', "gạo"),
        ("x.items | join(', ', attribute='name')", "gạo, chè"),
        ("x.members | map(attribute='key') | join(', ')", "rice, tea"),
        ("x.leaves | map(attribute='key') | join(', ')", "rice, rice/white, tea"),
        ("x.month", "110 triệu USD"),
        ("x.month.when", "tháng 7"),
        ("x.month.date", "09/7/2023"),
        ("x.quarter", "300 triệu USD"),
        ("x.month.month_on_month", "tăng 10,0% so với tháng trước"),
        ("x.month.month_on_month.bare", "tăng 10,0%"),
        ("x.month.month_on_month.word", "tăng"),
        ("x.month.year_on_year.word", "tương đương"),
        ("x.month.year_on_year.direction", "unchanged"),
        ("x.month.month_on_month.direction", "rising"),
        ("x.month.base_year", "tăng 5,6% so với năm gốc 2019"),
        ("x.month.base_year.direction", "rising"),
        ("x.quarter.quarter_on_quarter", "tăng 50,0% so với quý trước"),
        ("x.year_to_date.plan", "đạt 60,0% kế hoạch"),
        ("x.ytd.plan.direction", "falling"),
        ("x.month.is_zero", "False"),
        ('x.item("rice/white").month.is_zero', "True"),
        ('x.month.was_zero("december")', "True"),
        ('x.month.was_zero("year_on_year")', "False"),
        ("x.year.due", "False"),
        ("x.month.due and x.due", "True"),
        ("x.month.year_on_year.due", "True"),
        ("x.ytd.year_on_year.due", "False"),
        ('plan(x, "province")', "100 triệu USD"),
        ('across(x, indicator("imports")) | map(attribute="name") | join(", ")', "gạo, chè"),
        ("[month, year, last_year, months] | join(' ')", "tháng 7 năm 2023 năm 2022 7 tháng"),
        ('clause("imports", "month", "value", when=False)', "nhập khẩu đạt 5 triệu USD"),
        ("report", "tháng 7, quý III và 7 tháng đầu năm 2023"),
    ],
)  # fmt: skip
def test_an_expression_says(expression: str, text: str) -> None:
    bench = Bench(CATALOG, ROWS, spans=("month", "quarter", "ytd"))
    assert bench.says(f"{X}(*) {{{{ {expression} }}}}") == f"(*) {text}"


@pytest.mark.parametrize(
    "expression",
    ["x.month", "x.month.month_on_month", "x.month.month_on_month.word", 'plan(x, "province")',
     'value("exports")', "clause(x)", "x.ytd.plan.bare", "x.month.year_on_year.with_cause"],
)  # fmt: skip
def test_out_of_scope_takes_its_sentence_along(expression: str) -> None:
    bench = Bench(CATALOG, ROWS, scope={"imports": "all"})
    assert bench.says(f"{X}Câu đầu. Trong tháng {{{{ {expression} }}}}.") == "Câu đầu."
    assert bench.told(f"{X}{{{{ {expression} }}}}") == []


def test_what_is_missing_is_a_hole_in_any_reading() -> None:
    bench = Bench(CATALOG)
    assert bench.says(X + "(*) {{ x.month }}") == "(*) [thiếu: kim ngạch xuất khẩu tháng 7]"
    assert bench.says(X + "(*) {{ x.month.december.word }}") == (
        "(*) [thiếu: kim ngạch xuất khẩu, so với tháng 12 năm trước]"
    )
    assert bench.says(X + "(*) {{ x.month.december.direction }}{{ x.month.date }}") == "(*)"


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ('indicator("export")', "the catalogue has no indicator 'export'"),
        ('indicator("exports/coal")', "exports has no item 'coal'"),
        ('x.item("rice/brown")', "exports has no item 'rice/brown'"),
        ('value(x, "mont")', "'mont' is no span"),
        ('listing(x.items, "year_on_yaer")', "'year_on_yaer' is neither a span nor a comparison"),
        ('clause(x, "month", colour="red")', "unknown field `colour`"),
        ('clause(x, "month", form="rato")', "Invalid enum value 'rato'"),
        ('clause(x, "month", "value", unit="tỷ đồng")', "triệu USD is no scale of tỷ đồng"),
    ],
)
def test_a_name_that_does_not_exist_is_an_error(expression: str, said: str) -> None:
    with pytest.raises(InputError, match=r"templates/sections/section\.md\.j2:2: ") as caught:
        Bench(CATALOG, ROWS).draft(f"{X}\n{{{{ {expression} }}}}")
    assert said in str(caught.value)


def test_a_call_may_name_its_own_plans() -> None:
    template = X + '{{ clause(x, "ytd", "plan", plans={"province": "dự toán tỉnh giao"}) }}.'
    assert Bench(CATALOG, ROWS).says(template).endswith("đạt 60,0% dự toán tỉnh giao.")


def test_sources_are_one_footnote_with_each_department_once() -> None:
    names = 'indicator("exports"), indicator("imports"), indicator("customs")'
    assert Bench(CATALOG).says(f"# Thương mại{{{{ source({names}) }}}}\nLời.") == (
        "Thương mại[1]\nLời.\n\n[1] Nguồn: Sở Công Thương; Cục Hải quan."
    )
    assert Bench(CATALOG, scope={}).says(f"# A{{{{ source({names}) }}}}\nLời.") == "A\nLời."


def test_a_footnote_may_hold_figures_and_goes_with_them() -> None:
    template = 'Lời{{ note("trong đó " ~ value("imports") ~ ".") }}.'
    assert Bench(CATALOG, ROWS).says(template) == "Lời[1].\n\n[1] Trong đó 5 triệu USD."
    assert Bench(CATALOG, ROWS, scope={}).says(template) == "Lời."


REMARKS = """
# Thương mại {section}
Đoạn đầu có {{ value("imports") }}.
Đoạn sau có 12 xã.
## Sự kiện {events}
- khai trương chợ
"""


def test_remarks_stand_where_the_template_asks_and_typed_numbers_are_told() -> None:
    bench = Bench(CATALOG, ROWS, commentary=REMARKS)
    template = '{{ remarks() }}\nGiữa.\n{{ remarks("events") }}\n{{ remarks("tail") }}'
    assert bench.says(template) == (
        "Đoạn đầu có 5 triệu USD.\nĐoạn sau có 12 xã.\nGiữa.\n- Khai trương chợ"
    )
    assert bench.told(template) == ["typed commentary/2023-07.md:4: typed by hand: 12"]


def test_a_wrong_expression_in_a_remark_has_its_line() -> None:
    with pytest.raises(InputError, match=r"commentary/2023-07\.md:3: .*no indicator 'importz'"):
        Bench(CATALOG, commentary=REMARKS.replace('"imports"', '"importz"')).draft(
            "{{ remarks() }}"
        )


def test_the_department_of_an_index_is_that_of_its_rows_though_it_has_no_levels() -> None:
    told = {"source": "Thống kê tỉnh"}
    rows: list[Row] = [("exports", "month", "2023-07", 7, "change_percent", "year_on_year", told)]
    scope = {"exports": {"due": {"month": ["year_on_year"]}}}
    drafted = Bench(CATALOG, rows, scope=scope).says('Lời{{ source(indicator("exports")) }}.')
    assert drafted == "Lời[1].\n\n[1] Nguồn: Thống kê tỉnh."
