"""The reader understands the growths of other offices, and notices what is false about them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.properties.drafts import july

from .atoms import atoms
from .claims import Claim
from .dataset import Row, newest
from .test_reader import read, what
from .truth import Truth

RETAIL, GRDP = "trade.retail_services", "economy.grdp"


def changes(text: str, section: str = "trade") -> list[tuple[str, str]]:
    """Base and value of every change of a paragraph."""
    return [what(claim)[3:] for claim in read(text, section)
            if claim.measure in ("change_percent", "times")]  # fmt: skip


TOLD: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "both bases behind the second",
        "Kim ngạch xuất khẩu tháng 7 tăng 0,3% và giảm 0,7% so với tháng trước và cùng kỳ năm "
        "trước.",
        [("month_on_month", "0.3"), ("year_on_year", "-0.7")],
    ),
    (
        "both bases behind the second, with changes in units",
        "Kim ngạch xuất khẩu tháng 7 tăng 5,0% (+5 triệu USD) và giảm 12,5% (-15 triệu USD) so với "
        "tháng trước và cùng kỳ.",
        [("month_on_month", "5.0"), ("year_on_year", "-12.5")],
    ),
    (
        "pairs that leave their bases to the last",
        "Kim ngạch xuất khẩu tháng 7 tăng 1,0% và giảm 2,0%; kim ngạch nhập khẩu tăng 3,0% và tăng "
        "4,0% so với tháng trước và cùng kỳ.",
        [("month_on_month", "1.0"), ("year_on_year", "-2.0"), ("month_on_month", "3.0"),
         ("year_on_year", "4.0")],
    ),
    (
        "prices excluded",
        "Kim ngạch xuất khẩu tháng 7 tăng 10,4% so với cùng kỳ năm trước, nếu loại trừ yếu tố giá "
        "tăng 7,2%.",
        [("year_on_year", "10.4"), ("year_on_year_real", "7.2")],
    ),
    (
        "on December by its year",
        "Kim ngạch xuất khẩu tháng 7 tăng 1,1% so với tháng 12/2022.",
        [("december", "1.1")],
    ),
    (
        "a quantity and its value",
        "Kim ngạch xuất khẩu tháng 7 tăng 18,7% về lượng và tăng 29,6% về trị giá so với cùng kỳ.",
        [("year_on_year", "18.7"), ("year_on_year", "29.6")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), [c[1:] for c in TOLD], ids=[c[0] for c in TOLD])
def test_the_bases_of_growths_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert changes(text) == found


def test_last_years_growth_is_of_the_year_before_and_nothing_behind_it_is() -> None:
    claims = read(
        "Kim ngạch xuất khẩu 7 tháng tăng 10,4% so với cùng kỳ năm trước (cùng kỳ năm 2022 tăng "
        "49,0%), đạt 72,5% kế hoạch; kim ngạch nhập khẩu 7 tháng tăng 2,0% so với cùng kỳ (cùng kỳ "
        "năm 2022 giảm 1,0%).",
        "trade",
    )
    earlier = [(claim.period.startswith("before:"), claim.base, claim.value) for claim in claims]
    assert earlier == [
        (False, "year_on_year", Decimal("10.4")), (True, "year_on_year", Decimal("49.0")),
        (False, "plan:", Decimal("72.5")), (False, "year_on_year", Decimal("2.0")),
        (True, "year_on_year", Decimal("-1.0")),
    ]  # fmt: skip


def row(item: str, value: str, measure: str, base: str = "", period: str = "2023-07") -> Row:
    """A row of GRDP since January."""
    sample = july().rows[0]
    unit = "%" if measure in ("change_percent", "contribution_share") else "điểm %"
    return replace(
        sample, indicator=GRDP, item=item, span="ytd", period=period, measure=measure, base=base,
        of="", plan="", bound="", value=Decimal(value), unit=unit,
    )  # fmt: skip


def share(text: str, value: str, decimals: int) -> Claim:
    """A claim of a share of the growth."""
    return Claim(GRDP, "services", "ytd", "2023-07", "contribution_share", Decimal(value), "%", "",
                 text, decimals=decimals)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "claim", "true"),
    [
        ([row("services", "52.71", "contribution_share", "year_on_year")],
         share("đóng góp 52,71%", "52.71", 2), True),
        ([row("services", "52.71", "contribution_share", "year_on_year")],
         share("đóng góp 53,71%", "53.71", 2), False),
        ([row("services", "-4.08", "contribution_share", "year_on_year")],
         share("đóng góp 4,08%", "4.08", 2), False),
        ([row("services", "-4.08", "contribution_share", "year_on_year")],
         share("4,08%", "4.08", 2), True),
        ([row("services", "2.58", "contribution", "year_on_year"),
          row("", "4.89", "change_percent", "year_on_year")],
         share("đóng góp 53%", "53", 0), True),
        ([], share("đóng góp 53%", "53", 0), False),
    ],
)  # fmt: skip
def test_a_share_of_the_growth_is_judged(rows: list[Row], claim: Claim, true: bool) -> None:
    truth: Truth = replace(july().plain.truth, rows=newest(rows))
    assert (truth.faults(claim) == []) == true


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("đóng góp 52,7% vào mức tăng chung", "52.7"),
        ("làm giảm 4,8% mức tăng chung", "-4.8"),
    ],
)
def test_a_share_of_the_growth_is_told_from_a_change(words: str, value: str) -> None:
    found = atoms(f"Khu vực dịch vụ {words}.", july().reader.pattern)
    assert [(one.kind, str(one.value)) for one in found] == [("contribution_share", value)]
