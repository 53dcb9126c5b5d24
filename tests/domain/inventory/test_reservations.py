"""Units are promised once, all or nothing, and every step may be repeated without harm."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from elite import inventory
from elite.catalog import StockPolicy
from elite.inventory import Held, NotEnoughStock, NothingHeld, Stock, StockMove
from elite.kernel.db import session
from elite.kernel.transaction import in_transaction
from tests.support.buying import shelve, variant_id


def stock_of(sku: str) -> tuple[int, int]:
    session.remove()
    row = inventory.find_stock(variant_id(sku))
    assert row is not None
    return row.on_hand, row.reserved


def states(ref: str) -> set[Held]:
    session.remove()
    return {one.state for one in inventory.held_by(ref)}


def test_reserving_holds_units_and_leaves_them_on_the_shelf(app):
    plate = variant_id(shelve("Plate", units=5))

    in_transaction(inventory.reserve, "E-1", {plate: 3})

    assert stock_of("PLATE") == (5, 3)
    assert states("E-1") == {Held.HELD}


def test_reserving_again_for_the_same_order_changes_nothing(app):
    plate = variant_id(shelve("Plate", units=5))

    in_transaction(inventory.reserve, "E-1", {plate: 3})
    in_transaction(inventory.reserve, "E-1", {plate: 3})

    assert stock_of("PLATE") == (5, 3)


def test_what_is_missing_is_named_and_nothing_is_held(app):
    plate, bowl, cup = (
        variant_id(shelve(name, units=units)) for name, units in (("Plate", 5), ("Bowl", 1), ("Cup", 0))
    )

    with pytest.raises(NotEnoughStock) as no:
        in_transaction(inventory.reserve, "E-1", {plate: 2, bowl: 2, cup: 1})

    assert [(one.sku, one.wanted, one.left) for one in no.value.missing] == [("BOWL", 2, 1), ("CUP", 1, 0)]
    assert stock_of("PLATE") == (5, 0)
    assert states("E-1") == set()


def test_a_variant_without_a_shelf_cannot_be_promised(app):
    ghost = variant_id(shelve("Ghost", units=None))

    with pytest.raises(NotEnoughStock):
        in_transaction(inventory.reserve, "E-1", {ghost: 1})


def test_safety_stock_is_not_sold(app):
    plate = variant_id(shelve("Plate", units=5))
    in_transaction(inventory.set_safety, plate, 3)

    assert inventory.available([plate])[plate].left == 2
    with pytest.raises(NotEnoughStock):
        in_transaction(inventory.reserve, "E-1", {plate: 3})
    in_transaction(inventory.reserve, "E-2", {plate: 2})


def test_what_nobody_counts_is_always_there(app):
    wish = variant_id(shelve("Wish", units=None, stock_policy=StockPolicy.UNTRACKED))

    in_transaction(inventory.reserve, "E-1", {wish: 9_999})
    in_transaction(inventory.consume, "E-1")

    assert inventory.available([wish])[wish].left is None
    assert session.scalar(select(func.count()).select_from(StockMove)) == 0


def test_made_to_order_goes_below_nought_and_comes_back(app):
    arch = variant_id(shelve("Arch", units=1, stock_policy=StockPolicy.BACKORDER))

    in_transaction(inventory.reserve, "E-1", {arch: 4})
    assert stock_of("ARCH") == (1, 4)
    in_transaction(inventory.consume, "E-1")
    assert stock_of("ARCH") == (-3, 0)

    in_transaction(lambda: inventory.receive(arch, 5, ref="delivery 7"))
    assert stock_of("ARCH") == (2, 0)


def test_made_to_order_needs_no_shelf_beforehand(app):
    arch = variant_id(shelve("Arch", units=None, stock_policy=StockPolicy.BACKORDER))

    in_transaction(inventory.reserve, "E-1", {arch: 2})

    assert stock_of("ARCH") == (0, 2)


def test_consuming_releasing_and_taking_again_each_happen_once(app):
    plate = variant_id(shelve("Plate", units=5))
    in_transaction(inventory.reserve, "E-1", {plate: 2})

    for _ in range(2):
        in_transaction(inventory.release, "E-1")
        assert (stock_of("PLATE"), states("E-1")) == ((5, 0), {Held.RELEASED})
    for _ in range(2):
        in_transaction(inventory.retake, "E-1")
        assert (stock_of("PLATE"), states("E-1")) == ((5, 2), {Held.HELD})
    for _ in range(2):
        in_transaction(inventory.consume, "E-1")
        assert (stock_of("PLATE"), states("E-1")) == ((3, 0), {Held.CONSUMED})
    for _ in range(2):
        in_transaction(inventory.restock, "E-1")
        assert (stock_of("PLATE"), states("E-1")) == ((5, 0), {Held.RELEASED})


def test_what_was_consumed_cannot_be_released_and_the_other_way_round(app):
    plate = variant_id(shelve("Plate", units=5))
    in_transaction(inventory.reserve, "E-1", {plate: 1})
    in_transaction(inventory.consume, "E-1")
    in_transaction(inventory.reserve, "E-2", {plate: 1})
    in_transaction(inventory.release, "E-2")

    with pytest.raises(NothingHeld):
        in_transaction(inventory.release, "E-1")
    with pytest.raises(NothingHeld):
        in_transaction(inventory.consume, "E-2")


def test_taking_again_fails_whole_when_one_thing_has_gone(app):
    plate, bowl = variant_id(shelve("Plate", units=2)), variant_id(shelve("Bowl", units=2))
    in_transaction(inventory.reserve, "E-1", {plate: 2, bowl: 2})
    in_transaction(inventory.release, "E-1")
    in_transaction(inventory.reserve, "E-2", {bowl: 1})

    with pytest.raises(NotEnoughStock):
        in_transaction(inventory.retake, "E-1")

    assert (stock_of("PLATE"), stock_of("BOWL"), states("E-1")) == ((2, 0), (2, 1), {Held.RELEASED})


def test_the_counters_are_the_sum_of_the_moves(app):
    plate = variant_id(shelve("Plate", units=9))
    in_transaction(inventory.reserve, "E-1", {plate: 2})
    in_transaction(inventory.reserve, "E-2", {plate: 3})
    in_transaction(inventory.consume, "E-1")
    in_transaction(inventory.release, "E-2")
    in_transaction(lambda: inventory.adjust(plate, -1, reason="broken", ref="form 1"))

    on_hand, reserved = session.execute(select(func.sum(StockMove.d_on_hand), func.sum(StockMove.d_reserved))).one()
    assert (on_hand, reserved) == stock_of("PLATE") == (6, 0)


def test_availability_of_a_page_is_one_query(app, queries):
    ids = [variant_id(shelve(name)) for name in ("Plate", "Bowl", "Cup")]

    with queries() as seen:
        found = inventory.available(ids)

    assert len(seen) == 1
    assert {one.left for one in found.values()} == {10}
    assert inventory.available([]) == {}


def test_the_database_itself_refuses_more_reserved_than_there_is(app):
    from sqlalchemy import update
    from sqlalchemy.exc import DBAPIError

    plate = variant_id(shelve("Plate", units=1))

    with pytest.raises(DBAPIError):
        in_transaction(lambda: session.execute(update(Stock).where(Stock.variant_id == plate).values(reserved=2)))
