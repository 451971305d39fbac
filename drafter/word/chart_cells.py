"""Which cell of a chart's workbook holds what; the chart and the workbook both go by it."""

from __future__ import annotations

from drafter.document import Chart, visible_text

SHEET = "Sheet1"
"""Categories in column A, a column for each series, then a column of its printed numbers."""
TAGS_SHEET = "drafter"
"""Hidden: the chart's name in A1, each figure's tag where the other sheet has its value."""


def column(place: int) -> str:
    """The letters of a column: A of 0, AB of 27."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def value_column(series: int) -> str:
    """The column of the values of a series, 0 the first."""
    return column(1 + series)


def label_column(chart: Chart, series: int) -> str:
    """The column of the printed numbers of a series."""
    return column(1 + len(chart.series) + series)


def name_cell(letters: str) -> str:
    """The formula that leads to the head of a column."""
    return f"{SHEET}!${letters}$1"


def cells(chart: Chart, letters: str) -> str:
    """The formula that leads to all cells of a column under its head."""
    return f"{SHEET}!${letters}$2:${letters}${1 + len(chart.categories)}"


def series_name(chart: Chart, series: int) -> str:
    """What a series is called in the workbook: the caption, for the only one without a name."""
    return chart.series[series].name or visible_text(chart.caption)
