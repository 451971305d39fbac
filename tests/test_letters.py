"""One spelling of Vietnamese text, and text of old fonts recognised."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.letters import mend_look_alikes, old_font_of, tidy


def test_decomposed_letters_are_composed() -> None:
    text = "Tình hình kinh tế - xã hội"
    assert tidy(unicodedata.normalize("NFD", text)) == text


def test_stray_spaces_become_one_plain_space() -> None:
    assert tidy("\ufeff 12,5\u00a0\u2009triệu\u202f đồng\u200b ") == "12,5 triệu đồng"


def test_look_alikes_are_mended() -> None:
    assert mend_look_alikes("Bƣu chính, LƢƠNG, \u00d0ồng") == "Bưu chính, LƯƠNG, Đồng"


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize("text", ["VËn t¶i", "B\u00adu chÝnh vµ", "s¶n xuÊt", "l\u00ad¬ng thùc"])
def test_tcvn3_is_recognised(text: str) -> None:
    assert old_font_of(text) == "TCVN3"


@pytest.mark.parametrize("text", ["Kinh teá - xaõ hoäi", "saûn löôïng", "coâng nghieäp"])
def test_vni_is_recognised(text: str) -> None:
    assert old_font_of(text) == "VNI"


@pytest.mark.parametrize(
    "text",
    ["sản lượng", "hoà, oà, uâ, luân", "tấn·km", "5 µg/m³", "Windows® ©2023", "GRDP¹", "Citroën"],
)
def test_unicode_text_is_left_alone(text: str) -> None:
    assert old_font_of(text) is None
