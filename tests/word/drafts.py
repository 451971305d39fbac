"""The samples of the example offices: what people get, beside the specimens."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.report import draft
from drafter.stores.workspace import Workspace, open_workspace

EXAMPLES = Path(__file__).parents[2] / "examples"
Sample = tuple[str, str, str]
"""Office, period and kind of report."""


def _samples() -> list[Sample]:
    lines = (EXAMPLES / "samples.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return [(office, period, kind) for office, period, kind in rows]


EVERY = _samples()
IDS = [" ".join(one) for one in EVERY]


@cache
def draft_of(office: str, period: str, kind: str) -> bytes:
    """The Word file of a sample."""
    return draft(_opened(office), period, report=kind).docx()


@cache
def _opened(office: str) -> Workspace:
    return open_workspace(EXAMPLES / office)
