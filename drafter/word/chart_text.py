"""Letters, fills and lines inside a chart, in the words of DrawingML."""

from __future__ import annotations

import msgspec

from drafter.word.escaping import escape

EMU_PER_TWIP = 635
INK = "000000"


class Letters(msgspec.Struct, frozen=True):
    """The font of a chart. size, numbers: in twips, of names and of values. language: of both."""

    font: str
    size: int
    numbers: int
    language: str

    def run(self, element: str, size: int, colour: str = INK) -> str:
        """Properties of a run, under one of their names: `defRPr`, `rPr`, `endParaRPr`."""
        face = escape(self.font)
        return (
            f'<a:{element} lang="{escape(self.language)}" sz="{size * 5}" b="0">'
            f'{solid(colour)}<a:latin typeface="{face}"/><a:ea typeface="{face}"/></a:{element}>'
        )

    def properties(self, size: int, colour: str = INK, *, turned: bool = False) -> str:
        """`c:txPr`. turned: read from below."""
        run = self.run("defRPr", size, colour)
        return (
            f"<c:txPr>{body(turned)}<a:lstStyle/><a:p><a:pPr>{run}</a:pPr>"
            f'<a:endParaRPr lang="{escape(self.language)}"/></a:p></c:txPr>'
        )


def body(turned: bool) -> str:
    """How a text stands: read from below, or as it fits best."""
    return '<a:bodyPr rot="-5400000" vert="horz"/>' if turned else "<a:bodyPr/>"


def solid(colour: str) -> str:
    """A plain fill."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line(colour: str, width: int, dash: str = "solid") -> str:
    """A line. width: in twips; dash: a value of `a:prstDash`."""
    return (
        f'<a:ln w="{width * EMU_PER_TWIP}" cap="rnd">{solid(colour)}<a:prstDash val="{dash}"/>'
        "<a:round/></a:ln>"
    )


NO_LINE = "<a:ln><a:noFill/></a:ln>"
