"""The language of messages: Vietnamese unless English is asked for."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from drafter.errors import Translate

DOMAIN = "drafter"
LOCALES = Path(__file__).resolve().parent.parent / "locale"
LANGUAGES = ("vi", "en")
VARIABLE = "DRAFTER_LANG"


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that `--lang` asks for anywhere, else the environment, else Vietnamese.

    It is looked for before the arguments are parsed, as `--help` must speak it too.

    >>> chosen(["draft", "--help", "--lang", "en"], {}), chosen([], {"DRAFTER_LANG": "en"})
    ('en', 'en')
    """
    asked = environment.get(VARIABLE, "")
    before_end = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for number, argument in enumerate(before_end):
        if argument.startswith("--lang="):
            asked = argument.partition("=")[2]
        elif argument == "--lang":
            asked = next(iter(arguments[number + 1 :]), "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def translation(language: str) -> Translate:
    """The gettext function of a language; English is the language of the code itself."""
    return gettext.translation(DOMAIN, LOCALES, [language], fallback=language == "en").gettext


@contextmanager
def speaking(language: str) -> Iterator[Translate]:
    """Lets click's own messages come from our catalogue too; what was set before comes back."""
    domain, preferred = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield translation(language)
    finally:
        gettext.textdomain(domain)
        if preferred is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = preferred
