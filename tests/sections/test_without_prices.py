"""Growth with the rise of prices excluded, beside the nominal one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sections.desk import Bench, Row
from tests.sections.growths import (
    CATALOG,
    NOMINAL,
    RETAIL,
    WITHOUT_PRICES,
    back,
    clause,
    members,
    rates,
    says,
)

BOTH = clause(RETAIL, "ytd")
EXCLUDED: list[tuple[str, dict[str, Any], str, list[Row], str]] = [
    (
        "behind the nominal growth, its base not said again", {}, BOTH,
        [*NOMINAL[:2], *WITHOUT_PRICES],
        "1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước, nếu loại trừ yếu tố giá tăng "
        "7,2%.",
    ),
    (
        "a fall, as an index", {}, BOTH,
        [*NOMINAL[:2], *rates(RETAIL, "ytd", "2023-07", year_on_year_real=98, measure="index")],
        "1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước, nếu loại trừ yếu tố giá giảm "
        "2,0%.",
    ),
    (
        "in words of the office's own", {"year_on_year_real": "loại trừ yếu tố giá"}, BOTH,
        [*NOMINAL[:2], *WITHOUT_PRICES],
        "1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước, loại trừ yếu tố giá tăng 7,2%.",
    ),
    (
        "alone it says its base", {}, clause(RETAIL, "ytd", "year_on_year_real"),
        [*NOMINAL[:2], *WITHOUT_PRICES],
        "1.104 tỷ đồng, nếu loại trừ yếu tố giá tăng 7,2% so với cùng kỳ năm trước.",
    ),
    (
        "so it does behind a hole", {}, BOTH, [NOMINAL[0], *WITHOUT_PRICES],
        "1.104 tỷ đồng, [thiếu: doanh thu bán lẻ, so với cùng kỳ], nếu loại trừ yếu tố giá "
        "tăng 7,2% so với cùng kỳ năm trước.",
    ),
    (
        "and where it is neither a rise nor a fall", {}, BOTH,
        [*NOMINAL[:2], *rates(RETAIL, "ytd", "2023-07", year_on_year_real="0.04")],
        "1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước, nếu loại trừ yếu tố giá tương "
        "đương cùng kỳ.",
    ),
    (
        "levels never stand in for it", {}, BOTH, NOMINAL,
        "1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước, [thiếu: doanh thu bán lẻ, nếu "
        "loại trừ yếu tố giá].",
    ),
    (
        "the change in units is of the nominal one alone", {"absolute": "brackets"}, BOTH,
        [*NOMINAL[:2], *WITHOUT_PRICES],
        "1.104 tỷ đồng, tăng 10,4% (+104 tỷ đồng) so với cùng kỳ năm trước, nếu loại trừ yếu "
        "tố giá tăng 7,2%.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "template", "rows", "sentence"),
    [case[1:] for case in EXCLUDED], ids=[case[0] for case in EXCLUDED],
)  # fmt: skip
def test_a_growth_without_prices_is_told(
    settings: dict[str, Any], template: str, rows: list[Row], sentence: str
) -> None:
    assert says(settings, template, rows) == f"Doanh thu bán lẻ 7 tháng đầu năm đạt {sentence}"


def test_members_carry_the_base_of_both_growths() -> None:
    items = {"food": (103, 100, "1.1"), "cars": (90, 100, "-12"), "gold": (104, 100, "2.5")}
    rows = [row for item, (now, then, real) in items.items() for row in (
        *back(f"{RETAIL}/{item}", "ytd", "2023-07", now, then),
        *rates(f"{RETAIL}/{item}", "ytd", "2023-07", year_on_year_real=real))]  # fmt: skip
    real = "nếu loại trừ yếu tố giá"
    assert says({}, members(RETAIL, "ytd"), rows) == (
        f"Lương thực tăng 3,0%, {real} tăng 1,1%; ô tô giảm 10,0%, {real} giảm 12,0%; vàng tăng "
        f"4,0% so với cùng kỳ năm trước, {real} tăng 2,5%."
    )


def test_the_figure_without_prices_has_a_role_of_its_own() -> None:
    nominal, real = Bench(CATALOG, [*NOMINAL, *WITHOUT_PRICES]).figures(BOTH)[1:]
    assert (nominal.base, real.base) == ("year_on_year", "year_on_year_real")
    assert [row.key.base for row in real.inputs] == ["year_on_year_real"]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("", "Nếu loại trừ yếu tố giá tăng 7,2% so với cùng kỳ năm trước."),
        (".bare", "Nếu loại trừ yếu tố giá tăng 7,2%."),
        (".word", "Tăng."),
    ],
)
def test_a_template_may_take_the_growth_without_prices_alone(form: str, text: str) -> None:
    template = f'{{{{ indicator("{RETAIL}").ytd.year_on_year_real{form} }}}}.'
    assert says({}, template, [*NOMINAL, *WITHOUT_PRICES]) == text
