"""What a part adds to the growth of the whole, in percent of that growth."""

from __future__ import annotations

import pytest

from tests.sections.desk import Row
from tests.sections.growths import (
    GRDP,
    OUTPUT,
    back,
    clause,
    rates,
    says,
    told,
)

SERVICES, FARMING = "services", "farming"


def grew(part: tuple[object, object], whole: tuple[object, object],
         item: str = SERVICES) -> list[Row]:  # fmt: skip
    """Levels of a part and of the whole, this year and last."""
    return [*back(OUTPUT, "ytd", "2023-07", *whole),
            *back(f"{OUTPUT}/{item}", "ytd", "2023-07", *part)]  # fmt: skip


def published(points: object, rate: object, share: object = None) -> list[Row]:
    """Points of the services, the rate of the whole and perhaps the share itself."""
    rows = [(f"{GRDP}/{SERVICES}", "ytd", "2023-07", points, "contribution", "year_on_year"),
            *rates(GRDP, "ytd", "2023-07", year_on_year=rate)]  # fmt: skip
    if share is not None:
        rows.append((f"{GRDP}/{SERVICES}", "ytd", "2023-07", share, "contribution_share",
                     "year_on_year", {"unit": "%"}))  # fmt: skip
    return rows


def share_of(series: str, *parts: str) -> str:
    """The template of a share of the growth, without the level."""
    return clause(series, "ytd", *(parts or ("contribution_share",)), values=False, when=False,
                  name="item")  # fmt: skip


SHARES: list[tuple[str, str, list[Row], str]] = [
    (
        "from levels", share_of(f"{OUTPUT}/{SERVICES}"),
        grew(("545.3", "500.0"), ("1100.0", "1000.0")),
        "Dịch vụ đóng góp 45,3% vào mức tăng chung.",
    ),
    (
        "a part that fell takes from it", share_of(f"{OUTPUT}/{FARMING}"),
        grew(("195.2", "200.0"), ("1100.0", "1000.0"), FARMING),
        "Nông nghiệp làm giảm 4,8% mức tăng chung.",
    ),
    (
        "behind the part's own growth", share_of(f"{OUTPUT}/{SERVICES}", "year_on_year",
                                                 "contribution_share"),
        grew(("545.3", "500.0"), ("1100.0", "1000.0")),
        "Dịch vụ tăng 9,1% so với cùng kỳ năm trước, đóng góp 45,3% vào mức tăng chung.",
    ),
    (
        "from published points and the rate of the whole, with no more decimals than they bear",
        share_of(f"{GRDP}/{SERVICES}"), published("2.58", "4.89"),
        "Khu vực dịch vụ đóng góp 53% vào mức tăng chung.",
    ),
    (
        "as published, before points that are rounded", share_of(f"{GRDP}/{SERVICES}"),
        published("2.58", "4.89", "52.71"),
        "Khu vực dịch vụ đóng góp 52,7% vào mức tăng chung.",
    ),
    (
        "beside the points", share_of(f"{GRDP}/{SERVICES}", "contribution", "contribution_share"),
        published("2.6", "4.89", "52.71"),
        "Khu vực dịch vụ đóng góp 2,6 điểm % vào mức tăng chung (tương ứng 52,7%).",
    ),
    (
        "beside the points of what fell",
        share_of(f"{GRDP}/{SERVICES}", "contribution", "contribution_share"),
        published("-0.2", "4.9", "-4.08"),
        "Khu vực dịch vụ làm giảm 0,2 điểm % mức tăng chung (tương ứng 4,1%).",
    ),
    (
        "in the words of the office's own for the growth",
        share_of(f"{OUTPUT}/{SERVICES}").replace(") }}", ', contribution="vào tăng trưởng chung")'
                                                         " }}"),
        grew(("545.3", "500.0"), ("1100.0", "1000.0")),
        "Dịch vụ đóng góp 45,3% vào tăng trưởng chung.",
    ),
    (
        "missing", share_of(f"{OUTPUT}/{SERVICES}"), [],
        "Dịch vụ [thiếu: giá trị sản xuất dịch vụ, tỷ lệ đóng góp vào mức tăng chung].",
    ),
    (
        "missing beside points that are known",
        share_of(f"{GRDP}/{SERVICES}", "contribution", "contribution_share"),
        published("2.6", 5)[:1],
        "Khu vực dịch vụ đóng góp 2,6 điểm % vào mức tăng chung, [thiếu: GRDP khu vực dịch vụ, tỷ "
        "lệ đóng góp vào mức tăng chung].",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "sentence"), [c[1:] for c in SHARES], ids=[c[0] for c in SHARES]
)
def test_a_share_of_the_growth_is_told(template: str, rows: list[Row], sentence: str) -> None:
    assert says({}, template, rows) == sentence


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (grew((510, 500), (990, 1000)), "the whole did not grow (-10.00)"),
        (grew((510, 500), (1000, 1000)), "the whole did not grow (0.00)"),
        (grew(("560.0", "500.0"), ("1050.0", "1000.0")), "120.0 percent of the growth"),
        (grew(("440.0", "500.0"), ("1050.0", "1000.0")), "-120.0 percent of the growth"),
        (grew((503, 500), (1010, 1000)), "rounded too coarsely"),
    ],
)
def test_a_share_that_says_nothing_is_refused_with_its_reason(rows: list[Row], why: str) -> None:
    template = share_of(f"{OUTPUT}/{SERVICES}")
    assert "[thiếu: " in says({}, template, rows)
    (said,) = told({}, template, rows)
    assert said.startswith(f"warning {OUTPUT}/{SERVICES}: ")
    assert why in said
