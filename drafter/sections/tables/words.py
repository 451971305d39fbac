"""Statistical tables of series, as a section's template asks for them in one line.

Every number is a figure like those of the text: with its role, its formula and its source in the
ledger, and unrounded for whoever reckons with it. Rows out of scope, columns that hold nothing
and a table without rows go without a trace; what the office owes its reader and the data lack is
marked in its cell and told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from drafter.figures import UNDRAWN
from drafter.sections import expressions
from drafter.sections.asides import asked
from drafter.sections.desk import Desk
from drafter.sections.tables.cells import Cells
from drafter.sections.tables.columns import column, told
from drafter.sections.tables.content import Content
from drafter.sections.tables.printing import Printing
from drafter.sections.tables.rows import Reach, branches


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a template asks of a table, besides rows, columns and settings.

    stub: over the names of the rows. depth, opened, names: see `rows.Reach`. source: the
    departments stand under it. note: so does this, marked text.
    """

    caption: str = ""
    stub: str = "Chỉ tiêu"
    depth: int = 0
    opened: tuple[str, ...] = ()
    names: Mapping[str, str] = {}
    source: bool = True
    note: str = ""


class Tables:
    """Draws up tables at the desk of one section."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def table(self, rows: Any, columns: Sequence[str], **how: Any) -> str:
        """A table, a line of its own: series down, the spans and comparisons named across.

        rows: a series with its items below, a list of such, or of groups `(head, rows)`. The
        keywords are the fields of `Wish` and settings. `UNDRAWN` when no row has anything to show.
        """
        desk = self._desk
        wish, call = asked(Wish, how)
        cells = Cells(desk, desk.sources.cascade.at(desk.section, call=call), call)
        across = told(map(column, columns), desk.sources.spans)
        found = branches(rows, Reach(wish.depth, wish.opened, wish.names))
        content = Content(desk, cells, found, across)
        if not content.rows:
            return UNDRAWN
        expression = expressions.call("table", rows, (), {"columns": list(columns), **how})
        printing = Printing(desk, cells, content)
        grid = msgspec.structs.replace(
            printing.grid(wish.stub),
            caption=wish.caption,
            note=printing.note(wish.note, source=wish.source),
            expression=expression,
        )
        return desk.sink.show(grid)
