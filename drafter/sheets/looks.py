"""The looks of cells, each made once for a workbook: fonts, borders, and how numbers show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from drafter.document import Cell, visible_text
from drafter.time_words import NBSP

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

FONT = "Times New Roman"
_NUMERAL = re.compile(r"([-+]?)([0-9][0-9.]*(?:,[0-9]+)?)(.*)", re.DOTALL)
_ALIGNED = {"left": "left", "center": "center", "right": "right", "decimal": "right"}


class Looks:
    """Makes the formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[Any, ...], Format] = {}
        self.caption = self._make(bold=True, font_size=13)
        self.unit = self._make(italic=True, align="right")
        self.note = self._make(italic=True, font_size=11)
        self.text = self._make(border=1, text_wrap=True, valign="vcenter")
        self.link = self._make(border=1, font_color="#0563C1", underline=1, valign="vcenter")
        self.back = self._make(font_color="#0563C1", underline=1)
        self.header = self._make(
            bold=True, border=1, align="center", valign="vcenter", text_wrap=True
        )

    def cell(self, cell: Cell) -> Format:
        """The look of a cell of the body; one that marks a figure that is due is highlighted."""
        missing = cell.is_missing
        number = number_format(visible_text(cell.inlines), cell.exact.places) if cell.exact else ""
        key = (cell.align, cell.bold, cell.indent, number, missing)
        if key not in self._made:
            self._made[key] = self._make(
                bold=cell.bold,
                border=1,
                align=_ALIGNED[cell.align],
                valign="vcenter",
                indent=cell.indent + (cell.align in ("decimal", "right")),
                text_wrap=cell.align == "left",
                **({"num_format": number} if number else {}),
                **({"bg_color": "#FFFF00"} if missing else {}),
            )
        return self._made[key]

    def _make(self, **how: Any) -> Format:
        return self._book.add_format({"font_name": FONT, "font_size": 12, **how})


def number_format(printed: str, places: int) -> str:
    """The format under which an unrounded number shows what is printed.

    In Excel's own signs, which it shows as the reader's system has them.

    >>> number_format("1.234,50", 2), number_format("-", 0)
    ('#,##0.00', '#,##0;-#,##0;"-"')
    >>> number_format("0,00", 2)  # of -0.004, too: no sign
    '#,##0.00;#,##0.00'
    >>> number_format("+0,30 điểm %", 2)
    '+#,##0.00" điểm %";-#,##0.00" điểm %";#,##0.00" điểm %"'
    """
    digits = f"#,##0.{'0' * places}" if places else "#,##0"
    if printed == "-":
        return f'{digits};-{digits};"-"'
    found = _NUMERAL.fullmatch(printed)
    sign, number, unit = found.groups() if found else ("", printed, "")
    digits += f'"{unit.replace(NBSP, " ")}"' if unit else ""
    if sign == "+":
        return f"+{digits};-{digits};{digits}"
    return digits if number.strip("0,") else f"{digits};{digits}"
