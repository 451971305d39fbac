"""The forms of a report other than Word: web page, PDF."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from office import open_office

from .commands import MISSING, Run, Said

NO_LIBREOFFICE = (
    "--pdf: LibreOffice, which makes the PDF, is not installed here or not on PATH; install it "
    "from libreoffice.org, or open the Word file and save it as PDF\n"
)


def page(file: str) -> html.HtmlElement:
    return html.document_fromstring(Path(file).read_text(encoding="utf-8"))


def test_a_web_page_holds_the_report_with_its_figures(run: Run) -> None:
    assert run("draft", "office", "2023-07", "--format", "html").code == 0
    tree = page("out/short-2023-07.html")
    assert [one.text for one in tree.find_class("figure")] == ["300\u00a0triệu USD", "tăng 20,0%"]
    assert [one.text for one in tree.iter("mark")] == [MISSING]
    assert (
        tree.find(".//h1").text_content()
        == "Tin nhanh tháng\u00a07 và 7\u00a0tháng đầu năm\u00a02023"
    )
    assert Path("out/short-2023-07.figures.csv").is_file()


@pytest.mark.parametrize("name", ["july.html", "july.htm", "JULY.HTM"])
def test_the_ending_of_the_file_chooses_a_web_page(run: Run, name: str) -> None:
    assert run("draft", "office", "2023-07", "-o", name).code == 0
    assert Path(name).read_text(encoding="utf-8").startswith("<!doctype html>")


def test_two_web_pages_are_the_same(run: Run) -> None:
    for name in ("a.html", "b.html"):
        run("draft", "office", "2023-07", "-o", name)
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


def test_an_office_may_have_a_style_sheet_of_its_own(run: Run, tmp_path: Path) -> None:
    run("draft", "office", "2023-07", "-o", "a.html")
    open_office(tmp_path / "office", {"templates/web/page.css": "p { color: #123456; }\n"})
    run("draft", "office", "2023-07", "-o", "b.html")
    shipped, own = (page(name).find("head/style").text for name in ("a.html", "b.html"))
    assert "@page" in shipped
    assert own.strip() == "p { color: #123456; }"


def test_a_web_page_that_is_no_such_file_is_refused(run: Run) -> None:
    said = run("draft", "office", "2023-07", "--format", "html", "-o", "a.docx", "--lang", "en")
    assert said == Said(
        2,
        "",
        "a.docx: the name of the file must end in .html; change it, or --format\n"
        "faults: 1; nothing was written\n",
    )


def test_who_names_a_pdf_is_told_how_to_get_one(run: Run) -> None:
    said = run("draft", "office", "2023-07", "-o", "july.pdf", "--lang", "en")
    assert said == Said(
        2,
        "",
        "july.pdf: a PDF is written beside the Word file; write july.docx, with --pdf\n"
        "faults: 1; nothing was written\n",
    )


def test_the_pdf_stands_beside_the_word_file(
    run: Run, require_command: Callable[[str], str]
) -> None:
    require_command("soffice")
    said = run("draft", "office", "2023-07", "-o", "a.docx", "--pdf", "--lang", "en")
    assert said.code == 0
    assert said.out.startswith("written: a.docx\nas PDF: a.pdf\n")
    assert Path("a.pdf").read_bytes().startswith(b"%PDF-")
    told = run("draft", "office", "2023-07", "-o", "a.docx", "--pdf", "--json")
    assert json.loads(told.out)["pdf"] == "a.pdf"


def test_without_libreoffice_the_word_file_is_written_and_the_code_is_2(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    said = run("draft", "office", "2023-07", "-o", "a.docx", "--pdf", "--lang", "en")
    assert (said.code, said.err) == (2, NO_LIBREOFFICE)
    assert said.out.startswith("written: a.docx\nwhere its figures come from: ")
    assert Path("a.docx").is_file()
    assert not Path("a.pdf").exists()


def test_without_libreoffice_a_program_is_told_that_there_is_no_pdf(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    said = run("draft", "office", "2023-07", "-o", "a.docx", "--pdf", "--json", "--lang", "en")
    told = json.loads(said.out)
    assert (said.code, said.err) == (2, "")
    assert (told["file"], told["pdf"]) == ("a.docx", None)
    assert (told["problems"][-1]["severity"], told["problems"][-1]["place"]) == ("fault", "--pdf")


@pytest.mark.parametrize("form", [("--format", "html"), ("--format", "text"), ("-o", "a.html")])
def test_a_pdf_is_made_from_the_word_file_alone(run: Run, form: tuple[str, str]) -> None:
    said = run("draft", "office", "2023-07", "--pdf", *form, "--lang", "en")
    assert said == Said(
        2,
        "",
        "--pdf: a PDF is made from the Word file; write a .docx, or leave out --pdf\n"
        "faults: 1; nothing was written\n",
    )
    assert not Path("out").exists()
    assert not Path("a.html").exists()
