"""Changes on December of the year before."""

from __future__ import annotations

import pytest

from tests.sections.desk import Row
from tests.sections.growths import (
    CPI,
    JULY,
    clause,
    cpi,
    says,
)


def test_december_names_its_year_for_an_index() -> None:
    settings = {"december": "so với tháng 12/{year}"}
    assert says(settings, clause(CPI), JULY) == (
        "Chỉ số giá tiêu dùng tháng 7 tăng 0,45% so với tháng trước, tăng 1,13% so với tháng "
        "12/2022, tăng 2,06% so với cùng kỳ năm trước."
    )


@pytest.mark.parametrize(
    ("period", "rows", "sentence"),
    [
        ("2023-01", cpi("2023-01", month_on_month="100.52", december="100.52",
                        year_on_year="104.89"),
         "Chỉ số giá tiêu dùng tháng 1 tăng 0,52% so với tháng trước và tăng 4,89% so với cùng kỳ "
         "năm trước."),
        ("2023-12", cpi("2023-12", month_on_month="99.98", december="103.58",
                        year_on_year="103.58"),
         "Chỉ số giá tiêu dùng tháng 12 giảm 0,02% so với tháng trước và tăng 3,58% so với cùng kỳ "
         "năm trước."),
        ("2023-01", cpi("2023-01", month_on_month="100.52", year_on_year="104.89"),
         "Chỉ số giá tiêu dùng tháng 1 tăng 0,52% so với tháng trước và tăng 4,89% so với cùng kỳ "
         "năm trước."),
        ("2023-12", cpi("2023-12", month_on_month="99.98", year_on_year="103.58"),
         "Chỉ số giá tiêu dùng tháng 12 giảm 0,02% so với tháng trước và tăng 3,58% so với cùng kỳ "
         "năm trước."),
        ("2023-07", cpi("2023-07", month_on_month="100.45", year_on_year="102.06"),
         "Chỉ số giá tiêu dùng tháng 7 tăng 0,45% so với tháng trước, [thiếu: chỉ số giá tiêu "
         "dùng, so với tháng 12 năm trước], tăng 2,06% so với cùng kỳ năm trước."),
        ("2023-01", cpi("2023-01", december="100.52", year_on_year="104.89"),
         "Chỉ số giá tiêu dùng tháng 1 [thiếu: chỉ số giá tiêu dùng, so với tháng trước], tăng "
         "0,52% so với tháng 12 năm trước, tăng 4,89% so với cùng kỳ năm trước."),
        ("2023-01", cpi("2023-01", month_on_month="100.52", december="100.6",
                        year_on_year="104.89"),
         "Chỉ số giá tiêu dùng tháng 1 tăng 0,52% so với tháng trước, tăng 0,60% so với tháng 12 "
         "năm trước, tăng 4,89% so với cùng kỳ năm trước."),
    ],
)  # fmt: skip
def test_december_goes_unsaid_where_another_change_says_the_same(
    period: str, rows: list[Row], sentence: str
) -> None:
    assert says({}, clause(CPI), rows, period) == sentence
