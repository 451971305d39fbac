"""A report of fewer indicators stands without holes, and says the same of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader import names
from tests.reader.claims import Claim

from .drafts import ROOT, Told, july
from .holes import broken
from .test_changed_data import BOUNDED

IN_CAUSES = {"budget.contributions_detail", "social.base_salary"}
"""Indicators that only the words of another one's cause speak of: they go and stay with it."""
TOGETHER = {
    "prices.cpi": {"prices.cpi_counts"},
    "prices.cpi_counts": {"prices.cpi"},
}
"""Indicators told inside the sentences of another one, with which they go."""
NATIONAL = frozenset(names.load(ROOT / "indicators.yaml").raw)
SCOPE = july().workspace.profile.scope


HOLELESS = sorted(set(SCOPE) - {"enterprises.registered"})
RESTING = sorted(NATIONAL & set(SCOPE) - IN_CAUSES - {"enterprises.registered"})


def said(told: Told, without: set[str]) -> Counter[tuple[object, ...]]:
    """What a draft claims of the indicators that are not in `without`."""
    idle = ("list", "missing")
    kept = (one for one in told.read.claims if one.indicator not in without)
    return Counter(_what(one) for one in kept if one.measure not in idle)


def without(dropped: Set[str]) -> dict[str, Any]:
    """The scope without some indicators."""
    return {name: rule for name, rule in SCOPE.items() if name not in dropped}


def _what(one: Claim) -> tuple[object, ...]:
    return (one.indicator, one.item, one.measure, one.base, one.value, one.unit)


@BOUNDED
@given(st.sets(st.sampled_from(HOLELESS), min_size=1, max_size=len(HOLELESS) - 1))
def test_a_smaller_scope_leaves_no_hole(dropped: set[str]) -> None:
    told = july().told(scope=without(dropped))
    assert broken(told) == []
    assert told.faults() == []


@BOUNDED
@given(st.sets(st.sampled_from(RESTING), min_size=1, max_size=8))
def test_a_smaller_scope_says_the_same_of_the_rest(dropped: set[str]) -> None:
    told = july().told(scope=without(dropped))
    gone = dropped | IN_CAUSES | {name for host in dropped for name in TOGETHER.get(host, ())}
    before, after = said(july().plain, gone), said(told, gone)
    assert before - after == Counter(), "lost"
    assert set(after) - set(before) == set(), "added"


@BOUNDED
@given(st.sets(st.sampled_from(sorted(SCOPE)), min_size=1, max_size=8))
def test_what_goes_with_a_sentence_out_of_scope_is_listed_as_unused(dropped: set[str]) -> None:
    """An office's sentence may join two indicators; the one left over is told of."""
    told = july().told(scope=without(dropped))
    lost = said(july().plain, dropped) - said(told, dropped)
    assert [what for what in lost if str(what[0]) not in told.told] == []


def test_an_indicator_out_of_scope_is_printed_nowhere() -> None:
    for name in sorted(SCOPE)[::6]:
        told = july().told(scope=without({name}))
        assert [one for one in told.read.claims if one.indicator == name] == [], name


@pytest.mark.parametrize("name", sorted(IN_CAUSES))
def test_a_cause_that_speaks_of_what_is_out_of_scope_goes_alone(name: str) -> None:
    told = july().told(scope=without({name}))
    assert said(july().plain, {name}) - said(told, {name}) == Counter(), (
        "the figure went with its cause"
    )
    assert told.faults() + broken(told) == []


def test_a_lagging_period_is_said_by_whichever_clause_comes_first() -> None:
    assert july().told(scope=without({"enterprises.registered"})).faults() == []
