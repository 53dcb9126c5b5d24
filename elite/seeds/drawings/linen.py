"""Napkins, cloths, runners and soft things."""

from __future__ import annotations

import math

from elite.seeds.drawings.canvas import WHITE, Point, smooth
from elite.seeds.drawings.colour import Tone, tone
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing


@drawing("napkin", (520, 900, 1.1), (110, 920, 0.95), stages=("plain", "arch", "disc"))
def napkin(p: Picture) -> None:
    """A fan of folded linen on a stack of its sisters."""
    t = p.colour
    p.shadow(404, 786, 216, 34, 0.5, 0.8)
    for i in range(3):
        y = 786 - i * 38
        p.path(f"M206 {y}C206 {y - 30} 228 {y - 36} 246 {y - 36}H592C604 {y - 36} 604 {y} 592 {y}z", p.turned(t, 0.1))
        p.line(f"M222 {y - 1}H590", t.deep, 2, stroke_opacity=0.35)
        p.line(f"M234 {y - 18}H596", t.deep, 2, stroke_opacity=0.22)
    folds = [
        (184, 392, 262, 330),
        (262, 330, 330, 300),
        (330, 300, 400, 290),
        (400, 290, 470, 300),
        (470, 300, 538, 330),
        (538, 330, 616, 392),
    ]
    p.cast(
        "M320 676C290 560 230 460 184 392L262 330L330 300L400 290L470 300L538 330L616 392C570 450 510 560 480 676z",
        44,
        18,
        0.13,
    )
    for i, (x1, y1, x2, y2) in enumerate(folds):
        b1, b2 = 344 + i * 19, 344 + (i + 1) * 19
        middle, peak = (x1 + x2) / 2, min(y1, y2) - 26
        ramp = p.gradient(
            [(0, t.glow if i < 3 else t.light, 1), (0.55, t.body, 1), (1, t.shade if i < 4 else t.deep, 1)]
        )
        p.path(
            f"M{b1} 652C{b1 - (400 - x1) * 0.2:.0f} 560 {x1 + 14} {y1 + 84} {x1} {y1}L{middle:g} {peak:g}L{x2} {y2}"
            f"C{x2 + (400 - x2) * 0.1:.0f} {y2 + 84} {b2 - (400 - x2) * 0.2:.0f} 560 {b2} 652z",
            ramp,
        )
    p.path("M344 646L316 704C374 720 426 720 484 704L458 646z", p.turned(t, 0.2))
    p.path("M338 634C380 646 420 646 464 634L460 658C420 668 380 668 342 658z", p.turned(p.accent))


@drawing("napkin-ring", (650, 890, 1.0), (120, 900, 0.95), foot=(400, 846, 210), fit=1.15)
def napkin_ring(p: Picture) -> None:
    """Two rolled napkins, each held by a ring."""
    for x, y, s, t in ((360, 730, 0.86, p.accent), (420, 846, 1.06, p.colour)):
        with p.group(x, y, s, turn=-6):
            p.shadow(0, -4, 240, 30, 0.5, 0.6 * p.reach)
            p.path(
                "M-236 -96C-150 -120 -80 -104 -40 -84H40C80 -108 160 -120 250 -88L262 -8C170 20 80 10 40 -14H-40C-90 14 -160 16 -250 -4z",
                p.gradient([(0, t.glow, 1), (0.45, t.body, 1), (1, t.deep, 1)], 0, 0, 0.1, 1),
            )
            for d in (
                "M-230 -74C-150 -92 -90 -80 -40 -64",
                "M-238 -40C-150 -50 -90 -50 -40 -48",
                "M-230 -16C-160 -6 -90 -16 -40 -30",
                "M40 -66C90 -84 160 -94 248 -66",
                "M40 -48C100 -54 170 -56 256 -40",
                "M40 -30C90 -14 160 -2 250 -18",
            ):
                p.line(d, t.deep, 4, stroke_opacity=0.28)
            ring = tone("brass" if p.style != "oak" else "oak")
            p.path(
                "M-42 -98C-56 -70 -56 -30 -42 -2H42C56 -30 56 -70 42 -98z",
                p.gradient(
                    [(0, ring.glow, 1), (0.25, ring.light, 1), (0.6, ring.body, 1), (1, ring.deep, 1)], 0, 0, 0.1, 1
                ),
            )
            p.gleam("M-30 -84H24", 5, 0.6)


@drawing("tablecloth", stages=("plain", "arch", "disc", "slab"))
def tablecloth(p: Picture) -> None:
    """A round table to the floor, the cloth in long folds, something small on top."""
    t = p.colour
    p.shadow(400, 878, 320, 46, 0.5, 0.35)
    points: list[Point] = []
    for i in range(15):
        u = i / 14
        x = 82 + 636 * u
        y = 884 + 34 * math.sin(math.pi * u) + (10 if i % 2 else -10)
        points.append((x, y))
    p.path(
        f"M130 560C120 700 100 800 {points[0][0]:.0f} {points[0][1]:.0f}{smooth(points)}C700 800 680 700 670 560z",
        p.turned(t),
    )
    fold = p.gradient([(0, t.deep, 0), (0.5, t.deep, 0.34), (1, t.deep, 0)])
    lit = p.gradient([(0, t.glow, 0), (0.5, t.glow, 0.5), (1, t.glow, 0)])
    for i, (top, foot, w) in enumerate(
        ((160, 128, 40), (236, 214, 50), (330, 316, 44), (430, 440, 56), (540, 566, 48), (620, 660, 36))
    ):
        p.path(
            f"M{top} 600C{top} 720 {foot} 800 {foot} 900h{w}C{foot + w} 800 {top + w * 0.5:.0f} 720 {top + w * 0.4:.0f} 600z",
            fold,
        )
        if i < 4:
            p.path(
                f"M{top + 34} 606C{top + 36} 720 {foot + 50} 800 {foot + 52} 894h22C{foot + 68} 800 {top + 50} 720 {top + 46} 606z",
                lit,
            )
    p.ellipse(400, 560, 272, 66, p.plane(t))
    p.ellipse(400, 560, 270, 64, "none", stroke=t.glow, stroke_width=5, stroke_opacity=0.8)
    if p.style == "stripe":
        for k in (-0.6, -0.2, 0.2, 0.6):
            p.path(
                f"M{400 + k * 260 - 10:.0f} {560 - 62 * math.sqrt(1 - k * k):.0f}L{400 + k * 300 - 10:.0f} {560 + 63 * math.sqrt(1 - k * k):.0f}h22L{400 + k * 260 + 8:.0f} {560 - 62 * math.sqrt(1 - k * k):.0f}z",
                p.accent.body,
                fill_opacity=0.7,
            )
            p.path(
                f"M{400 + k * 300 - 10:.0f} {560 + 63 * math.sqrt(1 - k * k):.0f}C{400 + k * 310:.0f} 740 {400 + k * 330:.0f} 800 {400 + k * 336:.0f} 904h24C{424 + k * 330:.0f} 800 {424 + k * 310:.0f} 740 {412 + k * 300:.0f} {560 + 63 * math.sqrt(1 - k * k):.0f}z",
                p.accent.body,
                fill_opacity=0.55,
            )
    p.shadow(420, 556, 56, 13, 0.55, 1.2)
    p.lathe(420, 556, [(0, 38), (30, 62), (96, 58), (140, 26), (176, 28)], p.turned(p.accent))
    p.gleam("M376 500C372 480 376 460 386 446", 6, 0.5)
    moss = tone("moss")
    for x, y, turn in ((420, 384, -100), (420, 380, -60), (420, 380, -136)):
        p.line(
            f"M{x} {y}l{80 * math.cos(math.radians(turn)):.0f} {80 * math.sin(math.radians(turn)):.0f}", moss.deep, 4
        )
        p.leaf(x, y, 90, turn + 14, p.plane(moss), 0.24)
    for x, y, r, name in ((408, 292, 34, "oat"), (470, 314, 30, "rose"), (352, 322, 28, "butter")):
        p.bloom(x, y, r, tone(name if name != p.colour.name else "persimmon"), x)


@drawing("runner", stages=("plain",), window=True)
def runner(p: Picture) -> None:
    """A table seen from its end, the runner falling over the edge with a fringe."""
    t = p.colour
    wood = tone("oak" if t.name not in ("butter", "oat") else "walnut")
    top = "M150 540H650L760 740H40z"
    p.path("M70 740H730V800C600 900 300 930 120 1000H70z", p.shadow_ink, fill_opacity=0.22)
    for x in (84, 660):
        p.path(f"M{x} 770h56l-8 230h-40z", p.turned(wood))
    p.path(top, p.gradient([(0, wood.body, 1), (1, wood.light, 1)], 0, 0, 0, 1))
    for u in (0.16, 0.33, 0.7, 0.86):
        p.line(f"M{150 + 500 * u:.0f} 541L{40 + 720 * u:.0f} 739", wood.deep, 3, stroke_opacity=0.25)
    p.path("M40 740H760V776H40z", p.gradient([(0, wood.shade, 1), (1, wood.deep, 1)], 0, 0, 0, 1))
    p.path("M308 540H492L540 740H260z", p.gradient([(0, t.body, 1), (1, t.light, 1)], 0, 0, 0, 1))
    p.path("M260 740H540L548 912H252z", p.shadow_ink, fill_opacity=0.2, transform="translate(18 8)")
    p.path("M260 740H540C544 800 544 850 546 900H254C256 850 256 800 260 740z", p.turned(t))
    p.path("M260 740H540V752H260z", t.glow, fill_opacity=0.6)
    for left, right in ((0.09, 0.14), (0.86, 0.91)):
        x1, x2, x3, x4 = (308 + 184 * left, 308 + 184 * right, 260 + 280 * right, 260 + 280 * left)
        p.path(f"M{x1:.0f} 540H{x2:.0f}L{x3:.0f} 740V898H{x4:.0f}V740z", p.accent.body)
    if p.style == "dots":
        for row in range(3):
            for k in range(4):
                p.ellipse(322 + k * 52 + (26 if row % 2 else 0) - 13, 786 + row * 40, 9, 9, p.accent.body)
    for i in range(24):
        fx = 258 + i * 12.4
        p.line(f"M{fx:.0f} 898l{(i % 3 - 1) * 2} {30 + i % 2 * 6}", t.shade if i % 2 else t.light, 6)
    p.shadow(470, 640, 54, 13, 0.55, 1.3)
    p.lathe(470, 640, [(0, 34), (24, 54), (90, 58), (140, 34), (168, 40)], p.turned(p.accent))
    p.gleam("M430 600C426 570 430 550 436 536", 6, 0.5)
    for i, (turn, length, name) in enumerate(
        ((-118, 190, "rose"), (-92, 236, "butter"), (-66, 200, "oat"), (-44, 150, "persimmon"))
    ):
        px, py = 470 + length * math.cos(math.radians(turn)), 480 + length * math.sin(math.radians(turn))
        p.line(f"M470 476Q{470 + (px - 470) * 0.3:.0f} {py + 60:.0f} {px:.0f} {py:.0f}", tone("moss").deep, 5)
        p.leaf(
            470 + (px - 470) * 0.5,
            470 + (py - 470) * 0.5,
            58,
            turn + (40 if i % 2 else -40),
            p.plane(tone("moss")),
            0.3,
        )
        p.bloom(round(px), round(py), 36 - i * 2, tone(name if name != t.name else "cornflower"), i * 20)
    p.shadow(322, 676, 44, 11, 0.5, 1.2)
    p.lathe(322, 676, [(0, 42), (70, 46)], p.glass(p.accent, 1.3))
    p.flame(322, 640, 0.5)
    p.hoop(322, 606, 46, WHITE, 4, 0.2, stroke_opacity=0.6)


@drawing("placemat", (660, 890, 1.0), (110, 900, 0.9), stages=("plain", "slab"))
def placemat(p: Picture) -> None:
    """A round woven mat leaning on the wall, one lying in front of it."""
    t = p.colour
    p.shadow(400, 706, 240, 34, 0.4)
    p.cast_ellipse(400, 450, 256, 256, 40, 24, 0.15)
    p.circle(400, 450, 256, p.ball(t))
    for i, r in enumerate(range(246, 20, -24)):
        p.circle(400, 450, r, "none", stroke=t.deep if i % 2 else t.glow, stroke_width=5, stroke_opacity=0.32)
        if i == 2:
            p.circle(400, 450, r - 4, "none", stroke=p.accent.body, stroke_width=20)
    for i in range(36):
        with p.group(400, 450, turn=i * 10):
            p.path("M40 0H250", stroke=t.deep, stroke_width=2.5, stroke_opacity=0.22)
    p.circle(400, 450, 256, "none", stroke=t.shade, stroke_width=6, stroke_dasharray="16 10")
    p.gleam("M196 362A222 222 0 0 1 318 244", 8, 0.4)
    p.shadow(350, 850, 220, 40, 0.5, 0.7)
    p.path("M120 838V850A230 50 0 0 0 580 850V838z", t.deep)
    p.ellipse(350, 838, 230, 50, p.plane(t))
    for share in (0.86, 0.66, 0.46, 0.26):
        p.ellipse(350, 838, 230 * share, 50 * share, "none", stroke=t.deep, stroke_width=3, stroke_opacity=0.35)
    p.ellipse(350, 838, 176, 38, "none", stroke=p.accent.body, stroke_width=8)


def _cushion(p: Picture, t: Tone, trim: Tone) -> None:
    d = "M-190 -170C-110 -150 110 -150 190 -170C176 -90 176 90 190 180C110 160 -110 160 -190 180C-176 90 -176 -90 -190 -170z"
    p.cast(d, 26, 18, 0.16)
    p.path(d, p.ball(t))
    p.path(d, stroke=trim.body, stroke_width=9, stroke_linejoin="round")
    if p.style == "stripe":
        for x in (-120, -60, 0, 60, 120):
            p.path(
                f"M{x} -156C{x * 0.96:.0f} -60 {x * 0.96:.0f} 60 {x} 166",
                stroke=trim.body,
                stroke_width=14,
                stroke_opacity=0.75,
            )
    else:
        p.circle(0, 0, 11, trim.shade)
        for x, y in ((-150, -130), (150, -130), (-150, 140), (150, 140)):
            p.line(f"M0 0Q{x * 0.3:.0f} {y * 0.2:.0f} {x * 0.7:.0f} {y * 0.7:.0f}", t.deep, 5, stroke_opacity=0.22)
    for x, y in ((-190, -170), (190, -170), (-190, 180), (190, 180)):
        p.circle(x, y, 13, p.ball(trim))
    p.gleam("M-150 -110C-120 -126 -80 -132 -50 -132", 9, 0.3)


@drawing("cushion", (690, 900, 1.0), (96, 920, 0.9), stages=("plain", "arch", "disc", "slab"))
def cushion(p: Picture) -> None:
    """Two square cushions, one leaning on the other."""
    p.shadow(420, 846, 250, 36, 0.55, 0.7)
    with p.group(480, 560, 1.05, turn=9):
        _cushion(p, p.accent, p.colour)
    with p.group(340, 654, 1.1, turn=-5):
        _cushion(p, p.colour, p.accent)


@drawing("throw", (680, 900, 1.0), (110, 920, 0.9), foot=(400, 846, 230), fit=1.05)
def throw(p: Picture) -> None:
    """Folded blankets in a stack, tied once, with a fringe."""
    p.shadow(400, 850, 240, 36, 0.55, 0.8 * p.reach)
    for i, t in enumerate(
        (p.colour, p.accent, tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "rose"), p.colour)
    ):
        y = 846 - i * 96
        w = 240 - i * 8
        p.path(
            f"M{400 - w} {y - 20}C{400 - w - 26} {y - 50} {400 - w - 20} {y - 92} {400 - w + 20} {y - 96}H{400 + w - 12}C{400 + w + 10} {y - 92} {400 + w + 10} {y} {400 + w - 12} {y}H{400 - w + 20}C{400 - w + 6} {y} {400 - w} {y - 8} {400 - w} {y - 20}z",
            p.gradient([(0, t.glow, 1), (0.4, t.light, 1), (0.8, t.body, 1), (1, t.shade, 1)], 0, 0, 0.06, 1),
        )
        for k in (32, 64):
            p.line(f"M{400 - w + 10} {y - k}H{400 + w}", t.deep, 3, stroke_opacity=0.25)
        for k in range(8):
            p.line(f"M{400 + w - 4} {y - 8 - k * 11}h{20 + k % 3 * 4}", t.shade if k % 2 else t.light, 5)
    for x in (352, 438):
        p.path(
            f"M{x} 462C{x - 6} 560 {x - 6} 740 {x} 846h18C{x + 12} 740 {x + 12} 560 {x + 18} 462z",
            p.turned(tone("kraft")),
        )


@drawing("chair-sash", stages=("plain", "disc", "slab"))
def chair_sash(p: Picture) -> None:
    """The back of a dining chair with a wide bow tied on it."""
    wood = tone("oak" if p.colour.name not in ("oat", "butter") else "walnut")
    p.shadow(400, 896, 230, 26, 0.5, 0.8)
    for x, w in ((212, 30), (558, 30)):
        p.path(f"M{x} 900L{x + 6} 190C{x + 6} 160 {x + w} 160 {x + w} 190L{x + w + 2} 900z", p.turned(wood))
    p.path("M220 214C300 176 500 176 580 214V296C500 262 300 262 220 296z", p.plane(wood))
    p.path("M232 400H568V424H232z", wood.shade)
    for x in (300, 390, 480):
        p.path(f"M{x} 280h22v130h-22z", p.turned(wood))
    p.path("M206 660H596L618 708H184z", p.plane(wood))
    p.path("M184 708H618V736H184z", wood.deep)
    t = p.colour
    p.path("M206 330C300 310 500 310 598 330V470C500 452 300 452 206 470z", p.turned(t))
    for y in (364, 398, 432):
        p.line(f"M210 {y}C300 {y - 18} 500 {y - 18} 594 {y}", t.deep, 4, stroke_opacity=0.22)
    with p.group(400, 396):
        for s in (-1, 1):
            p.cast(f"M0 0C{s * 30} 120 {s * 50} 260 {s * 96} 420L{s * 10} 440C{s * 14} 260 0 120 0 0z", 16, 10, 0.14)
            p.path(
                f"M0 0C{s * 44} 120 {s * 64} 260 {s * 106} 420L{s * 14} 440C{s * 16} 260 0 120 {-s * 10} 0z", p.fall(t)
            )
            p.line(f"M{s * 14} 60C{s * 26} 180 {s * 40} 300 {s * 56} 420", t.deep, 4, stroke_opacity=0.3)
    p.bow(400, 396, 1.5, t)
