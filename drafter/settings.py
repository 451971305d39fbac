"""How an office prints numbers and words: every setting, its default, and where it comes from.

A setting is looked for from the single call outwards: call, item, indicator, section, all; within
one layer the workspace's profile stands over the report kind's file, and that over the manner that
they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from string import Formatter
from typing import Annotated, Any, Literal

import msgspec

PLANS = {
    "": "kế hoạch",
    "province": "kế hoạch",
    "year": "kế hoạch",
    "central": "kế hoạch Trung ương giao",
    "year_start": "kế hoạch giao đầu năm",
    "total_investment": "tổng mức đầu tư",
}
Form = Literal["growth", "ratio", "ratio_below"]
Places = Annotated[int, msgspec.Meta(ge=0, le=6)]

_DATED = ("year", "date")
PHRASES: Mapping[str, tuple[str, ...]] = {
    "month_on_month": _DATED,
    "quarter_on_quarter": _DATED,
    "year_on_year": _DATED,
    "year_on_year_first": _DATED,
    "year_on_year_whole": _DATED,
    "year_on_year_real": _DATED,
    "earlier_year": ("year",),
    "earlier_year_whole": ("year",),
    "year_end": _DATED,
    "december": _DATED,
    "base_year": _DATED,
    "plan": ("plan", "year"),
    "share": _DATED,
    "contribution": _DATED,
}
"""Setting → what is filled in where its phrase has braces."""
YEARLY = ("year_on_year", "year_on_year_real")
"""The changes on the same period of the year before."""
NUMBERS = ("slight_below", "times_from")
"""The settings that are plain decimals, in percent."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One resolved set of settings.

    decimals, rate_decimals: of levels (in the printed unit) and of percentages; blank: the
    catalogue's. trailing_zeros: `68,10%` rather than `68,1%`; level_zeros: the same for levels
    (`670,00 ha`). unit: the unit to print levels in
    (another scale of the catalogue's). pad_counts: `05 cửa khẩu`.

    form: `growth` (tăng, giảm), `ratio` (bằng 103,7% …, above and below 100) or `ratio_below`
    (tăng, but bằng 98,22% when it fell). absolute: the change in units: after the rate in
    brackets (`(+5,75 ha)`) or in words (`, tương ứng tăng 2,06 nghìn m3`), `first` with the rate
    in brackets (`tăng 18 vụ (81,8%)`), the `only` one, or none; absolute_on: the comparisons that
    it is told with. unchanged: the word for a change that rounds to nothing. slight_below: rates
    under it (percent) are `tăng nhẹ`, `giảm nhẹ`. times_from: from this ratio in percent (200)
    upwards `gấp 2,5 lần`, with at most times_decimals decimals.

    earlier_growth: the changes on the year before that are followed by what they were a year
    earlier: `tăng 10,4% so với cùng kỳ (cùng kỳ năm 2022 tăng 49,0%)`.

    table_form: changes in statistical tables: the index (107,95) or the growth (7,95).

    notes: footnotes are printed. causes: so are the causes of the commentary; charts: so are
    the charts.

    series_base: which members of a series carry the base phrase; series_plan: which of those on
    the same plan carry its name. base_once: a rise or fall on the
    year before leaves its base out where the paragraph said the same one last. pair: what joins a
    month-on-month and a year-on-year change; pair_bases: whether each says its base or both behind
    the second (`together`: `tăng 0,3% và giảm 0,7% so với tháng trước và cùng kỳ`). same_base: the
    phrase said by a heading or an introduction, so that figures below it stay bare (a comparison's
    name, `month_on_month`).

    estimate, preliminary, actual: the verb before a level by its status. cumulative: the word
    before `7 tháng` when the month went before; cumulative_first: where they open their clause
    (blank: `7 tháng đầu năm`); cumulative_year: the year is said with them. points: what
    percentage points are called. The phrases are what follows a comparison;
    `{year}`, `{date}`, `{plan}` are filled in. plans: plan → its name in print.
    """

    decimals: Places | None = None
    rate_decimals: Places | None = None
    trailing_zeros: bool = True
    level_zeros: bool = True
    unit: str = ""
    pad_counts: bool = True
    form: Form = "growth"
    table_form: Literal["index", "growth"] = "index"
    absolute: Literal["none", "brackets", "words", "first", "only"] = "none"
    absolute_on: tuple[str, ...] = ("year_on_year",)
    unchanged: str = "tương đương"
    slight_below: str = ""
    times_from: str = ""
    times_decimals: Places = 1
    earlier_growth: tuple[str, ...] = ()
    notes: bool = True
    causes: bool = True
    charts: bool = True
    series_base: Literal["last", "first", "each"] = "last"
    series_plan: Literal["first", "each"] = "each"
    base_once: bool = False
    pair: str = " và "
    pair_bases: Literal["each", "together"] = "each"
    same_base: str = ""
    estimate: str = "ước đạt"
    preliminary: str = "sơ bộ đạt"
    actual: str = "đạt"
    cumulative: str = "lũy kế"
    cumulative_first: str = ""
    cumulative_year: bool = False
    points: str = "điểm %"
    month_on_month: str = "so với tháng trước"
    quarter_on_quarter: str = "so với quý trước"
    year_on_year: str = "so với cùng kỳ"
    year_on_year_first: str = "so với cùng kỳ năm trước"
    year_on_year_whole: str = "so với năm trước"
    year_on_year_real: str = "nếu loại trừ yếu tố giá"
    earlier_year: str = "cùng kỳ năm {year}"
    earlier_year_whole: str = "năm {year}"
    year_end: str = "so với {date}"
    december: str = "so với tháng 12 năm trước"
    base_year: str = "so với năm gốc {year}"
    plan: str = "{plan}"
    share: str = "trong tổng số"
    contribution: str = "vào mức tăng chung"
    plans: Mapping[str, str] = msgspec.field(default_factory=lambda: dict(PLANS))


Layer = Mapping[str, Any]


class Layers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Settings as a file gives them: for all, by section, by indicator pattern, by item.

    indicators: `budget.*` or an id; the longer pattern wins. items: `transport.revenue/freight`.
    """

    all: Mapping[str, Any] = {}
    sections: Mapping[str, Mapping[str, Any]] = {}
    indicators: Mapping[str, Mapping[str, Any]] = {}
    items: Mapping[str, Mapping[str, Any]] = {}


class OfficeManner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way of printing and wording that many reports share (`templates/manners/*.yaml`).

    label: what a clerk calls it. without: the comparisons that it never tells. settings: lie under
    those of report kinds and profiles.
    """

    label: str
    without: tuple[str, ...] = ()
    settings: Layers = Layers()


class Cascade:
    """Settings of any place in a report, resolved once for each place.

    layers: the manner's first, then the report kind's, then the profile's.
    """

    def __init__(self, *layers: Layers) -> None:
        self._layers = layers
        self._held: dict[tuple[str, str, str], dict[str, Any]] = {}
        self._built: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], Settings] = {}

    def at(
        self, section: str = "", indicator: str = "", item: str = "", call: Layer | None = None
    ) -> Settings:
        """The settings of one place; TypeError or msgspec.ValidationError for an unknown one."""
        asked = tuple(sorted((name, repr(value)) for name, value in call.items())) if call else ()
        key = (section, indicator, item, asked)
        if (built := self._built.get(key)) is None:
            held = self._merged(section, indicator, item)
            merged = {**held, **_with_plans(held, call or {})}
            built = self._built[key] = msgspec.convert(merged, Settings)
        return built

    def _merged(self, section: str, indicator: str, item: str) -> dict[str, Any]:
        place = (section, indicator, item)
        if place not in self._held:
            merged: dict[str, Any] = {}
            for found in self._found(section, indicator, item):
                merged = {**merged, **_with_plans(merged, found)}
            self._held[place] = merged
        return self._held[place]

    def _found(self, section: str, indicator: str, item: str) -> Iterator[Layer]:
        """What each layer says of a place, the nearest to the call last."""
        yield from (layers.all for layers in self._layers)
        yield from (layers.sections.get(section, {}) for layers in self._layers)
        for layers in self._layers:
            yield from _matching(layers.indicators, indicator)
        yield from (layers.items.get(f"{indicator}/{item}", {}) for layers in self._layers)


def _matching(patterns: Mapping[str, Layer], indicator: str) -> list[Layer]:
    """The layers whose pattern fits an indicator, the longest (most exact) pattern last."""
    fitting = [pattern for pattern in patterns if fnmatchcase(indicator, pattern)]
    return [patterns[pattern] for pattern in sorted(fitting, key=len)]


def _with_plans(held: Layer, layer: Layer) -> Layer:
    """A layer whose plan names complete, rather than replace, those already held."""
    if "plans" not in layer:
        return layer
    known = held.get("plans", PLANS)
    return {**layer, "plans": {**known, **layer["plans"]}}


def fills(phrase: str, places: Iterable[str]) -> bool:
    """Whether a phrase can be filled in: it has no braces but those of `places`.

    >>> fills("so với {date}", ["year", "date"]), fills("so với {ngày}", ["date"]), fills("{", [])
    (True, False, False)
    """
    try:
        parts = list(Formatter().parse(phrase))
    except ValueError:
        return False
    return all(
        name is None or (name in places and not form and not conversion)
        for _, name, form, conversion in parts
    )
