"""The charts of a .docx as Word shows them: read from the chart parts and their workbooks.

Nothing here uses code of drafter's: part → caches and labels, workbook → cells, its hidden sheet →
tags, ledger → what a tag stands for.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree
from python_calamine import load_workbook

from . import chart_words
from .chart_words import captions
from .claims import Claim
from .numbers import number
from .roles import Role, roles_of
from .truth import Truth, UnknownError

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CELLS = re.compile(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?")


@dataclass(frozen=True)
class Drawn:
    """One value of a chart in its part and in its workbook."""

    part: str
    series: str
    category: str
    value: Decimal
    label: str
    cell: Decimal
    cell_category: str
    cell_series: str
    unit: str
    role: Role
    caption: str


def chart_parts(docx: bytes) -> list[str]:
    """The names of the chart parts."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return sorted(name for name in archive.namelist() if "/charts/chart" in name)


def drawn(docx: bytes) -> Iterator[Drawn]:
    """Every value of every chart."""
    roles, over = roles_of(docx), captions(docx)
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        for part in (name for name in archive.namelist() if "/charts/chart" in name):
            if part.endswith(".xml"):
                yield from _of_part(archive, part, roles, over[part])


def _of_part(
    archive: zipfile.ZipFile, part: str, roles: dict[str, Role], caption: str
) -> Iterator[Drawn]:
    space = etree.fromstring(archive.read(part))
    book = load_workbook(io.BytesIO(archive.read(_workbook(archive, part))))
    values = book.get_sheet_by_name("Sheet1").to_python(skip_empty_area=False)
    tags = book.get_sheet_by_name("drafter").to_python(skip_empty_area=False)
    for series in space.iter(f"{C}ser"):
        name_cell = _cells(series.find(f"{C}tx/{C}strRef/{C}f").text)[0]
        (name,) = _cache(series.find(f"{C}tx")).values()
        categories = _cache(series.find(f"{C}cat"))
        places = _cells(series.find(f"{C}val/{C}numRef/{C}f").text)
        rows = _cells(series.find(f"{C}cat/{C}strRef/{C}f").text)
        labels = _labels(series)
        for place, text in _cache(series.find(f"{C}val")).items():
            row, column = places[place]
            yield Drawn(
                part, name, categories[place], Decimal(text), labels.get(place, ""),
                Decimal(str(values[row][column])), _at(values, rows[place]),
                _at(values, name_cell), _at(values, (0, 0)), roles[str(tags[row][column])],
                caption,
            )  # fmt: skip


def _workbook(archive: zipfile.ZipFile, part: str) -> str:
    """The embedded workbook that a chart part names as its data."""
    folder, name = posixpath.split(part)
    relations = etree.fromstring(archive.read(f"{folder}/_rels/{name}.rels"))
    external = etree.fromstring(archive.read(part)).find(f"{C}externalData")
    own = external.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    target = next(one.get("Target") for one in relations if one.get("Id") == own)
    return posixpath.normpath(posixpath.join(folder, target))


def _cache(element: etree._Element) -> dict[int, str]:
    """The cached texts of a reference by their places."""
    return {int(one.get("idx")): one.find(f"{C}v").text for one in element.iter(f"{C}pt")}


def _labels(series: etree._Element) -> dict[int, str]:
    """The text beside each point."""
    return {
        int(one.find(f"{C}idx").get("val")): "".join(text.text for text in one.iter(f"{A}t"))
        for one in series.iter(f"{C}dLbl")
    }


def _cells(formula: str) -> list[tuple[int, int]]:
    """(row, column) of the cells that a formula names, from 0."""
    found = _CELLS.fullmatch(formula)
    assert found is not None, formula
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    first, last = int(found[2]), int(found[3] or found[2])
    return [(row - 1, column - 1) for row in range(first, last + 1)]


def _at(values: list[list[object]], place: tuple[int, int]) -> str:
    return str(values[place[0]][place[1]])


def faults(truth: Truth, docx: bytes) -> list[str]:
    """What is false about the charts of a document, by the data."""
    return [said for one in drawn(docx) for said in _of_one(truth, one)]


def _of_one(truth: Truth, one: Drawn) -> Iterator[str]:
    what = f"{one.part} {one.series} / {one.category}"
    yield from (f"{what}: {said}" for said in _of_words(truth, one))
    if one.cell != one.value:
        yield f"{what}: the part has {one.value}, the workbook {one.cell}"
    if (one.cell_category, one.cell_series) != (one.category, one.series):
        yield f"{what}: the workbook has {one.cell_series} / {one.cell_category}"
    if one.label and number(one.label.replace("-", "")) != abs(one.value):
        yield f"{what}: {one.label} stands beside {one.value}"
    if one.label and one.label.startswith("-") != (one.value < 0):
        yield f"{what}: {one.label} stands beside {one.value}"
    claim = _claim(one)
    try:
        yield from (f"{what}: {claim}: {said}" for said in truth.exactly(claim))
    except UnknownError as reason:
        yield f"{what}: {claim}: the data do not say it ({reason})"


def _of_words(truth: Truth, one: Drawn) -> Iterator[str]:
    """What the words around a value say falsely of it."""
    yield from chart_words.time_faults(one.role, one.caption, one.series, one.category)
    yield from chart_words.base_faults(one.role, one.caption)
    entry = truth.names.entries[one.role.indicator, one.role.item]
    yield from chart_words.name_faults(entry, {one.series, one.category})


def _claim(one: Drawn) -> Claim:
    """What a value says of the data."""
    role, places = one.role, max(0, -int(one.value.as_tuple().exponent))
    way = "rising" if one.value > 0 else "falling" if one.value < 0 else "unchanged"
    return Claim(
        role.indicator, role.item, role.span, role.period, role.measure, one.value, one.unit,
        role.base, one.label, "", places, direction=way, sentence=one.category,
    )  # fmt: skip
