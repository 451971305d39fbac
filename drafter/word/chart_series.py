"""One series of a chart: its look, its numbers beside the bars, its names and values.

Names and values stand in the part as caches, so that the chart is right before anyone opens the
workbook that they come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from drafter.charts import OUTLINE, Dash, Look, above, labelled, looks
from drafter.document import Chart, ChartPoint
from drafter.word.chart_cells import (
    cells,
    label_column,
    name_cell,
    series_name,
    value_column,
)
from drafter.word.chart_text import INK, Letters, body, line, solid
from drafter.word.escaping import escape

_DASHES: dict[Dash, str] = {
    "solid": "solid",
    "dash": "sysDash",
    "dot": "sysDot",
    "dash_dot": "sysDashDot",
}
# Lines pass behind a number as if through a veil.
_VEIL = '<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="70000"/></a:srgbClr></a:solidFill>'
_OUTLINE_WIDTH = 10
_LINE_WIDTH = 40
_MARKER_SIZE = 6
# The names that Word 2013 and later look for labels from cells under.
_LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_RANGE_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_SHOWN = "".join(
    f'<c:show{name} val="{{}}"/>' if name == "Val" else f'<c:show{name} val="0"/>'
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_SHOWS_VALUE, _SHOWS_NOTHING = _SHOWN.format(1), _SHOWN.format(0)


class _Series(msgspec.Struct, frozen=True):
    """What the pieces of one series share. place: 0 the first. turned: numbers stand on end."""

    chart: Chart
    place: int
    look: Look
    letters: Letters
    turned: bool

    @property
    def points(self) -> Sequence[ChartPoint | None]:
        """Its points, one for each category."""
        return self.chart.series[self.place].points

    @property
    def ink(self) -> str:
        """The colour of its numbers: that of the line where several lines cross."""
        if self.chart.form == "stacked":
            return self.look.ink
        crossing = self.chart.form == "lines" and len(self.chart.series) > 1
        return self.look.line if crossing else INK

    @property
    def ground(self) -> str:
        """What is behind its numbers."""
        return _VEIL if self.chart.form == "lines" else "<a:noFill/>"


def series_xml(chart: Chart, letters: Letters, *, turned: bool) -> str:
    """Every series, in the order of the tree."""
    shown = labelled(chart)
    return "".join(
        _series(_Series(chart, place, look, letters, turned), shown[place])
        for place, look in enumerate(looks(len(chart.series)))
    )


def _series(series: _Series, shown: Sequence[bool]) -> str:
    """One `c:ser`, of bars or of a line."""
    chart, place = series.chart, series.place
    lines = chart.form == "lines"
    texts = _cache([series_name(chart, place)])
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx><c:strRef><c:f>{name_cell(value_column(place))}</c:f>"
        f"<c:strCache>{texts}</c:strCache></c:strRef></c:tx>"
        + (_line_look(series.look) if lines else _bar_look(series.look))
        + _labels(series, shown)
        + _categories(chart)
        + _values(series)
        + ('<c:smooth val="0"/>' if lines else "")
        + _label_range(series)
        + "</c:ser>"
    )


def _bar_look(look: Look) -> str:
    """The fill of a bar, the same on both sides of zero."""
    return (
        f"<c:spPr>{solid(look.fill)}{line(OUTLINE, _OUTLINE_WIDTH)}</c:spPr>"
        '<c:invertIfNegative val="0"/>'
    )


def _line_look(look: Look) -> str:
    """The line and its markers."""
    return (
        f"<c:spPr>{line(look.line, _LINE_WIDTH, _DASHES[look.dash])}</c:spPr>"
        f'<c:marker><c:symbol val="{look.marker}"/><c:size val="{_MARKER_SIZE}"/>'
        f"<c:spPr>{solid(look.line)}{line(look.line, _OUTLINE_WIDTH)}</c:spPr></c:marker>"
    )


def _labels(series: _Series, shown: Sequence[bool]) -> str:
    """The printed numbers of the points that have one."""
    texts = "".join(
        _label(series, place, point)
        for place, (point, wanted) in enumerate(zip(series.points, shown, strict=True))
        if point and wanted
    )
    letters = series.letters
    style = letters.properties(letters.numbers, series.ink, turned=series.turned)
    return f"<c:dLbls>{texts}<c:spPr>{series.ground}</c:spPr>{style}{_SHOWS_NOTHING}</c:dLbls>"


def _label(series: _Series, place: int, point: ChartPoint) -> str:
    """A number as the text prints it: Word's own would follow the reader's system.

    It is a field of the workbook's label column, whose text stands here for programs that do not
    know such fields.
    """
    run = series.letters.run("rPr", series.letters.numbers, series.ink)
    field = f"{{00000000-0000-4000-8000-{series.place:06X}{place:06X}}}"
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich>{body(series.turned)}'
        f'<a:lstStyle/><a:p><a:fld id="{field}" type="CELLRANGE">'
        f"{run}<a:pPr/><a:t>{escape(point.printed)}</a:t></a:fld></a:p></c:rich></c:tx>"
        f"<c:spPr>{series.ground}</c:spPr>"
        f'<c:dLblPos val="{_position(series.chart, point, place)}"/>{_SHOWS_VALUE}'
        f'<c:extLst><c:ext uri="{_LABEL_EXTENSION}"><c15:showDataLabelsRange val="1"/></c:ext>'
        "</c:extLst></c:dLbl>"
    )


def _position(chart: Chart, point: ChartPoint, place: int) -> str:
    """Where the number stands: at the end of a bar, within a part, over or under a line."""
    if chart.form == "lines":
        return "b" if above(chart, point, place) is False else "t"
    return "ctr" if chart.form == "stacked" else "outEnd"


def _categories(chart: Chart) -> str:
    """The names of the categories."""
    return (
        f"<c:cat><c:strRef><c:f>{cells(chart, 'A')}</c:f>"
        f"<c:strCache>{_cache(chart.categories)}</c:strCache></c:strRef></c:cat>"
    )


def _values(series: _Series) -> str:
    """The values, exact; a point that is not drawn is left out."""
    values = [None if point is None else f"{point.value:f}" for point in series.points]
    return (
        f"<c:val><c:numRef><c:f>{cells(series.chart, value_column(series.place))}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{_cache(values)}</c:numCache>"
        "</c:numRef></c:val>"
    )


def _label_range(series: _Series) -> str:
    """The printed numbers as the workbook's label column has them."""
    texts = [point.printed if point else None for point in series.points]
    formula = cells(series.chart, label_column(series.chart, series.place))
    return (
        f'<c:extLst><c:ext uri="{_RANGE_EXTENSION}"><c15:datalabelsRange>'
        f"<c15:f>{formula}</c15:f><c15:dlblRangeCache>{_cache(texts)}</c15:dlblRangeCache>"
        "</c15:datalabelsRange></c:ext></c:extLst>"
    )


def _cache(values: Iterable[str | None]) -> str:
    """Points by their places, gaps left out."""
    values = list(values)
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(value)}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )
    return f'<c:ptCount val="{len(values)}"/>{points}'
