"""Settings, theme and font table: parts that every document has and no report changes."""

from __future__ import annotations

from functools import lru_cache

from drafter.word.escaping import escape
from drafter.word.namespaces import XML, A, W

# No updateFields here: it makes Word ask the reader whether to update fields.
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
    '<w:compatSetting w:name="enableOpenTypeFeatures" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
    '<w:compatSetting w:name="doNotFlipMirrorIndents" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>'
)
_COLOURS = (
    ("dk2", "44546A"),
    ("lt2", "E7E6E6"),
    ("accent1", "4472C4"),
    ("accent2", "ED7D31"),
    ("accent3", "A5A5A5"),
    ("accent4", "FFC000"),
    ("accent5", "5B9BD5"),
    ("accent6", "70AD47"),
    ("hlink", "0563C1"),
    ("folHlink", "954F72"),
)


@lru_cache(maxsize=16)
def settings_xml(language: str) -> str:
    """The part `word/settings.xml`: Vietnamese separators, Word 2013 and later."""
    return (
        f'{XML}<w:settings xmlns:w="{W}">{_SETTINGS}'
        f'<w:themeFontLang w:val="{escape(language)}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
        'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
        'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
        'w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


@lru_cache(maxsize=16)
def font_table_xml(font: str) -> str:
    """The part `word/fontTable.xml`; the numbers are those of Times New Roman."""
    return (
        f'{XML}<w:fonts xmlns:w="{W}"><w:font w:name="{escape(font)}">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="A3"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/>'
        '<w:sig w:usb0="E0002EFF" w:usb1="C000785B" w:usb2="00000009" w:usb3="00000000" '
        'w:csb0="000001FF" w:csb1="00000000"/></w:font></w:fonts>'
    )


@lru_cache(maxsize=16)
def theme_xml(font: str) -> str:
    """The part `word/theme/theme1.xml`: black on white, one font for headings and body."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS
    )
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{escape(font)}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{kind}>"
        for kind in ("majorFont", "minorFont")
    )
    return (
        f'{XML}<a:theme xmlns:a="{A}" name="Báo cáo"><a:themeElements>'
        '<a:clrScheme name="Báo cáo"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        f'<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>{colours}</a:clrScheme>'
        f'<a:fontScheme name="Báo cáo">{fonts}</a:fontScheme>{_FORMATS}</a:themeElements></a:theme>'
    )


# The schema wants three of each, used or not.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FORMATS = (
    f'<a:fmtScheme name="Báo cáo"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
    + "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
