"""YAML text into records, with the file and the line of what does not fit."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec
import yaml

from drafter.errors import InputError, msg

Record = TypeVar("Record")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEP = re.compile(r"\.([A-Za-z_][A-Za-z0-9_]*)|\[([0-9]+)\]|\[\.\.\.\]")


def from_yaml(text: str, kind: type[Record], file: str) -> Record:
    """The record of `kind` in a YAML text; InputError with `file:line` and the field.

    >>> from_yaml("label: tấn", dict, "units.yaml")
    {'label': 'tấn'}
    """
    try:
        values = yaml.load(text, Loader=_LOADER)  # noqa: S506 (a safe loader, in C where there is one)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{file}:{mark.line + 1}" if mark else file
        said = getattr(error, "problem", None) or str(error)
        raise InputError.at(
            place, msg("this is not YAML: {said}; mend the line", said=said)
        ) from error
    try:
        return msgspec.convert({} if values is None else values, kind)
    except msgspec.ValidationError as error:
        said, _, path = str(error).partition(" - at `")
        place = f"{file}:{line_of(text, path.rstrip('`'))}"
        raise InputError.at(
            place, msg("{field}: {said}; mend the value", field=path.rstrip("`") or "$", said=said)
        ) from error


def line_of(text: str, path: str) -> int:
    """The line, from 1, of a field such as `$.scope.x[2]`; its nearest parent's if it is not there."""
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
