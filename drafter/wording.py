"""Vietnamese words for figures: quantities, directions, bases of comparison.

A verb is chosen from the figure as it is printed, never from the one behind it. Spaces that must
not break (between a number and its unit) are U+00A0.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from drafter.numerals import print_number, rounded
from drafter.period import kind_of, year_before, year_end_before, year_of
from drafter.settings import Settings
from drafter.time_words import NBSP, day

MINUS = "\u2011"
"""A hyphen that no line breaks after: `(-40,4 tỷ đồng)` stays in one piece."""
HUNDRED = Decimal(100)
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
        return times(rate, settings)
    return f"{way_word(rate, decimals, settings)} {_percent(abs(rate), decimals, settings)}"


def times(rate: Decimal, settings: Settings) -> str:
    """A rise as the multiple of its base; never `tăng 2,5 lần`, which may be 2,5 or 3,5 of it.

    >>> times(Decimal("151.4"), Settings(times_decimals=2)).replace(NBSP, " ")
    'gấp 2,51 lần'
    """
    ratio = (rate + HUNDRED) / HUNDRED
    return f"gấp {print_number(ratio, settings.times_decimals, trailing_zeros=False)}{NBSP}lần"


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
    """Percentage points, printed as percentages are: `0,83 điểm %`.

    >>> in_points(Decimal("0.83"), 2, Settings(points="điểm phần trăm")).replace(NBSP, " ")
    '0,83 điểm phần trăm'
    """
    number = print_number(points, decimals, trailing_zeros=settings.trailing_zeros)
    return f"{number}{NBSP}{settings.points.replace(' %', f'{NBSP}%')}"


def contribution(points: Decimal, decimals: int, settings: Settings) -> str:
    """What a part adds to the growth of the whole, or takes from it: `đóng góp 0,83 điểm %`.

    >>> contribution(Decimal("-0.12"), 2, Settings()).replace(NBSP, " ")
    'làm giảm 0,12 điểm %'
    """
    return f"{_adds(points, decimals)} {in_points(abs(points), decimals, settings)}"


def contribution_share(share: Decimal, decimals: int, settings: Settings) -> str:
    """The same in percent of the whole's growth: `đóng góp 45,3%`, `làm giảm 4,8%`.

    >>> contribution_share(Decimal("-4.76"), 1, Settings())
    'làm giảm 4,8%'
    """
    return f"{_adds(share, decimals)} {_percent(abs(share), decimals, settings)}"


def _adds(value: Decimal, decimals: int) -> str:
    """Whether a part adds to the growth of the whole or takes from it."""
    return "làm giảm" if direction(value, decimals) == "falling" else "đóng góp"


def higher_by(points: Decimal, decimals: int, settings: Settings) -> str:
    """How one percentage lies to another: `cao hơn 3,2 điểm %`, `thấp hơn …`, `bằng`."""
    way = direction(points, decimals)
    if way == "unchanged":
        return "bằng"
    size = in_points(abs(points), decimals, settings)
    return f"{'cao' if way == 'rising' else 'thấp'} hơn {size}"


def is_times(rate: Decimal, decimals: int, settings: Settings) -> bool:
    """Whether a rise is told as a multiple of its base (`gấp 2,5 lần`)."""
    if not settings.times_from or settings.form == "ratio" or rate <= 0:
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

    >>> between(Decimal(1), Decimal(2), "%", 0, Settings(), changes=True).replace(NBSP, " ")
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
    if not base_period and period:
        base_period = _LONG_AGO[name](period) if name in _LONG_AGO else ""
    template: str = getattr(settings, name)
    if name == "year_on_year" and _is_whole_year(span, period):
        template = settings.year_on_year_whole or template
    elif name == "year_on_year" and first:
        template = settings.year_on_year_first or template
    date = day(base_period) if base_period and kind_of(base_period) == "day" else ""
    year = detail or (str(year_of(base_period or period)) if period else "")
    return template.format(year=year, date=date)


_LONG_AGO: dict[str, Callable[[str], str]] = {
    "year_end": year_end_before,
    "december": lambda period: f"{year_of(period) - 1}-12",
}
"""The period that a phrase names also where no level of the same span lies in it."""


def earlier_phrase(period: str, settings: Settings, *, span: str) -> str:
    """What an earlier period is called whose growth is told beside: `cùng kỳ năm 2022`.

    >>> earlier_phrase("2021", Settings(), span="year")
    'năm 2021'
    """
    whole = settings.earlier_year_whole if _is_whole_year(span, period) else ""
    return (whole or settings.earlier_year).format(year=year_of(period))


def both_bases(first: str, second: str) -> str:
    """Two base phrases as one: the comparing words that open both are said once.

    >>> both_bases("so với tháng trước", "so với cùng kỳ")
    'so với tháng trước và cùng kỳ'
    """
    shared = _opening(first) == _opening(second)
    return f"{first} và {second.removeprefix(_opening(second)) if shared else second}"


def _opening(phrase: str) -> str:
    return next((one for one in ("so với ", "so ") if phrase.startswith(one)), "")


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
    alone = words in TAKE_AN_OBJECT or words.startswith("gấp ")
    return phrase.removeprefix("so với ") if alone else phrase


TAKE_AN_OBJECT = ("tương đương", "bằng", "ngang", "ngang bằng", "xấp xỉ")


def upper_first(words: str) -> str:
    """Words as they open a sentence.

    >>> upper_first("trong quý II")
    'Trong quý II'
    """
    return words[:1].upper() + words[1:]


_DIGITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_TEENS = ("mười", *(f"mười {'lăm' if one == 'năm' else one}" for one in _DIGITS[1:]))
_BEHIND_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
"""The digits that are called otherwise behind `hai mươi`."""


def ordinal(number: int) -> str:
    """A place in a row from 1 to 99, as it opens a paragraph; ValueError for any other.

    >>> ordinal(1), ordinal(15), ordinal(21), ordinal(34)
    ('Một là', 'Mười lăm là', 'Hai mươi mốt là', 'Ba mươi tư là')
    """
    if not 1 <= number <= 99:
        raise ValueError(f"{number} is no place in a row from 1 to 99")
    tens, unit = divmod(number, 10)
    if tens < 2:
        word = (_TEENS if tens else _DIGITS)[unit]
    else:
        word = f"{_DIGITS[tens]} mươi {_BEHIND_TENS.get(unit, _DIGITS[unit])}"
    return f"{word.strip().capitalize()} là"
