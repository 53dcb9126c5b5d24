"""People change shelves by differences, once for each form, and never below what is promised."""

from __future__ import annotations

import pytest

from elite import inventory
from elite.inventory import BelowWhatIsPromised, ShelfChanged
from elite.kernel import events
from elite.kernel.db import session
from elite.kernel.transaction import in_transaction, transaction
from tests.support.buying import left, shelve, variant_id


def test_the_same_delivery_note_counts_once(app):
    plate = variant_id(shelve("Plate", units=5))

    for _ in range(2):
        with transaction():
            inventory.receive(plate, 7, ref="note 12")

    assert left("PLATE") == 12


def test_a_delivery_of_many_things_makes_their_shelves(app):
    ids = [variant_id(shelve(name, units=None)) for name in ("Plate", "Bowl", "Cup")]

    with transaction():
        inventory.receive_all({ids[2]: 3, ids[0]: 1, ids[1]: 2}, ref="note 1")

    assert [left(sku) for sku in ("PLATE", "BOWL", "CUP")] == [1, 2, 3]


def test_fewer_than_promised_cannot_be(app):
    plate = variant_id(shelve("Plate", units=5))
    in_transaction(inventory.reserve, "E-1", {plate: 4})

    with pytest.raises(BelowWhatIsPromised) as no, transaction():
        inventory.adjust(plate, -2, reason="broken", ref="form 1")

    assert "PLATE" in str(no.value)
    with transaction():
        inventory.adjust(plate, -1, reason="broken", ref="form 2")
    assert left("PLATE") == 0


def test_counting_stores_the_difference_and_refuses_a_stale_page(app):
    plate = variant_id(shelve("Plate", units=5))

    for _ in range(2):  # the form sent twice
        with transaction():
            inventory.count(plate, 8, seen_on_hand=5, reason="yearly count", ref="form 1")
    assert left("PLATE") == 8

    with pytest.raises(ShelfChanged), transaction():
        inventory.count(plate, 4, seen_on_hand=5, reason="yearly count", ref="form 2")


def test_each_correction_says_who_and_why(app):
    plate = variant_id(shelve("Plate", units=5))

    with events.acting(42), transaction():
        inventory.adjust(plate, -2, reason="broken in the van", ref="form 1")

    move = inventory.list_moves(plate).items[0]
    assert (move.kind, move.d_on_hand, move.reason, move.actor_id) == ("adjust", -2, "broken in the van", 42)
    session.remove()
    fact = events.history("PLATE")[-1]
    assert (fact.name, fact.data["by_units"], fact.data["on_hand"], fact.actor_id) == ("StockChanged", -2, 3, 42)


def test_coming_back_after_nothing_was_left_is_a_fact(app):
    plate = variant_id(shelve("Plate", units=1))
    in_transaction(inventory.reserve, "E-1", {plate: 1})
    assert not inventory.sellable(plate)

    in_transaction(inventory.release, "E-1")

    assert inventory.sellable(plate)
    session.remove()
    assert [fact.name for fact in events.history("PLATE")][-1] == "StockCameBack"


def test_levels_list_what_has_run_out(app):
    shelve("Plate", units=5)
    shelve("Bowl", units=0)

    assert [level.variant.sku for level in inventory.list_levels().items] == ["BOWL", "PLATE"]
    assert [level.variant.sku for level in inventory.list_levels(only_low=True).items] == ["BOWL"]
    assert [level.left for level in inventory.list_levels("pla").items] == [5]
