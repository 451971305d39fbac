"""Names that the standard gives to namespaces, relationships and content types."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
LEDGER = "urn:drafter:ledger:1"

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# w15 is declared ignorable, so that a reader of the first edition of the standard skips it.
ROOT = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:w15="{W15}" mc:Ignorable="w15"'

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{_WML}.document.main+xml"
STYLES_TYPE = f"{_WML}.styles+xml"
SETTINGS_TYPE = f"{_WML}.settings+xml"
FONTS_TYPE = f"{_WML}.fontTable+xml"
FOOTNOTES_TYPE = f"{_WML}.footnotes+xml"
HEADER_TYPE = f"{_WML}.header+xml"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
WORKBOOK_FILE_TYPE = f"{_SML}.sheet"
WORKBOOK_TYPE = f"{_SML}.sheet.main+xml"
SHEET_TYPE = f"{_SML}.worksheet+xml"
STRINGS_TYPE = f"{_SML}.sharedStrings+xml"
SHEET_STYLES_TYPE = f"{_SML}.styles+xml"
STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
