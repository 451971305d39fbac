"""The layout of a document as a record: page, fonts, sizes, gaps, all values from a YAML file.

The values of Decree 30/2020/NĐ-CP stand in `templates/layouts/decree-30-2020.yaml`; another
regulation is another file. Lengths are kept in twips (1 pt = 20 twips, 1 mm = 56.693 twips).
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal

import msgspec

from drafter.yaml_text import Kept, from_yaml

TWIPS_PER_UNIT = {
    "twips": Decimal(1),
    "pt": Decimal(20),
    "mm": Decimal(1440) / Decimal("25.4"),
    "cm": Decimal(14400) / Decimal("25.4"),
}
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?(twips|pt|mm|cm)")


class Length(int):
    """A length in twips."""

    @property
    def half_points(self) -> int:
        """The same length as a font size is written: 280 twips (14 pt) are 28 half-points.

        >>> Length(280).half_points
        28
        """
        return self // 10

    @property
    def eighths(self) -> int:
        """The same length as a border is written: 10 twips (0.5 pt) are 4 eighths of a point.

        >>> Length(10).eighths
        4
        """
        return self * 8 // 20


ZERO = Length(0)
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
LinePercent = Annotated[int, msgspec.Meta(ge=100, le=150)]


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A record that refuses names it does not know."""


class Page(_Record, frozen=True):
    """Paper and margins; `header` and `footer` are distances from the paper's edge."""

    width: Length
    height: Length
    top: Length
    bottom: Length
    left: Length
    right: Length
    header: Length
    footer: Length

    @property
    def text_width(self) -> int:
        """Twips between the left and the right margin."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Twips between the upper and the lower margin."""
        return self.height - self.top - self.bottom

    @property
    def turned(self) -> Page:
        """The same paper lying, its margins as they are read: the ranges of Decree 30/2020/NĐ-CP
        (Appendix I, I.3) hold for the page as it lies before the reader."""
        return msgspec.structs.replace(self, width=self.height, height=self.width)

    @property
    def is_turned(self) -> bool:
        """Whether the page is wider than it is high."""
        return self.width > self.height


class ParagraphLayout(_Record, frozen=True):
    """The look of one element: its letters, its indents and the gaps around it.

    line: percent of single line spacing. Absent indents and gaps are zero.
    """

    size: Length
    align: Literal["left", "center", "right", "both"]
    line: LinePercent = 100
    bold: bool = False
    italic: bool = False
    caps: bool = False
    left: Length = ZERO
    first_line: Length = ZERO
    before: Length = ZERO
    after: Length = ZERO


class TableLayout(_Record, frozen=True):
    """Tables of figures. keep_together: tables of so many rows or fewer stay on one page."""

    border: Length
    cell_margin: Length
    keep_together: int


class ChartLayout(_Record, frozen=True):
    """Charts. size: of their letters; numbers: of the letters of the values.

    height: of one whose bars stand or whose points are joined.
    row: of each lying bar. frame: what a chart of lying bars is higher than its rows; legend: what
    any chart is higher that names its series.
    """

    size: Length
    numbers: Length
    height: Length
    row: Length
    frame: Length
    legend: Length


class AnnexLayout(_Record, frozen=True):
    """What stands over the tables behind a report; first_number: its first page has its number."""

    label: ParagraphLayout
    title: ParagraphLayout
    reference: ParagraphLayout
    first_number: bool = False


class Columns(_Record, frozen=True):
    """The two columns of the borderless table at the head of page 1."""

    columns: tuple[Length, Length]


class ClosingTable(_Record, frozen=True):
    """Recipients on the left, signature on the right; `signature_gap` over the signer's name."""

    columns: tuple[Length, Length]
    before: Length
    signature_gap: Length


class Rule(_Record, frozen=True):
    """The horizontal lines of Appendix I; motto, agency, abstract: percent of their text's length.

    gap: between text and line. height: of the paragraph that carries the line.
    after_title: gap between the line under the trích yếu and the body.
    """

    thickness: Length
    gap: Length
    height: Length
    motto: Percent
    agency: Percent
    abstract: Percent
    after_title: Length


class Layout(_Record, frozen=True):
    """Every layout value of a report; the file of the values says where each comes from."""

    name: str
    version: int
    font: str
    page: Page
    page_number: ParagraphLayout
    body: ParagraphLayout
    headings: tuple[ParagraphLayout, ParagraphLayout, ParagraphLayout, ParagraphLayout]
    dash: ParagraphLayout
    plus: ParagraphLayout
    star: ParagraphLayout
    footnote: ParagraphLayout
    caption: ParagraphLayout
    table_unit: ParagraphLayout
    table_header: ParagraphLayout
    table_text: ParagraphLayout
    table: TableLayout
    chart: ChartLayout
    chart_line: ParagraphLayout
    source_note: ParagraphLayout
    annex: AnnexLayout
    header_table: Columns
    national_title: ParagraphLayout
    motto: ParagraphLayout
    superior: ParagraphLayout
    agency: ParagraphLayout
    number: ParagraphLayout
    place_date: ParagraphLayout
    type_name: ParagraphLayout
    abstract: ParagraphLayout
    plain_title: ParagraphLayout
    plain_agency: ParagraphLayout
    plain_date: ParagraphLayout
    rule: Rule
    addressee: ParagraphLayout
    closing_table: ClosingTable
    recipients_title: ParagraphLayout
    recipient: ParagraphLayout
    signature: ParagraphLayout
    signer: ParagraphLayout


def length(text: object) -> Length:
    """A length written with its unit, in whole twips, half up; a bare 0 needs no unit.

    Raises ValueError with a way to mend it.

    >>> length("20 mm"), length("1.27 cm"), length("14 pt"), length(0)
    (1134, 720, 280, 0)
    """
    if text == 0 and not isinstance(text, bool):
        return ZERO
    found = _LENGTH.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        raise ValueError(f"'{text}' is not a length; write for example 20 mm, 6 pt or 567 twips")
    twips = Decimal(found[1]) * TWIPS_PER_UNIT[found[2]]
    return Length(twips.quantize(Decimal(1), ROUND_HALF_UP))


def layout_from_yaml(text: str, place: str, kept: Kept | None = None) -> Layout:
    """The layout that a YAML text describes.

    place: the file's name for messages; the line follows it. kept: as in `load_yaml`. Raises
    InputError.
    """
    return from_yaml(text, Layout, place, _decode, kept)


def _decode(kind: type, value: object) -> object:
    """A value of a type that YAML does not know."""
    if kind is Length:
        return length(value)
    raise NotImplementedError(kind)
