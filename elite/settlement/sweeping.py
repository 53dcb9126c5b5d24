"""What a dead process, a lost webhook or a shopper who never came back left behind, finished every half minute.

Each row is claimed by moving its `next_try_at` on, so two sweeps at once do not meet; each is handled alone, so one that fails
holds up nobody.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, select, update

from elite import payments, refunds
from elite.kernel import clock, events
from elite.kernel.db import rows_changed, session
from elite.kernel.transaction import in_transaction
from elite.orders import UNPAID, FulfilmentState, Order
from elite.payments import GatewayAway, Payment, State
from elite.payments.events import PaymentFailed
from elite.settlement import effects
from elite.settlement.attempts import GIVE_UP_AFTER
from elite.settlement.locks import lock_order, lock_payment
from elite.settlement.opening import close_unopened, open_page
from elite.settlement.refunding import submit_refund
from elite.settlement.settling import record_session, settle

log = logging.getLogger(__name__)

CLAIM = timedelta(seconds=60)
ALARM_AFTER = timedelta(hours=2)  # a page that is past its end and cannot be asked about


def sweep(limit: int = 50) -> int:
    """Look after everything that is due; how many rows were looked at."""
    due: list[tuple[Callable[[int], object], list[int]]] = [
        (_look_after, _list_payments_due(limit)),
        (_expire_forgotten, _list_forgotten(limit)),
        (submit_refund, refunds.list_due(clock.database_now(), limit)),
    ]
    session.remove()
    return sum(_quietly(look_after, row_id) for look_after, row_ids in due for row_id in row_ids)


def _quietly(look_after: Callable[[int], object], row_id: int) -> int:
    try:
        look_after(row_id)
    except GatewayAway:
        log.warning("sweep.gateway_away", extra={"step": look_after.__name__, "row": row_id})
    except Exception:
        log.exception("sweep.failed", extra={"step": look_after.__name__, "row": row_id})
    finally:
        session.remove()
    return 1


def _list_payments_due(limit: int) -> list[int]:
    """Attempts that hold a slot and have not been looked at lately."""
    now = clock.database_now()
    due = select(Payment.id).where(
        Payment.open_slot.is_not(None),
        Payment.state.in_((State.CREATED, State.OPEN, State.PROCESSING, State.CANCELLED)),
        Payment.next_try_at <= now,
    )
    return list(session.scalars(due.order_by(Payment.next_try_at).limit(limit)))


def _list_forgotten(limit: int) -> list[int]:
    """Open orders past their time with nothing that could still be paid: an attempt was given up and none followed."""
    now = clock.database_now()
    payable = exists().where(Payment.order_id == Order.id, Payment.open_slot.is_not(None))
    forgotten = select(Order.id).where(
        and_(Order.payment_state.in_(UNPAID), Order.fulfilment_state == FulfilmentState.HELD),
        Order.expires_at <= now,
        ~payable,
    )
    return list(session.scalars(forgotten.limit(limit)))


def _look_after(payment_id: int) -> None:
    claimed = in_transaction(_claim, payment_id)
    if claimed is None:
        return
    state, method, session_id, must_end, overdue = claimed
    gateway = payments.redirect_gateway(method)
    if gateway is None:
        in_transaction(_transfer_expired, payment_id)
    elif state is State.CREATED:
        close_unopened(payment_id) if must_end else open_page(payment_id)
    elif session_id is not None and must_end:
        try:
            said = gateway.expire(session_id)
        except GatewayAway:
            if overdue:
                log.error("payment.cannot_be_ended", extra={"payment": payment_id})
            raise
        in_transaction(record_session, payment_id, said)
    else:
        settle(payment_id)


def _claim(payment_id: int) -> tuple[State, str, str | None, bool, bool] | None:
    """Take the payment for a minute; what it is, whether its page must end, and whether that is long overdue."""
    now = clock.database_now()
    mine = (
        update(Payment)
        .where(Payment.id == payment_id, Payment.open_slot.is_not(None), Payment.next_try_at <= now)
        .values(next_try_at=now + CLAIM)
        .execution_options(synchronize_session=False)
    )
    if rows_changed(mine) != 1:
        return None
    payment = session.scalars(select(Payment).where(Payment.id == payment_id)).one()
    order = session.scalars(select(Order).where(Order.id == payment.order_id)).one()
    if payment.state is State.CREATED:
        return payment.state, payment.method, None, now >= payment.created_at + GIVE_UP_AFTER, False
    past = payment.expires_at is not None and payment.expires_at <= now
    given_up = payment.state is State.CANCELLED or not order.is_open
    must_end = (past or given_up) and payment.state is not State.PROCESSING
    return payment.state, payment.method, payment.session_id, must_end, _is_overdue(payment, now)


def _is_overdue(payment: Payment, now: datetime) -> bool:
    return payment.expires_at is not None and payment.expires_at + ALARM_AFTER <= now


def _transfer_expired(payment_id: int) -> None:
    """A transfer that did not come within its days. Money that comes later is late money (decision 14)."""
    locked, payment = lock_payment(payment_id)
    if payment.state is not State.OPEN or payment.expires_at is None or payment.expires_at > clock.database_now():
        return
    payment.end(State.EXPIRED)
    events.record(PaymentFailed(order=locked.order.number, method=payment.method, reason="not_in_time"))
    if locked.order.is_open and locked.order.fulfilment_state is FulfilmentState.HELD:
        effects.expire(locked.order)


def _expire_forgotten(order_id: int) -> None:
    in_transaction(_expire_if_forgotten, order_id)


def _expire_if_forgotten(order_id: int) -> None:
    locked = lock_order(order_id)
    order = locked.order
    past = order.expires_at is not None and order.expires_at <= clock.database_now()
    if past and locked.holder is None and order.is_open and order.fulfilment_state is FulfilmentState.HELD:
        effects.expire(order)
