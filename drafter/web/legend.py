"""The legend under a chart: a swatch and a name for each series."""

from __future__ import annotations

from drafter.charts import Look, looks
from drafter.document import Chart, ChartForm
from drafter.web import shapes

_SWATCH = 26
_GAP = 24
_ROW = 22


def legend(chart: Chart, wide: float, top: float) -> tuple[str, float]:
    """The legend, its rows centred, and how high it is; nothing for a series without a name."""
    if not any(one.name for one in chart.series):
        return "", 0
    most = wide - _SWATCH - _GAP
    entries = [shapes.lines_of(one.name, most) for one in chart.series]
    lengths = [_SWATCH + max(map(_width, lines)) for lines in entries]
    drawn: list[str] = []
    styles = looks(len(chart.series))
    y = top
    for row in _rows(lengths, wide):
        x = (wide - sum(lengths[place] for place in row) - _GAP * (len(row) - 1)) / 2
        for place in row:
            drawn.append(_swatch(chart.form, styles[place], x, y + _ROW / 2))
            drawn.append(shapes.name(entries[place], x + _SWATCH, y + _ROW / 2 + 5, "start"))
            x += lengths[place] + _GAP
        y += _ROW + shapes.LINE * (max(len(entries[place]) for place in row) - 1)
    return "".join(drawn), y - top


def _width(text: str) -> float:
    return shapes.width(text, shapes.NAME_SIZE)


def _rows(lengths: list[float], wide: float) -> list[list[int]]:
    """Places put on a row while they fit."""
    rows: list[list[int]] = [[]]
    for place, length in enumerate(lengths):
        taken = sum(lengths[one] + _GAP for one in rows[-1])
        if rows[-1] and taken + length > wide:
            rows.append([])
        rows[-1].append(place)
    return rows


def _swatch(form: ChartForm, look: Look, x: float, y: float) -> str:
    if form == "lines":
        line = shapes.path(look, [(x, y), (x + _SWATCH - 6, y)])
        return line + shapes.marker(look, x + (_SWATCH - 6) / 2, y)
    return shapes.bar(look, x + 4, y - 7, 14, 14)
