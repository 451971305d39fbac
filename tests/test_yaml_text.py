"""YAML texts into records; every fault with its file, its line and its field."""

from __future__ import annotations

import msgspec
import pytest

from drafter.errors import InputError
from drafter.yaml_text import from_yaml, line_at, line_of, load_yaml


class Inner(msgspec.Struct, forbid_unknown_fields=True):
    """A record in a record."""

    size: int = 0


class Outer(msgspec.Struct, forbid_unknown_fields=True):
    """A record with all that a file holds."""

    name: str = ""
    inner: Inner = msgspec.field(default_factory=Inner)
    many: tuple[Inner, ...] = ()
    named: dict[str, Inner] = msgspec.field(default_factory=dict)


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
        ("name: x\ncolour: red", "x.yaml:2: Object contains unknown field `colour`; correct or add "
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
    [("$", 1), ("$.b", 2), ("$.b.d", 4), ("$.b.nothing.x", 2), ("$.e[1]", 7), ("$.e[5]", 5)],
)
def test_the_line_of_a_field_or_of_what_should_hold_it(path: str, line: int) -> None:
    assert line_of("a: 1\nb:\n  c: 2\n  d: 3\ne:\n- 1\n- 2\n", path) == line


def test_a_line_is_found_by_keys_with_any_letters() -> None:
    text = "scope:\n  trade.exports:\n  - {items: [a,\n    b]}\n"
    assert line_at(text, "scope", "trade.exports") == 2
    assert line_at(text, "scope", "trade.exports", 0, "items", 1) == 4
    assert line_at("", "scope") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("named:\n  a.b: {size: 1}\n  c.d:\n    size: big", "x.yaml:4: Expected `int`, got `str`; "
         "correct or add the value `$.named[c.d].size`"),
        ("named:\n  a: {}\n  c:\n    sise: 1", "x.yaml:4: Object contains unknown field `sise`; "
         "correct or add the value `$.named[c]`"),
    ],
)  # fmt: skip
def test_a_fault_below_a_key_of_any_name_names_the_key(text: str, said: str) -> None:
    assert fault(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: a\nname: b", "x.yaml:2: 'name' stands here a second time, first in line 1; "
         "put both under one"),
        ("named:\n  a: {}\n  b: {}\n  'a': {size: 1}", "x.yaml:4: 'a' stands here a second time, "
         "first in line 2; put both under one"),
    ],
)  # fmt: skip
def test_a_key_that_stands_twice_is_refused(text: str, said: str) -> None:
    assert fault(text) == said


def test_every_repeated_key_is_told_in_the_order_of_the_file() -> None:
    told = fault("a: {x: 1, x: 2}\nb: 1\na: 2\nb: 3\n").splitlines()
    assert [line.partition(": ")[0] for line in told] == ["x.yaml:1", "x.yaml:3", "x.yaml:4"]


def test_what_is_merged_in_may_stand_again() -> None:
    read = load_yaml("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  x: 3\n", "x.yaml")
    assert read["b"] == {"x": 3, "y": 2}


def test_a_date_stays_as_it_is_written() -> None:
    assert load_yaml("since: 2025-07-01\nno: 2025-99-99", "x.yaml") == {
        "since": "2025-07-01", False: "2025-99-99",
    }  # fmt: skip


def test_a_key_that_yaml_takes_for_a_number_is_to_be_quoted() -> None:
    said = 'x.yaml:3: the key 05 is no text to YAML; put it in quotation marks: "05"'
    assert fault("named:\n  '04': {}\n  05: {}\n") == said
