"""The style sheet, made from a layout: one paragraph style for each element of the decree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from msgspec.structs import replace

from drafter.layout import Layout, ParagraphLayout
from drafter.word.escaping import escape
from drafter.word.namespaces import XML, W

LINE = 240


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: its id, its name in Word, and the layout's record that it takes.

    own: not one of Word's built-in styles. outline: level of a heading, 0 for the first.
    """

    id: str
    name: str
    layout: ParagraphLayout
    own: bool = True
    keep_next: bool = False
    outline: int | None = None
    following: str = ""


def paragraph_styles(layout: Layout) -> tuple[ParagraphStyle, ...]:
    """All paragraph styles but Normal and the line under a text."""
    return (*_body_styles(layout), *_table_styles(layout), *_frame_styles(layout))


def _body_styles(layout: Layout) -> tuple[ParagraphStyle, ...]:
    """Body, headings, lists, notes, page number."""
    style = ParagraphStyle
    headings = tuple(
        style(
            f"Heading{level}",
            f"heading {level}",
            heading,
            own=False,
            keep_next=True,
            outline=level - 1,
            following="BodyText",
        )
        for level, heading in enumerate(layout.headings, 1)
    )
    return (
        style("BodyText", "Body Text", layout.body, own=False),
        *headings,
        style("DashItem", "Đoạn gạch đầu dòng", layout.dash),
        style("PlusItem", "Đoạn dấu cộng", layout.plus),
        style("StarItem", "Đoạn dấu sao", layout.star),
        style("FootnoteText", "footnote text", layout.footnote, own=False),
        style("Header", "header", layout.page_number, own=False),
    )


def _table_styles(layout: Layout) -> tuple[ParagraphStyle, ...]:
    """What stands over, in and under a table or a chart."""
    style = ParagraphStyle
    return (
        style("Caption", "caption", layout.caption, own=False, keep_next=True),
        style("TableUnit", "Đơn vị tính của bảng", layout.table_unit, keep_next=True),
        style("TableHeader", "Tiêu đề cột", layout.table_header, keep_next=True),
        style("TableText", "Chữ trong bảng", layout.table_text),
        style("TableTotal", "Dòng tổng trong bảng", replace(layout.table_text, bold=True)),
        style("Chart", "Biểu đồ", layout.chart_line),
        style("SourceNote", "Nguồn dưới bảng hoặc biểu đồ", layout.source_note),
        style("AnnexLabel", "Phụ lục", layout.annex.label, keep_next=True),
        style("AnnexTitle", "Tên phụ lục", layout.annex.title, keep_next=True),
        style("AnnexReference", "Phụ lục kèm theo văn bản", layout.annex.reference, keep_next=True),
    )


def _frame_styles(layout: Layout) -> tuple[ParagraphStyle, ...]:
    """What stands around the body."""
    style = ParagraphStyle
    return (
        style("NationalTitle", "Quốc hiệu", layout.national_title),
        style("Motto", "Tiêu ngữ", layout.motto),
        style("SuperiorAgency", "Cơ quan chủ quản", layout.superior),
        style("Agency", "Cơ quan ban hành", layout.agency),
        style("DocumentNumber", "Số và ký hiệu", layout.number),
        style("PlaceDate", "Địa danh và thời gian", layout.place_date),
        style("Title", "Title", layout.type_name, own=False, keep_next=True),
        style("Abstract", "Trích yếu", layout.abstract, keep_next=True),
        style("PlainTitle", "Tên báo cáo", layout.plain_title, keep_next=True),
        style("PlainAgency", "Tên đơn vị", layout.plain_agency, keep_next=True),
        style("PlainDate", "Ngày báo cáo", layout.plain_date, keep_next=True),
        style("Addressee", "Kính gửi", layout.addressee),
        style("RecipientsTitle", "Nơi nhận", layout.recipients_title),
        style("Recipient", "Tên nơi nhận", layout.recipient),
        style("SignatureTitle", "Chức vụ người ký", layout.signature, keep_next=True),
        style("SignerName", "Họ tên người ký", layout.signer),
    )


@lru_cache(maxsize=16)
def styles_xml(layout: Layout, language: str) -> str:
    """The part `word/styles.xml`."""
    styles = "".join(_paragraph_style(style) for style in paragraph_styles(layout))
    return (
        f'{XML}<w:styles xmlns:w="{W}">{_defaults(layout, language)}{_LATENT}'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>'
        "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
        f"{_table_style_normal()}{styles}{_rule_style(layout)}{_spacer_style()}"
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:uiPriority w:val="99"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        f"{_figures_table_style(layout)}</w:styles>"
    )


# Word lists hundreds of built-in styles unless told that the ones not defined here stay hidden.
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def _defaults(layout: Layout, language: str) -> str:
    """Document defaults: the font for every script, so that no accent falls to another."""
    font, size, spoken = escape(layout.font), layout.body.size.half_points, escape(language)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{spoken}" w:eastAsia="{spoken}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" '
        f'w:line="{LINE}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _paragraph_style(style: ParagraphStyle) -> str:
    """One paragraph style, based on Normal."""
    custom = ' w:customStyle="1"' if style.own else ""
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr>"
        f"<w:rPr>{_run_properties(style.layout)}</w:rPr></w:style>"
    )


def _paragraph_properties(style: ParagraphStyle) -> str:
    """The inside of `w:pPr`."""
    layout = style.layout
    keep = "<w:keepNext/><w:keepLines/>" if style.keep_next else ""
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    return (
        f'{keep}<w:spacing w:before="{layout.before}" w:after="{layout.after}" '
        f'w:line="{LINE * layout.line // 100}" w:lineRule="auto"/>'
        f'<w:ind w:left="{layout.left}" w:right="0" w:firstLine="{layout.first_line}"/>'
        f'<w:jc w:val="{layout.align}"/>{outline}'
    )


def _run_properties(layout: ParagraphLayout) -> str:
    """The inside of `w:rPr`."""
    return (
        ("<w:b/><w:bCs/>" if layout.bold else "")
        + ("<w:i/><w:iCs/>" if layout.italic else "")
        + ("<w:caps/>" if layout.caps else "")
        + f'<w:sz w:val="{layout.size.half_points}"/><w:szCs w:val="{layout.size.half_points}"/>'
    )


def _rule_style(layout: Layout) -> str:
    """A horizontal line: the upper border of an almost flat paragraph, cut by its indents.

    It stays in the flow of the text, unlike a drawn line, and has its own length, unlike an
    underline.
    """
    rule = layout.rule
    return (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Rule">'
        '<w:name w:val="Đường kẻ ngang"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="1"/>'
        f'<w:pPr><w:pBdr><w:top w:val="single" w:sz="{rule.thickness.eighths}" w:space="0" '
        f'w:color="000000"/></w:pBdr><w:spacing w:before="{rule.gap}" w:after="0" '
        f'w:line="{rule.height}" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
    )


def _spacer_style() -> str:
    """A paragraph as flat as can be: after a table where the format wants one."""
    return (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Spacer">'
        '<w:name w:val="Đoạn đệm"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>'
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
    )


def _table_style_normal() -> str:
    """The table style that all others are based on."""
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def _figures_table_style(layout: Layout) -> str:
    """A table of figures: thin lines everywhere, cell margins left and right."""
    width = layout.table.border.eighths
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = layout.table.cell_margin
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="FiguresTable">'
        '<w:name w:val="Bảng số liệu"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
        f'<w:top w:w="0" w:type="dxa"/><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
