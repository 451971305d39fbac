"""Vietnamese letters as one spelling: NFC, plain spaces, and the look-alikes that NFC leaves.

Old fonts (TCVN3, VNI) put other letters into a file than they show; such text is recognised here
and must be converted where it was written, since its capitals depend on the font.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

OldFont = Literal["TCVN3", "VNI"]

# Text taken from a PDF often has the letter oi for ư, and the eth for đ.
_LOOK_ALIKES = str.maketrans({"\u01a3": "ư", "\u01a2": "Ư", "\u00d0": "Đ", "\u00f0": "đ"})
_INVISIBLE = str.maketrans(dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad")))
_UNICODE_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_TCVN3 = re.compile(
    "[A-Za-z][¸µ¶©ª«¬\u00ad\u2212][a-zA-Z¬¸-ý]|[A-Za-z][¸µ¶ª«¬](?![A-Za-z])|®[A-Za-z¸-ý]"
)
# A vowel and its mark as two letters; those of the second kind follow no vowel in Vietnamese.
_VNI = re.compile("[aeouyôöAEOUY][ùøûõïâêéèúáàãåäëöüôÙØÛÕÏÂÊÅÄËÖÜ]|ñ[aeiouyöô]")
_VNI_ONLY = re.compile("[aeouyôöAEOUY][øûïåäëöüØÛÏÅÄËÖÜ]|ñ[aeiouyöô]")


def tidy(text: str) -> str:
    """`text` in NFC, with single plain spaces and nothing invisible.

    >>> tidy(" triệu\u00a0 USD\u200b ")
    'triệu USD'
    """
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", text).translate(_INVISIBLE).split())


def mend_look_alikes(text: str) -> str:
    """`text` with ư, Ư, Đ, đ in place of the letters that only look like them.

    >>> mend_look_alikes("Lƣơng thực, \u00d0ông")
    'Lương thực, Đông'
    """
    return text if text.isascii() else text.translate(_LOOK_ALIKES)


def old_font_of(text: str) -> OldFont | None:
    """The old font in which `text` seems to have been typed, or None.

    >>> old_font_of("VËn t¶i vµ B\u2212u chÝnh"), old_font_of("Kinh teá - xaõ hoäi")
    ('TCVN3', 'VNI')
    >>> old_font_of("tấn·km, 5 µg/m³"), old_font_of("Citroën")
    (None, None)
    """
    if text.isascii() or _UNICODE_VIETNAMESE.search(text):
        return None
    if _TCVN3.search(text):
        return "TCVN3"
    if _VNI_ONLY.search(text) and len(_VNI.findall(text)) > 1:
        return "VNI"
    return None
