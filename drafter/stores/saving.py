"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from drafter.errors import InputError, msg


def save_whole(files: Mapping[Path, bytes]) -> None:
    """Writes files so that a reader finds all of them new, or all as they were.

    Each goes into a temporary file in its own folder first, as only a rename within one folder is
    a single step. Folders that are missing are made. Raises InputError for a file that cannot be
    written.
    """
    drafts: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            drafts[path] = _draft(path, content)
        _replace_all(drafts)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _draft(path: Path, content: bytes) -> Path:
    """The temporary file that holds what `path` is to hold."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".drafter-", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise InputError.at(
            str(path.parent),
            msg(
                "this folder cannot be written to ({reason}); name another file with -o",
                reason=error.strerror,
            ),
        ) from error
    draft = Path(name)
    try:
        with open(handle, "wb") as file:
            file.write(content)
        # A temporary file is its owner's alone; a report is as readable as any other new file.
        draft.chmod(0o666 & ~_umask())
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise unwritable(path, error) from error
    return draft


def _umask() -> int:
    """The rights that new files of this process go without."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _replace_all(drafts: Mapping[Path, Path]) -> None:
    """Puts every draft in its place; on a fault those already there get their old content back."""
    replaced: dict[Path, bytes | None] = {}
    for path, draft in drafts.items():
        try:
            held = path.read_bytes() if path.exists() else None
            os.replace(draft, path)
        except OSError as error:
            for done, content in replaced.items():
                _put_back(done, content)
            raise unwritable(path, error) from error
        replaced[path] = held


def _put_back(path: Path, content: bytes | None) -> None:
    # The fault that led here is the one to report; an old file that cannot come back adds nothing.
    with suppress(OSError):
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)


def unwritable(path: Path, error: OSError) -> InputError:
    """The error of a file that cannot be read or replaced, to be raised.

    Windows refuses a file that Word or Excel holds open with a PermissionError.
    """
    if isinstance(error, PermissionError):
        return InputError.at(
            str(path),
            msg(
                "this file is open in another program, or may not be changed; close it in Word or "
                "Excel and run the command again, or name another file with -o"
            ),
        )
    return InputError.at(
        str(path),
        msg(
            "this file cannot be written ({reason}); name another file with -o",
            reason=error.strerror,
        ),
    )
