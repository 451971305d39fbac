"""Calls of a template's words as the ledger keeps them, so that a clause can be written again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from drafter.sections.views import SeriesView


def call(
    function: str,
    views: SeriesView | Sequence[SeriesView],
    parts: Sequence[Any],
    how: Mapping[str, Any],
) -> str:
    """`clause(indicator("trade.exports"), "ytd", year=true)`; what is None is left out."""
    what = _written(views)
    said = [_written(part) for part in parts]
    named = [f"{name}={_written(value)}" for name, value in how.items() if value is not None]
    return f"{function}({', '.join([what, *said, *named])})"


def _written(value: Any) -> str:
    """A value as a template has it: `indicator("trade.exports")`, `[…]`, `true`, a text."""
    if isinstance(value, SeriesView):
        name, item, area = value.series
        path = f"{name}/{item}" if item else name
        return f'indicator("{path}", area="{area}")' if area else f'indicator("{path}")'
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, str):
        return f'"{value}"' if '"' not in value and "\\" not in value else repr(value)
    return str(value).lower() if isinstance(value, bool) else repr(value)
