"""An office's folder, opened: profile, catalogue, observations, templates and commentary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import msgspec

from drafter import settings
from drafter.catalog import Catalog, Item
from drafter.commentary import Commentary, commentary_from_text
from drafter.errors import InputError, Problem, msg
from drafter.layout import Layout, layout_from_yaml
from drafter.observations import Observations
from drafter.outline import ReportKind
from drafter.profile import FORMAT, Profile, Scope
from drafter.sections.run import Sections
from drafter.settings import Cascade
from drafter.stores.builtin import builtin_folder
from drafter.stores.folder import read_data_folder
from drafter.yaml_text import from_yaml

PROFILE = "drafter.yaml"
CATALOG = "indicators.yaml"


@dataclass
class Workspace:
    """An opened workspace. Its parts are read once, when they are first asked for.

    observations: every row of `data/`. warnings: what reading them had to say. left_out: rows
    that could not be read, only with `keep_going`.
    """

    folder: Path
    profile: Profile
    catalog: Catalog
    observations: Observations
    warnings: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()
    _layouts: dict[str, Layout] = field(default_factory=dict, init=False, repr=False)
    _commentaries: dict[str, Commentary] = field(default_factory=dict, init=False, repr=False)
    _cascades: dict[str, Cascade] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def scope(self) -> Scope:
        """What the office reports."""
        return Scope(self.catalog, self.profile.scope)

    @cached_property
    def kinds(self) -> Mapping[str, ReportKind]:
        """The report kinds by name."""
        found = self._templates("reports", ".yaml")
        return {name: _kind(text, file) for name, (file, text) in found.items()}

    @cached_property
    def sections(self) -> Sections:
        """The section templates, compiled."""
        return Sections(self._templates("sections", ".md.j2"))

    def layout(self, name: str) -> Layout:
        """A layout by its name; InputError when there is none."""
        if name not in self._layouts:
            found = self._templates("layouts", ".yaml")
            if name not in found:
                known = ", ".join(sorted(found))
                raise InputError.at(
                    "",
                    msg("there is no layout '{name}'; use one of {known}", name=name, known=known),
                )
            file, text = found[name]
            self._layouts[name] = layout_from_yaml(text, file)
        return self._layouts[name]

    def cascade(self, kind: str) -> Cascade:
        """The settings of a report kind in this office, kept as they are resolved."""
        if kind not in self._cascades:
            self._cascades[kind] = Cascade(self.kinds[kind].settings, self.profile.settings)
        return self._cascades[kind]

    def commentary(self, period: str) -> Commentary:
        """What people wrote for a period; an empty one where the file is not there."""
        if period not in self._commentaries:
            self._commentaries[period] = self._commentary(period)
        return self._commentaries[period]

    def _commentary(self, period: str) -> Commentary:
        path = self.folder / "commentary" / f"{period}.md"
        if not path.is_file():
            return Commentary(file=f"commentary/{path.name}")
        return commentary_from_text(path.read_text(encoding="utf-8-sig"), f"commentary/{path.name}")

    def _templates(self, folder: str, ending: str) -> dict[str, tuple[str, str]]:
        """Name → (file, text) of the templates of one kind; the workspace's own come first."""
        found = {}
        for root in (builtin_folder(), self.folder):
            for path in sorted((root / "templates" / folder).glob(f"*{ending}")):
                file = f"templates/{folder}/{path.name}"
                found[path.name.removesuffix(ending)] = (
                    file,
                    path.read_text(encoding="utf-8"),
                )
        return found


def _kind(text: str, file: str) -> ReportKind:
    kind = from_yaml(text, ReportKind, file)
    _check_settings(kind.settings, file)
    return kind


def _check_settings(layers: settings.Layers, file: str) -> None:
    try:
        settings.check(layers)
    except msgspec.ValidationError as error:
        raise InputError.at(
            file, msg("settings: {said}; mend the value", said=str(error))
        ) from error


def open_workspace(folder: Path | str, *, keep_going: bool = False) -> Workspace:
    """The workspace in a folder; InputError with every fault of its files.

    keep_going: rows that cannot be read are left out, and listed, instead.
    """
    folder = Path(folder)
    path = folder / PROFILE
    if not path.is_file():
        raise InputError.at(
            str(folder),
            msg("there is no {name} here; name the folder of an office's workspace", name=PROFILE),
        )
    profile = from_yaml(path.read_text(encoding="utf-8-sig"), Profile, PROFILE)
    if profile.format != FORMAT:
        raise InputError.at(
            PROFILE,
            msg(
                "format {found} is not known; this version of drafter reads format {known}",
                found=profile.format,
                known=FORMAT,
            ),
        )
    _check_settings(profile.settings, PROFILE)
    catalog = _catalog(folder)
    _check_plans(catalog)
    _check_scope(profile, catalog)
    data = read_data_folder(folder / "data", catalog, profile.numerals, keep_going=keep_going)
    return Workspace(
        folder,
        profile,
        catalog,
        Observations(data.observations),
        data.warnings,
        data.left_out,
    )


def _catalog(folder: Path) -> Catalog:
    """The national catalogue with the office's own additions."""
    national = from_yaml((builtin_folder() / CATALOG).read_text(encoding="utf-8"), Catalog, CATALOG)
    own = folder / CATALOG
    if not own.is_file():
        return national
    added = from_yaml(own.read_text(encoding="utf-8-sig"), Catalog, CATALOG)
    classes = {
        name: _merged(national.classifications.get(name, {}), added.classifications.get(name, {}))
        for name in {**national.classifications, **added.classifications}
    }
    return Catalog(classes, {**national.indicators, **added.indicators})


def _merged(items: Mapping[str, Item], added: Mapping[str, Item]) -> dict[str, Item]:
    """Items with those added, which complete the members below an item of the same key."""
    merged = dict(items)
    for key, item in added.items():
        held = merged.get(key)
        below = _merged(held.items, item.items) if held else item.items
        merged[key] = msgspec.structs.replace(item, items=below)
    return merged


def _check_plans(catalog: Catalog) -> None:
    """InputError for indicators that owe the attainment of a plan and name none."""
    problems = [
        Problem(
            CATALOG,
            msg(
                "{name} owes the attainment of a plan; name its plans, as in plans: [province]",
                name=name,
            ),
        )
        for name, indicator in catalog.indicators.items()
        if not indicator.plans and any("plan" in due for due in indicator.due.values())
    ]
    if problems:
        raise InputError(problems)


def _check_scope(profile: Profile, catalog: Catalog) -> None:
    """InputError for scope entries that name an indicator or an item that the catalogue lacks."""
    problems = []
    for name, entry in profile.scope.items():
        if "*" in name or name in catalog.indicators:
            problems += _unknown_items(name, entry, catalog)
        else:
            problems.append(
                Problem(
                    PROFILE,
                    msg(
                        "scope: there is no indicator '{name}'; mend the id or add it to {file}",
                        name=name,
                        file=CATALOG,
                    ),
                )
            )
    if problems:
        raise InputError(problems)


def _unknown_items(name: str, entry: object, catalog: Catalog) -> list[Problem]:
    rules = entry if isinstance(entry, tuple) else (entry,)
    items = [
        item for rule in rules for item in getattr(rule, "items", ()) if item and rule != "all"
    ]
    return (
        [
            Problem(
                PROFILE,
                msg(
                    "scope: {name} has no item '{item}'; mend the path or add it to {file}",
                    name=name,
                    item=item,
                    file=CATALOG,
                ),
            )
            for item in items
            if name in catalog.indicators and len(item) > 0 and catalog.item(name, item) is None
        ]
        if items != list("all")
        else []
    )
