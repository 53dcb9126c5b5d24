"""Paying again, paying another way, and giving up: the old page is dead before anything else begins."""

from __future__ import annotations

import pytest

from elite import cart, inventory, invoices, settlement
from elite.invoices import InvoiceKind
from elite.kernel import clock, events
from elite.kernel.db import session
from elite.orders import CannotMove, FulfilmentState, PaymentState
from elite.payments import GatewayAway, MethodNotOffered, State, list_payments
from elite.refunds import RefundState, list_refunds
from elite.settlement import NoLongerOpen, Parcel
from tests.support.buying import left, prepare, shelve, variant_id
from tests.support.cards import order_of, page_of, payment_of
from tests.support.invariants import breaches, check_money


def order(method: str = "card", **typed: str) -> settlement.Placed:
    shelve("Plate", "10.00", units=5)
    return settlement.place(prepare({"PLATE": 2}, payment_method=method, **typed))


def attempts(placed: settlement.Placed) -> list[tuple[int, str, State]]:
    return [(one.attempt, one.method, one.state) for one in list_payments(order_of(placed).id)]


def session_states(sandbox: object) -> list[str]:
    return [one["status"] for one in sandbox.state()["sessions"]]  # type: ignore[attr-defined]


def test_paying_again_leads_to_the_same_page(sandbox):
    placed = order()

    again = settlement.pay_again(placed.order_number)

    assert again == placed and session_states(sandbox) == ["open"]


def test_paying_again_after_money_came_says_it_is_paid(sandbox):
    placed = order()
    sandbox.pay(page_of(placed))

    again = settlement.pay_again(placed.order_number, "transfer")

    assert again.pay_url is None
    assert order_of(placed).payment_state is PaymentState.PAID
    assert attempts(placed) == [(1, "card", State.SUCCEEDED)]


def test_another_way_ends_the_old_page_first(sandbox):
    placed = order()

    again = settlement.pay_again(placed.order_number, "transfer")

    assert again.pay_url is None
    assert session_states(sandbox) == ["expired"]
    assert attempts(placed) == [(1, "card", State.CANCELLED), (2, "transfer", State.OPEN)]
    assert (order_of(placed).payment_method, left("PLATE")) == ("transfer", 3)


def test_and_back_again_to_the_card(sandbox):
    placed = order("transfer")

    again = settlement.pay_again(placed.order_number, "card")
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)

    assert again.pay_url.startswith(sandbox.origin)
    assert attempts(placed) == [(1, "transfer", State.CANCELLED), (2, "card", State.SUCCEEDED)]
    assert order_of(placed).payment_state is PaymentState.PAID


def test_three_changes_of_mind_end_with_one_payment(sandbox):
    placed = order()
    for method in ("transfer", "card", "on_delivery"):
        settlement.pay_again(placed.order_number, method)

    assert [state for _, _, state in attempts(placed)] == [State.CANCELLED] * 3 + [State.OPEN]
    assert order_of(placed).fulfilment_state is FulfilmentState.RELEASED  # small enough to be trusted
    settlement.book_transfer(placed.order_number, order_of(placed).total, reference="cash", by=1)
    assert order_of(placed).payment_state is PaymentState.PAID


def test_money_that_beats_the_change_of_mind_wins(sandbox):
    from elite.kernel.transaction import in_transaction
    from elite.settlement.leaving import _end_page, _intend_to_end, _next_attempt

    placed = order()
    in_transaction(_intend_to_end, placed.order_number)
    sandbox.pay(page_of(placed))  # in the last moment

    _end_page(placed.order_number)

    assert in_transaction(_next_attempt, placed.order_number, "transfer") is None
    assert attempts(placed) == [(1, "card", State.SUCCEEDED)]


def test_a_gateway_that_is_away_keeps_the_old_page_and_allows_no_second(sandbox):
    placed = order()
    sandbox.control(fail={"mode": "500-before", "times": 999})

    with pytest.raises(GatewayAway):
        settlement.pay_again(placed.order_number, "transfer")

    assert attempts(placed) == [(1, "card", State.CANCELLED)]
    assert payment_of(placed).open_slot is not None and left("PLATE") == 3
    sandbox.control(heal=True)
    settlement.pay_again(placed.order_number, "transfer")
    assert attempts(placed) == [(1, "card", State.CANCELLED), (2, "transfer", State.OPEN)]


def test_an_order_left_without_any_way_to_pay_expires_in_its_time(sandbox):
    from datetime import timedelta

    placed = order()
    sandbox.control(fail={"mode": "500-before", "times": 999})
    with pytest.raises(GatewayAway):
        settlement.pay_again(placed.order_number, "transfer")
    sandbox.control(heal=True)
    clock.freeze(clock.now() + timedelta(minutes=3))
    settlement.sweep()
    assert (payment_of(placed).open_slot, order_of(placed).payment_state) == (None, PaymentState.AWAITING)

    clock.freeze(clock.now() + timedelta(minutes=40))
    settlement.sweep()

    assert (order_of(placed).payment_state, left("PLATE")) == (PaymentState.EXPIRED, 5)


def test_a_way_that_does_not_suit_leaves_everything_as_it_is(sandbox):
    placed = order()

    with pytest.raises(MethodNotOffered):
        settlement.pay_again(placed.order_number, "invoice")

    assert session_states(sandbox) == ["open"] and attempts(placed) == [(1, "card", State.OPEN)]


def test_putting_things_back_frees_them_and_gives_the_cart_back(sandbox):
    placed = order()

    settlement.put_back(placed.order_number)
    settlement.put_back(placed.order_number)

    mine = order_of(placed)
    assert (mine.payment_state, mine.fulfilment_state) == (PaymentState.VOID, FulfilmentState.CANCELLED)
    assert (left("PLATE"), session_states(sandbox)) == (5, ["expired"])
    assert session.get(cart.StoredCart, mine.cart_id).state is cart.State.OPEN
    with pytest.raises(NoLongerOpen):
        settlement.pay_again(placed.order_number)


def test_putting_back_what_was_just_paid_is_refused(sandbox):
    placed = order()
    sandbox.pay(page_of(placed))

    with pytest.raises(settlement.AlreadyPaid):
        settlement.put_back(placed.order_number)

    assert order_of(placed).payment_state is PaymentState.PAID


def test_putting_back_before_the_page_was_opened_needs_no_gateway(sandbox):
    sandbox.control(fail={"mode": "500-before", "times": 999})
    placed = order()

    settlement.put_back(placed.order_number)

    assert attempts(placed) == [(1, "card", State.CANCELLED)] and left("PLATE") == 5


def test_a_page_opened_too_late_is_never_shown(sandbox):
    """The order was given up while the gateway was still answering the first call."""
    from elite.kernel.transaction import in_transaction
    from elite.payments import card_gateway
    from elite.settlement.opening import _opened

    sandbox.control(fail={"mode": "500-before", "times": 999})
    placed = order()
    payment = payment_of(placed)
    settlement.put_back(placed.order_number)
    sandbox.control(heal=True)

    said = card_gateway().begin(payment.request, payment.idem_key)

    assert in_transaction(_opened, payment.id, said) is None
    assert payment_of(placed).url is None


def test_cancelling_a_paid_order_refunds_credits_and_restocks(sandbox):
    placed = order()
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)

    for _ in range(2):
        settlement.cancel(placed.order_number, by=7, reason="out of town")

    mine = order_of(placed)
    assert (mine.payment_state, mine.fulfilment_state) == (PaymentState.REFUNDED, FulfilmentState.CANCELLED)
    assert (mine.cancel_reason, left("PLATE")) == ("out of town", 5)
    assert [(one.amount, one.state, one.actor_id) for one in list_refunds(mine.id)] == [
        (mine.total, RefundState.SUCCEEDED, 7)
    ]
    assert invoices.find_invoice(mine.id, InvoiceKind.CREDIT_NOTE).total == -mine.total
    assert check_money(sandbox.state()) == []
    facts = events.history(mine.number)
    assert [fact.actor_id for fact in facts if fact.name == "OrderCancelled"] == [7]


def test_cancelling_while_the_gateway_is_away_refunds_later(sandbox):
    placed = order()
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)
    sandbox.control(fail={"mode": "reset-after", "times": 1, "path": "refunds"})  # done, but nobody heard
    sandbox.control(fail={"mode": "500-before", "times": 999})

    settlement.cancel(placed.order_number, by=None)
    assert order_of(placed).payment_state is PaymentState.PAID
    sandbox.control(heal=True)
    from datetime import timedelta

    clock.freeze(clock.now() + timedelta(minutes=5))
    settlement.sweep()

    assert order_of(placed).payment_state is PaymentState.REFUNDED
    assert check_money(sandbox.state()) == [] and breaches(finished=True) == []


def test_what_was_sent_cannot_be_cancelled(sandbox):
    placed = order()
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)
    settlement.send_order(placed.order_number, Parcel(carrier="Royal Mail", tracking="RM1"), by=1)

    with pytest.raises(CannotMove):
        settlement.cancel(placed.order_number, by=1)

    assert list_refunds(order_of(placed).id) == []


def test_cancelling_an_unpaid_transfer_moves_no_money(sandbox):
    placed = order("transfer")

    settlement.cancel(placed.order_number, by=None)

    mine = order_of(placed)
    assert (mine.payment_state, left("PLATE"), list_refunds(mine.id)) == (PaymentState.VOID, 5, [])


def test_cancelling_a_companys_released_order_credits_its_invoice(sandbox):
    placed = order("invoice", company="Lind Ltd")
    settlement.release_order(placed.order_number, by=1)
    assert inventory.find_stock(variant_id("PLATE")).on_hand == 3

    settlement.cancel(placed.order_number, by=1, reason="insolvent")

    mine = order_of(placed)
    assert invoices.find_invoice(mine.id, InvoiceKind.CREDIT_NOTE) is not None
    assert (mine.payment_state, left("PLATE")) == (PaymentState.VOID, 5)


def test_an_expired_order_cannot_be_cancelled_again(sandbox):
    placed = order()
    sandbox.expire(page_of(placed))
    settlement.settle(payment_of(placed).id)

    with pytest.raises(NoLongerOpen):
        settlement.cancel(placed.order_number, by=1)
