"""Whom a figure is about: the label before it, else what is spoken of, else its unit and words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .atoms import Atom
from .fields import Clues, beginnings, behind, likest, overlap, score_of, unmatched, words
from .names import Entry, Finder, Mention, Names
from .numbers import scale

PASSING = ("prices.cpi_urban", "prices.cpi_rural")
"""Indicators that are spoken of in passing: what comes after is not about them."""
LEVELS = ("part", "level", "fraction", "range", "from_to")


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
                found.append(Mention(one.start, one.end, fitting, one.label))
        return found

    def all_named(self, text: str) -> list[Entry]:
        """What a text names, each once, the whole before its items."""
        named = [min(one.entries, key=lambda entry: entry.depth) for one in self.mentions(text)]
        return list({one.key: one for one in named}.values())

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
            told = self.mentions(atom.text) or self.mentions(own)
            return self._missed(told, own) if told else None
        if atom.kind == "zero":
            return self._with_unit(self._zero(atom, before), atom.text)
        if atom.kind in LEVELS:
            return self._of_level(atom, own, last if continued else None)
        return self._of_change(atom, own, last if continued else None)

    def _missed(self, told: list[Mention], own: str) -> Entry:
        """What is told as missing: of those that the last label is of, the one spoken of."""
        tops = {e.indicator for m in told[:-1] for e in m.entries if not e.item}
        named = {e.item for m in self.mentions(own) for e in m.entries if e.item}
        return max(
            told[-1].entries,
            key=lambda one: (
                one.indicator in tops,
                not named.isdisjoint(_above(one.item)),
                self._shared(one),
                -one.depth,
            ),
        )

    def _of_level(self, atom: Atom, own: str, last: Atom | None) -> Entry | None:
        if joined := self._joined(atom, own, last):
            return joined
        named, carried = self._fitting(own, atom), self.carried
        if field := self._right_before(named, own):
            return field
        fields = [entry for mention in named for entry in mention.entries]
        if carried and carried.kind == "tuple" and all(
            one.kind == "tuple" and (one.item if one.indicator != carried.indicator
                                     else not one.group) for one in fields
        ) and (found := self._by_unit(atom, own, carried)):  # fmt: skip
            return found
        if named:
            return self._refined(self._choose(named, own, atom), atom)
        if carried and carried.kind in ("rate", "count"):
            for item in (carried.item, carried.item.rpartition("/")[0]):
                whole = self._of(carried.indicator, item)
                if (found := self._refined(whole, atom)) != whole:
                    return found
        found = self._by_unit(atom, own, carried)
        return self._refined(found, atom) if found else None

    def _right_before(self, named: list[Mention], own: str) -> Entry | None:
        """The field of the tuple spoken of whose label stands right before the figure."""
        if not named or self.carried is None or not _VERB.fullmatch(own[named[-1].end :]):
            return None
        near = (self.carried.item, *_above(self.carried.item))
        fields = [one for one in named[-1].entries if one.item and not one.group
                  and one.indicator == self.carried.indicator
                  and one.item.rpartition("/")[0] in near]  # fmt: skip
        if self.carried.kind != "tuple" or not fields:
            return None
        return max(fields, key=self._shared)

    def _shared(self, entry: Entry) -> int:
        """How far an item's path is that of what was spoken of last; 0 for another indicator's."""
        near = self.carried
        if near is None or near.indicator != entry.indicator:
            return 0
        pairs = zip(entry.item.split("/"), near.item.split("/"), strict=False)
        return 1 + len(list(itertools.takewhile(lambda pair: pair[0] == pair[1], pairs)))

    def _joined(self, atom: Atom, own: str, last: Atom | None) -> Entry | None:
        """What goes on with the figure before: its year to date, its part, a rank."""
        if atom.kind == "fraction" and own.rstrip().endswith("xếp thứ"):
            return self._ranked(atom, own)
        held = last.subject if last else None
        if last is None or held is None:
            return None
        if re.fullmatch(r"[,;]? (?:và )?(?:lũy kế|tính chung|cả năm)[^,;:()]*(?:đạt|là) ", own):
            return held if _unit_fits(held, atom) else None
        if atom.before == " với ":
            return self._part(held, atom, held.item)
        if own.strip(" ,") == "trong đó" and self.carried:
            above = [self.carried.item, *_above(self.carried.item)]
            return next((one for item in above if (one := self._part(held, atom, item))), None)
        return None

    def _part(self, held: Entry, atom: Atom, item: str) -> Entry | None:
        """The one field below an item with the figure's unit, or the one that its words name."""
        below = [one for one in self.names.children(held.indicator, item)
                 if same_unit(one.unit, atom.unit) and one != held]  # fmt: skip
        return below[0] if len(below) == 1 else likest(below, behind(atom), 1)

    def _ranked(self, atom: Atom, own: str) -> Entry | None:
        """What a rank is in: the words of the sentence, or what was spoken of last."""
        ranks = [one for one in self.names.by_unit.get(atom.unit, ()) if one.item]
        return likest(ranks, own, 1) or likest(ranks, self.carried.label if self.carried else "", 2)

    def _refined(self, chosen: Entry, atom: Atom) -> Entry:
        """The field of an entry that the words at a level name: `02 giải Nhì`."""
        below = self.names.children(chosen.indicator, chosen.item)
        ends = {one.label: one for one in below}
        for one in (e for m in self.mentions(behind(atom)) for e in m.entries):
            if one.indicator == chosen.indicator and one.item.startswith(f"{chosen.item}/"):
                return one
        if "mức thấp" in ends and "mức cao" in ends and same_unit(chosen.unit, atom.unit):
            return ends["mức thấp" if atom.before.endswith("từ ") else "mức cao"]
        if chosen.kind not in ("rate", "count", "tuple"):
            return chosen
        fitting = [one for one in below if same_unit(one.unit, atom.unit)]
        named = likest(fitting, behind(atom), 1)
        said = f"{atom.unit} {behind(atom)}"
        return named if named and unmatched(named.label, said) <= 2 else chosen

    def _of(self, indicator: str, item: str) -> Entry:
        return self.names.entries[indicator, item]

    def _of_change(self, atom: Atom, own: str, last: Atom | None) -> Entry | None:
        carried = self.carried
        if named := self._fitting(own, atom):
            entries = [entry for mention in named for entry in mention.entries]
            others = all(one.kind == "tuple" and one.item for one in entries)
            if carried and carried.kind == "tuple" and others:
                fields = self.names.children(carried.indicator, "")
                if found := likest(fields, own, 1):
                    return found
            return self._choose(named, own, atom)
        if atom.kind == "way" and (found := self._likest(own)):
            return found
        host = last.subject if last else None
        return host or self.carried

    def _fitting(self, own: str, atom: Atom) -> list[Mention]:
        return [m for m in self.mentions(own) if any(_unit_fits(e, atom) for e in m.entries)]

    def _choose(self, named: list[Mention], own: str, atom: Atom) -> Entry:
        """The entry meant: of the label that stands last, the one nearest to what is spoken of."""
        if len(named) > 1 and own[named[-1].start :].lower().startswith("vụ "):
            named = named[:-1]
        mention = named[0] if len(named) > 1 and _in_brackets(own, named[-1].start) else named[-1]
        entries = [one for one in mention.entries if _unit_fits(one, atom)]
        wholes = {one.indicator for one in entries if not one.item}
        items = [e for m in named[:-1] for e in m.entries if e.item]
        held = [e for e in items if e.indicator in wholes] or [
            e for e in items if self._is_kin(e, mention.label)
        ]
        if held:
            return held[-1]
        product = own[: mention.start].rstrip().lower().endswith("sản phẩm")
        ahead = self.mentions(own[: mention.start])
        tops = {e.indicator for m in ahead for e in m.entries if not e.item}
        best = max(entries, key=lambda one: (
            one.indicator in tops, *self._nearness(one, atom, product=product)
        ))  # fmt: skip
        if best.group and atom.kind in LEVELS:
            return self._by_unit(atom, own, best) or best
        near = self.bullet
        if best.indicator in PASSING and self.carried and self.carried.indicator in PASSING:
            near = self.carried
        return best if best.item else self._with_item(best, near)

    def _is_kin(self, entry: Entry, label: str) -> bool:
        """Whether an item's indicator is called as a label is, and more."""
        return f"{self._of(entry.indicator, '').label} ".startswith(f"{label.removeprefix('có ')} ")

    def _nearness(self, one: Entry, atom: Atom, *, product: bool) -> tuple[int, ...]:
        host, near = atom.host.subject if atom.host else None, self.bullet or self.carried
        is_product = one.indicator.endswith("products")
        kin = near is not None and one.item.split("/")[0] == near.item.split("/")[0]
        return (
            int(is_product == product),
            int(bool(host and one.indicator == host.indicator
                     and one.item.startswith(f"{host.item}/"))),
            int(bool(self.carried and one.indicator == self.carried.indicator)),
            overlap(self.names.entries[one.indicator, ""].label,
                    self.bullet.label if self.bullet and one.item else ""),
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
        said = f"{atom.text}{re.split(r'[;:.()]', atom.after)[0]}"
        named, nearest = self.mentions(atom.text), self._likest(atom.text)
        if not named and (wholes := self._wholes(before)):
            return self._zero_of(wholes[0].entries[0], atom)
        if not named and (field := self._zero_field(atom)):
            return field
        named = named or self.mentions(said) or self._wholes(f"{before} {said}")
        best = max(named[0].entries, key=self._shared) if named else None
        likeness = _likeness(nearest, atom) if nearest else -1
        if best is None or (
            likeness > overlap(named[0].label, said) and not self._shared(best)
        ):  # fmt: skip
            return nearest if likeness >= 0 else None
        return self._zero_of(best, atom)

    def _zero_of(self, best: Entry, atom: Atom) -> Entry:
        """What there is nothing of when an entry is named: of a tuple one of its fields."""
        fields = self.names.children(best.indicator, "")
        if best.item or best.kind != "tuple" or not fields or not best.group:
            return best
        rest = " ".join(words(atom.text) - words(best.label))
        likely = max(fields, key=lambda one: overlap(one.label, rest))
        return likely if overlap(likely.label, rest) >= 2 else fields[0]

    def _with_unit(self, found: Entry | None, text: str) -> Entry | None:
        """What a zero is of, if it counts what its verb is followed by: `chưa có` `hồ sơ`."""
        said = text.lower().split(" ")
        for start in range(1, 5):
            same = [one for one in self._of_unit(" ".join(said[start:])) if one.unit != "%"]
            if same:
                return found if found in same else likest(same, text, 3)
        return found

    def _wholes(self, text: str) -> list[Mention]:
        """The labels of whole indicators in a text, the last first."""
        return [one for one in reversed(self.mentions(text))
                if not any(entry.item for entry in one.entries)]  # fmt: skip

    def _zero_field(self, atom: Atom) -> Entry | None:
        """The field of the tuple spoken of that a zero's words name: `không có người chết`."""
        if self.carried is None or self.carried.kind != "tuple":
            return None
        fields = self.names.children(self.carried.indicator, "")
        said = "thiệt hại" if "đáng kể" in atom.text else " ".join(words(atom.text) - _TIMES)
        return likest(fields, said, 1)

    def _likest(self, text: str) -> Entry | None:
        """The entry whose label shares most words with a text; None when two share as many."""
        shares = sorted(
            (
                (-overlap(one.label, text), one.depth, one.key)
                for one in self.names.entries.values()
                if not one.group and within(one.indicator, self.prefixes)
            ),
        )
        first, second = shares[0], shares[1]
        return None if first[0] > -2 or first[:2] == second[:2] else self.names.entries[first[2]]

    def _by_unit(self, atom: Atom, own: str, carried: Entry | None) -> Entry | None:
        """The entry told by its unit and words of its label; None when two are as near."""
        clues = self._clues(atom, own)
        scored = [
            (score_of(entry, carried, clues, atom), -unmatched(entry.label, clues.words), entry)
            for entry in self._of_unit(atom.unit) or self._of_unit(f"{atom.unit}{behind(atom)}")
        ]
        tuples = {one for one in clues.tops if self._of(one, "").kind == "tuple"}
        if carried and carried.kind == "tuple" and not clues.tops - {carried.indicator}:
            tuples = {carried.indicator}
        if len(tuples) == 1:
            scored = [one for one in scored if one[2].indicator in tuples] or scored
        scored.sort(key=lambda one: one[:2], reverse=True)
        if len(scored) == 1:
            return scored[0][2]
        tied = len(scored) > 1 and scored[0][:2] == scored[1][:2]
        if tied and scored[0][2].indicator in tuples:
            first = self.names.children(scored[0][2].indicator, "")[0]
            return first if first in (one for *_, one in scored) else None
        return None if not scored or scored[0][0] <= 0 or tied else scored[0][2]

    def _clues(self, atom: Atom, own: str) -> Clues:
        """The words around a level and what they name."""
        said, unit = behind(atom), len(atom.unit)
        wide = atom.unit + re.split(r"[;:.()]", atom.after)[0]
        ahead = self.mentions(own)
        after = [one for one in self.mentions(wide) if one.end > unit
                 and (one.start <= unit + 1 or one.end <= unit + len(said))]  # fmt: skip
        named = [e for m in [*after, *(ahead if atom.depth else ())] for e in m.entries]
        parts = {e.indicator for e in named if e.item and not e.group}
        tops = {e.indicator for m in [*after, *ahead] for e in m.entries if not e.item}
        theirs = words(" ".join(self._of(one, "").label for one in tops))
        idle = theirs - words(f"{atom.unit} {said}")
        return Clues(
            f"{' '.join(words(own) - idle)} {atom.unit} {said}",
            {e.key for e in named if not e.group and (e.item or e.indicator not in parts)},
            tops,
        )  # fmt: skip

    def _of_unit(self, text: str) -> list[Entry]:
        """The section's entries of the longest unit that a text begins with."""
        for unit in (text, *reversed(beginnings(text))):
            found = [one for one in self.names.by_unit.get(scale(unit)[0].lower(), ())
                     if not one.group and within(one.indicator, self.prefixes)]  # fmt: skip
            if found:
                return found
        return []


def _likeness(entry: Entry, atom: Atom) -> int:
    """How many more words of a label a figure says than it leaves out."""
    return overlap(entry.label, atom.text) - unmatched(entry.label, atom.text)


_TIMES = {"bị", "trong", "tháng", "từ", "đầu", "năm", "đến", "nay"}
_VERB = re.compile(r"(?: (?:ước |sơ bộ )?(?:có|là|đạt|được))?:? ")


def _above(item: str) -> list[str]:
    """The items over one, the nearest first, the whole last."""
    parts = item.split("/")
    return ["/".join(parts[:depth]) for depth in range(len(parts) - 1, 0, -1)] + [""]


def own_words(before: str, *, continued: bool) -> str:
    """The words before a figure without what still belongs to the figure before it."""
    if not continued:
        return before
    cut = re.search(r"[,;:(]| và | trên tổng ", before)
    return before[cut.start() :] if cut else ""


def _in_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place) and ")" in text[place:]


def _unit_fits(entry: Entry, atom: Atom) -> bool:
    if atom.kind in (*LEVELS, "change_absolute") and not entry.group:
        return same_unit(entry.unit, atom.unit)
    return True
