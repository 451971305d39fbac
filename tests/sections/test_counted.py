"""Several numbers in one phrase: tuples, parts in brackets, fractions, ranges, from–to."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.errors import InputError
from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  accidents:
    label: tai nạn giao thông
    kind: tuple
    unit: vụ
    breakdown:
      items:
        cases: {label: số vụ}
        deaths: {label: số người chết, unit: người}
        injured: {label: số người bị thương, unit: người}
        damage: {label: thiệt hại, unit: triệu đồng, items: {over_30: {label: trên 30, unit: nhà}}}
    due: {month: [], ytd: []}
  cleared: {label: xã đã qua 21 ngày, kind: count, unit: xã, due: {asof: []}}
  doses:
    label: số mũi
    kind: tuple
    unit: mũi
    breakdown: {items: {first: {label: mũi 1}, second: {label: mũi 2}}}
    due: {month: []}
  price: {label: giá thịt lợn, kind: flow, unit: đồng/kg, due: {month: []}}
  groups: {label: nhóm khác, kind: index, unit: "%", decimals: {rate: 0}, due: {month: []}}
  salary: {label: lương cơ sở, kind: flow, unit: đồng, due: {asof: []}}
  gates:
    label: cửa khẩu
    kind: count
    unit: cửa khẩu
    breakdown: {items: {a: {label: Hữu Nghị}, b: {label: Chi Ma}}}
    due: {month: []}
"""
LOW, HIGH = {"bound": "low"}, {"bound": "high"}
TRIPLE = '"xảy ra {cases} tai nạn giao thông, làm chết {deaths}, bị thương {injured}"'
TALLY = '{{ tally(indicator("accidents"), "month", %s, zero="không xảy ra tai nạn giao thông") }}.'


def accidents(**counts: object) -> list[Row]:
    """July's accidents by field."""
    return [(f"accidents/{name}", "month", "2023-07", count) for name, count in counts.items()]


def fraction(top: object, bottom: object) -> list[Row]:
    """A numerator and its denominator."""
    return [("cleared", "asof", "2023-07-31", top, "numerator"),
            ("cleared", "asof", "2023-07-31", bottom, "denominator")]  # fmt: skip


def prices(low: object, high: object) -> list[Row]:
    """A range of levels."""
    return [("price", "month", "2023-07", low, "level", "", LOW),
            ("price", "month", "2023-07", high, "level", "", HIGH)]  # fmt: skip


def changes(low: object, high: object) -> list[Row]:
    """A range of published changes."""
    return [("groups", "month", "2023-07", low, "change_percent", "year_on_year", LOW),
            ("groups", "month", "2023-07", high, "change_percent", "year_on_year", HIGH),
            ]  # fmt: skip


CHANGED = (
    'Các nhóm còn lại {{ between(indicator("groups"), "month", "change_percent", '
    '"year_on_year") }}.'
)
RAISED = 'Lương {{ from_to(indicator("salary")) }}.'
PHRASES: list[tuple[str, str, list[Row], str]] = [
    ("a tuple", TALLY % TRIPLE, accidents(cases=4, deaths=3, injured=12),
     "Xảy ra 04 vụ tai nạn giao thông, làm chết 03 người, bị thương 12 người."),
    ("nothing in words", TALLY % TRIPLE, accidents(cases=0, deaths=0, injured=0),
     "Không xảy ra tai nạn giao thông."),
    ("a later field may be nothing", TALLY % TRIPLE, accidents(cases=4, deaths=0, injured=1),
     "Xảy ra 04 vụ tai nạn giao thông, làm chết 0 người, bị thương 01 người."),
    ("a later field has its own words for nothing",
     TALLY % '"xảy ra {cases} tai nạn, làm chết {deaths}|không có người chết"',
     accidents(cases=4, deaths=0), "Xảy ra 04 vụ tai nạn, không có người chết."),
    ("nothing is said of all only when all is nothing", TALLY % TRIPLE,
     accidents(cases=0, deaths=1, injured=0),
     "Xảy ra 0 vụ tai nạn giao thông, làm chết 01 người, bị thương 0 người."),
    ("a field without data is a hole", TALLY % TRIPLE, accidents(cases=4, deaths=3),
     "Xảy ra 04 vụ tai nạn giao thông, làm chết 03 người, bị thương [thiếu: tai nạn giao thông số "
     "người bị thương tháng 7]."),
    ("a field below a field", TALLY % '"hư hại {damage__over_30}"',
     [("accidents/damage/over_30", "month", "2023-07", 7)], "Hư hại 07 nhà."),
    ("a series itself", '{{ tally(indicator("gates"), "month", "duy trì {value}") }}.',
     [("gates", "month", "2023-07", 5)], "Duy trì 05 cửa khẩu."),
    ("parts in brackets", 'Đã tiêm{{ parts_of(indicator("doses"), "month") }}.',
     [("doses/first", "month", "2023-07", 7), ("doses/second", "month", "2023-07", 1200)],
     "Đã tiêm (mũi 1: 07 mũi; mũi 2: 1.200 mũi)."),
    ("no parts of nothing", 'Không tiêm{{ parts_of(indicator("doses"), "month") }}.',
     [("doses", "month", "2023-07", 0)], "Không tiêm."),
    ("a fraction", 'Có {{ fraction(indicator("cleared"), "as_of") }}.', fraction(11, 35),
     "Có 11/35 xã."),
    ("a fraction pads both ends", 'Có {{ fraction(indicator("cleared"), "asof") }}.',
     fraction(1, 3), "Có 01/03 xã."),
    ("a fraction with its percentage",
     'Có {{ fraction(indicator("cleared"), "asof", percent="đạt") }}.', fraction(284, 515),
     "Có 284/515 xã (đạt 55,15%)."),
    ("no percentage of nothing",
     'Có {{ fraction(indicator("cleared"), "asof", percent="đạt") }}.', fraction(0, 0),
     "Có 0/0 xã."),
    ("half a fraction is a hole", 'Có {{ fraction(indicator("cleared"), "asof") }}.',
     fraction(11, 35)[:1], "Có [thiếu: xã đã qua 21 ngày đến ngày 31/7/2023]."),
    ("a range", 'Giá {{ between(indicator("price"), "month") }}.', prices(30000, 35000),
     "Giá 30.000 - 35.000 đồng/kg."),
    ("half a range is a hole", 'Giá {{ between(indicator("price"), "month") }}.',
     prices(30000, 35000)[:1], "Giá [thiếu: giá thịt lợn tháng 7]."),
    ("a range of rises", CHANGED, changes(1, 2), "Các nhóm còn lại tăng từ 1 - 2%."),
    ("a range of falls, the smaller first", CHANGED, changes(-2, -1),
     "Các nhóm còn lại giảm từ 1 - 2%."),
    ("a range both ways", CHANGED, changes(-1, 2), "Các nhóm còn lại biến động từ -1 - 2%."),
    ("a range of nothing", CHANGED, changes("-0.1", "0.2"), "Các nhóm còn lại tương đương."),
    ("from lower to higher", RAISED,
     [("salary", "asof", "2023-06-30", 1490000), ("salary", "asof", "2023-07-31", 1800000)],
     "Lương từ 1.490.000 đồng lên 1.800.000 đồng."),
    ("from higher to lower", RAISED,
     [("salary", "asof", "2023-06-30", 1800000), ("salary", "asof", "2023-07-31", 1490000)],
     "Lương từ 1.800.000 đồng xuống 1.490.000 đồng."),
    ("from the same to the same", RAISED,
     [("salary", "asof", "2023-06-30", 1800000), ("salary", "asof", "2023-07-31", 1800000)],
     "Lương giữ ở mức 1.800.000 đồng."),
    ("from what is missing", RAISED, [("salary", "asof", "2023-07-31", 1800000)],
     "Lương từ [thiếu: lương cơ sở đến ngày 30/6/2023] đến 1.800.000 đồng."),
    ("names while they are as many as the value",
     'Tại {{ value("gates") }}{{ names_of(indicator("gates")) }}.',
     [("gates", "month", "2023-07", 2)], "Tại 02 cửa khẩu (Hữu Nghị, Chi Ma)."),
    ("no names when they are not", 'Tại {{ value("gates") }}{{ names_of(indicator("gates")) }}.',
     [("gates", "month", "2023-07", 3)], "Tại 03 cửa khẩu."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "sentence"),
    [case[1:] for case in PHRASES],
    ids=[case[0] for case in PHRASES],
)
def test_a_phrase_says(template: str, rows: list[Row], sentence: str) -> None:
    assert Bench(CATALOG, rows).says(template) == sentence


def test_a_field_out_of_scope_goes_with_its_part_of_the_phrase() -> None:
    scope = {"accidents": {"items": ["cases", "injured"]}}
    bench = Bench(CATALOG, accidents(cases=4, deaths=3, injured=2), scope)
    assert bench.says(TALLY % TRIPLE) == (
        "Xảy ra 04 vụ tai nạn giao thông, bị thương 02 người."
    )  # fmt: skip


@pytest.mark.parametrize(
    "template",
    [
        TALLY % TRIPLE,
        TALLY % '"trong tháng, xảy ra {cases}"',
        RAISED,
        CHANGED,
        'Có {{ fraction(indicator("cleared"), "asof") }}.',
        'Tại {{ value("gates") }}.',
    ],
)
def test_a_phrase_out_of_scope_goes_without_a_trace(template: str) -> None:
    bench = Bench(CATALOG, scope={})
    assert bench.says(f"Câu đầu. {template}") == "Câu đầu."
    assert bench.told(template) == []


def test_a_field_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(InputError, match="accidents has no item 'casess'"):
        Bench(CATALOG, scope={}).draft(TALLY % '"xảy ra {casess}"')


COUNTS: list[tuple[dict[str, Any], str]] = [
    ({}, "Có 05 cửa khẩu."),
    ({"pad_counts": False}, "Có 5 cửa khẩu."),
]


@pytest.mark.parametrize(("settings", "sentence"), COUNTS)
def test_padding_is_a_setting(settings: dict[str, Any], sentence: str) -> None:
    bench = Bench(CATALOG, [("gates", "month", "2023-07", 5)], settings=settings)
    assert bench.says('Có {{ value("gates", "month") }}.') == sentence


def test_the_history_of_a_fraction_has_both_ends() -> None:
    (figure,) = Bench(CATALOG, fraction(11, 35)).figures(
        '{{ fraction(indicator("cleared"), "asof") }}'
    )
    assert (figure.formula, len(figure.inputs)) == ("11 / 35", 2)
