"""Vietnamese words for figures: directions, bases of comparison, spans of time, date lines.

A verb is chosen from the figure as it is printed, never from the one behind it. Spaces that must
not break (between a number and its unit, in `tháng 7`) are U+00A0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Literal

from drafter.numerals import print_number, rounded
from drafter.period import ReportPeriod, kind_of, shift_month, year_before, year_of
from drafter.settings import Settings

NBSP = "\u00a0"
MINUS = "\u2011"
"""A hyphen that no line breaks after: `(-40,4 tỷ đồng)` stays in one piece."""
HUNDRED = Decimal(100)
ROMAN = ("", "I", "II", "III", "IV")
SEASONS = {
    "winter_spring": "Đông Xuân",
    "spring": "Xuân",
    "summer": "Hè",
    "summer_autumn": "Hè Thu",
    "autumn": "Thu",
    "autumn_winter": "Thu Đông",
    "winter": "Đông",
    "main": "Mùa",
}
"""The crop seasons of `2023-main` in print."""

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
    # Only the unit's first word is glued: a justified line needs somewhere to break.
    return f"{number}{NBSP}{unit}" if unit else number


def bounded(quantity: str, bound: str) -> str:
    """A quantity known only by a bound: `trên 1.000 lượt`, `dưới 5%`.

    >>> bounded("1.000 lượt", "at_least"), bounded("5%", "")
    ('trên 1.000 lượt', '5%')
    """
    return {"at_least": "trên ", "at_most": "dưới "}.get(bound, "") + quantity


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
    if is_times(rate, decimals, settings):
        return f"gấp {print_number((rate + HUNDRED) / HUNDRED, 1, trailing_zeros=False)}{NBSP}lần"
    return f"{way_word(rate, decimals, settings)} {_percent(abs(rate), decimals, settings)}"


def way_word(rate: Decimal, decimals: int, settings: Settings) -> str:
    """The direction of a change in percent without its size: `tăng`, `giảm nhẹ`, `tương đương`.

    >>> way_word(Decimal("-0.07"), 2, Settings(slight_below="0.1"))
    'giảm nhẹ'
    """
    way = direction(rate, decimals)
    if way == "unchanged":
        return settings.unchanged
    below = settings.slight_below
    slight = below and abs(rounded(rate, decimals)) < Decimal(below)
    return f"{VERBS[way]}{' nhẹ' if slight else ''}"


def change_in_points(points: Decimal, decimals: int, settings: Settings) -> str:
    """A change of a percentage: `tăng 0,3 điểm %`.

    >>> change_in_points(Decimal("-0.25"), 1, Settings()).replace(NBSP, " ")
    'giảm 0,3 điểm %'
    """
    way = direction(points, decimals)
    if way == "unchanged":
        return settings.unchanged
    return f"{VERBS[way]} {in_points(abs(points), decimals, settings)}"


def in_points(points: Decimal, decimals: int, settings: Settings) -> str:
    """Percentage points, printed as percentages are: `0,83 điểm %`."""
    number = print_number(points, decimals, trailing_zeros=settings.trailing_zeros)
    return f"{number}{NBSP}điểm{NBSP}%"


def contribution(points: Decimal, decimals: int, settings: Settings) -> str:
    """What a part adds to the growth of the whole, or takes from it: `đóng góp 0,83 điểm %`.

    >>> contribution(Decimal("-0.12"), 2, Settings()).replace(NBSP, " ")
    'làm giảm 0,12 điểm %'
    """
    verb = "làm giảm" if direction(points, decimals) == "falling" else "đóng góp"
    return f"{verb} {in_points(abs(points), decimals, settings)}"


def higher_by(points: Decimal, decimals: int, settings: Settings) -> str:
    """How one percentage lies to another: `cao hơn 3,2 điểm %`, `thấp hơn …`, `bằng`."""
    way = direction(points, decimals)
    if way == "unchanged":
        return "bằng"
    size = in_points(abs(points), decimals, settings)
    return f"{'cao' if way == 'rising' else 'thấp'} hơn {size}"


def is_times(rate: Decimal, decimals: int, settings: Settings) -> bool:
    """Whether a rise is told as a multiple of its base (`gấp 2,5 lần`)."""
    if not settings.times_from or settings.form == "ratio":
        return False
    return rounded(rate, decimals) + HUNDRED >= Decimal(settings.times_from)


def absolute_change(
    value: Decimal, unit: str, decimals: int, settings: Settings, pad: bool = False
) -> str:
    """A change in units: `+5,75 ha` for brackets, `tăng 18 vụ` in words.

    >>> absolute_change(Decimal("-40.4"), "", 1, Settings(absolute="brackets")) == MINUS + "40,4"
    True
    """
    way = direction(value, decimals)
    size = quantity(abs(value), unit, decimals, settings, pad=pad)
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

    , Decimal(2), "%", 0, Settings(), changes=True)
    'tăng từ 1 - 2%'
    """
    low, high = sorted((low, high))
    ways = {direction(low, decimals), direction(high, decimals)}
    if changes and ways == {"unchanged"}:
        return settings.unchanged
    if changes and ways == {"falling"}:
        low, high = -high, -low
    zeros = settings.trailing_zeros if unit == "%" and changes else settings.level_zeros
    number = print_number(low, decimals, trailing_zeros=zeros)
    last = _percent(high, decimals, settings) if unit == "%" and changes else None
    text = f"{number}{NBSP}- {last or quantity(high, unit, decimals, settings)}"
    if not changes:
        return text
    return f"{VERBS[ways.pop()]} từ {text}" if len(ways) == 1 else f"biến động từ {text}"


def percentage(value: Decimal, decimals: int, settings: Settings) -> str:
    """A share or an attainment: `72,5%`."""
    return _percent(value, decimals, settings)


def _percent(value: Decimal, decimals: int, settings: Settings) -> str:
    return print_number(value, decimals, trailing_zeros=settings.trailing_zeros) + "%"


def base_phrase(
    comparison: str,
    period: str,
    base_period: str,
    settings: Settings,
    *,
    span: str = "",
    first: bool = False,
) -> str:
    """What a comparison is with: `so với cùng kỳ`, `so với 31/12/2022`, `kế hoạch`.

    span: of what is compared; a whole year has a phrase of its own. first: it is the first mention
    of the comparison, which may have one too.

    >>> base_phrase("year_end", "2023-07-31", "2022-12-31", Settings())
    'so với 31/12/2022'
    """
    name, _, detail = comparison.partition(":")
    if name == "plan_points":
        name, detail, base_period = "year_on_year", "", base_period or _year_before(period)
    if name == "plan":
        plan = settings.plans.get(detail) or settings.plans[""]
        return settings.plan.format(plan=plan, year=year_of(period))
    template: str = getattr(settings, name)
    if name == "year_on_year" and _is_whole_year(span, period):
        template = settings.year_on_year_whole or template
    elif name == "year_on_year" and first:
        template = settings.year_on_year_first or template
    date = day(base_period) if base_period and kind_of(base_period) == "day" else ""
    year = detail or (str(year_of(base_period or period)) if period else "")
    return template.format(year=year, date=date)


def _is_whole_year(span: str, period: str) -> bool:
    """Whether a span counts all months of a year."""
    return span == "year" or (span in ("ytd", "average_ytd") and period.endswith("-12"))


def _year_before(period: str) -> str:
    return year_before(period) if period else ""


def behind(words: str, phrase: str) -> str:
    """A base phrase behind words that need no `so với`, no `vào`: `tương đương`, `làm giảm …`.

    >>> behind("tương đương", "so với cùng kỳ"), behind("không đổi", "so với cùng kỳ")
    ('cùng kỳ', 'so với cùng kỳ')
    """
    if words.startswith("làm giảm "):
        return phrase.removeprefix("vào ")
    alone = words in _TAKE_AN_OBJECT or words.startswith("gấp ")
    return phrase.removeprefix("so với ") if alone else phrase


_TAKE_AN_OBJECT = ("tương đương", "bằng", "ngang", "ngang bằng", "xấp xỉ")


def span_phrase(
    span: str, period: str, settings: Settings, *, first: bool, year: bool = False
) -> str:
    """The stretch of time that a level is of: `tháng 7`, `7 tháng đầu năm 2023`, `lũy kế 7 tháng`.

    first: it opens its clause. year: the year is said.

    >>> span_phrase("ytd", "2023-07", Settings(), first=True, year=True).replace(NBSP, " ")
    '7 tháng đầu năm 2023'
    """
    if not period:
        return ""
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
    "season": lambda period: f"vụ {SEASONS.get(period[5:], period[5:])} năm{NBSP}{period[:4]}",
    "window": lambda period: (
        f"từ ngày {day(period.partition('/')[0])} đến ngày {day(period.partition('/')[2])}"
    ),
}


def _cumulative(span: str, months: int, in_year: str, settings: Settings, first: bool) -> str:
    """Months since January: `7 tháng đầu năm` where they open a clause, `lũy kế 7 tháng` else."""
    counted = f"{months}{NBSP}tháng"
    if months == 12:
        whole = f"cả năm{in_year.removeprefix(' năm')}"
        return f"bình quân {whole}" if span == "average_ytd" else whole
    if first:
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


def report_span(report: ReportPeriod, spans: Sequence[str]) -> str:
    """The report's period in its title: `tháng 6, quý II và 6 tháng đầu năm 2023`, `năm 2023`.

    spans: what it tells of, the shortest first.
    """
    year, months = f"năm{NBSP}{report.year}", report.months
    told = [_PHRASES[span](report.of_span(span)) for span in ("month", "quarter") if span in spans]
    so_far = year if months == 12 else f"{months}{NBSP}tháng đầu {year}"
    alone = {1: "month", 3: "quarter"}.get(months)
    if "ytd" not in spans or (alone in spans and told):
        return f"{enumerated(told)} {year}"
    return enumerated([*told, so_far])


def next_span(report: ReportPeriod) -> str:
    """The period after the report's: `tháng 9 năm 2023`, `6 tháng cuối năm 2023`, `năm 2024`."""
    following = shift_month(report.month, 1)
    year = f"năm{NBSP}{following[:4]}"
    if report.kind == "year":
        return year
    if report.kind == "half":
        return f"6{NBSP}tháng cuối {year}"
    if report.kind == "month":
        return f"{_PHRASES['month'](following)} {year}"
    return f"quý{NBSP}{ROMAN[int(following[5:]) // 3 + 1]} {year}"


def during(span: str, report: ReportPeriod) -> str:
    """What a span is called inside the report: `trong tháng`, `trong quý II`, `từ đầu năm`.

    Raises KeyError for a span that is no stretch of the report's own time.
    """
    if span == "quarter":
        return f"trong {_PHRASES['quarter'](report.quarter)}"
    if span in ("ytd", "average_ytd"):
        return "trong năm" if report.months == 12 else "từ đầu năm"
    return {"month": "trong tháng", "year": "trong năm"}[span]


_ORDINALS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def ordinal(number: int) -> str:
    """A place in a row from 1 to 19, as it opens a paragraph: `Một là`, `Mười hai là`.

    >>> ordinal(1), ordinal(15)
    ('Một là', 'Mười lăm là')
    """
    unit = "lăm" if number == 15 else _ORDINALS[number % 10 or 10]
    word = unit if number <= 10 else f"mười {unit}"
    return f"{word.capitalize()} là"


def enumerated(members: Sequence[str]) -> str:
    """Members in one phrase: `a`, `a và b`, `a, b và c`.

    >>> enumerated(["một", "hai", "ba"])
    'một, hai và ba'
    """
    if len(members) < 2:
        return "".join(members)
    return f"{', '.join(members[:-1])} và {members[-1]}"
