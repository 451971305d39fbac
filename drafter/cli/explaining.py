"""`drafter explain`: tells where a printed figure comes from."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from drafter.cli.output import Line, as_record, show, show_json, show_problems
from drafter.document import LedgerRow
from drafter.errors import InputError, Message, Translate, msg
from drafter.explaining import Explained, Explanation, explain

_SPANS = {
    "month": msg("in the month"),
    "quarter": msg("in the quarter"),
    "ytd": msg("from the start of the year"),
    "average_ytd": msg("average from the start of the year"),
    "year": msg("in the year"),
    "asof": msg("on that day"),
    "season": msg("in the season"),
    "window": msg("between the two days"),
    "project": msg("of the whole project"),
}
_MEASURES = {
    "level": msg("value"),
    "plan": msg("plan"),
    "numerator": msg("part"),
    "denominator": msg("whole"),
    "rank": msg("rank"),
    "change_percent": msg("change in percent"),
    "change_absolute": msg("change in units"),
    "change_points": msg("change in percentage points"),
    "index": msg("index"),
    "contribution": msg("contribution in percentage points"),
    "contribution_share": msg("share in the growth of the whole"),
    "share": msg("share"),
    "attainment": msg("attainment of the plan"),
    "change_difference": msg("difference of two changes"),
    "record": msg("the first year that it stands out from"),
    "rank_change": msg("change in rank"),
    "status": msg("which way the series went"),
    "trend": msg("which way the series went"),
}
_BASES = {
    "month_on_month": msg("on the month before"),
    "quarter_on_quarter": msg("on the quarter before"),
    "year_on_year": msg("on the same period of the year before"),
    "year_on_year_real": msg("on the same period of the year before, without the rise of prices"),
    "year_end": msg("on the end of the year before"),
    "december": msg("on December of the year before"),
    "base_year": msg("on the base year"),
    "share_of_total": msg("of the whole indicator"),
}
_ORIGINS = {
    "reported": msg("as reported"),
    "implied": msg("worked back from a published rate"),
}
_PLAIN = str.maketrans("\u00a0\u202f\u2011", "  -")


def run(file: str, text: str, translate: Translate, *, as_json: bool = False) -> int:
    """Finds, tells; the exit code: 1 when nothing is printed so."""
    try:
        explanation = explain(_read(file), text)
    except InputError as error:
        problems = [
            problem if problem.place else _placed(file, problem.message)
            for problem in error.problems
        ]
        if as_json:
            told = [as_record(problem, translate) for problem in problems]
            show_json({"file": file, "found": [], "nearest": [], "problems": told})
        else:
            show_problems(problems, translate)
        return 2
    if as_json:
        show_json(_document(file, explanation))
    elif explanation.found:
        show(_told(explanation, text), translate)
    else:
        show(_none(explanation, text), translate, sys.stderr)
    return 0 if explanation.found else 1


def _placed(file: str, message: Message) -> Any:
    return InputError.at(file, message).problems[0]


def _read(file: str) -> bytes:
    path = Path(file)
    if not path.is_file():
        raise InputError.at(file, msg("there is no such file; name a report that drafter wrote"))
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError.at(
            file,
            msg("cannot be opened ({reason}); close it in other programs", reason=error.strerror),
        ) from error


def _document(file: str, explanation: Explanation) -> dict[str, Any]:
    """What a program is told: the ledger's rows with what stands around them."""
    found = [
        {
            "now": one.now,
            "heading": one.heading,
            "sentence": one.sentence,
            "label": one.label,
            "expression": one.expression,
            **asdict(one.row),
        }
        for one in explanation.found
    ]
    return {"file": file, "found": found, "nearest": list(explanation.nearest), "problems": []}


def _none(explanation: Explanation, text: str) -> Iterator[Line]:
    yield Line(msg("no figure is printed as '{text}'", text=text), "red")
    if explanation.nearest:
        near = "; ".join(_plain(one) for one in explanation.nearest)
        yield Line(msg("the nearest are: {figures}", figures=near))


def _told(explanation: Explanation, text: str) -> Iterator[Line]:
    count = len(explanation.found)
    yield Line(
        msg("'{text}' is printed in the report; places: {count}", text=text, count=count), "bold"
    )
    for number, one in enumerate(explanation.found, 1):
        yield Line("")
        yield Line(f"{number}. {_plain(one.now)}", "bold")
        for line in _lines(one):
            yield Line(line, indent=3)


def _lines(one: Explained) -> Iterator[Message | str]:
    """The history of a figure; a line that has nothing to say is left out."""
    row = one.row
    if one.now != row.printed:
        yield msg("drafted as: {printed}", printed=_plain(row.printed))
    yield msg("section: {section}", section=_plain(one.heading) or row.section)
    yield (
        msg("sentence: {sentence}", sentence=_plain(one.sentence))
        if one.sentence
        else msg("its field is no longer in the text")
    )
    name = "/".join(filter(None, (row.indicator, row.item)))
    yield (
        msg("indicator: {label} ({name})", label=one.label, name=name)
        if one.label
        else msg("indicator: {name}", name=name)
    )
    if row.area:
        yield msg("area: {area}", area=row.area)
    yield msg("period: {period}, {span}", period=row.period, span=_SPANS.get(row.span, row.span))
    yield from _measure(row)
    yield from _origin(row)
    yield msg("tag: {tag}", tag=row.tag)
    if one.expression:
        yield msg("template: {expression}", expression=one.expression)


def _measure(row: LedgerRow) -> Iterator[Message]:
    measure = _MEASURES.get(row.measure, row.measure)
    if row.base:
        yield msg("measure: {measure}, {base}", measure=measure, base=_base(row.base))
    else:
        yield msg("measure: {measure}", measure=measure)
    if row.value:
        yield msg("value: {value} {unit}", value=row.value, unit=row.unit)
    if row.formula and row.formula != row.value:
        yield msg("formula: {formula}", formula=row.formula)


def _origin(row: LedgerRow) -> Iterator[Message]:
    if row.inputs:
        yield msg("from: {inputs}", inputs=" + ".join(row.inputs))
    if row.origin:
        yield msg("origin: {origin}", origin=_ORIGINS.get(row.origin, row.origin))
    if row.source:
        yield msg("source: {source}", source=row.source)


def _base(base: str) -> Message | str:
    kind, _, detail = base.partition(":")
    if kind == "plan":
        return msg("against the plan {name}", name=detail)
    if kind == "base_year" and detail:
        return msg("on the year {year}", year=detail)
    named: Mapping[str, Message] = _BASES
    return named.get(kind, base)


def _plain(text: str) -> str:
    """A text with plain spaces and hyphens, as a terminal shows and a search finds it."""
    return text.translate(_PLAIN)
