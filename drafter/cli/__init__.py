"""The command line: arguments and exit codes, no sums and no wording of reports."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from types import TracebackType

import click

from drafter.cli.commands import program
from drafter.cli.language import chosen, speaking
from drafter.cli.output import Line, show, use_utf8
from drafter.errors import Translate, msg

OUR_BUG = 3
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; its exit code: 0 done, 1 findings, 2 input, 3 our bug."""
    gc.disable()  # a process that ends with its report has nothing to collect
    try:
        return _main(arguments)
    finally:
        gc.enable()


def _main(arguments: Sequence[str] | None) -> int:
    use_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    with speaking(chosen(given, os.environ)) as translate, _OurBugs(translate):
        try:
            code = _run(program(translate), given)
        except BrokenPipeError:
            code = 0
        _flush()
        return code


def _run(group: click.Group, given: list[str]) -> int:
    """The exit code of a command.

    The `main` of click is passed over, as it ends with 1 where a reader has seen enough.
    """
    try:
        with group.make_context("drafter", given) as context:
            return int(group.invoke(context) or 0)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED


def _flush() -> None:
    """Writes out what is left; nothing is, where who reads has gone (`drafter … | head`)."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            # Python flushes once more at its end, and would complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class _OurBugs:
    """Turns what no one foresaw into exit code 3, its traceback kept."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None or not isinstance(error, Exception):
            return
        sys.__excepthook__(kind, error, trace)
        line = Line(msg("this is a fault of drafter; please report it with the lines above"))
        show([line], self._translate, sys.stderr)
        raise SystemExit(OUR_BUG)
