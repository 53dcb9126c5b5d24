"""The last one goes to one, however many press the button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy import func, select

from elite import inventory, settlement
from elite.kernel.db import session
from elite.kernel.transaction import in_transaction
from elite.orders import Order
from elite.settlement import Placed
from tests.support.buying import left, prepare, shelve, variant_id
from tests.support.storms import accidents, kinds, let_loose


def orders() -> int:
    session.remove()
    return session.scalar(select(func.count()).select_from(Order)) or 0


def test_two_hundred_buyers_of_one_unit_are_one_order(app):
    shelve("Lamp", "10.00", units=1)
    carts = [prepare({"LAMP": 1}, email=f"b{n}@example.org") for n in range(200)]

    results = let_loose(app, [partial(settlement.place, one) for one in carts])

    assert accidents(results) == []
    assert kinds(results)["Placed"] == 1 == orders()
    assert left("LAMP") == 0


def test_baskets_of_several_things_in_any_order_neither_oversell_nor_deadlock(app):
    skus = [shelve(name, "1.00", units=12) for name in ("Plate", "Bowl", "Cup", "Fork", "Vase")]
    baskets = [{skus[(n + step) % 5]: 1 for step in (2, 0, 1)} for n in range(60)]
    carts = [prepare(basket, email=f"b{n}@example.org") for n, basket in enumerate(baskets)]

    results = let_loose(app, [partial(settlement.place, one) for one in carts])

    assert accidents(results) == []
    sold = dict.fromkeys(skus, 0)
    for result, basket in zip(results, baskets, strict=True):
        if isinstance(result, Placed):
            for sku in basket:
                sold[sku] += 1
    assert {sku: 12 - (left(sku) or 0) for sku in skus} == sold
    assert sum(sold.values()) >= 36  # a basket is sold whole or not at all, so a few units may stay


def test_selling_counting_and_receiving_at_the_same_time(app):
    plate = variant_id(shelve("Plate", "1.00", units=20))
    carts = [prepare({"PLATE": 1}, email=f"b{n}@example.org") for n in range(40)]
    deeds: list[Callable[[], object]] = [partial(settlement.place, one) for one in carts]
    for n in range(10):
        deeds.insert(n * 4, partial(receive, plate, n))
        deeds.insert(n * 3, partial(lose, plate, n))

    results = let_loose(app, deeds)

    assert accidents(results) == []
    broken = kinds(results)["BelowWhatIsPromised"]
    assert (left("PLATE") or 0) + kinds(results)["Placed"] == 20 + 10 - (10 - broken)


def receive(variant: int, n: int) -> None:
    in_transaction(lambda: inventory.receive(variant, 1, ref=f"note {n}"))


def lose(variant: int, n: int) -> None:
    in_transaction(lambda: inventory.adjust(variant, -1, reason="broken", ref=f"form {n}"))
