"""Send money back: the promise was committed before, the gateway is asked outside, its answer is recorded after (protocol.md 2.10)."""

from __future__ import annotations

import logging
from datetime import timedelta

from sqlalchemy import select

from elite import payments, refunds
from elite.kernel import clock, events
from elite.kernel.crash import crash_point
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.transaction import in_transaction
from elite.orders import Order, PaymentState
from elite.orders.events import OrderRefunded
from elite.payments import GatewayRefused, Payment, RefundAnswer, RefundStatus, State
from elite.refunds import Refund, RefundState
from elite.settlement.errors import NothingToRefund
from elite.settlement.locks import Locked, lock_numbered, lock_order

log = logging.getLogger(__name__)

KEY_KEPT = timedelta(hours=20)
"""Stripe forgets idempotency keys after a day; past this, a person looks before anything is sent twice."""


def refund_order(number: str, *, key: str, reason: str, by: int | None) -> str:
    """Pay back all that is left of an order's money, once for `key` (the form's token); the refund's number.

    The goods stay where they are: `cancel` is for orders that have not been sent. Raises NothingToRefund.
    """
    with events.acting(by):
        refund_id, refund_number = in_transaction(_promise_back, number, key, reason, by)
    submit_quietly(refund_id)
    return refund_number


def book_refund(number: str, *, by: int | None) -> None:
    """A colleague has paid this refund from the bank account."""
    refund_id = refunds.get_refund(number).id
    with events.acting(by):
        in_transaction(_booked, refund_id)


def submit_quietly(refund_id: int | None) -> None:
    """Ask at once, so that the shopper need not wait for the sweep; if that fails, the sweep asks again."""
    if refund_id is None:
        return
    try:
        submit_refund(refund_id)
    except Exception:
        log.warning("refund.later", extra={"refund": refund_id}, exc_info=True)


def submit_refund(refund_id: int) -> RefundState | None:
    """Ask the gateway to pay back, or how far it is. Raises GatewayAway; asking again is safe."""
    claimed = in_transaction(_claim, refund_id)
    if claimed is None:
        return None
    crash_point("refund.after_claim")
    method, intent_id, key, amount, gateway_id = claimed
    gateway = payments.redirect_gateway(method)
    assert gateway is not None
    try:
        said = gateway.read_refund(gateway_id) if gateway_id else gateway.refund(intent_id, amount, key)
    except GatewayRefused as error:
        log.error("refund.refused", extra={"refund": key, "error": error.reason})
        said = RefundAnswer(id="", status=RefundStatus.FAILED, reason=error.code or error.reason)
    crash_point("refund.after_call")
    return in_transaction(record_refund, refund_id, said)


def refresh_refund(refund_id: int) -> RefundState | None:
    """How far a refund is that the gateway knows already; a failed one may have been called done before."""
    refund = session.scalar(select(Refund).where(Refund.id == refund_id))
    if refund is None or refund.gateway_id is None:
        return submit_refund(refund_id)
    gateway_id = refund.gateway_id
    session.remove()
    return in_transaction(record_refund, refund_id, payments.card_gateway().read_refund(gateway_id))


def record_refund(refund_id: int, said: RefundAnswer) -> RefundState:
    """Believe the gateway, and let the order say how much of it was paid back."""
    locked, refund = _lock(refund_id)
    payment = locked.find(refund.payment_id)
    before = refund.state
    refunds.record_answer(refund, payment, locked.order, RefundState(said.status.value), said.id or None, said.reason)
    if refund.state is not before:
        _tell_the_order(locked.order, payment, refund)
        if refund.state in refunds.GAVE_UP:
            _leave_to_people(locked.order, payment, refund)
    return refund.state


def _promise_back(number: str, key: str, reason: str, by: int | None) -> tuple[int, str]:
    locked = lock_numbered(number)
    idem_key = f"refund-{number}-{key}"[:191]
    earlier = session.scalar(select(Refund).where(Refund.idem_key == idem_key))
    if earlier is not None:
        return earlier.id, earlier.number
    payment = locked.winner
    if payment is None or not payment.refundable:
        raise NothingToRefund

    refund = refunds.intend(
        payment,
        locked.order,
        payment.refundable,
        idem_key=idem_key,
        reason=reason,
        by_hand=payments.redirect_gateway(payment.method) is None,
        by=by,
    )
    return refund.id, refund.number


def _claim(refund_id: int) -> tuple[str, str, str, Money, str | None] | None:
    """Take the refund for a minute; None when it is done, not the gateway's business, or too old to ask again blindly."""
    locked, refund = _lock(refund_id)
    payment = locked.find(refund.payment_id)
    if refund.state not in refunds.UNDER_WAY or refund.by_hand or payment.intent_id is None:
        return None
    now = clock.database_now()
    if refund.gateway_id is None and refund.tries and now - refund.created_at > KEY_KEPT:
        refund.next_try_at, refund.last_error = now + timedelta(days=1), "unanswered for a day: look it up by hand"
        log.error("refund.unanswered", extra={"refund": refund.number})
        return None
    again = now + timedelta(seconds=min(3600, 60 * 2 ** min(refund.tries, 6)))
    if refund.state is RefundState.PENDING:
        refund.next_try_at = again
    else:
        refunds.mark_submitted(refund, again)
    return payment.method, payment.intent_id, refund.idem_key, refund.amount, refund.gateway_id


def _booked(refund_id: int) -> None:
    said = RefundAnswer(id="", status=RefundStatus.SUCCEEDED)
    record_refund(refund_id, said)


def _lock(refund_id: int) -> tuple[Locked, Refund]:
    order_id = session.scalars(select(Refund.order_id).where(Refund.id == refund_id)).one()
    locked = lock_order(order_id)
    refund = refunds.lock_refund(refund_id)
    assert refund is not None
    return locked, refund


def _leave_to_people(order: Order, payment: Payment, refund: Refund) -> None:
    """Money that may not be kept still goes back when the gateway could not send it: a colleague does it by hand."""
    if refund.by_hand or not (order.is_cancelled or payment.state in (State.DUPLICATE, State.REFUND_DUE)):
        return
    log.error("refund.left_to_people", extra={"refund": refund.number})
    key = f"{refund.idem_key}-by-hand"
    refunds.intend(payment, order, refund.amount, idem_key=key, reason=refund.reason, by_hand=True, by=refund.actor_id)


def _tell_the_order(order: Order, payment: Payment, refund: Refund) -> None:
    """Money that came twice or too late never counted for the order, so its return does not either."""
    if payment.state is not State.SUCCEEDED or not order.is_paid:
        return
    session.flush()
    back = refunds.settled_sum(payment.id)
    if not back:
        order.move_payment(PaymentState.PAID)
    else:
        order.move_payment(PaymentState.REFUNDED if back == payment.captured else PaymentState.PART_REFUNDED)
    if refund.state is RefundState.SUCCEEDED:
        events.record(OrderRefunded(order=order.number, amount=refund.amount.minor, refund=refund.number))
