"""Footnotes, and what people wrote in the commentary, as a section's template asks for it."""

from __future__ import annotations

from drafter.commentary import typed_numbers
from drafter.errors import msg
from drafter.figures import ABSENT
from drafter.markup import prune
from drafter.sections.desk import Desk
from drafter.sections.views import SeriesView


class Written:
    """The functions of one section's template for texts that are not made of figures alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(self, text: str) -> str:
        """A footnote here; nothing in a report whose settings keep none."""
        kept = self._desk.sources.cascade.at(self._desk.section).notes
        return self._desk.sink.note(text) if kept else ""

    def source(self, *views: SeriesView) -> str:
        """A footnote with the departments that the series come from; nothing when none is named.

        As the rows have it, else as the catalogue does.
        """
        named = [self._desk.department(view.series) for view in views if view.due]
        names = "; ".join(dict.fromkeys(name for name in named if name))
        return self.note(f"Nguồn: {names}.") if names else ""

    def remarks(self, slot: str = "lead") -> str:
        """What people wrote for a slot of this section, a paragraph a line."""
        return "\n".join(self.paragraphs(slot))

    def paragraphs(self, slot: str) -> list[str]:
        """The paragraphs that people wrote for a slot of this section, one by one."""
        commentary = self._desk.sources.commentary
        self._desk.slots.add(slot)
        written = commentary.paragraphs(self._desk.section, slot)
        told = (self._paragraph(f"{commentary.file}:{line}", line, text) for line, text in written)
        return [text for text in told if text]

    def _paragraph(self, place: str, line: int, text: str) -> str:
        """One of them, its figures in place; without its sentences on what is out of scope."""
        if typed := typed_numbers(text):
            said = msg("typed by hand: {numbers}", numbers=", ".join(typed))
            self._desk.sink.tell(place, said, "typed")
        if "{" not in text:
            return text
        text = self._desk.render(text, line)
        if ABSENT not in text:
            return text
        said = msg("it speaks of what is out of scope; the sentence is left out")
        self._desk.sink.tell(place, said)
        return prune(text)
