"""Manners of an office: which one a report takes, what it lies under, how its faults are told."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from office import FILES, open_office

from drafter.catalog import item_paths
from drafter.errors import InputError
from drafter.period import report_period
from drafter.report import draft
from drafter.settings import Settings
from drafter.stores.builtin import builtin_folder
from drafter.stores.workspace import Workspace, open_workspace

PROFILE = FILES["drafter.yaml"]
KIND = FILES["templates/reports/short.yaml"]
JULY = report_period("2023-07")
BUILT_IN = ["committee", "national", "nso", "statistics"]
POINTS = "label: Điểm\nsettings:\n  all: {points: điểm phần trăm}\n"


def opened(folder: Path, **files: str) -> Workspace:
    """The small office with more lines: `profile`, `kind`; `manner`: its own manner `ours`."""
    held = {"drafter.yaml": PROFILE + files.get("profile", "")}
    held["templates/reports/short.yaml"] = KIND + files.get("kind", "")
    if "manner" in files:
        held["templates/manners/ours.yaml"] = files["manner"]
    if "edition" in files:
        held["reports/short.yaml"] = files["edition"]
    return open_workspace(open_office(folder, held))


def settings(office: Workspace, manner: str = "") -> Settings:
    """What holds for the exports of the small report."""
    return office.cascade("short", JULY, manner).at("quick", "trade.exports")


def refused(office: Workspace, manner: str = "") -> str:
    """What is said when a report is drafted."""
    with pytest.raises(InputError) as caught:
        draft(office, "2023-07", manner=manner)
    return str(caught.value)


# -- what is shipped -----------------------------------------------------------------------------


def test_four_manners_are_shipped_each_with_a_label_of_its_own() -> None:
    found = sorted(path.stem for path in (builtin_folder() / "templates/manners").glob("*.yaml"))
    assert found == BUILT_IN


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_is_shipped_has_no_fault_and_can_be_used_everywhere(name: str, tmp_path: Path) -> None:
    office = opened(tmp_path)
    cascade = office.cascade("short", JULY, name)
    for indicator, entry in office.catalog.indicators.items():
        for item in ("", *item_paths(office.catalog, entry)):
            assert isinstance(cascade.at("quick", indicator, item), Settings)
    assert office.manner(name).label


def test_the_labels_of_what_is_shipped_differ(tmp_path: Path) -> None:
    office = opened(tmp_path)
    assert len({office.manner(name).label for name in BUILT_IN}) == len(BUILT_IN)


def test_the_statistics_offices_manner_is_every_default_written_out(tmp_path: Path) -> None:
    office = opened(tmp_path)
    assert settings(office, "statistics") == Settings() == settings(office)
    written = office.manner("statistics").settings
    assert sorted(written.all) == sorted(Settings.__struct_fields__)
    assert (written.sections, written.indicators, written.items) == ({}, {}, {})


@pytest.mark.parametrize(("kind", "manner"), [
    ("provincial", "statistics"), ("statistics", "statistics"), ("ubnd", "committee"),
    ("portal", "committee"),
])  # fmt: skip
def test_the_report_kinds_that_are_shipped_name_their_manner(
    kind: str, manner: str, tmp_path: Path
) -> None:
    assert opened(tmp_path).kinds[kind].manner == manner


def test_no_report_kind_that_is_shipped_says_again_what_its_manner_says(tmp_path: Path) -> None:
    office = opened(tmp_path)
    shipped = {"provincial", "statistics", "ubnd", "portal"}
    for name in shipped:
        kind = office.kinds[name]
        under = office.manner(kind.manner).settings.all
        twice = [key for key, value in kind.settings.all.items() if under.get(key) == value]
        assert twice == [], name


def test_no_manner_that_is_shipped_says_what_is_the_default_anyway(tmp_path: Path) -> None:
    office = opened(tmp_path)
    plain = msgspec.to_builtins(Settings())
    for name in set(BUILT_IN) - {"statistics"}:
        said = office.manner(name).settings.all
        idle = [key for key, value in said.items() if plain.get(key, object()) == value]
        assert idle == [], name


# -- which one holds -----------------------------------------------------------------------------


def test_without_a_manner_the_defaults_hold(tmp_path: Path) -> None:
    assert settings(opened(tmp_path)) == Settings()


def test_a_report_kind_names_its_manner(tmp_path: Path) -> None:
    assert settings(opened(tmp_path, kind="manner: nso\n")).points == "điểm phần trăm"


def test_the_profiles_manner_stands_over_the_report_kinds(tmp_path: Path) -> None:
    office = opened(tmp_path, kind="manner: committee\n", profile="manner: nso\n")
    held = settings(office)
    assert (held.points, held.causes) == ("điểm phần trăm", True)


def test_an_editions_manner_stands_over_the_profiles_for_its_reports_only(tmp_path: Path) -> None:
    edition = "kinds: [short]\nmanner: committee\n"
    office = opened(tmp_path, profile="manner: nso\n", edition=edition)
    assert (settings(office).points, settings(office).causes) == ("điểm %", False)
    other = office.cascade("provincial", JULY).at()
    assert (other.points, other.causes) == ("điểm phần trăm", True)


def test_the_manner_asked_for_stands_over_all(tmp_path: Path) -> None:
    edition = "kinds: [short]\nmanner: committee\n"
    office = opened(tmp_path, profile="manner: nso\n", edition=edition, manner=POINTS)
    held = settings(office, "ours")
    assert (held.points, held.causes, held.times_from) == ("điểm phần trăm", True, "")
    assert settings(office).points == "điểm %", "the next draft takes the office's own again"


def test_an_office_overrides_a_manner_under_its_name(tmp_path: Path) -> None:
    folder = open_office(
        tmp_path, {"drafter.yaml": PROFILE + "manner: nso\n", "templates/manners/nso.yaml": POINTS}
    )
    held = settings(open_workspace(folder))
    assert (held.points, held.times_from) == ("điểm phần trăm", "")


@pytest.mark.parametrize("over", ["kind", "profile", "edition"])
def test_own_settings_stand_over_the_manner(over: str, tmp_path: Path) -> None:
    layers = "settings:\n  all: {points: điểm}\n"
    files = {"kind": "manner: ours\n"}
    files[over] = files.get(over, "") + layers
    assert settings(opened(tmp_path, manner=POINTS, **files)).points == "điểm"


def test_a_manner_says_other_things_of_an_indicator_than_of_all(tmp_path: Path) -> None:
    manner = (
        "label: x\nsettings:\n  all: {rate_decimals: 1}\n"
        "  indicators: {trade.exports: {rate_decimals: 3}}\n"
        "  items: {transport.freight/road: {rate_decimals: 0}}\n"
        "  sections: {quick: {pad_counts: false}}\n"
    )
    cascade = opened(tmp_path, manner=manner).cascade("short", JULY, "ours")
    places = [
        ("trade.exports", ""),
        ("trade.imports", ""),
        ("transport.freight", "road"),
    ]
    assert [cascade.at("quick", *place).rate_decimals for place in places] == [3, 1, 0]
    assert not cascade.at("quick").pad_counts


def test_what_a_manner_goes_without_is_not_due_in_its_reports(tmp_path: Path) -> None:
    manner = "label: x\nwithout: [month_on_month]\n"
    office = opened(tmp_path, manner=manner)
    assert office.scope("short", JULY).due("trade.exports")["month"] == (
        "month_on_month",
        "year_on_year",
    )
    assert office.scope("short", JULY, "ours").due("trade.exports")["month"] == ("year_on_year",)
    assert draft(office, "2023-07", manner="ours").missing == ()
    assert len(draft(office, "2023-07").missing) == 1


def test_a_report_kind_goes_without_more_than_its_manner(tmp_path: Path) -> None:
    manner = "label: x\nwithout: [month_on_month]\n"
    office = opened(tmp_path, manner=manner, kind="manner: ours\nwithout: [year_on_year]\n")
    assert office.scope("short", JULY).due("trade.exports")["month"] == ()


def test_a_draft_is_worded_in_the_manner_asked_for(tmp_path: Path) -> None:
    office = opened(tmp_path, manner="label: x\nsettings: {all: {actual: là, rate_decimals: 2}}\n")
    printed = [one.text for one in draft(office, "2023-07", manner="ours").figures]
    assert printed[-1] == "tăng 20,00%"
    assert [one.text for one in draft(office, "2023-07").figures][-1] == "tăng 20,0%"


# -- faults --------------------------------------------------------------------------------------

KNOWN = "there is no manner 'nsoo'; use one of committee, national, nso, ours, statistics"


def test_a_manner_that_there_is_not_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    assert refused(opened(tmp_path, manner=POINTS), "nsoo") == KNOWN


def test_a_profile_that_names_none_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        opened(tmp_path, manner=POINTS, profile="manner: nsoo\n")
    assert str(caught.value) == f"drafter.yaml:{PROFILE.count(chr(10)) + 1}: {KNOWN}"


def test_a_report_kind_that_names_none_is_told_with_its_line(tmp_path: Path) -> None:
    said = refused(opened(tmp_path, manner=POINTS, kind="manner: nsoo\n"))
    assert said == f"templates/reports/short.yaml:{KIND.count(chr(10)) + 1}: {KNOWN}"


def test_an_edition_that_names_none_is_told_with_its_line(tmp_path: Path) -> None:
    said = refused(opened(tmp_path, manner=POINTS, edition="kinds: [short]\nmanner: nsoo\n"))
    assert said == f"reports/short.yaml:2: {KNOWN}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("settings: {}\n",
         "1: Object missing required field `label`; correct or add the value `$`"),
        ("label: x\nsetings: {}\n",
         "2: Object contains unknown field `setings`; correct or add the value `$`"),
        ("label: x\nwithout:\n  - year_on_yaer\n",
         "3: there is no comparison 'year_on_yaer'; did you mean 'year_on_year'?"),
        ("label: x\nsettings:\n  all:\n    pointz: x\n",
         "4: settings of all: there is no setting 'pointz'; did you mean 'points'?"),
        ("label: x\nsettings:\n  all: {times_from: 200}\n",
         "3: settings of all: times_from '200' is no plain number; write it in quotation marks, "
         'as in "0.1"'),
        ("label: x\nsettings:\n  indicators:\n    trade.exprts: {points: x}\n",
         "4: settings: there is no indicator 'trade.exprts'; did you mean 'trade.exports'?"),
        ("label: x\nsettings:\n  all: {december: 'so với {thang}'}\n",
         "3: settings of all: december 'so với {thang}' cannot be filled in; use only {year}, "
         "{date}"),
    ],
)  # fmt: skip
def test_the_faults_of_a_manner_are_told_with_their_lines(
    text: str, said: str, tmp_path: Path
) -> None:
    assert refused(opened(tmp_path, manner=text), "ours") == f"templates/manners/ours.yaml:{said}"


def test_all_faults_of_a_manner_are_told_at_once(tmp_path: Path) -> None:
    text = "label: x\nsettings:\n  all: {pointz: x, decimals: 9}\n  sections: {nowhere: {}}\n"
    assert len(refused(opened(tmp_path, manner=text), "ours").splitlines()) == 3


def test_a_manner_that_no_report_takes_is_not_read(tmp_path: Path) -> None:
    assert draft(opened(tmp_path, manner="label: [\n"), "2023-07").figures
