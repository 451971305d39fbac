"""The body: sections in each other as their headings say, lists as their marks say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from drafter.document import Block, Chart, Heading, Paragraph, ParagraphRole, Section, Table
from drafter.web.charts import chart
from drafter.web.elements import element, nest
from drafter.web.inlines import Story
from drafter.web.tables import table

# A star leads several dashes, a dash several pluses.
_RANKS: dict[ParagraphRole, int] = {"star": 1, "dash": 2, "plus": 3}
_LOWEST_HEADING = 6

Placed = tuple[str, Block]
"""A block with the key of its section."""


def body(sections: Iterable[Section], story: Story, level: int = 2) -> str:
    """All blocks of all sections. level: of the highest headings, 2 for `h2`."""
    placed = [(section.key, block) for section in sections for block in section.blocks]
    return "\n".join(_nested(placed, story, level))


def _nested(placed: Sequence[Placed], story: Story, level: int) -> Iterator[str]:
    """What stands before the first heading, then a `section` for each of the highest ones.

    One that skips a level counts as the next, as headings of a page may not skip any.
    """
    starts = _starts(placed)
    yield from _flat([block for _, block in placed[: starts[0]]], story)
    for start, end in pairwise(starts):
        key, heading = placed[start]
        if isinstance(heading, Heading):
            title = element(
                f"h{min(level, _LOWEST_HEADING)}",
                story.runs(heading.inlines),
                id=story.name("section"),
                class_=f"level-{heading.level}",
            )
            inside = _nested(placed[start + 1 : end], story, level + 1)
            yield nest("section", (title, *inside), data_section=key)


def _starts(placed: Sequence[Placed]) -> list[int]:
    """Where the highest headings are, and the end; one is as high as the first, or higher."""
    starts: list[int] = []
    highest = 0
    for place, (_, block) in enumerate(placed):
        if isinstance(block, Heading) and (not starts or block.level <= highest):
            highest = block.level
            starts.append(place)
    return [*starts, len(placed)]


def _flat(blocks: Sequence[Block], story: Story) -> Iterator[str]:
    """Blocks without a heading; neighbours in a list become one."""
    for is_list, group in groupby(blocks, _is_item):
        if is_list:
            items = [one for one in group if isinstance(one, Paragraph)]
            # In this order, as footnotes are numbered where they stand.
            yield _list([(one.role, story.runs(one.inlines)) for one in items])
        else:
            yield from (_block(block, story) for block in group)


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _RANKS


def _block(block: Block, story: Story) -> str:
    """A block that is neither a heading nor of a list."""
    if isinstance(block, Table):
        return table(block, story)
    if isinstance(block, Chart):
        return chart(block, story)
    return element("p", story.runs(block.inlines))


def _list(items: Sequence[tuple[ParagraphRole, str]]) -> str:
    """Items as lists in lists; an item that ranks higher than those before begins a new one."""
    if not items:
        return ""
    rank = _RANKS[items[0][0]]
    ends = [place for place, (role, _) in enumerate(items) if _RANKS[role] < rank]
    end = ends[0] if ends else len(items)
    starts = [place for place, (role, _) in enumerate(items[:end]) if _RANKS[role] == rank]
    written = [
        element("li", items[start][1] + _list(items[start + 1 : after]))
        for start, after in zip(starts, [*starts[1:], end], strict=True)
    ]
    own = nest("ul", written, class_=items[0][0])
    return own + _list(items[end:])
