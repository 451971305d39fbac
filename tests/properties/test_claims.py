"""Every sentence of the July draft is true."""

from __future__ import annotations

import pytest

from .drafts import july
from .holes import broken

KINDS = ("statistics", "provincial")


@pytest.mark.parametrize("report", KINDS)
def test_every_claim_of_the_july_draft_is_true(report: str) -> None:
    assert july().told(report=report).faults() == []


@pytest.mark.parametrize("report", KINDS)
def test_the_july_draft_has_no_hole(report: str) -> None:
    assert broken(july().told(report=report)) == []


def test_the_reader_places_nearly_every_figure() -> None:
    read = july().told().read
    assert read.controls > 450
    assert read.coverage >= 0.95


def test_what_the_text_says_is_what_the_ledger_says() -> None:
    """The ledger ties every figure to the series, span and base that a reader takes it for."""
    told = july().told()
    rows = {row.tag: row for row in told.draft.report.ledger if row.tag}
    for claim in told.read.claims:
        row = rows[claim.tag] if claim.tag else None
        if row is None or claim.measure in ("plan", "count", "list"):
            continue
        assert (row.indicator, row.item) == (claim.indicator, claim.item), str(claim)
        assert row.span in [span for span, _ in told.truth.times(claim)], str(claim)
        assert not claim.base or row.base == claim.base or claim.base.startswith("plan"), str(claim)


def test_both_kinds_make_the_same_claims() -> None:
    """The report kinds differ in frame and layout; what they assert does not depend on it."""
    said = [
        {(c.indicator, c.item, c.measure, c.base, c.value, c.unit) for c in
         july().told(report=report).read.claims}
        for report in KINDS
    ]  # fmt: skip
    assert said[0] == said[1]
