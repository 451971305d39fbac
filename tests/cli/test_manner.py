"""`drafter draft --manner`: one draft in another wording."""

from __future__ import annotations

from pathlib import Path

from office import open_office

from .commands import MISSING, Run

WORDS = "label: x\nsettings:\n  all: {actual: là, year_on_year_first: so cùng kỳ}\n"


def test_a_draft_in_another_manner_stands_beside_the_offices_own(run: Run, tmp_path: Path) -> None:
    open_office(tmp_path / "office", {"templates/manners/brisk.yaml": WORDS})
    for arguments in ((), ("--manner", "brisk")):
        assert run("draft", "office", "2023-07", "--format", "text", *arguments).code == 0
    own, asked = (
        Path(f"out/short-2023-07{end}.txt").read_text(encoding="utf-8").splitlines()[-1]
        for end in ("", "-brisk")
    )
    said = "Kim ngạch xuất khẩu tháng 7 {} 300 triệu USD, {} và tăng 20,0% {}."
    assert own == said.format("đạt", MISSING, "so với cùng kỳ năm trước")
    assert asked == said.format("là", MISSING, "so cùng kỳ")


def test_a_manner_that_there_is_not_is_refused(run: Run) -> None:
    said = run("--lang", "en", "draft", "office", "2023-07", "--manner", "nsoo")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "there is no manner 'nsoo'; use one of committee, national, nso, statistics\n"
        "faults: 1; nothing was written\n"
    )
    assert not Path("out").exists()
