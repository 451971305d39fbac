"""Runs a section's template: sandboxed, strict, its faults named by file and line."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MethodType
from typing import Any, Protocol

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.commentary import Cause
from drafter.document import Block, LedgerRow
from drafter.errors import InputError, Problem, msg
from drafter.figures import Printed, Sink
from drafter.markup import Reader
from drafter.sections.desk import Desk, Sources
from drafter.sections.vocabulary import Vocabulary

_PADDING = ("center", "expandtabs", "format", "format_map", "ljust", "rjust", "zfill")
"""The methods of a text that can make it as long as they are told."""


_LINE = "\0"
_OURS = "drafter."
_PACKAGE = __file__.removesuffix("sections/run.py").removesuffix("sections\\run.py")


class CodeStore(Protocol):
    """Where compiled templates are kept between runs: see `stores.compiled`."""

    def get(self, key: str) -> bytes | None:
        """The code kept under a key."""

    def put(self, key: str, code: bytes) -> None:
        """Keeps code under a key."""


class _Cache(BytecodeCache):
    """Jinja's view of a store; a changed template has another key."""

    def __init__(self, store: CodeStore) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._store.get(f"{bucket.key}-{bucket.checksum}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.put(f"{bucket.key}-{bucket.checksum}", bucket.bytecode_to_string())


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox of the templates: texts that would grow without bound are refused."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self._safe: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use an attribute; the same for all objects of a type."""
        key = (type(obj), attr)
        if (safe := self._safe.get(key)) is None:
            refused = isinstance(obj, str) and attr in _PADDING
            safe = not refused and super().is_safe_attribute(obj, attr, value)
            self._safe[key] = safe
        return safe

    def wrap_str_format(self, value: Any) -> None:
        """No stand-in for `format`, which is refused like the others."""

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """A call in a template; what this package offers is called without Jinja's detours.

        None of it alters data or wants the context, which is what Jinja looks for each time.
        """
        if type(__obj) is MethodType and __obj.__func__.__module__.startswith(_OURS):
            kwargs.pop("_loop_vars", None)  # meant for the context, as those of blocks are
            kwargs.pop("_block_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple):
            raise SecurityError("text and lists cannot be multiplied in a template")
        if operator == "**":
            raise SecurityError("powers cannot be reckoned in a template")
        return super().call_binop(context, operator, left, right)


def environment() -> ImmutableSandboxedEnvironment:
    """A new environment for section templates."""
    made = _Environment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        autoescape=False,
        extensions=["jinja2.ext.do"],
    )
    for name in ("lipsum", "cycler", "namespace"):
        made.globals.pop(name, None)
    for name in ("center", "format", "indent", "xmlattr"):
        made.filters.pop(name, None)
    return made


@dataclass(frozen=True, slots=True)
class Drafted:
    """A section that has been written.

    printed: its figures in order, as they stand in the text. asked: (indicator, item, span) of all
    that its template looked for; slots: of the commentary.
    """

    key: str
    blocks: tuple[Block, ...]
    ledger: tuple[LedgerRow, ...]
    printed: tuple[Printed, ...]
    problems: tuple[Problem, ...]
    causes_used: frozenset[Cause]
    slots: frozenset[str]
    asked: frozenset[tuple[str, str, str]]
    clauses: int


class Sections:
    """The templates of the sections: key → (file name, text), each compiled when first asked for.

    A template may include another by its key; an office adds to a section in this way.
    """

    def __init__(
        self, templates: Mapping[str, tuple[str, str]], compiled: CodeStore | None = None
    ) -> None:
        self._files = {key: file for key, (file, _) in templates.items()}
        self._loaded = {key: (text, file, lambda: True) for key, (file, text) in templates.items()}
        self._environment = environment()
        self._environment.loader = FunctionLoader(self._load)
        self._environment.cache = {}  # a report has more lines with figures than Jinja would keep
        self._environment.bytecode_cache = _Cache(compiled) if compiled else None

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all section templates."""
        return frozenset(self._files)

    def _load(self, name: str) -> tuple[str, str | None, Callable[[], bool]] | None:
        """A template by its key, or a line of a commentary as a template of its own."""
        if name.startswith(_LINE):
            return name.removeprefix(_LINE), None, lambda: True
        return self._loaded.get(name)

    def draft(self, key: str, sources: Sources, first_clause: int = 0) -> Drafted:
        """One section; InputError with file and line when a template asks for what is not there."""
        sink = Sink()
        desk = Desk(sources, key, sink)
        names = Vocabulary(desk).names()
        file = sources.commentary.file
        desk.render = lambda text, line: self._inline(text, names, file, line)
        text = self._run(key, names)
        reader = Reader(sink, key, sources.period, first_clause=first_clause)
        blocks = reader.blocks(text)
        return Drafted(
            key,
            blocks,
            tuple(reader.ledger),
            tuple(reader.printed),
            tuple(sink.problems),
            frozenset(desk.causes_used),
            frozenset(desk.slots),
            desk.asked,
            len(sink.clauses),
        )

    def _run(self, key: str, names: Mapping[str, Any]) -> str:
        if key not in self._files:
            raise InputError.at(
                "",
                msg(
                    "there is no section template '{key}'; add {file}",
                    key=key,
                    file=f"templates/sections/{key}.md.j2",
                ),
            )
        try:
            return self._environment.get_template(key).render(names)
        except TemplateSyntaxError as error:
            raise InputError(
                [_fault(error.filename or self._files[key], error.lineno, error.message or "")]
            ) from error
        except _FAULTS as error:
            if _is_ours(error):
                raise
            file, line = self._place(error, key)
            raise InputError([_fault(file, line, _said(error))]) from error

    def _place(self, error: BaseException, key: str) -> tuple[str, int | None]:
        """The file and line of the template, or of one it includes, at which an error came up."""
        files = set(self._files.values())
        frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename in files]
        return (frames[-1].filename, frames[-1].lineno) if frames else (self._files[key], None)

    def _inline(self, text: str, names: Mapping[str, Any], file: str, line: int) -> str:
        """A commentary's line with its expressions, in the words of the section's template."""
        try:
            return self._environment.get_template(_LINE + text).render(names)
        except _FAULTS as error:
            if _is_ours(error):
                raise
            raise InputError([_fault(file, line, f"{text}: {_said(error)}")]) from error


_FAULTS = (
    TemplateError,
    SecurityError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)


def _is_ours(error: BaseException) -> bool:
    """Whether an error of a kind that templates do not raise came up in this package's own code."""
    innermost = traceback.extract_tb(error.__traceback__)[-1].filename
    inside = innermost.startswith(_PACKAGE) and innermost != __file__  # whence templates call
    return inside and isinstance(error, TypeError | AttributeError)


def _said(error: BaseException) -> str:
    return str(error.args[0]) if error.args else type(error).__name__


def _fault(file: str, line: int | None, said: str) -> Problem:
    place = f"{file}:{line}" if line else file
    return Problem(place, msg("the template cannot be run: {said}; mend the expression", said=said))


def unused(causes: Iterable[Cause], used: Sequence[frozenset[Cause]]) -> list[Cause]:
    """The causes that no section printed."""
    printed = frozenset().union(*used) if used else frozenset()
    return [cause for cause in causes if cause not in printed]
