"""Settle: read what the gateway says about a payment, and let our rows converge to it.

One function is called by the webhook's worker, the success page, the sweep and staff; it may run any number of times, in any order, at
the same moment. `record_session` is the transaction T3 of protocol.md 2.6.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from sqlalchemy import select

from elite import inventory, payments, refunds
from elite.kernel import clock, events
from elite.kernel.crash import crash_point
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.transaction import in_transaction
from elite.orders import FulfilmentState, Order, PaymentState
from elite.payments import Payment, Session, SessionState, State
from elite.payments.events import LateMoney, PaymentFailed, PaymentNeedsReview
from elite.settlement import effects
from elite.settlement.locks import Locked, lock_payment

log = logging.getLogger(__name__)


def settle(payment_id: int, session_id: str | None = None) -> State | None:
    """The payment's state after reading it anew; `session_id` when the gateway told us of a page we have not recorded.

    Raises GatewayAway. Payments without a page elsewhere, and those that have their money, are answered from our rows.
    """
    payment = session.scalar(select(Payment).where(Payment.id == payment_id))
    gateway = payments.redirect_gateway(payment.method) if payment else None
    if payment is None or gateway is None or payment.state in payments.HAS_MONEY:
        return payment.state if payment else None
    page = payment.session_id or session_id
    if page is None:
        return payment.state
    session.remove()  # no transaction waits while the gateway thinks

    said = gateway.read(page)
    crash_point("settle.after_read")
    state = in_transaction(record_session, payment_id, said)
    crash_point("settle.after_commit")
    return state


def record_session(payment_id: int, said: Session) -> State:
    """T3: what the gateway said, and everything that follows from it, or nothing of it."""
    locked, payment = lock_payment(payment_id)
    if payment.state in payments.HAS_MONEY:
        return payment.state  # settled before: the second runner finds nothing to do

    now = clock.database_now()
    payment.synced_at = now
    payment.session_id = payment.session_id or said.id
    payment.intent_id = payment.intent_id or said.intent_id
    if said.paid:
        _money_came(locked, payment, said)
    elif said.failed:
        _bank_refused(locked, payment)
    elif said.state is SessionState.EXPIRED:
        _page_ended(locked, payment)
    elif said.state is SessionState.COMPLETE:
        _bank_decides_later(locked.order, payment)
    else:
        payment.next_try_at = now + timedelta(minutes=2)
    session.flush()
    crash_point("settle.before_commit")
    return payment.state


def _money_came(locked: Locked, payment: Payment, said: Session) -> None:
    order, amount = locked.order, Money.of(said.amount)
    if (said.amount, said.currency, said.livemode) != (payment.amount.minor, payment.currency, payment.livemode):
        _needs_review(order, payment, said)
    elif locked.winner is not None:
        _goes_back(order, payment, amount, State.DUPLICATE)
    elif order.is_cancelled or order.payment_state is PaymentState.VOID:
        _goes_back(order, payment, amount, State.REFUND_DUE)
    elif order.payment_state is PaymentState.EXPIRED:
        money_came_late(order, payment, amount)
    else:
        effects.money_counts(order, payment, amount)


def money_came_late(order: Order, payment: Payment, amount: Money) -> bool:
    """An expired order takes everything again, or its money goes back; whether it was revived."""
    try:
        with session.begin_nested():
            inventory.retake(order.number)
    except inventory.NotEnoughStock:
        _goes_back(order, payment, amount, State.REFUND_DUE)
        return False
    effects.money_counts(order, payment, amount, late=True)
    return True


def _goes_back(order: Order, payment: Payment, amount: Money, state: State) -> None:
    """Money that cannot be kept: its refund is promised in this very transaction, so that it is never silent."""
    log.error("payment.money_goes_back", extra={"payment": payment.idem_key, "state": state.value})
    refund = keep_and_return(order, payment, amount, state)
    events.record(LateMoney(order=order.number, amount=amount.minor, kind=state.value, refund=refund.number))


def keep_and_return(order: Order, payment: Payment, amount: Money, state: State) -> refunds.Refund:
    """Book money that came, and promise all of it back."""
    payment.end(state)
    payment.captured = amount
    payment.settled_at = clock.database_now()
    return refunds.intend(
        payment,
        order,
        amount,
        idem_key=f"refund-{payment.idem_key}-auto",
        reason=state.value,
        by_hand=payments.redirect_gateway(payment.method) is None,
    )


def _needs_review(order: Order, payment: Payment, said: Session) -> None:
    """The slot is kept, so nobody pays again and nothing expires until somebody has looked."""
    log.error("payment.mismatch", extra={"payment": payment.idem_key, "came": f"{said.amount} {said.currency}"})
    payment.move_to(State.REVIEW)
    payment.next_try_at = None
    payment.captured = Money.of(said.amount)
    payment.settled_at = clock.database_now()
    payment.last_error = f"asked {payment.amount}, came {said.amount} {said.currency}, live {said.livemode}"
    asked, came = payment.amount.minor, said.amount
    events.record(PaymentNeedsReview(order=order.number, asked=asked, came=came, currency=said.currency))


def _bank_decides_later(order: Order, payment: Payment) -> None:
    payment.move_to(State.PROCESSING)
    payment.next_try_at = clock.database_now() + timedelta(minutes=10)
    if order.payment_state is PaymentState.AWAITING:
        order.move_payment(PaymentState.PROCESSING)


def _bank_refused(locked: Locked, payment: Payment) -> None:
    if payment.state is not State.FAILED:
        payment.end(State.FAILED)
        events.record(PaymentFailed(order=locked.order.number, method=payment.method, reason="bank_refused"))
    _expire_unless_payable(locked)


def _page_ended(locked: Locked, payment: Payment) -> None:
    """Proof that this page can no longer be paid. An attempt we gave up ourselves frees its slot and leaves the order open."""
    given_up = payment.state is State.CANCELLED
    payment.open_slot = payment.next_try_at = None
    if given_up or payment.state in (State.EXPIRED, State.FAILED):
        return
    payment.end(State.EXPIRED)
    _expire_unless_payable(locked)


def _expire_unless_payable(locked: Locked) -> None:
    held = locked.order.fulfilment_state is FulfilmentState.HELD  # goods that are being picked are nobody's to free
    if locked.order.is_open and held and locked.holder is None:
        effects.expire(locked.order)
