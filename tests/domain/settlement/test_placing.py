"""Pressing the button: one order, exactly as it was shown, or a refusal that changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from elite import cart, catalog, checkout, inventory, orders, settlement
from elite.inventory import NotEnoughStock
from elite.kernel import clock, events
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from elite.orders import FulfilmentState, Order, PaymentState
from elite.payments import MethodNotOffered, State
from elite.settlement import CartChanged, Incomplete, TooManyOpenOrders
from tests.support.buying import fill_cart, left, prepare, review, shelve, variant_id
from tests.support.cards import order_of, payment_of


def count_orders() -> int:
    session.remove()
    return session.scalar(select(func.count()).select_from(Order)) or 0


def cart_state(cart_id: int | None) -> tuple[cart.State, int]:
    session.remove()
    stored = session.get(cart.StoredCart, cart_id)
    assert stored is not None
    return stored.state, stored.version


def test_a_card_order_is_promised_and_its_page_opened(sandbox):
    shelve("Plate", "12.50", units=5)

    placed = settlement.place(prepare({"PLATE": 2}, payment_method="card", note="Ring twice"))

    order, payment = order_of(placed), payment_of(placed)
    assert (order.payment_state, order.fulfilment_state) == (PaymentState.AWAITING, FulfilmentState.HELD)
    assert order.number.startswith("E-") and len(order.number) == 10 and len(order.public_token) >= 22
    assert (order.email, order.name, order.note) == ("anna@example.org", "Anna Lind", "Ring twice")
    assert order.goods == Money.parse("25.00") and order.total == order.goods + order.delivery_price
    assert [(line.name, line.quantity, str(line.kind)) for line in order.lines] == [
        ("Plate", 2, "goods"),
        ("Standard delivery", 1, "delivery"),
    ]
    assert payment.state is State.OPEN and payment.open_slot == order.id
    assert placed.pay_url == payment.url and placed.pay_url.startswith(sandbox.origin)
    assert left("PLATE") == 3
    assert cart_state(order.cart_id) == (cart.State.CONVERTING, 1)
    asked = sandbox.state()["sessions"][0]
    assert (asked["amount_total"], asked["currency"]) == (order.total.minor, "gbp")
    assert [fact.name for fact in events.history(order.number)] == ["OrderPlaced", "PaymentOpened"]


def test_pressing_twice_is_one_order(sandbox):
    shelve("Plate", units=5)
    placement = prepare({"PLATE": 2}, payment_method="card")

    first, second = settlement.place(placement), settlement.place(placement)

    assert first == second
    assert (count_orders(), left("PLATE"), len(sandbox.state()["sessions"])) == (1, 3, 1)


def test_the_same_cart_in_another_tab_is_the_same_order(sandbox):
    shelve("Plate", units=5)
    placement = prepare({"PLATE": 2}, payment_method="card")

    first = settlement.place(placement)
    second = settlement.place(replace(placement, checkout_key="another-tab"))

    assert first == second and count_orders() == 1


def test_a_price_that_rose_is_shown_before_it_is_charged():
    shelve("Plate", "10.00", units=5)
    placement = prepare({"PLATE": 1})
    with transaction():
        plate = catalog.find_variant("PLATE")
        catalog.set_price(plate, Money.parse("11.00"), None, by=None)

    with pytest.raises(checkout.OfferChanged) as no:
        settlement.place(placement)

    assert no.value.status == 409
    assert no.value.quote.quote.goods == Money.parse("11.00")
    assert (count_orders(), left("PLATE"), cart_state(placement.cart_id)[0]) == (0, 5, cart.State.OPEN)


def test_what_was_taken_off_sale_meanwhile_is_not_sold():
    shelve("Plate", units=5)
    placement = prepare({"PLATE": 1})
    with transaction():
        catalog.move_product(catalog.find_product_of("PLATE"), catalog.State.ARCHIVED)

    with pytest.raises(checkout.OfferChanged):
        settlement.place(placement)

    assert count_orders() == 0


def test_what_somebody_else_has_bought_meanwhile_is_not_sold():
    shelve("Plate", units=2)
    anna, ben = prepare({"PLATE": 2}), prepare({"PLATE": 2}, email="ben@example.org")
    settlement.place(anna)

    with pytest.raises((checkout.OfferChanged, NotEnoughStock)):
        settlement.place(ben)

    assert (count_orders(), left("PLATE"), cart_state(ben.cart_id)[0]) == (1, 0, cart.State.OPEN)


def test_a_cart_that_changed_in_another_tab_is_shown_again():
    shelve("Plate", units=5)
    placement = prepare({"PLATE": 1})

    with pytest.raises(CartChanged):
        settlement.place(replace(placement, cart_version=placement.cart_version + 1))
    with pytest.raises(CartChanged):
        settlement.place(replace(placement, cart_id=987_654))

    assert count_orders() == 0


def test_something_missing_is_asked_for():
    shelve("Plate", units=5)

    with pytest.raises(Incomplete):
        settlement.place(prepare({"PLATE": 1}, name=""))
    with pytest.raises((Incomplete, checkout.OfferChanged)):
        settlement.place(prepare({"PLATE": 1}, delivery_method=""))


def test_a_way_to_pay_that_does_not_suit_is_refused():
    shelve("Plate", units=5)

    with pytest.raises(MethodNotOffered):
        settlement.place(prepare({"PLATE": 1}, payment_method="invoice"))  # no company
    with pytest.raises(MethodNotOffered):
        settlement.place(prepare({"PLATE": 1}, payment_method="free"))  # not for nothing
    with pytest.raises(MethodNotOffered):
        settlement.place(prepare({"PLATE": 1}, payment_method="barter"))


def test_nobody_holds_many_unpaid_orders():
    use_settings(replace(settings(), open_orders_per_shopper=2, open_orders_per_network=3))
    shelve("Plate", units=50)
    settlement.place(prepare({"PLATE": 1}, network="203.0.113.7"))
    settlement.place(prepare({"PLATE": 1}, email="Anna+more@Example.org", network="203.0.113.7"))

    with pytest.raises(TooManyOpenOrders):
        settlement.place(prepare({"PLATE": 1}, email="ANNA@example.org"))
    settlement.place(prepare({"PLATE": 1}, email="ben@example.org", session_key="bens", network="203.0.113.7"))
    with pytest.raises(TooManyOpenOrders):
        settlement.place(prepare({"PLATE": 1}, email="cleo@example.org", network="203.0.113.7"))
    settlement.place(prepare({"PLATE": 1}, email="b2@example.org", session_key="bens"))
    with pytest.raises(TooManyOpenOrders):
        settlement.place(prepare({"PLATE": 1}, email="b3@example.org", session_key="bens"))


def test_paid_orders_do_not_count_as_hoarded():
    use_settings(replace(settings(), open_orders_per_shopper=1))
    shelve("Plate", units=50)
    placed = settlement.place(prepare({"PLATE": 1}))
    settlement.book_transfer(placed.order_number, order_of(placed).total, reference="", by=1)

    settlement.place(prepare({"PLATE": 1}))


def test_an_order_of_nought_skips_payment():
    shelve("Sample", "0.00", units=5)

    placed = settlement.place(prepare({"SAMPLE": 1}, delivery_method="collect", payment_method=""))

    order, payment = order_of(placed), payment_of(placed)
    assert placed.pay_url is None
    assert (order.total, order.payment_state) == (Money.zero(), PaymentState.PAID)
    assert order.fulfilment_state is FulfilmentState.RELEASED
    assert (payment.method, payment.state) == ("free", State.SUCCEEDED)
    assert cart_state(order.cart_id)[0] is cart.State.CONVERTED


def test_a_transfer_waits_seven_days_and_keeps_no_cart(app):
    shelve("Plate", units=5)

    placed = settlement.place(prepare({"PLATE": 1}))

    order, payment = order_of(placed), payment_of(placed)
    assert placed.pay_url is None and payment.state is State.OPEN
    assert payment.reference == order.number
    assert timedelta(days=6, hours=23) < order.expires_at - clock.now() <= timedelta(days=7, seconds=5)
    assert cart_state(order.cart_id)[0] is cart.State.CONVERTED


def test_small_orders_paid_on_delivery_are_released_at_once_and_large_ones_by_staff():
    shelve("Plate", "10.00", units=100)
    shelve("Marquee", "400.00", units=2)

    small = settlement.place(prepare({"PLATE": 1}, payment_method="on_delivery"))
    large = settlement.place(prepare({"MARQUEE": 1}, payment_method="on_delivery"))

    assert order_of(small).fulfilment_state is FulfilmentState.RELEASED
    assert order_of(large).fulfilment_state is FulfilmentState.HELD
    settlement.release_order(large.order_number, by=1)
    assert order_of(large).fulfilment_state is FulfilmentState.RELEASED


def test_the_order_is_frozen_whatever_happens_to_the_catalogue():
    shelve("Plate", "10.00", units=5)
    placed = settlement.place(prepare({"PLATE": 1}))
    with transaction():
        catalog.set_price(catalog.find_variant("PLATE"), Money.parse("99.00"), None, by=None)

    line = order_of(placed).goods_lines[0]

    assert (line.unit_price, line.gross, line.variant_id) == (
        Money.parse("10.00"),
        Money.parse("10.00"),
        variant_id("PLATE"),
    )


def test_an_expired_orders_key_leads_to_that_order_and_the_cart_can_be_ordered_anew(sandbox):
    shelve("Plate", units=5)
    placement = prepare({"PLATE": 1}, payment_method="card")
    placed = settlement.place(placement)
    settlement.put_back(placed.order_number)

    again = settlement.place(placement)
    assert (again.order_number, again.pay_url) == (placed.order_number, None)
    assert cart_state(placement.cart_id) == (cart.State.OPEN, 2)
    new = settlement.place(review(placement.cart_id, 2, payment_method="card"))
    assert new.order_number != placed.order_number and count_orders() == 2


def test_orders_are_found_by_number_token_and_words():
    shelve("Plate", units=50)
    placed = settlement.place(prepare({"PLATE": 1}, name="Zoë Äpfel"))
    other = settlement.place(prepare({"PLATE": 1}, email="ben@example.org", name="Ben", payment_method="on_delivery"))
    session.remove()

    assert orders.find_order(placed.order_number.lower()).number == placed.order_number
    assert orders.find_by_token(placed.token).number == placed.order_number
    assert orders.find_by_token("nonsense") is None and orders.find_by_token("") is None

    def found(**wanted):
        return [one.number for one in orders.list_orders(orders.OrderFilter(**wanted)).items]

    assert found(q="zoe apfel") == [placed.order_number]
    assert found(q=placed.order_number) == [placed.order_number]
    assert found(q="ben@") == [other.order_number]
    assert found(fulfilment_state=FulfilmentState.RELEASED) == [other.order_number]
    assert found(payment_method="transfer") == [placed.order_number]
    assert len(found()) == 2


def test_two_shelves_are_taken_together_or_not_at_all():
    shelve("Plate", units=5)
    shelve("Bowl", units=5)
    placement = prepare({"PLATE": 2, "BOWL": 2})
    with transaction():
        inventory.adjust(variant_id("BOWL"), -4, reason="broken", ref="f1")

    with pytest.raises((checkout.OfferChanged, NotEnoughStock)):
        settlement.place(placement)

    assert (left("PLATE"), left("BOWL")) == (5, 1)


def test_an_unknown_cart_is_refused_and_one_cart_serves_one_order():
    shelve("Plate", units=5)
    cart_id, version = fill_cart({"PLATE": 1})
    first = settlement.place(review(cart_id, version))

    assert settlement.place(replace(review(cart_id, version), checkout_key="x")).order_number == first.order_number


def test_somebody_elses_key_opens_nothing():
    shelve("Plate", units=5)
    anna = prepare({"PLATE": 1}, session_key="annas")
    settlement.place(anna)

    with pytest.raises(CartChanged):
        settlement.place(prepare({"PLATE": 1}, key=anna.checkout_key, session_key="bens"))
    with pytest.raises(CartChanged):
        settlement.place(replace(prepare({"PLATE": 1}, key=anna.checkout_key), session_key=""))

    assert count_orders() == 1


def test_pressing_again_from_the_same_session_leads_to_the_order_even_with_a_new_cart():
    shelve("Plate", units=5)
    first = prepare({"PLATE": 1}, session_key="annas")
    placed = settlement.place(first)

    again = settlement.place(prepare({"PLATE": 1}, key=first.checkout_key, session_key="annas"))

    assert again.order_number == placed.order_number and count_orders() == 1
