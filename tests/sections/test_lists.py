"""Series of members: in order, by size, up and down, with products and with the base carried."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sections.desk import Bench, Row

CATALOG = """
classifications:
  branches:
    B: {label: khai khoáng}
    C:
      label: công nghiệp chế biến, chế tạo
      short: chế biến, chế tạo
      items: {"10": {label: sản xuất thực phẩm}, "11": {label: sản xuất đồ uống}}
    D: {label: sản xuất điện}
    E: {label: cung cấp nước}
indicators:
  iip:
    label: chỉ số sản xuất
    kind: index
    unit: "%"
    decimals: {rate: 1}
    breakdown: {classification: branches}
    due: {month: [month_on_month, year_on_year]}
  products:
    label: sản lượng
    kind: flow
    unit: tấn
    decimals: {rate: 1}
    breakdown:
      items:
        stone: {label: sản phẩm đá xây dựng, of: B}
        salt: {label: muối công nghiệp, of: C/10}
        liquor: {label: rượu trắng, unit: lít, of: C/11}
    due: {month: [year_on_year]}
  retail:
    label: doanh thu
    kind: flow
    unit: tỷ đồng
    decimals: {rate: 1}
    breakdown:
      relation: sum
      items:
        food: {label: lương thực}
        cars: {label: ô tô các loại, short: ô tô}
        gold: {label: vàng}
    due: {month: [year_on_year]}
  visits:
    label: lượt khách
    kind: count
    unit: lượt
    breakdown: {items: {home: {label: trong nước}, abroad: {label: quốc tế}}}
    due: {month: [year_on_year]}
"""
WAYS = {"B": "9.83", "C": "-2.5", "D": "4.8", "E": "-7.04"}
WITHOUT_FIRST = {"year_on_year_first": ""}


def rates(by: str = "year_on_year", **members: object) -> list[Row]:
    """Published changes of branches."""
    return [(f"iip/{key.replace('_', '/')}", "month", "2023-07", rate, "change_percent", by)
            for key, rate in members.items()]  # fmt: skip


def sales(**members: tuple[object, object]) -> list[Row]:
    """July and last July of retail groups."""
    return [
        (f"retail/{key}", "month", period, value)
        for key, levels in members.items()
        for period, value in zip(("2023-07", "2022-07"), levels, strict=True)
    ]


SALES = sales(food=(110, 100), cars=(90, 100), gold=(120, 100))
LISTS: list[tuple[str, str, list[Row], str]] = [
    (
        "the rising, the largest first, the base said once at the end",
        '{{ listing(indicator("iip").items, "year_on_year", rising=True, intro="Tăng:") }}.',
        rates(**WAYS),
        "Tăng: khai khoáng tăng 9,8%; sản xuất điện tăng 4,8% so với cùng kỳ.",
    ),
    (
        "the counter-list: the falling, the deepest first",
        '{{ listing(indicator("iip").items, "year_on_year", rising=False, name="short",'
        ' prefix="ngành ", intro="Ở chiều ngược lại:") }}.',
        rates(**WAYS),
        "Ở chiều ngược lại: ngành cung cấp nước giảm 7,0%; ngành chế biến, chế tạo giảm 2,5% so "
        "với cùng kỳ.",
    ),
    (
        "no more than the top",
        '{{ listing(indicator("iip").items, "year_on_year", rising=True, top=1) }}.',
        rates(**WAYS),
        "Khai khoáng tăng 9,8% so với cùng kỳ.",
    ),
    (
        "both directions in the catalogue's order",
        '{{ listing(indicator("iip").items, "year_on_year", ordered=False) }}.',
        rates(**WAYS),
        "Khai khoáng tăng 9,8%; công nghiệp chế biến, chế tạo giảm 2,5%; sản xuất điện tăng 4,8%; "
        "cung cấp nước giảm 7,0% so với cùng kỳ.",
    ),
    (
        "what rounds to nothing neither rose nor fell",
        '{{ listing(indicator("iip").items, "year_on_year", rising=True) }}.',
        rates(B="0.04", D="0.05"),
        "Sản xuất điện tăng 0,1% so với cùng kỳ.",
    ),
    (
        "as the call rounds it",
        '{{ listing(indicator("iip").items, "year_on_year", rising=True, rate_decimals=0) }}.',
        rates(B="0.4", D="0.5"),
        "Sản xuất điện tăng 1% so với cùng kỳ.",
    ),
    (
        "an empty list goes with its introduction",
        'Câu đầu. {{ listing(indicator("iip").items, "year_on_year", rising=False, '
        'intro="Giảm:") }}.',
        rates(B=1),
        "Câu đầu.",
    ),
    (
        "with values",
        '{{ listing(indicator("retail").items, "year_on_year", rising=True, values=True) }}.',
        SALES,
        "Vàng đạt 120 tỷ đồng, tăng 20,0%; lương thực đạt 110 tỷ đồng, tăng 10,0% so với cùng kỳ.",
    ),
    (
        "a branch with its product's change in brackets, no base said twice",
        '{{ listing(indicator("iip").items, "year_on_year", rising=True,'
        ' products=indicator("products").leaves) }}.',
        [*rates(**WAYS), ("products/stone", "month", "2023-07", "7.87", "change_absolute",
                          "year_on_year")],
        "Khai khoáng tăng 9,8% (sản phẩm đá xây dựng tăng 8 tấn); sản xuất điện tăng 4,8% so với "
        "cùng kỳ.",
    ),
    (
        "a product stands with the sector while its branch is not told",
        'Ngành chế biến{{ products(indicator("iip/C"), "year_on_year",'
        ' indicator("products").leaves) }}.',
        [("products/salt", "month", "2023-07", -5, "change_absolute", "year_on_year"),
         ("products/liquor", "month", "2023-07", "4.22", "change_percent", "year_on_year")],
        "Ngành chế biến.",
    ),
    (
        "all parts of a sum",
        '{{ members(indicator("retail"), "month", when=False) }}.',
        SALES,
        "Chia ra: lương thực đạt 110 tỷ đồng, tăng 10,0%; ô tô các loại đạt 90 tỷ đồng, giảm "
        "10,0%; vàng đạt 120 tỷ đồng, tăng 20,0% so với cùng kỳ.",
    ),
    (
        "the parts of a subset",
        '{{ members(indicator("visits"), "month", "value", when=False, verb="") }}.',
        [("visits/home", "month", "2023-07", 1000), ("visits/abroad", "month", "2023-07", 5)],
        "Trong đó: trong nước 1.000 lượt; quốc tế 05 lượt.",
    ),
    (
        "parts below parts, in brackets",
        '{{ members([indicator("iip/C")], "month", "year_on_year", when=False, below=True) }}.',
        rates(C="2", C_10="-3", C_11="4"),
        "Công nghiệp chế biến, chế tạo tăng 2,0% so với cùng kỳ (sản xuất thực phẩm giảm 3,0%; "
        "sản xuất đồ uống tăng 4,0%).",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "sentence"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS]
)
def test_a_list_says(template: str, rows: list[Row], sentence: str) -> None:
    scope = {"*": "all", "iip": {"items": ["B", "C", "C/10", "C/11", "D", "E"]}}
    assert Bench(CATALOG, rows, scope, WITHOUT_FIRST).says(template) == sentence


def test_some_parts_of_a_sum_are_trong_do() -> None:
    bench = Bench(CATALOG, SALES, {"retail": {"items": ["food"]}}, WITHOUT_FIRST)
    said = bench.says('{{ members(indicator("retail"), "month", when=False) }}.')
    assert said == "Trong đó: lương thực đạt 110 tỷ đồng, tăng 10,0% so với cùng kỳ."


# -- the base of a series --------------------------------------------------------------------------

ALL = '{{ members(indicator("retail").items, "month", when=False, values=False) }}.'
BASES: list[tuple[str, dict[str, Any], list[Row], str]] = [
    (
        "last", {}, SALES,
        "Lương thực tăng 10,0%; ô tô các loại giảm 10,0%; vàng tăng 20,0% so với cùng kỳ.",
    ),
    (
        "first", {"series_base": "first"}, SALES,
        "Lương thực tăng 10,0% so với cùng kỳ; ô tô các loại giảm 10,0%; vàng tăng 20,0%.",
    ),
    (
        "each", {"series_base": "each"}, SALES,
        "Lương thực tăng 10,0% so với cùng kỳ; ô tô các loại giảm 10,0% so với cùng kỳ; vàng tăng "
        "20,0% so với cùng kỳ.",
    ),
    (
        "no change keeps its own", {}, sales(food=(110, 100), cars=(100, 100), gold=(120, 100)),
        "Lương thực tăng 10,0%; ô tô các loại tương đương cùng kỳ; vàng tăng 20,0% so với cùng kỳ.",
    ),
    (
        "`bằng` keeps its own", {"form": "ratio_below"}, SALES,
        "Lương thực tăng 10,0%; ô tô các loại bằng 90,0% so với cùng kỳ; vàng tăng 20,0% so với "
        "cùng kỳ.",
    ),
    (
        "a hole at the end does not take it away", {}, SALES[:4],
        "Lương thực tăng 10,0%; ô tô các loại giảm 10,0% so với cùng kỳ; vàng [thiếu: doanh thu "
        "vàng, so với cùng kỳ].",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "rows", "sentence"), [case[1:] for case in BASES], ids=[case[0] for case in BASES]
)
def test_the_base_of_a_series_is_said(
    settings: dict[str, Any], rows: list[Row], sentence: str
) -> None:
    bench = Bench(CATALOG, rows, settings={**WITHOUT_FIRST, **settings})
    assert bench.says(ALL) == sentence


def test_words_for_nothing_at_the_end_do_not_take_the_base_away() -> None:
    rows = sales(food=(110, 100), cars=(90, 100), gold=(0, 100))
    template = ALL.replace("values=False", 'zero="không phát sinh"')
    assert Bench(CATALOG, rows, settings=WITHOUT_FIRST).says(template) == (
        "Lương thực đạt 110 tỷ đồng, tăng 10,0%; ô tô các loại đạt 90 tỷ đồng, giảm 10,0% so với "
        "cùng kỳ; vàng không phát sinh."
    )


def test_members_on_different_bases_each_say_their_own() -> None:
    rows = [*rates("month_on_month", B=2), *rates("year_on_year", D=3)]
    scope = {"iip": [{"items": ["B"], "due": {"month": ["month_on_month"]}},
                     {"items": ["D"], "due": {"month": ["year_on_year"]}}]}  # fmt: skip
    bench = Bench(CATALOG, rows, scope, WITHOUT_FIRST)
    assert bench.says('{{ members(indicator("iip").items, "month", when=False) }}.') == (
        "Khai khoáng tăng 2,0% so với tháng trước; sản xuất điện tăng 3,0% so với cùng kỳ."
    )


def test_two_changes_of_one_member_keep_both_bases() -> None:
    rows = [row for by in ("month_on_month", "year_on_year") for row in rates(by, B=2, D=3)]
    scope = {"iip": {"items": ["B", "D"]}}
    said = Bench(CATALOG, rows, scope, WITHOUT_FIRST).says(
        '{{ members(indicator("iip").items, "month", when=False) }}.'
    )
    pair = "tăng {0} so với tháng trước và tăng {0} so với cùng kỳ"
    assert said == f"Khai khoáng {pair.format('2,0%')}; sản xuất điện {pair.format('3,0%')}."


def test_a_product_of_a_branch_that_is_told_stands_with_its_branch() -> None:
    rows = [*rates(C=2, C_10=3),
            ("products/salt", "month", "2023-07", -5, "change_absolute", "year_on_year"),
            ]  # fmt: skip
    scope = {"iip": {"items": ["C", "C/10"]}, "products": {"items": ["salt"]}}
    bench = Bench(CATALOG, rows, scope)
    template = '{{ products(indicator("iip/%s"), "year_on_year", indicator("products").leaves) }}'
    assert bench.says("x" + template % "C") == "X"
    assert bench.says("x" + template % "C/10") == "X (sản phẩm muối công nghiệp giảm 5 tấn)"


def test_a_member_without_data_is_reported_and_not_listed() -> None:
    bench = Bench(CATALOG, rates(B=1), {"iip": {"items": ["B", "D"]}}, WITHOUT_FIRST)
    template = '{{ listing(indicator("iip").items, "year_on_year", rising=True) }}.'
    assert bench.says(template) == "Khai khoáng tăng 1,0% so với cùng kỳ."
    assert bench.told(template) == [
        "missing iip/D: month 2023-07 year_on_year: no value for 2023-07"
    ]


@given(st.dictionaries(st.sampled_from("BCDE"), st.decimals(-50, 50, places=1), min_size=1))
def test_a_list_is_ordered_by_size_and_every_verb_fits(members: dict[str, Decimal]) -> None:
    bench = Bench(CATALOG, rates("year_on_year", **members), {"iip": {"items": list("BCDE")}})
    rising = bench.figures('{{ listing(indicator("iip").items, "year_on_year", rising=True) }}.')
    falling = bench.figures('{{ listing(indicator("iip").items, "year_on_year", rising=False) }}.')
    rose = sorted((value for value in members.values() if value > 0), reverse=True)
    assert [one.value for one in rising] == rose
    fell = sorted(value for value in members.values() if value < 0)
    assert [one.value for one in falling] == fell
    assert all(one.text.startswith("tăng ") for one in rising)
    assert all(one.text.startswith("giảm ") for one in falling)
