"""Periods and the periods that they are compared with, by the calendar."""

from __future__ import annotations

import calendar


def base_of(span: str, period: str, base: str) -> str:
    """The period compared with, blank where no calendar tells it."""
    year = int(period[:4])
    if base == "year_on_year":
        day = period[7:]
        if day and period[5:7] == "02":
            day = f"-{calendar.monthrange(year - 1, 2)[1]}"
        return f"{year - 1}{period[4:7]}{day}"
    if base == "month_on_month" and span in ("month", "asof"):
        number = year * 12 + int(period[5:7]) - 2
        month = f"{number // 12}-{number % 12 + 1:02d}"
        last = calendar.monthrange(number // 12, number % 12 + 1)[1]
        return month if span == "month" else f"{month}-{last}"
    if base == "year_end" and span == "asof":
        return f"{year - 1}-12-31"
    if base == "december" and span == "month":
        return f"{year - 1}-12"
    return ""
