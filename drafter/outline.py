"""Report kinds (`templates/reports/*.yaml`): which sections, how numbered, in which frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

import msgspec

from drafter.document import Block, FrameName, Heading, Section, Table, Text
from drafter.period import SPANS_OF, PeriodOfReport
from drafter.settings import Layers, fills

LEVELS = 4
"""Levels of headings."""
ANNEX = "annex"
"""The report kind of the statistical tables, alone or behind another."""
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Chapter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A heading over sections, which stand a level lower; it goes when all of them are empty.

    title: with the places of a report's title.
    """

    title: str
    sections: tuple[str | Chapter, ...]


class ReportKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One report kind.

    label: what a clerk calls it. title: trích yếu; `{report}` and `{next}` are the report's period
    and the one after it in words, `{province}` is the province's name.
    outline: section keys in order, or chapters over them. numbering: a pattern for each heading
    level, made of `{roman}` (the level's own count) and `{1}`, `{2}` … (the counts of the levels);
    a level without a pattern has no number. capitals: headings of level 1 in upper case (decree,
    Appendix I, V.6b). periods: those that it is made for. spans: what a report of such a period
    tells of (by month, by quarter, since January), where it is not what `period.SPANS_OF` has.
    without: the comparisons that it never tells. summary: it tells a part of the scope, so that
    what no section asks for is no finding. tables: what stands before the caption of a table,
    `{n}` its number; blank for nothing. annex: the statistical tables stand behind it. manner: of
    printing and wording, under its settings.
    """

    label: str
    frame: FrameName
    title: str
    outline: tuple[str | Chapter, ...]
    numbering: tuple[str, ...] = ()
    capitals: bool = False
    layout: str = "decree-30-2020"
    tables: str = ""
    annex: bool = False
    manner: str = ""
    settings: Layers = Layers()
    periods: tuple[PeriodOfReport, ...] = tuple(SPANS_OF)
    spans: Mapping[PeriodOfReport, tuple[str, ...]] = {}
    without: tuple[str, ...] = ()
    summary: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError for a pattern that cannot be filled in."""
        if not fills(self.tables, ["n"]):
            raise ValueError(f"'{self.tables}' is no numbering of tables; use {{n}}")
        for pattern in self.numbering:
            try:
                _filled(pattern, [0] * (LEVELS + 1), 1)
            except (LookupError, ValueError) as error:
                raise ValueError(
                    f"'{pattern}' is no numbering; use {{roman}}, {{1}}, {{2}}, {{3}}, {{4}}"
                ) from error

    def spans_of(self, period: PeriodOfReport) -> tuple[str, ...]:
        """The spans that a report of such a period tells of, the shortest first."""
        return self.spans.get(period) or SPANS_OF[period]


def section_keys(outline: Iterable[str | Chapter]) -> Iterator[str]:
    """The keys of an outline's sections in their order, those of chapters among them.

    >>> list(section_keys(["opening", Chapter("Kinh tế", ("trade", "prices"))]))
    ['opening', 'trade', 'prices']
    """
    for entry in outline:
        if isinstance(entry, str):
            yield entry
        else:
            yield from section_keys(entry.sections)


def arranged(
    outline: Iterable[str | Chapter], blocks: Iterable[tuple[Block, ...]], depth: int = 0
) -> Iterator[Section]:
    """The sections that hold something in the outline's order, under the headings of chapters.

    blocks: what the template of each section wrote, in that order, headings from level 1. A
    chapter's heading is a section of its own, whose key is blank.
    """
    written = iter(blocks)
    for entry in outline:
        if isinstance(entry, str):
            if own := next(written):
                yield Section(entry, tuple(_lowered(block, depth) for block in own))
            continue
        below = [next(written) for _ in section_keys(entry.sections)]
        if any(below):
            yield Section("", (Heading(depth + 1, (Text(entry.title),)),))
            yield from arranged(entry.sections, below, depth + 1)


def _lowered(block: Block, depth: int) -> Block:
    """A block, a heading `depth` levels lower; the format has four."""
    if depth and isinstance(block, Heading):
        return replace(block, level=min(block.level + depth, LEVELS))
    return block


def numbered(sections: Iterable[Section], kind: ReportKind) -> Iterator[Section]:
    """The sections with the numbers of headings and tables, counted over what is really there."""
    counts, tables = [0] * (LEVELS + 1), count(1)
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, Heading):
                blocks.append(_numbered(block, counts, kind))
            elif isinstance(block, Table) and block.caption and kind.tables:
                number = Text(kind.tables.format(n=next(tables)))
                blocks.append(replace(block, caption=(number, *block.caption)))
            else:
                blocks.append(block)
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
