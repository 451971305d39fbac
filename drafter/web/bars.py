"""Bars that lie, with their names at the left and negative ones to the left of nothing."""

from __future__ import annotations

from decimal import Decimal

from drafter.charts import Look, looks
from drafter.document import Chart, ChartPoint
from drafter.web import shapes
from drafter.web.lying import GAP, Lying, lying, names_of, scale
from drafter.web.plots import EDGE, WIDTH, Drawn, points_of

_BAR = 22


def bars(chart: Chart) -> Drawn:
    """The series of a category one under the other, each with its number at its end."""
    names, styles = names_of(chart), looks(len(chart.series))
    plot, y = _plot(chart, names), float(EDGE)
    drawn: list[str] = []
    for place, lines in enumerate(names):
        inner = max(len(lines) * shapes.LINE, len(chart.series) * _BAR)
        middle = y + (inner + GAP) / 2
        drawn.append(plot.name(lines, middle))
        top = middle - len(chart.series) * _BAR / 2
        for look, one in zip(styles, chart.series, strict=True):
            if point := one.points[place]:
                drawn.append(_bar(plot, point, look, top))
            top += _BAR
        y += inner + GAP
    return "".join((scale(plot, y), *drawn)), WIDTH, y + shapes.LINE + EDGE


def _plot(chart: Chart, names: list[tuple[str, ...]]) -> Lying:
    """The places; at either end is room for the numbers that stand there."""
    points = points_of(chart)
    under = [shapes.width(point.printed) for point in points if point.value < 0]
    over = [shapes.width(point.printed) for point in points if point.value >= 0]
    return lying(chart, names, max(under, default=0.0), max(over, default=0.0))


def _bar(plot: Lying, point: ChartPoint, look: Look, top: float) -> str:
    """A bar and the number beyond its end."""
    start, end = sorted((plot.x(point.value), plot.x(Decimal(0))))
    drawn = shapes.bar(look, start, top + 1, end - start, _BAR - 2)
    foot = top + _BAR / 2 + shapes.NUMBER_SIZE * 0.35
    if point.value < 0:
        return drawn + shapes.number(point.printed, start - EDGE / 2, foot, "end")
    return drawn + shapes.number(point.printed, end + EDGE / 2, foot, "start")
