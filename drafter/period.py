"""Periods of observations and of reports, and their neighbours in time.

A period is kept as its canonical text (`2023-07`, `2023-Q2`, `2023`, `2023-07-31`, `2023-winter`,
`2022-12-15/2023-08-14`), which is what files hold and keys compare; this module parses
and shifts it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

PeriodKind = Literal["month", "quarter", "year", "day", "season", "window"]
PeriodOfReport = Literal["month", "quarter", "half", "nine_months", "year"]

_MONTH = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"([12][0-9]{3})-Q([1-4])")
_YEAR = re.compile(r"[12][0-9]{3}")
_DAY = re.compile(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})")
_SEASON = re.compile(r"([12][0-9]{3})-([a-z][a-z_]*)")
_CUMULATIVE = re.compile(r"([12][0-9]{3})-([69])M")

KINDS_OF_SPAN: dict[str, tuple[PeriodKind, ...]] = {
    "month": ("month",),
    "quarter": ("quarter",),
    "ytd": ("month",),
    "average_ytd": ("month",),
    "year": ("year",),
    "asof": ("day",),
    "season": ("season",),
    "window": ("window",),
    "project": ("month",),
}

SPANS_OF: dict[PeriodOfReport, tuple[str, ...]] = {
    "month": ("month", "ytd"),
    "quarter": ("quarter", "ytd"),
    "half": ("month", "quarter", "ytd"),
    "nine_months": ("month", "quarter", "ytd"),
    "year": ("month", "quarter", "ytd", "year"),
}
"""What a report of a period tells of; points of time, seasons and projects are told in each."""
_FROM_JANUARY = {
    ("ytd", "-01"): ("month", "-01"),
    ("ytd", "-03"): ("quarter", "-Q1"),
    ("ytd", "-12"): ("year", ""),
    ("month", "-01"): ("ytd", "-01"),
    ("quarter", "-Q1"): ("ytd", "-03"),
    ("year", ""): ("ytd", "-12"),
}
"""The two names of a stretch that starts in January: a span and how its period ends."""


@lru_cache(maxsize=4096)
def kind_of(period: str) -> PeriodKind:
    """The kind of a canonical period; ValueError when the text is none.

    >>> kind_of("2023-07"), kind_of("2023-Q2"), kind_of("2022-12-15/2023-08-14")
    ('month', 'quarter', 'window')
    """
    if _MONTH.fullmatch(period):
        return "month"
    if _QUARTER.fullmatch(period):
        return "quarter"
    if _YEAR.fullmatch(period):
        return "year"
    if _DAY.fullmatch(period):
        date.fromisoformat(period)
        return "day"
    if _SEASON.fullmatch(period):
        return "season"
    start, _, end = period.partition("/")
    if _DAY.fullmatch(start) and _DAY.fullmatch(end):
        if date.fromisoformat(start) > date.fromisoformat(end):
            raise ValueError(f"{period}: the window ends before it begins")
        return "window"
    raise ValueError(f"{period!r} is no period")


def year_of(period: str) -> int:
    """The calendar year in which a period ends.

    >>> year_of("2022-12-15/2023-08-14")
    2023
    """
    return int(period.rpartition("/")[2][:4])


@lru_cache(maxsize=4096)
def year_before(period: str) -> str:
    """The same period of the year before; 29 February becomes 28 February.

    >>> year_before("2023-07"), year_before("2024-02-29"), year_before("2022-12-15/2023-08-14")
    ('2022-07', '2023-02-28', '2021-12-15/2022-08-14')
    """
    if kind_of(period) == "window":
        start, _, end = period.partition("/")
        return f"{year_before(start)}/{year_before(end)}"
    earlier = f"{int(period[:4]) - 1}{period[4:]}"
    return earlier.replace("-02-29", "-02-28") if period.endswith("-02-29") else earlier


@lru_cache(maxsize=4096)
def one_before(period: str) -> str:
    """The month before a month, the quarter before a quarter, the month end before a month end.

    >>> one_before("2023-01"), one_before("2023-Q1"), one_before("2023-03-31")
    ('2022-12', '2022-Q4', '2023-02-28')
    """
    kind = kind_of(period)
    if kind == "month":
        return shift_month(period, -1)
    if kind == "quarter":
        year, quarter = int(period[:4]), int(period[6])
        return f"{year - (quarter == 1)}-Q{4 if quarter == 1 else quarter - 1}"
    if kind == "day":
        return month_end(shift_month(period[:7], -1))
    if kind == "year":
        return str(int(period) - 1)
    raise ValueError(f"{period}: a {kind} has no period just before it")


def shift_month(month: str, by: int) -> str:
    """The month that lies `by` months later (earlier when negative).

    >>> shift_month("2023-01", -1), shift_month("2023-11", 3)
    ('2022-12', '2024-02')
    """
    months = int(month[:4]) * 12 + int(month[5:7]) - 1 + by
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def month_end(month: str) -> str:
    """The last day of a month, as a day.

    >>> month_end("2024-02")
    '2024-02-29'
    """
    year, number = int(month[:4]), int(month[5:7])
    return f"{month}-{calendar.monthrange(year, number)[1]:02d}"


def same_stretch(span: str, period: str) -> tuple[str, str] | None:
    """The other name of a stretch of time that starts in January, or None when it has one name.

    >>> same_stretch("ytd", "2023-12"), same_stretch("quarter", "2023-Q1")
    (('year', '2023'), ('ytd', '2023-03'))
    """
    other = _FROM_JANUARY.get((span, period[4:]))
    return (other[0], period[:4] + other[1]) if other else None


def stretches(report: ReportPeriod, spans: Sequence[str]) -> list[list[str]]:
    """The spans of a report, those of one stretch of time together.

    >>> stretches(report_period("2023-Q1"), ("quarter", "ytd"))
    [['quarter', 'ytd']]
    >>> stretches(report_period("2023"), ("month", "quarter", "ytd", "year"))
    [['month'], ['quarter'], ['ytd', 'year']]
    """
    found: list[list[str]] = []
    for span in spans:
        other = same_stretch(span, report.of_span(span))
        together = (one for one in found if other in [(name, report.of_span(name)) for name in one])
        held = next(together, None)
        if held is None:
            found.append([span])
        else:
            held.append(span)
    return found


def year_end_before(period: str) -> str:
    """31 December of the year before the one in which `period` ends.

    >>> year_end_before("2023-07-31")
    '2022-12-31'
    """
    return f"{year_of(period) - 1}-12-31"


def last_month(period: str) -> str:
    """The month in which a period ends; December of its year where no month tells.

    >>> last_month("2025-Q2"), last_month("2022-12-15/2023-08-14"), last_month("2023-winter")
    ('2025-06', '2023-08', '2023-12')
    """
    kind, end = kind_of(period), period.rpartition("/")[2]
    if kind == "quarter":
        return f"{end[:4]}-{int(end[6]) * 3:02d}"
    return f"{end[:4]}-12" if kind in ("year", "season") else end[:7]


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """The period that a report is about; `text` is as the command line has it.

    month: its last month. `spans` says which period an observation of a span has in it.
    """

    text: str
    kind: PeriodOfReport
    month: str

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self.month[:4])

    @property
    def months(self) -> int:
        """How many months of the year have passed at its end, 1 to 12."""
        return int(self.month[5:7])

    @property
    def quarter(self) -> str:
        """The quarter in which it ends, `2023-Q2`."""
        return f"{self.year}-Q{(self.months + 2) // 3}"

    def of_span(self, span: str, lag: int = 0) -> str:
        """The period that an observation of `span` must have, `lag` months earlier.

        Raises ValueError for a season or a window, whose period no calendar tells.

        >>> report_period("2023-07").of_span("asof"), report_period("2023-07").of_span("ytd", 1)
        ('2023-07-31', '2023-06')
        """
        month = shift_month(self.month, -lag)
        if span in ("month", "ytd", "average_ytd", "project"):
            return month
        if span == "quarter":
            return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"
        if span == "year":
            return month[:4]
        if span == "asof":
            return month_end(month)
        raise ValueError(f"the period of a {span} does not follow from a report's month")


def report_period(text: str) -> ReportPeriod:
    """A report's period from `2023-07`, `2023-Q2`, `2023-6M`, `2023-9M` or `2023`.

    Raises ValueError when the text is none of these.

    >>> report_period("2023-6M").month, report_period("2023-Q2").kind
    ('2023-06', 'quarter')
    """
    if _MONTH.fullmatch(text):
        return ReportPeriod(text, "month", text)
    if found := _QUARTER.fullmatch(text):
        return ReportPeriod(text, "quarter", f"{found[1]}-{int(found[2]) * 3:02d}")
    if found := _CUMULATIVE.fullmatch(text):
        return ReportPeriod(
            text, "half" if found[2] == "6" else "nine_months", f"{found[1]}-0{found[2]}"
        )
    if _YEAR.fullmatch(text):
        return ReportPeriod(text, "year", f"{text}-12")
    raise ValueError(f"{text!r} is no period of a report")
