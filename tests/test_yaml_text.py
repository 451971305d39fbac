"""YAML texts into records; every fault with its file, its line and its field."""

from __future__ import annotations

import msgspec
import pytest

from drafter.errors import InputError
from drafter.yaml_text import from_yaml, line_of


class Inner(msgspec.Struct, forbid_unknown_fields=True):
    """A record in a record."""

    size: int = 0


class Outer(msgspec.Struct, forbid_unknown_fields=True):
    """A record with all that a file holds."""

    name: str = ""
    inner: Inner = msgspec.field(default_factory=Inner)
    many: tuple[Inner, ...] = ()


def fault(text: str) -> str:
    """What is said of a text."""
    with pytest.raises(InputError) as caught:
        from_yaml(text, Outer, "x.yaml")
    return str(caught.value)


def test_an_empty_text_is_an_empty_record() -> None:
    assert from_yaml("", Outer, "x.yaml") == Outer()
    assert from_yaml("# nothing\n", Outer, "x.yaml") == Outer()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: x\ninner:\n  size: big", "x.yaml:3: Expected `int`, got `str`; correct or add the "
         "value `$.inner.size`"),
        ("many:\n- size: 1\n- size: no", "x.yaml:3: Expected `int`, got `bool`; correct or add the "
         "value `$.many[1].size`"),
        ("name: x\ncolour: red", "x.yaml:1: Object contains unknown field `colour`; correct or add "
         "the value `$`"),
        ("name: 07", "x.yaml:1: Expected `str`, got `int`; correct or add the value `$.name`"),
        ("- a", "x.yaml:1: Expected `object`, got `array`; correct or add the value `$`"),
    ],
)  # fmt: skip
def test_a_fault_has_its_line_and_its_field(text: str, said: str) -> None:
    assert fault(text) == said


@pytest.mark.parametrize("text", ["name: [1]]", "a: b: c", "name: 'x", "\tname: x"])
def test_a_text_that_is_no_yaml_has_its_row_and_column(text: str) -> None:
    assert fault(text).startswith("x.yaml:1:")
    assert "this is not valid YAML (" in fault(text)


def test_a_control_character_is_reported_without_a_place() -> None:
    assert fault("name: \x00").startswith("x.yaml")


def test_no_object_is_made_from_a_tag() -> None:
    assert "this is not valid YAML" in fault("name: !!python/object/apply:os.getcwd []")


@pytest.mark.parametrize(
    ("path", "line"),
    [("$", 1), ("$.b", 3), ("$.b.d", 4), ("$.b.nothing.x", 3), ("$.e[1]", 7), ("$.e[5]", 6)],
)
def test_the_line_of_a_field_or_of_what_should_hold_it(path: str, line: int) -> None:
    assert line_of("a: 1\nb:\n  c: 2\n  d: 3\ne:\n- 1\n- 2\n", path) == line
