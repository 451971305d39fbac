"""Figures found again in a written, and perhaps edited, file."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from office import JUNE, open_office, with_rows

from drafter.errors import InputError
from drafter.explaining import explain
from drafter.report import draft
from drafter.stores.workspace import open_workspace


@pytest.fixture
def docx(tmp_path: Path) -> bytes:
    """A report that prints 300 triệu USD, tăng 7,14% and tăng 20,0%."""
    return draft(open_workspace(open_office(tmp_path, with_rows(JUNE))), "2023-07").docx()


def edited(docx: bytes, change: Callable[[str], str]) -> bytes:
    """The file with its main part changed."""
    source, target = zipfile.ZipFile(io.BytesIO(docx)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            text = source.read(name).decode()
            archive.writestr(name, change(text) if name == "word/document.xml" else text)
    return target.getvalue()


def bases(docx: bytes, text: str) -> list[str]:
    return [one.row.base for one in explain(docx, text).found]


@pytest.mark.parametrize(
    "text",
    [
        "tăng 20,0%",
        "20,0%",
        "20,0",
        "TĂNG  20,0%",
        "tăng\u00a020,0%",
        unicodedata.normalize("NFD", "tăng 20,0%"),
    ],
)
def test_a_figure_is_found_however_it_is_typed(docx: bytes, text: str) -> None:
    assert bases(docx, text) == ["year_on_year"]


@pytest.mark.parametrize("text", ["0,0%", "0%", "2", "30", "0 triệu", "", " "])
def test_a_part_of_a_number_finds_nothing(docx: bytes, text: str) -> None:
    assert explain(docx, text).found == ()


def test_a_word_finds_all_figures_that_hold_it(docx: bytes) -> None:
    assert bases(docx, "tăng") == ["month_on_month", "year_on_year"]


def test_a_stretch_of_a_sentence_finds_the_figures_in_it(docx: bytes) -> None:
    copied = "đạt 300 triệu USD, tăng 7,1% so với tháng trước"
    found = explain(docx, copied).found
    assert [one.row.measure for one in found] == ["level", "change_percent"]


def test_a_figure_knows_its_sentence_section_label_and_expression(docx: bytes) -> None:
    (one,) = explain(docx, "300 triệu USD").found
    assert one.sentence.replace("\u00a0", " ").startswith(
        "Kim ngạch xuất khẩu tháng 7 đạt 300 triệu"
    )
    assert one.heading == "1. Thương mại"
    assert one.label == "kim ngạch xuất khẩu"
    assert one.expression.startswith("clause(")
    assert one.row.inputs == ("data/2023.csv:2:value",)


def test_a_figure_that_a_reviewer_changed_is_found_by_either_print(docx: bytes) -> None:
    changed = edited(docx, lambda text: text.replace("tăng 20,0%", "tăng 21,0%"))
    (now,) = explain(changed, "21,0%").found
    assert (now.now, now.row.printed) == ("tăng 21,0%", "tăng 20,0%")
    assert explain(changed, "20,0%").found == (now,)


def test_a_sentence_that_was_copied_has_the_same_history(docx: bytes) -> None:
    def twice(text: str) -> str:
        start = text.index("<w:p>", text.index("</w:p>", text.index("Thương mại")))
        end = text.index("</w:p>", start) + len("</w:p>")
        return text[:end] + text[start:end] + text[end:]

    one, two = explain(edited(docx, twice), "20,0%").found
    assert one == two


def test_a_figure_whose_control_is_gone_keeps_its_history(docx: bytes) -> None:
    bare = edited(docx, lambda text: text.replace("<w:tag ", "<w:x ").replace("<w:alias ", "<w:x "))
    (one,) = explain(bare, "20,0%").found
    assert (one.row.base, one.sentence, one.heading) == ("year_on_year", "", "")


def test_the_nearest_prints_are_offered(docx: bytes) -> None:
    assert explain(docx, "20,5%").nearest == ("tăng 20,0%",)
    assert explain(docx, "không hề có").nearest == ()


def test_a_file_of_another_program_is_refused() -> None:
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(InputError, match="this file has no record of its figures"):
        explain(empty.getvalue(), "20,0%")


NOTED = """\
# Thương mại
## Xuất khẩu
{% set x = indicator("trade.exports") %}
Xuất khẩu {{ status(x, "year_on_year") }}{{ note(clause(x)) }}.
"""


def test_a_figure_of_a_footnote_stands_under_the_headings_of_its_mark(tmp_path: Path) -> None:
    files = {**with_rows(JUNE), "templates/sections/quick.md.j2": NOTED}
    noted = draft(open_workspace(open_office(tmp_path, files)), "2023-07").docx()
    (one,) = explain(noted, "300 triệu USD").found
    assert one.heading == "1. Thương mại > Xuất khẩu"


def test_a_number_in_a_table_is_explained_by_its_row_and_its_caption() -> None:
    lang_son = Path(__file__).resolve().parents[1] / "examples" / "lang-son"
    annex = draft(open_workspace(lang_son), "2023-07", report="annex").docx()
    (found,) = explain(annex, "107,95").found
    assert found.sentence == "TOÀN NGÀNH CÔNG NGHIỆP | 107,95 | 112,77"
    assert found.heading.endswith(". Chỉ số sản xuất công nghiệp")
    assert (found.row.measure, found.row.base) == ("index", "month_on_month")
