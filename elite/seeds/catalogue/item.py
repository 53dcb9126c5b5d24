"""How the demonstration's goods are written down: one `Item` a product, close to how a buyer would note it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Fact = str | int | bool
NOTHING: Mapping[str, Fact] = {}


@dataclass(frozen=True)
class Size:
    """One size of a product, with its own price, weight and measures."""

    name: str
    price: str
    grams: int
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class Pack:
    """So many pieces for so much."""

    pieces: int
    price: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """One product. Its variants are every colour in every size or pack; `grams` is the weight of one piece."""

    name: str
    shelf: str
    maker: str
    summary: str
    text: str
    kind: str  # of drawing
    colours: tuple[str, ...]
    style: str = ""
    accents: tuple[str, ...] = ()  # one for each colour; chosen where there is none
    price: str = ""
    was: str = ""  # what the first variant of each colour cost before
    sizes: tuple[Size, ...] = ()
    packs: tuple[Pack, ...] = ()
    pieces: int = 1  # in a pack, where there is only one kind of pack
    unit: str = ""
    grams: int = 0
    facts: Mapping[str, Fact] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # other shelves it stands on
    more: tuple[str, ...] = ()  # further pictures, "kind" or "kind:style"
    least: int = 1
    step: int = 1
    stock: str = ""  # "out", "low", "made" (to order), "endless"; otherwise plenty
    out: tuple[str, ...] = ()  # colours that are sold out
    room: str = ""  # of the first colour, where the neighbours on the first page matter
    evening: bool = False  # shown in a dark room
    zero: bool = False  # no tax, as on books
    days: int = 200  # since it came to the shop


def packs(*pairs: tuple[int, str]) -> tuple[Pack, ...]:
    """`packs((6, "42.00"), (24, "156.00"))`."""
    return tuple(Pack(pieces, price) for pieces, price in pairs)
