"""The layout file of Decree 30/2020/NĐ-CP, and what happens when a layout file is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.layout import Layout, layout_from_yaml, length

DECREE = Path(__file__).parents[1] / "templates" / "layouts" / "decree-30-2020.yaml"
TEXT = DECREE.read_text("utf-8")


def problem(text: str) -> str:
    with pytest.raises(InputError) as caught:
        layout_from_yaml(text, "layout.yaml")
    return str(caught.value)


@pytest.fixture(scope="module")
def layout() -> Layout:
    return layout_from_yaml(TEXT, "decree-30-2020.yaml")


def test_the_decree_is_named_and_versioned(layout: Layout) -> None:
    assert (layout.name, layout.version) == ("decree-30-2020", 1)


def test_the_page_is_a4_with_the_margins_of_the_decree(layout: Layout) -> None:
    page = layout.page
    assert (page.width, page.height) == (11906, 16838)
    assert (page.top, page.bottom, page.left, page.right) == (1134, 1134, 1701, 1134)
    assert page.text_width == 9071


def test_the_tables_without_borders_fill_the_text_width(layout: Layout) -> None:
    assert sum(layout.header_table.columns) == layout.page.text_width
    assert sum(layout.closing_table.columns) == layout.page.text_width


def test_a_layout_can_be_a_key(layout: Layout) -> None:
    assert hash(layout) == hash(layout_from_yaml(TEXT, "again.yaml"))


@pytest.mark.parametrize(
    ("written", "twips"), [("297 mm", 16838), ("1 cm", 567), ("0.5 pt", 10), ("567 twips", 567)]
)
def test_a_length_is_written_with_its_unit(written: str, twips: int) -> None:
    assert length(written) == twips


@pytest.mark.parametrize("written", ["20", "20 inches", "-3 mm", 20, True, None, "٢ mm"])
def test_a_length_without_a_known_unit_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is not a length; write for example 20 mm"):
        length(written)


def test_a_wrong_length_is_reported_with_its_line() -> None:
    line = TEXT.splitlines().index("  left: 30 mm") + 1
    assert problem(TEXT.replace("left: 30 mm", "left: 30 inches")) == (
        f"layout.yaml:{line}: '30 inches' is not a length; write for example 20 mm, 6 pt or "
        "567 twips; correct or add the value `$.page.left`"
    )


def test_an_unknown_name_is_reported() -> None:
    assert "unknown field `colour`" in problem(TEXT + "colour: red\n")


def test_a_missing_value_is_reported_at_what_should_hold_it() -> None:
    assert problem("name: x\nversion: 1\n") == (
        "layout.yaml:1: Object missing required field `font`; correct or add the value `$`"
    )


def test_a_line_spacing_outside_the_decree_is_refused() -> None:
    assert "<= 150" in problem(TEXT.replace("line: 100}", "line: 160}", 1))


def test_text_that_is_no_yaml_is_reported_with_row_and_column() -> None:
    assert problem("name: [1\nversion: 2").startswith("layout.yaml:2:8: this is not valid YAML (")


def test_an_empty_file_is_reported() -> None:
    assert "Object missing required field `name`" in problem("")
