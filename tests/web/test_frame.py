"""What stands around the body, in each of the frames."""

from __future__ import annotations

from dataclasses import replace

from word import specimens

from drafter.document import Frame

from .pages import line, page, told, written

END = line("Hết.")


def test_the_frame_of_the_committee_stands_around_the_body() -> None:
    frame = replace(specimens.COMMITTEE, superior="CHÍNH PHỦ", addressees=("Bộ A", "Bộ B"))
    article = written(END, frame=frame)
    top = article.find("header/div")
    assert [told(one) for one in top] == [
        "CHÍNH PHỦ ỦY BAN NHÂN DÂN TỈNH SƠN HÀ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Số: /BC-UBND",
        "Sơn Hà, ngày tháng 8 năm 2023",
    ]
    (title,) = article.iter("h1")
    assert told(title).startswith("BÁO CÁO Tình hình kinh tế - xã hội tháng 8")
    addressees = article.find("header/div[@class='addressees']")
    assert told(addressees) == "Kính gửi: - Bộ A; - Bộ B."
    assert told(article.find("p")) == "Hết./."


def test_the_room_for_number_and_day_is_kept() -> None:
    article = written(END, frame=specimens.COMMITTEE)
    number, date = article.find_class("number")[0], article.find_class("date")[0]
    assert number.text == specimens.COMMITTEE.number
    assert date.text == specimens.COMMITTEE.place_date


def test_the_signature_comes_before_the_recipients_as_in_plain_text() -> None:
    closing = written(END, frame=specimens.COMMITTEE).find("footer")
    signature, recipients = closing
    assert told(signature).endswith("PHÓ CHỦ TỊCH Nguyễn Văn Thử")
    assert told(recipients).startswith("Nơi nhận: - Văn phòng Chính phủ;")
    assert told(recipients).endswith("- Lưu: VT, TH.")


def test_a_single_addressee_stands_on_the_line_of_the_salutation() -> None:
    frame = replace(specimens.COMMITTEE, addressees=("Bộ A",))
    assert told(written(END, frame=frame).find_class("addressee")[0]) == "Kính gửi: Bộ A."


def test_the_statistics_office_has_its_name_title_and_date_and_no_closing() -> None:
    article = written(END, frame=specimens.STATISTICS)
    assert [told(one) for one in article.find("header")] == [
        "THỐNG KÊ TỈNH SƠN HÀ",
        "Tình hình kinh tế - xã hội tháng 7 và 7 tháng đầu năm 2023",
        "Sơn Hà, ngày 27 tháng 7 năm 2023",
    ]
    assert article.find("footer") is None
    assert told(article.find("p")) == "Hết."


def test_a_report_without_a_frame_has_its_title_alone() -> None:
    header = written(END, frame=Frame("none", abstract="Tin nhanh")).find("header")
    assert [told(one) for one in header] == ["Tin nhanh"]


def test_a_page_never_goes_without_a_heading() -> None:
    tree = page(specimens.report(None))
    (title,) = tree.iter("h1")
    assert told(title) == "Báo cáo tình hình kinh tế - xã hội tháng 7 năm 2023"


def test_a_line_end_in_a_name_is_a_break() -> None:
    frame = replace(specimens.COMMITTEE, agency="ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ")
    (agency,) = written(END, frame=frame).find_class("agency")
    assert agency.find("br").tail == "TỈNH SƠN HÀ"
