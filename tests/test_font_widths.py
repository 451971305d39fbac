"""Widths of lines, as measured from the font itself."""

from __future__ import annotations

import pytest

from drafter.font_widths import balanced_width, text_width, wrapped


@pytest.mark.parametrize(
    ("text", "points", "bold", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, 95.7),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, 60.5),
    ],
)
def test_the_fixed_texts_are_as_long_as_in_the_font(
    text: str, points: int, bold: bool, millimetres: float
) -> None:
    assert text_width(text, points * 20, bold) / 56.693 == pytest.approx(millimetres, abs=0.1)


def test_a_tone_mark_takes_no_room() -> None:
    assert text_width("ộ", 280) == text_width("o", 280)
    assert text_width("Ữ", 280) == text_width("Ư", 280) > text_width("U", 280)
    assert text_width("o\u0302\u0323", 280) == text_width("ộ", 280)


def test_words_are_put_on_a_line_while_they_fit() -> None:
    assert wrapped("aa aa aa", 200, text_width("aa aa", 200)) == ("aa aa", "aa")
    assert wrapped("aa\naa aa", 200, 9000) == ("aa", "aa aa")


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert wrapped("a bbbbbbbbbb c", 200, 300) == ("a", "bbbbbbbbbb", "c")


def breaks(text: str, width: int, size: int = 280) -> tuple[str, ...]:
    return wrapped(text, size, balanced_width(text, size, width, bold=True), bold=True)


def test_a_title_breaks_after_a_comma_when_no_line_gets_short() -> None:
    title = "Tình hình kinh tế - xã hội tháng 8 và 8 tháng đầu năm, nhiệm vụ trọng tâm tháng 9"
    assert breaks(title, 9071)[0].endswith("đầu năm,")


def test_an_agency_breaks_before_the_name_of_its_province() -> None:
    assert breaks("ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", 3401, 260) == ("ỦY BAN NHÂN DÂN", "TỈNH SƠN HÀ")


@pytest.mark.parametrize(
    "time", ["6\u00a0tháng đầu năm\u00a02023", "tháng\u00a07 năm\u00a02023", "đến ngày 31/7/2023"]
)
def test_a_caption_breaks_before_its_time_and_not_within(time: str) -> None:
    told = "Tốc độ tăng, giảm một số chỉ tiêu đăng ký doanh nghiệp"
    caption = f"{told} {time} so với cùng kỳ năm trước"
    assert breaks(caption, 9071, 260) == (told, f"{time} so với cùng kỳ năm trước")


def test_a_time_is_not_parted_from_the_word_that_joins_it_to_another() -> None:
    times = "tháng\u00a06 và 6\u00a0tháng đầu năm\u00a02023"
    assert breaks(f"Tình hình thu, chi ngân sách {times}", 5500)[-1] == times


def test_other_titles_break_into_lines_of_about_the_same_length() -> None:
    title = "Kết quả thực hiện nhiệm vụ phát triển kinh tế và bảo đảm quốc phòng an ninh tháng 8"
    lengths = [text_width(line, 280, bold=True) for line in breaks(title, 9071)]
    assert len(lengths) == 2
    assert min(lengths) > 0.8 * max(lengths)
