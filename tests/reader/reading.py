"""From a .docx to what it asserts: subjects, spans and bases worked out from the words."""

from __future__ import annotations

import copy
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from . import atoms as figures
from . import bases, phrases, statuses
from .atoms import Atom
from .claims import Claim, Unplaced
from .document import Control, Line, lines
from .names import Entry, Finder, Names
from .subjects import LEVELS, PASSING, Subjects

HUNDRED = Decimal(100)


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


class Reader:
    """Reads reports with the names of one catalogue."""

    def __init__(self, names: Names, month: str, whole: str = "month") -> None:
        """Month: the last of the report's period; whole: the span that `trong kỳ` is."""
        self.names, self.month, self.whole = names, month, whole
        extra: dict[str, list[Entry]] = {}
        for text, (indicator, item) in phrases.SUBJECTS.items():
            if (indicator, item) in names.entries:
                extra.setdefault(text.lower(), []).append(names.entries[indicator, item])
        self.finder = Finder(names, extra)
        self.pattern = figures.pattern(names.units)

    def read(self, docx: bytes) -> Read:
        """Everything that a document says."""
        out, notes = Read(), list[str]()
        page = Page(self)
        for line in lines(docx):
            out.texts.append(line.text)
            if line.heading:
                page.open(line)
            page.paragraph(line, out)
            notes += [note.text for _, note in line.notes]
        out.texts += notes
        return out

    def figures(self, line: Line) -> list[Atom]:
        """The figures of a paragraph that stand in its content controls."""
        found = []
        for atom in figures.atoms(line.text, self.pattern):
            atom.tags = [c.tag for c in line.controls if c.start < atom.end and atom.start < c.end]
            if atom.tags:
                _trim(atom, line)
                found.append(atom)
        found += [_wordless(line, c) for c in line.controls if _is_wordless(line, c, found)]
        found.sort(key=lambda atom: atom.start)
        for first, second in itertools.pairwise(found):
            _rate_in_brackets(first, second, line.text)
        figures.surround(line.text, found)
        return found


def _trim(atom: Atom, line: Line) -> None:
    """Lets a level end where its control does, if that leaves it a unit: `9.000 lượt` `sách`."""
    ends = [c.end for c in line.controls if atom.start < c.end < atom.end]
    if atom.kind == "level" and ends:
        unit = line.text[atom.start : ends[0]].partition(" ")[2]
        if unit and not any(letter.isdigit() for letter in unit):
            atom.unit, atom.end, atom.text = unit, ends[0], line.text[atom.start : ends[0]]


def _rate_in_brackets(first: Atom, second: Atom, text: str) -> None:
    """Makes a bare rate behind a change in units a change: `tăng 18 vụ (81,8%)`."""
    joined = text[first.end : second.start] == " (" and first.kind == "change_absolute"
    if joined and second.kind == "level" and second.unit == "%" and second.value is not None:
        second.kind, second.direction = "change_percent", first.direction
        second.value = -second.value if first.direction == "falling" else second.value


def _is_wordless(line: Line, control: Control, found: Sequence[Atom]) -> bool:
    """Whether a control says in words that there is nothing."""
    text = line.text[control.start : control.end]
    taken = any(a.start < control.end and control.start < a.end for a in found)
    return not taken and re.search(r"(?<!\w)(?:không|chưa)(?!\w)", text, re.IGNORECASE) is not None


def _wordless(line: Line, control: Control) -> Atom:
    atom = Atom("zero", control.start, control.end, line.text[control.start : control.end])
    atom.sentence = figures.sentences(line.text)[control.start]
    atom.depth = figures.depths(line.text)[control.start]
    atom.tags = [control.tag]
    return atom


@dataclass
class Page:
    """Where a reader stands: the section, the heading's base, the span that still holds."""

    reader: Reader
    prefixes: tuple[str, ...] = ()
    heading_base: str = ""
    span: str = ""
    period: str = ""
    lead: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        self.subjects = Subjects(self.reader.names, self.reader.finder, self.prefixes)

    def open(self, line: Line) -> None:
        """A heading: a new section, or a base or a subject for what follows."""
        text = re.sub(r"^[IVX\d.]+\s+", "", line.text).strip()
        if line.heading == 1 or text.lower() in phrases.SECTIONS:
            self.subjects.prefixes = phrases.SECTIONS.get(text.lower(), ())
        base = phrases.BASE.search(text)
        self.heading_base = bases.base_name(base) if base else ""
        named = self.subjects.mentions(text)
        self.subjects.carried = named[0].entries[0] if named else None
        self.subjects.whole = self.subjects.carried or self.subjects.whole
        self.span = self.period = ""

    def paragraph(self, line: Line, out: Read) -> None:
        """The claims of one paragraph and of its footnotes."""
        out.controls += len(line.controls)
        if line.text.startswith(phrases.OVERALL):
            self.subjects.prefixes = ()
        found = self.reader.figures(line)
        self.subjects.bullet = self._bullet(line)
        if line.text.startswith("- "):
            self.span, self.period = self.lead
        if self.subjects.carried and self.subjects.carried.indicator in PASSING:
            self.subjects.carried = self.subjects.whole
        noted = self._placed(found, line, out)
        _contrast(found)
        bases.find(found, line.text, self.heading_base)
        told = figures.split(line.text)
        for atom in found:
            claim = claim_of(atom, told[atom.sentence])
            if isinstance(claim, Claim) and atom.kind == "status":
                before = _this_sentence(line.text, atom, atom.before)
                whose = statuses.members(replace(atom, before=before), found, noted, self.subjects)
                claim = replace(claim, members=whose)
            if isinstance(claim, Claim):
                out.claims.append(claim)
            else:
                out.unplaced.append(claim)
        out.claims += lists(found, line.text)
        out.unplaced += _unread(line, found)
        if not line.text.startswith("- "):
            self.lead = self.span, self.period

    def _placed(
        self, found: Sequence[Atom], line: Line, out: Read
    ) -> list[tuple[int, list[Claim]]]:
        """Gives the figures their subjects; the claims of each footnote, read at its call."""
        notes, noted = list(line.notes), []
        for number, atom in enumerate(found):
            while notes and notes[0][0] <= atom.start:
                noted.append(self._aside(*notes.pop(0), line, out))
            self._place(atom, found[:number], line)
        noted += [self._aside(*note, line, out) for note in notes]
        return noted

    def _aside(self, place: int, note: Line, line: Line, out: Read) -> tuple[int, list[Claim]]:
        """The claims of a footnote; what it speaks of is forgotten behind it."""
        held, subjects = (self.span, self.period), copy.copy(self.subjects)
        said = phrases.HOLE.sub("", figures.split(line.text[:place] + "x")[-1])
        if hits := self._spans(said):
            _, _, self.span, self.period = max(hits)
        said = len(out.claims)
        self.paragraph(note, out)
        (self.span, self.period), self.subjects = held, subjects
        return place, out.claims[said:]

    def _bullet(self, line: Line) -> Entry | None:
        """The item that a bullet is about, from the label before its colon."""
        found = re.match(r"(?:[-+] (?:Dự án )?|Dự án )(.*)$", line.text)
        named = self.subjects.mentions(found[1]) if found else []
        if not found or not named or named[0].start >= 12:
            return None
        labelled = found[1][named[0].end :].lstrip().startswith(":")
        if not labelled and "Dự án " not in line.text[:9]:
            return None
        return next((one for one in named[0].entries if one.item), named[0].entries[0])

    def _place(self, atom: Atom, earlier: Sequence[Atom], line: Line) -> None:
        """Gives a figure its host, its span and its subject."""
        before, last = atom.before, earlier[-1] if earlier else None
        own = _this_sentence(line.text, atom, before)
        if last and last.sentence != atom.sentence:
            before = own
        before, own = _without_causes(before), _without_causes(own)
        hosts = (
            a for a in reversed(earlier) if a.depth < atom.depth and a.sentence == atom.sentence
        )
        atom.host = next(hosts, None)
        atom.follows = bool(last and last.sentence == atom.sentence and not last.depth)
        self._when(atom, before, last)
        named = own if self.subjects.mentions(own) else before
        atom.subject = self.subjects.of(atom, named, last)
        if atom.subject:
            atom.subject = self._of_season(atom, atom.subject)
            self.subjects.carried = atom.subject
            if atom.kind == "level" and atom.unit.startswith(f"{atom.subject.unit} "):
                atom.unit = atom.subject.unit

    def _of_season(self, atom: Atom, subject: Entry) -> Entry:
        """An indicator's season, where it has them as items and one is spoken of."""
        season = atom.period.partition("-")[2] if atom.span.endswith("season") else ""
        if not season or subject.item:
            return subject
        return self.reader.names.entries.get((subject.indicator, season), subject)

    def _when(self, atom: Atom, before: str, last: Atom | None) -> None:
        """The span told last before a figure, else the one that still holds, marked with `?`."""
        same = last is not None and last.sentence == atom.sentence
        told = same and last is not None and last.span.lstrip("?") not in ("", "season")
        text = f"{before}{atom.text if atom.kind == 'zero' else ''}"
        hits = self._spans(text, told=told)
        for pattern, span in phrases.SPANS_BEHIND:
            if not hits and pattern.match(atom.after):
                hits = [(0, 0, span, "")]
        if hits:
            _, _, span, period = max(hits)
            if span == "before":
                atom.span, atom.period = f"?{self.span}", f"before:{self.period}"
                return
            atom.span, atom.period = ("?" if span == "season" else "") + span, period
            if not self._is_earlier(period):
                self.span, self.period = span, period
        elif last and same and self._still_earlier(last, atom):
            atom.span, atom.period = last.span, last.period
        else:
            atom.span, atom.period = (f"?{self.span}" if self.span else ""), self.period

    def _still_earlier(self, last: Atom, atom: Atom) -> bool:
        """Whether the year of a figure before still holds: not behind an aside that has ended."""
        return self._is_earlier(last.period) and not re.search(r"[);]", atom.before)

    def _is_earlier(self, period: str) -> bool:
        """Whether a period is of another year than the report's: said for one sentence only."""
        end = period.rpartition("/")[2]
        return period.startswith("before:") or "" < end[:4] < self.reader.month[:4]

    def _spans(self, text: str, *, told: bool = False) -> list[tuple[int, int, str, str]]:
        """The spans told in a text: start, end, name and period, none inside another.

        told: the sentence has told a span already, and a season in an item's name is none.
        """
        hits: list[tuple[int, int, str, str]] = []
        for pattern, name in phrases.SPAN:
            for one in pattern.finditer(text):
                period = phrases.told_period(one, self.reader.month[:4])
                span = self.reader.whole if name == "whole" else name
                hits.append((one.start(), one.end(), span, period))
        if told or any(name != "season" for _, _, name, _ in hits):
            labels = [one for one in self.subjects.mentions(text) if one.entries[0].item]
            hits = [h for h in hits if h[2] != "season" or not any(
                one.start < h[0] and h[1] <= one.end for one in labels)]  # fmt: skip
        return [h for h in hits if not any(o != h and o[0] <= h[0] and h[1] <= o[1] for o in hits)]


def claim_of(atom: Atom, sentence: str) -> Claim | Unplaced:
    """What a figure asserts, once its subject, span and base are known."""
    if atom.kind not in ("missing", "status") and atom.subject is None:
        return Unplaced(atom.text, atom.tags[0], "no subject", sentence)
    measure, value, base = _meaning(atom)
    if measure in bases.COMPARED and not base:
        return Unplaced(atom.text, atom.tags[0], "no base", sentence)
    indicator, item = atom.subject.key if atom.subject else ("", "")
    percent = "%" if measure in ("change_percent", "attainment", "share") else ""
    way = "unchanged" if atom.kind == "unchanged" else atom.direction
    return Claim(
        indicator, item, atom.span, atom.period, measure, value, atom.unit or percent, base,
        atom.text, atom.tags[0], atom.places, atom.high, way, sentence=sentence,
    )  # fmt: skip


def _meaning(atom: Atom) -> tuple[str, Decimal | None, str]:
    """Measure, value and base of a figure in the words of the data."""
    if atom.kind == "ratio" and atom.value is not None:
        return "change_percent", atom.value - HUNDRED, atom.base
    if atom.kind == "unchanged":
        return "change_percent", Decimal(0), atom.base
    if atom.kind == "attainment":
        return _attained(atom)
    if atom.kind == "share":
        return "share", atom.value, "share"
    return *_level(atom), atom.base or _target(atom)


def _attained(atom: Atom) -> tuple[str, Decimal | None, str]:
    """What is reached: a rate itself, a part of a whole, a plan in percent."""
    planned = phrases.PLAN_BEHIND.match(atom.after)
    if atom.subject and atom.subject.unit == "%" and not planned:
        return "level", atom.value, ""
    if atom.host and atom.host.kind == "fraction":
        return "share", atom.value, "denominator"
    return "attainment", atom.value, f"plan:{_plan(atom)}"


def _level(atom: Atom) -> tuple[str, Decimal | None]:
    """A quantity now, before a change told as `từ … lên …`, or set as a target."""
    if atom.kind in ("progress", "part"):
        return "level", atom.value
    if atom.kind == "level" and _target(atom):
        return "plan", atom.value
    ends = (" lên ", " xuống ") if atom.unit == "%" else (" lên ", " xuống ", " đến ")
    before = atom.before.endswith(" từ ") and atom.after.startswith(ends)
    return "level_before" if atom.kind == "level" and before else atom.kind, atom.value


def _target(atom: Atom) -> str:
    """The plan that a level is the target of, blank for none."""
    if atom.kind != "level":
        return ""
    if phrases.WHOLE_YEAR.match(atom.after) or phrases.YEARS_PLAN.search(atom.before):
        return "plan:"
    cost = "tổng mức đầu tư" in atom.before.lower() and not atom.depth
    return "plan:total_investment" if cost else ""


def lists(found: Sequence[Atom], text: str) -> list[Claim]:
    """Lists whose introduction says a direction: what they name, in order."""
    out = []
    for _, group in itertools.groupby((a for a in found if a.depth == 0), lambda a: a.sentence):
        own = list(group)
        changes = [a for a in own if a.kind == "change_percent" and a.subject]
        told = re.search(r"(tăng|giảm)[^:;.]*:\s", bases.intro(text, own[0]))
        if not changes or not told or changes[0].subject is None:
            continue
        first = changes[0]
        out.append(Claim(
            changes[0].subject.indicator, "", first.span, first.period, "list", None, "%",
            first.base, told[0], direction="rising" if told[1] == "tăng" else "falling",
            sentence=text, members=tuple(_member(a) for a in changes if a.subject),
        ))  # fmt: skip
    return out


def _member(atom: Atom) -> Claim:
    """What a list names."""
    assert atom.subject is not None
    return Claim(*atom.subject.key, atom.span, atom.period, "change_percent", atom.value, "%",
                 atom.base, atom.text)  # fmt: skip


def _contrast(found: Sequence[Atom]) -> None:
    """A quantity told without its time before `lũy kế …` of the same one is the month's."""
    for first, second in itertools.pairwise(found):
        same = first.subject == second.subject and first.sentence == second.sentence
        if same and first.span == "?ytd" and second.span == "ytd" and first.kind in LEVELS:
            first.span, first.period = "month", ""


def _without_causes(text: str) -> str:
    """A text in whose causes nothing is named."""
    return phrases.CAUSE.sub(lambda found: " " * (len(found[0]) - 1) + ";", text)


def _this_sentence(text: str, atom: Atom, before: str) -> str:
    """The part of the words before a figure that lies in its own sentence."""
    told = figures.sentences(text)
    places = range(atom.start - len(before), atom.start)
    return "".join(text[place] for place in places if told[place] == atom.sentence)


def _plan(atom: Atom) -> str:
    found = phrases.PLAN_BEHIND.match(atom.after)
    words = found[1] if found else ""
    return next((plan for text, plan in phrases.PLAN_WORDS if text in words), "")


def _unread(line: Line, found: Sequence[Atom]) -> list[Unplaced]:
    """Controls in which no figure was recognised at all."""
    return [
        Unplaced(line.text[c.start : c.end], c.tag, "not recognised", line.text)
        for c in line.controls
        if not any(a.start < c.end and c.start < a.end for a in found)
    ]
