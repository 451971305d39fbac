"""Charts of a file judged over their parts: drawing, chart part and workbook must tell the same.

Read from the standard (ECMA-376 part 1, 21.2) and through a library's workbook reader, not from
the writer.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from python_calamine import CalamineWorkbook

from .effective import Docx, Element

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RANGE = re.compile(r"(\w+)!\$([A-Z]+)\$(\d+)(?::\$\2\$(\d+))?")
_KINDS = {"strCache", "numCache", "dlblRangeCache"}


def c(name: str) -> str:
    """A name of charts."""
    return f"{{{C}}}{name}"


def local(element: Element) -> str:
    """A name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element, name: str) -> str:
    """The `val` of the first element of this name."""
    return str(next(element.iter(c(name))).get("val"))


@dataclass(frozen=True)
class ChartFile:
    """A drawn chart: its `wp:inline`, its part and the workbook inside."""

    inline: Element
    name: str
    root: Element
    workbook_name: str
    content: bytes

    @cached_property
    def workbook(self) -> CalamineWorkbook:
        return CalamineWorkbook.from_filelike(io.BytesIO(self.content))

    @property
    def properties(self) -> Element:
        """`wp:docPr`: id, name and words of the drawing."""
        return self.inline.find(f"{{{WP}}}docPr")

    @property
    def series(self) -> list[Element]:
        return list(self.root.iter(c("ser")))

    def cells(self, formula: str) -> list[object]:
        """What the workbook holds where a formula leads; None for a blank cell."""
        found = _RANGE.fullmatch(formula)
        assert found, formula
        rows = self.workbook.get_sheet_by_name(found[1]).to_python(skip_empty_area=False)
        column = 0
        for letter in found[2]:
            column = column * 26 + ord(letter) - ord("A") + 1
        first, last = int(found[3]), int(found[4] or found[3])
        held = [
            rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else ""
            for row in range(first, last + 1)
        ]
        return [one if one != "" else None for one in held]


def cache(element: Element) -> list[str | None]:
    """The texts of a cache by their places; None where there is none."""
    count = int(element.find(c("ptCount")).get("val"))
    texts: list[str | None] = [None] * count
    for point in element.iter(c("pt")):
        texts[int(point.get("idx"))] = point.find(c("v")).text or ""
    return texts


def label_texts(series: Element) -> dict[int, str]:
    """The numbers printed beside the points of a series, by place."""
    return {
        int(one.find(c("idx")).get("val")): "".join(t.text for t in one.iter(f"{{{A}}}t"))
        for one in series.iter(c("dLbl"))
    }


def charts(docx: Docx) -> list[ChartFile]:
    """The charts in the order of the text; KeyError where a relationship leads nowhere."""
    found = []
    for inline in docx.body.iter(f"{{{WP}}}inline"):
        for chart in inline.iter(c("chart")):
            name = related(docx, "word/document.xml")[chart.get(f"{{{R}}}id")]
            root = docx.root(name)
            book_id = root.find(c("externalData")).get(f"{{{R}}}id")
            book = related(docx, name)[book_id]
            found.append(ChartFile(inline, name, root, book, docx.archive.read(book)))
    return found


def related(docx: Docx, owner: str) -> dict[str, str]:
    """The parts that a part leads to, by the ids of its relationships."""
    folder, file = posixpath.split(owner)
    root = docx.root(f"{folder}/_rels/{file}.rels")
    return {
        one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target"))) for one in root
    }


def chart_faults(docx: Docx) -> Iterator[str]:
    """Every contradiction between the parts of the charts of a file."""
    found = charts(docx)
    yield from _drawings(found)
    for chart in found:
        yield from _caches(chart)
        yield from _axes(chart)
        if not chart.workbook_name.endswith(".xlsx"):
            yield f"{chart.name}: its data are {chart.workbook_name}"
    parts = {one for one in docx.names if re.fullmatch(r"word/(charts|embeddings)/[^/]+", one)}
    drawn = {one.name for one in found} | {one.workbook_name for one in found}
    yield from (f"{one} is drawn nowhere" for one in sorted(parts - drawn))


def _drawings(found: list[ChartFile]) -> Iterator[str]:
    """Ids and names are of one drawing alone, and each is told in words."""
    for what in ("id", "name"):
        given = [one.properties.get(what) for one in found]
        yield from (
            f"drawing {what} {one} occurs twice" for one in set(given) if given.count(one) > 1
        )
    yield from (f"{one.name} is not told in words" for one in found
                if not one.properties.get("descr"))  # fmt: skip


def _caches(chart: ChartFile) -> Iterator[str]:
    """What the part remembers is what the workbook has, cell by cell."""
    for element in chart.root.iter():
        if not isinstance(element.tag, str) or local(element) not in _KINDS:
            continue
        formula = next(
            one.text for one in element.itersiblings(preceding=True) if local(one) == "f"
        )
        kept: list[object] = list(cache(element))
        if local(element) == "numCache":
            kept = [None if one is None else float(str(one)) for one in kept]
        if kept != (held := chart.cells(formula)):
            yield f"{chart.name}: {formula} is {kept}, in the workbook {held}"


def _axes(chart: ChartFile) -> Iterator[str]:
    """The bars stand on axes that are there, and that cross each other."""
    axes = {
        one.find(c("axId")).get("val"): one.find(c("crossAx")).get("val")
        for one in chart.root.iter(c("catAx"), c("valAx"))
    }
    used = [one.get("val") for one in chart.root.iter(c("axId"))]
    if any(int(one) <= 0 for one in used) or sorted(used) != sorted(2 * list(axes)):
        yield f"{chart.name}: axes {sorted(axes)} but {used} named"
    if any(axes.get(other) != one for one, other in axes.items()):
        yield f"{chart.name}: axes do not cross each other"
