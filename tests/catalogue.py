"""The message catalogue beside the code: `python -m tests.catalogue` brings both files up to date.

Babel's library and not its command: that takes "20% of" in a text with braces for printf's.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent / "drafter"
PO = PACKAGE / "locale" / "vi" / "LC_MESSAGES" / "drafter.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"msg": None, "plural": (1, 2)}


def in_code() -> Catalog:
    """Every text of the code, with the files that hold it."""
    found = Catalog(project="drafter")
    for name, _line, text, _comments, _context in _calls():
        found.add(text, locations=[(f"drafter/{Path(name).as_posix()}", 0)])
    return found


def _calls() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    methods, options = [("**.py", "python")], {"**.py": {"encoding": "utf-8"}}
    calls = extract_from_dir(PACKAGE, methods, options, keywords=KEYWORDS)
    return iter(sorted(calls, key=lambda call: (Path(call[0]).as_posix(), call[1])))


def translated() -> Catalog:
    """The Vietnamese catalogue as it is committed."""
    with PO.open("rb") as file:
        return read_po(file, locale="vi")


def compiled(catalog: Catalog) -> bytes:
    """The bytes of the .mo file."""
    target = io.BytesIO()
    write_mo(target, catalog)
    return target.getvalue()


def written(catalog: Catalog) -> bytes:
    """The bytes of the .po file."""
    target = io.BytesIO()
    write_po(target, catalog, width=100, ignore_obsolete=True, include_lineno=False)
    return target.getvalue()


def current() -> Catalog:
    """The committed catalogue with the texts of the code: new ones have no translation yet."""
    catalog = translated()
    catalog.update(in_code(), no_fuzzy_matching=True, update_creation_date=False)
    return catalog


def untranslated(catalog: Catalog) -> list[str]:
    """The texts that lack their Vietnamese."""
    return [str(message.id) for message in catalog if message.id and not _string(message.string)]


def _string(string: str | tuple[str, ...] | None) -> str:
    return string if isinstance(string, str) else string[0] if string else ""


def main() -> int:
    """Writes both files and names what is left to translate; 1 when something is."""
    catalog = current()
    PO.write_bytes(written(catalog))
    MO.write_bytes(compiled(catalog))
    left = untranslated(catalog)
    for text in left:
        print(f"no Vietnamese yet: {text!r}", file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
