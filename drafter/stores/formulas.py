"""Formulas of a workbook that have no result, which a reader of cells takes for blank ones."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
# What zipfile raises on a file that calamine could read all the same.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, ParseError)


def with_formulas(data: bytes, sheet: str, rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """The rows of a sheet, blank cells filled with the error (`#DIV/0!`) or formula (`=A1*2`)
    that stands there.

    Only .xlsx and .xlsm tell; the rows of other workbooks come back as they are.
    """
    filled = [list(row) for row in rows]
    try:
        found = list(_unsolved(_sheet(data, sheet)))
    except _UNREADABLE:
        return filled
    for row, column, text in found:
        if row < len(filled) and column < len(filled[row]) and filled[row][column] == "":
            filled[row][column] = text
    return filled


def _sheet(data: bytes, name: str) -> Element:
    """The part of a sheet; KeyError where there is none of that name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        # Expat fetches no outside entities and stops those that grow without bounds.
        book, relations = (fromstring(archive.read(part)) for part in (_BOOK, _RELATIONS))  # noqa: S314
        targets = {one.get("Id"): one.get("Target", "") for one in relations}
        sheets = {one.get("name"): one for one in book.iterfind(".//{*}sheet")}
        (key,) = (value for at, value in sheets[name].items() if at.endswith("}id"))
        path = posixpath.join("/xl", targets[key]).lstrip("/")
        return fromstring(archive.read(path))  # noqa: S314


def _unsolved(sheet: Element) -> Iterator[tuple[int, int, str]]:
    """Row and column, from 0, of each cell that is an error or a formula without a result."""
    for cell in sheet.iterfind(".//{*}c"):
        at = _CELL.fullmatch(cell.get("r", ""))
        if at and (text := _text(cell)):
            yield int(at[2]) - 1, _column(at[1]), text


def _text(cell: Element) -> str:
    """The error or the formula; blank for a cell with a value."""
    kind, value, formula = cell.get("t"), cell.findtext("{*}v"), cell.find("{*}f")
    if kind == "e":
        return value or "#VALUE!"
    # A formula may well give an empty text.
    if formula is None or value or kind == "str":
        return ""
    return f"={formula.text or '…'}"


def _column(letters: str) -> int:
    """The index of a column by its letters: 0 for A, 26 for AA."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
