"""What a section says in a month, a quarter, six months and a year."""

from __future__ import annotations

import pytest

from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  exports:
    label: kim ngạch xuất khẩu
    kind: flow
    unit: triệu USD
    decimals: {rate: 1}
    plans: [province]
    due: {month: [year_on_year], quarter: [year_on_year], ytd: [plan, year_on_year]}
  iip:
    label: chỉ số sản xuất
    kind: index
    unit: "%"
    due: {month: [year_on_year], quarter: [year_on_year], ytd: [year_on_year]}
"""
CLAUSE = '{{ clause(indicator("exports")) }}.'
PLAN: Row = ("exports", "year", "2023", 1000, "plan", "", {"plan": "province"})


def flows(**levels: int) -> list[Row]:
    """Levels by span and period: `month_06=(now, a year before)`."""
    rows = [PLAN]
    for name, value in levels.items():
        span, _, ending = name.partition("_")
        ending = ending.replace("year", "")
        for year, level in (("2023", value), ("2022", 100)):
            rows.append(("exports", span, f"{year}{'-' if ending else ''}{ending}", level))
    return rows


ALL = {"month_06": 110, "quarter_Q2": 120, "ytd_06": 130}


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2023-06", "Kim ngạch xuất khẩu tháng 6 đạt 110 triệu USD, tăng 10,0% so với cùng kỳ năm "
         "trước; lũy kế 6 tháng đạt 130 triệu USD, đạt 13,0% kế hoạch, tăng 30,0% so với cùng kỳ."),
        ("2023-Q2", "Kim ngạch xuất khẩu quý II đạt 120 triệu USD, tăng 20,0% so với cùng kỳ năm "
         "trước; lũy kế 6 tháng đạt 130 triệu USD, đạt 13,0% kế hoạch, tăng 30,0% so với cùng kỳ."),
        ("2023-6M", "Kim ngạch xuất khẩu tháng 6 đạt 110 triệu USD, tăng 10,0% so với cùng kỳ năm "
         "trước; quý II đạt 120 triệu USD, tăng 20,0% so với cùng kỳ; lũy kế 6 tháng đạt 130 triệu "
         "USD, đạt 13,0% kế hoạch, tăng 30,0% so với cùng kỳ."),
    ],
)  # fmt: skip
def test_a_clause_tells_the_spans_of_its_report(period: str, said: str) -> None:
    made = Bench(CATALOG, flows(**ALL), scope={"exports": "all"}, period=period)
    assert made.says(CLAUSE) == said


@pytest.mark.parametrize(
    ("period", "rows", "said"),
    [
        ("2023-01", {"month_01": 110, "ytd_01": 110}, "tháng 1 đạt 110 triệu USD, đạt 11,0% kế "
         "hoạch, tăng 10,0%"),
        ("2023-01", {"month_01": 110}, "tháng 1 đạt 110 triệu USD, đạt 11,0% kế hoạch, tăng 10,0%"),
        ("2023-Q1", {"quarter_Q1": 120}, "quý I đạt 120 triệu USD, đạt 12,0% kế hoạch, tăng 20,0%"),
        ("2023-Q1", {"ytd_03": 120}, "quý I đạt 120 triệu USD, đạt 12,0% kế hoạch, tăng 20,0%"),
    ],
)  # fmt: skip
def test_what_began_in_january_is_told_once(period: str, rows: dict[str, int], said: str) -> None:
    told = Bench(CATALOG, flows(**rows), scope={"exports": "all"}, period=period).says(CLAUSE)
    assert told == f"Kim ngạch xuất khẩu {said} so với cùng kỳ năm trước."


def test_a_year_may_be_given_as_such() -> None:
    template = '{{ clause(indicator("exports"), "ytd") }}.'
    made = Bench(CATALOG, flows(year_year=140), scope={"exports": "all"}, period="2023")
    assert made.says(template) == (
        "Kim ngạch xuất khẩu cả năm đạt 140 triệu USD, đạt 14,0% kế hoạch, tăng 40,0% so với "
        "năm trước."
    )


def test_a_rate_of_the_first_quarter_is_told_once() -> None:
    rows: list[Row] = [("iip", "quarter", "2023-Q1", 5, "change_percent", "year_on_year")]
    made = Bench(CATALOG, rows, scope={"iip": "all"}, period="2023-Q1")
    said = "Chỉ số sản xuất quý I tăng 5,00% so với cùng kỳ năm trước."
    assert made.says('{{ clause(indicator("iip")) }}.') == said


AVERAGED = """
indicators:
  cpi:
    label: chỉ số giá
    kind: index
    unit: "%"
    due: {month: [month_on_month, year_on_year], average_ytd: [year_on_year]}
"""
CPI: list[Row] = [
    ("cpi", "month", "2023-01", "0.52", "change_percent", "month_on_month"),
    ("cpi", "month", "2023-01", "4.89", "change_percent", "year_on_year"),
]
MONTH = "Chỉ số giá tháng 1 tăng 0,52% so với tháng trước và tăng 4,89% so với cùng kỳ năm trước"


@pytest.mark.parametrize(
    ("average", "rest"),
    [("4.89", "."), (None, "."), ("4.9", ", bình quân tháng 1 tăng 4,90% so với cùng kỳ.")],
)
def test_one_month_has_no_average_beside_it(average: str | None, rest: str) -> None:
    row: Row = ("cpi", "average_ytd", "2023-01", average, "change_percent", "year_on_year")
    rows = [*CPI, *([row] if average else [])]
    made = Bench(AVERAGED, rows, scope={"cpi": "all"}, period="2023-01")
    assert made.says('{{ clause(indicator("cpi")) }}.') == MONTH + rest


def test_the_average_of_january_stands_where_the_month_does_not_tell_it() -> None:
    rows: list[Row] = [
        CPI[0], ("cpi", "average_ytd", "2023-01", "4.89", "change_percent", "year_on_year")
    ]  # fmt: skip
    due = {"month": ["month_on_month"], "average_ytd": ["year_on_year"]}
    made = Bench(AVERAGED, rows, scope={"cpi": {"due": due}}, period="2023-01")
    assert made.says('{{ clause(indicator("cpi")) }}.') == (
        "Chỉ số giá tháng 1 tăng 0,52% so với tháng trước, bình quân tháng 1 tăng 4,89% so với "
        "cùng kỳ năm trước."
    )


def test_the_year_to_date_of_january_is_called_by_its_month() -> None:
    made = Bench(CATALOG, flows(ytd_01=110), scope={"exports": "all"}, period="2023-01")
    assert made.says('{{ clause(indicator("exports"), "ytd", year=True) }}.') == (
        "Kim ngạch xuất khẩu tháng 1 năm 2023 đạt 110 triệu USD, đạt 11,0% kế hoạch, tăng 10,0% so "
        "với cùng kỳ năm trước."
    )


def test_both_are_told_where_the_data_differ() -> None:
    rows = flows(month_01=110, ytd_01=115)
    told = Bench(CATALOG, rows, scope={"exports": "all"}, period="2023-01").says(CLAUSE)
    assert "tháng 1 đạt 110" in told
    assert "1 tháng đạt 115" in told


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2023-07", "Tháng 7: trong tháng; từ đầu năm; month, ytd"),
        ("2023-Q2", "Tháng 6: trong tháng; từ đầu năm; quarter, ytd"),
        ("2023", "Tháng 12: trong tháng; trong năm; month, quarter, ytd, year"),
    ],
)
def test_a_template_knows_the_time_of_its_report(period: str, said: str) -> None:
    template = '{{ month }}: {{ during("month") }}; {{ during("ytd") }}; {{ spans | join(", ") }}'
    assert Bench(CATALOG, period=period).says(template) == said


def test_a_quarter_is_named() -> None:
    template = '{{ during("quarter") }} - {{ quarter }} - {{ months }} - {{ next }}'
    said = "Trong quý II - quý II - 6 tháng - quý III năm 2023"
    assert Bench(CATALOG, period="2023-Q2").says(template) == said


TASKS = """\
# Nhiệm vụ {section}
## Việc {tasks}
Đẩy nhanh tiến độ.
Nhờ {{ indicator("exports").month }}, thu tăng. Giữ ổn định.
{{ indicator("iip").month.year_on_year }}.
Chăm lo đời sống.
"""


def test_paragraphs_are_numbered_over_those_that_are_left() -> None:
    template = (
        '{% for one in paragraphs("tasks") %}\n**{{ loop.index }}.** {{ ordinal(loop.index) }}, '
        "{{ one }}\n{% endfor %}"
    )
    made = Bench(CATALOG, commentary=TASKS, scope={})
    assert made.says(template).splitlines() == [
        "1. Một là, Đẩy nhanh tiến độ.",
        "2. Hai là, Giữ ổn định.",
        "3. Ba là, Chăm lo đời sống.",
    ]


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2023-08", "Kim ngạch xuất khẩu từ ngày 15/12/2022 đến ngày 14/8/2023 đạt 90 triệu USD."),
        ("2023-09", "Kim ngạch xuất khẩu từ ngày 15/12/2022 đến ngày 14/8/2023 đạt 90 triệu USD."),
        ("2023-10", "Kim ngạch xuất khẩu đạt [thiếu: kim ngạch xuất khẩu]."),
    ],
)
def test_a_window_that_closed_long_ago_is_missing(period: str, said: str) -> None:
    rows: list[Row] = [("exports", "window", "2022-12-15/2023-08-14", 90)]
    scope = {"exports": {"due": {"window": []}}}
    template = '{{ clause(indicator("exports"), "window") }}.'
    assert Bench(CATALOG, rows, scope=scope, period=period).says(template) == said


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2022-12", "Kim ngạch xuất khẩu vụ Mùa năm 2022 đạt 90 triệu USD."),
        ("2023-03", "Kim ngạch xuất khẩu vụ Mùa năm 2022 đạt 90 triệu USD."),
        ("2023-06", "Kim ngạch xuất khẩu đạt [thiếu: kim ngạch xuất khẩu]."),
    ],
)
def test_a_season_of_last_year_is_missing_from_april(period: str, said: str) -> None:
    rows: list[Row] = [("exports", "season", "2022-main", 90)]
    scope = {"exports": {"due": {"season": []}}}
    template = '{{ clause(indicator("exports"), "season") }}.'
    assert Bench(CATALOG, rows, scope=scope, period=period).says(template) == said


def test_stretches_put_the_names_of_one_time_together() -> None:
    template = '{% for one in stretches %}{{ one | join("+") }} {% endfor %}{{ opening("ytd") }}'
    for period, said in (
        ("2023-01", "month+ytd Từ đầu năm"),
        ("2023-07", "month ytd Từ đầu năm"),
        ("2023-6M", "month quarter ytd Từ đầu năm"),
        ("2023", "month quarter ytd+year Trong năm"),
    ):
        assert Bench(CATALOG, period=period).says(template).casefold() == said.casefold()
