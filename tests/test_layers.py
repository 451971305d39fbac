"""Modules import only from rows below their own, and format libraries stay where they belong."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import drafter

ROWS: dict[int, tuple[str, ...]] = {
    6: ("cli", "__main__"),
    5: ("report", "leftovers", "explaining", "stores"),
    4: ("sections", "checks"),
    3: ("figures", "markup", "outline", "plain_text", "charts", "word", "web", "sheets"),
    2: (
        "measures",
        "contributions",
        "measured",
        "wording",
        "wording_related",
        "time_words",
        "table_words",
        "frame_words",
        "header_cells",
        "footnotes",
        "arithmetic",
    ),
    1: ("catalog", "profile", "commentary", "observations", "document", "layout", "settings"),
    0: ("errors", "period", "numerals", "units", "letters", "font_widths", "yaml_text"),
}
"""Row → its modules and packages, by their first name under `drafter`."""
BESIDE = {
    ("measures", "arithmetic"), ("measures", "measured"), ("measures", "contributions"),
    ("contributions", "arithmetic"), ("contributions", "measured"), ("wording", "arithmetic"),
    ("wording", "time_words"), ("wording_related", "wording"), ("wording_related", "time_words"),
    ("table_words", "time_words"), ("table_words", "wording"),
    ("profile", "settings"), ("profile", "catalog"), ("outline", "document"),
    ("word", "charts"), ("web", "charts"),
    ("report", "stores"), ("report", "leftovers"), ("leftovers", "stores"),
    ("explaining", "stores"), ("markup", "figures"),
    ("numerals", "errors"), ("units", "errors"), ("letters", "errors"), ("yaml_text", "errors"),
    ("__main__", "cli"),
}  # fmt: skip
"""Modules that may import from their own row: the lower half of it first."""
HOMES = {
    "jinja2": ("sections",),
    "docx": ("word",),
    "lxml": ("word",),
    "pandas": ("checks", "stores", "observations"),
    "python_calamine": ("stores",),
    "xlsxwriter": ("sheets",),
    "click": ("cli",),
    "rich": ("cli",),
    "yaml": ("yaml_text",),
}
"""Library → the only modules that may import it."""
CLOCKS = {"time", "datetime.now", "datetime.today", "date.today"}
PACKAGE = Path(drafter.__file__).parent


def files() -> Iterator[tuple[Path, str, ast.Module]]:
    """Every module: its file, the first name under `drafter`, its syntax tree."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        if inside.name == "__init__.py" and len(inside.parts) == 1:
            continue
        yield path, inside.parts[0].removesuffix(".py"), ast.parse(path.read_text(encoding="utf-8"))


def row_of(name: str) -> int:
    """The row of a module; AssertionError that says which list to extend."""
    for row, names in ROWS.items():
        if name in names:
            return row
    raise AssertionError(f"drafter.{name} is in no row: add it to ROWS in {Path(__file__).name}")


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything imported at run time."""
    for node in _run_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import; write drafter.…"
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def _run_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from _run_nodes(node)


def test_every_module_has_its_row() -> None:
    for _, name, _ in files():
        row_of(name)


def test_modules_import_only_from_rows_below() -> None:
    faults = []
    for path, name, tree in files():
        for line, target in imported(tree):
            parts = target.split(".")
            if parts[0] != "drafter" or len(parts) < 2 or parts[1] == name:
                continue
            if row_of(parts[1]) >= row_of(name) and (name, parts[1]) not in BESIDE:
                faults.append(
                    f"{path}:{line}: {name} (row {row_of(name)}) imports {parts[1]} "
                    f"(row {row_of(parts[1])}); a module imports only from rows below its own"
                )
    assert not faults, "\n".join(faults)


def test_libraries_stay_in_their_homes() -> None:
    faults = []
    for path, name, tree in files():
        for line, target in imported(tree):
            homes = HOMES.get(target.split(".")[0])
            if homes and name not in homes:
                faults.append(f"{path}:{line}: only {', '.join(homes)} may import {target}")
    assert not faults, "\n".join(faults)


def test_the_lower_rows_know_neither_paths_nor_clocks() -> None:
    faults = []
    for path, name, tree in files():
        if row_of(name) > 4:
            continue
        for line, target in imported(tree):
            if target.split(".")[0] in ("pathlib", "os", "time", "tempfile", "shutil"):
                faults.append(f"{path}:{line}: {name} (row {row_of(name)}) imports {target}")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (*CLOCKS, "open"):
                faults.append(f"{path}:{node.lineno}: {name} calls {ast.unparse(node.func)}")
    assert not faults, "\n".join(faults)


def test_no_module_swallows_every_error() -> None:
    faults = [
        f"{path}:{node.lineno}: name the errors that can come"
        for path, name, tree in files()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and name != "cli"
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]  # fmt: skip
    assert not faults, "\n".join(faults)
