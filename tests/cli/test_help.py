"""Help, usage and languages; what a command loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from office import open_office

from drafter.cli.commands import program
from drafter.cli.language import LANGUAGES, chosen, translation

from .commands import Run


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_has_its_help(language: str) -> None:
    group = program(translation(language))
    commands = [group, *group.commands.values()]
    assert [command.name for command in commands] == ["drafter", "draft", "explain"]
    for command in commands:
        assert command.help
        options = [one for one in command.params if isinstance(one, click.Option)]
        assert options
        assert all(one.help for one in options)


def test_no_help_is_the_same_in_both_languages() -> None:
    english, vietnamese = (program(translation(one)) for one in ("en", "vi"))
    for name, command in english.commands.items():
        other = vietnamese.commands[name]
        assert command.help != other.help
        for one, two in zip(command.params, other.params, strict=True):
            if isinstance(one, click.Option) and isinstance(two, click.Option):
                assert one.help != two.help, one.name


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_language_may_be_asked_for_anywhere(run: Run, place: int) -> None:
    arguments = ["draft", "--help"]
    arguments[place:place] = ["--lang", "en"]
    assert run(*arguments).out.startswith("Usage: drafter draft [OPTIONS] WORKSPACE PERIOD\n")


def test_help_is_vietnamese_to_its_last_word(run: Run) -> None:
    said = run("draft", "--help").out
    assert said.startswith("Cách dùng: drafter draft [TÙY_CHỌN] THƯ_MỤC KỲ\n")
    assert "Tùy chọn:\n" in said
    assert "Hiện hướng dẫn này rồi thoát." in said


def test_the_environment_chooses_a_language_and_the_option_overrules_it() -> None:
    assert chosen([], {"DRAFTER_LANG": "en"}) == "en"
    assert chosen(["--lang=vi"], {"DRAFTER_LANG": "en"}) == "vi"
    assert chosen(["explain", "a.docx", "--", "--lang", "en"], {}) == "vi"
    assert chosen(["--lang", "fr"], {}) == "vi"


USAGE = [
    (("draft", "office"), "Lỗi: Thiếu tham số 'KỲ'.", "Error: Missing argument 'PERIOD'."),
    (("draft", "office", "2023-07", "--format", "pdf"),
     "Lỗi: Giá trị của '--format' không hợp lệ: 'pdf' không phải một trong: "
     "'docx', 'html', 'text', 'xlsx'.",
     "Error: Invalid value for '--format': 'pdf' is not one of 'docx', 'html', 'text', 'xlsx'."),
    (("draft", "a", "b", "c"), "Lỗi: Thừa tham số (c)", "Error: Got unexpected extra argument (c)"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "vietnamese", "english"), USAGE)
def test_wrong_usage_ends_with_2_in_either_language(
    run: Run, arguments: tuple[str, ...], vietnamese: str, english: str
) -> None:
    for language, text in (("vi", vietnamese), ("en", english)):
        said = run(*arguments, "--lang", language)
        assert (said.code, said.err.splitlines()[-1]) == (2, text)


def test_the_module_runs_and_speaks_utf8_whatever_the_terminal(tmp_path: Path) -> None:
    open_office(tmp_path / "office")
    command = [sys.executable, "-m", "drafter", "draft", "office", "2023-07"]
    root = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "cp1252"}
    environment.pop("DRAFTER_LANG", None)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").startswith("đã ghi: ")


def test_help_loads_nothing_that_drafts() -> None:
    heavy = ("pandas", "lxml", "docx", "rich", "jinja2", "msgspec", "yaml", "python_calamine")
    asked = "import sys; from drafter.cli import main; main(['--help']); "
    asked += f"sys.exit(bool({{*sys.modules}} & {{*{heavy!r}}}))"
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", asked], cwd=root, capture_output=True, check=True)


def test_drafting_loads_neither_pandas_nor_rich_nor_a_word_library(tmp_path: Path) -> None:
    open_office(tmp_path / "office")
    heavy = ("pandas", "lxml", "docx", "rich", "python_calamine", "xml.etree.ElementTree")
    arguments = ["draft", str(tmp_path / "office"), "2023-07", "-o", str(tmp_path / "a.docx")]
    asked = f"import sys; from drafter.cli import main; main({arguments!r}); "
    asked += f"sys.exit(', '.join({{*sys.modules}} & {{*{heavy!r}}}))"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", asked], cwd=root, capture_output=True, check=False)
    assert done.stderr.decode().strip() == ""
