"""What each figure of examples/manners must be in print, worked out apart from the program.

Whole fractions from the rows of the data; rounded half up by integer arithmetic.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from drafter.document import LedgerRow


class Quantity(NamedTuple):
    """What a row of the data is of; plan: which, of a planned one."""

    indicator: str
    item: str
    span: str
    period: str
    measure: str = "level"
    base: str = ""
    plan: str = ""


Data = Mapping[Quantity, Fraction]

ONE_PLACE_BY_CATALOGUE = ("trade.exports", "trade.imports", "budget.revenue")
WHOLE = ("trade.exports", "trade.imports", "trade.tea_quantity", "budget.revenue")
TIMES = ("nso", "national")
POINTS = {"statistics": "điểm %", "committee": "điểm %"}
NOTHING = ("tương đương", "không đổi", "bằng")


def read(path: Path) -> dict[Quantity, Fraction]:
    """The rows of a data file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        Quantity(*(row[name] for name in Quantity._fields)): Fraction(row["value"]) for row in rows
    }


def places(manner: str, indicator: str) -> int:
    """How many decimals a percentage has: two or one by the catalogue, the manner, the field."""
    if manner == "statistics":
        return 1 if indicator in ONE_PLACE_BY_CATALOGUE else 2
    fine = indicator.startswith(("economy.", "prices."))
    return 2 if fine and manner in TIMES else 1


def half_up(value: Fraction, decimals: int) -> Fraction:
    """A number rounded, halves away from zero."""
    scale = 10**decimals
    whole = (abs(value) * scale * 2 + 1) // 2
    return Fraction(whole if value >= 0 else -whole, scale)


def number(value: Fraction, decimals: int, manner: str) -> str:
    """The size of a number as Vietnamese has it; a committee drops zeros at the end."""
    scaled = int(abs(half_up(value, decimals)) * 10**decimals)
    whole, part = divmod(scaled, 10**decimals)
    text = f"{whole:,}".replace(",", ".")
    decimal = f"{part:0{decimals}d}" if decimals else ""
    decimal = decimal.rstrip("0") if manner == "committee" else decimal
    return f"{text},{decimal}" if decimal else text


def true_value(row: LedgerRow, data: Data) -> Fraction:
    """The number behind a figure, from its role alone."""
    key = Quantity(row.indicator, row.item, row.span, row.period)
    now = data.get(key)
    if row.measure in ("level", "rank"):
        return data[key._replace(measure=row.measure, base=row.base)]
    if row.measure == "change_difference":
        base, _, other = row.base.partition(":")
        there = key._replace(indicator=other, measure="change_percent", base=base)
        return data[key._replace(measure="change_percent", base=base)] - data[there]
    given = data.get(key._replace(measure="change_percent", base=row.base))
    if given is not None:
        return given
    assert now is not None, row
    if row.measure == "attainment":
        plan = row.base.removeprefix("plan:")
        year = Quantity(row.indicator, row.item, "year", row.period[:4], "plan", plan=plan)
        return now / data[year] * 100
    then = key._replace(period=before(row.period, row.base))
    if row.measure == "contribution":
        return (now - data[then]) / data[then._replace(item="")] * 100
    return (now / data[then] - 1) * 100


def before(period: str, base: str) -> str:
    """The period that a comparison goes back to."""
    if base == "month_on_month":
        year, month = (int(part) for part in period.split("-"))
        return f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02d}"
    return f"{int(period[:4]) - 1}{period[4:]}"


def faults(rows: Iterable[LedgerRow], data: Data, manner: str) -> list[str]:
    """Every figure that is not printed as the data and the manner have it."""
    found = []
    for row in rows:
        printed, value = row.printed.replace("\u00a0", " "), true_value(row, data)
        if printed not in _texts(row, value, manner, data):
            found.append(f"{row.indicator}/{row.item} {row.base}: {printed} of {float(value)}")
    return found


def _texts(row: LedgerRow, value: Fraction, manner: str, data: Data) -> tuple[str, ...]:
    """The words that a figure may have."""
    decimals = places(manner, row.indicator)
    shown = half_up(value, decimals)
    size = number(value, decimals, manner)
    if row.measure == "level":
        own = 0 if row.indicator in WHOLE else 1
        return (f"{number(value, own, manner)} {row.unit}",)
    if row.measure == "rank":
        return (f"thứ {int(value):02d}/63 tỉnh, thành phố",)
    if row.measure == "attainment":
        return (f"{size}%",)
    if row.measure == "contribution":
        verb = "làm giảm" if shown < 0 else "đóng góp"
        return (f"{verb} {size} {POINTS.get(manner, 'điểm phần trăm')}",)
    if row.measure == "change_difference":
        return (_lying(row, data, decimals),)
    return _change(row, value, manner)


def _change(row: LedgerRow, value: Fraction, manner: str) -> tuple[str, ...]:
    """A change: with its verb, as a multiple, or one of the words for none."""
    decimals = places(manner, row.indicator)
    shown, size = half_up(value, decimals), number(value, decimals, manner)
    if not shown:
        return (*NOTHING, "không đổi")
    verb = "tăng" if shown > 0 else "giảm"
    plain = (f"{verb} {size}%", f"mức {verb} {size}%")
    if manner in TIMES and shown >= 100 and row.period.startswith("2023"):
        ratio = number((value + 100) / 100, 1, "committee")
        return (f"gấp {ratio} lần",)
    return plain


def _lying(row: LedgerRow, data: Data, decimals: int) -> str:
    """How the core index lies to the whole one, both as they are printed."""
    base, _, other = row.base.partition(":")
    key = Quantity(row.indicator, row.item, row.span, row.period, "change_percent", base)
    here, there = (half_up(data[one], decimals) for one in (key, key._replace(indicator=other)))
    if here == there:
        return "bằng"
    if there < 0:
        return "giảm sâu hơn" if here < there else "giảm ít hơn"
    return "cao hơn" if here > there else "thấp hơn"
