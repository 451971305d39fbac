"""Compiled templates and parsed YAML kept between runs, in the user's own cache folder.

Compiling the sections takes a cold draft longer than everything else it computes, parsing the
catalogue a tenth of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2s
from pathlib import Path

from drafter.errors import InputError
from drafter.stores.saving import save_whole

_DIGEST = 16
_MOST = 500


def cache_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where a user's programs keep what they can make again; `DRAFTER_CACHE` says otherwise."""
    if named := environ.get("DRAFTER_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home()) / "drafter" / "cache"
    return Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "drafter"


class Compiled:
    """Code and values by key. What cannot be kept or read is compiled anew, without a word."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The code kept under a key, None when there is none or it has been damaged."""
        try:
            held = self._path(key).read_bytes()
        except OSError:
            return None
        digest, code = held[:_DIGEST], held[_DIGEST:]
        return code if digest == _digest(code) else None

    def put(self, key: str, code: bytes) -> None:
        """Keeps code under a key; the oldest goes when there is much."""
        with suppress(OSError, InputError):
            save_whole({self._path(key): _digest(code) + code})
            held = sorted(self._folder.glob("*.code"), key=lambda path: path.stat().st_mtime)
            for path in held[:-_MOST]:
                path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.code"


def _digest(code: bytes) -> bytes:
    return blake2s(code, digest_size=_DIGEST).digest()
