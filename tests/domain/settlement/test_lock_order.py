"""The watch over lock order sees what it should, so that its silence elsewhere means something."""

from __future__ import annotations

from sqlalchemy import select, update

from elite import settlement
from elite.inventory import Stock
from elite.kernel.db import session
from elite.kernel.transaction import transaction
from elite.orders import Order
from tests.support.buying import prepare, shelve
from tests.support.cards import order_of, page_of


def test_a_backward_lock_is_noticed(watch):
    shelve("Plate")
    settlement.place(prepare({"PLATE": 1}))
    number = session.scalar(select(Order.number))

    with transaction():
        session.execute(update(Stock).where(Stock.id == session.scalar(select(Stock.id))).values(safety=1))
        session.execute(update(Order).where(Order.number == number).values(note="x"))

    if watch.ranked:
        assert len(watch.breaches) == 1 and "orders after stock" in watch.breaches[0]
    watch.breaches.clear()


def test_shelves_out_of_order_are_noticed(watch):
    shelve("Plate")
    shelve("Bowl")
    low, high = session.scalars(select(Stock.id).order_by(Stock.id))

    with transaction():
        for shelf in (high, low):
            session.execute(update(Stock).where(Stock.id == shelf).values(safety=1))

    assert watch.breaches == [f"shelf {low} after [{high}]"]
    watch.breaches.clear()


def test_a_whole_life_keeps_the_order(watch, sandbox):
    for name in ("Cup", "Bowl", "Plate"):
        shelve(name)
    placed = settlement.place(prepare({"PLATE": 1, "CUP": 2, "BOWL": 1}, payment_method="card"))
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)
    settlement.cancel(placed.order_number, by=1)
    settlement.sweep()

    assert watch.breaches == []
    assert any("stock" in taken for taken in watch.seen)
    if watch.ranked:
        assert any(taken[:4] == ("cart", "orders", "payment", "stock") for taken in watch.seen)
    assert order_of(placed).is_cancelled
