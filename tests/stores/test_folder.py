"""A data folder of many files."""

from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.stores import read_data_folder

from .specimens import CATALOG
from .test_workbooks import ods, save

HEADER = "indicator;period;value\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data folder of a workspace."""
    data = tmp_path / "data"
    data.mkdir()
    return data


def _write(folder: Path, name: str, *rows: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + "\n".join(rows), encoding="utf-8")


def test_any_split_gives_the_same_rows_in_the_order_of_names(folder: Path) -> None:
    _write(folder, "b.csv", "trade.exports;2023-07;1,5")
    _write(folder, "a/2023.CSV", "trade.exports;2023-06;2")
    (folder / "c.xlsx").write_bytes(
        save(A=[["indicator", "period", "value"], ["trade.exports", "2023-08", 3]])
    )
    data = read_data_folder(folder, CATALOG)
    assert [row.place for row in data.observations] == [
        "data/a/2023.CSV:2", "data/b.csv:2", "data/c.xlsx:2",
    ]  # fmt: skip
    assert data.warnings == data.left_out == ()


def test_locks_and_hidden_files_are_passed_over_and_others_noted(folder: Path) -> None:
    _write(folder, "a.csv", "trade.exports;2023-07;1")
    for name in ("~$a.xlsx", ".hidden.csv", "photo.png", "doc.md"):
        (folder / name).write_bytes(b"?")
    (folder / "readme.txt").write_text("Số liệu của tỉnh", encoding="utf-8")
    assert [problem.text() for problem in read_data_folder(folder, CATALOG).warnings] == [
        "data/doc.md: not read; data files are .csv and .xlsx",
        "data/photo.png: not read; data files are .csv and .xlsx",
        "data/readme.txt: not read; it has no header of observations",
    ]


def test_unicode_text_of_excel_is_read(folder: Path) -> None:
    text = HEADER.replace(";", "\t") + "trade.exports\t2023-07\t1,5\r\n"
    (folder / "a.txt").write_bytes(text.encode("utf-16"))
    assert len(read_data_folder(folder, CATALOG).observations) == 1


def test_the_faults_of_all_files_come_at_once(folder: Path) -> None:
    _write(folder, "a.csv", "trade.exports;2023-07;x", "trade.exports;2023-06;1")
    (folder / "b.csv").write_bytes(b"\xff\xff\xff")
    _write(folder, "c.csv", "trade.exports;2023-06;2")
    with pytest.raises(InputError) as error:
        read_data_folder(folder, CATALOG)
    assert str(error.value).splitlines() == [
        "data/a.csv:2:value: 'x' is not a number; write digits only, such as 1.234,5",
        "data/b.csv:1: byte 0xFF is not UTF-8, perhaps windows-1258 or an old font (TCVN3, VNI); "
        "save the file as CSV UTF-8, or as .xlsx",
        "data/c.csv:2:value: 2 here, but 1 in data/a.csv:3 for the same key and vintage; "
        "delete one of the two rows, or give the newer one its vintage",
    ]


def test_going_on_lists_every_row_left_out(folder: Path) -> None:
    _write(folder, "a.csv", "trade.exports;2023-07;x", "trade.exports;2023-06;1",
           "trade.exports;2023-05;7")  # fmt: skip
    _write(folder, "c.csv", "trade.exports;2023-06;2")
    data = read_data_folder(folder, CATALOG, keep_going=True)
    assert [row.place for row in data.observations] == ["data/a.csv:4"]
    assert {problem.severity for problem in data.left_out} == {"warning"}
    assert [problem.text() for problem in data.left_out] == [
        "data/a.csv:2:value: left out: 'x' is not a number; write digits only, such as 1.234,5",
        "data/a.csv:3:value: left out: 1 here, but 2 in data/c.csv:2 for the same key and vintage; "
        "delete one of the two rows, or give the newer one its vintage",
        "data/c.csv:2:value: left out: 2 here, but 1 in data/a.csv:3 for the same key and vintage; "
        "delete one of the two rows, or give the newer one its vintage",
    ]


def test_going_on_names_each_row_whose_form_nothing_tells(folder: Path) -> None:
    _write(folder, "a.csv", "trade.exports;2023-07;1.234", "trade.exports;2023-06;1.235",
           "trade.exports;2023-05;7")  # fmt: skip
    data = read_data_folder(folder, CATALOG, keep_going=True)
    assert [problem.place for problem in data.left_out] == [
        "data/a.csv:2:value", "data/a.csv:3:value",
    ]  # fmt: skip
    with pytest.raises(InputError) as error:
        read_data_folder(folder, CATALOG)
    assert len(error.value.problems) == 1


def test_a_form_is_declared_for_all_files_or_by_pattern(folder: Path) -> None:
    _write(folder, "a.csv", "trade.exports;2023-07;1.234")
    for forms, value in (("vietnamese", 1234), ({"*.csv": "plain"}, "1.234")):
        data = read_data_folder(folder, CATALOG, forms)  # type: ignore[arg-type]
        assert str(data.observations[0].value) == str(value)


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read_data_folder(tmp_path / "data", CATALOG)
    assert str(error.value) == "data: there is no such folder; make it for the data files"


@pytest.mark.parametrize("keep_going", [False, True])
@pytest.mark.parametrize("others", [(), ("notes.md", "readme.txt")])
def test_a_folder_without_data_files_is_a_fault(
    folder: Path, others: tuple[str, ...], keep_going: bool
) -> None:
    for name in others:
        (folder / name).write_text("Số liệu của tỉnh", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_data_folder(folder, CATALOG, keep_going=keep_going)
    assert str(error.value).splitlines()[-1] == (
        "data: there are no data files here; put the month's figures into it as .csv or .xlsx"
    )


def test_files_of_older_excel_and_of_libreoffice_are_not_passed_over(folder: Path) -> None:
    (folder / "a.ods").write_bytes(
        ods(["indicator", "period", "value"], ["trade.exports", "2023-07", 3])
    )
    assert [row.place for row in read_data_folder(folder, CATALOG).observations] == ["data/a.ods:2"]
    for name in ("b.xls", "c.XLSB"):
        (folder / name).write_bytes(b"?")
    with pytest.raises(InputError) as error:
        read_data_folder(folder, CATALOG)
    assert [problem.place for problem in error.value.problems] == ["data/b.xls", "data/c.XLSB"]


def test_a_row_that_a_dated_one_beats_is_told_unless_they_agree(folder: Path) -> None:
    for name, rows in {
        "a.csv": ("2023-07;1;", "2023-06;2;", "2023-05;3;"),
        "b.csv": ("2023-07;9;2023-08-02", "2023-07;8;2023-08-01", "2023-06;2;2023-08-02"),
    }.items():
        lines = ["indicator;period;value;vintage", *(f"trade.exports;{row}" for row in rows)]
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
    data = read_data_folder(folder, CATALOG)
    assert len(data.observations) == 6
    assert [(problem.severity, problem.text()) for problem in data.warnings] == [
        ("warning", "data/a.csv:2:vintage: taken for an older figure than that in data/b.csv:2, "
                    "which has a vintage; give this one its vintage too, or delete it"),
    ]  # fmt: skip
