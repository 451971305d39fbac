"""Marked lines to blocks of the document tree: one line is one paragraph, numbering is literal.

`#` … `####` headings · `- `, `+ `, `* ` list marks · `| a | b |` table rows, a `|---|` row under
the header · `**bold**`, `*italic*` beside a non-word character · figures, clauses and notes as the
marks of `figures`. A line that lost all its sentences goes, and so does a heading with nothing
under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from drafter.document import (
    Block,
    Cell,
    Chart,
    ChartPoint,
    ChartSeries,
    ClauseEnd,
    ClauseStart,
    Figure,
    Heading,
    Inline,
    LedgerRow,
    Note,
    Paragraph,
    ParagraphRole,
    Table,
    Text,
)
from drafter.figures import (
    ABSENT,
    BASE,
    BASE_END,
    CLAUSE,
    CLAUSE_END,
    CLOSE,
    FIGURE,
    MARKS,
    NOTE,
    SHOWN,
    Grid,
    GridCell,
    Plot,
    Printed,
    Sink,
)
from drafter.period import ReportPeriod

ROLES: dict[str, ParagraphRole] = {"- ": "dash", "+ ": "plus", "* ": "star"}
_HEADING = re.compile(r"(#{1,4}) +(.*)")
_LABEL = re.compile(rf"((?:[-+*] )?[^.:;{MARKS}]{{1,80}}:) +(.*)", re.DOTALL)
# An abbreviation such as `TP.` or `Q.` ends no sentence.
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b[A-ZĐ]\.)(?<!\b[A-ZĐ][A-ZĐPp]\.) +(?=\S)")
_TOKEN = re.compile(rf"([{FIGURE}{CLAUSE}{CLAUSE_END}{NOTE}])([0-9a-f]+){CLOSE}|(\*\*?)")
_SHOWN = re.compile(f"({SHOWN}[0-9a-f]+{CLOSE})")
_TURN = re.compile(r"(?<!\w)\*\*?(?=\S)|(?<=\S)\*\*?(?!\w)")
_MARK = f"(?:{CLAUSE}[0-9a-f]+{CLOSE})?"
# Inside a line only what the program wrote: people may mean a small letter after `v.v.`.
_OPENING = re.compile(rf"([.!?] +{CLAUSE}[0-9a-f]+{CLOSE})([a-zà-ỹđ])")
_FIRST = re.compile(rf"((?:[-+*] )?{_MARK})([a-zà-ỹđ])")
_AFTER_LABEL = re.compile(rf"([-+*] [^:{MARKS}]{{1,80}}: +{_MARK})([a-zà-ỹđ])")
_BASE = re.compile(rf"{BASE}([+=])([^{CLOSE}]+){CLOSE}([^{BASE_END}]*){BASE_END}")
_NUMBERED = "|".join(
    rf"(?<=\b(?i:{word}) )" for word in ("tháng", "quý", "năm", "ngày", "điều", "khoản", "số")
)
# The space is looked for first, which is quick, and what stands before it then.
_STUCK = re.compile(f" (?=[0-9IVX])(?:{_NUMBERED})")
_SPACES = re.compile(r" {2,}")


@dataclass(slots=True)
class _Line:
    """A line on its way: its inlines so far, its look, the clause that is open."""

    out: list[Inline] = field(default_factory=list)
    bold: bool = False
    italic: bool = False
    clause: str = ""

    def say(self, text: str) -> None:
        """Adds plain text."""
        if text:
            self.out.append(Text(text, self.bold, self.italic))

    def turn(self, stars: str) -> None:
        """Begins or ends bold (`**`) or italic (`*`)."""
        if stars == "**":
            self.bold = not self.bold
        else:
            self.italic = not self.italic


@dataclass(slots=True)
class Reader:
    """Turns the marked text of one section into blocks and the ledger's rows, in their order.

    sink: of the rendering that made the text. section: its key, for the ledger.
    numbers: the clause numbers that earlier sections have used up, so that bookmarks stay unique.
    """

    sink: Sink
    section: str
    report: ReportPeriod
    ledger: list[LedgerRow] = field(default_factory=list)
    first_clause: int = 0
    printed: list[Printed] = field(default_factory=list)

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of a section's text."""
        lines = [line for line in (prune(line) for line in text.split("\n")) if line]
        return tuple(_without_stranded(self._blocks(lines)))

    def _blocks(self, lines: Sequence[str]) -> Iterator[Block]:
        table: list[str] = []
        for line in lines:
            if line.startswith("|"):
                table.append(line)
                continue
            if _has_rows(table):
                yield self._table(table)
            table = []
            for piece in _SHOWN.split(line) if SHOWN in line else (line,):
                if piece.strip():
                    yield self._block(piece.strip())
        if _has_rows(table):
            yield self._table(table)

    def _block(self, line: str) -> Block:
        if line.startswith(SHOWN):
            clause, shown = self.sink.shown[int(line[1:-1], 16)]
            name = self._clause(clause)
            return self._chart(shown, name) if isinstance(shown, Plot) else self._grid(shown, name)
        if found := _HEADING.fullmatch(line):
            return Heading(len(found[1]), self.inlines(found[2]))
        role = ROLES.get(line[:2])
        return Paragraph(self.inlines(line[2:] if role else line), role or "body")

    def _chart(self, plot: Plot, name: str) -> Chart:
        """A chart, its figures in the ledger in the order of its series."""
        return Chart(
            name,
            plot.form,
            plot.categories,
            tuple(
                ChartSeries(label, tuple(self._point(one, name) for one in points))
                for label, points in plot.series
            ),
            plot.unit,
            self.inlines(tidy(plot.caption)),
            self.inlines(tidy(plot.note)),
            plot.alt,
        )

    def _point(self, printed: Printed | None, name: str) -> ChartPoint | None:
        if printed is None or printed.value is None:
            return None
        return ChartPoint(self._enter(printed, name), printed.text, printed.value)

    def _grid(self, grid: Grid, name: str) -> Table:
        """A table made by a template's word."""
        caption = self.inlines(tidy(grid.caption))
        header = tuple(
            tuple(Cell((Text(text),) if text else (), "center", bold=True) for text in row)
            for row in grid.header
        )
        rows = tuple(tuple(self._cell(cell, name) for cell in row) for row in grid.rows)
        note = self.inlines(tidy(grid.note))
        return Table(header, rows, grid.widths, caption, grid.unit, note, name)

    def _cell(self, cell: GridCell, name: str) -> Cell:
        inlines = self.inlines(cell.text, clause=name)
        return Cell(inlines, cell.align, cell.bold, cell.indent, cell.exact)

    def _table(self, lines: Sequence[str]) -> Table:
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        rule = next((n for n, row in enumerate(rows) if _is_rule(row)), None)
        if rule is None:  # the first row is the header, as where a rule stands under it
            rule = min(1, len(rows) - 1)
            rows.insert(rule, [])
        longest = max(map(len, rows))
        rows = [row + [""] * (longest - len(row)) for row in rows]
        cells = [
            tuple(
                Cell(
                    self.inlines(cell),
                    "left" if column == 0 else "decimal" if n > rule else "center",
                    bold=n < rule,
                )
                for column, cell in enumerate(row)
            )
            for n, row in enumerate(rows)
            if n != rule
        ]
        widths = tuple(max(map(len, column)) + 2 for column in zip(*rows, strict=True))
        return Table(tuple(cells[:rule]), tuple(cells[rule:]), widths)

    def inlines(self, text: str, clause: str = "") -> tuple[Inline, ...]:
        """The inlines of one line of marked text; a clause within another is part of it.

        clause: the chart or table that the text stands in.
        """
        line, end = _Line(clause=clause), 0
        tokens = list(_TOKEN.finditer(text))
        paired = _paired(tokens) if "*" in text else ()
        for token in tokens:
            if token[1] is None and token.start() not in paired:
                continue
            line.say(text[end : token.start()])
            end = token.end()
            if token[1] is None:
                line.turn(token[3])
            else:
                self._place(line, token[1], int(token[2], 16))
        line.say(text[end:])
        return tuple(line.out)

    def _place(self, line: _Line, mark: str, number: int) -> None:
        """Puts what a mark stands for into a line."""
        if mark == FIGURE:
            printed = self.sink.figures[number]
            printed = _capital(printed) if _opens(line.out) else printed
            line.out.append(self._figure(printed, line))
        elif mark == CLAUSE and not line.clause:
            line.clause = self._clause(number)
            line.out.append(ClauseStart(line.clause))
        elif mark == CLAUSE_END and line.clause == self._name(number):
            line.out.append(ClauseEnd(line.clause))
            line.clause = ""
        elif mark == NOTE and (note := prune(self.sink.notes[number])):
            line.out.append(Note(self.inlines(note)))

    def _clause(self, number: int) -> str:
        name = self._name(number)
        self.ledger.append(LedgerRow(name, section=self.section, formula=self.sink.clauses[number]))
        return name

    def _name(self, number: int) -> str:
        return f"_c{self.first_clause + number:05d}"

    def _figure(self, printed: Printed, line: _Line) -> Figure:
        tag = self._enter(printed, line.clause)
        return Figure(
            tag, printed.text, missing=printed.missing, bold=line.bold, italic=line.italic
        )

    def _enter(self, printed: Printed, clause: str) -> str:
        """Puts a figure into the ledger; its tag."""
        tag = printed.tag(self.report)
        self.printed.append(printed)
        self.ledger.append(ledger_row(printed, tag, clause, self.section))
        return tag


def _has_rows(table: Sequence[str]) -> bool:
    """Whether a table still has a row; what stands over its rule alone is stranded."""
    return bool(table) and not _is_rule(table[-1].strip("| ").split("|"))


def _is_rule(row: Sequence[str]) -> bool:
    """Whether a row is the line under a table's header: dashes, at most with colons."""
    return all("-" in cell and set(cell.strip()) <= set("-:") for cell in row)


def _paired(tokens: Sequence[re.Match[str]]) -> set[int]:
    """Where the stars of a line come in pairs; a lone star (`(*)`) is a letter like others."""
    paired: set[int] = set()
    for stars in ("**", "*"):
        places = [
            one.start()
            for one in tokens
            if one[3] == stars and _TURN.match(one.string, one.start())
        ]
        paired.update(places[: len(places) // 2 * 2])
    return paired


def _opens(before: Sequence[Inline]) -> bool:
    """Whether what follows opens a sentence."""
    last = next((one for one in reversed(before) if not isinstance(one, ClauseStart)), None)
    if last is None:
        return True
    return isinstance(last, Text) and last.text.rstrip(" ").endswith((".", "!", "?"))


def _capital(printed: Printed) -> Printed:
    """A figure in words (`không xảy ra …`) as it opens a sentence."""
    return replace(printed, text=printed.text[:1].upper() + printed.text[1:])


def ledger_row(printed: Printed, tag: str, clause: str, section: str) -> LedgerRow:
    """The ledger's row of one occurrence of a figure."""
    return LedgerRow(
        clause,
        tag,
        section,
        printed.text,
        "" if printed.value is None else str(printed.value),
        printed.unit,
        *printed.point.series,
        printed.point.span,
        printed.point.period,
        printed.measure,
        printed.base,
        printed.formula,
        tuple(f"{row.place}:value" for row in printed.inputs),
        printed.origin,
        "; ".join(dict.fromkeys(row.source for row in printed.inputs if row.source)),
    )


def prune(line: str) -> str:
    """A line without the sentences that hold something absent; blank when none is left.

    A label that opens the line (`- Cây ngô:`) stays as long as a sentence does.
    """
    line = line.strip()
    if ABSENT not in line:
        return tidy(line)
    if line.startswith(("|", "#")):
        return ""
    label, rest = "", line
    if found := _LABEL.match(line):
        label, rest = found[1] + " ", found[2]
    kept = [sentence for sentence in _sentences(rest) if ABSENT not in sentence]
    return tidy(label + " ".join(kept)) if kept else ""


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a line; those of one clause stay together, since they fall together."""
    held = ""
    for sentence in _SENTENCE.split(text):
        held = f"{held} {sentence}" if held else sentence
        if held.count(CLAUSE) == held.count(CLAUSE_END):
            yield held
            held = ""
    if held:
        yield held


def tidy(text: str) -> str:
    """A line with capitals where a clause opens a sentence, and no break inside `tháng 7`."""
    text = _with_bases_once(text) if BASE in text else text
    text = _SPACES.sub(" ", text) if "  " in text else text
    for first in (_FIRST, _AFTER_LABEL):
        if found := first.match(text):
            text = found[1] + found[2].upper() + text[found.end() :]
    if CLAUSE in text:
        text = _OPENING.sub(lambda found: found[1] + found[2].upper(), text)
    return _STUCK.sub("\u00a0", text)


def _with_bases_once(line: str) -> str:
    """A line without the base phrases that repeat the one said last in it.

    A phrase that the template has in its own words may be another base: after it one is said anew.
    """
    said, end, out = "", 0, ""
    for found in _BASE.finditer(line):
        between = line[end : found.start()]
        said = "" if "so với" in between else said
        repeated = found[1] == "+" and found[2] == said
        out += between + ("" if repeated else found[3])
        said, end = found[2], found.end()
    return out + line[end:]


def _without_stranded(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without headings that have nothing under them."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            while kept and isinstance(last := kept[-1], Heading) and last.level >= block.level:
                kept.pop()
        kept.append(block)
    while kept and isinstance(kept[-1], Heading):
        kept.pop()
    return kept
