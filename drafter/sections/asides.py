"""Asides: words behind a clause that go without a trace where the office does not report them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from drafter.figures import ABSENT
from drafter.measured import Gap, Measured, Outcome, Point, Series
from drafter.sections.desk import Desk
from drafter.sections.manner import VALUE, known_span
from drafter.sections.views import SeriesView

Resolve = Callable[[str | SeriesView], SeriesView]
"""A series as it is, or by its id."""
Wish = TypeVar("Wish", bound=msgspec.Struct)


def asked(kind: type[Wish], how: Mapping[str, Any]) -> tuple[Wish, dict[str, Any]]:
    """What a call asks for, its keywords parted into a wish and settings.

    Raises msgspec.ValidationError for a value of another kind than the wish has.
    """
    own = {name: value for name, value in how.items() if name in kind.__struct_fields__}
    rest = {name: value for name, value in how.items() if name not in own}
    return msgspec.convert(own, kind), rest


def asked_span(name: str) -> str:
    """The span that a call names, blank where it names none; KeyError for one that there is not.

    >>> asked_span("year_to_date"), asked_span("")
    ('ytd', '')
    """
    return known_span(name) if name else ""


def owed(desk: Desk, series: Series, span: str, by: str) -> str:
    """A comparison by its full name (`base_year:2019`), or `value`, where the report owes it.

    Of several plans the first, unless one is named.
    """
    due = desk.due(series)
    if by == VALUE:
        return by if span in due else ""
    names: list[str] = []
    for one in due.get(span, ()):
        plans = desk.indicator(series).plans if one in ("plan", "plan_points") else ()
        names += [f"{one}:{plan}" for plan in plans] or [one]
    return next((one for one in names if one == by or one.startswith(f"{by}:")), "")


def span_owing(desk: Desk, series: Series, by: str) -> str:
    """The first span in which a series owes a comparison; blank where none does."""
    return next((span for span in desk.due(series) if owed(desk, series, span, by)), "")


def outcome_of(desk: Desk, point: Point, by: str) -> Outcome:
    """A comparison of a point, or its level."""
    return desk.sources.measures.level(point) if by == VALUE else desk.compare(point, by)


def alike(desk: Desk, now: Measured, other: Outcome) -> Outcome:
    """Another figure to be set beside one, refused where the two cannot be compared."""
    if isinstance(other, Gap) or not (why := desk.sources.measures.unlike(now, other)):
        return other
    return Gap(other.point, other.measure, other.base, why, refused=True)


def unknown(desk: Desk, gap: Gap, joint: str) -> str:
    """The mark of what is missing; behind a clause, which has marked it already, only told."""
    if not joint:
        return desk.missing(gap)
    desk.tell_once(gap, gap.reason)
    return ABSENT


def joined(text: str, joint: str) -> str:
    """An aside behind its joint, nothing where it is absent; without a joint `ABSENT` stays.

    >>> joined("cao hơn mức tăng 3,2%", ", "), joined(ABSENT, ", "), joined(ABSENT, "") == ABSENT
    (', cao hơn mức tăng 3,2%', '', True)
    """
    if text == ABSENT:
        return "" if joint else ABSENT
    return joint + text
