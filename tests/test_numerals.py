"""Numbers printed in Vietnamese, read back strictly, and told apart from plain ones."""

import itertools
from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from babel import Locale
from babel.numbers import parse_pattern
from hypothesis import given
from hypothesis import strategies as st

from drafter.numerals import (
    NumeralError,
    infer_form,
    is_ambiguous,
    parse_number,
    parse_undisputed,
    print_number,
    rounded,
    weigh_forms,
)

numbers = st.decimals(
    min_value=Decimal("-1e15"), max_value=Decimal("1e15"), allow_nan=False, allow_infinity=False
)
places = st.integers(0, 6)


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        ("1234567.895", 2, "1.234.567,90"),
        ("102.45", 1, "102,5"),
        ("0.125", 2, "0,13"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("999.995", 2, "1.000,00"),
        ("7.95", 0, "8"),
        ("1E+3", 0, "1.000"),
        ("0", 2, "0,00"),
    ],
)
def test_numbers_are_printed_half_up(value: str, decimals: int, printed: str) -> None:
    assert print_number(Decimal(value), decimals) == printed


def test_zero_never_carries_a_sign() -> None:
    assert print_number(Decimal("-0.04"), 1) == "0,0"
    assert print_number(Decimal("-0"), 0) == "0"
    assert print_number(Decimal("-0.4"), 0, pad=2) == "00"


def test_trailing_zeros_go_when_asked() -> None:
    assert print_number(Decimal("68.10"), 2, trailing_zeros=False) == "68,1"
    assert print_number(Decimal("1000.00"), 2, trailing_zeros=False) == "1.000"
    assert print_number(Decimal(100), 0, trailing_zeros=False) == "100"


def test_counts_below_ten_are_padded_and_decimals_are_not() -> None:
    assert print_number(Decimal(5), 0, pad=2) == "05"
    assert print_number(Decimal("9.5"), 0, pad=2) == "10"
    assert print_number(Decimal(-5), 0, pad=2) == "-05"
    assert print_number(Decimal(5), 1, pad=2) == "5,0"


def test_a_value_without_end_is_not_rounded() -> None:
    with pytest.raises(ValueError, match="NaN cannot be rounded"):
        rounded(Decimal("NaN"), 2)


@given(numbers, places)
def test_what_is_printed_reads_back(value: Decimal, decimals: int) -> None:
    printed = print_number(value, decimals)
    assert parse_number(printed, "vietnamese") == rounded(value, decimals)


@given(numbers, numbers, places)
def test_order_is_kept(one: Decimal, other: Decimal, decimals: int) -> None:
    low, high = sorted((one, other))
    assert rounded(low, decimals) <= rounded(high, decimals)


@given(numbers, places)
def test_rounding_is_that_of_pythons_decimal(value: Decimal, decimals: int) -> None:
    wide = Context(prec=100, rounding=ROUND_HALF_UP)
    assert rounded(value, decimals) == value.quantize(Decimal(10) ** -decimals, context=wide)


@given(numbers, places)
def test_printing_is_that_of_babels_pattern(value: Decimal, decimals: int) -> None:
    pattern = parse_pattern("#,##0" + "." * bool(decimals) + "0" * decimals)
    assert print_number(value, decimals) == pattern.apply(
        rounded(value, decimals), Locale.parse("vi")
    )


@given(numbers, places)
def test_both_forms_say_the_same(value: Decimal, decimals: int) -> None:
    near = rounded(value, decimals)
    assert parse_number(f"{near:f}", "plain") == near


@pytest.mark.parametrize("text", ["5", "05", "+5", "-5", "\u22125", "1234"])
def test_a_whole_number_reads_alike_in_both_forms(text: str) -> None:
    value = parse_undisputed(text)
    assert value == parse_number(text, "vietnamese") == parse_number(text, "plain")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12.5", "'12.5' is not a Vietnamese numeral; write 12,5 (12 and 5/10) or 125"),
        (
            "-2606.8",
            "'-2606.8' is not a Vietnamese numeral; write -2.606,8 (2606 and 8/10) or -26.068",
        ),
        ("0.125", "'0.125' is not a Vietnamese numeral; write 0,125 (0 and 125/1000)"),
        ("1,234.5", "'1,234.5' is not a Vietnamese numeral; write 1.234,5"),
        ("1 234,5", "'1 234,5' is not a Vietnamese numeral; write 1.234,5"),
        ("12.34.567", "'12.34.567' is not a Vietnamese numeral; write 1.234.567"),
        ("5.", "'5.' is not a Vietnamese numeral; write 5"),
        ("abc", "'abc' is not a Vietnamese numeral; write digits only, such as 1.234,5"),
        ("١٢", "'١٢' is not a Vietnamese numeral; write digits only, such as 1.234,5"),
        ("", "'' is not a Vietnamese numeral; write digits only, such as 1.234,5"),
    ],
)
def test_what_is_not_vietnamese_is_refused_with_its_readings(text: str, told: str) -> None:
    with pytest.raises(NumeralError) as error:
        parse_number(text, "vietnamese")
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12,5", "'12,5' is not a plain numeral; write 12.5 (12 and 5/10) or 125"),
        ("1,234", "'1,234' is not a plain numeral; write 1.234 (1 and 234/1000) or 1234"),
        ("1.234.567", "'1.234.567' is not a plain numeral; write 1234567"),
        ("1.234,5", "'1.234,5' is not a plain numeral; write 1234.5"),
        ("1E+6", "'1E+6' is not a plain numeral; write digits only, such as 1234.5"),
    ],
)
def test_what_is_not_plain_is_refused_with_its_readings(text: str, told: str) -> None:
    with pytest.raises(NumeralError) as error:
        parse_number(text, "plain")
    assert str(error.value) == told


def test_the_form_follows_from_any_unambiguous_cell() -> None:
    assert infer_form(["1.234", "5", "1.234.567"]) == "vietnamese"
    assert infer_form(["1.234", "5", "0.5"]) == "plain"
    assert infer_form(["5", "text", ""]) is None


def test_cells_that_contradict_each_other_are_named() -> None:
    with pytest.raises(NumeralError) as error:
        infer_form(["12,5", "7", "12.5"])
    assert str(error.value) == (
        "'12,5' is a Vietnamese numeral and '12.5' a plain one; write all numbers in one form"
    )


def test_a_file_of_ambiguous_cells_alone_has_no_form() -> None:
    with pytest.raises(NumeralError) as error:
        infer_form(["7", "1.234"])
    assert str(error.value) == (
        "'1.234' can be 1234 or 1.234 (1 and 234/1000), and no number here tells which; "
        "declare the form of the numbers"
    )


@given(st.lists(numbers.map(lambda value: print_number(value, 3)), min_size=1))
def test_printed_numbers_are_never_taken_for_plain_ones(texts: list[str]) -> None:
    seen = weigh_forms(texts)
    assert not seen.plain
    assert len(seen.vietnamese) + len(seen.ambiguous) == len(texts)


def test_every_short_text_of_digits_and_marks_has_one_sort() -> None:
    for letters in itertools.product("01.,", repeat=5):
        text = "".join(letters)
        forms = [form for form in ("vietnamese", "plain") if _reads(text, form)]
        seen = weigh_forms([text])
        assert len(seen.vietnamese) + len(seen.plain) + len(seen.ambiguous) <= 1
        if is_ambiguous(text):
            assert forms
        elif len(forms) == 1:
            assert seen.form == forms[0]


def _reads(text: str, form: str) -> bool:
    try:
        parse_number(text, form)  # type: ignore[arg-type]
    except NumeralError:
        return False
    return True
