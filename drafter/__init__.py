"""Drafts official socio-economic reports: a dataset in, a Vietnamese BÁO CÁO in Word out.

import drafter

office = drafter.open_workspace("examples/lang-son")
drafter.draft(office, "2023-07").docx()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.explaining import explain
    from drafter.report import draft
    from drafter.stores.workspace import open_workspace

__all__ = ["draft", "explain", "open_workspace"]

_HOMES = {
    "draft": "drafter.report",
    "explain": "drafter.explaining",
    "open_workspace": "drafter.stores.workspace",
}


def __getattr__(name: str) -> Any:
    """A verb of the package, imported when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'drafter' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
