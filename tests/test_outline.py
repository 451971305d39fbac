"""Report kinds: the numbers of headings, counted over what is really there."""

from __future__ import annotations

import msgspec
import pytest

from drafter.document import Block, Heading, Paragraph, Section, Table, Text, visible_text
from drafter.errors import InputError
from drafter.outline import Chapter, ReportKind, arranged, numbered, roman, section_keys
from drafter.yaml_text import from_yaml

KIND = "label: x\nframe: statistics_office\ntitle: t\noutline: [a, b]\n"
ROMAN = ("{roman}.", "{2}.", "{2}.{3}.")
ARABIC = ("{1}.", "{1}.{2}.", "{1}.{2}.{3}.")


def kind(numbering: tuple[str, ...], capitals: bool = False) -> ReportKind:
    """A report kind with a numbering."""
    return ReportKind("x", "statistics_office", "t", ("a",), numbering, capitals)


def headings(*levels: int) -> Section:
    """A section of headings, each with a line below."""
    blocks: list[Block] = []
    for level in levels:
        blocks += [Heading(level, (Text("Giá"),)), Paragraph((Text("Lời"),))]
    return Section("a", tuple(blocks))


def said(sections: list[Section], of: ReportKind) -> list[str]:
    """The texts of the headings."""
    return [
        "".join(one.text for one in block.inlines if isinstance(one, Text))
        for section in numbered(sections, of)
        for block in section.blocks
        if isinstance(block, Heading)
    ]


@pytest.mark.parametrize(
    ("numbering", "numbers"),
    [
        (ROMAN, ["I. ", "1. ", "1.1. ", "1.2. ", "2. ", "", "II. ", "1. "]),
        (ARABIC, ["1. ", "1.1. ", "1.1.1. ", "1.1.2. ", "1.2. ", "", "2. ", "2.1. "]),
        ((), [""] * 8),
        (("", "{2}."), ["", "1. ", "", "", "2. ", "", "", "1. "]),
    ],
)
def test_headings_are_numbered(numbering: tuple[str, ...], numbers: list[str]) -> None:
    sections = [headings(1, 2, 3, 3, 2, 4), headings(1, 2)]
    assert said(sections, kind(numbering)) == [f"{number}Giá" for number in numbers]


def test_a_section_that_went_leaves_no_gap() -> None:
    assert said([headings(1), Section("b", ()), headings(1)], kind(ROMAN)) == ["I. Giá", "II. Giá"]


def test_capitals_are_for_the_first_level_only() -> None:
    assert said([headings(1, 2)], kind(ROMAN, capitals=True)) == ["I. GIÁ", "1. Giá"]
    assert said([headings(1)], kind((), capitals=True)) == ["GIÁ"]


def test_paragraphs_are_left_alone() -> None:
    (section,) = numbered([headings(1)], kind(ROMAN))
    assert section.blocks[1] == Paragraph((Text("Lời"),))


@pytest.mark.parametrize(("number", "text"), [(4, "IV"), (9, "IX"), (39, "XXXIX"), (1, "I")])
def test_roman_numerals(number: int, text: str) -> None:
    assert roman(number) == text


@pytest.mark.parametrize("pattern", ["{chapter}.", "{5}.", "{"])
def test_a_numbering_that_cannot_be_filled_in_is_a_fault_of_its_file(pattern: str) -> None:
    with pytest.raises(InputError) as caught:
        from_yaml(f"{KIND}numbering: ['{pattern}']\n", ReportKind, "reports/x.yaml")
    assert f"'{pattern}' is no numbering; use {{roman}}, {{1}}, {{2}}" in str(caught.value)


def test_a_report_kind_has_documented_defaults() -> None:
    read = from_yaml(KIND, ReportKind, "reports/x.yaml")
    assert (read.layout, read.capitals, read.summary) == ("decree-30-2020", False, False)
    assert read.periods == ("month", "quarter", "half", "nine_months", "year")
    assert read.spans_of("half") == ("month", "quarter", "ytd")


def test_a_report_kind_may_tell_other_spans() -> None:
    read = from_yaml(f"{KIND}spans: {{quarter: [month, quarter]}}\n", ReportKind, "reports/x.yaml")
    assert read.spans_of("quarter") == ("month", "quarter")
    assert read.spans_of("month") == ("month", "ytd")


OUTLINE = ("opening", Chapter("Kinh tế", ("trade", Chapter("Giá", ("cpi", "gold")))), "tasks")


def titles(blocks: dict[str, tuple[Block, ...]]) -> list[tuple[int, str]]:
    """Level and text of the headings of an arranged outline."""
    held = [blocks.get(key, ()) for key in section_keys(OUTLINE)]
    return [
        (block.level, "".join(one.text for one in block.inlines if isinstance(one, Text)))
        for section in arranged(OUTLINE, held)
        for block in section.blocks
        if isinstance(block, Heading)
    ]


def test_sections_of_a_chapter_stand_under_its_heading() -> None:
    blocks = {key: headings(1, 2).blocks for key in section_keys(OUTLINE)}
    levels = [level for level, _ in titles(blocks)]
    assert levels == [1, 2, 1, 2, 3, 2, 3, 4, 3, 4, 1, 2]
    assert [text for _, text in titles(blocks)].index("Giá") == 0
    assert (2, "Giá") in titles(blocks)


def test_a_chapter_without_sections_goes_with_its_heading() -> None:
    assert titles({"trade": headings(1).blocks}) == [(1, "Kinh tế"), (2, "Giá")]
    assert titles({"opening": headings(1).blocks}) == [(1, "Giá")]


def test_headings_stop_at_the_fourth_level() -> None:
    assert titles({"gold": headings(1, 4).blocks})[-1] == (4, "Giá")


def table(caption: str) -> Table:
    return Table((), (), (), (Text(caption),) if caption else ())


def captions(pattern: str, *tables: Table) -> list[str]:
    """The captions of two sections' tables, numbered."""
    of = msgspec.structs.replace(kind(()), tables=pattern)
    sections = [Section("a", tables[:2]), Section("b", tables[2:])]
    return [
        visible_text(block.caption)
        for section in numbered(sections, of)
        for block in section.blocks
        if isinstance(block, Table)
    ]


def test_tables_with_a_caption_are_numbered_over_all_sections() -> None:
    tables = (table("Thu"), table("Chi"), table(""), table("Giá"))
    assert captions("Biểu {n}. ", *tables) == ["Biểu 1. Thu", "Biểu 2. Chi", "", "Biểu 3. Giá"]
    assert captions("", *tables) == ["Thu", "Chi", "", "Giá"]


def test_a_numbering_of_tables_that_cannot_be_filled_in_is_a_fault() -> None:
    with pytest.raises(InputError) as raised:
        from_yaml(KIND + 'tables: "Biểu {number}. "\n', ReportKind, "templates/reports/x.yaml")
    assert "is no numbering of tables; use {n}" in raised.value.problems[0].text()
