"""From a .docx to what it asserts: subjects, spans and bases worked out from the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from . import atoms as figures
from . import phrases
from .atoms import Atom
from .claims import Claim, Unplaced
from .document import Control, Line, lines
from .names import Entry, Finder, Mention, Names

HUNDRED = Decimal(100)
CHANGES = ("change_percent", "ratio", "times", "unchanged", "extreme", "change_range")
LEVELS = ("level", "fraction", "range", "from_to")
SCALES = {"nghìn": 3, "triệu": 6, "tỷ": 9}


@dataclass
class Read:
    """What a reader got out of a document. controls: how many figures the document holds."""

    claims: list[Claim] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    controls: int = 0
    texts: list[str] = field(default_factory=list)

    @property
    def coverage(self) -> float:
        """The share of the document's figures that became claims."""
        return 1 - len(self.unplaced) / self.controls if self.controls else 1.0


def scale(unit: str) -> tuple[str, int]:
    """A unit without its `nghìn`, `triệu`, `tỷ`, and the power of ten that they stand for."""
    word, _, rest = unit.partition(" ")
    return (rest, SCALES[word]) if word in SCALES and rest else (unit, 0)


def same_unit(one: str, other: str) -> bool:
    """Whether two units measure the same thing on some scale."""
    return scale(one)[0].lower() == scale(other)[0].lower()


class Reader:
    """Reads reports with the names of one catalogue."""

    def __init__(self, names: Names, month: str) -> None:
        self.names, self.month = names, month
        extra: dict[str, list[Entry]] = {}
        for text, (indicator, item) in phrases.SUBJECTS.items():
            if (indicator, item) in names.entries:
                extra.setdefault(text.lower(), []).append(names.entries[indicator, item])
        self._finder = Finder(names, extra)
        self._pattern = figures.pattern([*names.units, "tỷ đồng", "triệu đồng", "nghìn đồng"])

    def read(self, docx: bytes) -> Read:
        """Everything that a document says."""
        out = Read()
        page = Page(self)
        for line in lines(docx):
            out.texts.append(line.text)
            out.controls += len(line.controls)
            if line.heading:
                page.open(line)
            page.paragraph(line, out)
        return out

    def mentions(self, text: str, prefixes: Sequence[str]) -> list[Mention]:
        """The labels in a text that belong to a section."""
        found = []
        for one in self._finder.mentions(text):
            fitting = tuple(e for e in one.entries if _within(e.indicator, prefixes))
            if fitting:
                found.append(Mention(one.start, one.end, fitting))
        return found

    def figures(self, line: Line) -> list[Atom]:
        """The figures of a paragraph that stand in its content controls."""
        found = []
        for atom in figures.atoms(line.text, self._pattern):
            atom.tags = [c.tag for c in line.controls if c.start < atom.end and atom.start < c.end]
            if atom.tags:
                found.append(atom)
        found += [_wordless(line, c) for c in line.controls if _is_wordless(line, c, found)]
        found.sort(key=lambda atom: atom.start)
        figures.surround(line.text, found)
        return found


def _is_wordless(line: Line, control: Control, found: Sequence[Atom]) -> bool:
    """Whether a control says in words that there is nothing."""
    text = line.text[control.start : control.end]
    taken = any(a.start < control.end and control.start < a.end for a in found)
    return not taken and re.search(r"(?<!\w)không(?!\w)", text, re.IGNORECASE) is not None


def _wordless(line: Line, control: Control) -> Atom:
    atom = Atom("zero", control.start, control.end, line.text[control.start : control.end])
    atom.sentence = figures.sentences(line.text)[control.start]
    atom.depth = figures.depths(line.text)[control.start]
    atom.tags = [control.tag]
    return atom


def _within(indicator: str, prefixes: Sequence[str]) -> bool:
    return not prefixes or indicator.startswith(tuple(prefixes))


@dataclass
class Page:
    """Where a reader stands: the section, what headings said, what was spoken of last."""

    reader: Reader
    prefixes: tuple[str, ...] = ()
    heading_base: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    subject: Entry | None = None
    bullet: Entry | None = None
    whole: Entry | None = None
    span: str = ""
    period: str = ""

    def open(self, line: Line) -> None:
        """A heading: a new section, or a base or a subject for what follows."""
        text = re.sub(r"^[IVX\d.]+\s+", "", line.text).strip()
        if line.heading == 1:
            self.prefixes = phrases.SECTIONS.get(text.lower(), ())
            self.subject = None
        base = phrases.BASE.search(text)
        self.heading_base = _base_name(base) if base else ""
        named = self.reader.mentions(text, self.prefixes)
        self.subject = None
        if named:
            self.subject = self.whole = named[0].entries[0]
        self.span = self.period = ""

    def paragraph(self, line: Line, out: Read) -> None:
        """The claims of one paragraph."""
        found = self.reader.figures(line)
        self._bullet(line)
        for number, atom in enumerate(found):
            self._place(atom, found[:number], line)
        _contrast(found)
        _bases(found, line.text, self.heading_base)
        claimed: set[str] = set()
        told = figures.split(line.text)
        for atom in found:
            sentence = told[atom.sentence]
            claim = self._claim(atom, sentence)
            if isinstance(claim, Claim):
                out.claims.append(claim)
                claimed.update(atom.tags)
            else:
                out.unplaced.append(Unplaced(atom.text, atom.tags[0], claim, sentence))
        out.claims += self._lists(found, line.text)
        _unread(line, found, out)

    def _bullet(self, line: Line) -> None:
        """The item that a bullet is about, from the label before its colon."""
        found = re.match(r"(?:[-+] (?:Dự án )?|Dự án )(.*)$", line.text)
        self.bullet = None
        if not found:
            return
        named = self.reader.mentions(found[1], self.prefixes)
        labelled = named and found[1][named[0].end :].lstrip().startswith(":")
        if named and named[0].start < 12 and (labelled or "Dự án " in line.text[:9]):
            entries = named[0].entries
            items = [one for one in entries if one.item]
            self.bullet = items[0] if items else entries[0]

    # -- subjects ----------------------------------------------------------------------------------

    def _place(self, atom: Atom, earlier: Sequence[Atom], line: Line) -> None:
        before = atom.before
        last = earlier[-1] if earlier else None
        if last and last.sentence != atom.sentence:
            before = _this_sentence(line.text, atom, before)
        before = phrases.CAUSE.sub(lambda found: " " * (len(found[0]) - 1) + ";", before)
        atom.host = next((a for a in reversed(earlier) if a.depth < atom.depth
                          and a.sentence == atom.sentence), None)  # fmt: skip
        atom.follows = bool(last and last.sentence == atom.sentence and not last.depth)
        self._when(atom, before, last)
        atom.subject = self._subject(atom, before, last)
        if atom.subject:
            self.subject = atom.subject
            if atom.kind == "level" and atom.unit.startswith(f"{atom.subject.unit} "):
                atom.unit = atom.subject.unit

    def _when(self, atom: Atom, before: str, last: Atom | None) -> None:
        """The span told last before a figure, else the one that still holds."""
        hits: list[tuple[int, int, str, str]] = []
        for pattern, name in phrases.SPAN:
            for one in pattern.finditer(before):
                month = one.groupdict().get("avg") or one.groupdict().get("ytd") or (
                    one.groupdict().get("month"))  # fmt: skip
                period = f"{self.reader.month[:4]}-{int(month):02d}" if month else ""
                hits.append((one.start(), one.end(), name, period))
        hits = [h for h in hits if not any(o != h and o[0] <= h[0] and h[1] <= o[1] for o in hits)]
        if not hits and phrases.SPAN_BEHIND.match(atom.after):
            hits = [(0, 0, "month", "")]
        if hits:
            _, _, self.span, self.period = max(hits)
            atom.span, atom.period = self.span, self.period
        else:
            atom.span, atom.period = (f"?{self.span}" if self.span else ""), self.period

    def _subject(self, atom: Atom, before: str, last: Atom | None) -> Entry | None:
        carried = self.subject
        if atom.kind == "count" and (self.whole or carried):
            return self.whole or carried
        continued = last is not None and last.sentence == atom.sentence
        own = _own_words(before, continued)
        if last is None or last.sentence != atom.sentence:
            host = None
        else:
            host = last.subject
        if atom.kind in ("progress",):
            named = self.reader.mentions(atom.after, self.prefixes)
            base = named[0].entries[0] if named else None
            return self._with_item(base, carried) if base else None
        if atom.kind == "missing":
            told = self.reader.mentions(own, self.prefixes)
            told = told or self.reader.mentions(atom.text, self.prefixes)
            return self._choose(told, own, atom, carried) if told else None
        if atom.kind == "zero":
            return self._zero(atom, before)
        named = [m for m in self.reader.mentions(own, self.prefixes) if self._fits(m, atom)]
        fields = [e for m in named for e in m.entries]
        level = atom.kind in LEVELS
        if level and carried and carried.kind == "tuple" and all(
            e.indicator == carried.indicator and not e.group for e in fields
        ) and (found := self._by_unit(atom, own, carried)):  # fmt: skip
            return found
        if named:
            return self._choose(named, own, atom, carried)
        if level:
            return self._by_unit(atom, own, carried)
        if not host and not _is_continued(own):
            return carried
        return host or carried

    def _fits(self, mention: Mention, atom: Atom) -> bool:
        return any(_unit_fits(entry, atom) for entry in mention.entries)

    def _choose(self, named: list[Mention], own: str, atom: Atom, carried: Entry | None) -> Entry:
        """The entry meant: of the label that stands last, the one nearest to what is spoken of."""
        mention = named[-1]
        if len(named) > 1 and _in_brackets(own, mention.start):
            mention = named[0]
        entries = [one for one in mention.entries if _unit_fits(one, atom)]
        held = [e for m in named[:-1] for e in m.entries if e.item
                and e.indicator in {one.indicator for one in entries if not one.item}]  # fmt: skip
        if held:
            return held[-1]
        product = own[: mention.start].rstrip().lower().endswith("sản phẩm")
        near = self.bullet or carried
        best = max(entries, key=lambda one: self._nearness(one, near, carried, product, atom))
        if best.group and atom.kind in LEVELS:
            found = self._by_unit(atom, own, best)
            return found or best
        return self._with_item(best, self.bullet) if not best.item else best

    def _nearness(
        self, one: Entry, near: Entry | None, carried: Entry | None, product: bool, atom: Atom
    ) -> tuple[int, ...]:
        is_product = one.indicator == "industry.products"
        host = atom.host.subject if atom.host else None
        return (
            int(is_product == product) if (product or is_product) else 1,
            int(bool(host and one.indicator == host.indicator and
                     one.item.startswith(f"{host.item}/"))),
            int(bool(carried and one.indicator == carried.indicator)),
            int(bool(near and one.item and near.item and
                     one.item.split("/")[0] == near.item.split("/")[0])),
            int(not one.item),
            -one.item.count("/"),
        )  # fmt: skip

    def _with_item(self, entry: Entry, near: Entry | None) -> Entry:
        """An indicator named without an item, of the item that the bullet is about."""
        if entry.item or near is None or not near.item:
            return entry
        return self.reader.names.entries.get((entry.indicator, near.item), entry)

    def _zero(self, atom: Atom, before: str) -> Entry | None:
        text = f"{before} {atom.text}"
        named = self.reader.mentions(atom.text, self.prefixes) or (
            self.reader.mentions(text, self.prefixes))  # fmt: skip
        if not named:
            return self._likest(atom.text)
        best = named[-1].entries[0]
        if best.item:
            return best
        theirs = set(re.findall(r"\w+", best.label.lower()))
        rest = " ".join(w for w in re.findall(r"\w+", atom.text.lower()) if w not in theirs)
        words = [(one, _overlap(one.label, rest)) for one in
                 self.reader.names.children(best.indicator, "")]  # fmt: skip
        if best.kind != "tuple" or not words:
            return best
        likely, shared = max(words, key=lambda pair: pair[1])
        return likely if shared >= 2 else words[0][0]

    def _likest(self, text: str) -> Entry | None:
        """The entry whose label shares most words with a text; None when two share as many."""
        shares = sorted(
            ((_overlap(one.label, text), one) for one in self.reader.names.entries.values()
             if not one.group and _within(one.indicator, self.prefixes)),
            key=lambda pair: (-pair[0], pair[1].depth),
        )  # fmt: skip
        first, second = shares[0], shares[1]
        same = first[0] == second[0] and first[1].depth == second[1].depth
        return None if first[0] < 2 or same else first[1]

    def _by_unit(self, atom: Atom, own: str, carried: Entry | None) -> Entry | None:
        """The entry told by its unit and by single words of its label; None when two are as near."""
        behind = re.split(r"[;:.()]|, | và ", atom.after)[0]
        named = self.reader.mentions(behind, self.prefixes)
        ahead = self.reader.mentions(own, self.prefixes)
        direct = {e.key for m in [*named, *(ahead if atom.depth else ())]
                  for e in m.entries if not e.group}  # fmt: skip
        tops = {e.indicator for m in [*named, *ahead] for e in m.entries if not e.item}
        scored = [
            (self._score(entry, carried, direct, tops, f"{own} {atom.unit} {behind}", atom), entry)
            for unit in _beginnings(f"{atom.unit}{behind}")
            for entry in self.reader.names.by_unit.get(unit, ())
            if not entry.group and _within(entry.indicator, self.prefixes)
        ]
        if carried and carried.kind == "tuple" and not tops - {carried.indicator}:
            scored = [one for one in scored if one[1].indicator == carried.indicator] or scored
        scored.sort(key=lambda pair: -pair[0])
        if not scored or scored[0][0] <= 0 or (len(scored) > 1 and scored[0][0] == scored[1][0]):
            return None
        return scored[0][1]

    def _score(
        self, entry: Entry, carried: Entry | None, direct: set[tuple[str, str]], tops: set[str],
        words: str, atom: Atom,
    ) -> int:  # fmt: skip
        score = 10 * (entry.key in direct) + 8 * (entry.indicator in tops) + 2 * _overlap(entry.label, words)
        if carried is None or carried.indicator != entry.indicator:
            return score - entry.depth
        group = carried.item if carried.group else carried.item.rpartition("/")[0]
        together = bool(group) and entry.item.startswith(f"{group}/")
        below = bool(carried.item) and entry.item.startswith(f"{carried.item}/")
        same = 6 if carried.item or carried.group else 3
        if atom.depth:
            return score + same + 4 * (together or below) - entry.depth + 2 * together
        return score + same - 2 * entry.depth + (entry == carried) + 3 * (together and atom.follows)

    # -- claims --------------------------------------------------------------------------------------

    def _claim(self, atom: Atom, sentence: str) -> Claim | str:
        if atom.kind == "missing":
            about = ("", "") if atom.subject is None else atom.subject.key
            return Claim(*about, "", "", "missing", None, "", "", atom.text, atom.tags[0],
                         sentence=sentence)  # fmt: skip
        subject = atom.subject
        if subject is None:
            return "no subject"
        measure, value, base = atom.kind, atom.value, atom.base
        if measure == "ratio" and value is not None:
            measure, value = "change_percent", value - HUNDRED
        elif measure == "times" and value is not None:
            measure, value = "times", value
        elif measure == "unchanged":
            measure, value = "change_percent", Decimal(0)
        elif measure == "progress":
            measure = "level"
        elif measure == "attainment":
            base = f"plan:{_plan(atom)}"
        elif measure == "share":
            base = "share"
        elif measure == "level" and phrases.WHOLE_YEAR.match(atom.after):
            measure, base = "plan", "plan:"
        elif measure == "level" and "tổng mức đầu tư" in atom.before.lower():
            measure, base = "plan", "plan:total_investment"
        if measure in (*CHANGES, "change_absolute", "count", "trend") and not base:
            return "no base"
        direction = atom.direction if atom.kind != "unchanged" else "unchanged"
        return Claim(
            subject.indicator, subject.item, atom.span, atom.period, measure, value,
            atom.unit or ("%" if measure in ("change_percent", "attainment", "share") else ""),
            base, atom.text, atom.tags[0], atom.places, atom.high, direction, sentence=sentence,
        )  # fmt: skip

    def _lists(self, found: Sequence[Atom], text: str) -> list[Claim]:
        """Lists whose introduction says a direction: what they name, in order."""
        out = []
        for number in sorted({atom.sentence for atom in found}):
            own = [a for a in found if a.sentence == number and a.depth == 0]
            changes = [a for a in own if a.kind == "change_percent" and a.subject]
            intro = re.search(r"(tăng|giảm)[^:;.]*:\s", _intro(text, own[0]) if own else "")
            if not changes or not intro or changes[0].subject is None:
                continue
            way = "rising" if intro[1] == "tăng" else "falling"
            out.append(Claim(
                changes[0].subject.indicator, "", changes[0].span, changes[0].period, "list", None,
                "%", changes[0].base, intro[0], direction=way, sentence=text,
                members=tuple(a.subject.item for a in changes if a.subject),
            ))  # fmt: skip
        return out


def _beginnings(text: str) -> list[str]:
    """What a unit may be that a text begins with: its first word, two, three, four."""
    words = text.split(" ")
    return [" ".join(words[:count]) for count in range(1, min(len(words), 4) + 1)]


def _contrast(found: Sequence[Atom]) -> None:
    """A quantity told without its time before `lũy kế …` of the same one is the month's."""
    for first, second in zip(found, found[1:], strict=False):
        same = first.subject == second.subject and first.sentence == second.sentence
        if same and first.span == "?ytd" and second.span == "ytd" and first.kind in LEVELS:
            first.span, first.period = "month", ""


def _intro(text: str, first: Atom) -> str:
    """The words of a sentence before its first figure."""
    start = max((m.end() for m in re.finditer(r"[.!?] +", text[: first.start])), default=0)
    return text[start : first.start]


def _is_continued(own: str) -> bool:
    return own.strip(" ,;(") == ""


def _this_sentence(text: str, atom: Atom, before: str) -> str:
    """The part of the words before a figure that lies in its own sentence."""
    sentences = figures.sentences(text)
    kept = [text[i] for i in range(atom.start - len(before), atom.start)
            if sentences[i] == atom.sentence]  # fmt: skip
    return "".join(kept)


def _own_words(before: str, continued: bool) -> str:
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


_IDLE = {"số", "và", "được", "các", "của", "có", "tổng", "do"}


def _overlap(label: str, text: str) -> int:
    words = set(re.findall(r"\w+", text.lower())) - _IDLE
    return len(words & (set(re.findall(r"\w+", label.lower())) - _IDLE))


def _base_name(found: re.Match[str]) -> str:
    groups = found.groupdict()
    if groups.get("year"):
        return f"base_year:{groups['year']}"
    return next(name for name in groups if name != "year" and groups[name])


def _plan(atom: Atom) -> str:
    found = phrases.PLAN_BEHIND.match(atom.after)
    words = found[1] if found else ""
    return next((plan for text, plan in phrases.PLAN_WORDS if text in words), "")


def _bases(found: Sequence[Atom], text: str, heading: str) -> None:
    """What each change is compared with, the unsaid ones from their series, host or heading."""
    changes = [a for a in found if a.kind in (*CHANGES, "change_absolute", "count", "trend")]
    for atom in changes:
        pattern = phrases.BASE_BARE if atom.kind in ("unchanged", "times") else phrases.BASE_BEHIND
        if hit := pattern.match(atom.after):
            atom.base = _base_name(hit)
    for first, second in zip(changes, changes[1:], strict=False):
        if first.kind in ("times", "unchanged") and not second.base and (
            hit := phrases.BASE_BARE.match(second.after)
        ):  # fmt: skip
            second.base = _base_name(hit)
        joined = text[first.end : second.start] in (" (", ", tương ứng ", " tương ứng ", " (tương đương ")
        if joined and first.subject == second.subject:
            if not first.base:
                first.base = second.base
            second.base = second.base or first.base
    for number, atom in enumerate(changes):
        if atom.base:
            continue
        peers = [a for a in changes if a.sentence == atom.sentence and a.depth == atom.depth
                 and a.host is atom.host]  # fmt: skip
        place = peers.index(atom)
        ahead = next((a.base for a in peers[place + 1 :] if a.base), "")
        behind = next((a.base for a in reversed(peers[:place]) if a.base), "")
        intro = phrases.BASE.search(_intro(text, peers[0]))
        told = _base_name(intro) if intro else ""
        back = next((a.base for a in reversed(changes[:number]) if a.base), "")
        if atom.depth:
            atom.base = ahead or (atom.host.base if atom.host else "") or behind
            if not atom.base and atom.host and atom.host in changes:
                atom.base = f"@{found.index(atom.host)}"
            atom.base = atom.base or heading
        else:
            atom.base = ahead or told or behind or heading or back
    for atom in changes:
        seen = 0
        while atom.base.startswith("@") and seen < 5:
            atom.base, seen = found[int(atom.base[1:])].base, seen + 1


def _unread(line: Line, found: Sequence[Atom], out: Read) -> None:
    """Controls in which no figure was recognised at all."""
    for control in line.controls:
        if not any(a.start < control.end and control.start < a.end for a in found):
            words = line.text[control.start : control.end]
            out.unplaced.append(Unplaced(words, control.tag, "not recognised", line.text))
