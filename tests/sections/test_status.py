"""Status clauses: the direction of series without their sizes, which a note may tell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  herd:
    label: tổng đàn
    kind: stock
    unit: con
    decimals: {rate: 1}
    breakdown: {items: {buffalo: {label: trâu}, cattle: {label: bò}, pigs: {label: lợn}}}
    due: {asof: [year_on_year]}
  exports: {label: kim ngạch xuất khẩu, kind: flow, unit: triệu USD, due: {month: [year_on_year]}}
"""
HERD = 'indicator("herd").items'


def herd(*changes: object) -> list[Row]:
    """Published changes of the animals on the year before."""
    items = ("buffalo", "cattle", "pigs")
    return [(f"herd/{item}", "asof", "2023-07-31", value, "change_percent", "year_on_year")
            for item, value in zip(items, changes, strict=False)]  # fmt: skip


def bench(*changes: object, **how: object) -> Bench:
    """An office with three herds."""
    scope = {"herd": {"items": ["buffalo", "cattle", "pigs"]}}
    return Bench(CATALOG, herd(*changes), scope=scope, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((1, 2, 3), "Đàn vật nuôi đều tăng so với cùng kỳ năm trước."),
        ((-1, -2, -3), "Đàn vật nuôi đều giảm so với cùng kỳ năm trước."),
        ((1, -2, 3), "Đàn vật nuôi có tăng, có giảm so với cùng kỳ năm trước."),
        ((0, 0, 0), "Đàn vật nuôi tương đương cùng kỳ năm trước."),
        (("0.04", "1", "2"), "Đàn vật nuôi có tăng, có tương đương so với cùng kỳ năm trước."),
    ],
)
def test_a_status_follows_the_figures_as_they_are_printed(
    changes: tuple[object, ...], said: str
) -> None:
    assert bench(*changes).says(f'Đàn vật nuôi {{{{ status({HERD}, "year_on_year") }}}}.') == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((1, 2, 3), "tăng cả 3 tiêu chí"),
        ((1, -2, 3), "tăng 2/3 tiêu chí, giảm 1/3 tiêu chí"),
        ((0, -2, -3), "giảm 2/3 tiêu chí, giữ nguyên 1/3 tiêu chí"),
    ],
)
def test_a_status_may_count_its_criteria(changes: tuple[object, ...], said: str) -> None:
    template = f'Tai nạn {{{{ status({HERD}, "year_on_year", of="tiêu chí", base=False) }}}}.'
    assert bench(*changes).says(template) == f"Tai nạn {said}."


def test_a_status_of_one_series_says_its_way() -> None:
    template = '{{ status(indicator("herd/pigs"), "year_on_year") }}.'
    assert bench(1, 2, -3).says(template) == "Giảm so với cùng kỳ năm trước."


def test_a_status_is_a_figure_with_its_inputs() -> None:
    (figure,) = bench(1, 2, 3).figures(f'{{{{ status({HERD}, "year_on_year") }}}}.')
    assert (figure.measure, figure.base, figure.value) == ("status", "year_on_year", Decimal(3))
    assert len(figure.inputs) == 3


def test_a_status_with_a_hole_shows_it() -> None:
    made = bench(1, 2)
    assert "[thiếu: " in made.says(f'Đàn vật nuôi {{{{ status({HERD}, "year_on_year") }}}}.')
    assert made.told(f'{{{{ status({HERD}, "year_on_year") }}}}.')[0].startswith("missing ")


def test_a_status_out_of_scope_takes_its_sentence_along() -> None:
    made = Bench(CATALOG, herd(1, 2, 3), scope={"exports": "all"})
    assert made.says(f'Đàn vật nuôi {{{{ status({HERD}, "year_on_year") }}}}.') == ""


NOTED = (
    f'Đàn vật nuôi {{{{ status({HERD}, "year_on_year") }}}}'
    f'{{{{ note(members({HERD}, "asof", "year_on_year")) }}}}.'
)


def test_the_figures_of_a_status_may_stand_in_its_note() -> None:
    said = bench(1, 2, 3).says(NOTED)
    assert said.startswith("Đàn vật nuôi đều tăng so với cùng kỳ năm trước[1].")
    assert said.count("[thiếu: ") == 3


def test_a_report_without_notes_keeps_the_status() -> None:
    made = bench(1, 2, 3, settings={"notes": False})
    assert made.says(NOTED) == "Đàn vật nuôi đều tăng so với cùng kỳ năm trước."
