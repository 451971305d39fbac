"""An office's folder, opened: profile, catalogue, observations, templates and commentary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from drafter.catalog import Catalog
from drafter.commentary import Commentary, commentary_from_text
from drafter.errors import InputError, Problem, msg
from drafter.layout import Layout, layout_from_yaml
from drafter.observations import Observations
from drafter.outline import ReportKind
from drafter.period import ReportPeriod
from drafter.profile import FORMAT, Edition, Profile, Scope
from drafter.sections.run import Sections
from drafter.settings import Cascade, OfficeManner
from drafter.stores.builtin import builtin_folder
from drafter.stores.catalogs import read_catalog
from drafter.stores.checking import (
    catalog_problems,
    edition_problems,
    kind_problems,
    manner_problems,
    profile_problems,
    unknown_manner,
    without_problems,
)
from drafter.stores.checking_settings import settings_problems
from drafter.stores.compiled import Compiled
from drafter.stores.folder import read_data_folder
from drafter.stores.texts import YamlFile, read_text
from drafter.yaml_text import Record, converted, from_yaml, load_yaml

PROFILE = "drafter.yaml"
Report = tuple[str, str, str]
"""A report kind, the period and the manner asked for, as the command line has them."""
PLAIN = OfficeManner("")
"""The manner of a report for which no file names one: the defaults."""


@dataclass
class Workspace:
    """An opened workspace. Its parts are read once, when they are first asked for.

    observations: every row of `data/`. warnings: what reading them had to say. left_out: rows
    that could not be read, only with `keep_going`. compiled: where compiled templates and parsed
    YAML are kept.
    """

    folder: Path
    profile: Profile
    catalog: Catalog
    observations: Observations
    warnings: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()
    compiled: Compiled | None = None
    _layouts: dict[str, Layout] = field(default_factory=dict, init=False, repr=False)
    _commentaries: dict[str, Commentary] = field(default_factory=dict, init=False, repr=False)
    _manners: dict[str, OfficeManner] = field(default_factory=dict, init=False, repr=False)
    _cascades: dict[Report, Cascade] = field(default_factory=dict, init=False, repr=False)
    _scopes: dict[Report, Scope] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def editions(self) -> Mapping[str, Edition]:
        """How the office makes some of its reports, by file; InputError with every fault."""
        files = [
            YamlFile(f"reports/{path.name}", read_text(path, f"reports/{path.name}"))
            for path in sorted((self.folder / "reports").glob("*.yaml"))
        ]
        editions = {file.name: self._record(file, Edition) for file in files}
        sections, manners = self._names("sections", ".md.j2"), self._names("manners", ".yaml")
        _refuse(
            problem
            for file in files
            for problem in (
                *edition_problems(file, editions[file.name], self.catalog, tuple(self.kinds)),
                *manner_problems(file, editions[file.name].manner, manners),
                *settings_problems(file, editions[file.name].settings, self.catalog, sections),
            )
        )
        return editions

    def scope(self, kind: str, about: ReportPeriod, manner: str = "") -> Scope:
        """What the office tells in a report, kept once resolved; manner: the one asked for."""
        key = (kind, about.text, manner)
        if key not in self._scopes:
            editions = self._editions(kind, about)
            whole = [n for n, edition in enumerate(editions) if edition.whole_scope]
            over = [edition.scope for edition in (editions[whole[-1] :] if whole else editions)]
            scopes = over if whole else [self.profile.scope, *over]
            spans = self.kinds[kind].spans_of(about.kind)
            without = {*self.kinds[kind].without, *self.manner_of(kind, about, manner).without}
            self._scopes[key] = Scope(self.catalog, *scopes, spans=spans, without=without)
        return self._scopes[key]

    def scope_file(self, kind: str, about: ReportPeriod, indicator: str) -> str:
        """The file that says what such a report tells of an indicator."""
        files = [
            file
            for file, edition in self.editions.items()
            if edition.is_for(kind, about) and edition.has(indicator)
        ]
        return files[-1] if files else PROFILE

    def has_own_scope(self, kind: str, about: ReportPeriod) -> bool:
        """Whether the office says for such a report alone what it tells."""
        return any(edition.whole_scope for edition in self._editions(kind, about))

    def _editions(self, kind: str, about: ReportPeriod) -> list[Edition]:
        return [one for one in self.editions.values() if one.is_for(kind, about)]

    @cached_property
    def kinds(self) -> Mapping[str, ReportKind]:
        """The report kinds by name; InputError with every fault of their files."""
        found = self._templates("reports", ".yaml")
        files = {name: YamlFile(*template) for name, template in found.items()}
        kinds = {name: self._record(one, ReportKind) for name, one in files.items()}
        sections, layouts = self._names("sections", ".md.j2"), self._names("layouts", ".yaml")
        manners = self._names("manners", ".yaml")
        _refuse(
            problem
            for name, kind in kinds.items()
            for problem in (
                *kind_problems(files[name], kind, sections, layouts),
                *manner_problems(files[name], kind.manner, manners),
                *settings_problems(files[name], kind.settings, self.catalog, sections),
            )
        )
        return kinds

    @cached_property
    def sections(self) -> Sections:
        """The section templates, compiled."""
        return Sections(self._templates("sections", ".md.j2"), self.compiled)

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
            self._layouts[name] = layout_from_yaml(text, file, self.compiled)
        return self._layouts[name]

    def page_style(self) -> str:
        """The style sheet of web pages, the office's own where it has one."""
        return self._templates("web", ".css")["page"][1]

    def manner(self, name: str) -> OfficeManner:
        """A manner by its name; InputError when there is none, or with every fault of its file."""
        if name not in self._manners:
            found = _template_files(self.folder, "manners", ".yaml")
            if name not in found:
                raise InputError.at("", unknown_manner(name, found))
            place = f"templates/manners/{found[name].name}"
            file = YamlFile(place, read_text(found[name], place))
            manner = self._record(file, OfficeManner)
            sections = self._names("sections", ".md.j2")
            _refuse(
                (
                    *without_problems(file, manner.without),
                    *settings_problems(file, manner.settings, self.catalog, sections),
                )
            )
            self._manners[name] = manner
        return self._manners[name]

    def manner_of(self, kind: str, about: ReportPeriod, asked: str = "") -> OfficeManner:
        """The manner of a report: that asked for, else that of the nearest file that names one."""
        nearest = reversed(self._editions(kind, about))
        named = (asked, *(edition.manner for edition in nearest), self.profile.manner)
        name = next(filter(None, named), self.kinds[kind].manner)
        return self.manner(name) if name else PLAIN

    def cascade(self, kind: str, about: ReportPeriod, manner: str = "") -> Cascade:
        """The settings of a report in this office, kept as they are resolved; manner: as above."""
        key = (kind, about.text, manner)
        if key not in self._cascades:
            under, own = self.manner_of(kind, about, manner).settings, self.kinds[kind].settings
            over = [edition.settings for edition in self._editions(kind, about)]
            self._cascades[key] = Cascade(under, own, self.profile.settings, *over)
        return self._cascades[key]

    def commentary(self, period: str) -> Commentary:
        """What people wrote for a period; an empty one where the file is not there."""
        if period not in self._commentaries:
            self._commentaries[period] = self._commentary(period)
        return self._commentaries[period]

    def _commentary(self, period: str) -> Commentary:
        path = self.folder / "commentary" / f"{period}.md"
        if not path.is_file():
            return Commentary(file=f"commentary/{path.name}")
        place = f"commentary/{path.name}"
        return commentary_from_text(read_text(path, place), place)

    def _record(self, file: YamlFile, kind: type[Record]) -> Record:
        """The record that a file holds."""
        return from_yaml(file.text, kind, file.name, kept=self.compiled)

    def _names(self, folder: str, ending: str) -> tuple[str, ...]:
        return tuple(_template_files(self.folder, folder, ending))

    def _templates(self, folder: str, ending: str) -> dict[str, tuple[str, str]]:
        """Name → (file, text) of the templates of one kind; the workspace's own come first."""
        found = {}
        for name, path in _template_files(self.folder, folder, ending).items():
            file = f"templates/{folder}/{path.name}"
            found[name] = (file, read_text(path, file))
        return found


def _template_files(office: Path, folder: str, ending: str) -> dict[str, Path]:
    """Name → path of the templates of one kind; the office's stand over those shipped."""
    return {
        path.name.removesuffix(ending): path
        for root in (builtin_folder(), office)
        for path in sorted((root / "templates" / folder).glob(f"*{ending}"))
    }


def open_workspace(
    folder: Path | str, *, keep_going: bool = False, compiled: Compiled | None = None
) -> Workspace:
    """The workspace in a folder; InputError with every fault of its files.

    keep_going: rows that cannot be read are left out, and listed, instead. compiled: see
    `Workspace`.
    """
    folder = Path(folder)
    path = folder / PROFILE
    if not path.is_file():
        raise InputError.at(
            str(folder),
            msg("there is no {name} here; name the folder of an office's workspace", name=PROFILE),
        )
    file = YamlFile(PROFILE, read_text(path, PROFILE))
    profile = _profile(file, compiled)
    catalog, own = read_catalog(folder, compiled)
    sections = tuple(_template_files(folder, "sections", ".md.j2"))
    manners = tuple(_template_files(folder, "manners", ".yaml"))
    _refuse(
        (
            *catalog_problems(own, catalog),
            *profile_problems(file, profile, catalog),
            *manner_problems(file, profile.manner, manners),
            *settings_problems(file, profile.settings, catalog, sections),
        )
    )
    data = read_data_folder(folder / "data", catalog, profile.numerals, keep_going=keep_going)
    return Workspace(
        folder,
        profile,
        catalog,
        Observations(data.observations),
        data.warnings,
        data.left_out,
        compiled,
    )


def _profile(file: YamlFile, compiled: Compiled | None) -> Profile:
    """The profile; its format is looked at first, since another one has other fields."""
    values = load_yaml(file.text, file.name, compiled)
    found = values.get("format", FORMAT) if isinstance(values, dict) else FORMAT
    if found != FORMAT:
        said = msg(
            "format {found} is not known; this version of drafter reads format {known}",
            found=found,
            known=FORMAT,
        )
        raise InputError([file.problem(said, "format")])
    return converted(values, Profile, file.text, file.name)


def _refuse(problems: Iterable[Problem]) -> None:
    """Raises InputError when there is a problem."""
    if found := tuple(problems):
        raise InputError(found)
