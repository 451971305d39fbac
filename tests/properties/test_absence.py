"""Nothing vanishes: what is not printed is told, and what is deleted is missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.dataset import Row, newest

from .drafts import july
from .holes import broken
from .test_changed_data import BOUNDED


def of_the_month(row: Row) -> bool:
    """Whether a row is of the report's own period, with the lag of its indicator."""
    lag = july().reader.names.lag(row.indicator)
    month = f"2023-{7 - lag:02d}"
    return row.measure != "plan" and row.period in (month, f"{month}-31", f"{month}-30")


def is_told_otherwise(row: Row) -> bool:
    """Whether the same comparison is also given as a rate or as a change in units."""
    what = (row.indicator, row.item, row.span, row.period, row.base)
    return row.base != "" and any(
        other.place != row.place
        and (other.indicator, other.item, other.span, other.period, other.base) == what
        for other in july().rows
    )


USED = sorted(july().plain.used)


@BOUNDED
@given(st.sampled_from(USED))
def test_a_deleted_figure_is_missed_or_made_from_other_data(place: str) -> None:
    row = next(row for row in july().rows if row.place == place)
    before, after = july().plain, july().told({place: None})
    said = set(after.told.splitlines()) - set(before.told.splitlines())
    name = "/".join(filter(None, (row.indicator, row.item)))
    others = {claim.text for claim in after.read.claims
              if (claim.indicator, claim.item) == (row.indicator, row.item)}  # fmt: skip
    assert any(row.indicator in line for line in said) or others, f"{name} vanished: {place}"
    assert after.faults() + broken(after) == []


@BOUNDED
@given(st.sampled_from([row for row in july().rows if row.place in USED and of_the_month(row)]))
def test_a_deleted_value_of_the_month_is_reported(row: Row) -> None:
    before, after = july().plain, july().told({row.place: None})
    said = set(after.told.splitlines()) - set(before.told.splitlines())
    same = newest(other for other in july().rows if other.place != row.place)
    if row.key in same or (is_told_otherwise(row) and not row.bound):
        return
    assert any(row.indicator in line for line in said), f"{row.place}: nobody is told"


def test_every_missing_figure_in_the_text_is_listed() -> None:
    for row in july().used[::30]:
        told = july().told({row.place: None})
        shown = [claim for claim in told.read.claims if claim.measure == "missing"]
        assert not shown or told.draft.missing


def test_every_row_of_the_month_is_printed_or_listed_as_unused() -> None:
    told = july().plain
    unused = {one.place for one in told.draft.problems if one.severity == "unused"}
    held = newest(july().rows).values()
    lost = [row.place for row in held if of_the_month(row)
            and row.place not in told.used and row.place not in unused]  # fmt: skip
    assert lost == []


@pytest.mark.parametrize("report", ["statistics", "provincial"])
def test_an_empty_dataset_still_drafts_and_lists_what_is_missing(report: str) -> None:
    told = july().told({row.place: None for row in july().rows}, report=report)
    assert told.draft.missing
    assert [claim for claim in told.read.claims if claim.measure != "missing"] == []
    assert broken(told) == []


def test_a_month_without_its_levels_has_no_number_but_what_is_published() -> None:
    gone = {row.place: None for row in july().rows if row.measure == "level" and of_the_month(row)}
    told = july().told(gone)
    assert told.faults() + broken(told) == []
    assert {claim.measure for claim in told.read.claims} >= {"missing", "change_percent"}
    assert july().month in told.told
