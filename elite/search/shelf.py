"""What inventory knows, read by table name because it is a stranger here (see the package's docstring)."""

from __future__ import annotations

from sqlalchemy import Boolean, ColumnElement, Integer, and_, case, column, func, or_, table

from elite.catalog import StockPolicy, Variant

stock = table(
    "stock",
    column("variant_id", Integer),
    column("on_hand", Integer),
    column("reserved", Integer),
    column("safety", Integer),
    column("backorder", Boolean),
)

# What may be promised of a variant that somebody counts; no row in `stock` means that none ever arrived.
left = func.coalesce(stock.c.on_hand - stock.c.reserved - stock.c.safety, 0)

in_stock: ColumnElement[bool] = or_(Variant.stock_policy == StockPolicy.UNTRACKED, left >= Variant.min_quantity)
"""There and enough for the least that may be bought. Needs `stock` outer joined on the variant."""

made_to_order: ColumnElement[bool] = or_(
    Variant.stock_policy == StockPolicy.BACKORDER, and_(stock.c.backorder.is_not(None), stock.c.backorder)
)

standing = case((in_stock, 2), (made_to_order, 1), else_=0)
"""2 in stock, 1 made to order, 0 sold out."""
