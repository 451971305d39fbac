"""Periods as people write them."""

from datetime import date

import pytest

from drafter.period import kind_of
from drafter.stores.periods import PeriodError, canonical, day_of, period_of


@pytest.mark.parametrize(
    ("text", "span", "period"),
    [
        ("2023-07", "month", "2023-07"),
        ("2023-7", "month", "2023-07"),
        ("2023/07", "month", "2023-07"),
        ("07/2023", "ytd", "2023-07"),
        ("7/2023", "ytd", "2023-07"),
        ("7-2023", "ytd", "2023-07"),
        ("Tháng 7/2023", "month", "2023-07"),
        ("tháng 7 năm 2023", "month", "2023-07"),
        ("T7/2023", "month", "2023-07"),
        ("31/7/2023", "asof", "2023-07-31"),
        ("31/07/2023", "asof", "2023-07-31"),
        ("31.7.2023", "asof", "2023-07-31"),
        ("2023-7-31", "asof", "2023-07-31"),
        ("2023-07-31 00:00:00", "asof", "2023-07-31"),
        ("Q2/2023", "quarter", "2023-Q2"),
        ("2023-q2", "quarter", "2023-Q2"),
        ("2023Q2", "quarter", "2023-Q2"),
        ("Quý II/2023", "quarter", "2023-Q2"),
        ("quý 2 năm 2023", "quarter", "2023-Q2"),
        ("2023", "year", "2023"),
        ("năm 2023", "year", "2023"),
        (2023.0, "year", "2023"),
        (2023, "year", "2023"),
        ("2023-6M", "ytd", "2023-06"),
        ("6 tháng 2023", "ytd", "2023-06"),
        ("7 tháng đầu năm 2023", "average_ytd", "2023-07"),
        ("2023-winter", "season", "2023-winter"),
        ("2022-12-15/2023-08-14", "window", "2022-12-15/2023-08-14"),
        ("15/12/2022 - 14/8/2023", "window", "2022-12-15/2023-08-14"),
        (date(2023, 7, 1), "project", "2023-07"),
        (date(2023, 7, 1), "asof", "2023-07-01"),
    ],
)
def test_a_period_is_read_as_people_write_it(text: object, span: str, period: str) -> None:
    assert period_of(text, span) == period
    assert kind_of(period)


@pytest.mark.parametrize(
    ("text", "span", "told"),
    [
        ("2023-00", "month", "there is no month 00; write a month from 1 to 12"),
        ("13/2023", "month", "there is no month 13; write a month from 1 to 12"),
        ("7/31/2023", "asof", "there is no month 31; write the day first: 31/7/2023"),
        ("2023-02-29", "asof",
         "there is no day 29 in month 2023-02; the month ends on 2023-02-28"),
        ("7/23", "month",
         "'7/23' can be read in more than one way; write the year with four digits"),
        ("31/7/23", "asof",
         "'31/7/23' can be read in more than one way; write the year with four digits"),
        ("Jul-23", "month", "'Jul-23' is no period; write 2023-07, 2023-Q2, 2023 or 2023-07-31"),
        (7.2023, "month",
         "the number 7.2023 is no period; format the cell as text and write 2023-07 or 7/2023"),
        (45138.0, "asof",
         "45138 is a spreadsheet's number for the day 2023-07-31; format the cell as text and "
         "write the period, such as 2023-07"),
        ("1/7/2023", "month",
         "'1/7/2023' is a day, but span month takes a month; write 2023-07, or span asof"),
        (date(2023, 7, 31), "month",
         "'2023-07-31' is a day, but span month takes a month; write 2023-07, or span asof"),
        ("2023-07", "asof",
         "'2023-07' is a month, but span asof takes a day; write 2023-07-31, or span month"),
        ("2023-07", "quarter",
         "'2023-07' is a month, but span quarter takes a quarter; write 2023-Q3, or span month"),
        ("2023-Q3", "year",
         "'2023-Q3' is a quarter, but span year takes a year; write 2023, or span quarter"),
        ("6 tháng 2023", "month",
         "'6 tháng 2023' is no period; write 2023-07, 2023-Q2, 2023 or 2023-07-31"),
        ("2023-08-14/2022-12-15", "window",
         "'2023-08-14' is after '2022-12-15'; write the first day first"),
        ("٢٠٢٣-٠٧", "month",
         "'٢٠٢٣-٠٧' is no period; write 2023-07, 2023-Q2, 2023 or 2023-07-31"),
    ],
)  # fmt: skip
def test_a_period_that_cannot_be_is_refused(text: object, span: str, told: str) -> None:
    with pytest.raises(PeriodError) as error:
        period_of(text, span)
    assert str(error.value) == told


@pytest.mark.parametrize("cell", ["27/7/2023", "2023-07-27", "ngày 27/7/2023", date(2023, 7, 27)])
def test_a_day_has_its_day_first(cell: object) -> None:
    assert day_of(cell, "vintage") == "2023-07-27"


def test_a_canonical_period_stays_as_it_is() -> None:
    for period in ("2023-07", "2023-Q2", "2023", "2023-07-31", "2023-winter"):
        assert canonical(period) == period
