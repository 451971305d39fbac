"""The samples of the example offices: what people get, beside the specimens."""

from __future__ import annotations

from functools import cache

from drafter.outline import ANNEX
from drafter.report import draft
from drafter.stores.workspace import Workspace, open_workspace
from examples.make_samples import EXAMPLES, samples

Sample = tuple[str, str, str]
"""Office, period and kind of report."""

EVERY = samples()
IDS = [" ".join(one) for one in EVERY]
BODIES = [one for one in EVERY if one[2] != ANNEX]
"""Those that have a body, not the tables alone."""
BODY_IDS = [" ".join(one) for one in BODIES]


@cache
def draft_of(office: str, period: str, kind: str) -> bytes:
    """The Word file of a sample."""
    return draft(_opened(office), period, report=kind).docx()


@cache
def _opened(office: str) -> Workspace:
    return open_workspace(EXAMPLES / office)
