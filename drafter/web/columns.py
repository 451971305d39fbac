"""Columns that stand side by side, each with its number at its end."""

from __future__ import annotations

from drafter.charts import Look, axis_of, looks
from drafter.document import Chart, ChartPoint
from drafter.web import shapes
from drafter.web.plots import (
    EDGE,
    HEIGHT,
    Drawn,
    Upright,
    category_names,
    points_of,
    scale,
    upright,
    widest,
)

_WIDEST_BAR = 64
# How much of its slot a group of columns takes.
_GROUP = 0.9
_NARROWEST = 16


def columns(chart: Chart) -> Drawn:
    """The series of a category side by side, each with its number at its end.

    Numbers that are wider than their columns are read from below.
    """
    axis, count, longest = axis_of(chart), len(chart.series), widest(chart)
    plain = upright(chart, axis, 0, _NARROWEST * count / _GROUP)
    turned = longest + 2 > _pitch(plain, count)
    over, under = _room(chart, plain, longest if turned else shapes.NUMBER_SIZE)
    plot = Upright(axis, plain.left, over, plain.slot, plain.count)
    drawn, styles, pitch = [scale(plot)], looks(count), _pitch(plot, count)
    for place in range(len(chart.categories)):
        start = plot.x(place) - pitch * count / 2
        for number, one in enumerate(chart.series):
            if point := one.points[place]:
                x = start + pitch * number
                drawn.append(_column(plot, point, styles[number], x, pitch))
                drawn.append(_label(plot, point, x + pitch / 2, turned=turned))
    foot = plot.y(axis.low) + under
    names, high = category_names(chart, plot, foot)
    return "".join((*drawn, names)), plot.right + EDGE, foot + high + EDGE


def _room(chart: Chart, plot: Upright, high: float) -> tuple[float, float]:
    """What the numbers, so high, need over the axis and under it."""
    over, under = float(EDGE), 0.0
    for point in points_of(chart):
        end = plot.y(point.value) - plot.top
        if point.value < 0:
            under = max(under, end + high + EDGE - HEIGHT)
        else:
            over = max(over, high + EDGE - end)
    return over, under


def _pitch(plot: Upright, count: int) -> float:
    """From one column of a group to the next."""
    return min(_WIDEST_BAR, plot.slot * _GROUP / count)


def _column(plot: Upright, point: ChartPoint, look: Look, x: float, pitch: float) -> str:
    top, foot = sorted((plot.y(point.value), plot.base))
    return shapes.bar(look, x + pitch * 0.05, top, pitch * 0.9, foot - top)


def _label(plot: Upright, point: ChartPoint, x: float, *, turned: bool) -> str:
    """The number of a column, beyond its end."""
    y, down = plot.y(point.value), point.value < 0
    if turned:
        return shapes.turned_number(
            point.printed, x, y + EDGE / 2 if down else y - EDGE / 2, "end" if down else "start"
        )
    return shapes.number(point.printed, x, y + shapes.NUMBER_SIZE if down else y - EDGE / 2)
