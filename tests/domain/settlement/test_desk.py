"""What staff do: book money, release, pack, send, deliver, pay back."""

from __future__ import annotations

import pytest

from elite import inventory, invoices, settlement
from elite.kernel import events
from elite.kernel.money import Money
from elite.orders import CannotMove, FulfilmentState, PaymentState
from elite.payments import State
from elite.refunds import RefundState, TooMuchBack, list_refunds
from elite.settlement import AlreadyPaid, NothingToRefund, NotPaidByHand, NotYetPaid, Overpaid, Parcel, Underpaid
from tests.support.buying import left, prepare, shelve, variant_id
from tests.support.cards import order_of, page_of, payment_of
from tests.support.invariants import check_money

VAN = Parcel(carrier="Our van", tracking="42")


def order(method: str = "transfer", price: str = "10.00", **typed: str) -> settlement.Placed:
    shelve("Plate", price, units=5)
    return settlement.place(prepare({"PLATE": 2}, payment_method=method, **typed))


def pay(placed: settlement.Placed, sandbox: object) -> None:
    sandbox.pay(page_of(placed))  # type: ignore[attr-defined]
    settlement.refresh(placed.token)


def test_a_transfer_of_the_right_sum_pays_and_releases():
    placed = order()
    total = order_of(placed).total

    assert settlement.book_transfer(placed.order_number, total, reference="BACS 77", by=3) is State.SUCCEEDED

    mine = order_of(placed)
    assert (mine.payment_state, mine.fulfilment_state) == (PaymentState.PAID, FulfilmentState.RELEASED)
    assert payment_of(placed).reference == "BACS 77"
    assert inventory.find_stock(variant_id("PLATE")).on_hand == 3
    assert invoices.find_invoice(mine.id) is not None
    assert [fact.actor_id for fact in events.history(mine.number) if fact.name == "OrderPaid"] == [3]


def test_too_little_and_too_much_are_refused_with_the_difference():
    placed = order()
    total = order_of(placed).total
    penny = Money.parse("0.01")

    with pytest.raises(Underpaid) as less:
        settlement.book_transfer(placed.order_number, total - penny, reference="", by=3)
    with pytest.raises(Overpaid) as more:
        settlement.book_transfer(placed.order_number, total + penny, reference="", by=3)

    assert (less.value.missing, more.value.surplus) == (penny, penny)
    assert str(penny) in str(less.value) and str(penny) in str(more.value)
    assert order_of(placed).payment_state is PaymentState.AWAITING


def test_money_is_booked_once():
    placed = order()
    total = order_of(placed).total
    settlement.book_transfer(placed.order_number, total, reference="", by=3)

    with pytest.raises(AlreadyPaid):
        settlement.book_transfer(placed.order_number, total, reference="", by=3)


def test_a_card_order_is_not_booked_by_hand():
    placed = order("card")

    with pytest.raises(NotPaidByHand):
        settlement.book_transfer(placed.order_number, order_of(placed).total, reference="", by=3)


def test_money_for_a_cancelled_transfer_is_booked_and_owed_back():
    placed = order()
    settlement.cancel(placed.order_number, by=3)

    state = settlement.book_transfer(placed.order_number, Money.parse("24.95"), reference="too late", by=3)

    refund = list_refunds(order_of(placed).id)[0]
    assert (state, refund.by_hand, refund.state) == (State.REFUND_DUE, True, RefundState.REQUESTED)
    settlement.sweep()
    assert list_refunds(order_of(placed).id)[0].state is RefundState.REQUESTED  # only a person can send it
    settlement.book_refund(refund.number, by=3)
    assert list_refunds(order_of(placed).id)[0].state is RefundState.SUCCEEDED


def test_money_for_an_expired_transfer_whose_goods_are_gone_is_owed_back():
    from datetime import timedelta

    from elite.kernel import clock

    placed = order()
    clock.freeze(clock.now() + timedelta(days=8))
    settlement.sweep()
    settlement.place(prepare({"PLATE": 4}, email="ben@example.org"))

    assert settlement.book_transfer(placed.order_number, order_of(placed).total, reference="", by=3) is State.REFUND_DUE

    assert order_of(placed).payment_state is PaymentState.EXPIRED


def test_a_companys_order_is_released_by_staff_invoiced_then_and_paid_later():
    placed = order("invoice", company="Lind Ltd")
    assert invoices.find_invoice(order_of(placed).id) is None

    settlement.release_order(placed.order_number, by=3)
    settlement.release_order(placed.order_number, by=3)

    mine = order_of(placed)
    assert (mine.payment_state, mine.fulfilment_state) == (PaymentState.AWAITING, FulfilmentState.RELEASED)
    assert invoices.find_invoice(mine.id) is not None
    settlement.send_order(mine.number, VAN, by=3)
    settlement.book_transfer(mine.number, mine.total, reference="", by=3)
    assert order_of(placed).payment_state is PaymentState.PAID
    assert len(invoices.list_invoices(mine.id)) == 1


def test_an_unpaid_transfer_or_card_order_is_never_released():
    placed = order()

    with pytest.raises(NotYetPaid):
        settlement.release_order(placed.order_number, by=3)
    with pytest.raises(CannotMove):
        settlement.send_order(placed.order_number, VAN, by=3)
    with pytest.raises(CannotMove):
        settlement.mark_packed(placed.order_number, by=3)


def test_from_the_desk_to_the_doorstep(sandbox):
    placed = order("card")
    pay(placed, sandbox)

    settlement.mark_packed(placed.order_number, by=3)
    settlement.send_order(placed.order_number, VAN, by=3)
    settlement.send_order(placed.order_number, VAN, by=3)
    settlement.mark_delivered(placed.order_number, by=3)

    mine = order_of(placed)
    assert mine.fulfilment_state is FulfilmentState.DELIVERED
    assert [(one.carrier, one.tracking) for one in mine.shipments] == [("Our van", "42")]
    told = [fact.name for fact in events.history(mine.number)]
    assert told[-3:] == ["OrderPacked", "OrderSent", "OrderDelivered"]


def test_an_order_paid_on_delivery_is_invoiced_when_sent():
    placed = order("on_delivery")
    assert invoices.find_invoice(order_of(placed).id) is None

    settlement.send_order(placed.order_number, VAN, by=3)

    assert invoices.find_invoice(order_of(placed).id) is not None


def test_paying_back_a_delivered_order_leaves_its_goods_where_they_are(sandbox):
    placed = order("card")
    pay(placed, sandbox)
    settlement.send_order(placed.order_number, VAN, by=3)

    first = settlement.refund_order(placed.order_number, key="form-1", reason="broken", by=3)
    second = settlement.refund_order(placed.order_number, key="form-1", reason="broken", by=3)

    mine = order_of(placed)
    assert first == second
    assert (mine.payment_state, mine.fulfilment_state, left("PLATE")) == (
        PaymentState.REFUNDED,
        FulfilmentState.SENT,
        3,
    )
    with pytest.raises(NothingToRefund):
        settlement.refund_order(placed.order_number, key="form-2", reason="again", by=3)
    assert check_money(sandbox.state()) == []


def test_a_refund_the_bank_sends_back_makes_the_order_paid_again_and_may_be_repeated(sandbox):
    sandbox.control(refunds="pending")
    placed = order("card")
    pay(placed, sandbox)
    settlement.refund_order(placed.order_number, key="form-1", reason="broken", by=3)
    refund = list_refunds(order_of(placed).id)[0]
    assert (refund.state, order_of(placed).payment_state) == (RefundState.PENDING, PaymentState.PAID)

    sandbox.settle_refund(refund.gateway_id, "succeeded")
    settlement.refresh_refund(refund.id)
    assert order_of(placed).payment_state is PaymentState.REFUNDED
    sandbox.settle_refund(refund.gateway_id, "failed")
    settlement.refresh_refund(refund.id)

    mine = order_of(placed)
    assert mine.payment_state is PaymentState.PAID
    assert payment_of(placed).refunded == Money.zero()
    settlement.refund_order(placed.order_number, key="form-2", reason="again", by=3)
    assert len(list_refunds(mine.id)) == 2


def test_no_more_goes_back_than_came(sandbox):
    from elite import refunds
    from elite.kernel.transaction import in_transaction
    from elite.settlement.locks import lock_numbered

    placed = order("card")
    pay(placed, sandbox)

    def promise(key: str) -> None:
        locked = lock_numbered(placed.order_number)
        amount = Money(locked.order.total.minor - 1, "GBP")
        refunds.intend(locked.winner, locked.order, amount, idem_key=key, reason="r", by_hand=True)

    in_transaction(promise, "one")
    in_transaction(promise, "one")
    with pytest.raises(TooMuchBack):
        in_transaction(promise, "two")
