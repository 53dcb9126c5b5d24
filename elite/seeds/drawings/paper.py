"""Backdrops, garlands and paper that hangs."""

from __future__ import annotations

import math

from elite.seeds.drawings.balloons import bubble
from elite.seeds.drawings.canvas import around
from elite.seeds.drawings.colour import Tone, tone
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing


def _third(p: Picture) -> Tone:
    return tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "butter")


def swag_point(u: float, y0: float, sag: float, x0: float = 60, x1: float = 740) -> tuple[float, float]:
    return x0 + (x1 - x0) * u, y0 + 4 * sag * u * (1 - u)


@drawing("backdrop", stages=("plain",), window=False)
def backdrop(p: Picture) -> None:
    """A draped arch, a small solid one before it, balloons at the foot."""
    t = p.colour
    p.shadow(400, 880, 290, 30, 0.5, 0.7)
    big = "M130 880V400a250 250 0 0 1 500 0V880z"
    p.cast(big, 42, 10, 0.14)
    p.path(big, p.plane(t))
    if p.style != "plain":
        for i in range(12):
            x = 150 + i * 42
            top = 400 - math.sqrt(max(250**2 - (x - 380) ** 2, 0))
            p.path(
                f"M{x} {top + 4:.0f}C{x - 8} 560 {x + 10} 720 {x} 880h24C{x + 30} 720 {x + 12} 560 {x + 20} {max(top, 150) + 12:.0f}z",
                t.deep if i % 2 else t.glow,
                fill_opacity=0.16,
            )
    small = "M470 880V560a120 120 0 0 1 240 0V880z"
    p.cast(small, 30, 8)
    p.path(small, p.plane(p.accent))
    p.path("M494 880V562a96 96 0 0 1 192 0V880", stroke="#fff", stroke_width=4, stroke_opacity=0.4)
    tones = [tone("oat"), p.accent, tone("butter")]
    for i, (x, y, r) in enumerate(
        ((170, 830, 58), (250, 850, 40), (120, 760, 36), (216, 770, 34), (300, 868, 24), (92, 852, 34))
    ):
        bubble(p, x, y, r, tones[i % 3], 0.18)


@drawing("hoop", (640, 900, 1.0), (150, 910, 0.95), stages=("plain",), window=False)
def hoop(p: Picture) -> None:
    """A standing ring of brass with flowers over one shoulder."""
    metal = p.metal
    p.shadow(400, 890, 200, 26, 0.5, 0.8)
    p.circle(434, 482, 320, "none", stroke=p.shadow_ink, stroke_width=16, stroke_opacity=0.14)
    p.rect(300, 866, 200, 22, p.turned(metal), 8)
    p.circle(
        400,
        460,
        320,
        "none",
        stroke=p.gradient([(0, metal.light, 1), (0.5, metal.body, 1), (1, metal.deep, 1)], 0, 0, 1, 1),
        stroke_width=16,
    )
    p.rect(388, 776, 24, 96, p.turned(metal))
    if p.style == "draped":
        p.path(
            "M330 148C300 320 200 460 240 700C250 770 270 830 250 890H160C150 700 120 420 200 210C240 170 290 150 330 148z",
            p.fall(p.colour),
        )
        for x in (180, 214, 246):
            p.line(f"M{x + 70} 190C{x + 10} 400 {x - 20} 640 {x} 884", p.colour.deep, 5, stroke_opacity=0.25)
    moss, pale = p.plane(tone("moss")), p.plane(tone("celadon"))
    spots = around(400, 460, 320, 40, 150)[: 15 if p.style != "draped" else 11]
    for i, (px, py) in enumerate(spots):
        for k in range(3):
            p.leaf(px, py, 92 - k * 14, i * 53 + k * 118, moss if (i + k) % 3 else pale, 0.3)
    for i, (px, py) in enumerate(spots[1:-1:2]):
        t = (p.colour, _third(p), p.accent)[i % 3]
        p.bloom(round(px + (i % 2) * 24 - 12), round(py + (i % 3) * 14 - 14), 62 - (i * 17 % 4) * 8, t, i * 17)


@drawing("fringe", (300, 880, 1.0), (610, 890, 1.0), stages=("plain",), window=False)
def fringe(p: Picture) -> None:
    """A curtain of tissue or foil strips from a pole."""
    wood = tone("oak")
    p.path("M118 130H720V760H118z", p.shadow_ink, fill_opacity=0.12, transform="translate(30 24)")
    tones = (p.colour, p.accent, p.colour, _third(p)) if p.style != "plain" else (p.colour,)
    for i in range(46):
        x = 112 + i * 12.6
        t = tones[(i // 4 if p.style == "band" else i) % len(tones)]
        length = 640 + (i * 37 % 11) * 7
        p.path(
            f"M{x:.0f} 126h14l{(i % 3 - 1) * 3} {length}h-13z",
            p.gradient(
                [(0, t.glow if i % 3 == 0 else t.light, 1), (0.5, t.body, 1), (1, t.shade if i % 2 else t.body, 1)],
                0,
                0,
                0.4,
                1,
            ),
        )
    p.rect(76, 108, 648, 22, p.gradient([(0, wood.light, 1), (1, wood.deep, 1)], 0, 0, 0, 1), 11)
    for x in (76, 724):
        p.circle(x, 119, 19, p.ball(wood))
    for x in (180, 620):
        p.line(f"M{x} -10V110", p.shadow_ink, 4, stroke_opacity=0.45)


@drawing("garland", (560, 860, 1.1), (270, 880, 1.1), stages=("plain",))
def garland(p: Picture) -> None:
    """Leaves and flowers from one nail to the other."""
    moss, pale = p.plane(tone("moss")), p.plane(tone("celadon"))
    for x in (120, 680):
        p.ellipse(x + 8, 176, 15, 15, p.shadow_ink, fill_opacity=0.3)
        p.circle(x, 168, 15, p.turned(tone("brass")))
    for layer in range(3):
        for i in range(34):
            u = i / 33
            px, py = swag_point(u, 170, 230, 120, 680)
            slope = math.degrees(math.atan2(4 * 230 * (1 - 2 * u), 560))
            turn = slope + (1 if i % 2 else -1) * (38 + (i * 37 % 5) * 9) + (180 if layer == 2 and i % 3 == 0 else 0)
            if layer == 0:
                p.leaf(px + 26, py + 30, 88, turn, p.shadow_ink, 0.36, 0.14)
            elif layer == 1 or i % 2:
                p.leaf(
                    px,
                    py,
                    96 - layer * 12,
                    turn - (24 if layer == 2 else 0),
                    pale if (i + layer) % 3 == 0 else moss,
                    0.33,
                )
    for x in (120, 680):
        s = 1 if x < 400 else -1
        for k in range(9):
            p.leaf(
                x + s * (k % 2 * 8 - 4), 180 + k * 40, 70, 90 + (34 if k % 2 else -34), moss if k % 2 else pale, 0.34
            )
    if p.style == "leaf":
        for i in range(9):
            px, py = swag_point((i + 0.5) / 9, 170, 230, 120, 680)
            p.circle(round(px), round(py + 14), 15, p.ball(p.colour if i % 2 else p.accent))
        return
    for i in range(7):
        px, py = swag_point((i + 0.5) / 7, 170, 230, 120, 680)
        p.bloom(round(px), round(py), 58 if i % 2 == 0 else 42, p.colour if i % 2 == 0 else p.accent, i * 20)


@drawing("bunting", (300, 870, 1.0), (590, 880, 1.0), stages=("plain",))
def bunting(p: Picture) -> None:
    """Three strings of flags across the room."""
    tones = (p.colour, p.accent, _third(p))
    for row, (y0, sag) in enumerate(((70, 60), (230, 80), (410, 96))):
        cord = f"M-20 {y0}Q400 {y0 + sag * 2} 820 {y0 - 10}"
        p.line(cord, p.shadow_ink, 5, stroke_opacity=0.16, transform="translate(20 20)")
        for i in range(8):
            u = (i + 0.5) / 8
            x, y = swag_point(u, y0, sag, -20, 820)
            slope = math.degrees(math.atan2(4 * sag * (1 - 2 * u), 840))
            t = tones[(i + row) % 3]
            with p.group(round(x), round(y), turn=slope):
                if p.style == "scallop":
                    d = "M-46 0H46V46A46 56 0 0 1 -46 46z"
                elif p.style == "banner":
                    d = "M-40 0H40V118L0 92L-40 118z"
                else:
                    d = "M-48 0H48L0 122z"
                p.cast(d, 18, 20, 0.14)
                p.path(d, p.fall(t))
                p.path("M-48 0H48V9H-48z", t.deep, fill_opacity=0.25)
                if p.style != "scallop" and i % 3 == 1:
                    for k in (-20, 0, 20):
                        p.circle(k, 34, 7, tones[(i + row + 1) % 3].light)
        p.line(cord, tone("oat").light, 5)


def _rosette(p: Picture, x: float, y: float, r: float, t: Tone, other: Tone, folds: int = 36) -> None:
    p.cast_ellipse(x, y, r, r, r * 0.16, r * 0.2, 0.16)
    step = 360 / folds
    for i in range(folds):
        fill = t.light if i % 2 else t.shade
        a, b = math.radians(i * step), math.radians((i + 1) * step)
        p.path(
            f"M{x} {y}L{x + r * math.cos(a):.1f} {y + r * math.sin(a):.1f}L{x + r * math.cos(b):.1f} {y + r * math.sin(b):.1f}z",
            fill,
        )
    p.circle(x, y, r, p.radial([(0, t.deep, 0.25), (0.5, t.body, 0.1), (1, t.glow, 0.35)], 0.4, 0.36, 0.6))
    p.circle(x, y, r * 0.62, "none", stroke=other.body, stroke_width=r * 0.09, stroke_opacity=0.9)
    p.circle(x, y, r * 0.17, p.ball(other))


@drawing("paper-fan", (300, 880, 1.0), (600, 890, 1.0), stages=("plain",), window=False)
def paper_fan(p: Picture) -> None:
    """Folded paper rosettes in several sizes, overlapping on the wall."""
    third = _third(p)
    for x, y, r, t, other in (
        (560, 170, 116, third, p.accent), (190, 190, 128, p.accent, p.colour), (400, 300, 200, p.colour, p.accent),
        (640, 420, 128, p.accent, third), (180, 460, 112, third, p.colour), (430, 520, 104, tone("rose" if p.colour.name != "rose" else "butter"), p.colour),
    ):  # fmt: skip
        _rosette(p, x, y, r, t, other)


@drawing("pompom", (260, 880, 1.0), (600, 890, 1.0), stages=("plain",), window=False)
def pompom(p: Picture) -> None:
    """Tissue pompoms on threads, at several heights."""
    third = _third(p)
    for x, y, r, t in (
        (170, 210, 100, p.accent),
        (410, 190, 84, third),
        (640, 240, 108, p.colour),
        (300, 440, 142, p.colour),
        (570, 510, 118, p.accent),
    ):
        p.line(f"M{x} -10V{y - r}", p.shadow_ink, 3, stroke_opacity=0.5)
        p.cast_ellipse(x, y, r, r, 30, 34, 0.14)
        p.circle(x, y, r * 0.9, t.shade)
        for ring, (share, size, count) in enumerate(((0.8, 0.3, 16), (0.55, 0.34, 11), (0.28, 0.36, 7), (0, 0.36, 1))):
            fill = p.radial(
                [(0, t.glow if ring > 1 else t.light, 1), (0.7, t.body, 1), (1, t.shade, 1)], 0.34, 0.26, 0.8
            )
            for k, (px, py) in enumerate(around(x - ring * r * 0.04, y - ring * r * 0.05, r * share, count, ring * 13)):
                p.ellipse(
                    round(px, 1),
                    round(py, 1),
                    round(r * size, 1),
                    round(r * size * 0.82, 1),
                    fill,
                    transform=f"rotate({k * 47} {px:.0f} {py:.0f})",
                )


@drawing("honeycomb", (270, 880, 1.0), (610, 880, 1.0), stages=("plain",), window=False)
def honeycomb(p: Picture) -> None:
    """Honeycomb paper balls and a bell, hung at different heights."""
    third = _third(p)
    for x, y, r, t in ((560, 230, 120, p.accent), (250, 300, 170, p.colour), (520, 520, 130, third)):
        p.line(f"M{x} -10V{y - r}", p.shadow_ink, 3, stroke_opacity=0.5)
        p.cast_ellipse(x, y, r, r, 34, 34, 0.14)
        p.circle(x, y, r, p.ball(t))
        for i in range(-5, 6):
            k = i / 5.6
            p.path(
                f"M{x} {y - r}C{x + k * r * 1.34:.0f} {y - r * 0.6:.0f} {x + k * r * 1.34:.0f} {y + r * 0.6:.0f} {x} {y + r}",
                stroke=t.deep,
                stroke_width=3,
                stroke_opacity=0.25,
            )
        for row in range(-4, 5):
            yy = y + row * r / 5
            w = math.sqrt(r * r - (row * r / 5) ** 2)
            steps = 8
            zig = " ".join(
                f"L{x - w + 2 * w * (s + 0.5) / steps:.0f} {yy + (r * 0.07 if s % 2 else -r * 0.07):.0f}"
                for s in range(steps)
            )
            p.path(
                f"M{x - w:.0f} {yy:.0f}{zig}L{x + w:.0f} {yy:.0f}", stroke=t.glow, stroke_width=3, stroke_opacity=0.4
            )


@drawing("flower-wall", stages=("plain",), window=False)
def flower_wall(p: Picture) -> None:
    """A standing panel grown over with leaves and paper flowers."""
    p.shadow(400, 890, 280, 26, 0.5, 0.6)
    p.rect(150, 130, 500, 750, p.shadow_ink, 10, fill_opacity=0.14, transform="translate(38 10)")
    p.rect(150, 130, 500, 750, p.plane(tone("moss")), 10)
    fills = (p.plane(tone("moss")), p.plane(tone("celadon")), tone("moss").deep)
    for i in range(120):
        x, y = 160 + (i * 173 % 480), 140 + (i * 311 % 724)
        p.leaf(x, y, 62 + i % 4 * 8, i * 67, fills[i % 3], 0.36)
    tones = (p.colour, _third(p), p.accent, p.colour, tone("rose" if p.colour.name != "rose" else "butter"))
    for i in range(30):
        row, col = divmod(i, 5)
        x = 206 + col * 96 + (40 if row % 2 else 0) - 20 + (i * 29 % 5) * 6
        y = 200 + row * 122 + (i * 41 % 5) * 10
        p.bloom(round(x), round(y), 66 - (i * 13 % 4) * 8, tones[(i * 3 + row) % 5], i * 23)


@drawing("shimmer", (640, 905, 0.9), (150, 910, 0.9), stages=("plain",), window=False)
def shimmer(p: Picture) -> None:
    """A panel of small discs that move in the air."""
    p.shadow(400, 880, 280, 24, 0.5, 0.6)
    p.rect(140, 120, 520, 750, p.shadow_ink, 6, fill_opacity=0.14, transform="translate(36 10)")
    p.rect(140, 120, 520, 750, p.colour.shade, 6)
    tints = (p.colour.body, p.colour.light, p.colour.glow, p.colour.body, p.colour.shade)
    for row in range(21):
        for col in range(15):
            n = row * 15 + col
            lit = (n * 7919 + row * 31 + col * col * 3) % 5
            p.circle(158 + col * 34.6, 140 + row * 35.5, 17.4, tints[lit])
    for i in range(26):
        n = i * 53
        p.circle(158 + (n % 15) * 34.6, 140 + (n * 7 % 21) * 35.5, 17.4, "#fff", fill_opacity=0.4)
    p.rect(140, 112, 520, 14, p.turned(p.metal), 6)


@drawing("wreath", (640, 890, 1.0), (150, 900, 1.0), stages=("plain",))
def wreath(p: Picture) -> None:
    """A ring of leaves with a bow, hanging on the wall."""
    p.line("M400 -10V170", p.accent.body, 22)
    fills = (p.plane(tone("moss")), p.plane(tone("celadon")))
    p.circle(432, 412, 206, "none", stroke=p.shadow_ink, stroke_width=96, stroke_opacity=0.12)
    for i in range(72):
        (x, y) = around(400, 380, 176 + (i % 3) * 32, 72)[i]
        p.leaf(x, y, 88, i * 5 + 70 + (i % 3 - 1) * 44, fills[i % 2 if i % 5 else 1], 0.32)
    for i, (x, y) in enumerate(around(400, 380, 206, 14, 8)):
        if i % 2:
            p.circle(round(x), round(y), 20, p.ball(p.accent))
        elif p.style != "green":
            p.bloom(round(x), round(y), 46, p.colour, i * 30)
    p.bow(400, 578, 1.0, p.accent if p.style != "green" else p.colour)


@drawing("confetti", (660, 890, 1.0), stages=("plain", "arch", "disc", "slab"), foot=(400, 850, 130))
def confetti(p: Picture) -> None:
    """A jar of paper confetti with a handful spilt."""
    tones = (p.colour, p.accent, _third(p), tone("butter"), tone("rose"))
    p.shadow(400, 850, 150, 30, 0.55, 1.3)
    glass = tone("clear")
    jar = [(0.0, 132.0), (16.0, 144.0), (330.0, 144.0), (380.0, 112.0), (410.0, 112.0)]
    p.lathe(400, 846, [(0, 128), (16, 138), (300, 138)], p.glass(p.colour, 0.7))
    for i in range(150):
        y = 846 - round(290 * p.chance.random())
        x = 276 + round(248 * p.chance.random())
        t = tones[i % 5]
        if i % 3:
            p.ellipse(
                x, y, 15, 9 + i % 4 * 2, t.body if i % 2 else t.light, transform=f"rotate({i * 37 % 180} {x} {y})"
            )
        else:
            p.rect(x - 11, y - 8, 22, 16, t.light if i % 2 else t.shade, 3, transform=f"rotate({i * 29 % 180} {x} {y})")
    p.lathe(400, 850, jar, p.glass(glass, 0.6))
    p.lathe(400, 440, [(0, 122), (60, 122)], p.turned(tone("oak")))
    p.ellipse(400, 380, 122, 24, p.plane(tone("oak")))
    p.gleam("M286 540V800", 13, 0.55)
    p.gleam("M514 560V680", 5, 0.4)
    for i in range(30):
        x, y = 120 + round(520 * p.chance.random()), 880 + round(76 * p.chance.random())
        t = tones[i % 5]
        p.ellipse(x + 5, y + 5, 13, 6, p.shadow_ink, fill_opacity=0.2)
        p.ellipse(x, y, 13, 7 + i % 3, t.body, transform=f"rotate({i * 41 % 90 - 45} {x} {y})")


@drawing("streamers", (300, 880, 1.0), (610, 880, 1.0), stages=("plain",), window=False)
def streamers(p: Picture) -> None:
    """Twisted paper streamers from corner to corner."""
    tones = (p.colour, p.accent, _third(p))
    for row, (y0, y1, sag) in enumerate(((60, 120, 150), (210, 140, 190), (330, 300, 200))):
        t = tones[row]
        for i in range(26):
            u, v = i / 26, (i + 1) / 26
            x1, a = -20 + 840 * u, y0 + (y1 - y0) * u + 4 * sag * u * (1 - u)
            x2, b = -20 + 840 * v, y0 + (y1 - y0) * v + 4 * sag * v * (1 - v)
            w = 26
            p.path(
                f"M{x1:.0f} {a - w:.0f}C{(x1 + x2) / 2:.0f} {a - w:.0f} {(x1 + x2) / 2:.0f} {b + w:.0f} {x2:.0f} {b + w:.0f}V{b - w:.0f}C{(x1 + x2) / 2:.0f} {b - w:.0f} {(x1 + x2) / 2:.0f} {a + w:.0f} {x1:.0f} {a + w:.0f}z",
                t.light if i % 2 else t.shade,
            )
    for x, length, t in ((120, 560, p.accent), (680, 600, p.colour)):
        for i in range(12):
            y = i * length / 12
            p.path(
                f"M{x - 24} {y:.0f}C{x - 24} {y + 24:.0f} {x + 24} {y + 24:.0f} {x + 24} {y + 48:.0f}h-48C{x - 24} {y + 24:.0f} {x + 24} {y + 24:.0f} {x + 24} {y:.0f}z",
                t.light if i % 2 else t.shade,
            )
