"""Tables of figures: captions, merged headers, heads of rows, decimals under each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from drafter.document import Cell, Table
from drafter.frame_words import unit_phrase
from drafter.header_cells import HeaderCell, merged_header, rows_below
from drafter.web.decimals import decimal_styles
from drafter.web.elements import element, nest, start_tag, words
from drafter.web.inlines import Story

# Tables of so many rows or fewer stay on one page of paper.
_SHORT = 12
# Cells that may name their row: the first, or the second behind a running number.
_HEADS = 2


def table(block: Table, story: Story) -> str:
    """A table with caption, unit and note; it scrolls by itself where the screen is narrow."""
    name = story.name("table")
    caption = _caption(block, story, name)
    rows = grid(block, story)
    note = f"{name}-note" if block.note else ""
    whole = element("table", caption + rows, aria_describedby=note)
    under = element("p", story.runs(block.note), class_="note", id=note) if note else ""
    return element(
        "div",
        scrolling(whole, f"{name}-caption" if caption else "") + under,
        class_="table short" if len(block.rows) <= _SHORT else "table",
        id=name,
        data_clause=block.name,
    )


def grid(block: Table, story: Story) -> str:
    """The rows of a table, those of its header first."""
    header = merged_header(block.header)
    # In this order, as footnotes are numbered where they stand.
    columns = _columns(block.widths, header)
    return columns + _head(header, story) + _body(block, story)


def scrolling(markup: str, caption: str) -> str:
    """A region that scrolls sideways, by keyboard too. caption: the id of what names it."""
    return element(
        "div",
        markup,
        class_="scrolling",
        role="group",
        tabindex="0",
        aria_labelledby=caption,
        aria_label="" if caption else "Bảng số liệu",
    )


def unit_line(unit: str) -> str:
    """The unit of a table or chart; nothing for none."""
    return words("span", unit_phrase(unit), class_="unit") if unit else ""


def _caption(block: Table, story: Story, name: str) -> str:
    """The caption with the unit under it; nothing for neither."""
    title = element("span", story.runs(block.caption), class_="title") if block.caption else ""
    told = " ".join(filter(None, (title, unit_line(block.unit))))
    return element("caption", told, id=f"{name}-caption") if told else ""


def _columns(widths: Sequence[int], header: Sequence[Sequence[HeaderCell]]) -> str:
    """The columns in groups, as the first row of the header joins them; with their widths.

    Nothing where a browser needs to be told neither.
    """
    spans = [cell.span for cell in header[0]] if header else [len(widths)]
    if not widths:
        groups = [start_tag("colgroup", span=str(span)) + "</colgroup>" for span in spans]
        return "".join(groups) if max(spans) > 1 else ""
    shares = [f"width:{100 * width / sum(widths):.3g}%" for width in widths]
    columns = [start_tag("col", style=share) for share in shares]
    starts = accumulate(spans, initial=0)
    return "".join(
        element("colgroup", "".join(columns[start : start + span]))
        for start, span in zip(starts, spans, strict=False)
    )


def _head(header: Sequence[Sequence[HeaderCell]], story: Story) -> str:
    """The rows that repeat on every page of paper."""
    rows = [
        element("tr", "".join(_header_cell(cell, header, place, story) for cell in row))
        for place, row in enumerate(header)
    ]
    return nest("thead", rows) if rows else ""


def _header_cell(
    cell: HeaderCell, header: Sequence[Sequence[HeaderCell]], place: int, story: Story
) -> str:
    """A header cell over its columns and rows; nothing where it goes on from above.

    place: of its row. Groups of columns are those of the first row.
    """
    if cell.merge == "continue":
        return ""
    spans = {
        "colspan": str(cell.span) if cell.span > 1 else "",
        "rowspan": str(1 + rows_below(cell, header[place + 1 :])) if cell.merge else "",
    }
    if not cell.inlines:
        return element("td", "", **spans)
    scope = "colgroup" if cell.span > 1 and place == 0 else "col"
    return element("th", story.runs(cell.inlines), scope=scope, **spans)


def _body(block: Table, story: Story) -> str:
    """The rows under the header."""
    styles = decimal_styles(block.rows)
    rows = [_row(row, story, block.name, styles[place]) for place, row in enumerate(block.rows)]
    return nest("tbody", rows)


def _row(row: Sequence[Cell], story: Story, clause: str, styles: Sequence[str]) -> str:
    """One row; the cell that names it is its head."""
    head = next(
        (place for place, cell in enumerate(row[:_HEADS]) if cell.align == "left" and cell.inlines),
        None,
    )
    cells = [
        _cell(cell, story.runs(cell.inlines, clause), styles[place], head=place == head)
        for place, cell in enumerate(row)
    ]
    return element("tr", "".join(cells))


def _cell(cell: Cell, content: str, style: str, *, head: bool) -> str:
    """One cell; a number stands in a box as wide as the widest of its column."""
    if style:
        content = element("span", content, class_="number", style=style)
    look = [
        cell.align,
        "total" if cell.bold else "",
        f"indent-{cell.indent}" if cell.indent else "",
    ]
    return element(
        "th" if head else "td",
        content,
        scope="row" if head else "",
        class_=" ".join(filter(None, look)),
    )
