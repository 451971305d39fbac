"""Words for a figure beside others: they fit the figures as they are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import wording_related
from drafter.time_words import NBSP

RATES = st.decimals(-50, 50, places=1).filter(bool)


def plain(text: str) -> str:
    """The text with spaces that may break."""
    return text.replace(NBSP, " ")


@given(RATES, RATES)
def test_the_word_between_two_changes_of_one_way_tells_which_is_more(
    here: Decimal, there: Decimal
) -> None:
    here = here.copy_sign(there)
    said = wording_related.how_it_lies(here - there, there)
    more = {"cao hơn": here > there, "giảm sâu hơn": here < there}
    less = {"thấp hơn": here < there, "giảm ít hơn": here > there, "bằng": here == there}
    assert {**more, **less}[said]
    assert said.startswith("giảm") == (there < 0 and here != there)


@pytest.mark.parametrize(
    ("value", "highest", "change", "words"),
    [
        ("4.2", True, True, "mức tăng cao nhất"),
        ("4.2", False, True, "mức tăng thấp nhất"),
        ("-4.2", True, True, "mức giảm thấp nhất"),
        ("-4.2", False, True, "mức giảm sâu nhất"),
        ("-4.2", True, False, "mức cao nhất"),
        ("4.2", False, False, "mức thấp nhất"),
    ],
)
def test_what_stands_out_is_called_by_its_sign(
    value: str, highest: bool, change: bool, words: str
) -> None:
    assert wording_related.superlative(Decimal(value), highest=highest, change=change) == words


@pytest.mark.parametrize(
    ("span", "period", "words"),
    [
        ("month", "2023-07", "tháng 7"),
        ("quarter", "2023-Q4", "quý IV"),
        ("ytd", "2023-06", "6 tháng đầu năm"),
        ("average_ytd", "2023-09", "9 tháng đầu năm"),
        ("ytd", "2023-01", "tháng 1"),
        ("ytd", "2023-12", ""),
        ("year", "2023", ""),
        ("asof", "2023-07-31", "cùng thời điểm các năm"),
        ("season", "2023-winter_spring", "vụ Đông Xuân"),
        ("season", "2023-own", "vụ own"),
        ("window", "2022-12-15/2023-07-14", "cùng kỳ các năm"),
        ("project", "2023-07", "cùng kỳ các năm"),
    ],
)
def test_the_same_part_of_every_year_has_a_name(span: str, period: str, words: str) -> None:
    assert plain(wording_related.same_time(span, period)) == words


@given(st.integers(-40, 40))
def test_a_smaller_rank_is_a_rise(places: int) -> None:
    said = plain(wording_related.rank_change(places))
    way = "tăng" if places > 0 else "giảm"
    assert said == (f"{way} {abs(places)} bậc" if places else "giữ nguyên thứ hạng")
