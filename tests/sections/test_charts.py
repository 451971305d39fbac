"""Charts as a template names them in one line: what is drawn, what is marked, what goes."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.document import Chart, Figure, Text
from drafter.errors import InputError
from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  crops.area:
    label: diện tích gieo trồng
    kind: flow
    unit: ha
    decimals: {value: 1, rate: 2}
    source: Chi cục Trồng trọt
    breakdown:
      items:
        rice: {label: lúa}
        maize: {label: ngô, items: {sweet: {label: ngô ngọt}}}
        beans: {label: đậu}
    due: {ytd: [year_on_year]}
  industry.iip:
    label: chỉ số sản xuất công nghiệp
    kind: index
    unit: "%"
    breakdown:
      items: {B: {label: khai khoáng}, C: {label: "chế biến, chế tạo"}, D: {label: điện}}
    due: {month: [month_on_month, year_on_year]}
  investment:
    label: vốn đầu tư
    kind: flow
    unit: tỷ đồng
    breakdown:
      relation: sum
      items: {state: {label: khu vực nhà nước}, private: {label: khu vực ngoài nhà nước}}
    due: {ytd: [share, year_on_year]}
  trade.exports: {label: xuất khẩu, kind: flow, unit: triệu USD, due: {month: [year_on_year]}}
"""
AREA: list[Row] = [
    ("crops.area/rice", "ytd", "2023-07", "17004.72"),
    ("crops.area/rice", "ytd", "2022-07", "17654.4"),
    ("crops.area/maize", "ytd", "2023-07", 670),
    ("crops.area/maize", "ytd", "2022-07", "664.25"),
]
IIP: list[Row] = [
    ("industry.iip", "month", "2023-07", "12.77", "change_percent", "year_on_year"),
    ("industry.iip/B", "month", "2023-07", "-4.09", "change_percent", "year_on_year"),
    ("industry.iip/C", "month", "2023-07", "116.08", "index", "year_on_year"),
]
AREA_CHART = '{{ chart(indicator("crops.area"), "ytd", caption="Diện tích gieo trồng") }}'
IIP_CHART = (
    '{{ chart(indicator("industry.iip"), "month", "year_on_year", caption="IIP",'
    ' whole="Cả ngành") }}'
)


def bench(rows: list[Row], **how: Any) -> Bench:
    """Some rows, with all of the catalogue in scope unless told otherwise."""
    return Bench(CATALOG, rows, **how)


def charts(rows: list[Row], template: str, **how: Any) -> list[Chart]:
    """The charts of a section."""
    blocks = bench(rows, **how).draft(template).blocks
    return [block for block in blocks if isinstance(block, Chart)]


def chart(rows: list[Row], template: str, **how: Any) -> Chart:
    """The one chart of a section."""
    (drawn,) = charts(rows, template, **how)
    return drawn


def printed(drawn: Chart) -> dict[str, list[str | None]]:
    """The numbers of each series as they are printed."""
    return {one.name: [point and point.printed for point in one.points] for one in drawn.series}


def plain(inlines: tuple[Any, ...]) -> str:
    """Caption or note as text."""
    told = (one.text if isinstance(one, Text) else one.printed for one in inlines)
    return "".join(told).replace("\u00a0", " ")


SCOPE = {"crops.area": {"items": ["rice", "maize"]}, "industry.iip": {"items": ["", "B", "C"]}}


def test_levels_stand_beside_those_of_the_year_before() -> None:
    drawn = chart(AREA, AREA_CHART, scope=SCOPE)
    assert (drawn.form, drawn.unit, drawn.categories) == ("columns", "ha", ("Lúa", "Ngô"))
    assert {name.replace("\u00a0", " "): told for name, told in printed(drawn).items()} == {
        "7 tháng đầu năm 2022": ["17.654,4", "664,3"],
        "7 tháng đầu năm 2023": ["17.004,7", "670,0"],
    }
    assert plain(drawn.caption) == "Diện tích gieo trồng 7 tháng đầu năm 2023"
    assert plain(drawn.note) == "Nguồn: Chi cục Trồng trọt."


def test_a_comparison_is_drawn_as_lying_bars_with_the_sign_that_it_has() -> None:
    drawn = chart(IIP, IIP_CHART, scope=SCOPE)
    assert (drawn.form, drawn.unit) == ("bars", "%")
    assert drawn.categories == ("Cả ngành", "Khai khoáng", "Chế biến, chế tạo")
    assert printed(drawn) == {"": ["12,77", "-4,09", "16,08"]}
    assert plain(drawn.caption) == "IIP tháng 7 năm 2023 so với cùng kỳ năm trước"


def test_every_value_is_a_figure_of_the_ledger_under_the_clause_of_the_chart() -> None:
    drafted = bench(AREA, scope=SCOPE).draft(AREA_CHART)
    clause, *rows = drafted.ledger
    assert clause.formula.startswith("chart([") or clause.formula.startswith("chart(indicator(")
    assert [row.clause for row in rows] == [clause.clause] * 4
    assert [(row.item, row.period, row.value, row.unit, row.inputs) for row in rows] == [
        ("rice", "2022-07", "17654.4", "ha", ("data/2023-07.csv:crops.area/rice:value",)),
        ("maize", "2022-07", "664.3", "ha", ("data/2023-07.csv:crops.area/maize:value",)),
        ("rice", "2023-07", "17004.7", "ha", ("data/2023-07.csv:crops.area/rice:value",)),
        ("maize", "2023-07", "670.0", "ha", ("data/2023-07.csv:crops.area/maize:value",)),
    ]
    (drawn,) = (block for block in drafted.blocks if isinstance(block, Chart))
    tags = [point.tag for one in drawn.series for point in one.points if point]
    assert (drawn.name, tags) == (clause.clause, [row.tag for row in rows])


def test_a_value_in_a_chart_has_the_role_of_the_same_figure_in_the_text() -> None:
    template = f'{{{{ clause(indicator("industry.iip"), "month", "year_on_year") }}}}.\n{IIP_CHART}'
    rows = [
        row for row in bench(IIP, scope=SCOPE).draft(template).ledger if row.item == "" and row.tag
    ]
    assert len({(row.tag, row.value, row.formula) for row in rows}) == 1
    assert len(rows) == 2


def test_what_is_owed_and_missing_is_marked_under_the_chart_and_told() -> None:
    scope = SCOPE | {"industry.iip": "all"}
    drawn = chart(IIP, IIP_CHART, scope=scope)
    assert "Điện" not in drawn.categories
    (hole,) = (one for one in drawn.note if isinstance(one, Figure))
    assert hole.missing
    assert hole.printed.startswith("[thiếu: chỉ số sản xuất công nghiệp điện, so với cùng kỳ")
    told = bench(IIP, scope=scope).told(IIP_CHART)
    assert [one for one in told if one.startswith("missing industry.iip/D")]


def test_what_is_not_owed_is_drawn_where_the_data_have_it_and_never_marked() -> None:
    scope = {"industry.iip": {"items": ["", "B", "C", "D"], "due": {"month": ["month_on_month"]}}}
    drawn = chart(IIP, IIP_CHART, scope=scope)
    assert printed(drawn) == {"": ["12,77", "-4,09", "16,08"]}
    assert not [one for one in drawn.note if isinstance(one, Figure)]


def test_when_all_that_is_owed_is_missing_the_holes_stand_alone() -> None:
    assert charts([], IIP_CHART, scope=SCOPE) == []
    assert bench([], scope=SCOPE).says(IIP_CHART).count("[thiếu:") == 3


@pytest.mark.parametrize(
    ("rows", "scope", "template"),
    [
        (IIP, {}, IIP_CHART),
        (IIP, {"industry.iip": {"items": [""]}}, IIP_CHART),
        (AREA[::2], SCOPE, AREA_CHART),
    ],
    ids=[
        "out of scope",
        "a single bar says no more than a sentence",
        "no level of the year before",
    ],
)
def test_a_chart_that_would_say_nothing_goes(
    rows: list[Row], scope: dict[str, Any], template: str
) -> None:
    assert bench(rows, scope=scope).draft(f"# Biểu\n{template}").blocks == ()


def test_an_office_may_print_no_charts() -> None:
    assert charts(IIP, IIP_CHART, scope=SCOPE, settings={"charts": False}) == []


def test_a_zero_is_drawn() -> None:
    rows = [*IIP[:2], ("industry.iip/C", "month", "2023-07", 0, "change_percent", "year_on_year")]
    assert printed(chart(rows, IIP_CHART, scope=SCOPE)) == {"": ["12,77", "-4,09", "0,00"]}


def test_a_level_in_a_unit_of_another_kind_is_not_drawn() -> None:
    rows = [*AREA[:3], ("crops.area/maize", "ytd", "2022-07", 1845, {"unit": "sào"})]
    assert printed(chart(rows, AREA_CHART, scope=SCOPE))["7\u00a0tháng đầu năm\u00a02022"] == [
        "17.654,4",
        None,
    ]


PARTS: list[Row] = [
    ("investment", "ytd", "2023-07", 400), ("investment", "ytd", "2022-07", 300),
    ("investment/state", "ytd", "2023-07", 100), ("investment/state", "ytd", "2022-07", 100),
    ("investment/private", "ytd", "2023-07", 300), ("investment/private", "ytd", "2022-07", 200),
]  # fmt: skip
STRUCTURE = (
    '{{ chart(indicator("investment").items, "ytd", "share", form="stacked", caption="Cơ cấu") }}'
)


def test_a_structure_is_stacked_for_each_period_whose_parts_are_all_known() -> None:
    drawn = chart(PARTS, STRUCTURE)
    assert (drawn.form, drawn.unit) == ("stacked", "%")
    assert [one.replace("\u00a0", " ") for one in drawn.categories] == [
        "7 tháng đầu năm 2022", "7 tháng đầu năm 2023",
    ]  # fmt: skip
    assert printed(drawn) == {
        "Khu vực nhà nước": ["33,33", "25,00"],
        "Khu vực ngoài nhà nước": ["66,67", "75,00"],
    }
    (now,) = [chart(PARTS[::2], STRUCTURE)]
    assert [one.replace("\u00a0", " ") for one in now.categories] == ["7 tháng đầu năm 2023"]


def test_parts_that_do_not_make_up_the_whole_are_no_structure() -> None:
    assert charts(PARTS, STRUCTURE, scope={"investment": {"items": ["state"]}}) == []
    some = [*PARTS[:4], ("investment/private", "ytd", "2023-07", 250), PARTS[5]]
    (then,) = chart(some, STRUCTURE).categories
    assert then == "7\u00a0tháng đầu năm\u00a02022"


def test_many_levels_lie_where_their_names_have_room() -> None:
    items = ", ".join(f"c{n}: {{label: cây {n}}}" for n in range(9))
    catalog = CATALOG.replace("rice: {label: lúa}", f"rice: {{label: lúa}}\n        {items}")
    catalog = catalog.replace(items, "\n        ".join(items.split(", ")))
    rows = [
        (f"crops.area/c{n}", "ytd", f"{year}-07", 10 + n) for n in range(9) for year in (2022, 2023)
    ]
    forms = []
    for count in (8, 9):
        scope = {"crops.area": {"items": [f"c{n}" for n in range(count)]}}
        drafted = Bench(catalog, rows, scope=scope).draft(AREA_CHART)
        forms += [block.form for block in drafted.blocks if isinstance(block, Chart)]
    assert forms == ["columns", "bars"]


LINES = (
    '{{ chart([indicator("industry.iip")], "month", "year_on_year", form="lines", months=5,'
    ' caption="IIP") }}'
)


def through(*months: tuple[str, str]) -> list[Row]:
    """The growth of months."""
    return [
        ("industry.iip", "month", month, rate, "change_percent", "year_on_year")
        for month, rate in months
    ]


def test_lines_go_through_the_months_and_leave_a_gap_where_one_is_not_known() -> None:
    rows = through(("2023-03", "1"), ("2023-04", "-2.5"), ("2023-06", "3"), ("2023-07", "4.25"))
    drawn = chart(rows, LINES)
    assert drawn.categories == ("3/2023", "4/2023", "5/2023", "6/2023", "7/2023")
    assert printed(drawn) == {
        "Chỉ số sản xuất công nghiệp": ["1,00", "-2,50", None, "3,00", "4,25"]
    }
    assert plain(drawn.caption) == "IIP so với cùng kỳ năm trước"
    assert charts(through(("2023-06", "3"), ("2023-07", "4")), LINES) == []


def test_the_words_for_those_who_cannot_see_it_hold_every_value() -> None:
    drawn = chart(IIP, IIP_CHART, scope=SCOPE)
    assert drawn.alt.replace("\u00a0", " ") == (
        "Biểu đồ thanh ngang: IIP tháng 7 năm 2023 so với cùng kỳ năm trước. Cả ngành: tăng "
        "12,77%; Khai khoáng: giảm 4,09%; Chế biến, chế tạo: tăng 16,08%."
    )


def test_the_words_tell_levels_of_two_years_and_what_is_not_known() -> None:
    words = chart(AREA[:3], AREA_CHART, scope=SCOPE).alt.replace("\u00a0", " ")
    assert words.endswith(
        "Lúa: 7 tháng đầu năm 2022 là 17.654,4 ha, 7 tháng đầu năm 2023 là 17.004,7 ha; Ngô: 7 "
        "tháng đầu năm 2023 là 670,0 ha."
    )


def test_the_words_for_a_change_of_nothing_have_no_number() -> None:
    rows = through(("2023-05", "-0.001"), ("2023-06", "0"), ("2023-07", "4.25"))
    told = chart(rows, LINES).alt
    assert told.endswith(
        "5/2023: Chỉ số sản xuất công nghiệp không đổi; 6/2023: Chỉ số sản xuất công nghiệp không "
        "đổi; 7/2023: Chỉ số sản xuất công nghiệp tăng 4,25%."
    )


def test_series_of_other_times_say_their_own() -> None:
    rows = [
        ("crops.area/rice", "season", "2023-winter_spring", 10),
        ("crops.area/rice", "season", "2022-winter_spring", 9),
        ("crops.area/maize", "season", "2023-spring", 5),
        ("crops.area/maize", "season", "2022-spring", 4),
    ]
    scope = {"crops.area": {"items": ["rice", "maize"], "due": {"season": ["year_on_year"]}}}
    template = '{{ chart(indicator("crops.area"), "season", "year_on_year", caption="Diện tích") }}'
    drawn = chart(rows, template, scope=scope)
    assert [one.replace("\u00a0", " ") for one in drawn.categories] == [
        "Lúa (vụ Đông Xuân năm 2023)", "Ngô (vụ Xuân năm 2023)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('chart(indicator("crops.area"), form="pie")', "a chart has no form 'pie'"),
        ('chart(indicator("crops.area"), colour="red")', "a chart takes no 'colour'"),
        ('chart("crops.area")', "a chart is of a list of series"),
        ('chart(indicator("crops.area"), "fortnight")', "'fortnight' is no span"),
        ('chart([indicator("trade.exports"), indicator("investment")], "month")',
         "a chart cannot show triệu USD and tỷ đồng on one axis"),
    ],
)  # fmt: skip
def test_a_chart_that_cannot_be_drawn_is_refused_with_its_line(call: str, said: str) -> None:
    both = ("trade.exports", "investment")
    rows = [*AREA, *((one, "month", f"{year}-07", 1) for one in both for year in (2022, 2023))]
    scope = {"*": "all", "investment": {"due": {"month": []}}}
    with pytest.raises(InputError) as refused:
        bench(rows, scope=scope).draft(f"Một dòng.\n{{{{ {call} }}}}")
    assert "templates/sections/section.md.j2:2" in refused.value.problems[0].text()
    assert said in refused.value.problems[0].text()


def test_a_chart_among_words_becomes_a_block_of_its_own() -> None:
    drafted = bench(IIP, scope=SCOPE).draft(f"Trước. {IIP_CHART} Sau.")
    assert [type(block).__name__ for block in drafted.blocks] == ["Paragraph", "Chart", "Paragraph"]


def test_a_chart_that_goes_takes_no_words_with_it() -> None:
    assert bench(IIP, scope={}).says(f"Trước.{IIP_CHART} Sau.") == "Trước. Sau."
