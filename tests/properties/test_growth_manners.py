"""The reports of Lạng Sơn in the growths of other offices: read back, every claim still true."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from drafter.arithmetic import base_period
from drafter.observations import Observation, Observations
from drafter.report import draft
from tests.reader import dataset
from tests.reader.digits import digits
from tests.reader.truth import Truth

from .drafts import FOLDER, KINDS, Told, _row, drafts

EARLIER = {"earlier_growth": ["year_on_year"]}
MANNERS: dict[str, Mapping[str, Any]] = {
    "multiples": {"times_from": "150", "times_decimals": 2},
    "bases together": {"pair_bases": "together"},
    "last year's growth": EARLIER,
    "all at once": {"times_from": "200", "pair_bases": "together", **EARLIER},
}
REPORTS = [("statistics", "2023-07"), ("statistics", "2023-6M"), ("ubnd", "2023-08")]


def in_manner(
    kind: str, period: str, settings: Mapping[str, Any], more: Iterable[Observation] = ()
) -> Told:
    """A report whose profile says some settings for everything. more: rows besides."""
    made, besides = drafts(kind, period), tuple(more)
    workspace = copy.copy(made.workspace)
    layers = workspace.profile.settings
    over = msgspec.structs.replace(layers, all={**layers.all, **settings})
    workspace.profile = msgspec.structs.replace(workspace.profile, settings=over)
    workspace._cascades = {}
    workspace.observations = Observations([*made.observations.values(), *besides])
    rows = dataset.newest((*made.rows, *map(_row, besides)))
    printed = digits(KINDS / f"{kind}.yaml", period, FOLDER)
    drafted = draft(workspace, period, report=kind)
    truth = Truth(rows, made.office.names, made.month, printed)
    return Told(drafted, made.reader.read(drafted.docx()), truth)


def a_year_earlier(rows: Iterable[Observation]) -> Iterator[Observation]:
    """The rows that last year's growth needs: levels two years back, rates a year back."""
    for number, row in enumerate(rows):
        key = row.key
        earlier = base_period(key.span, key.period, "year_on_year")
        before = replace(row, key=key._replace(period=earlier), place=f"data/earlier.csv:{number}")
        if key.measure == "level" and key.period[:4] == "2022" and row.value > 0:
            yield replace(before, value=row.value * Decimal(100 + number % 40) / Decimal(120))
        elif key.base == "year_on_year" and key.measure in ("change_percent", "index"):
            yield replace(before, value=row.value / 2)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize(("kind", "period"), REPORTS)
def test_every_claim_is_true_in_another_manner(kind: str, period: str, manner: str) -> None:
    told = in_manner(kind, period, MANNERS[manner])
    assert told.faults() == []
    assert told.untruths(drafts(kind, period).judge) == []


def test_last_years_growth_is_true_where_its_data_are_there() -> None:
    made = drafts("statistics", "2023-07")
    told = in_manner(made.kind, made.period, EARLIER, a_year_earlier(made.observations.values()))
    assert told.faults() == []
    assert told.untruths(made.judge) == []
    earlier = [claim for claim in told.read.claims if claim.period.startswith("before:")]
    known = [claim for claim in earlier if claim.measure == "change_percent"]
    assert len(known) > 100


def test_each_manner_is_found_in_the_text() -> None:
    told = in_manner("statistics", "2023-07", MANNERS["all at once"])
    text = "\n".join(told.read.texts)
    assert "lần cùng kỳ" in text
    assert "so với tháng trước và cùng kỳ" in text
    assert "(cùng kỳ năm 2022 " in text
