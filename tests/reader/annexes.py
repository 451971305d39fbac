"""The statistical tables of a .docx judged by the data: each cell, each row's name, their sums."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from . import titles
from .digits import Digits
from .names import Names
from .numbers import decimals
from .roles import Judge
from .table_gaps import GapJudge, Owed
from .table_judge import NOTHING, UNKNOWN, CellJudge, printed
from .tables import Cell, Page, Row, TableReader

ROUNDED = "Tổng số và tổng các thành phần có thể chênh lệch do làm tròn."


@dataclass(frozen=True)
class AnnexJudge:
    """Judges tables. titles: `indicator/item` → names that templates give it besides its own.

    whole: the data give parts and wholes of one time, which add up.
    """

    reader: TableReader
    cells: CellJudge
    gaps: GapJudge
    titles: Mapping[str, Collection[str]] = field(default_factory=dict)
    whole: bool = True

    @property
    def _names(self) -> Names:
        return self.cells.judge.truth.names

    def faults(self, docx: bytes) -> list[str]:
        """What is false about the tables of a document."""
        return [said for page in self.reader.pages(docx) for said in self._of(page)]

    def _of(self, page: Page) -> Iterator[str]:
        for place, row in enumerate(page.rows):
            yield from self._row(row, page.rows[:place])
        yield from self._rounding(page)

    # -- rows -------------------------------------------------------------------------------------

    def _row(self, row: Row, above: Sequence[Row]) -> Iterator[str]:
        """What is false about a row: its name, its place, its cells."""
        if row.series is None:
            yield from (f"{cell}: nothing says of what it is" for cell in row.cells
                        if cell.kind != "unit" and cell.read.text not in ("", UNKNOWN))  # fmt: skip
            return
        yield from self._named(row)
        yield from self._placed(row, above)
        for cell in row.cells:
            yield from (f"{cell}: {said}" for said in self._cell(cell))

    def _cell(self, cell: Cell) -> Iterator[str]:
        if cell.head.kind == "unit":
            if not cell.read.text:
                yield "no unit"
        elif cell.role is None or cell.read.highlighted:
            yield from self.gaps.faults(cell)
        else:
            yield from self.cells.faults(cell)

    def _named(self, row: Row) -> Iterator[str]:
        """A row is called what the catalogue or the template calls its series."""
        assert row.series is not None
        entry = self._names.entries[row.series]
        own = self.titles.get("/".join(filter(None, row.series)), ())
        if row.label.casefold() not in {one.casefold() for one in (entry.label, *own)}:
            yield f"{row.cells[0].place}: called {row.label}, it is {row.series}"

    def _placed(self, row: Row, above: Sequence[Row]) -> Iterator[str]:
        """A row stands under what it is a part of: the nearest row above it that is less deep."""
        assert row.series is not None
        over = next((one for one in reversed(above) if one.indent < row.indent), None)
        if over is None or over.series is None or over.series[0] != row.series[0]:
            return
        part, whole = row.series[1], over.series[1]
        if part == whole or not part.startswith(f"{whole}/" if whole else ""):
            yield f"{row.cells[0].place}: {row.series} stands under {over.series}"

    # -- sums -------------------------------------------------------------------------------------

    def _rounding(self, page: Page) -> Iterator[str]:
        """Parts printed next to their whole add up to it, and what rounding adds is told."""
        gaps = [gap for row in page.rows for gap in self._sums(row, page.rows)]
        yield from (f"{cell}: the parts make {off} too much" for cell, off, slack in gaps
                    if self.whole and abs(off) > slack and cell.kind == "level")  # fmt: skip
        near = (off for _, off, slack in gaps if abs(off) <= slack)
        told, owed = ROUNDED in page.table.note, any(near)
        if told and not owed:
            yield f"{page.table.caption}: told of rounding, there is none"
        if owed and not told:
            yield f"{page.table.caption}: not told of rounding"

    def _sums(self, row: Row, rows: Sequence[Row]) -> Iterator[tuple[Cell, Decimal, Decimal]]:
        """Of each column of levels: what all parts make more than the whole, and what may be."""
        if row.series is None or row.series[1]:
            return
        parts = self._parts(row.series[0], rows)
        for place, cell in enumerate(row.cells if parts else ()):
            if cell.kind not in ("level", "plan_target"):
                continue
            texts = [one.read.text for one in (cell, *(part.cells[place] for part in parts))]
            values = [_number(text) for text in texts]
            known = [value for value in values if value is not None]
            if len(known) == len(values):
                places = max(map(decimals, texts))
                slack = Decimal(len(values)) / 2 * Decimal(1).scaleb(-places)
                yield cell, sum(known[1:], Decimal(0)) - known[0], slack

    def _parts(self, indicator: str, rows: Sequence[Row]) -> list[Row]:
        """The rows of the parts that an indicator is the sum of; none where one lacks."""
        breakdown = self._names.raw[indicator].get("breakdown") or {}
        wanted = [one.item for one in self._names.children(indicator, "")]
        found = {row.series[1]: row for row in rows if row.series and row.series[0] == indicator}
        if breakdown.get("relation") != "sum" or not all(one in found for one in wanted):
            return []
        return [found[one] for one in wanted]


def annex_judge(
    judge: Judge, digits: Digits, owed: Owed | None = None, templates: Path | None = None,
    *, whole: bool = True,
) -> AnnexJudge:  # fmt: skip
    """The judge of an office's tables. templates: the office's own."""
    cells = CellJudge(judge, digits.plans)
    reader = TableReader({*judge.truth.names.units, "%"}, digits.plans)
    called = titles.of_rows(*([templates] if templates else []))
    return AnnexJudge(reader, cells, GapJudge(cells, owed), called, whole)


def _number(text: str) -> Decimal | None:
    """The number of a cell, a dash being nothing."""
    if text == NOTHING:
        return Decimal(0)
    told = printed(text)
    return told.value if told and not told.bound else None
