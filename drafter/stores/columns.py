"""The header of a table of observations: which column is which, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from drafter.errors import Message, Severity, msg
from drafter.letters import mend_look_alikes, tidy
from drafter.observations import COLUMNS

REQUIRED = ("indicator", "period", "value")
# Titles that people put above the header of a sheet take a few rows.
HEADER_WITHIN = 12

ALIASES = {
    "chỉ tiêu": "indicator", "mã chỉ tiêu": "indicator", "mục": "item", "phân tổ": "item",
    "địa bàn": "area", "mã địa bàn": "area", "loại kỳ": "span", "kỳ": "period",
    "thời kỳ": "period", "đại lượng": "measure", "gốc so sánh": "base", "so với": "base",
    "trong tổng": "of", "kế hoạch": "plan", "cận": "bound", "giá trị": "value",
    "số liệu": "value", "đơn vị": "unit", "đơn vị tính": "unit", "đvt": "unit",
    "tình trạng": "status", "tính đến": "as_of", "tính đến ngày": "as_of", "xuất xứ": "origin",
    "nguồn": "source", "nguồn số liệu": "source", "ngày cung cấp": "vintage", "ghi chú": "note",
}  # fmt: skip


class Finding(NamedTuple):
    """Something to say about a cell; `column` is the name of the contract, not the header's.

    repeats: the same thing was said of an earlier row, so only a list of left-out rows names it.
    """

    row: int
    column: str
    message: Message
    severity: Severity = "fault"
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in a file; its first row of data is the one below `header_row`.

    file: what places begin with (`data/2023-07.csv`).
    """

    file: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    header_row: int = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of a table are: name → index, and the names as its header spells them."""

    positions: dict[str, int]
    headers: dict[str, str]
    width: int

    def place(self, file: str, row: int, column: str) -> str:
        """`file:row:column`, the column by its header."""
        return f"{file}:{row}:{self.headers.get(column, column)}"

    def picker(self, columns: Sequence[str]) -> Any:
        """A function from a row to the tuple of those `columns` that the table has."""
        indices = [self.positions[name] for name in columns if name in self.positions]
        if len(indices) > 1:
            return itemgetter(*indices)
        return (lambda row: (row[indices[0]],)) if indices else (lambda row: ())


def suggestion(text: str, known: Sequence[str]) -> str:
    """The known word that `text` was probably meant to be, or blank."""
    from difflib import get_close_matches  # noqa: PLC0415 clean data never need it

    return next(iter(get_close_matches(text, known, n=1, cutoff=0.6)), "")


@lru_cache(maxsize=4096)
def column_of(title: object) -> str:
    """The column that a header cell names, in English or Vietnamese, or blank.

    >>> column_of(" Value "), column_of("Đơn vị tính"), column_of("năm")
    ('value', 'unit', '')
    """
    text = mend_look_alikes(tidy(str(title or ""))).casefold()
    name = text.replace(" ", "_")
    return name if name in COLUMNS else ALIASES.get(text, "")


def find_header(rows: Sequence[Sequence[object]]) -> int:
    """The index of the header: the first top row with two required columns, else with text."""
    top = rows[:HEADER_WITHIN]
    for index, row in enumerate(top):
        if len(set(REQUIRED).intersection(map(column_of, row))) > 1:
            return index
    return next((index for index, row in enumerate(top) if any(map(_filled, row))), 0)


def is_data(header: Sequence[object]) -> bool:
    """Whether a header means to be one of observations, right or wrong."""
    return len({column_of(title) for title in header} - {""}) > 1


def lay_out(table: Table) -> tuple[Layout, list[Finding]]:
    """The columns of a table and the faults of its header."""
    positions: dict[str, int] = {}
    headers: dict[str, str] = {}
    findings = []
    for index, title in enumerate(table.header):
        name, shown = column_of(title), tidy(str(title or ""))
        if name and name not in positions:
            positions[name], headers[name] = index, shown
        elif fault := _fault_of(table, index, name, shown, headers):
            findings.append(Finding(table.header_row, shown, fault))
    findings += [Finding(table.header_row, name, _missing(name, table.header))
                 for name in REQUIRED if name not in positions]  # fmt: skip
    return Layout(positions, headers, len(table.header)), findings


def _fault_of(
    table: Table, index: int, name: str, shown: str, headers: dict[str, str]
) -> Message | None:
    """What is wrong with a header cell that names no column, or one that is taken."""
    if name:
        return msg("column '{first}' stands here a second time; keep one of the two",
                   first=headers[name])  # fmt: skip
    if shown:
        return _unknown(shown)
    if any(index < len(row) and _filled(row[index]) for row in table.rows):
        return msg("column {number} has no name above its cells; name it or empty it",
                   number=index + 1)  # fmt: skip
    return None


def _unknown(shown: str) -> Message:
    if near := suggestion(shown.casefold(), (*COLUMNS, *ALIASES)):
        return msg("unknown column '{column}'; did you mean '{near}'?", column=shown, near=near)
    return msg("unknown column '{column}'; move the remark to the column note", column=shown)


def _missing(name: str, header: Sequence[object]) -> Message:
    return msg(
        "the column {column} is missing from the header ({header}); add it",
        column=name, header=", ".join(tidy(str(title or "")) for title in header),
    )  # fmt: skip


def _filled(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""
