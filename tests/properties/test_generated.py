"""The same sections draft any period of two made-up provinces, and say no untruth."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from drafter.document import Heading, LedgerRow
from drafter.plain_text import plain_text
from tests.generated.judging import drafted, judge, reader, rows
from tests.generated.provinces import MERGED, WITH_GAPS, Province
from tests.properties.holes import BROKEN
from tests.reader.claims import Claim
from tests.reader.roles import told
from tests.reader.truth import Truth

YEARS = (2022, 2023, 2024)
PERIODS = [
    f"{year}{ending}"
    for year in YEARS
    for ending in (
        *(f"-{month:02d}" for month in range(1, 13)),
        *(f"-Q{quarter}" for quarter in range(1, 5)),
        "-6M", "-9M", "",
    )
]  # fmt: skip
PROVINCES = {"with gaps": WITH_GAPS, "merged": MERGED}
KINDS = ("statistics", "provincial", "ubnd", "portal")
AROUND_THE_MERGER = ("2023-06", "2023-07", "2023-Q3", "2024-08")


PERIODS_OF = {
    "provincial": [one for one in PERIODS if one[4:] in ("", "-07", "-Q2", "-6M", "-9M")],
}
"""Kinds of which not every period is drafted: this one has the sections of `statistics`."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("province", PROVINCES)
@pytest.mark.parametrize("year", YEARS)
def test_no_figure_of_any_period_is_false(province: str, kind: str, year: int) -> None:
    office, found = PROVINCES[province], {}
    for period in (one for one in PERIODS_OF.get(kind, PERIODS) if one.startswith(str(year))):
        report = drafted(office, period, kind)
        faults = judge(office, period, kind).faults(report.docx())
        faults += [f"broken: {line}" for line in plain_text(report.report).splitlines()
                   for pattern in BROKEN.values() if re.search(pattern, line)
                   and not re.match(r"Số:|.*, ngày +tháng", line)]  # fmt: skip
        if faults:
            found[period] = faults
    assert found == {}


SAMPLE = [("statistics", "2023-07"), ("statistics", "2024-6M"), ("ubnd", "2022-08"),
          ("portal", "2023-11"), ("statistics", "2024")]  # fmt: skip


@pytest.mark.parametrize(("kind", "period"), SAMPLE)
@pytest.mark.parametrize("province", PROVINCES)
def test_the_words_alone_tell_nearly_every_figure(province: str, kind: str, period: str) -> None:
    """Where the words lead to the role that the ledger gives, they say what the data say."""
    office = PROVINCES[province]
    report, truth = drafted(office, period, kind), judge(office, period, kind).truth
    rows = {row.tag: row for row in report.report.ledger if row.tag}
    read = reader(period).read(report.docx())
    agreed = [
        replace(claim, base=rows[claim.tag].base) if claim.base == "plan:" else claim
        for claim in read.claims if claim.tag and tells(claim, rows[claim.tag], truth)
    ]  # fmt: skip
    assert len(agreed) > 0.93 * read.controls
    assert [fault for claim in agreed for fault in truth.faults(claim)] == []


def tells(claim: Claim, row: LedgerRow, truth: Truth) -> bool:
    """Whether a claim is about what the ledger's row is about."""
    if claim.measure == "missing":
        return True
    same = (claim.indicator, claim.item) == (row.indicator, row.item)
    plan = claim.base.startswith("plan:") and row.base.startswith("plan:")
    based = claim.base in ("", row.base) or plan
    year = (row.span, row.period[4:]) == ("ytd", "-12")
    times = {(row.span, row.period), *([("year", row.period[:4])] if year else [])}
    return same and based and not times.isdisjoint(truth.times(claim))


def test_a_province_with_gaps_shows_them() -> None:
    texts = [one.text for one in told(drafted(WITH_GAPS, "2023-07", "statistics").docx())]
    holes = [text for text in texts if text.startswith("[thiếu")]
    assert 5 < len(holes) < len(texts) / 5


@pytest.mark.parametrize("period", AROUND_THE_MERGER)
def test_no_change_reaches_over_the_merger_unless_its_base_was_given_again(period: str) -> None:
    report = drafted(MERGED, period, "statistics")
    refused = [one.text() for one in report.problems if "territory" in one.text()]
    assert bool(refused) == (period in ("2023-07", "2023-Q3"))


@pytest.mark.parametrize("period", ["2023-Q2", "2023-6M", "2023-9M", "2023"])
def test_a_report_tells_the_spans_of_its_period_only(period: str) -> None:
    spans = {one.role.span for one in told(drafted(WITH_GAPS, period, "statistics").docx())}
    assert ("month" in spans) == ("Q" not in period)
    assert "quarter" in spans
    assert "ytd" in spans


def test_the_sections_stand_in_their_order() -> None:
    report = drafted(WITH_GAPS, "2023-6M", "statistics").report
    first = [one.level for section in report.sections for one in section.blocks[:1]
             if isinstance(one, Heading)]  # fmt: skip
    assert first == [1] * len(first)


# -- the judge notices -----------------------------------------------------------------------------


def altered(docx: bytes, old: str, new: str) -> bytes:
    """The file with other words in its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as held, zipfile.ZipFile(out, "w") as made:
        for name in held.namelist():
            content = held.read(name)
            if name == "word/document.xml":
                assert old in content.decode()
                content = content.decode().replace(old, new).encode()
            made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tăng", "giảm"),
        ("so với cùng kỳ", "so với tháng trước"),
        ("triệu đồng", "tỷ đồng"),
        ("5%", "6%"),
        ("tương đương", "tăng 1%"),
    ],
)
def test_the_judge_notices_what_is_changed_in_the_text(old: str, new: str) -> None:
    docx = altered(drafted(WITH_GAPS, "2023-07", "statistics").docx(), old, new)
    assert judge(WITH_GAPS, "2023-07", "statistics").faults(docx)


@pytest.mark.parametrize("province", [WITH_GAPS, MERGED])
def test_the_judge_notices_other_data(province: Province) -> None:
    held = judge(province, "2023-07", "statistics")
    docx = drafted(province, "2023-07", "statistics").docx()
    this = {key: row for key, row in rows(province).items() if row.period.startswith("2023-07")}
    moved = {key: replace(row, value=row.value * 3 + 1) for key, row in this.items()}
    truth = replace(held.truth, rows={**held.truth.rows, **moved})
    figures = [one for one in told(docx) if not one.text.startswith("[thiếu")]
    assert len(replace(held, truth=truth).faults(docx)) > len(figures) * 0.6
