"""How the commands end when something is wrong, and what they leave."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from office import FILES, JUNE, open_office, with_rows

from .commands import Run, Said

ROOT = Path(__file__).parents[2]


def test_strict_ends_with_1_when_a_figure_is_missing(run: Run, tmp_path: Path) -> None:
    assert run("draft", "office", "2023-07", "--strict").code == 1
    assert Path("out/short-2023-07.docx").is_file()
    open_office(tmp_path / "office", with_rows(JUNE))
    assert run("draft", "office", "2023-07", "--strict").code == 0


def test_strict_ends_with_1_when_a_cause_is_held_back(run: Run, tmp_path: Path) -> None:
    cause = "# Thương mại {quick}\n\n## Nguyên nhân {causes}\n"
    cause += "- trade.exports, so với cùng kỳ, giảm: ít đơn hàng\n"
    open_office(tmp_path / "office", {**with_rows(JUNE), "commentary/2023-07.md": cause})
    said = run("draft", "office", "2023-07", "--strict")
    assert said.code == 1
    assert "nguyên nhân bị giữ lại: 1\n" in said.out
    assert said.err.startswith("commentary/2023-07.md:4: ")


FAULTS = [
    (
        ("draft", "nowhere", "2023-07"),
        "nowhere: there is no drafter.yaml here; name the folder of an office's workspace",
        "nowhere: ở đây không có drafter.yaml; hãy chỉ thư mục làm việc của cơ quan",
    ),
    (
        ("draft", "office", "7/2023"),
        "'7/2023' is no period; write 2023-07, 2023-Q2, 2023-6M, 2023-9M or 2023",
        "'7/2023' không phải kỳ báo cáo; viết 2023-07, 2023-Q2, 2023-6M, 2023-9M hoặc 2023",
    ),
    (
        ("draft", "office", "2023-07", "--report", "weekly"),
        "there is no report kind 'weekly'; use one of annex, portal, provincial, short, "
        "statistics, ubnd",
        "không có loại báo cáo 'weekly'; dùng một trong các loại: "
        "annex, portal, provincial, short, statistics, ubnd",
    ),
    (
        ("draft", "office", "2023-07", "--vintage", "27/7/2023"),
        "--vintage: '27/7/2023' is no date; write it as 2023-07-27",
        "--vintage: '27/7/2023' không phải ngày tháng; viết như 2023-07-27",
    ),
]


@pytest.mark.parametrize(("arguments", "english", "vietnamese"), FAULTS)
def test_what_cannot_be_used_is_told_in_either_language(
    run: Run, arguments: tuple[str, ...], english: str, vietnamese: str
) -> None:
    nothing = {"en": "faults: 1; nothing was written", "vi": "số lỗi: 1; không ghi tệp nào"}
    for language, text in (("en", english), ("vi", vietnamese)):
        said = run(*arguments, "--lang", language)
        assert said == Said(2, "", f"{text}\n{nothing[language]}\n")
    assert not Path("out").exists()


FAULTY = (
    "trade.exports,month,2023-13,1,triệu USD,\ntrade.exports,month,2023-05,12.5 tấn,triệu USD,\n"
)


def test_all_faults_of_the_data_are_told_each_with_its_place(run: Run, tmp_path: Path) -> None:
    open_office(tmp_path / "office", with_rows(FAULTY))
    said = run("draft", "office", "2023-07", "--lang", "en")
    assert said.code == 2
    assert said.err.splitlines() == [
        "data/2023.csv:5:period: there is no month 13; write a month from 1 to 12",
        "data/2023.csv:6:value: '12.5 tấn' holds more than a number; write 12.5 and put 'tấn' "
        "under unit",
        "faults: 2; nothing was written",
    ]


def test_keep_going_drafts_and_lists_what_was_left_out(run: Run, tmp_path: Path) -> None:
    open_office(tmp_path / "office", with_rows(FAULTY))
    said = run("draft", "office", "2023-07", "--keep-going", "--lang", "en")
    assert said.code == 0
    assert [line.split(": ")[1] for line in said.err.splitlines()] == ["left out", "left out"]
    assert run("draft", "office", "2023-07", "--keep-going", "--strict").code == 1


def test_a_fault_of_ours_ends_with_3_and_keeps_its_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no one foresaw this")

    monkeypatch.setattr("drafter.cli.drafting.open_workspace", broken)
    with pytest.raises(SystemExit) as ended:
        run("draft", "office", "2023-07", "--lang", "en")
    assert ended.value.code == 3
    told = capsys.readouterr().err
    assert "ZeroDivisionError: no one foresaw this" in told
    assert told.endswith("this is a fault of drafter; please report it with the lines above\n")


def test_an_error_midway_leaves_the_old_files_and_nothing_else(run: Run, tmp_path: Path) -> None:
    run("draft", "office", "2023-07")
    before = {path: path.read_bytes() for path in Path("out").iterdir()}
    broken = FILES["templates/sections/quick.md.j2"] + "{{ nothing.of.the.sort }}\n"
    open_office(tmp_path / "office", {"templates/sections/quick.md.j2": broken})
    assert run("draft", "office", "2023-07").code == 2
    assert {path: path.read_bytes() for path in Path("out").iterdir()} == before


@pytest.mark.parametrize("held", ["short-2023-07.docx", "short-2023-07.figures.csv"])
def test_a_file_that_word_holds_open_is_named_and_both_files_stay(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    run("draft", "office", "2023-07")
    before = {path: path.read_bytes() for path in Path("out").iterdir()}
    open_office(tmp_path / "office", with_rows(JUNE))
    replace = os.replace

    def windows(source: str | Path, target: str | Path) -> None:
        """As Windows refuses to replace a file that another program holds."""
        if Path(target).name == held:
            raise PermissionError(13, "Access is denied", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", windows)
    english = run("draft", "office", "2023-07", "--lang", "en")
    assert english.code == 2
    assert english.err.splitlines()[0] == (
        f"{Path('out') / held}: this file is open in another program, or may not be changed; close "
        "it in Word or Excel and run the command again, or name another file with -o"
    )
    assert run("draft", "office", "2023-07").err.splitlines()[0] == (
        f"{Path('out') / held}: tệp đang mở trong chương trình khác, hoặc không được phép sửa; "
        "đóng tệp trong Word hoặc Excel rồi chạy lại lệnh, hoặc chỉ tệp khác bằng -o"
    )
    assert {path: path.read_bytes() for path in Path("out").iterdir()} == before


def test_a_file_that_word_lets_no_one_read_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("draft", "office", "2023-07", "-o", "made.docx")
    read = Path.read_bytes

    def windows(path: Path) -> bytes:
        if path.name == "made.docx":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", windows)
    said = run("draft", "office", "2023-07", "-o", "made.docx", "--lang", "en")
    assert said.code == 2
    assert said.err.startswith("made.docx: this file is open in another program, or may not be ")


def test_a_damaged_file_is_told_and_never_overwritten(run: Run) -> None:
    run("draft", "office", "2023-07", "-o", "made.docx")
    made = Path("made.docx")
    whole = made.read_bytes()
    with zipfile.ZipFile(made) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 60
    damaged = whole[:start] + bytes(200) + whole[start + 200 :]
    made.write_bytes(damaged)
    said = run("explain", "made.docx", "300", "--lang", "en")
    assert said.code == 2
    assert said.err.startswith("made.docx: this Word file is damaged or has a password (")
    assert run("draft", "office", "2023-07", "-o", "made.docx").code == 2
    assert made.read_bytes() == damaged


@pytest.mark.parametrize("arguments", [("--help",), ("draft", "office", "2023-07", "--json")])
def test_a_reader_that_has_seen_enough_is_no_fault(run: Run, arguments: tuple[str, ...]) -> None:
    """As `drafter … | head` does."""
    running = subprocess.Popen(
        [sys.executable, "-m", "drafter.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    told = running.stderr.read()
    running.stderr.close()
    assert (running.wait(60), told) == (0, b"")


def test_a_folder_that_cannot_be_made_is_named(run: Run) -> None:
    Path("out").write_text("a file of that name")
    said = run("draft", "office", "2023-07", "--lang", "en")
    assert said.code == 2
    assert said.err.startswith("out: this folder cannot be written to (")
