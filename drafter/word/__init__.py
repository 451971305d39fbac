"""Word files: the tree into a .docx, and the ledger and the controls back out of one.

Everything that knows OOXML is in this package, and nothing of it elsewhere.
"""

from __future__ import annotations

from drafter.word.ledger import ledger_csv
from drafter.word.reading import (
    Context,
    Control,
    Drawing,
    is_as_written,
    read_contexts,
    read_controls,
    read_drawings,
    read_ledger,
)
from drafter.word.writer import write_docx

__all__ = [
    "Context",
    "Control",
    "Drawing",
    "is_as_written",
    "ledger_csv",
    "read_contexts",
    "read_controls",
    "read_drawings",
    "read_ledger",
    "write_docx",
]
