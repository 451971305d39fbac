"""Two changes with their bases said together, behind the second."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sections.desk import Bench, Row
from tests.sections.growths import (
    CATALOG,
    CPI,
    JULY,
    RETAIL,
    TIMES,
    TOGETHER,
    back,
    clause,
    cpi,
    members,
    rates,
    says,
)

PAIR = clause(CPI, "month", "month_on_month", "year_on_year")
SALE = clause(RETAIL, "month")


def sale(now: object, before: object, year_ago: object) -> list[Row]:
    """Retail sales of July, June and last July."""
    return [*back(RETAIL, "month", "2023-07", now, year_ago), (RETAIL, "month", "2023-06", before)]


def both(month: object, year: object) -> list[Row]:
    """A price index on the month and on the year before."""
    return cpi(month_on_month=month, year_on_year=year)


ON_BOTH = ["month_on_month", "year_on_year"]
PAIRS: list[tuple[str, dict[str, Any], str, list[Row], str]] = [
    (
        "two ways", {}, PAIR, both("100.3", "99.3"),
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,30% và giảm 0,70% so với tháng trước và cùng kỳ năm "
        "trước.",
    ),
    (
        "one way, its verb said twice", {}, PAIR, both("100.3", "100.7"),
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,30% và tăng 0,70% so với tháng trước và cùng kỳ năm "
        "trước.",
    ),
    (
        "each where the settings say so", {"pair_bases": "each"}, PAIR, both("100.3", "99.3"),
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,30% so với tháng trước và giảm 0,70% so với cùng kỳ "
        "năm trước.",
    ),
    (
        "phrases of the office's own",
        {"month_on_month": "so tháng trước", "year_on_year_first": "so cùng kỳ"},
        PAIR, both("100.3", "99.3"),
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,30% và giảm 0,70% so tháng trước và cùng kỳ.",
    ),
    (
        "an unchanged one says its own", {}, PAIR, both("100", "99.3"),
        "Chỉ số giá tiêu dùng tháng 7 tương đương tháng trước và giảm 0,70% so với cùng kỳ năm "
        "trước.",
    ),
    (
        "so does the second", {}, PAIR, both("100.3", "100.001"),
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,30% so với tháng trước và tương đương cùng kỳ năm "
        "trước.",
    ),
    (
        "so does a ratio", {"form": "ratio_below"}, PAIR, both("100.3", "99.3"),
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,30% so với tháng trước và bằng 99,30% so với cùng kỳ "
        "năm trước.",
    ),
    (
        "so does a multiple", TIMES, SALE, sale(230, 200, 100),
        "Doanh thu bán lẻ tháng 7 đạt 230 tỷ đồng, tăng 15,0% so với tháng trước và gấp 2,3 lần "
        "cùng kỳ năm trước.",
    ),
    (
        "the changes in units in brackets", {"absolute": "brackets", "absolute_on": ON_BOTH}, SALE,
        sale(105, 100, 120),
        "Doanh thu bán lẻ tháng 7 đạt 105 tỷ đồng, tăng 5,0% (+5 tỷ đồng) và giảm 12,5% (-15 tỷ "
        "đồng) so với tháng trước và cùng kỳ năm trước.",
    ),
    (
        "the change in units of the second alone", {"absolute": "brackets"}, SALE,
        sale(105, 100, 120),
        "Doanh thu bán lẻ tháng 7 đạt 105 tỷ đồng, tăng 5,0% và giảm 12,5% (-15 tỷ đồng) so với "
        "tháng trước và cùng kỳ năm trước.",
    ),
    (
        "changes in units in words part them", {"absolute": "words"}, SALE, sale(105, 100, 120),
        "Doanh thu bán lẻ tháng 7 đạt 105 tỷ đồng, tăng 5,0% so với tháng trước và giảm 12,5%, "
        "tương ứng giảm 15 tỷ đồng so với cùng kỳ năm trước.",
    ),
    (
        "a hole takes no base with it", {}, SALE, sale(105, 100, None),
        "Doanh thu bán lẻ tháng 7 đạt 105 tỷ đồng, tăng 5,0% so với tháng trước và [thiếu: doanh "
        "thu bán lẻ, so với cùng kỳ].",
    ),
    (
        "a hole in front", {}, PAIR, cpi(year_on_year="99.3"),
        "Chỉ số giá tiêu dùng tháng 7 [thiếu: chỉ số giá tiêu dùng, so với tháng trước] và giảm "
        "0,70% so với cùng kỳ năm trước.",
    ),
    (
        "the quarter before", {}, clause(RETAIL, "quarter", values=False),
        rates(RETAIL, "quarter", "2023-Q2", quarter_on_quarter=3, year_on_year=-2),
        "Doanh thu bán lẻ quý II tăng 3,0% và giảm 2,0% so với quý trước và cùng kỳ năm trước.",
    ),
    (
        "what stands between the two parts them", {}, clause(CPI), JULY,
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,45% so với tháng trước, tăng 1,13% so với tháng 12 "
        "năm trước, tăng 2,06% so với cùng kỳ năm trước.",
    ),
    (
        "a base that a heading has said", {"same_base": "year_on_year"}, PAIR,
        both("100.3", "99.3"),
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,30% so với tháng trước và giảm 0,70%.",
    ),
    (
        "last year's growth behind", {"earlier_growth": ["year_on_year"]}, PAIR,
        [*both("100.3", "99.3"), *cpi("2022-07", year_on_year="103.1")],
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,30% và giảm 0,70% so với tháng trước và cùng kỳ năm "
        "trước (cùng kỳ năm 2022 tăng 3,10%).",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "template", "rows", "sentence"),
    [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS],
)  # fmt: skip
def test_two_changes_say_their_bases_together(
    settings: dict[str, Any], template: str, rows: list[Row], sentence: str
) -> None:
    period = "2023-Q2" if "quarter" in template else "2023-07"
    assert says({**TOGETHER, **settings}, template, rows, period) == sentence


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        ("tháng trước", "tăng 5,0% so với tháng trước (do lễ hội) và giảm 12,5% so với cùng kỳ năm "
                        "trước."),
        ("cùng kỳ", "tăng 5,0% và giảm 12,5% so với tháng trước và cùng kỳ năm trước, do lễ hội."),
    ],
)  # fmt: skip
def test_only_a_cause_between_the_two_parts_them(comparison: str, words: str) -> None:
    way = "tăng" if comparison == "tháng trước" else "giảm"
    commentary = (f"# Thương mại {{section}}\n## Nguyên nhân {{causes}}\n"
                  f"- trade.retail, so với {comparison}, {way}: do lễ hội\n")  # fmt: skip
    bench = Bench(CATALOG, sale(105, 100, 120), settings=TOGETHER, commentary=commentary)
    assert bench.says(SALE).endswith(f"đạt 105 tỷ đồng, {words}")


def groups(**rates_of: tuple[object, object]) -> list[Row]:
    """Groups of the price index on the month and on the year before."""
    return [row for item, (month, year) in rates_of.items()
            for row in rates(f"{CPI}/{item}", "month", "2023-07", month_on_month=month,
                             year_on_year=year)]  # fmt: skip


LIST = members(CPI, "month", *ON_BOTH)
THREE = groups(food=("0.5", "-1"), health=("0.1", "2"), fuel=("-3", "-4"))


@pytest.mark.parametrize(
    ("settings", "rows", "sentence"),
    [
        ({}, THREE,
         "Hàng ăn tăng 0,50% và giảm 1,00%; y tế tăng 0,10% và tăng 2,00%; giao thông giảm 3,00% "
         "và giảm 4,00% so với tháng trước và cùng kỳ năm trước."),
        ({"series_base": "first"}, THREE,
         "Hàng ăn tăng 0,50% và giảm 1,00% so với tháng trước và cùng kỳ năm trước; y tế tăng "
         "0,10% và tăng 2,00%; giao thông giảm 3,00% và giảm 4,00%."),
        ({"series_base": "each"}, THREE[:4],
         "Hàng ăn tăng 0,50% và giảm 1,00% so với tháng trước và cùng kỳ năm trước; y tế tăng "
         "0,10% và tăng 2,00% so với tháng trước và cùng kỳ; giao thông [thiếu: chỉ số giá tiêu "
         "dùng giao thông, so với tháng trước] và [thiếu: chỉ số giá tiêu dùng giao thông, so với "
         "cùng kỳ]."),
        ({}, groups(food=("0.5", "-1"), health=("0", "2"), fuel=("-3", "-4")),
         "Hàng ăn tăng 0,50% và giảm 1,00%; y tế tương đương tháng trước và tăng 2,00% so với cùng "
         "kỳ năm trước; giao thông giảm 3,00% và giảm 4,00% so với tháng trước và cùng kỳ."),
    ],
)  # fmt: skip
def test_members_carry_both_bases(settings: dict[str, Any], rows: list[Row], sentence: str) -> None:
    assert says({**TOGETHER, **settings}, LIST, rows) == sentence


def test_members_with_a_pair_and_with_one_change_each_say_their_own() -> None:
    scope = {CPI: [{"items": ["food"], "due": {"month": ON_BOTH}},
                   {"items": ["fuel"], "due": {"month": ["year_on_year"]}}]}  # fmt: skip
    bench = Bench(CATALOG, THREE, scope, TOGETHER)
    assert bench.says(LIST) == (
        "Hàng ăn tăng 0,50% và giảm 1,00% so với tháng trước và cùng kỳ năm trước; giao thông giảm "
        "4,00% so với cùng kỳ."
    )


def test_a_base_said_together_with_another_is_said_again_alone() -> None:
    settings = {**TOGETHER, "base_once": True}
    year = clause(f"{CPI}/fuel", "month", "year_on_year", name="item", when=False)
    rows = [*both("100.3", "99.3"), *THREE]
    said = says(settings, f"{year} {PAIR} {year} {year}", rows)
    assert said == (
        "Giao thông giảm 4,00% so với cùng kỳ năm trước. Chỉ số giá tiêu dùng tháng 7 tăng 0,30% "
        "và giảm 0,70% so với tháng trước và cùng kỳ. Giao thông giảm 4,00% so với cùng kỳ. Giao "
        "thông giảm 4,00%."
    )
