"""What has doubled, and more, is told as a multiple of its base: `gấp 2,5 lần cùng kỳ`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sections.growths import (
    RETAIL,
    TIMES,
    YTD,
    back,
    clause,
    members,
    rates,
    says,
)

MULTIPLES: list[tuple[str, dict[str, Any], tuple[object, object], str]] = [
    ("a multiple of the same period", {}, (515, 206), "gấp 2,5 lần cùng kỳ năm trước"),
    ("a whole multiple has no decimals", {}, (618, 206), "gấp 3 lần cùng kỳ năm trước"),
    ("as many decimals as are asked for", {"times_decimals": 2}, (517, 206),
     "gấp 2,51 lần cùng kỳ năm trước"),
    ("none where none are asked for", {"times_decimals": 0}, (517, 206),
     "gấp 3 lần cùng kỳ năm trước"),
    ("the multiple is rounded half up", {}, (205, 100), "gấp 2,1 lần cùng kỳ năm trước"),
    ("a rise that rounds to less stays a percentage", {}, ("199.94", 100),
     "tăng 99,9% so với cùng kỳ năm trước"),
    ("another threshold", {"times_from": "300"}, (299, 100),
     "tăng 199,0% so với cùng kỳ năm trước"),
    ("a fall is never a multiple", {"times_from": "50"}, (60, 100),
     "giảm 40,0% so với cùng kỳ năm trước"),
    ("the change in units in brackets", {"absolute": "brackets"}, (515, 206),
     "gấp 2,5 lần (+309 tỷ đồng) so với cùng kỳ năm trước"),
    ("the change in units in words", {"absolute": "words"}, (515, 206),
     "gấp 2,5 lần, tương ứng tăng 309 tỷ đồng so với cùng kỳ năm trước"),
    ("the change in units first", {"absolute": "first"}, (515, 206),
     "tăng 309 tỷ đồng (gấp 2,5 lần) so với cùng kỳ năm trước"),
    ("the change in units only", {"absolute": "only"}, (515, 206),
     "tăng 309 tỷ đồng so với cùng kỳ năm trước"),
    ("a ratio is never a multiple", {"form": "ratio"}, (515, 206),
     "bằng 250,0% so với cùng kỳ năm trước"),
    ("a ratio for falls only leaves a rise its multiple", {"form": "ratio_below"}, (515, 206),
     "gấp 2,5 lần cùng kỳ năm trước"),
    ("a ratio for falls", {"form": "ratio_below"}, (103, 206),
     "bằng 50,0% so với cùng kỳ năm trước"),
    ("a phrase of the office's own", {"year_on_year_first": "so với cùng kỳ năm {year}"},
     (515, 206), "gấp 2,5 lần cùng kỳ năm 2022"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "levels", "words"), [c[1:] for c in MULTIPLES], ids=[c[0] for c in MULTIPLES]
)
def test_a_multiple_is_told(
    settings: dict[str, Any], levels: tuple[object, object], words: str
) -> None:
    said = says({**TIMES, **settings}, YTD, back(RETAIL, "ytd", "2023-07", *levels))
    assert said.partition(" tỷ đồng, ")[2] == words + "."


def test_a_published_index_is_told_as_a_multiple() -> None:
    rows = rates(RETAIL, "ytd", "2023-07", year_on_year="215.88", measure="index")
    said = says(TIMES, clause(RETAIL, "ytd", "year_on_year", values=False), rows)
    assert said == "Doanh thu bán lẻ 7 tháng đầu năm gấp 2,2 lần cùng kỳ năm trước."


def test_points_are_never_a_multiple() -> None:
    said = says(TIMES, clause("social.poverty", "year"),
                back("social.poverty", "year", "2022", 150, 20), "2022")  # fmt: skip
    assert said == "Tỷ lệ hộ nghèo đạt 150,0%, tăng 130,0 điểm % so với năm trước."


SALES = [*back(f"{RETAIL}/food", "month", "2023-07", 103, 100),
         *back(f"{RETAIL}/cars", "month", "2023-07", 210, 100),
         *back(f"{RETAIL}/gold", "month", "2023-07", 104, 100)]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "Lương thực tăng 3,0%; ô tô gấp 2,1 lần cùng kỳ năm trước; vàng tăng 4,0% so với cùng "
             "kỳ."),
        ({"series_base": "first"}, "Lương thực tăng 3,0% so với cùng kỳ năm trước; ô tô gấp 2,1 "
                                   "lần cùng kỳ; vàng tăng 4,0%."),
        ({"absolute": "brackets"}, "Lương thực tăng 3,0% (+3 tỷ đồng); ô tô gấp 2,1 lần (+110 tỷ "
                                   "đồng) so với cùng kỳ năm trước; vàng tăng 4,0% (+4 tỷ đồng) so "
                                   "với cùng kỳ."),
    ],
)  # fmt: skip
def test_a_multiple_in_a_series_always_says_its_base(
    settings: dict[str, Any], sentence: str
) -> None:
    assert says({**TIMES, **settings}, members(RETAIL, "month", "year_on_year"), SALES) == sentence


@pytest.mark.parametrize(
    ("absolute", "words"),
    [
        ("none", "gấp 2,1 lần cùng kỳ."),
        ("brackets", "gấp 2,1 lần (+110 tỷ đồng) so với cùng kỳ."),
    ],
)
def test_a_multiple_keeps_its_base_where_others_have_said_it(absolute: str, words: str) -> None:
    food, cars = (clause(f"{RETAIL}/{item}", "month", "year_on_year") for item in ("food", "cars"))
    settings = {**TIMES, "base_once": True, "absolute": absolute}
    assert says(settings, f"{food} {cars}", SALES).endswith(words)


def test_a_list_of_the_rising_tells_multiples_too() -> None:
    template = '{{ listing(indicator("trade.retail").items, "year_on_year", rising=True, top=2) }}.'
    assert says(TIMES, template, SALES) == (
        "Ô tô gấp 2,1 lần cùng kỳ năm trước; vàng tăng 4,0% so với cùng kỳ."
    )
