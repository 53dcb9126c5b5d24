"""Carts nobody came back to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from elite import cart as carts
from elite.cart import Cart
from elite.cart.changes import Add, Limits
from elite.kernel import clock
from elite.kernel.money import Money
from elite.kernel.transaction import in_transaction, transaction
from tests.support.carts import lose_copy, what


def begun(owner: int | None = None) -> Cart:
    cart = Cart(None, write=in_transaction, owner_id=owner)
    cart.change(Add(sku="MUG", quantity=1, price=Money.of(100), limits=Limits()))
    return cart


def forget() -> int:
    with transaction():
        return carts.forget_idle()


@pytest.mark.usefixtures("app")
def test_guests_carts_are_kept_ninety_days_and_customers_for_good() -> None:
    clock.freeze(clock.now())
    guest, customer = begun(), begun(owner=7)
    clock.pass_by(timedelta(days=89))
    assert forget() == 0

    clock.pass_by(timedelta(days=2))
    assert forget() == 1

    lose_copy(guest)
    assert what(guest) == {}
    assert what(customer) == {"MUG": 1}


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("verb, gone", [(carts.mark_converted, 1), (lambda row: None, 0)])
def test_a_cart_being_paid_stays_and_a_bought_one_goes(verb: Callable[[carts.StoredCart], None], gone: int) -> None:
    clock.freeze(clock.now())
    cart = begun()
    with transaction():
        row = carts.lock(cart.id or 0)
        assert row is not None
        carts.mark_converting(row)
        verb(row)

    clock.pass_by(timedelta(days=400))

    assert forget() == gone


@pytest.mark.usefixtures("app")
def test_a_forgotten_cart_begins_anew() -> None:
    clock.freeze(clock.now())
    cart = begun()
    clock.pass_by(timedelta(days=91))
    forget()
    lose_copy(cart)

    Cart(cart.token, write=in_transaction).change(Add(sku="BOWL", quantity=2, price=Money.of(100), limits=Limits()))

    assert what(cart) == {"BOWL": 2}
