"""Units of measure: scales of one unit convert exactly, others do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.units import convert, convertible, split

SCALES = ("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "nghìn tỷ đồng")


@given(st.decimals(-(10**6), 10**6, places=3), st.sampled_from(SCALES), st.sampled_from(SCALES))
def test_there_and_back_is_the_same(value: Decimal, unit: str, to: str) -> None:
    assert convert(convert(value, unit, to), to, unit) == value


@pytest.mark.parametrize(
    ("value", "unit", "to", "same"),
    [(2, "tạ", "kg", 200), (5, "nghìn tấn", "tấn", 5000),
     ("650.3", "triệu đồng", "tỷ đồng", "0.6503"),
     (7, "ha", "ha", 7), (3, "nghìn lượt", "lượt", 3000)],
)  # fmt: skip
def test_a_quantity_in_another_scale(value: object, unit: str, to: str, same: object) -> None:
    assert convert(Decimal(str(value)), unit, to) == Decimal(str(same))


@pytest.mark.parametrize(
    ("unit", "to"), [("ha", "tấn"), ("triệu USD", "tỷ đồng"), ("tỷ", "tỷ đồng")]
)
def test_other_units_do_not_convert(unit: str, to: str) -> None:
    assert not convertible(unit, to)
    with pytest.raises(ValueError, match=f"{unit} is no scale of {to}"):
        convert(Decimal(1), unit, to)


def test_a_word_that_only_begins_like_a_scale_is_a_unit() -> None:
    assert split("triệuphú") == (1, "triệuphú")
