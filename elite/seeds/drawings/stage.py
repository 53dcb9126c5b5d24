"""Where a subject stands: the room, what is behind it and what lies beside it, chosen by the product's own number.

A drawing paints its subject alone; the stage, the light in the window and the prop come from here, so that two products
of one kind never look like copies of each other.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from elite.seeds.drawings.canvas import HORIZON, WHITE, Canvas
from elite.seeds.drawings.colour import EVENING_ROOMS, Tone, tone
from elite.seeds.drawings.props import PROPS, lay


@dataclass(frozen=True)
class Spot:
    """A free place for a prop in front of a subject."""

    x: float
    y: float
    scale: float = 1.0


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


class Picture(Canvas):
    """A still life of one subject; `colour` and `accent` dress it, `style` picks between forms of one kind."""

    def __init__(
        self, room: str, colour: str, accent: str, style: str = "", seed: str = "", width: int = 800, height: int = 1000
    ) -> None:
        super().__init__(room, width, height)
        self.colour, self.accent, self.style = tone(colour), tone(accent), style
        self.chance = random.Random(f"elite:{seed}")  # noqa: S311 - a picture, not a secret
        self.reach = 1.0

    @property
    def metal(self) -> Tone:
        """The metal of cutlery and fittings: brass, unless the style says steel or the colourway is dark."""
        return tone("steel" if "steel" in self.style else "brass")

    @property
    def evening(self) -> bool:
        return self.room in EVENING_ROOMS

    def backdrop(self, window: bool, stage: str) -> None:
        """Wall, light from the window, whatever stands behind, and the table."""
        wall = self.gradient([(0, self.wall_glow, 1), (0.5, self.wall, 1), (1, self.wall_shade, 1)], 0, 0, 1, 0.8)
        self.rect(0, 0, 800, 1000, wall)
        if window and not self.evening:
            start = self.chance.choice((40, 90, 150))
            wide = self.chance.choice((96, 128))
            for x in (start, start + wide + 44):
                self.path(f"M{x} 0h{wide}l190 {HORIZON}h-{wide}z", WHITE, fill_opacity=0.13)
        self._behind(stage)
        table = self.gradient([(0, self.table_far, 1), (0.35, self.table_near, 1), (1, self.table_near, 1)], 0, 0, 0, 1)
        self.rect(0, HORIZON, 800, 1000 - HORIZON, table)
        self.rect(0, HORIZON, 800, 3, WHITE, fill_opacity=0.28)

    def _behind(self, stage: str) -> None:
        t = self.accent
        if stage == "arch":
            x, w, top = self.chance.choice(((470, 300, 330), (500, 250, 260), (40, 280, 320)))
            d = f"M{x} {HORIZON}V{top}a{w / 2:g} {w / 2:g} 0 0 1 {w} 0V{HORIZON}z"
            self.cast(d, 18, 0, 0.08)
            self.path(d, self.plane(t))
        elif stage == "disc":
            x, y, r = self.chance.choice(((560, 330, 200), (250, 300, 190), (600, 400, 170)))
            self.cast_ellipse(x, y, r, r, 14, 14, 0.08)
            self.circle(x, y, r, self.plane(t))
        elif stage == "slab":
            x, w, top = self.chance.choice(((490, 240, 210), (90, 220, 240), (540, 200, 300)))
            self.rect(x + 18, top + 6, w, HORIZON - top, self.shadow_ink, 10, fill_opacity=0.08)
            self.rect(x, top, w, HORIZON - top + 20, self.plane(t), 10)

    def plinth(self, cx: float, top: float, rx: float, height: float, name: str) -> None:
        t = tone(name)
        ry = rx * 0.24
        self.shadow(cx, top + height, rx, ry, 0.42, 1.0)
        body = f"M{cx - rx:g} {top:g}V{top + height:g}A{rx:g} {ry:g} 0 0 0 {cx + rx:g} {top + height:g}V{top:g}z"
        self.path(body, self.turned(t))
        self.ellipse(cx, top, rx, ry, self.gradient([(0, t.glow, 1), (1, t.light, 1)], 0, 0, 1, 1))


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
