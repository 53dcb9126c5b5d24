"""Money arrives: early, late, twice, wrong, or not at all; whoever looks first settles, and everyone else finds it done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from elite import cart, inventory, invoices, settlement
from elite.kernel import clock, events
from elite.kernel.db import session
from elite.kernel.transaction import in_transaction, transaction
from elite.orders import FulfilmentState, Order, PaymentState
from elite.payments import GatewayAway, Payment, State, list_payments
from elite.refunds import RefundState, list_refunds
from tests.support.buying import left, prepare, shelve, variant_id
from tests.support.cards import order_of, page_of, payment_of
from tests.support.invariants import breaches, check_money


def card_order(units: int = 5, quantity: int = 2, **more: str) -> settlement.Placed:
    if not session.scalar(session.query(inventory.Stock).exists().select()):
        shelve("Plate", "10.00", units=units)
    return settlement.place(prepare({"PLATE": quantity}, payment_method="card", **more))


def names(number: str) -> list[str]:
    session.remove()
    return [fact.name for fact in events.history(number)]


def later(minutes: int, sandbox: object) -> None:
    """Time passes here, at the database and at the gateway."""
    clock.freeze(clock.now() + timedelta(minutes=minutes))
    sandbox.control(advance=minutes * 60)  # type: ignore[attr-defined]


def test_a_shopper_who_comes_back_from_paying_has_paid(sandbox):
    placed = card_order()
    sandbox.pay(page_of(placed))

    settlement.refresh(placed.token)

    order, payment = order_of(placed), payment_of(placed)
    assert (order.payment_state, order.fulfilment_state) == (PaymentState.PAID, FulfilmentState.RELEASED)
    assert (payment.state, payment.captured, payment.open_slot) == (State.SUCCEEDED, order.total, None)
    assert payment.intent_id and order.paid_at and order.released_at and order.expires_at is None
    assert inventory.find_stock(variant_id("PLATE")).on_hand == 3
    assert session.get(cart.StoredCart, order.cart_id).state is cart.State.CONVERTED
    assert invoices.find_invoice(order.id).total == order.total
    assert check_money(sandbox.state()) == []
    assert names(order.number) == ["OrderPlaced", "PaymentOpened", "OrderPaid", "OrderReleased", "InvoiceIssued"]


def test_settling_again_changes_nothing(sandbox):
    placed = card_order()
    sandbox.pay(page_of(placed))
    payment_id = payment_of(placed).id

    for _ in range(3):
        assert settlement.settle(payment_id) is State.SUCCEEDED
        settlement.refresh(placed.token)

    assert names(placed.order_number).count("OrderPaid") == 1
    assert inventory.find_stock(variant_id("PLATE")).on_hand == 3


def test_looking_before_paying_changes_nothing(sandbox):
    placed = card_order()

    settlement.refresh(placed.token)
    sandbox.pay(page_of(placed), how="decline")
    assert settlement.settle(payment_of(placed).id) is State.OPEN

    assert order_of(placed).payment_state is PaymentState.AWAITING


def test_an_expired_page_frees_the_goods_and_the_cart(sandbox):
    placed = card_order()
    sandbox.expire(page_of(placed))

    assert settlement.settle(payment_of(placed).id) is State.EXPIRED

    order = order_of(placed)
    assert (order.payment_state, order.fulfilment_state) == (PaymentState.EXPIRED, FulfilmentState.HELD)
    assert left("PLATE") == 5
    stored = session.get(cart.StoredCart, order.cart_id)
    assert (stored.state, stored.version) == (cart.State.OPEN, order.cart_version + 1)
    assert names(order.number)[-1] == "OrderExpired"


def expire_by_mistake(placed: settlement.Placed) -> None:
    """Our rows say expired while the page can still be paid."""
    from elite.settlement.locks import lock_payment
    from elite.settlement.settling import _page_ended

    def end(payment_id: int) -> None:
        locked, payment = lock_payment(payment_id)
        _page_ended(locked, payment)

    in_transaction(end, payment_of(placed).id)


def test_late_money_takes_the_goods_again(sandbox):
    placed = card_order()
    expire_by_mistake(placed)
    assert left("PLATE") == 5
    sandbox.pay(page_of(placed))

    assert settlement.settle(payment_of(placed).id) is State.SUCCEEDED

    order = order_of(placed)
    assert (order.payment_state, order.fulfilment_state) == (PaymentState.PAID, FulfilmentState.RELEASED)
    assert inventory.find_stock(variant_id("PLATE")).on_hand == 3
    # The cart was given back when it expired, and stays the shopper's.
    assert session.get(cart.StoredCart, order.cart_id).state is cart.State.OPEN
    assert [fact.data["late"] for fact in events.history(order.number) if fact.name == "OrderPaid"] == [True]


def test_late_money_goes_back_when_the_goods_are_gone(sandbox):
    placed = card_order(units=2)
    expire_by_mistake(placed)
    other = card_order(email="ben@example.org")
    sandbox.pay(page_of(placed))

    assert settlement.settle(payment_of(placed).id) is State.REFUND_DUE

    order = order_of(placed)
    assert order.payment_state is PaymentState.EXPIRED
    assert [(one.amount, one.state) for one in list_refunds(order.id)] == [(order.total, RefundState.REQUESTED)]
    assert names(order.number)[-2:] == ["RefundRequested", "LateMoney"]
    settlement.sweep()
    assert [one.state for one in list_refunds(order.id)] == [RefundState.SUCCEEDED]
    assert check_money(sandbox.state()) == []
    assert order_of(other).payment_state is PaymentState.AWAITING


def test_money_for_a_cancelled_order_goes_back(sandbox):
    placed = card_order()
    page = page_of(placed)
    payment_id = payment_of(placed).id
    expire_by_mistake(placed)
    with transaction():
        session.execute(update(Order).values(payment_state="void", fulfilment_state="cancelled"))
    sandbox.pay(page)

    assert settlement.settle(payment_id) is State.REFUND_DUE
    settlement.sweep()

    assert check_money(sandbox.state()) == []
    assert left("PLATE") == 5


def test_a_wrong_amount_waits_for_a_person(sandbox):
    placed = card_order()
    with transaction():
        session.execute(update(Payment).values(amount=Payment.amount + 1))
    sandbox.pay(page_of(placed))

    assert settlement.settle(payment_of(placed).id) is State.REVIEW

    order, payment = order_of(placed), payment_of(placed)
    assert (order.payment_state, order.fulfilment_state) == (PaymentState.AWAITING, FulfilmentState.HELD)
    assert payment.open_slot == order.id  # nobody can pay a second time
    assert names(order.number)[-1] == "PaymentNeedsReview"
    later(60, sandbox)
    settlement.sweep()
    assert order_of(placed).payment_state is PaymentState.AWAITING

    settlement.cancel(order.number, by=1, reason="wrong amount")
    settlement.sweep()
    assert payment_of(placed).state is State.REFUND_DUE
    assert check_money(sandbox.state()) == []


def test_a_bank_that_takes_its_time_keeps_the_goods_held(sandbox):
    placed = card_order()
    page = page_of(placed)
    sandbox.pay(page, how="late", seconds=3600)

    assert settlement.settle(payment_of(placed).id) is State.PROCESSING
    assert (order_of(placed).payment_state, left("PLATE")) == (PaymentState.PROCESSING, 3)
    later(50, sandbox)
    settlement.sweep()
    assert left("PLATE") == 3

    with pytest.raises(settlement.PaymentUnderWay):
        settlement.cancel(placed.order_number, by=None)
    sandbox.arrive(page)
    assert settlement.settle(payment_of(placed).id) is State.SUCCEEDED
    assert order_of(placed).payment_state is PaymentState.PAID


def test_a_bank_that_says_no_in_the_end_frees_the_goods(sandbox):
    placed = card_order()
    page = page_of(placed)
    sandbox.pay(page, how="late", seconds=3600)
    settlement.settle(payment_of(placed).id)
    sandbox.arrive(page, succeeded=False)

    assert settlement.settle(payment_of(placed).id) is State.FAILED
    assert (order_of(placed).payment_state, left("PLATE")) == (PaymentState.EXPIRED, 5)


def test_a_gateway_that_is_away_leaves_the_order_waiting_and_the_sweep_opens_the_page(sandbox):
    sandbox.control(fail={"mode": "500-before", "times": 999})
    placed = card_order()
    assert placed.pay_url is None
    assert (payment_of(placed).state, left("PLATE")) == (State.CREATED, 3)
    settlement.refresh(placed.token)  # "one moment": asks again, never fails
    sandbox.control(heal=True)
    clock.freeze(clock.now() + timedelta(minutes=2))

    settlement.sweep()

    payment = payment_of(placed)
    assert payment.state is State.OPEN and payment.url
    assert len(sandbox.state()["sessions"]) == 1


def test_a_page_that_never_opens_is_given_up_after_five_minutes(sandbox):
    sandbox.control(fail={"mode": "500-before", "times": 999})
    placed = card_order()
    clock.freeze(clock.now() + timedelta(minutes=4))
    settlement.sweep()
    assert payment_of(placed).state is State.CREATED
    clock.freeze(clock.now() + timedelta(minutes=2))

    settlement.sweep()

    order = order_of(placed)
    assert (payment_of(placed).state, order.payment_state, left("PLATE")) == (State.FAILED, PaymentState.EXPIRED, 5)
    assert session.get(cart.StoredCart, order.cart_id).state is cart.State.OPEN


def test_a_gateway_that_refuses_cancels_the_order_and_gives_the_cart_back(sandbox):
    placed = card_order(email="anna@nowhere")  # the gateway wants a dot in it

    order = order_of(placed)
    assert placed.pay_url is None
    assert (order.payment_state, order.cancel_reason, left("PLATE")) == (PaymentState.VOID, "payment_setup", 5)
    assert session.get(cart.StoredCart, order.cart_id).state is cart.State.OPEN


def test_a_page_on_a_foreign_host_is_never_shown(sandbox):
    from dataclasses import replace

    from elite.kernel.settings import settings, use_settings

    use_settings(replace(settings(), stripe_checkout_origin="https://checkout.stripe.com"))

    placed = card_order()

    assert placed.pay_url is None and payment_of(placed).url is None
    assert order_of(placed).payment_state is PaymentState.VOID


def test_asking_while_the_gateway_is_away_says_so(sandbox):
    placed = card_order()
    sandbox.control(fail={"mode": "500-before", "times": 999})

    with pytest.raises(GatewayAway):
        settlement.settle(payment_of(placed).id)
    settlement.refresh(placed.token)

    assert order_of(placed).payment_state is PaymentState.AWAITING


def test_the_sweep_expires_what_nobody_paid_and_settles_what_nobody_told_us(sandbox):
    shelve("Plate", "10.00", units=9)
    paid, unpaid = card_order(quantity=1), card_order(quantity=1, email="ben@example.org")
    sandbox.pay(page_of(paid))  # the webhook is lost, the shopper never comes back
    later(3, sandbox)
    settlement.sweep()
    assert order_of(paid).payment_state is PaymentState.PAID
    assert order_of(unpaid).payment_state is PaymentState.AWAITING

    later(40, sandbox)
    settlement.sweep()

    assert order_of(unpaid).payment_state is PaymentState.EXPIRED
    assert left("PLATE") == 8
    assert breaches(finished=True) == [] and check_money(sandbox.state()) == []


def test_a_clock_alone_never_frees_goods(sandbox):
    placed = card_order()
    clock.freeze(clock.now() + timedelta(minutes=50))
    sandbox.control(fail={"mode": "500-before", "times": 999})

    settlement.sweep()

    assert (order_of(placed).payment_state, left("PLATE")) == (PaymentState.AWAITING, 3)


def test_money_that_beats_the_sweep_by_a_moment_wins(sandbox):
    placed = card_order()
    sandbox.pay(page_of(placed))
    clock.freeze(clock.now() + timedelta(minutes=50))

    settlement.sweep()

    assert order_of(placed).payment_state is PaymentState.PAID
    assert [one.state for one in list_payments(order_of(placed).id)] == [State.SUCCEEDED]


def test_a_transfer_that_does_not_come_expires_and_is_revived_by_late_money(sandbox):
    shelve("Plate", "10.00", units=5)
    placed = settlement.place(prepare({"PLATE": 2}))
    clock.freeze(clock.now() + timedelta(days=6, hours=23))
    settlement.sweep()
    assert order_of(placed).payment_state is PaymentState.AWAITING
    clock.freeze(clock.now() + timedelta(hours=2))
    settlement.sweep()
    assert (order_of(placed).payment_state, left("PLATE")) == (PaymentState.EXPIRED, 5)

    settlement.book_transfer(placed.order_number, order_of(placed).total, reference="late", by=1)

    assert order_of(placed).payment_state is PaymentState.PAID
    assert inventory.find_stock(variant_id("PLATE")).on_hand == 3


@pytest.mark.parametrize("mode", ["500-after", "reset-after", "429", "connection-reset"])
def test_an_answer_that_is_lost_opens_one_page_all_the_same(sandbox, mode):
    sandbox.control(fail={"mode": mode, "times": 1, "path": "checkout/sessions"})

    placed = card_order()
    if placed.pay_url is None:
        clock.freeze(clock.now() + timedelta(minutes=1))
        settlement.sweep()

    assert payment_of(placed).state is State.OPEN
    assert [one["id"] for one in sandbox.state()["sessions"]] == [page_of(placed)]


def test_a_failure_the_gateway_remembers_ends_the_attempt_and_the_next_order_has_a_new_key(sandbox):
    from tests.support.buying import review

    sandbox.control(fail={"mode": "stored-500", "times": 1, "path": "checkout/sessions"})
    placed = card_order()
    clock.freeze(clock.now() + timedelta(minutes=6))
    settlement.sweep()
    order = order_of(placed)
    assert order.payment_state is PaymentState.EXPIRED

    again = settlement.place(review(order.cart_id, order.cart_version + 1, payment_method="card"))

    assert again.pay_url is not None and len(sandbox.state()["sessions"]) == 1
