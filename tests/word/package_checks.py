"""Faults that run over several parts, which schema validators do not see."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from .chart_checks import chart_faults
from .effective import Docx, Element, attribute, w

STORIES = ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/header2.xml")
# Children in the order of the schema (ECMA-376 part 1, annex A.1), as far as we write them.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike vanish color spacing kern position sz "
    "szCs highlight u effect bdr shd vertAlign rtl cs lang",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr appearance text",
    "tblPr": "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook "
    "tblCaption tblDescription",
    "tcPr": "tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar pgNumType cols "
    "vAlign titlePg docGrid",
    "style": "name aliases basedOn next link hidden uiPriority semiHidden unhideWhenUsed qFormat "
    "locked pPr rPr tblPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr "
    "endnotePr compat rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
}


def faults(docx: Docx) -> list[str]:
    """Every fault found, worded; none for a sound file."""
    return [
        *_duplicates("archive entry", docx.names),
        *_duplicates("control id", _values(docx, "sdtPr/id")),
        *_duplicates("bookmark name", _names(docx, "bookmarkStart", "name")),
        *_lone_bookmarks(docx),
        *_footnotes(docx),
        *_relations(docx),
        *_content_types(docx),
        *_styles_used(docx),
        *_order(docx),
        *_body_end(docx.body),
        *_empty_cells(docx.body),
        *chart_faults(docx),
    ]


def _duplicates(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{what} {value} occurs {count} times"


def _values(docx: Docx, path: str) -> Iterator[str]:
    outer, inner = path.split("/")
    for part in STORIES:
        for element in docx.root(part).iter(w(outer)):
            for child in element.iter(w(inner)):
                yield str(attribute(child, "val"))


def _names(docx: Docx, element: str, name: str) -> list[str]:
    return [
        str(attribute(one, name)) for part in STORIES for one in docx.root(part).iter(w(element))
    ]


def _lone_bookmarks(docx: Docx) -> Iterator[str]:
    """Each start has its end after it, in the same paragraph."""
    for part in STORIES:
        root = docx.root(part)
        starts = {attribute(one, "id"): one for one in root.iter(w("bookmarkStart"))}
        ends = {attribute(one, "id"): one for one in root.iter(w("bookmarkEnd"))}
        if starts.keys() != ends.keys():
            yield f"lone bookmarks in {part}: {starts.keys() ^ ends.keys()}"
        for key in starts.keys() & ends.keys():
            if ends[key] not in list(starts[key].itersiblings()):
                yield f"bookmark {key} does not end in its paragraph"


def _footnotes(docx: Docx) -> Iterator[str]:
    notes = docx.root("word/footnotes.xml")
    ids = [attribute(note, "id") for note in notes if note.get(w("type")) is None]
    referred = _names(docx, "footnoteReference", "id")
    if ids != referred:
        yield f"footnotes {ids} but references {referred}"
    for note in notes:
        plain = note.get(w("type")) is None
        if note.find(w("p")) is None or (plain and not "".join(note.itertext())):
            yield f"footnote {attribute(note, 'id')} is empty"


def _relations(docx: Docx) -> Iterator[str]:
    for name in docx.names:
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            relations = docx.root(name)
            yield from _duplicates(f"relation id in {name}", (one.get("Id") for one in relations))
            for relation in relations:
                target = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
                if target not in docx.names:
                    yield f"{name} leads to {target}, which is not there"


def _content_types(docx: Docx) -> Iterator[str]:
    root = docx.root("[Content_Types].xml")
    overrides = [one.get("PartName", "").lstrip("/") for one in root]
    yield from (f"content type of {one}, which is not there" for one in overrides
                if one and one not in docx.names)  # fmt: skip
    known = {one.get("Extension") for one in root} - {None, "xml"}
    for name in docx.names:
        plain = name.rpartition(".")[2] in known or name.startswith(("[Content", "customXml/item1"))
        if name not in overrides and not plain:
            yield f"{name} has no content type of its own"


def _styles_used(docx: Docx) -> Iterator[str]:
    known = docx.style_names()
    used = {name for tag in ("pStyle", "rStyle", "tblStyle") for name in _names(docx, tag, "val")}
    root = docx.root("word/styles.xml")
    used |= {str(attribute(one, "val")) for tag in ("basedOn", "next") for one in root.iter(w(tag))}
    yield from (f"style {name} is used and not defined" for name in sorted(used - known.keys()))


def _order(docx: Docx) -> Iterator[str]:
    for part in (*STORIES, "word/styles.xml", "word/settings.xml"):
        for element in docx.root(part).iter(*(w(name) for name in ORDER)):
            known = ORDER[etree.QName(element).localname].split()
            places = [known.index(etree.QName(child).localname) for child in element]
            if places != sorted(places):
                yield f"{part}: order of children in {etree.tostring(element)[:200]!r}"


def _body_end(body: Element) -> Iterator[str]:
    if [etree.QName(child).localname for child in body][-2:] != ["p", "sectPr"]:
        yield "the body does not end in a paragraph"
    for table in body.iter(w("tbl")):
        following = table.getnext()
        if following is not None and following.tag == w("tbl"):
            yield "two tables touch"


def _empty_cells(body: Element) -> Iterator[str]:
    for cell in body.iter(w("tc")):
        if cell[-1].tag != w("p"):
            yield "a cell does not end in a paragraph"
