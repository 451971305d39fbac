"""Scales of one unit."""

from decimal import Decimal

import pytest

from drafter.stores.units import factor


@pytest.mark.parametrize(
    ("unit", "wanted", "times"),
    [
        ("tỷ đồng", "triệu đồng", "1000"),
        ("nghìn tỷ đồng", "tỷ đồng", "1000"),
        ("VNĐ", "triệu đồng", "0.000001"),
        ("ngàn tấn", "tấn", "1000"),
        ("tạ", "tấn", "0.1"),
        ("Triệu USD", "triệu USD", "1"),
        ("điểm phần trăm", "điểm %", "1"),
        ("m³", "m3", "1"),
    ],
)
def test_scales_of_one_unit_have_an_exact_factor(unit: str, wanted: str, times: str) -> None:
    assert factor(unit, wanted) == Decimal(times)


@pytest.mark.parametrize(("unit", "wanted"), [("USD", "đồng"), ("tấn", "ha"), ("tỷ", "tỷ đồng")])
def test_two_things_have_none(unit: str, wanted: str) -> None:
    assert factor(unit, wanted) is None
