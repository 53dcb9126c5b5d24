"""Jugs, stands and boards: what carries food and drink to the table."""

from __future__ import annotations

import math

from elite.seeds.drawings.canvas import WHITE, around
from elite.seeds.drawings.colour import Tone, tone
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing


@drawing(
    "jug", (650, 870, 1.05), (110, 900, 0.9), stages=("plain", "arch", "disc", "slab", "plinth"), foot=(400, 866, 150)
)
def jug(p: Picture) -> None:
    """A big-shouldered jug."""
    t = p.colour
    p.shadow(380, 850, 150, 32, 0.6, 1.5 * p.reach)
    p.path(
        "M520 470C640 450 660 640 530 700",
        stroke=p.gradient([(0, t.body, 1), (1, t.deep, 1)]),
        stroke_width=34,
        stroke_linecap="round",
    )
    p.path(
        "M286 380C300 470 220 560 222 690C224 790 250 850 262 856A122 26 0 0 0 502 856C518 846 540 790 540 690C542 560 462 470 476 366C420 396 340 396 286 380z",
        p.turned(t, 0.1),
    )
    p.path(
        "M286 380C262 352 262 340 250 326C330 344 420 340 478 352C484 372 440 394 380 394C336 394 304 390 286 380z",
        t.shade,
    )
    p.line("M250 326C330 344 420 340 478 352", t.glow, 7)
    if p.style == "dipped":
        p.path(
            "M222 690C224 790 250 850 262 856A122 26 0 0 0 502 856C518 846 540 790 540 690C440 716 320 716 222 690z",
            p.turned(p.accent),
        )
    elif p.style == "spots":
        for x, y in (
            (300, 560),
            (370, 600),
            (450, 570),
            (280, 660),
            (350, 690),
            (430, 670),
            (496, 640),
            (320, 770),
            (400, 780),
            (476, 750),
        ):
            p.circle(x, y, 17, p.accent.body)
    else:
        for k in range(6):
            p.line(
                f"M{296 + k * 30} 420C{276 + k * 34} 540 {256 + k * 42} 640 {270 + k * 38} 850",
                t.deep,
                4,
                stroke_opacity=0.16,
            )
    p.gleam("M262 640C258 700 266 760 278 800", 12, 0.4)
    p.gleam("M318 440C316 480 296 520 282 560", 8, 0.35)


def iced_cake(p: Picture, x: float, y: float, s: float, t: Tone, berries: Tone) -> None:
    """A cake with icing run down its side; `y` is where it stands."""
    oat = tone("oat" if t.name != "oat" else "rose")
    with p.group(x, y, s):
        p.path("M-178 -206V0A178 38 0 0 0 178 0V-206z", p.turned(t))
        p.path(
            "M-178 -206V-154q22 46 44 6q22 62 46 16q22 46 44 12q22 66 46 8q22 44 44 6q22 60 46 4q22 44 44 -6q20 30 42 -38V-206z",
            p.turned(oat),
        )
        p.ellipse(0, -206, 178, 38, oat.glow)
        for i, (bx, by) in enumerate(((-70, -220), (-8, -234), (52, -218), (4, -206))):
            p.ellipse(bx, by, 27, 26, p.ball(berries if i != 2 else tone("persimmon")))
            p.gleam(f"M{bx - 12} {by - 10}q3 -7 9 -9", 4, 0.6)


@drawing("cake-stand", (676, 890, 1.0), (110, 910, 0.95), stages=("plain", "arch", "disc", "slab"))
def cake_stand(p: Picture) -> None:
    """A beaded stand with a cake on it."""
    t = p.colour
    p.shadow(400, 850, 150, 30, 0.6, 1.5)
    p.path("M250 850A150 30 0 0 0 550 850C530 800 452 806 436 760V660H364V760C348 806 270 800 250 850z", p.turned(t))
    p.ellipse(400, 730, 48, 22, p.turned(t))
    p.gleam("M376 680V780", 6, 0.4)
    p.path("M110 620A290 62 0 0 0 690 620V640A290 62 0 0 1 110 640z", p.turned(t))
    if p.style != "plain":
        for i in range(19):
            a = math.pi * (i + 0.5) / 19
            p.circle(round(400 - 288 * math.cos(a), 1), round(638 + 60 * math.sin(a), 1), 17, p.turned(t))
    p.ellipse(400, 618, 290, 62, p.plane(t))
    p.ellipse(420, 622, 210, 40, p.shadow_ink, fill_opacity=0.25)
    if p.style == "dome":
        iced_cake(p, 400, 606, 0.86, p.accent, t)
        p.path("M150 612C140 330 250 240 400 236S660 330 650 612A250 52 0 0 1 150 612z", p.glass(tone("clear"), 0.62))
        p.circle(400, 222, 24, p.glass(tone("clear"), 1.4))
        p.gleam("M190 560C190 420 230 330 300 290", 13, 0.6)
        p.gleam("M612 540C612 470 600 420 584 390", 5, 0.4)
    else:
        iced_cake(p, 400, 606, 1.0, p.accent, t)


@drawing("tiers", (680, 900, 1.0), (110, 910, 0.95), stages=("plain", "arch", "disc", "slab"))
def tiers(p: Picture) -> None:
    """Three plates on one brass stem, filled with small cakes."""
    metal = p.metal
    p.shadow(400, 850, 220, 40, 0.55, 1.0)
    p.rect(391, 190, 18, 640, p.turned(metal), 6)
    p.circle(400, 170, 34, "none", stroke=metal.body, stroke_width=12)
    for y, w, t, sweets in ((820, 250, p.colour, 7), (590, 190, p.accent, 5), (380, 130, p.colour, 3)):
        p.path(
            f"M{400 - w} {y}A{w} {w * 0.2:.0f} 0 0 0 {400 + w} {y}L{400 + w - 50} {y + 22}A{w - 50} {w * 0.16:.0f} 0 0 1 {450 - w} {y + 22}z",
            p.turned(t),
        )
        p.ellipse(400, y, w, w * 0.2, p.plane(t))
        p.ellipse(400, y, w - 10, w * 0.2 - 3, "none", stroke=metal.body, stroke_width=3)
        for i in range(sweets):
            u = (i + 0.5) / sweets
            x = 400 - w * 0.74 + w * 1.48 * u
            if abs(x - 400) < 20:
                x += 34
            q = (tone("oat"), tone("rose"), p.accent, tone("butter"))[(i + sweets) % 4]
            yy = y + 6 + (w * 0.08 if i % 2 else -w * 0.03)
            p.ellipse(x + 8, yy + 4, 38, 10, p.shadow_ink, fill_opacity=0.25)
            p.path(
                f"M{x - 32:.0f} {yy - 40:.0f}L{x - 24:.0f} {yy:.0f}A24 7 0 0 0 {x + 24:.0f} {yy:.0f}L{x + 32:.0f} {yy - 40:.0f}z",
                p.turned(tone("kraft")),
            )
            p.path(
                f"M{x - 36:.0f} {yy - 38:.0f}C{x - 40:.0f} {yy - 78:.0f} {x + 40:.0f} {yy - 78:.0f} {x + 36:.0f} {yy - 38:.0f}C{x + 20:.0f} {yy - 30:.0f} {x - 20:.0f} {yy - 30:.0f} {x - 36:.0f} {yy - 38:.0f}z",
                p.ball(q),
            )
            p.circle(round(x), round(yy - 70), 11, p.ball(tone("persimmon" if q.name != "persimmon" else "damson")))
    p.gleam("M396 240V360", 4, 0.6)


@drawing("carafe", (664, 880, 1.0), (110, 910, 0.95), foot=(400, 850, 170))
def carafe(p: Picture) -> None:
    """A carafe with a tumbler beside it."""
    t = p.colour
    p.shadow(340, 840, 130, 28, 0.55, 1.5 * p.reach)
    shape = [(0.0, 112.0), (14.0, 122.0), (150.0, 128.0), (300.0, 66.0), (380.0, 44.0), (520.0, 56.0)]
    p.lathe(340, 840, shape, p.glass(t, 1.2))
    p.lathe(340, 836, [(0, 106), (14, 116), (150, 122), (230, 92)], p.turned(p.accent), fill_opacity=0.5)
    p.ellipse(340, 606, 92, 18, p.accent.light, fill_opacity=0.75)
    if p.style == "citrus":
        for x, y, q in ((300, 640, "butter"), (372, 700, "persimmon"), (310, 760, "butter")):
            p.circle(x, y, 36, tone(q).light, fill_opacity=0.9)
            p.circle(x, y, 36, "none", stroke=tone(q).shade, stroke_width=6, stroke_opacity=0.8)
            for px, py in around(x, y, 26, 6):
                p.line(f"M{x} {y}L{px:.0f} {py:.0f}", tone(q).shade, 3, stroke_opacity=0.5)
    p.ellipse(340, 320, 56, 12, t.glow, fill_opacity=0.4, stroke=t.shade, stroke_width=4, stroke_opacity=0.7)
    p.gleam("M246 760C236 700 250 640 280 580L302 480", 10, 0.65)
    p.gleam("M430 760C438 720 434 690 424 660", 5, 0.4)
    with p.group(560, 866, 0.95):
        p.shadow(0, 0, 84, 18, 0.55, 1.3 * p.reach)
        p.lathe(0, 0, [(0, 78), (200, 92)], p.glass(t, 1.2))
        p.lathe(0, -8, [(0, 72), (110, 82)], p.turned(p.accent), fill_opacity=0.5)
        p.ellipse(0, -118, 82, 16, p.accent.light, fill_opacity=0.75)
        p.ellipse(0, -200, 92, 18, t.glow, fill_opacity=0.35, stroke=t.shade, stroke_width=3.5, stroke_opacity=0.7)
        p.gleam("M-66 -170L-58 -50", 8, 0.6)


@drawing("tray", (690, 920, 0.9), (90, 920, 0.85), stages=("plain", "disc", "arch", "slab"))
def tray(p: Picture) -> None:
    """A round tray leaning on the wall, and one lying with two glasses."""
    t = p.colour
    p.shadow(440, 690, 220, 34, 0.42)
    p.cast_ellipse(440, 436, 246, 246, 40, 20, 0.15)
    p.circle(440, 436, 246, p.ball(p.accent))
    p.circle(440, 436, 222, p.plane(t))
    for i in range(12):
        with p.group(440, 436, turn=i * 30):
            p.path(
                "M60 0C100 -34 160 -34 206 0C160 34 100 34 60 0z",
                p.accent.body,
                fill_opacity=0.75 if p.style != "plain" else 0,
            )
    p.circle(440, 436, 52, p.ball(p.accent))
    p.gleam("M234 360A222 222 0 0 1 350 226", 9, 0.4)
    p.shadow(330, 850, 250, 42, 0.5, 0.6)
    p.path("M80 822V840A250 56 0 0 0 580 840V822z", p.turned(p.accent))
    p.ellipse(330, 822, 250, 56, p.plane(p.accent))
    p.ellipse(330, 826, 230, 48, p.plane(t))
    for x, y in ((260, 812), (410, 830)):
        p.shadow(x, y, 50, 11, 0.5, 1.2)
        p.lathe(x, y, [(0, 46), (130, 56)], p.glass(p.accent, 1.2))
        p.lathe(
            x,
            y - 6,
            [(0, 42), (80, 48)],
            p.turned(tone("persimmon" if t.name != "persimmon" else "rose")),
            fill_opacity=0.55,
        )
        p.ellipse(x, y - 130, 56, 11, WHITE, fill_opacity=0.4)
        p.gleam(f"M{x - 40} {y - 110}L{x - 34} {y - 30}", 6, 0.6)


@drawing("board", (690, 900, 0.95), stages=("plain", "disc", "slab"))
def board(p: Picture) -> None:
    """A serving board with bread, cheese, grapes and figs."""
    wood = tone("oak" if p.style != "walnut" else "walnut")
    p.shadow(400, 850, 320, 50, 0.5, 0.3)
    p.path("M60 790A340 84 0 0 0 740 790V812A340 84 0 0 1 60 812z", wood.deep)
    p.ellipse(400, 790, 340, 84, p.plane(wood))
    for k in (-52, -26, 0, 26, 52):
        w = 340 * math.sqrt(1 - (k / 84) ** 2)
        p.line(f"M{400 - w + 30:.0f} {790 + k}H{400 + w - 30:.0f}", wood.deep, 3, stroke_opacity=0.2)
    # a wheel of cheese with its wedge taken out
    p.shadow(250, 770, 130, 26, 0.5, 0.7)
    p.path("M120 660V752A140 36 0 0 0 400 752V660z", p.turned(tone("butter")))
    p.ellipse(260, 660, 140, 36, tone("butter").glow)
    p.path("M260 660L330 690L394 664V752L330 786L260 750z", tone("butter").light)
    p.path("M260 660L330 690V786L260 750z", tone("butter").shade)
    # bread on end
    p.shadow(510, 760, 110, 22, 0.5, 0.9)
    crust = tone("amber")
    p.path("M400 640C400 560 460 540 520 540S640 560 640 640V730C640 760 400 760 400 730z", p.turned(crust))
    p.ellipse(420, 664, 60, 92, p.turned(tone("kraft")))
    p.ellipse(420, 664, 48, 78, tone("oat").body)
    for x in (490, 540, 590):
        p.line(f"M{x} 560q16 30 8 60", crust.deep, 6, stroke_opacity=0.5)
    for i, (x, y) in enumerate(
        ((300, 800), (340, 790), (380, 806), (322, 826), (362, 836), (402, 828), (344, 852), (384, 850))
    ):
        p.circle(x, y, 26, p.ball(p.colour if i % 3 else p.accent))
    p.leaf(300, 790, 80, -160, p.plane(tone("moss")), 0.4)
    for x, y in ((560, 800), (620, 788)):
        p.ellipse(x + 8, y + 22, 36, 9, p.shadow_ink, fill_opacity=0.25)
        p.path(
            f"M{x} {y - 50}C{x + 8} {y - 32} {x + 40} {y - 18} {x + 36} {y + 8}C{x + 30} {y + 32} {x - 30} {y + 32} {x - 36} {y + 8}C{x - 40} {y - 18} {x - 8} {y - 32} {x} {y - 50}z",
            p.ball(tone("damson")),
        )
    p.leaf(470, 830, 90, 10, p.plane(tone("moss")), 0.3)
    p.leaf(480, 838, 80, 40, p.plane(tone("celadon")), 0.3)


@drawing("dispenser", (676, 890, 1.0), (110, 920, 0.95), stages=("plain", "arch", "disc", "slab"))
def dispenser(p: Picture) -> None:
    """A drinks jar with a tap, on a wooden stand."""
    wood = tone("oak")
    p.shadow(400, 870, 190, 30, 0.55, 1.0)
    for x in (252, 520):
        p.path(f"M{x} 740h30v132h-30z", p.turned(wood))
    p.lathe(400, 750, [(0, 190), (30, 190)], p.turned(wood))
    p.ellipse(400, 720, 190, 38, p.plane(wood))
    jar = [(0.0, 158.0), (16.0, 170.0), (300.0, 170.0), (370.0, 130.0), (410.0, 130.0)]
    p.lathe(400, 716, [(0, 150), (14, 163), (230, 163)], p.turned(p.accent), fill_opacity=0.62)
    for i, (x, y) in enumerate(((310, 640), (380, 560), (470, 620), (340, 520), (500, 540), (420, 670), (300, 570))):
        q = tone(
            ("butter", "persimmon", "moss")[i % 3]
            if p.accent.name not in ("butter",)
            else ("rose", "persimmon", "moss")[i % 3]
        )
        if i % 3 == 2:
            p.leaf(x - 20, y, 56, i * 40, p.plane(q), 0.36)
        else:
            p.circle(x, y, 32, q.light)
            p.circle(x, y, 32, "none", stroke=q.shade, stroke_width=6)
            for px, py in around(x, y, 22, 6):
                p.line(f"M{x} {y}L{px:.0f} {py:.0f}", q.shade, 3, stroke_opacity=0.5)
    p.lathe(400, 716, jar, p.glass(p.colour if p.style == "tinted" else tone("clear"), 0.8))
    p.ellipse(400, 486, 163, 31, p.accent.light, fill_opacity=0.6)
    p.lathe(400, 308, [(0, 140), (36, 140)], p.turned(p.metal))
    p.ellipse(400, 272, 140, 28, p.plane(p.metal))
    p.circle(400, 252, 20, p.ball(p.metal))
    p.rect(386, 660, 28, 26, p.turned(p.metal), 5)
    p.path("M392 682h20l6 50h-32z", p.turned(p.metal))
    p.circle(400, 660, 17, p.ball(tone("ink")))
    p.gleam("M262 430V670", 13, 0.55)
    p.gleam("M536 440V600", 5, 0.4)


@drawing("ice-bucket", (676, 890, 1.0), (120, 910, 0.95), foot=(400, 850, 160))
def ice_bucket(p: Picture) -> None:
    """A bucket of ice with a bottle leaning in it."""
    t = p.colour
    p.shadow(400, 850, 150, 30, 0.58, 1.4 * p.reach)
    with p.group(430, 620, turn=16):
        p.lathe(0, 60, [(0, 66), (190, 66), (280, 26), (400, 24)], p.glass(tone("moss"), 2.0))
        p.lathe(0, -280, [(0, 31), (90, 31)], p.turned(p.accent))
        p.path("M-58 -110C-20 -100 20 -100 58 -110V0H-58z", p.turned(tone("oat")))
        p.gleam("M-42 -130V-40", 7, 0.5)
    for i, (x, y) in enumerate(((290, 536), (340, 516), (388, 540), (500, 530), (460, 548), (316, 560), (520, 556))):
        with p.group(x, y, turn=i * 23):
            p.rect(-26, -26, 52, 52, WHITE, 9, fill_opacity=0.75)
            p.rect(-26, -26, 52, 18, tone("cornflower").glow, 8, fill_opacity=0.6)
    metal = tone("steel") if p.style == "steel" else t
    p.lathe(400, 850, [(0, 128), (12, 134), (270, 172)], p.turned(metal))
    p.path("M228 580A172 34 0 0 0 572 580", stroke=metal.glow, stroke_width=10)
    if p.style == "hammered":
        for row in range(5):
            for k in range(-4, 5):
                w = 134 + (250 - row * 50) * 0.14
                p.ellipse(
                    400 + k * w * 0.22, 640 + row * 44 + 12 - abs(k) * 2, 13 - abs(k), 14, metal.glow, fill_opacity=0.28
                )
    else:
        p.hoop(400, 800, 141, p.accent.body, 12)
        p.hoop(400, 640, 166, p.accent.body, 12)
    for x in (226, 574):
        p.circle(x, 650, 26, "none", stroke=p.metal.body, stroke_width=10)
    p.gleam("M262 640L284 800", 12, 0.45)


@drawing("salad-bowl", (690, 900, 0.95), (100, 920, 0.9), foot=(400, 860, 130), fit=1.06)
def salad_bowl(p: Picture) -> None:
    """A wide bowl of salad with two wooden servers."""
    wood = tone("oak" if p.colour.name not in ("butter", "oat") else "walnut")
    p.shadow(400, 860, 150, 32, 0.55, 1.4 * p.reach)
    for turn, x in ((32, 520), (46, 560)):
        with p.group(x, 560, turn=turn):
            p.path("M-13 60L-10 -160C-50 -190 -44 -280 0 -284C44 -280 50 -190 10 -160L13 60z", p.turned(wood))
            p.ellipse(0, -226, 24, 40, wood.shade, fill_opacity=0.6)
    p.ellipse(400, 606, 262, 58, p.hollow(p.colour))
    fills = (p.plane(tone("moss")), p.plane(tone("celadon")), tone("moss").shade)
    for i in range(34):
        x, y = 190 + (i * 61 % 410), 612 - (i * 37 % 66) + abs(i * 61 % 410 - 205) * 0.12
        p.leaf(x, y, 84, i * 47, fills[i % 3], 0.42)
    for x, y, q in (
        (300, 560, "persimmon"),
        (420, 540, "rose"),
        (500, 586, "persimmon"),
        (350, 600, "butter"),
        (250, 596, "rose"),
    ):
        p.circle(x, y, 26, p.ball(tone(q)))
        p.gleam(f"M{x - 12} {y - 8}q3 -8 9 -9", 4, 0.5)
    bowl = "M136 600C140 740 240 846 300 860A110 22 0 0 0 500 860C560 846 660 740 664 600A264 62 0 0 1 136 600z"
    p.path(bowl, p.turned(p.colour))
    p.path("M136 600A264 62 0 0 0 664 600", stroke=p.colour.glow, stroke_width=8)
    p.path("M150 668A256 60 0 0 0 650 668", stroke=p.accent.body, stroke_width=10)
    p.gleam("M184 690C204 744 236 786 268 810", 11, 0.4)


@drawing("teapot", (680, 890, 1.0), (100, 910, 0.9), foot=(400, 850, 170), fit=1.04)
def teapot(p: Picture) -> None:
    """A round teapot with a wooden knob."""
    t = p.colour
    p.shadow(400, 850, 170, 32, 0.58, 1.3 * p.reach)
    p.path(
        "M560 560C690 520 700 760 560 740",
        stroke=p.gradient([(0, t.body, 1), (1, t.deep, 1)]),
        stroke_width=34,
        stroke_linecap="round",
    )
    p.path(
        "M230 720C150 700 150 600 90 530L136 506C190 560 200 610 262 620z",
        p.gradient([(0, t.light, 1), (1, t.body, 1)]),
    )
    p.ellipse(113, 518, 28, 13, t.deep, transform="rotate(-28 113 518)")
    p.lathe(400, 850, [(0, 120), (14, 116), (20, 130), (90, 196), (190, 200), (270, 140), (296, 104)], p.turned(t))
    p.path("M296 556C300 510 350 490 400 488S500 510 504 556A104 22 0 0 1 296 556z", p.turned(p.accent))
    p.ellipse(400, 470, 30, 26, p.ball(tone("oak")))
    p.hoop(400, 690, 202, p.accent.body, 9)
    if p.style == "flowers":
        for x, y, r in ((300, 720, 30), (390, 750, 38), (490, 716, 28)):
            p.bloom(x, y, r, p.accent, x)
    p.gleam("M222 690C226 630 256 590 290 570", 12, 0.45)


@drawing("cloche", (690, 900, 0.95), (100, 910, 0.9), foot=(400, 850, 240))
def cloche(p: Picture) -> None:
    """A glass dome over pastries on a footed plate."""
    t = p.colour
    p.shadow(400, 850, 250, 44, 0.5, 0.7 * p.reach)
    p.lathe(400, 850, [(0, 150), (20, 120), (40, 110), (60, 250), (72, 262)], p.turned(t))
    p.ellipse(400, 778, 262, 52, p.plane(t))
    for i, (x, y) in enumerate(((300, 760), (400, 776), (500, 760), (350, 690), (450, 690), (400, 620))):
        bun = tone("amber" if i % 2 else "kraft")
        p.ellipse(x + 6, y + 8, 66, 18, p.shadow_ink, fill_opacity=0.2)
        p.path(
            f"M{x - 64} {y}C{x - 70} {y - 70} {x + 70} {y - 70} {x + 64} {y}C{x + 40} {y + 14} {x - 40} {y + 14} {x - 64} {y}z",
            p.ball(bun),
        )
        p.path(
            f"M{x - 40} {y - 40}q40 -30 80 0q-10 14 -20 4q-10 16 -20 2q-10 14 -20 2q-10 8 -20 -8z",
            tone("rose" if p.accent.name != "rose" else "oat").light,
        )
    p.path("M170 776C160 480 260 380 400 376S640 480 630 776A230 46 0 0 1 170 776z", p.glass(tone("clear"), 0.65))
    p.lathe(400, 380, [(0, 30), (14, 14), (34, 26), (56, 8)], p.turned(p.accent))
    p.gleam("M204 720C204 570 250 480 320 440", 13, 0.6)
    p.gleam("M594 690C594 610 580 560 566 530", 5, 0.4)


@drawing("punch-bowl", (690, 910, 0.95), foot=(380, 860, 150), stages=("plain", "arch", "disc", "slab"))
def punch_bowl(p: Picture) -> None:
    """A footed glass bowl of punch, a ladle, and cups hung from its rim."""
    t = p.colour
    p.shadow(380, 860, 150, 32, 0.55, 1.4)
    p.lathe(380, 860, [(0, 140), (8, 136), (40, 60), (70, 56)], p.glass(t, 1.6))
    p.line("M560 540L660 330", p.metal.shade, 14)
    p.circle(664, 318, 20, "none", stroke=p.metal.body, stroke_width=10)
    bowl = [(0.0, 56.0), (20.0, 130.0), (100.0, 236.0), (230.0, 270.0)]
    p.lathe(380, 794, [(0, 52), (20, 126), (100, 230), (160, 250)], p.turned(p.accent), fill_opacity=0.6)
    p.ellipse(380, 634, 250, 48, p.accent.light, fill_opacity=0.8)
    for i, (x, y) in enumerate(((280, 640), (350, 620), (440, 648), (500, 628), (390, 660))):
        q = tone(("butter", "persimmon")[i % 2])
        p.ellipse(x, y, 40, 15, q.light, stroke=q.shade, stroke_width=5)
    p.leaf(400, 626, 50, -30, p.plane(tone("moss")), 0.4)
    p.lathe(380, 794, bowl, p.glass(t, 0.9))
    p.ellipse(380, 564, 270, 50, "none", stroke=t.light, stroke_width=7, stroke_opacity=0.9)
    for k in (-0.8, -0.5, -0.18, 0.18, 0.5, 0.8):
        p.line(
            f"M{380 + k * 262:.0f} 600C{380 + k * 250:.0f} 680 {380 + k * 190:.0f} 740 {380 + k * 90:.0f} 786",
            t.deep,
            4,
            stroke_opacity=0.2,
        )
    p.gleam("M136 610C150 670 180 710 220 744", 12, 0.55)
    with p.group(600, 860, 0.9):
        p.shadow(0, 0, 60, 14, 0.55, 1.2)
        p.line("M54 -90C100 -96 96 -36 46 -40", t.shade, 10)
        p.lathe(0, 0, [(0, 44), (60, 64), (120, 66)], p.glass(t, 1.3))
        p.lathe(0, -6, [(0, 40), (60, 58)], p.turned(p.accent), fill_opacity=0.6)
        p.ellipse(0, -120, 66, 14, t.glow, fill_opacity=0.4, stroke=t.shade, stroke_width=3)


@drawing(
    "cake-topper", (690, 900, 0.95), (100, 910, 0.9), stages=("plain", "arch", "disc", "slab"), foot=(400, 850, 220)
)
def cake_topper(p: Picture) -> None:
    """A cut-out on a stick, standing in the top of a cake."""
    p.shadow(400, 850, 240, 44, 0.5, 0.8 * p.reach)
    p.ellipse(400, 846, 262, 52, p.plane(tone("oat" if p.room != "morning" else "rose")))
    iced_cake(p, 400, 834, 1.08, p.accent, p.colour)
    t = p.colour if p.style != "brass" else tone("brass")
    for x in (340, 460):
        p.rect(x - 4, 470, 8, 140, p.turned(tone("oak")))
    if p.style == "bunting":
        p.line("M300 320C350 380 450 380 500 320", t.deep, 5)
        for x in (300, 500):
            p.rect(x - 5, 290, 10, 320, p.turned(tone("oak")))
        for i in range(5):
            u = (i + 0.5) / 5
            px, py = 300 + 200 * u, 320 + 4 * 45 * u * (1 - u)
            p.path(f"M{px - 20:.0f} {py:.0f}h40l-20 52z", p.fall((p.colour, p.accent, tone("butter"))[i % 3]))
    elif p.style == "stars":
        for x, y, r, h in ((400, 330, 74, 280), (300, 420, 44, 190), (500, 400, 52, 210)):
            p.rect(x - 4, y, 8, h, p.turned(tone("oak")))
            star = [
                (
                    x + (r if i % 2 == 0 else r * 0.46) * math.sin(i * math.pi / 5),
                    y - (r if i % 2 == 0 else r * 0.46) * math.cos(i * math.pi / 5),
                )
                for i in range(10)
            ]
            p.path(
                "M" + "L".join(f"{a:.0f} {b:.0f}" for a, b in star) + "z",
                p.plane(t),
                stroke=t.body,
                stroke_width=6,
                stroke_linejoin="round",
            )
    else:
        d = "M400 520C220 410 220 250 330 236C376 232 396 262 400 296C404 262 424 232 470 236C580 250 580 410 400 520z"
        p.cast(d, 16, 12, 0.14)
        p.path(d, p.plane(t))
        p.path(
            "M400 480C276 396 272 300 334 284C368 280 388 306 400 346C412 306 432 280 466 284C528 300 524 396 400 480z",
            p.wall,
        )
