"""The checks of charts themselves: each fault put into a sound file is seen."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from drafter.document import Section
from drafter.word import write_docx

from . import chart_specimens, specimens
from .effective import Docx
from .package_checks import faults

PART, BODY = "word/charts/chart1.xml", "word/document.xml"
BLOCKS = (chart_specimens.crops(), chart_specimens.branches())
SOUND = write_docx(specimens.report(None, Section("one", BLOCKS)), specimens.LAYOUT)
FAULTS = [
    (PART, r"<c:v>15204\.6</c:v>", "<c:v>15204.5</c:v>", r"Sheet1!\$B\$2:\$B\$7 is"),
    (PART, r"<c:v>Ngô</c:v>", "<c:v>Lúa</c:v>", r"Sheet1!\$A\$2:\$A\$7 is"),
    (PART, r"<c:v>9\.402,7</c:v>", "<c:v>9.402,8</c:v>", r"Sheet1!\$E\$2:\$E\$7 is"),
    (PART, r"\$C\$2:\$C\$7", "$C$2:$C$6", r"Sheet1!\$C\$2:\$C\$6 is"),
    (PART, r'<c:axId val="2"/>', '<c:axId val="-2"/>', "axes .* named"),
    (PART, r'<c:crossAx val="1"/>', '<c:crossAx val="2"/>', "do not cross"),
    (BODY, r'<wp:docPr id="2"', '<wp:docPr id="1"', "drawing id 1 occurs twice"),
    (BODY, r'name="_b00002"', 'name="_b00001"', "drawing name _b00001 occurs twice"),
    (BODY, r' descr="[^"]*"', ' descr=""', "not told in words"),
    (BODY, r'r:id="rIdChart2"', 'r:id="rIdChart1"', "chart2.xml is drawn nowhere"),
    ("[Content_Types].xml", r'<Default Extension="xlsx"[^>]*>', "", "xlsx has no content type"),
]


def changed(part: str, pattern: str, into: str) -> Docx:
    """The sound file with one thing in one of its parts changed."""
    source, target = zipfile.ZipFile(io.BytesIO(SOUND)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            held = source.read(name)
            if name == part:
                text = re.sub(pattern, into, held.decode())
                assert text != held.decode()
                held = text.encode()
            archive.writestr(name, held)
    return Docx(target.getvalue())


def test_the_file_without_a_fault_is_sound() -> None:
    assert faults(Docx(SOUND)) == []


@pytest.mark.parametrize(("part", "pattern", "into", "seen"), FAULTS)
def test_a_fault_is_seen(part: str, pattern: str, into: str, seen: str) -> None:
    assert any(re.search(seen, fault) for fault in faults(changed(part, pattern, into)))


def test_a_workbook_that_is_not_there_is_seen() -> None:
    with pytest.raises(KeyError):
        faults(changed("word/charts/_rels/chart1.xml.rels", "chart1.xlsx", "gone.xlsx"))
