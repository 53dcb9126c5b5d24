"""Paper that is written on."""

from __future__ import annotations

import math

from elite.seeds.drawings.canvas import around
from elite.seeds.drawings.colour import Tone, tone
from elite.seeds.drawings.favours import wax
from elite.seeds.drawings.picture import Picture
from elite.seeds.drawings.stage import drawing

PALE = ("oat", "butter", "celadon", "rose")


def _ink(t: Tone) -> str:
    """What writing looks like on this colour."""
    return t.ink if t.name in PALE else t.glow


def scribble(p: Picture, x: float, y: float, width: float, paint: str, size: float = 7) -> None:
    """A line of handwriting that says nothing."""
    k = width / 240
    d = "M0 0c14 -56 36 -56 28 -14c-6 32 -20 40 -10 42c20 2 28 -66 50 -62c14 4 -16 56 4 54c22 -2 22 -60 42 -58c16 2 -12 52 10 50c20 -2 22 -40 40 -40c16 2 -8 40 10 38c14 -2 20 -14 34 -26"
    with p.group(x, y, k):
        p.line(d, paint, size / k)


def words(
    p: Picture, x: float, y: float, widths: tuple[int, ...], paint: str, step: float = 34, k: float = 0.75
) -> None:
    """Lines of print, centred."""
    for i, w in enumerate(widths):
        p.rect(x - w / 2, y + i * step, w, 9, paint, 4.5, fill_opacity=k)


@drawing("invitation", (600, 915, 1.0), stages=("plain", "plain", "disc"))
def invitation(p: Picture) -> None:
    """A card, its second sheet and an envelope with a seal."""
    t = p.colour
    card = tone("oat" if t.name != "oat" else "rose")
    with p.group(400, 520, turn=-7):
        p.rect(-156, -246, 360, 500, p.shadow_ink, 4, fill_opacity=0.18)
        p.rect(-190, -270, 360, 500, p.plane(p.accent), 4)
    with p.group(420, 520, turn=4):
        p.rect(-144, -268, 360, 500, p.shadow_ink, 4, fill_opacity=0.2)
        p.rect(-170, -290, 360, 500, p.plane(card), 4)
        if p.style == "botanical":
            p.rect(-140, -262, 300, 444, "none", 4, stroke=t.body, stroke_width=4)
            for i, (x, y) in enumerate(((-120, -240), (140, -240), (-120, 160), (140, 160))):
                for k in range(5):
                    p.leaf(x, y, 70, i * 90 + k * 40 - 60, p.plane(tone("moss" if k % 2 else "celadon")), 0.3)
                p.bloom(x, y, 34, t if i % 2 else p.accent, i * 20)
            words(p, 10, -60, (160, 100, 190, 130), _ink(card))
        elif p.style == "sun":
            for i in range(18):
                with p.group(10, 210, turn=-90 + (i - 8.5) * 10):
                    p.path("M110 -9L330 -16V16L110 9z", t.body if i % 2 else p.accent.body)
            p.path("M-110 210A120 120 0 0 1 130 210z", p.plane(t))
            words(p, 10, -240, (170, 110), _ink(card))
        else:
            p.path("M-134 180V-120a144 144 0 0 1 288 0V180z", "none", stroke=t.body, stroke_width=5)
            p.path("M-98 180V-110a108 108 0 0 1 216 0V180z", p.plane(t))
            p.circle(10, -120, 46, p.ball(p.accent))
            words(p, 10, 0, (120, 80, 140), _ink(t), 40)
    p.shadow(300, 850, 190, 30, 0.5)
    p.path("M120 760L480 730L520 880L150 912z", p.plane(t))
    p.line("M120 760L330 846L480 730", t.deep, 4, stroke_opacity=0.5)
    p.path("M120 760L330 846L480 730z", t.light)
    wax(p, 330, 836, 30, p.accent)


@drawing(
    "place-card", (676, 890, 1.0), (120, 920, 0.95), stages=("plain", "disc", "slab", "plinth"), foot=(400, 850, 210)
)
def place_card(p: Picture) -> None:
    """A tent card in front of a set plate with a folded napkin."""
    t = p.colour
    plate = tone("oat" if t.name != "oat" else "celadon")
    p.shadow(400, 800, 290, 50, 0.45, 0.5 * p.reach)
    p.ellipse(400, 776, 290, 72, p.turned(plate))
    p.ellipse(400, 768, 290, 70, p.plane(plate))
    p.ellipse(400, 768, 276, 64, "none", stroke=p.accent.body, stroke_width=5)
    p.ellipse(400, 772, 190, 42, plate.shade, fill_opacity=0.4)
    p.path("M270 782L300 828L640 800L560 772z", p.shadow_ink, fill_opacity=0.26)
    p.path("M236 520L250 806L560 820L604 524z", t.deep)
    p.path("M196 500L568 488L590 800L230 822z", p.plane(t))
    p.path("M196 500L568 488L604 524L240 536z", t.glow, fill_opacity=0.5)
    p.path("M220 526L548 514L566 778L250 798z", "none", stroke=p.accent.body, stroke_width=4)
    scribble(p, 276, 676, 226, _ink(t), 8)
    p.line("M336 738L470 732", p.accent.body, 5)
    for k, turn in enumerate((-150, -118, -62, -30)):
        p.leaf(392, 572, 60, turn, p.plane(tone("moss" if k % 2 else "celadon")), 0.3)
    p.bloom(392, 570, 30, p.accent, 12)


@drawing("menu", (650, 890, 1.0), (120, 910, 0.95), stages=("plain", "disc", "arch"))
def menu(p: Picture) -> None:
    """A tall menu card standing in a slotted block, one lying before it."""
    t = p.colour
    p.shadow(400, 836, 210, 30, 0.5, 0.9)
    d = "M254 800V180H546V800z" if p.style != "arch" else "M254 800V330a146 146 0 0 1 292 0V800z"
    p.cast(d, 30, 10, 0.15)
    p.path(d, p.plane(t))
    inner = "M276 778V202H524V778z" if p.style != "arch" else "M276 778V332a124 124 0 0 1 248 0V778z"
    p.path(inner, "none", stroke=p.accent.body, stroke_width=4)
    for turn in (-160, -120, -60, -20):
        p.leaf(400, 300, 64, turn, p.plane(tone("moss" if t.name != "moss" else "celadon")), 0.3)
    p.circle(400, 300, 24, p.ball(p.accent))
    for i, y in enumerate((380, 500, 620)):
        p.rect(400 - 46, y, 92, 12, p.accent.body, 6)
        words(p, 400, y + 30, ((190, 150), (170, 200), (200, 130))[i], _ink(t), 26, 0.6)
    wood = tone("oak" if t.name not in ("oat", "butter") else "walnut")
    p.path("M230 790L250 770H550L570 790z", wood.light)
    p.rect(230, 790, 340, 50, p.gradient([(0, wood.body, 1), (1, wood.deep, 1)], 0, 0, 0, 1), 4)


@drawing(
    "table-number",
    (676, 890, 1.0),
    (120, 910, 0.95),
    stages=("plain", "disc", "arch", "slab", "plinth"),
    foot=(400, 850, 150),
)
def table_number(p: Picture) -> None:
    """A numbered card held up by a brass clip; the number is drawn as a plain shape."""
    t = p.colour
    p.shadow(400, 850, 110, 24, 0.55, 1.4 * p.reach)
    p.lathe(400, 850, [(0, 104), (12, 104), (30, 30), (46, 12), (200, 9)], p.turned(p.metal))
    p.circle(400, 640, 26, "none", stroke=p.metal.body, stroke_width=8)
    d = "M220 640V300a180 180 0 0 1 360 0V640z" if p.style != "square" else "M220 200H580V640H220z"
    if p.style == "round":
        d = "M400 190A230 230 0 1 1 399 190z"
    p.cast(d, 28, 18, 0.15)
    p.path(d, p.plane(t))
    numeral = {
        "square": "M340 310C380 250 470 270 462 350C456 410 350 450 340 540H466",
        "round": "M350 310H452L392 396C460 396 480 450 456 494C430 536 366 536 340 500",
    }.get(p.style, "M356 330L416 280V540")
    p.line(numeral, _ink(t) if t.name in PALE else p.accent.light, 30)
    p.line("M330 596H470", p.accent.body, 5)
    for s in (-1, 1):
        p.leaf(400 + s * 20, 596, 54, -90 + s * 60, p.plane(tone("moss" if t.name != "moss" else "celadon")), 0.3)


@drawing("guest-book", (676, 890, 1.0), (110, 920, 0.95), stages=("plain", "disc", "slab", "arch"))
def guest_book(p: Picture) -> None:
    """A bound book standing, another lying open with a pen."""
    t = p.colour
    p.shadow(330, 800, 170, 24, 0.5, 1.1)
    p.path("M180 250H470V800H180z", p.shadow_ink, fill_opacity=0.15, transform="translate(40 12)")
    p.path("M470 262L520 280V786L470 800z", tone("oat").body)
    for k in (480, 492, 504):
        p.line(f"M{k} 280V790", tone("oat").shade, 2, stroke_opacity=0.6)
    p.rect(180, 250, 294, 550, p.plane(t), 8)
    p.rect(180, 250, 40, 550, t.deep, 6, fill_opacity=0.5)
    p.path("M260 600V440a86 86 0 0 1 172 0V600z", p.plane(p.accent))
    p.path("M276 586V442a70 70 0 0 1 140 0V586z", "none", stroke=_ink(p.accent), stroke_width=3, stroke_opacity=0.6)
    scribble(p, 296, 530, 100, _ink(p.accent), 5)
    p.path("M420 800V890l18 -16l18 16V800z", p.accent.body)
    p.shadow(500, 884, 230, 30, 0.5, 0.4)
    page = tone("oat")
    p.path(
        "M290 836C370 800 460 810 510 842C560 806 650 790 730 826L770 900C690 874 590 880 520 916C450 886 350 884 262 912z",
        p.gradient(
            [(0, page.glow, 1), (0.48, page.light, 1), (0.5, page.shade, 1), (0.56, page.glow, 1), (1, page.body, 1)]
        ),
    )
    p.path(
        "M262 912C350 884 450 886 520 916C590 880 690 874 770 900L774 914C690 890 590 894 520 930C450 900 350 898 258 926z",
        t.shade,
    )
    for i in range(3):
        p.line(
            f"M{330 - i * 8} {850 + i * 16}C{390 - i * 6} {836 + i * 16} {450} {840 + i * 16} {488 + i * 2} {856 + i * 14}",
            page.ink,
            3,
            stroke_opacity=0.4,
        )
    with p.group(640, 850, turn=-22):
        p.rect(-80, 6, 170, 10, p.shadow_ink, 5, fill_opacity=0.3)
        p.path("M-90 0L-60 -8H80V8H-60z", p.gradient([(0, p.metal.light, 1), (1, p.metal.deep, 1)], 0, 0, 0, 1))


@drawing(
    "envelopes",
    (660, 895, 1.0),
    (110, 930, 0.9),
    stages=("plain", "disc", "slab", "plinth"),
    foot=(400, 850, 220),
    fit=1.05,
)
def envelopes(p: Picture) -> None:
    """A bundle of envelopes tied with string, one open against it."""
    t = p.colour
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "rose")
    p.shadow(400, 850, 240, 32, 0.5, 0.7 * p.reach)
    for i in range(8):
        y = 850 - i * 16
        q = (t, p.accent, third)[i % 3]
        p.path(f"M176 {y - 16}L230 {y - 46}H620L588 {y - 16}V{y}H176z", p.gradient([(0, q.light, 1), (1, q.shade, 1)]))
    y = 722
    p.path(f"M176 {y}L230 {y - 60}H620L588 {y}z", p.plane(t))
    p.path(f"M176 {y}L408 {y - 22}L588 {y}L620 {y - 60}L408 {y - 16}L230 {y - 60}z", t.shade, fill_opacity=0.4)
    for d in (f"M388 850V{y}L420 {y - 60}", f"M176 {y + 60}L588 {y + 60}"):
        p.line(d, tone("kraft").deep, 6)
    with p.group(408, 480, turn=-6):
        body = "M-200 -130H200V150H-200z"
        p.cast(body, 28, 22, 0.16)
        p.path("M-200 -130L0 -300L200 -130z", p.plane(p.accent))
        p.rect(-168, -220, 336, 240, p.plane(tone("oat" if p.accent.name != "oat" else "rose")), 4)
        words(p, 0, -190, (190, 130, 210), tone("oat").ink, 32, 0.5)
        p.path("M-200 -130L-10 40C-4 46 4 46 10 40L200 -130V150H-200z", p.plane(p.accent))
        p.path("M-200 150L-14 6M200 150L14 6", stroke=p.accent.deep, stroke_width=4, stroke_opacity=0.35)
        wax(p, 0, 44, 30, t)


@drawing("tags", (680, 890, 1.0), (110, 920, 0.95), stages=("plain", "disc", "arch", "slab"))
def tags(p: Picture) -> None:
    """Gift tags hung on string from a peg rail."""
    wood = tone("oak")
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "butter")
    p.rect(80, 196, 640, 34, p.gradient([(0, wood.light, 1), (1, wood.deep, 1)], 0, 0, 0, 1), 12)
    for i, (x, length, t) in enumerate(((190, 150, p.accent), (400, 90, p.colour), (610, 190, third))):
        p.circle(x, 213, 15, p.ball(tone("brass")))
        p.line(
            f"M{x - 4} 216C{x - 18} 260 {x - 12} 300 {x} {230 + length}M{x + 4} 216C{x + 18} 260 {x + 12} 300 {x} {230 + length}",
            tone("kraft").deep,
            4,
        )
        with p.group(x, 230 + length, turn=(-5, 3, 6)[i]):
            d = "M-36 -20H36L86 40V340H-86V40z" if p.style != "round" else "M0 -20A110 110 0 1 1 -1 -20z"
            p.cast(d, 22, 18, 0.16)
            p.path(d, p.plane(t))
            p.circle(0, 14, 14, p.wall_shade)
            p.circle(0, 14, 17, "none", stroke=p.metal.body, stroke_width=6)
            other = (p.colour, p.accent, p.colour)[i]
            if p.style != "round":
                p.path("M-64 320V48L-26 4H26L64 48V320z", "none", stroke=other.body, stroke_width=3, stroke_opacity=0.7)
                p.bloom(0, 150, 36, other, i * 25)
                words(p, 0, 232, (90, 60), _ink(t), 28, 0.6)
            else:
                scribble(p, -52, 104, 106, _ink(t), 6)
    p.shadow(400, 860, 150, 22, 0.45, 0.8)
    for i in range(5):
        p.rect(300 - i * 3, 838 - i * 9, 220, 12, (p.colour, third, p.accent)[i % 3].body, 3)
    p.path("M288 802L330 770H540L508 802z", p.plane(p.colour))
    p.line("M420 770L400 802V846", tone("kraft").deep, 5)


@drawing("seals", (676, 890, 1.0), (110, 910, 0.9), stages=("plain", "disc", "slab", "plinth"), foot=(400, 840, 200))
def seals(p: Picture) -> None:
    """A stamp with a wooden handle, sticks of wax and three seals."""
    t = p.colour
    wood = tone("walnut" if t.name in ("oat", "rose", "butter") else "oak")
    p.shadow(280, 800, 80, 18, 0.55, 1.5 * p.reach)
    p.lathe(280, 800, [(0, 76), (40, 76), (52, 40), (80, 34)], p.turned(p.metal))
    p.lathe(280, 722, [(0, 40), (60, 64), (150, 44), (220, 62), (270, 50), (288, 0)], p.turned(wood))
    p.gleam("M238 640C228 600 250 560 246 520", 9, 0.35)
    for i, (x, q) in enumerate(((430, t), (500, p.accent), (570, t))):
        p.shadow(x, 780 + i * 10, 28, 8, 0.5, 1.6 * p.reach)
        p.rect(x - 26, 440 + i * 30, 52, 340 - i * 20, p.turned(q), 7)
        p.line(f"M{x} {442 + i * 30}q6 -20 -2 -40", tone("oat").shade, 5)
        p.gleam(f"M{x - 14} {470 + i * 30}V{740}", 4, 0.35)
    for x, y, r, q in ((330, 880, 54, t), (470, 900, 46, p.accent), (220, 906, 38, p.accent)):
        wax(p, x, y, r, q)
    for px, py in around(330, 880, 20, 5):
        p.circle(round(px), round(py), 7, t.deep, fill_opacity=0.5)


@drawing("sign", (680, 890, 1.0), (110, 920, 0.95), stages=("plain", "disc", "slab"))
def sign(p: Picture) -> None:
    """An arrow board on two posts, for the way in."""
    wood = tone("oak")
    p.shadow(400, 890, 120, 20, 0.5, 1.0)
    p.rect(384, 170, 32, 724, p.turned(wood), 6)
    for i, (y, w, t, right) in enumerate(
        (
            (230, 420, p.colour, True),
            (410, 380, p.accent, False),
            (590, 330, tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "rose"), True),
        )
    ):
        s = 1 if right else -1
        with p.group(400 + s * 30, y, turn=(-4, 3, -2)[i], flip=not right):
            d = f"M{-w / 2:g} -58H{w / 2 - 60:g}L{w / 2:g} 0L{w / 2 - 60:g} 58H{-w / 2:g}z"
            p.path(d, p.shadow_ink, fill_opacity=0.16, transform=f"translate({s * 18} 18)")
            p.path(d, p.plane(t))
            p.path(
                f"M{-w / 2 + 14:g} -44H{w / 2 - 68:g}L{w / 2 - 20:g} 0L{w / 2 - 68:g} 44H{-w / 2 + 14:g}z",
                "none",
                stroke=_ink(t),
                stroke_width=3,
                stroke_opacity=0.5,
            )
            scribble(p, -w * 0.34, 16, w * 0.5, _ink(t), 8)
            p.circle(0, -38, 5, tone("steel").deep)
            p.circle(0, 38, 5, tone("steel").deep)
    for k in range(7):
        p.leaf(400 + math.sin(k) * 30, 900, 90, -90 + (k - 3) * 26, p.plane(tone("moss" if k % 2 else "celadon")), 0.26)


@drawing("stickers", (670, 890, 1.0), (110, 920, 0.95), stages=("plain", "slab", "disc"), foot=(400, 850, 180))
def stickers(p: Picture) -> None:
    """A roll of round labels with its end unrolling."""
    third = tone("oat" if "oat" not in (p.colour.name, p.accent.name) else "butter")
    paper = tone("kraft")
    p.shadow(340, 850, 180, 30, 0.55, 1.1)
    p.path(
        "M340 850C500 852 600 850 720 900L700 960C580 910 480 912 330 910z",
        p.gradient([(0, paper.shade, 1), (0.4, paper.glow, 1), (1, paper.light, 1)]),
    )
    for x, y, t in ((470, 882, p.colour), (590, 892, p.accent), (676, 920, third)):
        p.ellipse(x, y, 44, 20, p.plane(t))
    p.ellipse(380, 600, 220, 262, paper.deep)
    p.path("M340 338C470 338 600 460 600 600S470 862 340 862z", paper.shade)
    p.ellipse(330, 600, 220, 262, p.plane(paper))
    for r in (200, 180, 160, 140):
        p.ellipse(330, 600, r, r * 1.19, "none", stroke=paper.deep, stroke_width=3, stroke_opacity=0.3)
    p.ellipse(330, 600, 100, 119, paper.deep)
    p.ellipse(322, 600, 88, 106, p.wall_shade)
    for i, (y, t) in enumerate(((420, p.colour), (520, p.accent), (624, third), (724, p.colour), (806, p.accent))):
        x = 556 - abs(i - 2) ** 2 * 11
        p.ellipse(x, y, 26 - abs(i - 2) * 3, 42, p.plane(t))
        p.circle(x, y, 8, _ink(t), fill_opacity=0.6)
