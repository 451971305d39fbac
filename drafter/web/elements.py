"""Elements and attributes of HTML and SVG: the only place where text becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What HTML cannot hold at all (controls, lone surrogates, non-characters) is dropped.
_NON_CHARACTERS = "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_SPECIAL = re.compile(
    f'[&<>"\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NON_CHARACTERS}]'
)
_COMMENT = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/""", re.DOTALL)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": " "}


def escape(text: str) -> str:
    """Text that may stand between tags or in a double-quoted attribute."""
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], ""), text)


def start_tag(name: str, /, **attributes: str) -> str:
    """A start tag; `data_figure` is the attribute `data-figure`, `class_` is `class`.

    Blank attributes are left out: none that is used here means anything when it is blank.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{given}>"


def element(name: str, content: str, /, **attributes: str) -> str:
    """An element round markup."""
    return f"{start_tag(name, **attributes)}{content}</{name}>"


def nest(name: str, parts: Iterable[str], /, **attributes: str) -> str:
    """An element round other elements, each on a line of its own; blank ones are left out."""
    return element(name, "\n".join(("", *filter(None, parts), "")), **attributes)


def words(name: str, text: str, /, **attributes: str) -> str:
    """An element round plain text; a line end is a break."""
    return element(name, "<br>".join(map(escape, text.split("\n"))), **attributes)


def style_sheet(css: str) -> str:
    """`style` round a sheet without its comments; nothing in it can end the element."""
    bare = _COMMENT.sub(lambda found: found[1] or "", css)
    lines = [line for line in bare.split("\n") if line.strip()]
    # Inside a string of a sheet `<\/` is `</`.
    return nest("style", ["\n".join(lines).replace("</", "<\\/")])
