"""Promise units to an order, and keep or free the promise: the only code that touches `stock.reserved`.

Rules (protocol.md 2.4): demand is summed per shelf, shelves are taken in the order of their ids, each by one conditional
UPDATE whose rowcount must be 1, all shelves before any `stock_move` (its foreign key would lock the shelf too early).
Every step leaves a move that is unique per shelf, kind and order, so a replay changes nothing. Call inside a transaction,
after locking the order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Update, insert, or_, select, true, update
from sqlalchemy.exc import IntegrityError

from elite.catalog import StockPolicy, Variant
from elite.inventory.errors import NotEnoughStock, NothingHeld, Shortage
from elite.inventory.events import StockCameBack, StockRanLow
from elite.inventory.stock import Held, Reservation, Stock, StockMove
from elite.kernel import clock, events
from elite.kernel.db import rows_changed, session

Demand = dict[int, int]  # stock id to units


def reserve(ref: str, wanted: Mapping[int, int]) -> None:
    """Hold `wanted` (variant id to units) for order `ref`, all or nothing. Raises NotEnoughStock."""
    if _reservations(ref):
        return
    demand, missing, unlimited = _shelves(wanted)

    _take(demand, unlimited, missing)
    _write_moves(ref, "reserve", demand, on_hand=0, reserved=1)
    for stock_id, quantity in sorted(demand.items()):
        session.execute(insert(Reservation).values(ref=ref, stock_id=stock_id, quantity=quantity, state=Held.HELD))


def consume(ref: str) -> None:
    """The held units leave the books: they will be picked. Again is no change; raises NothingHeld after a release."""
    held = _reservations(ref)
    if not held or all(one.state is Held.CONSUMED for one in held):
        return
    demand = _demand(ref, held, Held.HELD)

    for stock_id, quantity in sorted(demand.items()):
        there = or_(Stock.on_hand >= quantity, Stock.backorder.is_(true()))
        _change(stock_id, -quantity, -quantity, Stock.reserved >= quantity, there)
    _write_moves(ref, "consume", demand, on_hand=-1, reserved=-1)
    _resolve(ref, Held.CONSUMED)

    for _stock_id, sku, left in _levels(demand):
        if left <= 0:
            events.record(StockRanLow(sku=sku, left=left))


def release(ref: str) -> None:
    """The held units are free again. Doing it again changes nothing; raises NothingHeld once they were consumed."""
    held = _reservations(ref)
    if not held or all(one.state is Held.RELEASED for one in held):
        return
    demand = _demand(ref, held, Held.HELD)

    for stock_id, quantity in sorted(demand.items()):
        _change(stock_id, 0, -quantity, Stock.reserved >= quantity)
    _write_moves(ref, "release", demand, on_hand=0, reserved=-1)
    _resolve(ref, Held.RELEASED)
    _tell_what_came_back(demand)


def retake(ref: str) -> None:
    """Hold again what was released, for late money; all or nothing. Raises NotEnoughStock: call under a savepoint."""
    freed = _reservations(ref)
    if not freed or all(one.state is Held.HELD for one in freed):
        return
    demand = _demand(ref, freed, Held.RELEASED)
    unlimited = set(
        session.scalars(
            select(Stock.id)
            .join(Variant, Variant.id == Stock.variant_id)
            .where(Stock.id.in_(demand), Variant.stock_policy != StockPolicy.DENY)
        )
    )

    _take(demand, unlimited)
    _write_moves(ref, "retake", demand, on_hand=0, reserved=1)
    _resolve(ref, Held.HELD)


def restock(ref: str) -> None:
    """Consumed units of an order cancelled before it was sent go back on the shelf. Again is no change."""
    gone = _reservations(ref)
    if not gone or all(one.state is Held.RELEASED for one in gone):
        return
    demand = _demand(ref, gone, Held.CONSUMED)

    for stock_id, quantity in sorted(demand.items()):
        _change(stock_id, quantity, 0)
    _write_moves(ref, "restock", demand, on_hand=1, reserved=0)
    _resolve(ref, Held.RELEASED)
    _tell_what_came_back(demand)


def held_by(ref: str) -> list[Reservation]:
    """What an order holds, held or not, shelf by shelf."""
    return _reservations(ref)


def _shelves(wanted: Mapping[int, int]) -> tuple[Demand, list[Shortage], set[int]]:
    """The demand by shelf, what has no shelf to take from, and the shelves that may go below zero."""
    rows = session.execute(
        select(Variant.id, Variant.sku, Variant.stock_policy, Stock.id.label("stock_id"))
        .outerjoin(Stock, Stock.variant_id == Variant.id)
        .where(Variant.id.in_(wanted))
        .order_by(Variant.id)
    ).all()
    demand: Demand = {}
    unlimited: set[int] = set()
    missing = [
        Shortage(variant_id, "?", wanted[variant_id], 0) for variant_id in wanted.keys() - {row.id for row in rows}
    ]
    for row in rows:
        if row.stock_policy is StockPolicy.UNTRACKED:
            continue
        stock_id = row.stock_id
        if stock_id is None and row.stock_policy is StockPolicy.BACKORDER:
            stock_id = make_shelf(row.id)
        if stock_id is None:
            missing.append(Shortage(row.id, row.sku, wanted[row.id], 0))
            continue
        demand[stock_id] = demand.get(stock_id, 0) + wanted[row.id]
        if row.stock_policy is StockPolicy.BACKORDER:
            unlimited.add(stock_id)
    return demand, missing, unlimited


def make_shelf(variant_id: int) -> int:
    """The id of the variant's shelf, made empty where there was none; two makers meet at the unique key."""
    try:
        with session.begin_nested():
            session.execute(
                insert(Stock).values(variant_id=variant_id, on_hand=0, reserved=0, safety=0, backorder=False, version=0)
            )
    except IntegrityError:
        pass  # somebody else made it
    return session.scalars(select(Stock.id).where(Stock.variant_id == variant_id)).one()


def _take(demand: Demand, unlimited: set[int], missing: Sequence[Shortage] = ()) -> None:
    """Reserve every shelf or raise NotEnoughStock with `missing` and whatever is short besides."""
    short: Demand = {}
    for stock_id, quantity in sorted(demand.items()):
        free = update(Stock).where(Stock.id == stock_id)
        if stock_id in unlimited:
            free = free.values(backorder=True)
        else:
            free = free.where(Stock.on_hand - Stock.reserved - Stock.safety >= quantity)
        if not _one_row(free.values(reserved=Stock.reserved + quantity, version=Stock.version + 1)):
            short[stock_id] = quantity
    if short or missing:
        raise NotEnoughStock([*missing, *_shortages(short)])


def _change(stock_id: int, on_hand: int, reserved: int, *guards: ColumnElement[bool]) -> None:
    """One guarded change of one shelf. A guard that fails here means the books are wrong, which no shopper can cause."""
    changed = (
        update(Stock)
        .where(Stock.id == stock_id, *guards)
        .values(on_hand=Stock.on_hand + on_hand, reserved=Stock.reserved + reserved, version=Stock.version + 1)
    )
    if not _one_row(changed):
        raise RuntimeError(f"Shelf {stock_id} does not hold what its reservations say.")


def _one_row(statement: Update) -> bool:
    return rows_changed(statement.execution_options(synchronize_session=False)) == 1


def _write_moves(ref: str, kind: str, demand: Demand, *, on_hand: int, reserved: int) -> None:
    moment = clock.database_now()
    for stock_id, quantity in sorted(demand.items()):
        session.execute(
            insert(StockMove).values(
                stock_id=stock_id,
                kind=kind,
                ref=ref,
                d_on_hand=on_hand * quantity,
                d_reserved=reserved * quantity,
                reason="",
                actor_id=events.actor_id(),
                at=moment,
            )
        )


def _resolve(ref: str, state: Held) -> None:
    session.execute(
        update(Reservation)
        .where(Reservation.ref == ref)
        .values(state=state)
        .execution_options(synchronize_session=False)
    )


def _reservations(ref: str) -> list[Reservation]:
    mine = select(Reservation).where(Reservation.ref == ref).order_by(Reservation.stock_id)
    return list(session.scalars(mine.execution_options(populate_existing=True)))


def _demand(ref: str, rows: list[Reservation], state: Held) -> Demand:
    if any(one.state is not state for one in rows):
        raise NothingHeld(ref)
    return {one.stock_id: one.quantity for one in rows}


def _shortages(short: Demand) -> list[Shortage]:
    rows = session.execute(
        select(Stock.id, Stock.variant_id, Stock.on_hand, Stock.reserved, Stock.safety, Variant.sku)
        .join(Variant, Variant.id == Stock.variant_id)
        .where(Stock.id.in_(short))
        .order_by(Stock.id)
    )
    return [Shortage(r.variant_id, r.sku, short[r.id], max(0, r.on_hand - r.reserved - r.safety)) for r in rows]


def _levels(demand: Demand) -> list[tuple[int, str, int]]:
    """Shelf, SKU and units left to sell of the shelves just changed; they are locked by us, so this is exact."""
    rows = session.execute(
        select(Stock.id, Variant.sku, (Stock.on_hand - Stock.reserved - Stock.safety).label("left"))
        .join(Variant, Variant.id == Stock.variant_id)
        .where(Stock.id.in_(demand))
        .order_by(Stock.id)
    )
    return [(row.id, row.sku, row.left) for row in rows]


def _tell_what_came_back(demand: Demand) -> None:
    for stock_id, sku, left in _levels(demand):
        if 0 < left <= demand[stock_id]:
            events.record(StockCameBack(sku=sku, left=left))
