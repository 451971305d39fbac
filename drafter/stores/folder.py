"""A data folder into a dataset: every CSV file and workbook in it, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from drafter.catalog import Catalog
from drafter.errors import InputError, Problem, msg
from drafter.numerals import Form
from drafter.observations import Observation
from drafter.stores.columns import Table, is_data
from drafter.stores.csv_files import read_csv
from drafter.stores.duplicates import settle
from drafter.stores.rows import Reading, read_table
from drafter.stores.series import SeriesRules
from drafter.stores.workbooks import read_workbook

_CSV = (".csv", ".tsv", ".txt")
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a data folder holds.

    warnings: with the notes, in the order of the files. left_out: one warning for each row, table
    or file that could not be used; none unless asked for.
    """

    observations: tuple[Observation, ...]
    warnings: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()


def read_data_folder(
    folder: Path,
    catalog: Catalog,
    forms: Form | Mapping[str, Form] | None = None,
    *,
    keep_going: bool = False,
) -> Dataset:
    """The observations of all files below `folder`; places are relative to the folder above it.

    forms: the declared form of the numerals, of all files, or by a pattern of their paths
    below `folder` (`cpi/*.csv`).
    Raises InputError with the problems of all files when there is a fault; with `keep_going` the
    rows that are good are returned, and those left out are listed.
    """
    if not folder.is_dir():
        raise InputError.at(folder.name, msg("there is no such folder; make it for the data files"))
    parts = list(_parts(folder, SeriesRules(catalog), forms))
    settled = iter(settle([part for part in parts if isinstance(part, Reading)]))
    pieces = [next(settled) if isinstance(part, Reading) else part for part in parts]
    problems = [
        problem
        for piece in pieces
        for problem in (piece.problems() if isinstance(piece, Reading) else [piece])
    ]
    if not any(isinstance(piece, Reading) or piece.severity == "fault" for piece in pieces):
        problems.append(
            Problem(
                folder.name,
                msg(
                    "there are no data files here; put the month's figures into it as .csv or .xlsx"
                ),
            )
        )
        raise InputError(problems)
    if not keep_going and any(problem.severity == "fault" for problem in problems):
        raise InputError(problems)
    return Dataset(
        tuple(row for piece in pieces if isinstance(piece, Reading) for row in piece.observations),
        tuple(problem for problem in problems if problem.severity != "fault"),
        tuple(lost for piece in pieces for lost in _left_out(piece)),
    )


def _left_out(piece: Reading | Problem) -> list[Problem]:
    if isinstance(piece, Reading):
        return piece.left_out()
    if piece.severity != "fault":
        return []
    return [Problem(piece.place, msg("left out: {fault}", fault=piece.message), "warning")]


def _parts(
    folder: Path, rules: SeriesRules, forms: Form | Mapping[str, Form] | None
) -> Iterator[Reading | Problem]:
    """What each file gives, in the order of the names: tables read, notes and faults."""
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            tables, notes = _tables(path, f"{folder.name}/{name}")
        except InputError as error:
            yield from error.problems
            continue
        yield from notes
        for table in tables:
            yield read_table(table, rules, _form_of(name, forms))


def _form_of(name: str, forms: Form | Mapping[str, Form] | None) -> Form | None:
    """The declared form of a file: that of the first pattern which fits its name."""
    if forms is None or isinstance(forms, str):
        return forms
    return next((form for pattern, form in forms.items() if fnmatchcase(name, pattern)), None)


def _files(folder: Path) -> list[Path]:
    """All files but hidden ones and the locks (`~$`) that Excel lays beside an open workbook."""
    return sorted(
        (path for path in folder.rglob("*")
         if path.is_file() and not any(part.startswith((".", "~$"))
                                       for part in path.relative_to(folder).parts)),
        key=lambda path: path.relative_to(folder).as_posix(),
    )  # fmt: skip


def _tables(path: Path, place: str) -> tuple[list[Table], list[Problem]]:
    """The tables of a file and the notes on what of it is not read. Raises InputError."""
    kind = path.suffix.casefold()
    if kind not in _CSV + _WORKBOOKS:
        return [], [Problem(place, msg("not read; data files are .csv and .xlsx"), "note")]
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError.at(
            place, msg("cannot be opened ({reason}); close it in other programs",
                       reason=error.strerror)) from None  # fmt: skip
    if kind in _WORKBOOKS:
        return read_workbook(place, data)
    table = read_csv(place, data)
    # A .txt file may be anything; Excel's "Unicode text" is one with a header of ours.
    if kind == ".txt" and not is_data(table.header):
        return [], [Problem(place, msg("not read; it has no header of observations"), "note")]
    return [table], []
