"""The catalogue, the rows and the templates that the tests of growths share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  trade.retail:
    label: doanh thu bán lẻ
    kind: flow
    unit: tỷ đồng
    decimals: {value: 0, rate: 1}
    breakdown:
      relation: sum
      items: {food: {label: lương thực}, cars: {label: ô tô}, gold: {label: vàng}}
    due:
      month: [month_on_month, year_on_year]
      quarter: [quarter_on_quarter, year_on_year]
      ytd: [year_on_year, year_on_year_real]
      year: [year_on_year]
  economy.grdp:
    label: GRDP
    kind: rate
    unit: "%"
    decimals: {value: 1, rate: 1}
    breakdown:
      relation: sum
      items: {farming: {label: khu vực nông nghiệp}, services: {label: khu vực dịch vụ}}
    due: {ytd: [year_on_year, contribution, contribution_share]}
  economy.output:
    label: giá trị sản xuất
    kind: flow
    unit: tỷ đồng
    decimals: {value: 1, rate: 1}
    breakdown:
      relation: sum
      items: {farming: {label: nông nghiệp}, services: {label: dịch vụ}}
    due: {ytd: [year_on_year, contribution_share]}
  prices.cpi:
    label: chỉ số giá tiêu dùng
    kind: index
    unit: "%"
    breakdown: {items: {food: {label: hàng ăn}, health: {label: y tế}, fuel: {label: giao thông}}}
    due: {month: [month_on_month, december, year_on_year]}
  bank.credit:
    label: dư nợ
    kind: stock
    unit: tỷ đồng
    decimals: {rate: 1}
    due: {asof: [year_on_year]}
  social.poverty:
    label: tỷ lệ hộ nghèo
    kind: rate
    unit: "%"
    decimals: {value: 1, rate: 1}
    due: {year: [year_on_year]}
"""
RETAIL, GRDP, OUTPUT, CPI = "trade.retail", "economy.grdp", "economy.output", "prices.cpi"
EARLIER = {"earlier_growth": ["year_on_year", "year_on_year_real"]}
TOGETHER = {"pair_bases": "together"}
TIMES = {"times_from": "200"}


def back(series: str, span: str, period: str, *levels: object) -> list[Row]:
    """The levels of a period and of the same one in the years before; None for none."""
    year, rest = int(period[:4]), period[4:]
    return [(series, span, f"{year - ago}{rest}", level)
            for ago, level in enumerate(levels) if level is not None]  # fmt: skip


def rates(series: str, span: str, period: str, *, measure: str = "change_percent",
          **bases: object) -> list[Row]:  # fmt: skip
    """Published changes by their base."""
    return [(series, span, period, value, measure, base) for base, value in bases.items()]


def clause(series: str, *parts: str, **how: Any) -> str:
    """The template of a clause."""
    said = [f'indicator("{series}")', *(f'"{part}"' for part in parts)]
    return "{{ clause(" + ", ".join([*said, *(f"{k}={v!r}" for k, v in how.items())]) + ") }}."


def members(series: str, *parts: str, **how: Any) -> str:
    """The template of a list of an indicator's items, changes only."""
    how = {"when": False, "values": False, **how}
    said = [f'indicator("{series}").items', *(f'"{part}"' for part in parts)]
    return "{{ members(" + ", ".join([*said, *(f"{k}={v!r}" for k, v in how.items())]) + ") }}."


def says(
    settings: Mapping[str, Any], template: str, rows: list[Row], period: str = "2023-07"
) -> str:
    """The text of a template."""
    return Bench(CATALOG, rows, settings=settings, period=period).says(template)


def told(
    settings: Mapping[str, Any], template: str, rows: list[Row], period: str = "2023-07"
) -> list[str]:
    """What the clerk is told of it."""
    return Bench(CATALOG, rows, settings=settings, period=period).told(template)


def cpi(period: str = "2023-07", **bases: object) -> list[Row]:
    """Price indices by their base."""
    return rates(CPI, "month", period, measure="index", **bases)


JULY = cpi(month_on_month="100.45", december="101.13", year_on_year="102.06")


YTD = clause(RETAIL, "ytd", "year_on_year")
REAL = {"2023-07": "7.2", "2022-07": "13.3"}
NOMINAL = back(RETAIL, "ytd", "2023-07", 1104, 1000, 800)
WITHOUT_PRICES = [row for period, rate in REAL.items()
                  for row in rates(RETAIL, "ytd", period, year_on_year_real=rate)]  # fmt: skip
