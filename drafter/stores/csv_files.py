"""CSV as clerks save it: any of the usual separators and encodings, told apart or refused."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice

from drafter.errors import InputError, msg
from drafter.stores.columns import HEADER_WITHIN, Table, column_of, find_header

_SEPARATORS = ";,\t"
# Enough to see the header, below titles too.
_HEAD = 4000


def read_csv(file: str, data: bytes) -> Table:
    """The table of a CSV file: UTF-8 or UTF-16, separated by `;`, `,` or tabs.

    file: what places begin with. Rows are numbered as a spreadsheet shows them. Raises InputError
    when the bytes are of another encoding, a quotation mark is not closed, or there is nothing.
    """
    text = decode(file, data)
    if text[:4].casefold() == "sep=":  # a hint to Excel, which does not show it as a row
        text = text.partition("\n")[2]
    if not text.strip():
        raise InputError.at(file, msg("the file is empty; delete it or save the rows again"))
    separator = separator_of(text)
    rows = _records(file, text, separator)
    header = find_header(rows)
    return Table(file, rows[header], rows[header + 1 :], header + 1)


def decode(file: str, data: bytes) -> str:
    """The text of a file with or without a byte order mark. Raises InputError."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        if data[1:8:2] == b"\0\0\0\0":
            return data.decode("utf-16-le")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise InputError.at(
            f"{file}:{row}",
            msg("byte 0x{byte:02X} is not UTF-8, perhaps windows-1258 or an old font (TCVN3, VNI); "
                "save the file as CSV UTF-8, or as .xlsx", byte=data[error.start]),
        ) from None  # fmt: skip


def separator_of(text: str) -> str:
    """The separator that makes the most columns known in the top lines; ; when none does.

    >>> separator_of("indicator,period,value")
    ','
    """

    def known(separator: str) -> int:
        rows = csv.reader(io.StringIO(text[:_HEAD], newline=""), delimiter=separator)
        top = islice(rows, HEADER_WITHIN)
        return max((sum(map(bool, map(column_of, row))) for row in top), default=0)

    return max(_SEPARATORS, key=known)


def _records(file: str, text: str, separator: str) -> list[tuple[str, ...]]:
    """All records; strict, since a quotation mark that stays open would swallow the rows below."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[str, ...]] = []
    try:
        for cells in reader:
            rows.append(tuple(cells))  # the collector leaves tuples of text alone: a third faster
    except csv.Error:
        raise _open_quote(file, len(rows) + 1) from None
    if reader.line_num != len(rows):
        for number, row in enumerate(rows, 1):
            if any("\n" in cell and cell.count(separator) > 1 for cell in row):
                raise _open_quote(file, number)
    return rows


def _open_quote(file: str, row: int) -> InputError:
    return InputError.at(
        f"{file}:{row}",
        msg("a quotation mark opened here is not closed in its cell; "
            "close it, or double those that are part of the text"),
    )  # fmt: skip
