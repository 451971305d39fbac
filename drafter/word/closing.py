"""What stands after the body: recipients and signing block (Appendix I, II.7 and II.9.b)."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.document import Frame
from drafter.layout import Layout
from drafter.word.escaping import text_nodes
from drafter.word.frame import line, two_columns
from drafter.word.paragraphs import paragraph

RECIPIENTS = "Nơi nhận:"


def has_closing(frame: Frame | None) -> bool:
    """Whether recipients or a signature follow the body."""
    if frame is None or frame.name != "people_committee":
        return False
    return bool(frame.recipients or frame.signature or frame.signer)


def closing_xml(frame: Frame, layout: Layout) -> str:
    """One table row that is never split: recipients left, signature right."""
    cells = (_recipients(frame.recipients, layout), _signature(frame, layout))
    return two_columns(layout.closing_table.columns, [cells])


def _recipients(names: Sequence[str], layout: Layout) -> str:
    """`Nơi nhận:` and the list: `- …;` each, `.` after the last."""
    if not names:
        return ""
    before = layout.closing_table.before
    title = paragraph("RecipientsTitle", f"<w:r>{text_nodes(RECIPIENTS)}</w:r>", before=before)
    plain = [name.strip().removeprefix("- ").rstrip(" ;.") for name in names]
    ends = [";"] * (len(plain) - 1) + ["."]
    return title + "".join(
        line("Recipient", f"- {name}{end}") for name, end in zip(plain, ends, strict=True)
    )


def _signature(frame: Frame, layout: Layout) -> str:
    """Capacity and title of who signs, room for the signature, the name."""
    closing = layout.closing_table
    titles = "".join(
        paragraph(
            "SignatureTitle",
            f"<w:r>{text_nodes(title)}</w:r>",
            before=closing.before if place == 0 else None,
        )
        for place, title in enumerate(frame.signature)
    )
    name = f"<w:r>{text_nodes(frame.signer)}</w:r>" if frame.signer else ""
    return titles + paragraph("SignerName", name, before=closing.signature_gap)
