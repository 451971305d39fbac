"""A small office in a folder: one figure with its base of a year earlier, one base missing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FILES = {
    "drafter.yaml": """\
format: 1
report: short
province: {name: Hồng Sơn, code: "99"}
agencies:
  statistics_office: {name: CỤC THỐNG KÊ TỈNH HỒNG SƠN}
numerals: {"*.csv": plain}
scope:
  trade.exports: {due: {month: [month_on_month, year_on_year]}}
""",
    "data/2023.csv": """\
indicator,span,period,value,unit,source
trade.exports,month,2023-07,300,triệu USD,Sở Công Thương
trade.exports,month,2022-07,250,triệu USD,Sở Công Thương
trade.turnover,month,2023-07,470,triệu USD,Sở Công Thương
""",
    "templates/reports/short.yaml": """\
label: Tin nhanh
frame: statistics_office
title: Tin nhanh {report}
outline: [quick]
numbering: ["{1}."]
""",
    "templates/sections/quick.md.j2": """\
# Thương mại
{{ clause(indicator("trade.exports"), "month", "month_on_month", "year_on_year") }}.
""",
}
JUNE = "trade.exports,month,2023-06,280,triệu USD,Sở Công Thương\n"


def open_office(folder: Path, changed: Mapping[str, str] | None = None) -> Path:
    """The office's folder; the files named in `changed` hold other texts."""
    for name, text in {**FILES, **(changed or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def with_rows(rows: str) -> dict[str, str]:
    """The data file with more rows."""
    return {"data/2023.csv": FILES["data/2023.csv"] + rows}
