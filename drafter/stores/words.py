"""Cells of a row that are read without the catalogue: words of a column, areas, bases.

They repeat over whole files, so each is read once and kept by its raw text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.errors import Message, Severity, msg
from drafter.letters import mend_look_alikes, old_font_of, tidy
from drafter.observations import BASES, BOUNDS, MEASURES, ORIGINS, SPANS, STATUSES
from drafter.stores.columns import suggestion

_WORDS = {
    "span": (SPANS, "month"), "measure": (MEASURES, "level"), "bound": (BOUNDS, ""),
    "status": (STATUSES, "actual"), "origin": (ORIGINS, "reported"),
}  # fmt: skip
_VIETNAMESE_WORDS = {
    "span": {
        "tháng": "month", "quý": "quarter", "lũy kế": "ytd", "luỹ kế": "ytd", "cộng dồn": "ytd",
        "bình quân": "average_ytd", "năm": "year", "thời điểm": "asof", "vụ": "season",
        "khoảng": "window", "dự án": "project",
    },
    "status": {
        "ước tính": "estimate", "ước": "estimate", "sơ bộ": "preliminary", "chính thức": "actual",
    },
    "measure": {
        "kế hoạch": "plan", "chỉ số": "index", "tỷ trọng": "share", "thứ hạng": "rank",
        "đóng góp": "contribution", "tỷ lệ đóng góp": "contribution_share",
        "tỷ trọng đóng góp": "contribution_share",
    },
    "base": {
        "tháng trước": "month_on_month", "quý trước": "quarter_on_quarter",
        "cùng kỳ": "year_on_year", "cùng kỳ loại trừ yếu tố giá": "year_on_year_real",
        "cuối năm trước": "year_end", "tháng 12 năm trước": "december",
    },
}  # fmt: skip
_COMPARED = (
    "change_percent", "change_absolute", "change_points", "index", "contribution",
    "contribution_share",
)  # fmt: skip
_WITHOUT_PRICES = ("change_percent", "index")
_AREA = re.compile(r"([0-9]{1,5})(/[a-z][a-z_]*)?")
_BASE_YEAR = re.compile(r"base_year:[12][0-9]{3}")


class Remark(NamedTuple):
    """A finding before it has a row."""

    column: str
    message: Message
    severity: Severity = "fault"


class Cell(NamedTuple):
    """A cell of the identity in its canonical form, and what there is to say about it."""

    text: str
    remarks: tuple[Remark, ...] = ()


class Frame(NamedTuple):
    """The part of the identity that is read without the catalogue."""

    remarks: tuple[Remark, ...]
    area: str
    span: str
    measure: str
    base: str
    bound: str
    status: str
    origin: str


@lru_cache(maxsize=16384)
def tidied(column: str, raw: str) -> Cell:
    """A cell's text in the one spelling, with a warning when letters were mended.

    The fault of an old font is told apart, since nothing else about the cell can be right.
    """
    if font := old_font_of(raw):
        fault = msg("'{text}' is typed in the old font {font}; convert the file to Unicode "
                    "(UniKey: Ctrl+Shift+F6) and save it again", text=raw, font=font)  # fmt: skip
        return Cell(tidy(raw), (Remark(column, fault),))
    text = tidy(raw)
    mended = mend_look_alikes(text)
    if mended == text:
        return Cell(text)
    warning = msg("'{text}' has letters that only look Vietnamese; read as '{mended}'",
                  text=text, mended=mended)  # fmt: skip
    return Cell(mended, (Remark(column, warning, "warning"),))


@lru_cache(maxsize=4096)
def read_frame(raw: tuple[str, str, str, str, str, str, str]) -> Frame:
    """The cells that repeat over a whole file, in the order of a `Frame`, checked together."""
    area, span, measure, base, bound, status, origin = raw
    measured = read_word("measure", measure)
    cells = (
        read_area(area), read_word("span", span), measured, read_base(base, measured.text),
        read_word("bound", bound), read_word("status", status),
        read_word("origin", origin),
    )  # fmt: skip
    remarks = tuple(remark for cell in cells for remark in cell.remarks)
    return Frame(remarks, *(cell.text for cell in cells))


@lru_cache(maxsize=4096)
def read_word(column: str, raw: str) -> Cell:
    """One of the words that a column takes; blank stands for the default."""
    known, default = _WORDS[column]
    text, remarks = tidied(column, raw)
    if not text:
        return Cell(default)
    word = _word(column, text)
    if word in known:
        return Cell(word, remarks)
    fault = msg("unknown {column} '{text}'; write one of: {known}",
                column=column, text=text, known=", ".join(known))  # fmt: skip
    near = suggestion(word, known)
    message = fault if not near else msg(
        "unknown {column} '{text}'; did you mean {near}?", column=column, text=text, near=near
    )  # fmt: skip
    return Cell("", (*remarks, Remark(column, message)))


@lru_cache(maxsize=4096)
def read_area(raw: str) -> Cell:
    """An area's code; spreadsheets drop the zero in front, which 1 and 4 digits show."""
    text, remarks = tidied("area", raw)
    found = _AREA.fullmatch(text)
    if found:
        digits = found[1].zfill(len(found[1]) + (len(found[1]) in (1, 4)))
        return Cell(digits + (found[2] or ""), remarks)
    if not text:
        return Cell("")
    fault = msg("area '{text}' is no official code; write one such as 20 or 20/urban, or leave it "
                "blank for the whole province", text=text)  # fmt: skip
    return Cell("", (*remarks, Remark("area", fault)))


@lru_cache(maxsize=4096)
def read_base(raw: str, measure: str) -> Cell:
    """The base of a comparison; a level has none, a rank that of the growth that it is in."""
    text, remarks = tidied("base", raw)
    word = _word("base", text)
    if text and measure and measure not in (*_COMPARED, "rank"):
        fault = msg(
            "base '{base}' is given for measure {measure}; leave it blank, or write a "
            "measure that compares, such as change_percent",
            base=text,
            measure=measure,
        )
    elif not text and measure in _COMPARED:
        fault = msg(
            "measure {measure} needs a base; write one of: {known}",
            measure=measure,
            known=", ".join(BASES),
        )
    elif word == "year_on_year_real" and measure and measure not in _WITHOUT_PRICES:
        fault = msg(
            "base {base} does not go with measure {measure}; write change_percent or index",
            base=word,
            measure=measure,
        )
    elif word == "base_year":
        fault = msg("base base_year needs its year; write base_year:2019")
    elif word and word not in BASES and not _BASE_YEAR.fullmatch(word):
        near = suggestion(word, BASES)
        fault = msg("unknown base '{text}'; did you mean {near}?", text=text, near=near)
        if not near:
            fault = msg(
                "unknown base '{text}'; write one of: {known}", text=text, known=", ".join(BASES)
            )
    else:
        return Cell(word, remarks)
    return Cell(word, (*remarks, Remark("base", fault)))  # fmt: skip


def _word(column: str, text: str) -> str:
    """A word of a column in English and lower case."""
    word = text.casefold()
    return _VIETNAMESE_WORDS.get(column, {}).get(word, word)
