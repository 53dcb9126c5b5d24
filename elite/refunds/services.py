"""The steps of a refund that touch rows: intend, mark as asked, record the answer. `settlement` calls the gateway between."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from elite.kernel import clock, events
from elite.kernel.db import rows_changed, session
from elite.kernel.money import Money
from elite.orders import Order
from elite.payments import Payment
from elite.refunds.errors import TooMuchBack
from elite.refunds.events import RefundFailed, RefundRequested, RefundSettled
from elite.refunds.refund import GAVE_UP, UNDER_WAY, Refund, RefundState


def intend(
    payment: Payment, order: Order, amount: Money, *, idem_key: str, reason: str, by_hand: bool, by: int | None = None
) -> Refund:
    """Promise `amount` of a locked payment back, once for `idem_key`. Raises TooMuchBack."""
    earlier = session.scalar(select(Refund).where(Refund.idem_key == idem_key))
    if earlier is not None:
        return earlier
    session.flush()
    _move_refunded(payment, amount)

    refund = Refund(
        order_id=order.id,
        payment_id=payment.id,
        amount=amount,
        currency=payment.currency,
        idem_key=idem_key,
        reason=reason,
        by_hand=by_hand,
        actor_id=by,
        created_at=clock.database_now(),
        next_try_at=None if by_hand else clock.database_now(),
    )
    session.add(refund)
    session.flush()

    events.record(RefundRequested(order=order.number, refund=refund.number, amount=amount.minor, by_hand=by_hand))
    return refund


def lock_refund(refund_id: int) -> Refund | None:
    """The refund, locked until the transaction ends; call after locking its order and payments."""
    row = select(Refund).where(Refund.id == refund_id).with_for_update().execution_options(populate_existing=True)
    return session.scalar(row)


def mark_submitted(refund: Refund, again_at: datetime) -> None:
    """The gateway is about to be asked; unless it answers, it is asked again at `again_at` with the same key."""
    refund.move_to(RefundState.SUBMITTED)
    refund.tries += 1
    refund.next_try_at = again_at


def record_answer(
    refund: Refund, payment: Payment, order: Order, state: RefundState, gateway_id: str | None, reason: str = ""
) -> None:
    """Believe what the gateway (or the colleague who paid) says; saying it again changes nothing."""
    if gateway_id and refund.gateway_id is None:
        refund.gateway_id = gateway_id
    if state is refund.state or (state in UNDER_WAY and refund.state not in UNDER_WAY) or refund.state in GAVE_UP:
        return  # nothing new, or older news than ours
    refund.move_to(state)
    if state not in UNDER_WAY:
        refund.next_try_at = None
    session.flush()

    if state is RefundState.SUCCEEDED:
        refund.settled_at = clock.database_now()
        events.record(RefundSettled(order=order.number, refund=refund.number, amount=refund.amount.minor))
    elif state in GAVE_UP:
        refund.last_error = reason
        _move_refunded(payment, -refund.amount)
        events.record(RefundFailed(order=order.number, refund=refund.number, amount=refund.amount.minor, reason=reason))


def _move_refunded(payment: Payment, amount: Money) -> None:
    """The cap: no more goes back than came, whoever else is refunding this moment."""
    capped = (
        update(Payment)
        .where(
            Payment.id == payment.id,
            Payment.refunded + amount <= Payment.captured,
            Payment.refunded >= -amount,
        )
        .values(refunded=Payment.refunded + amount)
        .execution_options(synchronize_session=False)
    )
    taken = rows_changed(capped)
    session.refresh(payment, ["refunded", "captured"])
    if taken != 1:
        raise TooMuchBack(amount, payment.refundable)
