"""A command that has been run, for the tests of the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

MISSING = "[thiếu: kim ngạch xuất khẩu, so với tháng trước]"


class Said(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]
