"""What happens on the shelves, as facts; the subject is the SKU."""

from __future__ import annotations

from dataclasses import dataclass

from elite.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class StockChanged(Event):
    """A person (or a delivery) changed how many there are; orders' own moves are in `stock_move` alone."""

    sku: str
    kind: str
    by_units: int
    on_hand: int
    ref: str


@dataclass(frozen=True, kw_only=True)
class StockRanLow(Event):
    """A sale took the shelf to or below its safety stock, or emptied it."""

    sku: str
    left: int


@dataclass(frozen=True, kw_only=True)
class StockCameBack(Event):
    """There was nothing left to sell, and now there is."""

    sku: str
    left: int
