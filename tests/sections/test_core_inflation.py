"""Core inflation in the built-in section on prices: beside that of all goods, where it is due."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sections.desk import Bench, Row

ROOT = Path(__file__).resolve().parents[2]
BUILT_IN = (ROOT / "templates/sections/prices.md.j2").read_text(encoding="utf-8")
OF_PRICES = (ROOT / "indicators.yaml").read_text(encoding="utf-8")
ALL_GOODS = {"due": {"average_ytd": ["year_on_year"]}}


def inflation(month: str) -> list[Row]:
    """Published core inflation and CPI of a month and of the year so far."""
    core = [("month", "month_on_month", "0.21"), ("month", "year_on_year", "3.3"),
            ("average_ytd", "year_on_year", "4.18")]  # fmt: skip
    return [
        *(("prices.core_cpi", span, month, rate, "change_percent", base)
          for span, base, rate in core),
        ("prices.cpi", "average_ytd", month, "3.12", "change_percent", "year_on_year"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("period", "months"), [("2023-07", 7), ("2023-6M", 6), ("2023-Q1", 3), ("2023-Q2", 6)]
)
def test_core_inflation_stands_beside_that_of_all_goods(period: str, months: int) -> None:
    scope = {"prices.core_cpi": "all", "prices.cpi": ALL_GOODS}
    bench = Bench(OF_PRICES, inflation(f"2023-{months:02d}"), scope, period=period)
    said = bench.says(BUILT_IN)
    monthly = f"Lạm phát cơ bản tháng {months} tăng 0,21% so với tháng trước và tăng 3,30% so với"
    assert (monthly in said) == (period in ("2023-07", "2023-6M"))
    assert said.count(
        f"Lạm phát cơ bản bình quân {months} tháng đầu năm tăng 4,18% so với cùng kỳ"
    ) == said.count("cao hơn mức tăng 3,12% của CPI bình quân chung.") == 1  # fmt: skip
    assert bench.told(BUILT_IN) == []


def test_core_inflation_out_of_scope_goes_without_a_trace() -> None:
    bench = Bench(OF_PRICES, inflation("2023-07"), {"prices.cpi": ALL_GOODS})
    assert "ạm phát cơ bản" not in bench.says(BUILT_IN)
    assert bench.told(BUILT_IN) == []


def test_core_inflation_that_is_missing_is_marked_and_told() -> None:
    scope = {"prices.core_cpi": "all", "prices.cpi": ALL_GOODS}
    bench = Bench(OF_PRICES, inflation("2023-07")[-1:], scope)
    assert bench.says(BUILT_IN).count("[thiếu: lạm phát cơ bản") == 3
    assert len(bench.told(BUILT_IN)) == 3
