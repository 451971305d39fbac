"""What a report leaves untold: a finding, unless another report of the office tells it."""

from __future__ import annotations

from pathlib import Path

from office import FILES, open_office

from drafter.report import draft
from drafter.stores.workspace import open_workspace

SHORT = FILES["templates/reports/short.yaml"]
LONG = SHORT.replace("[quick]", "[quick, more]").replace("Tin nhanh", "Tin đầy đủ")
MORE = '# Xuất nhập khẩu\n{{ clause(indicator("trade.turnover"), "month", "value") }}.\n'
WRITTEN = """\
# Nhanh {quick}
## Nguyên nhân {causes}
- trade.turnover, so với cùng kỳ, tăng: sức mua khá
# Thêm {more}
Lời chỉ dành cho báo cáo đầy đủ.
"""
FOR_LONG = "kinds: [long]\nscope: {trade.turnover: {due: {month: []}}}\n"
OFFICE = {
    "templates/reports/long.yaml": LONG,
    "templates/sections/more.md.j2": '{{ remarks("lead") }}\n' + MORE,
    "commentary/2023-07.md": WRITTEN,
    "reports/long.yaml": FOR_LONG,
}


def said(folder: Path, kind: str, **changed: str) -> list[str]:
    """What is told beside what is missing, each with its severity."""
    office = open_workspace(open_office(folder, {**OFFICE, **changed}))
    made = draft(office, "2023-07", report=kind)
    return [f"{one.severity} {one.text()}" for one in made.problems]


def test_what_another_report_tells_is_no_finding(tmp_path: Path) -> None:
    assert said(tmp_path, "short") == []


def test_what_no_report_tells_is_one(tmp_path: Path) -> None:
    told = said(tmp_path, "short", **{"reports/long.yaml": "kinds: [long]\n"})
    assert told == [
        "held commentary/2023-07.md:3: the cause of trade.turnover is held back: no figure "
        "printed is rising",
        "unused data/2023.csv:4: trade.turnover 2023-07 is in the data but not in the report",
    ]


def test_the_report_that_owes_it_tells_why_a_cause_is_held_back(tmp_path: Path) -> None:
    (told,) = said(tmp_path, "long")
    assert told.startswith("held commentary/2023-07.md:3: the cause of trade.turnover")


def test_a_report_without_causes_holds_none_back(tmp_path: Path) -> None:
    quiet = FOR_LONG + "settings: {all: {causes: false}}\n"
    assert said(tmp_path, "long", **{"reports/long.yaml": quiet}) == []


def test_a_cause_of_what_there_is_not_is_told_in_any_report(tmp_path: Path) -> None:
    wrong = WRITTEN.replace("trade.turnover", "trade.turnovre")
    (told,) = said(tmp_path, "short", **{"commentary/2023-07.md": wrong})
    assert "the catalogue has no 'trade.turnovre'" in told


def test_a_remark_for_no_section_is_told(tmp_path: Path) -> None:
    wrong = WRITTEN.replace("{more}", "{mroe}")
    (told,) = said(tmp_path, "short", **{"commentary/2023-07.md": wrong})
    assert "nothing in the report asks for 'lead' of 'mroe'" in told


def test_a_summary_owes_only_what_its_sections_ask_for(tmp_path: Path) -> None:
    scope = "kinds: [short]\nscope: {trade.gates: all}\n"
    files = {"reports/short.yaml": scope}
    (told,) = said(tmp_path / "a", "short", **files)
    assert told.startswith("warning reports/short.yaml: trade.gates is in the scope")
    files["templates/reports/short.yaml"] = SHORT + "summary: true\n"
    assert said(tmp_path / "b", "short", **files) == []
    files["reports/short.yaml"] = scope.replace("scope:", "whole_scope: true\nscope:")
    (told,) = said(tmp_path / "c", "short", **files)
    assert told.startswith("warning reports/short.yaml: trade.gates is in the scope")
