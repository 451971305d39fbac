"""Parts into a .docx: content types, relationships, and one archive that is always the same."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from drafter.word.escaping import escape
from drafter.word.namespaces import PACKAGE, WORKBOOK_FILE_TYPE, XML, R

# The oldest date an archive can hold; the clock would make two runs differ.
_DATE = (1980, 1, 1, 0, 0, 0)
# A third of the time of the usual 6, for a file that is a tenth larger.
_LEVEL = 3
# Programs look for the type of an embedded file by its extension.
_EXTENSIONS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "xlsx": WORKBOOK_FILE_TYPE,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a package.

    name: its path, without the leading slash. content: its XML, or the bytes of a file embedded.
    content_type: blank for that of its extension.
    relation: type of the relationship that leads to it (whole, or the last step of an office
    one). owner: the part that the relationship starts from, blank for the package.
    """

    name: str
    content: str | bytes
    relation: str
    content_type: str = ""
    owner: str = "word/document.xml"
    id: str = field(default="")


def write_package(parts: Iterable[Part], *, embedded: bool = False) -> bytes:
    """The archive; equal parts give equal bytes.

    embedded: it goes into another archive, which compresses it.
    """
    parts = tuple(parts)
    method = zipfile.ZIP_STORED if embedded else zipfile.ZIP_DEFLATED
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in _files(parts).items():
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            archive.writestr(_entry(name), data, method, _LEVEL)
    return buffer.getvalue()


def _files(parts: tuple[Part, ...]) -> Mapping[str, str | bytes]:
    """All files by name; content types first, as the packaging convention wants to find them."""
    files: dict[str, str | bytes] = {"[Content_Types].xml": _content_types(parts)}
    for owner in dict.fromkeys(part.owner for part in parts):
        files[_relations_name(owner)] = _relations(owner, parts)
    files.update((part.name, part.content) for part in parts)
    return files


def _entry(name: str) -> zipfile.ZipInfo:
    """An archive member with fixed date, system and rights."""
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = 0
    entry.external_attr = 0
    return entry


def _content_types(parts: tuple[Part, ...]) -> str:
    """The part `[Content_Types].xml`."""
    used = {"rels", "xml", *(part.name.rpartition(".")[2] for part in parts)}
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in _EXTENSIONS.items()
        if extension in used
    )
    overrides = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type
    )
    return f'{XML}<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _relations_name(owner: str) -> str:
    """`word/document.xml` keeps its relationships in `word/_rels/document.xml.rels`."""
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations(owner: str, parts: tuple[Part, ...]) -> str:
    """The relationships that start from one part."""
    folder = posixpath.dirname(owner) or "."
    rows = "".join(
        f'<Relationship Id="{part.id or "rId" + str(number)}" Type="{_relation_type(part)}" '
        f'Target="{escape(posixpath.relpath(part.name, folder))}"/>'
        for number, part in enumerate((part for part in parts if part.owner == owner), 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _relation_type(part: Part) -> str:
    """The whole name of a relationship's type."""
    return part.relation if ":" in part.relation else f"{R}/{part.relation}"
