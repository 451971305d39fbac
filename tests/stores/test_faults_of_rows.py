"""Every fault that a row can have, with the exact words for it."""

from datetime import date

import pytest

from drafter.observations import COLUMNS
from drafter.stores.rows import read_rows

from .specimens import CATALOG, read, row, said

X = "data/x.csv:2:"
CHANGE = {"measure": "change_percent", "base": "year_on_year", "unit": "%"}
CPI = {"indicator": "prices.cpi", "unit": "%"}


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            {"indicator": "trade.export"},
            "indicator: unknown indicator 'trade.export'; did you mean trade.exports?",
        ),
        (
            {"indicator": "Kim ngạch xuất khẩu"},
            "indicator: unknown indicator 'Kim ngạch xuất khẩu'; did you mean trade.exports?",
        ),
        (
            {"indicator": "qqq"},
            "indicator: unknown indicator 'qqq'; take an id of the catalogue or add one to it",
        ),
        (
            {"indicator": ""},
            "indicator: the indicator is blank; write its id, such as trade.exports",
        ),
        (
            {"item": "rice"},
            "item: trade.exports has no breakdown; leave the item 'rice' out",
        ),
        (
            {"indicator": "crops.area", "unit": "ha", "item": "rice/wintr"},
            "item: unknown item 'rice/wintr'; did you mean rice/winter?",
        ),
        (
            {"indicator": "crops.area", "unit": "ha", "item": "lúa"},
            "item: unknown item 'lúa'; did you mean rice?",
        ),
        (
            {"indicator": "crops.area", "unit": "ha", "item": "zzz"},
            "item: unknown item 'zzz' of crops.area; take one of its breakdown or add it there",
        ),
        (
            {"area": "Lạng Sơn"},
            "area: area 'Lạng Sơn' is no official code; write one such as 20 or 20/urban, or "
            "leave it blank for the whole province",
        ),
        (
            {"unit": "tỷ đồng"},
            "unit: unit 'tỷ đồng' is not that of trade.exports; write triệu USD",
        ),
        (
            {"indicator": "budget.revenue", "item": "domestic", "unit": "USD"},
            "unit: unit 'USD' is not that of budget.revenue/domestic; write triệu đồng",
        ),
        (
            {**CHANGE, "unit": "triệu USD", "value": "5"},
            "unit: unit 'triệu USD' does not go with measure change_percent; write %",
        ),
        (
            {"measure": "contribution", "base": "year_on_year", "unit": "%"},
            "unit: unit '%' does not go with measure contribution; write điểm %",
        ),
        ({"period": "2023-13"}, "period: there is no month 13; write a month from 1 to 12"),
        (
            {"period": "2023-Q2"},
            "period: '2023-Q2' is a quarter, but span month takes a month; write 2023-07, or "
            "span quarter",
        ),
        (
            {"period": "45108"},
            "period: 45108 is a spreadsheet's number for the day 2023-07-01; format the cell as "
            "text and write the period, such as 2023-07",
        ),
        (
            {"period": ""},
            "period: the period is blank; write 2023-07, 2023-Q2, 2023 or 2023-07-31",
        ),
        ({"span": "mounth"}, "span: unknown span 'mounth'; did you mean month?"),
        (
            {"span": "zz"},
            "span: unknown span 'zz'; write one of: month, quarter, ytd, average_ytd, year, "
            "asof, season, window, project",
        ),
        ({"measure": "levle"}, "measure: unknown measure 'levle'; did you mean level?"),
        ({"status": "actul"}, "status: unknown status 'actul'; did you mean actual?"),
        ({"origin": "impled"}, "origin: unknown origin 'impled'; did you mean implied?"),
        ({"bound": "atleast"}, "bound: unknown bound 'atleast'; did you mean at_least?"),
        (
            {**CHANGE, "base": "yer_on_year"},
            "base: unknown base 'yer_on_year'; did you mean year_on_year?",
        ),
        (
            {**CHANGE, "base": "zz"},
            "base: unknown base 'zz'; write one of: month_on_month, quarter_on_quarter, "
            "year_on_year, year_on_year_real, year_end, december, base_year",
        ),
        (
            {**CHANGE, "base": "base_year"},
            "base: base base_year needs its year; write base_year:2019",
        ),
        (
            {**CHANGE, "base": ""},
            "base: measure change_percent needs a base; write one of: month_on_month, "
            "quarter_on_quarter, year_on_year, year_on_year_real, year_end, december, base_year",
        ),
        (
            {"base": "year_on_year_real", "measure": "change_absolute", "unit": "triệu USD"},
            "base: base year_on_year_real does not go with measure change_absolute; write "
            "change_percent or index",
        ),
        (
            {"base": "year_on_year"},
            "base: base 'year_on_year' is given for measure level; leave it blank, or write a "
            "measure that compares, such as change_percent",
        ),
        (
            {"measure": "plan", "span": "year", "period": "2023"},
            "plan: a plan must say which; write one of: year, province",
        ),
        (
            {"measure": "plan", "span": "year", "period": "2023", "plan": "central"},
            "plan: trade.exports has no plan 'central' in the catalogue; write one of: year, "
            "province",
        ),
        (
            {"plan": "year"},
            "plan: plan 'year' is given for measure level; leave it blank or write measure plan",
        ),
        (
            {"of": "trade.exports"},
            "of: of 'trade.exports' is given for measure level; leave it blank or write measure "
            "share",
        ),
        (
            {"measure": "share", "unit": "%", "of": "trade.export"},
            "of: unknown of 'trade.export'; did you mean trade.exports?",
        ),
        (
            {"measure": "share", "unit": "%", "of": "zz"},
            "of: unknown of 'zz'; write the id of the indicator that is the whole",
        ),
        (
            {"value": ""},
            "value: the value is blank; write the figure, write 0 if there was none, or delete "
            "the row",
        ),
        (
            {"value": "khoảng"},
            "value: 'khoảng' is not a number; write digits only, such as 1.234,5",
        ),
        (
            {"value": "470 triệu USD"},
            "value: '470 triệu USD' holds more than a number; write 470 and put 'triệu USD' "
            "under unit",
        ),
        (
            {"value": "12,5%"},
            "value: '12,5%' holds a percent sign; write 12,5 and put % under unit",
        ),
        (
            {"value": "30.000 - 35.000"},
            "value: '30.000 - 35.000' is a range; write two rows, 30.000 with bound low and "
            "35.000 with bound high",
        ),
        (
            {"value": "11/35"},
            "value: '11/35' is a fraction; write two rows, 11 with measure numerator and 35 "
            "with measure denominator",
        ),
        (
            {"value": "1.234"},
            "value: '1.234' can be 1234 or 1.234 (1 and 234/1000), and no number here tells "
            "which; declare the form of the numbers",
        ),
        ({"value": "1,234.5"}, "value: '1,234.5' is not a Vietnamese numeral; write 1.234,5"),
        ({"value": "١٢"}, "value: '١٢' is not a number; write digits only, such as 1.234,5"),
        (
            {"value": True},
            "value: 'True' is not a number; write digits only, such as 1.234,5",
        ),
        (
            {"value": float("nan")},
            "value: 'nan' is not a number; write digits only, such as 1.234,5",
        ),
        (
            {"value": date(2023, 7, 1)},
            "value: '2023-07-01' is not a number; write digits only, such as 1.234,5",
        ),
        (
            {"value": "-5"},
            "value: -5 is below zero, which a level cannot be; write the amount, or a measure "
            "such as change_absolute",
        ),
        (
            {"indicator": "safety.accidents", "unit": "vụ", "value": "4,5"},
            "value: 4,5 is no count; write a whole number",
        ),
        ({"measure": "rank", "value": "0"}, "value: 0 is no rank; write 1, 2, 3 …"),
        (
            {"measure": "rank", "base": "yer_on_year", "value": "2"},
            "base: unknown base 'yer_on_year'; did you mean year_on_year?",
        ),
        (
            {**CPI, **CHANGE, "value": "102,42"},
            "value: 102,42 looks like an index; write 2,42 as change_percent or say measure "
            "index (a rise of 102,42% is the index 202,42)",
        ),
        (
            {**CPI, "measure": "index", "base": "year_on_year", "value": "2,42"},
            "value: 2,42 looks like a change; write 102,42 as index or say measure change_percent",
        ),
        (
            {"vintage": "2023-07"},
            "vintage: vintage '2023-07' is not a date; write 2023-07-31 or 31/7/2023, as text or "
            "as a date",
        ),
        (
            {"as_of": "cuối tháng"},
            "as_of: as_of 'cuối tháng' is not a date; write 2023-07-31 or 31/7/2023, as text or "
            "as a date",
        ),
        (
            {"as_of": "31/2/2023"},
            "as_of: there is no day 31 in month 2023-02; the month ends on 2023-02-28",
        ),
        (
            {"source": "VËn t¶i"},
            "source: 'VËn t¶i' is typed in the old font TCVN3; convert the file to Unicode "
            "(UniKey: Ctrl+Shift+F6) and save it again",
        ),
        (
            {"indicator": "Kinh teá xaõ hoäi"},
            "indicator: 'Kinh teá xaõ hoäi' is typed in the old font VNI; convert the file to "
            "Unicode (UniKey: Ctrl+Shift+F6) and save it again",
        ),
    ],
)
def test_a_fault_is_named_with_its_place_and_its_mend(cells: dict[str, object], told: str) -> None:
    observations, problems = read(row(**cells))
    assert [problem.text() for problem in problems] == [X + told]
    assert not observations
    assert problems[0].severity == "fault"


def test_a_wrong_cell_in_a_declared_file_names_both_readings() -> None:
    assert said(row(value="12.5"), form="vietnamese") == [
        X + "value: '12.5' is not a Vietnamese numeral; write 12,5 (12 and 5/10) or 125"
    ]


def test_numbers_that_contradict_each_other_name_the_other_cell() -> None:
    rows = [row(value=value, period=f"2023-0{month}") for month, value in
            enumerate(["7", "12,5", "1.234", "12.5", "13,5"], 1)]  # fmt: skip
    observations, problems = read(*rows)
    assert [problem.text() for problem in problems] == [
        "data/x.csv:5:value: '12.5' is not a Vietnamese numeral as '12,5' in row 3 is; "
        "write 12,5 (12 and 5/10) or 125"
    ]
    assert [observation.key.period for observation in observations] == ["2023-01"]


def test_all_faults_are_told_in_the_order_of_the_cells() -> None:
    header = ("value", "period", "indicator", "unit")
    rows = [["x", "2023-13", "zzz", ""], ["1", "2023-07", "trade.exports", "kg"], ["", "", "", ""]]
    _, problems = read_rows("data/x.csv", header, rows, CATALOG)
    assert [problem.text().partition("; ")[0] for problem in problems] == [
        "data/x.csv:2:value: 'x' is not a number",
        "data/x.csv:2:period: there is no month 13",
        "data/x.csv:2:indicator: unknown indicator 'zzz'",
        "data/x.csv:3:unit: unit 'kg' is not that of trade.exports",
    ]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (
            ("indicator", "period"),
            "value: the column value is missing from the header (indicator, period); add it",
        ),
        (
            (*COLUMNS, "bases"),
            "bases: unknown column 'bases'; did you mean 'base'?",
        ),
        (
            (*COLUMNS, "người nhập"),
            "người nhập: unknown column 'người nhập'; move the remark to the column note",
        ),
        (
            (*COLUMNS, "Giá trị"),
            "Giá trị: column 'value' stands here a second time; keep one of the two",
        ),
    ],
)
def test_a_header_that_is_wrong_is_named(header: tuple[str, ...], told: str) -> None:
    observations, problems = read_rows("data/x.csv", header, [row()], CATALOG)
    assert [problem.text() for problem in problems] == [f"data/x.csv:1:{told}"]
    assert not observations


def test_cells_under_no_name_are_a_fault() -> None:
    header = ("indicator", "period", "value", "")
    _, problems = read_rows("x", header, [["trade.exports", "2023-07", "1", "?"]], CATALOG)
    assert [problem.text() for problem in problems] == [
        "x:1:: column 4 has no name above its cells; name it or empty it"
    ]


def test_a_decimal_comma_without_quotes_is_noticed() -> None:
    header = ("indicator", "period", "value")
    _, problems = read_rows("x", header, [["trade.exports", "2023-07", "12", "5"]], CATALOG)
    assert [problem.text() for problem in problems] == [
        "x:2:value: the row has 4 cells under 3 columns; put a number with a decimal comma in "
        "quotation marks, or separate the columns with ;"
    ]


def test_a_separator_too_many_in_one_row_is_noticed() -> None:
    header = ("indicator", "period", "value")
    good, longer = ["trade.exports", "2023-07", "12"], ["trade.exports", "2023-08", "5", ""]
    _, problems = read_rows("x", header, [good, longer], CATALOG)
    assert [problem.place for problem in problems] == ["x:3:value"]
    _, problems = read_rows("x", header, [[*good, ""], longer], CATALOG)
    assert problems == []


def test_two_figures_for_one_key_name_both_places() -> None:
    observations, problems = read(row(), row(value="471"))
    assert [problem.text() for problem in problems] == [
        "data/x.csv:3:value: 471 here, but 470 in data/x.csv:2 for the same key and vintage; "
        "delete one of the two rows, or give the newer one its vintage"
    ]
    assert not observations


def test_the_same_figure_twice_is_a_warning() -> None:
    assert said(row(), row(value="470,0")) == [
        "warning data/x.csv:3:value: the same figure as in data/x.csv:2; delete one of the two rows"
    ]
    assert len(read(row(), row())[0]) == 1


def test_a_newer_vintage_is_no_duplicate() -> None:
    assert len(read(row(), row(value="471", vintage="2023-08-01"))[0]) == 2
