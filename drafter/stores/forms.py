"""In which form the numbers of one table are written: declared, or told by its own cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.errors import Message, msg
from drafter.numerals import Form, NumeralError, ambiguity, form_of, parse_number, weigh_forms
from drafter.stores.columns import Finding


@dataclass(frozen=True, slots=True)
class TableForm:
    """The form of a table's numerals, or why there is none.

    form: None when no cell needs one, or when it cannot be told. majority and witness: the form
    that most cells of a table with both have, and the first of them as (row, text). first_open:
    the row of the first ambiguous cell.
    """

    form: Form | None
    majority: Form | None = None
    witness: tuple[int, str] = (0, "")
    first_open: int = 0
    warning: Finding | None = None

    def fault(self, row: int, text: str) -> Finding:
        """The finding for a cell that waits for the form; said once where it can be mended."""
        if self.majority is None:
            return Finding(row, "value", ambiguity(text).message, repeats=row != self.first_open)
        if form_of(text) in (None, self.majority):
            mixed = msg("'{text}' stands in a file that mixes both forms of numbers", text=text)
            return Finding(row, "value", mixed, repeats=True)
        return Finding(row, "value", self._against_majority(text))

    def _against_majority(self, text: str) -> Message:
        values = {"text": text, "row": self.witness[0], "witness": self.witness[1]}
        try:
            parse_number(text, self.majority or "vietnamese")
        except NumeralError as error:
            values["mend"] = error.mend
        if self.majority == "vietnamese":
            return msg(
                "'{text}' is not a Vietnamese numeral as '{witness}' in row {row} is; {mend}",
                **values,
            )
        return msg(
            "'{text}' is not a plain numeral as '{witness}' in row {row} is; {mend}", **values
        )


def form_of_table(cells: Iterable[str], first_row: int, declared: Form | None) -> TableForm:
    """The form of the value cells of a table, the first of which stands in `first_row`."""
    if declared:
        return TableForm(declared)
    texts = list(cells)
    seen = weigh_forms(texts)
    if seen.vietnamese and seen.plain:
        counts = (len(seen.vietnamese), -seen.vietnamese[0]) > (len(seen.plain), -seen.plain[0])
        witness = (seen.vietnamese if counts else seen.plain)[0]
        return TableForm(None, "vietnamese" if counts else "plain",
                         (first_row + witness, texts[witness]))  # fmt: skip
    if seen.form is None:
        return TableForm(None, first_open=first_row + next(iter(seen.ambiguous), 0))
    if seen.form == "plain" and len(seen.ambiguous) > len(seen.plain):
        return TableForm("plain", warning=_thin(texts, seen.ambiguous[0], seen.plain[0], first_row))
    return TableForm(seen.form)


def _thin(texts: list[str], open_cell: int, witness: int, first_row: int) -> Finding:
    """The warning that `1.234` was taken for decimals on little evidence."""
    message = msg(
        "'{text}' is read as a plain numeral, a little more than {whole}, because '{witness}' in "
        "row {row} is one; declare the form of the numbers to be sure",
        text=texts[open_cell], whole=texts[open_cell].partition(".")[0],
        witness=texts[witness], row=first_row + witness,
    )  # fmt: skip
    return Finding(first_row + open_cell, "value", message, "warning")
