"""What templates call a series besides its own name, read from their lines without drafter."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[2] / "templates" / "sections"
_NAMED = re.compile(r'"([a-z_]+\.[a-z_]+(?:/[\w/]+)?)": "([^"]+)"')
_WHOLE = re.compile(r'whole="([^"]+)"')


@cache
def of_rows(*folders: Path) -> dict[str, set[str]]:
    """`indicator/item` → what the row of a table is called."""
    found: dict[str, set[str]] = {}
    for text in _texts((_FOLDER, *folders)):
        for series, title in _NAMED.findall(text):
            found.setdefault(series, set()).add(title)
    return found


@cache
def of_wholes(*folders: Path) -> frozenset[str]:
    """What charts call the whole of an indicator among its parts."""
    return frozenset(
        title for text in _texts((_FOLDER, *folders)) for title in _WHOLE.findall(text)
    )


def _texts(folders: tuple[Path, ...]) -> list[str]:
    files = [file for folder in folders for file in sorted(folder.glob("*.j2"))]
    return [file.read_text(encoding="utf-8") for file in files]
