"""Drafting and explaining: the functions behind the command line's verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from drafter import time_words
from drafter.document import Frame, Properties, Report
from drafter.errors import InputError, Problem, msg
from drafter.figures import Printed
from drafter.layout import Layout
from drafter.leftovers import Leftovers
from drafter.measures import Measures
from drafter.outline import Chapter, ReportKind, arranged, numbered, section_keys
from drafter.period import ReportPeriod, report_period
from drafter.profile import Profile
from drafter.sections.desk import Sources
from drafter.sections.run import Drafted
from drafter.stores.workspace import Workspace
from drafter.word import write_docx


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted report and what its clerk must know.

    figures: as printed, in order. missing: due figures without data. problems: doubts, causes
    held back, numbers typed by hand, rows of the period that nothing printed.
    """

    report: Report
    layout: Layout
    figures: tuple[Printed, ...]
    missing: tuple[Problem, ...]
    problems: tuple[Problem, ...]

    def docx(self) -> bytes:
        """The Word file."""
        return write_docx(self.report, self.layout)


def draft(workspace: Workspace, period: str, *, report: str = "", vintage: str = "") -> Draft:
    """The report of a period; InputError when period, kind or a template cannot be used.

    report: its kind, the profile's own where blank. vintage: ISO date; later data are not seen.
    """
    about, name = _period(period), report or workspace.profile.report
    kind = _kind(workspace, name, about)
    sources = _sources(workspace, name, about, vintage)
    drafted = _sections(workspace, kind, sources)
    words = _places(workspace.profile, kind, about)
    blocks = (one.blocks for one in drafted)
    sections = tuple(numbered(arranged(_titled(kind.outline, words), blocks), kind))
    frame = _frame(workspace.profile, kind, about, kind.title.format(**words))
    document = Report(
        name,
        about.text,
        _properties(frame.abstract, workspace.profile, about),
        frame,
        sections,
        tuple(row for one in drafted for row in one.ledger),
    )
    told = [problem for one in drafted for problem in one.problems]
    figures = tuple(printed for one in drafted for printed in one.printed)
    left = Leftovers(workspace, name, sources, tuple(drafted))
    return Draft(
        document,
        workspace.layout(kind.layout),
        figures,
        _each_once(problem for problem in told if problem.severity == "missing"),
        (
            *(problem for problem in told if problem.severity != "missing"),
            *left.causes(),
            *left.remarks(),
            *left.dues(),
            *left.rows(figures),
        ),
    )


def _each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Findings without their repetitions: two sections may ask for the same figure."""
    return tuple({problem.text(): problem for problem in problems}.values())


def _period(period: str) -> ReportPeriod:
    try:
        return report_period(period)
    except ValueError as error:
        raise InputError.at(
            "",
            msg(
                "'{period}' is no period; write 2023-07, 2023-Q2, 2023-6M, 2023-9M or 2023",
                period=period,
            ),
        ) from error


def _kind(workspace: Workspace, name: str, about: ReportPeriod) -> ReportKind:
    if name not in workspace.kinds:
        raise InputError.at(
            "",
            msg(
                "there is no report kind '{name}'; use one of {known}",
                name=name,
                known=", ".join(sorted(workspace.kinds)),
            ),
        )
    kind = workspace.kinds[name]
    if about.kind not in kind.periods:
        raise InputError.at(
            "",
            msg("the report kind '{name}' is not made for {period}", name=name, period=about.text),
        )
    return kind


def _sources(workspace: Workspace, kind: str, about: ReportPeriod, vintage: str) -> Sources:
    observations = workspace.observations.as_of(vintage) if vintage else workspace.observations
    since = workspace.profile.province.territory_since
    return Sources(
        workspace.catalog,
        observations,
        Measures(observations, since),
        workspace.scope(kind, about),
        workspace.cascade(kind, about),
        workspace.commentary(about.text),
        about,
        workspace.kinds[kind].spans_of(about.kind),
    )


def _sections(workspace: Workspace, kind: ReportKind, sources: Sources) -> list[Drafted]:
    drafted: list[Drafted] = []
    for key in section_keys(kind.outline):
        first = sum(one.clauses for one in drafted)
        drafted.append(workspace.sections.draft(key, sources, first_clause=first))
    return drafted


def _places(profile: Profile, kind: ReportKind, about: ReportPeriod) -> dict[str, str]:
    """What is filled into the titles of a report kind."""
    return {
        "report": time_words.report_span(about, kind.spans_of(about.kind)),
        "next": time_words.next_span(about),
        "province": profile.province.name,
    }


def _titled(
    outline: Iterable[str | Chapter], words: Mapping[str, str]
) -> tuple[str | Chapter, ...]:
    """An outline with the titles of its chapters filled in."""
    return tuple(
        entry
        if isinstance(entry, str)
        else Chapter(entry.title.format(**words), _titled(entry.sections, words))
        for entry in outline
    )


def _frame(profile: Profile, kind: ReportKind, about: ReportPeriod, title: str) -> Frame:
    """The frame filled in from the profile; the abstract is the title in each of them."""
    if kind.frame == "none":
        return Frame(kind.frame, abstract=title)
    if kind.frame not in profile.agencies:
        raise InputError.at(
            "drafter.yaml",
            msg(
                "agencies: '{frame}' is missing, which the report '{kind}' needs; add it",
                frame=kind.frame,
                kind=kind.label,
            ),
        )
    agency = profile.agencies[kind.frame]
    frame = Frame(kind.frame, agency.superior, agency.name, abstract=title)
    if kind.frame != "people_committee":
        return frame
    place = agency.place or profile.province.name
    return replace(
        frame,
        number=time_words.number_line(agency.symbol),
        type_name="BÁO CÁO",
        place_date=time_words.date_line(place, about.month),
        addressees=agency.addressees,
        recipients=agency.recipients,
        signature=agency.signature,
        signer=agency.signer,
    )


def _properties(title: str, profile: Profile, about: ReportPeriod) -> Properties:
    creator = next((agency.name for agency in profile.agencies.values()), "").replace("\n", " ")
    return Properties(
        title.replace(time_words.NBSP, " "),
        subject=about.text,
        creator=creator,
        created=f"{about.month}-01T00:00:00Z",
    )
