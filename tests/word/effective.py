"""What a reader of a .docx sees: the formatting that results from defaults, styles and runs.

Written from the standard (ECMA-376 part 1, 17.7.2), not from the writer, so that the tests judge
the file and not the code that made it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Element = Any
Look = dict[str, str]


def w(name: str) -> str:
    """A name of the main namespace."""
    return f"{{{W}}}{name}"


def attribute(element: Element, name: str) -> str | None:
    """An attribute of the main namespace."""
    value = element.get(w(name))
    return None if value is None else str(value)


def look(properties: Element | None) -> Look:
    """`{"sz": "28", "spacing.before": "120", "b": "1"}` from a `w:pPr` or `w:rPr`."""
    found: Look = {}
    for child in properties if properties is not None else ():
        name = etree.QName(child).localname
        values = {etree.QName(key).localname: value for key, value in child.attrib.items()}
        if not values:
            found[name] = "1"
        for key, value in values.items():
            found[name if key == "val" else f"{name}.{key}"] = value
    return found


@dataclass(frozen=True)
class Run:
    """A run with its text and its effective look."""

    text: str
    look: Look

    @property
    def bold(self) -> bool:
        return self.look.get("b", "0") not in ("0", "false")

    @property
    def italic(self) -> bool:
        return self.look.get("i", "0") not in ("0", "false")

    @property
    def points(self) -> float:
        return int(self.look["sz"]) / 2


@dataclass(frozen=True)
class Para:
    """A paragraph with its style, its effective look and its runs."""

    element: Element
    style: str
    look: Look
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def twips(self, name: str) -> int:
        return int(self.look.get(name, "0"))

    @property
    def sizes(self) -> set[float]:
        return {run.points for run in self.runs}


class Docx:
    """A .docx opened for judging."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.names = self.archive.namelist()

    def root(self, name: str) -> Element:
        """The root element of a part."""
        return etree.fromstring(self.archive.read(name))

    @cached_property
    def body(self) -> Element:
        return self.root("word/document.xml")[0]

    @cached_property
    def _styles(self) -> dict[str, Element]:
        styles = self.root("word/styles.xml")
        return {str(attribute(one, "styleId")): one for one in styles.iter(w("style"))}

    @cached_property
    def _defaults(self) -> tuple[Look, Look]:
        defaults = self.root("word/styles.xml").find(w("docDefaults"))
        return (
            look(defaults.find(f"{w('pPrDefault')}/{w('pPr')}")),
            look(defaults.find(f"{w('rPrDefault')}/{w('rPr')}")),
        )

    def style_names(self) -> dict[str, str]:
        """Names of all styles by their ids."""
        return {
            key: str(attribute(one.find(w("name")), "val")) for key, one in self._styles.items()
        }

    def _chain(self, style: str) -> list[Element]:
        """A style and those it is based on, the base first."""
        chain: list[Element] = []
        while style:
            element = self._styles[style]
            chain.insert(0, element)
            base = element.find(w("basedOn"))
            style = "" if base is None else str(attribute(base, "val"))
        return chain

    def _styled(self, style: str, kind: str) -> Look:
        result: Look = {}
        for element in self._chain(style):
            result |= look(element.find(w(kind)))
        return result

    def paragraph(self, element: Element) -> Para:
        """One `w:p`, resolved."""
        properties = element.find(w("pPr"))
        direct = look(properties)
        style = direct.get("pStyle", "Normal")
        inherited = self._defaults[1] | self._styled(style, "rPr")
        runs = tuple(self._run(run, inherited) for run in element.iter(w("r")))
        return Para(element, style, self._defaults[0] | self._styled(style, "pPr") | direct, runs)

    def _run(self, element: Element, inherited: Look) -> Run:
        properties = element.find(w("rPr"))
        direct = look(properties)
        styled = self._styled(direct["rStyle"], "rPr") if "rStyle" in direct else {}
        return Run(run_text(element), inherited | styled | direct)

    def paragraphs(self, part: str = "word/document.xml") -> Iterator[Para]:
        """All paragraphs of a part, also those in tables."""
        for element in self.root(part).iter(w("p")):
            yield self.paragraph(element)

    def of_style(self, style: str) -> list[Para]:
        """The paragraphs of the body in a style."""
        return [one for one in self.paragraphs() if one.style == style]

    @cached_property
    def notes(self) -> list[Para]:
        """The footnotes' paragraphs, separators left out."""
        root = self.root("word/footnotes.xml")
        return [
            self.paragraph(element)
            for note in root
            if note.get(w("type")) is None
            for element in note.iter(w("p"))
        ]


def run_text(element: Element) -> str:
    """The visible text of a run."""
    texts = {w("t"): None, w("br"): "\n", w("tab"): "\t"}
    return "".join(
        (child.text or "") if child.tag == w("t") else str(texts[child.tag])
        for child in element
        if child.tag in texts
    )
