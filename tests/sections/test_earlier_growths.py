"""Last year's own growth in brackets behind a change: `(cùng kỳ năm 2022 tăng 49,0%)`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sections.desk import Bench, Row
from tests.sections.growths import (
    CATALOG,
    EARLIER,
    NOMINAL,
    RETAIL,
    TIMES,
    WITHOUT_PRICES,
    YTD,
    back,
    clause,
    members,
    rates,
    says,
    told,
)

GROWTHS: list[tuple[str, dict[str, Any], str, list[Row], str, str]] = [
    (
        "of the months since January", EARLIER, YTD, NOMINAL, "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm đạt 1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước "
        "(cùng kỳ năm 2022 tăng 25,0%).",
    ),
    (
        "of a month, a fall, behind the pair", EARLIER, clause(RETAIL, "month"),
        [*back(RETAIL, "month", "2023-07", 120, 100, 125), (RETAIL, "month", "2023-06", 96)],
        "2023-07",
        "Doanh thu bán lẻ tháng 7 đạt 120 tỷ đồng, tăng 25,0% so với tháng trước và tăng 20,0% so "
        "với cùng kỳ năm trước (cùng kỳ năm 2022 giảm 20,0%).",
    ),
    (
        "of a quarter", EARLIER, clause(RETAIL, "quarter", "year_on_year"),
        back(RETAIL, "quarter", "2023-Q2", 315, 300, 240), "2023-Q2",
        "Doanh thu bán lẻ quý II đạt 315 tỷ đồng, tăng 5,0% so với cùng kỳ năm trước (cùng kỳ năm "
        "2022 tăng 25,0%).",
    ),
    (
        "of a whole year", EARLIER, clause(RETAIL, "year"),
        back(RETAIL, "year", "2022", 990, 900, 1000), "2022",
        "Doanh thu bán lẻ đạt 990 tỷ đồng, tăng 10,0% so với năm trước (năm 2021 giảm 10,0%).",
    ),
    (
        "of the months since January that are the year", EARLIER, YTD,
        back(RETAIL, "year", "2022", 990, 900, 1000), "2022",
        "Doanh thu bán lẻ cả năm đạt 990 tỷ đồng, tăng 10,0% so với năm trước (năm 2021 giảm "
        "10,0%).",
    ),
    (
        "of a day", EARLIER, clause("bank.credit", "asof"),
        [("bank.credit", "asof", f"{year}-02-{day}", level)
         for year, day, level in ((2025, 28, 121), (2024, 29, 110), (2023, 28, 100))], "2025-02",
        "Dư nợ đạt 121 tỷ đồng, tăng 10,0% so với cùng kỳ năm trước (cùng kỳ năm 2024 tăng 10,0%).",
    ),
    (
        "as it was published", EARLIER, YTD,
        [*NOMINAL[:2], *rates(RETAIL, "ytd", "2022-07", year_on_year="49")], "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm đạt 1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước "
        "(cùng kỳ năm 2022 tăng 49,0%).",
    ),
    (
        "of a change that is itself published", EARLIER, YTD.replace(") }}", ", values=False) }}"),
        [*rates(RETAIL, "ytd", "2023-07", year_on_year="-3"),
         *rates(RETAIL, "ytd", "2022-07", year_on_year="104", measure="index")], "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm giảm 3,0% so với cùng kỳ năm trước (cùng kỳ năm 2022 "
        "tăng 4,0%).",
    ),
    (
        "of a change known in units only",
        EARLIER, YTD.replace(") }}", ", values=False) }}"),
        [(RETAIL, "ytd", "2023-07", 18, "change_absolute", "year_on_year"),
         *rates(RETAIL, "ytd", "2022-07", year_on_year="4")], "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm tăng 18 tỷ đồng so với cùng kỳ năm trước (cùng kỳ năm "
        "2022 tăng 4,0%).",
    ),
    (
        "of points", {"earlier_growth": ["year_on_year"]}, clause("social.poverty", "year"),
        back("social.poverty", "year", "2022", 6, "6.5", "7.2"), "2022",
        "Tỷ lệ hộ nghèo đạt 6,0%, giảm 0,5 điểm % so với năm trước (năm 2021 giảm 0,7 điểm %).",
    ),
    (
        "none where it was the same", EARLIER, YTD,
        back(RETAIL, "ytd", "2023-07", 110, 100, 100), "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm đạt 110 tỷ đồng, tăng 10,0% so với cùng kỳ năm trước "
        "(cùng kỳ năm 2022 không đổi).",
    ),
    (
        "in percent, never as a multiple, which would be one of now", {**EARLIER, **TIMES}, YTD,
        back(RETAIL, "ytd", "2023-07", 250, 100, 40), "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm đạt 250 tỷ đồng, gấp 2,5 lần cùng kỳ năm trước (cùng kỳ "
        "năm 2022 tăng 150,0%).",
    ),
    (
        "as a rise, never as a ratio", {**EARLIER, "form": "ratio"}, YTD,
        back(RETAIL, "ytd", "2023-07", 110, 100, 80), "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm đạt 110 tỷ đồng, bằng 110,0% so với cùng kỳ năm trước "
        "(cùng kỳ năm 2022 tăng 25,0%).",
    ),
    (
        "in words of the office's own", {**EARLIER, "earlier_year": "cùng thời gian năm {year}"},
        YTD, NOMINAL, "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm đạt 1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước "
        "(cùng thời gian năm 2022 tăng 25,0%).",
    ),
    (
        "with prices excluded, and of that", EARLIER, clause(RETAIL, "ytd"),
        [*NOMINAL, *WITHOUT_PRICES], "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm đạt 1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước "
        "(cùng kỳ năm 2022 tăng 25,0%), nếu loại trừ yếu tố giá tăng 7,2% (cùng kỳ năm 2022 tăng "
        "13,3%).",
    ),
    (
        "of the growth with prices excluded only", {"earlier_growth": ["year_on_year_real"]},
        clause(RETAIL, "ytd"), [*NOMINAL[:2], *WITHOUT_PRICES], "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm đạt 1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước, "
        "nếu loại trừ yếu tố giá tăng 7,2% (cùng kỳ năm 2022 tăng 13,3%).",
    ),
    (
        "of every member, the base carried", EARLIER, members(RETAIL, "month", "year_on_year"),
        [*back(f"{RETAIL}/food", "month", "2023-07", 103, 100, 80),
         *back(f"{RETAIL}/gold", "month", "2023-07", 104, 100, 200)], "2023-07",
        "Lương thực tăng 3,0% (cùng kỳ năm 2022 tăng 25,0%); ô tô [thiếu: doanh thu bán lẻ ô tô, "
        "so với cùng kỳ]; vàng tăng 4,0% so với cùng kỳ năm trước (cùng kỳ năm 2022 giảm 50,0%).",
    ),
    (
        "of what stands in brackets already, behind a comma", EARLIER,
        '{{ clause(indicator("trade.retail"), "ytd", "year_on_year", aside="comma") }}.',
        NOMINAL, "2023-07",
        "Doanh thu bán lẻ 7 tháng đầu năm đạt 1.104 tỷ đồng, tăng 10,4% so với cùng kỳ năm trước, "
        "cùng kỳ năm 2022 tăng 25,0%.",
    ),
    (
        "not with a bare change", EARLIER,
        '{{ indicator("trade.retail").ytd.year_on_year.bare }}.', NOMINAL, "2023-07",
        "Tăng 10,4%.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "template", "rows", "period", "sentence"),
    [case[1:] for case in GROWTHS], ids=[case[0] for case in GROWTHS],
)  # fmt: skip
def test_last_years_growth_is_told(
    settings: dict[str, Any], template: str, rows: list[Row], period: str, sentence: str
) -> None:
    assert says(settings, template, rows, period) == sentence


def test_last_years_growth_without_data_is_missing_and_told() -> None:
    rows = NOMINAL[:2]
    assert says(EARLIER, YTD, rows).endswith(
        "tăng 10,4% so với cùng kỳ năm trước (cùng kỳ năm 2022 [thiếu: doanh thu bán lẻ 7 tháng "
        "đầu năm 2022, so với cùng kỳ])."
    )
    assert told(EARLIER, YTD, rows) == [
        "missing trade.retail: ytd 2022-07 year_on_year: no value for 2021-07"
    ]
    assert says({}, YTD, rows).endswith("tăng 10,4% so với cùng kỳ năm trước.")
    assert told({}, YTD, rows) == []


def test_a_change_that_is_missing_has_no_growth_of_the_year_before() -> None:
    rows = [NOMINAL[0], *rates(RETAIL, "ytd", "2022-07", year_on_year="49")]
    assert says(EARLIER, YTD, rows).endswith("tỷ đồng, [thiếu: doanh thu bán lẻ, so với cùng kỳ].")


def test_last_years_growth_on_another_territory_is_refused() -> None:
    rows = back(RETAIL, "ytd", "2026-07", 110, 100, 90)
    bench = Bench(CATALOG, rows, settings=EARLIER, period="2026-07", territory_since="2025-07")
    assert "tăng 10,0% so với cùng kỳ năm trước (cùng kỳ năm 2025 [thiếu: " in bench.says(YTD)
    assert "is of the territory before 2025-07" in bench.told(YTD)[0]


CAUSE = "# Thương mại {section}\n## Nguyên nhân {causes}\n- trade.retail, so với cùng kỳ, tăng"


@pytest.mark.parametrize(
    ("placement", "end"),
    [
        ("", " (cùng kỳ năm 2022 tăng 25,0%), do sức mua khá."),
        (", trong ngoặc", " (do sức mua khá; cùng kỳ năm 2022 tăng 25,0%)."),
        (", câu riêng", " (cùng kỳ năm 2022 tăng 25,0%). Nguyên nhân do sức mua khá."),
    ],
)
def test_a_cause_is_that_of_this_years_change(placement: str, end: str) -> None:
    bench = Bench(CATALOG, NOMINAL, settings=EARLIER,
                  commentary=f"{CAUSE}{placement}: do sức mua khá\n")  # fmt: skip
    assert bench.says(YTD).partition("cùng kỳ năm trước")[2] == end
