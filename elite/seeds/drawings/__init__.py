"""Still lifes for the demonstration shop, painted from rules instead of photographed.

`draw(...)` paints one picture of a kind; `TABLES` and `set_table(...)` paint whole tables; `KINDS` lists what can be drawn.
Every picture is a function of its arguments: the same product always gets the same picture, byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass

from elite.seeds.drawings import (
    balloons,
    candles,
    favours,
    furniture,
    lighting,
    linen,
    paper,
    serving,
    stationery,
    tableware,
)
from elite.seeds.drawings.colour import COLOURWAYS, DAY_ROOMS, EVENING_ROOMS, suits
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.props import PROPS
from elite.seeds.drawings.stage import KINDS, compose
from elite.seeds.drawings.tables import OCCASIONS, TABLES, Table, set_table

SUBJECTS = (tableware, linen, lighting, candles, balloons, paper, favours, furniture, serving, stationery)


@dataclass(frozen=True)
class Drawing:
    """A finished picture and what lies beside its subject, in words."""

    svg: str
    beside: str | None


def draw(
    kind: str, *, room: str, colour: str, accent: str, style: str = "", seed: str = "", title: str = ""
) -> Drawing:
    """Paint one still life."""
    svg, prop = compose(KINDS[kind], Picture(room, colour, accent, style, seed), title or kind)
    return Drawing(svg, PROPS[prop][1] if prop else None)


__all__ = [
    "COLOURWAYS",
    "DAY_ROOMS",
    "EVENING_ROOMS",
    "KINDS",
    "OCCASIONS",
    "TABLES",
    "Drawing",
    "Table",
    "draw",
    "set_table",
    "suits",
]
