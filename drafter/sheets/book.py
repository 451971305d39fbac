"""The workbook of a report: a list of its tables, a sheet for each, a hidden record of sources."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from drafter.document import LedgerRow, Report, Table, visible_text
from drafter.frame_words import UNIT_HEAD, unit_phrase
from drafter.sheets.looks import Looks
from drafter.sheets.sheet import CONTENTS, Sourced, write_table

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

SOURCES = "Nguồn số liệu"
EXPLAINED = "Mỗi ô số giữ giá trị chưa làm tròn và hiển thị số đã làm tròn như trong báo cáo."
_NUMBERED = re.compile(r"(\w+ [0-9]+)\.")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31
_LEDGER_COLUMNS = tuple(name for name in LedgerRow.__struct_fields__ if name != "clause")
_TEXTS_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def tables_of(report: Report) -> list[Table]:
    """The tables of a report and of its annex, in their order."""
    annexed = report.annex.sections if report.annex else ()
    blocks = (block for section in (*report.sections, *annexed) for block in section.blocks)
    return [block for block in blocks if isinstance(block, Table)]


def write_xlsx(report: Report) -> bytes:
    """The .xlsx of a report's tables; the same report gives the same bytes.

    Raises ValueError when it has none.
    """
    # Only who asks for a workbook pays for the library.
    from xlsxwriter import Workbook  # noqa: PLC0415

    tables = tables_of(report)
    if not tables:
        raise ValueError("a report without tables makes no workbook")
    buffer = io.BytesIO()
    with Workbook(buffer, _TEXTS_ONLY) as book:
        _describe(book, report)
        looks = Looks(book)
        names = sheet_names(tables)
        _write_contents(book, report, list(zip(names, tables, strict=True)), looks)
        sourced = [
            one
            for name, table in zip(names, tables, strict=True)
            for one in write_table(book.add_worksheet(name), table, looks, report.ledger)
        ]
        _write_sources(book, sourced, looks)
    return buffer.getvalue()


def sheet_names(tables: Sequence[Table]) -> list[str]:
    """A name for each sheet, `Biểu 1` as in the caption, else `Bảng 1`; no two alike.

    >>> from drafter.document import Text
    >>> sheet_names([Table((), (), (), (Text("Biểu 3. Chăn nuôi"),)), Table((), (), ())])
    ['Biểu 3', 'Bảng 2']
    """
    names: list[str] = []
    for number, table in enumerate(tables, 1):
        found = _NUMBERED.match(visible_text(table.caption))
        wanted = _FORBIDDEN.sub("", found[1])[:_LONGEST] if found else f"Bảng {number}"
        taken = {name.casefold() for name in (*names, CONTENTS, SOURCES)}
        names.append(next(one for one in _variants(wanted) if one.casefold() not in taken))
    return names


def _variants(name: str) -> Iterator[str]:
    """A name, and others like it for when it is taken."""
    yield name
    number = 2
    while True:
        ending = f" ({number})"
        yield name[: _LONGEST - len(ending)] + ending
        number += 1


def _describe(book: Workbook, report: Report) -> None:
    """What the file says of itself; its date is the report's own, so that two runs are alike."""
    properties = report.properties
    book.set_properties(
        {
            "title": properties.title,
            "subject": properties.subject,
            "author": properties.creator,
            "created": datetime.fromisoformat(properties.created).replace(tzinfo=None),
        }
    )


def _write_contents(
    book: Workbook, report: Report, named: Sequence[tuple[str, Table]], looks: Looks
) -> None:
    """The first sheet: every table by its name and caption, each a link to its sheet."""
    sheet = book.add_worksheet(CONTENTS)
    title = report.annex.title if report.annex else report.properties.title
    sheet.write_string(0, 0, title.upper(), looks.caption)
    sheet.write_string(1, 0, EXPLAINED, looks.note)
    for column, head in enumerate(("Biểu", "Nội dung", UNIT_HEAD)):
        sheet.write_string(3, column, head, looks.header)
    for row, (name, table) in enumerate(named, 4):
        caption = visible_text(table.caption)
        sheet.write_url(row, 0, f"internal:'{name}'!A1", looks.link, name)
        sheet.write_string(row, 1, caption.removeprefix(f"{name}.").strip(), looks.text)
        sheet.write_string(row, 2, unit_phrase(table.unit).partition(": ")[2], looks.text)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 80)
    sheet.set_column(2, 2, 18)
    sheet.freeze_panes(4, 0)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)


def _write_sources(book: Workbook, sourced: Sequence[Sourced], looks: Looks) -> None:
    """The hidden last sheet: where every number comes from, by sheet and cell."""
    sheet = book.add_worksheet(SOURCES)
    for column, head in enumerate(("sheet", "cell", *_LEDGER_COLUMNS)):
        sheet.write_string(0, column, head, looks.header)
    for place, one in enumerate(sourced, 1):
        values = (_text(getattr(one.row, name)) for name in _LEDGER_COLUMNS)
        for column, value in enumerate((one.sheet, one.cell, *values)):
            sheet.write_string(place, column, value)
    sheet.freeze_panes(1, 2)
    sheet.hide()


def _text(value: str | tuple[str, ...]) -> str:
    return " + ".join(value) if isinstance(value, tuple) else value
