"""What people do to shelves: goods arrive, something breaks, somebody counts. Always a difference, never a new total."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import insert, or_, select, true, update

from elite.catalog import Variant
from elite.inventory.errors import BelowWhatIsPromised, ShelfChanged
from elite.inventory.events import StockCameBack, StockChanged
from elite.inventory.reservations import make_shelf
from elite.inventory.stock import Stock, StockMove
from elite.kernel import clock, events
from elite.kernel.db import rows_changed, session


def receive(variant_id: int, quantity: int, *, ref: str, by: int | None = None, reason: str = "") -> None:
    """`quantity` units arrived, once for `ref` (a delivery note, a form's token). Makes the shelf where there was none."""
    if quantity < 0:
        raise ValueError("What arrives is counted from nought.")
    _change(variant_id, quantity, kind="receive", ref=ref, by=by, reason=reason)


def receive_all(arrived: Mapping[int, int], *, ref: str, by: int | None = None, reason: str = "") -> None:
    """Many variants (variant id to units) arrived together under one `ref`."""
    shelves = {
        row.variant_id: row.id
        for row in session.execute(select(Stock.id, Stock.variant_id).where(Stock.variant_id.in_(arrived)))
    }
    for variant_id in sorted(arrived.keys() - shelves.keys()):
        shelves[variant_id] = make_shelf(variant_id)
    for variant_id in sorted(arrived, key=shelves.__getitem__):
        receive(variant_id, arrived[variant_id], ref=ref, by=by, reason=reason)


def adjust(variant_id: int, delta: int, *, reason: str, ref: str, by: int | None = None) -> None:
    """`delta` units more (or fewer) than the books say, once for `ref`. Raises BelowWhatIsPromised."""
    _change(variant_id, delta, kind="adjust", ref=ref, by=by, reason=reason)


def count(variant_id: int, found: int, *, seen_on_hand: int, reason: str, ref: str, by: int | None = None) -> None:
    """Somebody counted `found` units while the page said `seen_on_hand`; the difference is stored (features.md T-8).

    Raises ShelfChanged when the books have moved since the page was made: count again.
    """
    shelf = _lock(variant_id)
    if _moved_already(shelf, "adjust", ref):
        return
    if shelf.on_hand != seen_on_hand:
        raise ShelfChanged(shelf.on_hand, seen_on_hand)
    _change(variant_id, found - seen_on_hand, kind="adjust", ref=ref, by=by, reason=reason)


def set_safety(variant_id: int, units: int) -> None:
    """Keep `units` back from sale."""
    if units < 0:
        raise ValueError("A safety stock is counted from nought.")
    shelf = _lock(variant_id)
    session.execute(
        update(Stock)
        .where(Stock.id == shelf.id)
        .values(safety=units, version=Stock.version + 1)
        .execution_options(synchronize_session=False)
    )


def _change(variant_id: int, delta: int, *, kind: str, ref: str, by: int | None, reason: str) -> None:
    shelf = _lock(variant_id)
    if delta == 0 or _moved_already(shelf, kind, ref):
        return
    sku = session.scalars(select(Variant.sku).where(Variant.id == variant_id)).one()
    left = shelf.on_hand - shelf.reserved - shelf.safety
    allowed = or_(Stock.on_hand + delta >= Stock.reserved, Stock.backorder.is_(true())) if delta < 0 else true()
    changed = rows_changed(
        update(Stock)
        .where(Stock.id == shelf.id, allowed)
        .values(on_hand=Stock.on_hand + delta, version=Stock.version + 1)
        .execution_options(synchronize_session=False)
    )
    if changed != 1:
        raise BelowWhatIsPromised(sku, shelf.on_hand, shelf.reserved)
    session.execute(
        insert(StockMove).values(
            stock_id=shelf.id,
            kind=kind,
            ref=ref,
            d_on_hand=delta,
            d_reserved=0,
            reason=reason,
            actor_id=by if by is not None else events.actor_id(),
            at=clock.database_now(),
        )
    )
    session.expire(shelf)

    events.record(StockChanged(sku=sku, kind=kind, by_units=delta, on_hand=shelf.on_hand, ref=ref))
    if left <= 0 < left + delta:
        events.record(StockCameBack(sku=sku, left=left + delta))


def _lock(variant_id: int) -> Stock:
    """The shelf, locked, made empty where there was none."""
    mine = (
        select(Stock).where(Stock.variant_id == variant_id).with_for_update().execution_options(populate_existing=True)
    )
    shelf = session.scalar(mine)
    if shelf is None:
        make_shelf(variant_id)
        shelf = session.scalars(mine).one()
    return shelf


def _moved_already(shelf: Stock, kind: str, ref: str) -> bool:
    mine = select(StockMove.id).where(StockMove.stock_id == shelf.id, StockMove.kind == kind, StockMove.ref == ref)
    return session.scalar(mine) is not None
