"""How near a field of a tuple, or any entry of a unit, is to the words around a level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .atoms import Atom
from .names import Entry


@dataclass(frozen=True)
class Clues:
    """What stands around a level: its words, the entries and the indicators named there."""

    words: str
    direct: set[tuple[str, str]]
    tops: set[str]


def score_of(entry: Entry, carried: Entry | None, clues: Clues, atom: Atom) -> int:
    """How near an entry is to the words around a level and to what was spoken of last."""
    score = 10 * (entry.key in clues.direct) + 8 * (entry.indicator in clues.tops)
    score += 2 * overlap(entry.label, clues.words)
    if carried is None or carried.indicator != entry.indicator:
        return score - entry.depth
    group = carried.item if carried.group else carried.item.rpartition("/")[0]
    together = bool(group) and entry.item.startswith(f"{group}/")
    below = bool(carried.item) and entry.item.startswith(f"{carried.item}/")
    score += 6 if carried.item or carried.group else 3
    if atom.depth:
        return score + 4 * (together or below) - entry.depth + 2 * together
    return score - 2 * entry.depth + (entry == carried) + 3 * (together and atom.follows)


def likest(entries: Sequence[Entry], text: str, least: int) -> Entry | None:
    """The one entry whose label shares most words with a text, at least so many; else None."""
    shares = sorted(((overlap(one.label, text), -place) for place, one in enumerate(entries)),
                    reverse=True)  # fmt: skip
    if not shares or shares[0][0] < least:
        return None
    tied = len(shares) > 1 and shares[0][0] == shares[1][0]
    return None if tied else entries[-shares[0][1]]


def behind(atom: Atom) -> str:
    """The words behind a figure that still belong to it."""
    return re.split(r"[;:.()]|, | và ", atom.after)[0]


def beginnings(text: str) -> list[str]:
    """What a unit may be that a text begins with: its first words, one to six."""
    parts = text.split(" ")
    return [" ".join(parts[:count]) for count in range(1, min(len(parts), 6) + 1)]


_IDLE = {"số", "và", "được", "các", "của", "có", "tổng", "do", "xảy", "ra", "tỷ", "lệ"}


def words(text: str) -> set[str]:
    """The words of a text that tell something."""
    return set(re.findall(r"\w+", text.lower())) - _IDLE


def unmatched(label: str, text: str) -> int:
    """How many words of a label a text does not say."""
    return len(words(label) - words(text))


def overlap(label: str, text: str) -> int:
    """How many words a label and a text share."""
    return len(words(label) & words(text))
