"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest
from office import open_office

from drafter.cli import main

from .commands import Run, Said


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in a new folder, which holds an office called `office`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAFTER_LANG", raising=False)
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    open_office(tmp_path / "office")

    def run(*arguments: str) -> Said:
        code = main(arguments)
        return Said(code, *capsys.readouterr())

    return run
