"""Cells that are read, in all the ways in which people write them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.numerals import print_number
from drafter.observations import COLUMNS, Key, Observation
from drafter.stores.columns import Table
from drafter.stores.duplicates import settle
from drafter.stores.rows import read_rows, read_table
from drafter.stores.series import SeriesRules

from .specimens import CATALOG, read, row, said


def test_a_row_becomes_an_observation_with_its_place() -> None:
    cells = row(value="1.234,50", status="estimate", as_of="31/7/2023", source="Sở Công Thương",
                vintage="2023-07-27", note="ước")  # fmt: skip
    observations, problems = read(cells)
    assert problems == []
    assert observations == [
        Observation(
            Key("trade.exports", period="2023-07"), Decimal("1234.50"), "triệu USD", "estimate",
            "2023-07-31", "reported", "Sở Công Thương", "2023-07-27", "ước", "data/x.csv:2",
        )
    ]  # fmt: skip


def test_blank_cells_take_their_defaults() -> None:
    ((seen,), problems) = read_rows(
        "x", ("Chỉ tiêu", "Kỳ", "Giá trị"), [["trade.exports", "2023-07", "5"]], CATALOG
    )
    assert problems == []
    assert (seen.key.span, seen.key.measure, seen.unit, seen.status, seen.origin) == (
        "month", "level", "triệu USD", "actual", "reported",
    )  # fmt: skip


@pytest.mark.parametrize(("base", "of"), [("", ""), ("cùng kỳ", "year_on_year")])
def test_a_rank_is_of_a_level_or_of_a_growth_and_has_any_unit(base: str, of: str) -> None:
    cells = row(measure="thứ hạng", base=base, value="2", unit="tỉnh, thành phố")
    total = row(measure="denominator", value="63", unit="tỉnh, thành phố")
    observations, problems = read(cells, total)
    assert problems == []
    assert [(seen.key.measure, seen.key.base, seen.value, seen.unit) for seen in observations] == [
        ("rank", of, 2, "tỉnh, thành phố"), ("denominator", "", 63, "tỉnh, thành phố"),
    ]  # fmt: skip


def test_blank_rows_are_passed_over_and_still_counted() -> None:
    observations, problems = read([""] * 18, row(), [], [" ", None], row(period="2023-08"))
    assert [seen.place for seen in observations] == ["data/x.csv:3", "data/x.csv:6"]
    assert problems == []


def test_short_rows_end_in_blank_cells() -> None:
    cells = row()[: COLUMNS.index("unit")]
    assert len(read(cells)[0]) == 1


@pytest.mark.parametrize(
    ("cells", "canonical"),
    [
        ({"span": "Lũy kế"}, "ytd"),
        ({"span": "MONTH"}, "month"),
        ({"span": "quý", "period": "quý II/2023"}, "quarter"),
    ],
)
def test_words_are_taken_in_vietnamese_and_in_any_case(
    cells: dict[str, object], canonical: str
) -> None:
    ((seen,), problems) = read(row(**cells))
    assert (seen.key.span, problems) == (canonical, [])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("20", "20"),
        (20.0, "20"),
        (5, "05"),
        ("4", "04"),
        ("20/urban", "20/urban"),
        (5860.0, "05860"),
    ],
)
def test_area_codes_get_back_the_zero_that_spreadsheets_drop(cell: object, code: str) -> None:
    assert read(row(area=cell))[0][0].key.area == code


def test_item_codes_get_back_their_zero_when_the_catalogue_has_them() -> None:
    cells = row(indicator="crops.area", unit="ha", item=5.0)
    assert read(cells)[0][0].key.item == "05"


def test_items_of_projects_are_free() -> None:
    free = row(indicator="trade.exports", item="cầu Kỳ Cùng", span="project")
    also = row(indicator="investment.projects", unit="tỷ đồng", item="hồ Bản Lải")
    assert [seen.key.item for seen in read(free, also)[0]] == ["cầu Kỳ Cùng", "hồ Bản Lải"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (0.1, "0.1"),
        (470.0, "470"),
        (12, "12"),
        (1e22, "1e22"),
        (2606.8, "2606.8"),
        ("\u22120", "0"),
    ],
)
def test_numbers_of_spreadsheets_are_taken_by_their_shortest_decimal(
    cell: object, value: str
) -> None:
    assert read(row(value=cell))[0][0].value == Decimal(value)


@pytest.mark.parametrize(
    ("unit", "value", "kept"),
    [("tỷ đồng", "1,5", "1500"), ("đồng", "1500000000", "1500"), ("Tỉ đồng", "1,5", "1500")],
)
def test_other_scales_of_a_unit_are_converted_exactly(unit: str, value: str, kept: str) -> None:
    rows = [row(indicator="budget.revenue", unit=unit, value=value, period=f"2023-0{month}")
            for month in (1, 2)]  # fmt: skip
    observations, _ = read(*rows)
    assert {(seen.value, seen.unit) for seen in observations} == {(Decimal(kept), "triệu đồng")}
    assert said(*rows) == [
        f"note data/x.csv:2:unit: converted from {unit} to triệu đồng, the unit of budget.revenue"
    ]


def test_look_alike_letters_are_mended_and_told_once() -> None:
    rows = [row(source="Sở Lƣơng thực", period=f"2023-0{month}") for month in (1, 2)]
    assert {seen.source for seen in read(*rows)[0]} == {"Sở Lương thực"}
    assert said(*rows) == [
        "warning data/x.csv:2:source: 'Sở Lƣơng thực' has letters that only look Vietnamese; "
        "read as 'Sở Lương thực'"
    ]


def test_one_high_rise_among_branches_is_a_warning() -> None:
    change = {"indicator": "industry.iip", "measure": "change_percent", "base": "year_on_year",
              "unit": "%"}  # fmt: skip
    rows = [row(**change, value="2,4"), row(**change, item="B", value="3,1"),
            row(**change, item="B/05", value="115,88")]  # fmt: skip
    assert len(read(*rows)[0]) == 3
    assert said(*rows) == [
        "warning data/x.csv:4:value: 115,88 looks like an index; write 15,88 as change_percent or "
        "say measure index (a rise of 115,88% is the index 215,88); a note on the row vouches "
        "for it"
    ]
    rows[2] = row(**change, item="B/05", value="115,88", note="đã đối chiếu")
    assert said(*rows) == []


def test_an_inference_on_little_evidence_is_told() -> None:
    rows = [row(value=value, period=f"2023-0{month}")
            for month, value in enumerate(["1.234", "5.678", "12.5"], 1)]  # fmt: skip
    assert [seen.value for seen in read(*rows)[0]] == [
        Decimal("1.234"),
        Decimal("5.678"),
        Decimal("12.5"),
    ]
    assert said(*rows) == [
        "warning data/x.csv:2:value: '1.234' is read as a plain numeral, a little more than 1, "
        "because '12.5' in row 4 is one; declare the form of the numbers to be sure"
    ]


def test_negative_rates_and_changes_are_read() -> None:
    fall = row(measure="change_percent", base="year_on_year", unit="%", value="\u22123,68")
    rate = row(indicator="poverty.rate", unit="%", value="-1")
    assert [seen.value for seen in read(fall, rate)[0]] == [Decimal("-3.68"), Decimal(-1)]


def test_dates_of_spreadsheets_are_months_where_the_span_wants_one() -> None:
    month = row(period=date(2023, 7, 1))
    stock = row(period=datetime(2023, 7, 1), span="asof")
    assert [seen.key.period for seen in read(month, stock)[0]] == ["2023-07", "2023-07-01"]


ROWS = [
    row(value="1.234,5"),
    row(value="470", period="2023-06", source="Sở Công Thương"),
    row(indicator="crops.area", item="rice/winter", unit="ha", value="12,25", vintage="2023-07-27"),
    row(indicator="prices.cpi", measure="change_percent", base="month_on_month", unit="%",
        value="-0,24"),
    row(indicator="safety.accidents", span="window", period="2022-12-15/2023-08-14", unit="vụ",
        value="40"),
]  # fmt: skip


def _figures(observations: list[Observation]) -> set[tuple[object, ...]]:
    return {(seen.key, seen.value, seen.unit, seen.source, seen.vintage) for seen in observations}


@given(st.permutations(range(len(COLUMNS))), st.permutations(range(len(ROWS))))
def test_the_order_of_columns_and_rows_does_not_matter(columns: list[int], rows: list[int]) -> None:
    header = [COLUMNS[index] for index in columns]
    shuffled = [[ROWS[number][index] for index in columns] for number in rows]
    observations, problems = read_rows("x", header, shuffled, CATALOG)
    assert problems == []
    assert _figures(observations) == _figures(read(*ROWS)[0])


@given(
    st.integers(0, len(ROWS) - 1),
    st.integers(0, len(COLUMNS) - 1),
    st.one_of(
        st.text(max_size=8),
        st.none(),
        st.floats(),
        st.dates(),
        st.booleans(),
        st.sampled_from(["12.5", "1.234", "-", "%", "2023-7", "ytd", "index", "5,", "١"]),
    ),
)
def test_a_corrupted_cell_never_loses_a_row_silently(
    number: int, column: int, cell: object
) -> None:
    rows = [list(cells) for cells in ROWS]
    rows[number][column] = cell
    (reading,) = settle([read_table(Table("data/x.csv", COLUMNS, rows), SeriesRules(CATALOG))])
    before = {seen.place: seen for seen in read(*ROWS)[0]}
    kept = {seen.place: seen for seen in reading.observations}
    told = {f"data/x.csv:{finding.row}" for finding in reading.findings}
    assert kept.keys() | told == before.keys()
    corrupted = f"data/x.csv:{number + 2}"
    assert all(kept[place] == before[place] for place in kept.keys() - {corrupted})


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=12))
def test_every_row_is_read_or_told_of(values: list[Decimal]) -> None:
    rows = [row(value=print_number(value, 2), period=f"2023-{month:02d}")
            for month, value in enumerate(values, 1)]  # fmt: skip
    observations, problems = read(*rows)
    assert [seen.value for seen in observations] == values
    assert problems == []
