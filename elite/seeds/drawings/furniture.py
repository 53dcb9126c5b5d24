"""Chairs, tables and what stands on the floor."""

from __future__ import annotations

import math

from elite.seeds.drawings.canvas import around
from elite.seeds.drawings.colour import Tone, tone
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing


def _wood(p: Picture) -> Tone:
    return tone("oak" if p.colour.name not in ("oat", "butter") else "walnut")


@drawing("chair", (120, 900, 0.9), stages=("plain", "disc", "slab"))
def chair(p: Picture) -> None:
    """A folding chair, three quarters on."""
    t = p.colour
    p.shadow(440, 852, 200, 40, 0.42, 0.8)
    for d, paint, width in (
        ("M636 624L492 782", t.deep, 22), ("M478 200L652 818", t.shade, 24), ("M616 700L402 772", t.deep, 13),
        ("M404 690L258 852", t.shade, 24), ("M252 232L432 890", t.body, 26),
    ):  # fmt: skip
        p.line(d, paint, width)
    p.gleam("M262 300L352 628", 4, 0.28)
    p.path("M240 222C320 172 420 156 492 188L514 268C440 238 340 254 264 302z", p.plane(t))
    p.path("M280 374C360 330 450 318 526 336L544 398C466 382 376 396 300 442z", p.plane(t))
    p.gleam("M276 224C330 192 400 180 450 188", 6, 0.4)
    p.path("M262 590L512 540C570 560 640 600 664 622L404 690C350 660 300 628 262 590z", p.plane(t))
    p.path("M262 590C300 628 350 660 404 690L664 622V644L404 714C350 686 296 650 262 612z", t.deep)
    p.path("M292 590L508 548C556 564 606 592 630 614L408 672C362 648 322 620 292 590z", p.plane(p.accent))
    p.line("M292 590L508 548C556 564 606 592 630 614", "#fff", 3, stroke_opacity=0.4)


@drawing("bentwood", (120, 910, 0.9), (690, 910, 0.8), stages=("plain", "disc", "slab", "arch"))
def bentwood(p: Picture) -> None:
    """A chair with a hooped back and a round seat."""
    t = p.colour
    p.shadow(410, 866, 190, 32, 0.45, 0.8)
    for d in ("M300 610L270 800", "M520 606L560 800"):
        p.line(d, t.deep, 22)
    hoop = p.gradient([(0, t.light, 1), (0.5, t.body, 1), (1, t.deep, 1)])
    p.path(
        "M262 600C230 320 250 140 400 140S570 320 546 600",
        stroke=p.shadow_ink,
        stroke_width=24,
        stroke_opacity=0.13,
        transform="translate(28 18)",
    )
    p.path("M262 600C230 320 250 140 400 140S570 320 546 600", stroke=hoop, stroke_width=26)
    p.path("M322 600C300 400 320 240 400 240S500 400 486 600", stroke=hoop, stroke_width=20)
    p.line("M262 440C240 300 270 180 350 156", t.glow, 5, stroke_opacity=0.6)
    p.path("M400 240V150", stroke=hoop, stroke_width=16)
    p.path("M228 620V646A176 46 0 0 0 580 646V620z", t.deep)
    p.ellipse(404, 620, 176, 46, p.plane(t))
    seat = tone("rattan") if p.style != "padded" else p.accent
    p.ellipse(404, 616, 146, 36, p.plane(seat))
    if p.style != "padded":
        for k in range(-6, 7):
            h = 36 * math.sqrt(1 - (k / 7) ** 2)
            p.line(f"M{404 + k * 20} {616 - h:.0f}V{616 + h:.0f}", seat.deep, 2, stroke_opacity=0.3)
        for k in range(-3, 4):
            w = 146 * math.sqrt(1 - (k / 4) ** 2)
            p.line(f"M{404 - w:.0f} {616 + k * 9}H{404 + w:.0f}", seat.deep, 2, stroke_opacity=0.3)
    for d in ("M262 660L226 868", "M546 660L590 868"):
        p.line(d, p.gradient([(0, t.light, 1), (1, t.shade, 1)]), 26)
    p.path("M246 760A160 34 0 0 0 568 760", stroke=t.shade, stroke_width=13)


@drawing("stool", (680, 900, 0.95), (110, 910, 0.9), stages=("plain", "arch", "disc", "slab"))
def stool(p: Picture) -> None:
    """A round stool on three legs, another behind it."""
    for x, y, s, t, q in ((540, 800, 0.72, p.accent, p.colour), (340, 868, 1.12, p.colour, p.accent)):
        with p.group(x, y, s):
            p.shadow(10, 0, 170, 28, 0.5, 0.9)
            wood = tone("oak" if t.name not in ("oat", "butter") else "walnut") if p.style != "painted" else t
            p.line("M0 -300L8 -40", wood.deep, 26)
            for d in ("M-110 -320L-160 -4", "M110 -320L162 -4"):
                p.line(d, p.gradient([(0, wood.light, 1), (1, wood.shade, 1)]), 30)
            p.path("M-140 -150A150 30 0 0 0 142 -150", stroke=wood.shade, stroke_width=15)
            p.path("M-172 -376V-330A172 42 0 0 0 172 -330V-376z", p.turned(t))
            p.ellipse(0, -376, 172, 42, p.plane(t))
            p.hoop(0, -334, 172, q.body, 7, 0.24)
            if p.style == "padded":
                p.path("M-172 -380C-180 -440 180 -440 172 -380A172 42 0 0 1 -172 -380z", p.ball(t))
                p.circle(0, -410, 9, t.deep)
            p.gleam("M-150 -350V-328", 7, 0.4)


@drawing("trestle", stages=("plain",))
def trestle(p: Picture) -> None:
    """A long trestle table with three things on it."""
    wood = _wood(p)
    p.shadow(400, 890, 330, 34, 0.45, 0.3)
    for x in (150, 590):
        p.line(f"M{x + 40} 600L{x - 10} 888", p.colour.shade, 24)
        p.line(f"M{x + 40} 600L{x + 96} 888", p.colour.body, 24)
        p.line(f"M{x + 4} 800H{x + 80}", p.colour.deep, 14)
    p.path("M30 560L110 500H720L780 560z", p.gradient([(0, wood.body, 1), (1, wood.light, 1)], 0, 0, 0, 1))
    for u in (0.25, 0.5, 0.75):
        p.line(f"M{110 - 80 * u:.0f} {500 + 60 * u:.0f}H{720 + 60 * u:.0f}", wood.deep, 3, stroke_opacity=0.25)
    p.path("M30 560H780V598H30z", p.gradient([(0, wood.shade, 1), (1, wood.deep, 1)], 0, 0, 0, 1))
    p.shadow(230, 536, 60, 13, 0.5, 1.2)
    p.lathe(230, 536, [(0, 40), (30, 64), (110, 60), (150, 30), (184, 36)], p.turned(p.accent))
    for i, (dx, dy) in enumerate(((-60, -280), (0, -330), (62, -270), (-24, -240))):
        p.line(f"M230 360Q{230 + dx * 0.3:.0f} {536 + dy + 60} {230 + dx} {536 + dy}", tone("moss").deep, 5)
        p.leaf(230 + dx * 0.6, 536 + dy * 0.8, 60, -90 + dx, p.plane(tone("moss")), 0.3)
        p.bloom(230 + dx, 536 + dy, 40, (p.colour, tone("oat"), tone("rose"), tone("butter"))[i], i * 20)
    for i in range(4):
        y = 546 - i * 14
        p.path(f"M400 {y}A100 18 0 0 0 600 {y}L574 {y + 12}A74 12 0 0 1 426 {y + 12}z", p.turned(p.colour))
        p.ellipse(500, y, 100, 18, p.plane(p.colour))
    p.shadow(670, 540, 44, 10, 0.5, 1.2)
    p.lathe(670, 540, [(0, 40), (120, 48)], p.glass(p.accent, 1.3))
    p.ellipse(670, 420, 48, 10, p.accent.glow, fill_opacity=0.5)


@drawing("round-table", (690, 920, 0.85), (100, 920, 0.85), stages=("plain", "arch", "disc", "slab"))
def round_table(p: Picture) -> None:
    """A small round table on one foot, with a glass and a plate."""
    t = p.colour
    metal = p.metal if p.style != "painted" else t
    p.shadow(400, 880, 190, 34, 0.5, 0.9)
    p.lathe(400, 880, [(0, 180), (10, 176), (26, 60), (60, 24), (320, 22), (360, 60)], p.turned(metal))
    p.path("M96 500V526A304 70 0 0 0 704 526V500z", p.turned(t))
    p.ellipse(400, 500, 304, 70, p.plane(t))
    if p.style == "terrazzo":
        for i in range(46):
            a, r = p.chance.random() * 6.283, math.sqrt(p.chance.random()) * 0.94
            p.ellipse(
                round(400 + 304 * r * math.cos(a)),
                round(500 + 70 * r * math.sin(a)),
                6 + i % 4 * 2,
                3 + i % 3,
                (p.accent, tone("rose"), tone("kraft"))[i % 3].body,
            )
    p.ellipse(400, 500, 300, 68, "none", stroke=t.glow, stroke_width=4, stroke_opacity=0.6)
    p.shadow(300, 508, 90, 16, 0.4, 0.6)
    p.ellipse(300, 502, 106, 22, p.plane(p.accent))
    p.ellipse(300, 500, 70, 13, p.accent.light)
    for x, y, q in ((270, 478, "persimmon"), (306, 470, "butter"), (336, 482, "rose")):
        p.circle(x, y, 26, p.ball(tone(q if q != t.name else "moss")))
    p.shadow(500, 504, 40, 9, 0.5, 1.2)
    p.lathe(500, 504, [(0, 38), (130, 48)], p.glass(p.accent, 1.2))
    p.lathe(500, 500, [(0, 34), (84, 40)], p.turned(tone("persimmon")), fill_opacity=0.6)
    p.ellipse(500, 374, 48, 10, p.accent.glow, fill_opacity=0.5, stroke=p.accent.shade, stroke_width=3)
    p.gleam("M464 400L470 480", 6, 0.6)


@drawing("bench", (120, 920, 0.85), (690, 930, 0.85), stages=("plain", "arch", "disc", "slab"))
def bench(p: Picture) -> None:
    """A plain bench with a cushion and a folded blanket."""
    wood = _wood(p)
    p.shadow(400, 870, 320, 32, 0.45, 0.3)
    for x, w in ((130, 1), (614, -1)):
        p.path(f"M{x} 660h56l{w * 20} 212h-52z", p.turned(wood))
    p.path("M180 760H620V786H180z", wood.deep)
    p.path("M60 620L110 572H700L740 620z", p.gradient([(0, wood.body, 1), (1, wood.light, 1)], 0, 0, 0, 1))
    p.path("M60 620H740V660H60z", p.gradient([(0, wood.shade, 1), (1, wood.deep, 1)], 0, 0, 0, 1))
    p.path("M110 602C100 560 130 552 170 552H470C510 552 520 590 510 602C506 622 120 622 110 602z", p.plane(p.colour))
    p.line("M120 600C240 612 400 612 508 600", p.accent.body, 6)
    d = "M150 330C220 350 340 350 410 330C398 400 400 480 416 560C330 544 230 544 144 560C162 480 160 400 150 330z"
    p.cast(d, 26, 14, 0.15)
    p.path(d, p.ball(p.accent))
    p.path(d, stroke=p.colour.body, stroke_width=7)
    p.circle(280, 448, 10, p.colour.shade)
    for i, t in enumerate((p.colour, tone("oat"))):
        y = 600 - i * 44
        p.path(
            f"M540 {y - 44}H680C696 {y - 44} 696 {y} 680 {y}H540C520 {y} 520 {y - 44} 540 {y - 44}z",
            p.gradient([(0, t.glow, 1), (0.4, t.body, 1), (1, t.shade, 1)], 0, 0, 0, 1),
        )
        p.line(f"M536 {y - 22}H690", t.deep, 3, stroke_opacity=0.3)


@drawing("easel", (680, 910, 0.95), (110, 920, 0.95), stages=("plain", "slab", "disc"))
def easel(p: Picture) -> None:
    """A wooden easel carrying a painted board."""
    wood = _wood(p)
    p.shadow(400, 900, 220, 28, 0.5, 0.8)
    p.line("M410 160L470 860", wood.deep, 20)
    for d in ("M380 130L220 900", "M420 130L580 900"):
        p.line(d, p.gradient([(0, wood.light, 1), (1, wood.shade, 1)]), 24)
    board = "M170 210H630V690H170z" if p.style != "arch" else "M190 690V440a210 210 0 0 1 420 0V690z"
    p.cast(board, 28, 20, 0.16)
    p.path(board, p.plane(p.colour))
    line = p.accent.body
    if p.style != "arch":
        p.rect(194, 234, 412, 432, "none", 6, stroke=line, stroke_width=5)
    else:
        p.path("M214 668V442a186 186 0 0 1 372 0V668z", stroke=line, stroke_width=5)
    p.circle(400, 340, 42, p.ball(p.accent))
    for turn in (-150, -100, -40, 20, 160):
        p.leaf(
            400 + 44 * math.cos(math.radians(turn)),
            340 + 44 * math.sin(math.radians(turn)),
            70,
            turn,
            p.plane(tone("moss" if p.colour.name != "moss" else "celadon")),
            0.3,
        )
    for i, w in enumerate((250, 180, 220)):
        p.rect(
            400 - w / 2,
            450 + i * 58,
            w,
            16,
            p.colour.glow if p.colour.name not in ("oat", "butter", "celadon", "rose") else p.colour.ink,
            8,
            fill_opacity=0.85,
        )
    p.rect(200, 690, 400, 26, p.gradient([(0, wood.light, 1), (1, wood.deep, 1)], 0, 0, 0, 1), 6)
    p.circle(400, 134, 26, p.turned(wood))


@drawing("parasol", (300, 900, 0.9), (560, 910, 0.9), stages=("plain",))
def parasol(p: Picture) -> None:
    """An open parasol on its pole, scalloped and fringed."""
    wood = tone("oak")
    p.shadow(400, 890, 120, 24, 0.5, 1.2)
    p.lathe(
        400,
        890,
        [(0, 110), (20, 106), (44, 30), (80, 26)],
        p.turned(tone("kraft") if p.style != "dark" else tone("ink")),
    )
    p.rect(388, 220, 24, 600, p.turned(wood), 6)
    p.path(
        "M60 420C120 230 260 160 400 150C540 160 680 230 740 420z",
        p.shadow_ink,
        fill_opacity=0.1,
        transform="translate(36 60)",
    )
    xs = [60, 196, 332, 468, 604, 740]
    for i in range(5):
        t = p.colour if i % 2 == 0 else p.accent
        x1, x2 = xs[i], xs[i + 1]
        pull = 0.42
        fill = p.gradient([(0, t.light, 1), (0.6, t.body, 1), (1, t.shade if i > 2 else t.body, 1)], 0, 0, 0.6, 1)
        p.path(
            f"M400 150C{400 + (x1 - 400) * pull:.0f} 180 {400 + (x1 - 400) * 0.82:.0f} 290 {x1} 420Q{(x1 + x2) / 2:.0f} 452 {x2} 420C{400 + (x2 - 400) * 0.82:.0f} 290 {400 + (x2 - 400) * pull:.0f} 180 400 150z",
            fill,
        )
        p.path(f"M{x1} 420Q{(x1 + x2) / 2:.0f} 452 {x2} 420V448Q{(x1 + x2) / 2:.0f} 494 {x1} 448z", t.shade)
        for k in range(9):
            u = (k + 0.5) / 9
            x = x1 + (x2 - x1) * u
            y = 448 + 4 * 20 * u * (1 - u)
            p.line(f"M{x:.0f} {y:.0f}v24", tone("oat").light, 5)
    p.rect(388, 116, 24, 40, p.turned(wood), 8)
    p.circle(400, 112, 17, p.ball(tone("brass")))
    p.gleam("M150 340C190 270 260 210 330 190", 9, 0.3)


@drawing("bar-cart", stages=("plain", "disc", "arch"))
def bar_cart(p: Picture) -> None:
    """A two-deck trolley with bottles and glasses."""
    metal = p.metal if p.style != "painted" else p.colour
    p.shadow(400, 880, 270, 30, 0.5, 0.5)
    frame = p.gradient([(0, metal.light, 1), (0.5, metal.body, 1), (1, metal.shade, 1)])
    for x in (170, 630):
        p.line(f"M{x} 360V836", frame, 18)
        p.circle(x, 856, 26, p.ball(tone("ink")))
        p.circle(x, 856, 8, metal.light)
    p.path("M170 372C170 330 90 330 90 372V470", stroke=frame, stroke_width=16, stroke_linecap="round")
    for y in (520, 760):
        p.path(f"M150 {y}L190 {y - 34}H610L650 {y}z", p.plane(p.colour))
        p.rect(150, y, 500, 20, p.gradient([(0, p.colour.shade, 1), (1, p.colour.deep, 1)], 0, 0, 0, 1), 4)
        p.line(f"M170 {y - 70}H630", frame, 8)
    for x, y, s, t in ((240, 506, 1.0, tone("moss")), (310, 510, 0.84, p.accent), (560, 752, 0.8, tone("amber"))):
        with p.group(x, y, s):
            p.lathe(0, 0, [(0, 36), (130, 38), (170, 14), (240, 13)], p.glass(t, 1.7))
            p.rect(-15, -252, 30, 30, p.turned(tone("oak")), 4)
            p.gleam("M-22 -120V-20", 5, 0.6)
    for i, x in enumerate((420, 490, 560)):
        p.lathe(
            x,
            512,
            [(0, 28), (4, 26), (8, 5), (70, 5), (86, 26), (150, 34)],
            p.glass(p.accent if i % 2 else tone("clear"), 1.4),
        )
        p.ellipse(x, 362, 34, 7, p.accent.glow, fill_opacity=0.5)
    p.lathe(270, 754, [(0, 60), (90, 76)], p.turned(tone("steel")))
    for px, py in around(270, 662, 44, 7, 0, 0.3):
        p.rect(round(px) - 15, round(py) - 16, 30, 30, "#fff", 6, fill_opacity=0.7)
    for i in range(3):
        p.ellipse(430, 750 - i * 12, 84, 15, p.plane(p.accent))


@drawing("pouffe", (680, 910, 0.95), (110, 920, 0.9), stages=("plain", "arch", "disc", "slab"), fit=1.06)
def pouffe(p: Picture) -> None:
    """A round floor cushion with piping and a button."""
    for x, y, s, t, q in ((560, 780, 0.7, p.accent, p.colour), (340, 850, 1.0, p.colour, p.accent)):
        with p.group(x, y, s):
            p.shadow(0, -6, 250, 42, 0.5, 0.7)
            p.path("M-250 -150C-290 -90 -280 -20 -210 0C-90 30 90 30 210 0C280 -20 290 -90 250 -150z", p.turned(t))
            for k in (-0.82, -0.56, -0.28, 0, 0.28, 0.56, 0.82):
                p.line(
                    f"M{k * 246:.0f} {-150 + 54 * math.sqrt(1 - k * k):.0f}C{k * 296:.0f} -60 {k * 280:.0f} -20 {k * 206:.0f} {10 - abs(k) * 12:.0f}",
                    t.deep,
                    4,
                    stroke_opacity=0.3,
                )
            p.ellipse(0, -160, 252, 66, p.ball(t))
            p.ellipse(0, -154, 252, 62, "none", stroke=q.body, stroke_width=8)
            for x1, y1 in around(0, -164, 238, 12, 10, 0.24):
                p.line(
                    f"M0 -168Q{x1 * 0.5:.0f} {-168 + (y1 + 164) * 0.4:.0f} {x1 * 0.92:.0f} {-164 + (y1 + 164) * 0.9:.0f}",
                    t.deep,
                    3,
                    stroke_opacity=0.22,
                )
            p.ellipse(0, -168, 16, 8, q.shade)


@drawing("plinths", stages=("plain", "plain", "slab"))
def plinths(p: Picture) -> None:
    """Three round columns of three heights, for cake, flowers and presents."""
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "rose")
    for x, top, h, r, t in (
        (540, 400, 420, 124, p.accent),
        (266, 500, 330, 138, p.colour),
        (450, 690, 190, 128, third),
    ):
        p.shadow(x, top + h, r, r * 0.22, 0.5, 1.0)
        p.lathe(x, top + h, [(0, r), (h, r)], p.turned(t), 0.22)
        p.ellipse(x, top, r, r * 0.22, p.gradient([(0, t.glow, 1), (1, t.light, 1)], 0, 0, 1, 1))
        p.gleam(f"M{x - r * 0.78:.0f} {top + 40}V{top + h - 30}", 8, 0.25)
    p.shadow(266, 496, 60, 13, 0.5, 1.0)
    p.lathe(266, 496, [(0, 42), (40, 66), (100, 60), (140, 30), (170, 34)], p.turned(p.accent))
    for i, (dx, dy) in enumerate(((-50, -250), (6, -290), (58, -236))):
        p.line(f"M266 330Q{266 + dx * 0.3:.0f} {500 + dy + 50} {266 + dx} {500 + dy}", tone("moss").deep, 5)
        p.bloom(
            266 + dx,
            500 + dy,
            38,
            (tone("butter"), p.colour if p.colour.name != "butter" else tone("rose"), tone("oat"))[i],
            i * 25,
        )


@drawing("screen", (640, 910, 0.95), (140, 920, 0.95), stages=("plain",))
def screen(p: Picture) -> None:
    """A folding screen of three arched panels."""
    p.shadow(400, 880, 320, 26, 0.45, 0.4)
    for i, (x1, x2, dy) in enumerate(((100, 300, 0), (300, 500, 22), (500, 700, 0))):
        t = p.colour if i % 2 == 0 else p.accent
        y1, y2 = (880, 902) if i == 0 else (902, 880) if i == 2 else (902, 902)
        rise = 150
        d = f"M{x1} {y1}V{rise + 140 + (dy if i == 1 else 0)}C{x1} {rise} {x2} {rise} {x2} {rise + 140 + (dy if i == 1 else 0)}V{y2}z"
        p.cast(d, 26, 6, 0.12)
        p.path(d, p.gradient([(0, t.light, 1), (0.6, t.body, 1), (1, t.shade, 1)], 0, 0, 1, 0.4 if i != 2 else 1))
        if p.style == "rattan":
            for k in range(1, 8):
                x = x1 + (x2 - x1) * k / 8
                p.line(f"M{x:.0f} 330V860", t.deep, 4, stroke_opacity=0.3)
            for k in range(9):
                p.line(f"M{x1 + 10} {360 + k * 60}H{x2 - 10}", t.deep, 4, stroke_opacity=0.25)
        else:
            p.path(
                f"M{x1 + 24} {y1 - 26}V{rise + 150}C{x1 + 24} {rise + 46} {x2 - 24} {rise + 46} {x2 - 24} {rise + 150}V{y2 - 26}z",
                stroke=t.glow,
                stroke_width=4,
                stroke_opacity=0.6,
            )
