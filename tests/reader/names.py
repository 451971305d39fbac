"""What indicators and their items are called: indicators.yaml, read without drafter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .numbers import scale


@dataclass(frozen=True)
class Entry:
    """An indicator (item blank) or an item of one. group: a tuple's heading, without a value."""

    indicator: str
    item: str
    label: str
    short: str
    unit: str
    decimals: int
    rate_decimals: int
    kind: str
    labels: tuple[str, ...]
    group: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Indicator and item."""
        return self.indicator, self.item

    @property
    def depth(self) -> int:
        """How many levels below the whole."""
        return self.item.count("/") + 1 if self.item else 0


_QUANTITIES = ("số ", "tổng ", "thanh tra ")
"""How the label of a tuple begins that has a value itself."""
_SCALES = ("nghìn", "triệu", "tỷ")


@dataclass
class Names:
    """Every entry by (indicator, item), and by each text that it goes by."""

    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    by_label: dict[str, list[Entry]] = field(default_factory=dict)
    raw: dict[str, Any] = field(default_factory=dict)
    by_unit: dict[str, list[Entry]] = field(default_factory=dict)

    def plans(self, indicator: str) -> list[str]:
        """The plans that an indicator is measured against."""
        return list(self.raw[indicator].get("plans") or ())

    def lag(self, indicator: str) -> int:
        """Months by which its newest data trail the report."""
        return int(self.raw[indicator].get("lag") or 0)

    def spans(self, indicator: str) -> list[str]:
        """The spans that a report owes of it."""
        return list(self.raw[indicator].get("due") or ())

    def children(self, indicator: str, item: str) -> list[Entry]:
        """The entries one level below."""
        prefix = f"{item}/" if item else ""
        return [
            one for (name, path), one in self.entries.items()
            if name == indicator and path and path.startswith(prefix)
            and "/" not in path[len(prefix):]
        ]  # fmt: skip

    @property
    def units(self) -> list[str]:
        """Every unit there is, and by the thousand and the million, the longest first."""
        found = {one.unit for one in self.entries.values() if one.unit not in ("", "%")}
        plain = {one.split(" ", 1)[1] if one.split(" ")[0] in _SCALES else one for one in found}
        found |= {f"{scale} {one}" for scale in _SCALES for one in plain}
        return sorted(found, key=len, reverse=True)


def load(*files: Path) -> Names:
    """The names in the catalogues, later files over earlier ones."""
    classes: dict[str, Any] = {}
    indicators: dict[str, Any] = {}
    for file in files:
        data = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        for name, items in (data.get("classifications") or {}).items():
            classes[name] = _merge(classes.get(name) or {}, items or {})
        for name, given in (data.get("indicators") or {}).items():
            indicators[name] = _completed(indicators.get(name) or {}, given)
    names = Names(raw=indicators)
    for name, raw in indicators.items():
        _add(names, classes, name, raw)
    for entry in names.entries.values():
        names.by_unit.setdefault(scale(entry.unit)[0].lower(), []).append(entry)
        for label in entry.labels:
            if not label.startswith("so với "):
                names.by_label.setdefault(label.lower(), []).append(entry)
    return names


def _merge(held: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(held)
    for key, item in added.items():
        below = _merge((merged.get(key) or {}).get("items") or {}, item.get("items") or {})
        merged[key] = {**item, "items": below}
    return merged


def _completed(held: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """An indicator of a later file: alone where it says label, kind and unit, else completed."""
    if all(field in given for field in ("label", "kind", "unit")):
        return dict(given)
    below = {**(held.get("breakdown") or {}), **(given.get("breakdown") or {})}
    items = [(one.get("breakdown") or {}).get("items") or {} for one in (held, given)]
    merged = {**held, **given}
    if below:
        merged["breakdown"] = {**below, "items": _merge(*items)}
    return merged


def _add(names: Names, classes: Mapping[str, Any], name: str, raw: Mapping[str, Any]) -> None:
    digits = raw.get("decimals") or {}
    base = (raw["unit"], digits.get("value", 0), digits.get("rate", 2))
    label, short = raw["label"], raw.get("short") or ""
    names.entries[name, ""] = Entry(
        name,
        "",
        label,
        short,
        *base,
        raw["kind"],
        tuple(filter(None, (label, short))),
        raw["kind"] == "tuple" and not label.startswith(_QUANTITIES),
    )
    breakdown = raw.get("breakdown") or {}
    items = {**(classes.get(breakdown.get("classification") or "") or {}),
             **(breakdown.get("items") or {})}  # fmt: skip
    for path, item in _walk(items, ""):
        own = item.get("decimals") or {}
        places = (own.get("value", 0), own.get("rate", 2)) if own else base[1:]
        texts = (f"{label} {item['label']}", item["label"], item.get("short") or "")
        names.entries[name, path] = Entry(
            name, path, item["label"], item.get("short") or "", item.get("unit") or base[0],
            *places, raw["kind"], tuple(filter(None, texts)),
            raw["kind"] == "tuple" and "unit" not in item and "items" in item,
        )  # fmt: skip


def _walk(items: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, item in items.items():
        yield f"{prefix}{key}", item
        yield from _walk(item.get("items") or {}, f"{prefix}{key}/")


_WORDS = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Mention:
    """A label as it stands in a text."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    label: str = ""


class Finder:
    """Finds labels in texts, the longest at each place."""

    def __init__(self, names: Names, extra: Mapping[str, list[Entry]]) -> None:
        self.labels = {**names.by_label}
        for text, entries in extra.items():
            self.labels[text] = [*entries, *self.labels.get(text, [])]
        self.labels = {" ".join(_WORDS.findall(text)): held for text, held in self.labels.items()}
        self._tree: dict[str, Any] = {}
        for label in self.labels:
            node = self._tree
            for word in _WORDS.findall(label):
                node = node.setdefault(word, {})
            node[""] = label
        self._held: dict[str, list[Mention]] = {}

    def mentions(self, text: str) -> list[Mention]:
        """The labels in a text that lie in no longer one, in order."""
        if text not in self._held:
            self._held[text] = self._mentions(text)
        return self._held[text]

    def _mentions(self, text: str) -> list[Mention]:
        words = [(one.start(), one.end(), one[0]) for one in _WORDS.finditer(text.lower())]
        found: list[Mention] = []
        reached = -1
        for number, (start, _, _) in enumerate(words):
            node, longest = self._tree, None
            for _, end, word in words[number:]:
                if (below := node.get(word)) is None:
                    break
                node = below
                if "" in node:
                    longest = Mention(start, end, tuple(self.labels[node[""]]), node[""])
            if longest and longest.end > reached:
                found.append(longest)
                reached = longest.end
        return found
