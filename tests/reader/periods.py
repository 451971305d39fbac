"""Periods and the periods that they are compared with, by the calendar."""

from __future__ import annotations

import calendar
import re


def base_of(span: str, period: str, base: str) -> str:
    """The period compared with, blank where no calendar tells it."""
    if not period:
        return ""
    if base == "year_on_year":
        return "/".join(_year_before(span, one) for one in period.split("/"))
    if base == "year_end" and span == "asof":
        return f"{int(period[:4]) - 1}-12-31"
    if base == "december" and span == "month":
        return f"{int(period[:4]) - 1}-12"
    return _before(span, period, base)


def _year_before(span: str, period: str) -> str:
    """The same day, month, quarter, season or year of the year before; a month's end stays one."""
    year = int(period[:4]) - 1
    if span == "asof" and re.fullmatch(r"\d{4}-02-\d\d", period):
        return f"{year}-02-{calendar.monthrange(year, 2)[1]}"
    return f"{year}{period[4:]}".replace("-02-29", "-02-28")


def _before(span: str, period: str, base: str) -> str:
    """The month, month's end or quarter just before."""
    if base == "quarter_on_quarter" and "-Q" in period:
        number = int(period[:4]) * 4 + int(period[6]) - 2
        return f"{number // 4}-Q{number % 4 + 1}"
    if base != "month_on_month" or span not in ("month", "asof"):
        return ""
    year, month = divmod(int(period[:4]) * 12 + int(period[5:7]) - 2, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return f"{year}-{month + 1:02d}" + ("" if span == "month" else f"-{last}")


def last_month(period: str) -> str:
    """The last month of a report's period: `2023-06` of `2023-Q2` and `2023-6M`."""
    year, _, rest = period.partition("-")
    number = {"": 12, "6M": 6, "9M": 9}.get(rest) or (
        int(rest[1]) * 3 if rest[0] == "Q" else int(rest)
    )
    return f"{year}-{number:02d}"
