"""Drafts every sample of `samples.txt` again, into `samples/` of its own folder: `make samples`.

A Word file whose parts are as before is left alone, as two compressors may pack the same parts
differently; so whatever git shows as changed has changed.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from drafter.plain_text import plain_text
from drafter.report import draft
from drafter.stores.workspace import open_workspace
from drafter.word import ledger_csv

EXAMPLES = Path(__file__).resolve().parent


def samples() -> list[tuple[str, str, str]]:
    """Folder, period and kind of each sample."""
    lines = (EXAMPLES / "samples.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return [(folder, period, kind) for folder, period, kind in rows]


def files(folder: str, period: str, kind: str) -> dict[Path, bytes]:
    """The files of a sample with what they are to hold."""
    drafted = draft(open_workspace(EXAMPLES / folder), period, report=kind)
    stem = EXAMPLES / folder / "samples" / f"{kind}-{period}"
    return {
        stem.with_suffix(".docx"): drafted.docx(),
        stem.with_suffix(".txt"): plain_text(drafted.report).encode(),
        stem.with_suffix(".figures.csv"): ledger_csv(drafted.report.ledger).encode("utf-8-sig"),
    }


def same(path: Path, content: bytes) -> bool:
    """Whether a file holds this already; a Word file: the same parts in the same order."""
    if not path.is_file():
        return False
    held = path.read_bytes()
    return held == content or (path.suffix == ".docx" and _parts(held) == _parts(content))


def _parts(docx: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def main() -> int:
    """Writes what has changed and names it."""
    for sample in samples():
        for path, content in files(*sample).items():
            name = path.relative_to(EXAMPLES.parent).as_posix()
            if same(path, content):
                print(f"as before: {name}")
                continue
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            print(f"WRITTEN:   {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
