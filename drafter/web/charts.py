"""Charts: the drawing, and its data as a table for whoever cannot see it or wants to copy them."""

from __future__ import annotations

from drafter.document import Cell, Chart, ChartPoint, Figure, Table, Text, visible_text
from drafter.frame_words import category_head
from drafter.table_words import UNKNOWN
from drafter.web.elements import element, nest, words
from drafter.web.inlines import Story
from drafter.web.svg import svg
from drafter.web.tables import grid, scrolling, unit_line

_DATA = "Số liệu của biểu đồ"
_CHART = "Biểu đồ"


def chart(drawn: Chart, story: Story) -> str:
    """A chart with caption, unit, data and note."""
    name = story.name("chart")
    title = element("span", story.runs(drawn.caption), class_="title") if drawn.caption else ""
    told = " ".join(filter(None, (title, unit_line(drawn.unit))))
    drawing = svg(drawn, name, visible_text(drawn.caption) or _CHART)
    parts = (
        element("figcaption", told) if told else "",
        scrolling(drawing, f"{name}-title"),
        _data(drawn, story, name),
        element("p", story.runs(drawn.note), class_="note") if drawn.note else "",
    )
    return nest("figure", parts, class_="chart", id=name, data_clause=drawn.name)


def _data(drawn: Chart, story: Story, name: str) -> str:
    """The numbers of a chart with their tags, a row a category, to be opened by who wants them."""
    title = f"{name}-title"
    table = element("table", grid(data_of(drawn), story), aria_labelledby=title)
    return element("details", words("summary", _DATA) + scrolling(table, title))


def data_of(drawn: Chart) -> Table:
    """The data of a chart as a table, under the names of the series where there are any."""
    head = Cell((Text(category_head(drawn)),))
    names = (head, *(Cell((Text(one.name),) if one.name else ()) for one in drawn.series))
    rows = tuple(
        (Cell((Text(category),)), *(_cell(one.points[place]) for one in drawn.series))
        for place, category in enumerate(drawn.categories)
    )
    header = (names,) if any(one.name for one in drawn.series) else ()
    return Table(header, rows, (), name=drawn.name)


def _cell(point: ChartPoint | None) -> Cell:
    """The cell of a point; `…` where there is none."""
    if point is None:
        return Cell((Text(UNKNOWN),), "center")
    return Cell((Figure(point.tag, point.printed),), "decimal")
