"""YAML text into records, with the file and the line of what does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2s
from typing import Any, Protocol, TypeVar

import msgspec
import yaml

from drafter.errors import InputError, Message, Problem, msg

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # libyaml is not everywhere
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

Record = TypeVar("Record")
Step = str | int
"""A key of a mapping or an index of a sequence."""
Decode = Callable[[type, Any], Any]

_STEP = re.compile(r"\.([A-Za-z_][A-Za-z0-9_]*)|\[([^\]]*)\]")
_UNKNOWN_FIELD = re.compile(r"unknown field `(.+)`")
_ANY_KEY = "..."
_OF_A_KEY = "key` in "
_TEXT = "tag:yaml.org,2002:str"
_DATE = "tag:yaml.org,2002:timestamp"


class Kept(Protocol):
    """Where parsed values are kept between runs: see `stores.compiled`."""

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""

    def put(self, key: str, code: bytes) -> None:
        """Keeps something under a key."""


class _Loader(_SafeLoader):
    """A safe loader that notes keys which stand twice and leaves dates as they are written."""

    yaml_implicit_resolvers = {  # noqa: RUF012 (the name and the form that PyYAML wants)
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _DATE]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.repeated: list[tuple[int, int, str]] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping of a node. What `<<` brings in may stand again among the own keys."""
        own = node.value
        made: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(made) < len(node.value):
            self._note(own)
        return made

    def _note(self, pairs: Sequence[tuple[yaml.Node, yaml.Node]]) -> None:
        lines: dict[Any, int] = {}
        for key, _ in pairs:
            line, made = key.start_mark.line + 1, self.construct_object(key, deep=True)
            if made in lines:
                self.repeated.append((line, lines[made], str(key.value)))
            lines.setdefault(made, line)


def from_yaml(
    text: str,
    kind: type[Record],
    file: str,
    decode: Decode | None = None,
    kept: Kept | None = None,
) -> Record:
    """The record of `kind` in a YAML text; InputError with `file:line` and the field.

    decode: makes values of types that YAML does not know; ValueError for what is none. kept: as
    in `load_yaml`.

    >>> from_yaml("label: tấn", dict, "units.yaml")
    {'label': 'tấn'}
    """
    return converted(load_yaml(text, file, kept), kind, text, file, decode)


def load_yaml(text: str, file: str, kept: Kept | None = None) -> Any:
    """The plain values in a YAML text, an empty mapping for an empty one; raises InputError.

    kept: where the values of a text are looked for before it is parsed, which takes ten times as
    long.
    """
    if kept is None:
        return _parsed(text, file)
    key = f"yaml-{blake2s(text.encode(), digest_size=16).hexdigest()}"
    if held := kept.get(key):
        return msgspec.msgpack.decode(held)
    values = _parsed(text, file)
    if packed := _packed(values):
        kept.put(key, packed)
    return values


def _packed(values: Any) -> bytes:
    """Values as they are kept; blank where they would come back as others (a set, a huge number).

    >>> _packed({"ngày": 1, 2: [True, None, 0.5]}) != b"", _packed({"a"}), _packed(10**30)
    (True, b'', b'')
    """
    try:
        packed = msgspec.msgpack.encode(values)
    except (TypeError, OverflowError):
        return b""
    return packed if msgspec.msgpack.decode(packed) == values else b""


def _parsed(text: str, file: str) -> Any:
    """The plain values in a YAML text, as PyYAML reads them."""
    try:
        loader = _Loader(text)
        values = loader.get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else file
        reason = getattr(error, "problem", None) or "unreadable"
        said = msg("this is not valid YAML ({reason}); check the indents", reason=reason)
        raise InputError.at(place, said) from error
    if loader.repeated:
        raise InputError(_repeated(file, *found) for found in sorted(loader.repeated))
    return {} if values is None else values


def _repeated(file: str, line: int, first: int, key: str) -> Problem:
    said = msg(
        "'{key}' stands here a second time, first in line {line}; put both under one",
        key=key,
        line=first,
    )
    return Problem(f"{file}:{line}", said)


def converted(
    values: Any, kind: type[Record], text: str, file: str, decode: Decode | None = None
) -> Record:
    """The record of `kind` that plain values make; faults have the lines of `text`."""
    try:
        return msgspec.convert(values, kind, dec_hook=decode)
    except msgspec.ValidationError as error:
        reason, path = _named(values, kind, decode, str(error))
        if path.startswith(_OF_A_KEY) and (bare := _bare_key(text, steps_of(path))):
            raise InputError.at(f"{file}:{bare[0]}", _unquoted(bare[1])) from error
        steps = [*steps_of(path), *_UNKNOWN_FIELD.findall(reason)]
        said = msg("{reason}; correct or add the value {path}", reason=reason, path=f"`{path}`")
        raise InputError.at(f"{file}:{line_at(text, *steps)}", said) from error


def _bare_key(text: str, steps: Sequence[Step]) -> tuple[int, str] | None:
    """Line and letters of the first key in the mapping at `steps` that YAML takes for no text."""
    node = _tree(text)
    for step in steps:
        node = (_child(node, str(step)) or (0, None))[1]
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    found = (key for key, _ in pairs if key.tag != _TEXT)
    return next(((key.start_mark.line + 1, str(key.value)) for key in found), None)


def _unquoted(key: str) -> Message:
    return msg('the key {key} is no text to YAML; put it in quotation marks: "{key}"', key=key)


def _named(values: Any, kind: type, decode: Decode | None, said: str) -> tuple[str, str]:
    """What is wrong and the path to it, with the real key wherever msgspec says `[...]`."""
    reason, _, path = said.partition(" - at ")
    path = path.strip("`") or "$"
    while f"[{_ANY_KEY}]" in path:
        before, _, after = path.partition(f"[{_ANY_KEY}]")
        steps = steps_of(before)
        for key, alone in _alone(values, steps):
            if _refusal(alone, kind, decode) == said:
                values, path = alone, f"{before}[{key}]{after}"
                break
        else:
            return reason, before
    return reason, path


def _alone(values: Any, steps: Sequence[Step]) -> Iterator[tuple[Any, Any]]:
    """(key, the values with only this key in the mapping at `steps`)."""
    if not steps:
        if isinstance(values, dict):
            yield from ((key, {key: value}) for key, value in values.items())
        return
    step, rest = _fitting(values, steps[0]), steps[1:]
    for key, inner in _alone(values[step], rest):
        changed = values.copy()
        changed[step] = inner
        yield key, changed


def _fitting(values: Any, step: Step) -> Any:
    return int(step) if isinstance(values, list) else step


def _refusal(values: Any, kind: type, decode: Decode | None) -> str:
    try:
        msgspec.convert(values, kind, dec_hook=decode)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def steps_of(path: str) -> list[Step]:
    """The steps of a path.

    >>> steps_of("$.scope[trade.exports].items[2]")
    ['scope', 'trade.exports', 'items', '2']
    """
    return [step[1] if step[1] is not None else step[2] for step in _STEP.finditer(path)]


def line_of(text: str, path: str) -> int:
    """The line, from 1, of a field such as `$.scope.x[2]`; its parent's if it is not there."""
    return line_at(text, *steps_of(path))


def line_at(text: str, *steps: Step) -> int:
    """The line, from 1, of the key or the entry at `steps`, or of what should hold it.

    >>> line_at("scope:\\n  trade.exports: {}", "scope", "trade.exports", "items")
    2
    """
    node, line = _tree(text), 1
    for step in steps:
        found = _child(node, str(step))
        if found is None:
            return line
        line, node = found
    return line


@lru_cache(maxsize=4)
def _tree(text: str) -> Any:
    return yaml.compose(text, Loader=_SafeLoader)


def _child(node: Any, step: str) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        found = ((key, value) for key, value in node.value if key.value == step)
        return next(((key.start_mark.line + 1, value) for key, value in found), None)
    if isinstance(node, yaml.SequenceNode) and step.isdecimal() and int(step) < len(node.value):
        entry = node.value[int(step)]
        return entry.start_mark.line + 1, entry
    return None
