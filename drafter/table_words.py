"""Vietnamese words over the columns of statistical tables: status, time, what is compared.

A heading is read without the sentence around it, so it names both times in full.
"""

from __future__ import annotations

from decimal import Decimal

from drafter.numerals import print_number
from drafter.period import kind_of, year_of
from drafter.settings import Settings
from drafter.time_words import NBSP, day, span_phrase
from drafter.wording import upper_first

NOTHING = "-"
"""What has not happened."""
UNKNOWN = "…"
"""What may have happened and has no number."""
STATUS = {"estimate": "Ước tính", "preliminary": "Sơ bộ", "actual": "Thực hiện"}
"""The word before a period by the status of its numbers, the least certain first."""
ROUNDED = "Tổng số và tổng các thành phần có thể chênh lệch do làm tròn."
_NO_TIME = "kỳ báo cáo"
_SYMBOLS = frozenset(["ha", "kg", "km", "m", "m2", "m3", "kWh", "MWh", "USD"])


def stretch(span: str, period: str, until: str = "") -> str:
    """The time that a column is of: `tháng 7 năm 2023`, `7 tháng năm 2023`, `đến 31/7/2023`.

    until: the day on which was counted, where it is not the last of the period. A season or a
    window of which the data have none yet has no period.

    >>> stretch("ytd", "2023-07").replace(NBSP, " "), stretch("asof", "2023-07-31")
    ('7 tháng năm 2023', 'đến 31/7/2023')
    >>> stretch("ytd", "2023-12", "2023-12-15").replace(NBSP, " ")
    'năm 2023 (đến 15/12/2023)'
    """
    if not period:
        return _NO_TIME
    if span == "asof":
        return f"đến {day(until or period)}"
    if until:
        return f"{stretch(span, period)} (đến{NBSP}{day(until)})"
    if span in ("ytd", "average_ytd"):
        months, year = int(period[5:7]), f"năm{NBSP}{period[:4]}"
        named = {1: f"tháng{NBSP}1 {year}", 12: year}
        counted = named.get(months) or f"{months}{NBSP}tháng {year}"
        return f"bình quân {counted}" if span == "average_ytd" else counted
    return span_phrase(span, period, Settings(), first=True, year=True)


def level_head(status: str, span: str, period: str, until: str = "") -> str:
    """The heading of a column of levels: `Ước tính tháng 7 năm 2023`.

    status: blank where no number of the column has one.

    >>> level_head("estimate", "month", "2023-07").replace(NBSP, " ")
    'Ước tính tháng 7 năm 2023'
    >>> level_head("", "ytd", "2023-07").replace(NBSP, " ")
    'Lũy kế 7 tháng năm 2023'
    >>> level_head("", "ytd", "2023-12").replace(NBSP, " ")
    'Năm 2023'
    """
    summed = span == "ytd" and period[5:] not in ("01", "12")
    word = STATUS.get(status, "Lũy kế" if summed else "")
    return upper_first(f"{word} {stretch(span, period, until)}".strip())


def against(comparison: str, span: str, period: str, earlier: str, settings: Settings) -> str:
    """What a column is compared with: `cùng kỳ năm 2022`, `tháng trước`, `kỳ gốc 2019`.

    earlier: the period looked back to, blank where no calendar tells it.

    >>> against("year_on_year", "month", "2023-07", "2022-07", Settings()).replace(NBSP, " ")
    'cùng kỳ năm 2022'
    >>> against("plan:province", "ytd", "2023-07", "", Settings()).replace(NBSP, " ")
    'kế hoạch năm 2023'
    """
    name, _, detail = comparison.partition(":")
    year = f"năm{NBSP}{year_of(earlier or period)}" if period else "năm trước"
    if name == "plan":
        plan = settings.plans.get(detail) or settings.plans[""]
        return f"{plan} năm{NBSP}{year_of(period)}" if plan == "kế hoạch" and period else plan
    if name in ("month_on_month", "year_end") and earlier and kind_of(earlier) == "day":
        return day(earlier)
    if name.startswith("year_on_year"):
        whole = span == "year" or (span in ("ytd", "average_ytd") and period.endswith("-12"))
        base = year if whole else f"cùng{NBSP}kỳ {year}"
        return f"{base} (loại trừ yếu tố giá)" if name.endswith("_real") else base
    return {
        "month_on_month": "tháng trước",
        "quarter_on_quarter": "quý trước",
        "december": f"tháng{NBSP}12 {year}",
        "year_end": "cuối năm trước",
        "base_year": f"kỳ gốc {detail}",
    }[name]


def compared(time: str, base: str, *, growth: bool) -> str:
    """The heading of a comparison: `7 tháng năm 2023 so với cùng kỳ năm 2022`.

    Its lines end before `so với`, not within.

    >>> compared("tháng 7", "tháng trước", growth=True).replace(NBSP, " ")
    'Tháng 7 tăng, giảm so với tháng trước'
    """
    return upper_first(f"{time} {'tăng, giảm ' if growth else ''}so{NBSP}với {base}".strip())


def target_head(plan: str, year: int, settings: Settings) -> str:
    """The heading of the column of a plan's targets: `Kế hoạch năm 2023`.

    >>> target_head("province", 2023, Settings()).replace(NBSP, " ")
    'Kế hoạch năm 2023'
    """
    return upper_first(against(f"plan:{plan}", "year", str(year), "", settings))


def index_number(rate: Decimal, decimals: int, *, growth: bool) -> str:
    """A change in percent as a table has it: the index `107,95`, or the rate where growth is told.

    >>> index_number(Decimal("7.95"), 2, growth=False), index_number(Decimal(-4), 1, growth=True)
    ('107,95', '-4,0')
    """
    return print_number(rate if growth else rate + 100, decimals)


def signed(value: Decimal, decimals: int) -> str:
    """A difference with its sign: `+0,30`; what rounds to nothing has none.

    >>> signed(Decimal("0.3"), 2), signed(Decimal("-0.004"), 2)
    ('+0,30', '0,00')
    """
    number = print_number(value, decimals)
    return f"+{number}" if value > 0 and number.strip("0,") else number


def unit_cell(unit: str) -> str:
    """A unit in its column, a symbol as it is written anywhere: `Tỷ đồng`, `ha`.

    >>> unit_cell("tỷ đồng"), unit_cell("ha")
    ('Tỷ đồng', 'ha')
    """
    first = unit.partition(" ")[0].partition("/")[0]
    return unit if first in _SYMBOLS else upper_first(unit)
