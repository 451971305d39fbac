"""Workbooks: the tables of a report as .xlsx, unrounded under the rounded display.

XlsxWriter is imported here and nowhere else, and only when a workbook is written.
"""

from __future__ import annotations

from drafter.sheets.book import tables_of, write_xlsx

__all__ = ["tables_of", "write_xlsx"]
