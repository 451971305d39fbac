"""The statistical annex: its tables read back from the Word file and reckoned again from the CSVs.

What a column is of is read from its heading, which row it is from the ledger, the number from the
data files; nothing here asks the program how it reckons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fnmatch import fnmatch
from functools import cache

import msgspec
import pytest

from drafter.document import LedgerRow
from drafter.report import Draft, draft
from drafter.stores.workspace import Workspace, open_workspace
from drafter.word import read_ledger
from tests.properties.drafts import FOLDER, office
from tests.reader.dataset import newest, read
from tests.reader.numbers import decimals, number, scale
from tests.reader.periods import base_of
from tests.tables import Read, ReadTable, read_tables

TITLE = "Số liệu thống kê kinh tế - xã hội tháng 7 và 7 tháng đầu năm 2023"
STATUS = ("Ước tính ", "Sơ bộ ", "Thực hiện ", "Lũy kế ")
PLANS = {
    "kế hoạch năm 2023": "province",
    "dự toán Trung ương giao": "central",
    "dự toán tỉnh giao": "province",
    "dự toán giao đầu năm": "year_start",
    "tổng mức đầu tư": "total_investment",
}
BASES = {
    "tháng trước": "month_on_month",
    "cùng kỳ năm 2022": "year_on_year",
    "kỳ gốc 2019": "base_year:2019",
    "31/12/2022": "year_end",
    "30/6/2023": "month_on_month",
}
TIMES = {
    "": r"tháng (?P<month>\d+) năm (?P<year>\d+)",
    "ytd": r"(?P<month>\d+) tháng năm (?P<year>\d+)( \(đến .*\))?",
    "average_ytd": r"bình quân (?P<month>\d+) tháng năm (?P<year>\d+)",
    "asof": r"đến (?P<day>\d+)/(?P<month>\d+)/(?P<year>\d+)",
    "project": r"từ khi khởi công đến tháng (?P<month>\d+)/(?P<year>\d+)",
}


@cache
def july() -> Draft:
    return draft(office().workspace, "2023-07", report="annex")


@cache
def tables() -> list[ReadTable]:
    return read_tables(july().docx())


@dataclass(frozen=True)
class Column:
    """What a heading says: a level in a span and period, a plan, or a comparison of a level."""

    span: str = ""
    period: str = ""
    base: str = ""
    plan: str = ""


def column(heading: str) -> Column:
    """What a heading means; ValueError for one that means nothing."""
    heading = heading.replace(" (%)", "")
    plain = heading[:1].lower() + heading[1:]
    if plain in PLANS:
        return Column(plan=PLANS[plain])
    if " so với " not in f" {plain}":
        for word in STATUS:
            heading = heading.removeprefix(word)
        return Column(*time(heading))
    before, _, after = f" {plain}".partition(" so với ")
    said, _, rest = after.partition("cùng kỳ năm 2022 ")
    if not before.strip():  # the base stands over several times
        before, after = rest, after.removesuffix(f" {rest}")
        assert not said
    span, period = time(before.strip())
    if after in PLANS:
        return Column(span, period, plan=PLANS[after])
    return Column(span, period, BASES[after])


def time(words: str) -> tuple[str, str]:
    """Span and period of `tháng 7 năm 2023` and the like."""
    words = words[:1].lower() + words[1:]
    for span, pattern in TIMES.items():
        if found := re.fullmatch(pattern, words):
            month = f"{found['year']}-{int(found['month']):02d}"
            if span == "asof":
                return span, f"{month}-{int(found['day']):02d}"
            return span or "month", month
    raise ValueError(words)


def ledger() -> dict[tuple[str, str], LedgerRow]:
    """The ledger's rows by tag and what is printed."""
    return {(row.tag, row.printed): row for row in read_ledger(july().docx()) if row.tag}


def numbers() -> Iterator[tuple[ReadTable, str, str, Read]]:
    """Table, row, heading and cell of every figure of the annex."""
    for table in tables():
        for row in table.rows:
            for heading, cell in zip(table.heads, row, strict=True):
                if cell.tag:
                    yield table, row[0].text, heading, cell


DATA = newest(read(FOLDER / "data"))


def level(row: LedgerRow, span: str, period: str, unit: str = "") -> Decimal | None:
    """The level in the data, in the printed unit."""
    held = DATA.get((row.indicator, row.item, span, period, "level", "", "", "", ""))
    if held is None:
        return None
    power = scale(held.unit)[1] - scale(unit)[1] if unit else 0
    return held.value.scaleb(power) if power else held.value


def reckoned(row: LedgerRow, column: Column) -> Decimal:
    """The number of a cell, from the data alone."""
    if column.plan and not column.span:
        return plan_of(row, column.plan, row.unit)
    now = level(row, column.span, column.period)
    if column.plan:
        assert now is not None
        return now * 100 / plan_of(row, column.plan)
    if not column.base:
        found = level(row, column.span, column.period, row.unit)
        assert found is not None, f"no level of {row.indicator}/{row.item} in {column}"
        return found
    earlier = base_of(column.span, column.period, column.base.partition(":")[0])
    then = level(row, column.span, earlier) if earlier else None
    if now is not None and then is not None:
        return now * 100 / then
    key = (row.indicator, row.item, column.span, column.period)
    rate = DATA.get((*key, "change_percent", column.base, "", "", ""))
    if rate is not None:
        return rate.value + 100
    change = DATA[(*key, "change_absolute", column.base, "", "", "")].value
    assert now is not None
    return now * 100 / (now - change)


def plan_of(row: LedgerRow, plan: str, unit: str = "") -> Decimal:
    held = DATA[(row.indicator, row.item, "year", "2023", "plan", "", "", plan, "")]
    power = scale(held.unit)[1] - scale(unit)[1] if unit else 0
    return held.value.scaleb(power) if power else held.value


def test_july_has_at_least_fifteen_tables_numbered_in_their_order() -> None:
    captions = [table.caption for table in tables()]
    assert len(captions) >= 15
    assert [caption.split(". ")[0] for caption in captions] == [
        f"Biểu {place}" for place in range(1, len(captions) + 1)
    ]
    assert len({caption.split(". ", 1)[1] for caption in captions}) == len(captions)


def test_every_number_is_what_its_heading_and_the_data_make_it() -> None:
    rows, wrong, seen = ledger(), [], 0
    for table, label, heading, cell in numbers():
        if not cell.text.replace(".", "").replace(",", "").isdigit():
            continue
        row = rows[cell.tag, cell.text]
        value = reckoned(row, column(heading))
        places = Decimal(1).scaleb(-decimals(cell.text))
        if value.quantize(places, ROUND_HALF_UP) != number(cell.text):
            wrong.append(f"{table.caption}: {label}: {heading}: {cell.text}, not {value}")
        seen += 1
    assert wrong == []
    assert seen > 400


def test_a_dash_stands_for_nothing_in_the_data() -> None:
    rows, dashes = ledger(), 0
    for _, _, heading, cell in numbers():
        if cell.text == "-":
            assert reckoned(rows[cell.tag, "-"], column(heading)) == 0
            dashes += 1
    assert dashes


def test_no_table_of_july_lacks_anything_that_is_owed() -> None:
    assert july().missing == ()
    assert [cell for *_, cell in numbers() if cell.highlighted] == []


def test_each_row_is_called_what_the_catalogue_calls_it() -> None:
    rows, names = ledger(), office().names
    others = {"social.traffic_accidents", "social.library", "industry.iip", "industry.labour",
              "investment.state", "transport.revenue", "enterprises.registered_capital",
              "prices.cpi"}  # fmt: skip
    for _, label, _, cell in numbers():
        row = rows[cell.tag, cell.text]
        if row.indicator in others and not row.item:
            continue
        if row.indicator in ("social.traffic_accidents", "social.library"):
            continue
        entry = names.entries[row.indicator, row.item]
        plain = label.split(" (đến ")[0]
        assert plain.casefold().startswith(entry.label.casefold()), label


def test_totals_are_in_capitals_and_bold() -> None:
    totals = [row for table in tables() for row in table.rows if row[0].text.isupper()]
    assert len(totals) >= 10
    for row in totals:
        assert row[0].bold
        assert row[0].indent == 0
        assert all(cell.bold for cell in row if cell.text not in ("", "…"))


@pytest.mark.parametrize(
    ("caption", "total"),
    [
        ("Thu ngân sách nhà nước trên địa bàn", "TỔNG THU NGÂN SÁCH NHÀ NƯỚC TRÊN ĐỊA BÀN"),
        ("Doanh thu vận tải, kho bãi và bưu chính, chuyển phát", "TỔNG SỐ"),
        ("Xuất khẩu, nhập khẩu hàng hóa", "TỔNG KIM NGẠCH XUẤT NHẬP KHẨU"),
    ],
)
def test_parts_add_up_to_their_total_within_rounding(caption: str, total: str) -> None:
    (table,) = [one for one in tables() if one.caption.endswith(caption)]
    smallest = min(cell.indent for row in table.rows for cell in row[:1] if cell.indent)
    added = 0
    for place, heading in enumerate(table.heads[1:], 1):
        parts = [row[place].text for row in table.rows if row[0].indent == smallest]
        meant = column(heading)
        if meant.base or meant.plan or "…" in parts or "-" in parts:
            continue
        (whole,) = [row[place].text for row in table.rows if row[0].text == total]
        slack = Decimal(len(parts) + 1) / 2 * Decimal(1).scaleb(-decimals(whole))
        assert abs(sum(map(number, parts)) - number(whole)) <= slack
        added += 1
    assert added


def test_budget_july_is_in_index_form() -> None:
    (table,) = [one for one in tables() if "Thu ngân sách" in one.caption]
    row = table.row("TỔNG THU NGÂN SÁCH NHÀ NƯỚC TRÊN ĐỊA BÀN")
    assert row["7 tháng năm 2023 so với (%) cùng kỳ năm 2022"].text == "103,7"
    assert table.unit == "Đơn vị tính: triệu đồng"
    assert table.note == "Nguồn: Sở Tài chính."


def test_the_heading_of_prices_is_that_of_the_national_tables() -> None:
    (table,) = [one for one in tables() if "Chỉ số giá tiêu dùng" in one.caption]
    assert table.header == (
        ("Nhóm hàng hóa và dịch vụ", *["Tháng 7 năm 2023 so với"] * 3,
         "Bình quân 7 tháng năm 2023 so với cùng kỳ năm 2022"),
        ("Nhóm hàng hóa và dịch vụ", "kỳ gốc 2019", "cùng kỳ năm 2022", "tháng trước",
         "Bình quân 7 tháng năm 2023 so với cùng kỳ năm 2022"),
    )  # fmt: skip
    assert table.unit == "Đơn vị tính: %"


@pytest.mark.parametrize(
    ("office_name", "period", "least"),
    [("lang-son", "2023-6M", 25), ("hai-dang", "2026-07", 15)],
)
def test_another_period_and_another_province_have_their_tables(
    office_name: str, period: str, least: int
) -> None:
    drafted = draft(opened(office_name), period, report="annex")
    read_back = read_tables(drafted.docx())
    assert len(read_back) >= least
    assert drafted.missing == ()
    for table in read_back:
        # Every column holds a number, every row has one or stands over rows.
        for place in range(1, len(table.heads)):
            assert {row[place].text for row in table.rows} - {"", "…"}, table.caption
        for row, following in zip(table.rows, (*table.rows[1:], None), strict=True):
            has_own = any(cell.text not in ("", "…") for cell in row[1:])
            assert has_own or (following and following[0].indent > row[0].indent), row[0].text


@cache
def opened(name: str) -> Workspace:
    return open_workspace(FOLDER.parent / name)


@pytest.mark.parametrize(
    ("office_name", "period"), [("lang-son", "2023-07"), ("hai-dang", "2026-07")]
)
def test_each_indicator_of_the_scope_alone_makes_whole_tables(
    office_name: str, period: str
) -> None:
    workspace, shown = opened(office_name), 0
    for name, rule in workspace.profile.scope.items():
        profile = msgspec.structs.replace(workspace.profile, scope={name: rule})
        narrow = replace(workspace, profile=profile)
        narrow.sections, narrow.kinds = workspace.sections, workspace.kinds
        made = draft(narrow, period, report="annex")
        assert made.missing == (), name
        assert all(fnmatch(row.indicator, name) for row in made.report.ledger if row.tag), name
        for table in read_tables(made.docx()):
            shown += 1
            assert any(cell.text not in ("", "…") for row in table.rows for cell in row[1:]), name
    assert shown > 25


@pytest.mark.parametrize("kind", ["statistics", "provincial"])
def test_behind_a_report_stand_the_same_tables_as_alone(kind: str) -> None:
    attached = draft(office().workspace, "2023-07", report=kind, annex=True)
    assert attached.report.annex is not None
    assert attached.report.annex.label == "Phụ lục"
    behind = read_tables(attached.docx())[-len(tables()) :]
    assert behind == tables()
    body = draft(office().workspace, "2023-07", report=kind)
    assert attached.report.sections == body.report.sections
    assert len(attached.figures) == len(body.figures) + len(july().figures)


def test_the_reference_names_the_document_that_the_annex_goes_with() -> None:
    def reference(kind: str) -> str:
        annex = draft(office().workspace, "2023-07", report=kind, annex=True).report.annex
        assert annex is not None
        return " ".join(annex.reference.replace("\u00a0", " ").split())

    assert reference("provincial") == "Kèm theo Báo cáo số /BC-UBND ngày tháng 7 năm 2023"
    assert reference("statistics") == (
        "Kèm theo Báo cáo tình hình kinh tế - xã hội tháng 7 và 7 tháng đầu năm 2023"
    )


def test_alone_it_has_its_title_and_neither_label_nor_frame() -> None:
    report = july().report
    assert report.annex is not None
    assert (report.frame, report.sections) == (None, ())
    assert (report.annex.label, report.annex.reference) == ("", "")
    assert report.annex.title.replace("\u00a0", " ") == TITLE


def test_a_report_that_says_nothing_of_an_annex_has_none() -> None:
    assert draft(office().workspace, "2023-07", report="statistics").report.annex is None
