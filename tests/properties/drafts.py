"""The reports of examples/lang-son with other data: drafted, written, read back and judged."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec

from drafter.observations import Observation, Observations
from drafter.profile import Edition
from drafter.report import Draft, draft
from drafter.stores.workspace import Workspace, open_workspace
from tests.reader import dataset, names
from tests.reader.dataset import Row
from tests.reader.digits import digits
from tests.reader.names import Names
from tests.reader.numbers import scale
from tests.reader.periods import base_of, last_month
from tests.reader.reading import Read, Reader
from tests.reader.roles import Judge
from tests.reader.truth import Truth

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "lang-son"
LEVEL = ("level", "", "", "", "")
KINDS = ROOT / "templates" / "reports"


@dataclass(frozen=True)
class Told:
    """A draft, what the reader read in it, and the data that judge it."""

    draft: Draft
    read: Read
    truth: Truth

    def faults(self) -> list[str]:
        """Every false claim and every figure that could not be placed."""
        false = [fault for claim in self.read.claims for fault in self.truth.faults(claim)]
        lost = [
            f"not placed: {one.text} ({one.why}) in: {one.sentence}" for one in self.read.unplaced
        ]
        return false + lost

    def untruths(self, judge: Judge) -> list[str]:
        """What is false of each figure in the role that its file's ledger gives it."""
        return replace(judge, truth=self.truth).faults(self.draft.docx())

    @property
    def told(self) -> str:
        """All that the summary says, in one text."""
        return "\n".join(one.text() for one in (*self.draft.missing, *self.draft.problems))

    @property
    def used(self) -> set[str]:
        """The places (`file:row`) of the rows that a figure was made from."""
        return {
            place.removesuffix(":value") for row in self.draft.report.ledger for place in row.inputs
        }


@dataclass(frozen=True)
class Office:
    """The workspace of Lạng Sơn, opened once. observations: by place, as `rows` have it."""

    workspace: Workspace
    rows: tuple[Row, ...]
    observations: Mapping[str, Observation]
    names: Names


@dataclass(frozen=True)
class Drafts:
    """The drafts of one report. A change is place → new value, None for deleted."""

    kind: str
    period: str
    office: Office

    @property
    def workspace(self) -> Workspace:
        """The office's workspace."""
        return self.office.workspace

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of the data, those of other reports too."""
        return self.office.rows

    @property
    def observations(self) -> Mapping[str, Observation]:
        """The program's own rows by their places."""
        return self.office.observations

    @cached_property
    def plain(self) -> Told:
        """The draft of the data as they are, made once."""
        return self.told()

    @cached_property
    def used(self) -> tuple[Row, ...]:
        """The rows that the draft of the data as they are is made from."""
        return tuple(row for row in self.rows if row.place in self.plain.used)

    @cached_property
    def reader(self) -> Reader:
        """A reader of such reports."""
        whole = "month" if self.period == self.month else "ytd"
        return Reader(self.office.names, self.month, whole)

    @property
    def judge(self) -> Judge:
        """A judge of figures by their roles."""
        return Judge(self.plain.truth, self.reader.pattern)

    @property
    def month(self) -> str:
        """The last month of the report's period."""
        return last_month(self.period)

    def told(
        self, changes: Mapping[str, Decimal | None] | None = None, *, report: str = "",
        vintage: str = "", scope: Mapping[str, Any] | None = None, without: Collection[str] = (),
        more: Iterable[Observation] = (),
    ) -> Told:  # fmt: skip
        """The draft of changed data. more: observations besides; scope: the profile's instead;
        without: what no scope has; report: another kind.
        """
        kind, (rows, kept) = report or self.kind, self._changed(changes or {})
        rows += [_row(one) for one in more]
        workspace = self._scoped(self.workspace.profile.scope if scope is None else scope, without)
        workspace.observations = Observations([*kept, *more])
        drafted = draft(workspace, self.period, report=kind, vintage=vintage)
        printed = digits(KINDS / f"{kind}.yaml", self.period, FOLDER)
        truth = Truth(dataset.newest(rows, vintage), self.office.names, self.month, printed)
        return Told(drafted, self.reader.read(drafted.docx()), truth)

    def _changed(
        self, changes: Mapping[str, Decimal | None]
    ) -> tuple[list[Row], list[Observation]]:
        """The rows with their new values, as the reader and as the program keep them."""
        rows, kept = [], []
        for row in self.rows:
            value = changes.get(row.place, row.value)
            if value is not None:
                rows.append(replace(row, value=value))
                kept.append(self._observed(row, value))
        return rows, kept

    def _observed(self, row: Row, value: Decimal) -> Observation:
        """The program's row with another value, on the scale that the program keeps it."""
        held = self.observations[row.place]
        if value == row.value:
            return held
        power = scale(row.unit)[1] - scale(held.unit)[1]
        return replace(held, value=value.scaleb(power) if power else value)

    def _scoped(self, scope: Mapping[str, Any], without: Collection[str]) -> Workspace:
        """The workspace with other scopes."""
        workspace = copy.copy(self.workspace)
        workspace._scopes = {}
        workspace.profile = msgspec.structs.replace(
            workspace.profile, scope=_without(scope, without)
        )
        editions: dict[str, Edition] = {
            file: msgspec.structs.replace(one, scope=_without(one.scope, without))
            for file, one in workspace.editions.items()
        }
        workspace.__dict__["editions"] = editions
        return workspace

    def row(self, *key: str) -> Row:
        """One row by what it is of: indicator, item, span, period, measure, base."""
        wanted = (*key, *("", "", "month", self.month, "level", "")[len(key) :])
        return next(row for row in self.rows if row.key[:6] == wanted)

    def bases(self, row: Row) -> list[Row]:
        """The levels that a level is compared with."""
        if row.measure != "level":
            return []
        held = dataset.newest(self.rows)
        wanted = [base_of(row.span, row.period, base)
                  for base in ("year_on_year", "month_on_month", "year_end")]  # fmt: skip
        keys = [(row.indicator, row.item, row.span, at, *LEVEL) for at in wanted if at]
        return [held[key] for key in keys if key in held]

    def flipped(self, row: Row) -> Decimal:
        """A value that turns the row's sign: mirrored around its base, or negated."""
        if row.measure.startswith("change_"):
            return -row.value
        for base in self.bases(row):
            mirrored = 2 * base.value - row.value
            return mirrored if mirrored > 0 else base.value / 3
        return row.value

    def levelled(self, row: Row) -> Decimal:
        """A value that makes the row say that nothing changed."""
        if row.measure.startswith("change_"):
            return Decimal(0)
        return next((base.value for base in self.bases(row)), row.value)


@cache
def drafts(kind: str, period: str) -> Drafts:
    """The drafts of a report of Lạng Sơn."""
    return Drafts(kind, period, office())


def july() -> Drafts:
    """The statistics office's report of July 2023."""
    return drafts("statistics", "2023-07")


@cache
def office() -> Office:
    """The workspace, opened once for all tests."""
    workspace = open_workspace(FOLDER)
    assert workspace.sections
    assert workspace.kinds
    rows = tuple(dataset.read(FOLDER / "data"))
    held = {one.place: one for one in workspace.observations._rows}
    assert set(held) == {row.place for row in rows}, "the reader's rows are not the program's"
    return Office(
        workspace, rows, held, names.load(ROOT / "indicators.yaml", FOLDER / "indicators.yaml")
    )


def _without(scope: Mapping[str, Any], dropped: Collection[str]) -> dict[str, Any]:
    return {name: rule for name, rule in scope.items() if name not in dropped}


def _row(one: Observation) -> Row:
    key = one.key
    return Row(
        key.indicator, key.item, key.span, key.period, key.measure, key.base, key.of, key.plan,
        key.bound, one.value, one.unit, one.origin, one.vintage, one.place,
    )  # fmt: skip
