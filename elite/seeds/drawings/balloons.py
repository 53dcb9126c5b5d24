"""Balloons: an arch, bunches, one large one and the things that keep them down."""

from __future__ import annotations

import math

from elite.seeds.drawings.canvas import Point, around
from elite.seeds.drawings.colour import Tone, tone
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing


def bubble(p: Picture, x: float, y: float, r: float, t: Tone, k: float = 0.13) -> None:
    """One round balloon, without its knot."""
    p.ellipse(x + r * 0.14, y + r * 0.18, r, r * 1.04, p.shadow_ink, fill_opacity=k)
    p.ellipse(x, y, r, r * 1.06, p.ball(t))
    gx, gy = x - r * 0.36, y - r * 0.42
    p.ellipse(
        round(gx, 1),
        round(gy, 1),
        round(r * 0.17, 1),
        round(r * 0.26, 1),
        "#fff",
        fill_opacity=0.5,
        transform=f"rotate(32 {gx:.0f} {gy:.0f})",
    )


def balloon(p: Picture, x: float, y: float, r: float, t: Tone, to: Point, confetti: bool = False) -> None:
    """One balloon on a string that ends at `to`."""
    p.line(
        f"M{x:.0f} {y + r * 1.2:.0f}C{x:.0f} {y + r * 2:.0f} {to[0]:.0f} {to[1] - 160:.0f} {to[0]:.0f} {to[1]:.0f}",
        t.deep,
        3,
        stroke_opacity=0.6,
    )
    p.cast(
        f"M{x:.0f} {y - r * 1.12:.0f}C{x + r * 1.34:.0f} {y - r * 1.12:.0f} {x + r * 1.1:.0f} {y + r * 0.5:.0f} {x:.0f} {y + r * 1.16:.0f}C{x - r * 1.1:.0f} {y + r * 0.5:.0f} {x - r * 1.34:.0f} {y - r * 1.12:.0f} {x:.0f} {y - r * 1.12:.0f}z",
        26,
        24,
        0.12,
    )
    p.path(f"M{x - 10:.0f} {y + r * 1.26:.0f}L{x:.0f} {y + r * 1.1:.0f}L{x + 10:.0f} {y + r * 1.26:.0f}z", t.deep)
    fill = p.glass(tone("clear"), 1.0) if confetti else p.ball(t)
    p.path(
        f"M{x:.0f} {y - r * 1.12:.0f}C{x + r * 1.34:.0f} {y - r * 1.12:.0f} {x + r * 1.1:.0f} {y + r * 0.5:.0f} {x:.0f} {y + r * 1.16:.0f}C{x - r * 1.1:.0f} {y + r * 0.5:.0f} {x - r * 1.34:.0f} {y - r * 1.12:.0f} {x:.0f} {y - r * 1.12:.0f}z",
        fill,
    )
    if confetti:
        for i, (cx, cy) in enumerate(
            [*around(x, y, r * 0.66, 9, 14), *around(x, y + r * 0.1, r * 0.34, 5, 40), (x, y + r * 0.7)]
        ):
            c = (t, p.accent, tone("butter"), tone("rose"))[i % 4]
            p.ellipse(round(cx), round(cy), 11, 8 + i % 3 * 2, c.body, transform=f"rotate({i * 37} {cx:.0f} {cy:.0f})")
    gx, gy = x - r * 0.4, y - r * 0.5
    p.ellipse(
        round(gx),
        round(gy),
        round(r * 0.16, 1),
        round(r * 0.3, 1),
        "#fff",
        fill_opacity=0.55,
        transform=f"rotate(30 {gx:.0f} {gy:.0f})",
    )


def garland_of(p: Picture, points: list[Point], big: float = 1.0) -> None:
    """Many balloons of three sizes along a line, the large ones behind."""
    third = tone("rose" if p.colour.name != "rose" and p.accent.name != "rose" else "butter")
    tones = [p.colour, p.accent, tone("oat"), p.colour, third]
    order = []
    for i, (x, y) in enumerate(points):
        r = (42 + 34 * ((i * 7919 + 13) % 97 / 97)) * big
        order.append((r, x + ((i * 31) % 7 - 3) * 9 * big, y + ((i * 17) % 5 - 2) * 7, i))
        order.append(
            (
                (22 + 18 * ((i * 7919 + 13) % 97 / 97)) * big,
                x + (44 if i % 2 else -48) * big,
                y + ((i * 29) % 9 - 4) * 9,
                i + 2,
            )
        )
    order.sort(key=lambda one: -one[0])
    for r, x, y, i in order:
        bubble(p, round(x, 1), round(y, 1), round(r, 1), tones[i % 5])


@drawing("balloons", stages=("plain",), window=False)
def arch(p: Picture) -> None:
    """A balloon arch, or half of one climbing from the floor."""
    points: list[Point] = []
    if p.style == "half":
        for i in range(24):
            u = i / 23
            points.append((150 + 520 * u**1.7, 870 - 640 * math.sin(u * math.pi / 2)))
        p.shadow(170, 900, 110, 22, 0.5, 1)
    else:
        cx, cy, rr = 400, 520, 262
        p.shadow(cx - rr, 900, 92, 20, 0.5, 1)
        p.shadow(cx + rr, 900, 92, 20, 0.5, 1)
        for i in range(30):
            u = i / 29
            if u < 0.24:
                points.append((cx - rr + 6 * math.sin(i * 2), 880 - u / 0.24 * 360))
            elif u > 0.76:
                points.append((cx + rr + 6 * math.sin(i * 2), 520 + (u - 0.76) / 0.24 * 360))
            else:
                a = math.pi - (u - 0.24) / 0.52 * math.pi
                points.append((cx + rr * math.cos(a), cy - rr * math.sin(a)))
    garland_of(p, points)


@drawing("balloon-bunch", (650, 890, 1.0), (130, 900, 0.95), stages=("plain",), window=False)
def bunch(p: Picture) -> None:
    """Seven balloons on ribbons, held by a wrapped weight."""
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "rose")
    confetti = p.style == "confetti"
    p.shadow(400, 860, 70, 16, 0.55, 1.6)
    for i, (x, y, r) in enumerate(
        (
            (400, 200, 104),
            (244, 270, 100),
            (560, 266, 98),
            (320, 390, 104),
            (490, 400, 106),
            (210, 470, 84),
            (600, 460, 86),
        )
    ):
        t = (p.colour, p.accent, third, p.accent, p.colour, third, p.colour)[i]
        balloon(p, x, y, r, t, (400, 790), confetti and i % 2 == 0)
    p.path("M346 790L400 772L454 790V856L400 876L346 856z", p.plane(p.accent))
    p.path("M400 808L454 790V856L400 876z", p.accent.deep, fill_opacity=0.5)
    p.bow(400, 786, 0.42, p.colour)


@drawing("giant-balloon", (200, 880, 1.0), (600, 890, 1.0), stages=("plain",), window=False)
def giant(p: Picture) -> None:
    """One very large balloon with a tail of tissue tassels."""
    p.line("M400 600C420 700 380 800 410 930", p.colour.deep, 3)
    balloon(p, 400, 340, 230, p.colour, (400, 640), p.style == "confetti")
    for i in range(6):
        y = 650 + i * 46
        x = 404 + 8 * math.sin(i * 1.4)
        t = (p.accent, tone("oat"), p.colour)[i % 3]
        for s in (-1, 1):
            p.path(
                f"M{x:.0f} {y}C{x + s * 20:.0f} {y + 6} {x + s * 48:.0f} {y + 30} {x + s * 58:.0f} {y + 72}L{x + s * 20:.0f} {y + 66}z",
                p.fall(t),
            )
            p.line(f"M{x:.0f} {y}L{x + s * 38:.0f} {y + 66}", t.deep, 3, stroke_opacity=0.3)


FOILS = {
    "star": "M0 -220L62 -76L218 -66L98 34L138 188L0 104L-138 188L-98 34L-218 -66L-62 -76z",
    "heart": "M0 200C-230 60 -240 -130 -110 -160C-50 -172 -8 -130 0 -84C8 -130 50 -172 110 -160C240 -130 230 60 0 200z",
    "moon": "M60 -210C-130 -220 -230 -70 -180 70C-130 210 60 230 160 110C40 140 -60 60 -50 -40C-44 -120 0 -180 60 -210z",
}


@drawing("foil-balloon", (650, 890, 1.0), (130, 900, 0.95), stages=("plain",), window=False)
def foil(p: Picture) -> None:
    """Two foil balloons, puffed and creased at the seam."""
    d = FOILS.get(p.style, FOILS["star"])
    p.shadow(400, 884, 60, 13, 0.5, 1.4)
    for x, y, s, turn, t in ((540, 560, 0.68, 12, p.accent), (350, 340, 1.12, -8, p.colour)):
        p.line(f"M{x} {y + 190 * s:.0f}C{x} {y + 300} 400 760 400 850", t.deep, 3, stroke_opacity=0.6)
        with p.group(x, y, s, turn=turn):
            p.cast(d, 36, 34, 0.14)
            p.path(d, p.ball(t), stroke=t.body, stroke_width=34, stroke_linejoin="round")
            p.path(d, p.ball(t))
            p.path(
                d, stroke=t.glow, stroke_width=3, stroke_opacity=0.5, stroke_linejoin="round", transform="scale(1.06)"
            )
            for x1, y1 in around(0, 0, 170, 10, -90):
                p.line(
                    f"M{x1 * 0.62:.0f} {y1 * 0.62:.0f}L{x1 * 0.84:.0f} {y1 * 0.84:.0f}", t.deep, 5, stroke_opacity=0.14
                )
            p.gleam("M-96 -70C-80 -104 -60 -120 -34 -132", 14, 0.6)
    p.path("M366 830H434L446 884H354z", p.turned(p.accent))


@drawing("balloon-column", stages=("plain",), window=False)
def column(p: Picture) -> None:
    """A column of balloons in four-balloon collars, a large one on top."""
    p.shadow(400, 900, 130, 28, 0.5, 1.3)
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "butter")
    for row in range(9):
        y = 858 - row * 62
        back = [(-66, -4), (66, -4)]
        for x, dy in back:
            bubble(p, 400 + x, y + dy, 58, (p.colour, p.accent, third)[(row + (x > 0)) % 3], 0.08)
        bubble(p, 400 + (26 if row % 2 else -26), y + 8, 56, (p.accent, third, p.colour)[row % 3], 0.1)
    bubble(p, 400, 220, 140, p.colour)
    p.path("M388 358h24l8 26h-40z", p.colour.deep)


@drawing("balloon-pack", (690, 900, 0.95), stages=("plain", "plain"), window=True, foot=(400, 850, 220))
def pack(p: Picture) -> None:
    """A box of flat balloons, several lying beside it and one blown up."""
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "butter")
    balloon(p, 520, 280, 150, p.colour, (470, 700), p.style == "confetti")
    p.shadow(380, 846, 230, 34, 0.55, 0.8)
    box = tone("kraft")
    p.path("M180 620H560V846H180z", p.gradient([(0, box.light, 1), (1, box.body, 1)]))
    p.path("M560 620L622 590V812L560 846z", box.shade)
    p.path("M180 620L250 590H622L560 620z", box.deep)
    for i in range(13):
        x = 206 + i * 28
        t = (p.colour, p.accent, third)[i % 3]
        with p.group(x, 620, turn=-16 + i * 2.6):
            p.path("M-10 20V-20C-40 -50 -34 -108 0 -112C34 -108 40 -50 10 -20V20z", p.turned(t))
            p.gleam("M-16 -84q-6 20 0 34", 4, 0.4)
    p.path("M180 620H560V846H180z", p.gradient([(0, box.light, 1), (1, box.body, 1)]))
    p.rect(214, 668, 312, 140, p.plane(tone("oat")), 6)
    for i, t in enumerate((p.colour, p.accent, third)):
        p.ellipse(290 + i * 80, 726, 30, 33, p.ball(t))
        p.line(f"M{290 + i * 80} 759q6 14 -2 30", t.deep, 3)
    for x, y, turn, t in ((150, 900, -60, p.accent), (250, 930, -100, p.colour)):
        with p.group(x, y, turn=turn):
            p.ellipse(10, 12, 40, 66, p.shadow_ink, fill_opacity=0.16)
            p.path("M-10 70V30C-44 0 -38 -66 0 -70C38 -66 44 0 10 30V70z", p.plane(t))


@drawing("helium", (650, 880, 1.0), (150, 910, 0.95), stages=("plain", "slab"), window=True)
def helium(p: Picture) -> None:
    """A small gas canister with a balloon on the nozzle."""
    t = p.colour
    p.shadow(370, 860, 130, 28, 0.58, 1.4)
    p.lathe(370, 860, [(0, 116), (10, 126), (24, 130), (300, 130), (360, 112), (392, 60), (400, 34)], p.turned(t))
    p.hoop(370, 836, 130, p.accent.body, 22)
    p.path("M240 640A130 26 0 0 0 500 640V760A130 26 0 0 1 240 760z", p.turned(tone("oat")))
    for i, x in enumerate((310, 370, 430)):
        q = (p.accent, t, tone("butter"))[i]
        p.ellipse(x, 706 + (6 if i != 1 else 10), 24, 27, p.ball(q))
    steel = tone("steel")
    p.rect(352, 424, 36, 44, p.turned(steel), 5)
    p.rect(330, 404, 80, 26, p.turned(steel), 10)
    p.path("M388 420L470 376l14 22l-80 46z", p.turned(steel))
    p.circle(344, 398, 26, p.ball(p.accent))
    p.gleam("M268 540V800", 12, 0.45)
    with p.group(560, 250, turn=34):
        bubble(p, 0, 0, 150, p.accent)
        p.path("M-12 156h24l12 30h-48z", p.accent.deep)
