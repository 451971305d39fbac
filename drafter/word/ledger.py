"""The ledger inside the file, as a custom XML part, and beside it, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from hashlib import blake2s
from operator import attrgetter

from drafter.document import LedgerRow, Report
from drafter.word.escaping import escape
from drafter.word.namespaces import DS, LEDGER, XML

INPUT_SEPARATOR = " + "
COLUMNS = LedgerRow.__struct_fields__
TEXT_COLUMNS = tuple(column for column in COLUMNS if column != "inputs")
_texts = attrgetter(*TEXT_COLUMNS)
# The UUID 5 of the namespace: names this store, the same in every run.
_STORE_ID = "{90E84DAC-C3C3-5097-96BF-ABB2ACB8355A}"


def fingerprint(parts: Iterable[bytes]) -> str:
    """What tells whether anyone has edited the text: a hash of the body and the footnotes."""
    digest = blake2s(digest_size=16)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def ledger_xml(report: Report, text: str) -> str:
    """The custom XML part: one `row` an occurrence, blank columns left out.

    text: the fingerprint of the text that the ledger belongs to.
    """
    rows = "".join([_row(row) for row in report.ledger])
    return (
        f'{XML}<ledger xmlns="{LEDGER}" kind="{escape(report.kind)}" '
        f'period="{escape(report.period)}" text="{text}">{rows}</ledger>'
    )


def store_xml() -> str:
    """The properties part that belongs to the custom XML part."""
    return (
        f'{XML}<ds:datastoreItem ds:itemID="{_STORE_ID}" xmlns:ds="{DS}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{LEDGER}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def ledger_csv(rows: Iterable[LedgerRow]) -> str:
    """The ledger as CSV with a header row; several inputs are joined by ` + `."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        values = (getattr(row, column) for column in COLUMNS)
        writer.writerow(
            INPUT_SEPARATOR.join(value) if isinstance(value, tuple) else value for value in values
        )
    return buffer.getvalue()


def _row(row: LedgerRow) -> str:
    """One row: texts as attributes, inputs as elements."""
    values = _texts(row)
    if escape(joined := "".join(values)) != joined:
        values = tuple(escape(value) for value in values)
    named = zip(TEXT_COLUMNS, values, strict=True)
    attributes = "".join([f' {column}="{value}"' for column, value in named if value])
    inputs = "".join([f"<input>{escape(place)}</input>" for place in row.inputs])
    return f"<row{attributes}>{inputs}</row>" if inputs else f"<row{attributes}/>"
