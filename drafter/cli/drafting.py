"""`drafter draft`: writes the report and says what its clerk must know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from drafter.cli.output import Line, as_record, show, show_json, show_problems
from drafter.errors import InputError, Message, Problem, Translate, msg
from drafter.plain_text import plain_text
from drafter.report import Draft, draft
from drafter.stores.compiled import Compiled, cache_folder
from drafter.stores.saving import save_whole, unwritable
from drafter.stores.workspace import Workspace, open_workspace
from drafter.table_words import UNKNOWN
from drafter.word import is_as_written, ledger_csv

ENDINGS = {
    "docx": (".docx",),
    "html": (".html", ".htm"),
    "text": (".txt",),
    "xlsx": (".xlsx",),
}
"""Format → the endings of its files, the first for a name of our own."""
_DOUBTS = ("warning", "held")


@dataclass(frozen=True, slots=True)
class Request:
    """The arguments of `drafter draft`; blank where not given."""

    workspace: str
    period: str
    report: str = ""
    output: str = ""
    format: str = ""
    vintage: str = ""
    manner: str = ""
    annex: bool = False
    pdf: bool = False
    strict: bool = False
    keep_going: bool = False
    json: bool = False
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report that has been written. problems: of the reading, then of the drafting.

    pdf: beside it, None where none was asked for or none could be made; unprinted: why not.
    """

    draft: Draft
    file: Path
    ledger: Path
    problems: tuple[Problem, ...]
    pdf: Path | None = None
    unprinted: tuple[Problem, ...] = ()

    @property
    def figures(self) -> int:
        """How many numbers stand in the report; a mark that one is missing is none."""
        return sum(not printed.missing for printed in self.draft.figures)

    def count(self, *severities: str) -> int:
        """How many findings are of these severities."""
        return sum(problem.severity in severities for problem in self.problems)


def run(request: Request, translate: Translate) -> int:
    """Drafts, writes, reports; the exit code."""
    try:
        outcome = _write(request)
        outcome = _print(outcome) if request.pdf else outcome
    except InputError as error:
        _refuse(error.problems, request, translate)
        return 2
    if request.json:
        show_json(_document(outcome, request, translate))
    else:
        show(_summary(outcome, translate, verbose=request.verbose), translate)
        told = _told(outcome, verbose=request.verbose)
        show_problems((*told, *outcome.unprinted), translate)
    if outcome.unprinted:
        return 2
    found = bool(outcome.draft.missing) or outcome.count(*_DOUBTS) > 0
    return 1 if request.strict and found else 0


def _write(request: Request) -> Outcome:
    vintage = _vintage(request.vintage)
    compiled = Compiled(cache_folder())
    workspace = open_workspace(request.workspace, keep_going=request.keep_going, compiled=compiled)
    drafted = draft(
        workspace,
        request.period,
        report=request.report,
        vintage=vintage,
        manner=request.manner,
        annex=request.annex,
    )
    name = "-".join(filter(None, (drafted.report.kind, drafted.report.period, request.manner)))
    kind, file = _target(request, name)
    ledger = file.with_name(file.stem + ".figures.csv")
    content = _content(drafted, kind)
    _spare_edited(file)
    # With its mark, or Excel reads Vietnamese letters as those of the office's old code page.
    save_whole({file: content, ledger: ledger_csv(drafted.report.ledger).encode("utf-8-sig")})
    return Outcome(drafted, file, ledger, _problems(workspace, drafted))


def _content(drafted: Draft, kind: str) -> bytes:
    """The file of a format. Raises InputError for a workbook of a report without tables."""
    if kind == "xlsx":
        return drafted.xlsx()
    if kind == "html":
        return drafted.html().encode()
    return drafted.docx() if kind == "docx" else plain_text(drafted.report).encode()


def _print(outcome: Outcome) -> Outcome:
    """The outcome with the PDF of its Word file, or why there is none; the Word file stands."""
    from drafter.stores.libreoffice import pdf_of  # noqa: PLC0415 (few ask for a PDF)

    pdf = outcome.file.with_suffix(".pdf")
    try:
        save_whole({pdf: pdf_of(outcome.file.read_bytes())})
    except InputError as error:
        return replace(outcome, unprinted=error.problems)
    return replace(outcome, pdf=pdf)


def _spare_edited(file: Path) -> None:
    """InputError when a Word file stands there that someone has edited."""
    if file.suffix.lower() not in ENDINGS["docx"] or not file.is_file():
        return
    try:
        held = file.read_bytes()
    except OSError as error:
        raise unwritable(file, error) from error
    if not is_as_written(held):
        raise InputError.at(
            str(file),
            msg(
                "this file has been edited since it was drafted, and is not overwritten; "
                "move it, or name another file with -o"
            ),
        )


def _vintage(text: str) -> str:
    """The date as ISO has it; InputError when it is none."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise InputError.at(
            "--vintage", msg("'{text}' is no date; write it as 2023-07-27", text=text)
        ) from error


def _target(request: Request, name: str) -> tuple[str, Path]:
    """The format and the file to write. Raises InputError when they do not go together."""
    given = Path(request.output) if request.output else Path("out")
    is_folder = given.is_dir() or not given.suffix or request.output.endswith(("/", "\\"))
    by_ending = {ending: kind for kind, endings in ENDINGS.items() for ending in endings}
    kind = request.format or by_ending.get("" if is_folder else given.suffix.lower(), "docx")
    file = given / (name + ENDINGS[kind][0]) if is_folder else given
    if request.pdf and kind != "docx":
        raise InputError.at(
            "--pdf", msg("a PDF is made from the Word file; write a .docx, or leave out --pdf")
        )
    if file.suffix.lower() not in ENDINGS[kind]:
        raise InputError.at(str(file), _other_ending(kind, file))
    return kind, file


def _other_ending(kind: str, file: Path) -> Message:
    """What is wrong with the ending of a file to write, and what to write instead."""
    if file.suffix.lower() == ".pdf":
        word = file.with_suffix(ENDINGS["docx"][0]).name
        return msg("a PDF is written beside the Word file; write {word}, with --pdf", word=word)
    ending = ENDINGS[kind][0]
    return msg("the name of the file must end in {ending}; change it, or --format", ending=ending)


def _problems(workspace: Workspace, drafted: Draft) -> tuple[Problem, ...]:
    return (*workspace.warnings, *workspace.left_out, *drafted.problems)


def _refuse(problems: Sequence[Problem], request: Request, translate: Translate) -> None:
    """Says why nothing was written."""
    if request.json:
        told = [as_record(problem, translate) for problem in problems]
        show_json({"file": None, "figures": 0, "missing": [], "problems": told})
        return
    show_problems(problems, translate)
    faults = sum(problem.severity == "fault" for problem in problems)
    show_problems(
        [Problem("", msg("faults: {count}; nothing was written", count=faults))], translate
    )


def _document(outcome: Outcome, request: Request, translate: Translate) -> dict[str, Any]:
    """What a program is told."""
    labels = _labels(outcome.draft)
    pdf = str(outcome.pdf) if outcome.pdf else None
    problems = (*outcome.problems, *outcome.unprinted)
    return {
        "file": str(outcome.file),
        **({"pdf": pdf} if request.pdf else {}),
        "ledger": str(outcome.ledger),
        "report": outcome.draft.report.kind,
        "period": outcome.draft.report.period,
        "figures": outcome.figures,
        "missing": [
            {
                "what": _what(problem, labels),
                "place": problem.place,
                "message": problem.message.text(translate),
            }
            for problem in outcome.draft.missing
        ],
        "problems": [as_record(problem, translate) for problem in problems],
    }


def _summary(outcome: Outcome, translate: Translate, *, verbose: bool) -> Iterator[Line]:
    """What a clerk is told on standard output."""
    missing = outcome.draft.missing
    yield Line(msg("written: {file}", file=outcome.file), "bold")
    if outcome.pdf:
        yield Line(msg("as PDF: {file}", file=outcome.pdf), "bold")
    yield Line(msg("where its figures come from: {file}", file=outcome.ledger))
    yield Line(msg("figures: {count}", count=outcome.figures))
    yield Line(msg("missing: {count}", count=len(missing)), "red" if missing else "green")
    labels = _labels(outcome.draft)
    for problem in missing:
        what = _what(problem, labels)
        line = problem.text(translate)
        yield Line(f"- {what} ({line})" if what else f"- {line}", indent=2)
    counts = (
        (outcome.count("warning"), msg("doubts: {count}", count=outcome.count("warning"))),
        (outcome.count("held"), msg("causes held back: {count}", count=outcome.count("held"))),
        (
            outcome.count("typed"),
            msg("lines with numbers typed by hand: {count}", count=outcome.count("typed")),
        ),
        (outcome.count("unused"), _unused(outcome.count("unused"), verbose=verbose)),
    )
    for count, message in counts:
        if count:
            yield Line(message)


def _unused(count: int, *, verbose: bool) -> Message:
    if verbose:
        return msg("rows of the period that are not in the report: {count}", count=count)
    return msg(
        "rows of the period that are not in the report: {count} (-v lists them)", count=count
    )


def _told(outcome: Outcome, *, verbose: bool) -> list[Problem]:
    """The findings for standard error; the long lists only when asked for."""
    quiet = () if verbose else ("unused", "note")
    return [problem for problem in outcome.problems if problem.severity not in quiet]


def _labels(drafted: Draft) -> Mapping[tuple[str, str], str]:
    """What stands in the report for each missing figure, by its place and period."""
    return {
        (
            "/".join(filter(None, (row.indicator, row.item))),
            " ".join(filter(None, (row.span, row.period, row.base))),
        ): row.printed.replace("\u00a0", " ")
        for row in drafted.report.ledger
        if row.tag and not row.value and row.printed != UNKNOWN
    }


def _what(problem: Problem, labels: Mapping[tuple[str, str], str]) -> str:
    """The words that mark a missing figure in the report; blank where it stands in none."""
    return labels.get((problem.place, str(problem.message.values.get("what", ""))), "")
