"""Paint and marks, because a hundred still lifes must be lit alike: gradients only, light from the upper left.

No filters, no text and no raster data, so every renderer gives the same picture.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from elite.seeds.drawings.colour import ROOMS, Tone, hexed, tone

Stop = tuple[float, str, float]
Point = tuple[float, float]
Attribute = str | float | int

HORIZON = 640
WHITE = "#fff"
FLAME_GLOW = hexed(0.95, 0.10, 90)


def _attributes(more: dict[str, Attribute]) -> str:
    return "".join(f' {key.replace("_", "-")}="{value}"' for key, value in more.items())


def smooth(points: Sequence[Point]) -> str:
    """A curve through the points, as path commands after the first; a point given twice is a corner."""
    out = []
    last = len(points) - 1
    for i in range(last):
        before, a, b, after = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, last)]
        if a == b:
            continue
        one = (a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6)
        two = (b[0] - (after[0] - a[0]) / 6, b[1] - (after[1] - a[1]) / 6)
        out.append(f"C{one[0]:.1f} {one[1]:.1f} {two[0]:.1f} {two[1]:.1f} {b[0]:.1f} {b[1]:.1f}")
    return "".join(out)


def around(x: float, y: float, radius: float, count: int, start: float = 0.0, flat: float = 1.0) -> list[Point]:
    """Points on a circle, or on an ellipse when `flat` is below one."""
    turns = [math.radians(start + 360 * i / count) for i in range(count)]
    return [(x + radius * math.cos(a), y + radius * flat * math.sin(a)) for a in turns]


class Canvas:
    """One picture while it is being painted: definitions, marks and the colours of its room."""

    def __init__(self, room: str, width: int = 800, height: int = 1000) -> None:
        self.room, self.width, self.height = room, width, height
        self._defs: dict[str, str] = {}
        self._marks: list[str] = []
        (wall_l, wall_c, wall_h), (table_l, table_c, table_h) = ROOMS[room]
        self.shadow_ink = hexed(max(table_l - 0.36, 0.14), table_c * 1.15, table_h - 12)
        self.wall = hexed(wall_l, wall_c, wall_h)
        self.wall_glow = hexed(min(wall_l + 0.04, 0.985), wall_c * 0.8, wall_h)
        self.wall_shade = hexed(wall_l - 0.05, wall_c * 1.15, wall_h - 6)
        self.table_near = hexed(table_l + 0.015, table_c, table_h)
        self.table_far = hexed(table_l - 0.045, table_c * 1.05, table_h - 4)

    # -- paint

    def _define(self, markup: str) -> str:
        name = self._defs.setdefault(markup, f"g{len(self._defs) + 1}")
        return f"url(#{name})"

    @staticmethod
    def _stops(stops: Sequence[Stop]) -> str:
        return "".join(
            f'<stop offset="{at}" stop-color="{paint}"' + (f' stop-opacity="{alpha}"' if alpha < 1 else "") + "/>"
            for at, paint, alpha in stops
        )

    def gradient(self, stops: Sequence[Stop], x1: float = 0, y1: float = 0, x2: float = 1, y2: float = 0) -> str:
        box = f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
        return self._define(f'<linearGradient id="@" {box}>{self._stops(stops)}</linearGradient>')

    def radial(self, stops: Sequence[Stop], cx: float = 0.5, cy: float = 0.5, r: float = 0.5) -> str:
        return self._define(f'<radialGradient id="@" cx="{cx}" cy="{cy}" r="{r}">{self._stops(stops)}</radialGradient>')

    def turned(self, t: Tone, slant: float = 0.0) -> str:
        """A turned body: lit at 22 %, body at 55 %, shade towards the right edge, a little light bounced back."""
        return self.gradient(
            [(0, t.body, 1), (0.22, t.light, 1), (0.55, t.body, 1), (0.88, t.shade, 1), (1, t.body, 1)], 0, 0, 1, slant
        )

    def hollow(self, t: Tone) -> str:
        """The inside of a vessel: dark where the outside is lit."""
        return self.gradient([(0, t.deep, 1), (0.55, t.shade, 1), (1, t.light, 1)], 0, 0, 1, 0.3)

    def ball(self, t: Tone) -> str:
        return self.radial([(0, t.glow, 1), (0.28, t.light, 1), (0.66, t.body, 1), (1, t.shade, 1)], 0.34, 0.28, 0.78)

    def plane(self, t: Tone) -> str:
        return self.gradient([(0, t.light, 1), (0.6, t.body, 1), (1, t.shade, 1)], 0, 0, 1, 1)

    def fall(self, t: Tone) -> str:
        """Cloth or paper that hangs: light above, shade below."""
        return self.gradient([(0, t.light, 1), (0.5, t.body, 1), (1, t.shade, 1)], 0, 0, 0.2, 1)

    def glass(self, t: Tone, k: float = 1.0) -> str:
        return self.gradient(
            [
                (0, t.shade, round(min(0.62 * k, 1), 2)),
                (0.16, t.light, round(0.34 * k, 2)),
                (0.5, t.body, round(0.30 * k, 2)),
                (0.84, t.body, round(0.52 * k, 2)),
                (1, t.shade, round(min(0.78 * k, 1), 2)),
            ]
        )

    # -- marks

    def add(self, markup: str) -> None:
        self._marks.append(markup)

    def path(self, d: str, fill: str = "none", **more: Attribute) -> None:
        self.add(f'<path d="{d}" fill="{fill}"{_attributes(more)}/>')

    def line(self, d: str, paint: str, width: float, **more: Attribute) -> None:
        """A stroke with round ends."""
        self.path(d, "none", stroke=paint, stroke_width=width, stroke_linecap="round", stroke_linejoin="round", **more)

    def ellipse(self, cx: float, cy: float, rx: float, ry: float, fill: str, **more: Attribute) -> None:
        self.add(f'<ellipse cx="{cx:g}" cy="{cy:g}" rx="{rx:g}" ry="{ry:g}" fill="{fill}"{_attributes(more)}/>')

    def circle(self, cx: float, cy: float, r: float, fill: str, **more: Attribute) -> None:
        self.ellipse(cx, cy, r, r, fill, **more)

    def rect(self, x: float, y: float, w: float, h: float, fill: str, r: float = 0, **more: Attribute) -> None:
        self.add(
            f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{r:g}" fill="{fill}"{_attributes(more)}/>'
        )

    @contextmanager
    def group(
        self, x: float = 0, y: float = 0, scale: float = 1, turn: float = 0, flip: bool = False, **more: Attribute
    ) -> Iterator[None]:
        """Everything painted inside is moved, scaled, turned or mirrored."""
        how = f"translate({x:g} {y:g})"
        if turn:
            how += f" rotate({turn:g})"
        if flip:
            how += f" scale({-scale:g} {scale:g})"
        elif scale != 1:
            how += f" scale({scale:g})"
        self.add(f'<g transform="{how}"{_attributes(more)}>')
        yield
        self.add("</g>")

    def gleam(self, d: str, width: float = 7, k: float = 0.6) -> None:
        self.line(d, WHITE, width, stroke_opacity=k)

    def lathe(
        self, x: float, y: float, profile: Sequence[tuple[float, float]], fill: str, k: float = 0.2, **more: Attribute
    ) -> None:
        """A form turned about a standing axis; the profile is (height above the foot, radius), from the foot up."""
        right = [(x + r, y - h) for h, r in profile]
        left = [(x - r, y - h) for h, r in reversed(profile)]
        foot, rim = profile[0][1], profile[-1][1]
        d = (
            f"M{left[0][0]:.1f} {left[0][1]:.1f}{smooth(left)}"
            f"A{foot:.1f} {foot * k:.1f} 0 0 0 {right[0][0]:.1f} {right[0][1]:.1f}{smooth(right)}"
            f"A{rim:.1f} {rim * k:.1f} 0 0 0 {left[0][0]:.1f} {left[0][1]:.1f}z"
        )
        self.path(d, fill, **more)

    def hoop(self, x: float, y: float, r: float, paint: str, width: float, k: float = 0.2, **more: Attribute) -> None:
        """The near half of a ring around a turned form."""
        d = f"M{x - r:g} {y:g}A{r:g} {r * k:g} 0 0 0 {x + r:g} {y:g}"
        self.path(d, "none", stroke=paint, stroke_width=width, **more)

    # -- light

    def shadow(self, cx: float, cy: float, rx: float, ry: float, k: float = 0.5, reach: float = 1.0) -> None:
        """A contact shadow under the foot and a long soft one that falls to the right."""
        s = self.shadow_ink
        far = self.radial([(0, s, round(0.62 * k, 3)), (0.45, s, round(0.34 * k, 3)), (1, s, 0)])
        near = self.radial([(0, s, round(0.85 * k, 3)), (0.72, s, round(0.5 * k, 3)), (1, s, 0)])
        self.ellipse(
            cx + rx * 0.75 * reach,
            cy + ry * 0.7,
            rx * (1.1 + 0.75 * reach),
            ry * 1.5,
            far,
            transform=f"rotate(5 {cx:g} {cy:g})",
        )
        self.ellipse(cx + rx * 0.05, cy + ry * 0.12, rx * 1.1, ry * 1.12, near)

    def cast(self, d: str, dx: float = 34, dy: float = 26, k: float = 0.16) -> None:
        """The shadow of a shape on what hangs or stands behind it."""
        self.path(d, self.shadow_ink, fill_opacity=k, transform=f"translate({dx:g} {dy:g})")

    def cast_ellipse(self, cx: float, cy: float, rx: float, ry: float, dx: float, dy: float, k: float = 0.16) -> None:
        self.ellipse(cx + dx, cy + dy, rx, ry, self.shadow_ink, fill_opacity=k)

    def halo(self, x: float, y: float, r: float, k: float = 0.6) -> None:
        """The light around a lamp or a flame."""
        self.circle(x, y, r, self.radial([(0, FLAME_GLOW, k), (0.4, FLAME_GLOW, round(k / 3, 3)), (1, FLAME_GLOW, 0)]))

    def flame(self, x: float, y: float, scale: float = 1.0) -> None:
        with self.group(x, y, scale):
            self.halo(0, -40, 150, 0.55)
            self.line("M0 4V-16", "#3a2a2a", 5)
            warm = self.gradient([(0, hexed(0.97, 0.10, 98), 1), (1, hexed(0.79, 0.16, 66), 1)], 0, 0, 0, 1)
            self.path("M0 -2C-24 -14 -20 -44 0 -92C20 -44 24 -14 0 -2z", warm)
            self.path("M0 -6C-10 -14 -9 -30 0 -48C9 -30 10 -14 0 -6z", "#fffbe9")

    # -- small growing things, used by many

    def leaf(self, x: float, y: float, length: float, turn: float, fill: str, fat: float = 0.4, k: float = 1.0) -> None:
        w = length * fat
        d = (
            f"M0 0C{length * 0.2:.1f} {-w:.1f} {length * 0.75:.1f} {-w:.1f} {length:.1f} 0"
            f"C{length * 0.75:.1f} {w * 0.75:.1f} {length * 0.2:.1f} {w * 0.75:.1f} 0 0z"
        )
        self.path(
            d, fill, transform=f"translate({x:.0f} {y:.0f}) rotate({turn:.0f})", **({"opacity": k} if k < 1 else {})
        )

    def bloom(self, x: float, y: float, r: float, t: Tone, turn: float = 0, petals: int = 6) -> None:
        """A round paper flower: petals, and a button of another colour."""
        self.cast_ellipse(x, y, r, r, r * 0.24, r * 0.3, 0.16)
        fill = self.ball(t)
        for px, py in around(x, y, r * 0.52, petals, turn):
            self.circle(round(px, 1), round(py, 1), round(r * 0.56, 1), fill)
        self.circle(x, y, r * 0.3, self.ball(tone("persimmon" if t.name == "butter" else "butter")))

    def bow(self, x: float, y: float, scale: float, t: Tone, turn: float = 0) -> None:
        """Two loops, two tails and a knot."""
        with self.group(x, y, scale, turn):
            for s in (-1, 1):
                tail = f"M0 0C{s * 16} 34 {s * 26} 66 {s * 54} 104L{s * 26} 110C{s * 8} 74 0 40 {-s * 6} 8z"
                self.path(tail, self.plane(t) if s < 0 else t.shade)
                self.path(f"M0 0C{s * 40} -66 {s * 122} -62 {s * 116} -10C{s * 110} 34 {s * 44} 26 0 0z", self.plane(t))
                self.path(
                    f"M{s * 14} -2C{s * 44} -32 {s * 86} -34 {s * 92} -10C{s * 86} 12 {s * 46} 10 {s * 14} -2z", t.deep
                )
                self.line(f"M{s * 10} -8C{s * 40} -52 {s * 100} -54 {s * 108} -14", t.glow, 4, stroke_opacity=0.55)
            self.ellipse(0, 2, 17, 15, self.ball(t))

    def svg(self, title: str) -> str:
        defs = "".join(markup.replace('id="@"', f'id="{name}"') for markup, name in self._defs.items())
        size = f'viewBox="0 0 {self.width} {self.height}" width="{self.width}" height="{self.height}"'
        text = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"><title>{title}</title>'
            f"<defs>{defs}</defs>{''.join(self._marks)}</svg>"
        )
        return re.sub(r"\d*\.\d{3,}", lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), text)
