"""A cause is printed only while its figure goes the way that the cause explains."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from .drafts import FOLDER, Told, july
from .test_changed_data import BOUNDED, changed

_CAUSE = re.compile(r"- *([^:]+): *(.+)")
_FIGURE = re.compile(
    r"(?P<way>tăng|giảm)(?: nhẹ)?(?: cao nhất với| mạnh nhất với)? [\d.,]+(?:%| )"
    r"|bằng (?P<ratio>[\d.,]+)%|(?P<none>tương đương|không đổi)|(?P<times>gấp) [\d,]+ lần"
)


@dataclass(frozen=True)
class Written:
    """A cause as the commentary gives it. start: its first words, without expressions."""

    line: int
    indicator: str
    listed: bool
    way: str
    start: str


def written() -> list[Written]:
    """The causes of the July commentary, read without the program."""
    found = []
    file = FOLDER / "commentary" / f"{july().month}.md"
    inside = False
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            inside = "{causes}" in line
        elif inside and (match := _CAUSE.match(line.strip())):
            words = [word.strip() for word in match[1].split(",")]
            start = (
                re.split(r"\{", match[2].removeprefix("do "))[0][:30].strip().replace("\u00a0", " ")
            )
            target = words[0].removeprefix("danh sách").strip()
            way = "tăng" if "tăng" in words[1:] else "giảm"
            found.append(Written(number, target, words[0].startswith("danh sách"), way, start))
    return found


def printed(told: Told, cause: Written) -> list[str]:
    """The words before each place where a cause is printed."""
    out = []
    for text in told.read.texts:
        for match in re.finditer(rf"\bdo {re.escape(cause.start)}", text):
            out.append(text[: match.start()])
    return out


def way_of(before: str) -> str:
    """The direction of the figure that stands last before a cause."""
    figures = list(_FIGURE.finditer(before))
    if not figures:
        return ""
    last = figures[-1]
    if last["ratio"]:
        return "tăng" if float(last["ratio"].replace(".", "").replace(",", ".")) >= 100 else "giảm"
    return last["way"] or ("tăng" if last["times"] else "")


def test_every_cause_of_july_is_printed_or_held() -> None:
    told = july().told()
    held = {one.place for one in told.draft.problems if one.severity == "held"}
    lost = [c for c in written() if len(c.start) > 8 and not printed(told, c)
            and f"commentary/{july().month}.md:{c.line}" not in held]  # fmt: skip
    assert written()
    assert lost == []


TURNED = sorted(
    row.place for row in july().rows
    if any(f"{row.indicator}/{row.item}".strip("/") == c.indicator for c in written())
)  # fmt: skip
WAYS = st.sampled_from(["flip", "level", "zero", "delete"])


@BOUNDED
@given(st.dictionaries(st.sampled_from(TURNED), WAYS, min_size=1, max_size=12))
def test_a_cause_fits_the_way_its_figure_goes(changes: dict[str, str]) -> None:
    places = {row.place: row for row in july().rows}
    told = july().told({place: changed(places[place], how) for place, how in changes.items()})
    held = {one.place for one in told.draft.problems if one.severity == "held"}
    for cause in written():
        before = printed(told, cause)
        if not cause.listed:
            assert all(way_of(text) == cause.way for text in before), f"{cause}: {before}"
        place = f"commentary/{july().month}.md:{cause.line}"
        assert before or place in held or len(cause.start) <= 8, (
            f"{cause} is neither printed nor held"
        )
