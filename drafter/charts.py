"""What every drawing of a chart shares, in Word and on the web: colours, axes, which labels.

Colours tell the series apart in grey too: those of the first four differ by a quarter of the way
from black to white, those of later ones from their neighbours'. Lines have dashes and markers
besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

import msgspec

from drafter.document import Chart, ChartPoint

Dash = Literal["solid", "dash", "dot", "dash_dot"]
Marker = Literal["circle", "square", "triangle", "diamond"]


class Look(msgspec.Struct, frozen=True):
    """How a series is drawn; colours as RRGGBB.

    fill: of a bar; ink: of letters upon it. line: of a line, dark enough to be thin.
    """

    fill: str
    ink: str
    line: str
    dash: Dash
    marker: Marker


PALETTE = (
    Look("2B6CA3", "FFFFFF", "2B6CA3", "solid", "circle"),
    Look("E0A030", "000000", "B3470F", "dash", "square"),
    Look("FFF3D6", "000000", "101C30", "dot", "triangle"),
    Look("101C30", "FFFFFF", "7A6694", "dash_dot", "diamond"),
    Look("8A7AA3", "000000", "00785A", "solid", "square"),
    Look("A9CFE8", "000000", "8A6D00", "dash", "circle"),
)
_PAIR = (Look("A9CFE8", "000000", "B3470F", "dash", "square"), PALETTE[0])
OUTLINE = "404040"
"""Round every bar, so that the palest stands out from the paper."""
GRID = "D9D9D9"


class Axis(msgspec.Struct, frozen=True):
    """The ends of the value axis and the distance of its lines, round numbers."""

    low: Decimal
    high: Decimal
    step: Decimal


_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
# What part of the height a number beside a point takes.
_NUMBER = Decimal("0.08")
# A part of a stack that is lower than a letter has no number in it.
_LEAST_PART = Decimal("0.06")
# So many digits stand side by side over the width of a page.
_LINE_LENGTH = 92


def looks(count: int) -> tuple[Look, ...]:
    """How each of so many series is drawn; of two the first, the earlier one, is the pale one.

    >>> [one.fill for one in looks(2)]
    ['A9CFE8', '2B6CA3']
    """
    if count == 2:
        return _PAIR
    return tuple(PALETTE[place % len(PALETTE)] for place in range(count))


def axis_bounds(values: Iterable[Decimal], zero: bool = True) -> Axis:
    """The round ends between which all values lie, at most eight steps apart.

    zero: whether zero must be on the axis, as it must where the length of a bar counts.

    >>> axis_bounds([Decimal("12.5"), Decimal(-3)])
    Axis(low=Decimal('-5'), high=Decimal('15'), step=Decimal('5'))
    >>> axis_bounds([Decimal("101.2"), Decimal("103.9")], zero=False)
    Axis(low=Decimal('101.0'), high=Decimal('104.0'), step=Decimal('0.5'))
    """
    given = [*values, *((Decimal(0),) if zero else ())] or [Decimal(0)]
    low, high = min(given), max(given)
    if low == high:
        high = low + max(abs(low), Decimal(1))
    step = _step((high - low) / 6)
    return Axis(_whole(low, step, ROUND_FLOOR), _whole(high, step, ROUND_CEILING), step)


def axis_of(chart: Chart) -> Axis:
    """The value axis of a chart, its ends round; of parts of a hundred 0 to 100.

    Lines leave zero out where their values lie far from it.
    """
    low, high = extent(chart)
    if chart.form == "stacked" and chart.unit == "%" and low == 0 and round(high) == 100:
        return Axis(Decimal(0), Decimal(100), Decimal(20))
    if chart.form != "lines":
        return axis_bounds((low, high))
    room = (
        high - low
    ) * _NUMBER  # a number stands under the lowest point, another over the highest
    least = low - room if low < 0 else max(low - room, Decimal(0))
    return axis_bounds((least, high + room), zero=not 0 < high < 2 * low)


def lies(chart: Chart) -> bool:
    """Whether its bars lie: those of a structure too, which then has room for its numbers."""
    return chart.form in ("bars", "stacked")


def extent(chart: Chart) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value drawn; zero is among those of bars."""
    zero = Decimal(0)
    if chart.form == "stacked":
        piles = [
            [point.value for one in chart.series if (point := one.points[place])]
            for place in range(len(chart.categories))
        ]
        under = [sum((value for value in pile if value < 0), zero) for pile in piles]
        over = [sum((value for value in pile if value > 0), zero) for pile in piles]
        return min([*under, zero]), max([*over, zero])
    values = [point.value for one in chart.series for point in one.points if point]
    if chart.form != "lines" or not values:
        values = [*values, zero]
    return min(values), max(values)


def labelled(chart: Chart) -> tuple[tuple[bool, ...], ...]:
    """Whether the number of a point is printed beside it: series by series, as the points are.

    All numbers of bars are. In a stack those of the parts that are high enough; of several lines
    the highest and the lowest at each place; of a line too long for that its ends and extremes.
    """
    if chart.form == "stacked":
        axis = axis_of(chart)
        least = (axis.high - axis.low) * _LEAST_PART
        return tuple(
            tuple(point is not None and abs(point.value) >= least for point in one.points)
            for one in chart.series
        )
    if chart.form == "lines" and _longest(chart) * len(chart.categories) > _LINE_LENGTH:
        return tuple(_ends_and_extremes(one.points) for one in chart.series)
    return tuple(
        tuple(
            point is not None and (chart.form != "lines" or above(chart, point, place) is not None)
            for place, point in enumerate(one.points)
        )
        for one in chart.series
    )


def above(chart: Chart, point: ChartPoint, place: int) -> bool | None:
    """Whether the number of a point of a line stands over it (True) or under it (False).

    None for one between two others, which has no room on either side. place: of its category.
    """
    points = [found for one in chart.series if (found := one.points[place])]
    if len(chart.series) == 1:
        return not _is_valley(chart.series[0].points, place)
    if point is max(points, key=_value):
        return True
    return False if point is min(points, key=_value) else None


def _value(point: ChartPoint) -> Decimal:
    return point.value


def _is_valley(points: Sequence[ChartPoint | None], place: int) -> bool:
    """Whether a point of a line lies lower than those beside it."""
    beside = [one.value for one in points[max(place - 1, 0) : place + 2] if one]
    here = points[place]
    return (
        here is not None
        and len(beside) > 1
        and beside.count(min(beside)) == 1
        and (here.value == min(beside))
    )


def _ends_and_extremes(points: Sequence[ChartPoint | None]) -> tuple[bool, ...]:
    """The first, the last, the highest and the lowest point of a line."""
    places = [place for place, point in enumerate(points) if point]
    values = {place: point.value for place, point in enumerate(points) if point}
    if not places:
        return (False,) * len(points)
    chosen = {places[0], places[-1]}
    chosen |= {max(places, key=values.__getitem__), min(places, key=values.__getitem__)}
    return tuple(place in chosen for place in range(len(points)))


def _longest(chart: Chart) -> int:
    """Digits and signs of the longest number."""
    printed = [len(point.printed) for one in chart.series for point in one.points if point]
    return max(printed, default=0)


def _step(about: Decimal) -> Decimal:
    """The round number next above: 1, 2, 5 or 10 with zeros."""
    power = Decimal(1).scaleb(about.adjusted())
    return next(step * power for step in _STEPS if step * power >= about)


def _whole(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    """The multiple of the step at or beside a value."""
    return (value / step).to_integral_value(rounding) * step
