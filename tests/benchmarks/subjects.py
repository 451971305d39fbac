"""The workspaces that are timed: July, its text alone, ten and a hundred times as much of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from drafter.document import Chart
from drafter.observations import COLUMNS, Observation, Observations
from drafter.report import draft
from drafter.stores.workspace import Workspace, open_workspace

LANG_SON = Path(__file__).resolve().parents[2] / "examples" / "lang-son"
PERIOD, KIND = "2023-07", "statistics"
OTHERS = {
    "six months": ("2023-6M", "statistics"),
    "People's Committee": ("2023-08", "ubnd"),
    "portal": ("2023-08", "portal"),
}
"""The other reports of the year: name → period and kind."""


def july() -> Workspace:
    """Lạng Sơn's workspace, opened."""
    return open_workspace(LANG_SON)


def without_charts(workspace: Workspace) -> Workspace:
    """The same office, which prints no charts."""
    layers = workspace.profile.settings
    plain = msgspec.structs.replace(layers, all={**layers.all, "charts": False})
    profile = msgspec.structs.replace(workspace.profile, settings=plain)
    return replace(workspace, profile=profile)


def charts(workspace: Workspace) -> int:
    """How many charts its report has."""
    sections = draft(workspace, PERIOD, report=KIND).report.sections
    return sum(isinstance(block, Chart) for one in sections for block in one.blocks)


def with_sections(workspace: Workspace, times: int) -> Workspace:
    """The same office with every section of its report `times` over."""
    longer = replace(workspace)
    kind = workspace.kinds[KIND]
    outline = kind.outline * times
    kinds = {**workspace.kinds, KIND: msgspec.structs.replace(kind, outline=outline)}
    longer.__dict__["kinds"] = kinds
    return longer


def with_history(workspace: Workspace, times: int) -> Workspace:
    """The same office with `times` as many rows: each year's again, one year earlier each time."""
    return replace(workspace, observations=Observations(history(workspace, times)))


def history(workspace: Workspace, times: int) -> list[Observation]:
    """The rows of `with_history`, the real ones last."""
    real = list(workspace.observations)
    earlier = [_earlier(row, years) for years in range(3, times + 2) for row in real]
    return earlier + real


def _earlier(row: Observation, years: int) -> Observation:
    """A row as it might have been given some years before."""
    period = "/".join(_shifted(part, years) for part in row.key.period.split("/"))
    vintage = _shifted(row.vintage, years) if row.vintage else ""
    return replace(row, key=row.key._replace(period=period), vintage=vintage)


def _shifted(text: str, years: int) -> str:
    moved = f"{int(text[:4]) - years:04d}{text[4:]}"
    return moved.replace("-02-29", "-02-28")


def as_csv(rows: list[Observation]) -> str:
    """Rows as a file of the data folder."""
    lines = [",".join(COLUMNS)]
    for row in rows:
        cells = (
            *row.key,
            row.value,
            row.unit,
            row.status,
            row.as_of,
            row.origin,
            "",
            row.vintage,
            "",
        )
        lines.append(",".join(f'"{cell}"' if "," in str(cell) else str(cell) for cell in cells))
    return "\n".join(lines) + "\n"
