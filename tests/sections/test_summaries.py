"""What is said of many members at once: counts, the largest, the range of the rest, the trend."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sections.desk import Bench, Row

CATALOG = """
classifications:
  groups:
    food: {label: ăn uống, items: {rice: {label: lương thực}, out: {label: ăn ngoài}}}
    drinks: {label: đồ uống}
    clothes: {label: may mặc}
    schools: {label: giáo dục}
indicators:
  cpi:
    label: chỉ số giá
    kind: index
    unit: "%"
    breakdown: {classification: groups}
    due: {month: [year_on_year]}
  counted:
    label: số nhóm
    kind: count
    unit: nhóm
    breakdown:
      items: {rising: {label: tăng}, falling: {label: giảm}, unchanged: {label: giữ nguyên}}
    due: {month: []}
  shares:
    label: tỷ lệ
    kind: rate
    unit: "%"
    decimals: {value: 1, rate: 1}
    breakdown: {items: {a: {label: nhóm a}, b: {label: nhóm b}}}
    due: {month: [year_on_year]}
"""
CPI = 'indicator("cpi").members, "year_on_year"'
UP = ("2", "1.02", "1.98", "14.51")
MIXED = ("2", "-1", "0.001", "3")
DOWN = ("-1", "-5", "-2", "-3")


def rates(*values: object) -> list[Row]:
    """Published changes of the groups in the catalogue's order."""
    groups = ("food", "drinks", "clothes", "schools")
    return [(f"cpi/{group}", "month", "2023-07", value, "change_percent", "year_on_year")
            for group, value in zip(groups, values, strict=False)]  # fmt: skip


def published(**counts: int) -> list[Row]:
    """The counts as they were published."""
    return [(f"counted/{way}", "month", "2023-07", count) for way, count in counts.items()]


COUNTS = (
    f"{{{{ counts({CPI}, words="
    '{"rising": "tăng giá", "falling": "giảm giá", "unchanged": "giữ nguyên giá"}, '
    'published=indicator("counted")) }}.'
)
SAID: list[tuple[str, str, list[Row], str]] = [
    ("counted when all are known", f"Trong 04 nhóm có {COUNTS}", rates(*MIXED),
     "Trong 04 nhóm có 2 nhóm tăng giá, 1 nhóm giảm giá và 1 nhóm giữ nguyên giá."),
    ("all one way", f"Có {COUNTS}", rates(*UP), "Có 4 nhóm tăng giá."),
    ("as published when some are not known", f"Có {COUNTS}",
     [*rates("2", "-1"), *published(rising=3, falling=1, unchanged=0)],
     "Có 3 nhóm tăng giá và 1 nhóm giảm giá."),
    ("a published count that is not there", f"Có {COUNTS}", rates("2"),
     "Có [thiếu: số nhóm tăng tháng 7]."),
    ("the largest", f'{{{{ extreme({CPI}, prefix="nhóm ") }}}}.', rates(*UP),
     "Nhóm giáo dục tăng cao nhất với 14,51%."),
    ("the one that fell most", f"{{{{ extreme({CPI}, rising=False) }}}}.", rates(*DOWN),
     "Đồ uống giảm mạnh nhất với 5,00%."),
    ("in the template's words", f'{{{{ extreme({CPI}, words="nhiều nhất") }}}}.', rates(*UP),
     "Giáo dục tăng nhiều nhất với 14,51%."),
    ("no largest while one is not known", f"Câu. {{{{ extreme({CPI}) }}}}.", rates("2", "3"),
     "Câu."),
    ("no largest rise where all fell", f"Câu. {{{{ extreme({CPI}) }}}}.", rates(*DOWN), "Câu."),
    ("the largest change of a percentage is in points",
     '{{ extreme(indicator("shares").members, "year_on_year") }}.',
     [("shares/a", "month", "2023-07", 5), ("shares/a", "month", "2022-07", 4),
      ("shares/b", "month", "2023-07", 7), ("shares/b", "month", "2022-07", 5)],
     "Nhóm b tăng cao nhất với 2,0 điểm %."),
    ("the range of the rest",
     f'Các nhóm còn lại {{{{ rest_range({CPI}, without=[indicator("cpi/schools")]) }}}}.',
     rates(*UP), "Các nhóm còn lại tăng từ 1,02 - 2,00%."),
    ("the range of what fell", f"Các nhóm {{{{ rest_range({CPI}, rising=False) }}}}.",
     rates(*DOWN), "Các nhóm giảm từ 1,00 - 5,00%."),
    ("no range of one", f"Câu. {{{{ rest_range({CPI}, rising=False) }}}}.", rates(*MIXED), "Câu."),
    ("all rose", f"Giá {{{{ trend({CPI}) }}}}.", rates(*UP), "Giá đều tăng."),
    ("all fell", f"Giá {{{{ trend({CPI}) }}}}.", rates(*DOWN), "Giá đều giảm."),
    ("some fell", f"Giá {{{{ trend({CPI}) }}}}.", rates("1", "-1", "2", "3"),
     "Giá có tăng, có giảm."),
    ("none fell, one stayed", f"Giá {{{{ trend({CPI}) }}}}.", rates("1", "0", "2", "3"),
     "Giá có tăng, có không đổi."),
    ("no trend while one is not known", f"Câu. Giá {{{{ trend({CPI}) }}}}.", rates("1"), "Câu."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "rows", "sentence"), [case[1:] for case in SAID], ids=[case[0] for case in SAID]
)
def test_of_many_it_is_said(template: str, rows: list[Row], sentence: str) -> None:
    assert Bench(CATALOG, rows).says(template) == sentence


def test_a_published_count_that_the_data_contradict_is_left_out_and_told() -> None:
    bench = Bench(CATALOG, [*rates("2", "1", "3"), *published(rising=2, falling=1, unchanged=1)])
    assert bench.says(f"Câu. Có {COUNTS}") == "Câu."
    assert bench.told(COUNTS) == [
        "warning counted/rising: month 2023-07: 2 are published but the data hold 3; the counts "
        "are left out"
    ]


def test_a_count_out_of_scope_is_not_said() -> None:
    bench = Bench(CATALOG, rates("2"), {"cpi": "all"})
    assert bench.says(f"Câu. Có {COUNTS}") == "Câu."


@pytest.mark.parametrize("function", ["counts", "extreme", "rest_range", "trend"])
def test_nothing_is_said_of_members_out_of_scope_however_complete_their_data(function: str) -> None:
    bench = Bench(CATALOG, rates(*UP), scope={})
    assert bench.says(f"Câu. Có {{{{ {function}({CPI}) }}}}.") == "Câu."
    assert bench.told(f"{{{{ {function}({CPI}) }}}}") == []


def test_figures_over_members_belong_to_what_the_members_have_in_common() -> None:
    rows = [*rates(*UP), ("cpi/food/rice", "month", "2023-07", 1, "change_percent", "year_on_year"),
            ("cpi/food/out", "month", "2023-07", 2, "change_percent", "year_on_year")]  # fmt: skip
    bench = Bench(CATALOG, rows)
    of_part = "indicator('cpi/food').members, 'year_on_year'"
    whole, part = bench.figures(f"{{{{ trend({CPI}) }}}} {{{{ trend({of_part}) }}}}")
    assert (whole.point.series.item, part.point.series.item) == ("", "food")
    report = bench.sources().period
    assert whole.tag(report) != part.tag(report)


@given(st.lists(st.decimals(-3, 3, places=3), min_size=4, max_size=4))
def test_counts_total_the_members(values: list[object]) -> None:
    figures = Bench(CATALOG, rates(*values)).figures(COUNTS)
    assert sum(one.value or 0 for one in figures) == 4
    assert all(one.text.split("\u00a0")[0] == str(one.value) for one in figures)
