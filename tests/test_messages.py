"""The message catalogue: every text of the code has its Vietnamese, with the same places."""

from __future__ import annotations

import ast
import gettext
import os
import string
from pathlib import Path

import catalogue
import click
import pytest

from drafter.cli.language import speaking, translation

CURRENT = catalogue.current()
TEXTS = [message for message in CURRENT if message.id]


def places(text: str) -> list[str]:
    """What stands in the braces of a text, conversions and formats too."""
    return sorted(
        f"{name}!{conversion or ''}:{form or ''}"
        for _, name, form, conversion in string.Formatter().parse(text)
        if name is not None
    )


def test_every_message_has_its_vietnamese() -> None:
    assert catalogue.untranslated(CURRENT) == [], "translate them in drafter.po, then make messages"


def test_a_translation_has_the_places_of_its_message() -> None:
    for message in TEXTS:
        if message.pluralizable:
            assert set(places(message.string[0])) <= {
                *places(message.id[0]),
                *places(message.id[1]),
            }
        else:
            assert places(message.string) == places(message.id), message.id


def test_a_translation_keeps_the_files_and_options_it_names() -> None:
    for message in TEXTS:
        if not message.pluralizable:
            named = [word for word in message.id.split() if word.startswith("-") and len(word) > 1]
            assert all(word.strip("(),;") in message.string for word in named), message.id


def test_no_translation_is_left_over_from_an_older_text() -> None:
    known = {message.id for message in catalogue.in_code() if message.id}
    assert {message.id for message in catalogue.translated() if message.id} == known


def test_the_compiled_file_is_that_of_the_text_file() -> None:
    with catalogue.MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in catalogue.translated():
        if message.id and message.pluralizable:
            assert (compiled.ngettext(*message.id, 2),) == message.string
        elif message.id:
            assert compiled.gettext(message.id) == message.string


def test_every_message_is_a_literal_that_the_extractor_finds() -> None:
    for path in catalogue.PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "msg":
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"


def test_a_text_of_click_is_one_that_it_asks_for() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in Path(click.__file__).parent.glob("*.py")
    )
    # Older versions of click word this one otherwise.
    older = {"No such option: {name}"}
    asked = [
        message for message in TEXTS if any("click_texts" in file for file, _ in message.locations)
    ]
    assert asked
    for message in asked:
        one = message.id[0] if message.pluralizable else message.id
        assert one in older or f'"{one}"' in source, one


def test_an_unknown_language_is_no_translation() -> None:
    assert translation("en")("Usage:") == "Usage:"
    assert translation("vi")("Usage:") == "Cách dùng:"
    with pytest.raises(FileNotFoundError):
        translation("fr")


def test_what_was_set_before_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    domain = gettext.textdomain()
    with speaking("vi"):
        assert gettext.gettext("Options") == "Tùy chọn"
    assert gettext.textdomain() == domain
    assert os.environ["LANGUAGE"] == "de"
