"""YAML text into records, with the file and the line of what does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
import yaml

from drafter.errors import InputError, msg

Record = TypeVar("Record")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEP = re.compile(r"\.([A-Za-z_][A-Za-z0-9_]*)|\[([0-9]+)\]")


def from_yaml(
    text: str,
    kind: type[Record],
    file: str,
    decode: Callable[[type, Any], Any] | None = None,
) -> Record:
    """The record of `kind` in a YAML text; InputError with `file:line` and the field.

    decode: makes values of types that YAML does not know; ValueError for what is none.

    >>> from_yaml("label: tấn", dict, "units.yaml")
    {'label': 'tấn'}
    """
    try:
        values = yaml.load(text, Loader=_LOADER)  # noqa: S506 (a safe loader, in C)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else file
        reason = getattr(error, "problem", None) or "unreadable"
        said = msg("this is not valid YAML ({reason}); check the indents", reason=reason)
        raise InputError.at(place, said) from error
    try:
        return msgspec.convert({} if values is None else values, kind, dec_hook=decode)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at ")
        place = f"{file}:{line_of(text, path.strip('`'))}"
        said = msg("{reason}; correct or add the value {path}", reason=reason, path=path or "`$`")
        raise InputError.at(place, said) from error


def line_of(text: str, path: str) -> int:
    """The line, from 1, of a field such as `$.scope.x[2]`; its parent's if it is not there."""
    node: Any = yaml.compose(text, Loader=_LOADER)
    line = 1
    for step in _STEP.finditer(path):
        node = _child(node, step[1], step[2])
        if node is None:
            return line
        line = node.start_mark.line + 1
    return line


def _child(node: Any, name: str | None, index: str | None) -> Any:
    if isinstance(node, yaml.MappingNode) and name:
        return next((value for key, value in node.value if key.value == name), None)
    if isinstance(node, yaml.SequenceNode) and index and int(index) < len(node.value):
        return node.value[int(index)]
    return None
