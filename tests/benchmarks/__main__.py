"""Times drafts and docxtpl side by side and prints the README's table.

Each round times every subject once, in turn, so that a noisy machine hits them alike; what is
printed is the median. Processes are timed from start to end.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from drafter.document import Report
from drafter.report import draft
from drafter.stores.workspace import Workspace
from tests.benchmarks import rival, subjects
from tests.benchmarks.subjects import KIND, LANG_SON, PERIOD

ROUNDS = 9
PLAIN = "drafter, without charts"
Times = dict[str, list[float]]


def timed(run: Callable[[], object]) -> float:
    """Milliseconds that a call takes, what others left behind collected before it."""
    gc.collect()
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def warm(rounds: int) -> Times:
    """Drafts of an opened workspace and docxtpl on an equal document, interleaved."""
    july = subjects.july()
    plain = subjects.without_charts(july)
    tenfold, history = subjects.with_sections(july, 10), subjects.with_history(july, 100)
    report, longer = (draft(one, PERIOD, report=KIND).report for one in (july, tenfold))
    small, large = rival.template(report), rival.template(longer)
    runs: dict[str, Callable[[], object]] = {
        "drafter": lambda: draft(july, PERIOD, report=KIND).docx(),
        PLAIN: lambda: draft(plain, PERIOD, report=KIND).docx(),
        "docxtpl": lambda: rival.fill(*small),
        "drafter, 10 × sections": lambda: draft(tenfold, PERIOD, report=KIND).docx(),
        "docxtpl, 10 × sections": lambda: rival.fill(*large),
        "drafter, 100 × history": lambda: draft(history, PERIOD, report=KIND).docx(),
    }
    for name, (period, kind) in subjects.OTHERS.items():
        runs |= _other(july, name, period, kind)
    times: Times = {name: [] for name in runs}
    gc.collect()
    gc.freeze()  # the rows of the long history are no garbage of whichever draft comes next
    for _ in range(rounds + 1):
        for name, run in runs.items():
            times[name].append(timed(run))
    return {name: one[1:] for name, one in times.items()}


def _other(office: Workspace, name: str, period: str, kind: str) -> dict[str, Callable[[], object]]:
    """Another report of the year, and docxtpl on an equal document."""
    filled = rival.template(draft(office, period, report=kind).report)
    return {
        f"drafter, {name}": lambda: draft(office, period, report=kind).docx(),
        f"docxtpl, {name}": lambda: rival.fill(*filled),
    }


_RIVAL_PROCESS = """
import json, sys
from docxtpl import DocxTemplate
template, values, target = sys.argv[1:]
document = DocxTemplate(template)
document.render(json.load(open(values, encoding="utf-8")))
document.save(target)
"""


_TENFOLD = """
import sys
from pathlib import Path
from drafter.report import draft
from drafter.stores.workspace import Workspace
from tests.benchmarks.subjects import KIND, PERIOD, july, with_sections
Path(sys.argv[1]).write_bytes(draft(with_sections(july(), 10), PERIOD, report=KIND).docx())
"""


def cold(rounds: int, folder: Path) -> tuple[Times, dict[str, float]]:
    """Whole processes, and the memory that each takes at its peak, in MB.

    The first run of each is not counted: it writes what an installed program has from the start
    (compiled modules) and what the first draft of an office keeps.
    """
    commands = _commands(folder)
    times: Times = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            times[name].append(timed(lambda c=command: _run(c)))
    counted = {name: one[1:] for name, one in times.items()}
    return counted, {name: peak(command) for name, command in commands.items()}


def _run(command: list[str]) -> str:
    """What a process prints that runs as users' do, whose Python may keep compiled modules."""
    held = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    return subprocess.run(command, check=True, capture_output=True, env=held, text=True).stdout


_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


def _commands(folder: Path) -> dict[str, list[str]]:
    july = subjects.july()
    shutil.copytree(LANG_SON, folder / "office", dirs_exist_ok=True)
    shutil.copytree(LANG_SON, folder / "old-office", dirs_exist_ok=True)
    earlier = subjects.history(july, 100)[: -len(july.observations)]
    (folder / "old-office/data/0-history.csv").write_text(
        subjects.as_csv(earlier), encoding="utf-8"
    )
    run = [sys.executable, "-m", "drafter", "draft"]
    made = [PERIOD, "--report", KIND, "-o", str(folder / "made.docx")]
    tenfold = subjects.with_sections(july, 10)
    return {
        "drafter": [*run, str(folder / "office"), *made],
        "docxtpl": _rival(folder / "small", draft(july, PERIOD, report=KIND).report),
        "drafter, 10 × sections": [sys.executable, "-c", _TENFOLD, str(folder / "tenfold.docx")],
        "docxtpl, 10 × sections": _rival(
            folder / "large", draft(tenfold, PERIOD, report=KIND).report
        ),
        "drafter, 100 × history": [*run, str(folder / "old-office"), *made],
        **{
            name: command
            for other, report in subjects.OTHERS.items()
            for name, command in _other_commands(folder, july, other, report).items()
        },
    }


def _other_commands(
    folder: Path, office: Workspace, name: str, report: tuple[str, str]
) -> dict[str, list[str]]:
    period, kind = report
    target = str(folder / f"{kind}-{period}.docx")
    made = [period, "--report", kind, "-o", target]
    filled = _rival(folder / f"{kind}-{period}", draft(office, period, report=kind).report)
    return {
        f"drafter, {name}": [
            sys.executable,
            "-m",
            "drafter",
            "draft",
            str(folder / "office"),
            *made,
        ],
        f"docxtpl, {name}": filled,
    }


def _rival(folder: Path, report: Report) -> list[str]:
    """The command that fills a report's template with docxtpl."""
    folder.mkdir()
    template, values = rival.template(report)
    (folder / "template.docx").write_bytes(template)
    (folder / "values.json").write_text(json.dumps(values), encoding="utf-8")
    names = ("template.docx", "values.json", "filled.docx")
    return [sys.executable, "-c", _RIVAL_PROCESS, *(str(folder / name) for name in names)]


def peak(command: list[str]) -> float:
    """The most memory a process holds, in MB, as the system counts it."""
    measure = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    said = _run([sys.executable, "-c", measure, *command])
    return int(said) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def chart(times: Times) -> float:
    """Milliseconds that each chart of July costs in a warm draft."""
    whole, plain = (statistics.median(times[name]) for name in ("drafter", PLAIN))
    return (whole - plain) / subjects.charts(subjects.july())


def main() -> None:
    """The README's table, and what a chart costs."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    warm_times = warm(rounds)
    with tempfile.TemporaryDirectory() as folder:
        cold_times, memory = cold(rounds, Path(folder))
    print("| | warm, ms | cold process, ms | peak memory, MB |\n|---|---:|---:|---:|")
    for name in dict.fromkeys([*warm_times, *cold_times]):
        cells = [
            f"{statistics.median(times[name]):.0f}" if name in times else "–"
            for times in (warm_times, cold_times)
        ]
        print(
            f"| {name} | {' | '.join(cells)} | {f'{memory[name]:.0f}' if name in memory else '–'} |"
        )
    print(f"\nA chart costs {chart(warm_times):.1f} ms in a warm draft.")


if __name__ == "__main__":
    main()
