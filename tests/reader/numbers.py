"""Vietnamese numerals and the scales of units, read without drafter."""

from __future__ import annotations

import re
from decimal import Decimal

NUMERAL = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\d])"
_WHOLE = re.compile(NUMERAL)


def number(text: str) -> Decimal:
    """`1.234,56` as a Decimal; ValueError for anything else."""
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return Decimal(text.replace(".", "").replace(",", "."))


def decimals(text: str) -> int:
    """How many decimals a numeral shows."""
    return len(text.partition(",")[2])


SCALES = {"nghìn": 3, "triệu": 6, "tỷ": 9}
WEIGHTS = {"tấn": ("kg", 3), "nghìn tấn": ("kg", 6), "triệu tấn": ("kg", 9)}


def scale(unit: str) -> tuple[str, int]:
    """A unit without its `nghìn`, `triệu`, `tỷ`, and the power of ten that they stand for."""
    if unit in WEIGHTS:
        return WEIGHTS[unit]
    word, _, rest = unit.partition(" ")
    return (rest, SCALES[word]) if word in SCALES and rest else (unit, 0)
