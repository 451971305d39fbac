"""Two rows of one key and vintage: harmless when they agree, a fault when they do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.errors import Message, msg
from drafter.observations import Key, Observation
from drafter.stores.columns import Finding

if TYPE_CHECKING:
    from drafter.stores.rows import Reading


def settle(readings: Sequence[Reading]) -> list[Reading]:
    """The tables of a dataset without their duplicates, which are told of at the later row.

    Of rows with the same value the first stays; of rows that differ none does, since nothing says
    which of them is right.
    """
    rows_of: dict[tuple[Key, str], list[tuple[int, Observation]]] = {}
    first: dict[tuple[Key, str], Observation] = {}
    for table, reading in enumerate(readings):
        for row in reading.observations:
            identity = (row.key, row.vintage)
            held = first.setdefault(identity, row)
            if held is not row:
                rows_of.setdefault(identity, []).append((table, row))
    return _undated(_without(readings, rows_of, first) if rows_of else list(readings))


def _undated(readings: list[Reading]) -> list[Reading]:
    """The tables with a warning at each row without a vintage that a dated one silently beats."""
    newest: dict[Key, Observation] = {}
    for row in (row for reading in readings for row in reading.observations if row.vintage):
        held = newest.get(row.key)
        if held is None or row.vintage >= held.vintage:
            newest[row.key] = row
    if not newest:
        return readings
    return [_merged(reading, _beaten(reading, newest), set()) for reading in readings]


def _beaten(reading: Reading, newest: dict[Key, Observation]) -> list[Finding]:
    return [
        Finding(_number(row), "vintage", msg(
            "taken for an older figure than that in {place}, which has a vintage; give this one "
            "its vintage too, or delete it", place=newer.place), "warning")
        for row in reading.observations
        if not row.vintage and (newer := newest.get(row.key)) and newer.value != row.value
    ]  # fmt: skip


def _without(
    readings: Sequence[Reading],
    later: dict[tuple[Key, str], list[tuple[int, Observation]]],
    first: dict[tuple[Key, str], Observation],
) -> list[Reading]:
    findings: list[list[Finding]] = [[] for _ in readings]
    dropped: set[str] = set()
    tables = {reading.file: table for table, reading in enumerate(readings)}
    for identity, rows in later.items():
        held = first[identity]
        disputed = any(row.value != held.value for _, row in rows)
        if disputed:
            finding = _finding(held, rows[0][1], disputed)
            findings[tables[held.place.rpartition(":")[0]]].append(finding._replace(repeats=True))
            dropped.add(held.place)
        for table, row in rows:
            findings[table].append(_finding(row, held, disputed))
            dropped.add(row.place)
    return [
        _merged(reading, found, dropped) for reading, found in zip(readings, findings, strict=True)
    ]


def _finding(row: Observation, other: Observation, disputed: bool) -> Finding:
    number = _number(row)
    if disputed:
        return Finding(number, "value", _dispute(row, other))
    message = msg("the same figure as in {place}; delete one of the two rows", place=other.place)
    return Finding(number, "value", message, "warning")


def _number(row: Observation) -> int:
    """The row's number in its file."""
    return int(row.place.rpartition(":")[2])


def _dispute(row: Observation, other: Observation) -> Message:
    return msg(
        "{value} here, but {other} in {place} for the same key and vintage; delete one of the two "
        "rows, or give the newer one its vintage",
        value=f"{row.value:f}", other=f"{other.value:f}", place=other.place,
    )  # fmt: skip


def _merged(reading: Reading, found: list[Finding], dropped: set[str]) -> Reading:
    if not found:
        return reading
    return reading._replace(
        observations=[row for row in reading.observations if row.place not in dropped],
        findings=sorted([*reading.findings, *found], key=lambda finding: finding.row),
    )
