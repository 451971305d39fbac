"""The offices in `examples/`: each drafts whole in every kind, as does any part of its scope."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import msgspec
import pytest

from drafter.document import Block, Figure, Heading, Inline, Note, Paragraph, Report, Text
from drafter.plain_text import plain_text
from drafter.report import Draft, draft
from drafter.stores.workspace import Workspace, open_workspace
from examples.make_samples import EXAMPLES, samples

PERIODS = {"lang-son": "2023-07", "hai-dang": "2026-07"}
KINDS = ("statistics", "provincial")
EVERY = samples()
WHOLE = [one for one in EVERY if one[2] in KINDS or one == ("lang-son", "2023-08", "ubnd")]
"""Those that tell all of their scope: no summaries."""

# A published share beside the levels that give it.
KNOWN_UNUSED = {"lang-son": {"investment.state/province"}, "hai-dang": set[str]()}
BLEMISH = re.compile(r"  |\s[.,;:]|\(\s|\s\)|\(\)|[;,:][.;,:]|(?<!\.)\.\.(?!\.)|\bNone\b|[{}]|:$")
OPENS_A_LIST = re.compile(r", trong đó:$|như sau:$|sau đây:$|chủ yếu sau:$")
FORMER = (
    "huyện", "Sở Kế hoạch và Đầu tư", "Sở Giao thông vận tải", "Phát triển nông thôn",
    "Lao động - Thương binh", "Tổng cục Thống kê",
)  # fmt: skip
NAMES = (
    "Lạng Sơn",
    "Hữu Nghị",
    "Đồng Đăng",
    "Chi Ma",
    "Na Dương",
    "Cao Lộc",
    "Kỳ Cùng",
    "cửa khẩu",
)
SECTIONS = ("agriculture", "industry", "investment", "finance", "trade", "prices", "social")
AREAS = {  # section → the first parts of the ids that it is about
    "agriculture": ("agriculture", "forestry", "fishery"),
    "industry": ("industry",),
    "investment": ("investment", "enterprises"),
    "finance": ("budget", "bank"),
    "trade": ("trade", "transport"),
    "prices": ("prices",),
    "social": ("social",),
}


Offices = dict[str, Workspace]


@pytest.fixture(scope="module")
def offices() -> Offices:
    """The example workspaces, opened once."""
    return {name: open_workspace(EXAMPLES / name) for name in PERIODS}


def drafted(offices: Offices, office: str, kind: str, period: str = "") -> Draft:
    return draft(offices[office], period or PERIODS[office], report=kind)


def blocks(report: Report) -> list[Block]:
    return [block for section in report.sections for block in section.blocks]


def worded(inlines: Iterable[Inline], figure: str = "") -> str:
    """The text of inlines; `figure` stands for each of the figures when it is given."""
    pieces = (
        one.text if isinstance(one, Text) else (figure or one.printed)
        for one in inlines
        if isinstance(one, Text | Figure)
    )
    return "".join(pieces)


def paragraphs(report: Report) -> list[Paragraph]:
    return [block for block in blocks(report) if isinstance(block, Paragraph)]


def blemishes(report: Report) -> list[str]:
    """Lines that hold what no clean text holds."""
    lines = [worded(block.inlines) for block in blocks(report) if hasattr(block, "inlines")]
    return [
        line
        for line in lines
        if not line.strip() or (BLEMISH.search(line) and not OPENS_A_LIST.search(line))
    ]


def stranded(report: Report) -> list[str]:
    """Headings with nothing under them."""
    found = blocks(report)
    return [
        worded(one.inlines)
        for one, after in zip(found, [*found, None][1:], strict=True)
        if isinstance(one, Heading)
        and (after is None or (isinstance(after, Heading) and after.level <= one.level))
    ]


def without_figure(report: Report) -> list[str]:
    """Sentences without a figure; where nobody wrote a commentary there must be none."""
    said = [
        sentence
        for paragraph in paragraphs(report)
        for sentence in re.split(r"(?<=\.) +", worded(paragraph.inlines, "\ue010"))
    ]
    return [sentence for sentence in said if "\ue010" not in sentence]


def numbers(report: Report) -> list[str]:
    """The numbers of the headings down to level 3, in order."""
    return [
        worded(block.inlines).partition(" ")[0]
        for block in blocks(report)
        if isinstance(block, Heading) and block.level < 4
    ]


def counted(report: Report, kind: str) -> list[str]:
    """The numbers that the headings must have."""
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    first = second = third = 0
    said = []
    for block in blocks(report):
        if not isinstance(block, Heading) or block.level > 3:
            continue
        if block.level == 1:
            first, second, third = first + 1, 0, 0
        elif block.level == 2:
            second, third = second + 1, 0
        else:
            third += 1
        path = [str(first), str(second), str(third)][: block.level]
        if kind in ("provincial", "ubnd"):
            path = path[1:] or [roman[first - 1]]
        said.append(".".join(path) + ".")
    return said


# -- whole drafts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("office", "period", "kind"), EVERY)
def test_an_example_drafts_with_nothing_missing_and_nothing_doubtful(
    offices: Offices, office: str, period: str, kind: str
) -> None:
    made = drafted(offices, office, kind, period)
    assert [problem.text() for problem in made.missing] == []
    told = [problem for problem in made.problems if problem.severity not in ("unused", "typed")]
    assert [problem.text() for problem in told] == []
    assert [one.text() for one in offices[office].warnings if one.severity == "warning"] == []


@pytest.mark.parametrize(("office", "period", "kind"), WHOLE)
def test_an_example_prints_every_row_of_its_period(
    offices: Offices, office: str, period: str, kind: str
) -> None:
    unused = {
        str(problem.message.values["indicator"])
        for problem in drafted(offices, office, kind, period).problems
        if problem.severity == "unused"
    }
    assert unused <= KNOWN_UNUSED[office]


@pytest.mark.parametrize(("office", "period", "kind"), EVERY)
def test_an_example_has_no_stranded_heading_and_no_blemish(
    offices: Offices, office: str, period: str, kind: str
) -> None:
    report = drafted(offices, office, kind, period).report
    assert stranded(report) == []
    assert blemishes(report) == []
    assert all(paragraph.inlines for paragraph in paragraphs(report))


@pytest.mark.parametrize(("office", "period", "kind"), EVERY)
def test_headings_are_numbered_without_a_gap(
    offices: Offices, office: str, period: str, kind: str
) -> None:
    report = drafted(offices, office, kind, period).report
    assert numbers(report) == counted(report, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_second_province_has_every_section_and_no_only_heading(
    offices: Offices, kind: str
) -> None:
    report = drafted(offices, "hai-dang", kind).report
    headings = [block for block in blocks(report) if isinstance(block, Heading)]
    assert sum(one.level == 1 for one in headings) == len(SECTIONS)
    below = [one.level for one in headings if one.level in (2, 3)]
    assert all(len(list(run)) > 1 for level, run in groupby(below) if level == 3)


@pytest.mark.parametrize("kind", KINDS)
def test_the_second_province_is_told_without_a_name_of_the_first(
    offices: Offices, kind: str
) -> None:
    text = plain_text(drafted(offices, "hai-dang", kind).report)
    assert [name for name in (*NAMES, *FORMER) if re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_groups_of_the_price_index_are_counted_from_the_data(
    offices: Offices, kind: str
) -> None:
    text = plain_text(drafted(offices, "hai-dang", kind).report)
    assert "có 7 nhóm tăng giá, 2 nhóm giảm giá và 2 nhóm giữ nguyên giá" in text
    assert "chất đốt và vật liệu xây dựng tăng cao nhất với 5,12%" in text
    assert "Trong 12 nhóm hàng có 10 nhóm tăng và 2 nhóm giảm so với tháng trước" in text


def test_sources_are_footnotes(offices: Offices) -> None:
    report = drafted(offices, "hai-dang", "statistics").report
    headings = [block for block in blocks(report) if isinstance(block, Heading)]
    notes = [one for heading in headings for one in heading.inlines if isinstance(one, Note)]
    assert "Nguồn: Sở Nội vụ." in [worded(note.inlines) for note in notes]


# -- the data of the second province ---------------------------------------------------------------


def test_the_parts_of_the_second_province_add_up(offices: Offices) -> None:
    workspace = offices["hai-dang"]
    breakdowns = {name: one.breakdown for name, one in workspace.catalog.indicators.items()}
    told = {row.key: row.value for row in workspace.observations if row.key.measure == "level"}
    summed = 0
    for key, value in told.items():
        breakdown = breakdowns[key.indicator]
        parts = [
            told[one]
            for one in told
            if one.item and "/" not in one.item and one._replace(item="") == key
        ]
        if not key.item and breakdown and breakdown.relation == "sum" and parts:
            summed += 1
            assert sum(parts) == value, key
    assert summed > 20


def test_the_second_province_keeps_a_workbook_and_both_kinds_of_csv() -> None:
    data = EXAMPLES / "hai-dang" / "data"
    assert {path.suffix for path in data.iterdir()} == {".csv", ".xlsx"}
    first, second = sorted(data.glob("*.csv"))
    assert first.read_bytes().startswith("\ufeffChỉ tiêu;".encode())
    assert second.read_bytes().startswith(b"indicator,item,span")


# -- a merged territory ----------------------------------------------------------------------------


def remade(tmp_path: Path, pairs: Iterable[tuple[str, str, str]]) -> Workspace:
    """The second province in a folder of its own, with texts replaced in its files."""
    folder = tmp_path / "hai-dang"
    shutil.copytree(EXAMPLES / "hai-dang", folder, ignore=shutil.ignore_patterns("samples"))
    for name, old, new in pairs:
        path = folder / name
        content = path.read_bytes()
        assert content.count(old.encode()) == 1, (name, old)
        path.write_bytes(content.replace(old.encode(), new.encode()))
    return open_workspace(folder)


MERGED_LATER = ("drafter.yaml", "territory_since: 2025-07", "territory_since: 2025-08")
LAST_YEAR = "trade.exports;;tháng;07/2025;;;;193,5;triệu USD;chính thức;Sở Công Thương;"


def test_values_restated_for_the_merged_territory_are_compared(tmp_path: Path) -> None:
    made = draft(remade(tmp_path, [MERGED_LATER]), "2026-07", report="statistics")
    assert [problem.text() for problem in (*made.missing, *made.problems)] == []


def test_a_value_of_the_territory_before_is_refused_and_told(tmp_path: Path) -> None:
    old = f"{LAST_YEAR}04/08/2025", f"{LAST_YEAR}31/7/2025"
    workspace = remade(tmp_path, [MERGED_LATER, ("data/2026-07-kinh-te.csv", *old)])
    made = draft(workspace, "2026-07", report="statistics")
    told = [one for one in made.problems if one.severity == "warning"]
    assert {one.place for one in told} == {"trade.exports"}
    assert all("2025-07 is of the territory before 2025-08" in one.text() for one in told)
    text = plain_text(made.report)
    assert "214,6 triệu USD, tăng 2,7% so với tháng trước, [thiếu: kim ngạch xuất khẩu" in text
    assert "Kim ngạch xuất khẩu tháng 7 ước tính đạt 214,6 triệu USD, tăng 10,9%" not in text


# -- parts of the scope ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def unwritten(offices: Offices, tmp_path_factory: pytest.TempPathFactory) -> Offices:
    """The offices with nothing written and no templates of their own: the built-in ones alone."""
    empty = tmp_path_factory.mktemp("empty")
    return {name: replace(workspace, folder=empty) for name, workspace in offices.items()}


def narrowed(workspace: Workspace, kept: Iterable[str]) -> Workspace:
    """The office with only some of its scope; the templates are compiled once for all."""
    scope = {name: workspace.profile.scope[name] for name in kept}
    made = replace(workspace, profile=msgspec.structs.replace(workspace.profile, scope=scope))
    made.sections, made.kinds = workspace.sections, workspace.kinds
    return made


def subsets(workspace: Workspace) -> dict[str, list[str]]:
    """Parts of a scope: each section, each indicator alone, some left out, every second …"""
    names = list(workspace.profile.scope)
    made = {
        section: [name for name in names if name.partition(".")[0] in areas]
        for section, areas in AREAS.items()
    }
    made |= {f"only {name}": [name] for name in names}
    made |= {f"without every 7 from {start}": [one for one in names if one not in names[start::7]]
             for start in range(7)}  # fmt: skip
    made |= {f"every {step} from {start}": names[start::step] for step in (2, 3, 5)
             for start in range(step)}  # fmt: skip
    return made


@pytest.mark.parametrize("office", PERIODS)
def test_any_part_of_the_scope_drafts_whole(unwritten: Offices, office: str) -> None:
    faults = {}
    for name, kept in subsets(unwritten[office]).items():
        made = draft(narrowed(unwritten[office], kept), PERIODS[office], report="statistics")
        report = made.report
        said = {
            "missing": [problem.text() for problem in made.missing],
            "stranded": stranded(report),
            "blemishes": blemishes(report),
            "without a figure": without_figure(report),
            "numbers": [] if numbers(report) == counted(report, "statistics") else numbers(report),
        }
        if any(said.values()):
            faults[name] = {what: found for what, found in said.items() if found}
    assert faults == {}


@pytest.mark.parametrize("office", PERIODS)
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_alone_is_the_only_one_in_the_report(
    unwritten: Offices, office: str, section: str
) -> None:
    kept = subsets(unwritten[office])[section]
    made = draft(narrowed(unwritten[office], kept), PERIODS[office])
    told = {one.key for one in made.report.sections if one.blocks}
    assert told - {"opening"} == {section}
