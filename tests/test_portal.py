"""The summary for the web portal: its length, its bases, any third of its figures as a whole."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from test_examples import EXAMPLES, blemishes, paragraphs, stranded, without_figure, worded

from drafter.document import Figure, Inline, LedgerRow, Paragraph, Report, Text
from drafter.period import report_period
from drafter.plain_text import plain_text
from drafter.profile import Edition, ScopeEntry, ScopeRule
from drafter.report import Draft, draft
from drafter.stores.workspace import Workspace, open_workspace

PERIODS = ("2023-07", "2023-08")
SEEDS = range(8)
CHAPTERS = (
    "1. Lĩnh vực kinh tế",
    "2. Lĩnh vực văn hóa - xã hội",
    "3. Lĩnh vực chuyển đổi số",
    "4. Lĩnh vực quốc phòng, an ninh, đối ngoại",
)
BASE = re.compile(r"(\w+,? )so với (cùng kỳ|tháng trước|quý trước)")
WHOLES = {"trade.exports": "trade.turnover", "trade.imports": "trade.turnover"}
"""Indicators that stand as parts of another."""

Scope = Mapping[str, ScopeEntry]
Role = tuple[str, str]
"""The indicator and item of a figure."""


@pytest.fixture(scope="module")
def office() -> Workspace:
    """The office whose summaries are drafted."""
    return open_workspace(EXAMPLES / "lang-son")


@pytest.fixture(scope="module")
def unwritten(office: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The same with nothing written."""
    return like(office, office.editions, tmp_path_factory.mktemp("empty"))


def like(office: Workspace, editions: Mapping[str, Edition], folder: Path) -> Workspace:
    """An office with the same templates, other editions and the commentary of a folder."""
    made = replace(office, folder=folder)
    made.__dict__ |= {"editions": editions, "sections": office.sections, "kinds": office.kinds}
    return made


def summary(office: Workspace, period: str) -> Draft:
    return draft(office, period, report="portal")


def sentences(paragraph: Paragraph) -> Iterator[tuple[str, list[Figure]]]:
    """The text of each sentence of a paragraph, with its figures."""
    text, figures = "", list[Figure]()
    for inline in paragraph.inlines:
        for piece in pieces(inline):
            text += piece
            if piece.endswith((". ", ".")) and isinstance(inline, Text):
                yield text.strip(), figures
                text, figures = "", []
        if isinstance(inline, Figure):
            figures.append(inline)
    if text:
        yield text.strip(), figures


def pieces(inline: Inline) -> list[str]:
    """A text parted behind its full stops; a figure whole."""
    if isinstance(inline, Text):
        return re.split(r"(?<=\. )", inline.text)
    return [inline.printed] if isinstance(inline, Figure) else []


# -- whole summaries -------------------------------------------------------------------------------


@pytest.mark.parametrize("period", PERIODS)
def test_a_summary_has_four_chapters_and_about_1500_words(office: Workspace, period: str) -> None:
    text = plain_text(summary(office, period).report)
    assert 1200 <= len(text.split()) <= 2000
    assert [line for line in text.splitlines() if re.match(r"[0-9]+\. ", line)] == [*CHAPTERS]


@pytest.mark.parametrize("period", PERIODS)
def test_a_summary_has_nothing_missing_or_doubtful(office: Workspace, period: str) -> None:
    made = summary(office, period)
    assert [problem.text() for problem in made.missing] == []
    told = [problem for problem in made.problems if problem.severity != "unused"]
    assert [problem.text() for problem in told] == []
    assert blemishes(made.report) == []
    assert stranded(made.report) == []


@pytest.mark.parametrize("period", PERIODS)
def test_a_base_is_said_once_in_a_row(office: Workspace, period: str) -> None:
    for paragraph in paragraphs(summary(office, period).report):
        said = [found[2] for found in BASE.finditer(worded(paragraph.inlines))]
        assert [now for now, then in pairwise(said) if now == then] == []


@pytest.mark.parametrize("period", PERIODS)
def test_the_manner_of_a_summary(office: Workspace, period: str) -> None:
    made = summary(office, period)
    printed = {(one.point.series.indicator, one.measure, one.base) for one in made.figures}
    monthly = {indicator for indicator, _, base in printed if base == "month_on_month"}
    assert monthly <= {"prices.cpi"}
    assert not [one for one in printed if one[1] == "change_absolute"]
    assert not [one.text for one in made.figures if re.search(r",[0-9]{2}|triệu đồng", one.text)]


# -- a third of the figures ------------------------------------------------------------------------


def own(office: Workspace, period: str) -> Iterator[tuple[str, Edition]]:
    """The edition that says what a summary of a period tells, with its file."""
    for file, edition in office.editions.items():
        if edition.whole_scope and edition.is_for("portal", report_period(period)):
            yield file, edition


def single(scope: Scope) -> list[tuple[str, ScopeRule]]:
    """The scope series by series."""
    made = []
    for name, entry in scope.items():
        for rule in entry if isinstance(entry, tuple) else (entry,):
            assert isinstance(rule, ScopeRule)
            made += [(name, ScopeRule((item,), rule.due)) for item in rule.items]
    return made


def thirds(scope: Scope) -> dict[str, Scope]:
    """Thirds of a scope: every third indicator or series, and some by chance."""
    names, series = list(scope), single(scope)
    made = {f"indicators from {n}": {name: scope[name] for name in names[n::3]} for n in range(3)}
    made |= {f"series from {n}": gathered(series[n::3]) for n in range(3)}
    for seed in SEEDS:
        chance = random.Random(seed)  # noqa: S311 - the same thirds in every run
        kept = chance.sample(names, len(names) // 3)
        made[f"indicators, seed {seed}"] = {name: scope[name] for name in names if name in kept}
        made[f"series, seed {seed}"] = gathered(chance.sample(series, len(series) // 3))
    return made


def gathered(series: Iterable[tuple[str, ScopeRule]]) -> Scope:
    """A scope of single series."""
    made: dict[str, tuple[ScopeRule, ...]] = {}
    for name, rule in series:
        made[name] = (*made.get(name, ()), rule)
    return made


def narrowed(office: Workspace, period: str, kept: Scope) -> Workspace:
    """The office that tells only some of what its summary of a period has."""
    changed = {
        file: msgspec.structs.replace(edition, scope=kept) for file, edition in own(office, period)
    }
    return like(office, {**office.editions, **changed}, office.folder)


def parts_alone(report: Report) -> list[str]:
    """Sentences that open with `Trong đó` and do not follow the whole that they are parts of."""
    rows = {row.tag: row for row in report.ledger if row.tag}
    found = []
    for paragraph in paragraphs(report):
        before: list[Role] = []
        for text, figures in sentences(paragraph):
            roles = [role(rows[one.tag]) for one in figures]
            if text.startswith("Trong đó") and not any(is_whole(one, roles[0]) for one in before):
                found.append(text)
            before = roles
    return found


def role(row: LedgerRow) -> Role:
    """What a figure is of."""
    return row.indicator, row.item


def is_whole(one: Role, part: Role) -> bool:
    """Whether a figure is of the whole that another is a part of."""
    if one[0] != part[0]:
        return WHOLES.get(part[0]) == one[0]
    return one[1] != part[1] and f"{part[1]}/".startswith(f"{one[1]}/" if one[1] else "")


def faults(made: Draft, *, written: bool) -> dict[str, list[str]]:
    """What does not read whole in a summary."""
    report = made.report
    found = {
        "missing": [problem.text() for problem in made.missing],
        "stranded": stranded(report),
        "blemishes": blemishes(report),
        "parts alone": parts_alone(report),
        "small letters": [
            text
            for paragraph in paragraphs(report)
            for text, _ in sentences(paragraph)
            if not text[:1].isupper() and not text[:1].isdigit()
        ],
        "no figure": [] if written else without_figure(report),
    }
    return {what: told for what, told in found.items() if told}


@pytest.mark.parametrize("period", PERIODS)
def test_a_third_of_the_figures_reads_whole(unwritten: Workspace, period: str) -> None:
    ((_, edition),) = own(unwritten, period)
    told = {}
    for name, kept in thirds(edition.scope).items():
        found = faults(summary(narrowed(unwritten, period, kept), period), written=False)
        told |= {name: found} if found else {}
    assert told == {}


@pytest.mark.parametrize("period", PERIODS)
def test_a_third_of_the_figures_reads_whole_in_its_commentary(
    office: Workspace, period: str
) -> None:
    ((_, edition),) = own(office, period)
    told = {}
    for name, kept in thirds(edition.scope).items():
        found = faults(summary(narrowed(office, period, kept), period), written=True)
        told |= {name: found} if found else {}
    assert told == {}


@pytest.mark.parametrize("period", PERIODS)
def test_every_series_alone_reads_whole(unwritten: Workspace, period: str) -> None:
    ((_, edition),) = own(unwritten, period)
    told = {}
    for one in single(edition.scope):
        made = summary(narrowed(unwritten, period, gathered([one])), period)
        found = faults(made, written=False)
        if not made.figures:
            found["silent"] = [f"{one[0]}/{one[1].items}"]
        told |= {f"{one[0]}/{one[1].items}": found} if found else {}
    assert told == {}


# -- another province ------------------------------------------------------------------------------


def test_the_second_province_has_a_summary_of_its_own() -> None:
    made = summary(open_workspace(EXAMPLES / "hai-dang"), "2026-07")
    assert [problem.text() for problem in made.missing] == []
    assert blemishes(made.report) == []
    assert stranded(made.report) == []
    assert parts_alone(made.report) == []
    text = plain_text(made.report)
    assert "cửa khẩu" not in text
    assert "vốn đăng ký điều chỉnh là 58 triệu USD, giảm 21,8%" in text
