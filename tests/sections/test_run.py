"""Running a template: its faults by file and line, its sandbox, what it leaves for the ledger."""

from __future__ import annotations

import pytest

from drafter.document import ClauseEnd, ClauseStart, Figure, Paragraph
from drafter.errors import InputError
from drafter.sections.run import Sections
from tests.sections.desk import Bench, Row, text_of

CATALOG = """
indicators:
  exports:
    label: kim ngạch xuất khẩu
    kind: flow
    unit: triệu USD
    decimals: {rate: 1}
    breakdown: {relation: sum, items: {rice: {label: gạo}, tea: {label: chè}}}
    due: {month: [month_on_month, year_on_year]}
  accidents:
    label: tai nạn
    kind: tuple
    unit: vụ
    breakdown: {items: {cases: {label: số vụ}, deaths: {label: số người chết, unit: người}}}
    due: {month: []}
  price: {label: giá, kind: flow, unit: đồng, due: {month: []}}
"""
ROWS: list[Row] = [
    (series, "month", period, value)
    for series, levels in {
        "exports": (470, 460, 400),
        "exports/rice": (110, 100, 100),
        "exports/tea": (90, 95, 100),
        "accidents/cases": (4, 5, 6),
        "accidents/deaths": (1, 1, 1),
    }.items()
    for period, value in zip(("2023-07", "2023-06", "2022-07"), levels, strict=True)
]
ROWS += [("price", "month", "2023-07", 5, "level", "", {"bound": "low"}),
         ("price", "month", "2023-07", 9, "level", "", {"bound": "high"})]  # fmt: skip
SECTION = "templates/sections/section.md.j2"


def fault(template: str, **templates: str) -> str:
    """What is said of a template that cannot be run."""
    with pytest.raises(InputError) as caught:
        Bench(CATALOG, ROWS, templates=templates).draft(template)
    return str(caught.value)


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("nothing", "'nothing' is undefined"),
        ('indicator("exports").colour', "has no attribute 'colour'"),
        ("1 // 0", "integer division or modulo by zero"),
        ("clause()", "missing 1 required positional argument: 'view'"),
    ],
)
def test_a_fault_has_its_file_and_line(expression: str, said: str) -> None:
    told = fault(f"# Thương mại\n\n{{{{ {expression} }}}}")
    assert told.startswith(f"{SECTION}:3: the template cannot be run: ")
    assert said in told
    assert told.endswith("; mend the expression")


def test_a_template_that_does_not_parse_has_its_line() -> None:
    assert fault("Lời\n{{ value( }}").startswith(f"{SECTION}:2: the template cannot be run: ")


def test_a_fault_in_an_insert_has_the_file_of_the_insert() -> None:
    told = fault('Lời\n{% include "own" %}', own="một\n{{ nothing }}")
    assert told.startswith("templates/sections/own.md.j2:2: ")


def test_a_template_that_includes_itself_is_a_fault() -> None:
    assert fault('{% include "own" %}', own='{% include "own" %}').startswith("templates/sections/")


def test_a_section_that_is_not_there_is_named() -> None:
    bench = Bench(CATALOG)
    with pytest.raises(InputError) as caught:
        Sections({}).draft("trade", bench.sources())
    assert str(caught.value) == (
        "there is no section template 'trade'; add templates/sections/trade.md.j2"
    )


@pytest.mark.parametrize(
    "expression",
    [
        '"a" * 1000',
        "[1] * 1000",
        '"%1000d" % 1',
        '"a".ljust(1000)',
        '"{:>1000}".format(1)',
        "9 ** 9",
        '"".__class__',
        'indicator("exports").__init__',
        "indicator.__globals__",
        "lipsum()",
        '"a" | center(1000)',
        '[].append(1)',
    ],
)  # fmt: skip
def test_the_sandbox_refuses(expression: str) -> None:
    assert f"{SECTION}:1: the template cannot be run: " in fault(f"{{{{ {expression} }}}}")


def test_numbers_of_a_template_may_be_reckoned() -> None:
    assert Bench(CATALOG).says("Có {{ 3 * 4 % 5 }}.") == "Có 2."


def test_an_office_adds_an_insert_of_its_own() -> None:
    template = 'Đầu.\n{% include "section_own" ignore missing +%}\nCuối.'
    own = {"section_own": 'Riêng: {{ value("exports") }}.'}
    assert Bench(CATALOG, ROWS).says(template) == "Đầu.\nCuối."
    assert Bench(CATALOG, ROWS, templates=own).says(template) == (
        "Đầu.\nRiêng: 470 triệu USD.\nCuối."
    )


# -- what stays of it ------------------------------------------------------------------------------

CLAUSES = [
    '{{ clause(indicator("exports"), "month", when=False) }}',
    '{{ members(indicator("exports").items, "month", "value", name="short") }}',
    '{{ members([indicator("exports/tea")], "month") }}',
    '{{ listing(indicator("exports").items, "year_on_year", rising=False, values=True) }}',
    '{{ listing(indicator("exports").items, "month_on_month", top=1, ordered=False) }}',
    '{{ counts(indicator("exports").members, "year_on_year", noun="mặt hàng", '
    'words={"rising": "tăng giá"}) }}',
    '{{ extreme(indicator("exports").members, "year_on_year", rising=False, words="sâu nhất") }}',
    '{{ rest_range(indicator("exports").members, "year_on_year", without=[]) }}',
    '{{ tally(indicator("accidents"), "month", "có {cases}, chết {deaths}", zero="không") }}',
    '{{ between(indicator("price"), "month") }}',
]


@pytest.mark.parametrize("template", CLAUSES)
def test_the_ledger_holds_an_expression_that_writes_the_clause_again(template: str) -> None:
    bench = Bench(CATALOG, ROWS)
    drafted = bench.draft(template)
    formulas = [row.formula for row in drafted.ledger if not row.tag]
    assert len(formulas) == bool(drafted.printed)
    for formula in formulas:
        again = bench.draft("{{ " + formula + " }}")
        assert text_of(again) == text_of(drafted)
        assert [row.formula for row in again.ledger if not row.tag] == formulas


def test_every_figure_stands_in_the_ledger_with_its_history() -> None:
    drafted = Bench(CATALOG, ROWS).draft('{{ clause(indicator("exports"), "month") }}.')
    level, change = [row for row in drafted.ledger if row.tag][:2]
    assert (level.printed, level.value, level.unit, level.period) == (
        "470\u00a0triệu USD", "470", "triệu USD", "2023-07",
    )  # fmt: skip
    assert (change.measure, change.base) == ("change_percent", "month_on_month")
    assert change.formula == "470 / 460 × 100 - 100"
    assert change.inputs == ("data/2023-07.csv:exports:value",) * 2
    assert {row.clause for row in drafted.ledger} == {"_c00000"}


def test_clauses_are_numbered_on_from_the_section_before() -> None:
    bench = Bench(CATALOG, ROWS)
    template = '{{ clause(indicator("exports"), "month", "value") }}.'
    drafted = Sections({"section": ("s", template)}).draft("section", bench.sources(), 7)
    assert (drafted.clauses, drafted.ledger[0].clause) == (1, "_c00007")


def test_a_clause_within_a_cause_is_part_of_the_clause_around_it() -> None:
    written = (
        "# A {section}\n## B {causes}\n- exports, so với cùng kỳ, tăng: "
        '{{ clause(indicator("exports/rice"), "month", "value") }}'
    )
    bench = Bench(CATALOG, ROWS, commentary=written)
    drafted = bench.draft('{{ clause(indicator("exports"), "month", "year_on_year") }}.')
    (block,) = drafted.blocks
    assert isinstance(block, Paragraph)
    ends = [one for one in block.inlines if isinstance(one, ClauseStart | ClauseEnd)]
    assert ends == [ClauseStart("_c00001"), ClauseEnd("_c00001")]
    assert sum(isinstance(one, Figure) for one in block.inlines) == 3
