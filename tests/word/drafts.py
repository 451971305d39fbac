"""The drafts of the example offices in every kind: what people get, beside the specimens."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.report import draft
from drafter.stores.workspace import Workspace, open_workspace

EXAMPLES = Path(__file__).parents[2] / "examples"
PERIODS = {"lang-son": "2023-07", "hai-dang": "2026-07"}
EVERY = [(office, kind) for office in PERIODS for kind in ("provincial", "statistics")]
IDS = [" ".join(one) for one in EVERY]


@cache
def draft_of(office: str, kind: str) -> bytes:
    """The Word file of an example's month."""
    return draft(_opened(office), PERIODS[office], report=kind).docx()


@cache
def _opened(office: str) -> Workspace:
    return open_workspace(EXAMPLES / office)
