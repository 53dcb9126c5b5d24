"""Whole tables, set: the large picture of the first page by day and by evening, the same for a phone, and one for each occasion.

The pieces are the catalogue's own drawings, so a table shows nothing that the shop does not sell.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from elite.seeds.drawings.canvas import WHITE
from elite.seeds.drawings.colour import hexed, tone
from elite.seeds.drawings.lighting import swag
from elite.seeds.drawings.paper import swag_point
from elite.seeds.drawings.picture import Picture, Spot
from elite.seeds.drawings.props import lay
from elite.seeds.drawings.stage import KINDS


@dataclass(frozen=True)
class Piece:
    """One thing on the table: a kind of drawing, or one of the arrangements made here."""

    kind: str
    colour: str
    accent: str
    x: float
    y: float
    scale: float
    style: str = ""
    number: int = 0  # drawn beside it, for an occasion whose pieces are listed


@dataclass(frozen=True)
class Table:
    """A room, a cloth and what stands on it, from back to front."""

    name: str
    title: str
    room: str
    cloth: str
    trim: str
    pieces: tuple[Piece, ...]
    width: int = 1800
    height: int = 1000
    top: float = 636  # where the table begins
    edge: float = 764  # where the cloth falls
    arch: tuple[float, float, str] | None = None  # middle, half width, colour
    lights: tuple[tuple[float, float], ...] = ()
    bunting: tuple[str, ...] = ()
    lights_from: float = 0  # where the swags begin, so that a headline stays free of them


def _stack(p: Picture) -> None:
    """Three plates with a napkin in a ring on top; its foot is at 400, 850."""
    p.shadow(400, 850, 300, 46, 0.5)
    for i in range(3):
        y = 842 - i * 30
        p.path(f"M105 {y}A295 51 0 0 0 695 {y}L620 {y + 32}A220 34 0 0 1 180 {y + 32}z", p.turned(p.colour))
        p.ellipse(400, y, 295, 51, p.plane(p.colour))
    p.ellipse(400, 782, 279, 44, "none", stroke=p.accent.body, stroke_width=7)
    cloth = tone("rose" if p.colour.name != "rose" and p.accent.name != "rose" else "butter")
    p.path("M260 766C308 716 376 758 418 706C468 758 516 716 552 770C470 800 340 800 260 766z", p.plane(cloth))
    p.path("M384 726q22 28 8 64h42q14 -38 -14 -78z", p.turned(tone("brass")))


def _flowers(p: Picture) -> None:
    """A jug of paper flowers; its foot is at 400, 850."""
    KINDS["jug"].draw(p)
    moss = p.plane(tone("moss"))
    heads = (
        (300, 250, "rose"),
        (410, 170, "persimmon"),
        (540, 210, "oat"),
        (490, 300, "butter"),
        (370, 320, "oat"),
        (610, 310, "rose"),
    )
    for i, (x, y, name) in enumerate(heads):
        p.leaf(x, y, 150, -150 + i * 58, moss, 0.3)
        p.bloom(x, y, 88, tone(name if name != p.colour.name else "cornflower"), i * 20)


def _fruit(p: Picture) -> None:
    """A footed bowl of fruit; its foot is at 400, 850."""
    p.shadow(400, 850, 130, 28, 0.55, 1.4)
    for x, y, r, name in (
        (300, 560, 84, "persimmon"),
        (420, 520, 92, "damson"),
        (520, 570, 80, "butter"),
        (360, 600, 80, "rose"),
        (460, 606, 82, "persimmon"),
    ):
        p.circle(x, y, r, p.ball(tone(name)))
        p.gleam(
            f"M{x - r * 0.5:.0f} {y - r * 0.2:.0f}q{r * 0.08:.0f} {-r * 0.3:.0f} {r * 0.36:.0f} {-r * 0.36:.0f}", 9, 0.4
        )
    p.leaf(430, 450, 130, -30, p.plane(tone("moss")), 0.34)
    p.lathe(400, 850, [(0, 120), (10, 116), (30, 40), (80, 34), (110, 90), (190, 220), (230, 236)], p.turned(p.colour))
    p.hoop(400, 640, 228, p.accent.body, 12)
    p.gleam("M196 680C220 730 260 756 300 770", 11, 0.4)


ARRANGEMENTS = {"stack": _stack, "flowers": _flowers, "fruit": _fruit}


def _numeral(p: Picture, x: float, y: float, number: int) -> None:
    """A small disc with a number drawn in it, so that the list beside the picture can point."""
    digits = {
        1: "M-6 -8L2 -14V14", 2: "M-9 -7C-7 -16 9 -16 8 -5C7 3 -8 6 -9 14H10", 3: "M-9 -14H8L-2 -3C8 -3 11 6 6 11C1 16 -7 14 -10 9",
        4: "M5 14V-14L-10 6H10", 5: "M8 -14H-7L-8 -2C0 -6 10 -3 9 6C8 16 -6 16 -10 9", 6: "M7 -13C-4 -14 -10 -2 -9 6C-8 17 9 16 9 6C9 -4 -6 -5 -9 5",
        7: "M-9 -14H9L-3 14", 8: "M0 -1C-11 -3 -9 -14 0 -14S11 -3 0 -1C-12 2 -12 14 0 14S12 2 0 -1",
    }  # fmt: skip
    p.circle(x + 3, y + 5, 27, p.shadow_ink, fill_opacity=0.3)
    p.circle(x, y, 27, "#fffdf8")
    with p.group(x, y):
        p.line(digits[number], tone("damson").deep, 4.5)


def _wall(p: Picture, table: Table) -> None:
    w = table.width
    p.rect(
        0, 0, w, table.height, p.gradient([(0, p.wall_glow, 1), (0.55, p.wall, 1), (1, p.wall_shade, 1)], 0, 0, 1, 0.8)
    )
    if not p.evening:
        for x in range(60, round(w * 0.5), 280):
            p.path(f"M{x} 0h{150}l250 {table.top}h-150z", WHITE, fill_opacity=0.15)
    if table.arch:
        cx, half, name = table.arch
        p.path(
            f"M{cx - half:g} {table.top + 4:g}V{table.top - half * 0.84:g}a{half:g} {half:g} 0 0 1 {half * 2:g} 0V{table.top + 4:g}z",
            p.plane(tone(name)),
            fill_opacity=0.9,
        )
        if p.evening:
            warm = hexed(0.85, 0.10, 60)
            p.ellipse(cx, table.top - 220, half * 2.2, half * 1.6, p.radial([(0, warm, 0.42), (1, warm, 0)]))
    for i in range(len(table.bunting) * 4 if table.bunting else 0):
        count = len(table.bunting) * 4
        u = (i + 0.5) / count
        px, py = swag_point(u, 60, 74, -20, w + 20)
        slope = math.degrees(math.atan2(4 * 74 * (1 - 2 * u), w + 40))
        with p.group(round(px), round(py), turn=slope):
            p.cast("M-50 0H50L0 120z", 18, 20, 0.14)
            p.path("M-50 0H50L0 120z", p.fall(tone(table.bunting[i % len(table.bunting)])))
    if table.bunting:
        p.line(f"M-20 60Q{w / 2:g} 208 {w + 20} 60", tone("oat").light, 5)
    for k, (y0, sag) in enumerate(table.lights):
        left, right = table.lights_from - 20, w + 20
        swag(
            p,
            y0,
            sag,
            y0 + 10 - k * 20,
            tone("ink"),
            max(round((right - left) / 130), 5),
            (k % 2) * 0.2,
            0.8,
            left,
            right,
        )


def _cloth(p: Picture, table: Table) -> None:
    t, q, w = tone(table.cloth), tone(table.trim), table.width
    top, edge = table.top, table.edge
    p.rect(0, top, w, edge - top + 8, p.gradient([(0, t.light, 1), (1, t.glow, 1)], 0, 0, 0, 1))
    p.rect(
        0, edge, w, table.height - edge, p.gradient([(0, t.shade, 1), (0.12, t.body, 1), (1, t.body, 1)], 0, 0, 0, 1)
    )
    fold = p.gradient([(0, t.deep, 0), (0.5, t.deep, 0.26), (1, t.deep, 0)])
    for i in range(w // 150 + 1):
        p.rect(40 + i * 152 + (i * 37 % 60), edge + 4, 70 + i * 29 % 40, table.height - edge, fold)
    p.rect(0, edge - 4, w, 6, WHITE, fill_opacity=0.4)
    for y, width in ((edge + 48, 9), (edge + 72, 3)):
        p.path(f"M0 {y:g} " + "q50 74 100 0" * (w // 100 + 1), stroke=q.body, stroke_width=width)


def set_table(table: Table) -> str:
    """Paint a whole table."""
    p = Picture(table.room, table.cloth, table.trim, seed=table.name, width=table.width, height=table.height)
    _wall(p, table)
    _cloth(p, table)
    for piece in table.pieces:
        p.colour, p.accent, p.style = tone(piece.colour), tone(piece.accent), piece.style
        if piece.kind.startswith("prop:"):
            lay(p, piece.kind.removeprefix("prop:"), Spot(piece.x, piece.y, piece.scale), p.accent, p.chance)
            continue
        draw = ARRANGEMENTS.get(piece.kind) or KINDS[piece.kind].draw
        with p.group(round(piece.x - 400 * piece.scale, 1), round(piece.y - 850 * piece.scale, 1), piece.scale):
            draw(p)
    for piece in table.pieces:
        if piece.number:
            # what stands at the back is counted on its own foot, what stands in front below the edge
            front = piece.y > (table.top + table.edge) / 2 + 20
            _numeral(p, piece.x, table.edge + 46 if front else piece.y + 12, piece.number)
    return p.svg(table.title)


def _hero(evening: bool) -> tuple[Piece, ...]:
    day = not evening
    return (
        Piece("taper", "damson" if day else "oat", "persimmon" if day else "rose", 1440, 690, 0.56),
        Piece("flowers", "celadon", "butter", 1668, 716, 0.46),
        Piece("candle", "oat", "rose", 664, 712, 0.34),
        Piece("cake-stand", "persimmon" if day else "rose", "rose" if day else "butter", 1120, 716, 0.56),
        Piece("goblet", "damson", "persimmon", 872, 726, 0.36),
        Piece("goblet", "cornflower", "rose", 1350, 744, 0.40),
        Piece("stack", "celadon", "damson", 130, 730, 0.43),
        Piece("stack", "oat", "damson", 424, 742, 0.43),
        Piece("prop:plum", "oat", "persimmon", 1010, 730, 0.62),
        Piece("prop:plum", "oat", "damson", 1560, 738, 0.6),
        Piece("prop:sprig", "oat", "moss", 1190, 748, 0.8),
        Piece("prop:plum", "oat", "butter", 284, 738, 0.5),
        Piece("prop:sprig", "oat", "moss", 520, 754, 0.7),
        Piece("prop:fig", "oat", "rose", 756, 738, 0.52),
    )


def _tall(evening: bool) -> tuple[Piece, ...]:
    day = not evening
    return (
        Piece("taper", "damson" if day else "oat", "persimmon" if day else "rose", 236, 1352, 0.74),
        Piece("flowers", "celadon", "butter", 736, 1382, 0.6),
        Piece("cake-stand", "persimmon" if day else "rose", "rose" if day else "butter", 482, 1418, 0.6),
        Piece("goblet", "cornflower", "rose", 724, 1486, 0.46),
        Piece("stack", "oat", "damson", 196, 1486, 0.5),
        Piece("candle", "oat", "rose", 404, 1490, 0.23),
        Piece("prop:plum", "oat", "persimmon", 566, 1488, 0.7),
        Piece("prop:sprig", "oat", "moss", 330, 1508, 0.7),
    )


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("table-day", "A long table by day: plates, goblets, a cake, candles and a jug of flowers", "apricot", "oat", "damson", _hero(False), arch=(1370, 280, "rose"), lights=((-90, 150), (0, 215)), lights_from=840),
        Table("table-evening", "The same table by evening, lit by candles and a string of lamps", "night", "rose", "butter", _hero(True), arch=(1370, 280, "damson"), lights=((-90, 150), (0, 215)), lights_from=840),
        Table("table-day-tall", "A table by day: a cake, tapers, plates and a jug of flowers", "apricot", "oat", "damson", _tall(False), 900, 1700, 1330, 1522, (480, 310, "rose"), ((690, 62),)),
        Table("table-evening-tall", "The same table by evening, with the candles lit", "night", "rose", "butter", _tall(True), 900, 1700, 1330, 1522, (480, 310, "damson"), ((690, 62),)),
        Table(
            "long-lunch", "A long lunch, set in clay, damson and brass", "clay", "oat", "damson",
            (
                Piece("taper", "butter", "rose", 150, 690, 0.58, number=5),
                Piece("flowers", "celadon", "butter", 1010, 700, 0.5),
                Piece("carafe", "damson", "persimmon", 800, 704, 0.5, "citrus", number=4),
                Piece("board", "damson", "rose", 540, 706, 0.5, number=6),
                Piece("stack", "persimmon", "damson", 320, 794, 0.42, number=1),
                Piece("goblet", "damson", "persimmon", 590, 806, 0.4, number=2),
                Piece("napkin-ring", "damson", "rose", 860, 806, 0.36, number=3),
                Piece("prop:fig", "oat", "rose", 720, 776, 0.6),
                Piece("prop:olive", "oat", "damson", 1010, 790, 0.7),
            ),
            1200, 1000, 620, 800, (640, 300, "persimmon"),
        ),
        Table(
            "candlelight-supper", "A supper by candlelight, in oat, rose and brass", "night", "damson", "rose",
            (
                Piece("candelabra", "oat", "rose", 620, 690, 0.62, number=5),
                Piece("flowers", "oat", "rose", 1030, 702, 0.46),
                Piece("lantern", "ink", "rose", 170, 694, 0.44, number=6),
                Piece("goblet", "rose", "butter", 860, 760, 0.4, "coupe", number=2),
                Piece("stack", "oat", "rose", 330, 786, 0.46, number=1),
                Piece("napkin", "rose", "butter", 660, 790, 0.34, number=3),
                Piece("tealight", "butter", "rose", 980, 800, 0.34, number=4),
                Piece("prop:petals", "oat", "rose", 520, 788, 0.7),
            ),
            1200, 1000, 620, 800, (620, 320, "damson"), ((-70, 110), (20, 150)),
        ),
        Table(
            "birthday-tea", "A birthday tea in butter, cornflower and persimmon", "sky", "oat", "persimmon",
            (
                Piece("balloon-bunch", "persimmon", "butter", 1010, 716, 0.6, number=6),
                Piece("tiers", "butter", "cornflower", 760, 716, 0.5, number=3),
                Piece("birthday-candles", "persimmon", "rose", 430, 722, 0.56, "mixed", number=4),
                Piece("paper-cup", "cornflower", "butter", 140, 724, 0.5, "dots", number=2),
                Piece("stack", "butter", "persimmon", 270, 796, 0.4, number=1),
                Piece("cracker", "persimmon", "cornflower", 640, 806, 0.38, number=5),
                Piece("prop:macarons", "oat", "rose", 890, 790, 0.7),
            ),
            1200, 1000, 630, 800, (420, 280, "butter"), (), ("persimmon", "butter", "cornflower", "rose"),
        ),
        Table(
            "garden-party", "A garden party in celadon, oat and moss", "garden", "oat", "moss",
            (
                Piece("dispenser", "celadon", "butter", 230, 700, 0.56, number=4),
                Piece("flowers", "butter", "moss", 1020, 704, 0.5),
                Piece("tiers", "oat", "celadon", 600, 700, 0.52, number=3),
                Piece("tumbler", "celadon", "butter", 420, 796, 0.42, number=2),
                Piece("salad-bowl", "moss", "oat", 830, 756, 0.42, number=5),
                Piece("stack", "celadon", "moss", 700, 806, 0.4, number=1),
                Piece("straws", "moss", "oat", 960, 806, 0.34, number=6),
                Piece("prop:lemon", "oat", "butter", 160, 786, 0.7),
            ),
            1200, 1000, 620, 800, (610, 290, "butter"), ((-80, 100),),
        ),
        Table(
            "christening-tea", "A christening tea in rose, oat and cornflower", "morning", "rose", "oat",
            (
                Piece("flowers", "cornflower", "rose", 190, 704, 0.5),
                Piece("cake-stand", "rose", "oat", 560, 716, 0.56, "dome", number=3),
                Piece("teapot", "cornflower", "oat", 920, 716, 0.46, "flowers", number=4),
                Piece("cup", "oat", "cornflower", 340, 800, 0.34, number=2),
                Piece("stack", "oat", "cornflower", 720, 806, 0.4, number=1),
                Piece("favour-bag", "oat", "rose", 1060, 800, 0.34, number=5),
                Piece("prop:almonds", "oat", "cornflower", 530, 796, 0.8),
            ),
            1200, 1000, 620, 800, (560, 300, "oat"), (), ("oat", "rose", "cornflower"),
        ),
    )
}  # fmt: skip
OCCASIONS: Sequence[str] = ("long-lunch", "candlelight-supper", "birthday-tea", "garden-party", "christening-tea")
