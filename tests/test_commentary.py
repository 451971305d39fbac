"""What people wrote: slots and causes, each line that cannot be placed with its number."""

from __future__ import annotations

import pytest

from drafter.commentary import Commentary, commentary_from_text, typed_numbers
from drafter.errors import InputError

TEXT = """\ufeff<!-- Lời viết
của tháng 7 -->
# Thương mại {trade}
Đoạn mở đầu.

## Sự kiện {events}
- Khai trương chợ.
- Mở hội chợ. <!-- kiểm tra lại -->
# Xã hội {social}
Đoạn khác.
## Nguyên nhân {causes}
- trade.retail/food, tháng, so với tháng trước, tăng: nhu cầu: ăn uống
- danh sách industry.iip, so với cùng kỳ, giảm, câu riêng: ít đơn hàng
-social.jobs,so với kế hoạch,giảm,trong ngoặc:dịch
"""


def test_paragraphs_stand_under_their_section_and_slot_with_their_lines() -> None:
    read = commentary_from_text(TEXT, "x.md")
    assert read.paragraphs("trade", "lead") == ((4, "Đoạn mở đầu."),)
    assert read.paragraphs("trade", "events") == (
        (7, "- Khai trương chợ."), (8, "- Mở hội chợ."),
    )  # fmt: skip
    assert read.paragraphs("social", "lead") == ((10, "Đoạn khác."),)
    assert read.paragraphs("trade", "tail") == read.paragraphs("finance", "lead") == ()


def test_causes_are_bound_to_a_figure_or_to_a_list() -> None:
    first, second, third = commentary_from_text(TEXT, "x.md").causes
    assert (first.indicator, first.item, first.span, first.comparison) == (
        "trade.retail", "food", "month", "month_on_month",
    )  # fmt: skip
    assert (first.direction, first.text, first.line) == ("rising", "nhu cầu: ăn uống", 12)
    assert (second.listed, second.indicator, second.span, second.placement) == (
        True, "industry.iip", "", "sentence",
    )  # fmt: skip
    assert (third.comparison, third.direction, third.placement) == ("plan", "falling", "brackets")


def test_causes_are_found_by_what_they_are_of() -> None:
    read = commentary_from_text(TEXT, "x.md")
    assert read.causes_of["trade.retail", "food"] == read.causes[:1]
    assert ("trade.retail", "") not in read.causes_of
    assert Commentary().causes_of == {}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Lời.", "x.md:1: text before the first section; put '# Thương mại {trade}' above it"),
        ("# Thương mại", "x.md:1: a heading without its key; write for instance '## Mở đầu"),
        ("### Ba {three}", "x.md:1: a heading without its key; write for instance '## Mở đầu"),
        ("# A {a}\n## N {causes}\n\nvì mưa",
         "x.md:4: a cause is one line: '- indicator, so với cùng kỳ, tăng: the cause'"),
        ("# A {a}\n## N {causes}\n- x, so với cùng kỳ: mưa",
         "x.md:3: a cause needs a comparison and a direction, as in 'so với cùng kỳ, tăng'"),
        ("# A {a}\n## N {causes}\n- x, so voi cung ky, tăng: mưa",
         "x.md:3: 'so voi cung ky' is not understood in a cause; use tháng, quý, lũy kế"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_placed_is_named(lines: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        commentary_from_text(lines, "x.md")
    assert str(caught.value).startswith(said)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        commentary_from_text("Lời.\n# A {a}\n## N {causes}\n- x: mưa\n## B\n", "x.md")
    assert [one.place for one in caught.value.problems] == ["x.md:1", "x.md:4", "x.md:5"]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Có 12 xã và 1.234,5 ha.", ["12", "1.234,5"]),
        ("Tháng 7 năm 2023, ngày 09/7/2023, quý 2", []),
        ("Nghị quyết số 01/NQ-CP ngày 06/01/2023", []),
        ("giai đoạn 2021 - 2025; Điều 5", []),
        ('nhờ {{ value("x", "month") }} và {{ 5 }}', []),
        ("tăng 3,5% so với năm 2022", ["3,5"]),
        ("dịch COVID-19", []),
    ],
)
def test_only_numbers_that_the_data_should_give_are_typed(text: str, typed: list[str]) -> None:
    assert typed_numbers(text) == typed


@pytest.mark.parametrize(
    ("words", "span", "comparison"),
    [
        ("Luỹ kế, So với cùng kì, TĂNG", "ytd", "year_on_year"),
        ("lũy kế, so với cùng kỳ, tăng", "ytd", "year_on_year"),
        ("Lu\u0303y ke\u0302\u0301,  so với  tháng trước , Tăng", "ytd", "month_on_month"),
    ],
)
def test_either_spelling_and_any_letters_are_understood_in_a_cause(
    words: str, span: str, comparison: str
) -> None:
    (cause,) = commentary_from_text(f"# A {{a}}\n## N {{causes}}\n- x/C, {words}: y", "x.md").causes
    assert (cause.span, cause.comparison, cause.direction) == (span, comparison, "rising")
    assert (cause.indicator, cause.item) == ("x", "C")


def test_a_list_is_named_in_any_letters() -> None:
    text = "# A {a}\n## N {causes}\n- Danh sách x, so với cùng kỳ, tăng: y"
    (cause,) = commentary_from_text(text, "x.md").causes
    assert (cause.listed, cause.indicator) == (True, "x")


def test_the_marks_of_the_program_cannot_be_typed() -> None:
    read = commentary_from_text("# A {a}\nMột\ue000 hai\ue005.", "x.md")
    assert read.paragraphs("a", "lead") == ((2, "Một hai."),)
