"""The small things that lie beside a subject: one at most, low and to one side."""

from __future__ import annotations

import random

from elite.seeds.drawings.canvas import around
from elite.seeds.drawings.colour import COLOURWAYS, Tone, hexed, tone
from elite.seeds.drawings.picture import Picture, Spot


def plum(p: Picture, t: Tone) -> None:
    moss = tone("moss")
    p.shadow(0, 40, 44, 12, 0.5)
    p.ellipse(0, 0, 46, 42, p.ball(t))
    p.line("M-2 -40C0 -54 8 -62 18 -66", moss.deep, 5)
    p.path("M6 -56C24 -84 56 -78 62 -62C44 -50 22 -46 6 -56z", p.plane(moss))
    p.gleam("M-24 -14C-22 -24 -14 -28 -8 -29", 6, 0.5)


def pear(p: Picture, t: Tone) -> None:
    p.shadow(0, 44, 44, 12, 0.5)
    p.path(
        "M0 -84C18 -84 18 -54 26 -34C36 -18 50 0 46 20C42 42 20 46 0 46S-42 42 -46 20C-50 0 -36 -18 -26 -34C-18 -54 -18 -84 0 -84z",
        p.ball(t),
    )
    p.line("M0 -82C0 -96 6 -104 12 -108", tone("walnut").body, 5)
    p.gleam("M-28 6C-28 -8 -22 -16 -18 -24", 6, 0.45)


def cherries(p: Picture, t: Tone) -> None:
    moss = tone("moss")
    p.line("M-26 8C-20 -40 4 -70 34 -88M30 16C30 -30 34 -62 34 -88", moss.deep, 4)
    p.path("M34 -88C54 -112 86 -108 94 -94C76 -80 52 -78 34 -88z", p.plane(moss))
    for x, y in ((-28, 22), (32, 28)):
        p.shadow(x, y + 24, 26, 8, 0.5)
        p.circle(x, y, 28, p.ball(t))
        p.gleam(f"M{x - 14} {y - 8}q3 -8 9 -10", 4, 0.6)


def lemon(p: Picture, t: Tone) -> None:
    del t
    rind = tone("butter")
    p.shadow(0, 36, 54, 12, 0.5)
    p.path(
        "M-62 6C-52 0 -46 -12 -40 -20C-20 -44 26 -44 42 -18C48 -8 58 -4 66 -2C60 6 52 10 46 18C24 46 -20 42 -38 22C-46 14 -54 12 -62 6z",
        p.ball(rind),
    )
    p.gleam("M-26 -14C-16 -24 -2 -27 8 -26", 6, 0.5)
    p.leaf(58, -4, 44, -28, p.plane(tone("moss")))


def almonds(p: Picture, t: Tone) -> None:
    for i, (x, y, turn) in enumerate(((-46, 14, -20), (6, 30, 12), (44, 4, 40), (-8, -6, 70))):
        fill = (t, tone("oat"), tone("rose"), tone("butter"))[i]
        p.ellipse(x + 8, y + 12, 30, 12, p.shadow_ink, fill_opacity=0.26)
        with p.group(x, y, turn=turn):
            p.path("M-30 0C-26 -20 8 -22 32 0C8 20 -26 20 -30 0z", p.ball(fill))
            p.gleam("M-14 -7q10 -5 20 -3", 3, 0.5)


def macarons(p: Picture, t: Tone) -> None:
    for i, fill in enumerate((t, tone("butter" if t.name != "butter" else "rose"))):
        y = 30 - i * 44
        if i == 0:
            p.shadow(0, y + 16, 50, 13, 0.5)
        p.path(f"M-48 {y}C-48 {y + 20} 48 {y + 20} 48 {y}V{y - 8}H-48z", p.turned(fill))
        p.rect(-45, y - 17, 90, 12, tone("oat").light, 6)
        p.path(
            f"M-48 {y - 16}C-50 {y - 44} 50 {y - 44} 48 {y - 16}C30 {y - 8} -30 {y - 8} -48 {y - 16}z", p.turned(fill)
        )
        p.gleam(f"M-30 {y - 24}q8 -8 20 -9", 4, 0.5)


def _leaves(p: Picture, fill: str) -> None:
    for x, y, turn in ((18, -8, -50), (44, -18, 30), (74, -22, -42), (104, -22, 34), (134, -18, -30), (172, -6, 8)):
        p.leaf(x, y, 58, turn, fill, 0.36)


def sprig(p: Picture, t: Tone) -> None:
    del t
    moss = tone("moss")
    with p.group(14, 16, opacity=0.22):
        _leaves(p, p.shadow_ink)
    p.line("M0 0C50 -22 110 -26 176 -6", moss.deep, 4)
    _leaves(p, p.plane(moss))


def olive(p: Picture, t: Tone) -> None:
    branch = tone("celadon")
    with p.group(14, 16, opacity=0.2):
        for x, y, turn in ((10, 0, -62), (40, -10, 48), (70, -16, -50), (104, -18, 44), (140, -16, -34), (176, -10, 6)):
            p.leaf(x, y, 62, turn, p.shadow_ink, 0.2)
    p.line("M0 0C50 -18 110 -24 180 -10", branch.ink, 4)
    for x, y, turn in ((10, 0, -62), (40, -10, 48), (70, -16, -50), (104, -18, 44), (140, -16, -34), (176, -10, 6)):
        p.leaf(x, y, 62, turn, p.plane(branch), 0.2)
    for x, y in ((56, 6), (90, -44), (124, 8)):
        p.ellipse(x, y, 12, 15, p.ball(t))


def petals(p: Picture, t: Tone) -> None:
    for x, y, turn in ((-60, 10, 20), (-14, 24, -30), (34, 6, 50), (72, 26, -12), (4, -14, 100)):
        p.ellipse(x + 6, y + 8, 24, 9, p.shadow_ink, fill_opacity=0.2)
        with p.group(x, y, turn=turn):
            p.path("M-24 4C-20 -18 16 -20 26 0C14 14 -12 14 -24 4z", p.plane(t))


def matchbox(p: Picture, t: Tone) -> None:
    p.shadow(0, 18, 66, 10, 0.4)
    p.path("M-64 -14L40 -22L66 6L-38 16z", p.plane(t))
    p.path("M-38 16L66 6V22L-38 32z", t.deep)
    p.path("M-64 -14L-38 16V32L-64 2z", t.shade)
    p.circle(2, -4, 11, t.glow, fill_opacity=0.8, transform="scale(1.2 .6)")


def tail(p: Picture, t: Tone) -> None:
    d = "M-86 14C-46 -34 -22 40 26 6S84 -24 96 8S66 40 52 22"
    p.line(d, p.shadow_ink, 15, stroke_opacity=0.2, transform="translate(8 11)")
    p.path(d, stroke=p.gradient([(0, t.light, 1), (0.5, t.shade, 1), (1, t.body, 1)]), stroke_width=16)
    p.path("M-86 14C-46 -34 -22 40 26 6", stroke=t.glow, stroke_width=3, stroke_opacity=0.5)


def bud(p: Picture, t: Tone) -> None:
    moss = tone("moss")
    p.shadow(0, 58, 34, 9, 0.5)
    p.path("M-14 -60h28v34C40 -10 40 58 0 58S-40 -10 -14 -26z", p.turned(t))
    p.gleam("M-16 -4C-22 14 -20 30 -14 38", 5, 0.5)
    p.line("M0 -60C-4 -100 6 -130 -4 -172", moss.shade, 4)
    p.path("M-1 -104C22 -130 40 -128 50 -120C38 -100 16 -94 -1 -104z", p.plane(moss))
    p.circle(-4, -184, 25, p.ball(tone("rose" if t.name != "rose" else "persimmon")))


def spool(p: Picture, t: Tone) -> None:
    wood = tone("oak")
    p.shadow(0, 40, 42, 11, 0.5)
    p.lathe(0, 40, [(0, 42), (12, 42)], p.turned(wood), 0.24)
    p.lathe(0, 28, [(0, 32), (52, 32)], p.turned(t), 0.2)
    for y in (18, 6, -6, -16):
        p.hoop(0, y, 32, t.deep, 2, 0.2, stroke_opacity=0.35)
    p.lathe(0, -24, [(0, 42), (11, 42)], p.turned(wood), 0.24)
    p.ellipse(0, -35, 42, 10, wood.glow)
    p.ellipse(0, -35, 10, 3, wood.deep)


def beads(p: Picture, t: Tone) -> None:
    brass = tone("brass")
    for i, (x, y) in enumerate(around(0, 0, 58, 12, flat=0.4)):
        p.ellipse(x + 7, y + 12, 13, 7, p.shadow_ink, fill_opacity=0.2)
        p.circle(round(x, 1), round(y, 1), 14, p.ball(t if i % 3 else brass))


def bell(p: Picture, t: Tone) -> None:
    del t
    brass = tone("brass")
    p.shadow(0, 36, 42, 11, 0.5)
    p.circle(0, 40, 10, brass.shade)
    p.lathe(0, 34, [(0, 46), (8, 38), (40, 26), (62, 14), (66, 0)], p.turned(brass), 0.22)
    p.rect(-6, -56, 12, 28, p.turned(tone("walnut")), 5)
    p.gleam("M-22 16C-20 0 -16 -12 -12 -18", 5, 0.55)


def fig(p: Picture, t: Tone) -> None:
    skin = tone("damson" if t.name != "damson" else "ink")
    p.shadow(0, 40, 48, 12, 0.5)
    p.path("M4 -62C14 -40 52 -24 46 12C40 44 -40 44 -46 12C-50 -20 -8 -36 4 -62z", p.ball(skin))
    p.gleam("M-28 6C-26 -8 -18 -16 -10 -22", 6, 0.4)
    with p.group(78, 16):
        p.ellipse(6, 20, 40, 10, p.shadow_ink, fill_opacity=0.24)
        p.ellipse(0, 0, 38, 34, skin.body)
        p.ellipse(0, 0, 33, 29, tone("oat").light)
        p.ellipse(0, 1, 24, 20, p.radial([(0, hexed(0.62, 0.17, 20), 1), (1, hexed(0.72, 0.12, 25), 1)]))
        for x, y in around(0, 1, 13, 7, flat=0.8):
            p.ellipse(round(x, 1), round(y, 1), 3, 4, tone("butter").light)


PROPS = {
    "plum": (plum, "a plum"),
    "pear": (pear, "a pear"),
    "cherries": (cherries, "two cherries"),
    "lemon": (lemon, "a lemon"),
    "almonds": (almonds, "sugared almonds"),
    "macarons": (macarons, "two macarons"),
    "sprig": (sprig, "a green sprig"),
    "olive": (olive, "an olive branch"),
    "petals": (petals, "petals"),
    "matchbox": (matchbox, "a box of matches"),
    "tail": (tail, "a curl of ribbon"),
    "bud": (bud, "a bud vase"),
    "spool": (spool, "a reel of thread"),
    "beads": (beads, "a string of beads"),
    "bell": (bell, "a brass bell"),
    "fig": (fig, "a fig, cut open"),
}


def lay(p: Picture, name: str, spot: Spot, t: Tone, chance: random.Random) -> None:
    """Put a prop on its spot, some of them mirrored; its colour is the accent, or a friend of it."""
    draw, _words = PROPS[name]
    if t.name not in COLOURWAYS:
        t = tone("persimmon")
    wide = name in ("sprig", "olive")
    flip = wide and spot.x > 560
    if name in ("tail", "petals", "sprig", "olive"):
        flip = flip or (chance.random() < 0.5 and not (wide and spot.x < 240))
    with p.group(spot.x, spot.y, spot.scale, flip=flip):
        draw(p, t)
