"""Plates, glasses, cups and cutlery."""

from __future__ import annotations

from elite.seeds.drawings.canvas import WHITE, around
from elite.seeds.drawings.colour import Tone, tone
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing


def _rim_marks(p: Picture, cx: float, cy: float, r: float) -> None:
    """What is painted on the rim of a plate, by style."""
    if p.style == "dots":
        for x, y in around(cx, cy, r - 26, 30):
            p.circle(round(x, 1), round(y, 1), 8, p.accent.body)
    elif p.style == "petal":
        for i in range(16):
            with p.group(cx, cy, turn=i * 22.5):
                p.path(
                    f"M{r - 58} 0C{r - 44} -17 {r - 22} -17 {r - 12} 0C{r - 22} 17 {r - 44} 17 {r - 58} 0z",
                    p.accent.body,
                )
    elif p.style == "stripe":
        for i in range(40):
            with p.group(cx, cy, turn=i * 9):
                p.path(f"M{r - 60} 0H{r - 10}", stroke=p.accent.body, stroke_width=7, stroke_linecap="round")
    else:
        p.circle(cx, cy, r - 22, "none", stroke=p.accent.body, stroke_width=9)


@drawing("plate", (652, 836, 1.05), (640, 862, 0.9), stages=("plain", "plain", "slab"))
def plate(p: Picture) -> None:
    """One plate leaning, seen almost face on, and a stack of its sisters in front."""
    small = p.style in ("side", "petal")
    r = 214 if small else 248
    cy = 700 - r
    p.shadow(400, 698, r, 38, 0.4)
    p.cast_ellipse(400, cy, r, r, 44, 24, 0.15)
    edge = p.plane(p.colour)
    if p.style == "scallop":
        for x, y in around(400, cy, r - 18, 24):
            p.circle(round(x, 1), round(y, 1), 32, edge)
    p.circle(400, cy, r, p.ball(p.colour))
    p.circle(400, cy, r - 8, edge)
    _rim_marks(p, 400, cy, r)
    inner = r * 0.64
    p.circle(403, cy + 4, inner + 2, p.colour.shade, fill_opacity=0.55)
    p.circle(398, cy - 2, inner, p.gradient([(0, p.colour.body, 1), (1, p.colour.light, 1)], 0, 0, 1, 1))
    p.gleam(
        f"M{400 - r * 0.82:.0f} {cy - r * 0.32:.0f}A{r * 0.9:.0f} {r * 0.9:.0f} 0 0 1 {400 - r * 0.34:.0f} {cy - r * 0.83:.0f}",
        9,
        0.5,
    )
    for i in range(3 if small else 4):
        y = 852 - i * 24
        w = 160 if small else 190
        if i == 0:
            p.shadow(330, y + 20, w, 36, 0.55)
        p.path(
            f"M{330 - w} {y}A{w} 40 0 0 0 {330 + w} {y}L{280 + w} {y + 22}A{w - 50} 28 0 0 1 {380 - w} {y + 22}z",
            p.turned(p.colour),
        )
        p.ellipse(330, y, w, 40, p.plane(p.colour))
        p.ellipse(330, y, w - 8, 37, "none", stroke=p.accent.body, stroke_width=4)
        top = y
    p.ellipse(330, top + 2, w * 0.64, 23, p.colour.shade, fill_opacity=0.5)
    p.ellipse(329, top, w * 0.635, 22, p.gradient([(0, p.colour.shade, 1), (1, p.colour.light, 1)], 0, 0, 1, 0.4))


@drawing("setting", (690, 900, 0.9), (120, 930, 0.9), stages=("plain", "disc", "arch"), fit=1.1)
def setting(p: Picture) -> None:
    """A charger, a plate and a bowl, one in the other, with a napkin laid across."""
    p.shadow(400, 830, 300, 60, 0.5, 0.6)
    for w, y, t in ((310, 812, p.accent), (250, 792, p.colour)):
        p.path(
            f"M{400 - w} {y}A{w} {w * 0.2:.0f} 0 0 0 {400 + w} {y}L{400 + w - 70} {y + 26}A{w - 70} {w * 0.15:.0f} 0 0 1 {470 - w} {y + 26}z",
            p.turned(t),
        )
        p.ellipse(400, y, w, w * 0.2, p.plane(t))
        p.ellipse(400, y, w - 12, w * 0.2 - 4, "none", stroke=t.glow, stroke_width=3, stroke_opacity=0.7)
    p.ellipse(410, 800, 176, 30, p.shadow_ink, fill_opacity=0.25)
    p.lathe(400, 792, [(0, 76), (6, 78), (40, 136), (96, 168)], p.turned(p.colour), 0.22)
    p.ellipse(400, 696, 168, 37, p.hollow(p.colour))
    p.ellipse(400, 696, 166, 36, "none", stroke=p.colour.glow, stroke_width=5)
    p.gleam("M262 726C274 756 292 772 310 780", 8, 0.45)
    cloth = tone("oat" if p.colour.name != "oat" else "rose")
    p.path(
        "M330 700C310 600 330 540 372 470C388 520 396 540 400 560C410 520 424 490 446 452C486 540 492 610 470 700C440 716 360 716 330 700z",
        p.fall(cloth),
    )
    p.path("M400 560C404 610 402 660 398 712", stroke=cloth.deep, stroke_width=4, stroke_opacity=0.35)
    p.path("M446 452C430 540 432 630 440 708L470 700C492 610 486 540 446 452z", cloth.shade, fill_opacity=0.75)
    p.path("M322 668C360 684 440 684 478 668V692C440 708 360 708 322 692z", p.turned(p.accent))


@drawing("bowl", (668, 880, 1.0), (110, 900, 0.9), foot=(400, 866, 160), fit=1.22)
def bowl(p: Picture) -> None:
    """Three bowls, nested two and one, with a rim that catches the light."""
    if p.style == "stack":
        for i, t in enumerate((p.colour, p.accent, p.colour)):
            _bowl(p, 400, 860 - i * 84, 1.15 - i * 0.12, t, i == 0)
        return
    _bowl(p, 300, 790, 0.82, p.accent, True)
    _bowl(p, 450, 866, 1.12, p.colour, True)


def _bowl(p: Picture, x: float, y: float, s: float, t: Tone, shaded: bool) -> None:
    with p.group(x, y, s):
        if shaded:
            p.shadow(0, 0, 120, 26, 0.55, 1.4 * p.reach)
        p.lathe(0, 0, [(0, 78), (14, 74), (18, 84), (70, 158), (150, 196)], p.turned(t), 0.22)
        p.ellipse(0, -150, 196, 43, p.hollow(t))
        p.ellipse(0, -150, 194, 42, "none", stroke=t.glow, stroke_width=5)
        p.hoop(0, -112, 181, t.glow, 3, 0.2, stroke_opacity=0.5)
        p.gleam("M-160 -120C-146 -86 -124 -58 -100 -40", 9, 0.42)


GLASSES: dict[str, tuple[list[tuple[float, float]], float]] = {
    # the bowl of the glass above its stem, and how high it is filled
    "wine": ([(0, 12), (14, 62), (90, 106), (180, 110), (264, 96)], 0.62),
    "coupe": ([(0, 12), (18, 70), (70, 132), (112, 142)], 0.7),
    "flute": ([(0, 10), (24, 40), (120, 58), (300, 56)], 0.78),
}


@drawing("goblet", (652, 866, 1.0), (110, 900, 0.9), stages=("plain", "arch", "disc", "slab"), foot=(390, 830, 180))
def goblet(p: Picture) -> None:
    """Two stemmed glasses, one behind the other, half filled."""
    profile, level = GLASSES[p.style if p.style in GLASSES else "wine"]
    for x, y, s in ((252, 790, 0.84), (462, 852, 1.1)):
        with p.group(x, y, s):
            _stemmed(p, profile, level)


def _stemmed(p: Picture, profile: list[tuple[float, float]], level: float) -> None:
    t, q = p.colour, p.accent
    stem = 176
    top = profile[-1]
    p.shadow(0, 0, 92, 20, 0.55, 1.7)
    p.ellipse(0, 0, 92, 20, p.turned(t), fill_opacity=0.8)
    p.ellipse(0, -5, 84, 16, t.glow, fill_opacity=0.45)
    p.path(f"M-13 -6C-9 -60 -9 -120 -12 -{stem}H12C9 -120 9 -60 13 -6z", p.turned(t), fill_opacity=0.84)
    p.ellipse(0, -92, 20, 15, p.turned(t))
    p.lathe(0, -stem, profile, p.glass(t, 1.25))
    filled = [(h, r - 6) for h, r in profile if h <= top[0] * level]
    before, after = filled[-1], next(point for point in profile if point[0] > top[0] * level)
    share = (top[0] * level - before[0]) / (after[0] - before[0])
    r = before[1] + share * (after[1] - 6 - before[1])
    p.lathe(0, -stem, [*filled, (top[0] * level, r)], p.turned(q), 0.18, fill_opacity=0.55)
    p.ellipse(0, -stem - top[0] * level, r, r * 0.19, q.light, fill_opacity=0.75)
    for k in (-0.68, -0.34, 0, 0.34, 0.68):
        ribs = [(k * radius, -stem - h) for h, radius in profile]
        steps = " ".join(f"L{x:.0f} {y:.0f}" for x, y in ribs[1:])
        p.line(f"M{ribs[0][0]:.0f} {ribs[0][1]:.0f}{steps}", t.deep, 3, stroke_opacity=0.16)
    p.ellipse(
        0,
        -stem - top[0],
        top[1],
        top[1] * 0.2,
        t.glow,
        fill_opacity=0.35,
        stroke=t.shade,
        stroke_width=3.5,
        stroke_opacity=0.75,
    )
    wide = max(r for _h, r in profile)
    p.gleam(
        f"M{-wide * 0.72:.0f} {-stem - top[0] * 0.86:.0f}C{-wide * 0.82:.0f} {-stem - top[0] * 0.6:.0f} {-wide * 0.76:.0f} {-stem - top[0] * 0.4:.0f} {-wide * 0.54:.0f} {-stem - top[0] * 0.24:.0f}",
        9,
        0.7,
    )
    p.gleam(f"M{wide * 0.74:.0f} {-stem - top[0] * 0.8:.0f}V{-stem - top[0] * 0.55:.0f}", 4, 0.45)


@drawing(
    "tumbler",
    (672, 880, 1.0),
    (120, 920, 0.9),
    stages=("plain", "arch", "disc", "slab", "plinth"),
    foot=(400, 880, 190),
    fit=1.25,
)
def tumbler(p: Picture) -> None:
    """Three low tumblers; the near one holds a drink with ice, or a straw when the glass is tall."""
    tall = p.style == "highball"
    for x, y, s, t, full in (
        (270, 800, 0.9, p.accent, False),
        (520, 810, 0.94, p.colour, False),
        (400, 876, 1.1, p.colour, True),
    ):
        height = 330 if tall else 230
        with p.group(x, y, s):
            p.shadow(0, 0, 92, 20, 0.5, 1.4 * p.reach)
            body = [(0.0, 88.0), (height * 0.5, 94.0), (float(height), 104.0)]
            p.lathe(0, 0, body, p.glass(t, 1.15))
            p.ellipse(0, -12, 76, 14, t.shade, fill_opacity=0.5)
            if full:
                p.lathe(
                    0,
                    -12,
                    [(0, 82), (height * 0.66, 92)],
                    p.turned(tone("rose" if t.name != "rose" else "persimmon")),
                    fill_opacity=0.5,
                )
                p.ellipse(0, -12 - height * 0.66, 92, 18, tone("rose").light, fill_opacity=0.8)
                for cx, cy, turn in ((-34, -height * 0.6, 12), (26, -height * 0.63, -16)):
                    with p.group(cx, cy, turn=turn):
                        p.rect(-26, -26, 52, 52, WHITE, 9, fill_opacity=0.4)
                        p.rect(-26, -26, 52, 16, WHITE, 8, fill_opacity=0.35)
                if tall:
                    p.line(f"M10 -60L58 -{height + 110}", p.accent.body, 13)
                    p.line(f"M8 -60L54 -{height + 110}", p.accent.light, 4)
            for k in range(-3, 4):
                p.line(f"M{k * 27} {18 - abs(k) * 2}L{k * 31} {-height * 0.5:.0f}", t.deep, 3, stroke_opacity=0.2)
            p.ellipse(
                0, -height, 104, 21, t.glow, fill_opacity=0.3, stroke=t.shade, stroke_width=3.5, stroke_opacity=0.7
            )
            p.gleam(f"M-78 -{height - 30}L-70 -60", 9, 0.65)
            p.gleam(f"M82 -{height - 40}L78 -{height * 0.5:.0f}", 4, 0.4)


@drawing("cup", (676, 884, 1.0), (104, 920, 0.9), foot=(400, 866, 205), fit=1.22)
def cup(p: Picture) -> None:
    """A cup on its saucer, and a second one stacked empty behind."""
    for x, y, s, t in ((278, 780, 0.72, p.accent), (430, 866, 1.15, p.colour)):
        with p.group(x, y, s):
            p.shadow(0, 0, 180, 36, 0.5, 1.0 * p.reach)
            p.path("M-190 -14A190 42 0 0 0 190 -14L120 14A120 24 0 0 1 -120 14z", p.turned(t))
            p.ellipse(0, -14, 190, 42, p.plane(t))
            p.ellipse(0, -14, 182, 39, "none", stroke=p.accent.body if t is p.colour else p.colour.body, stroke_width=4)
            p.ellipse(12, -14, 104, 22, p.shadow_ink, fill_opacity=0.22)
            p.line("M96 -160C186 -180 186 -60 78 -64", p.gradient([(0, t.body, 1), (1, t.deep, 1)]), 24)
            p.lathe(0, -18, [(0, 58), (10, 62), (50, 100), (170, 120)], p.turned(t), 0.22)
            p.ellipse(0, -188, 120, 26, p.hollow(t))
            p.ellipse(2, -182, 106, 19, tone("walnut").body)
            p.ellipse(-20, -184, 50, 7, tone("kraft").light, fill_opacity=0.4)
            p.ellipse(0, -188, 119, 25, "none", stroke=t.glow, stroke_width=5)
            p.hoop(0, -160, 116, p.accent.body if t is p.colour else p.colour.body, 8, 0.22)
            p.gleam("M-92 -150C-88 -110 -76 -80 -60 -56", 9, 0.5)


@drawing(
    "paper-cup",
    (676, 884, 1.0),
    (110, 930, 0.9),
    stages=("plain", "disc", "arch", "slab"),
    foot=(390, 880, 190),
    fit=1.3,
)
def paper_cup(p: Picture) -> None:
    """Paper cups: a stack lying in itself, and two standing beside."""
    for x, y, count, t in ((270, 800, 4, p.colour), (470, 800, 1, p.accent), (400, 876, 1, p.colour)):
        p.shadow(x, y, 86, 18, 0.5, 1.3)
        for i in range(count):
            _paper_cup(p, x, y - i * 34, t)


def _paper_cup(p: Picture, x: float, y: float, t: Tone) -> None:
    other = p.accent if t is p.colour else p.colour
    p.lathe(x, y, [(0, 76), (200, 104)], p.turned(t))
    if p.style == "dots":
        for row in range(3):
            for k in range(-2, 3):
                w = 76 + (60 + row * 50) * 0.14
                p.ellipse(x + k * w * 0.4, y - 44 - row * 52 + 12 - abs(k) * 3, 9 - abs(k) * 1.6, 10, other.body)
    else:
        for k in range(-3, 4):
            p.path(
                f"M{x + k * 22 - 6} {y + 14 - abs(k) * 2}L{x + k * 29 - 8} {y - 186}h15L{x + k * 22 + 5} {y + 14 - abs(k) * 2}z",
                other.body,
                fill_opacity=0.85,
            )
    p.ellipse(x, y - 200, 104, 21, p.hollow(tone("oat")))
    p.ellipse(x, y - 200, 104, 21, "none", stroke=t.glow, stroke_width=7)
    p.gleam(f"M{x - 80} {y - 170}L{x - 66} {y - 50}", 7, 0.35)


def _fork(p: Picture, fill: str) -> None:
    p.path(
        "M-40 -290V-170C-40 -110 -18 -96 -11 -80L-9 250C-9 276 9 276 9 250L11 -80C18 -96 40 -110 40 -170V-290C40 -300 28 -300 28 -290V-186H18V-290C18 -300 5 -300 5 -290V-186H-5V-290C-5 -300 -18 -300 -18 -290V-186H-28V-290C-28 -300 -40 -300 -40 -290z",
        fill,
    )


def _knife(p: Picture, fill: str) -> None:
    p.path("M-14 -80V-290C8 -312 32 -240 30 -160C28 -110 16 -96 13 -70L10 250C10 276 -12 276 -12 250z", fill)
    p.gleam("M-4 -268V-100", 4, 0.55)


def _spoon(p: Picture, fill: str) -> None:
    p.path("M0 -300C46 -300 54 -150 12 -104L9 250C9 276 -9 276 -9 250L-12 -104C-54 -150 -46 -300 0 -300z", fill)
    p.ellipse(0, -206, 27, 66, p.hollow(p.metal), fill_opacity=0.7)
    p.gleam("M-20 -250q-8 40 2 84", 6, 0.6)


@drawing("cutlery", (650, 880, 1.0), (130, 900, 0.95), stages=("plain", "plain", "disc"))
def cutlery(p: Picture) -> None:
    """Knife, fork and spoon tied with a ribbon on an upright linen card."""
    metal = p.metal
    card = "M196 806V330a204 204 0 0 1 408 0V806z"
    p.shadow(400, 812, 206, 26, 0.5, 0.9)
    p.cast(card, 30, 8, 0.14)
    p.path(card, p.plane(p.accent))
    p.path("M216 790V332a184 184 0 0 1 368 0V790z", stroke=WHITE, stroke_width=3, stroke_opacity=0.45)
    for x, turn, piece in ((306, -5, _fork), (400, 0, _knife), (494, 5, _spoon)):
        with p.group(x + 14, 508, turn=turn, opacity=0.22):
            piece(p, p.shadow_ink)
        with p.group(x, 496, turn=turn):
            piece(p, p.turned(metal))
            p.path("M-9 120L-10 250C-10 276 10 276 10 250L9 120z", p.turned(p.colour if p.style == "handle" else metal))
            p.line("M-3 -60V230", metal.glow, 3, stroke_opacity=0.5)
    band = p.colour if p.style != "handle" else tone("oat")
    p.path("M200 622C300 640 500 640 600 622V662C500 680 300 680 200 662z", p.turned(band))
    p.bow(400, 650, 0.82, band)


@drawing("straws", (672, 880, 1.0), (130, 900, 0.95), foot=(390, 860, 130))
def straws(p: Picture) -> None:
    """Paper straws standing in a glass, a few fallen beside it."""
    p.shadow(390, 860, 120, 26, 0.55, 1.4 * p.reach)
    for i in range(11):
        lean = (i - 5) * 5.2
        t = (p.colour, p.accent, tone("oat"))[i % 3]
        with p.group(390 + (i - 5) * 15, 820, turn=lean):
            height = 560 + (i * 37 % 5) * 16
            p.rect(-13, -height, 26, height, p.turned(t), 3)
            other = tone("oat") if t.name != "oat" else p.colour
            for k in range(height // 46):
                p.path(
                    f"M-13 {-height + k * 46 + 12}l26 -16v18l-26 16z",
                    other.body if other.name != "oat" else other.light,
                )
            p.ellipse(0, -height, 13, 5, t.deep)
    p.lathe(390, 860, [(0, 112), (120, 120), (300, 132)], p.glass(tone("clear"), 1.0))
    p.hoop(390, 560, 132, WHITE, 5, 0.2, stroke_opacity=0.6)
    p.gleam("M286 610L298 800", 11, 0.65)
    p.gleam("M494 620L486 720", 5, 0.4)
