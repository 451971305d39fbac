"""Bars of parts that add up, one behind the other; those under nothing go to the left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.charts import Look, looks
from drafter.document import Chart, ChartPoint
from drafter.web import shapes
from drafter.web.lying import GAP, Lying, lying, names_of, scale
from drafter.web.plots import EDGE, WIDTH, Drawn

_BAR = 34
_Part = tuple[ChartPoint, Look, float, float]
"""A part with its look and its ends."""


def piles(chart: Chart) -> Drawn:
    """The parts of each category; a number too wide for its part stands over it, if it can."""
    names = names_of(chart)
    plot, y = lying(chart, names, 0, 0), float(EDGE)
    drawn: list[str] = []
    for place, lines in enumerate(names):
        parts = list(_parts(chart, plot, place))
        numbers = list(_over(plot, parts))
        high = shapes.NUMBER_SIZE + EDGE / 2 if numbers else 0
        inner = max(len(lines) * shapes.LINE, _BAR)
        middle = y + high + (inner + GAP) / 2
        drawn.append(plot.name(lines, middle))
        drawn += [
            shapes.bar(look, x, middle - _BAR / 2, end - x, _BAR) for _, look, x, end in parts
        ]
        drawn += [_inside(part, middle) for part in parts if _fits(part)]
        drawn += [shapes.number(text, x, middle - _BAR / 2 - EDGE / 2) for text, x in numbers]
        y += high + inner + GAP
    return "".join((scale(plot, y), *drawn)), WIDTH, y + shapes.LINE + EDGE


def _parts(chart: Chart, plot: Lying, place: int) -> Iterator[_Part]:
    """The parts of one category, from nothing to the right and to the left."""
    ends = {True: Decimal(0), False: Decimal(0)}
    for look, one in zip(looks(len(chart.series)), chart.series, strict=True):
        if point := one.points[place]:
            start = ends[point.value < 0]
            ends[point.value < 0] = end = start + point.value
            left, right = sorted((plot.x(start), plot.x(end)))
            yield point, look, left, right


def _fits(part: _Part) -> bool:
    """Whether the number of a part has room in it."""
    point, _, left, right = part
    return shapes.width(point.printed) + EDGE / 2 <= right - left


def _inside(part: _Part, middle: float) -> str:
    """The number of a part in its middle."""
    point, look, left, right = part
    foot = middle + shapes.NUMBER_SIZE * 0.35
    return shapes.number(point.printed, (left + right) / 2, foot, fill=f"#{look.ink}")


def _over(plot: Lying, parts: list[_Part]) -> Iterator[tuple[str, float]]:
    """The numbers that stand over their parts, and where; none upon another."""
    taken: list[tuple[float, float]] = []
    for part in parts:
        point, _, left, right = part
        half = shapes.width(point.printed) / 2
        x = min(max((left + right) / 2, plot.left + half), WIDTH - EDGE - half)
        free = all(
            x + half + EDGE / 2 <= start or end + EDGE / 2 <= x - half for start, end in taken
        )
        if not _fits(part) and free:
            taken.append((x - half, x + half))
            yield point.printed, x
