"""Nothing vanishes from the tables: what is deleted is marked and told, nothing is a dash."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.dataset import Row
from tests.tables import Read, ReadTable, read_tables

from .drafts import Drafts, Told, drafts
from .test_changed_data import BOUNDED


def annex() -> Drafts:
    """The annex of July 2023."""
    return drafts("annex", "2023-07")


@cache
def plain() -> list[ReadTable]:
    return read_tables(annex().plain.draft.docx())


def cells(tables: list[ReadTable]) -> list[tuple[str, str, str, Read]]:
    """Every cell of a figure with its table, row and heading."""
    return [
        (table.caption.split(". ", 1)[1], row[0].text, heading, cell)
        for table in tables
        for row in table.rows
        for heading, cell in zip(table.heads, row, strict=True)
        if cell.tag
    ]


def is_sound(told: Told) -> None:
    """A marked cell is told, a told one is marked; the file's figures are the ledger's."""
    read = cells(read_tables(told.draft.docx()))
    marked = [cell for *_, cell in read if cell.highlighted]
    assert {cell.text for cell in marked} <= {"…"}
    assert bool(marked) == bool(told.draft.missing)
    ledger = [row.printed for row in told.draft.report.ledger if row.tag]
    assert [cell.text for *_, cell in read] == [one.replace("\u00a0", " ") for one in ledger]


USED = sorted(annex().plain.used)


def row_of(place: str) -> Row:
    return next(row for row in annex().rows if row.place == place)


@BOUNDED
@given(st.sampled_from(USED))
def test_a_deleted_row_leaves_no_stale_number_behind(place: str) -> None:
    told = annex().told({place: None})
    is_sound(told)
    assert place not in told.used
    if told.draft.missing:
        assert any(row_of(place).indicator in line.text() for line in told.draft.missing)


OWED = ["budget.revenue", "industry.iip", "transport.revenue", "prices.cpi", "agriculture.herd"]


@pytest.mark.parametrize("indicator", OWED)
def test_a_deleted_number_that_is_owed_is_marked_in_its_own_cell(indicator: str) -> None:
    for row in [one for one in annex().used if one.indicator == indicator][:6]:
        told = annex().told({row.place: None})
        same = [one for one in annex().rows if one.key == row.key]
        if len(same) > 1 or not row.period.startswith("2023-07"):
            continue
        lost = {(place[:3], place[3].tag) for place in cells(plain())}
        held = {(place[:3], place[3].tag): place[3] for place in
                cells(read_tables(told.draft.docx()))}  # fmt: skip
        marked = [where for where, cell in held.items() if cell.highlighted]
        assert marked
        assert set(marked) <= lost  # where a number stood, and with its role
        assert told.draft.missing


@BOUNDED
@given(st.sampled_from([row for row in annex().used if row.measure == "level" and not row.bound]))
def test_a_level_of_nothing_is_a_dash(row: Row) -> None:
    told = annex().told({row.place: Decimal(0)})
    is_sound(told)
    levels = [one for one in told.draft.figures if one.measure == "level"]
    zeros = [one for one in levels if [used.place for used in one.inputs] == [row.place]]
    assert all(one.text == "-" for one in zeros)


@pytest.mark.parametrize("indicator", OWED)
def test_what_is_out_of_scope_leaves_no_trace(indicator: str) -> None:
    told = annex().told(without=[indicator])
    is_sound(told)
    assert indicator not in {row.indicator for row in told.draft.report.ledger}
    assert told.draft.missing == ()
    numbers = [table.caption.split(". ")[0] for table in read_tables(told.draft.docx())]
    assert numbers == [f"Biểu {place}" for place in range(1, len(numbers) + 1)]


def test_without_any_data_every_table_is_marked_through() -> None:
    told = annex().told({row.place: None for row in annex().rows})
    is_sound(told)
    assert len(read_tables(told.draft.docx())) >= 15
    assert {cell.text for *_, cell in cells(read_tables(told.draft.docx()))} == {"…"}
