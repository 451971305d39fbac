"""Text into XML: the only place where escaping happens."""

from __future__ import annotations

import re
from functools import partial

# What XML 1.0 cannot hold at all (controls, lone surrogates, non-characters) is dropped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile('[&<>"\x00-\x1f\u2011\ud800-\udfff\ufffe\uffff]')
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
    "\u2011": "\u2011",
}
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>", "\u2011": "<w:noBreakHyphen/>"}

_ends_and_tabs = re.compile("[\r\n\t]+").sub
_to_entities = partial(_SPECIAL.sub, lambda found: _ENTITIES.get(found[0], ""))


def escape(text: str) -> str:
    """Text that may stand between tags or in a double-quoted attribute.

    Line ends and tabs become character references, as a parser would turn them into spaces
    inside an attribute.
    """
    return _to_entities(text) if _SPECIAL.search(text) else text


def text_nodes(text: str) -> str:
    """The content of a run: `w:t`, with an element for a line end, a tab and U+2011.

    Word's own hyphen that no line breaks at is an element: a font may lack the character.
    """
    if not _SPECIAL.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    pieces = re.split(
        "([\n\t\u2011])", _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    )
    return "".join(_piece(piece) for piece in pieces if piece)


def one_line(text: str) -> str:
    """The text with line ends and tabs turned into spaces, for a control that has one line."""
    return _ends_and_tabs(" ", text)


def _piece(piece: str) -> str:
    """One stretch of a run's content."""
    return _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
