"""The shapes that a chart is drawn with; lengths in pixels of the page, y downwards."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.charts import GRID, OUTLINE, Look
from drafter.font_widths import balanced_width, text_width, wrapped
from drafter.web.elements import element, escape

NAME_SIZE = 15
NUMBER_SIZE = 14
LINE = 19
"""From one line of a name to the next."""
_PRECISE = 64
_DASHES = {"solid": "", "dash": "9 4", "dot": "2 4", "dash_dot": "9 4 2 4"}


def shape(name: str, /, **attributes: float | str) -> str:
    """An element without content; numbers to a tenth of a pixel."""
    given = {key: one if isinstance(one, str) else pixels(one) for key, one in attributes.items()}
    return element(name, "", **given)


def pixels(value: float) -> str:
    """A length or a place to a tenth.

    >>> pixels(12.0), pixels(0.25), pixels(-0.01)
    ('12', '0.2', '0')
    """
    return f"{round(value, 1) + 0:g}"


def width(text: str, size: int = NUMBER_SIZE) -> float:
    """How long a line of text is."""
    return text_width(text, size * _PRECISE) / _PRECISE


def lines_of(text: str, most: float, size: int = NAME_SIZE) -> tuple[str, ...]:
    """The lines that a name breaks into in a column of so many pixels, about equally long."""
    letters, room = size * _PRECISE, int(most * _PRECISE)
    return wrapped(text, letters, balanced_width(text, letters, room))


def longest_word(text: str, size: int = NAME_SIZE) -> float:
    """The narrowest column that a name fits into."""
    return max(width(word, size) for word in text.split(" "))


def name(lines: Sequence[str], x: float, y: float, anchor: str = "middle") -> str:
    """A name in lines; y: the foot of the first."""
    spans = [
        element("tspan", escape(line), x=pixels(x), y=pixels(y + place * LINE))
        for place, line in enumerate(lines)
    ]
    return element("text", "".join(spans), text_anchor=anchor, font_size=str(NAME_SIZE))


def number(text: str, x: float, y: float, anchor: str = "middle", **attributes: str) -> str:
    """A number; y: its foot."""
    return element(
        "text",
        escape(text),
        x=pixels(x),
        y=pixels(y),
        text_anchor=anchor,
        font_size=str(NUMBER_SIZE),
        **attributes,
    )


def turned_number(text: str, x: float, y: float, anchor: str) -> str:
    """A number that is read from below, about the upright through x."""
    foot = x + NUMBER_SIZE * 0.35
    turn = f"rotate(-90 {pixels(foot)} {pixels(y)})"
    return number(text, foot, y, anchor, transform=turn)


def bar(look: Look, x: float, y: float, wide: float, high: float) -> str:
    """A bar with its outline; a value of nothing is a line."""
    return shape(
        "rect", x=x, y=y, width=wide, height=high, fill=f"#{look.fill}", stroke=f"#{OUTLINE}"
    )


def rule(x1: float, y1: float, x2: float, y2: float, *, strong: bool = False) -> str:
    """A line of the axis; the strong one is that of nothing."""
    colour = OUTLINE if strong else GRID
    return shape("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=f"#{colour}")


def path(look: Look, points: Sequence[tuple[float, float]]) -> str:
    """A line through points."""
    return shape(
        "polyline",
        points=" ".join(f"{pixels(x)},{pixels(y)}" for x, y in points),
        fill="none",
        stroke=f"#{look.line}",
        stroke_width="2.5",
        stroke_dasharray=_DASHES[look.dash],
    )


def marker(look: Look, x: float, y: float) -> str:
    """The mark of a point on a line."""
    ink = {"fill": f"#{look.line}", "stroke": "#FFFFFF"}
    if look.marker == "circle":
        return shape("circle", cx=x, cy=y, r=5.0, **ink)
    if look.marker == "square":
        return shape("rect", x=x - 4.5, y=y - 4.5, width=9.0, height=9.0, **ink)
    corners = {
        "triangle": ((0, -5.5), (5.5, 4.5), (-5.5, 4.5)),
        "diamond": ((0, -6), (6, 0), (0, 6), (-6, 0)),
    }[look.marker]
    places = " ".join(f"{pixels(x + dx)},{pixels(y + dy)}" for dx, dy in corners)
    return shape("polygon", points=places, **ink)
