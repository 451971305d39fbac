"""Vietnamese words for figures: directions, bases of comparison, spans of time, date lines.

A verb is chosen from the figure as it is printed, never from the one behind it. Spaces that must
not break (between a number and its unit, in `tháng 7`) are U+00A0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Literal

from drafter.numerals import print_number, rounded
from drafter.period import ReportPeriod, kind_of, year_of
from drafter.settings import Settings

NBSP = "\u00a0"
MINUS = "\u2011"
"""A hyphen that no line breaks after: `(-40,4 tỷ đồng)` stays in one piece."""
HUNDRED = Decimal(100)
ROMAN = ("", "I", "II", "III", "IV")

Direction = Literal["rising", "falling", "unchanged"]
VERBS: dict[Direction, str] = {"rising": "tăng", "falling": "giảm", "unchanged": "không đổi"}


def direction(value: Decimal, decimals: int) -> Direction:
    """The way a change goes once it is rounded as printed.

    >>> direction(Decimal("-0.004"), 2), direction(Decimal("0.005"), 2)
    ('unchanged', 'rising')
    """
    shown = rounded(value, decimals)
    return "rising" if shown > 0 else "falling" if shown < 0 else "unchanged"


def quantity(
    value: Decimal, unit: str, decimals: int, settings: Settings, pad: bool = False
) -> str:
    """A level with its unit: `2.755 triệu USD`, `05 cửa khẩu`.

    >>> quantity(Decimal(5), "cửa khẩu", 0, Settings(), pad=True).replace(NBSP, " ")
    '05 cửa khẩu'
    """
    number = print_number(value, decimals, trailing_zeros=settings.level_zeros, pad=2 if pad else 0)
    if unit == "%":
        return number + "%"
    return f"{number}{NBSP}{unit.replace(' ', NBSP)}" if unit else number


def change(rate: Decimal, decimals: int, settings: Settings) -> str:
    """A change in percent in words: `tăng 7,95%`, `giảm nhẹ 0,07%`, `bằng 98,22%`, `tương đương`.

    >>> change(Decimal("-1.78"), 2, Settings(form="ratio_below"))
    'bằng 98,22%'
    >>> change(Decimal("0.001"), 2, Settings())
    'tương đương'
    """
    way = direction(rate, decimals)
    if settings.form == "ratio" or (settings.form == "ratio_below" and way == "falling"):
        return f"bằng {_percent(rate + HUNDRED, decimals, settings)}"
    if way == "unchanged":
        return settings.unchanged
    if is_times(rate, settings):
        return f"gấp {print_number((rate + HUNDRED) / HUNDRED, 1, trailing_zeros=False)}{NBSP}lần"
    slight = settings.slight_below and abs(rate) < Decimal(settings.slight_below)
    return f"{VERBS[way]}{' nhẹ' if slight else ''} {_percent(abs(rate), decimals, settings)}"


def change_in_points(points: Decimal, decimals: int, settings: Settings) -> str:
    """A change of a percentage: `tăng 0,3 điểm %`.

    >>> change_in_points(Decimal("-0.25"), 1, Settings()).replace(NBSP, " ")
    'giảm 0,3 điểm %'
    """
    way = direction(points, decimals)
    if way == "unchanged":
        return settings.unchanged
    return f"{VERBS[way]} {quantity(abs(points), 'điểm %', decimals, settings)}"


def higher_by(points: Decimal, decimals: int, settings: Settings) -> str:
    """How one percentage lies to another: `cao hơn 3,2 điểm %`, `thấp hơn …`, `bằng`."""
    way = direction(points, decimals)
    if way == "unchanged":
        return "bằng"
    size = quantity(abs(points), "điểm %", decimals, settings)
    return f"{'cao' if way == 'rising' else 'thấp'} hơn {size}"


def is_times(rate: Decimal, settings: Settings) -> bool:
    """Whether a rise is told as a multiple of its base (`gấp 2,5 lần`)."""
    return bool(settings.times_from) and rate + HUNDRED >= Decimal(settings.times_from)


def absolute_change(value: Decimal, unit: str, decimals: int, settings: Settings) -> str:
    """A change in units: `+5,75 ha` for brackets, `tăng 18 vụ` in words.

    >>> absolute_change(Decimal("-40.4"), "", 1, Settings(absolute="brackets")) == MINUS + "40,4"
    True
    """
    way = direction(value, decimals)
    size = quantity(abs(value), unit, decimals, settings)
    if settings.absolute == "brackets":
        return {"rising": "+", "falling": MINUS, "unchanged": ""}[way] + size
    return settings.unchanged if way == "unchanged" else f"{VERBS[way]} {size}"


def between(
    low: Decimal,
    high: Decimal,
    unit: str,
    decimals: int,
    settings: Settings,
    *,
    changes: bool = False,
) -> str:
    """A range by its bounds: `30.000 - 35.000 đồng/kg`; of changes, with the verb that fits both.

    >>> between(Decimal(1), Decimal(2), "%", 0, Settings(), changes=True)
    'tăng từ 1 - 2%'
    """
    ways = {direction(low, decimals), direction(high, decimals)}
    if changes and ways == {"falling"}:
        low, high = -high, -low
    number = print_number(low, decimals, trailing_zeros=settings.level_zeros)
    text = f"{number} - {quantity(high, unit, decimals, settings)}"
    if not changes:
        return text
    return f"{VERBS[ways.pop()]} từ {text}" if len(ways) == 1 else f"biến động từ {text}"


def percentage(value: Decimal, decimals: int, settings: Settings) -> str:
    """A share or an attainment: `72,5%`."""
    return _percent(value, decimals, settings)


def _percent(value: Decimal, decimals: int, settings: Settings) -> str:
    return print_number(value, decimals, trailing_zeros=settings.trailing_zeros) + "%"


def base_phrase(comparison: str, period: str, base_period: str, settings: Settings) -> str:
    """What a comparison is with: `so với cùng kỳ`, `so với 31/12/2022`, `kế hoạch`.

    >>> base_phrase("year_end", "2023-07-31", "2022-12-31", Settings())
    'so với 31/12/2022'
    """
    name, _, detail = comparison.partition(":")
    if name == "plan_points":
        return settings.year_on_year
    if name == "plan":
        plan = settings.plans.get(detail) or settings.plans[""]
        return settings.plan.format(plan=plan, year=year_of(period))
    template: str = getattr(settings, name)
    date = day(base_period) if base_period and kind_of(base_period) == "day" else ""
    year = detail or str(year_of(base_period or period))
    return template.format(year=year, date=date)


def without_comparing(phrase: str) -> str:
    """A base phrase after `tương đương` and `gấp … lần`, which need no `so với`.

    >>> without_comparing("so với cùng kỳ")
    'cùng kỳ'
    """
    return phrase.removeprefix("so với ")


def span_phrase(
    span: str, period: str, settings: Settings, *, first: bool, year: bool = False
) -> str:
    """The stretch of time that a level is of: `tháng 7`, `7 tháng đầu năm 2023`, `lũy kế 7 tháng`.

    first: it opens its clause. year: the year is said.

    >>> span_phrase("ytd", "2023-07", Settings(), first=True, year=True).replace(NBSP, " ")
    '7 tháng đầu năm 2023'
    """
    in_year = f" năm{NBSP}{year_of(period)}" if year else ""
    if span in ("ytd", "average_ytd"):
        return _cumulative(span, int(period[5:7]), in_year, settings, first)
    return _PHRASES[span](period) + (in_year if span in ("month", "quarter") else "")


_PHRASES: dict[str, Callable[[str], str]] = {
    "month": lambda period: f"tháng{NBSP}{int(period[5:7])}",
    "quarter": lambda period: f"quý{NBSP}{ROMAN[int(period[6])]}",
    "year": lambda period: f"năm{NBSP}{period}",
    "asof": lambda period: f"đến ngày {day(period)}",
    "project": lambda period: f"từ khi khởi công đến tháng{NBSP}{int(period[5:7])}/{period[:4]}",
    "season": lambda period: f"vụ {period[5:]} năm{NBSP}{period[:4]}",
    "window": lambda period: (
        f"từ ngày {day(period.partition('/')[0])} đến ngày {day(period.partition('/')[2])}"
    ),
}


def _cumulative(span: str, months: int, in_year: str, settings: Settings, first: bool) -> str:
    """Months since January: `7 tháng đầu năm` where they open a clause, `lũy kế 7 tháng` else."""
    counted = f"{months}{NBSP}tháng"
    if months == 12:
        counted = f"cả năm{in_year.removeprefix(' năm')}"
    elif first:
        counted += f" đầu năm{in_year.removeprefix(' năm')}"
    if span == "average_ytd":
        return f"bình quân {counted}"
    return counted if first else f"{settings.cumulative} {counted}"


def day(period: str) -> str:
    """A day as the decree writes it in digits (Appendix I, II.4.b): day and months 1–2 padded.

    >>> day("2023-07-09"), day("2023-01-31")
    ('09/7/2023', '31/01/2023')
    """
    year, month, number = period.split("-")
    return f"{number}/{_month(int(month))}/{year}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def date_line(place: str, month: str) -> str:
    """Place and date with a blank for the day, which the clerk fills in (decree, Appendix I, II.4).

    >>> date_line("Lạng Sơn", "2023-07").replace(NBSP, " ")
    'Lạng Sơn, ngày     tháng 7 năm 2023'
    """
    year, number = month.split("-")
    return f"{place}, ngày{NBSP * 5}tháng{NBSP}{_month(int(number))} năm{NBSP}{year}"


def number_line(symbol: str) -> str:
    """Number and symbol with a blank for the number (decree, Appendix I, II.3)."""
    return f"Số:{NBSP * 6}/{symbol}"


def report_span(report: ReportPeriod) -> str:
    """The report's period in its title: `tháng 7 và 7 tháng đầu năm 2023`, `năm 2023`."""
    year, months = f"năm{NBSP}{report.year}", f"{report.months}{NBSP}tháng đầu"
    if report.kind == "year" or report.months == 12:
        return year if report.kind == "year" else f"tháng{NBSP}12 và {year}"
    if report.kind == "month":
        return (
            f"tháng{NBSP}{report.months} và {months} {year}"
            if report.months > 1
            else (f"tháng{NBSP}1 {year}")
        )
    quarter = f"quý{NBSP}{ROMAN[(report.months + 2) // 3]}"
    if report.kind == "quarter":
        return f"{quarter} và {months} {year}" if report.months > 3 else f"{quarter} {year}"
    return f"{months} {year}"


def enumerated(members: Sequence[str]) -> str:
    """Members in one phrase: `a`, `a và b`, `a, b và c`.

    >>> enumerated(["một", "hai", "ba"])
    'một, hai và ba'
    """
    if len(members) < 2:
        return "".join(members)
    return f"{', '.join(members[:-1])} và {members[-1]}"
