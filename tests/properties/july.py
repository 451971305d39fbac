"""The July 2023 workspace with other data: drafted, written, read back and judged."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from drafter.observations import Observation, Observations
from drafter.report import Draft, draft
from drafter.stores.workspace import Workspace, open_workspace
from tests.reader import dataset, names
from tests.reader.dataset import Row
from tests.reader.periods import base_of
from tests.reader.reading import Read, Reader
from tests.reader.truth import Truth

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "lang-son"
MONTH = "2023-07"
LEVEL = ("level", "", "", "", "")


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
class July:
    """The workspace and its rows, opened once. A change is place → new value, None for deleted."""

    workspace: Workspace
    rows: tuple[Row, ...]
    observations: Mapping[str, Observation]
    reader: Reader

    def told(
        self, changes: Mapping[str, Decimal | None] | None = None, *, report: str = "statistics",
        vintage: str = "", scope: Mapping[str, Any] | None = None, more: Iterable[Observation] = (),
    ) -> Told:  # fmt: skip
        """The draft of changed data. more: observations besides; scope: the profile's instead."""
        changes = changes or {}
        rows, kept = [], []
        for row in self.rows:
            value = changes.get(row.place, row.value)
            if value is not None:
                rows.append(replace(row, value=value))
                kept.append(replace(self.observations[row.place], value=value))
        rows += [_row(one) for one in more]
        workspace = copy.copy(self.workspace)
        workspace.observations = Observations([*kept, *more])
        if scope is not None:
            workspace._scopes = {}
            workspace.profile = msgspec.structs.replace(workspace.profile, scope=scope)
        drafted = draft(workspace, MONTH, report=report, vintage=vintage)
        truth = Truth(dataset.newest(rows, vintage), self.reader.names, MONTH)
        return Told(drafted, self.reader.read(drafted.docx()), truth)

    def row(self, *key: str) -> Row:
        """One row by what it is of: indicator, item, span, period, measure, base."""
        wanted = (*key, *("", "", "month", MONTH, "level", "")[len(key) :])
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
def plain() -> Told:
    """The draft of the data as they are, made once."""
    return july().told()


@cache
def july() -> July:
    """The July workspace, opened once for all tests."""
    workspace = open_workspace(FOLDER)
    assert workspace.sections
    assert workspace.kinds
    rows = tuple(dataset.read(FOLDER / "data"))
    held = {one.place: one for one in workspace.observations._rows}
    assert set(held) == {row.place for row in rows}, "the reader's rows are not the program's"
    reader = Reader(names.load(ROOT / "indicators.yaml", FOLDER / "indicators.yaml"), MONTH)
    return July(workspace, rows, held, reader)


def _row(one: Observation) -> Row:
    key = one.key
    return Row(
        key.indicator, key.item, key.span, key.period, key.measure, key.base, key.of, key.plan,
        key.bound, one.value, one.unit, one.origin, one.vintage, one.place,
    )  # fmt: skip


BROKEN = {
    "two spaces": r"\S {2,}\S",
    "a full stop after another mark": r"[;,:]\s*\.(?!\.)|(?<!\.)\.\.(?!\.)",
    "a mark after a space": r"\S [,.;:](?![.\d])",
    "two marks": r"[;,]\s*[;,]",
    "empty brackets": r"\(\s*\)",
    "a space inside brackets": r"\( | \)",
    "None": r"\bNone\b",
    "a mark of the templates": r"[\ue000-\ue005]",
    "template code": r"\{[{%]|[%}]\}",
}


def broken(told: Told) -> list[str]:
    """Where the text has a hole: doubled marks, empty brackets, stranded headings."""
    found = []
    for text in told.read.texts:
        found += [f"{what}: {text}" for what, pattern in BROKEN.items() if re.search(pattern, text)
                  and not re.match(r"Số:|.{2,30}, ngày", text)]  # fmt: skip
    for text, following in zip(told.read.texts, [*told.read.texts[1:], ""], strict=True):
        listed = following[:2] in ("- ", "+ ", "* ") or re.match(r"Nơi nhận|Kính gửi", text)
        if text.endswith(":") and not listed:
            found.append(f"an introduction of nothing: {text}")
    found += _stranded(told)
    return found


def _stranded(told: Told) -> list[str]:
    blocks = told.draft.report.sections
    found = []
    for section in blocks:
        levels = [getattr(block, "level", 0) for block in section.blocks]
        for level, following in zip(levels, [*levels[1:], 1], strict=True):
            if level and following and following <= level:
                found.append(f"a heading of nothing in {section.key}")
    return found
