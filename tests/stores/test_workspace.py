"""An office's folder, opened: each fault of its files is named with its line and a way to mend."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest
from office import FILES, open_office

from drafter.errors import InputError
from drafter.period import report_period
from drafter.report import draft
from drafter.stores.texts import read_text
from drafter.stores.workspace import Workspace, open_workspace

PROFILE = FILES["drafter.yaml"]
KIND = FILES["templates/reports/short.yaml"]
SCOPE = "  trade.exports: {due: {month: [month_on_month, year_on_year]}}\n"
JULY, HALF = report_period("2023-07"), report_period("2023-6M")
LINE = PROFILE.count("\n") + 1


def opened(folder: Path, **changed: str) -> Workspace:
    """The small office with other files: `profile` more lines, `scope` instead of its scope."""
    files = {
        "drafter.yaml": PROFILE.replace(SCOPE, changed.get("scope", SCOPE))
        + changed.get("profile", "")
    }
    if "catalog" in changed:
        files["indicators.yaml"] = changed["catalog"]
    if "kind" in changed:
        files["templates/reports/short.yaml"] = changed["kind"]
    return open_workspace(open_office(folder, files))


def faults(folder: Path, **changed: str) -> list[str]:
    """What is said of the small office with other files."""
    with pytest.raises(InputError) as caught:
        _ = opened(folder, **changed).kinds
    return str(caught.value).splitlines()


def test_a_second_scope_is_refused(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, profile="scope:\n  trade.imports: all\n")
    assert said == (
        f"drafter.yaml:{LINE}: 'scope' stands here a second time, first in line {LINE - 2}; "
        "put both under one"
    )


SCOPES = [
    ("trade.exports: {due: {moth: [year_on_year]}}",
     "scope: trade.exports: there is no span 'moth'; did you mean 'month'?"),
    ("trade.exports: {due: {month: [year_on_yaer]}}",
     "scope: trade.exports: there is no comparison 'year_on_yaer'; did you mean 'year_on_year'?"),
    ("trade.exports: {due: {month: [base_year]}}", "scope: trade.exports: there is no comparison "
     "'base_year'; did you mean 'base_year:2019'?"),
    ("trade.exports: {due: {month: ['absolute:year_on_yar']}}", "scope: trade.exports: "
     "'year_on_yar' is no change on an earlier period; did you mean 'year_on_year'?"),
    ("trade.exports: {due: {month: ['absolute:year_on_year_real']}}", "scope: trade.exports: "
     "without the rise of prices a change is known in percent only; leave it out"),
    ("trade.exports: {due: {ytd: [contribution_shares]}}", "scope: trade.exports: there is no "
     "comparison 'contribution_shares'; did you mean 'contribution_share'?"),
    ("trade.exports: {due: {ytd: ['plan:provinse']}}",
     "scope: trade.exports: trade.exports has no plan 'provinse'; did you mean 'province'?"),
    ("trade.exports: {due: {ytd: ['share:trade.exprots']}}", "scope: trade.exports: there is no "
     "indicator 'trade.exprots'; did you mean 'trade.exports'?"),
    ("trade.export: all",
     "scope: there is no indicator 'trade.export'; did you mean 'trade.exports'?"),
    ("tarde.*: all", "scope: no indicator fits 'tarde.*'; did you mean 'trade.*'?"),
    ("transport.freight: [{items: all}, {items: [raod]}]",
     "scope: transport.freight has no item 'raod'; did you mean 'road'?"),
    ("transport.*: {items: [raod]}",
     "scope: transport.* has no item 'raod'; did you mean 'road'?"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "said"), SCOPES)
def test_an_unknown_word_of_a_scope_is_told_with_the_nearest(
    tmp_path: Path, entry: str, said: str
) -> None:
    assert faults(tmp_path, scope=f"  {entry}\n") == [f"drafter.yaml:{LINE - 1}: {said}"]


@pytest.mark.parametrize(
    "entry",
    [
        "transport.freight: [{items: all}, {items: [road]}]",
        '"transport.*": {items: ["", road]}',
        "trade.exports: {due: {month: ['base_year:2019', share, contribution, value, "
        "'absolute:base_year:2019', 'share:trade.turnover'], ytd: [plan, plan_points:province, "
        "year_on_year_real, contribution_share]}}",
    ],
)
def test_known_words_of_a_scope_pass(tmp_path: Path, entry: str) -> None:
    assert opened(tmp_path, scope=f"  {entry}\n").scope("statistics", JULY)


def test_all_faults_of_the_profile_are_told_at_once(tmp_path: Path) -> None:
    scope, more = "  a.b: all\n  trade.*: {due: {x: []}}\n", "settings: {all: {x: 1}}\n"
    said = faults(tmp_path, scope=scope, profile=more)
    assert [one.partition(" ")[0] for one in said] == [
        f"drafter.yaml:{LINE + by}:" for by in (-1, 0, 1)
    ]


@pytest.mark.parametrize(
    ("entry", "line", "said"),
    [
        ("x.y: {label: x, kind: count, unit: cái,\n    due: {month: [plan]}}", 3,
         "x.y: it owes the attainment of a plan; name its plans, as in plans: [province]"),
        ("x.y: {label: x, kind: count, unit: cái,\n    breakdown: {classification: products2}}", 3,
         "x.y: there is no classification 'products2'; did you mean 'products'?"),
        ("x.y: {label: x, unit: cái, kind: count,\n    due: {moth: []}}", 3,
         "x.y: there is no span 'moth'; did you mean 'month'?"),
        ("x.y: {label: x, unit: cái,\n    kind: counts}", 3,
         "Invalid enum value 'counts'; correct or add the value `$.indicators[x.y].kind`"),
        ("x.y: {unit: cái, kind: count}", 2, "Object missing required field `label`; "
         "correct or add the value `$.indicators[x.y]`"),
    ],
)  # fmt: skip
def test_a_fault_of_the_offices_own_catalogue_names_indicator_and_line(
    tmp_path: Path, entry: str, line: int, said: str
) -> None:
    told = faults(tmp_path, catalog=f"indicators:\n  {entry}\n")
    assert told == [f"indicators.yaml:{line}: {said}"]


def test_a_national_indicator_is_said_otherwise_in_part(tmp_path: Path) -> None:
    national = opened(tmp_path).catalog
    catalog = opened(tmp_path, catalog="indicators: {trade.exports: {label: giá trị xuất khẩu}}\n")
    made, was = catalog.catalog.indicators["trade.exports"], national.indicators["trade.exports"]
    assert made.label == "giá trị xuất khẩu"
    assert (made.unit, made.kind, made.due, made.plans) == (was.unit, was.kind, was.due, was.plans)


def test_items_of_a_breakdown_are_completed_by_key(tmp_path: Path) -> None:
    national = opened(tmp_path).catalog
    own = (
        "indicators:\n  transport.freight:\n    breakdown:\n"
        "      items: {road: {short: bộ}, drone: {label: máy bay không người lái}}\n"
        "classifications:\n  industry:\n    C: {label: chế biến}\n    E: {short: nước}\n"
    )
    catalog = opened(tmp_path, catalog=own).catalog
    road, was = (
        catalog.item("transport.freight", "road"),
        national.item("transport.freight", "road"),
    )
    assert road
    assert was
    assert (road.label, road.short) == (was.label, "bộ")
    assert catalog.item("transport.freight", "drone")
    assert catalog.item("transport.freight", "sea") == national.item("transport.freight", "sea")
    manufacturing, water = (catalog.classifications["industry"][key] for key in "CE")
    assert (manufacturing.label, manufacturing.short) == ("chế biến", "")
    assert "10" in manufacturing.items
    assert (water.label, water.short) == (national.classifications["industry"]["E"].label, "nước")


def test_a_whole_indicator_takes_the_place_of_the_national_one(tmp_path: Path) -> None:
    own = "indicators: {trade.exports: {label: xuất khẩu, kind: flow, unit: triệu USD}}\n"
    made = opened(tmp_path, catalog=own).catalog.indicators["trade.exports"]
    assert (made.due, made.plans, made.source) == ({}, (), "")


SETTINGS = [
    ("all: {times_from: 200}", "settings of all: times_from '200' is no plain number; write it in "
     'quotation marks, as in "0.1"'),
    ("all: {slight_below: '0,1'}", "settings of all: slight_below '0,1' is no plain number; write "
     'it in quotation marks, as in "0.1"'),
    ("all: {decimals: 7}", "settings of all: decimals: Expected `int` <= 6; mend the value"),
    ("all: {rate_decimal: 2}",
     "settings of all: there is no setting 'rate_decimal'; did you mean 'rate_decimals'?"),
    ("indicators: {trade.*: {base_year: 'so với {yaer}'}}", "settings of trade.*: base_year 'so "
     "với {yaer}' cannot be filled in; use only {year}, {date}"),
    ("indicators: {trade.*: {plan: '{plan'}}", "settings of trade.*: plan '{plan' cannot be filled "
     "in; use only {plan}, {year}"),
    ("all: {same_base: year_on_yeer}", "settings of all: 'year_on_yeer' is no change on an earlier "
     "period; did you mean 'year_on_year'?"),
    ("all: {absolute_on: [plan]}", "settings of all: 'plan' is no change on an earlier period; use "
     "one of month_on_month, quarter_on_quarter, year_on_year, year_on_year_real, year_end, "
     "december, base_year:2019"),
    ("all: {absolute_on: [year_on_year_real]}", "settings of all: without the rise of prices a "
     "change is known in percent only; leave it out"),
    ("all: {earlier_growth: [month_on_month]}", "settings of all: 'month_on_month' is no change on "
     "the same period of the year before; use one of year_on_year, year_on_year_real"),
    ("all: {earlier_growth: year_on_year}", "settings of all: earlier_growth: Expected `array`, "
     "got `str`; mend the value"),
    ("indicators: {trade.*: {earlier_year: 'năm {date}'}}", "settings of trade.*: earlier_year "
     "'năm {date}' cannot be filled in; use only {year}"),
    ('all: {times_from: "2"}', "settings of all: times_from '2' is too low for a multiple; write "
     'the ratio in percent, as in "200"'),
    ("all: {pair_bases: both}", "settings of all: pair_bases: Invalid enum value 'both'; mend the "
     "value"),
    ("indicators: {trade.exprts: {decimals: 1}}",
     "settings: there is no indicator 'trade.exprts'; did you mean 'trade.exports'?"),
    ("items: {transport.freight/raod: {decimals: 1}}",
     "settings: transport.freight has no item 'raod'; did you mean 'road'?"),
    ("sections: {quik: {decimals: 1}}",
     "settings: there is no section 'quik'; did you mean 'quick'?"),
]  # fmt: skip


@pytest.mark.parametrize(("layer", "said"), SETTINGS)
def test_a_setting_that_cannot_be_used_names_its_layer_and_line(
    tmp_path: Path, layer: str, said: str
) -> None:
    told = faults(tmp_path, profile=f"settings:\n  {layer}\n")
    assert told == [f"drafter.yaml:{LINE + 1}: {said}"]
    told = faults(tmp_path, kind=f"{KIND}settings:\n  {layer}\n")
    assert told == [f"templates/reports/short.yaml:{KIND.count(chr(10)) + 2}: {said}"]


@pytest.mark.parametrize(
    ("line", "other", "said"),
    [
        ("title: Tin nhanh {report}", "title: Tin {reprot}",
         "3: the title 'Tin {reprot}' cannot be filled in; use only {report}, {next}, {province}"),
        ("[quick]", "[quick,\n  trade, quick]",
         "4: the section 'quick' stands twice in the outline; keep one"),
        ("[quick]", "[{title: Kinh tế, sections: [quick, quikc]}]",
         "4: there is no section template 'quikc'; did you mean 'quick'?"),
        ("[quick]", "\n  - title: Kỳ {reprot}\n    sections: [quick]",
         "5: the title 'Kỳ {reprot}' cannot be filled in; use only {report}, {next}, {province}"),
        ("label: Tin nhanh", "label: Tin nhanh\nwithout: [month_on_moth]",
         "2: there is no comparison 'month_on_moth'; did you mean 'month_on_month'?"),
        ("label: Tin nhanh", "label: Tin nhanh\nspans: {half: [month, yed]}",
         "2: there is no span 'yed'; did you mean 'ytd'?"),
        ("[quick]", "[quikc]",
         "4: there is no section template 'quikc'; did you mean 'quick'?"),
        ("[quick]", "[quick, zzz]",
         "4: there is no section template 'zzz'; add templates/sections/zzz.md.j2"),
        ("label: Tin nhanh", "layout: decree-30\nlabel: Tin nhanh",
         "1: there is no layout 'decree-30'; did you mean 'decree-30-2020'?"),
    ],
)  # fmt: skip
def test_a_report_kind_names_only_what_there_is(
    tmp_path: Path, line: str, other: str, said: str
) -> None:
    told = faults(tmp_path, kind=KIND.replace(line, other))
    assert told == [f"templates/reports/short.yaml:{said}"]


def edited(folder: Path, **editions: str) -> Workspace:
    """The small office with editions, by the names of their files."""
    files = {f"reports/{name}.yaml": text for name, text in editions.items()}
    return open_workspace(open_office(folder, files))


def test_an_edition_says_what_some_reports_tell(tmp_path: Path) -> None:
    text = "periods: [half]\nscope: {trade.exports: {due: {ytd: [year_on_year]}}}\n"
    office = edited(tmp_path, half=text)
    assert set(office.scope("short", HALF).due("trade.exports")) == {"ytd"}
    assert set(office.scope("short", JULY).due("trade.exports")) == {"month"}


def test_an_edition_may_be_about_one_period(tmp_path: Path) -> None:
    office = edited(tmp_path, july="periods: [2023-07]\nscope: {trade.imports: all}\n")
    assert office.scope("short", JULY).due("trade.imports")
    assert not office.scope("short", report_period("2023-08")).due("trade.imports")


def test_a_whole_scope_stands_instead_of_the_profiles(tmp_path: Path) -> None:
    own = "kinds: [short]\nwhole_scope: true\nscope: {trade.imports: all}\n"
    more = "kinds: [short]\nscope: {trade.turnover: all}\n"
    office = edited(tmp_path, short=own, short_more=more)
    scope = office.scope("short", JULY)
    told = ("trade.exports", "trade.imports", "trade.turnover")
    assert [bool(scope.due(name)) for name in told] == [False, True, True]
    assert office.scope("statistics", JULY).due("trade.exports")
    assert office.has_own_scope("short", JULY)


def test_an_edition_takes_an_indicator_out(tmp_path: Path) -> None:
    office = edited(tmp_path, short="kinds: [short]\nscope: {'trade.*': none}\n")
    assert not office.scope("short", JULY).due("trade.exports")


def test_settings_of_an_edition_stand_over_the_profiles(tmp_path: Path) -> None:
    office = edited(tmp_path, short="kinds: [short]\nsettings: {all: {pad_counts: false}}\n")
    assert not office.cascade("short", JULY).at().pad_counts
    assert office.cascade("statistics", JULY).at().pad_counts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kinds: [sohrt]", "1: there is no report kind 'sohrt'; did you mean 'short'?"),
        ("periods: [moth]", "1: 'moth' is no period of a report; did you mean 'month'?"),
        ("scope:\n  trade.exprots: all",
         "2: scope: there is no indicator 'trade.exprots'; did you mean 'trade.exports'?"),
        ("settings:\n  all: {pairr: x}",
         "2: settings of all: there is no setting 'pairr'; did you mean 'pair'?"),
    ],
)  # fmt: skip
def test_the_faults_of_an_edition_are_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        _ = edited(tmp_path, short=text).editions
    assert str(caught.value) == f"reports/short.yaml:{said}"


@pytest.mark.parametrize("since", ["7/2025", "2025-13", "2025-Q3", "'2025'", "2025-02-30"])
def test_a_territory_is_since_a_month(tmp_path: Path, since: str) -> None:
    province = f"province: {{territory_since: {since}, "
    with pytest.raises(InputError) as caught:
        open_workspace(
            open_office(tmp_path, {"drafter.yaml": PROFILE.replace("province: {", province)})
        )
    bare = since.strip("'")
    assert str(caught.value) == f"drafter.yaml:3: '{bare}' is no month; write it as 2025-07"


@pytest.mark.parametrize("since", ["2025-07", "2025-07-01"])
def test_a_territory_is_since_a_month_or_a_day(tmp_path: Path, since: str) -> None:
    province = f"province: {{territory_since: {since}, "
    profile = PROFILE.replace("province: {", province)
    office = open_workspace(open_office(tmp_path, {"drafter.yaml": profile}))
    assert office.profile.province.territory_since == since


def test_another_format_is_told_before_fields_that_are_not_known(tmp_path: Path) -> None:
    profile = PROFILE.replace("format: 1", "colour: red\nformat: 2")
    with pytest.raises(InputError, match=r"^drafter\.yaml:2: format 2 is not known"):
        open_workspace(open_office(tmp_path, {"drafter.yaml": profile}))


def test_an_office_reads_the_same_however_its_files_were_saved(tmp_path: Path) -> None:
    plain = draft(open_workspace(open_office(tmp_path / "a")), "2023-07").docx()
    folder = open_office(tmp_path / "b")
    for name, saved in (
        ("drafter.yaml", "utf-16"),
        ("templates/sections/quick.md.j2", "utf-8-sig"),
        ("templates/reports/short.yaml", "utf-8"),
    ):
        text = unicodedata.normalize("NFD", FILES[name]).replace("\n", "\r\n")
        (folder / name).write_bytes(text.encode(saved))
    assert draft(open_workspace(folder), "2023-07").docx() == plain


def test_a_text_of_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("a\nxuất khẩu".encode("cp1258", errors="replace") + b"\xd2\xff")
    with pytest.raises(InputError) as caught:
        read_text(path, "commentary/x.md")
    said = "commentary/x.md:2: this text is not UTF-8; save the file as UTF-8 in the editor"
    assert str(caught.value) == said


def test_a_text_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^x\.md: cannot be opened \("):
        read_text(tmp_path, "x.md")


def test_a_text_loses_its_mark_and_its_carriage_returns(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(codecs.BOM_UTF8 + "a\r\nb\rho\u0301a".encode())
    assert read_text(path, "x.md") == "a\nb\nhóa"
