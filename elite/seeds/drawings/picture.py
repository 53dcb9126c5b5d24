"""A still life before it has a subject: its room, its light, what may stand behind, and where there is space for a prop."""

from __future__ import annotations

import random
from dataclasses import dataclass

from elite.seeds.drawings.canvas import HORIZON, WHITE, Canvas
from elite.seeds.drawings.colour import EVENING_ROOMS, Tone, tone


@dataclass(frozen=True)
class Spot:
    """A free place for a prop in front of a subject."""

    x: float
    y: float
    scale: float = 1.0


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
