"""What stands before the body: Decree 30/2020/NĐ-CP, Appendix I, part II, boxes 1 to 5 and 9a."""

from __future__ import annotations

from drafter.document import Frame
from drafter.font_widths import text_width
from drafter.frame_words import MOTTO, NATIONAL_TITLE, SALUTATION, listed
from drafter.layout import Layout, ParagraphLayout
from drafter.word.paragraphs import Direct, paragraph, text_paragraph
from drafter.word.rules import rule_under, title_indent

# LibreOffice puts 0.19 cm at both sides unless the table itself says otherwise.
_NO_MARGINS = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


def head_xml(frame: Frame, layout: Layout) -> str:
    """Everything before the first section, in the frame's own order."""
    if frame.name == "people_committee":
        rest = _title(frame, layout) + _addressees(frame, layout)
        # A paragraph must part this table from one that may begin the body.
        return _header_table(frame, layout) + (rest or paragraph("Spacer"))
    return _plain_head(frame, layout)


def two_columns(widths: tuple[int, int], rows: list[tuple[str, str]]) -> str:
    """A table without borders or cell margins, as the decree's templates have it."""
    body = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(widths[0], left)}{_cell(widths[1], right)}"
        "</w:tr>"
        for left, right in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{widths[0]}"/><w:gridCol w:w="{widths[1]}"/></w:tblGrid>'
        f"{body}</w:tbl>"
    )


def _cell(width: int, paragraphs: str) -> str:
    """A cell; the format wants at least one paragraph in it."""
    content = paragraphs or paragraph("Normal")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _header_table(frame: Frame, layout: Layout) -> str:
    """Agencies and number on the left, Quốc hiệu, Tiêu ngữ, place and date on the right."""
    left, right = layout.header_table.columns
    agencies = _centred("SuperiorAgency", frame.superior, layout.superior, left)
    agencies += _centred("Agency", frame.agency, layout.agency, left)
    if frame.agency:
        agencies += rule_under(frame.agency, layout.agency, left, layout.rule.agency)
    nation = text_paragraph("NationalTitle", NATIONAL_TITLE) + text_paragraph("Motto", MOTTO)
    nation += rule_under(MOTTO, layout.motto, right, layout.rule.motto)
    numbered = (
        text_paragraph("DocumentNumber", frame.number),
        text_paragraph("PlaceDate", frame.place_date),
    )
    return two_columns(layout.header_table.columns, [(agencies, nation), numbered])


def _centred(style: str, text: str, layout: ParagraphLayout, width: int) -> str:
    """A centred text in lines of about equal length; nothing for no text."""
    if not text:
        return ""
    return text_paragraph(style, text, Direct(indent=title_indent(text, layout, width)))


def _title(frame: Frame, layout: Layout) -> str:
    """Type name, trích yếu and the line under it."""
    name = text_paragraph("Title", frame.type_name) if frame.type_name else ""
    return name + _ruled("Abstract", frame.abstract, layout.abstract, layout)


def _ruled(style: str, text: str, look: ParagraphLayout, layout: Layout) -> str:
    """A centred title with its line; nothing for no text."""
    if not text:
        return ""
    width, rule = layout.page.text_width, layout.rule
    return _centred(style, text, look, width) + rule_under(
        text, look, width, rule.abstract, after=rule.after_title
    )


def _addressees(frame: Frame, layout: Layout) -> str:
    """`Kính gửi:` one addressee in the same line, several each on a line of its own (II.9.a)."""
    names = listed(frame.addressees)
    if not names:
        return ""
    if len(names) == 1:
        centred = Direct(indent=(0, 0), align="center")
        return text_paragraph("Addressee", f"{SALUTATION}: {names[0]}", centred)
    left = layout.addressee.left
    # The dashes stand under the colon.
    colon = left + text_width(SALUTATION, layout.addressee.size, layout.addressee.bold)
    under = Direct(indent=(colon, 0))
    items = "".join(text_paragraph("Addressee", f"- {name}", under) for name in names)
    return text_paragraph("Addressee", f"{SALUTATION}:") + items


def _plain_head(frame: Frame, layout: Layout) -> str:
    """The statistics office's own report: agency, title with its line, date."""
    width = layout.page.text_width
    agency = _centred("PlainAgency", frame.agency, layout.plain_agency, width)
    title = _ruled("PlainTitle", frame.abstract, layout.plain_title, layout)
    date = text_paragraph("PlainDate", frame.place_date) if frame.place_date else ""
    return agency + title + date
