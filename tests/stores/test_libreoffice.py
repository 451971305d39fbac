"""PDFs by LibreOffice, and what is said where it is missing, fails or hangs.

The failures are those of small programs called `soffice`; the PDF is that of LibreOffice itself.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from word import specimens

from drafter.errors import InputError
from drafter.stores.libreoffice import pdf_of
from drafter.word import write_docx

DOCX = b"what is not read here"
needs_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")

Program = Callable[[str], None]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Puts a shell script on the path as `soffice`, alone with the tools of the system."""

    def put(script: str) -> None:
        file = tmp_path / "bin" / "soffice"
        file.parent.mkdir()
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        monkeypatch.setenv("PATH", f"{file.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")

    return put


def said(patience: float = 60) -> str:
    """What the refusal tells."""
    with pytest.raises(InputError) as refused:
        pdf_of(DOCX, patience)
    return str(refused.value)


def test_libreoffice_makes_a_pdf_with_its_structure(
    require_command: Callable[[str], str],
) -> None:
    require_command("soffice")
    pdf = pdf_of(write_docx(specimens.statistics_report(), specimens.LAYOUT))
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf


def test_without_libreoffice_the_mend_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert said() == (
        "--pdf: LibreOffice, which makes the PDF, is not installed here or not on PATH; install it "
        "from libreoffice.org, or open the Word file and save it as PDF"
    )


@needs_a_shell
def test_what_libreoffice_says_is_told_when_it_makes_nothing(program: Program) -> None:
    program("echo warning; echo 'Error: source file could not be loaded' >&2")
    assert said() == (
        "--pdf: LibreOffice could not make the PDF (Error: source file could not be loaded); "
        "open the Word file and save it as PDF"
    )


@needs_a_shell
def test_silence_is_told_too(program: Program) -> None:
    program("exit 7")
    assert "could not make the PDF (-)" in said()


@needs_a_shell
def test_one_that_hangs_is_ended_with_all_that_it_started(program: Program, tmp_path: Path) -> None:
    program(f"sleep 300 & echo $! > {tmp_path}/child\nwait")
    assert "did not make the PDF within 1 seconds" in said(1)
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not _runs(child):
            break
        time.sleep(0.1)
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Whether a process is there and not only waited for."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False


@needs_a_shell
def test_it_works_in_a_profile_of_its_own_that_is_gone_afterwards(
    program: Program, tmp_path: Path
) -> None:
    # The profile is the first argument, the folder the sixth, the file the last.
    keep = f'echo "$1" > {tmp_path}/profile; cp "$7" {tmp_path}/given'
    program(f'{keep}; printf made > "$6/report.pdf"')
    assert pdf_of(DOCX) == b"made"
    assert (tmp_path / "given").read_bytes() == DOCX
    option, _, place = (tmp_path / "profile").read_text().strip().partition("=file://")
    assert option == "-env:UserInstallation"
    assert not Path(place).exists()
