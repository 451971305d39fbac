"""The catalogue, the rows and the templates that the tests of clauses share."""

from __future__ import annotations

from typing import Any

from tests.sections.desk import Row

CATALOG = """
classifications: {}
indicators:
  trade.exports:
    label: kim ngạch xuất khẩu
    kind: flow
    unit: triệu USD
    decimals: {rate: 1}
    plans: [province]
    due:
      month: [month_on_month, year_on_year, december, base_year:2019]
      quarter: [quarter_on_quarter, year_on_year]
      ytd: [plan, plan_points, year_on_year]
      year: [plan]
  budget.revenue:
    label: thu ngân sách
    kind: flow
    unit: triệu đồng
    decimals: {rate: 1}
    plans: [central, province]
    due: {ytd: [plan, year_on_year]}
    breakdown:
      relation: sum
      items: {domestic: {label: thu nội địa}, customs: {label: thu xuất nhập khẩu}}
  bank.credit:
    label: tổng dư nợ
    kind: stock
    unit: tỷ đồng
    decimals: {rate: 1}
    due: {asof: [month_on_month, year_on_year, year_end]}
  grdp:
    label: GRDP
    kind: flow
    unit: tỷ đồng
    breakdown:
      relation: sum
      items: {farming: {label: khu vực nông nghiệp}, services: {label: khu vực dịch vụ}}
    due: {ytd: [share, year_on_year, contribution]}
  crops.area:
    label: diện tích lúa
    kind: stock
    unit: ha
    decimals: {value: 2, rate: 2}
    due: {month: [year_on_year]}
  prices.cpi:
    label: chỉ số giá tiêu dùng
    kind: index
    unit: "%"
    due: {month: [month_on_month, year_on_year, base_year:2019], average_ytd: [year_on_year]}
  social.poverty:
    label: tỷ lệ hộ nghèo
    kind: rate
    unit: "%"
    decimals: {value: 1, rate: 2}
    due: {month: [year_on_year]}
  safety.accidents:
    label: tai nạn giao thông
    kind: count
    unit: vụ
    due: {month: [year_on_year], window: [year_on_year]}
  crops.season:
    label: sản lượng lúa
    kind: flow
    unit: tấn
    due: {season: [year_on_year]}
  enterprises:
    label: doanh nghiệp mới
    kind: count
    unit: doanh nghiệp
    lag: 1
    due: {month: [month_on_month]}
"""
EXPORTS, BUDGET, CREDIT = "trade.exports", "budget.revenue", "bank.credit"
ESTIMATE = {"status": "estimate"}


def exports(*parts: str, **how: Any) -> str:
    """The template of a clause on exports."""
    return clause(EXPORTS, *parts, **how)


def clause(series: str, *parts: str, **how: Any) -> str:
    """The template of a clause: `{{ clause(indicator("…"), "month", …) }}.`"""
    said = [f'indicator("{series}")', *(f'"{part}"' for part in parts)]
    said += [f"{name}={value!r}" for name, value in how.items()]
    return "{{ clause(" + ", ".join(said) + ") }}."


def months(now: object, before: object, year_ago: object) -> list[Row]:
    """July, June and last July of exports."""
    return [
        (EXPORTS, "month", "2023-07", now, ESTIMATE),
        (EXPORTS, "month", "2023-06", before),
        (EXPORTS, "month", "2022-07", year_ago),
    ]
