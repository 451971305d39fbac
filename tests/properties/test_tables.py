"""No number of a table or a chart is false, whatever the period: two made-up provinces judged.

What a cell is of is read from its table's own words and from the ledger, which must agree.
"""

from __future__ import annotations

import pytest

from tests.generated.judging import ROOT, drafted, judge
from tests.generated.provinces import MERGED, WITH_GAPS, Province
from tests.reader import charts
from tests.reader.annexes import annex_judge
from tests.reader.digits import digits

PROVINCES = {"with gaps": WITH_GAPS, "merged": MERGED}
PERIODS = ("2023-07", "2024-01", "2023-12", "2023-Q1", "2024-6M", "2023")


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("province", PROVINCES)
def test_no_cell_of_the_annex_is_false(province: str, period: str) -> None:
    office: Province = PROVINCES[province]
    printed = digits(ROOT / "templates" / "reports" / "annex.yaml", period)
    judged = annex_judge(judge(office, period, "annex"), printed, whole=False)
    assert judged.faults(drafted(office, period, "annex").docx()) == []


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("province", PROVINCES)
def test_no_value_of_a_chart_is_false(province: str, period: str) -> None:
    office: Province = PROVINCES[province]
    docx = drafted(office, period, "statistics").docx()
    assert charts.faults(judge(office, period, "statistics").truth, docx) == []
