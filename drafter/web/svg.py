"""A chart as inline SVG: the colours, the axis and the numbers of the chart in Word."""

from __future__ import annotations

from collections.abc import Callable

from drafter.document import Chart, ChartForm
from drafter.web import shapes
from drafter.web.bars import bars
from drafter.web.columns import columns
from drafter.web.elements import element, words
from drafter.web.legend import legend
from drafter.web.lines import lines
from drafter.web.piles import piles
from drafter.web.plots import Drawn

_FORMS: dict[ChartForm, Callable[[Chart], Drawn]] = {
    "columns": columns,
    "bars": bars,
    "stacked": piles,
    "lines": lines,
}


def svg(chart: Chart, name: str, title: str) -> str:
    """The drawing of a chart, one picture for a screen reader: its title, then the chart in words.

    name: the id of the chart, which those of its parts begin with.
    """
    drawn, wide, high = _FORMS[chart.form](chart)
    names, under = legend(chart, wide, high)
    size = (shapes.pixels(wide), shapes.pixels(high + under))
    return element(
        "svg",
        words("title", title, id=f"{name}-title")
        + words("desc", chart.alt, id=f"{name}-words")
        + drawn
        + names,
        viewBox=f"0 0 {size[0]} {size[1]}",
        width=size[0],
        height=size[1],
        style=f"--wide:{size[0]}px",
        role="img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-words" if chart.alt else "",
    )
