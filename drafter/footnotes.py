"""Footnotes in the order of their references, whatever a report is written as."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drafter.document import Inline, Note


class Footnotes:
    """The footnotes met so far, as they are written. texts: number 1 first.

    >>> from drafter.document import Text, visible_text
    >>> notes = Footnotes()
    >>> notes.number(Note((Text("Sơ bộ."),)), visible_text), notes.texts
    (1, ['Sơ bộ.'])
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._inside = False

    def number(self, note: Note, write: Callable[[Iterable[Inline]], str]) -> int:
        """The number of a footnote, whose text is written and kept.

        Raises ValueError for one within another, which no form of a report has.
        """
        if self._inside:
            raise ValueError("a footnote inside a footnote cannot be written")
        self._inside = True
        self.texts.append(write(note.inlines))
        self._inside = False
        return len(self.texts)
