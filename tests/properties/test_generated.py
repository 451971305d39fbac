"""The same sections draft any period of two made-up provinces, and say no untruth."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from drafter.document import Heading
from drafter.plain_text import plain_text
from tests.generated.judging import drafted, judge, rows
from tests.generated.provinces import MERGED, WITH_GAPS, Province
from tests.properties.holes import BROKEN
from tests.reader.roles import told

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
KINDS = ("statistics", "ubnd")
AROUND_THE_MERGER = ("2023-06", "2023-07", "2023-Q3", "2024-08")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("province", PROVINCES)
@pytest.mark.parametrize("year", YEARS)
def test_no_figure_of_any_period_is_false(province: str, kind: str, year: int) -> None:
    office, found = PROVINCES[province], {}
    for period in (one for one in PERIODS if one.startswith(str(year))):
        report = drafted(office, period, kind)
        faults = judge(office, period, kind).faults(report.docx())
        faults += [f"broken: {line}" for line in plain_text(report.report).splitlines()
                   for pattern in BROKEN.values() if re.search(pattern, line)
                   and not re.match(r"Số:|.*, ngày +tháng", line)]  # fmt: skip
        if faults:
            found[period] = faults
    assert found == {}


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
