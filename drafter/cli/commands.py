"""The commands and their options, worded in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from drafter.cli.language import LANGUAGES, VARIABLE
from drafter.errors import Message, Translate, msg

Say = Callable[[Message], str]


def program(translate: Translate) -> click.Group:
    """The whole command line."""

    def say(message: Message) -> str:
        return message.text(translate)

    group = click.Group(
        "drafter",
        params=[_language(say)],
        help=say(msg("Drafts a province's socio-economic report in Word from the month's figures, "
                     "and tells where each printed figure comes from.")),
        options_metavar=say(msg("[OPTIONS]")),
        subcommand_metavar=say(msg("COMMAND …")),
        no_args_is_help=True,
    )  # fmt: skip
    group.add_command(_draft(say, translate))
    group.add_command(_explain(say, translate))
    return group


def _draft(say: Say, translate: Translate) -> click.Command:
    """`drafter draft`."""

    def run(**given: Any) -> int:
        # What drafts is loaded only by the command that needs it.
        from drafter.cli import drafting  # noqa: PLC0415

        return drafting.run(drafting.Request(**given), translate)

    return click.Command(
        "draft",
        callback=run,
        help=say(msg(
            "Writes the report of PERIOD from the office's folder WORKSPACE: NAME.docx, and beside "
            "it NAME.figures.csv, which says where each figure comes from.\n\n"
            "PERIOD is 2023-07, 2023-Q2, 2023-6M, 2023-9M or 2023.\n\n"
            "Exit code: 0 done, 1 findings with --strict, 2 faults in what was given, "
            "3 a fault of drafter itself.")),
        short_help=say(msg("Write the report of a period.")),
        options_metavar=say(msg("[OPTIONS]")),
        params=[
            _argument("workspace", say(msg("WORKSPACE"))),
            _argument("period", say(msg("PERIOD"))),
            *_wanted(say),
            *_told(say),
            _language(say),
        ],
    )  # fmt: skip


def _wanted(say: Say) -> list[click.Parameter]:
    """The options that say what to write."""
    return [
        _value("--report", metavar=say(msg("KIND")), help=say(msg(
            "Kind of report: provincial (the People's Committee's), statistics (the statistics "
            "office's) or one of the office's own; that of drafter.yaml unless told otherwise."))),
        _value("-o", "--output", metavar=say(msg("FILE")), help=say(msg(
            "File or folder to write to; the folder out unless told otherwise."))),
        _value("--format", type=click.Choice(["docx", "text"]), help=say(msg(
            "Form of the report; by the file's ending, else docx."))),
        _value("--vintage", metavar=say(msg("DATE")), help=say(msg(
            "Use only figures given up to this date (such as 2023-07-27), so that an old report "
            "can be made again."))),
    ]  # fmt: skip


def _told(say: Say) -> list[click.Parameter]:
    """The options that say what to tell and when to stop."""
    return [
        _flag("--strict", help=say(msg(
            "End with code 1 when figures are missing or in doubt, or causes are held back."))),
        _flag("--keep-going", help=say(msg("Leave out rows that cannot be read, and list them."))),
        _json(say),
        _flag("-v", "--verbose", help=say(msg(
            "List also the rows of the period that are not in the report."))),
    ]  # fmt: skip


def _explain(say: Say, translate: Translate) -> click.Command:
    """`drafter explain`."""

    def run(file: str, text: str, json: bool) -> int:
        from drafter.cli import explaining  # noqa: PLC0415 (as above)

        return explaining.run(file, text, translate, as_json=json)

    return click.Command(
        "explain",
        callback=run,
        # A printed figure may begin with a minus, as `-649,68 ha` does.
        context_settings={"ignore_unknown_options": True},
        help=say(msg(
            "Tells where a figure of FILE.docx comes from: its indicator and period, its formula, "
            "and the rows of data behind it.\n\n"
            "TEXT is what is printed, such as 82,9%, or the tag of the figure's field in Word.\n\n"
            "Exit code: 0 found, 1 not found, 2 faults in what was given, "
            "3 a fault of drafter itself.")),
        short_help=say(msg("Tell where a printed figure comes from.")),
        options_metavar=say(msg("[OPTIONS]")),
        params=[
            _argument("file", say(msg("FILE.docx"))),
            _argument("text", say(msg("TEXT"))),
            _json(say),
            _language(say),
        ],
    )  # fmt: skip


def _language(say: Say) -> click.Option:
    """`--lang`, which may stand before or after the command; `language.chosen` has read it."""
    return click.Option(
        ["--lang"], type=click.Choice(LANGUAGES), expose_value=False,
        help=say(msg("Language of messages, vi unless told otherwise; also set by {variable}.",
                     variable=VARIABLE)),
    )  # fmt: skip


def _json(say: Say) -> click.Option:
    return _flag("--json", help=say(msg("Print one JSON document for programs.")))


def _argument(name: str, metavar: str) -> click.Argument:
    return click.Argument([name], metavar=metavar)


def _value(*names: str, **attributes: Any) -> click.Option:
    """An option with a value, blank where it is not given."""
    return click.Option(names, callback=lambda _context, _option, value: value or "", **attributes)


def _flag(*names: str, **attributes: Any) -> click.Option:
    return click.Option(names, is_flag=True, **attributes)
