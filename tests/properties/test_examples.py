"""Single cases of changed data: equal, zero and negative bases, units, vintages, territory."""

from __future__ import annotations

import copy
from dataclasses import replace
from decimal import Decimal

import msgspec

from drafter.report import draft
from tests.reader.claims import Claim

from .drafts import Told, july


def claim(told: Told, indicator: str, item: str = "", measure: str = "change_percent",
          base: str = "year_on_year") -> Claim | None:  # fmt: skip
    """The first claim of a kind about a series, or None."""
    for one in told.read.claims:
        if (one.indicator, one.item, one.measure, one.base) == (indicator, item, measure, base):
            return one
    return None


def test_an_equal_value_is_told_as_equivalent() -> None:
    row = july().row("agriculture.herd", "pigs", "asof", "2023-07-31")
    told = july().told({row.place: july().levelled(row)})
    found = claim(told, "agriculture.herd", "pigs")
    assert found is not None
    assert (found.direction, found.text) == ("unchanged", "tương đương")
    assert told.faults() == []


def test_a_change_that_rounds_to_nothing_is_told_as_equivalent() -> None:
    row = july().row("agriculture.herd", "pigs", "asof", "2023-07-31")
    told = july().told({row.place: july().levelled(row) + 1})
    found = claim(told, "agriculture.herd", "pigs")
    assert found is not None
    assert found.direction == "unchanged"


def test_a_zero_base_is_refused_and_told() -> None:
    base = july().row("agriculture.herd", "pigs", "asof", "2022-07-31")
    told = july().told({base.place: Decimal(0)})
    assert claim(told, "agriculture.herd", "pigs") is None
    assert any("agriculture.herd/pigs" in line and "0" in line for line in told.told.splitlines())
    assert told.faults() == []


def test_a_negative_base_is_refused_and_told() -> None:
    base = july().row("trade.turnover", "", "ytd", "2022-07")
    told = july().told({base.place: -base.value})
    assert claim(told, "trade.turnover") is None
    assert "trade.turnover" in told.told
    assert told.faults() == []


def test_a_fall_is_told_as_a_fall_with_its_size() -> None:
    row = july().row("prices.cpi", "", "month", "2023-07", "change_percent", "month_on_month")
    told = july().told({row.place: Decimal("-1.07")})
    found = claim(told, "prices.cpi", base="month_on_month")
    assert found is not None
    assert (found.text, found.value) == ("giảm 1,07%", Decimal("-1.07"))
    assert told.faults() == []


def test_the_verb_is_chosen_from_the_rounded_figure() -> None:
    row = july().row("prices.cpi", "", "month", "2023-07", "change_percent", "month_on_month")
    told = july().told({row.place: Decimal("-0.004")})
    found = claim(told, "prices.cpi", base="month_on_month")
    assert found is not None
    assert found.direction == "unchanged"


def test_a_base_in_another_unit_is_refused_and_told() -> None:
    base = july().row("agriculture.sown_area", "maize", "ytd", "2022-07")
    other = replace(july().observations[base.place], unit="sào", place="data/other.csv:2")
    told = july().told({base.place: None}, more=[other])
    assert claim(told, "agriculture.sown_area", "maize") is None
    assert "sào" in told.told
    assert told.faults() == []


def test_an_earlier_vintage_makes_the_earlier_report_again() -> None:
    row = july().row("trade.exports", "", "month", "2023-07")
    revised = replace(
        july().observations[row.place], value=Decimal(999), vintage="2023-08-27",
        place="data/revised.csv:2",
    )  # fmt: skip
    first, now = july().told(), july().told(more=[revised])
    again = july().told(more=[revised], vintage=row.vintage)
    texts = [" ".join(told.read.texts) for told in (first, now, again)]
    assert "999 triệu USD" in texts[1]
    assert texts[0] == texts[2]
    assert now.faults() == again.faults() == []


def test_the_newest_vintage_holds_in_whatever_order_the_rows_stand() -> None:
    row = july().row("trade.exports", "", "month", "2023-07")
    old = replace(
        july().observations[row.place], value=Decimal(111), vintage="2023-07-01",
        place="data/old.csv:2",
    )  # fmt: skip
    told = july().told(more=[old])
    assert "111 triệu USD" not in " ".join(told.read.texts)
    assert told.faults() == []


def test_a_base_of_another_territory_is_refused_and_told() -> None:
    workspace = copy.copy(july().workspace)
    province = msgspec.structs.replace(workspace.profile.province, territory_since="2023-07-01")
    rows = [replace(one, vintage="2022-12-31" if one.key.period < "2023" else one.vintage)
            for one in july().observations.values()]  # fmt: skip
    workspace.profile = msgspec.structs.replace(workspace.profile, province=province)
    workspace.observations = type(workspace.observations)(rows)
    made = draft(workspace, "2023-07", report="statistics")
    read = july().reader.read(made.docx())
    compared = [c for c in read.claims if c.indicator == "agriculture.herd" and c.base]
    assert compared == []
    assert any("2023-07-01" in one.text() for one in made.problems)
