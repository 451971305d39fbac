"""Specimen reports with every kind of block; the province and its numbers are made up."""

from __future__ import annotations

import hashlib
from pathlib import Path

from drafter.document import (
    Cell,
    ClauseEnd,
    ClauseStart,
    Figure,
    Frame,
    Heading,
    Inline,
    LedgerRow,
    Note,
    Paragraph,
    ParagraphRole,
    Properties,
    Report,
    Section,
    Table,
    Text,
)
from drafter.layout import Layout, layout_from_yaml

DECREE = Path(__file__).parents[2] / "templates" / "layouts" / "decree-30-2020.yaml"
LAYOUT: Layout = layout_from_yaml(DECREE.read_text("utf-8"), DECREE.name)


def figure(printed: str, role: str = "", *, missing: bool = False, bold: bool = False) -> Figure:
    """A figure with a tag of the real length."""
    tag = hashlib.sha256((role or printed).encode()).hexdigest()[:12]
    return Figure(tag, printed, missing=missing, bold=bold)


def clause(name: str, *inlines: Inline) -> tuple[Inline, ...]:
    """Inlines between the ends of a hidden bookmark."""
    return (ClauseStart(f"_{name}"), *inlines, ClauseEnd(f"_{name}"))


def paragraph(*inlines: Inline | str, role: ParagraphRole = "body") -> Paragraph:
    """A paragraph; plain text may be given as such."""
    return Paragraph(inlines_of(*inlines), role)


def heading(level: int, text: str) -> Heading:
    """A heading of plain text."""
    return Heading(level, (Text(text),))


def inlines_of(*inlines: Inline | str) -> tuple[Inline, ...]:
    """Inlines; plain text may be given as such."""
    return tuple(Text(one) if isinstance(one, str) else one for one in inlines)


def number(printed: str, *, bold: bool = False) -> Cell:
    """A number in a table."""
    return Cell((figure(printed, f"bảng {printed}"),), "decimal", bold)


def label(text: str, *, bold: bool = False) -> Cell:
    """A row's or column's name."""
    return Cell((Text(text),), bold=bold)


COMMITTEE = Frame(
    "people_committee",
    agency="ỦY BAN NHÂN DÂN TỈNH SƠN HÀ",
    number="Số:        /BC-UBND",
    place_date="Sơn Hà, ngày      tháng 8 năm 2023",
    type_name="BÁO CÁO",
    abstract="Tình hình kinh tế - xã hội tháng 8 và 8 tháng đầu năm, "
    "nhiệm vụ trọng tâm tháng 9 năm 2023",
    recipients=(
        "Văn phòng Chính phủ",
        "Thường trực Tỉnh ủy, Thường trực HĐND tỉnh",
        "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
        "Ủy ban MTTQ và các đoàn thể tỉnh",
        "Các sở, ban, ngành",
        "UBND các xã, phường",
        "Lưu: VT, TH",
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Nguyễn Văn Thử",
)
STATISTICS = Frame(
    "statistics_office",
    agency="THỐNG KÊ TỈNH SƠN HÀ",
    abstract="Tình hình kinh tế - xã hội tháng 7 và 7 tháng đầu năm 2023",
    place_date="Sơn Hà, ngày 27 tháng 7 năm 2023",
)


def agriculture() -> Section:
    """Headings of three levels, items, a clause, a footnote with a figure, a missing figure."""
    note = Note(
        inlines_of(
            "Trong đó, diện tích lúa đạt ",
            figure("32.010 ha"),
            " (bằng ",
            figure("100,03%"),
            " kế hoạch), ngô đạt ",
            figure("5.689 ha"),
            "; số liệu do ngành nông nghiệp tổng hợp đến ngày 15 hằng tháng.",
        )
    )
    return Section(
        "agriculture",
        (
            heading(1, "1. Sản xuất nông, lâm nghiệp và thủy sản"),
            paragraph(
                "Thời tiết trong tháng nhìn chung thuận lợi, mưa đều trên các vùng sản xuất, bà "
                "con tập trung chăm sóc cây trồng và phòng, trừ sâu bệnh. Đến giữa tháng, toàn "
                "tỉnh ",
                *clause(
                    "agriculture_1",
                    Text("gieo trồng được "),
                    figure("40.695 ha"),
                    Text(", "),
                    figure("tăng 1,25%"),
                    Text(" so với cùng kỳ năm trước"),
                ),
                note,
                ", các khâu làm đất, thủy lợi và giống đều bảo đảm khung thời vụ.",
            ),
            heading(2, "1.1. Nông nghiệp"),
            heading(3, "1.1.1. Trồng trọt"),
            paragraph(
                "Cây lúa: Diện tích gieo cấy ước đạt ",
                figure("17.120,5 ha"),
                ", ",
                figure("giảm 3,12%"),
                " so với cùng kỳ, do một phần diện tích ở vùng cao chuyển sang trồng rau và cây "
                "ăn quả có giá trị cao hơn.",
                role="dash",
            ),
            paragraph(
                "Lúa mùa sớm: ",
                figure("2.415 ha"),
                ", tập trung ở vùng chủ động nước tưới;",
                role="plus",
            ),
            paragraph(
                "Lúa mùa chính vụ: ",
                figure("[thiếu: diện tích lúa chính vụ]", missing=True),
                ".",
                role="plus",
            ),
            heading(4, "Rau, đậu các loại"),
            paragraph(
                "Diện tích gieo trồng đạt ",
                figure("3.270 ha"),
                ", ",
                figure("tương đương"),
                " cùng kỳ; năng suất bình quân 1 m² nhà lưới cao hơn ngoài đồng ruộng.",
            ),
            paragraph(Text("So với tháng trước: ", italic=True), "giá ổn định.", role="star"),
        ),
    )


PRICE_HEADER = (
    (
        label("Nhóm hàng"),
        label("Chỉ số giá tháng 7 so với (%)"),
        label("Chỉ số giá tháng 7 so với (%)"),
        label("Chỉ số giá tháng 7 so với (%)"),
        label("Bình quân 7 tháng so với cùng kỳ (%)"),
    ),
    (
        label("Nhóm hàng"),
        label("kỳ gốc 2019"),
        label("cùng kỳ năm trước"),
        label("tháng trước"),
        label("Bình quân 7 tháng so với cùng kỳ (%)"),
    ),
)
PRICE_ROWS = (
    ("Chỉ số giá tiêu dùng chung", "112,45", "102,31", "100,4", "103,19"),
    ("Hàng ăn và dịch vụ ăn uống", "115,2", "103,07", "100,32", "104,28"),
    ("Đồ uống và thuốc lá", "108,14", "102,9", "100,11", "103"),
    ("May mặc, mũ nón, giày dép", "104,83", "101,62", "100,05", "101,97"),
    ("Nhà ở, điện, nước, chất đốt và vật liệu xây dựng", "117,38", "105,44", "100,73", "106,02"),
    ("Thiết bị và đồ dùng gia đình", "105,9", "101,2", "100,08", "101,55"),
    ("Giao thông", "109,77", "93,61", "100,96", "96,4"),
    ("Bưu chính viễn thông", "98,6", "99,87", "-", "99,9"),
    ("Giáo dục", "121,05", "106,33", "100", "107,12"),
)


def prices() -> Section:
    """A table over several header rows, with unit, caption and a note under it."""
    rows = tuple(
        (label(name, bold=not place), *(number(text, bold=not place) for text in values))
        for place, (name, *values) in enumerate(PRICE_ROWS)
    )
    table = Table(
        PRICE_HEADER,
        rows,
        (36, 15, 16, 14, 19),
        inlines_of("Bảng 1. Chỉ số giá tiêu dùng tháng 7 năm 2023"),
        "%",
    )
    return Section(
        "prices",
        (
            heading(1, "2. Giá cả"),
            paragraph(
                "Chỉ số giá tiêu dùng tháng 7 ",
                figure("tăng 0,4%"),
                " so với tháng trước; bình quân 7 tháng ",
                figure("tăng 3,19%"),
                " so với cùng kỳ năm trước, chủ yếu do giá điện sinh hoạt, giá vật liệu xây dựng "
                "và giá dịch vụ giáo dục điều chỉnh theo lộ trình.",
            ),
            table,
            paragraph("Nguồn: Điều tra giá tiêu dùng hằng tháng."),
            paragraph("Giá vàng và giá đô la Mỹ biến động trong biên độ hẹp."),
        ),
    )


def products() -> Table:
    """A table that is longer than a page, so that its header repeats."""
    header = (
        (
            label("Sản phẩm"),
            label("Đơn vị tính"),
            label("Tháng 7"),
            label("7 tháng"),
            label("So với cùng kỳ (%)"),
        ),
    )
    units = ("Tấn", "Nghìn viên", "Triệu kWh", "m³", "Nghìn chiếc")
    rows = tuple(
        (
            label(f"Sản phẩm chủ yếu thứ {place}"),
            Cell((Text(units[place % 5]),), "center"),
            number(f"{place * 37 % 911},{place % 10}"),
            number(f"{place % 9 + 1}.{100 + place * 53 % 899}"),
            number(f"{90 + place % 25},{place * 7 % 100:02}"),
        )
        for place in range(1, 33)
    )
    return Table(header, rows, (34, 16, 15, 17, 18), inlines_of("Bảng 2. Sản phẩm công nghiệp"))


def industry() -> Section:
    """A long table, then text with three notes near each other."""
    return Section(
        "industry",
        (
            heading(1, "3. Sản xuất công nghiệp"),
            paragraph(
                "Chỉ số sản xuất toàn ngành công nghiệp ",
                figure("tăng 6,74%"),
                " so với cùng kỳ",
                Note(inlines_of("Năm gốc so sánh 2015.")),
                "; ngành khai khoáng ",
                figure("tăng 2,05%"),
                Note(inlines_of("Chủ yếu là khai thác đá, sỏi.")),
                ", ngành sản xuất và phân phối điện ",
                figure("giảm 0,88%"),
                Note(inlines_of("Lượng nước về các hồ thấp hơn ", figure("12,4%"), " cùng kỳ.")),
                ".",
            ),
            products(),
        ),
    )


def outlook() -> Section:
    """Plain paragraphs to the end."""
    task = (
        "Theo dõi sát diễn biến thị trường, bảo đảm cân đối cung cầu các mặt hàng thiết yếu; đẩy "
        "nhanh tiến độ giải ngân vốn đầu tư công, tháo gỡ vướng mắc trong giải phóng mặt bằng; "
        "chủ động phương án phòng, chống thiên tai trong mùa mưa bão."
    )
    return Section(
        "outlook",
        (
            heading(1, "4. Nhiệm vụ trọng tâm"),
            *(paragraph(Text(f"{place}. ", bold=True), task) for place in range(1, 9)),
        ),
    )


LEDGER = (
    LedgerRow(
        clause="_agriculture_1", section="agriculture", formula='clause("crops.area", "yoy")'
    ),
    LedgerRow(
        clause="_agriculture_1",
        tag="9f2c11d0aa31",
        section="agriculture",
        printed="tăng 1,25%",
        value="1.2514",
        unit="%",
        indicator="crops.area",
        item="crops/total",
        area="20",
        span="season",
        period="2023-winter",
        measure="level",
        base="year_on_year",
        formula="a / b * 100 - 100",
        inputs=("data/2023.xlsx:14:value", "data/2022 & cũ.csv:14:value"),
        origin="reported",
        source='Sở "NN&PTNT" <tỉnh>',
    ),
)


def report(frame: Frame | None, *sections: Section) -> Report:
    """A report of the given sections, of all of them when none is given."""
    return Report(
        kind="month",
        period="2023-07",
        properties=Properties(
            "Báo cáo tình hình kinh tế - xã hội tháng 7 năm 2023",
            subject="Kinh tế - xã hội",
            creator="Văn phòng UBND tỉnh Sơn Hà",
            created="2023-07-27T08:00:00Z",
        ),
        frame=frame,
        sections=sections or (agriculture(), prices(), industry(), outlook()),
        ledger=LEDGER,
    )


def committee_report() -> Report:
    """Four pages in the People's Committee's frame."""
    return report(COMMITTEE)


def statistics_report() -> Report:
    """Four pages in the statistics office's frame."""
    return report(STATISTICS)


def large_report(
    paragraphs: int = 350, controls: int = 1200, notes: int = 30, tables: int = 12
) -> Report:
    """A report of the size that speed is measured on, with as many controls, notes, tables."""
    cells = tables * 25 * 4
    per_paragraph = -(-max(0, controls - cells) // paragraphs)
    blocks: list[Paragraph | Table | Heading] = []
    for place in range(paragraphs):
        parts: list[Inline | str] = []
        for turn in range(per_paragraph):
            parts += [f"Chỉ tiêu {turn} của ngành đạt ", figure(f"{place},{turn}%")]
            parts.append(" so với cùng kỳ năm trước, do nhu cầu tiêu dùng nội địa tăng; ")
        if place < notes:
            parts.append(Note(inlines_of(f"Chú thích của chỉ tiêu {place}.")))
        parts.append("các ngành còn lại giữ mức ổn định.")
        blocks.append(paragraph(*parts))
    header = ((label("Ngành"), *(label(f"Cột {column}") for column in range(4))),)
    for place in range(tables):
        rows = tuple(
            (label(f"Dòng {row}"), *(number(f"{row}.{place},{column}") for column in range(4)))
            for row in range(25)
        )
        blocks += [Table(header, rows, (4, 2, 2, 2, 2)), paragraph("Sau bảng.")]
    return report(COMMITTEE, Section("all", tuple(blocks)))
