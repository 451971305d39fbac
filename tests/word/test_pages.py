"""The file opened by a word processor: it must become pages, with the texts where they belong."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.document import Report
from drafter.word import write_docx

from . import specimens


def pdf_of(report: Report, folder: Path, soffice: str) -> Path:
    """The report as PDF; a time limit, as a broken file can keep LibreOffice busy for ever."""
    source = folder / "report.docx"
    source.write_bytes(write_docx(report, specimens.LAYOUT))
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return source.with_suffix(".pdf")


@pytest.mark.parametrize(
    "report",
    [specimens.committee_report(), specimens.statistics_report()],
    ids=["committee", "statistics"],
)
def test_libreoffice_makes_pages_of_the_report(
    report: Report, tmp_path: Path, require_command: Callable[[str], str]
) -> None:
    soffice, pdftotext = require_command("soffice"), require_command("pdftotext")
    pdf = pdf_of(report, tmp_path, soffice)
    text = subprocess.run(
        [pdftotext, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = text.split("\f")[:-1]
    assert 3 <= len(pages) <= 6
    assert pages[0].split()[0] != "1"
    for number, page in enumerate(pages[1:], 2):
        assert page.split()[0] == str(number)
    if report.frame is specimens.COMMITTEE:
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
        assert "Nơi nhận:" in pages[-1]
        assert "Nguyễn Văn Thử" in pages[-1]
