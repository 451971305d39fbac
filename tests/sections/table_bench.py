"""What the tests of statistical tables share: a catalogue, rows, and a table made in one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.document import Cell, Figure, Table, visible_text

from .desk import Bench, Row

CATALOG = """
classifications: {}
indicators:
  budget.revenue:
    label: tổng thu ngân sách
    kind: flow
    unit: tỷ đồng
    decimals: {value: 1, rate: 1}
    plans: [central, province]
    source: Sở Tài chính
    breakdown:
      relation: sum
      items:
        domestic: {label: thu nội địa}
        customs: {label: thu xuất nhập khẩu}
    due: {month: [month_on_month, year_on_year], ytd: [plan, year_on_year]}
  budget.spending:
    label: tổng chi ngân sách
    kind: flow
    unit: tỷ đồng
    breakdown:
      items:
        balanced: {label: chi cân đối, items: {wages: {label: chi lương}}}
        programmes: {label: chi chương trình}
    due: {month: []}
  industry.iip:
    label: chỉ số sản xuất
    kind: index
    unit: "%"
    breakdown: {items: {mining: {label: khai khoáng}, power: {label: điện}}}
    due: {month: [month_on_month, year_on_year], ytd: [year_on_year]}
    source: Cục Thống kê
  bank.credit:
    label: tổng dư nợ
    kind: stock
    unit: tỷ đồng
    decimals: {rate: 1}
    due: {asof: [year_end, year_on_year]}
    source: Ngân hàng Nhà nước
  social.poverty:
    label: tỷ lệ hộ nghèo
    kind: rate
    unit: "%"
    decimals: {value: 1, rate: 2}
    due: {month: [year_on_year]}
  safety.accidents:
    label: tai nạn giao thông
    kind: tuple
    unit: vụ
    breakdown:
      items: {cases: {label: số vụ}, deaths: {label: số người chết, unit: người}}
    due: {month: [year_on_year]}
  crops.area:
    label: diện tích gieo trồng
    kind: flow
    unit: ha
    decimals: {value: 2}
    breakdown:
      items: {rice: {label: lúa, items: {main: {label: lúa vụ Mùa}}}, maize: {label: ngô}}
    due: {ytd: [year_on_year]}
  crops.output:
    label: sản lượng
    kind: flow
    unit: tấn
    breakdown: {items: {rice: {label: lúa}, maize: {label: ngô}}}
    due: {ytd: [year_on_year]}
  enterprises.new:
    label: doanh nghiệp mới
    kind: count
    unit: doanh nghiệp
    lag: 1
    due: {ytd: [year_on_year]}
  prices.cpi:
    label: chỉ số giá
    kind: index
    unit: "%"
    breakdown: {items: {food: {label: lương thực}}}
    due: {month: [month_on_month, year_on_year, base_year:2019], average_ytd: [year_on_year]}
  grdp:
    label: tổng sản phẩm
    kind: flow
    unit: tỷ đồng
    decimals: {rate: 2}
    breakdown: {relation: sum, items: {farming: {label: nông nghiệp}, services: {label: dịch vụ}}}
    due: {ytd: [share, year_on_year, contribution]}
"""
ESTIMATE = {"status": "estimate"}
REVENUE: Sequence[Row] = (
    ("budget.revenue", "month", "2023-07", 120, ESTIMATE),
    ("budget.revenue", "month", "2023-06", 100),
    ("budget.revenue", "month", "2022-07", 90),
    ("budget.revenue", "ytd", "2023-07", 700, ESTIMATE),
    ("budget.revenue", "ytd", "2022-07", 650),
    ("budget.revenue/domestic", "month", "2023-07", 80, ESTIMATE),
    ("budget.revenue/domestic", "month", "2023-06", 70),
    ("budget.revenue/domestic", "month", "2022-07", 64),
    ("budget.revenue/customs", "month", "2023-07", 40, ESTIMATE),
    ("budget.revenue/customs", "month", "2023-06", 30),
    ("budget.revenue/customs", "month", "2022-07", 26),
)
PLANS: Sequence[Row] = (
    ("budget.revenue", "year", "2023", 1000, "plan", "", {"plan": "central"}),
    ("budget.revenue", "year", "2023", 1400, "plan", "", {"plan": "province"}),
)
ONLY_MONTH = {"budget.revenue": {"items": "all", "due": {"month": ["month_on_month"]}}}


def table_of(bench: Bench, call: str) -> Table:
    """The only table that a template's call makes."""
    (found,) = bench.draft("{{ " + call + " }}").blocks
    assert isinstance(found, Table)
    return found


def text(cell: Cell) -> str:
    return visible_text(cell.inlines).replace("\u00a0", " ")


def lines(table: Table) -> list[str]:
    """The rows under the header, a line each."""
    return [" | ".join(text(cell) for cell in row) for row in table.rows]


def heads(table: Table) -> list[list[str]]:
    return [[text(cell) for cell in row] for row in table.header]


def revenue(columns: Sequence[str], **how: Any) -> str:
    """The call of a table of revenue."""
    return call('indicator("budget.revenue")', columns, **how)


def call(rows: str, columns: Sequence[str], **how: Any) -> str:
    said = "".join(f", {name}={value!r}" for name, value in how.items())
    return f"table({rows}, columns={list(columns)!r}{said})"


def bench(rows: Sequence[Row] = REVENUE, **how: Any) -> Bench:
    return Bench(CATALOG, rows, **how)


def figure(table: Table, row: int, column: int) -> Figure:
    (found,) = table.rows[row][column].inlines
    assert isinstance(found, Figure)
    return found


def note(table: Table) -> str:
    return visible_text(table.note).replace("\u00a0", " ")


CROPS: Sequence[Row] = (
    ("crops.area/rice/main", "ytd", "2023-07", 100),
    ("crops.area/maize", "ytd", "2023-07", 50),
    ("crops.output/rice", "ytd", "2023-07", 500),
    ("crops.output/maize", "ytd", "2023-07", 200),
)
CROPS_SCOPE = {
    "crops.area": {"items": ["rice/main", "maize"], "due": {"ytd": []}},
    "crops.output": {"items": ["rice", "maize"], "due": {"ytd": []}},
}
BOTH = '[indicator("crops.area"), indicator("crops.output")]'
