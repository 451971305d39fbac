"""The value cell: its number, and what a number of its kind and measure cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from math import isfinite
from typing import NamedTuple

from drafter.catalog import Kind
from drafter.errors import Message, msg
from drafter.letters import tidy
from drafter.numerals import (
    Form,
    NumeralError,
    form_of,
    is_ambiguous,
    parse_number,
    parse_undisputed,
    print_number,
)

LEVELS = ("level", "plan", "numerator", "denominator")
_HUNDRED = Decimal(100)
_WITH_WORDS = re.compile(r"([-+\u2212]?[0-9][0-9.,]*) ([^0-9]+)")
_RANGE = re.compile(r"([0-9.,]+) ?(?:-|\u2013|đến|\.\.) ?([0-9.,]+)")
_FORMULA = re.compile(r"=.*|#(?:DIV/0|REF|VALUE|NAME|NUM|N/A|NULL|SPILL|CALC)[!?]?|Err:[0-9]+")
_FRACTION = re.compile(r"([0-9.,]+) ?/ ?([0-9.,]+)")


class ValueCellError(ValueError):
    """A value cell that holds no number."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.text())


class FormUnknownError(ValueError):
    """A numeral that the two forms do not read alike, in a file whose form nothing tells."""


class Rule(NamedTuple):
    """What values a series can have. suspect: a value out of it may still be right (see rows)."""

    fits: Callable[[Decimal], bool]
    why: Callable[[Decimal, Form | None], Message]
    suspect: bool = False


def number_of(cell: object, form: Form | None) -> Decimal:
    """The exact number of a cell; a spreadsheet's float by its shortest decimal form.

    form: that of the file's numerals; None when only whole numbers without marks are clear.
    Raises NumeralError or ValueCellError.

    >>> number_of("1.234,5", "vietnamese"), number_of(470.0, None), number_of(0.1, None)
    (Decimal('1234.5'), Decimal('470'), Decimal('0.1'))
    """
    if type(cell) is str:
        return _number_of_text(cell, form)
    if type(cell) is float and isfinite(cell):
        return Decimal(int(cell)) if cell.is_integer() else Decimal(repr(cell))
    if type(cell) is int:
        return Decimal(cell)
    raise ValueCellError(_why_no_number("" if cell is None else str(cell), form))


def value_text(cell: object) -> str:
    """The text of a value cell that may be a numeral; blank for a spreadsheet's number."""
    return cell.strip() if isinstance(cell, str) else ""


def _number_of_text(cell: str, form: Form | None) -> Decimal:
    try:
        value = parse_number(cell, form) if form else parse_undisputed(cell)
        if value is not None:
            return value
    except NumeralError:
        pass
    text = tidy(cell)
    if special := _why_no_number(text, form) if not _is_marked(text) else None:
        raise ValueCellError(special)
    if form:
        return parse_number(text, form)
    value = parse_undisputed(text)
    if value is not None:
        return value
    if form_of(text) or is_ambiguous(text):
        raise FormUnknownError(text)
    return parse_number(text, "vietnamese")


def _is_marked(text: str) -> bool:
    return re.fullmatch(r"[-+\u2212]?[0-9][0-9., ]*", text) is not None


def _why_no_number(text: str, form: Form | None) -> Message:
    if not text:
        return msg(
            "the value is blank; write the figure, write 0 if there was none, or delete the row"
        )
    if _FORMULA.fullmatch(text):
        return msg(
            "'{text}' is a formula that is not calculated or has failed; mend it, then open the "
            "file in Excel and save it",
            text=text,
        )
    if text.endswith("%"):
        return msg(
            "'{text}' holds a percent sign; write {number} and put % under unit",
            text=text,
            number=text.rstrip("% "),
        )
    if two := _why_two_numbers(text):
        return two
    if found := _WITH_WORDS.fullmatch(text):
        return msg(
            "'{text}' holds more than a number; write {number} and put '{words}' under unit",
            text=text,
            number=found[1],
            words=found[2],
        )
    return msg("'{text}' is not a number; write digits only, such as {sample}",
               text=text, sample="1234.5" if form == "plain" else "1.234,5")  # fmt: skip


def _why_two_numbers(text: str) -> Message | None:
    if found := _RANGE.fullmatch(text):
        return msg(
            "'{text}' is a range; write two rows, {low} with bound low and {high} with bound high",
            text=text,
            low=found[1],
            high=found[2],
        )
    if found := _FRACTION.fullmatch(text):
        return msg(
            "'{text}' is a fraction; write two rows, {above} with measure numerator and "
            "{below} with measure denominator",
            text=text,
            above=found[1],
            below=found[2],
        )
    return None


@cache
def rule_of(kind: Kind, measure: str, span: str, signed: bool) -> Rule:
    """The rule for the values of a measure of an indicator's kind, which may be signed."""
    if measure == "rank":
        return Rule(lambda value: value > 0 and _is_whole(value), _why_no_rank)
    if measure == "index":
        return Rule(lambda value: value >= 20, _why_a_change, suspect=True)
    if measure == "change_percent" and kind == "index":
        return Rule(lambda value: not 85 <= value <= 125, _why_an_index, suspect=True)
    if kind == "count" and span != "average_ytd" and measure in LEVELS:
        return Rule(lambda value: value >= 0 and _is_whole(value), _why_no_count)
    if measure in LEVELS and kind != "rate" and not signed:
        return Rule(lambda value: value >= 0, _why_no_level)
    return Rule(lambda value: True, _why_no_level)


def shown(value: Decimal, form: Form | None) -> str:
    """A value with all its decimals, in the form that the file has."""
    if form == "plain":
        return f"{value:f}"
    exponent = value.as_tuple().exponent
    return print_number(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _why_no_rank(value: Decimal, form: Form | None) -> Message:
    return msg("{value} is no rank; write 1, 2, 3 …", value=shown(value, form))


def _why_no_level(value: Decimal, form: Form | None) -> Message:
    return msg("{value} is below zero, which a level cannot be; write the amount, or a measure "
               "such as change_absolute", value=shown(value, form))  # fmt: skip


def _why_no_count(value: Decimal, form: Form | None) -> Message:
    if value < 0:
        return _why_no_level(value, form)
    return msg("{value} is no count; write a whole number", value=shown(value, form))


def _why_an_index(value: Decimal, form: Form | None) -> Message:
    return msg(
        "{value} looks like an index; write {change} as change_percent or say measure index "
        "(a rise of {value}% is the index {index})",
        value=shown(value, form), change=shown(value - _HUNDRED, form),
        index=shown(value + _HUNDRED, form),
    )  # fmt: skip


def _why_a_change(value: Decimal, form: Form | None) -> Message:
    return msg(
        "{value} looks like a change; write {index} as index or say measure change_percent",
        value=shown(value, form),
        index=shown(value + _HUNDRED, form),
    )
