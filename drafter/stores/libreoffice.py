"""A Word file made into a PDF by LibreOffice, where that is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from drafter.errors import InputError, Message, msg

PATIENCE = 180
"""Seconds until LibreOffice is taken to hang; a first start on a slow computer takes a minute."""
_NAMES = ("soffice", "libreoffice")
_PLACES = {
    "win32": [
        Path(os.environ.get(variable, "C:/Program Files"), "LibreOffice/program/soffice.exe")
        for variable in ("ProgramFiles", "ProgramFiles(x86)")
    ],
    "darwin": [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")],
}
# A PDF with its structure, so that a screen reader finds headings, tables and their order.
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">\
<prop oor:name="UseTaggedPDF" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def pdf_of(docx: bytes, patience: float = PATIENCE) -> bytes:
    """The PDF of a Word file. patience: seconds after which it is given up.

    LibreOffice runs in a profile of its own, as one that someone has open would refuse the work.
    Raises InputError, with what to do instead, where it is not installed, fails or hangs.
    """
    program = _program()
    with tempfile.TemporaryDirectory(prefix="drafter-") as name:
        folder = Path(name)
        source, made = folder / "report.docx", folder / "report.pdf"
        source.write_bytes(docx)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        arguments = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
        said = _run([program, f"-env:UserInstallation={profile.as_uri()}", *arguments], patience)
        # It ends with 0 also where it could not read the file.
        if not made.is_file():
            raise _refused(
                msg(
                    "LibreOffice could not make the PDF ({reason}); open the Word file and save "
                    "it as PDF",
                    reason=said or "-",
                )
            )
        return made.read_bytes()


def _program() -> str:
    """The path of LibreOffice; InputError where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    known = [str(path) for path in _PLACES.get(sys.platform, ()) if path.is_file()]
    if not found and not known:
        raise _refused(
            msg(
                "LibreOffice, which makes the PDF, is not installed here or not on PATH; install "
                "it from libreoffice.org, or open the Word file and save it as PDF"
            )
        )
    return found or known[0]


def _run(command: list[str], patience: float) -> str:
    """The last line that LibreOffice said; InputError where it does not end in time."""
    process = subprocess.Popen(  # noqa: S603 (LibreOffice by its path, with arguments of our own)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired as error:
        raise _refused(
            msg(
                "LibreOffice did not make the PDF within {seconds} seconds; run the command "
                "again, or open the Word file and save it as PDF",
                seconds=f"{patience:g}",
            )
        ) from error
    finally:
        _end(process)
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].strip() if lines else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends LibreOffice where it still runs, and what it has started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        kill = [shutil.which("taskkill") or "taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(kill, capture_output=True, check=False)  # noqa: S603 (as above)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _refused(message: Message) -> InputError:
    return InputError.at("--pdf", message)
