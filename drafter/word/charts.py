"""Charts in the body, and the parts that belong to each: the drawing and its workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.document import Chart, visible_text
from drafter.layout import Layout
from drafter.word import namespaces as ns
from drafter.word.captions import caption_xml, note_xml, unit_xml
from drafter.word.chart_sizes import PlacedChart, placed
from drafter.word.chart_space import WORKBOOK_ID, chart_space_xml
from drafter.word.chart_text import EMU_PER_TWIP
from drafter.word.chart_workbook import workbook
from drafter.word.escaping import escape
from drafter.word.inlines import Story
from drafter.word.package import Part
from drafter.word.paragraphs import AS_STYLED, Direct, paragraph

_KEEP = Direct(keep_next=True)


def chart_xml(chart: Chart, story: Story, layout: Layout, keep: bool) -> str:
    """Caption, unit, the chart over the whole text width, and its note, all on one page.

    keep: what follows belongs on the page of its last line.
    """
    number = story.chart(drawn := placed(chart, layout))
    head = caption_xml(chart.caption, story, layout) + unit_xml(chart.unit)
    drawing = paragraph(
        "Chart",
        _drawing(drawn, number),
        _KEEP if chart.note or keep else AS_STYLED,
    )
    return head + drawing + note_xml(chart.note, story, keep)


def chart_parts(charts: Iterable[PlacedChart], language: str) -> Iterator[Part]:
    """The drawing and the workbook of each chart, the first number 1."""
    for number, drawn in enumerate(charts, 1):
        name = f"word/charts/chart{number}.xml"
        drawing = chart_space_xml(drawn, language)
        yield Part(name, drawing, "chart", ns.CHART_TYPE, id=_relation_id(number))
        inside = f"word/embeddings/chart{number}.xlsx"
        yield Part(
            inside, workbook(drawn.chart, drawn.layout.font), "package", owner=name, id=WORKBOOK_ID
        )


def _relation_id(number: int) -> str:
    """What the drawing in the body calls its part."""
    return f"rIdChart{number}"


def _drawing(drawn: PlacedChart, number: int) -> str:
    """The run that the chart stands in, like a letter of its line; its words for who cannot see."""
    chart, sizes = drawn.chart, drawn.sizes
    name = escape(chart.name or f"Biểu đồ {number}")
    words = f'title="{escape(visible_text(chart.caption))}" descr="{escape(chart.alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{ns.WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{sizes.width * EMU_PER_TWIP}" cy="{sizes.height * EMU_PER_TWIP}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{name}" {words}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{ns.A}"><a:graphicData uri="{ns.C}">'
        f'<c:chart xmlns:c="{ns.C}" r:id="{_relation_id(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
