"""Holes in a text: doubled marks, empty brackets, introductions and headings of nothing."""

from __future__ import annotations

import re

from .drafts import Told

BROKEN = {
    "two spaces": r"\S {2,}\S",
    "a full stop after another mark": r"[;,:]\s*\.(?!\.)|(?<!\.)\.\.(?!\.)",
    "a mark after a space": r"\S [,.;:](?![.\d])",
    "two marks": r"[;,]\s*[;,]",
    "empty brackets": r"\(\s*\)",
    "a space inside brackets": r"\( | \)",
    "None": r"\bNone\b",
    "a mark of the templates": r"[\ue000-\ue005]",
    "template code": r"\{[{%]|[%}]\}",
}


def broken(told: Told) -> list[str]:
    """Where the text has a hole: doubled marks, empty brackets, stranded headings."""
    found = []
    for text in told.read.texts:
        found += [f"{what}: {text}" for what, pattern in BROKEN.items() if re.search(pattern, text)
                  and not re.match(r"Số:|.{2,30}, ngày", text)]  # fmt: skip
    for text, following in zip(told.read.texts, [*told.read.texts[1:], ""], strict=True):
        listed = re.match(r"[-+*] |1\. |Một là", following)
        listed = listed or re.match(r"Nơi nhận|Kính gửi", text)
        if text.endswith(":") and not listed:
            found.append(f"an introduction of nothing: {text}")
    found += _stranded(told)
    return found


def _stranded(told: Told) -> list[str]:
    blocks = [block for section in told.draft.report.sections for block in section.blocks]
    levels = [getattr(block, "level", 0) for block in blocks]
    pairs = zip(levels, [*levels[1:], 1], strict=True)
    return [f"a heading of nothing: {blocks[place].inlines}"
            for place, (level, following) in enumerate(pairs)
            if level and following and following <= level]  # fmt: skip
