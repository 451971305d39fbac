"""What changes are compared with: said behind them, or by their series, host or heading."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from . import phrases
from .atoms import Atom

CHANGES = ("change_percent", "ratio", "times", "unchanged", "extreme", "change_range")
COMPARED = (*CHANGES, "change_absolute", "count", "status", "way", "points")
_JOINED = (" (", ", tương ứng ", " tương ứng ", " (tương đương ")


def intro(text: str, first: Atom) -> str:
    """The words of a sentence before its first figure."""
    start = max((m.end() for m in re.finditer(r"[.!?] +", text[: first.start])), default=0)
    return text[start : first.start]


def base_name(found: re.Match[str]) -> str:
    """A base phrase in the words of the data."""
    groups = found.groupdict()
    if groups.get("year"):
        return f"base_year:{groups['year']}"
    return next(name for name in groups if name != "year" and groups[name])


def find(found: Sequence[Atom], text: str, heading: str) -> None:
    """Gives every change of a paragraph its base; blank where nothing tells it."""
    changes = [atom for atom in found if atom.kind in COMPARED]
    for atom in changes:
        pattern = phrases.BASE_BARE if atom.kind in ("unchanged", "times") else phrases.BASE_BEHIND
        if phrases.WITHOUT_PRICES.search(atom.before):
            atom.base = "year_on_year_real"
        elif hit := pattern.match(atom.after):
            atom.base = base_name(hit)
    _together(changes, text)
    for first, second in itertools.pairwise(changes):
        _share(first, second, text)
    for atom in changes:
        atom.base = atom.base or _unsaid(atom, changes, text, heading)


def _together(changes: Sequence[Atom], text: str) -> None:
    """Two changes whose bases are said behind the second, and the pairs that leave theirs out."""
    said = {}
    for atom in changes:
        if hit := phrases.BASES_TOGETHER.match(atom.after):
            before = _BEFORE[hit["first"]]
            said[atom.sentence, atom.depth - atom.after.startswith(")")] = f"{before}_on_{before}"
            atom.base = ""
    for (sentence, depth), base in said.items():
        peers = [one for one in changes if (one.sentence, one.depth) == (sentence, depth)]
        for first, second in itertools.pairwise(peers):
            between = text[first.end : second.start]
            if phrases.JOINED_PAIR.fullmatch(between) and not first.base:
                first.base, second.base = base, second.base or "year_on_year"


_BEFORE = {"tháng": "month", "quý": "quarter"}


def _share(first: Atom, second: Atom, text: str) -> None:
    """A rate and its change in units share the base that one of them says."""
    bare = first.kind in ("times", "unchanged") and not second.base
    if bare and (hit := phrases.BASE_BARE.match(second.after)):
        second.base = base_name(hit)
    if text[first.end : second.start] in _JOINED and first.subject == second.subject:
        first.base = first.base or second.base
        second.base = second.base or first.base


def _unsaid(atom: Atom, changes: Sequence[Atom], text: str, heading: str) -> str:
    """The base of a change that says none: of its series, host, introduction, heading."""
    peers = [
        one for one in changes
        if (one.sentence, one.depth) == (atom.sentence, atom.depth) and one.host is atom.host
    ]  # fmt: skip
    place = peers.index(atom)
    ahead = next((one.base for one in peers[place + 1 :] if one.base), "")
    behind = next((one.base for one in reversed(peers[:place]) if one.base), "")
    if atom.depth:
        return ahead or _of_host(atom.host, changes, text, heading) or behind or heading
    told = phrases.BASE.search(intro(text, peers[0]))
    back = next((one.base for one in reversed(changes[: changes.index(atom)]) if one.base), "")
    return ahead or (base_name(told) if told else "") or behind or heading or back


def _of_host(host: Atom | None, changes: Sequence[Atom], text: str, heading: str) -> str:
    if host is None or host.base or host not in changes:
        return host.base if host else ""
    return _unsaid(host, changes, text, heading)
