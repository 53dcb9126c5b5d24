"""Named questions of the stock room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from elite.catalog import Variant
from elite.inventory.stock import Stock, StockMove
from elite.kernel.db import session
from elite.kernel.pages import Page, paginate


@dataclass(frozen=True)
class Level:
    """A variant (with its product) and its shelf; None where there is none yet."""

    variant: Variant
    stock: Stock | None

    @property
    def left(self) -> int:
        return self.stock.on_hand - self.stock.reserved - self.stock.safety if self.stock else 0


def find_stock(variant_id: int) -> Stock | None:
    """The variant's shelf."""
    return session.scalar(select(Stock).where(Stock.variant_id == variant_id))


def find_stocks(variant_ids: Sequence[int]) -> dict[int, Stock]:
    """The shelves there are, by variant id."""
    return {one.variant_id: one for one in session.scalars(select(Stock).where(Stock.variant_id.in_(variant_ids)))}


def list_levels(q: str = "", *, only_low: bool = False, page: int = 1, size: int = 50) -> Page[Level]:
    """Shelves by SKU; `only_low` those with nothing left to sell."""
    query = select(Variant).outerjoin(Stock, Stock.variant_id == Variant.id).where(Variant.active).order_by(Variant.sku)
    if q.strip():
        query = query.where(func.upper(Variant.sku).contains(q.strip().upper(), autoescape=True))
    if only_low:
        query = query.where(Stock.on_hand - Stock.reserved - Stock.safety <= 0)
    found = paginate(query.options(joinedload(Variant.product)), page, size)
    shelves = find_stocks([variant.id for variant in found.items])
    return Page([Level(v, shelves.get(v.id)) for v in found.items], found.number, found.size, found.total)


def list_moves(variant_id: int, page: int = 1, size: int = 50) -> Page[StockMove]:
    """What happened on the variant's shelf, newest first."""
    moves = select(StockMove).join(Stock, Stock.id == StockMove.stock_id).where(Stock.variant_id == variant_id)
    return paginate(moves.order_by(StockMove.id.desc()), page, size)
