"""What every form of a report, Word, web or text, prints in the same words around its body.

The fixed texts are those of Decree 30/2020/NĐ-CP, Appendix I, part II, and Mẫu 1.4 (Appendix III).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.document import (
    Annex,
    Chart,
    ClauseEnd,
    Frame,
    Inline,
    Paragraph,
    ParagraphRole,
    Section,
    Text,
    visible_text,
)

NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SALUTATION = "Kính gửi"
RECIPIENTS = "Nơi nhận:"
MARKS: dict[ParagraphRole, str] = {"body": "", "dash": "- ", "plus": "+ ", "star": "* "}
"""What leads a paragraph of each role."""
UNIT_HEAD = "Đơn vị tính"
"""What stands over units, and before the one of a whole table or chart."""


def category_head(chart: Chart) -> str:
    """What stands over the categories of a chart where its data are a table."""
    return "Kỳ" if chart.form in ("stacked", "lines") else "Chỉ tiêu"


def unit_phrase(unit: str) -> str:
    """What stands over a table or a chart; a unit that is already a phrase stays so.

    >>> unit_phrase("%"), unit_phrase("ĐVT: ha")
    ('Đơn vị tính: %', 'ĐVT: ha')
    """
    return unit if not unit or ":" in unit else f"{UNIT_HEAD}: {unit}"


def annex_head(annex: Annex) -> tuple[str, str, str]:
    """What stands over an annex, blank for nothing: its label, its title, what it goes with.

    >>> annex_head(Annex("Số liệu", (), "Phụ lục", "Kèm theo Báo cáo"))
    ('Phụ lục', 'SỐ LIỆU', '(Kèm theo Báo cáo)')
    """
    return annex.label, annex.title.upper(), f"({annex.reference})" if annex.reference else ""


def listed(names: Sequence[str]) -> list[str]:
    """Names with `;` after each and `.` after the last, whatever marks they came with.

    >>> listed(("- Các sở, ngành;", "Lưu: VT"))
    ['Các sở, ngành;', 'Lưu: VT.']
    """
    plain = [name.strip().removeprefix("- ").rstrip(" ;.") for name in names]
    return [f"{name};" for name in plain[:-1]] + [f"{name}." for name in plain[-1:]]


def has_closing(frame: Frame | None) -> bool:
    """Whether recipients or a signature follow the body.

    >>> has_closing(Frame("people_committee", signer="Nguyễn Văn Thử")), has_closing(Frame("none"))
    (True, False)
    """
    if frame is None or frame.name != "people_committee":
        return False
    return bool(frame.recipients or frame.signature or frame.signer)


def closed(sections: tuple[Section, ...], frame: Frame | None) -> tuple[Section, ...]:
    """The sections with the mark at their end that the frame puts there.

    >>> closed((Section("a", (Paragraph((Text("Hết."),)),)),), Frame("people_committee"))
    (Section(key='a', blocks=(Paragraph(inlines=(Text(text='Hết.', bold=False, italic=False), \
Text(text='/.', bold=False, italic=False)), role='body'),)),)
    """
    if frame is None or frame.name != "people_committee":
        return sections
    return with_end_mark(sections, frame.end_mark)


def with_end_mark(sections: tuple[Section, ...], mark: str) -> tuple[Section, ...]:
    """The sections, closed by `./.` as Mẫu 1.4 (Appendix III) does.

    The mark takes the place of the last full stop; after a table or a heading it stands alone.
    """
    if not mark or not sections:
        return sections
    last = sections[-1]
    final = last.blocks[-1] if last.blocks else None
    if isinstance(final, Paragraph):
        ended = replace(final, inlines=_ended(final.inlines, mark))
        return (*sections[:-1], replace(last, blocks=(*last.blocks[:-1], ended)))
    alone = Paragraph((Text(mark),))
    return (*sections[:-1], replace(last, blocks=(*last.blocks, alone)))


def _ended(inlines: tuple[Inline, ...], mark: str) -> tuple[Inline, ...]:
    """The inlines with the mark after the last text, outside its clause, before its notes."""
    places = [place for place, inline in enumerate(inlines) if visible_text((inline,))]
    place = places[-1] if places else -1
    stop = visible_text((inlines[place],)).rstrip().endswith(".") if places else False
    place += 1
    while place < len(inlines) and isinstance(inlines[place], ClauseEnd):
        place += 1
    rest = mark.removeprefix(".") if stop else mark
    return (*inlines[:place], Text(rest), *inlines[place:])
