"""The settings of a profile or a report kind, each checked by itself with the line it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from drafter.catalog import Catalog
from drafter.errors import Message, Problem, msg
from drafter.settings import NUMBERS, PHRASES, YEARLY, Layers, Settings, fills
from drafter.stores.checking import (
    change_in_units_fault,
    fitting,
    is_change,
    told,
    unknown_change,
    unknown_indicator,
    unknown_item,
)
from drafter.stores.texts import YamlFile

_LOWEST_MULTIPLE = 150
_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_NAMES = tuple(field.name for field in msgspec.structs.fields(Settings))


def settings_problems(
    file: YamlFile, layers: Layers, catalog: Catalog, sections: Sequence[str]
) -> Iterator[Problem]:
    """Settings that there are not, values that cannot be used, and layers that fit nothing."""
    yield from _layer_problems(file, layers.all, "all")
    named: tuple[tuple[str, Mapping[str, Mapping[str, Any]]], ...] = (
        ("sections", layers.sections),
        ("indicators", layers.indicators),
        ("items", layers.items),
    )
    for kind, held in named:
        for name, layer in held.items():
            if fault := _unknown(kind, name, catalog, sections):
                yield file.problem(msg("settings: {fault}", fault=fault), "settings", kind, name)
            yield from _layer_problems(file, layer, kind, name)


def _unknown(kind: str, name: str, catalog: Catalog, sections: Sequence[str]) -> Message | None:
    """What is wrong with the name of a layer, or None."""
    if kind == "sections":
        if name in sections:
            return None
        return told(msg("there is no section '{key}'", key=name), name, sections)
    indicator, _, item = name.partition("/") if kind == "items" else (name, "", "")
    entries = fitting(catalog, indicator)
    if not entries or (kind == "items" and indicator not in entries):
        return unknown_indicator(indicator, catalog)
    if kind == "items" and item and catalog.item(indicator, item) is None:
        return unknown_item(indicator, item, entries, catalog)
    return None


def _layer_problems(file: YamlFile, layer: Mapping[str, Any], *steps: str) -> Iterator[Problem]:
    for name, value in layer.items():
        if fault := _setting_fault(name, value):
            said = msg("settings of {layer}: {fault}", layer=steps[-1], fault=fault)
            yield file.problem(said, "settings", *steps, name)


def _setting_fault(name: str, value: Any) -> Message | None:
    """What is wrong with one setting, or None."""
    if name not in _NAMES:
        return told(msg("there is no setting '{word}'", word=name), name, _NAMES)
    if name in NUMBERS and not (value == "" or _is_decimal(value)):
        return msg(
            "{setting} '{value}' is no plain number; write it in quotation marks, as in \"0.1\"",
            setting=name,
            value=value,
        )
    if name == "times_from" and value and Decimal(value) < _LOWEST_MULTIPLE:
        return msg(
            "times_from '{value}' is too low for a multiple; write the ratio in percent, as in "
            '"200"',
            value=value,
        )
    try:
        msgspec.convert({name: value}, Settings)
    except msgspec.ValidationError as error:
        reason = str(error).partition(" - at ")[0]
        return msg("{setting}: {reason}; mend the value", setting=name, reason=reason)
    if name in PHRASES and not fills(value, PHRASES[name]):
        places = ", ".join(f"{{{place}}}" for place in PHRASES[name])
        return msg(
            "{setting} '{value}' cannot be filled in; use only {places}",
            setting=name,
            value=value,
            places=places,
        )
    return _change_fault(name, value)


def _is_decimal(value: object) -> bool:
    return isinstance(value, str) and bool(_DECIMAL.fullmatch(value))


def _change_fault(name: str, value: Any) -> Message | None:
    """A comparison that a setting names and that does not fit; `base_year` may be any year's."""
    if name == "earlier_growth":
        wrong = (one for one in value if one not in YEARLY)
        return next((_not_yearly(one) for one in wrong), None)
    if name == "same_base":
        known = value in ("", "base_year") or is_change(value)
        return None if known else unknown_change(value)
    named = value if name == "absolute_on" else ()
    faults = (change_in_units_fault(one) for one in named if one != "base_year")
    return next((fault for fault in faults if fault), None)


def _not_yearly(comparison: str) -> Message:
    what = msg("'{word}' is no change on the same period of the year before", word=comparison)
    return told(what, comparison, YEARLY)
