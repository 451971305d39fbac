"""Settings from the call outwards: call, item, indicator, section, all."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from drafter.settings import PHRASES, PLANS, Cascade, Layers, Settings, fills


def test_without_layers_the_documented_defaults_hold() -> None:
    assert Cascade().at("trade", "trade.exports", "rice") == Settings()


ALL = {"all": {"unit": "a"}}
SECTION = {"sections": {"trade": {"unit": "s"}}}
PATTERN = {"indicators": {"trade.*": {"unit": "p"}}}
INDICATOR = {"indicators": {"trade.*": {"unit": "p"}, "trade.exports": {"unit": "i"}}}
ITEM = {"items": {"trade.exports/rice": {"unit": "t"}}}


@pytest.mark.parametrize(
    ("layers", "unit"),
    [
        (ALL, "a"),
        (ALL | SECTION, "s"),
        (ALL | SECTION | PATTERN, "p"),
        (ALL | SECTION | INDICATOR, "i"),
        (ALL | SECTION | INDICATOR | ITEM, "t"),
    ],
)
def test_the_nearest_to_the_call_wins(layers: dict[str, Any], unit: str) -> None:
    assert Cascade(Layers(**layers)).at("trade", "trade.exports", "rice").unit == unit


def test_the_call_wins_over_all() -> None:
    layers = Layers(**ALL, **ITEM)
    assert Cascade(layers).at("trade", "trade.exports", "rice", {"unit": "c"}).unit == "c"


def test_the_profile_stands_over_the_report_kind_in_one_layer_only() -> None:
    kind, profile = Layers(**(ALL | ITEM)), Layers(all={"unit": "profile", "decimals": 3})
    cascade = Cascade(kind, profile)
    assert cascade.at("trade", "trade.imports").unit == "profile"
    assert cascade.at("trade", "trade.exports", "rice").unit == "t"
    assert cascade.at("trade", "trade.exports", "rice").decimals == 3


def test_other_places_are_not_touched() -> None:
    cascade = Cascade(Layers(**(SECTION | INDICATOR | ITEM)))
    assert cascade.at("finance", "budget.revenue").unit == ""
    assert cascade.at("trade", "budget.revenue").unit == "s"
    assert cascade.at("", "trade.exports", "tea").unit == "i"


def test_plan_names_complete_those_that_are_known() -> None:
    layers = Layers(
        all={"plans": {"central": "dự toán"}},
        indicators={"budget.*": {"plans": {"province": "dự toán tỉnh"}}},
    )
    at = Cascade(layers).at(indicator="budget.revenue", call={"plans": {"year": "chỉ tiêu"}})
    assert at.plans == {
        **PLANS,
        "central": "dự toán",
        "province": "dự toán tỉnh",
        "year": "chỉ tiêu",
    }


def test_a_place_is_resolved_once() -> None:
    cascade = Cascade(Layers(**ALL))
    assert cascade.at("trade", call={"decimals": 1}) is cascade.at("trade", call={"decimals": 1})
    assert cascade.at("trade", call={"decimals": 1}) != cascade.at("trade", call={"decimals": 2})


@pytest.mark.parametrize(
    "layers",
    [
        Layers(all={"colour": "red"}),
        Layers(sections={"trade": {"form": "rato"}}),
        Layers(indicators={"x": {"decimals": "two"}}),
        Layers(items={"x/y": {"series_base": "middle"}}),
        Layers(all={"decimals": 7}),
        Layers(all={"rate_decimals": -1}),
    ],
)
def test_an_unknown_setting_is_refused(layers: Layers) -> None:
    with pytest.raises(msgspec.ValidationError):
        Cascade(layers).at("trade", "x", "y")


def test_known_settings_pass() -> None:
    layers = Layers(all={"form": "ratio", "times_from": "200"}, items={"x/y": {"decimals": 0}})
    assert Cascade(layers).at("", "x", "y") == Settings(form="ratio", times_from="200", decimals=0)


def test_the_phrases_that_are_shipped_can_be_filled_in() -> None:
    for name, places in PHRASES.items():
        assert fills(getattr(Settings(), name), places), name


@pytest.mark.parametrize("phrase", ["{yaer}", "{year", "{year:d}", "{year!r}", "{year.real}", "{}"])
def test_a_phrase_has_no_braces_but_those_of_its_places(phrase: str) -> None:
    assert not fills(f"so với năm {phrase}", ["year", "date"])
