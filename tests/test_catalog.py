"""The catalogue of indicators: its breakdowns, own and shared."""

from __future__ import annotations

import re

import pytest

from drafter.catalog import Catalog, Indicator, item_paths
from drafter.errors import InputError
from drafter.yaml_text import from_yaml

TEXT = """
classifications:
  industry:
    B: {label: khai khoáng, items: {"05": {label: khai thác than, short: than}}}
    C: {label: chế biến}
indicators:
  iip:
    label: chỉ số sản xuất
    kind: index
    unit: "%"
    breakdown: {classification: industry, items: {x: {label: của riêng}}, noun: ngành}
  exports: {label: xuất khẩu, kind: flow, unit: triệu USD}
  own: {label: riêng, kind: count, unit: cái, breakdown: {items: {a: {label: a}}}}
"""
CATALOG = from_yaml(TEXT, Catalog, "indicators.yaml")


def paths(name: str) -> list[str]:
    """The item paths of an indicator."""
    return list(item_paths(CATALOG, CATALOG.indicators[name]))


def test_a_shared_classification_comes_before_items_of_its_own() -> None:
    assert paths("iip") == ["B", "B/05", "C", "x"]


def test_an_indicator_without_breakdown_has_no_items() -> None:
    assert paths("exports") == []
    assert CATALOG.members(CATALOG.indicators["exports"]) == {}


def test_an_item_is_found_by_its_path() -> None:
    found = CATALOG.item("iip", "B/05")
    assert found is not None
    assert (found.label, found.short) == ("khai thác than", "than")
    assert CATALOG.item("iip", "B/06") is None
    assert CATALOG.item("own", "B") is None


def test_the_defaults_of_an_indicator() -> None:
    made = Indicator("x", "flow", "ha")
    assert (made.decimals.value, made.decimals.rate, made.lag, made.plans) == (0, 2, 0, ())


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("kind: flow", "kind: flows", "Invalid enum value 'flows'"),
        ("noun: ngành", "nouns: ngành", "unknown field `nouns`"),
        ("  exports: {label: xuất khẩu, ", "  exports: {", "missing required field `label`"),
        ('"05": {label', "05: {label", 'is no text to YAML; put it in quotation marks: "05"'),
    ],
)
def test_a_fault_is_named_with_its_file_and_line(wrong: str, right: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        from_yaml(TEXT.replace(wrong, right), Catalog, "indicators.yaml")
    assert said in str(caught.value)
    assert re.match(r"indicators\.yaml:[0-9]+: ", str(caught.value))
