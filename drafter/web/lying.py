"""What the charts that lie share: the names at their left and the value axis under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.charts import Axis, axis_of
from drafter.document import Chart
from drafter.web import shapes
from drafter.web.plots import EDGE, WIDTH, ticks

_NAMES = 180
GAP = 14
"""From one category to the next."""


@dataclass(frozen=True, slots=True)
class Lying:
    """Where things are in a chart that lies: the axis between two places, and the names' end."""

    axis: Axis
    names: float
    left: float
    right: float

    def x(self, value: Decimal) -> float:
        """The place of a value."""
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.left + (self.right - self.left) * float(share)

    def name(self, lines: Sequence[str], middle: float) -> str:
        """The name of a category, its lines about this height."""
        first = middle - (len(lines) - 1) * shapes.LINE / 2 + shapes.NAME_SIZE * 0.35
        return shapes.name(lines, self.names, first, "end")


def names_of(chart: Chart) -> list[tuple[str, ...]]:
    """The names of the categories in lines."""
    return [shapes.lines_of(one, _NAMES) for one in chart.categories]


def lying(chart: Chart, names: list[tuple[str, ...]], under: float, over: float) -> Lying:
    """The places of a chart that lies. under, over: how long the numbers at its ends are."""
    axis = axis_of(chart)
    marks = [shapes.width(text) / 2 for _, text in ticks(axis)]
    lengths = [shapes.width(line, shapes.NAME_SIZE) for lines in names for line in lines]
    end = max(lengths, default=0.0)
    left = end + EDGE + max(under + EDGE if under else 0, marks[0] - end)
    return Lying(axis, end, left, WIDTH - EDGE - max(over + EDGE, marks[-1]))


def scale(plot: Lying, foot: float) -> str:
    """The lines of the value axis down to their foot; as many of their numbers as have room."""
    marks = ticks(plot.axis)
    apart = (plot.right - plot.left) / (len(marks) - 1)
    longest = max(shapes.width(text) for _, text in marks) + EDGE
    # Counted from nothing, whose number is never left out.
    origin = next(place for place, (value, _) in enumerate(marks) if value == 0)
    every = -int(-longest // apart)
    drawn = []
    for place, (value, text) in enumerate(marks):
        x = plot.x(value)
        drawn.append(shapes.rule(x, EDGE, x, foot, strong=value == 0))
        if (place - origin) % every == 0:
            drawn.append(shapes.number(text, x, foot + shapes.LINE))
    return "".join(drawn)
