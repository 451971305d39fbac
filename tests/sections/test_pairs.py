"""Two series told as one: passengers and passenger-km, a quantity and its value."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.errors import InputError
from tests.sections.desk import Bench, Row

CATALOG = """
indicators:
  transport.passengers:
    label: số lượt hành khách vận chuyển
    kind: flow
    unit: nghìn lượt khách
    decimals: {value: 1, rate: 1}
    due: {month: [month_on_month, year_on_year], ytd: [year_on_year]}
  transport.passenger_km:
    label: số lượt hành khách luân chuyển
    kind: flow
    unit: triệu lượt khách.km
    decimals: {value: 1, rate: 1}
    due: {month: [month_on_month, year_on_year], ytd: [year_on_year]}
  trade.rice_tonnes:
    label: gạo xuất khẩu
    kind: flow
    unit: nghìn tấn
    decimals: {value: 1, rate: 1}
    due: {month: [month_on_month], ytd: [year_on_year]}
  trade.rice_value:
    label: giá trị gạo xuất khẩu
    kind: flow
    unit: triệu USD
    decimals: {value: 1, rate: 1}
    due: {month: [month_on_month], ytd: [year_on_year]}
  trade.late_value:
    label: giá trị gạo
    kind: flow
    unit: triệu USD
    decimals: {value: 1, rate: 1}
    lag: 1
    due: {ytd: [year_on_year]}
"""
CARRIED, TURNED = "transport.passengers", "transport.passenger_km"
TONNES, WORTH = "trade.rice_tonnes", "trade.rice_value"
ESTIMATE = {"status": "estimate"}
FIRST = "so với cùng kỳ năm trước"


def back(series: str, now: object, then: object, before: object = None, *,
         span: str = "ytd") -> list[Row]:  # fmt: skip
    """The levels of July and of July in the years before; None for none."""
    levels = ((2023, now), (2022, then), (2021, before))
    return [(series, span, f"{year}-07", level) for year, level in levels if level is not None]


def pair(*parts: str, **how: Any) -> str:
    """The template of a pair of clauses on passengers."""
    said = [f'"{part}"' for part in (CARRIED, TURNED, *parts)]
    return "{{ paired(" + ", ".join([*said, *(f"{k}={v!r}" for k, v in how.items())]) + ") }}."


def rice(*parts: str, value: str = WORTH, **how: Any) -> str:
    """The template of rice and its value."""
    said = [f'"{part}"' for part in (TONNES, value, *(parts or ("ytd",)))]
    text = ", ".join([*said, *(f"{k}={v!r}" for k, v in how.items())])
    return "{{ quantity_value(" + text + ") }}."


BOTH = [*back(CARRIED, "1125.0", 1000), *back(TURNED, "62.5", 50)]
WORDS = {"subjects": ["vận chuyển hành khách", "luân chuyển"]}
PAIRED: list[tuple[str, dict[str, Any], str, list[Row], str]] = [
    (
        "with their levels, the base said once", {}, pair("ytd", when=False, **WORDS), BOTH,
        "Vận chuyển hành khách đạt 1.125,0 nghìn lượt khách, tăng 12,5% và luân chuyển đạt 62,5 "
        f"triệu lượt khách.km, tăng 25,0% {FIRST}.",
    ),
    (
        "changes alone", {}, pair("ytd", when=False, values=False, **WORDS), BOTH,
        f"Vận chuyển hành khách tăng 12,5% và luân chuyển tăng 25,0% {FIRST}.",
    ),
    (
        "by the catalogue's labels", {}, pair("ytd", when=False, values=False), BOTH,
        "Số lượt hành khách vận chuyển tăng 12,5% và số lượt hành khách luân chuyển tăng 25,0% "
        f"{FIRST}.",
    ),
    (
        "the time of both said once", {}, pair("ytd"), BOTH,
        "Số lượt hành khách vận chuyển 7 tháng đầu năm đạt 1.125,0 nghìn lượt khách, tăng 12,5% và "
        f"số lượt hành khách luân chuyển đạt 62,5 triệu lượt khách.km, tăng 25,0% {FIRST}.",
    ),
    (
        "the time of each where it is asked for", {}, pair("ytd", when=True, values=False, **WORDS),
        BOTH,
        "Vận chuyển hành khách 7 tháng đầu năm tăng 12,5% và luân chuyển 7 tháng đầu năm tăng "
        f"25,0% {FIRST}.",
    ),
    (
        "one way up, one down, the base with the first", {"series_base": "first"},
        pair("ytd", when=False, values=False, **WORDS),
        [*BOTH[:2], *back(TURNED, 45, 50)],
        f"Vận chuyển hành khách tăng 12,5% {FIRST} và luân chuyển giảm 10,0%.",
    ),
    (
        "a multiple says its own base", {"times_from": "200"},
        pair("ytd", when=False, values=False, **WORDS),
        [*BOTH[:2], *back(TURNED, 105, 50)],
        f"Vận chuyển hành khách tăng 12,5% {FIRST} và luân chuyển gấp 2,1 lần cùng kỳ.",
    ),
    (
        "two changes of each are parted by a semicolon", {},
        pair("month", when=False, values=False, **WORDS),
        [*back(CARRIED, 110, 100, span="month"), (CARRIED, "month", "2023-06", 88),
         *back(TURNED, 45, 50, span="month"), (TURNED, "month", "2023-06", 50)],
        f"Vận chuyển hành khách tăng 25,0% so với tháng trước và tăng 10,0% {FIRST}; luân chuyển "
        "giảm 10,0% so với tháng trước và giảm 10,0% so với cùng kỳ.",
    ),
    (
        "with both bases together", {"pair_bases": "together"},
        pair("month", when=False, values=False, **WORDS),
        [*back(CARRIED, 110, 100, span="month"), (CARRIED, "month", "2023-06", 88),
         *back(TURNED, 45, 50, span="month"), (TURNED, "month", "2023-06", 40)],
        "Vận chuyển hành khách tăng 25,0% và tăng 10,0%; luân chuyển tăng 12,5% và giảm 10,0% so "
        "với tháng trước và cùng kỳ năm trước.",
    ),
    (
        "what is missing leaves the base to the other", {},
        pair("ytd", when=False, values=False, **WORDS), BOTH[:2],
        f"Vận chuyển hành khách tăng 12,5% {FIRST} và luân chuyển [thiếu: số lượt hành khách luân "
        "chuyển, so với cùng kỳ].",
    ),
    (
        "last year's growth of each", {"earlier_growth": ["year_on_year"]},
        pair("ytd", when=False, values=False, **WORDS),
        [*back(CARRIED, 1125, 1000, 500), *back(TURNED, "62.5", 50, 100)],
        "Vận chuyển hành khách tăng 12,5% (cùng kỳ năm 2022 tăng 100,0%) và luân chuyển tăng 25,0% "
        f"{FIRST} (cùng kỳ năm 2022 giảm 50,0%).",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "template", "rows", "sentence"),
    [case[1:] for case in PAIRED], ids=[case[0] for case in PAIRED],
)  # fmt: skip
def test_two_series_share_a_base(
    settings: dict[str, Any], template: str, rows: list[Row], sentence: str
) -> None:
    assert Bench(CATALOG, rows, settings=settings).says(template) == sentence


def test_a_pair_of_several_spans_says_the_time_of_each() -> None:
    rows = [*BOTH, *back(CARRIED, 110, 100, span="month"), *back(TURNED, 45, 50, span="month")]
    due = {"due": {"month": ["year_on_year"], "ytd": ["year_on_year"]}}
    bench = Bench(CATALOG, rows, {CARRIED: due, TURNED: due})
    assert bench.says(pair(values=False, **WORDS)) == (
        f"Vận chuyển hành khách tháng 7 tăng 10,0% {FIRST}, lũy kế 7 tháng tăng 12,5% so với cùng "
        "kỳ; luân chuyển tháng 7 giảm 10,0% so với cùng kỳ, lũy kế 7 tháng tăng 25,0% so với "
        "cùng kỳ."
    )


def test_a_pair_says_its_time_where_only_the_second_has_something_to_tell() -> None:
    due = {CARRIED: {"due": {"ytd": []}}, TURNED: {"due": {"ytd": ["year_on_year"]}}}
    said = Bench(CATALOG, BOTH, due).says(pair("ytd", values=False, **WORDS))
    assert said == f"Luân chuyển 7 tháng đầu năm tăng 25,0% {FIRST}."


def test_one_of_two_that_is_out_of_scope_leaves_the_other_alone() -> None:
    template = pair("ytd", when=False, **WORDS)
    bench = Bench(CATALOG, BOTH, {CARRIED: "none", TURNED: "all"})
    assert bench.says(template) == (
        f"Luân chuyển đạt 62,5 triệu lượt khách.km, tăng 25,0% {FIRST}."
    )
    assert Bench(CATALOG, BOTH, {"trade.*": "all"}).says(f"Câu đầu. {template}") == "Câu đầu."


def test_the_ledger_keeps_how_a_pair_was_made() -> None:
    ledger = Bench(CATALOG, BOTH).draft(pair("ytd", when=False, **WORDS)).ledger
    assert ledger[0].formula == (
        'paired(indicator("transport.passengers"), indicator("transport.passenger_km"), "ytd", '
        'subjects=["vận chuyển hành khách", "luân chuyển"], joint=" và ", when=false)'
    )
    assert [row.indicator for row in ledger[1:]] == [CARRIED] * 2 + [TURNED] * 2


# -- a quantity and its value ----------------------------------------------------------------------

RICE = [*back(TONNES, "118.7", 100), *back(WORTH, "64.8", 50)]
WORTHS: list[tuple[str, dict[str, Any], str, list[Row], str]] = [
    (
        "both levels, then both changes", {}, rice(), RICE,
        "Gạo xuất khẩu 7 tháng đầu năm đạt 118,7 nghìn tấn, trị giá 64,8 triệu USD, tăng 18,7% về "
        f"lượng và tăng 29,6% về trị giá {FIRST}.",
    ),
    (
        "in words of the template's own", {},
        rice("ytd", subject="gạo", when=False, verb="ước", joint="kim ngạch",
             of_quantity="về khối lượng", of_value="về kim ngạch"), RICE,
        "Gạo ước 118,7 nghìn tấn, kim ngạch 64,8 triệu USD, tăng 18,7% về khối lượng và tăng 29,6% "
        f"về kim ngạch {FIRST}.",
    ),
    (
        "the verb of the less certain one", {}, rice("ytd", when=False),
        [*RICE[:2], (WORTH, "ytd", "2023-07", "64.8", ESTIMATE), RICE[3]],
        "Gạo xuất khẩu ước đạt 118,7 nghìn tấn, trị giá 64,8 triệu USD, tăng 18,7% về lượng và "
        f"tăng 29,6% về trị giá {FIRST}.",
    ),
    (
        "two ways", {}, rice("ytd", when=False), [*back(TONNES, 90, 100), *RICE[2:]],
        "Gạo xuất khẩu đạt 90,0 nghìn tấn, trị giá 64,8 triệu USD, giảm 10,0% về lượng và tăng "
        f"29,6% về trị giá {FIRST}.",
    ),
    (
        "one unchanged", {}, rice("ytd", when=False), [*RICE[:2], *back(WORTH, 50, 50)],
        "Gạo xuất khẩu đạt 118,7 nghìn tấn, trị giá 50,0 triệu USD, tăng 18,7% về lượng và tương "
        f"đương về trị giá {FIRST}.",
    ),
    (
        "one a multiple", {"times_from": "200"}, rice("ytd", when=False),
        [*RICE[:2], *back(WORTH, 125, 50)],
        "Gạo xuất khẩu đạt 118,7 nghìn tấn, trị giá 125,0 triệu USD, tăng 18,7% về lượng và gấp "
        f"2,5 lần về trị giá {FIRST}.",
    ),
    (
        "the changes in units beside", {"absolute": "brackets"}, rice("ytd", when=False), RICE,
        "Gạo xuất khẩu đạt 118,7 nghìn tấn, trị giá 64,8 triệu USD, tăng 18,7% (+18,7 nghìn tấn) "
        f"về lượng và tăng 29,6% (+14,8 triệu USD) về trị giá {FIRST}.",
    ),
    (
        "changes alone", {}, rice("ytd", when=False, values=False), RICE,
        f"Gạo xuất khẩu tăng 18,7% về lượng và tăng 29,6% về trị giá {FIRST}.",
    ),
    (
        "on another base", {}, rice("month", "month_on_month", when=False),
        [row for series, now, then in ((TONNES, 12, 10), (WORTH, 6, 8))
         for row in ((series, "month", "2023-07", now), (series, "month", "2023-06", then))],
        "Gạo xuất khẩu đạt 12,0 nghìn tấn, trị giá 6,0 triệu USD, tăng 20,0% về lượng và giảm "
        "25,0% về trị giá so với tháng trước.",
    ),
    (
        "one of the changes missing", {}, rice("ytd", when=False), RICE[:3],
        "Gạo xuất khẩu đạt 118,7 nghìn tấn, trị giá 64,8 triệu USD, tăng 18,7% về lượng "
        f"{FIRST}, [thiếu: giá trị gạo xuất khẩu, so với cùng kỳ].",
    ),
    (
        "one of the levels missing, and so its change", {}, rice("ytd", when=False), RICE[:2],
        "Gạo xuất khẩu đạt 118,7 nghìn tấn, trị giá [thiếu: giá trị gạo xuất khẩu 7 tháng đầu năm],"
        f" tăng 18,7% về lượng {FIRST}.",
    ),
    (
        "both missing", {}, rice("ytd", when=False), [],
        "Gạo xuất khẩu đạt [thiếu: gạo xuất khẩu 7 tháng đầu năm], trị giá [thiếu: giá trị gạo "
        "xuất khẩu 7 tháng đầu năm].",
    ),
    (
        "a change alone whose level is missing", {}, rice("ytd", when=False, values=False),
        RICE[2:],
        f"Gạo xuất khẩu tăng 29,6% về trị giá {FIRST}, [thiếu: gạo xuất khẩu, so với cùng kỳ].",
    ),
    (
        "changes alone, both missing", {}, rice("ytd", when=False, values=False), [],
        "Gạo xuất khẩu [thiếu: gạo xuất khẩu, so với cùng kỳ], [thiếu: giá trị gạo xuất khẩu, so "
        "với cùng kỳ].",
    ),
    (
        "nothing in words", {}, rice("ytd", when=False, zero="không phát sinh"),
        [*back(TONNES, 0, 100), *back(WORTH, 0, 50)],
        "Gạo xuất khẩu không phát sinh.",
    ),
    (
        "last year's growth of both", {"earlier_growth": ["year_on_year"]},
        rice("ytd", when=False), [*back(TONNES, "118.7", 100, 80), *back(WORTH, "64.8", 50, 100)],
        "Gạo xuất khẩu đạt 118,7 nghìn tấn, trị giá 64,8 triệu USD, tăng 18,7% về lượng và tăng "
        f"29,6% về trị giá {FIRST} (cùng kỳ năm 2022 tăng 25,0% về lượng và giảm 50,0% về trị "
        "giá).",
    ),
    (
        "of two times, one by one", {}, rice("ytd", value="trade.late_value"),
        [*RICE[:2], ("trade.late_value", "ytd", "2023-06", 55),
         ("trade.late_value", "ytd", "2022-06", 50)],
        f"Gạo xuất khẩu 7 tháng đầu năm đạt 118,7 nghìn tấn, tăng 18,7% {FIRST}; giá trị gạo 6 "
        "tháng đầu năm đạt 55,0 triệu USD, tăng 10,0% so với cùng kỳ.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "template", "rows", "sentence"),
    [case[1:] for case in WORTHS], ids=[case[0] for case in WORTHS],
)  # fmt: skip
def test_a_quantity_is_told_with_its_value(
    settings: dict[str, Any], template: str, rows: list[Row], sentence: str
) -> None:
    assert Bench(CATALOG, rows, settings=settings).says(template) == sentence


def test_a_quantity_whose_value_is_out_of_scope_is_told_alone() -> None:
    bench = Bench(CATALOG, RICE, {TONNES: "all"})
    assert bench.says(rice()) == (
        f"Gạo xuất khẩu 7 tháng đầu năm đạt 118,7 nghìn tấn, tăng 18,7% {FIRST}."
    )
    assert Bench(CATALOG, RICE, {CARRIED: "all"}).says(f"Câu đầu. {rice()}") == "Câu đầu."


def test_a_change_that_is_not_due_is_not_told() -> None:
    bench = Bench(CATALOG, RICE, {TONNES: "all", WORTH: {"due": {"ytd": []}}})
    assert bench.says(rice("ytd", when=False)) == (
        f"Gạo xuất khẩu đạt 118,7 nghìn tấn, trị giá 64,8 triệu USD, tăng 18,7% về lượng {FIRST}."
    )


def test_the_causes_of_both_are_told() -> None:
    commentary = (
        "# Thương mại {section}\n## Nguyên nhân {causes}\n"
        "- trade.rice_tonnes, so với cùng kỳ, tăng: do được mùa\n"
        "- trade.rice_value, so với cùng kỳ, tăng: do giá lên\n"
    )
    said = Bench(CATALOG, RICE, commentary=commentary).says(rice("ytd", when=False))
    assert said.endswith(
        f"tăng 18,7% về lượng (do được mùa) và tăng 29,6% về trị giá {FIRST}, do giá lên."
    )


@pytest.mark.parametrize("by", ["plan", "share", "year_on_year_real", "value"])
def test_only_a_change_can_be_shared(by: str) -> None:
    with pytest.raises(InputError, match=f"'{by}' is no change"):
        Bench(CATALOG, RICE).says(rice("ytd", by))


def test_figures_of_a_pair_have_their_own_series() -> None:
    printed = Bench(CATALOG, RICE).figures(rice())
    assert [(one.point.series.indicator, one.measure) for one in printed] == [
        (TONNES, "level"), (WORTH, "level"), (TONNES, "change_percent"), (WORTH, "change_percent"),
    ]  # fmt: skip
