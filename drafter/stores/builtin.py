"""Where the built-in catalogue and templates are: beside the package, or inside the wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def builtin_folder() -> Path:
    """The folder that holds `indicators.yaml` and `templates/` as shipped."""
    inside = _PACKAGE / "builtin"
    return inside if inside.is_dir() else _PACKAGE.parent
