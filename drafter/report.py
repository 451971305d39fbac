"""Drafting and explaining: the functions behind the command line's verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from drafter import time_words
from drafter.document import Annex, Frame, Properties, Report, Section
from drafter.errors import InputError, Problem, msg
from drafter.figures import Printed
from drafter.layout import Layout
from drafter.leftovers import Leftovers
from drafter.measures import Measures
from drafter.outline import ANNEX, Chapter, ReportKind, arranged, numbered, section_keys
from drafter.period import ReportPeriod, report_period
from drafter.profile import Profile
from drafter.sections.desk import Sources
from drafter.sections.run import Drafted
from drafter.sheets import tables_of, write_xlsx
from drafter.stores.workspace import Workspace
from drafter.word import write_docx


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted report and what its clerk must know.

    figures: as printed, in order. missing: due figures without data. problems: doubts, causes
    held back, numbers typed by hand, rows of the period that nothing printed. style: gives the
    style sheet of the web page, which only that reads.
    """

    report: Report
    layout: Layout
    figures: tuple[Printed, ...]
    missing: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    style: Callable[[], str]

    def docx(self) -> bytes:
        """The Word file."""
        return write_docx(self.report, self.layout)

    def html(self) -> str:
        """The web page, which needs nothing beside itself."""
        from drafter.web import write_html  # noqa: PLC0415 (most drafts are Word files)

        return write_html(self.report, self.style())

    def xlsx(self) -> bytes:
        """The workbook of its tables; InputError for a report that has none."""
        if not tables_of(self.report):
            raise InputError.at(
                "",
                msg(
                    "the report '{kind}' has no tables; use --annex, or --report annex",
                    kind=self.report.kind,
                ),
            )
        return write_xlsx(self.report)


def draft(
    workspace: Workspace,
    period: str,
    *,
    report: str = "",
    vintage: str = "",
    manner: str = "",
    annex: bool = False,
) -> Draft:
    """The report of a period; InputError when period, kind, manner or a template cannot be used.

    report: its kind, the profile's own where blank. vintage: ISO date; later data are not seen.
    manner: of printing and wording, that of the office's files where blank. annex: the statistical
    tables stand behind it, as they do where its kind says so.
    """
    about, name = _period(period), report or workspace.profile.report
    kind = _kind(workspace, name, about)
    sources = _sources(workspace, name, about, vintage, manner)
    body = _part(workspace, kind, sources)
    title = kind.title.format(**_places(workspace.profile, kind, about))
    document = Report(name, about.text, _properties(title, workspace.profile, about), None, ())
    if name == ANNEX:
        document = replace(document, annex=Annex(title, body.sections))
        return _told(workspace, kind, sources, (body,), document)
    frame = _frame(workspace.profile, kind, about, title)
    document = replace(document, frame=frame, sections=body.sections)
    if not annex and not kind.annex:
        return _told(workspace, kind, sources, (body,), document)
    cascade = workspace.cascade(ANNEX, about, manner)
    own = _kind(workspace, ANNEX, about)
    tables = _part(workspace, own, replace(sources, cascade=cascade), body.clauses)
    document = replace(document, annex=_annex(workspace, own, tables, document))
    return _told(workspace, kind, sources, (body, tables), document)


@dataclass(frozen=True, slots=True)
class _Part:
    """What an outline has become: the body of a report, or its annex."""

    sections: tuple[Section, ...]
    drafted: tuple[Drafted, ...]

    @property
    def clauses(self) -> int:
        """How many clause numbers it has used up."""
        return sum(one.clauses for one in self.drafted)


def _part(workspace: Workspace, kind: ReportKind, sources: Sources, first: int = 0) -> _Part:
    """The sections of a kind's outline, numbered. first: the first clause number."""
    drafted: list[Drafted] = []
    for key in section_keys(kind.outline):
        number = first + sum(one.clauses for one in drafted)
        drafted.append(workspace.sections.draft(key, sources, first_clause=number))
    titled = _titled(kind.outline, _places(workspace.profile, kind, sources.period))
    sections = numbered(arranged(titled, (one.blocks for one in drafted)), kind)
    return _Part(tuple(sections), tuple(drafted))


def _annex(workspace: Workspace, kind: ReportKind, tables: _Part, document: Report) -> Annex | None:
    """The annex of a report; None where the data have nothing for it."""
    if not tables.sections or document.frame is None:
        return None
    about, frame = report_period(document.period), document.frame
    agency = workspace.profile.agencies.get(frame.name)
    symbol = agency.symbol if agency and frame.number else ""
    return Annex(
        kind.title.format(**_places(workspace.profile, kind, about)),
        tables.sections,
        time_words.ANNEX,
        time_words.annex_reference(symbol, about.month, frame.abstract),
    )


def _told(
    workspace: Workspace,
    kind: ReportKind,
    sources: Sources,
    parts: tuple[_Part, ...],
    document: Report,
) -> Draft:
    """The draft of a document with its ledger and what its clerk must know of it."""
    drafted = tuple(one for part in parts for one in part.drafted)
    told = [problem for one in drafted for problem in one.problems]
    figures = tuple(printed for one in drafted for printed in one.printed)
    left = Leftovers(workspace, document.kind, sources, drafted)
    return Draft(
        replace(document, ledger=tuple(row for one in drafted for row in one.ledger)),
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
        workspace.page_style,
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


def _sources(
    workspace: Workspace, kind: str, about: ReportPeriod, vintage: str, manner: str
) -> Sources:
    observations = workspace.observations.as_of(vintage) if vintage else workspace.observations
    since = workspace.profile.province.territory_since
    return Sources(
        workspace.catalog,
        observations,
        Measures(observations, since),
        workspace.scope(kind, about, manner),
        workspace.cascade(kind, about, manner),
        workspace.commentary(about.text),
        about,
        workspace.kinds[kind].spans_of(about.kind),
    )


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
