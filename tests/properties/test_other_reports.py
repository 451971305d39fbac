"""The People's Committee's report, the six months and the portal stay true whatever the data."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.reader.dataset import Row, newest

from .drafts import Drafts, Told, drafts
from .holes import broken
from .test_changed_data import BOUNDED, FACTORS, changed

AUGUST, HALF = ("ubnd", "2023-08"), ("statistics", "2023-6M")
PORTALS = (("portal", "2023-07"), ("portal", "2023-08"))
REPORTS = [AUGUST, HALF, *PORTALS]
HOWS = st.sampled_from(["flip", "flip", "zero", "delete", "level", *FACTORS])
QUICK = settings(BOUNDED, phases=(Phase.explicit, Phase.generate))
"""Without looking for the smallest case: a draft takes half a second."""
WAYS = ("flip", "zero", "flip", "level")
SECTIONS = [
    (report, section)
    for report, sections in (
        (AUGUST, ("agriculture.", "industry.", "trade.", "investment.", "budget.", "social.",
                  "inspection.", "security.", "reform.")),
        (HALF, ("economy.", "agriculture.", "industry.", "investment.", "trade.", "prices.",
                "social.")),
    ) for section in sections
]  # fmt: skip


def wrongs(report: Drafts, told: Told) -> list[str]:
    """False claims, figures that are false in their roles, holes.

    What says in words of its own that there is nothing may be told by its role alone.
    """
    false = [fault for claim in told.read.claims for fault in told.truth.faults(claim)]
    return false + told.untruths(report.judge) + broken(told)


@pytest.fixture(params=REPORTS, ids="-".join)
def report(request: pytest.FixtureRequest) -> Drafts:
    """The drafts of each report in turn."""
    return drafts(*request.param)


def turned(report: Drafts, changes: dict[Row, str]) -> Told:
    """The draft of data changed in the ways that are named."""
    return report.told({row.place: changed(row, how) for row, how in changes.items()})


@pytest.mark.parametrize("key", REPORTS, ids="-".join)
@settings(BOUNDED, max_examples=5)
@given(data=st.data())
def test_the_text_stays_true_whatever_the_data(key: tuple[str, str], data: st.DataObject) -> None:
    report = drafts(*key)
    rows = st.sampled_from(report.used)
    changes = data.draw(st.dictionaries(rows, HOWS, min_size=1, max_size=25))
    assert wrongs(report, turned(report, changes)) == []


@pytest.mark.parametrize(
    ("key", "section", "how"),
    [(*one, how) for one, how in zip(SECTIONS, itertools.cycle(WAYS), strict=False)],
)
def test_the_text_stays_true_when_a_section_turns(
    key: tuple[str, str], section: str, how: str
) -> None:
    report = drafts(*key)
    this = [row for row in report.used if row.indicator.startswith(section)
            and row.period[:4] == "2023" and row.measure != "plan"]  # fmt: skip
    assert this
    assert wrongs(report, turned(report, dict.fromkeys(this, how))) == []


@pytest.mark.parametrize("key", REPORTS, ids="-".join)
@settings(QUICK, max_examples=4)
@given(data=st.data())
def test_a_deleted_figure_is_missed_or_made_from_other_data(
    key: tuple[str, str], data: st.DataObject
) -> None:
    report = drafts(*key)
    row = data.draw(st.sampled_from(report.used))
    after = report.told({row.place: None})
    said = set(after.told.splitlines()) - set(report.plain.told.splitlines())
    others = {one.indicator for one in after.read.claims if one.item == row.item}
    assert any(row.indicator in line for line in said) or row.indicator in others, row.place
    assert wrongs(report, after) == []


@pytest.mark.parametrize("key", REPORTS, ids="-".join)
@settings(QUICK, max_examples=4)
@given(data=st.data())
def test_a_smaller_scope_has_no_hole_and_no_false_figure(
    key: tuple[str, str], data: st.DataObject
) -> None:
    """Whether the words still say whose and of when a figure is, is asked of the portal below."""
    report = drafts(*key)
    told = sorted({row.indicator for row in report.used})
    dropped = data.draw(st.sets(st.sampled_from(told), min_size=1, max_size=len(told) - 1))
    after = report.told(without=dropped)
    assert after.untruths(report.judge) + broken(after) == []
    assert {row.indicator for row in after.draft.report.ledger} & dropped == set()


@pytest.mark.parametrize("key", PORTALS, ids="-".join)
@pytest.mark.parametrize("part", range(3))
def test_a_third_of_the_portal_reads_whole(key: tuple[str, str], part: int) -> None:
    report = drafts(*key)
    told = sorted({row.indicator for row in report.used})
    after = report.told(without=[one for place, one in enumerate(told) if place % 3 != part])
    assert wrongs(report, after) == []
    assert len(after.read.claims) > len(told) / 3


def test_every_figure_of_the_period_is_printed_or_listed(report: Drafts) -> None:
    told = report.plain
    unused = {one.place for one in told.draft.problems if one.severity == "unused"}
    lost = [row.place for row in newest(report.used).values()
            if row.place not in told.used and row.place not in unused]  # fmt: skip
    assert lost == []


def test_an_empty_dataset_still_drafts_and_lists_what_is_missing(report: Drafts) -> None:
    told = report.told({row.place: None for row in report.rows})
    assert told.draft.missing
    assert [claim for claim in told.read.claims if claim.measure != "missing"] == []
    assert broken(told) == []


def test_figures_that_are_ten_times_as_large_are_told_so() -> None:
    report = drafts(*AUGUST)
    row = report.row("trade.turnover", "", "ytd")
    told = report.told({row.place: row.value * 10})
    assert "29.450 triệu USD" in " ".join(told.read.texts)
    assert told.truth.rows[row.key].value == Decimal(29450)
    assert wrongs(report, told) == []
