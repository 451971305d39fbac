"""Charts to be drawn, and the boxes that their texts take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from lxml import etree

from drafter.document import Chart, ChartForm, ChartPoint, ChartSeries
from drafter.font_widths import text_width
from drafter.numerals import print_number
from drafter.web.svg import svg

LONG = (
    "Cung cấp nước, hoạt động quản lý và xử lý rác thải, nước thải",
    "Công nghiệp chế biến, chế tạo",
    "Trồng trọt, chăn nuôi và hoạt động dịch vụ có liên quan",
    "Khai khoáng",
    "Dịch vụ lưu trú, ăn uống",
    "Doanh thu hoạt động kho bãi và dịch vụ hỗ trợ vận tải",
    "Bưu chính, viễn thông",
)


def point(value: str) -> ChartPoint | None:
    """A point with its number in print; None for no text."""
    if not value:
        return None
    places = len(value.partition(".")[2])
    return ChartPoint(f"tag{value}", print_number(Decimal(value), places), Decimal(value))


def chart(form: ChartForm, *series: Sequence[str], names: Sequence[str] = LONG) -> Chart:
    """A chart of values; the series are called after their place where there are several."""
    count = len(series[0])
    categories = tuple(names[place % len(names)] for place in range(count))
    return Chart(
        "_c1",
        form,
        categories,
        tuple(
            ChartSeries(f"Năm {2020 + place}" if len(series) > 1 else "", tuple(map(point, values)))
            for place, values in enumerate(series)
        ),
        "%",
        alt="Lời của biểu đồ",
    )


def drawn(block: Chart) -> etree._Element:
    """The drawing as XML, which it is well-formed as."""
    return etree.fromstring(svg(block, "chart-1", "Tên biểu đồ"))


class Box(NamedTuple):
    """The room of a text."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def boxes(drawing: etree._Element) -> list[Box]:
    """The room of every line of text, as wide as the font makes it and as high as its letters."""
    found = []
    for text in drawing.iter("text"):
        for line in list(text.iter("tspan")) or [text]:
            found.append(_box(line, text))
    return found


def _box(line: etree._Element, text: etree._Element) -> Box:
    size = float(str(text.get("font-size")))
    x, y = float(str(line.get("x"))), float(str(line.get("y")))
    words = line.text or ""
    wide = text_width(words, round(size * 64)) / 64
    start = {"start": 0.0, "middle": wide / 2, "end": wide}[str(text.get("text-anchor"))]
    if turn := text.get("transform"):
        assert re.fullmatch(r"rotate\(-90 [0-9.]+ [0-9.-]+\)", turn)
        return Box(words, x - size * 0.7, y - wide + start, x, y + start)
    return Box(words, x - start, y - size * 0.7, x - start + wide, y)


def overlaps(drawing: etree._Element) -> list[tuple[str, str]]:
    """Texts that stand on each other."""
    found = boxes(drawing)
    return [
        (one.text, other.text)
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if min(one.right, other.right) - max(one.left, other.left) > 0.5
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5
    ]


def outside(drawing: etree._Element) -> list[str]:
    """Texts that reach beyond the paper."""
    _, _, wide, high = map(float, str(drawing.get("viewBox")).split())
    return [
        box.text
        for box in boxes(drawing)
        if box.left < -0.5 or box.top < -0.5 or box.right > wide + 0.5 or box.bottom > high + 0.5
    ]
