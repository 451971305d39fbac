"""A base that a paragraph has just said is not said again, where the settings ask for it."""

from __future__ import annotations

import pytest

from tests.sections.desk import Bench

ONCE = {"base_once": True}
PAIR = '{{ clause("exports", "month", "year_on_year") }}. '


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (PAIR * 2, "{0} so với cùng kỳ năm trước. {0}."),
        (PAIR + "\n" + PAIR, "{0} so với cùng kỳ năm trước.\n{0} so với cùng kỳ."),
        (PAIR + "Giá rẻ hơn so với tháng trước. " + PAIR,
         "{0} so với cùng kỳ năm trước. Giá rẻ hơn so với tháng trước. {0} so với cùng kỳ."),
        (PAIR.replace("}}.", '}}{{ clause("nowhere") }}.') + PAIR, "{0} so với cùng kỳ."),
    ],
)  # fmt: skip
def test_a_base_is_said_once_in_a_paragraph(template: str, said: str) -> None:
    catalog = (
        "indicators:\n"
        "  exports: {label: xuất khẩu, kind: flow, unit: triệu USD, decimals: {rate: 1},\n"
        "    due: {month: [year_on_year]}}\n"
        "  nowhere: {label: x, kind: flow, unit: tấn, due: {month: []}}\n"
    )
    rows = [("exports", "month", period, level) for period, level in
            (("2023-07", 110), ("2022-07", 100))]  # fmt: skip
    bench = Bench(catalog, rows, scope={"exports": "all"}, settings=ONCE)
    assert bench.says(template) == said.format("Xuất khẩu tháng 7 đạt 110 triệu USD, tăng 10,0%")
