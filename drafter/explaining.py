"""Where a printed figure comes from: the functions behind `drafter explain`."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from drafter.arithmetic import PERCENT
from drafter.catalog import Catalog
from drafter.document import LedgerRow
from drafter.errors import InputError, msg
from drafter.stores.builtin import builtin_folder
from drafter.word import Context, Drawing, read_contexts, read_drawings, read_ledger
from drafter.yaml_text import from_yaml

_MINUS = str.maketrans("\u2010\u2011\u2212\u2013", "----")
_SENTENCE_END = re.compile(r"[.!?] +(?=\w)")


@dataclass(frozen=True, slots=True)
class Explained:
    """One figure of a file with its history.

    now: as it reads in the file. row: as it was drafted. sentence, heading: around it, blank where
    its control is gone; of a value `drawn` in a chart what is told of the chart. expression: of the
    template, for the clause it stands in. label: of the indicator and its item, in the built-in
    catalogue; blank for an indicator of the office's own.
    """

    now: str
    row: LedgerRow
    sentence: str = ""
    heading: str = ""
    expression: str = ""
    label: str = ""
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """The figures that were asked for, in their order, or else those whose print comes nearest."""

    found: tuple[Explained, ...]
    nearest: tuple[str, ...] = ()


def explain(docx: bytes, text: str) -> Explanation:
    """The history of every figure that is printed as `text`, or whose tag it is.

    `82,9%` finds `tăng 82,9%`, and a stretch of a sentence finds the figures in it; spaces of any
    width are one space and letters are composed. Raises InputError for a file that is not
    drafter's.
    """
    ledger = read_ledger(docx)
    if not ledger:
        raise InputError.at(
            "", msg("this file has no record of its figures; name a report that drafter wrote")
        )
    figures = _figures(ledger, read_contexts(docx), read_drawings(docx))
    wanted = tidy(text)
    for fits in (_is, _holds, _is_held):
        exact = fits is _is  # a bare number of a chart stands back behind `tăng 12,77%`
        found = [
            one
            for one in figures
            if any(fits(print_, wanted) for print_ in _prints(one))
            and not (exact and one.drawn and wanted != one.row.tag)
        ]
        if found:
            return Explanation(_labelled(found))
    known = {print_: one.now for one in figures for print_ in (tidy(one.now), _digits(one.now))}
    near = get_close_matches(wanted, known, n=5, cutoff=0.5)
    return Explanation((), tuple(dict.fromkeys(known[print_] for print_ in near)))


def tidy(text: str) -> str:
    """A text as it is compared: composed, small letters, single spaces, one kind of minus.

    >>> tidy("2.755\\u00a0Triệu  USD")
    '2.755 triệu usd'
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_MINUS).casefold().split())


def _prints(figure: Explained) -> set[str]:
    """All that a figure may be asked for by."""
    row = figure.row
    if figure.drawn and row.unit == PERCENT:  # a chart says the unit of its numbers once
        return {tidy(f"{row.printed}%"), row.tag}
    return {tidy(figure.now), tidy(row.printed), row.tag}


def _digits(text: str) -> str:
    """The print from its first digit on: `82,9%` of `tăng 82,9%`."""
    found = re.search(r"[-+]?[0-9].*", tidy(text))
    return found[0] if found else tidy(text)


def _is(printed: str, wanted: str) -> bool:
    return bool(wanted) and printed == wanted


def _holds(printed: str, wanted: str) -> bool:
    """Whether a print holds the whole numbers and words asked for: 82,9% does not hold 2,9%."""
    return bool(wanted) and _within(wanted, printed)


def _is_held(printed: str, wanted: str) -> bool:
    return bool(printed) and _within(printed, wanted)


def _within(part: str, whole: str) -> bool:
    return bool(re.search(rf"(?<![\w])(?<![0-9][.,]){re.escape(part)}(?![.,]?\w)", whole))


def _figures(
    ledger: Sequence[LedgerRow], contexts: Iterable[Context], drawings: Mapping[str, Drawing]
) -> list[Explained]:
    """Every figure of the text in its order, then those of charts, and whose control is gone."""
    expressions = {row.clause: row.formula for row in ledger if not row.tag}
    rows: dict[str, list[LedgerRow]] = defaultdict(list)
    for row in ledger:
        if row.tag:
            rows[row.tag].append(row)
    last = {tag: held[-1] for tag, held in rows.items()}
    figures = []
    for control, paragraph, start, heading in contexts:
        if control.tag not in last:
            continue
        # A reviewer may have copied a sentence: then there are more figures than rows.
        row = _taken(rows[control.tag], control.text) or last[control.tag]
        expression = expressions.get(row.clause, "")
        sentence = _sentence(paragraph, start)
        figures.append(Explained(control.text, row, sentence, heading, expression))
    for row in (row for held in rows.values() for row in held):
        words, heading = drawings.get(row.clause, ("", ""))
        sentence, expression = words.partition(". ")[0], expressions.get(row.clause, "")
        drawn = row.clause in drawings
        figures.append(Explained(row.printed, row, sentence, heading, expression, drawn=drawn))
    return figures


def _sentence(paragraph: str, start: int) -> str:
    """The sentence of a paragraph around a place in it."""
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(paragraph)), len(paragraph)]
    first = max(end for end in ends if end <= start)
    return paragraph[first : min((end for end in ends if end > start), default=None)].strip()


def _taken(rows: list[LedgerRow], text: str) -> LedgerRow | None:
    """The first row printed so, else the first one, taken out of `rows`."""
    if not rows:
        return None
    same = (number for number, row in enumerate(rows) if tidy(row.printed) == tidy(text))
    return rows.pop(next(same, 0))


def _labelled(figures: Iterable[Explained]) -> tuple[Explained, ...]:
    """The figures with the labels of the built-in catalogue."""
    text = (builtin_folder() / "indicators.yaml").read_text(encoding="utf-8")
    catalog = from_yaml(text, Catalog, "indicators.yaml")
    return tuple(
        replace(one, label=_label(catalog, one.row.indicator, one.row.item)) for one in figures
    )


def _label(catalog: Catalog, indicator: str, path: str) -> str:
    entry = catalog.indicators.get(indicator)
    if entry is None:
        return ""
    item = catalog.item(indicator, path) if path else None
    return f"{entry.label}: {item.label if item else path}" if path else entry.label
