"""What tests of several packages share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes what a test would compare with: read the difference before a commit."""
    parser.addoption("--accept", action="store_true", help="write the expected texts anew")


@pytest.fixture(scope="session")
def require_command() -> Callable[[str], str]:
    """A function that gives the path of an outside program, or skips the test without it.

    With DRAFTER_NO_SKIPS=1, as in CI, a missing program is a failure.
    """

    def require(name: str) -> str:
        path = shutil.which(name)
        if path:
            return path
        reason = f"{name} is not installed"
        if os.environ.get("DRAFTER_NO_SKIPS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)

    return require
