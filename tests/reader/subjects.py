"""Whom a figure is about: the label before it, else what is spoken of, else its unit and words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .atoms import Atom
from .names import Entry, Finder, Mention, Names

LEVELS = ("level", "fraction", "range", "from_to")
SCALES = {"nghìn": 3, "triệu": 6, "tỷ": 9}
WEIGHTS = {"tấn": ("kg", 3), "nghìn tấn": ("kg", 6), "triệu tấn": ("kg", 9)}


def scale(unit: str) -> tuple[str, int]:
    """A unit without its `nghìn`, `triệu`, `tỷ`, and the power of ten that they stand for."""
    if unit in WEIGHTS:
        return WEIGHTS[unit]
    word, _, rest = unit.partition(" ")
    return (rest, SCALES[word]) if word in SCALES and rest else (unit, 0)


def same_unit(one: str, other: str) -> bool:
    """Whether two units measure the same thing on some scale."""
    return scale(one)[0].lower() == scale(other)[0].lower()


def within(indicator: str, prefixes: Sequence[str]) -> bool:
    """Whether an indicator belongs to a section (any section has all when it names none)."""
    return not prefixes or indicator.startswith(tuple(prefixes))


@dataclass
class Subjects:
    """What a page speaks of: its section, what the heading and the bullet name, what came last."""

    names: Names
    finder: Finder
    prefixes: tuple[str, ...] = ()
    carried: Entry | None = None
    bullet: Entry | None = None
    whole: Entry | None = None

    def mentions(self, text: str) -> list[Mention]:
        """The labels in a text that belong to the section."""
        found = []
        for one in self.finder.mentions(text):
            fitting = tuple(e for e in one.entries if within(e.indicator, self.prefixes))
            if fitting:
                found.append(Mention(one.start, one.end, fitting))
        return found

    def of(self, atom: Atom, before: str, last: Atom | None) -> Entry | None:
        """The entry that a figure is about, None when the words do not tell."""
        continued = last is not None and last.sentence == atom.sentence
        own = own_words(before, continued=continued)
        if atom.kind == "count" and (self.whole or self.carried):
            return self.whole or self.carried
        if atom.kind == "progress":
            named = self.mentions(atom.after)
            return self._with_item(named[0].entries[0], self.carried) if named else None
        if atom.kind == "missing":
            told = self.mentions(own) or self.mentions(atom.text)
            return self._choose(told, own, atom) if told else None
        if atom.kind == "zero":
            return self._zero(atom, before)
        if atom.kind in LEVELS:
            return self._of_level(atom, own)
        return self._of_change(atom, own, last if continued else None)

    def _of_level(self, atom: Atom, own: str) -> Entry | None:
        named, carried = self._fitting(own, atom), self.carried
        fields = [entry for mention in named for entry in mention.entries]
        if carried and carried.kind == "tuple" and all(
            one.indicator == carried.indicator and not one.group for one in fields
        ) and (found := self._by_unit(atom, own, carried)):  # fmt: skip
            return found
        return self._choose(named, own, atom) if named else self._by_unit(atom, own, carried)

    def _of_change(self, atom: Atom, own: str, last: Atom | None) -> Entry | None:
        if named := self._fitting(own, atom):
            return self._choose(named, own, atom)
        host = last.subject if last else None
        return host or self.carried

    def _fitting(self, own: str, atom: Atom) -> list[Mention]:
        return [m for m in self.mentions(own) if any(_unit_fits(e, atom) for e in m.entries)]

    def _choose(self, named: list[Mention], own: str, atom: Atom) -> Entry:
        """The entry meant: of the label that stands last, the one nearest to what is spoken of."""
        mention = named[0] if len(named) > 1 and _in_brackets(own, named[-1].start) else named[-1]
        entries = [one for one in mention.entries if _unit_fits(one, atom)]
        wholes = {one.indicator for one in entries if not one.item}
        held = [e for m in named[:-1] for e in m.entries if e.item and e.indicator in wholes]
        if held:
            return held[-1]
        product = own[: mention.start].rstrip().lower().endswith("sản phẩm")
        best = max(entries, key=lambda one: self._nearness(one, atom, product=product))
        if best.group and atom.kind in LEVELS:
            return self._by_unit(atom, own, best) or best
        return best if best.item else self._with_item(best, self.bullet)

    def _nearness(self, one: Entry, atom: Atom, *, product: bool) -> tuple[int, ...]:
        host, near = atom.host.subject if atom.host else None, self.bullet or self.carried
        is_product = one.indicator == "industry.products"
        kin = near is not None and one.item.split("/")[0] == near.item.split("/")[0]
        return (
            int(is_product == product),
            int(bool(host and one.indicator == host.indicator
                     and one.item.startswith(f"{host.item}/"))),
            int(bool(self.carried and one.indicator == self.carried.indicator)),
            int(bool(kin and one.item)),
            int(not one.item),
            -one.item.count("/"),
        )  # fmt: skip

    def _with_item(self, entry: Entry, near: Entry | None) -> Entry:
        """An indicator named without an item, of the item that the bullet is about."""
        if entry.item or near is None or not near.item:
            return entry
        return self.names.entries.get((entry.indicator, near.item), entry)

    def _zero(self, atom: Atom, before: str) -> Entry | None:
        """What there is nothing of: of a tuple the field whose words are said, else its first."""
        named = self.mentions(atom.text) or self.mentions(f"{before} {atom.text}")
        if not named:
            return self._likest(atom.text)
        best = named[-1].entries[0]
        fields = self.names.children(best.indicator, "")
        if best.item or best.kind != "tuple" or not fields:
            return best
        theirs = _words(best.label)
        rest = " ".join(_words(atom.text) - theirs)
        likely = max(fields, key=lambda one: _overlap(one.label, rest))
        return likely if _overlap(likely.label, rest) >= 2 else fields[0]

    def _likest(self, text: str) -> Entry | None:
        """The entry whose label shares most words with a text; None when two share as many."""
        shares = sorted(
            (
                (-_overlap(one.label, text), one.depth, one.key)
                for one in self.names.entries.values()
                if not one.group and within(one.indicator, self.prefixes)
            ),
        )
        first, second = shares[0], shares[1]
        return None if first[0] > -2 or first[:2] == second[:2] else self.names.entries[first[2]]

    def _by_unit(self, atom: Atom, own: str, carried: Entry | None) -> Entry | None:
        """The entry told by its unit and words of its label; None when two are as near."""
        behind = re.split(r"[;:.()]|, | và ", atom.after)[0]
        ahead, after = self.mentions(own), self.mentions(behind)
        clues = Clues(
            f"{own} {atom.unit} {behind}",
            {e.key for m in [*after, *(ahead if atom.depth else ())]
             for e in m.entries if not e.group},
            {e.indicator for m in [*after, *ahead] for e in m.entries if not e.item},
        )  # fmt: skip
        scored = [
            (_score(entry, carried, clues, atom), entry)
            for unit in _beginnings(f"{atom.unit}{behind}")
            for entry in self.names.by_unit.get(unit, ())
            if not entry.group and within(entry.indicator, self.prefixes)
        ]
        if carried and carried.kind == "tuple" and not clues.tops - {carried.indicator}:
            scored = [one for one in scored if one[1].indicator == carried.indicator] or scored
        scored.sort(key=lambda pair: -pair[0])
        tied = len(scored) > 1 and scored[0][0] == scored[1][0]
        return None if not scored or scored[0][0] <= 0 or tied else scored[0][1]


@dataclass(frozen=True)
class Clues:
    """What stands around a level: its words, the entries and the indicators named there."""

    words: str
    direct: set[tuple[str, str]]
    tops: set[str]


def _score(entry: Entry, carried: Entry | None, clues: Clues, atom: Atom) -> int:
    """How near an entry is to the words around a level and to what was spoken of last."""
    score = 10 * (entry.key in clues.direct) + 8 * (entry.indicator in clues.tops)
    score += 2 * _overlap(entry.label, clues.words)
    if carried is None or carried.indicator != entry.indicator:
        return score - entry.depth
    group = carried.item if carried.group else carried.item.rpartition("/")[0]
    together = bool(group) and entry.item.startswith(f"{group}/")
    below = bool(carried.item) and entry.item.startswith(f"{carried.item}/")
    score += 6 if carried.item or carried.group else 3
    if atom.depth:
        return score + 4 * (together or below) - entry.depth + 2 * together
    return score - 2 * entry.depth + (entry == carried) + 3 * (together and atom.follows)


def own_words(before: str, *, continued: bool) -> str:
    """The words before a figure without what still belongs to the figure before it."""
    if not continued:
        return before
    cut = re.search(r"[,;:(]| và | trên tổng ", before)
    return before[cut.start() :] if cut else ""


def _beginnings(text: str) -> list[str]:
    """What a unit may be that a text begins with: its first word, two, three, four."""
    words = text.split(" ")
    return [" ".join(words[:count]) for count in range(1, min(len(words), 4) + 1)]


def _in_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place) and ")" in text[place:]


def _unit_fits(entry: Entry, atom: Atom) -> bool:
    if atom.kind in (*LEVELS, "change_absolute") and not entry.group:
        return same_unit(entry.unit, atom.unit)
    return True


_IDLE = {"số", "và", "được", "các", "của", "có", "tổng", "do"}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _IDLE


def _overlap(label: str, text: str) -> int:
    return len(_words(label) & _words(text))
