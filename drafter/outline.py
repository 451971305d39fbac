"""Report kinds (`templates/reports/*.yaml`): which sections, how numbered, in which frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

import msgspec

from drafter.document import Block, FrameName, Heading, Section, Text
from drafter.settings import Layers

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class ReportKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One report kind.

    label: what a clerk calls it. title: trích yếu, `{report}` being the report's period in words.
    outline: section keys in order. numbering: a pattern for each heading level, made of `{roman}`
    (the level's own count) and `{1}`, `{2}` … (the counts of the levels); a level without a
    pattern has no number. capitals: headings of level 1 in upper case (decree, Appendix I, V.6b).
    """

    label: str
    frame: FrameName
    title: str
    outline: tuple[str, ...]
    numbering: tuple[str, ...] = ()
    capitals: bool = False
    layout: str = "decree-30-2020"
    settings: Layers = Layers()
    periods: tuple[Literal["month", "quarter", "half", "nine_months", "year"], ...] = ("month",)

    def __post_init__(self) -> None:
        """Raises ValueError for a pattern that cannot be filled in."""
        for pattern in self.numbering:
            try:
                _filled(pattern, [0] * 5, 1)
            except (LookupError, ValueError) as error:
                raise ValueError(
                    f"'{pattern}' is no numbering; use {{roman}}, {{1}}, {{2}}, {{3}}, {{4}}"
                ) from error


def numbered(sections: Iterable[Section], kind: ReportKind) -> Iterator[Section]:
    """The sections with the numbers of their headings, counted over what is really there."""
    counts = [0] * 5
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            blocks.append(_numbered(block, counts, kind) if isinstance(block, Heading) else block)
        yield replace(section, blocks=tuple(blocks))


def _numbered(heading: Heading, counts: list[int], kind: ReportKind) -> Heading:
    level = heading.level
    counts[level] += 1
    counts[level + 1 :] = [0] * (len(counts) - level - 1)
    inlines = heading.inlines
    if kind.capitals and level == 1:
        inlines = tuple(
            msgspec.structs.replace(one, text=one.text.upper()) if isinstance(one, Text) else one
            for one in inlines
        )
    if level > len(kind.numbering) or not kind.numbering[level - 1]:
        return replace(heading, inlines=inlines)
    number = _filled(kind.numbering[level - 1], counts, counts[level])
    return replace(heading, inlines=(Text(f"{number} "), *inlines))


def _filled(pattern: str, counts: Sequence[int], own: int) -> str:
    """A numbering pattern with the counts of the levels and a level's own in Roman."""
    return pattern.format("", *counts[1:], roman=roman(own))


def roman(number: int) -> str:
    """A number from 1 to 39 in Roman numerals.

    >>> roman(7), roman(14)
    ('VII', 'XIV')
    """
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text
