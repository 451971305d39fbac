"""How a series is told: which spans and comparisons, in what words, with which settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from drafter.figures import Format
from drafter.measured import Point, Series
from drafter.measures import CHANGES
from drafter.observations import SPANS
from drafter.settings import Settings

ALIASES = {"year_to_date": "ytd", "average": "average_ytd", "as_of": "asof"}
VALUE = "value"
COMPARISONS = (
    *CHANGES, "plan", "plan_points", "share", "contribution", "contribution_share", "absolute",
    VALUE,
)  # fmt: skip
UNITS = "absolute:"
"""Before a comparison: its change in units is due, beside the rate or alone."""


class Manner(msgspec.Struct, frozen=True):
    """How a series, or each member of a list, is told.

    parts: spans and comparisons, all that is due where there are none. subject: its own words for
    what it is about, None for the catalogue's label in the form `name` (full, item, short) behind
    `prefix`. when: whether the time is said (None: except at a point of time). verb: between the
    two and the value. zero: what stands for the value when it is nothing. year: the year is said.
    base: the base phrase is; plan: so is the plan's name; cause: so is why; values: levels are
    printed, not only changes. below: each member is followed by those under it; products: by what
    it makes. earlier: the comparison whose earlier period is told, not the report's own. aside: how
    last year's own growth stands where the settings want it beside. settings: those of the call.
    """

    parts: tuple[str, ...] = ()
    subject: str | None = None
    prefix: str = ""
    name: str = "full"
    when: bool | None = None
    verb: str | None = None
    zero: str = ""
    year: bool = False
    base: bool = True
    plan: bool = True
    cause: bool = True
    values: bool = True
    below: bool = False
    products: tuple[Series, ...] = ()
    earlier: str = ""
    aside: Literal["brackets", "comma", "none"] = "brackets"
    settings: Mapping[str, Any] = {}


_ARRANGED = set(Manner.__struct_fields__) - {"parts", "settings"}


def manner_of(parts: Sequence[str], how: Mapping[str, Any]) -> Manner:
    """How a clause is arranged, from the keywords of a call: the fields of `Manner`, and settings.

    >>> manner_of(["ytd"], {"year": True, "decimals": 1}).settings
    {'decimals': 1}
    """
    arranged = {name: value for name, value in how.items() if name in _ARRANGED}
    settings = {name: value for name, value in how.items() if name not in arranged}
    manner = Manner(tuple(parts), settings=settings, **arranged)
    if not manner.products:
        return manner
    return replace(manner, products=tuple(view.series for view in how["products"]))


class Group(msgspec.Struct, frozen=True):
    """One span of a clause with the comparisons that follow its value."""

    span: str
    comparisons: tuple[str, ...]


def with_more(group: Group, other: Group) -> Group:
    """A group with the comparisons that only another has, shares and plans before changes.

    >>> with_more(Group("month", ("year_on_year",)), Group("ytd", ("plan", "year_on_year")))
    Group(span='month', comparisons=('plan', 'year_on_year'))
    """
    new = [name for name in other.comparisons if name not in group.comparisons]
    parts = [name for name in new if not change_told(name)]
    changes = [name for name in new if change_told(name)]
    return Group(group.span, (*parts, *group.comparisons, *changes))


class Saying(msgspec.Struct, frozen=True):
    """A group as it is being written: what it is of, how it is told, how its numbers look."""

    point: Point
    group: Group
    manner: Manner
    form: Format

    @property
    def settings(self) -> Settings:
        """The settings that hold for it."""
        return self.form.settings


def groups(
    due: Mapping[str, Sequence[str]], parts: Sequence[str], plans: Sequence[str]
) -> list[Group]:
    """What is to be said, from the parts asked for and what is due.

    All that is due without parts; all that is due of a span that stands without comparisons, and
    its value only where `value` follows it. A comparison before any span goes to the first span
    that it is due of.

    >>> groups({"month": ["month_on_month"], "ytd": ["plan"]}, ["ytd"], ["province"])
    [Group(span='ytd', comparisons=('plan:province',))]
    """
    asked: list[tuple[str, list[str]]] = []
    for part in map(known_part, parts):
        if part in SPANS:
            asked.append((part, []))
        elif asked:
            asked[-1][1].append(part)
        else:
            asked.append((next((span for span in due if _owes(due[span], part)), ""), [part]))
    if not asked:
        asked = [(span, list(names)) for span, names in due.items()]
    return [
        Group(span, tuple(_expanded(names or due[span], due[span], plans)))
        for span, names in asked
        if span in due
    ]


def known_part(name: str) -> str:
    """A span or a comparison by the name that the data have for it; KeyError for neither."""
    part = ALIASES.get(name, name)
    if part in SPANS or part.partition(":")[0] in COMPARISONS:
        return part
    raise KeyError(f"'{name}' is neither a span nor a comparison")


def known_span(name: str) -> str:
    """A span by the name that the data have for it; KeyError for none.

    >>> known_span("year_to_date")
    'ytd'
    """
    span = ALIASES.get(name, name)
    if span not in SPANS:
        raise KeyError(f"'{name}' is no span")
    return span


def _owes(due: Sequence[str], comparison: str) -> bool:
    return any(one == comparison or one.startswith(comparison + ":") for one in due)


def _expanded(names: Sequence[str], due: Sequence[str], plans: Sequence[str]) -> Iterable[str]:
    """The comparisons asked for that are due; `plan` means every plan, `base_year` the year due.

    A change in units that is due beside the rate is told with it, else it stands for it.
    """
    for name in names:
        if f"{UNITS}{name}" in due and name not in due:
            yield f"{UNITS}{name}"
        for one in due:
            if one.startswith(UNITS) and one.removeprefix(UNITS) in due:
                continue
            if one in ("plan", "plan_points") and name == one:
                yield from (f"{one}:{plan}" for plan in plans)
            elif one == name or one.startswith(name + ":") or one == name.partition(":")[0]:
                yield name if ":" in name else one


def change_told(name: str) -> str:
    """The change on an earlier period that a comparison tells, in percent or in units, or blank.

    >>> change_told("absolute:year_on_year"), change_told("base_year:2019"), change_told("share")
    ('year_on_year', 'base_year:2019', '')
    """
    name = name.removeprefix(UNITS)
    return name if name.partition(":")[0] in CHANGES else ""


def of_one_span(manner: Manner, span: str, by: str) -> Manner:
    """A manner that tells only one comparison of one span."""
    return replace(manner, parts=(span, by))
