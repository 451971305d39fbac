"""How long a line of Times New Roman is: widths frozen from its metric twin, Liberation Serif.

Widths are in 1/2048 of the font size. A letter with tone or accent is as wide as its base; only
ơ and ư are wider than o and u (checked over all 134 letters, upright and bold).
"""

from __future__ import annotations

import re
import unicodedata

_UPRIGHT = {
    369: "'",
    410: "|",
    512: " ,.\u00a0",
    569: "/:;\\ijlt",
    614: "²³",
    682: "!()-I[]`fr‘’",
    797: "Js",
    836: '"',
    909: "?acez“”",
    1024: "#$*0123456789_bdghknopquvxyđ–",
    1083: "ơ",
    1110: "ư",
    1139: "FPS",
    1155: "+<=>",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1933: "W",
    2048: "…",
}
_BOLD = {
    451: "|",
    512: " ,.\u00a0",
    569: "'/\\il",
    614: "²³",
    682: "!()-:;[]`fjt‘’",
    797: "Is",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy–“”",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1933: "M",
    2048: "%W…",
}
_UNITS = 2048
_USUAL = 1024
_NUMBER = re.compile(r"([-+−]?[0-9][0-9.]*)((?:,[0-9]+)?.*)", re.DOTALL)
_PLACE = "(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU) "
_TIME = "[0-9]+\u00a0tháng đầu |tháng\u00a0[0-9]|quý\u00a0[IV]|đến ngày\\b"
_GOOD_BREAK = re.compile(f"(?<=,) | (?={_PLACE})|(?<! và)(?<! đến) (?={_TIME})")
_HORN = "\u031b"
_HORNED = {"o": "ơ", "O": "Ơ", "u": "ư", "U": "Ư"}


class _Widths(dict[str, int]):
    """Width of each letter in 1/2048 of the size; a letter not known counts half."""

    def __init__(self, groups: dict[int, str]) -> None:
        super().__init__((letter, width) for width, group in groups.items() for letter in group)

    def __missing__(self, letter: str) -> int:
        """The width of an accented letter is its base's; a combining mark takes no room."""
        parts = unicodedata.normalize("NFD", letter)
        base = _HORNED.get(parts[0], parts[0]) if _HORN in parts else parts[0]
        self[letter] = 0 if unicodedata.combining(letter) else self.get(base, _USUAL)
        return self[letter]


_WIDTHS = {False: _Widths(_UPRIGHT), True: _Widths(_BOLD)}


def text_width(text: str, size: int, bold: bool = False) -> int:
    """Twips that a line takes; size: of the font, in twips.

    >>> text_width("Độc lập - Tự do - Hạnh phúc", 280, bold=True)
    3428
    """
    return round(sum(map(_WIDTHS[bold].__getitem__, text)) * size / _UNITS)


def around_comma(text: str, size: int, bold: bool = False) -> tuple[int, int]:
    """Twips before and after the decimal comma of a number, or of where it would stand.

    What is no number, a dash for nothing, stands before it.

    >>> around_comma("107,95", 240), around_comma("98,6 %", 240), around_comma("-", 240)
    ((360, 300), (240, 440), (80, 0))
    """
    found = _NUMBER.fullmatch(text)
    whole, rest = (found[1], found[2]) if found else (text, "")
    return text_width(whole, size, bold), text_width(rest, size, bold)


def wrapped(text: str, size: int, width: int, bold: bool = False) -> tuple[str, ...]:
    """The lines that a paragraph of this width breaks into; `\\n` always breaks."""
    return tuple(line for stretch in text.split("\n") for line in _fill(stretch, size, width, bold))


def balanced_width(text: str, size: int, width: int, bold: bool = False) -> int:
    """A narrower width that needs no more lines than `width` does, and breaks a title well.

    After a comma, before the name of a province or commune or before a time, where that leaves no
    short line; otherwise so that lines are about equal.
    """
    lines = len(wrapped(text, size, width, bold))
    for gap in reversed(list(_GOOD_BREAK.finditer(text))):
        parts = (text[: gap.start()], text[gap.end() :])
        narrower = max(text_width(part, size, bold) for part in parts)
        found = wrapped(text, size, min(narrower, width), bold)
        lengths = [text_width(line, size, bold) for line in found]
        if len(found) == lines and found[0] == parts[0] and 2 * min(lengths) >= max(lengths):
            return min(narrower, width)
    return _narrowest(text, size, width, bold, lines)


def _narrowest(text: str, size: int, width: int, bold: bool, lines: int) -> int:
    """The narrowest width, to 20 twips, that gives so many lines."""
    low, high = 0, width
    while high - low > 20:
        middle = (low + high) // 2
        found = wrapped(text, size, middle, bold)
        if len(found) <= lines and _fits(found, size, middle, bold):
            high = middle
        else:
            low = middle
    return high


def _fits(lines: tuple[str, ...], size: int, width: int, bold: bool) -> bool:
    """Whether no single word is wider than the width."""
    return all(text_width(line, size, bold) <= width for line in lines)


def _fill(text: str, size: int, width: int, bold: bool) -> list[str]:
    """Words put on a line while they fit, as Word does."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
