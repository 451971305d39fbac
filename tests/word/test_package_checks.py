"""The checks themselves: each fault put into a sound file is seen."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from drafter.word import write_docx

from . import specimens
from .effective import Docx
from .package_checks import faults

DOCUMENT, FOOTNOTES = "word/document.xml", "word/footnotes.xml"
SOUND = write_docx(specimens.committee_report(), specimens.LAYOUT)
FAULTS = [
    (DOCUMENT, r'(<w:id w:val=")\d+("/><w15)', r"\g<1>7\2", "control id 7 occurs"),
    (DOCUMENT, r"<w:bookmarkEnd [^>]*/>", "", "lone bookmarks"),
    (FOOTNOTES, r'<w:footnote w:id="1">.*?</w:footnote>', "", "references"),
    (FOOTNOTES, r'(<w:footnote w:id="1">).*?(</w:footnote>)', r"\1\2", "footnote 1 is empty"),
    (DOCUMENT, r'w:val="BodyText"', 'w:val="Nowhere"', "style Nowhere is used and not defined"),
    (DOCUMENT, r"(<w:keepNext/>)", r"\1<w:pStyle/>", "order of children"),
    (DOCUMENT, r"<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/></w:pPr></w:p>", "", "does not end in"),
    (DOCUMENT, r"</w:tbl>", "</w:tbl><w:tbl/>", "two tables touch"),
    ("word/_rels/document.xml.rels", r"styles\.xml", "gone.xml", "leads to word/gone.xml"),
    ("[Content_Types].xml", r'<Override PartName="/word/styles.xml"[^>]*>', "", "no content type"),
]


@pytest.mark.parametrize(("part", "pattern", "into", "seen"), FAULTS)
def test_a_fault_is_seen(part: str, pattern: str, into: str, seen: str) -> None:
    source, target = zipfile.ZipFile(io.BytesIO(SOUND)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            text = source.read(name).decode()
            archive.writestr(name, re.sub(pattern, into, text) if name == part else text)
    assert any(seen in fault for fault in faults(Docx(target.getvalue())))
