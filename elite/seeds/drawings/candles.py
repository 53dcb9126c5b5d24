"""Candles and what holds them."""

from __future__ import annotations

import math

from elite.seeds.drawings.canvas import WHITE, around
from elite.seeds.drawings.colour import Tone, hexed, tone
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing

MELT = hexed(0.95, 0.09, 80)


def pillar(p: Picture, x: float, y: float, rx: float, h: float, t: Tone) -> None:
    """One thick candle, lit, glowing through its upper end."""
    ry = rx * 0.24
    p.shadow(x, y, rx, ry, 0.6, 1.6 * p.reach)
    foot = f"A{rx} {ry:.1f} 0 0 0 {x + rx} "
    p.path(f"M{x - rx} {y - h}V{y}{foot}{y}V{y - h}z", p.turned(t))
    if p.style == "ribbed":
        for k in (-0.75, -0.45, -0.12, 0.22, 0.54, 0.8):
            p.line(
                f"M{x + k * rx:.0f} {y - h + 6}V{y + ry * math.sqrt(1 - k * k) - 3:.0f}", t.deep, 5, stroke_opacity=0.2
            )
    glow = p.gradient([(0, MELT, 0.6), (1, MELT, 0)], 0, 0, 0, 1)
    p.path(f"M{x - rx} {y - h}V{y - h + 90}{foot}{y - h + 90}V{y - h}z", glow)
    p.ellipse(x, y - h, rx, ry, t.light)
    p.ellipse(x, y - h + 3, rx * 0.8, ry * 0.72, t.glow)
    p.flame(x, y - h - 2, 0.92)
    p.gleam(f"M{x - rx * 0.66:.0f} {y - h + 46}V{y - 44}", 8, 0.32)


@drawing(
    "candle", (650, 890, 1.0), (650, 890, 1.0), stages=("plain", "arch", "disc", "slab", "plinth"), foot=(370, 880, 200)
)
def candle(p: Picture) -> None:
    """Three pillar candles of three heights."""
    order = ((300, 800, 92, 400, p.colour), (480, 836, 92, 250, p.colour), (228, 880, 78, 150, p.accent))
    if p.style == "tall":
        order = ((470, 800, 84, 470, p.colour), (310, 836, 84, 330, p.colour), (420, 884, 84, 190, p.accent))
    for x, y, rx, h, t in order:
        pillar(p, x, y, rx, h, t)


@drawing("taper", (96, 930, 1.0), (690, 900, 0.9), stages=("plain", "arch", "disc", "slab"))
def taper(p: Picture) -> None:
    """Three tapers in turned holders."""
    for x, y, h, hh, t in (
        (250, 800, 330, 210, p.colour),
        (420, 850, 370, 130, p.accent),
        (570, 790, 300, 280, p.colour),
    ):
        holder = p.metal if p.style != "glazed" else p.accent if t is p.colour else p.colour
        p.shadow(x, y, 78, 17, 0.58, 1.9)
        p.path(
            f"M{x - 78} {y}A78 17 0 0 0 {x + 78} {y}C{x + 60} {y - 26} {x + 22} {y - 22} {x + 14} {y - 44}V{y - hh + 26}"
            f"H{x - 14}V{y - 44}C{x - 22} {y - 22} {x - 60} {y - 26} {x - 78} {y}z",
            p.turned(holder),
        )
        for k in range(1, max(2, hh // 70)):
            p.ellipse(x, y - 44 - k * 56, 25, 15, p.turned(holder))
        p.path(f"M{x - 28} {y - hh - 20}H{x + 28}L{x + 20} {y - hh + 30}H{x - 20}z", p.turned(holder))
        p.ellipse(x, y - hh - 20, 40, 9, p.turned(holder))
        p.ellipse(x, y - hh - 22, 34, 6.5, holder.glow, fill_opacity=0.8)
        top = y - hh - 22 - h
        p.path(
            f"M{x - 17} {y - hh - 24}L{x - 10} {top + 14}C{x - 8} {top - 2} {x + 8} {top - 2} {x + 10} {top + 14}L{x + 17} {y - hh - 24}z",
            p.turned(t),
        )
        if p.style == "twist":
            for k in range(int(h / 24)):
                yy = top + 20 + k * 24
                p.line(f"M{x - 11} {yy + 14}L{x + 11} {yy}", t.deep, 4, stroke_opacity=0.35)
        p.gleam(f"M{x - 7} {top + 40}L{x - 10} {y - hh - 60}", 3.5, 0.4)
        p.flame(x, top + 2, 0.8)
        p.gleam(f"M{x - 6} {y - hh + 34}V{y - 60}", 4, 0.6)


@drawing("dinner-candles", (670, 890, 1.0), (110, 910, 0.9), foot=(400, 856, 190))
def dinner_candles(p: Picture) -> None:
    """Unlit tapers tied in a bundle, standing, two lying in front."""
    p.shadow(400, 800, 130, 26, 0.55, 1.2 * p.reach)
    for i, x in enumerate((300, 500, 330, 470, 366, 434, 400)):
        t = p.accent if i in (1, 4) else p.colour
        top = 250 + (i * 41 % 5) * 14
        p.path(
            f"M{x - 24} {796 + i * 2}L{x - 14} {top + 20}C{x - 10} {top - 4} {x + 10} {top - 4} {x + 14} {top + 20}L{x + 24} {796 + i * 2}A24 7 0 0 1 {x - 24} {796 + i * 2}z",
            p.turned(t),
        )
        p.line(f"M{x} {top + 2}q4 -18 -2 -32", tone("oat").shade, 4)
        p.gleam(f"M{x - 9} {top + 60}V760", 4, 0.3)
    band = tone("kraft")
    p.path("M276 590C340 612 460 612 524 590V660C460 682 340 682 276 660z", p.turned(band))
    p.line("M278 612C340 634 460 634 522 612M278 636C340 658 460 658 522 636", band.deep, 3, stroke_opacity=0.4)
    p.bow(400, 640, 0.66, p.accent)
    for y, turn, t in ((868, -4, p.colour), (896, 3, p.accent)):
        with p.group(400, y, turn=turn):
            p.ellipse(10, 20, 260, 14, p.shadow_ink, fill_opacity=0.24)
            p.path(
                "M-240 -18L210 -11C232 -8 232 8 210 11L-240 18C-250 10 -250 -10 -240 -18z",
                p.gradient([(0, t.glow, 1), (0.4, t.body, 1), (1, t.deep, 1)], 0, 0, 0, 1),
            )
            p.line("M224 0q18 4 30 -2", tone("oat").shade, 4)


@drawing(
    "candle-jar",
    (676, 880, 1.0),
    (120, 910, 0.95),
    stages=("plain", "arch", "disc", "slab", "plinth"),
    foot=(400, 850, 150),
    fit=1.1,
)
def candle_jar(p: Picture) -> None:
    """A candle poured into a jar or a tin, its lid leaning beside it."""
    t, tin = p.colour, p.style == "tin"
    height, r = (210, 190) if tin else (340, 160)
    p.shadow(400, 850, r, r * 0.2, 0.55, 1.4 * p.reach)
    profile = [(0.0, r - 10.0), (16.0, float(r)), (float(height), float(r))]
    p.lathe(400, 850, profile, p.turned(t) if tin or p.style == "ceramic" else p.glass(t, 1.9))
    if not tin and p.style != "ceramic":
        p.lathe(400, 846, [(0, r - 12), (height * 0.66, r - 10)], p.turned(tone("oat")), fill_opacity=0.7)
    top = 850 - height
    p.ellipse(400, top, r, r * 0.2, p.hollow(t))
    p.ellipse(400, top + 8, r - 10, r * 0.18 - 2, p.radial([(0, MELT, 1), (1, tone("oat").body, 1)]))
    p.ellipse(400, top, r, r * 0.2, "none", stroke=p.metal.light if tin else t.glow, stroke_width=6)
    for dx in (-56, 56) if tin else (0,):
        p.flame(400 + dx, top + 8, 1.0)
    p.path(
        f"M{400 - r * 0.5:.0f} {850 - height * 0.56 + 20:.0f}C{400 - r * 0.2:.0f} {850 - height * 0.56 + 32:.0f} {400 + r * 0.2:.0f} {850 - height * 0.56 + 32:.0f} {400 + r * 0.5:.0f} {850 - height * 0.56 + 20:.0f}v{height * 0.36:.0f}C{400 + r * 0.2:.0f} {850 - height * 0.2 + 34:.0f} {400 - r * 0.2:.0f} {850 - height * 0.2 + 34:.0f} {400 - r * 0.5:.0f} {850 - height * 0.2 + 20:.0f}z",
        p.turned(tone("oat")),
    )
    p.circle(400, 850 - height * 0.36 + 26, 24, p.ball(p.accent))
    p.leaf(400, 850 - height * 0.36 + 26, 46, -60, p.plane(tone("moss")), 0.3)
    p.gleam(f"M{400 - r * 0.8:.0f} {top + 60}V{850 - 50}", 10, 0.45)
    lid = p.metal if tin else tone("oak")
    with p.group(400 + r + 60, 800, turn=14):
        p.ellipse(16, 60, 70, 16, p.shadow_ink, fill_opacity=0.3)
        p.ellipse(8, 0, 62, 78, lid.deep)
        p.ellipse(0, 0, 62, 78, p.plane(lid))
        p.ellipse(0, 0, 48, 62, "none", stroke=lid.deep, stroke_width=3, stroke_opacity=0.4)


@drawing(
    "floating",
    (680, 900, 1.0),
    (110, 910, 0.9),
    stages=("plain", "arch", "slab", "plinth"),
    foot=(400, 860, 130),
    fit=1.05,
)
def floating(p: Picture) -> None:
    """A glass bowl of water with candles and petals afloat."""
    clear = tone("clear")
    p.shadow(400, 860, 150, 30, 0.55, 1.4 * p.reach)
    bowl = [(0.0, 110.0), (10.0, 120.0), (120.0, 250.0), (240.0, 272.0), (330.0, 232.0)]
    p.lathe(400, 860, bowl, p.glass(clear, 1.0))
    p.lathe(400, 854, [(0, 104), (10, 114), (120, 244), (200, 262)], p.glass(tone("cornflower"), 0.45))
    p.ellipse(400, 654, 262, 50, p.gradient([(0, tone("cornflower").glow, 0.7), (1, clear.light, 0.8)], 0, 0, 1, 1))
    for x, y, s, t in ((300, 640, 0.8, p.accent), (500, 648, 0.86, p.colour), (396, 676, 1.0, p.colour)):
        with p.group(x, y, s):
            p.ellipse(4, 12, 74, 16, p.shadow_ink, fill_opacity=0.2)
            for px, py in around(0, 2, 46, 8, 10, 0.34):
                p.ellipse(round(px), round(py), 30, 16, p.ball(t))
            p.ellipse(0, -8, 40, 12, t.glow)
            p.flame(0, -12, 0.72)
    for x, y, turn in ((250, 672, 20), (470, 690, -30), (560, 662, 50)):
        p.leaf(x, y, 40, turn, p.plane(tone("rose")), 0.4)
    p.ellipse(400, 530, 232, 42, "none", stroke=clear.glow, stroke_width=6, stroke_opacity=0.9)
    p.gleam("M150 640C150 700 180 760 230 806", 12, 0.5)
    p.gleam("M648 620C650 650 644 690 632 716", 5, 0.4)


@drawing("candelabra", (680, 900, 1.0), (110, 910, 0.9), stages=("plain", "arch", "disc", "slab"))
def candelabra(p: Picture) -> None:
    """Five arms and five candles."""
    metal = p.metal if p.style != "dark" else tone("ink")
    p.shadow(400, 856, 140, 28, 0.58, 1.6)
    p.lathe(
        400,
        856,
        [(0, 136), (10, 132), (28, 50), (60, 26), (80, 40), (100, 22), (300, 16), (330, 34), (350, 16), (430, 14)],
        p.turned(metal),
    )
    fill = p.gradient([(0, metal.light, 1), (0.5, metal.body, 1), (1, metal.shade, 1)])
    for x, y in ((160, 470), (640, 470), (276, 440), (524, 440)):
        p.path(
            f"M400 {600 if x in (160, 640) else 540}C{400 + (x - 400) * 0.5:.0f} {680 if x in (160, 640) else 600} {x} {600 if x in (160, 640) else 540} {x} {y}",
            stroke=fill,
            stroke_width=15,
            stroke_linecap="round",
        )
    for i, (x, y) in enumerate(((160, 470), (276, 440), (400, 420), (524, 440), (640, 470))):
        t = p.accent if i % 2 else p.colour
        p.ellipse(x, y + 8, 40, 10, p.turned(metal))
        p.path(f"M{x - 24} {y - 26}H{x + 24}L{x + 16} {y + 8}H{x - 16}z", p.turned(metal))
        p.path(f"M{x - 15} {y - 24}L{x - 10} {y - 200}H{x + 10}L{x + 15} {y - 24}z", p.turned(t))
        p.flame(x, y - 202, 0.74)
    p.gleam("M392 560V740", 5, 0.6)


@drawing("birthday-candles", (690, 900, 1.0), (100, 910, 0.9), stages=("plain", "arch", "disc"), foot=(400, 850, 230))
def birthday_candles(p: Picture) -> None:
    """A small iced cake with thin candles standing on it."""
    cake = tone("oat" if p.colour.name != "oat" else "rose")
    p.shadow(400, 850, 250, 48, 0.5, 0.8 * p.reach)
    p.ellipse(400, 846, 268, 54, p.plane(p.accent))
    p.path("M190 660V820A210 42 0 0 0 610 820V660z", p.turned(cake))
    p.path(
        "M190 660V708q26 50 52 6 26 60 52 16 26 46 54 12 26 66 52 8 28 50 54 6 26 60 52 4 26 44 52 -8 28 38 52 -36V660z",
        p.turned(p.accent),
    )
    p.ellipse(400, 660, 210, 42, p.plane(p.accent))
    spots = [(x, y) for x, y in around(400, 654, 150, 9, 8, 0.19)] + [(400.0, 650.0)]
    for i, (x, y) in enumerate(sorted(spots, key=lambda spot: spot[1])):
        t = (p.colour, tone("butter"), tone("cornflower"))[i % 3] if p.style == "mixed" else p.colour
        h = 210 + (i * 29 % 4) * 12
        p.rect(round(x) - 8, round(y) - h, 16, h, p.turned(t), 3)
        for k in range(h // 30):
            p.path(f"M{round(x) - 8} {round(y) - h + 22 + k * 30}l16 -12v9l-16 12z", WHITE, fill_opacity=0.6)
        p.flame(round(x), round(y) - h, 0.5)


@drawing("snuffer", (680, 890, 1.0), (120, 920, 0.9), foot=(400, 850, 200))
def snuffer(p: Picture) -> None:
    """A snuffer and a wick trimmer resting on a small tray beside a candle just put out."""
    metal = p.metal
    p.shadow(400, 850, 260, 42, 0.5, 0.6 * p.reach)
    p.path("M130 826A270 54 0 0 0 670 826V838A270 54 0 0 1 130 838z", p.turned(metal))
    p.ellipse(400, 826, 270, 54, p.plane(metal))
    p.ellipse(400, 826, 250, 48, "none", stroke=metal.glow, stroke_width=3)
    p.shadow(280, 812, 80, 18, 0.5, 0.9)
    p.path("M200 520V812A80 18 0 0 0 360 812V520z", p.turned(p.colour))
    p.ellipse(280, 520, 80, 18, p.colour.glow)
    p.line("M280 520V496", "#3a2a2a", 5)
    p.line("M280 488C250 440 320 410 286 360S320 290 300 240", WHITE, 9, stroke_opacity=0.4)
    p.gleam("M222 560V770", 8, 0.35)
    with p.group(470, 800, turn=-38):
        p.path("M0 -9H300C312 -9 312 9 300 9H0z", p.gradient([(0, metal.light, 1), (1, metal.deep, 1)], 0, 0, 0, 1))
        p.circle(312, 0, 20, "none", stroke=metal.body, stroke_width=9)
        p.path(
            "M8 -42C-20 -40 -66 -22 -74 0C-66 22 -20 40 8 42z",
            p.gradient([(0, metal.glow, 1), (0.5, metal.body, 1), (1, metal.deep, 1)], 0, 0, 0, 1),
        )
        p.ellipse(6, 0, 12, 42, metal.shade)
