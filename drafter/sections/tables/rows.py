"""The rows of a statistical table: series with those below them, under the heads of groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from drafter import wording
from drafter.measured import Series
from drafter.sections.views import SeriesView

Kind = Literal["whole", "item", "head", "text"]
_LEVELS_IN_BOLD = 2


class Branch(msgspec.Struct, frozen=True):
    """A row as a template names it, and those under it.

    kind: the `whole` of an indicator, an `item`, a series named as the `head` of others, or a
    `text` over them. series: None for a text.
    """

    kind: Kind
    label: str
    series: Series | None = None
    below: tuple[Branch, ...] = ()


class Row(msgspec.Struct, frozen=True):
    """A row as it is printed. level: how many rows it stands under. total: in capitals.

    group: number of the first-level row that it belongs to. bare: it has no numbers of its own.
    """

    label: str
    series: Series | None
    level: int
    group: int
    total: bool = False
    bold: bool = False
    bare: bool = False


class Reach(msgspec.Struct, frozen=True):
    """How far down the items of a series are shown.

    depth: so many levels, 0 for all; opened: items whose own are shown too. names: other names
    for series, by their ids.
    """

    depth: int = 0
    opened: tuple[str, ...] = ()
    names: Mapping[str, str] = {}

    def label(self, view: SeriesView) -> str:
        """What a row is called."""
        indicator, item, _ = view.series
        return self.names.get(f"{indicator}/{item}" if item else indicator, view.name)

    def shows(self, view: SeriesView, level: int) -> bool:
        """Whether the items of a series at a level are shown."""
        return not self.depth or level < self.depth or view.key in self.opened


def branches(rows: Any, reach: Reach) -> tuple[Branch, ...]:
    """The rows of a template: a series with its items, a list of such, or of groups `(head, rows)`.

    ValueError for anything else.
    """
    if isinstance(rows, SeriesView):
        return (_series(rows, reach),)
    if not isinstance(rows, list):
        raise ValueError("a table is of a series, of a list of them or of groups (head, rows)")
    return tuple(_entry(entry, reach) for entry in rows)


def _entry(entry: Any, reach: Reach) -> Branch:
    if isinstance(entry, SeriesView):
        return _series(entry, reach)
    if not isinstance(entry, tuple) or len(entry) != 2:
        raise ValueError(f"{entry!r} is no row of a table; write a series or (head, rows)")
    head, rows = entry
    below = branches(rows if isinstance(rows, list) else [rows], reach)
    if isinstance(head, SeriesView):
        return Branch("head", reach.label(head), head.series, below)
    return Branch("text", str(head), None, below)


def _series(view: SeriesView, reach: Reach) -> Branch:
    """A series with the items below it that are in scope."""
    kind: Kind = "item" if view.key else "whole"
    return Branch(kind, reach.label(view), view.series, _items(view, reach, 0))


def _items(view: SeriesView, reach: Reach, level: int) -> tuple[Branch, ...]:
    if not reach.shows(view, level):
        return ()
    return tuple(
        Branch("item", reach.label(one), one.series, _items(one, reach, level + 1))
        for one in view.items
    )


def series_of(found: Iterable[Branch]) -> Iterator[Series]:
    """Every series of the rows, from above."""
    for branch in found:
        if branch.series is not None:
            yield branch.series
        yield from series_of(branch.below)


def kept(found: Sequence[Branch], filled: Mapping[Series, bool]) -> tuple[Branch, ...]:
    """The rows that have something to show, themselves or below.

    filled: whether a series has a number, or owes one. What has none and stands over one row
    only, a head, or the whole of the table's only indicator, leaves its place to those under it;
    others stay as headings.
    """
    left: list[Branch] = []
    for branch in found:
        below = kept(branch.below, filled)
        if len(below) == 1 and branch.kind != "text" and not _is_filled(below[0], filled):
            below = below[0].below
        alone = branch.kind == "item" and len(below) == 1
        lone = branch.kind == "whole" and len(found) == 1
        if _is_filled(branch, filled) or (below and branch.kind == "text"):
            left.append(msgspec.structs.replace(branch, below=below))
        elif branch.kind == "head" or alone or lone:
            left.extend(below)
        elif below:
            left.append(msgspec.structs.replace(branch, below=below))
    return tuple(left)


def _is_filled(branch: Branch, filled: Mapping[Series, bool]) -> bool:
    return branch.series is not None and filled[branch.series]


def printed(found: Sequence[Branch], filled: Mapping[Series, bool]) -> list[Row]:
    """The rows in their order.

    Wholes are in capitals where the first has rows under it and none is a mere heading.
    """
    first = found[:1]
    totals = any(_is_whole(one) and one.below for one in first) and all(
        _is_filled(one, filled) for one in found
    )
    strong = _are_strong(found, 0)
    rows: list[Row] = []
    for group, branch in enumerate(found):
        rows += _printed(branch, filled, Row("", None, 0, group, total=totals, bold=strong))
    return rows


def _printed(branch: Branch, filled: Mapping[Series, bool], place: Row) -> Iterator[Row]:
    """A row at a place and those under it, a level deeper."""
    bare = not _is_filled(branch, filled)
    total = place.total and _is_whole(branch) and not bare
    label = branch.label.upper() if total else wording.upper_first(branch.label)
    series = None if bare else branch.series
    bold = total or bare or place.bold
    yield Row(label, series, place.level, place.group, total, bold, bare)
    level = place.level + 1
    under = Row("", None, level, place.group, bold=_are_strong(branch.below, level))
    for one in branch.below:
        yield from _printed(one, filled, under)


def _are_strong(siblings: Sequence[Branch], level: int) -> bool:
    """Whether the rows under one head are in bold, all alike: where at least as many stand under
    them as they are, so that they part the table; one among many with parts does not stand out."""
    return level < _LEVELS_IN_BOLD and len(siblings) <= sum(len(one.below) for one in siblings)


def _is_whole(branch: Branch) -> bool:
    return branch.kind in ("whole", "head")
