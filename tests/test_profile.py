"""What an office reports: its scope, resolved against the catalogue."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.catalog import Breakdown, Catalog, Indicator, Item
from drafter.errors import InputError
from drafter.profile import Profile, Scope, ScopeRule
from drafter.yaml_text import from_yaml

CROPS = Breakdown(
    items={"rice": Item("lúa", items={"main": Item("lúa mùa")}), "maize": Item("ngô")}
)
CATALOG = Catalog(
    indicators={
        "crops.area": Indicator("diện tích", "stock", "ha", breakdown=CROPS,
                                due={"month": ("year_on_year",), "ytd": ()}),
        "crops.output": Indicator("sản lượng", "flow", "tấn", breakdown=CROPS,
                                  due={"month": ("year_on_year",)}),
        "trade.exports": Indicator("xuất khẩu", "flow", "triệu USD", due={"month": ("plan",)}),
    }
)  # fmt: skip
HEAD = """
format: 1
province: {name: Hải Đăng}
agencies: {statistics_office: {name: CỤC THỐNG KÊ}}
"""


def scope(entries: str) -> Scope:
    """The scope that a profile's lines make."""
    return Scope(CATALOG, from_yaml(f"{HEAD}scope: {entries}", Profile, "drafter.yaml").scope)


def test_an_empty_rule_is_the_whole_with_what_the_catalogue_owes() -> None:
    found = scope("{crops.area: {}}")
    assert found.due("crops.area") == {"month": ("year_on_year",), "ytd": ()}
    assert found.due("crops.area", "rice") == {}
    assert found.items("crops.area") == ()


def test_all_is_the_whole_and_every_item_in_the_order_of_the_catalogue() -> None:
    found = scope("{crops.area: all}")
    assert found.items("crops.area") == ("rice", "rice/main", "maize")
    assert found.due("crops.area", "rice/main") == found.due("crops.area") != {}


def test_items_stand_in_the_order_of_the_catalogue_whatever_the_rules_say() -> None:
    found = scope("{crops.area: [{items: [maize]}, {items: [rice/main]}]}")
    assert found.items("crops.area") == ("rice/main", "maize")
    assert found.due("crops.area") == {}


def test_rules_of_one_item_add_up_without_saying_anything_twice() -> None:
    found = scope(
        "{crops.area: [{due: {month: [year_on_year]}}, "
        "{due: {month: [year_on_year, share], ytd: []}}]}"
    )
    assert found.due("crops.area") == {"month": ("year_on_year", "share"), "ytd": ()}


def test_the_id_wins_over_a_pattern_and_the_longer_pattern_over_the_shorter() -> None:
    found = scope('{"*": all, "crops.*": {}, crops.output: {due: {}}}')
    assert found.due("trade.exports") == {"month": ("plan",)}
    assert found.items("crops.area") == ()
    assert found.due("crops.area") != {}
    assert found.due("crops.output") == {}


def test_what_no_rule_names_is_out_of_scope() -> None:
    found = scope("{crops.area: all}")
    assert (found.due("trade.exports"), found.items("trade.exports")) == ({}, ())
    assert found.due("nothing.known") == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("scope: {x: some}", "Invalid enum value 'some'"),
        ("scope: {x: {itmes: [a]}}", "unknown field `itmes`"),
        ("scope: {}\nagency: x", "unknown field `agency`"),
    ],
)
def test_a_fault_of_the_profile_has_its_line(line: str, said: str) -> None:
    with pytest.raises(InputError, match=r"^drafter\.yaml:[0-9]+: ") as caught:
        from_yaml(HEAD + line, Profile, "drafter.yaml")
    assert said in str(caught.value)


def test_the_defaults_of_a_profile() -> None:
    made: Any = from_yaml(HEAD + "scope: {}", Profile, "drafter.yaml")
    assert (made.report, made.province.type, made.numerals) == ("provincial", "tỉnh", {})


def test_a_report_may_leave_comparisons_out() -> None:
    told = {"trade.exports": ScopeRule(due={"month": ("month_on_month", "year_on_year")})}
    made = Scope(CATALOG, told, without=("month_on_month",))
    assert made.due("trade.exports") == {"month": ("year_on_year",)}


def test_the_last_scope_that_has_an_indicator_holds() -> None:
    office = {"trade.*": "all"}
    report = {"trade.exports": ScopeRule(due={"ytd": ()})}
    made = Scope(CATALOG, office, report)
    assert made.due("trade.exports") == {"ytd": ()}
    assert Scope(CATALOG, office, {"trade.exports": "none"}).due("trade.exports") == {}


def test_what_is_compiled_by_quarter_is_due_in_reports_that_tell_a_quarter() -> None:
    text = (
        "indicators: {grdp: {label: GRDP, kind: flow, unit: tỷ đồng, frequency: quarter, "
        "due: {quarter: [year_on_year], ytd: [year_on_year]}}}"
    )
    catalog = from_yaml(text, Catalog, "indicators.yaml")
    assert Scope(catalog, {"grdp": "all"}, spans=("month", "ytd")).due("grdp") == {}
    assert set(Scope(catalog, {"grdp": "all"}, spans=("quarter", "ytd")).due("grdp")) == {
        "quarter",
        "ytd",
    }
