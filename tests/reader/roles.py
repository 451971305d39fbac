"""Figures by the role that the file's own ledger gives them, each judged by the data.

The words tell a reader what a figure is about; where they are a template's own, the ledger does.
What is printed - number, unit, direction, base - is read from the text in either case.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lxml import etree

from . import phrases
from .atoms import Atom, atoms
from .bases import base_name
from .claims import Claim
from .dataset import Row
from .document import Line, lines, with_notes
from .numbers import NUMERAL, number
from .periods import base_of
from .truth import HUNDRED, Truth, UnknownError, rounded

_LEDGER = "{urn:drafter:ledger:1}"
_VERBS = {"rising": "tăng", "falling": "giảm"}
_ALIKE = ("tương đương", "không đổi", "giữ nguyên", "không thay đổi")
_COMPARED = ("change_percent", "change_absolute", "change_points")
_PARTS = ("attainment", "share", "contribution")


@dataclass(frozen=True)
class Role:
    """What a tag stands for, as the ledger has it. inputs: `file:row` of each."""

    indicator: str
    item: str
    span: str
    period: str
    measure: str
    base: str
    inputs: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A figure in its paragraph: what is printed, the words behind it, what it is of."""

    text: str
    after: str
    line: str
    role: Role


def told(docx: bytes) -> Iterator[Told]:
    """The figures of a document in order, those of a footnote behind its paragraph's."""
    roles = roles_of(docx)
    for line in with_notes(lines(docx)):
        yield from _told(line, roles)


def _told(line: Line, roles: Mapping[str, Role]) -> Iterator[Told]:
    for place, control in enumerate(line.controls):
        following = [other.start for other in line.controls[place + 1 :]]
        after = line.text[control.end : min(following, default=len(line.text))]
        yield Told(line.text[control.start : control.end], after, line.text, roles[control.tag])


def roles_of(docx: bytes) -> dict[str, Role]:
    """Tag → role, from the custom XML part that holds the ledger."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if "customXml/item1" in name]
    found: dict[str, Role] = {}
    for part in parts:
        for row in etree.fromstring(part):
            held = dict(row.attrib)
            if "tag" in held:
                inputs = tuple((one.text or "").removesuffix(":value") for one in row)
                names = ("indicator", "item", "span", "period", "measure", "base")
                found.setdefault(held["tag"], Role(*(held.get(n, "") for n in names), inputs))
    return found


@dataclass(frozen=True)
class Judge:
    """Judges figures by the data. figures: the pattern of a reader. since: a merger's month."""

    truth: Truth
    figures: re.Pattern[str]
    since: str = ""

    def faults(self, docx: bytes) -> list[str]:
        """What is false in a document."""
        return [f"{one.role}: {said} [{one.text}] in: {one.line}"
                for one in told(docx) for said in self._of(one)]  # fmt: skip

    def _of(self, one: Told) -> Iterator[str]:
        if one.text.startswith("[thiếu"):
            yield from self._missing(one)
            return
        yield from self._base(one)
        try:
            if one.role.base and one.role.measure in (*_COMPARED, *_PARTS):
                self.same_territory(one.role)
            yield from self._number(one)
        except UnknownError as reason:
            yield f"the data do not say it ({reason})"

    def _base(self, one: Told) -> Iterator[str]:
        """The base that is said right behind a change is the one that the figure has."""
        if one.role.measure not in (*_COMPARED, "status"):
            return
        bare = one.text.endswith(_ALIKE) or " lần" in one.text
        pattern = phrases.BASE_BARE if bare else phrases.BASE_BEHIND
        own = "year_on_year" if one.role.base.startswith("plan_points") else one.role.base
        if phrases.BASES_TOGETHER.match(one.after):
            if own != "year_on_year":
                yield "told on the year before"
        elif (hit := pattern.match(one.after)) and base_name(hit) != own:
            yield f"told on {base_name(hit)}"

    # -- numbers ----------------------------------------------------------------------------------

    def _number(self, one: Told) -> Iterator[str]:
        role, found = one.role, atoms(one.text, self.figures)
        measure = role.measure.partition("_of_")[0]
        if measure == "status":
            yield from self._status(one)
        elif measure.startswith(("count_", "range_", "trend")):
            yield from self._over_members(one)
        elif measure in ("numerator", "level") and found and found[0].kind == "fraction":
            yield from self._claimed(one, found[0], "fraction")
        elif measure == "level" and not any(atom.value is not None for atom in found):
            yield from self._zero(one)
        elif found and found[0].kind in ("range", "change_range", "from_to"):
            yield from self._claimed(one, found[0], found[0].kind)
        elif role.base.startswith("plan_points"):
            yield from self._attainment_points(one)
        elif measure in _COMPARED:
            yield from self._change(one, found)
        elif found:
            yield from self._claimed(one, found[0], measure)
        else:
            yield "not understood"

    def _claimed(self, one: Told, atom: Atom, measure: str) -> Iterator[str]:
        """A claim of the role with the numbers of the text."""
        yield from self.truth.faults(self._claim(one, atom, measure))

    def _claim(self, one: Told, atom: Atom, measure: str) -> Claim:
        role, percent = one.role, measure in ("change_percent", "attainment", "share")
        return Claim(
            role.indicator, role.item, role.span, role.period, measure, atom.value,
            atom.unit or ("%" if percent else ""), role.base, one.text, "", atom.places, atom.high,
            atom.direction, sentence=one.line,
        )  # fmt: skip

    def _change(self, one: Told, found: list[Atom]) -> Iterator[str]:
        """A change: its way is that of its verb; without one only its size is told."""
        lowered = one.text.lower()
        if lowered.endswith(_ALIKE):
            claim = self._claim(one, Atom("unchanged", 0, 0, one.text), one.role.measure)
            yield from self._unchanged(claim)
            return
        if not found or found[0].value is None:
            yield from self._worded(one)
            return
        atom = found[0]
        value = atom.value if atom.value is not None else Decimal(0)
        if atom.kind == "ratio":
            value -= HUNDRED
        elif lowered.startswith("giảm"):
            value = -abs(value)
        elif atom.kind == "level" and not lowered.startswith(("tăng", "+", "-", "\u2011")):
            value = self._signed(one, value)
        kind = "times" if atom.kind == "times" else one.role.measure
        yield from self._claimed(one, replace(atom, value=value), kind)

    def _worded(self, one: Told) -> Iterator[str]:
        """A direction without its size: `tăng`, `giảm nhẹ`."""
        (way,) = self._ways(one.role)
        if not one.text.lower().startswith(_VERBS.get(way, "?")):
            yield f"the series went {way}"

    def _signed(self, one: Told, size: Decimal) -> Decimal:
        """A size in brackets behind the change in units, with the sign of the data."""
        truth = self._rate(one.role)
        return -size if truth < 0 else size

    def _unchanged(self, claim: Claim) -> Iterator[str]:
        places = self.truth.rate_places(claim)
        try:
            truth = self._rate_of(claim.indicator, claim.item, claim.span, claim.period, claim.base)
        except UnknownError:
            truth = self.truth.unchanged(claim, claim.span, claim.period)
            places = self.truth.level_places(claim)
        if rounded(truth, places) != 0:
            yield f"told as unchanged, the data give {truth:.6}"

    def _attainment_points(self, one: Told) -> Iterator[str]:
        """How far an attainment lies over that of the year before: `cao hơn 3,2 điểm %`."""
        role, plan = one.role, one.role.base.partition(":")[2]
        before = base_of(role.span, role.period, "year_on_year")
        truth = self.attained(role, role.period, plan) - self.attained(role, before, plan)
        size = re.search(NUMERAL, one.text)
        told = number(size[0]) if size else Decimal(0)
        told = -told if "thấp hơn" in one.text.lower() else told
        claim = self._claim(one, Atom("points", 0, 0, one.text), role.measure)
        if told != rounded(truth, self.truth.rate_places(claim)):
            yield f"the data give {truth:.6}"

    def attained(self, role: Role, period: str, plan: str) -> Decimal:
        """A level in percent of a year's plan."""
        at = (role.indicator, role.item)
        now = self.truth.row(*at, role.span, period)
        target = self.truth.row(*at, "year", period[:4], "plan", plan=plan)
        if now is None or target is None:
            raise UnknownError("no level or no plan")
        return now.value * HUNDRED / target.value

    def _zero(self, one: Told) -> Iterator[str]:
        role = one.role
        row = self.truth.row(role.indicator, role.item, role.span, role.period)
        if row is None:
            raise UnknownError("no level")
        if row.value != 0:
            yield f"told as nothing, the data give {row.value}"

    # -- over several series ----------------------------------------------------------------------

    def _rate(self, role: Role) -> Decimal:
        return self._rate_of(role.indicator, role.item, role.span, role.period, role.base)

    def _rate_of(self, indicator: str, item: str, span: str, period: str, base: str) -> Decimal:
        return self.truth.change(indicator, item, span, period, base)

    def _ways(self, role: Role) -> list[str]:
        """The ways that the series behind a figure went, as its own inputs name them."""
        series = dict.fromkeys(
            self.truth.places[place].key[:2] for place in role.inputs if place in self.truth.places
        )
        ways = []
        for indicator, item in series:
            claim = Claim(indicator, item, role.span, role.period, "change_percent", None, "%",
                          role.base, "")  # fmt: skip
            rate = rounded(self._rate(replace(role, indicator=indicator, item=item)),
                           self.truth.rate_places(claim))  # fmt: skip
            ways.append("rising" if rate > 0 else "falling" if rate < 0 else "unchanged")
        return ways

    def _status(self, one: Told) -> Iterator[str]:
        ways, lowered = self._ways(one.role), one.text.lower()
        for way, verb in _VERBS.items():
            if (way in ways) != (verb in lowered):
                yield f"the series went {ways}"
        said = [(int(a), int(b)) for a, b in re.findall(r"(\d+)/(\d+)", lowered)]
        if whole := re.search(r"cả (\d+)", lowered):
            said = [(int(whole[1]), int(whole[1]))]
        if "đều" in lowered and len(set(ways)) != 1:
            yield f"told of all, the series went {ways}"
        for part, of in said:
            if of != len(ways) or part not in (ways.count(way) for way in set(ways)):
                yield f"the series went {ways}"

    def _over_members(self, one: Told) -> Iterator[str]:
        """Counts, ranges and trends name only ways that a member went."""
        ways, lowered = self._ways(one.role), one.text.lower()
        if one.role.measure == "trend":
            yield from self._status(one)
        elif one.role.measure.startswith("count_"):
            way = one.role.measure.removeprefix("count_")
            (number,) = re.findall(r"\d+", lowered)
            if ways.count(way) != int(number):
                yield f"the members went {ways}"
        elif {"tăng": "rising", "giảm": "falling"}.get(lowered.split()[0]) not in (None, *ways):
            yield f"the members went {ways}"

    # -- absence ----------------------------------------------------------------------------------

    def _missing(self, one: Told) -> Iterator[str]:
        """What is told as missing is not in the data, or cannot be compared."""
        role = one.role
        try:
            if role.measure in _COMPARED and role.period:
                self.same_territory(role)
                self._rate(role)
            elif role.measure == "level":
                if self.truth.row(role.indicator, role.item, role.span, role.period) is None:
                    return
            else:
                return
        except UnknownError:
            return
        yield "told as missing, the data have it"

    def same_territory(self, role: Role) -> None:
        """UnknownError when of two numbers one is of the territory before the merger."""
        rows = [row for row in self._together(role) if row] if self.since else []
        before = [row for row in rows if row.vintage[:7] < self.since
                  and (row.measure == "plan" or _last_month(row.period) < self.since)]  # fmt: skip
        if len(rows) > 1 and len(before) not in (0, len(rows)):
            raise UnknownError("of two territories")

    def _together(self, role: Role) -> list[Row | None]:
        """The numbers that a comparison is made from, a plan where it says when it was set."""
        truth, name = self.truth, role.base.partition(":")[0]
        at = (role.indicator, role.item, role.span)
        now = truth.row(*at, role.period)
        if name.startswith("plan"):
            year, plan = role.period[:4], role.base.partition(":")[2]
            target = truth.row(*at[:2], "year", year, "plan", plan=plan)
            return [now, target if target and target.vintage else None]
        if role.measure == "share":
            above = "" if role.base == "share_of_total" else role.item.rpartition("/")[0]
            return [now, truth.row(role.indicator, above, role.span, role.period)]
        pair = list(truth.pair(*at, role.period, role.base or "year_on_year"))
        if role.measure != "contribution":
            return pair
        earlier = base_of(role.span, role.period, "year_on_year")
        return [*pair, truth.row(role.indicator, "", role.span, earlier)]


def _last_month(period: str) -> str:
    """The month in which a period ends; December where none is told."""
    end = period.rpartition("/")[2]
    if end[5:6] == "Q":
        return f"{end[:4]}-{int(end[6]) * 3:02d}"
    return end[:7] if end[5:7].isdecimal() else f"{end[:4]}-12"
