"""The national catalogue with what an office adds to it or says otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drafter.catalog import Catalog
from drafter.stores.builtin import builtin_folder
from drafter.stores.texts import YamlFile, read_text
from drafter.yaml_text import Kept, converted, load_yaml

CATALOG = "indicators.yaml"
_WHOLE_ITEM = ("label",)
_WHOLE_INDICATOR = ("label", "kind", "unit")


def read_catalog(folder: Path, kept: Kept | None = None) -> tuple[Catalog, YamlFile]:
    """The catalogue of an office, and the office's own file of it, blank where there is none.

    An entry of the office that is whole (an indicator with label, kind and unit; an item with its
    label) takes the place of the national one; another one is completed by it. kept: as in
    `load_yaml`. Raises InputError.
    """
    national_text = read_text(builtin_folder() / CATALOG, CATALOG)
    national = load_yaml(national_text, CATALOG, kept)
    catalog = converted(national, Catalog, national_text, CATALOG)
    path = folder / CATALOG
    if not path.is_file():
        return catalog, YamlFile(CATALOG, "")
    own = YamlFile(CATALOG, read_text(path, CATALOG))
    values = _completed(national, load_yaml(own.text, CATALOG, kept))
    added = converted(values, Catalog, own.text, CATALOG)
    return Catalog(
        {**catalog.classifications, **added.classifications},
        {**catalog.indicators, **added.indicators},
    ), own


def _completed(national: Any, own: Any) -> Any:
    """The office's values, those that are not whole completed; what has no form stays as it is."""
    if not isinstance(own, dict):
        return own
    made, classes = dict(own), national["classifications"]
    if isinstance(own.get("classifications"), dict):
        given = own["classifications"]
        made["classifications"] = {key: _items(classes.get(key), given[key]) for key in given}
    if isinstance(own.get("indicators"), dict):
        known, given = national["indicators"], own["indicators"]
        made["indicators"] = {key: _indicator(known.get(key), given[key], classes) for key in given}
    return made


def _items(held: Any, added: Any) -> Any:
    """The members of a breakdown with those added, key by key."""
    if not isinstance(held, dict) or not isinstance(added, dict):
        return added
    return {**held, **{key: _item(held.get(key), entry) for key, entry in added.items()}}


def _item(held: Any, added: Any) -> Any:
    """An item over the one of the same key; the members below are completed in either case."""
    if not isinstance(held, dict) or not isinstance(added, dict):
        return added
    made = _over(held, added, _WHOLE_ITEM)
    if "items" in held:
        made["items"] = _items(held["items"], added.get("items", {}))
    return made


def _indicator(held: Any, added: Any, classes: dict[str, Any]) -> Any:
    """An indicator over the national one, its items over those of the classification too."""
    if not isinstance(held, dict) or not isinstance(added, dict):
        return added
    if all(field in added for field in _WHOLE_INDICATOR):
        return added
    made = {**held, **added}
    below, own = held.get("breakdown"), added.get("breakdown")
    if isinstance(below, dict) and isinstance(own, dict):
        made["breakdown"] = {**below, **own}
        if isinstance(own.get("items"), dict):
            items = below.get("items", {})
            known = {**classes.get(below.get("classification", ""), {}), **items}
            given = {key: _item(known.get(key), entry) for key, entry in own["items"].items()}
            made["breakdown"]["items"] = {**items, **given}
    return made


def _over(held: dict[Any, Any], added: dict[Any, Any], whole: tuple[str, ...]) -> dict[Any, Any]:
    return dict(added) if all(field in added for field in whole) else {**held, **added}
