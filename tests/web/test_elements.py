"""Text that must come back as it was, and must not become markup."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from drafter.web.elements import element, escape, nest, start_tag, style_sheet, words


def read(markup: str) -> html.HtmlElement:
    return html.fragment_fromstring(markup)


def test_an_attribute_is_named_as_html_names_it() -> None:
    tag = start_tag("data", class_="figure", data_figure="a1", aria_label="x", viewBox="0 0 1 1")
    assert tag == '<data class="figure" data-figure="a1" aria-label="x" viewBox="0 0 1 1">'


def test_a_blank_attribute_is_left_out() -> None:
    assert start_tag("p", class_="", id="a") == '<p id="a">'


def test_markup_in_a_text_is_text() -> None:
    text = "<script>alert('1')</script> & \"ha\" </p>"
    paragraph = read(words("p", text, title=text))
    assert paragraph.text == text
    assert paragraph.get("title") == text
    assert len(paragraph) == 0


@given(st.text())
def test_any_text_comes_back_without_what_html_cannot_hold(text: str) -> None:
    paragraph = read(element("p", escape(text), title=escape(text).replace("&", "")))
    kept = "".join(paragraph.itertext())
    allowed = [one for one in text.replace("\r", " ") if escape(one)]
    assert kept == "".join(allowed)


def test_controls_and_half_letters_are_dropped() -> None:
    assert escape("a\x00\x0b\x1f\x7f\x9f\ud800\ufdd0\uffff\U0001fffeb\tc") == "ab\tc"


def test_spaces_and_hyphens_that_must_not_break_are_kept() -> None:
    assert escape("2.755\u00a0triệu\u2011x") == "2.755\u00a0triệu\u2011x"


def test_a_line_end_is_a_break() -> None:
    assert words("p", "ỦY BAN\nTỈNH <A>") == "<p>ỦY BAN<br>TỈNH &lt;A&gt;</p>"


def test_blank_parts_are_left_out() -> None:
    assert nest("div", ["<p></p>", "", "<hr>"]) == "<div>\n<p></p>\n<hr>\n</div>"


def test_a_style_sheet_cannot_end_its_element() -> None:
    sheet = style_sheet('p::after { content: "</style><script>"; }')
    assert sheet.count("</style") == 1
    assert sheet.endswith("\n</style>")


def test_a_style_sheet_goes_without_its_comments_but_not_without_its_strings() -> None:
    sheet = style_sheet('/* a\n   b */\np { content: "/* c */"; }\n\n/**/ i { top: 0; }')
    assert sheet == '<style>\np { content: "/* c */"; }\n i { top: 0; }\n</style>'
