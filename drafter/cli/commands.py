"""The commands and their options, worded in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from drafter.cli.language import LANGUAGES, VARIABLE
from drafter.errors import Message, Translate, msg

_GROUP = msg(
    "Drafts a province's socio-economic report in Word from the month's figures, and tells where "
    "each printed figure comes from."
)
_DRAFT = msg(
    "Writes the report of PERIOD from the office's folder WORKSPACE: NAME.docx, and beside it "
    "NAME.figures.csv, which says where each figure comes from.\n\n"
    "PERIOD is 2023-07, 2023-Q2, 2023-6M, 2023-9M or 2023.\n\n"
    "Exit code: 0 done, 1 findings with --strict, 2 faults in what was given, 3 a fault of "
    "drafter itself."
)
_EXPLAIN = msg(
    "Tells where a figure of FILE.docx comes from: its indicator and period, its formula, and the "
    "rows of data behind it.\n\n"
    "TEXT is what is printed, such as 82,9%, or the tag of the figure's field in Word.\n\n"
    "Exit code: 0 found, 1 not found, 2 faults in what was given, 3 a fault of drafter itself."
)
_REPORT = msg(
    "Kind of report: provincial (the sections in the People's Committee's frame), statistics (in "
    "the statistics office's), ubnd (the People's Committee's own report), portal (a summary for "
    "the web portal), annex (the statistical tables alone) or one of the office's own; that of "
    "drafter.yaml unless told otherwise."
)
_MANNER = msg(
    "Manner of printing and wording: statistics, committee, nso (a province with the national "
    "office's wording), national or one of the office's own; that of drafter.yaml or of the "
    "report kind unless told otherwise."
)
_ANNEX = msg(
    "Put the statistical tables behind the report, on pages of their own; --report annex drafts "
    "them alone, and --format xlsx writes the tables of a report as a workbook."
)
_PDF = msg(
    "Write also NAME.pdf beside the Word file, through LibreOffice, which must be installed; "
    "without it the Word file is written all the same and the exit code is 2."
)
_VINTAGE = msg(
    "Use only figures given up to this date (such as 2023-07-27), so that an old report can be "
    "made again."
)


def program(translate: Translate) -> click.Group:
    """The whole command line."""
    words = _Words(translate)
    group = click.Group(
        "drafter",
        params=[words.language()],
        help=words.say(_GROUP),
        options_metavar=words.say(msg("[OPTIONS]")),
        subcommand_metavar=words.say(msg("COMMAND …")),
        no_args_is_help=True,
    )
    group.add_command(_draft(words, translate))
    group.add_command(_explain(words, translate))
    return group


class _Words:
    """Makes arguments and options whose help is in one language."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    def say(self, message: Message) -> str:
        """A message in the language."""
        return message.text(self._translate)

    def argument(self, name: str, metavar: Message) -> click.Argument:
        """A required argument."""
        return click.Argument([name], metavar=self.say(metavar))

    def value(self, *names: str, about: Message, **attributes: Any) -> click.Option:
        """An option with a value, blank where it is not given."""
        if metavar := attributes.get("metavar"):
            attributes["metavar"] = self.say(metavar)
        return click.Option(
            names, help=self.say(about), callback=lambda *given: given[-1] or "", **attributes
        )

    def flag(self, *names: str, about: Message) -> click.Option:
        """An option without a value."""
        return click.Option(names, is_flag=True, help=self.say(about))

    def json(self) -> click.Option:
        """`--json`, the same in every command."""
        return self.flag("--json", about=msg("Print one JSON document for programs."))

    def language(self) -> click.Option:
        """`--lang`, which may stand before or after the command; `chosen` has read it already."""
        about = msg(
            "Language of messages, vi unless told otherwise; also set by {variable}.",
            variable=VARIABLE,
        )
        choice: click.Choice[str] = click.Choice(LANGUAGES)
        return click.Option(["--lang"], type=choice, expose_value=False, help=self.say(about))


def _command(words: _Words, name: str, run: Callable[..., int], about: Message) -> click.Command:
    return click.Command(
        name, callback=run, help=words.say(about), options_metavar=words.say(msg("[OPTIONS]"))
    )


def _draft(words: _Words, translate: Translate) -> click.Command:
    """`drafter draft`."""

    def run(**given: Any) -> int:
        # What drafts is loaded only by the command that needs it.
        from drafter.cli import drafting  # noqa: PLC0415

        return drafting.run(drafting.Request(**given), translate)

    command = _command(words, "draft", run, _DRAFT)
    command.short_help = words.say(msg("Write the report of a period."))
    command.params += [
        words.argument("workspace", msg("WORKSPACE")),
        words.argument("period", msg("PERIOD")),
        *_what_to_write(words),
        *_what_to_tell(words),
        words.language(),
    ]
    return command


def _what_to_write(words: _Words) -> list[click.Parameter]:
    file = msg("File or folder to write to; the folder out unless told otherwise.")
    form = msg("Form of the report; by the file's ending, else docx.")
    return [
        words.value("--report", metavar=msg("KIND"), about=_REPORT),
        words.value("--manner", metavar=msg("MANNER"), about=_MANNER),
        words.flag("--annex", about=_ANNEX),
        words.value("-o", "--output", metavar=msg("FILE"), about=file),
        words.value("--format", type=click.Choice(["docx", "html", "text", "xlsx"]), about=form),
        words.flag("--pdf", about=_PDF),
        words.value("--vintage", metavar=msg("DATE"), about=_VINTAGE),
    ]


def _what_to_tell(words: _Words) -> list[click.Parameter]:
    strict = msg("End with code 1 when figures are missing or in doubt, or causes are held back.")
    keep_going = msg("Leave out rows that cannot be read, and list them.")
    verbose = msg("List also the rows of the period that are not in the report.")
    return [
        words.flag("--strict", about=strict),
        words.flag("--keep-going", about=keep_going),
        words.json(),
        words.flag("-v", "--verbose", about=verbose),
    ]


def _explain(words: _Words, translate: Translate) -> click.Command:
    """`drafter explain`."""

    def run(file: str, text: str, json: bool) -> int:
        from drafter.cli import explaining  # noqa: PLC0415 (as above)

        return explaining.run(file, text, translate, as_json=json)

    command = _command(words, "explain", run, _EXPLAIN)
    command.short_help = words.say(msg("Tell where a printed figure comes from."))
    # A printed figure may begin with a minus, as `-649,68 ha` does.
    command.context_settings = {"ignore_unknown_options": True}
    command.params += [
        words.argument("file", msg("FILE.docx")),
        words.argument("text", msg("TEXT")),
        words.json(),
        words.language(),
    ]
    return command
