"""What the headings of a statistical table say of the numbers under them, word by word.

Nothing here uses code of drafter's: heading → kind of number, span, period, base and its period.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from .periods import base_of

STATUSES = {"Ước tính": "estimate", "Sơ bộ": "preliminary", "Thực hiện": "actual"}
SEASONS = {
    "Đông Xuân": "winter_spring", "Xuân": "spring", "Hè": "summer", "Hè Thu": "summer_autumn",
    "Thu": "autumn", "Thu Đông": "autumn_winter", "Đông": "winter", "Mùa": "main",
}  # fmt: skip
PARTS = {
    "Cơ cấu": "share",
    "Đóng góp vào mức tăng chung": "contribution",
    "Tỷ lệ đóng góp vào mức tăng chung": "contribution_share",
}
_QUARTERS = ("I", "II", "III", "IV")
_DAY = r"\d\d/\d{1,2}/\d{4}"
_TIMES = {
    "month": r"tháng (?P<month>\d+) năm (?P<year>\d{4})",
    "quarter": r"quý (?P<quarter>I{1,3}|IV) năm (?P<year>\d{4})",
    "ytd": r"(?P<month>\d+) tháng năm (?P<year>\d{4})",
    "average_ytd": r"bình quân (?:(?:(?P<month>\d+) tháng|tháng (?P<only>1)) )?năm (?P<year>\d{4})",
    "year": r"năm (?P<year>\d{4})",
    "asof": rf"đến (?P<day>{_DAY})",
    "season": r"vụ (?P<season>\D+?) năm (?P<year>\d{4})",
    "window": rf"từ ngày (?P<first>{_DAY}) đến ngày (?P<last>{_DAY})",
    "project": r"từ khi khởi công đến tháng (?P<month>\d+)/(?P<year>\d{4})",
}
_UNTIL = re.compile(rf" \(đến (?P<until>{_DAY})\)$")


class NotUnderstoodError(ValueError):
    """Words that a reader could not make out."""


@dataclass(frozen=True)
class Time:
    """A stretch of time. until: the day on which was counted, where another than its last."""

    span: str
    period: str
    until: str = ""


@dataclass(frozen=True)
class Head:
    """What a column holds.

    kind: `unit`, `plan_target`, `level`, `index`, `growth`, `points`, `step` (a change in
    units), `attainment`, `plan_points`, `share`, `contribution`, `contribution_share`. base: as in
    the data; of plans the words. at: the period compared with, where the heading tells it. percent:
    `(%)` is said. status: the word before a level.
    """

    kind: str
    time: Time = field(default_factory=lambda: Time("", ""))
    base: str = ""
    at: str = ""
    percent: bool = False
    status: str = ""


def head(rows: tuple[str, ...], plans: Collection[str]) -> Head:
    """What the header rows over a column say together.

    plans: what plans are called. NotUnderstoodError where the words say nothing.
    """
    texts = list(dict.fromkeys(filter(None, rows)))
    if len(texts) == 1:
        return _whole(texts[0], plans)
    over, under = texts
    plain, unit = _unit(over)
    shared = plain.removeprefix("So với ")
    if shared != plain:  # the base stands over several times
        return _whole(f"{under} so với {shared}{unit}", plans)
    for words in (" tăng, giảm so với", " so với"):
        if plain.endswith(words):
            return _whole(f"{plain} {under}{unit}", plans)
    if plain.startswith("Tăng, giảm so với "):
        base = plain.removeprefix("Tăng, giảm so với ")
        return _whole(f"{under} tăng, giảm so với {base}{unit}", plans)
    raise NotUnderstoodError(" / ".join(texts))


def _unit(text: str) -> tuple[str, str]:
    """A heading without the unit in brackets, and that unit."""
    for unit in (" (%)", " (điểm %)"):
        if text.endswith(unit):
            return text.removesuffix(unit), unit
    return text, ""


def _whole(text: str, plans: Collection[str]) -> Head:
    """What a whole heading says."""
    if text == "Đơn vị tính":
        return Head("unit")
    plain, unit = _unit(text)
    if is_plan(small(plain), plans):
        return Head("plan_target", base=small(plain))
    for words, kind in PARTS.items():
        if plain.startswith(f"{words} "):
            return Head(kind, time(plain.removeprefix(f"{words} ")), percent=unit == " (%)")
    opening, end = "Tỷ lệ thực hiện ", " tăng, giảm so với cùng kỳ"
    if plain.startswith(opening) and plain.endswith(end):
        return Head("plan_points", base=plain.removeprefix(opening).removesuffix(end))
    before, told, base = plain.partition(" so với ")
    if not told:
        return _level(plain)
    return _compared(before, base, unit, plans)


def _level(text: str) -> Head:
    status = next((word for word in (*STATUSES, "Lũy kế") if text.startswith(f"{word} ")), "")
    return Head("level", time(text.removeprefix(f"{status} ")), status=status)


def _compared(before: str, words: str, unit: str, plans: Collection[str]) -> Head:
    """A comparison: of what time, with what."""
    growth = before.endswith(" tăng, giảm")
    when = time(before.removesuffix(" tăng, giảm"))
    percent, kind = unit == " (%)", "growth" if growth else "index"
    if is_plan(words, plans):
        return Head("attainment", when, words, percent=percent)
    base, at = _base(words, when)
    if unit == " (điểm %)":
        kind = "points"
    return Head(kind, when, base, at, percent)


def _base(words: str, when: Time) -> tuple[str, str]:
    """The comparison that a base means, and the period that it names."""
    real = words.removesuffix(" (loại trừ yếu tố giá)")
    if real != words:
        return "year_on_year_real", _base(real, when)[1]
    if found := re.fullmatch(r"(?P<same>cùng kỳ )?năm (?P<year>\d{4})", words):
        whole = when.span in ("year", "ytd", "average_ytd") and when.period[4:] in ("", "-12")
        if whole == bool(found["same"]):
            raise NotUnderstoodError(f"{words} of {when.span} {when.period}")
        return "year_on_year", found["year"]
    if found := re.fullmatch(r"tháng 12 năm (\d{4})", words):
        return "december", f"{found[1]}-12"
    if found := re.fullmatch(r"kỳ gốc (\d{4})", words):
        return f"base_year:{found[1]}", ""
    if re.fullmatch(_DAY, words):
        named = iso(words)
        names = ("month_on_month", "year_end")
        fitting = [one for one in names if base_of("asof", when.period, one) == named]
        if when.span == "asof" and fitting:
            return "|".join(fitting), named
    fixed = {"tháng trước": "month_on_month", "quý trước": "quarter_on_quarter"}
    if words in fixed:
        return fixed[words], ""
    raise NotUnderstoodError(words)


def time(text: str) -> Time:
    """`7 tháng năm 2023`, `đến 31/7/2023`, `vụ Mùa năm 2023`; NotUnderstoodError for others."""
    until = _UNTIL.search(text)
    plain = small(text[: until.start()] if until else text)
    for span, pattern in _TIMES.items():
        if found := re.fullmatch(pattern, plain):
            told = Time(span, _period(span, found.groupdict()))
            return replace(told, until=iso(until["until"])) if until else told
    raise NotUnderstoodError(text)


def _period(span: str, said: Mapping[str, str | None]) -> str:
    year, month = said.get("year") or "", said.get("month") or said.get("only")
    if span in ("asof", "window"):
        days = [said.get(name) for name in ("first", "last", "day")]
        return "/".join(iso(day) for day in days if day)
    if span == "quarter":
        return f"{year}-Q{_QUARTERS.index(said['quarter'] or '') + 1}"
    if span == "season":
        if said["season"] not in SEASONS:
            raise NotUnderstoodError(f"vụ {said['season']}")
        return f"{year}-{SEASONS[said['season']]}"
    if span == "year":
        return year
    number = int(month or 12)
    if span == "ytd" and number in (1, 12):
        raise NotUnderstoodError(f"{number} tháng")
    return f"{year}-{number:02d}"


def iso(day: str) -> str:
    """`2023-07-31` for `31/7/2023`; NotUnderstoodError for a day that there is not."""
    number, month, year = map(int, day.split("/"))
    if number > calendar.monthrange(year, month)[1]:
        raise NotUnderstoodError(day)
    return f"{year}-{month:02d}-{number:02d}"


def is_plan(words: str, plans: Collection[str]) -> bool:
    """Whether words name a plan, with its year or without."""
    return words in plans or re.sub(r" năm \d{4}$", "", words) in plans


def small(text: str) -> str:
    """A text that begins small."""
    return text[:1].lower() + text[1:]
