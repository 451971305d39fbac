"""Units as people write them, and the exact factor between two scales of one unit."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from drafter import units
from drafter.letters import tidy

_SPELLINGS = {
    "vnđ": "đồng", "vnd": "đồng", "đô la mỹ": "usd", "ngàn": "nghìn", "tỉ": "tỷ",
    "m²": "m2", "m³": "m3", "km²": "km2", "héc-ta": "ha", "phần trăm": "%",
}  # fmt: skip


@lru_cache(maxsize=4096)
def factor(unit: str, wanted: str) -> Decimal | None:
    """What a value in `unit` is multiplied by to be in `wanted`; None when they are two things.

    The scales are powers of ten, so the factor is exact.

    >>> factor("Tỉ đồng", "triệu đồng"), factor("tấn", "nghìn tấn"), factor("USD", "đồng")
    (Decimal('1000'), Decimal('0.001'), None)
    """
    scale, base = units.split(_spelled(unit))
    wanted_scale, wanted_base = units.split(_spelled(wanted))
    return scale / wanted_scale if base == wanted_base else None


def _spelled(unit: str) -> str:
    """A unit in lower case, each word in the spelling that the scales have."""
    text = tidy(unit).casefold().replace("điểm phần trăm", "điểm %")
    words = _SPELLINGS.get(text, text).split(" ")
    return " ".join(_SPELLINGS.get(word, word) for word in words)
