"""Vietnamese words for a figure beside others of its kind: earlier growths, other years, ranks.

As in `wording`, a word is chosen from the figures as they are printed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from drafter.time_words import NBSP, ROMAN, SEASONS
from drafter.wording import MINUS


def noun_of_change(printed: Decimal) -> str:
    """What the size of a change is called; blank for one that is nothing.

    >>> noun_of_change(Decimal("3.2")), noun_of_change(Decimal("-3.2"))
    ('mức tăng', 'mức giảm')
    """
    return "mức tăng" if printed > 0 else "mức giảm" if printed < 0 else ""


def how_it_lies(over: Decimal, other: Decimal) -> str:
    """How a change lies to another that goes its way, in front of `mức tăng …`.

    over: by how much it lies over the other, as printed.

    >>> how_it_lies(Decimal("1.9"), Decimal("3.2")), how_it_lies(Decimal("-1.9"), Decimal("-3.2"))
    ('cao hơn', 'giảm sâu hơn')
    >>> how_it_lies(Decimal("1.9"), Decimal("-3.2")), how_it_lies(Decimal(0), Decimal("-3.2"))
    ('giảm ít hơn', 'bằng')
    """
    if not over:
        return "bằng"
    if other < 0:
        return "giảm sâu hơn" if over < 0 else "giảm ít hơn"
    return "cao hơn" if over > 0 else "thấp hơn"


def superlative(printed: Decimal, *, highest: bool, change: bool) -> str:
    """What stands out from other years, a change or a level.

    >>> superlative(Decimal("4.2"), highest=True, change=True)
    'mức tăng cao nhất'
    >>> superlative(Decimal("-4.2"), highest=False, change=True)
    'mức giảm sâu nhất'
    >>> superlative(Decimal(120), highest=False, change=False)
    'mức thấp nhất'
    """
    if not change:
        return f"mức {'cao' if highest else 'thấp'} nhất"
    noun = noun_of_change(printed)
    if printed < 0:
        return f"{noun} {'thấp' if highest else 'sâu'} nhất"
    return f"{noun} {'cao' if highest else 'thấp'} nhất"


def same_time(span: str, period: str) -> str:
    """What the same stretch of every year is called; blank for a whole year, which needs no name.

    >>> same_time("ytd", "2023-07").replace(NBSP, " "), same_time("season", "2023-main")
    ('7 tháng đầu năm', 'vụ Mùa')
    """
    if span in ("ytd", "average_ytd"):
        months = int(period[5:7])
        so_far = f"tháng{NBSP}1" if months == 1 else f"{months}{NBSP}tháng đầu năm"
        return "" if months == 12 else so_far
    name = _NAMES.get(span)
    return name(period) if name else "cùng kỳ các năm"


_NAMES: dict[str, Callable[[str], str]] = {
    "month": lambda period: f"tháng{NBSP}{int(period[5:7])}",
    "quarter": lambda period: f"quý{NBSP}{ROMAN[int(period[6])]}",
    "year": lambda _: "",
    "asof": lambda _: "cùng thời điểm các năm",
    "season": lambda period: f"vụ {SEASONS.get(period[5:], period[5:])}",
}


def since(first: int, last: int, *, stretch: bool = False) -> str:
    """The years that something stands out from: `kể từ năm 2019`, `trong giai đoạn 2019-2023`.

    >>> since(2019, 2023).replace(NBSP, " ")
    'kể từ năm 2019'
    >>> since(2019, 2023, stretch=True) == f"trong giai đoạn 2019{MINUS}2023"
    True
    """
    return f"trong giai đoạn {first}{MINUS}{last}" if stretch else f"kể từ năm{NBSP}{first}"


def rank_change(places: int) -> str:
    """How far something moved up (above zero) or down among others.

    >>> rank_change(3).replace(NBSP, " "), rank_change(-2).replace(NBSP, " "), rank_change(0)
    ('tăng 3 bậc', 'giảm 2 bậc', 'giữ nguyên thứ hạng')
    """
    if not places:
        return "giữ nguyên thứ hạng"
    return f"{'tăng' if places > 0 else 'giảm'} {abs(places)}{NBSP}bậc"
