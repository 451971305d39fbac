"""How much room a chart and its pieces take on the page, reckoned from the widths of its letters.

Word and LibreOffice then draw the same, and no number runs into a name or over the edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import msgspec

from drafter.charts import Axis, axis_of, extent, labelled, lies
from drafter.document import Chart
from drafter.font_widths import balanced_width, text_width, wrapped
from drafter.layout import Layout

# Names of lying bars take no more of the width than this, then another line.
_WIDEST_NAMES = 0.42
_LINE = 1.2
# What a legend takes of the width at most; how high its rows and how wide its keys are, in sizes.
_WIDEST_LEGEND, _ROW, _KEY = 0.9, 1.4, 2
# 18 mm: what is wider looks like a wall.
_WIDEST_COLUMN = 1020
# A bar of parts is so many times as deep as another: it has numbers inside.
_PILE = 1.6
_THOUSAND = 1000
# Percent of a bar's width that stays free between the categories.
_GAP, _WIDEST_GAP = 60, 500
# What is free before and after a number, in sizes of its letters.
_AROUND = 0.8


class ChartSizes(msgspec.Struct, frozen=True):
    """Lengths in twips. width, height: of the whole. names: of the names beside lying bars.

    name_size: of the letters of names. legend: of the names of the series under the chart. gap:
    percent of a bar's width. turned: numbers over columns are wider than those, and so are read
    from below. low, high: ends of the value axis; step: between its lines, which only an axis with
    numbers has.
    """

    width: int
    height: int
    names: int
    name_size: int
    legend: int
    gap: int
    turned: bool
    low: Decimal
    high: Decimal
    step: Decimal | None


class PlacedChart(msgspec.Struct, frozen=True):
    """A chart with its sizes on the page that it stands on."""

    chart: Chart
    layout: Layout
    sizes: ChartSizes


def placed(chart: Chart, layout: Layout) -> PlacedChart:
    """A chart as wide as the text.

    The lines of the names beside lying bars are parted by line ends: LibreOffice lets them reach
    to the foot of the bars, which is over the edge where some bars go to the left.
    """
    if not lies(chart):
        return PlacedChart(chart, layout, _upright(chart, layout))
    size, most = layout.chart.size, _widest_names(layout)
    names = [_balanced(name, size, most) for name in chart.categories]
    broken = replace(chart, categories=tuple("\n".join(lines) for lines in names))
    return PlacedChart(broken, layout, _lying(chart, layout, names))


def _balanced(name: str, size: int, width: int) -> tuple[str, ...]:
    """A name in as few lines as it needs, about as long as each other."""
    return wrapped(name, size, balanced_width(name, size, width))


def _upright(chart: Chart, layout: Layout) -> ChartSizes:
    """Columns and lines: as high as ever, but for names of several lines."""
    sizes, width = layout.chart, layout.page.text_width
    slot = width / max(1, len(chart.categories))
    name_size, gap = _name_size(chart, layout, slot), _gap(chart, slot)
    turned = chart.form == "columns" and _is_turned(chart, layout, slot, gap)
    names = (wrapped(name, name_size, int(slot)) for name in chart.categories)
    further = max((len(lines) for lines in names), default=1) - 1
    legend = _legend(chart, layout)
    height = sizes.height + legend + round(further * name_size * _LINE)
    axis = _axis(chart, layout, 0, turned)
    return ChartSizes(width, height, 0, name_size, legend, gap, turned, *axis)


def _lying(chart: Chart, layout: Layout, names: Sequence[Sequence[str]]) -> ChartSizes:
    """Lying bars: the higher the more there are."""
    sizes, width = layout.chart, layout.page.text_width
    widest = max((text_width(line, sizes.size) for lines in names for line in lines), default=0)
    beside = min(widest, _widest_names(layout)) + round(1.5 * sizes.size)
    lines = max(map(len, names), default=1)
    bars = _PILE if chart.form == "stacked" else len(chart.series)
    slot = max(sizes.row * (bars + _GAP / 100), (lines * _LINE + 0.4) * sizes.size)
    legend = _legend(chart, layout)
    height = round(slot * max(1, len(names))) + sizes.frame + legend
    height = min(height, layout.page.text_height * 4 // 5)
    axis = _axis(chart, layout, width - beside, False)
    return ChartSizes(width, height, beside, sizes.size, legend, _GAP, False, *axis)


def _legend(chart: Chart, layout: Layout) -> int:
    """How high the names of the series are, where there are several: in as many rows as they
    need, each with its key."""
    if len(chart.series) < 2:
        return 0
    size, rows, taken = layout.chart.size, 1, 0
    for one in chart.series:
        wide = text_width(one.name, size) + _KEY * size
        if taken and taken + wide > layout.page.text_width * _WIDEST_LEGEND:
            rows, taken = rows + 1, 0
        taken += wide
    return layout.chart.legend + round((rows - 1) * size * _ROW)


def _widest_names(layout: Layout) -> int:
    """What the names beside bars may take."""
    return round(layout.page.text_width * _WIDEST_NAMES)


def _name_size(chart: Chart, layout: Layout, slot: float) -> int:
    """The size of names under columns: that of numbers, where else they would be turned."""
    size = layout.chart.size
    words = [word for name in chart.categories for word in name.split()]
    widest = max((text_width(word, size) for word in words), default=0)
    return size if widest < 0.85 * slot else layout.chart.numbers


def _gap(chart: Chart, slot: float) -> int:
    """Percent of a bar's width between two categories."""
    beside = max(1, len(chart.series))
    return min(max(round((slot / _WIDEST_COLUMN - beside) * 100), _GAP), _WIDEST_GAP)


def _is_turned(chart: Chart, layout: Layout, slot: float, gap: int) -> bool:
    """Whether upright numbers of neighbours would meet."""
    count = len(chart.series)
    pitch = slot if count == 1 else slot / (count + gap / 100)
    return _widest_number(chart, layout) > pitch


def _axis(
    chart: Chart, layout: Layout, width: int, turned: bool
) -> tuple[Decimal, Decimal, Decimal | None]:
    """The ends of the value axis, and the distance of its lines.

    Only lines whose points do not all say their numbers need those of the axis. Nor do they get
    any with decimals, which programs print with the signs of the reader's system, or with both a
    sign and points between thousands, which no number format of the axis has.
    """
    axis = axis_of(chart)
    lines = chart.form == "lines"
    told = not lines or all(map(all, labelled(chart)))
    if not told and axis.low % 1 == axis.step % 1 == 0 and (axis.low >= 0 or _is_short(axis)):
        return axis.low, axis.high, axis.step
    low, high = extent(chart)
    if low == high:
        high = low + 1
    under, over = lines or low < 0, lines or high > 0
    room = (high - low) * _room(chart, layout, width, turned) if chart.form != "stacked" else 0
    room /= 1 - (under + over) * min(room / (high - low), Decimal("0.4"))
    return _short(low - under * room), _short(high + over * room), None


def _is_short(axis: Axis) -> bool:
    """Whether the numbers of an axis have no more than three digits."""
    return max(-axis.low, axis.high) < _THOUSAND


def _room(chart: Chart, layout: Layout, width: int, turned: bool) -> Decimal:
    """What part of the drawing's length a number beyond the end of a bar takes."""
    if chart.form == "bars":
        return Decimal(_widest_number(chart, layout)) / width
    letters = layout.chart.numbers * (1 + _AROUND)
    deep = _widest_number(chart, layout) if turned else round(letters)
    return Decimal(deep) / round(layout.chart.height * 0.85)


def _widest_number(chart: Chart, layout: Layout) -> int:
    """Twips of the widest number with the gaps around it."""
    size = layout.chart.numbers
    printed = [point.printed for one in chart.series for point in one.points if point]
    return max((text_width(text, size) for text in printed), default=0) + round(_AROUND * size)


def _short(value: Decimal) -> Decimal:
    """The first four digits of a number and all before its comma."""
    return value.quantize(Decimal(1).scaleb(min(value.adjusted() - 3, 0)))
