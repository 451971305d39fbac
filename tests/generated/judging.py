"""A draft from a made-up province, read back and judged by its data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.report import Draft, draft
from tests.generated.provinces import Province, office
from tests.reader import dataset, names
from tests.reader.dataset import Row
from tests.reader.digits import Digits, digits
from tests.reader.names import Names
from tests.reader.periods import last_month
from tests.reader.reading import Reader
from tests.reader.roles import Judge
from tests.reader.truth import Truth

ROOT = Path(__file__).resolve().parents[2]


@cache
def catalogue() -> Names:
    """The names of the national catalogue."""
    return names.load(ROOT / "indicators.yaml")


@cache
def rows(province: Province) -> dict[tuple[str, ...], Row]:
    """The rows that hold in a province's data, as the reader keeps them."""
    held = [
        Row(
            one.key.indicator, one.key.item, one.key.span, one.key.period, one.key.measure,
            one.key.base, one.key.of, one.key.plan, one.key.bound, one.value, one.unit, one.origin,
            one.vintage, one.place,
        )
        for one in office(province).observations._rows
    ]  # fmt: skip
    return dataset.newest(held)


@cache
def drafted(province: Province, period: str, kind: str) -> Draft:
    """The report of a kind and period."""
    return draft(office(province), period, report=kind)


def judge(province: Province, period: str, kind: str) -> Judge:
    """The judge of a report."""
    truth = Truth(rows(province), catalogue(), last_month(period), _digits(kind, period))
    return Judge(truth, Reader(catalogue(), truth.month).pattern, province.since)


def reader(period: str) -> Reader:
    """A reader of the reports of a period."""
    month = last_month(period)
    return Reader(catalogue(), month, "month" if period == month else "ytd")


@cache
def _digits(kind: str, period: str) -> Digits:
    """The decimals that a kind prints, where they are not the catalogue's."""
    return digits(ROOT / "templates" / "reports" / f"{kind}.yaml", period)
