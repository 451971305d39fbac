"""What the words around a value of a chart say of it: its name, its time, what it is compared with.

Nothing here uses code of drafter's: caption over the chart, name of its series, name of its place.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator

from lxml import etree

from . import phrases, titles
from .bases import base_name
from .comparisons import same_stretch
from .document import lines
from .heads import SEASONS, Time, iso
from .names import Entry
from .roles import Role

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DAY = r"\d\d/\d{1,2}/\d{4}"
_QUARTERS = ("I", "II", "III", "IV")
_TIMES = {
    "average_ytd": r"bình quân (?:(?P<month>\d+) tháng|cả)(?: đầu)? năm (?P<year>\d{4})",
    "ytd": r"(?P<month>\d+) tháng(?: đầu)? năm (?P<year>\d{4})",
    "month": r"tháng (?P<month>\d+) năm (?P<year>\d{4})|(?<![\d/])(?P<m>\d{1,2})/(?P<y>\d{4})",
    "quarter": r"quý (?P<quarter>I{1,3}|IV) năm (?P<year>\d{4})",
    "season": rf"vụ (?P<season>{'|'.join(SEASONS)}) năm (?P<year>\d{{4}})",
    "asof": rf"đến ngày (?P<day>{_DAY})",
    "year": r"cả năm (?P<year>\d{4})",
}


def times(text: str) -> list[Time]:
    """The stretches of time that a text names."""
    plain, found = text.replace("\u00a0", " "), []
    for span, pattern in _TIMES.items():
        for hit in re.finditer(pattern, plain, re.IGNORECASE):
            found.append(Time(span, _period(span, hit.groupdict())))
        plain = re.sub(pattern, "", plain, flags=re.IGNORECASE)
    return found


def _period(span: str, said: dict[str, str | None]) -> str:
    year = said.get("year") or said.get("y") or ""
    if span == "asof":
        return iso(said["day"] or "")
    if span == "quarter":
        return f"{year}-Q{_QUARTERS.index((said['quarter'] or '').upper()) + 1}"
    if span == "season":
        return f"{year}-{SEASONS[said['season'] or '']}"
    if span == "year":
        return year
    return f"{year}-{int(said.get('month') or said.get('m') or 12):02d}"


def captions(docx: bytes) -> dict[str, str]:
    """Chart part → the caption over it, blank for none."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    parts = {one.get("Id"): f"word/{one.get('Target')}" for one in relations}
    drawn = [parts[one.get(f"{R}id")] for one in body.iter(f"{C}chart")]
    texts, caption = [], ""
    for line in lines(docx):
        caption = line.text if line.style == "Caption" else caption
        if line.style == "Chart":
            texts.append(caption)
    return dict(zip(drawn, texts, strict=True))


def time_faults(role: Role, caption: str, series: str, category: str) -> Iterator[str]:
    """Where a value is told of another time than its own."""
    near = [*times(category), *([] if series == caption else times(series))]
    for told in near or times(caption):
        names = ((role.span, role.period), same_stretch(role.span, role.period))
        through = told.span == "month" and told.period == role.period  # a place on a line
        if (told.span, told.period) not in names and not through:
            yield f"told of {told}, it is of {role.span} {role.period}"
    if not near and not times(caption):
        yield "told of no time"


def base_faults(role: Role, caption: str) -> Iterator[str]:
    """Where a change is told on another base than its own."""
    _, against, words = caption.partition(" so với ")
    hit = phrases.BASE.search(words) if against else None
    told = base_name(hit) if hit else ""
    if role.measure.startswith("change") and told != role.base:
        yield f"told on {told or 'nothing'}, it is on {role.base}"
    if not role.measure.startswith("change") and told:
        yield f"told on {told}, it is no change"


def name_faults(entry: Entry, texts: Collection[str]) -> Iterator[str]:
    """Where neither the series nor the place of a value is called what it is of."""
    own = {entry.label, entry.short, *entry.labels, *(() if entry.item else titles.of_wholes())}
    lines = (" ".join(text.split()) for text in texts)
    said = {re.sub(r" \([^()]*\d{4}\)$", "", text).casefold() for text in lines}
    if said.isdisjoint(one.casefold() for one in own if one):
        yield f"called {sorted(texts)}, it is {entry.key}"
