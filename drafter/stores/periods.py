"""Periods and days as people write them, made canonical; a cell that can be two is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache

from drafter.errors import Message, msg
from drafter.letters import tidy
from drafter.period import KINDS_OF_SPAN, PeriodKind, kind_of, month_end

_SEPARATOR = r"[-/.]"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_EXAMPLE: dict[PeriodKind, str] = {
    "month": "2023-07", "quarter": "2023-Q2", "year": "2023", "day": "2023-07-31",
    "season": "2023-winter", "window": "2022-12-15/2023-08-14",
}  # fmt: skip
_CUMULATIVE_SPANS = ("ytd", "average_ytd")
_EXCEL_EPOCH = date(1899, 12, 30)


class PeriodError(ValueError):
    """A cell that is no period, or none that its span takes."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.text())


def period_of(cell: object, span: str) -> str:
    """The canonical period of a cell, fitting `span`.

    Takes `2023-07`, `7/2023`, `tháng 7/2023`, `31/7/2023`, `Q2/2023`, `quý II/2023`, `2023`,
    `6 tháng 2023` (year to date only) and a spreadsheet's dates. Raises PeriodError.

    >>> period_of("tháng 7/2023", "ytd"), period_of("31/7/2023", "asof")
    ('2023-07', '2023-07-31')
    >>> period_of(date(2023, 7, 1), "month"), period_of(2023.0, "year")
    ('2023-07', '2023')
    """
    if isinstance(cell, date):
        return _of_date(cell, span)
    text = _text(cell)
    if span in _CUMULATIVE_SPANS and (found := re.fullmatch(_CUMULATIVE, text.casefold())):
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        return _month(year, month)
    return _fitting(canonical(text), span, text)


def day_of(cell: object, column: str) -> str:
    """The ISO date of a cell; `31/7/2023` has the day first. Raises PeriodError.

    >>> day_of("31/7/2023", "vintage"), day_of(datetime(2023, 7, 31), "vintage")
    ('2023-07-31', '2023-07-31')
    """
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    text = _text(cell) if isinstance(cell, str) else f"{cell}"
    if _DAY_SHAPE.fullmatch(text.casefold()):
        return canonical(text)
    raise PeriodError(
        msg("{column} '{text}' is not a date; write 2023-07-31 or 31/7/2023, as text or as a date",
            column=column, text=text)
    )  # fmt: skip


def canonical(text: str) -> str:
    """The canonical form of a period of any kind. Raises PeriodError.

    >>> canonical("quý II/2023"), canonical("năm 2023"), canonical("15/12/2022 - 14/8/2023")
    ('2023-Q2', '2023', '2022-12-15/2023-08-14')
    """
    try:
        kind_of(text)
    except ValueError:
        return _of_shape(text)
    return text


def _of_shape(text: str) -> str:
    """The canonical form of a period that is not written so."""
    plain = text.casefold()
    for shape, build in _shapes():
        if found := shape.fullmatch(plain):
            return build(*found.groups())
    raise PeriodError(_why_none(text))


def _text(cell: object) -> str:
    """The text of a cell; a number is a year or nothing."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if 1000 <= cell <= 2999 and cell == int(cell):
            return str(int(cell))
        raise PeriodError(_why_not_number(cell))
    return tidy(cell if isinstance(cell, str) else str(cell))


def _of_date(cell: date, span: str) -> str:
    """A spreadsheet turns 2023-07 into the first of July: a month again where one is wanted."""
    day = canonical(date(cell.year, cell.month, cell.day).isoformat())
    if cell.day == 1 and "month" in KINDS_OF_SPAN[span]:
        return day[:7]
    return _fitting(day, span, day)


_KINDS = {
    "month": msg("month"), "quarter": msg("quarter"), "year": msg("year"), "day": msg("day"),
    "season": msg("season"), "window": msg("window"),
}  # fmt: skip


def _fitting(period: str, span: str, text: str) -> str:
    """`period` itself when its kind fits the span."""
    kind, wanted = kind_of(period), KINDS_OF_SPAN[span]
    if kind in wanted:
        return period
    spans = [name for name, kinds in KINDS_OF_SPAN.items() if kind in kinds]
    raise PeriodError(
        msg(
            "'{text}' is a {kind}, but span {span} takes a {wanted}; "
            "write {example}, or span {other}",
            text=text, kind=_KINDS[kind], span=span, wanted=_KINDS[wanted[0]],
            example=_nearest(period, kind, wanted[0]), other=spans[0],
        )
    )  # fmt: skip


def _nearest(period: str, kind: PeriodKind, wanted: PeriodKind) -> str:
    """A period of the wanted kind that people probably mean, else a sample of one."""
    month = period[:7] if kind in ("month", "day") else ""
    if month and wanted == "month":
        return month
    if month and wanted == "day":
        return month_end(month)
    if month and wanted == "quarter":
        return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"
    return period[:4] if wanted == "year" and kind != "window" else _EXAMPLE[wanted]


def _month(year: str, month: str) -> str:
    if not 1 <= int(month) <= 12:
        raise PeriodError(msg("there is no month {month}; write a month from 1 to 12", month=month))
    return f"{year}-{int(month):02d}"


def _month_first(month: str, year: str) -> str:
    return _month(year, month)


def _day(year: str, month: str, day: str) -> str:
    if int(month) > 12 and int(day) <= 12:
        raise PeriodError(
            msg("there is no month {month}; write the day first: {month}/{day}/{year}",
                month=month, day=day, year=year)
        )  # fmt: skip
    month_text = _month(year, month)
    if not 1 <= int(day) <= int(month_end(month_text)[8:]):
        raise PeriodError(
            msg("there is no day {day} in month {month}; the month ends on {last}",
                day=day, month=month_text, last=month_end(month_text))
        )  # fmt: skip
    return f"{month_text}-{int(day):02d}"


def _day_first(day: str, month: str, year: str) -> str:
    return _day(year, month, day)


def _quarter(year: str, number: str) -> str:
    return f"{year}-Q{_ROMAN.get(number, number)}"


def _quarter_first(number: str, year: str) -> str:
    return _quarter(year, number)


def _season(year: str, name: str) -> str:
    return f"{year}-{name}"


def _window(start: str, end: str) -> str:
    period = f"{canonical(start)}/{canonical(end)}"
    if period[:10] > period[11:]:
        raise PeriodError(msg("'{start}' is after '{end}'; write the first day first",
                              start=start, end=end))  # fmt: skip
    return period


_YEAR4 = r"([12][0-9]{3})"
_NUMBER = r"([0-9]{1,2})"
_DAY = rf"{_YEAR4}[-/]{_NUMBER}[-/]{_NUMBER}(?:[ t]00:00(?::00)?)?"
_DAY_FIRST = rf"(?:ngày )?{_NUMBER}{_SEPARATOR}{_NUMBER}{_SEPARATOR}{_YEAR4}"
_DAY_SHAPE = re.compile(f"{_DAY}|{_DAY_FIRST}")
_CUMULATIVE = rf"{_YEAR4}-{_NUMBER}m|{_NUMBER} ?(?:tháng|t)(?: đầu năm)?(?: |/| / ){_YEAR4}"
_ISO_DAY = r"[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}"
_PEOPLES_DAY = r"[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3}"
_SHORT_YEAR = rf"(?:{_NUMBER}{_SEPARATOR})?{_NUMBER}{_SEPARATOR}[0-9]{{2}}"


@cache
def _shapes() -> list[tuple[re.Pattern[str], Callable[..., str]]]:
    """The shapes of periods in lower case, compiled when a file first needs them."""
    shapes: list[tuple[str, Callable[..., str]]] = [
        (rf"{_YEAR4}[-/]{_NUMBER}", _month),
        (rf"(?:tháng |t)?{_NUMBER}(?:[-/]| / | năm ){_YEAR4}", _month_first),
        (rf"{_YEAR4}[-/ ]?q([1-4])", _quarter),
        (rf"(?:q|quý )([1-4]|i|ii|iii|iv)(?:[-/]| / | năm | ){_YEAR4}", _quarter_first),
        (rf"(?:năm )?{_YEAR4}", str),
        (_DAY, _day),
        (_DAY_FIRST, _day_first),
        (rf"{_YEAR4}-([a-z][a-z_]*)", _season),
        (rf"({_ISO_DAY}) ?/ ?({_ISO_DAY})", _window),
        (rf"({_PEOPLES_DAY}) ?[-\u2013] ?({_PEOPLES_DAY})", _window),
    ]
    return [(re.compile(shape), build) for shape, build in shapes]


def _why_none(text: str) -> Message:
    if not text:
        return msg("the period is blank; write 2023-07, 2023-Q2, 2023 or 2023-07-31")
    if re.fullmatch(r"[0-9]{5}", text):
        return _why_not_number(int(text))
    if re.fullmatch(_SHORT_YEAR, text):
        return msg("'{text}' can be read in more than one way; write the year with four digits",
                   text=text)  # fmt: skip
    return msg("'{text}' is no period; write 2023-07, 2023-Q2, 2023 or 2023-07-31", text=text)


def _why_not_number(number: float) -> Message:
    """A spreadsheet keeps a day as the count of days since the end of 1899."""
    if 20000 <= number <= 80000 and number == int(number):
        day = (_EXCEL_EPOCH + timedelta(days=int(number))).isoformat()
        return msg(
            "{number} is a spreadsheet's number for the day {day}; "
            "format the cell as text and write the period, such as {month}",
            number=int(number), day=day, month=day[:7],
        )  # fmt: skip
    return msg(
        "the number {number} is no period; format the cell as text and write 2023-07 or 7/2023",
        number=f"{number:g}",
    )
