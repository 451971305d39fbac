"""The statistical tables of a .docx with all that stands around each number.

Nothing here uses code of drafter's: heading → what a column holds, label → unit and time of a row,
tag → what the file's ledger says of a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from tests.tables import Read, ReadTable, read_tables

from .digits import PLAN_WORDS
from .heads import Head, NotUnderstoodError, Time, head, small, time
from .roles import Role, roles_of

Plans = Callable[[str, str], Mapping[str, str]]
"""Indicator, item → what each of its plans is called."""
_BRACKETS = re.compile(r" \((?P<said>[^()]*(?:\([^()]*\))?[^()]*)\)$")
_UNIT = "Đơn vị tính: "


@dataclass(frozen=True)
class Cell:
    """A cell. unit: of its row's levels; percent: everything in the table is in percent.

    own: the times that its row says in brackets. series: indicator and item of the row. newest: no
    other column of its span is of a later time.
    """

    place: str
    read: Read
    head: Head
    unit: str
    percent: bool
    own: tuple[Time, ...]
    role: Role | None
    series: tuple[str, str] | None
    newest: bool = True

    @property
    def kind(self) -> str:
        """The kind of the column; a growth without a sign of percent is in units."""
        bare = self.head.kind == "growth" and not self.head.percent and not self.percent
        return "step" if bare else self.head.kind

    def __str__(self) -> str:
        return f"{self.place}: {self.read.text}"


@dataclass(frozen=True)
class Row:
    """A row. label: its name, without unit and time."""

    label: str
    indent: int
    series: tuple[str, str] | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Page:
    """A table and its rows."""

    table: ReadTable
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class TableReader:
    """Reads tables. units: those that there are; plans: what plans are called."""

    units: Collection[str]
    plans: Plans

    def pages(self, docx: bytes) -> Iterator[Page]:
        """Every table of a document; NotUnderstoodError for a heading that says nothing."""
        roles = roles_of(docx)
        for table in read_tables(docx):
            yield Page(table, tuple(self._rows(table, roles)))

    def _rows(self, table: ReadTable, roles: Mapping[str, Role]) -> Iterator[Row]:
        heads = self._heads(table, roles)
        over, group = table.unit.removeprefix(_UNIT), ""
        newest: dict[str, str] = {}
        for one in heads:
            newest[one.time.span] = max(one.time.period, newest.get(one.time.span, ""))
        for texts in table.rows:
            label, unit, own = self._label(texts[0].text)
            group = group if texts[0].indent else unit
            named = [one.text for one, each in zip(texts[1:], heads, strict=True)
                     if each.kind == "unit"]  # fmt: skip
            unit = small(named[0]) if named else group or over
            found = [roles[one.tag] for one in texts if one.tag]
            series = (found[0].indicator, found[0].item) if found else None
            first = Cell(
                table.caption, texts[0], Head("unit"), unit, over == "%", own, None, series
            )
            cells = (
                replace(first, place=f"{table.caption} | {texts[0].text} | {title}", read=one,
                        head=each, role=roles[one.tag] if one.tag else None,
                        newest=each.time.period >= newest[each.time.span])
                for one, each, title in zip(texts[1:], heads, table.heads[1:], strict=True)
            )  # fmt: skip
            yield Row(label, texts[0].indent, series, tuple(cells))

    def _heads(self, table: ReadTable, roles: Mapping[str, Role]) -> list[Head]:
        """What the columns hold, that of the names left out."""
        used = [roles[cell.tag] for row in table.rows for cell in row if cell.tag]
        plans = {name for one in used for name in self.plans(one.indicator, one.item).values()}
        plans |= set(PLAN_WORDS.values())
        return [head(texts, plans) for texts in list(zip(*table.header, strict=True))[1:]]

    def _label(self, text: str) -> tuple[str, str, tuple[Time, ...]]:
        """The name of a row, the unit and the times in brackets behind it."""
        unit, own = "", list[Time]()
        while found := _BRACKETS.search(text):
            said = found["said"]
            try:
                own += [time(one) for one in said.split("; ")]
            except NotUnderstoodError:
                if unit or said not in self.units:
                    break
                unit = said
            text = text[: found.start()]
        return text, unit, tuple(own)
