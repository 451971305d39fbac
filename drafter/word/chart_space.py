"""The part `word/charts/chartN.xml`: a chart as Word draws and edits it (DrawingML)."""

from __future__ import annotations

from drafter.charts import GRID, OUTLINE, lies
from drafter.document import Chart
from drafter.layout import Layout
from drafter.word import namespaces as ns
from drafter.word.chart_series import series_xml
from drafter.word.chart_sizes import ChartSizes, PlacedChart
from drafter.word.chart_text import NO_LINE, Letters, line
from drafter.word.escaping import escape

WORKBOOK_ID = "rIdWorkbook"
# Positive, as the schema wants them; any two numbers do.
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2
_AXES = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
_HAIRLINE = 10
# Literal points between the thousands: the comma of a format would be the reader's own sign.
_WHOLE_NUMBERS = '[>=1000000]#"."000"."000;[>=1000]#"."000;0'
# A format with conditions of its own would take the sign from a number below nothing.
_SIGNED_NUMBERS = "0;-0;0"
_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def chart_space_xml(placed: PlacedChart, language: str) -> str:
    """The whole part. language: of its texts, `vi-VN`."""
    chart, layout, sizes = placed.chart, placed.layout, placed.sizes
    letters = Letters(layout.font, sizes.name_size, layout.chart.numbers, language)
    legend = _legend(letters, layout) if len(chart.series) > 1 else ""
    return (
        f'{ns.XML}<c:chartSpace xmlns:c="{ns.C}" xmlns:a="{ns.A}" xmlns:r="{ns.R}" '
        f'xmlns:c15="{ns.C15}"><c:date1904 val="0"/><c:lang val="{escape(language)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_place(chart, sizes)}{_drawing(chart, sizes, letters)}"
        f"{_category_axis(chart, letters)}{_value_axis(chart, sizes, letters)}"
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr></c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>{letters.properties(letters.size)}"
        f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _place(chart: Chart, sizes: ChartSizes) -> str:
    """Where the bars are drawn: lying ones beside their names, which may take two lines."""
    if not lies(chart):
        return "<c:layout/>"
    left = sizes.names / sizes.width
    under = sizes.legend / sizes.height
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="{left:.4f}"/><c:y val="0.01"/>'
        f'<c:w val="{0.99 - left:.4f}"/><c:h val="{0.98 - under:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _drawing(chart: Chart, sizes: ChartSizes, letters: Letters) -> str:
    """The bars or the lines."""
    series = series_xml(chart, letters, turned=sizes.turned)
    if chart.form == "lines":
        return (
            '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            f'{series}<c:marker val="1"/>{_AXES}</c:lineChart>'
        )
    stacked = chart.form == "stacked"
    return (
        f'<c:barChart><c:barDir val="{"bar" if lies(chart) else "col"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{sizes.gap}"/>'
        f'<c:overlap val="{100 if stacked else 0}"/>{_AXES}</c:barChart>'
    )


def _category_axis(chart: Chart, letters: Letters) -> str:
    """The axis of names, at the edge where bars go to both sides; bars read from the top."""
    lying = lies(chart)
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if lying else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if lying else "b"}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{_TICKS}<c:tickLblPos val="low"/>'
        f"<c:spPr>{line(OUTLINE, _HAIRLINE)}</c:spPr>{letters.properties(letters.size)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: Chart, sizes: ChartSizes, letters: Letters) -> str:
    """The axis of values, seen only where its numbers are needed."""
    grid = f"<c:majorGridlines><c:spPr>{line(GRID, _HAIRLINE)}</c:spPr></c:majorGridlines>"
    step = f'<c:majorUnit val="{sizes.step:f}"/>' if sizes.step else ""
    numbers = _SIGNED_NUMBERS if sizes.low < 0 else _WHOLE_NUMBERS
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{sizes.high:f}"/><c:min val="{sizes.low:f}"/></c:scaling>'
        f'<c:delete val="{0 if step else 1}"/>'
        f'<c:axPos val="{"t" if lies(chart) else "l"}"/>'
        f"{grid if step else ''}"
        f'<c:numFmt formatCode="{escape(numbers)}" sourceLinked="0"/>'
        f'{_TICKS}<c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{NO_LINE}</c:spPr>{letters.properties(letters.numbers)}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _legend(letters: Letters, layout: Layout) -> str:
    """The names of the series, under the chart."""
    style = letters.properties(layout.chart.size)
    return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{style}</c:legend>'
