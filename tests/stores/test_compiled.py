"""Compiled templates are kept between runs, and never stand in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.stores.compiled import Compiled, cache_folder


def test_code_is_found_again(tmp_path: Path) -> None:
    Compiled(tmp_path / "cache").put("a", b"code")
    assert Compiled(tmp_path / "cache").get("a") == b"code"
    assert Compiled(tmp_path / "cache").get("b") is None


def test_damaged_code_is_not_used(tmp_path: Path) -> None:
    store = Compiled(tmp_path)
    store.put("a", b"code")
    held = tmp_path / "a.code"
    held.write_bytes(held.read_bytes() + b"x")
    assert store.get("a") is None


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = Compiled(tmp_path / "file")
    store.put("a", b"code")
    assert store.get("a") is None


def test_the_oldest_code_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.stores.compiled._MOST", 2)
    store = Compiled(tmp_path)
    for key in ("a", "b", "c"):
        store.put(key, b"code")
    assert len(list(tmp_path.glob("*.code"))) == 2


def test_the_cache_may_be_put_elsewhere() -> None:
    assert cache_folder({"DRAFTER_CACHE": "there"}) == Path("there")
