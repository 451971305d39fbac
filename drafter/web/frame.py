"""What stands around the body: Decree 30/2020/NĐ-CP, Appendix I, part II, as a page shows it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.document import Frame
from drafter.frame_words import MOTTO, NATIONAL_TITLE, RECIPIENTS, SALUTATION, has_closing, listed
from drafter.time_words import NBSP
from drafter.web.elements import element, nest, words


def head(frame: Frame | None, title: str) -> str:
    """Everything before the first section, in the frame's own order.

    title: the heading of the page where the frame has none.
    """
    frame = frame or Frame("none")
    heading = _title(frame, title)
    date = _line("date", frame.place_date)
    parts = {
        "people_committee": (_top(frame, date), heading, _addressees(frame.addressees)),
        "statistics_office": (_line("agency", frame.agency), heading, date),
        "none": (heading,),
    }[frame.name]
    return nest("header", parts, class_=frame.name.replace("_", "-"))


def closing(frame: Frame | None) -> str:
    """The signing block and the recipients, which stand left of it; nothing where there are none.

    The signature comes first, as whoever hears the page or reads it on a telephone expects.
    """
    if frame is None or not has_closing(frame):
        return ""
    return element("footer", _signature(frame) + _recipients(frame.recipients), class_="closing")


def _top(frame: Frame, date: str) -> str:
    """Agencies, Quốc hiệu and Tiêu ngữ, number, place and date."""
    agencies = _line("superior", frame.superior) + _line("agency", frame.agency)
    nation = _line("nation", NATIONAL_TITLE) + _line("motto", MOTTO)
    parts = (
        element("div", agencies, class_="issuer") if agencies else "",
        element("div", nation, class_="state"),
        _line("number", frame.number),
        date,
    )
    return nest("div", parts, class_="top")


def _title(frame: Frame, title: str) -> str:
    """The heading of the page: type name and trích yếu."""
    told = [("type", frame.type_name), ("subject", frame.abstract)]
    told = [one for one in told if one[1]] or [("subject", title)]
    # No line of a title begins with the dash of `kinh tế - xã hội`.
    lines = [words("span", text.replace(" - ", f"{NBSP}- "), class_=name) for name, text in told]
    return element("h1", " ".join(lines))


def _addressees(addressees: Sequence[str]) -> str:
    """`Kính gửi:` one addressee in the same line, several each on a line of its own (II.9.a)."""
    names = listed(addressees)
    if not names:
        return ""
    if len(names) == 1:
        return _line("addressee", f"{SALUTATION}: {names[0]}")
    return element("div", _line("", f"{SALUTATION}:") + _names(names), class_="addressees")


def _recipients(recipients: Sequence[str]) -> str:
    """`Nơi nhận:` and the list."""
    if not recipients:
        return ""
    return element(
        "div", _line("heading", RECIPIENTS) + _names(listed(recipients)), class_="recipients"
    )


def _signature(frame: Frame) -> str:
    """Capacity and title of who signs, then the name."""
    titles = "".join(_line("title", title) for title in frame.signature)
    return element("div", titles + _line("signer", frame.signer), class_="signature")


def _names(names: Sequence[str]) -> str:
    return element("ul", "".join(words("li", name) for name in names), class_="dash")


def _line(name: str, text: str) -> str:
    """A paragraph of plain text; nothing for no text."""
    return words("p", text, class_=name) if text else ""
