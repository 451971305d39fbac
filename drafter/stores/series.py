"""What a row is of: the cells that name a series, checked against the catalogue once per series.

A file repeats the same indicator, item, measure and unit over many periods, so everything here is
kept by its raw cells and worked out when they are first seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from drafter.catalog import Catalog, Item
from drafter.errors import Message, msg
from drafter.stores.columns import suggestion
from drafter.stores.units import factor
from drafter.stores.values import Rule, rule_of
from drafter.stores.words import Cell, Remark, read_frame, tidied

IDENTITY = (
    "indicator", "item", "area", "span", "measure", "base", "of", "plan", "bound",
    "unit", "status", "origin",
)  # fmt: skip
_IN_PERCENT = ("change_percent", "index", "share", "contribution_share")
_IN_POINTS = ("change_points", "contribution")
_PARTS = ("share", "numerator", "denominator", "contribution", "contribution_share")
_OF_OTHER_UNITS = ("numerator", "denominator", "rank")


@dataclass(frozen=True, slots=True)
class Series:
    """The checked identity of a row. head and tail: its key before and after the period.

    span: of its periods; blank when the cell names none.
    factor: what values are multiplied by to be in `unit`; None when they are in it already.
    """

    span: str
    head: tuple[str, str, str, str]
    tail: tuple[str, str, str, str, str]
    unit: str
    status: str
    origin: str
    factor: Decimal | None
    rule: Rule
    remarks: tuple[Remark, ...]


class SeriesRules:
    """Reads the identity of rows by a catalogue; one serves all files of a dataset."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._indicator = cache(self._read_indicator)
        self._items = cache(self._read_items)
        self._item = cache(self._read_item)
        self._of = cache(self._read_of)
        self._plan = cache(self._read_plan)
        self._unit = cache(self._read_unit)

    def series(self, cells: Sequence[str]) -> Series:
        """The series of a row's cells in the order of `IDENTITY`, blank where there is none."""
        name, member, area, span, measure, base, of, plan, bound, unit, status, origin = cells
        frame = read_frame((area, span, measure, base, bound, status, origin))
        indicator = self._indicator(name)
        item = self._item(indicator.text, member, frame.span)
        whole = self._of(indicator.text, of, frame.measure)
        planned = self._plan(indicator.text, plan, frame.measure)
        kept_in, times = self._unit(indicator.text, item.text, frame.measure, unit)
        known = self.catalog.indicators.get(indicator.text)
        cells_of_catalog = (indicator, item, whole, planned, kept_in)
        return Series(
            frame.span,
            (indicator.text, item.text, frame.area, frame.span),
            (frame.measure, frame.base, whole.text, planned.text, frame.bound),
            kept_in.text, frame.status, frame.origin, times,
            rule_of(
                known.kind if known else "rate", frame.measure, frame.span,
                signed=known.signed if known else False,
            ),
            sum((cell.remarks for cell in cells_of_catalog), frame.remarks),
        )  # fmt: skip

    def _read_indicator(self, raw: str) -> Cell:
        text, remarks = tidied("indicator", raw)
        if text in self.catalog.indicators:
            return Cell(text, remarks)
        if not text:
            fault = msg("the indicator is blank; write its id, such as {sample}",
                        sample=next(iter(self.catalog.indicators), "trade.exports"))  # fmt: skip
            return Cell("", (Remark("indicator", fault),))
        labels = {entry.label: name for name, entry in self.catalog.indicators.items()}
        near = suggestion(text, [*self.catalog.indicators, *labels])
        return _unknown(
            remarks, "indicator", text, labels.get(near, near),
            msg("unknown indicator '{text}'; take an id of the catalogue or add one to it",
                text=text),
        )  # fmt: skip

    def _read_items(self, indicator: str) -> Mapping[str, Item]:
        """The items of an indicator by path, at all depths."""
        entry = self.catalog.indicators[indicator]
        return dict(_items_by_path(self.catalog.members(entry), ""))

    def _read_item(self, indicator: str, raw: str, span: str) -> Cell:
        """The item; a project's is free, and so is that of a breakdown without members."""
        text, remarks = tidied("item", raw)
        entry = self.catalog.indicators.get(indicator)
        if not text or entry is None or span == "project":
            return Cell(text, remarks)
        items = self._items(indicator)
        if text in items:
            return Cell(text, remarks)
        if entry.breakdown is None:
            fault = msg("{indicator} has no breakdown; leave the item '{text}' out",
                        indicator=indicator, text=text)  # fmt: skip
            return Cell("", (*remarks, Remark("item", fault)))
        if not items:
            return Cell(text, remarks)
        # A spreadsheet takes the code 05 for the number 5.
        if text.zfill(2) in items:
            return Cell(text.zfill(2), remarks)
        fault = msg("unknown item '{text}' of {indicator}; take one of its breakdown or add it "
                    "there", text=text, indicator=indicator)  # fmt: skip
        return _unknown(remarks, "item", text, _nearest_item(items, text), fault)

    def _read_of(self, indicator: str, raw: str, measure: str) -> Cell:
        """The indicator that is the whole of a part."""
        text, remarks = tidied("of", raw)
        if not text or not measure or not indicator:
            return Cell(text, remarks)
        if measure not in _PARTS:
            fault = msg("of '{of}' is given for measure {measure}; leave it blank or write measure "
                        "share", of=text, measure=measure)  # fmt: skip
            return Cell(text, (*remarks, Remark("of", fault)))
        if text in self.catalog.indicators:
            return Cell(text, remarks)
        fault = msg("unknown of '{text}'; write the id of the indicator that is the whole",
                    text=text)  # fmt: skip
        return _unknown(remarks, "of", text, suggestion(text, list(self.catalog.indicators)), fault)

    def _read_plan(self, indicator: str, raw: str, measure: str) -> Cell:
        text, remarks = tidied("plan", raw)
        entry = self.catalog.indicators.get(indicator)
        if measure != "plan":
            fault = msg("plan '{plan}' is given for measure {measure}; leave it blank or write "
                        "measure plan", plan=text, measure=measure)  # fmt: skip
            return Cell(text, (*remarks, Remark("plan", fault)) if text and measure else remarks)
        if entry is None or text in entry.plans:
            return Cell(text, remarks)
        listed = ", ".join(entry.plans) or "-"
        fault = (
            msg("{indicator} has no plan '{plan}' in the catalogue; write one of: {listed}",
                indicator=indicator, plan=text, listed=listed)
            if text
            else msg("a plan must say which; write one of: {listed}", listed=listed)
        )  # fmt: skip
        return Cell(text, (*remarks, Remark("plan", fault)))

    def _read_unit(
        self, indicator: str, item: str, measure: str, raw: str
    ) -> tuple[Cell, Decimal | None]:
        """The unit that values are kept in, and the factor that brings them there."""
        text, remarks = tidied("unit", raw)
        wanted = self._unit_wanted(indicator, item, measure)
        if not text or not wanted or text == wanted:
            return Cell(text or wanted, remarks), None
        times = factor(text, wanted)
        if times is None:
            fault = msg(
                "unit '{unit}' is not that of {indicator}; write {wanted}",
                unit=text,
                indicator="/".join(filter(None, (indicator, item))),
                wanted=wanted,
            )
            if wanted in ("%", "điểm %"):
                fault = msg(
                    "unit '{unit}' does not go with measure {measure}; write {wanted}",
                    unit=text,
                    measure=measure,
                    wanted=wanted,
                )
            return Cell(wanted, (*remarks, Remark("unit", fault))), None  # fmt: skip
        if times == 1:
            return Cell(wanted, remarks), None
        note = msg("converted from {unit} to {wanted}, the unit of {indicator}",
                   unit=text, wanted=wanted, indicator=indicator)  # fmt: skip
        return Cell(wanted, (*remarks, Remark("unit", note, "note"))), times

    def _unit_wanted(self, indicator: str, item: str, measure: str) -> str:
        """The unit of a measure of an indicator; blank when any will do."""
        entry = self.catalog.indicators.get(indicator)
        if entry is None or not measure or measure in _OF_OTHER_UNITS:
            return ""
        if measure in _IN_PERCENT:
            return "%"
        if measure in _IN_POINTS:
            return "điểm %"
        member = self._items(indicator).get(item)
        return member.unit if member and member.unit else entry.unit


def _items_by_path(items: Mapping[str, Item], prefix: str) -> Iterator[tuple[str, Item]]:
    for key, item in items.items():
        yield prefix + key, item
        yield from _items_by_path(item.items, f"{prefix}{key}/")


def _nearest_item(items: Mapping[str, Item], text: str) -> str:
    """The path of the item whose path, last part or label is nearest to `text`, or blank."""
    names: dict[str, str] = {}
    for path, item in items.items():
        for name in (path, path.rpartition("/")[2], item.label):
            names.setdefault(name, path)
    return names.get(suggestion(text, list(names)), "")


def _unknown(
    remarks: tuple[Remark, ...], column: str, text: str, near: str, otherwise: Message
) -> Cell:
    """A cell with the fault that its word is unknown; when it is in an old font, only that."""
    if any(remark.severity == "fault" for remark in remarks):
        return Cell("", remarks)
    if near:
        otherwise = msg("unknown {column} '{text}'; did you mean {near}?",
                        column=column, text=text, near=near)  # fmt: skip
    return Cell("", (*remarks, Remark(column, otherwise)))
