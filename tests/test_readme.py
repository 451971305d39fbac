"""The READMEs say what the program does: their commands are run, their examples are used.

`pytest tests/test_readme.py --accept` writes what the commands print into both files.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from drafter.catalog import Catalog
from drafter.cli import main
from drafter.cli.commands import program
from drafter.commentary import commentary_from_text
from drafter.plain_text import plain_text
from drafter.profile import ScopeEntry
from drafter.report import draft
from drafter.sections.run import environment
from drafter.settings import Settings
from drafter.stores import read_rows
from drafter.stores.csv_files import read_csv
from drafter.stores.workspace import open_workspace

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.vi.md")
RUN = re.compile(r"<!-- run: drafter (.+?) -->\n```\n(.*?)```", re.DOTALL)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def example(language: str, name: str = "README.md") -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text(name), re.DOTALL)


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that looks like the repository, into which the commands may write."""
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAFTER_LANG", raising=False)


@pytest.mark.parametrize("name", READMES)
@pytest.mark.usefixtures("at_home")
def test_every_command_prints_what_the_readme_shows(
    name: str, capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    readme = text(name)
    for found in RUN.finditer(readme):
        assert main(shlex.split(found[1])) == 0, found[1]
        printed = capsys.readouterr().out.replace("\\", "/")
        if pytestconfig.getoption("--accept"):
            readme = readme.replace(
                found[0], found[0].replace(f"```\n{found[2]}```", f"```\n{printed}```")
            )
        else:
            assert found[2] == printed, found[1]
    if pytestconfig.getoption("--accept"):
        (ROOT / name).write_text(readme, encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_every_command_and_option_is_documented(name: str) -> None:
    group: Any = program(str)
    for command in group.commands.values():
        assert f"`{command.name}`" in text(name)
        for option in command.params:
            for spelling in option.opts:
                assert not spelling.startswith("-") or f"`{spelling}" in text(name), spelling


def test_every_setting_is_documented() -> None:
    table = text("README.md").partition("## Settings")[2].partition("\n## ")[0]
    assert [one for one in Settings.__struct_fields__ if f"`{one}`" not in table] == []


@pytest.mark.parametrize("name", READMES)
def test_the_scope_and_the_indicator_of_the_readme_are_read(name: str) -> None:
    scope, indicators, _ = (yaml.safe_load(block) for block in example("yaml", name))
    assert len(msgspec.convert(scope["scope"], dict[str, ScopeEntry])) == 3
    assert "trade.cold_storage" in msgspec.convert(indicators, Catalog).indicators


@pytest.mark.parametrize("name", READMES)
def test_the_report_kind_of_the_readme_is_one_file_and_no_code(name: str, tmp_path: Path) -> None:
    office = tmp_path / "office"
    shutil.copytree(ROOT / "examples" / "lang-son", office)
    (office / "templates" / "reports").mkdir()
    kind = example("yaml", name)[2]
    (office / "templates" / "reports" / "brief.yaml").write_text(kind, encoding="utf-8")
    made = draft(open_workspace(office), "2023-07", report="brief")
    assert [one.key for one in made.report.sections] == ["opening", "", "trade", "prices"]
    assert made.missing == ()
    assert plain_text(made.report).startswith("Tin nhanh kinh tế tháng 7 và 7 tháng đầu năm 2023\n")


@pytest.mark.parametrize("name", READMES)
def test_the_data_of_the_readme_are_read(name: str) -> None:
    catalog = open_workspace(ROOT / "examples" / "lang-son").catalog
    table = read_csv("data/x.csv", example("csv", name)[0].encode())
    rows, problems = read_rows(table.file, table.header, table.rows, catalog, "vietnamese")
    assert (len(rows), [one.text() for one in problems]) == (4, [])


@pytest.mark.parametrize("name", READMES)
def test_the_template_and_the_commentary_of_the_readme_are_read(name: str) -> None:
    environment().parse(example("jinja", name)[0])
    commentary = commentary_from_text(example("markdown", name)[0], "x.md")
    assert [one.listed for one in commentary.causes] == [False, True]
