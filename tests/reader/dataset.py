"""The rows of the data CSVs, read without drafter."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One row. place: `data/file.csv:row`, the header being row 1."""

    indicator: str
    item: str
    span: str
    period: str
    measure: str
    base: str
    of: str
    plan: str
    bound: str
    value: Decimal
    unit: str
    origin: str
    vintage: str
    place: str
    as_of: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What the row is of, without its vintage."""
        return (self.indicator, self.item, self.span, self.period, self.measure, self.base,
                self.of, self.plan, self.bound)  # fmt: skip


def read(folder: Path) -> list[Row]:
    """The rows of every CSV of a data folder (plain numerals, blank area)."""
    return [row for file in sorted(folder.glob("*.csv")) for row in _rows(file)]


def _rows(file: Path) -> Iterable[Row]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        for number, cells in enumerate(csv.DictReader(stream), 2):
            if not cells["area"]:
                yield Row(
                    cells["indicator"], cells["item"], cells["span"], cells["period"],
                    cells["measure"] or "level", cells["base"], cells["of"], cells["plan"],
                    cells["bound"], Decimal(cells["value"]), cells["unit"], cells["origin"],
                    cells["vintage"], f"data/{file.name}:{number}",
                    cells["as_of"],
                )  # fmt: skip


def newest(rows: Iterable[Row], vintage: str = "") -> dict[tuple[str, ...], Row]:
    """The row that holds for each key: the newest not given after `vintage`."""
    held: dict[tuple[str, ...], Row] = {}
    for row in rows:
        if vintage and row.vintage > vintage:
            continue
        if row.key not in held or row.vintage >= held[row.key].vintage:
            held[row.key] = row
    return held
