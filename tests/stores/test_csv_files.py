"""CSV files as clerks save them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import InputError
from drafter.observations import COLUMNS
from drafter.stores.csv_files import read_csv
from drafter.stores.rows import read_rows

from .specimens import CATALOG, read, row

ROWS = [
    row(value="1.234,5", source="Sở Công Thương; Cục Thống kê", note='ghi "ước"'),
    row(value="470", period="2023-06", note="hai\ndòng"),
]


def _save(separator: str, encoding: str, end: str) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, lineterminator=end)
    writer.writerows([COLUMNS, *ROWS])
    return file.getvalue().encode(encoding)


@given(
    st.sampled_from(";,\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_separator_encoding_and_line_ends_do_not_matter(
    separator: str, encoding: str, end: str
) -> None:
    table = read_csv("data/x.csv", _save(separator, encoding, end))
    observations, problems = read_rows("data/x.csv", table.header, table.rows, CATALOG)
    assert problems == []
    assert observations == read(*ROWS)[0]


def test_titles_above_the_header_keep_the_rows_of_the_spreadsheet() -> None:
    data = "SỐ LIỆU THÁNG 7;;\n\nindicator;period;value\ntrade.exports;2023-07;5\n"
    table = read_csv("x.csv", data.encode())
    assert (table.header_row, table.rows) == (3, [("trade.exports", "2023-07", "5")])


def test_the_hint_to_excel_is_no_row() -> None:
    table = read_csv("x.csv", b"sep=;\r\nindicator;period;value\r\n")
    assert (table.header_row, table.header) == (1, ("indicator", "period", "value"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "x.csv: the file is empty; delete it or save the rows again"),
        (b" \r\n", "x.csv: the file is empty; delete it or save the rows again"),
        (
            b"indicator;period;value\ntrade\xfe;2023-07;5\n",
            "x.csv:2: byte 0xFE is not UTF-8, perhaps windows-1258 or an old font (TCVN3, VNI); "
            "save the file as CSV UTF-8, or as .xlsx",
        ),
        (
            b'indicator;period;value\n"trade.exports;2023-07;5\ntrade.exports;2023-08;6\n',
            "x.csv:2: a quotation mark opened here is not closed in its cell; close it, or double "
            "those that are part of the text",
        ),
        (
            b'indicator;period;value;note\na;2023-07;5;"ab\nb;2023-08;6;cd"\n',
            "x.csv:2: a quotation mark opened here is not closed in its cell; close it, or double "
            "those that are part of the text",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as error:
        read_csv("x.csv", data)
    assert str(error.value) == told
