"""Whose way a status tells (`đều tăng`, `tăng cả 3 tiêu chí`): the series behind its words."""

from __future__ import annotations

from collections.abc import Sequence

from .atoms import Atom
from .claims import Claim
from .names import Entry
from .subjects import Subjects

_ASIDE = 40
"""How far behind a status its footnote may be called."""


def members(
    atom: Atom, found: Sequence[Atom], noted: Sequence[tuple[int, list[Claim]]], subjects: Subjects
) -> tuple[Claim, ...]:
    """The series that a status is of.

    Those whose changes on its base its footnote tells, else those named before it, else those told
    behind it in its sentence, else what the indicator that is spoken of consists of.
    """
    for place, claims in noted:
        told = [one for one in claims if one.base == atom.base and one.measure in _WAYS]
        if atom.end <= place <= atom.end + _ASIDE and told:
            return tuple({(one.indicator, one.item): one for one in told}.values())
    named = subjects.all_named(atom.before)
    if len(named) > 1:
        return tuple(_claim(one, atom) for one in named)
    later = (one for one in found if one.sentence == atom.sentence and one.start > atom.start)
    behind = [one for one in later if one.kind in _WAYS and one.base == atom.base]
    if behind:
        return tuple(_claim(other.subject, other) for other in behind if other.subject)
    whole = atom.subject or (named[0] if named else None)
    if whole is None:
        return ()
    below = subjects.names.children(whole.indicator, whole.item)
    return tuple(_claim(one, atom) for one in below or [whole])


_WAYS = ("change_percent", "change_absolute", "unchanged", "ratio", "times")


def _claim(entry: Entry, atom: Atom) -> Claim:
    return Claim(entry.indicator, entry.item, atom.span, atom.period, "change_percent", None, "%",
                 atom.base, atom.text)  # fmt: skip
