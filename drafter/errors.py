"""What can go wrong, as records that are worded only when a person reads them.

Nothing below the command line knows the reader's language: a `Message` keeps the English text
of the gettext catalogue with its arguments, and is put into Vietnamese or English at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Translate = Callable[[str], str]
Severity = Literal["fault", "warning", "note", "missing", "typed", "held", "unused"]


@dataclass(frozen=True, slots=True)
class Message:
    """An English text of the message catalogue with the values that fill its braces.

    >>> Message("{count} rows", {"count": 3}).text()
    '3 rows'
    """

    msgid: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, translate: Translate = str) -> str:
        """The message in the language of `translate` (gettext), its values filled in."""
        values = {
            name: value.text(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return translate(self.msgid).format_map(values)


def msg(msgid: str, /, **values: object) -> Message:
    """A message; the extractor of the gettext catalogue looks for this name."""
    return Message(msgid, values)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault or finding: its place, what is wrong and how to mend it.

    place: `file:row:column` as the spreadsheet shows it (header = row 1, column by its header),
    or as much of it as there is; blank for the whole input.
    """

    place: str
    message: Message
    severity: Severity = "fault"

    def text(self, translate: Translate = str) -> str:
        """One line, place first."""
        worded = self.message.text(translate)
        return f"{self.place}: {worded}" if self.place else worded


class InputError(Exception):
    """The input cannot be used; every fault found is in `problems`, in the order of the input."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.text() for problem in self.problems))

    @classmethod
    def at(cls, place: str, message: Message) -> InputError:
        """The error of a single fault."""
        return cls([Problem(place, message)])
