"""Whatever the data say, the text says: flipped, zeroed, deleted and scaled observations."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reader.dataset import Row

from .drafts import july
from .holes import broken

FACTORS = ("0.1", "0.37", "0.999", "1.0001", "1.5", "3", "10")
BOUNDED = settings(
    max_examples=30, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


def changed(row: Row, how: str) -> Decimal | None:
    """The value of a row after a change, None when it is deleted."""
    if how == "delete":
        return None
    if how == "zero":
        return Decimal(0)
    if how == "flip":
        return july().flipped(row)
    if how == "level":
        return july().levelled(row)
    exponent = row.value.as_tuple().exponent
    assert isinstance(exponent, int)
    return (row.value * Decimal(how)).quantize(Decimal(1).scaleb(min(exponent, 0)))


rows = st.sampled_from(july().used)
hows = st.sampled_from(["flip", "flip", "zero", "delete", "level", *FACTORS])


@BOUNDED
@given(st.dictionaries(rows.map(lambda row: row.place), hows, min_size=1, max_size=25))
def test_the_text_stays_true_whatever_the_data(changes: dict[str, str]) -> None:
    places = {row.place: row for row in july().rows}
    told = july().told({place: changed(places[place], how) for place, how in changes.items()})
    assert told.faults() + broken(told) == []


@pytest.mark.parametrize(
    ("part", "how"),
    [
        (part, how)
        for part in ("agriculture.", "industry.", "trade.", "prices.")
        for how in ("flip", "zero", "level")
    ],
)
def test_the_text_stays_true_when_a_whole_section_turns(part: str, how: str) -> None:
    turned = {row.place: changed(row, how) for row in july().rows
              if row.indicator.startswith(part) and row.period >= "2023-06"
              and row.measure != "plan"}  # fmt: skip
    told = july().told(turned)
    assert told.faults() + broken(told) == []
