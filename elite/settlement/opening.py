"""Open the gateway's page for an attempt that was committed before: the call outside, its answer in a transaction of its own.

Whoever finds the attempt still `created` may repeat this: the same key asks the gateway once. The address is handed out only by the
transaction that stores it, so an attempt given up meanwhile can never be paid.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from sqlalchemy import select

from elite import inventory, payments
from elite.kernel import clock, events
from elite.kernel.crash import crash_point
from elite.kernel.db import session
from elite.kernel.transaction import in_transaction
from elite.orders import FulfilmentState, PaymentState
from elite.orders.events import OrderCancelled
from elite.payments import GatewayAway, GatewayRefused, Payment, Session, State
from elite.payments.events import PaymentFailed, PaymentOpened
from elite.settlement import effects
from elite.settlement.attempts import GIVE_UP_AFTER
from elite.settlement.locks import lock_payment

log = logging.getLogger(__name__)


def open_page(payment_id: int) -> str | None:
    """Where to pay, opened now unless it was before; None when the gateway is away or the attempt has gone on."""
    payment = session.scalar(select(Payment).where(Payment.id == payment_id))
    gateway = payments.redirect_gateway(payment.method) if payment else None
    if payment is None or gateway is None:
        return None
    if payment.state is not State.CREATED:
        return payment.url if payment.state is State.OPEN else None
    request, key = dict(payment.request), payment.idem_key
    session.remove()  # no transaction waits while the gateway thinks

    try:
        said = gateway.begin(request, key)
    except GatewayAway as error:
        log.warning("payment.gateway_away", extra={"payment": key, "error": str(error.args)})
        return in_transaction(_wait, payment_id, str(error.args))
    except GatewayRefused as error:
        log.error("payment.gateway_refused", extra={"payment": key, "error": error.reason})
        in_transaction(_could_not_begin, payment_id, error.code or "refused", error.reason)
        return None
    crash_point("place.after_session")
    url = in_transaction(_opened, payment_id, said)
    crash_point("place.after_open")
    return url


def close_unopened(payment_id: int) -> None:
    """Give up an attempt whose page could not be opened in time; its order expires."""
    in_transaction(_close_unopened, payment_id)


def _opened(payment_id: int, said: Session) -> str | None:
    _locked, payment = lock_payment(payment_id)
    if payment.session_id is None:
        payment.session_id = said.id  # even when given up meanwhile: whoever looks can find its page
    if payment.state is State.OPEN:
        return payment.url
    if payment.state is not State.CREATED:
        return None

    payment.move_to(State.OPEN)
    payment.url = said.url
    payment.intent_id = payment.intent_id or said.intent_id
    payment.next_try_at = clock.database_now() + timedelta(minutes=2)

    events.record(PaymentOpened(order=_locked.order.number, method=payment.method))
    return payment.url


def _wait(payment_id: int, reason: str) -> str | None:
    """Ask again soon: a little later each time. Somebody else may have been answered meanwhile."""
    _locked, payment = lock_payment(payment_id)
    if payment.state is State.CREATED:
        payment.tries += 1
        payment.last_error = reason[:2000]
        payment.next_try_at = clock.database_now() + timedelta(seconds=min(60, 5 * 2 ** min(payment.tries, 5)))
    return payment.url if payment.state is State.OPEN else None


def _could_not_begin(payment_id: int, code: str, reason: str) -> None:
    locked, payment = lock_payment(payment_id)
    if payment.state is not State.CREATED:
        return
    order = locked.order
    payment.end(State.FAILED)
    payment.last_error = reason[:2000]
    inventory.release(order.number)
    order.move_payment(PaymentState.VOID)
    order.move_fulfilment(FulfilmentState.CANCELLED)
    order.cancelled_at, order.cancel_reason, order.expires_at = clock.database_now(), "payment_setup", None
    effects.give_cart_back(order)

    events.record(PaymentFailed(order=order.number, method=payment.method, reason=code))
    events.record(OrderCancelled(order=order.number, reason="payment_setup"))


def _close_unopened(payment_id: int) -> None:
    locked, payment = lock_payment(payment_id)
    if payment.state is not State.CREATED or clock.database_now() < payment.created_at + GIVE_UP_AFTER:
        return
    payment.end(State.FAILED)

    events.record(PaymentFailed(order=locked.order.number, method=payment.method, reason="gateway_away"))
    if locked.order.is_open:
        effects.expire(locked.order)
