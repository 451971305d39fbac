"""Rows of growths: published changes without prices, on the quarter before, shares of a growth."""

from __future__ import annotations

import pytest

from .specimens import read, row, said

RATE = {"measure": "change_percent", "unit": "%", "value": "7,2", "base": "year_on_year"}


@pytest.mark.parametrize(
    ("cells", "measure", "base"),
    [
        ({"base": "year_on_year_real"}, "change_percent", "year_on_year_real"),
        ({"base": "Cùng kỳ loại trừ yếu tố giá"}, "change_percent", "year_on_year_real"),
        ({"measure": "chỉ số", "value": "107,2", "base": "year_on_year_real"}, "index",
         "year_on_year_real"),
        ({"base": "quý trước", "span": "quý", "period": "2023-Q2"}, "change_percent",
         "quarter_on_quarter"),
        ({"measure": "contribution_share"}, "contribution_share", "year_on_year"),
        ({"measure": "tỷ trọng đóng góp", "value": "-4,1"}, "contribution_share", "year_on_year"),
        ({"measure": "tỷ lệ đóng góp", "value": "-4,1"}, "contribution_share", "year_on_year"),
        ({"measure": "contribution_share", "of": "trade.exports"}, "contribution_share",
         "year_on_year"),
    ],
)  # fmt: skip
def test_a_growth_is_read(cells: dict[str, object], measure: str, base: str) -> None:
    ((seen,), problems) = read(row(**{**RATE, **cells}))
    assert problems == []
    assert (seen.key.measure, seen.key.base, seen.unit) == (measure, base, "%")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            {"measure": "contribution", "unit": "điểm %", "base": "year_on_year_real"},
            "base year_on_year_real does not go with measure contribution; write change_percent or "
            "index",
        ),
        (
            {"base": "year_on_year_reel"},
            "unknown base 'year_on_year_reel'; did you mean year_on_year_real?",
        ),
        (
            {"measure": "contribution_share", "unit": "điểm %"},
            "unit 'điểm %' does not go with measure contribution_share; write %",
        ),
        (
            {"measure": "contribution_share", "base": ""},
            "measure contribution_share needs a base; write one of: month_on_month, "
            "quarter_on_quarter, year_on_year, year_on_year_real, year_end, december, base_year",
        ),
    ],
)
def test_a_growth_that_cannot_be_is_a_fault(cells: dict[str, object], told: str) -> None:
    (fault,) = said(row(**{**RATE, **cells}))
    assert fault.endswith(told)
