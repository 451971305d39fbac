"""Units of measure: one quantity in nghìn, triệu, tỷ of the same unit."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

_SCALES = {
    "nghìn tỷ": Decimal(10) ** 12,
    "tỷ": Decimal(10) ** 9,
    "triệu": Decimal(10) ** 6,
    "nghìn": Decimal(10) ** 3,
}
_SAME = {"kg": (Decimal(1), "kg"), "tạ": (Decimal(100), "kg"), "tấn": (Decimal(1000), "kg")}


@lru_cache(maxsize=512)
def split(unit: str) -> tuple[Decimal, str]:
    """How many base units one `unit` is, and the base unit.

    >>> split("tỷ đồng"), split("nghìn tấn")
    ((Decimal('1000000000'), 'đồng'), (Decimal('1000000'), 'kg'))
    """
    for prefix, scale in _SCALES.items():
        if unit.startswith(prefix + " "):
            inner, base = split(unit[len(prefix) + 1 :])
            return scale * inner, base
    return _SAME.get(unit, (Decimal(1), unit))


def convertible(unit: str, to: str) -> bool:
    """Whether two units measure in scales of one.

    >>> convertible("triệu đồng", "tỷ đồng"), convertible("ha", "tấn")
    (True, False)
    """
    return split(unit)[1] == split(to)[1]


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """`value` of `unit` in the unit `to`, exactly; ValueError when they are not of one kind.

    >>> convert(Decimal("650329"), "triệu đồng", "tỷ đồng")
    Decimal('650.329')
    """
    if unit == to:
        return value
    (scale, base), (target, wanted) = split(unit), split(to)
    if base != wanted:
        raise ValueError(f"{unit} is no scale of {to}")
    return value * scale / target
