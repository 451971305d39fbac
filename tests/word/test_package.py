"""The file as a package: sound, valid, and the same bytes at every run."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from drafter.document import Frame, Paragraph, Report, Section, Table, Text
from drafter.word import write_docx

from . import drafts, specimens
from .effective import Docx
from .package_checks import faults

REPORTS = {
    "people_committee": specimens.committee_report(),
    "statistics_office": specimens.statistics_report(),
    "no_frame": specimens.report(None),
    "no_sections": specimens.report(specimens.COMMITTEE, Section("empty", ())),
    "nothing": specimens.report(None, Section("empty", ())),
    "table_last": specimens.report(None, Section("table", (specimens.products(),))),
    "two_tables": specimens.report(
        specimens.COMMITTEE,
        Section("tables", (specimens.products(), Table((), specimens.products().rows, (1,) * 5))),
    ),
    "bare_frame": specimens.report(
        Frame("people_committee"),
        Section("table", (Table((), specimens.products().rows, (1,) * 5),)),
    ),
    "large": specimens.large_report(),
}


@pytest.fixture(params=list(REPORTS.values()), ids=list(REPORTS))
def report(request: pytest.FixtureRequest) -> Report:
    found: Report = request.param
    return found


def test_no_part_contradicts_another(report: Report) -> None:
    assert faults(Docx(write_docx(report, specimens.LAYOUT))) == []


def test_the_file_is_valid_office_open_xml(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(write_docx(report, specimens.LAYOUT))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize(("office", "period", "kind"), drafts.EVERY, ids=drafts.IDS)
def test_the_drafts_of_the_examples_are_sound_and_valid(
    office: str, period: str, kind: str, tmp_path: Path
) -> None:
    content = drafts.draft_of(office, period, kind)
    assert faults(Docx(content)) == []
    path = tmp_path / "report.docx"
    path.write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_two_runs_give_the_same_bytes(report: Report) -> None:
    assert write_docx(report, specimens.LAYOUT) == write_docx(report, specimens.LAYOUT)


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from tests.word import specimens; from drafter.word import write_docx;"
        "print(hashlib.sha256(write_docx(specimens.committee_report(), specimens.LAYOUT))"
        ".hexdigest())"
    )
    root = Path(__file__).parents[2]
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_archive_keeps_no_date() -> None:
    content = write_docx(specimens.committee_report(), specimens.LAYOUT)
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_content_types_come_first() -> None:
    assert Docx(write_docx(specimens.committee_report(), specimens.LAYOUT)).names[0] == (
        "[Content_Types].xml"
    )


def test_python_docx_opens_the_file_and_saves_it() -> None:
    opened = docx.Document(io.BytesIO(write_docx(specimens.committee_report(), specimens.LAYOUT)))
    assert opened.core_properties.title.startswith("Báo cáo tình hình kinh tế - xã hội")
    assert opened.core_properties.language == "vi-VN"
    assert opened.core_properties.created is not None
    assert opened.core_properties.created.isoformat().startswith("2023-07-27T08:00:00")
    assert len(opened.tables) == 4
    saved = io.BytesIO()
    opened.save(saved)
    assert faults(Docx(saved.getvalue())) == []


def test_nothing_asks_the_reader_to_update_fields() -> None:
    settings = Docx(write_docx(specimens.committee_report(), specimens.LAYOUT)).root(
        "word/settings.xml"
    )
    names = [child.tag.rpartition("}")[2] for child in settings]
    assert "updateFields" not in names


def test_writing_needs_neither_lxml_nor_python_docx() -> None:
    code = (
        "import sys; from tests.word import specimens; from drafter.word import write_docx;"
        "write_docx(specimens.committee_report(), specimens.LAYOUT);"
        "print(sorted({'lxml', 'docx', 'jinja2', 'pandas'} & sys.modules.keys()))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_a_report_without_text_is_still_a_document() -> None:
    report = specimens.report(None, Section("one", (Paragraph((Text(""),)),)))
    assert [one.text for one in Docx(write_docx(report, specimens.LAYOUT)).paragraphs()] == [""]
