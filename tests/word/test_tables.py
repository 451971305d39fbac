"""Tables: widths, header rows that repeat, rows that stay whole, decimals under each other."""

from __future__ import annotations

from drafter.document import Block, Cell, Section, Table, Text
from drafter.font_widths import text_width
from drafter.header_cells import merged_header
from drafter.word import write_docx
from drafter.word.tables import column_widths

from . import specimens
from .effective import Docx, Element, attribute, w
from .specimens import label, number


def written(*blocks: Block) -> Docx:
    return Docx(write_docx(specimens.report(None, Section("one", blocks)), specimens.LAYOUT))


def table(docx: Docx) -> Element:
    (found,) = docx.body.iter(w("tbl"))
    return found


def rows(docx: Docx) -> list[Element]:
    return list(table(docx).iter(w("tr")))


PRICES = written(*specimens.prices().blocks)


def test_header_rows_repeat_and_no_row_is_split() -> None:
    repeated = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows(PRICES)]
    assert repeated == [True, True] + [False] * 9
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows(PRICES))


def test_grid_and_cells_agree_and_fill_the_text_width() -> None:
    grid = [int(str(attribute(one, "w"))) for one in table(PRICES).iter(w("gridCol"))]
    assert sum(grid) == 9071
    for row in rows(PRICES):
        assert sum(int(str(attribute(one, "w"))) for one in row.iter(w("tcW"))) == 9071
    assert attribute(table(PRICES).find(f"{w('tblPr')}/{w('tblLayout')}"), "type") == "fixed"


def test_relative_widths_add_up_exactly() -> None:
    assert column_widths((1, 1, 1), 100) == (33, 34, 33)
    assert sum(column_widths((7, 3, 3, 11), 9071)) == 9071


def test_caption_and_unit_stand_above_and_stay_with_the_table() -> None:
    texts = [(one.style, one.text) for one in PRICES.paragraphs()]
    place = texts.index(("Caption", "Bảng 1. Chỉ số giá tiêu dùng tháng 7 năm 2023"))
    assert texts[place + 1] == ("TableUnit", "Đơn vị tính: %")
    assert texts[place + 2][0] == "TableHeader"
    for style in ("Caption", "TableUnit", "TableHeader"):
        assert all(one.look["keepNext"] == "1" for one in PRICES.of_style(style))
    assert PRICES.of_style("TableUnit")[0].look["jc"] == "right"


def test_a_unit_that_is_a_phrase_is_printed_as_it_is() -> None:
    docx = written(Table((), ((label("a"),),), (1,), unit="ĐVT: triệu USD"))
    assert docx.of_style("TableUnit")[0].text == "ĐVT: triệu USD"


def test_a_heading_over_several_columns_is_one_cell() -> None:
    first = merged_header(specimens.PRICE_HEADER)[0]
    assert [(cell.column, cell.span, cell.merge) for cell in first] == [
        (0, 1, "restart"),
        (1, 3, ""),
        (4, 1, "restart"),
    ]
    second = rows(PRICES)[1]
    assert [attribute(one, "val") for one in second.iter(w("vMerge"))] == ["continue"] * 2


def edge(docx: Docx, row: int, column: int) -> int:
    """Where the decimal comma of a cell stands, in twips from the cell's right border."""
    (element,) = list(rows(docx)[row].iter(w("tc")))[column].iter(w("p"))
    found = docx.paragraph(element)
    assert found.look["jc"] == "right"
    decimals = found.text.partition(",")[2]
    after = text_width(f",{decimals}", 240) if decimals else 0
    return found.twips("ind.right") + after


def test_decimal_commas_of_a_column_stand_under_each_other() -> None:
    texts = ("1.234,5", "12,34", "5", "-0,125", "-")
    docx = written(Table((), tuple((label("a"), number(text)) for text in texts), (1, 1)))
    assert len({edge(docx, row, 1) for row in range(5)}) == 1


def test_a_text_too_wide_for_a_decimal_column_does_not_shift_the_others() -> None:
    long = Cell((Text("không có số liệu của cả bốn quý trong năm báo cáo này"),), "decimal")
    alone = written(Table((), ((label("a"), number("1,5")),), (3, 1)))
    beside = written(Table((), ((label("a"), number("1,5")), (label("b"), long)), (3, 1)))
    assert edge(alone, 0, 1) == edge(beside, 0, 1)


def test_alignments_reach_the_cells() -> None:
    cells = tuple(Cell((Text("x"),), align) for align in ("left", "center", "right"))
    docx = written(Table((), (cells,), (1, 1, 1)))
    assert [one.look["jc"] for one in docx.of_style("TableText")] == ["left", "center", "right"]


def test_a_bold_row_is_bold_through_its_style() -> None:
    docx = written(Table((), ((label("Tổng số", bold=True), number("1", bold=True)),), (1, 1)))
    assert all(run.bold for one in docx.of_style("TableTotal") for run in one.runs)


def kept(docx: Docx) -> list[bool]:
    """Whether each row stands on the page of the next."""
    firsts = [next(row.iter(w("p"))) for row in rows(docx)]
    return [docx.paragraph(one).look.get("keepNext") == "1" for one in firsts]


def test_a_short_table_stays_whole_and_a_long_one_never_leaves_a_row_alone() -> None:
    assert kept(PRICES) == [True] * 10 + [False]
    long = kept(written(specimens.products()))
    assert [place for place, keep in enumerate(long) if keep] == [0, 1, 31]


def test_a_long_table_breaks_between_short_groups_of_rows_and_not_behind_the_head_of_one() -> None:
    levels = [0, 1, 1, *(2,) * 7, 1, 2, 2, 1, 1]
    named = [Cell((Text("x"),), indent=level) for level in levels]
    docx = written(Table((), tuple((name, number("1")) for name in named), (1, 1)))
    assert [place for place, keep in enumerate(kept(docx)) if keep] == [0, 1, 2, 3, 8, 10, 11, 13]


def test_a_table_of_figures_has_lines_on_all_sides() -> None:
    style = next(
        one
        for one in PRICES.root("word/styles.xml").iter(w("style"))
        if attribute(one, "styleId") == "FiguresTable"
    )
    borders = style.find(f"{w('tblPr')}/{w('tblBorders')}")
    assert {attribute(one, "val") for one in borders} == {"single"}
    assert len(borders) == 6


def test_a_table_without_widths_has_columns_as_wide_as_their_texts_need() -> None:
    header = (tuple(label(text) for text in ("Tên", "Số", "Số lượt khách")),)
    cells = (label("Doanh thu dịch vụ lưu trú"), number("1,5"), number("1.234.567,8"))
    docx = written(Table(header, (cells,), ()))
    names, few, many = (int(str(attribute(one, "w"))) for one in table(docx).iter(w("gridCol")))
    assert names > many
    assert names > few
    assert names + few + many == 9071


def test_a_table_without_header_and_widths_is_written() -> None:
    docx = written(Table((), ((label("Điện"), number("1,5")),), ()))
    assert sum(int(str(attribute(one, "w"))) for one in table(docx).iter(w("gridCol"))) == 9071


def test_the_name_of_a_row_moves_right_with_its_level() -> None:
    named = (Cell((Text("Khai khoáng"),), indent=level) for level in (0, 1, 2))
    docx = written(Table((), tuple((cell, number("1")) for cell in named), ()))
    lefts = [docx.paragraph(next(row.iter(w("p")))).twips("ind.left") for row in rows(docx)]
    assert lefts == [0, 227, 454]


def test_a_named_table_stands_between_the_ends_of_its_hidden_bookmark() -> None:
    block = Table((), ((label("a"), number("1")),), (1, 1), (Text("Biểu 1"),), name="_c00003")
    docx = written(block)
    (start,) = docx.body.iter(w("bookmarkStart"))
    assert attribute(start, "name") == "_c00003"
    inside = []
    following = start.getnext()
    while following.tag != w("bookmarkEnd"):
        inside.append(following.tag)
        following = following.getnext()
    assert inside == [w("p"), w("tbl")]
    assert attribute(following, "id") == attribute(start, "id")
