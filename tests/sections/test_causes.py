"""Causes: printed while the figure goes the way they were written for, else held back."""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from drafter.sections.run import unused
from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  retail:
    label: doanh thu
    kind: flow
    unit: tỷ đồng
    decimals: {rate: 1}
    plans: [province]
    breakdown: {items: {food: {label: lương thực}, cars: {label: ô tô}}}
    due: {month: [month_on_month, year_on_year], ytd: [plan]}
"""
YEAR = {"year_on_year_first": ""}
CLAUSE = '{{ clause(indicator("retail"), "month", "year_on_year", when=False) }}.'
BOTH = '{{ clause(indicator("retail"), "month", when=False) }}.'
LISTING = '{{ listing(indicator("retail").items, "year_on_year", rising=%s) }}.'


def causes(*lines: str) -> str:
    """A commentary with causes of the section."""
    return "# Thương mại {section}\n## Nguyên nhân {causes}\n" + "\n".join(lines)


def sales(now: object, before: object = 100, year_ago: object = 100, item: str = "") -> list[Row]:
    """July, June and last July."""
    series = f"retail/{item}" if item else "retail"
    months = {"2023-07": now, "2023-06": before, "2022-07": year_ago}
    return [(series, "month", month, value) for month, value in months.items()]


RISE = "- retail, tháng, so với cùng kỳ, tăng: nhu cầu mua sắm tăng."
SAID: list[tuple[str, str, list[Row], str, str]] = [
    ("after the figure", CLAUSE, sales(110), RISE,
     "tăng 10,0% so với cùng kỳ, do nhu cầu mua sắm tăng."),
    ("its own `do` is not said twice", CLAUSE, sales(110),
     "- retail, so với cùng kỳ, tăng: do nhu cầu tăng",
     "tăng 10,0% so với cùng kỳ, do nhu cầu tăng."),
    ("in brackets", CLAUSE, sales(110),
     "- retail, so với cùng kỳ, tăng, trong ngoặc: nhu cầu tăng",
     "tăng 10,0% so với cùng kỳ (do nhu cầu tăng)."),
    ("as a sentence", CLAUSE, sales(110),
     "- retail, so với cùng kỳ, tăng, câu riêng: nhu cầu tăng",
     "tăng 10,0% so với cùng kỳ. Nguyên nhân do nhu cầu tăng."),
    ("held back by the other direction", CLAUSE, sales(90), RISE, "giảm 10,0% so với cùng kỳ."),
    ("held back when nothing changed", CLAUSE, sales(100), RISE, "tương đương cùng kỳ."),
    ("held back by the rounded figure", CLAUSE, sales("100.04"), RISE, "tương đương cùng kỳ."),
    ("of another span", CLAUSE, sales(110), "- retail, lũy kế, so với cùng kỳ, tăng: mưa",
     "tăng 10,0% so với cùng kỳ."),
    ("before another comparison in brackets", BOTH, sales(110, 100, 120),
     "- retail, so với tháng trước, tăng, câu riêng: nhu cầu tăng",
     "tăng 10,0% so với tháng trước (do nhu cầu tăng) và giảm 8,3% so với cùng kỳ."),
    ("with a figure inside", CLAUSE, sales(110),
     '- retail, so với cùng kỳ, tăng: bán được {{ value("retail") }} hàng',
     "tăng 10,0% so với cùng kỳ, do bán được 110 tỷ đồng hàng."),
    ("where the template asks for none",
     '{{ clause(indicator("retail"), "month", "year_on_year", when=False, cause=False) }}.',
     sales(110), RISE, "tăng 10,0% so với cùng kỳ."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "cause", "end"), [c[1:] for c in SAID], ids=[c[0] for c in SAID]
)
def test_a_cause_is_said(template: str, rows: list[Row], cause: str, end: str) -> None:
    said = Bench(CATALOG, rows, settings=YEAR, commentary=causes(cause)).says(template)
    assert said.partition(" tỷ đồng, ")[2] == end


LISTS: list[tuple[str, str, list[Row], list[str], str]] = [
    ("each member its own", "True", [*sales(110, item="food"), *sales(120, item="cars")],
     ["- retail/food, so với cùng kỳ, tăng: giá tăng", "- retail/cars, so với cùng kỳ, giảm: phí"],
     "Ô tô tăng 20,0%; lương thực tăng 10,0% so với cùng kỳ, do giá tăng."),
    ("the whole list one", "True", [*sales(110, item="food"), *sales(120, item="cars")],
     ["- danh sách retail, so với cùng kỳ, tăng: nhu cầu tăng"],
     "Ô tô tăng 20,0%; lương thực tăng 10,0% so với cùng kỳ, nguyên nhân chung do nhu cầu tăng."),
    ("the list that fell has another", "False", [*sales(90, item="food"), *sales(120, item="cars")],
     ["- danh sách retail, so với cùng kỳ, tăng: nhu cầu tăng"],
     "Lương thực giảm 10,0% so với cùng kỳ."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rising", "rows", "lines", "sentence"), [c[1:] for c in LISTS], ids=[c[0] for c in LISTS]
)
def test_a_list_has_causes(rising: str, rows: list[Row], lines: list[str], sentence: str) -> None:
    bench = Bench(CATALOG, rows, settings=YEAR, commentary=causes(*lines))
    assert bench.says(LISTING % rising) == sentence


@pytest.mark.parametrize(("sold", "said"), [(50, False), (120, True)])
def test_a_cause_of_a_plan_is_measured_against_the_whole_plan(sold: int, said: bool) -> None:
    rows = [("retail", "ytd", "2023-07", sold),
            ("retail", "year", "2023", 100, "plan", {"plan": "province"})]  # fmt: skip
    bench = Bench(CATALOG, rows, commentary=causes("- retail, so với kế hoạch, tăng: được mùa"))
    text = bench.says('{{ clause(indicator("retail"), "ytd") }}.')
    assert text.endswith("kế hoạch, do được mùa." if said else "kế hoạch.")


def test_a_cause_that_is_not_said_is_left_over() -> None:
    written = causes(RISE, "- retail, so với cùng kỳ, giảm: mưa nhiều")
    bench = Bench(CATALOG, sales(90), commentary=written)
    used = bench.draft(CLAUSE).causes_used
    left = unused(bench.sources().commentary.causes, [used])
    assert [(one.line, one.direction) for one in left] == [(3, "rising")]
    assert unused(bench.sources().commentary.causes, []) != []


def test_a_refused_change_has_no_cause() -> None:
    rows = [*sales(110, 100, 0),
            ("retail", "month", "2023-07", 10, "change_absolute", "year_on_year")]  # fmt: skip
    said = Bench(CATALOG, rows, commentary=causes(RISE)).says(CLAUSE)
    assert said.endswith("[thiếu: doanh thu, so với cùng kỳ].")


def test_the_largest_has_its_cause() -> None:
    rows = [*sales(110, item="food"), *sales(120, item="cars")]
    written = causes("- retail/cars, so với cùng kỳ, tăng: phí giảm")
    said = Bench(CATALOG, rows, commentary=written).says(
        '{{ extreme(indicator("retail").members, "year_on_year") }}.'
    )
    assert said == "Ô tô tăng cao nhất với 20,0%, do phí giảm."


def test_a_wrong_expression_in_a_cause_has_its_line() -> None:
    written = causes('- retail, so với cùng kỳ, tăng: nhờ {{ value("retial") }}')
    with pytest.raises(InputError) as caught:
        Bench(CATALOG, sales(110), commentary=written).draft(CLAUSE)
    assert str(caught.value).startswith(
        "commentary/2023-07.md:3: the template cannot be run: nhờ {{"
    )
