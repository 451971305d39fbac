"""What the charts share: the value axis, and the names under the columns and points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from drafter.charts import Axis
from drafter.document import Chart, ChartPoint
from drafter.numerals import print_number
from drafter.web import shapes

Drawn = tuple[str, float, float]
"""What is drawn, how wide and how high it is."""
WIDTH = 500
"""Of a chart, so that a telephone shows it whole; more where its names and numbers need it."""
_NARROWEST = 400
"""What a telephone shows whole."""
_WIDEST_SLOT = 180
HEIGHT = 240
EDGE = 8
_GAP = 6


def ticks(axis: Axis) -> list[tuple[Decimal, str]]:
    """The lines of an axis with their numbers, the lowest first.

    >>> ticks(Axis(Decimal(0), Decimal("1.0"), Decimal("0.5")))
    [(Decimal('0.0'), '0,0'), (Decimal('0.5'), '0,5'), (Decimal('1.0'), '1,0')]
    """
    exponent = axis.step.normalize().as_tuple().exponent
    places = max(0, -int(exponent))
    count = int((axis.high - axis.low) / axis.step)
    values = [axis.low + axis.step * number for number in range(count + 1)]
    return [(value, print_number(value, places)) for value in values]


def points_of(chart: Chart) -> list[ChartPoint]:
    """All points that are drawn."""
    return [point for one in chart.series for point in one.points if point]


def widest(chart: Chart) -> float:
    """How long the longest number is."""
    return max((shapes.width(point.printed) for point in points_of(chart)), default=0)


@dataclass(frozen=True, slots=True)
class Upright:
    """Where things are in a chart that stands; slot: the room of one category."""

    axis: Axis
    left: float
    top: float
    slot: float
    count: int

    @property
    def right(self) -> float:
        """The end of the last slot."""
        return self.left + self.slot * self.count

    def x(self, place: int) -> float:
        """The middle of a category."""
        return self.left + self.slot * (place + 0.5)

    def y(self, value: Decimal) -> float:
        """The height of a value."""
        share = (self.axis.high - value) / (self.axis.high - self.axis.low)
        return self.top + HEIGHT * float(share)

    @property
    def base(self) -> float:
        """Where bars begin: at nothing, or at the end of the axis that is nearest to it."""
        return self.y(max(self.axis.low, min(self.axis.high, Decimal(0))))


def upright(chart: Chart, axis: Axis, top: float, least_slot: float) -> Upright:
    """The places of a chart that stands. least_slot: what the numbers of a category need."""
    left = max(shapes.width(text) for _, text in ticks(axis)) + EDGE
    words = max((shapes.longest_word(one) for one in chart.categories), default=0)
    count = max(1, len(chart.categories))
    even = [(wide - left - EDGE) / count for wide in (_NARROWEST, WIDTH)]
    slot = max(least_slot, words + _GAP, even[0], min(even[1], _WIDEST_SLOT))
    return Upright(axis, left, top, slot, count)


def scale(plot: Upright) -> str:
    """The lines of the value axis with their numbers."""
    drawn = []
    for value, text in ticks(plot.axis):
        y = plot.y(value)
        drawn.append(shapes.rule(plot.left, y, plot.right, y, strong=y == plot.base))
        drawn.append(shapes.number(text, plot.left - EDGE / 2, y + 4, "end"))
    return "".join(drawn)


def category_names(chart: Chart, plot: Upright, top: float) -> tuple[str, float]:
    """The names of the categories in their slots, and how high the longest is."""
    names = [shapes.lines_of(one, plot.slot - _GAP) for one in chart.categories]
    drawn = [
        shapes.name(lines, plot.x(place), top + shapes.LINE - 2)
        for place, lines in enumerate(names)
    ]
    return "".join(drawn), shapes.LINE * max(map(len, names), default=0)
