"""Vietnamese words for the time that figures and reports are of: spans, periods, dates.

Spaces that must not break (in `tháng 7`) are U+00A0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafter.period import ReportPeriod, shift_month, year_of
from drafter.settings import Settings

NBSP = "\u00a0"
ROMAN = ("", "I", "II", "III", "IV")
ANNEX = "Phụ lục"
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


def span_phrase(
    span: str, period: str, settings: Settings, *, first: bool, year: bool = False
) -> str:
    """The stretch of time that a level is of: `tháng 7`, `7 tháng đầu năm 2023`, `lũy kế 7 tháng`.

    first: it opens its clause. year: the year is said.

    >>> span_phrase("ytd", "2023-07", Settings(), first=True, year=True).replace(NBSP, " ")
    '7 tháng đầu năm 2023'
    >>> said = Settings(cumulative_first="tính chung", cumulative_year=True)
    >>> span_phrase("ytd", "2023-07", said, first=True).replace(NBSP, " ")
    'tính chung 7 tháng năm 2023'
    >>> span_phrase("average_ytd", "2023-01", said, first=True).replace(NBSP, " ")
    'bình quân tháng 1 năm 2023'
    """
    if not period:
        return ""
    in_year = f" năm{NBSP}{year_of(period)}" if year or settings.cumulative_year else ""
    if span in ("ytd", "average_ytd"):
        return _cumulative(span, int(period[5:7]), in_year, settings, first)
    return _PHRASES[span](period) + (in_year if year and span in ("month", "quarter") else "")


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
    """Months since January: `7 tháng đầu năm` where they open a clause, `lũy kế 7 tháng` else.

    Both with the year, and with words of their own, where the settings say so. Those of a January
    and of a whole year are called by its name.
    """
    counted, averaged = f"{months}{NBSP}tháng", span == "average_ytd"
    if months == 12 or (months == 1 and (first or averaged)):
        year = f"cả năm{in_year.removeprefix(' năm')}"
        whole = year if months == 12 else f"tháng{NBSP}1{in_year}"
        return f"bình quân {whole}" if averaged else whole
    word = settings.cumulative_first if first else settings.cumulative
    if first and not word:
        counted += f" đầu năm{in_year.removeprefix(' năm')}"
    elif first or settings.cumulative_year:
        counted += in_year
    if averaged:
        word = "bình quân"
    return f"{word} {counted}".strip()


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
    return f"{place}, {_open_date(month)}"


def _open_date(month: str) -> str:
    year, number = month.split("-")
    return f"ngày{NBSP * 5}tháng{NBSP}{_month(int(number))} năm{NBSP}{year}"


def number_line(symbol: str) -> str:
    """Number and symbol with a blank for the number (decree, Appendix I, II.3)."""
    return f"Số:{NBSP * 6}/{symbol}"


def annex_reference(symbol: str, month: str, title: str) -> str:
    """What document an annex goes with, its number and day left open (decree, Appendix I, III.1).

    symbol: of the document, blank for one without a number, which is called by its title.

    >>> annex_reference("BC-UBND", "2023-07", "Tình hình kinh tế").replace(NBSP, " ")
    'Kèm theo Báo cáo số      /BC-UBND ngày     tháng 7 năm 2023'
    >>> annex_reference("", "2023-07", "Tình hình kinh tế")
    'Kèm theo Báo cáo tình hình kinh tế'
    """
    if not symbol:
        return f"Kèm theo Báo cáo {title[:1].lower()}{title[1:]}"
    return f"Kèm theo Báo cáo số{NBSP * 6}/{symbol} {_open_date(month)}"


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


def enumerated(members: Sequence[str]) -> str:
    """Members in one phrase: `a`, `a và b`, `a, b và c`.

    >>> enumerated(["một", "hai", "ba"])
    'một, hai và ba'
    """
    if len(members) < 2:
        return "".join(members)
    return f"{', '.join(members[:-1])} và {members[-1]}"
