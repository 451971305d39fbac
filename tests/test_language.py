"""The repository's own words: composed letters, English in code, no unfinished notes."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXTS = (".py", ".md", ".j2", ".yaml", ".yml", ".toml", ".csv", ".po", ".txt")
FOLDERS = ("drafter", "templates", "examples", "tests")
NOTES = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")
VIETNAMESE = re.compile(
    r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.I
)
SPEAKERS = (
    "wording", "wording_related", "time_words", "table_words", "frame_words", "sheets", "web",
    "font_widths",
    "settings", "commentary", "outline", "sections", "word", "report", "figures",
    "markup", "stores", "numerals", "letters", "plain_text", "units", "cli",
)  # fmt: skip
"""Modules that hold Vietnamese words of reports or of what clerks write."""


UNITS = {"điểm %", "tỉnh"}
"""Units and kinds of province that data and profiles name, wherever they are compared with."""


def files() -> Iterator[Path]:
    """The text files of the repository."""
    for folder in FOLDERS:
        yield from (p for p in sorted((ROOT / folder).rglob("*")) if p.suffix in TEXTS)
    yield from (p for p in sorted(ROOT.glob("*")) if p.suffix in TEXTS)


def code() -> Iterator[tuple[Path, ast.Module]]:
    """The package's modules and their syntax trees."""
    for path in sorted((ROOT / "drafter").rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_every_text_is_in_composed_letters() -> None:
    faults = [
        f"{path}:{number}: letters and their marks stand apart; save as NFC"
        for path in files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if not unicodedata.is_normalized("NFC", line)
    ]
    assert not faults, "\n".join(faults)


def test_nothing_is_left_unfinished() -> None:
    faults = [
        f"{path}:{number}: {line.strip()}"
        for path in files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if NOTES.search(line)
    ]
    assert not faults, "\n".join(faults)


def test_names_in_code_are_ascii() -> None:
    faults = []
    for path, tree in code():
        for node in ast.walk(tree):
            name = (
                getattr(node, "name", None)
                or getattr(node, "id", None)
                or getattr(node, "arg", None)
            )
            if isinstance(name, str) and not name.isascii():
                faults.append(f"{path}:{getattr(node, 'lineno', 0)}: {name}")
    assert not faults, "\n".join(faults)


def test_vietnamese_stands_only_where_reports_are_worded() -> None:
    faults = []
    for path, tree in code():
        module = path.relative_to(ROOT / "drafter").parts[0].removesuffix(".py")
        if module in SPEAKERS:
            continue
        documented = {id(text) for text in _docstrings(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if id(node) in documented or node.value in UNITS:
                    continue
                if VIETNAMESE.search(node.value):
                    faults.append(
                        f"{path}:{node.lineno}: {node.value!r}; words of reports stand in wording"
                    )
    assert not faults, "\n".join(faults)


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else ():
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                yield statement.value
