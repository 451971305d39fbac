"""What a command says: lines for people, one JSON document for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import IO, Any, Literal

from drafter.errors import Message, Problem, Translate

Look = Literal["", "bold", "green", "yellow", "red", "dim"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line for people; its look is seen on a terminal only."""

    message: Message | str
    look: Look = ""
    indent: int = 0

    def text(self, translate: Translate) -> str:
        """The line in the reader's language."""
        worded = self.message if isinstance(self.message, str) else self.message.text(translate)
        return " " * self.indent + worded


def use_utf8() -> None:
    """Makes both streams write UTF-8: elsewhere than in its console, Windows would not."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower()
        reconfigure = getattr(stream, "reconfigure", None)
        if encoding not in ("utf-8", "utf8") and reconfigure is not None:
            reconfigure(encoding="utf-8")


def show(lines: Iterable[Line], translate: Translate, stream: IO[str] | None = None) -> None:
    """Prints lines, on standard output unless told otherwise; in their looks where people watch."""
    stream = stream or sys.stdout
    if not stream.isatty():
        for line in lines:
            print(line.text(translate), file=stream)
        return
    # Loaded only for a terminal: it costs more than the rest of the command line.
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=stream, soft_wrap=True)
    for line in lines:
        console.print(Text(line.text(translate), line.look))


def show_problems(problems: Iterable[Problem], translate: Translate) -> None:
    """Prints findings on standard error, a line each, place first."""
    look: dict[str, Look] = {
        "fault": "red",
        "warning": "yellow",
        "held": "yellow",
        "typed": "yellow",
    }
    show(
        [Line(problem.text(translate), look.get(problem.severity, "dim")) for problem in problems],
        translate,
        sys.stderr,
    )


def show_json(document: Mapping[str, Any]) -> None:
    """Prints one JSON document on standard output."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def as_record(problem: Problem, translate: Translate) -> dict[str, str]:
    """A finding as it stands in the JSON document."""
    return {
        "severity": problem.severity,
        "place": problem.place,
        "message": problem.message.text(translate),
    }
