"""Sections in each other as their headings say, lists as their marks say."""

from __future__ import annotations

from word.specimens import heading

from drafter.document import Block, Heading, Text

from .pages import Element, line, told, written


def outline(*blocks: Block) -> list[tuple[str, str]]:
    """The headings with their elements, the page's own left out."""
    headings = [one for one in written(*blocks).iter() if one.tag in ("h2", "h3", "h4", "h5", "h6")]
    return [(one.tag, told(one)) for one in headings]


def shape(lists: Element) -> list[object]:
    """A list as its items' texts, lists in them as lists."""
    found: list[object] = [lists.get("class")]
    for item in lists:
        found.append(item.text)
        found += [shape(inner) for inner in item]
    return found


def test_levels_are_headings_under_that_of_the_page() -> None:
    blocks = [heading(level, str(level)) for level in (1, 2, 3, 4, 2, 1)]
    assert outline(*blocks) == [
        ("h2", "1"), ("h3", "2"), ("h4", "3"), ("h5", "4"), ("h3", "2"), ("h2", "1"),
    ]  # fmt: skip


def test_a_level_that_is_skipped_is_not_skipped_on_the_page() -> None:
    blocks = [heading(level, str(level)) for level in (2, 4, 4, 3, 1, 3)]
    assert outline(*blocks) == [
        ("h2", "2"), ("h3", "4"), ("h3", "4"), ("h3", "3"), ("h2", "1"), ("h3", "3"),
    ]  # fmt: skip


def test_a_section_holds_what_stands_under_its_heading() -> None:
    article = written(
        line("Mở đầu."), heading(1, "I"), line("a"), heading(2, "1"), line("b"), heading(1, "II")
    )
    first, second = article.findall("section")
    assert article.find("p").text == "Mở đầu."
    assert [told(one) for one in first] == ["I", "a", "1 b"]
    assert first.find("section/p").text == "b"
    assert first.get("data-section") == "one"
    assert told(second) == "II"


def test_the_level_that_the_report_gave_is_kept_for_its_look() -> None:
    article = written(heading(1, "I"), Heading(4, (Text("a"),)))
    assert [one.get("class") for one in article.iter("h2", "h3")] == ["level-1", "level-4"]


def test_paragraphs_with_marks_are_lists() -> None:
    article = written(line("Trong đó:"), line("a", "dash"), line("b", "dash"), line("Hết."))
    (lists,) = article.findall("ul")
    assert shape(lists) == ["dash", "a", "b"]
    assert [one.tag for one in article if one.tag in ("p", "ul")] == ["p", "ul", "p"]


def test_pluses_are_lists_in_their_dash_and_dashes_in_their_star() -> None:
    roles = ["star", "dash", "plus", "plus", "dash", "star", "plus"]
    article = written(*(line(str(place), role) for place, role in enumerate(roles)))
    (lists,) = article.findall("ul")
    assert shape(lists) == [
        "star",
        "0",
        ["dash", "1", ["plus", "2", "3"], "4"],
        "5",
        ["plus", "6"],
    ]


def test_an_item_that_ranks_higher_than_those_before_begins_a_list_of_its_own() -> None:
    article = written(line("a", "plus"), line("b", "dash"), line("c", "plus"))
    assert [shape(one) for one in article.findall("ul")] == [
        ["plus", "a"],
        ["dash", "b", ["plus", "c"]],
    ]
