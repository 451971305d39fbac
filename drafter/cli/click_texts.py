"""The texts of click that a user can meet, listed so that the catalogue's extractor finds them.

Nothing imports this: click asks gettext for them itself (`language.speaking`).
"""

from __future__ import annotations

from drafter.errors import msg


def plural(one: str, many: str) -> tuple[str, str]:
    """A text with a form for one and a form for many; the extractor looks for this name."""
    return one, many


TEXTS = (
    msg("Usage:"),
    msg("Options"),
    msg("Commands"),
    msg("Positional arguments"),
    msg("required"),
    msg("default: {default}"),
    msg("Show this message and exit."),
    msg("Error: {message}"),
    msg("Aborted!"),
    msg("Try '{command} {option}' for help."),
    msg("Invalid value: {message}"),
    msg("Invalid value for {param_hint}: {message}"),
    msg("Missing command."),
    msg("Missing argument"),
    msg("Missing option"),
    msg("Missing parameter"),
    msg("No such option {name!r}."),
    msg("No such option: {name}"),
    msg("No such command {name!r}."),
    msg("Option {name!r} does not take a value."),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
