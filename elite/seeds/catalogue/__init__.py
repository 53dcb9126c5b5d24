"""What the demonstration sells, as a buyer would write it down; `seeds.planting` puts it into the shop."""

from __future__ import annotations

from collections import Counter

from elite.seeds.catalogue import (
    backdrops,
    balloons,
    candles,
    favours,
    furniture,
    lighting,
    linen,
    serving,
    stationery,
    tableware,
)
from elite.seeds.catalogue.item import Fact, Item, Pack, Size
from elite.seeds.catalogue.shelves import SHELVES, Shelf

PAGES = (tableware, linen, lighting, balloons, backdrops, favours, furniture, serving, stationery, candles)
ITEMS: tuple[Item, ...] = tuple(item for page in PAGES for item in page.ITEMS)
FIRST_ON_THE_TABLE = (  # the set table of the first page, the large picture first
    "Stem taper holders",
    "Halo dinner plate",
    "Fold linen napkin",
    "Ribbed goblet",
    "Tent place card",
    "Long table runner",
)


def in_order() -> list[Item]:
    """The goods in the order in which they come into the shop: what the first page sets on its table, then page by page."""
    first = {name: index for index, name in enumerate(FIRST_ON_THE_TABLE)}
    return sorted(ITEMS, key=lambda item: first.get(item.name, len(first)))


def side_by_side() -> list[Item]:
    """The goods as the list of a whole first-row shelf shows them: the first of every shelf below it, then the seconds."""
    placed: Counter[str] = Counter()
    places: dict[str, tuple[str, int]] = {}
    for item in in_order():
        places[item.name] = (item.shelf.split("/")[0], placed[item.shelf])
        placed[item.shelf] += 1
    roots = [shelf.path for shelf in SHELVES if "/" not in shelf.path]
    return sorted(in_order(), key=lambda item: (roots.index(places[item.name][0]), places[item.name][1]))


__all__ = ["ITEMS", "SHELVES", "Fact", "Item", "Pack", "Shelf", "Size", "in_order", "side_by_side"]
