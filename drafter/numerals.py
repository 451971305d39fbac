"""Numbers as Vietnamese official text prints them, read strictly and printed exactly.

`vietnamese` form: `.` between thousands, `,` before decimals (1.234,5); `plain` form: `.` before
decimals and nothing between thousands (1234.5). Only the digits 0-9 count: `\\d` would also match
the Arabic ones. Printing goes through Python's own decimal formatting, which gives what Babel's
`#,##0.00` gives for `vi` (a test compares the two) without loading a locale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Literal

from drafter.errors import Message, msg

Form = Literal["vietnamese", "plain"]

# Wide enough that rounding happens at the wanted decimal and nowhere else.
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_VIETNAMESE_MARKS = str.maketrans(",.", ".,")
_FORMS: dict[str | None, Form] = {"vietnamese": "vietnamese", "plain": "plain"}
_SIGNS = str.maketrans("\u2212", "-", "+")

_NUMERAL: dict[Form, re.Pattern[str]] = {
    "vietnamese": re.compile(r"[-+\u2212]?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"),
    "plain": re.compile(r"[-+\u2212]?[0-9]+(?:\.[0-9]+)?"),
}
_SAMPLE: dict[Form, str] = {"vietnamese": "1.234,5", "plain": "1234.5"}
# The first way to read a marked numeral that fits tells its sort.
_MARKED_NUMERAL = re.compile(
    r"[-+\u2212]?(?:(?P<ambiguous>[1-9][0-9]{0,2}[.,][0-9]{3})|(?P<plain>[0-9]+\.[0-9]+)"
    r"|(?P<vietnamese>[0-9]+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?))"
)
_UNMARKED = re.compile(r"[-+\u2212]?[0-9]+")
_MARKED = re.compile(r"([-+\u2212]?)([0-9][0-9., ]*)")


class NumeralError(ValueError):
    """A text that is no numeral of its form.

    message: what is wrong and how to mend it; mend: the second half alone.
    """

    def __init__(self, message: Message, mend: Message) -> None:
        self.message = message
        self.mend = mend
        super().__init__(message.text())


def rounded(value: Decimal, decimals: int) -> Decimal:
    """`value` rounded half up (away from zero) to `decimals` places, never a signed zero.

    Raises ValueError when the value is not finite.

    >>> rounded(Decimal("2.675"), 2), rounded(Decimal("-0.004"), 2)
    (Decimal('2.68'), Decimal('0.00'))
    """
    if not value.is_finite():
        raise ValueError(f"{value} cannot be rounded")
    near = value.quantize(_unit(decimals), context=_EXACT)
    return near if near else abs(near)


def print_number(
    value: Decimal, decimals: int, *, trailing_zeros: bool = True, pad: int = 0
) -> str:
    """The Vietnamese numeral of `value`, rounded half up to `decimals` places.

    trailing_zeros: False drops zeros at the end of the decimals. pad: least number of digits of a
    whole number (counts: `05 vụ`); decimals are never padded.

    >>> print_number(Decimal("1234.495"), 2), print_number(Decimal("-0.004"), 2)
    ('1.234,50', '0,00')
    >>> print_number(Decimal(5), 0, pad=2), print_number(Decimal("68.0"), 1, trailing_zeros=False)
    ('05', '68')
    """
    near = rounded(value, decimals)
    text = f"{near:,f}".translate(_VIETNAMESE_MARKS)
    if decimals and not trailing_zeros:
        return text.rstrip("0").rstrip(",")
    if pad and not decimals and abs(near) < 10 ** (pad - 1):
        return f"{near:0{pad + near.is_signed()}f}"
    return text


@lru_cache(maxsize=64)
def _unit(decimals: int) -> Decimal:
    """The smallest step at `decimals` places: 0.01 for 2."""
    return Decimal(1).scaleb(-decimals)


def parse_number(text: str, form: Form) -> Decimal:
    """The value of a numeral, exactly as written; a minus may be U+2212.

    Raises NumeralError, which names both readings where two are possible.

    >>> parse_number("1.234,50", "vietnamese"), parse_number("1234.50", "plain")
    (Decimal('1234.50'), Decimal('1234.50'))
    >>> parse_number("0.5", "vietnamese")
    Traceback (most recent call last):
        ...
    drafter.numerals.NumeralError: '0.5' is not a Vietnamese numeral; write 0,5 (0 and 5/10)
    """
    if _NUMERAL[form].fullmatch(text) is None:
        raise _not_a_numeral(text, form)
    if form == "vietnamese":
        text = text.replace(".", "").replace(",", ".")
    return Decimal(text.translate(_SIGNS) if text[0] in "+\u2212" else text)


def parse_undisputed(text: str) -> Decimal | None:
    """The value of a numeral that both forms read alike (a whole number without marks), or None.

    >>> parse_undisputed("1234"), parse_undisputed("1.234"), parse_undisputed("12,5")
    (Decimal('1234'), None, None)
    """
    return parse_number(text, "plain") if _UNMARKED.fullmatch(text) else None


def is_ambiguous(text: str) -> bool:
    """Whether the one mark of a numeral can be of thousands or of decimals.

    `1,234` counts, although only one of the two forms reads it: spreadsheets set to English write
    1234 so.

    >>> is_ambiguous("1.234"), is_ambiguous("1,234"), is_ambiguous("12.5"), is_ambiguous("0.125")
    (True, True, False, False)
    """
    return _sort_of(text) == "ambiguous"


def form_of(text: str) -> Form | None:
    """The only form that reads `text`; None when both do, neither does, or it `is_ambiguous`.

    >>> form_of("12,5"), form_of("1.234.567"), form_of("12.5"), form_of("1.234"), form_of("7")
    ('vietnamese', 'vietnamese', 'plain', None, None)
    """
    return _FORMS.get(_sort_of(text))


def _sort_of(text: str) -> str | None:
    """`vietnamese`, `plain` or `ambiguous` for a numeral with marks, None for any other text."""
    found = _MARKED_NUMERAL.fullmatch(text)
    return found.lastgroup if found else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the cells of a file say about their form: indices of the cells of each sort."""

    vietnamese: tuple[int, ...]
    plain: tuple[int, ...]
    ambiguous: tuple[int, ...]

    @property
    def form(self) -> Form | None:
        """The form that the unambiguous cells agree on, if there are any and they do."""
        if bool(self.vietnamese) == bool(self.plain):
            return None
        return "vietnamese" if self.vietnamese else "plain"


def weigh_forms(texts: Iterable[str]) -> Evidence:
    """The evidence of the cells of a file, whose form is the same throughout.

    >>> weigh_forms(["7", "1.234", "12,5"])
    Evidence(vietnamese=(2,), plain=(), ambiguous=(1,))
    """
    found: dict[str | None, list[int]] = {}
    for index, sort in enumerate(map(_sort_of, texts)):
        if sort:
            found.setdefault(sort, []).append(index)
    return Evidence(*(tuple(found.get(sort, ())) for sort in ("vietnamese", "plain", "ambiguous")))


def infer_form(texts: Iterable[str]) -> Form | None:
    """The form of the numerals of a file, from its unambiguous cells; None when it does not matter.

    Raises NumeralError when two cells contradict each other or every marked cell is ambiguous.

    >>> infer_form(["7", "1.234", "12,5"]), infer_form(["7", "12"])
    ('vietnamese', None)
    >>> infer_form(["1.234"])
    Traceback (most recent call last):
        ...
    drafter.numerals.NumeralError: '1.234' can be 1234 or 1.234 (1 and 234/1000), and no number \
here tells which; declare the form of the numbers
    """
    cells = list(texts)
    evidence = weigh_forms(cells)
    if evidence.vietnamese and evidence.plain:
        raise _contradiction(cells[evidence.vietnamese[0]], cells[evidence.plain[0]])
    if evidence.ambiguous and not evidence.form:
        raise ambiguity(cells[evidence.ambiguous[0]])
    return evidence.form


def ambiguity(text: str) -> NumeralError:
    """The error of a numeral such as `1.234`, whose form nothing tells."""
    mend = msg("declare the form of the numbers")
    digits = re.sub(r"[.,]", "", text)
    return NumeralError(
        msg(
            "'{text}' can be {whole} or {decimals} ({fraction}), and no number here tells which; "
            "{mend}",
            text=text, whole=digits, decimals=text, fraction=_fraction(text), mend=mend,
        ),
        mend,
    )  # fmt: skip


def _contradiction(vietnamese: str, plain: str) -> NumeralError:
    mend = msg("write all numbers in one form")
    return NumeralError(
        msg(
            "'{vietnamese}' is a Vietnamese numeral and '{plain}' a plain one; {mend}",
            vietnamese=vietnamese, plain=plain, mend=mend,
        ),
        mend,
    )  # fmt: skip


def _not_a_numeral(text: str, form: Form) -> NumeralError:
    mend = _mend(text, form)
    if form == "vietnamese":
        return NumeralError(
            msg("'{text}' is not a Vietnamese numeral; {mend}", text=text, mend=mend), mend
        )
    return NumeralError(msg("'{text}' is not a plain numeral; {mend}", text=text, mend=mend), mend)


def _mend(text: str, form: Form) -> Message:
    """How to write what `text` can mean in `form`: one reading, two, or the shape of a numeral."""
    marked = _MARKED.fullmatch(text)
    if marked is None:
        return msg("write digits only, such as {sample}", sample=_SAMPLE[form])
    sign, body = marked[1].replace("\u2212", "-").replace("+", ""), marked[2].rstrip()
    whole = _write(sign, body, "", form)
    left, mark, right = _split(body)
    if not mark or not right.isdecimal():
        return msg("write {reading}", reading=whole)
    decimals = _write(sign, left, right, form)
    if not left.isdecimal():
        return msg("write {reading}", reading=decimals)
    fraction = _fraction(f"{left}.{right}")
    if not left.strip("0"):
        return msg("write {reading} ({fraction})", reading=decimals, fraction=fraction)
    return msg(
        "write {decimals} ({fraction}) or {whole}",
        decimals=decimals, fraction=fraction, whole=whole,
    )  # fmt: skip


def _split(body: str) -> tuple[str, str, str]:
    """A marked body at its decimal mark: the last mark when it stands once, else none."""
    mark = max(".,", key=body.rfind)
    return body.rpartition(mark) if body.count(mark) == 1 else (body, "", "")


def _write(sign: str, whole: str, decimals: str, form: Form) -> str:
    """A numeral in `form` from digits with any marks between them."""
    value = Decimal(f"{sign}{re.sub('[^0-9]', '', whole)}.{decimals}")
    return print_number(value, len(decimals)) if form == "vietnamese" else f"{value:f}"


def _fraction(text: str) -> str:
    """`12.5` in a form that no mark can twist: `12 and 5/10`."""
    left, _, right = text.lstrip("+-\u2212").replace(",", ".").partition(".")
    return f"{left} and {right.lstrip('0') or '0'}/1{'0' * len(right)}"
