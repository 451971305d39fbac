"""What stands after the body: recipients and signing block (Appendix I, II.7 and II.9.b)."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.document import Frame
from drafter.frame_words import RECIPIENTS, listed
from drafter.layout import Layout
from drafter.word.frame import two_columns
from drafter.word.paragraphs import AS_STYLED, Direct, text_paragraph


def closing_xml(frame: Frame, layout: Layout) -> str:
    """One table row that is never split: recipients left, signature right."""
    cells = (_recipients(frame.recipients, layout), _signature(frame, layout))
    return two_columns(layout.closing_table.columns, [cells])


def _recipients(names: Sequence[str], layout: Layout) -> str:
    """`Nơi nhận:` and the list: `- …;` each, `.` after the last."""
    if not names:
        return ""
    title = Direct(before=layout.closing_table.before)
    return text_paragraph("RecipientsTitle", RECIPIENTS, title) + "".join(
        text_paragraph("Recipient", f"- {name}") for name in listed(names)
    )


def _signature(frame: Frame, layout: Layout) -> str:
    """Capacity and title of who signs, room for the signature, the name."""
    closing = layout.closing_table
    first = Direct(before=closing.before)
    titles = "".join(
        text_paragraph("SignatureTitle", title, first if place == 0 else AS_STYLED)
        for place, title in enumerate(frame.signature)
    )
    return titles + text_paragraph("SignerName", frame.signer, Direct(before=closing.signature_gap))
