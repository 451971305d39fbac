"""Words for figures: the verb fits the printed sign, spaces hold, titles name the period."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import time_words, wording
from drafter.numerals import print_number, rounded
from drafter.period import SPANS_OF, report_period
from drafter.settings import Settings
from drafter.time_words import NBSP
from drafter.wording import VERBS

RATES = st.decimals(-200, 200, places=4)
PLACES = st.integers(0, 3)


def plain(text: str) -> str:
    """The text with spaces that may break."""
    return text.replace(NBSP, " ")


@given(RATES, PLACES)
def test_the_verb_fits_the_printed_sign(rate: Decimal, places: int) -> None:
    said = wording.change(rate, places, Settings())
    near = rate.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if not near:
        assert said == "tương đương"
    else:
        verb = "tăng" if near > 0 else "giảm"
        assert said == f"{verb} {print_number(abs(near), places)}%"


@given(RATES, PLACES)
def test_a_ratio_is_the_change_over_hundred(rate: Decimal, places: int) -> None:
    said = wording.change(rate, places, Settings(form="ratio"))
    assert said == f"bằng {print_number(rounded(rate + 100, places), places)}%"


@given(RATES, PLACES)
def test_the_word_of_a_direction_is_the_word_of_its_change(rate: Decimal, places: int) -> None:
    settings = Settings(slight_below="0.5")
    said = wording.change(rate, places, settings)
    assert said.startswith(wording.way_word(rate, places, settings))


@given(RATES, PLACES)
def test_a_change_in_units_has_the_sign_of_its_words(value: Decimal, places: int) -> None:
    words = wording.absolute_change(value, "ha", places, Settings(absolute="words"))
    signed = wording.absolute_change(value, "ha", places, Settings(absolute="brackets"))
    way = wording.direction(value, places)
    assert words.startswith("tương đương" if way == "unchanged" else VERBS[way])
    assert signed[0] == {"rising": "+", "falling": wording.MINUS}.get(way, signed[0])


@given(RATES, RATES, PLACES)
def test_the_bounds_of_a_range_stand_in_order_of_size(a: Decimal, b: Decimal, places: int) -> None:
    said = plain(wording.between(a, b, "%", places, Settings(), changes=True))
    near = sorted((rounded(a, places), rounded(b, places)))
    if near[0] > 0 or near[1] < 0:
        low, high = sorted(map(abs, near))
        verb = "tăng" if near[0] > 0 else "giảm"
        assert said == f"{verb} từ {print_number(low, places)} - {print_number(high, places)}%"
    else:
        assert said == "tương đương" or said.startswith("biến động từ ")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Settings(), "tăng từ 1,00 - 2,50%"),
        (Settings(trailing_zeros=False), "tăng từ 1 - 2,5%"),
        (Settings(level_zeros=False), "tăng từ 1,00 - 2,50%"),
    ],
)
def test_zeros_of_a_range_of_rates_are_those_of_rates(settings: Settings, said: str) -> None:
    told = wording.between(Decimal(1), Decimal("2.5"), "%", 2, settings, changes=True)
    assert plain(told) == said


def test_points_are_printed_as_percentages_are() -> None:
    settings = Settings(trailing_zeros=False)
    assert plain(wording.change_in_points(Decimal("0.5"), 2, settings)) == "tăng 0,5 điểm %"
    assert plain(wording.higher_by(Decimal("-3.2"), 1, Settings())) == "thấp hơn 3,2 điểm %"
    assert wording.change_in_points(Decimal("0.001"), 2, settings) == "tương đương"


def test_no_line_breaks_between_a_number_and_the_first_word_of_its_unit() -> None:
    said = wording.quantity(Decimal(2755), "triệu USD", 0, Settings())
    assert said == f"2.755{NBSP}triệu USD"
    assert wording.quantity(Decimal("6.5"), "%", 1, Settings()) == "6,5%"
    assert wording.quantity(Decimal(7), "", 0, Settings()) == "7"


@pytest.mark.parametrize(
    ("comparison", "period", "base", "phrase"),
    [
        ("month_on_month", "2023-07", "2023-06", "so với tháng trước"),
        ("year_on_year", "2023-07", "2022-07", "so với cùng kỳ"),
        ("year_end", "2023-07-31", "2022-12-31", "so với 31/12/2022"),
        ("december", "2023-07", "2022-12", "so với tháng 12 năm trước"),
        ("year_end", "2023-07", "", "so với 31/12/2022"),
        ("year_on_year_real", "2023-07", "2022-07", "nếu loại trừ yếu tố giá"),
        ("base_year:2019", "2023-07", "", "so với năm gốc 2019"),
        ("plan:central", "2023-07", "2023", "kế hoạch Trung ương giao"),
        ("plan:unknown", "2023-07", "2023", "kế hoạch"),
        ("plan_points:central", "2023-07", "", "so với cùng kỳ"),
        ("plan_points:central", "", "", "so với cùng kỳ"),
        ("share:x", "2023-07", "", "trong tổng số"),
        ("contribution", "2023-07", "", "vào mức tăng chung"),
        ("year_on_year", "", "", "so với cùng kỳ"),
    ],
)
def test_a_base_has_its_phrase(comparison: str, period: str, base: str, phrase: str) -> None:
    assert wording.base_phrase(comparison, period, base, Settings()) == phrase


@pytest.mark.parametrize("base", ["2022-12", ""])
def test_december_is_named_by_its_year_also_where_only_the_change_is_known(base: str) -> None:
    settings = Settings(december="so với tháng 12/{year}")
    assert wording.base_phrase("december", "2023-07", base, settings) == "so với tháng 12/2022"


@pytest.mark.parametrize(
    ("span", "period", "phrase"),
    [
        ("month", "2022-07", "cùng kỳ năm 2022"),
        ("quarter", "2022-Q2", "cùng kỳ năm 2022"),
        ("ytd", "2022-07", "cùng kỳ năm 2022"),
        ("ytd", "2021-12", "năm 2021"),
        ("year", "2021", "năm 2021"),
        ("asof", "2022-07-31", "cùng kỳ năm 2022"),
        ("window", "2021-12-15/2022-08-14", "cùng kỳ năm 2022"),
    ],
)
def test_a_period_a_year_earlier_is_called_by_its_year(span: str, period: str, phrase: str) -> None:
    assert wording.earlier_phrase(period, Settings(), span=span) == phrase


@pytest.mark.parametrize(
    ("first", "second", "phrase"),
    [
        ("so với tháng trước", "so với cùng kỳ", "so với tháng trước và cùng kỳ"),
        ("so tháng trước", "so cùng kỳ", "so tháng trước và cùng kỳ"),
        ("so tháng trước", "so với cùng kỳ", "so tháng trước và so với cùng kỳ"),
        ("so với tháng trước", "so cùng kỳ", "so với tháng trước và so cùng kỳ"),
        ("trên tháng trước", "trên cùng kỳ", "trên tháng trước và trên cùng kỳ"),
    ],
)
def test_two_bases_say_what_opens_both_once(first: str, second: str, phrase: str) -> None:
    assert wording.both_bases(first, second) == phrase


@given(RATES, st.integers(0, 3), st.sampled_from(["150", "200", "300"]))
def test_a_multiple_is_told_of_what_rose_to_the_threshold_and_of_nothing_else(
    rate: Decimal, places: int, threshold: str
) -> None:
    settings = Settings(times_from=threshold, times_decimals=2)
    said = wording.change(rate, places, settings)
    reached = rate.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 100 >= int(threshold)
    assert said.startswith("gấp ") == reached
    assert "tăng gấp" not in said
    if reached:
        told = Decimal(plain(said).split()[1].replace(",", "."))
        assert abs(told - (rate + 100) / 100) <= Decimal("0.005")


def test_the_first_mention_has_a_phrase_of_its_own_with_its_year() -> None:
    settings = Settings(year_on_year_first="so với cùng kỳ năm {year}")
    said = wording.base_phrase("year_on_year", "2023-07", "2022-07", settings, first=True)
    assert said == "so với cùng kỳ năm 2022"
    none = Settings(year_on_year_first="")
    assert wording.base_phrase("year_on_year", "2023-07", "", none, first=True) == "so với cùng kỳ"


@pytest.mark.parametrize(
    ("words", "behind"),
    [("tăng 5%", "so với cùng kỳ"), ("không đổi", "so với cùng kỳ"), ("bằng 98%", "so với cùng kỳ"),
     ("tương đương", "cùng kỳ"), ("gấp 2,5 lần", "cùng kỳ"), ("bằng", "cùng kỳ")],
)  # fmt: skip
def test_only_words_with_an_object_drop_the_comparing(words: str, behind: str) -> None:
    assert wording.behind(words, "so với cùng kỳ") == behind


@pytest.mark.parametrize(
    ("span", "period", "first", "year", "phrase"),
    [
        ("month", "2023-07", True, True, "tháng 7 năm 2023"),
        ("quarter", "2023-Q2", True, False, "quý II"),
        ("ytd", "2023-07", True, False, "7 tháng đầu năm"),
        ("ytd", "2023-07", True, True, "7 tháng đầu năm 2023"),
        ("ytd", "2023-07", False, True, "lũy kế 7 tháng"),
        ("ytd", "2023-12", True, True, "cả năm 2023"),
        ("average_ytd", "2023-07", False, False, "bình quân 7 tháng"),
        ("year", "2023", True, True, "năm 2023"),
        ("asof", "2023-07-09", True, False, "đến ngày 09/7/2023"),
        ("season", "2023-main", True, False, "vụ Mùa năm 2023"),
        ("season", "2023-own", True, False, "vụ own năm 2023"),
        ("project", "2023-07", True, False, "từ khi khởi công đến tháng 7/2023"),
        ("window", "2022-12-15/2023-01-14", True, False, "từ ngày 15/12/2022 đến ngày 14/01/2023"),
        ("window", "", True, False, ""),
    ],
)
def test_a_stretch_of_time_in_words(
    span: str, period: str, first: bool, year: bool, phrase: str
) -> None:
    said = time_words.span_phrase(span, period, Settings(), first=first, year=year)
    assert plain(said) == phrase


@pytest.mark.parametrize(
    ("period", "title"),
    [
        ("2023-01", "tháng 1 năm 2023"),
        ("2023-07", "tháng 7 và 7 tháng đầu năm 2023"),
        ("2023-12", "tháng 12 và năm 2023"),
        ("2023-Q1", "quý I năm 2023"),
        ("2023-Q2", "quý II và 6 tháng đầu năm 2023"),
        ("2023-Q4", "quý IV và năm 2023"),
        ("2023-6M", "tháng 6, quý II và 6 tháng đầu năm 2023"),
        ("2023-9M", "tháng 9, quý III và 9 tháng đầu năm 2023"),
        ("2023", "tháng 12, quý IV và năm 2023"),
    ],
)
def test_a_title_names_the_period(period: str, title: str) -> None:
    about = report_period(period)
    assert plain(time_words.report_span(about, SPANS_OF[about.kind])) == title


@pytest.mark.parametrize(
    ("period", "following"),
    [
        ("2023-08", "tháng 9 năm 2023"),
        ("2023-12", "tháng 1 năm 2024"),
        ("2023-Q1", "quý II năm 2023"),
        ("2023-Q4", "quý I năm 2024"),
        ("2023-6M", "6 tháng cuối năm 2023"),
        ("2023-9M", "quý IV năm 2023"),
        ("2023", "năm 2024"),
    ],
)
def test_the_following_period_is_named(period: str, following: str) -> None:
    assert plain(time_words.next_span(report_period(period))) == following


def test_place_number_and_date_leave_blanks_for_the_clerk() -> None:
    assert plain(time_words.date_line("Hà Nội", "2023-02")) == "Hà Nội, ngày     tháng 02 năm 2023"
    assert plain(time_words.number_line("BC-UBND")) == "Số:      /BC-UBND"


@pytest.mark.parametrize(("members", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a và b")])
def test_members_are_enumerated(members: list[str], text: str) -> None:
    assert time_words.enumerated(members) == text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "Một là"),
        (4, "Bốn là"),
        (5, "Năm là"),
        (10, "Mười là"),
        (11, "Mười một là"),
        (14, "Mười bốn là"),
        (15, "Mười lăm là"),
        (19, "Mười chín là"),
        (20, "Hai mươi là"),
        (21, "Hai mươi mốt là"),
        (24, "Hai mươi tư là"),
        (25, "Hai mươi lăm là"),
        (30, "Ba mươi là"),
        (35, "Ba mươi lăm là"),
        (41, "Bốn mươi mốt là"),
        (55, "Năm mươi lăm là"),
        (60, "Sáu mươi là"),
        (99, "Chín mươi chín là"),
    ],
)
def test_places_in_a_row_have_their_words(number: int, words: str) -> None:
    assert wording.ordinal(number) == words


def test_no_two_places_in_a_row_have_the_same_words() -> None:
    assert len({wording.ordinal(number) for number in range(1, 100)}) == 99


@pytest.mark.parametrize("number", [-1, 0, 100])
def test_a_place_that_has_no_words_here_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no place in a row from 1 to 99"):
        wording.ordinal(number)
