"""Cells of a table into observations: a row is read whole, or said to be left out and why.

A clean row costs a few look-ups, since what its cells mean is kept by their text; a row with
anything to say takes the careful way, which gathers every finding of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Context, Decimal
from typing import Any, NamedTuple

from drafter.catalog import Catalog
from drafter.errors import Problem, msg
from drafter.numerals import Form, NumeralError
from drafter.observations import COLUMNS, Key, Observation
from drafter.stores.columns import Finding, Layout, Table, lay_out
from drafter.stores.duplicates import settle
from drafter.stores.forms import form_of_table
from drafter.stores.periods import PeriodError, day_of, period_of
from drafter.stores.series import IDENTITY, Series, SeriesRules
from drafter.stores.values import FormUnknownError, ValueCellError, number_of, value_text
from drafter.stores.words import tidied

_DETAILS = ("as_of", "source", "vintage")
_ORDER = {name: index for index, name in enumerate(COLUMNS)}
# A scale of a unit is a power of ten, so this only ever holds the digits there are.
_EXACT = Context(prec=400)
# A third faster than the named tuple's own constructor, once a row.
_new_key = tuple.__new__

Details = tuple[str, str, str]
Texts = tuple[str, str, str, str]


class Reading(NamedTuple):
    """What a table gave. findings are in file order; every row is in one of the other two."""

    file: str
    layout: Layout
    observations: list[Observation]
    findings: list[Finding]

    def problems(self) -> list[Problem]:
        """What there is to say, with places."""
        return [
            Problem(self.layout.place(self.file, finding.row, finding.column),
                    finding.message, finding.severity)
            for finding in self.findings if not finding.repeats
        ]  # fmt: skip

    def left_out(self) -> list[Problem]:
        """One warning for every row that was left out, with the first of its faults."""
        first: dict[int, Finding] = {}
        for finding in self.findings:
            if finding.severity == "fault":
                first.setdefault(finding.row, finding)
        return [
            Problem(self.layout.place(self.file, row, finding.column),
                    msg("left out: {fault}", fault=finding.message), "warning")
            for row, finding in first.items()
        ]  # fmt: skip


def read_rows(
    file: str,
    header: Sequence[str],
    rows: Iterable[Sequence[Any]],
    catalog: Catalog,
    form: Form | None = None,
) -> tuple[list[Observation], list[Problem]]:
    """The observations of a table and every problem of it, in the order of its rows.

    file: what places begin with. rows: cells as text or as a spreadsheet's values, without the
    header. form: that of the numerals; None infers it from the cells. A row with a fault gives no
    observation; blank rows give neither.
    """
    reading = read_table(Table(file, tuple(header), list(rows)), SeriesRules(catalog), form)
    (settled,) = settle([reading])
    return settled.observations, settled.problems()


def read_table(table: Table, rules: SeriesRules, form: Form | None = None) -> Reading:
    """The rows of one table; two rows of one key are not yet compared (see `settle`).

    A table whose header has a fault gives no rows, since a misread column changes their meaning.
    """
    layout, findings = lay_out(table)
    if findings:
        return Reading(table.file, layout, [], findings)
    return _TableReader(table, layout, rules, form).read()


class _Kept(dict[Any, Any]):
    """What cells mean, worked out when first seen; a reading that raises is not kept."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cells: Any) -> Any:
        self[cells] = found = self._read(cells)
        return found


class _TableReader:
    def __init__(
        self, table: Table, layout: Layout, rules: SeriesRules, declared: Form | None
    ) -> None:
        self.table, self.layout, self.rules = table, layout, rules
        self.at_value = layout.positions["value"]
        self.at_period = layout.positions["period"]
        self.at_note = layout.positions.get("note")
        self.form = form_of_table(
            (value_text(row[self.at_value]) if len(row) > self.at_value else ""
             for row in table.rows), table.header_row + 1, declared,
        )  # fmt: skip
        self.slots = [at for at, name in enumerate(IDENTITY) if name in layout.positions]
        self.identity_of = layout.picker(IDENTITY)
        self.details_of = layout.picker(_DETAILS)
        self.series: dict[Any, Series] = _Kept(self._read_series)
        self.periods: dict[Any, str] = _Kept(lambda pair: period_of(pair[1], pair[0]))
        self.details: dict[Any, Details] = _Kept(self._read_details)
        self.notes: dict[Any, str] = _Kept(_clean_text)
        self.observations: list[Observation] = []
        self.findings: list[Finding] = [self.form.warning] if self.form.warning else []
        self.suspects: list[tuple[int, Series, Observation]] = []
        self._idle_end = all(len(row) > layout.width or not row for row in table.rows)
        self._said: set[tuple[str, str]] = set()

    def read(self) -> Reading:
        """All rows, the clean ones at once."""
        width, form = self.layout.width, self.form.form
        at_value, at_period, at_note = self.at_value, self.at_period, self.at_note
        for number, row in enumerate(self.table.rows, self.table.header_row + 1):
            try:
                series = self.series[self.identity_of(row)]
                period = self.periods[series.span, row[at_period]]
                details = self.details[self.details_of(row)]
                note = self.notes[row[at_note]] if at_note is not None else ""
                texts = (*details, note)
                value = number_of(row[at_value], form)
                if series.factor is not None:
                    value = _EXACT.multiply(value, series.factor)
            except (LookupError, ValueError):
                self._read_carefully(number, row)
                continue
            if series.remarks or len(row) != width or not series.rule.fits(value):
                self._read_carefully(number, row)
            else:
                self._keep(number, series, period, value, texts)
        self._judge_suspects()
        self.findings.sort(key=lambda found: (found.row, self._position(found.column)))
        return Reading(self.table.file, self.layout, self.observations, self.findings)

    def _keep(
        self, number: int, series: Series, period: str, value: Decimal, texts: Texts
    ) -> Observation:
        """The observation of a row, added to those read."""
        as_of, source, vintage, note = texts
        key = _new_key(Key, (*series.head, period, *series.tail))
        observation = Observation(
            key, value, series.unit, series.status, as_of, series.origin, source, vintage, note,
            f"{self.table.file}:{number}",
        )  # fmt: skip
        self.observations.append(observation)
        return observation

    def _read_series(self, cells: tuple[Any, ...]) -> Series:
        texts = [""] * len(IDENTITY)
        for slot, cell in zip(self.slots, cells, strict=True):
            texts[slot] = text_of(cell)
        return self.rules.series(texts)

    def _read_details(self, cells: tuple[Any, ...]) -> Details:
        given = (name for name in _DETAILS if name in self.layout.positions)
        values = dict(zip(given, cells, strict=True))
        as_of, vintage = (_day(values.get(name), name) for name in ("as_of", "vintage"))
        return as_of, _clean_text(values.get("source")), vintage

    def _read_carefully(self, number: int, row: Sequence[Any]) -> None:
        """A row that is blank, or has something to say."""
        if all(text_of(cell).strip() == "" for cell in row):
            return
        width = self.layout.width
        found = self._extra_cells(number, row)
        row = [*row, *[""] * (width - len(row))][:width]
        series = self.series[self.identity_of(row)]
        found += [Finding(number, *remark) for remark in series.remarks]
        period = self._try_period(number, row[self.at_period], series, found)
        texts = self._careful_texts(number, row, found)
        value = self._try_value(number, row[self.at_value], series, found)
        self._report(found)
        if value is None or any(finding.severity == "fault" for finding in found):
            return
        if series.remarks:  # said now, so the next rows of the series are clean
            self.series[self.identity_of(row)] = replace(series, remarks=())
        observation = self._keep(number, series, period, value, texts)
        if series.rule.suspect and not series.rule.fits(value):
            self.suspects.append((number, series, observation))

    def _report(self, found: list[Finding]) -> None:
        """Faults each time, the same warning or note once a table."""
        for finding in found:
            said = (finding.column, finding.message.text())
            if finding.severity == "fault" or said not in self._said:
                self._said.add(said)
                self.findings.append(finding)

    def _extra_cells(self, number: int, row: Sequence[Any]) -> list[Finding]:
        """The fault of a row longer than the header: its cells may stand under wrong names.

        Rows that all end in the same idle separator are not shifted.
        """
        beyond = row[self.layout.width :]
        if not beyond or (self._idle_end and not any(text_of(cell).strip() for cell in beyond)):
            return []
        fault = msg("the row has {cells} cells under {columns} columns; put a number with a "
                    "decimal comma in quotation marks, or separate the columns with ;",
                    cells=len(row), columns=self.layout.width)  # fmt: skip
        return [Finding(number, "value", fault)]

    def _try_period(self, number: int, cell: object, series: Series, found: list[Finding]) -> str:
        if not series.span:
            return ""
        try:
            return self.periods[series.span, cell]
        except PeriodError as error:
            found.append(Finding(number, "period", error.message))
            return ""

    def _try_value(
        self, number: int, cell: object, series: Series, found: list[Finding]
    ) -> Decimal | None:
        """The value in the series' unit, or None with a finding why there is none."""
        try:
            value = number_of(cell, self.form.form)
        except (NumeralError, ValueCellError) as error:
            found.append(Finding(number, "value", error.message))
            return None
        except FormUnknownError as error:
            found.append(self.form.fault(number, str(error)))
            return None
        if series.factor is not None:
            value = _EXACT.multiply(value, series.factor)
        if series.head[0] and not series.rule.suspect and not series.rule.fits(value):
            found.append(Finding(number, "value", series.rule.why(value, self.form.form)))
            return None
        return value

    def _careful_texts(self, number: int, row: Sequence[Any], found: list[Finding]) -> Texts:
        """The free columns, each with its own findings."""
        texts = {}
        for name in (*_DETAILS, "note"):
            cell = row[self.layout.positions[name]] if name in self.layout.positions else ""
            try:
                if name in ("as_of", "vintage"):
                    texts[name] = _day(cell, name)
                else:
                    texts[name], remarks = tidied(name, text_of(cell))
                    found += [Finding(number, *remark) for remark in remarks]
            except PeriodError as error:
                found.append(Finding(number, name, error.message))
                texts[name] = ""
        return texts["as_of"], texts["source"], texts["vintage"], texts["note"]

    def _judge_suspects(self) -> None:
        """An index among changes is a slip when half of its group looks so, else perhaps true.

        Branches do rise by 115,88 %; a whole list that lies between 85 and 125 is one of indices.
        A note on the row vouches for a value that stands alone.
        """
        if not self.suspects:
            return
        groups = Counter(map(_group, self.observations))
        odd = Counter(_group(observation) for _, _, observation in self.suspects)
        faulty = set()
        for number, series, observation in self.suspects:
            group = _group(observation)
            wrong = odd[group] * 2 >= groups[group] or observation.value < 0
            message = series.rule.why(observation.value, self.form.form)
            if wrong:
                self.findings.append(Finding(number, "value", message))
                faulty.add(observation.place)
            elif not observation.note:
                doubt = msg("{doubt}; a note on the row vouches for it", doubt=message)
                self.findings.append(Finding(number, "value", doubt, "warning"))
        self.observations = [row for row in self.observations if row.place not in faulty]

    def _position(self, column: str) -> int:
        return self.layout.positions.get(column, self.layout.width + _ORDER.get(column, 0))


def _group(observation: Observation) -> tuple[str, ...]:
    """What the members of one list in a report have in common."""
    key = observation.key
    return (key.indicator, key.area, key.span, key.period, key.measure, key.base)


def text_of(cell: object) -> str:
    """A cell as it would be typed: a spreadsheet's 20.0 is 20, a date is ISO.

    >>> text_of(20.0), text_of(None), text_of(datetime(2023, 7, 31))
    ('20', '', '2023-07-31')
    """
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.date().isoformat() if isinstance(cell, datetime) else str(cell)


def _day(cell: object, column: str) -> str:
    return day_of(cell, column) if text_of(cell).strip() else ""


def _clean_text(cell: object) -> str:
    """The text of a cell about which there is nothing to say; ValueError otherwise."""
    text, remarks = tidied("", text_of(cell))
    if remarks:
        raise ValueError(text)
    return text
