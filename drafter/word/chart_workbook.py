"""The workbook inside a chart, which Word opens for "Edit data".

A label column has formulas besides its texts, so that the number beside a bar follows the bar
when someone edits its value; they print with a comma whatever the reader's system prints with.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from drafter.document import Chart, ChartPoint, ChartSeries
from drafter.word import namespaces as ns
from drafter.word.chart_cells import (
    SHEET,
    TAGS_SHEET,
    label_column,
    series_name,
    value_column,
)
from drafter.word.escaping import escape
from drafter.word.package import Part, write_package
from drafter.word.settings import theme_xml

_BOOK = "xl/workbook.xml"
_MOST_PLACES = 6
_FIRST_OWN_FORMAT = 164
_COLUMNS = (
    '<cols><col min="1" max="1" width="36" customWidth="1"/>'
    '<col min="2" max="{last}" width="18" customWidth="1"/></cols>'
)


def workbook(chart: Chart, font: str) -> bytes:
    """The .xlsx of a chart; it goes into another archive and so is not compressed."""
    strings = _Strings()
    values, tags = _values(chart, strings), _tags(chart, strings)
    return write_package(
        (
            Part(_BOOK, _book(), "officeDocument", ns.WORKBOOK_TYPE, ""),
            Part("xl/worksheets/sheet1.xml", values, "worksheet", ns.SHEET_TYPE, _BOOK),
            Part("xl/worksheets/sheet2.xml", tags, "worksheet", ns.SHEET_TYPE, _BOOK),
            Part("xl/styles.xml", _styles(font), "styles", ns.SHEET_STYLES_TYPE, _BOOK),
            Part("xl/sharedStrings.xml", strings.xml(), "sharedStrings", ns.STRINGS_TYPE, _BOOK),
            Part("xl/theme/theme1.xml", theme_xml(font), "theme", ns.THEME_TYPE, _BOOK),
        ),
        embedded=True,
    )


@cache
def _book() -> str:
    """The part that names the sheets."""
    return (
        f'{ns.XML}<workbook xmlns="{ns.S}" xmlns:r="{ns.R}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/>'
        f'<sheet name="{TAGS_SHEET}" sheetId="2" state="hidden" r:id="rId2"/>'
        "</sheets></workbook>"
    )


@cache
def _styles(font: str) -> str:
    """The part with the cell formats: 0 general, then one for each number of decimals."""
    formats = "".join(
        f'<numFmt numFmtId="{_FIRST_OWN_FORMAT + places}" '
        f'formatCode="#,##0{"." * (places > 0)}{"0" * places}"/>'
        for places in range(_MOST_PLACES + 1)
    )
    cells = "".join(
        f'<xf numFmtId="{_FIRST_OWN_FORMAT + places}" fontId="0" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1"/>'
        for places in range(_MOST_PLACES + 1)
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return (
        f'{ns.XML}<styleSheet xmlns="{ns.S}"><numFmts count="{_MOST_PLACES + 1}">{formats}'
        f'</numFmts><fonts count="1"><font><sz val="11"/><name val="{escape(font)}"/></font>'
        '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>'
        '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/>'
        "<right/><top/><bottom/><diagonal/></border></borders>"
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{_MOST_PLACES + 2}">{plain} xfId="0"/>{cells}</cellXfs></styleSheet>'
    )


class _Strings:
    """The texts of all sheets, each once; cells name them by their places."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def cell(self, cell: str, text: str) -> str:
        """A cell of text; nothing for no text."""
        if not text:
            return ""
        return f'<c r="{cell}" t="s"><v>{self.places.setdefault(text, len(self.places))}</v></c>'

    def xml(self) -> str:
        """The part that holds the texts."""
        texts = "".join(
            f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self.places
        )
        return f'{ns.XML}<sst xmlns="{ns.S}" uniqueCount="{len(self.places)}">{texts}</sst>'


def _values(chart: Chart, strings: _Strings) -> str:
    """The sheet of categories, values and printed numbers."""
    names = [series_name(chart, place) for place in range(len(chart.series))]
    columns = [(value_column(place), label_column(chart, place)) for place in range(len(names))]
    heads = [strings.cell("A1", chart.unit)]
    heads += [strings.cell(f"{columns[n][0]}1", name) for n, name in enumerate(names)]
    heads += [strings.cell(f"{columns[n][1]}1", f"Nhãn: {name}") for n, name in enumerate(names)]
    places = [_places(one) for one in chart.series]
    rows = ["".join(heads)]
    for row, category in enumerate(chart.categories, 2):
        points = [one.points[row - 2] for one in chart.series]
        cells = [strings.cell(f"A{row}", category)]
        for (column, _), point, shown in zip(columns, points, places, strict=True):
            cells.append(_number(f"{column}{row}", point, max(shown)))
        for (column, label), point, shown in zip(columns, points, places, strict=True):
            cells.append(_label(f"{label}{row}", f"{column}{row}", point, shown))
        rows.append("".join(cells))
    return _sheet(rows, 1 + 2 * len(names))


def _tags(chart: Chart, strings: _Strings) -> str:
    """The sheet of tags, by which a later program finds what each value is."""
    rows = [strings.cell("A1", chart.name)]
    for row in range(2, 2 + len(chart.categories)):
        points = [one.points[row - 2] for one in chart.series]
        rows.append(
            "".join(
                strings.cell(f"{value_column(place)}{row}", point.tag)
                for place, point in enumerate(points)
                if point
            )
        )
    return _sheet(rows, 1 + len(chart.series))


def _sheet(rows: Iterable[str], columns: int) -> str:
    """A sheet of these rows."""
    body = "".join(f'<row r="{row}">{cells}</row>' for row, cells in enumerate(rows, 1))
    widths = _COLUMNS.format(last=max(columns, 2))
    return f'{ns.XML}<worksheet xmlns="{ns.S}">{widths}<sheetData>{body}</sheetData></worksheet>'


def _number(cell: str, point: ChartPoint | None, places: int) -> str:
    """A cell of a number, exact; nothing for no number."""
    if point is None:
        return ""
    return f'<c r="{cell}" s="{1 + min(places, _MOST_PLACES)}"><v>{point.value:f}</v></c>'


def _label(cell: str, value: str, point: ChartPoint | None, places: set[int]) -> str:
    """A cell of a number as it is printed; where there is none, blank until someone enters one."""
    printed = escape(point.printed) if point else ""
    return f'<c r="{cell}" t="str"><f>{escape(_formula(value, places))}</f><v>{printed}</v></c>'


def _formula(value: str, places: set[int]) -> str:
    """What prints the number of another cell as Vietnamese reports do.

    places: of the decimals of the series; several where zeros at the end are left out. FIXED
    prints with the signs of the reader's system, which one half in figures tells.
    """
    most = max(places)
    shown = str(most)
    if len(places) > 1:
        for fewer in range(most - 1, -1, -1):
            shown = f"IF({value}=ROUND({value},{fewer}),{fewer},{shown})"
    fixed = f"FIXED({value},{shown})"
    swapped = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({fixed},",","~"),".",","),"~",".")'
    return f'IF({value}="","",IF(MID(1/2,2,1)=",",{fixed},{swapped}))'


def _places(series: ChartSeries) -> set[int]:
    """How many decimals the numbers of a series are printed with; 0 where there are none."""
    found = {len(point.printed.partition(",")[2]) for point in series.points if point}
    return found or {0}
