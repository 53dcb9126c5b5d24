"""What the demonstration sells, as a buyer would write it down; `seeds.planting` puts it into the shop."""

from __future__ import annotations

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

__all__ = ["ITEMS", "SHELVES", "Fact", "Item", "Pack", "Shelf", "Size"]
