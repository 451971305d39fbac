"""Charts in a Word file: native, right when it opens, and editable."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from drafter.charts import looks
from drafter.document import Block, Chart, ChartPoint, ChartSeries, Section, Table, Text
from drafter.word import write_docx

from . import chart_specimens, specimens
from .chart_checks import C15, A, ChartFile, c, cache, charts, label_texts, value
from .effective import Docx, w
from .package_checks import faults
from .specimens import inlines_of, label, number

FORMS = {"columns": "col", "stacked": "bar", "bars": "bar"}


def content(*blocks: Block) -> bytes:
    return write_docx(specimens.report(None, Section("one", blocks)), specimens.LAYOUT)


def written(*blocks: Block) -> Docx:
    return Docx(content(*blocks))


def one(chart: Chart) -> ChartFile:
    (found,) = charts(written(chart))
    return found


ALL = content(*chart_specimens.EVERY)
PAIRS = list(zip(chart_specimens.EVERY, charts(Docx(ALL)), strict=True))


@pytest.fixture(params=PAIRS, ids=[chart.name for chart, _ in PAIRS])
def pair(request: pytest.FixtureRequest) -> tuple[Chart, ChartFile]:
    found: tuple[Chart, ChartFile] = request.param
    return found


# -- the numbers ---------------------------------------------------------------------------------


def test_names_and_values_of_the_part_are_those_of_the_tree(pair: tuple[Chart, ChartFile]) -> None:
    chart, found = pair
    assert len(found.series) == len(chart.series)
    for given, series in zip(chart.series, found.series, strict=True):
        names = cache(series.find(f"{c('cat')}/{c('strRef')}/{c('strCache')}"))
        assert [" ".join(str(name).split()) for name in names] == list(chart.categories)
        values = cache(series.find(f"{c('val')}/{c('numRef')}/{c('numCache')}"))
        assert [None if one is None else Decimal(one) for one in values] == [
            point and point.value for point in given.points
        ]
        (name,) = cache(series.find(f"{c('tx')}/{c('strRef')}/{c('strCache')}"))
        assert name == (given.name or "".join(t.text for t in chart.caption if isinstance(t, Text)))


def test_the_workbook_holds_the_values_and_beside_them_their_tags(
    pair: tuple[Chart, ChartFile],
) -> None:
    chart, found = pair
    values = found.workbook.get_sheet_by_name("Sheet1").to_python(skip_empty_area=False)
    tags = found.workbook.get_sheet_by_name("drafter").to_python(skip_empty_area=False)
    assert tags[0][0] == chart.name
    for column, given in enumerate(chart.series, 1):
        for row, point in enumerate(given.points, 1):
            assert values[row][column] == ("" if point is None else float(point.value))
            held = tags[row][column] if row < len(tags) and column < len(tags[row]) else ""
            assert held == ("" if point is None else point.tag)


def test_a_value_is_written_exactly() -> None:
    given = chart_specimens.chart("columns", ("a", "b"), {"x": ("1.234.567.890.123,4567", "0,1")})
    found = one(given)
    assert cache(next(found.root.iter(c("numCache")))) == ["1234567890123.4567", "0.1"]
    sheet = zipfile.ZipFile(io.BytesIO(found.content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<v>1234567890123.4567</v>" in sheet


def test_numbers_beside_bars_are_printed_as_the_text_prints_them(
    pair: tuple[Chart, ChartFile],
) -> None:
    chart, found = pair
    printed = 0
    for given, series in zip(chart.series, found.series, strict=True):
        for place, text in label_texts(series).items():
            point = given.points[place]
            assert point is not None
            assert text == point.printed
            printed += 1
    drawn = sum(point is not None for given in chart.series for point in given.points)
    assert printed == drawn or (chart.form in ("stacked", "lines") and 0 < printed < drawn)


def test_a_number_is_a_field_of_the_workbook_so_that_it_follows_an_edit() -> None:
    found = one(chart_specimens.branches())
    (series,) = found.series
    assert {field.get("type") for field in series.iter(f"{{{A}}}fld")} == {"CELLRANGE"}
    (formula,) = (element.text for element in series.iter(f"{{{C15}}}f"))
    assert found.cells(formula) == ["6,74", "-12,05", "8,31", "-0,88", "2,46"]
    sheet = zipfile.ZipFile(io.BytesIO(found.content)).read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<f>IF(B2=&quot;&quot;") == 1
    assert sheet.count("FIXED(B2,2)") == 2


def test_a_point_that_is_not_drawn_is_a_gap_without_a_number() -> None:
    found = one(chart_specimens.prices())
    (series,) = found.series
    values = cache(next(series.iter(c("numCache"))))
    assert values[7] is None
    assert 7 not in label_texts(series)
    assert value(found.root, "dispBlanksAs") == "gap"


def test_names_keep_the_letters_that_xml_keeps_for_itself() -> None:
    found = one(chart_specimens.one_bar())
    names = [cache(series.find(f".//{c('strCache')}")) for series in found.series]
    assert names == [["Năm <trước> & sau"], ['Năm "nay"']]
    assert found.cells("Sheet1!$A$2") == ['Cty "A & B" <Lạng> Đỗ Ữ']


# -- the look ------------------------------------------------------------------------------------


def test_a_form_is_the_chart_that_it_says(pair: tuple[Chart, ChartFile]) -> None:
    chart, found = pair
    if chart.form == "lines":
        assert value(found.root, "grouping") == "standard"
        assert next(found.root.iter(c("lineChart"))) is not None
    else:
        assert value(found.root, "barDir") == FORMS[chart.form]
        stacked = chart.form == "stacked"
        assert value(found.root, "grouping") == ("stacked" if stacked else "clustered")
        assert value(found.root, "overlap") == ("100" if stacked else "0")


def test_lying_bars_read_from_the_top() -> None:
    found = one(chart_specimens.branches())
    (axis,) = found.root.iter(c("catAx"))
    assert value(axis, "orientation") == "maxMin"
    (upright,) = one(chart_specimens.growth()).root.iter(c("catAx"))
    assert value(upright, "orientation") == "minMax"


def test_bars_under_zero_have_the_same_colour_and_names_stand_at_the_edge() -> None:
    for chart in (chart_specimens.branches(), chart_specimens.growth(), chart_specimens.balance()):
        found = one(chart)
        assert {one.get("val") for one in found.root.iter(c("invertIfNegative"))} == {"0"}
        (axis,) = found.root.iter(c("catAx"))
        assert value(axis, "tickLblPos") == "low"


def test_the_legend_is_there_only_for_several_series(pair: tuple[Chart, ChartFile]) -> None:
    chart, found = pair
    legends = [value(one, "legendPos") for one in found.root.iter(c("legend"))]
    assert legends == (["b"] if len(chart.series) > 1 else [])
    assert value(found.root, "autoTitleDeleted") == "1"
    assert not list(found.root.iter(c("title")))


def test_colours_are_those_of_the_palette() -> None:
    found = one(chart_specimens.budget())
    fills = [
        series.find(f"{c('spPr')}/{{{A}}}solidFill/{{{A}}}srgbClr").get("val")
        for series in found.series
    ]
    assert fills == [look.fill for look in looks(4)]


def test_lines_differ_by_dash_and_marker_too() -> None:
    found = one(chart_specimens.trade())
    dashes = [series.find(f".//{{{A}}}prstDash").get("val") for series in found.series]
    markers = [value(series, "symbol") for series in found.series]
    assert len(set(dashes)) == len(set(markers)) == 3


def test_every_letter_is_of_the_document_s_font_and_language(pair: tuple[Chart, ChartFile]) -> None:
    _, found = pair
    fonts = {one.get("typeface") for one in found.root.iter(f"{{{A}}}latin", f"{{{A}}}ea")}
    assert fonts == {"Times New Roman"}
    runs = list(found.root.iter(f"{{{A}}}defRPr", f"{{{A}}}rPr"))
    assert {one.get("lang") for one in runs} == {"vi-VN"} == {value(found.root, "lang")}
    assert {int(one.get("sz")) for one in runs} <= {900, 1000}


def test_the_value_axis_has_numbers_only_where_points_do_not_say_theirs() -> None:
    shown = {
        chart.name: value(next(found.root.iter(c("valAx"))), "delete") == "0"
        for chart, found in PAIRS
    }
    assert [name for name, has in shown.items() if has] == [chart_specimens.trade().name]
    trade = next(one(chart_specimens.trade()).root.iter(c("valAx")))
    assert next(trade.iter(c("numFmt"))).get("formatCode") == (
        '[>=1000000]#"."000"."000;[>=1000]#"."000;0'
    )
    assert next(trade.iter(c("majorGridlines"))) is not None


@pytest.mark.parametrize(("factor", "said"), [("-0.1", "0;-0;0"), ("-10", "")])
def test_numbers_of_the_axis_keep_their_sign(factor: str, said: str) -> None:
    """Programs take the sign off where a format has conditions; some numbers need both."""
    trade = chart_specimens.trade()
    turned = replace(
        trade,
        series=tuple(
            ChartSeries(
                one.name,
                tuple(
                    point
                    and ChartPoint(point.tag, f"-{point.printed}", point.value * Decimal(factor))
                    for point in one.points
                ),
            )
            for one in trade.series
        ),
    )
    axis = next(one(turned).root.iter(c("valAx")))
    assert (value(axis, "delete") == "0") == bool(said)
    if said:
        assert next(axis.iter(c("numFmt"))).get("formatCode") == said


def test_a_part_too_low_for_its_number_has_none() -> None:
    texts = [label_texts(series) for series in one(chart_specimens.budget()).series]
    assert texts == [{0: "31,4", 1: "36,2"}, {0: "63,9", 1: "58,8"}, {}, {}]


def test_numbers_wider_than_their_columns_are_read_from_below() -> None:
    def rotations(chart: Chart) -> set[str | None]:
        labels = one(chart).root.iter(c("dLbl"))
        return {body.get("rot") for label in labels for body in label.iter(f"{{{A}}}bodyPr")}

    assert rotations(chart_specimens.passengers()) == {"-5400000"}
    assert rotations(chart_specimens.growth()) == {None}


# -- the document --------------------------------------------------------------------------------


def test_caption_and_unit_stand_over_the_chart_and_the_note_under_it() -> None:
    docx = written(chart_specimens.crops())
    assert [(found.style, found.text) for found in docx.paragraphs()] == [
        ("Caption", "Biểu đồ 1. Diện tích gieo trồng một số cây hằng năm vụ Đông xuân"),
        ("TableUnit", "Đơn vị tính: ha"),
        ("Chart", ""),
        ("SourceNote", "Nguồn: Sở Nông nghiệp và Phát triển nông thôn."),
    ]
    kept = [found.look.get("keepNext") == "1" for found in docx.paragraphs()]
    assert kept == [True, True, True, False]


def test_the_chart_stands_in_the_middle_over_the_whole_width() -> None:
    docx = written(chart_specimens.crops())
    (paragraph,) = docx.of_style("Chart")
    assert paragraph.look["jc"] == "center"
    assert paragraph.twips("ind.firstLine") == 0
    (found,) = charts(docx)
    extent = next(one for one in found.inline if one.tag.endswith("}extent"))
    assert int(extent.get("cx")) == specimens.LAYOUT.page.text_width * 635
    assert 6 < int(extent.get("cy")) / 360_000 < 9


def test_without_a_note_the_chart_is_not_kept_with_what_follows() -> None:
    docx = written(chart_specimens.branches(), specimens.paragraph("Tiếp theo."))
    (paragraph,) = docx.of_style("Chart")
    assert "keepNext" not in paragraph.look
    assert not docx.of_style("SourceNote")


def test_a_chart_at_the_end_stays_with_the_signature() -> None:
    frame = replace(specimens.COMMITTEE, end_mark="")
    for chart, styles in (
        (chart_specimens.branches(), ["Chart"]),
        (chart_specimens.crops(), ["Chart", "SourceNote"]),
    ):
        report = specimens.report(frame, Section("one", (chart,)))
        docx = Docx(write_docx(report, specimens.LAYOUT))
        kept = [docx.of_style(style)[0].look.get("keepNext") for style in styles]
        assert kept == ["1"] * len(styles)


def test_a_chart_is_told_in_words_and_named_after_its_row_in_the_ledger() -> None:
    chart = replace(chart_specimens.crops(), alt='Biểu đồ cột: "lúa" 15.204,6 ha & ngô < 1 ha.')
    (found,) = charts(written(chart))
    assert found.properties.get("descr") == 'Biểu đồ cột: "lúa" 15.204,6 ha & ngô < 1 ha.'
    assert found.properties.get("name") == "_b00001"
    assert found.properties.get("title").startswith("Biểu đồ 1. Diện tích gieo trồng")


def test_a_missing_figure_in_a_note_is_marked() -> None:
    note = inlines_of(
        "Nguồn: Sở Công Thương. ", specimens.figure("[thiếu: xuất khẩu]", missing=True)
    )
    docx = written(replace(chart_specimens.crops(), note=note))
    (paragraph,) = docx.of_style("SourceNote")
    assert paragraph.text == "Nguồn: Sở Công Thương. [thiếu: xuất khẩu]"
    assert [run.look.get("highlight") for run in paragraph.runs] == [None, "yellow"]
    assert all(run.italic for run in paragraph.runs)


def test_a_table_has_its_note_under_it_and_on_its_page() -> None:
    rows = ((label("Lúa"), number("1,5")), (label("Ngô"), number("2,5")))
    table = Table((), rows, (1, 1), note=inlines_of("Nguồn: Cục Thống kê."))
    docx = written(table)
    assert [found.style for found in docx.paragraphs()][-1] == "SourceNote"
    assert all(found.look.get("keepNext") == "1" for found in docx.of_style("TableText"))
    assert faults(docx) == []


# -- the file ------------------------------------------------------------------------------------


def test_no_part_contradicts_another() -> None:
    assert faults(Docx(ALL)) == []


def test_the_file_and_its_workbooks_are_valid(tmp_path: Path) -> None:
    path = tmp_path / "charts.docx"
    path.write_bytes(ALL)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    for place, (_, found) in enumerate(PAIRS):
        book = tmp_path / f"chart{place}.xlsx"
        book.write_bytes(found.content)
        assert [str(error) for error in OpenXmlValidator().validate(book).errors] == []


def test_two_runs_give_the_same_bytes() -> None:
    assert content(*chart_specimens.EVERY) == ALL


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from tests.word import test_charts;"
        "print(hashlib.sha256(test_charts.ALL).hexdigest())"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(ALL).hexdigest()


def test_the_workbook_keeps_no_date() -> None:
    for _, found in PAIRS:
        archive = zipfile.ZipFile(io.BytesIO(found.content))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_shows_the_numbers_and_hides_the_tags() -> None:
    for _, found in PAIRS:
        visible = {
            sheet.name: str(sheet.visible).endswith("Visible")
            for sheet in found.workbook.sheets_metadata
        }
        assert visible == {"Sheet1": True, "drafter": False}


def test_python_docx_keeps_the_charts_when_it_saves() -> None:
    saved = io.BytesIO()
    Document(io.BytesIO(ALL)).save(saved)
    assert len(charts(Docx(saved.getvalue()))) == len(PAIRS)
    assert faults(Docx(saved.getvalue())) == []


def test_a_chart_of_nothing_drawn_is_still_a_chart() -> None:
    empty = chart_specimens.chart("lines", ("a", "b"), {"x": (None, None)}, alt="không có số liệu")
    assert faults(written(empty)) == []


def test_libreoffice_draws_the_charts_and_keeps_them_when_it_saves(
    tmp_path: Path, require_command: Callable[[str], str]
) -> None:
    soffice, pdftotext = require_command("soffice"), require_command("pdftotext")
    source = tmp_path / "charts.docx"
    source.write_bytes(ALL)
    for form in ("pdf", "docx:MS Word 2007 XML"):
        subprocess.run(
            [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
             "--convert-to", form, "--outdir", str(tmp_path / "out"), str(source)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    text = subprocess.run(
        [pdftotext, "-layout", str(tmp_path / "out" / "charts.pdf"), "-"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    drawn = {word for line in text.splitlines() for word in line.split()}
    assert {"-12,05", "103,12", "1.688", "63,9", "-81,0", "1.234.567,8", "0,00"} <= drawn
    saved = charts(Docx((tmp_path / "out" / "charts.docx").read_bytes()))
    assert len(saved) == len(PAIRS)
    for (chart, _), found in zip(PAIRS, saved, strict=True):
        kept = [cache(one) for one in found.root.iter(c("numCache"))]
        assert [[one and float(one) for one in values] for values in kept] == [
            [point and float(point.value) for point in given.points] for given in chart.series
        ]
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(found.content)).get_sheet_by_name(
            "drafter"
        )
        assert sheet.to_python(skip_empty_area=False)[0][0] == chart.name
        assert found.inline.getparent().tag == w("drawing")
