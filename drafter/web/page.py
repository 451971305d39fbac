"""A report into one HTML page that needs nothing beside itself."""

from __future__ import annotations

from drafter.document import Annex, Report
from drafter.frame_words import annex_head, closed
from drafter.time_words import NBSP
from drafter.web.blocks import body
from drafter.web.elements import element, nest, start_tag, style_sheet, words
from drafter.web.frame import closing, head
from drafter.web.inlines import NOTES_TITLE, Story

_NOTES = "Chú thích"
_BACK = "Về chỗ có chú thích {number}"


def write_html(report: Report, style: str) -> str:
    """The page of a report; the same report and style sheet give the same page.

    style: the style sheet, for screens, telephones and paper. Raises ValueError when the tree
    breaks its own rules (a clause that is not closed in its paragraph, a footnote in a footnote).
    """
    story = Story(report.ledger)
    parts = (*_report(report, story), *_annex(report, story), _notes(story))
    about = {"data_report": report.kind, "data_period": report.period}
    main = element("main", nest("article", parts, **about))
    return (
        f"<!doctype html>\n{start_tag('html', lang=report.properties.language.split('-')[0])}\n"
        f"{_head(report, style)}\n{element('body', main)}\n</html>\n"
    )


def _is_annex(report: Report) -> bool:
    """Whether the report is its tables alone, whose title is then that of the page."""
    return report.annex is not None and report.frame is None and not report.sections


def _report(report: Report, story: Story) -> tuple[str, ...]:
    """Frame and body."""
    if _is_annex(report):
        return ()
    return (
        head(report.frame, report.properties.title),
        body(closed(report.sections, report.frame), story),
        closing(report.frame),
    )


def _head(report: Report, style: str) -> str:
    """What a browser and a search engine read."""
    told = report.properties
    agency = report.frame.agency.replace("\n", " ") if report.frame else ""
    about = ". ".join(filter(None, (told.title, agency or told.creator)))
    parts = (
        start_tag("meta", charset="utf-8"),
        start_tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        words("title", told.title),
        _meta("description", about),
        _meta("author", told.creator),
        _meta("generator", "drafter"),
        style_sheet(style),
    )
    return nest("head", parts)


def _meta(name: str, content: str) -> str:
    return start_tag("meta", name=name, content=content) if content else ""


def _annex(report: Report, story: Story) -> tuple[str, ...]:
    """The tables behind a report, on landscape pages of paper; or its tables alone."""
    if report.annex is None:
        return ()
    level = 1 if _is_annex(report) else 2
    parts = (_annex_head(report.annex, level), body(report.annex.sections, story, level + 1))
    return (nest("div" if level == 1 else "section", parts, class_="annex"),)


def _annex_head(annex: Annex, level: int) -> str:
    """`Phụ lục`, its title in capitals, and what document it goes with."""
    label, subject, reference = annex_head(annex)
    told = (("label", label), ("subject", subject))
    title = " ".join(words("span", text, class_=name) for name, text in told if text)
    under = words("p", reference, class_="reference") if reference else ""
    return element("header", element(f"h{level}", title) + under, class_="annex-head")


def _notes(story: Story) -> str:
    """The footnotes, each linked with the place that it belongs to; nothing for none."""
    if not story.notes:
        return ""
    items = nest("ol", (_note(number, text) for number, text in enumerate(story.notes, 1)))
    title = words("h2", _NOTES, id=NOTES_TITLE)
    return nest("section", (title, items), class_="notes", role="doc-endnotes")


def _note(number: int, text: str) -> str:
    back = words(
        "a",
        "↑",
        href=f"#reference-{number}",
        role="doc-backlink",
        aria_label=_BACK.format(number=number),
    )
    return element("li", f"{text}{NBSP}{back}", id=f"note-{number}")
