"""Strings of bulbs, lanterns and lamps: things that glow."""

from __future__ import annotations

import math

from elite.seeds.drawings.canvas import FLAME_GLOW, WHITE, around
from elite.seeds.drawings.colour import Tone, hexed, tone
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing

WARM = hexed(0.85, 0.13, 78)


def bulb(p: Picture, x: float, y: float, scale: float, cap: Tone, k: float = 0.62) -> None:
    """A lit bulb hanging from its cap."""
    with p.group(x, y, scale):
        p.halo(0, 58, 110, k)
        p.rect(-12, -2, 24, 32, p.turned(cap), 4)
        lit = p.radial([(0, "#fffdf0", 1), (0.5, hexed(0.95, 0.09, 92), 1), (1, WARM, 1)], 0.45, 0.55, 0.6)
        p.path("M-12 29C-40 52 -36 98 0 98C36 98 40 52 12 29z", lit)
        p.gleam("M-18 56q-4 14 4 26", 4, 0.9)


def swag(
    p: Picture,
    y0: float,
    sag: float,
    y1: float,
    cap: Tone,
    count: int,
    shift: float,
    scale: float = 1.0,
    left: float = -20,
    right: float = 820,
) -> None:
    """One cable with bulbs from edge to edge."""
    x0, x1, xm, ym = left, right, (left + right) / 2, y0 + sag * 2
    d = f"M{x0:g} {y0:g}Q{xm:g} {ym:g} {x1:g} {y1:g}"
    p.line(d, p.shadow_ink, 5, stroke_opacity=0.16, transform="translate(22 18)")
    p.line(d, cap.deep, 5)
    for i in range(count):
        u = (i + 0.5 + shift) / (count + 0.2)
        x = (1 - u) ** 2 * x0 + 2 * u * (1 - u) * xm + u * u * x1
        y = (1 - u) ** 2 * y0 + 2 * u * (1 - u) * ym + u * u * y1
        bulb(p, round(x, 1), round(y, 1), scale, cap)


@drawing("lights", stages=("plain",), window=False)
def lights(p: Picture) -> None:
    """Three swags of bulbs, and the coil they came from."""
    for k, (y0, sag) in enumerate(((96, 120), (210, 170), (360, 190))):
        lower = p.chance.choice((-24, 0, 20))
        count = p.chance.choice((5, 6, 7))
        swag(p, y0 + lower, sag, y0 - 20 + k * 10 - lower, p.colour, count, (k % 2) * 0.28)
    p.shadow(400, 850, 150, 30, 0.5)
    p.path("M250 780V850A150 34 0 0 0 550 850V780z", p.turned(p.accent))
    p.ellipse(400, 780, 150, 34, p.accent.light)
    for r in (126, 98, 70):
        p.ellipse(400, 776 - (126 - r) * 0.2, r, r * 0.22, "none", stroke=p.colour.deep, stroke_width=11)
    for x, y in around(400, 768, 108, 4, 20, 0.2):
        p.ellipse(round(x), round(y), 15, 19, p.radial([(0, "#fffdf0", 1), (1, WARM, 1)]))


@drawing("lantern", (690, 880, 1.0), (110, 920, 0.9), stages=("plain", "arch", "disc", "slab"), foot=(400, 850, 210))
def lantern(p: Picture) -> None:
    """Two lanterns with a candle in each."""
    for x, y, s in ((300, 850, 1.1), (560, 800, 0.72)):
        with p.group(x, y, s):
            p.shadow(0, 0, 140, 28, 0.58, 1.4)
            p.line("M-60 -470C-60 -590 60 -590 60 -470", p.colour.deep, 9)
            p.path("M-116 -420L-60 -490H60L116 -420z", p.turned(p.colour))
            p.rect(-124, -424, 248, 24, p.turned(p.colour), 4)
            pane = [
                (0, hexed(0.97, 0.05, 90), 0.75),
                (0.5, hexed(0.95, 0.09, 85), 0.7),
                (1, hexed(0.9, 0.08, 70), 0.65),
            ]
            p.rect(-112, -400, 224, 376, p.gradient(pane))
            p.path("M-100 -392h70l-40 350h-30z", WHITE, fill_opacity=0.3)
            p.rect(-44, -180, 88, 150, p.turned(tone("oat")))
            p.ellipse(0, -180, 44, 9, tone("oat").glow)
            p.flame(0, -184)
            for k in (-118, -5, 106):
                p.rect(k, -402, 12, 384, p.turned(p.colour))
            if p.style == "lattice":
                for y1 in (-300, -200, -100):
                    p.rect(-112, y1, 224, 7, p.colour.shade)
            p.rect(-128, -30, 256, 34, p.turned(p.colour), 4)
            p.rect(-116, 2, 26, 12, p.colour.deep, 3)
            p.rect(90, 2, 26, 12, p.colour.deep, 3)


@drawing("paper-lantern", (300, 850, 1.0), (560, 866, 1.0), stages=("plain",), window=False)
def paper_lantern(p: Picture) -> None:
    """Round paper lanterns at three heights."""
    for x, y, r, t in (
        (560, 250, 138, p.accent),
        (246, 330, 178, p.colour),
        (520, 560, 116, tone("oat") if "oat" not in (p.colour.name, p.accent.name) else tone("rose")),
    ):
        p.line(f"M{x} -10V{y - r}", p.shadow_ink, 4, stroke_opacity=0.55)
        p.cast_ellipse(x, y, r, r * 0.94, 40, 34, 0.15)
        p.ellipse(x, y, r, r * 0.94, p.ball(t))
        p.ellipse(
            x,
            y,
            r,
            r * 0.94,
            p.radial([(0, FLAME_GLOW, 0.75), (0.7, FLAME_GLOW, 0.1), (1, FLAME_GLOW, 0)], 0.5, 0.56, 0.5),
        )
        for i in range(-6, 7):
            k = i / 7
            w = r * math.sqrt(1 - k * k)
            p.path(
                f"M{x - w:.0f} {y + k * r * 0.94:.0f}Q{x} {y + k * r * 0.94 + 10 + 14 * k:.0f} {x + w:.0f} {y + k * r * 0.94:.0f}",
                stroke=t.deep,
                stroke_width=2.4,
                stroke_opacity=0.32,
            )
        p.ellipse(x, y - r * 0.9, r * 0.26, 9, t.deep)
        p.ellipse(x, y + r * 0.92, r * 0.24, 8, p.accent.glow, fill_opacity=0.7)
        if p.style == "tassel":
            p.line(f"M{x} {y + r * 0.94:.0f}v40", p.accent.deep, 4)
            p.path(f"M{x - 10} {y + r * 0.94 + 36:.0f}h20l8 84h-36z", p.fall(p.accent))


@drawing(
    "table-lamp", (650, 880, 1.0), (130, 900, 0.95), stages=("plain", "arch", "slab", "plinth"), foot=(400, 850, 130)
)
def table_lamp(p: Picture) -> None:
    """A portable lamp with a shade like a mushroom."""
    t = p.colour
    p.shadow(400, 850, 120, 26, 0.55, 1.5 * p.reach)
    p.halo(400, 480, 400, 0.5)
    p.lathe(
        400,
        850,
        [(0, 118), (14, 118), (26, 104), (40, 40), (70, 24), (300, 22), (420, 24)],
        p.turned(p.metal if p.style == "metal" else t),
    )
    p.gleam("M388 560V790", 6, 0.5)
    p.ellipse(400, 452, 226, 42, p.radial([(0, "#fffbe6", 1), (0.6, FLAME_GLOW, 1), (1, t.light, 1)]))
    if p.style == "pleated":
        p.path("M174 450L266 240H534L626 450A226 42 0 0 1 174 450z", p.turned(t))
        for i in range(13):
            u = i / 12
            p.line(
                f"M{266 + 268 * u:.0f} 242L{176 + 448 * u:.0f} {452 + 40 * math.sin(math.pi * u):.0f}",
                t.deep,
                3,
                stroke_opacity=0.25,
            )
        p.ellipse(400, 240, 134, 22, t.glow)
        p.gleam("M250 330L218 420", 10, 0.35)
    else:
        p.path("M174 452C170 330 270 240 400 240S630 330 626 452A226 40 0 0 1 174 452z", p.ball(t))
        p.path("M174 452A226 40 0 0 0 626 452", stroke=FLAME_GLOW, stroke_width=7, stroke_opacity=0.85)
        p.gleam("M222 386C236 330 274 296 310 280", 12, 0.45)
    p.circle(400, 664, 12, p.ball(p.accent))


@drawing(
    "bell-jar",
    (660, 890, 1.0),
    (120, 910, 0.95),
    stages=("plain", "plain", "disc", "slab", "plinth"),
    foot=(400, 850, 190),
)
def bell_jar(p: Picture) -> None:
    """A glass dome full of fairy lights on a wooden foot."""
    wood = tone("walnut" if p.colour.name in ("oat", "butter", "rose") else "oak")
    p.shadow(400, 850, 196, 38, 0.55, 1.2 * p.reach)
    p.lathe(400, 850, [(0, 186), (30, 192), (44, 184)], p.turned(wood))
    p.ellipse(400, 806, 184, 37, p.plane(wood))
    p.halo(400, 570, 330, 0.5)
    knots = "M300 790C250 700 420 720 400 640S270 600 330 520S500 540 480 450S350 420 390 340S470 370 450 430S540 560 510 620S440 700 500 780"
    p.line(knots, p.colour.deep, 4)
    for x, y in (
        (300, 780),
        (322, 706),
        (398, 660),
        (352, 606),
        (306, 560),
        (350, 512),
        (440, 520),
        (482, 470),
        (420, 434),
        (378, 380),
        (420, 346),
        (462, 400),
        (500, 560),
        (512, 620),
        (466, 690),
        (498, 760),
        (420, 770),
        (362, 760),
    ):
        p.halo(x, y, 42, 0.9)
        p.circle(x, y, 8, "#fffdf0")
    p.path("M232 806V420C232 210 568 210 568 420V806A168 33 0 0 1 232 806z", p.glass(tone("clear"), 0.75))
    p.circle(400, 246, 22, p.glass(tone("clear"), 1.2))
    p.gleam("M266 700V430C268 360 290 320 316 302", 12, 0.6)
    p.gleam("M536 640V460", 5, 0.4)


@drawing("neon", (300, 860, 1.0), (560, 870, 1.0), stages=("plain",), window=False)
def neon(p: Picture) -> None:
    """A bent tube of light on the wall: a heart, a star or a looping line."""
    shapes = {
        "heart": "M400 560C190 430 160 250 290 210C350 192 392 240 400 290C408 240 450 192 510 210C640 250 610 430 400 560z",
        "star": "M400 160L458 318L626 324L494 428L540 590L400 496L260 590L306 428L174 324L342 318z",
        "loop": "M130 420C210 250 330 240 330 350S190 500 230 380S420 180 440 320S330 520 400 430S560 220 590 330S500 470 560 420S650 330 680 300",
    }
    d = shapes.get(p.style, shapes["heart"])
    p.halo(400, 380, 460, 0.34)
    for width, k in ((70, 0.10), (44, 0.16), (28, 0.26)):
        p.line(d, p.colour.glow, width, stroke_opacity=k)
    p.line(d, p.shadow_ink, 14, stroke_opacity=0.28, transform="translate(22 22)")
    p.line(d, p.colour.body, 16)
    p.line(d, p.colour.glow, 9)
    p.line(d, "#fffdf6", 4)
    p.line("M400 -10V120", p.shadow_ink, 4, stroke_opacity=0.4)


@drawing("tealight", (672, 880, 1.0), (110, 920, 0.9), foot=(400, 866, 190), fit=1.22)
def tealight(p: Picture) -> None:
    """Three small glass holders with a light in each."""
    for x, y, s, t in ((268, 800, 0.88, p.accent), (520, 806, 0.8, p.colour), (400, 874, 1.16, p.colour)):
        with p.group(x, y, s):
            p.shadow(0, 0, 84, 18, 0.55, 1.4 * p.reach)
            p.ellipse(30, 16, 150, 26, p.radial([(0, FLAME_GLOW, 0.6), (1, FLAME_GLOW, 0)]))
            if p.style == "globe":
                shape = [(0.0, 60.0), (20.0, 92.0), (80.0, 112.0), (140.0, 92.0), (164.0, 74.0)]
            elif p.style == "footed":
                shape = [(0.0, 74.0), (8.0, 70.0), (22.0, 24.0), (54.0, 24.0), (76.0, 80.0), (176.0, 104.0)]
            else:
                shape = [(0.0, 78.0), (90.0, 92.0), (176.0, 96.0)]
            top, r = shape[-1]
            p.lathe(0, 0, shape, p.glass(t, 1.5))
            p.lathe(
                0,
                0,
                shape,
                p.radial([(0, FLAME_GLOW, 0.8), (0.6, FLAME_GLOW, 0.25), (1, FLAME_GLOW, 0)], 0.5, 0.55, 0.6),
            )
            p.rect(-32, -74 if p.style != "footed" else -104, 64, 26, p.turned(tone("oat")), 5)
            p.flame(0, -78 if p.style != "footed" else -108, 0.66)
            for k in (-0.7, -0.35, 0, 0.35, 0.7):
                p.line(f"M{k * r * 0.8:.0f} -20L{k * r:.0f} {-top + 12:.0f}", t.deep, 4, stroke_opacity=0.2)
            p.ellipse(0, -top, r, r * 0.2, t.glow, fill_opacity=0.2, stroke=t.light, stroke_width=5, stroke_opacity=0.9)
            p.gleam(f"M-{r * 0.76:.0f} -{top - 20:.0f}V-54", 8, 0.6)


@drawing("curtain-lights", (300, 880, 1.0), (600, 880, 1.0), stages=("plain",), window=False)
def curtain_lights(p: Picture) -> None:
    """A curtain of small lights from a brass rail."""
    p.rect(70, 92, 660, 12, p.turned(tone("brass")), 6)
    for x in (64, 736):
        p.circle(x, 98, 17, p.ball(tone("brass")))
    for i in range(14):
        x = 96 + i * 47
        length = 470 + (i * 53 % 7) * 22
        bend = 8 if i % 2 else -8
        p.line(f"M{x} 104C{x + bend} 250 {x - bend} 400 {x} {104 + length}", p.colour.deep, 2.5)
        for k in range(9):
            y = 140 + k * length / 9.4 + (i % 3) * 16
            p.halo(x, round(y), 30, 0.85)
            p.circle(x, round(y), 6.5, "#fffdf0")
