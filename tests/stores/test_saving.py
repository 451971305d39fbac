"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.stores.saving import save_whole


def test_folders_are_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    save_whole({tmp_path / "a" / "b" / "one.txt": b"1", tmp_path / "a" / "two.txt": b"2"})
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*"))
    assert left == ["a/b/one.txt", "a/two.txt"]


def test_a_new_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    save_whole({tmp_path / "new": b""})
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_file_that_was_not_there_goes_again_when_the_second_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def full(source: str | Path, target: str | Path) -> None:
        if Path(target).name == "two":
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(InputError) as caught:
        save_whole({tmp_path / "one": b"1", tmp_path / "two": b"2"})
    assert str(caught.value) == (
        f"{tmp_path / 'two'}: this file cannot be written (No space left on device); "
        "name another file with -o"
    )
    assert list(tmp_path.iterdir()) == []
