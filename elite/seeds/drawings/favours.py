"""Small things that guests take home."""

from __future__ import annotations

from elite.seeds.drawings.canvas import around
from elite.seeds.drawings.colour import Tone, tone
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing


@drawing("favour-box", (600, 915, 1.0), (110, 930, 0.9), stages=("plain", "disc", "slab"), foot=(400, 850, 230))
def favour_box(p: Picture) -> None:
    """Two boxes with lids, tied crosswise."""
    for x, y, s, q in ((290, 830, 1.15, p.colour), (560, 790, 0.82, p.accent)):
        r = p.accent if q is p.colour else p.colour
        with p.group(x, y, s):
            p.shadow(10, 0, 170, 30, 0.55, 1.3 * p.reach)
            p.path("M-150 -250L40 -220V24L-150 -10z", p.gradient([(0, q.light, 1), (1, q.body, 1)]))
            p.path("M40 -220L160 -262V-26L40 24z", p.gradient([(0, q.shade, 1), (1, q.deep, 1)]))
            p.path("M-150 -250L-24 -288L160 -262L40 -220z", q.glow)
            p.path("M-160 -262L42 -230V-172L-160 -202z", p.gradient([(0, q.light, 1), (1, q.body, 1)]))
            p.path("M42 -230L170 -274V-216L42 -172z", q.shade)
            p.path("M-160 -262L-28 -302L170 -274L42 -230z", q.light)
            p.path("M-76 -249L-48 -244V8L-76 3z", p.turned(r))
            p.path("M94 -248L112 -254V-7L94 0z", r.deep)
            p.path("M-76 -249L58 -290L84 -286L-48 -244z", r.light)
            p.bow(4, -266, 0.86, r)


@drawing("favour-bag", (660, 890, 1.0), (110, 920, 0.95), foot=(390, 860, 200), fit=1.1)
def favour_bag(p: Picture) -> None:
    """Gathered cloth bags, tied at the neck."""
    for x, y, s, t, r in ((270, 790, 0.84, p.accent, p.colour), (450, 858, 1.14, p.colour, p.accent)):
        with p.group(x, y, s):
            p.shadow(0, 0, 140, 26, 0.55, 1.3 * p.reach)
            p.path("M-40 -262C-150 -220 -180 -60 -132 -8C-100 18 100 18 132 -8C180 -60 150 -220 40 -262z", p.ball(t))
            for k in (-0.7, -0.35, 0, 0.35, 0.7):
                p.line(
                    f"M{k * 44:.0f} -258C{k * 130:.0f} -200 {k * 160:.0f} -150 {k * 170:.0f} -96",
                    t.deep,
                    4,
                    stroke_opacity=0.28,
                )
            p.path(
                "M-40 -262C-60 -320 -96 -350 -104 -372C-70 -360 -60 -384 -36 -366C-20 -392 14 -392 28 -366C56 -386 72 -360 104 -372C96 -350 60 -320 40 -262z",
                p.fall(t),
            )
            for k in (-40, 0, 40):
                p.line(f"M{k * 0.5:.0f} -266L{k * 1.6:.0f} -356", t.deep, 4, stroke_opacity=0.25)
            p.path("M-46 -276C-20 -264 20 -264 46 -276V-250C20 -238 -20 -238 -46 -250z", p.turned(r))
            p.bow(20, -260, 0.5, r, 8)
            if p.style == "stamped":
                p.circle(0, -110, 46, "none", stroke=r.body, stroke_width=6)
                p.leaf(-20, -92, 54, -40, r.body, 0.3)
            p.gleam("M-120 -120C-126 -90 -122 -66 -114 -50", 8, 0.35)


@drawing("jar", (660, 890, 1.0), (110, 920, 0.95), foot=(390, 860, 200), fit=1.1)
def jar(p: Picture) -> None:
    """Small preserve jars with a cloth cap and a label."""
    for x, y, s, t, r in ((262, 790, 0.82, p.accent, p.colour), (450, 860, 1.1, p.colour, p.accent)):
        with p.group(x, y, s):
            p.shadow(0, 0, 120, 24, 0.55, 1.4 * p.reach)
            p.lathe(
                0,
                -6,
                [(0, 104), (14, 112), (190, 112), (222, 90)],
                p.turned(tone("amber") if p.style == "honey" else t),
            )
            p.lathe(0, 0, [(0, 108), (16, 118), (200, 118), (240, 92), (262, 92)], p.glass(tone("clear"), 0.5))
            p.path("M-108 -256C-60 -240 60 -240 108 -256L128 -212C60 -188 -60 -188 -128 -212z", p.turned(r))
            p.path("M-108 -256A108 30 0 0 1 108 -256A108 22 0 0 1 -108 -256z", p.plane(r))
            for k in range(-4, 5):
                p.line(f"M{k * 24} {-240 + abs(k) * -2}L{k * 29} {-198 - abs(k) * 3}", r.deep, 3, stroke_opacity=0.3)
            p.hoop(0, -234, 106, tone("kraft").deep, 6, 0.16)
            p.path("M-70 -150C-30 -142 30 -142 70 -150V-56C30 -48 -30 -48 -70 -56z", p.turned(tone("oat")))
            p.circle(0, -110, 17, p.ball(r))
            for w in (62, 42):
                p.rect(-w / 2, -86 + (62 - w) * 0.7, w, 6, r.deep, 3, fill_opacity=0.5)
            p.gleam("M-92 -190V-50", 9, 0.6)


@drawing("favour-tin", (670, 890, 1.0), (110, 920, 0.95), foot=(400, 850, 220), fit=1.12)
def favour_tin(p: Picture) -> None:
    """Round tins, two stacked and one open with sweets inside."""
    for x, y, s, t in ((270, 790, 0.9, p.colour), (270, 690, 0.84, p.accent)):
        with p.group(x, y, s):
            if t is p.colour:
                p.shadow(0, 0, 150, 28, 0.55, 1.2 * p.reach)
            p.lathe(0, 0, [(0, 146), (100, 146)], p.turned(t))
            p.lathe(0, -58, [(0, 152), (48, 152)], p.turned(t))
            p.hoop(0, -58, 152, t.deep, 4, 0.2, stroke_opacity=0.4)
            p.ellipse(0, -106, 152, 30, p.plane(t))
            p.ellipse(0, -106, 120, 23, "none", stroke=t.glow, stroke_width=4)
            p.ellipse(0, -106, 60, 11, p.plane(p.accent if t is p.colour else p.colour))
            p.gleam("M-126 -40V-10", 8, 0.4)
    with p.group(500, 860, 1.05):
        p.shadow(0, 0, 150, 28, 0.55, 1.2 * p.reach)
        p.lathe(0, 0, [(0, 146), (84, 146)], p.turned(p.colour))
        p.ellipse(0, -84, 146, 30, p.hollow(tone("brass")))
        sweets = (p.accent, tone("oat"), tone("rose"), tone("butter"), tone("celadon"))
        for i, (px, py) in enumerate(
            [*around(0, -88, 104, 11, 0, 0.19), *around(0, -94, 62, 7, 20, 0.2), *around(0, -102, 22, 3, 0, 0.3)]
        ):
            p.ellipse(round(px), round(py), 30, 21, p.ball(sweets[i % 5]))
        p.ellipse(0, -84, 146, 30, "none", stroke=p.colour.glow, stroke_width=5)
        p.hoop(0, -84, 146, p.colour.light, 6)


@drawing("seed-packet", (650, 890, 1.0), (120, 920, 0.95), stages=("plain", "arch", "disc", "slab"))
def seed_packet(p: Picture) -> None:
    """Three paper packets of flower seed, standing like cards."""
    p.shadow(400, 830, 260, 30, 0.5, 0.8)
    third = tone("oat" if p.colour.name != "oat" else "celadon")
    for x, y, turn, t, q in (
        (262, 800, -9, p.accent, p.colour),
        (560, 806, 10, third, p.accent),
        (406, 840, 1, p.colour, third),
    ):
        with p.group(x, y, turn=turn):
            d = "M-116 -400H116V0H-116z"
            p.cast(d, 22, 8, 0.17)
            p.path(d, p.plane(t))
            p.path("M-116 -400H116V-352L0 -330L-116 -352z", t.shade)
            p.rect(-90, -306, 180, 208, p.plane(tone("oat" if t.name != "oat" else "butter")), 90)
            p.line("M0 -120C-6 -170 6 -190 0 -230", tone("moss").deep, 5)
            p.leaf(0, -150, 60, -30, p.plane(tone("moss")), 0.32)
            p.leaf(0, -166, 60, -150, p.plane(tone("moss")), 0.32)
            p.bloom(0, -240, 46, q, 10)
            for i, w in enumerate((110, 70)):
                p.rect(
                    -w / 2,
                    -68 + i * 26,
                    w,
                    10,
                    t.deep if t.name in ("oat", "butter", "celadon") else t.glow,
                    5,
                    fill_opacity=0.8,
                )


@drawing("ribbon", (670, 890, 1.0), (120, 930, 0.9), stages=("plain", "disc", "slab"), foot=(400, 850, 190))
def ribbon(p: Picture) -> None:
    """Reels of ribbon, one standing on its edge with its end let out."""
    for x, y, t in ((250, 800, p.accent), (250, 700, p.colour)):
        p_shadow = t is p.accent
        if p_shadow:
            p.shadow(x, y, 136, 26, 0.55, 1.2)
        p.lathe(x, y, [(0, 132), (14, 132)], p.turned(tone("kraft")))
        p.lathe(x, y - 12, [(0, 116), (74, 116)], p.turned(t))
        for k in (20, 40, 58):
            p.hoop(x, y - k, 116, t.deep, 3, 0.2, stroke_opacity=0.3)
        p.lathe(x, y - 86, [(0, 132), (12, 132)], p.turned(tone("kraft")))
        p.ellipse(x, y - 98, 132, 26, tone("kraft").light)
        p.ellipse(x, y - 98, 34, 7, tone("kraft").deep)
    p.shadow(500, 850, 120, 26, 0.55, 1.4)
    path = "M404 742C300 790 330 900 450 892S600 860 640 910S730 960 760 930"
    p.path(path, stroke=p.shadow_ink, stroke_width=60, stroke_opacity=0.16, transform="translate(8 16)")
    p.path(
        path,
        stroke=p.gradient(
            [
                (0, p.colour.shade, 1),
                (0.2, p.colour.light, 1),
                (0.5, p.colour.body, 1),
                (0.75, p.colour.deep, 1),
                (1, p.colour.light, 1),
            ]
        ),
        stroke_width=60,
    )
    p.ellipse(520, 680, 160, 168, tone("kraft").deep)
    p.path(
        "M500 512C590 512 664 590 664 680S590 848 500 848z", p.gradient([(0, p.colour.body, 1), (1, p.colour.deep, 1)])
    )
    p.ellipse(494, 680, 160, 168, p.plane(tone("kraft")))
    p.ellipse(494, 680, 138, 146, p.plane(p.colour))
    for r in (126, 108, 90, 72, 54):
        p.ellipse(494, 680, r, r * 1.06, "none", stroke=p.colour.deep, stroke_width=3, stroke_opacity=0.32)
    p.ellipse(494, 680, 44, 47, p.plane(tone("kraft")))
    p.ellipse(494, 680, 22, 24, tone("kraft").deep)
    p.gleam("M386 620C396 584 420 560 448 552", 9, 0.5)


@drawing(
    "cracker",
    (650, 890, 1.0),
    (120, 910, 0.95),
    stages=("plain", "disc", "slab", "plinth"),
    foot=(400, 860, 215),
    fit=1.08,
)
def cracker(p: Picture) -> None:
    """Three table crackers in a heap."""
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "rose")
    p.shadow(400, 856, 250, 34, 0.5, 0.6 * p.reach)
    for x, y, turn, t, r in (
        (400, 800, -4, p.accent, p.colour),
        (420, 690, 8, third, p.accent),
        (390, 590, -12, p.colour, third),
    ):
        with p.group(x, y, turn=turn):
            shine = p.gradient([(0, t.glow, 1), (0.4, t.body, 1), (1, t.deep, 1)], 0, 0, 0, 1)
            p.path(
                "M-130 56C-150 66 -150 66 -158 42L-166 44L-260 78L-238 50L-266 30L-236 6L-266 -18L-238 -42L-260 -74L-166 -40L-158 -40C-150 -64 -150 -64 -130 -56H130C150 -64 150 -64 158 -40L166 -40L260 -74L238 -42L266 -18L236 6L266 30L238 50L260 78L166 44L158 42C150 66 150 66 130 56z",
                p.shadow_ink,
                fill_opacity=0.15,
                transform="translate(10 24)",
            )
            for s in (-1, 1):
                p.path(
                    f"M{s * 150} -26L{s * 260} -74L{s * 238} -42L{s * 266} -18L{s * 236} 6L{s * 266} 30L{s * 238} 50L{s * 260} 78L{s * 150} 28z",
                    shine,
                )
                for k in (-34, 0, 34):
                    p.line(f"M{s * 160} {k * 0.4:.0f}L{s * 240} {k}", t.deep, 3, stroke_opacity=0.3)
            p.rect(-140, -58, 280, 116, shine, 12)
            for s in (-1, 1):
                p.rect(
                    s * 152 - 12,
                    -36,
                    24,
                    74,
                    p.gradient([(0, r.glow, 1), (0.4, r.body, 1), (1, r.deep, 1)], 0, 0, 0, 1),
                    8,
                )
            p.rect(-64, -58, 128, 116, p.gradient([(0, r.light, 1), (0.4, r.body, 1), (1, r.deep, 1)], 0, 0, 0, 1))
            p.circle(0, 0, 30, p.ball(tone("brass")))


@drawing("cone", (660, 890, 1.0), (120, 910, 0.95), stages=("plain", "arch", "disc"), foot=(400, 840, 200))
def cone(p: Picture) -> None:
    """Paper cones of petals in a wooden stand."""
    wood = tone("oak" if p.colour.name != "oat" else "walnut")
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "butter")
    p.shadow(400, 850, 270, 30, 0.55, 0.7)
    p.rect(150, 820, 500, 32, p.turned(wood), 6)
    for x in (170, 606):
        p.rect(x, 640, 24, 190, p.turned(wood))
    for i, (x, t) in enumerate(((250, p.colour), (400, p.accent), (550, third))):
        for k, (px, py) in enumerate([*around(x, 440, 60, 9, i * 20, 0.5), *around(x, 416, 34, 6, 10, 0.6), (x, 392)]):
            q = (tone("rose"), p.accent, tone("oat"), p.colour)[k % 4]
            p.ellipse(round(px), round(py), 32, 24, p.ball(q), transform=f"rotate({k * 40} {px:.0f} {py:.0f})")
        p.path(f"M{x - 92} 452C{x - 40} 484 {x + 40} 484 {x + 92} 452L{x} 800z", p.turned(t))
        p.path(f"M{x + 92} 452L{x} 800L{x + 20} 476z", t.deep, fill_opacity=0.25)
        p.line(f"M{x - 92} 452C{x - 40} 484 {x + 40} 484 {x + 92} 452", t.glow, 6)
        if p.style == "dots":
            for px, py in ((-30, 520), (20, 540), (-8, 590), (26, 610), (4, 660)):
                p.circle(x + px, py, 9, (p.accent if t is not p.accent else p.colour).light)
    p.rect(150, 622, 500, 34, p.gradient([(0, wood.light, 1), (1, wood.deep, 1)], 0, 0, 0, 1), 6)


def _bottle(p: Picture, x: float, y: float, s: float, t: Tone, r: Tone) -> None:
    with p.group(x, y, s):
        p.shadow(0, 0, 84, 18, 0.55, 1.6 * p.reach)
        p.lathe(0, 0, [(0, 78), (12, 84), (200, 84), (260, 40), (290, 30), (350, 30)], p.glass(tone("clear"), 1.0))
        p.lathe(0, -4, [(0, 74), (12, 80), (180, 80)], p.turned(t), fill_opacity=0.7)
        p.rect(-24, -400, 48, 56, p.turned(tone("oak")), 6)
        p.line("M-32 -318C-10 -310 10 -310 32 -318", tone("kraft").body, 7)
        p.path("M20 -312L70 -250L62 -170L20 -176L16 -250z", p.plane(r))
        p.circle(36, -262, 6, tone("oat").glow)
        p.gleam("M-64 -190V-40", 8, 0.65)


@drawing("mini-bottle", (664, 890, 1.0), (110, 920, 0.95), foot=(400, 860, 190), fit=1.06)
def mini_bottle(p: Picture) -> None:
    """Little bottles of syrup with a tag on each neck."""
    _bottle(p, 250, 790, 0.92, p.accent, p.colour)
    _bottle(p, 540, 796, 0.92, p.colour, p.accent)
    _bottle(p, 396, 868, 1.2, p.colour, p.accent)


@drawing("soap", (670, 890, 1.0), (120, 910, 0.95), foot=(400, 850, 210), fit=1.12)
def soap(p: Picture) -> None:
    """Bars of soap with a paper band, stacked crosswise."""
    p.shadow(400, 850, 220, 34, 0.55, 0.8 * p.reach)
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "rose")
    for i, (t, r) in enumerate(((p.colour, p.accent), (p.accent, third), (third, p.colour))):
        y = 850 - i * 104
        dx = (0, 26, -14)[i]
        p.path(f"M{190 + dx} {y - 80}L{250 + dx} {y - 124}H{590 + dx}L{560 + dx} {y - 80}z", t.glow)
        p.path(f"M{560 + dx} {y - 80}L{590 + dx} {y - 124}V{y - 44}L{560 + dx} {y}z", t.shade)
        p.rect(190 + dx, y - 82, 372, 84, p.gradient([(0, t.light, 1), (1, t.body, 1)], 0, 0, 1, 1), 10)
        p.rect(300 + dx, y - 82, 130, 84, p.plane(r))
        p.path(f"M{300 + dx} {y - 82}L{352 + dx} {y - 124}H{476 + dx}L{430 + dx} {y - 82}z", r.light)
        p.circle(365 + dx, y - 40, 20, t.glow)
        p.gleam(f"M{212 + dx} {y - 62}H{270 + dx}", 6, 0.5)
    p.bow(400, 612, 0.6, p.accent)


def wax(p: Picture, x: float, y: float, r: float, t: Tone) -> None:
    """A wax seal with a ring pressed into it."""
    p.ellipse(x + 4, y + 6, r * 1.08, r, p.shadow_ink, fill_opacity=0.25)
    for px, py in around(x, y, r * 0.84, 7, 20):
        p.circle(round(px, 1), round(py, 1), r * 0.34, t.body)
    p.circle(x, y, r * 0.95, p.ball(t))
    p.circle(x, y, r * 0.62, "none", stroke=t.deep, stroke_width=r * 0.1, stroke_opacity=0.7)
    p.gleam(
        f"M{x - r * 0.6:.0f} {y - r * 0.3:.0f}q{r * 0.14:.0f} {-r * 0.34:.0f} {r * 0.4:.0f} {-r * 0.42:.0f}", 4, 0.6
    )


@drawing(
    "matches",
    (660, 890, 1.0),
    (120, 910, 0.95),
    stages=("plain", "arch", "disc", "slab", "plinth"),
    foot=(400, 850, 150),
)
def matches(p: Picture) -> None:
    """A tall glass bottle of matches with coloured heads."""
    p.shadow(400, 850, 130, 26, 0.55, 1.4 * p.reach)
    for i in range(17):
        x = 400 + (i - 8) * 11.5
        top = 380 + (i * 43 % 6) * 16
        p.rect(x - 5, top, 10, 840 - top, p.turned(tone("rattan")))
        p.ellipse(x, top + 2, 9, 17, p.ball(p.colour if i % 4 else p.accent))
    p.lathe(400, 850, [(0, 116), (14, 124), (320, 124), (380, 96), (420, 92)], p.glass(tone("clear"), 0.9))
    p.path("M282 640C340 660 460 660 518 640V770C460 790 340 790 282 770z", p.turned(tone("oat")))
    p.circle(400, 712, 36, p.ball(p.accent))
    p.gleam("M300 520V800", 10, 0.55)
    p.lathe(400, 424, [(0, 88), (34, 88)], p.turned(tone("oak")))
    p.ellipse(400, 390, 88, 17, p.plane(tone("oak")))
    for i, turn in enumerate((-6, 10)):
        with p.group(180 + i * 60, 900 + i * 14, turn=turn):
            p.rect(-10, 4, 150, 8, p.shadow_ink, 4, fill_opacity=0.25)
            p.rect(-16, -4, 150, 9, tone("rattan").body, 4)
            p.ellipse(-16, 0, 16, 9, p.ball(p.colour))
