"""The reader reads what is written, and notices what is false."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.properties.drafts import drafts, july

from . import atoms
from .atoms import Atom
from .claims import Claim
from .dataset import newest
from .document import Control, Line
from .numbers import decimals, number, scale
from .periods import base_of
from .reading import Page, Read
from .truth import rounded

SECTIONS = {
    "trade": ("trade.", "transport."), "agriculture": ("agriculture.",), "industry": ("industry.",),
    "prices": ("prices.",), "budget": ("budget.",), "social": ("social.",),
}  # fmt: skip


def read(text: str, section: str, base: str = "") -> list[Claim]:
    """The claims of one paragraph whose every figure stands in a control."""
    reader = july().reader
    found = atoms.atoms(text, reader.pattern)
    line = Line("Normal", text, tuple(Control(a.start, a.end, "t") for a in found))
    page, out = Page(reader, SECTIONS[section], base), Read()
    page.paragraph(line, out)
    assert out.unplaced == []
    return [claim for claim in out.claims if claim.measure != "list"]


def what(claim: Claim) -> tuple[str, str, str, str, str]:
    """A claim in short."""
    name = "/".join(filter(None, (claim.indicator, claim.item)))
    return (name, claim.span.lstrip("?"), claim.measure, claim.base, str(claim.value))


def test_vietnamese_numerals_are_read() -> None:
    assert number("1.234.567,50") == Decimal("1234567.50")
    assert decimals("1.234,50") == 2
    with pytest.raises(ValueError, match=r"1,234\.5"):
        number("1,234.5")


def test_rounding_is_half_up_and_zero_has_no_sign() -> None:
    assert rounded(Decimal("2.345"), 2) == Decimal("2.35")
    assert rounded(Decimal("-2.345"), 2) == Decimal("-2.35")
    assert str(rounded(Decimal("-0.004"), 2)) == "0.00"


def test_bases_are_found_on_the_calendar() -> None:
    assert base_of("month", "2023-01", "month_on_month") == "2022-12"
    assert base_of("asof", "2023-07-31", "year_end") == "2022-12-31"
    assert base_of("asof", "2024-02-29", "year_on_year") == "2023-02-28"


def test_a_unit_is_told_from_its_scale() -> None:
    assert scale("tỷ đồng") == ("đồng", 9)
    assert scale("con") == ("con", 0)


def test_a_sentence_with_month_year_to_date_plan_and_growth_is_read() -> None:
    text = ("Kim ngạch xuất khẩu tháng 7 ước đạt 300 triệu USD, lũy kế 7 tháng ước đạt 1.580 triệu "
            "USD, đạt 121,5% kế hoạch, giảm 3,5% so với cùng kỳ.")  # fmt: skip
    assert [what(claim) for claim in read(text, "trade")] == [
        ("trade.exports", "month", "level", "", "300"),
        ("trade.exports", "ytd", "level", "", "1580"),
        ("trade.exports", "ytd", "attainment", "plan:", "121.5"),
        ("trade.exports", "ytd", "change_percent", "year_on_year", "-3.5"),
    ]


def test_members_of_a_series_take_the_base_of_its_last_one() -> None:
    text = ("Các nhóm hàng tăng: nhóm ô tô con tăng 12,58%; nhóm hàng hóa khác tăng 5,92%; "
            "nhóm lương thực, thực phẩm tăng 2,11% so với tháng trước.")  # fmt: skip
    assert {claim.base for claim in read(text, "trade")} == {"month_on_month"}


def test_a_heading_gives_the_base_that_a_paragraph_leaves_out() -> None:
    claims = read("Nhóm giáo dục tăng 14,51%.", "prices", "year_on_year")
    assert [what(claim)[3] for claim in claims] == ["year_on_year"]


def test_products_in_brackets_take_the_base_of_their_branch() -> None:
    text = ("Khai thác than tăng 2,32% (sản phẩm than đá, than cứng loại khác giảm 1,20 nghìn "
            "tấn); khai khoáng khác tăng 2,84% so với tháng trước.")  # fmt: skip
    assert [what(claim)[2:] for claim in read(text, "industry")] == [
        ("change_percent", "month_on_month", "2.32"),
        ("change_absolute", "month_on_month", "-1.20"),
        ("change_percent", "month_on_month", "2.84"),
    ]


def test_a_ratio_is_read_as_the_change_that_it_stands_for() -> None:
    claims = read("Thu nội địa 7 tháng bằng 85,5% so với cùng kỳ.", "budget")
    assert what(claims[0]) == (
        "budget.revenue/domestic", "ytd", "change_percent", "year_on_year", "-14.5",
    )  # fmt: skip


def test_the_fields_of_a_tuple_are_told_by_unit_and_words() -> None:
    text = "Trong tháng xảy ra 04 vụ tai nạn giao thông, làm chết 03 người, bị thương 02 người."
    assert [what(claim)[0] for claim in read(text, "social")] == [
        f"social.traffic_accidents/{field}" for field in ("cases", "deaths", "injured")
    ]


def test_a_signed_change_in_brackets_shares_the_base_behind_it() -> None:
    text = "Diện tích gieo trồng ngô ước đạt 670 ha, giảm 0,87% (-5,75 ha) so với cùng kỳ."
    claims = read(text, "agriculture")
    assert [claim.value for claim in claims] == [Decimal(670), Decimal("-0.87"), Decimal("-5.75")]
    assert {claim.base for claim in claims[1:]} == {"year_on_year"}


def test_a_figure_that_belongs_to_nothing_is_noticed() -> None:
    reader, out = july().reader, Read()
    text = "Có 12 hộ."
    line = Line("Normal", text, (Control(3, 8, "t"),))
    Page(reader, SECTIONS["trade"]).paragraph(line, out)
    assert [one.text for one in out.unplaced] == ["12 hộ"]


def test_an_atom_knows_its_brackets_and_its_sentence() -> None:
    found: list[Atom] = atoms.atoms("A tăng 1,5%. B (giảm 2%).", july().reader.pattern)
    assert [(atom.depth, atom.sentence) for atom in found] == [(0, 0), (1, 1)]


TOLD = {"July": ("statistics", "2023-07"), "six months": ("statistics", "2023-6M"),
        "August": ("ubnd", "2023-08")}  # fmt: skip


@pytest.mark.parametrize("part", range(8))
@pytest.mark.parametrize("report", TOLD)
def test_every_printed_row_that_changes_makes_the_text_false(report: str, part: int) -> None:
    """The judge has teeth: a report of the old data does not pass for one of the new."""
    made, unnoticed = drafts(*TOLD[report]), []
    for row in made.used[part::8][::3]:
        rows = [replace(one, value=one.value * 3 + 7) if one is row else one for one in made.rows]
        truth = replace(made.plain.truth, rows=newest(rows))
        if not any(truth.faults(claim) for claim in made.plain.read.claims):
            unnoticed.append(row.place)
    assert unnoticed == []
