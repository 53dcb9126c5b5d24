"""What a shopper does with a cart, and what it refuses."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from elite import cart as carts
from elite.cart import Cart, StoredCart
from elite.cart.changes import Add, Limits
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.redis import key, redis_client
from elite.kernel.transaction import in_transaction
from tests.support.carts import Shelf, again, copy_of, what


def test_looking_at_an_empty_cart_stores_nothing(shelf: Shelf, cart: Cart) -> None:
    assert cart.lines == ()
    assert cart.count == 0
    assert carts.review(cart).is_empty

    assert cart.token is None
    assert session.scalar(select(func.count()).select_from(StoredCart)) == 0
    assert list(redis_client().scan_iter(match=key("cart:*"))) == []


def test_the_first_item_mints_the_token_and_writes_both_copies(shelf: Shelf) -> None:
    kept: list[str] = []
    cart = Cart(None, write=in_transaction, owner_id=None, remember=kept.append)
    mug = shelf.put("Mug", "12.00")

    carts.add_item(cart, mug, 2)

    assert kept == [cart.token]
    assert what(cart) == {"MUG": 2}
    assert again(cart).count == 2
    row = session.scalars(select(StoredCart)).one()
    assert row.version == 1
    assert row.id == again(cart).id
    assert cart.token not in row.token_hash
    assert copy_of(cart)["line:MUG"] == "2|1200|0|1"


def test_a_refused_first_item_leaves_nothing_behind(shelf: Shelf, cart: Cart) -> None:
    with pytest.raises(carts.QuantityRefused):
        carts.add_item(cart, shelf.put("Mug", stock=3), 4)

    assert cart.token is None
    assert list(redis_client().scan_iter(match=key("cart:*"))) == []


def test_adding_the_same_thing_twice_makes_one_line(shelf: Shelf, cart: Cart) -> None:
    mug, bowl = shelf.put("Mug"), shelf.put("Bowl")

    for one, many in ((mug, 2), (bowl, 1), (mug, 3)):
        carts.add_item(cart, one, many)

    assert list(what(cart).items()) == [("MUG", 5), ("BOWL", 1)]
    assert again(cart).count == 6


def test_asking_for_more_than_is_left_names_the_nearest(shelf: Shelf, cart: Cart) -> None:
    mug = shelf.put("Mug", stock=3)
    with pytest.raises(carts.QuantityRefused, match=r"^Only 3 left\.$") as no:
        carts.add_item(cart, mug, 9)
    assert no.value.nearest == 3

    carts.add_item(cart, mug, 2)
    with pytest.raises(carts.QuantityRefused, match=r"^Only 3 left\. 2 are in your cart already\.$") as no:
        carts.add_item(cart, mug, 2)
    assert no.value.nearest == 1
    assert what(cart) == {"MUG": 2}


def test_a_quantity_follows_the_variants_steps(shelf: Shelf, cart: Cart) -> None:
    glass = shelf.put("Glass", min_quantity=6, quantity_step=6, max_quantity=24)

    with pytest.raises(carts.QuantityRefused) as no:
        carts.add_item(cart, glass, 8)
    assert no.value.nearest == 6
    carts.add_item(cart, glass, 12)
    with pytest.raises(carts.QuantityRefused) as no:
        carts.set_quantity(cart, glass, 30)
    assert no.value.nearest == 24
    carts.set_quantity(cart, glass, 18)

    assert what(cart) == {"GLASS": 18}


def test_a_line_holds_at_most_9999_even_where_nobody_counts(shelf: Shelf, cart: Cart) -> None:
    bead = shelf.put("Bead", stock=None, stock_policy="untracked")
    carts.add_item(cart, bead, 9_999)

    with pytest.raises(carts.QuantityRefused):
        carts.add_item(cart, bead, 1)

    assert what(cart) == {"BEAD": 9_999}


def test_a_cart_holds_200_lines(shelf: Shelf, cart: Cart) -> None:
    for n in range(200):
        cart.change(Add(sku=f"S{n:03}", quantity=1, price=Money.of(100), limits=Limits()))

    with pytest.raises(carts.CartFull):
        cart.change(Add(sku="S200", quantity=1, price=Money.of(100), limits=Limits()))
    cart.change(Add(sku="S007", quantity=1, price=Money.of(100), limits=Limits()))

    assert len(again(cart).lines) == 200
    assert again(cart).quantity_of("S007") == 2


def test_nought_takes_the_line_out_and_doing_so_twice_is_no_mistake(shelf: Shelf, cart: Cart) -> None:
    mug = shelf.put("Mug")
    carts.add_item(cart, mug, 2)

    carts.set_quantity(cart, mug, 0)
    carts.remove_item(again(cart), "MUG")

    assert what(cart) == {}
    assert again(cart).count == 0


def test_a_line_that_another_tab_took_out_cannot_be_set(shelf: Shelf, cart: Cart) -> None:
    mug = shelf.put("Mug")
    carts.add_item(cart, mug, 2)
    carts.remove_item(again(cart), "MUG")

    with pytest.raises(carts.LineGone):
        carts.set_quantity(cart, mug, 3)


def test_what_is_no_longer_sold_cannot_be_added(shelf: Shelf, cart: Cart) -> None:
    shelf.put("Mug")
    shelf.archive("MUG")

    with pytest.raises(carts.NotOffered):
        carts.add_item(cart, shelf.get("MUG"), 1)


def test_a_saved_line_waits_and_comes_back(shelf: Shelf, cart: Cart) -> None:
    mug, bowl = shelf.put("Mug"), shelf.put("Bowl")
    carts.add_item(cart, mug, 4)
    carts.add_item(cart, bowl, 1)

    carts.save_for_later(cart, "MUG")
    assert what(cart) == {"BOWL": 1}
    assert [line.sku for line in again(cart).saved] == ["MUG"]
    assert again(cart).count == 1
    carts.move_to_cart(cart, "MUG")

    assert list(what(cart).items()) == [("BOWL", 1), ("MUG", 4)]


def test_adding_what_is_saved_brings_it_back_with_the_new_quantity(shelf: Shelf, cart: Cart) -> None:
    mug = shelf.put("Mug")
    carts.add_item(cart, mug, 4)
    carts.save_for_later(cart, "MUG")

    carts.add_item(cart, mug, 2)

    assert what(cart) == {"MUG": 2}
    assert again(cart).saved == ()


def test_undo_goes_back_step_by_step(shelf: Shelf, cart: Cart) -> None:
    mug, bowl = shelf.put("Mug"), shelf.put("Bowl")
    carts.add_item(cart, mug, 1)
    carts.add_item(cart, bowl, 5)
    carts.set_quantity(cart, bowl, 7)
    carts.save_for_later(cart, "MUG")
    carts.remove_item(cart, "BOWL")

    seen = []
    for _ in range(5):
        step = carts.undo(cart)
        seen.append((step.kind if step else None, what(cart)))

    assert seen == [
        ("remove", {"BOWL": 7}),
        ("save", {"MUG": 1, "BOWL": 7}),
        ("set", {"MUG": 1, "BOWL": 5}),
        ("add", {"MUG": 1}),
        ("add", {}),
    ]
    with pytest.raises(carts.NothingToUndo):
        carts.undo(cart)


def test_only_the_last_eight_steps_are_kept(shelf: Shelf, cart: Cart) -> None:
    mug = shelf.put("Mug")
    for _ in range(10):
        carts.add_item(cart, mug, 1)

    for _ in range(8):
        carts.undo(cart)
    with pytest.raises(carts.NothingToUndo):
        carts.undo(cart)

    assert what(cart) == {"MUG": 2}


def test_undo_of_one_step_is_refused_when_another_tab_went_on(shelf: Shelf, cart: Cart) -> None:
    mug, bowl = shelf.put("Mug"), shelf.put("Bowl")
    carts.add_item(cart, mug, 1)
    carts.remove_item(cart, "MUG")
    meant = cart.contents.steps[-1].change
    carts.add_item(again(cart), bowl, 1)

    with pytest.raises(carts.Overtaken):
        carts.undo(cart, meant)

    assert what(cart) == {"BOWL": 1}
