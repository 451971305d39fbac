"""Vietnamese numerals, read without drafter."""

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
