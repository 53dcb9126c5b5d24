"""The same thing done many times at the same moment happens once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from sqlalchemy import func, select

from elite import settlement
from elite.kernel import events
from elite.kernel.db import session
from elite.orders import FulfilmentState, Order, PaymentState
from elite.payments import Inbox, InboxState, State, list_payments
from elite.refunds import RefundState, list_refunds
from elite.settlement import Parcel, Placed
from tests.support.buying import left, prepare, review, shelve
from tests.support.cards import order_of, page_of, payment_of
from tests.support.storms import accidents, kinds, let_loose


def card_order(units: int = 5) -> Placed:
    shelve("Plate", "10.00", units=units)
    return settlement.place(prepare({"PLATE": 2}, payment_method="card"))


def told(placed: Placed) -> list[str]:
    session.remove()
    return [fact.name for fact in events.history(placed.order_number)]


def test_a_button_pressed_thirty_times_is_one_order_and_one_page(app, sandbox):
    shelve("Plate", "10.00", units=100)
    placement = prepare({"PLATE": 2}, payment_method="card")

    results = let_loose(app, [partial(settlement.place, placement)] * 30)

    assert accidents(results) == []
    assert {one.order_number for one in results} == {results[0].order_number}
    assert len(sandbox.state()["sessions"]) == 1
    assert left("PLATE") == 98
    assert {one.pay_url for one in results} <= {payment_of(results[0]).url, None}


def test_two_tabs_with_the_same_cart_are_one_order(app):
    shelve("Plate", "10.00", units=100)
    placement = prepare({"PLATE": 2})
    tabs = [replace(placement, checkout_key=f"tab {n}") for n in range(20)]

    results = let_loose(app, [partial(settlement.place, one) for one in tabs])

    assert accidents(results) == []
    session.remove()
    assert session.scalar(select(func.count()).select_from(Order)) == 1
    assert left("PLATE") == 98


def test_fifty_webhooks_beside_fifty_success_pages_settle_once(app, sandbox, letterbox, new_client):
    placed = card_order()
    sandbox.pay(page_of(placed))
    sandbox.wait_until_told()
    raw, header = next(one for one in letterbox.taken if b'"checkout.session.completed"' in one[0])

    def webhook() -> int:
        answer = new_client().post("/webhooks/stripe", data=raw, headers={"Stripe-Signature": header})
        settlement.process_inbox()
        return answer.status_code

    pages = [partial(settlement.refresh, placed.token)] * 25 + [partial(settlement.settle, payment_of(placed).id)] * 25
    results = let_loose(app, [deed for pair in zip([webhook] * 50, pages, strict=True) for deed in pair])
    settlement.process_inbox()

    assert accidents(results) == []
    assert [one for one in results if isinstance(one, int)] == [200] * 50
    assert (told(placed).count("OrderPaid"), told(placed).count("InvoiceIssued")) == (1, 1)
    session.remove()
    assert set(session.scalars(select(Inbox.state))) == {InboxState.DONE}
    assert left("PLATE") == 3


def test_cancelling_and_paying_at_the_same_moment(app, sandbox):
    placed = card_order()
    page = page_of(placed)

    def pay() -> object:
        try:
            return sandbox.pay(page)["outcome"]
        except Exception as no:  # the page was ended first
            return str(no)

    results = let_loose(
        app,
        [
            partial(settlement.cancel, placed.order_number, by=None),
            pay,
            *[partial(settlement.refresh, placed.token)] * 6,
        ],
    )
    settlement.settle(payment_of(placed).id)
    settlement.sweep()

    assert accidents(results) == []
    order = order_of(placed)
    money = sandbox.money(page)
    assert money["captured"] == money["refunded"] if order.is_cancelled else order.payment_state is PaymentState.PAID


def test_paying_and_the_end_of_its_time_at_the_same_moment(app, sandbox):
    placed = card_order()
    page = page_of(placed)
    payment_id = payment_of(placed).id

    def pay() -> object:
        try:
            return sandbox.pay(page)["outcome"]
        except Exception as no:
            return str(no)

    def end() -> object:
        try:
            return sandbox.expire(page)["status"]
        except Exception as no:
            return str(no)

    results = let_loose(app, [pay, end, *[partial(settlement.settle, payment_id)] * 10])
    settlement.settle(payment_id)

    assert accidents(results) == []
    state, order = payment_of(placed).state, order_of(placed)
    assert (state, order.payment_state) in {
        (State.SUCCEEDED, PaymentState.PAID),
        (State.EXPIRED, PaymentState.EXPIRED),
    }


def test_changing_ones_mind_in_ten_tabs_leaves_one_way_to_pay(app):
    placed = card_order()
    ways = ["transfer", "on_delivery"] * 5

    results = let_loose(app, [partial(settlement.pay_again, placed.order_number, way) for way in ways])

    assert accidents(results) == []
    session.remove()
    attempts = list_payments(order_of(placed).id)
    assert [one.open_slot for one in attempts].count(order_of(placed).id) == 1
    assert len({one.attempt for one in attempts}) == len(attempts)


def test_cancelling_and_sending_at_the_same_moment(app, sandbox):
    placed = card_order()
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)

    results = let_loose(
        app,
        [
            partial(settlement.cancel, placed.order_number, by=1),
            partial(settlement.send_order, placed.order_number, Parcel(carrier="Van"), by=2),
        ]
        * 5,
    )
    settlement.sweep()

    assert accidents(results) == []
    order = order_of(placed)
    if order.is_cancelled:
        assert order.payment_state is PaymentState.REFUNDED and order.shipments == []
    else:
        assert order.fulfilment_state is FulfilmentState.SENT and list_refunds(order.id) == []


def test_ten_refunds_at_once_pay_back_once(app, sandbox):
    placed = card_order()
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)

    deeds = [
        partial(settlement.refund_order, placed.order_number, key=f"form {n % 2}", reason="r", by=1) for n in range(10)
    ]
    results = let_loose(app, deeds)
    settlement.sweep()

    assert accidents(results) == [] and kinds(results)["str"] >= 1
    order = order_of(placed)
    assert [one.state for one in list_refunds(order.id)] == [RefundState.SUCCEEDED]
    assert order.payment_state is PaymentState.REFUNDED


def test_two_sweeps_and_two_workers_meet_without_harm(app, sandbox):
    shelve("Plate", "10.00", units=100)
    placed = [
        settlement.place(prepare({"PLATE": 1}, payment_method="card", email=f"b{n}@example.org")) for n in range(8)
    ]
    for one in placed[:4]:
        sandbox.pay(page_of(one))
    for one in placed[4:]:
        sandbox.expire(page_of(one))
    from datetime import timedelta

    from elite.kernel import clock

    clock.freeze(clock.now() + timedelta(minutes=5))

    results = let_loose(app, [settlement.sweep, settlement.process_inbox] * 4)

    assert accidents(results) == []
    assert [order_of(one).payment_state for one in placed] == [PaymentState.PAID] * 4 + [PaymentState.EXPIRED] * 4
    assert all(told(one).count("OrderPaid") == 1 for one in placed[:4])


def test_the_cart_given_back_can_be_ordered_while_the_old_order_is_looked_at(app, sandbox):
    placed = card_order(units=2)
    cart_id = order_of(placed).cart_id
    settlement.put_back(placed.order_number)
    again = review(cart_id, 2, payment_method="card")

    results = let_loose(app, [partial(settlement.place, again)] * 5 + [partial(settlement.refresh, placed.token)] * 5)

    assert accidents(results) == []
    assert kinds(results)["Placed"] == 5 and left("PLATE") == 0
