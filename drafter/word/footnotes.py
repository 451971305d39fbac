"""The footnotes part: the two separators that Word wants, and one paragraph a note."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.word.namespaces import ROOT, XML

_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
_SPACE = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


def footnotes_xml(notes: Sequence[str]) -> str:
    """The part; notes: the runs of each footnote, number 1 first."""
    body = "".join(_note(number, runs) for number, runs in enumerate(notes, 1))
    return (
        f"{XML}<w:footnotes {ROOT}>{_separator(-1, 'separator')}"
        f"{_separator(0, 'continuationSeparator')}{body}</w:footnotes>"
    )


def _separator(number: int, kind: str) -> str:
    """The line between text and notes, or over a note carried to the next page."""
    return (
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    )


def _note(number: int, runs: str) -> str:
    """One footnote: its mark, a space, its text."""
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"{_MARK}{_SPACE}{runs}</w:p></w:footnote>"
    )
