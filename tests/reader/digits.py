"""How many decimals an office prints, what it calls plans: its YAML files, read without drafter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

_KINDS = {"Q": "quarter", "6M": "half", "9M": "nine_months"}
PLAN_WORDS = {
    "": "kế hoạch", "province": "kế hoạch", "year": "kế hoạch",
    "central": "kế hoạch Trung ương giao", "year_start": "kế hoạch giao đầu năm",
    "total_investment": "tổng mức đầu tư",
}  # fmt: skip


@dataclass(frozen=True)
class Digits:
    """Decimals by indicator and item. layers: settings of files, the later standing over."""

    layers: tuple[Mapping[str, Any], ...] = ()

    def levels(self, indicator: str, item: str) -> int | None:
        """The decimals of levels; None where the catalogue says them."""
        return self._said("decimals", indicator, item)

    def rates(self, indicator: str, item: str) -> int | None:
        """The decimals of percentages; None where the catalogue says them."""
        return self._said("rate_decimals", indicator, item)

    def plans(self, indicator: str, item: str) -> dict[str, str]:
        """What each plan is called."""
        named = dict(PLAN_WORDS)
        for held in self._held(indicator, item):
            named.update(held.get("plans") or {})
        return named

    def _said(self, name: str, indicator: str, item: str) -> int | None:
        found = [held[name] for held in self._held(indicator, item) if name in held]
        return found[-1] if found else None

    def _held(self, indicator: str, item: str) -> Iterator[Mapping[str, Any]]:
        """What is set for a series, the more particular last."""
        yield from (layer.get("all") or {} for layer in self.layers)
        for layer in self.layers:
            patterns = layer.get("indicators") or {}
            for pattern in sorted(patterns, key=len):
                if fnmatchcase(indicator, pattern):
                    yield patterns[pattern]
        yield from ((layer.get("items") or {}).get(f"{indicator}/{item}", {})
                    for layer in self.layers)  # fmt: skip


PLAIN = Digits()
"""Those of the catalogue."""


def digits(kind: Path, period: str, office: Path | None = None) -> Digits:
    """The decimals of a report. kind: its file; office: the workspace, none for a made-up one."""
    files = [_load(kind)]
    if office:
        files.append(_load(office / "drafter.yaml"))
        about = {period, _kind_of(period)}
        for edition in map(_load, sorted((office / "reports").glob("*.yaml"))):
            kinds, periods = edition.get("kinds"), edition.get("periods")
            if (not kinds or kind.stem in kinds) and (not periods or about & set(periods)):
                files.append(edition)
    if manners := [file["manner"] for file in files if file.get("manner")]:
        files.insert(0, _load(kind.parents[1] / "manners" / f"{manners[-1]}.yaml"))
    return Digits(tuple(file.get("settings") or {} for file in files))


def _load(file: Path) -> Mapping[str, Any]:
    held = yaml.safe_load(file.read_text(encoding="utf-8"))
    return held if isinstance(held, dict) else {}


def _kind_of(period: str) -> str:
    """`half` for `2023-6M`."""
    _, _, rest = period.partition("-")
    return _KINDS.get(rest) or _KINDS.get(rest[:1]) or ("month" if rest else "year")
