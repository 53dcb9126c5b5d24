"""Where a subject stands: the room, what is behind it and what lies beside it, chosen by the product's own number.

A drawing paints its subject alone; the stage, the light in the window and the prop come from here, so that two products
of one kind never look like copies of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from elite.seeds.drawings.picture import Picture, Spot
from elite.seeds.drawings.props import PROPS, lay


@dataclass(frozen=True)
class Kind:
    """A type of picture: how its subject is painted and which stages become it."""

    name: str
    draw: Callable[[Picture], None]
    spots: tuple[Spot, ...]
    stages: tuple[str, ...]
    window: bool
    foot: tuple[float, float, float]  # middle, height and half width of where it stands, for a plinth
    fit: float  # how much the subject is enlarged about its foot, so that it fills the picture


KINDS: dict[str, Kind] = {}


def drawing(
    name: str,
    *spots: tuple[float, ...],
    stages: Sequence[str] = ("plain", "arch", "disc", "slab", "plinth"),
    window: bool = True,
    foot: tuple[float, float, float] = (400, 850, 170),
    fit: float = 1.0,
) -> Callable[[Callable[[Picture], None]], Callable[[Picture], None]]:
    """Make a painting function known as a kind of picture."""

    def register(draw: Callable[[Picture], None]) -> Callable[[Picture], None]:
        KINDS[name] = Kind(name, draw, tuple(Spot(*spot) for spot in spots), tuple(stages), window, foot, fit)
        return draw

    return register


def compose(kind: Kind, picture: Picture, title: str) -> tuple[str, str | None]:
    """Paint the whole picture; answers the SVG and the name of the prop, for the alt text."""
    chance = picture.chance
    stage = chance.choice(kind.stages)
    picture.backdrop(kind.window, stage)
    spots = list(kind.spots)
    if stage == "plinth":
        cx, y, half = kind.foot
        stone = "oat" if picture.room not in ("morning",) and picture.colour.name != "oat" else "rose"
        if picture.evening:
            stone = picture.accent.name
        scale = 0.88 * min(kind.fit, 1.15)
        picture.plinth(cx, 800, min(half * scale + 50, 290), 62, stone)
        picture.reach = 0.25
        with picture.group(cx * (1 - scale), 806 - y * scale, scale):
            kind.draw(picture)
        spots = [Spot(705, 905, 0.95), Spot(96, 915, 0.9)] if half < 220 else [Spot(716, 925, 0.9)]
    else:
        cx, y, _half = kind.foot
        with picture.group(cx * (1 - kind.fit), y * (1 - kind.fit), kind.fit):
            kind.draw(picture)
    prop = None
    if spots and chance.random() < 0.8:
        prop = chance.choice([name for name in PROPS if name not in ("bud",) or stage != "plinth"])
        lay(picture, prop, chance.choice(spots), picture.accent, chance)
    return picture.svg(title), prop
