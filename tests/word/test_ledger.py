"""The ledger inside the file and beside it, found again after other programs renamed its part."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.document import LedgerRow, Section
from drafter.errors import InputError
from drafter.word import Control, ledger_csv, read_controls, read_ledger, write_docx
from drafter.word.ledger import COLUMNS

from . import specimens

CONTENT = write_docx(specimens.committee_report(), specimens.LAYOUT)


def changed(name: str, change: Callable[[str], str], new_name: str = "") -> bytes:
    """The specimen with one part changed or renamed."""
    source, target = zipfile.ZipFile(io.BytesIO(CONTENT)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for entry in source.namelist():
            text = source.read(entry).decode()
            if entry == name:
                archive.writestr(new_name or entry, change(text))
            else:
                archive.writestr(entry, text)
    return target.getvalue()


def test_the_ledger_comes_back_as_it_was() -> None:
    assert read_ledger(CONTENT) == specimens.LEDGER


def test_the_part_is_found_by_its_namespace() -> None:
    renamed = changed("customXml/item1.xml", str, "customXml/item7.xml")
    assert read_ledger(renamed) == specimens.LEDGER


def test_a_file_without_a_ledger_has_no_rows() -> None:
    assert read_ledger(changed("customXml/item1.xml", lambda _: "<other/>")) == ()


def test_a_column_of_a_newer_version_is_passed_over() -> None:
    newer = changed("customXml/item1.xml", lambda text: text.replace("<row ", '<row later="1" '))
    assert read_ledger(newer) == specimens.LEDGER


def test_the_ledger_names_report_and_period() -> None:
    part = zipfile.ZipFile(io.BytesIO(CONTENT)).read("customXml/item1.xml").decode()
    assert '<ledger xmlns="urn:drafter:ledger:1" kind="month" period="2023-07" text="' in part


def test_a_file_that_is_no_docx_is_refused_with_a_way_out() -> None:
    with pytest.raises(InputError) as caught:
        read_ledger(b"PDF")
    assert str(caught.value) == (
        "this is not a Word file (.docx); open it in Word and save it as .docx"
    )


def test_a_broken_part_is_named() -> None:
    with pytest.raises(InputError, match=r"word/document\.xml: this part is not valid XML"):
        read_controls(changed("word/document.xml", lambda text: text[:-10]))


def test_a_control_that_lost_its_tag_is_known_by_its_alias() -> None:
    untagged = changed("word/document.xml", lambda text: text.replace("<w:tag ", "<w:placeholder "))
    assert read_controls(untagged) == read_controls(CONTENT)


def test_what_a_reviewer_deleted_is_not_read() -> None:
    def revise(text: str) -> str:
        old = '<w:r><w:t xml:space="preserve">40.695 ha</w:t></w:r>'
        assert old in text
        mark = 'w:id="1" w:author="A" w:date="2023-08-01T00:00:00Z"'
        gone = old.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
        new = old.replace("40.695", "40.700")
        return text.replace(old, f"<w:del {mark}>{gone}</w:del><w:ins {mark}>{new}</w:ins>")

    texts = [control.text for control in read_controls(changed("word/document.xml", revise))]
    assert texts[0] == "40.700 ha"


def test_the_csv_has_the_columns_of_the_ledger_in_their_order() -> None:
    assert ledger_csv(()) == (
        "clause,tag,section,printed,value,unit,indicator,item,area,span,period,measure,base,"
        "formula,inputs,origin,source\n"
    )


def test_inputs_are_joined_and_commas_quoted_in_the_csv() -> None:
    _, row = csv.DictReader(io.StringIO(ledger_csv(specimens.LEDGER)))
    assert row["inputs"] == "data/2023.xlsx:14:value + data/2022 & cũ.csv:14:value"
    assert row["printed"] == "tăng 1,25%"
    assert row["source"] == 'Sở "NN&PTNT" <tỉnh>'


LETTERS = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff").filter(
        lambda letter: letter >= " " or letter in "\t\n"
    ),
    max_size=12,
)
ROWS = st.builds(
    LedgerRow,
    **dict.fromkeys((one for one in COLUMNS if one != "inputs"), LETTERS),
    inputs=st.lists(LETTERS, max_size=3).map(tuple),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(ROWS, max_size=4).map(tuple))
def test_any_ledger_comes_back(rows: tuple[LedgerRow, ...]) -> None:
    empty = specimens.report(None, Section("one", ()))
    content = write_docx(
        type(empty)(empty.kind, empty.period, empty.properties, None, (), rows), specimens.LAYOUT
    )
    assert read_ledger(content) == rows


def test_a_control_is_a_pair_of_tag_and_text() -> None:
    assert Control("a", "b") == ("a", "b")
