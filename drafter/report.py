"""Drafting and explaining: the functions behind the command line's verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter import wording
from drafter.commentary import Cause
from drafter.document import Frame, Properties, Report, Section
from drafter.errors import InputError, Message, Problem, msg
from drafter.figures import Printed
from drafter.layout import Layout
from drafter.measures import Measures
from drafter.observations import Observation
from drafter.outline import ReportKind, numbered
from drafter.period import ReportPeriod, report_period
from drafter.profile import Profile
from drafter.sections.desk import Sources
from drafter.sections.run import Drafted, unused
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
    sections = tuple(numbered((Section(one.key, one.blocks) for one in drafted), kind))
    frame = _frame(workspace.profile, kind, about)
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
    return Draft(
        document,
        workspace.layout(kind.layout),
        figures,
        _each_once(problem for problem in told if problem.severity == "missing"),
        (
            *(problem for problem in told if problem.severity != "missing"),
            *_causes_left(sources, drafted),
            *_remarks_left(sources, drafted),
            *_dues_left(sources, drafted),
            *_rows_left(sources, figures),
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
        workspace.scope,
        workspace.cascade(kind),
        workspace.commentary(about.text),
        about,
    )


def _sections(workspace: Workspace, kind: ReportKind, sources: Sources) -> list[Drafted]:
    drafted: list[Drafted] = []
    for key in kind.outline:
        first = sum(one.clauses for one in drafted)
        drafted.append(workspace.sections.draft(key, sources, first_clause=first))
    return drafted


def _frame(profile: Profile, kind: ReportKind, about: ReportPeriod) -> Frame:
    """The frame filled in from the profile; the abstract is the title in either frame."""
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
    title = kind.title.format(report=wording.report_span(about), province=profile.province.name)
    frame = Frame(kind.frame, agency.superior, agency.name, abstract=title)
    if kind.frame != "people_committee":
        return frame
    place = agency.place or profile.province.name
    return replace(
        frame,
        number=wording.number_line(agency.symbol),
        type_name="BÁO CÁO",
        place_date=wording.date_line(place, about.month),
        addressees=agency.addressees,
        recipients=agency.recipients,
        signature=agency.signature,
        signer=agency.signer,
    )


def _properties(title: str, profile: Profile, about: ReportPeriod) -> Properties:
    creator = next((agency.name for agency in profile.agencies.values()), "").replace("\n", " ")
    return Properties(
        title.replace(wording.NBSP, " "),
        subject=about.text,
        creator=creator,
        created=f"{about.month}-01T00:00:00Z",
    )


_WAYS = {"rising": msg("rising"), "falling": msg("falling")}


def _causes_left(sources: Sources, drafted: Iterable[Drafted]) -> list[Problem]:
    """Causes that no figure printed: written for the other direction, or for what is not told."""
    left = unused(sources.commentary.causes, [one.causes_used for one in drafted])
    file = sources.commentary.file
    return [Problem(f"{file}:{cause.line}", _why_held(cause, sources), "held") for cause in left]


def _why_held(cause: Cause, sources: Sources) -> Message:
    """Why a cause is not printed."""
    name = f"{cause.indicator}/{cause.item}" if cause.item else cause.indicator
    known = cause.indicator in sources.catalog.indicators
    if not known or (cause.item and sources.catalog.item(cause.indicator, cause.item) is None):
        return msg("the catalogue has no '{name}'; mend the id of the cause", name=name)
    return msg(
        "the cause of {indicator} is held back: no figure printed is {direction}",
        indicator=name,
        direction=_WAYS[cause.direction],
    )


def _remarks_left(sources: Sources, drafted: Iterable[Drafted]) -> list[Problem]:
    """Paragraphs of the commentary under a heading that no template of the report asks for."""
    asked = {(one.key, slot) for one in drafted for slot in one.slots}
    return [
        Problem(
            f"{sources.commentary.file}:{paragraphs[0][0]}",
            msg(
                "nothing in the report asks for '{slot}' of '{section}'; mend the heading's key",
                slot=slot,
                section=section,
            ),
            "warning",
        )
        for section, slots in sources.commentary.slots.items()
        for slot, paragraphs in slots.items()
        if (section, slot) not in asked
    ]


def _dues_left(sources: Sources, drafted: Iterable[Drafted]) -> Iterator[Problem]:
    """Indicators in scope of which no section of the report asks for some due span."""
    asked = frozenset().union(*(one.asked for one in drafted))
    for indicator in sources.catalog.indicators:
        left = [
            f"{item or '*'} {span}"
            for item, span in sources.scope.places(indicator)
            if (indicator, item, span) not in asked
        ]
        if left:
            said = msg(
                "{indicator} is in the scope but no section asks for it: {places}",
                indicator=indicator,
                places=", ".join(left),
            )
            yield Problem("drafter.yaml", said, "warning")


def _rows_left(sources: Sources, figures: Iterable[Printed]) -> list[Problem]:
    """The rows of the report's own period that no figure was made from."""
    used = {id(row) for printed in figures for row in printed.inputs}
    return [
        Problem(
            row.place,
            msg(
                "{indicator} {period} is in the data but not in the report",
                indicator="/".join(filter(None, row.key[:2])),
                period=row.key.period,
            ),
            "unused",
        )
        for row in _rows_of_period(sources)
        if id(row) not in used
    ]


def _rows_of_period(sources: Sources) -> Iterator[Observation]:
    """The rows that the report could print: of its month, or of an earlier one by their lag."""
    about, catalog = sources.period, sources.catalog
    lags = sorted({indicator.lag for indicator in catalog.indicators.values()})
    periods = {about.of_span(span, lag) for span in ("month", "quarter", "asof") for lag in lags}
    for period in sorted(periods):
        for row in sources.observations.of_period(period):
            lag = catalog.indicators[row.key.indicator].lag
            if row.key.measure != "plan" and period == about.of_span(row.key.span, lag):
                yield row
