"""What people wrote for one period: leads, events and causes (`commentary/2023-07.md`).

The form, which a clerk reads as plain text:

    # Nông, lâm nghiệp và thủy sản {agriculture}     a section, by the key in braces
    ## Mở đầu {lead}                                 a slot that the section's template asks for
    Paragraphs, a line each; `- ` opens an event.
    ## Nguyên nhân {causes}
    - trade.retail, tháng, so với tháng trước, tăng: nhu cầu mua sắm tăng

Figures inside are expressions of the templates (`{{ value("trade.gates") }}`), not digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import msgspec

from drafter.errors import InputError, Message, Problem, msg

CAUSES = "causes"
COMPARISONS = {
    "so với tháng trước": "month_on_month",
    "so với quý trước": "quarter_on_quarter",
    "so với cùng kỳ": "year_on_year",
    "so với cuối năm trước": "year_end",
    "so với năm gốc": "base_year",
    "so với kế hoạch": "plan",
}
SPANS = {
    "tháng": "month",
    "quý": "quarter",
    "lũy kế": "ytd",
    "bình quân": "average_ytd",
    "năm": "year",
    "thời điểm": "asof",
}
DIRECTIONS: dict[str, Literal["rising", "falling"]] = {"tăng": "rising", "giảm": "falling"}
PLACEMENTS = {"câu riêng": "sentence", "trong ngoặc": "brackets"}
LIST = "danh sách"

_HEADING = re.compile(r"(#{1,2}) +(.+?) *\{([a-z][a-z0-9_]*)\} *")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CAUSE = re.compile(r"- *([^:]+): *(.+)")
# Marked text has these private letters around its figures and clauses; nobody types them.
_MARKS = str.maketrans(dict.fromkeys(range(0xE000, 0xE008)))

_EXPRESSION = re.compile(r"\{[{%].*?[%}]\}")
_CITATION = re.compile(
    r"[0-9]+[0-9/.-]*/[A-ZĐ][\w-]*|(?<![0-9])[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}/(?:19|20)[0-9]{2}"
    r"|(?i:năm|tháng|quý|ngày|lớp|khóa|lần thứ|điều|khoản|số|kỷ niệm|COVID)"
    r"[ \u00a0-]+[0-9][0-9/.-]*(?:/[A-ZĐ][\w-]*)?"
    r"|(?:19|20)[0-9]{2}(?: *- *(?:19|20)[0-9]{2})?"
)
_NUMBER = re.compile(r"(?<!\w)[0-9][0-9.,]*")


def typed_numbers(text: str) -> list[str]:
    """The numbers that someone typed rather than took from the data; dates and citations left out.

    >>> typed_numbers("Có 12 xã đạt chuẩn theo Nghị định số 24/2023/NĐ-CP ngày 14/5/2023.")
    ['12']
    """
    return _NUMBER.findall(_CITATION.sub("", _EXPRESSION.sub("", text)))


class Cause(msgspec.Struct, frozen=True):
    """Why a figure went the way it did; printed only while it goes that way.

    span: blank for any. listed: it explains a list of the indicator's items, not one figure.
    placement: after the figure, as a sentence of its own, or in brackets.
    """

    indicator: str
    item: str
    span: str
    comparison: str
    direction: Literal["rising", "falling"]
    text: str
    line: int
    listed: bool = False
    placement: str = "after"


@dataclass(frozen=True)
class Commentary:
    """The commentary of a period. file: its name for messages.

    slots: section → slot → (line, text) of each paragraph, in order.
    """

    file: str = ""
    slots: Mapping[str, Mapping[str, tuple[tuple[int, str], ...]]] = field(default_factory=dict)
    causes: tuple[Cause, ...] = ()

    def paragraphs(self, section: str, slot: str) -> tuple[tuple[int, str], ...]:
        """(line, text) of the paragraphs of one slot; none when nobody wrote any."""
        return self.slots.get(section, {}).get(slot, ())

    @cached_property
    def causes_of(self) -> Mapping[tuple[str, str], tuple[Cause, ...]]:
        """The causes by indicator and item, in the order of the file."""
        found: dict[tuple[str, str], tuple[Cause, ...]] = {}
        for cause in self.causes:
            key = (cause.indicator, cause.item)
            found[key] = (*found.get(key, ()), cause)
        return found


def commentary_from_text(text: str, file: str) -> Commentary:
    """The commentary in a file's text; InputError with every line that cannot be placed."""
    slots: dict[str, dict[str, list[tuple[int, str]]]] = {}
    causes: list[Cause] = []
    problems: list[Problem] = []
    section = slot = ""
    for number, line in _lines(text):
        if line.startswith("#"):
            section, slot = _placed(line, section, slot, f"{file}:{number}", problems)
        elif not section:
            problems.append(
                Problem(
                    f"{file}:{number}",
                    msg("text before the first section; put '# Thương mại {{trade}}' above it"),
                )
            )
        elif slot == CAUSES:
            cause = _cause(line, number, f"{file}:{number}", problems)
            causes += [cause] if cause else []
        else:
            slots.setdefault(section, {}).setdefault(slot, []).append((number, line))
    if problems:
        raise InputError(problems)
    frozen = {s: {n: tuple(ps) for n, ps in named.items()} for s, named in slots.items()}
    return Commentary(file, frozen, tuple(causes))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, numbered as an editor does; comments left out."""
    said = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text.removeprefix("\ufeff"))
    for number, line in enumerate(said.translate(_MARKS).splitlines(), 1):
        if line := line.strip():
            yield number, line


def _placed(
    line: str, section: str, slot: str, place: str, problems: list[Problem]
) -> tuple[str, str]:
    """The section and slot that a heading opens; a section opens its `lead`."""
    found = _HEADING.fullmatch(line)
    if found is None:
        problems.append(
            Problem(
                place, msg("a heading without its key; write for instance '## Mở đầu {{lead}}'")
            )
        )
        return section, slot
    return (found[3], "lead") if len(found[1]) == 1 else (section, found[3])


def _cause(line: str, number: int, place: str, problems: list[Problem]) -> Cause | None:
    """The cause on one line, or None and a problem that says which word is not understood."""
    found = _CAUSE.fullmatch(line)
    if found is None:
        problems.append(
            Problem(
                place, msg("a cause is one line: '- indicator, so với cùng kỳ, tăng: the cause'")
            )
        )
        return None
    target, *words = (word.strip() for word in found[1].split(","))
    said = _understood(words, place, problems)
    if said is None:
        return None
    listed = target.casefold().startswith(LIST + " ")
    indicator, _, item = (target[len(LIST) :].strip() if listed else target).partition("/")
    return Cause(
        indicator,
        item,
        said["span"],
        said["comparison"],
        "rising" if said["direction"] == "rising" else "falling",
        found[2],
        number,
        listed,
        said["placement"],
    )


_WORDS: Mapping[str, Mapping[str, str]] = {
    "span": SPANS,
    "comparison": COMPARISONS,
    "direction": DIRECTIONS,
    "placement": PLACEMENTS,
}


def _understood(words: Iterable[str], place: str, problems: list[Problem]) -> dict[str, str] | None:
    """What the words of a cause say, by what each is about, or None and a problem."""
    said: dict[str, str] = {"span": "", "comparison": "", "direction": "", "placement": "after"}
    for word in words:
        plain = _plain(word)
        name = next((name for name, known in _WORDS.items() if plain in known), "")
        if not name:
            problems.append(Problem(place, _not_understood(word)))
            return None
        said[name] = _WORDS[name][plain]
    if not said["comparison"] or not said["direction"]:
        lacks = msg("a cause needs a comparison and a direction, as in 'so với cùng kỳ, tăng'")
        problems.append(Problem(place, lacks))
        return None
    return said


def _plain(word: str) -> str:
    """A word in the spelling of this module: `Luỹ kế`, `so với cùng kì`.

    >>> _plain("Luỹ  kế"), _plain("so với cùng KÌ")
    ('lũy kế', 'so với cùng kỳ')
    """
    plain = " ".join(unicodedata.normalize("NFC", word).casefold().split())
    return plain.replace("luỹ", "lũy").replace("kì", "kỳ")


def _not_understood(word: str) -> Message:
    known = ", ".join(one for words in _WORDS.values() for one in words)
    return msg("'{word}' is not understood in a cause; use {known}", word=word, known=known)
