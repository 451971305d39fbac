"""Every sentence of the drafts of Lạng Sơn is true, and says what its file's ledger says."""

from __future__ import annotations

import pytest

from .drafts import Drafts, drafts, july
from .holes import broken

REPORTS = {
    "July": ("statistics", "2023-07"),
    "July in the People's Committee's frame": ("provincial", "2023-07"),
    "the six months": ("statistics", "2023-6M"),
    "the People's Committee's August": ("ubnd", "2023-08"),
    "July on the portal": ("portal", "2023-07"),
    "August on the portal": ("portal", "2023-08"),
}
FIGURES = {"July": 450, "the six months": 600, "the People's Committee's August": 420,
           "July on the portal": 100, "August on the portal": 120}  # fmt: skip


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest) -> Drafts:
    """The drafts of each report in turn."""
    return drafts(*REPORTS[request.param])


def test_every_claim_is_true_and_every_figure_has_its_place(report: Drafts) -> None:
    assert report.plain.faults() == []


def test_every_figure_is_true_in_the_role_that_the_ledger_gives_it(report: Drafts) -> None:
    assert report.plain.untruths(report.judge) == []


def test_no_draft_has_a_hole(report: Drafts) -> None:
    assert broken(report.plain) == []


@pytest.mark.parametrize("name", FIGURES)
def test_the_reader_places_nearly_every_figure(name: str) -> None:
    read = drafts(*REPORTS[name]).plain.read
    assert read.controls >= FIGURES[name]
    assert read.coverage >= 0.95


def test_what_the_text_says_is_what_the_ledger_says(report: Drafts) -> None:
    """The ledger ties every figure to the series, span and base that a reader takes it for."""
    told = report.plain
    rows = {row.tag: row for row in told.draft.report.ledger if row.tag}
    for claim in told.read.claims:
        row = rows[claim.tag] if claim.tag else None
        if row is None or claim.measure in ("plan", "count", "list", "status"):
            continue
        assert (row.indicator, row.item) == (claim.indicator, claim.item), str(claim)
        assert row.span in [span for span, _ in told.truth.times(claim)], str(claim)
        said = claim.base.startswith("plan") or row.base.startswith("plan_points")
        assert not claim.base or row.base == claim.base or said, str(claim)


def test_a_status_is_of_the_series_that_the_ledger_has() -> None:
    told = drafts("ubnd", "2023-08").plain
    rows = {row.tag: row for row in told.draft.report.ledger if row.tag}
    found = [claim for claim in told.read.claims if claim.measure == "status"]
    assert len(found) > 3
    for claim in found:
        keys = {told.truth.places[place.removesuffix(":value")].key[:2]
                for place in rows[claim.tag].inputs}  # fmt: skip
        assert {(one.indicator, one.item) for one in claim.members} == keys, str(claim)


def test_both_kinds_make_the_same_claims() -> None:
    """The report kinds differ in frame and layout; what they assert does not depend on it."""
    said = [
        {(c.indicator, c.item, c.measure, c.base, c.value, c.unit) for c in
         july().told(report=report).read.claims}
        for report in ("statistics", "provincial")
    ]  # fmt: skip
    assert said[0] == said[1]
