"""Lines through periods, one a series; where a value is not there, the line has a gap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter.charts import above, axis_of, labelled, looks
from drafter.document import Chart, ChartPoint
from drafter.web import shapes
from drafter.web.plots import EDGE, Drawn, Upright, category_names, scale, upright, widest

# Over a point, beyond its marker; under it, with the height of the letters.
_OVER, _UNDER = -9, 21
_HALO = {"stroke": "#FFFFFF", "stroke_width": "4", "paint_order": "stroke"}
_Numbered = tuple[ChartPoint, int]
"""A point whose number is printed, and its category."""


def lines(chart: Chart) -> Drawn:
    """The lines with their markers, and over these the numbers that have room."""
    numbered = labelled(chart)
    crowded = any(one and after for row in numbered for one, after in pairwise(row))
    least = widest(chart) + EDGE / 2 if crowded else 0
    plot = upright(chart, axis_of(chart), shapes.NUMBER_SIZE + EDGE, least)
    drawn, marks = [scale(plot)], []
    for look, one in zip(looks(len(chart.series)), chart.series, strict=True):
        drawn += [shapes.path(look, run) for run in _runs(plot, one.points)]
        marks += [
            shapes.marker(look, plot.x(place), plot.y(point.value))
            for place, point in enumerate(one.points)
            if point
        ]
    told = [
        (point, place)
        for row, one in zip(numbered, chart.series, strict=True)
        for place, point in enumerate(one.points)
        if point and row[place]
    ]
    under = plot.y(plot.axis.low) + _UNDER
    names, high = category_names(chart, plot, under)
    whole = (*drawn, *marks, *_numbers(chart, plot, told), names)
    return "".join(whole), plot.right + EDGE, under + high + EDGE


def _runs(
    plot: Upright, points: tuple[ChartPoint | None, ...]
) -> Iterator[list[tuple[float, float]]]:
    """The stretches of a line without a gap in them, two points and more."""
    run: list[tuple[float, float]] = []
    for place, point in enumerate((*points, None)):
        if point:
            run.append((plot.x(place), plot.y(point.value)))
            continue
        if len(run) > 1:
            yield run
        run = []


def _numbers(chart: Chart, plot: Upright, told: list[_Numbered]) -> Iterator[str]:
    """The numbers of points over them, or under them; those without room on either side go."""
    taken: list[tuple[float, float, float]] = []
    for point, place in told:
        half = shapes.width(point.printed) / 2
        y = plot.y(point.value)
        # Clear of the numbers of the axis.
        x = min(max(plot.x(place), plot.left + half), plot.right - half)
        sides = (_UNDER, _OVER) if above(chart, point, place) is False else (_OVER, _UNDER)
        for side in sides:
            box = (x - half, x + half, y + side)
            if not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield shapes.number(point.printed, x, y + side, **_HALO)
                break


def _meet(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    """Whether two numbers stand on each other; each as its ends and its foot."""
    beside = one[1] <= other[0] or other[1] <= one[0]
    return not beside and abs(one[2] - other[2]) < shapes.NUMBER_SIZE
