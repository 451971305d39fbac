"""The rows of a dataset: the newest of a key, the newest period, the day they stood on."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.observations import COLUMNS, Key, Observation, Observations


def row(value: int, vintage: str = "", period: str = "2023-07", span: str = "month") -> Observation:
    """A level of `x`."""
    return Observation(Key("x", span=span, period=period), Decimal(value), "ha", vintage=vintage)


KEY = row(0).key


def value(rows: Observations) -> Decimal | None:
    """The value of `x` in July."""
    found = rows.get(KEY)
    return found.value if found else None


def test_the_newest_vintage_holds_and_the_later_row_of_the_same() -> None:
    assert value(Observations([row(2, "2023-08-01"), row(1, "2023-07-27")])) == 2
    assert value(Observations([row(1, "2023-08-01"), row(2, "2023-08-01")])) == 2
    assert value(Observations([row(1, "2023-07-27"), row(2)])) == 1


def test_an_old_report_can_be_made_again() -> None:
    rows = Observations([row(1, "2023-07-27"), row(2, "2023-08-01")])
    assert value(rows.as_of("2023-07-31")) == 1
    assert value(rows.as_of("2023-07-26")) is None
    assert value(rows) == 2


def test_a_row_without_vintage_is_always_seen() -> None:
    assert value(Observations([row(1)], "2000-01-01")) == 1


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["", "2023-01-01", "2023-02-01"]))))
def test_one_row_holds_for_a_key(given_rows: list[tuple[int, str]]) -> None:
    rows = Observations(row(number, vintage) for number, vintage in given_rows)
    newest = max((vintage for _, vintage in given_rows), default="")
    last = [number for number, vintage in given_rows if vintage == newest][-1:]
    assert [one.value for one in rows] == last
    assert len(rows) == len(last)


@pytest.mark.parametrize(
    ("span", "periods", "month", "latest"),
    [
        (
            "window",
            ["2021-12-15/2022-07-14", "2022-12-15/2023-07-14", "2022-12-15/2023-08-14"],
            "2023-07",
            "2022-12-15/2023-07-14",
        ),
        ("season", ["2022-winter", "2023-spring"], "2023-07", "2023-spring"),
        ("season", ["2023-spring", "2023-main"], "2023-07", "2023-main"),
        ("season", ["2024-spring"], "2023-07", ""),
        ("quarter", ["2023-Q1", "2023-Q2", "2023-Q3"], "2023-07", "2023-Q2"),
        ("year", ["2022", "2023"], "2023-07", "2022"),
        ("month", [], "2023-07", ""),
    ],
)
def test_the_newest_period_by_the_end_of_a_month(
    span: str, periods: list[str], month: str, latest: str
) -> None:
    rows = Observations(row(1, period=period, span=span) for period in periods)
    assert rows.latest_period(("x", "", ""), span, month) == latest


def test_the_rows_of_one_period() -> None:
    rows = Observations([row(1), row(2, period="2023-06"), row(3, span="ytd")])
    assert [one.value for one in rows.of_period("2023-07")] == [1, 3]
    assert rows.of_period("2020-01") == ()


def test_the_frame_has_the_columns_of_the_contract_and_exact_values() -> None:
    frame = Observations([row(1, "2023-07-27")]).frame()
    assert tuple(frame.columns) == COLUMNS
    assert frame.loc[0, "value"] == Decimal(1)
    assert frame.loc[0, "vintage"] == "2023-07-27"
