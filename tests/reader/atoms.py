"""Figures as a text shows them, before anyone knows what they are about."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from .names import Entry
from .numbers import NUMERAL, decimals, number


@dataclass
class Atom:
    """A figure at its place. depth: brackets around it. base, subject, span: filled in later."""

    kind: str
    start: int
    end: int
    text: str
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    places: int = 0
    direction: str = ""
    depth: int = 0
    sentence: int = 0
    before: str = ""
    after: str = ""
    base: str = ""
    base_at: int = -1
    subject: Entry | None = None
    span: str = ""
    period: str = ""
    host: Atom | None = None
    follows: bool = False
    tags: list[str] = field(default_factory=list)


STATUS = (
    r"đều (?:tăng|giảm|tương đương|không đổi|giữ nguyên)"
    r"|có tăng, có (?:giảm|tương đương)(?:, có tương đương)?|có giảm, có tương đương"
    r"|(?:tăng|giảm|giữ nguyên) cả \d+ [^\W\d]+ [^\W\d]+"
    r"|(?:(?:, )?(?:tăng|giảm|giữ nguyên) \d+/\d+ [^\W\d]+ [^\W\d]+)+"
)
"""How several series went, without the figures."""


def pattern(units: list[str]) -> re.Pattern[str]:
    """One pattern for every kind of figure, the more particular first."""
    n, unit = NUMERAL, "(?:" + "|".join(map(re.escape, units)) + r")(?!\w)(?!/)"
    kinds = {
        "missing": r"\[thiếu: [^\]]*\]",
        "status": STATUS,
        "points": rf"(?:cao|thấp) hơn {n} điểm %",
        "extreme": rf"(?:tăng|giảm) (?:cao nhất|mạnh nhất|nhiều nhất|thấp nhất) với {n}%",
        "change_range": rf"(?:tăng|giảm|biến động) từ -?{n}%? (?:-|đến) -?{n}(?:%| {unit})",
        "from_to": rf"từ {n} {unit} (?:lên|xuống|xuống còn) {n} {unit}",
        "range": rf"{n} - {n}(?:%| {unit})",
        "count": rf"{n} (?:nhóm|ngành|mặt hàng) (?:tăng|giảm|giữ nguyên|không đổi)(?: giá)?(?!\w)",
        "change_absolute": rf"(?:tăng|giảm)(?: nhẹ)? {n} {unit}|(?:(?<=\()|^)[+-]{n} {unit}",
        "contribution_share": rf"(?:đóng góp|làm giảm) {n}%|(?<=\(tương ứng ){n}%",
        "change_percent": rf"(?:tăng|giảm)(?: nhẹ)? {n}%",
        "progress": rf"bằng {n}%(?= diện tích)",
        "part": rf"bằng {n}%(?= số )",
        "ratio": rf"bằng -?{n}%",
        "times": rf"gấp {n} lần",
        "attainment": rf"(?<!ước )đạt(?: tỷ lệ)? -?{n}%",
        "share": rf"chiếm -?{n}%",
        "contribution": rf"(?:đóng góp|làm giảm) {n} điểm %",
        "fraction": rf"{n}/{n} {unit}",
        "unchanged": r"tương đương|không đổi|giữ nguyên",
        "zero": r"không (?:xảy ra|phát sinh|ghi nhận|tiêm|cung ứng|có|phát hiện)(?!\w)[^.;,()]*",
        "level": rf"-?(?<![\d.,+]){n}(?: {unit}|%)",
        "way": r"(?<!\w)(?:tăng|giảm)(?= so với )",
    }
    return re.compile("|".join(f"(?P<{name}>{one})" for name, one in kinds.items()), re.IGNORECASE)


_NUMBERS = re.compile(rf"-?{NUMERAL}")
_UNIT_BEHIND = re.compile(rf".*{NUMERAL}(?: ([^\W\d].*)|(%))$", re.DOTALL)


def atoms(text: str, figures: re.Pattern[str]) -> list[Atom]:
    """The figures of a paragraph in order, with depth, sentence and the words around them."""
    deep, spoken = depths(text), sentences(text)
    found = [_atom(*one) for one in _matches(text, figures)]
    for atom in found:
        atom.depth, atom.sentence = deep[atom.start], spoken[atom.start]
    return found


def surround(text: str, found: list[Atom]) -> None:
    """Gives every figure the words before it (from the one before) and behind it."""
    spoken = sentences(text)
    for number_, atom in enumerate(found):
        last = found[number_ - 1] if number_ else None
        start = last.end if last else 0
        atom.before = text[start : atom.start]
        stop = found[number_ + 1].start if number_ + 1 < len(found) else len(text)
        while stop > atom.end and spoken[stop - 1] != atom.sentence:
            stop -= 1
        atom.after = text[atom.end : stop]


@lru_cache(maxsize=4096)
def _matches(text: str, figures: re.Pattern[str]) -> list[tuple[str, int, int, str]]:
    return [(one.lastgroup or "", one.start(), one.end(), one[0]) for one in figures.finditer(text)]


def _atom(kind: str, start: int, end: int, text: str) -> Atom:
    atom = Atom(kind, start, end, text)
    if kind == "way":
        atom.direction = "rising" if text.lower() == "tăng" else "falling"
    if kind in ("missing", "zero", "status", "unchanged", "way"):
        return atom
    numerals = _NUMBERS.findall(text if kind not in ("range", "change_range")
                                else text.replace(" - ", " ~ "))  # fmt: skip
    values = [number(one.removeprefix("-")) * (-1 if one[0] == "-" else 1) for one in numerals]
    atom.places = max(decimals(one) for one in numerals)
    atom.value, atom.high = values[0], values[1] if len(values) > 1 else None
    behind = _UNIT_BEHIND.search(text)
    atom.unit = (behind[1] or behind[2]) if behind else ""
    lowered = text.lower()
    falling = lowered.startswith(("giảm", "làm giảm", "thấp hơn")) or text.startswith("-")
    atom.direction = "falling" if falling else "rising"
    if (
        kind
        in (
            "change_absolute",
            "change_percent",
            "extreme",
            "contribution",
            "contribution_share",
            "points",
        )
        and falling
    ):
        atom.value = -abs(values[0])
    if kind == "count":
        atom.unit = text.split()[1]
        atom.direction = ("rising" if "tăng" in lowered else
                          "falling" if "giảm" in lowered else "unchanged")  # fmt: skip
    if kind == "from_to":
        atom.direction = "rising" if " lên " in lowered else "falling"
    if kind == "change_range":
        atom.direction = {"tăng": "rising", "giảm": "falling"}.get(lowered.split()[0], "")
    return atom


def split(text: str) -> list[str]:
    """The sentences of a text."""
    ends = [0, *(one.end() for one in _END.finditer(text) if not one[1].islower()), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(ends)]


@lru_cache(maxsize=4096)
def depths(text: str) -> list[int]:
    """How many brackets each letter stands in."""
    depth, out = 0, []
    for letter in text:
        depth -= letter == ")"
        out.append(depth)
        depth += letter == "("
    return [*out, depth]


_END = re.compile(r"[.!?] +(?=(.))")


@lru_cache(maxsize=4096)
def sentences(text: str) -> list[int]:
    """The number of the sentence that each letter stands in."""
    ends = [one.end() for one in _END.finditer(text) if not one[1].islower()]
    out, number_ = [], 0
    for place in range(len(text) + 1):
        while number_ < len(ends) and place >= ends[number_]:
            number_ += 1
        out.append(number_)
    return out
