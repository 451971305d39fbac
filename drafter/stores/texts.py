"""The text files of a workspace, however an editor saved them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import InputError, Message, Problem, msg
from drafter.stores.csv_files import decode
from drafter.yaml_text import Step, line_at


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A YAML file: its name for messages and its text."""

    name: str
    text: str

    def problem(self, said: Message, *steps: Step) -> Problem:
        """A fault at the line of the key that `steps` lead to."""
        return Problem(f"{self.name}:{line_at(self.text, *steps)}", said)


def read_text(path: Path, place: str) -> str:
    """The text of a file: UTF-8 or UTF-16, no byte order mark, `\\n` at line ends, letters in NFC.

    place: the file's name for messages. Raises InputError for another encoding or a file that
    cannot be opened.
    """
    try:
        text = decode(place, path.read_bytes())
    except OSError as error:
        said = msg("cannot be opened ({reason}); close it in other programs", reason=error.strerror)
        raise InputError.at(place, said) from error
    except InputError as error:
        said = msg("this text is not UTF-8; save the file as UTF-8 in the editor")
        raise InputError.at(error.problems[0].place, said) from error
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
