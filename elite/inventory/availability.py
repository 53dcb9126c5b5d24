"""How many of a variant can be promised, asked once for a whole page; the words for it belong to pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from elite import catalog
from elite.catalog import StockPolicy, Variant
from elite.inventory.errors import Shortage
from elite.inventory.stock import Stock
from elite.kernel.db import session
from elite.kernel.money import Money


@dataclass(frozen=True)
class Availability:
    """`left` is None where nobody counts; with `backorder` more than `left` may be promised."""

    variant_id: int
    sku: str
    on_hand: int
    reserved: int
    safety: int
    left: int | None
    backorder: bool

    @property
    def tracked(self) -> bool:
        return self.left is not None

    def allows(self, quantity: int) -> bool:
        """Whether `quantity` units could be promised this moment."""
        return self.left is None or self.backorder or quantity <= self.left

    @property
    def most(self) -> int | None:
        """The most that could be promised this moment; None when nothing limits it."""
        return None if self.backorder else self.left


@dataclass(frozen=True)
class Offer:
    """A variant of a product, how many there are, and its lowest price of late where it is reduced."""

    variant: Variant
    there: Availability
    lowest_price: Money | None


def list_offers(product_id: int, since: datetime) -> list[Offer]:
    """Every variant of a product with how many can be promised, in one query; withdrawn ones too, for their answers.

    `since` is where "of late" begins.
    """
    wanted = catalog.variants_of(product_id, since).outerjoin(Stock, Stock.variant_id == Variant.id)
    rows = session.execute(wanted.add_columns(Stock.on_hand, Stock.reserved, Stock.safety)).unique()
    return [
        Offer(one, _of(one.id, one.sku, one.stock_policy, on_hand, reserved, safety), lowest)
        for one, lowest, on_hand, reserved, safety in rows
    ]


def available(variant_ids: Collection[int]) -> dict[int, Availability]:
    """How many can be promised of each variant, in one query. Unknown ids are left out."""
    if not variant_ids:
        return {}
    rows = session.execute(
        select(Variant.id, Variant.sku, Variant.stock_policy, Stock.on_hand, Stock.reserved, Stock.safety)
        .outerjoin(Stock, Stock.variant_id == Variant.id)
        .where(Variant.id.in_(set(variant_ids)))
    )
    return {row.id: _of(row.id, row.sku, row.stock_policy, row.on_hand, row.reserved, row.safety) for row in rows}


def find_shortages(wanted: Mapping[int, int]) -> list[Shortage]:
    """What of `wanted` (variant id to units) could not be promised this moment; the promise itself is `reserve`."""
    there = available(wanted.keys())
    return [
        Shortage(variant_id, there[variant_id].sku, quantity, max(0, there[variant_id].left or 0))
        for variant_id, quantity in sorted(wanted.items())
        if variant_id in there and not there[variant_id].allows(quantity)
    ]


def sellable(variant_id: int, quantity: int = 1) -> bool:
    """Whether `quantity` units could be promised this moment: the one rule for lists, facets, pages and carts."""
    there = available([variant_id]).get(variant_id)
    return there is not None and there.allows(quantity)


def _of(
    variant_id: int, sku: str, policy: StockPolicy, on_hand: int | None, reserved: int | None, safety: int | None
) -> Availability:
    on_hand, reserved, safety = on_hand or 0, reserved or 0, safety or 0
    left = None if policy is StockPolicy.UNTRACKED else max(0, on_hand - reserved - safety)
    return Availability(variant_id, sku, on_hand, reserved, safety, left, policy is StockPolicy.BACKORDER)
