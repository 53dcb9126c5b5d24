"""Named questions about payments."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from elite.kernel.db import session
from elite.kernel.pages import Page, paginate
from elite.payments.inbox import Inbox, InboxState
from elite.payments.payment import Payment
from elite.payments.states import State


def find_payment(payment_id: int) -> Payment | None:
    """The payment with its order."""
    return session.scalar(select(Payment).where(Payment.id == payment_id).options(joinedload(Payment.order)))


def find_by_key(idem_key: str) -> Payment | None:
    """The payment that was asked for under this key, with its order."""
    return session.scalar(select(Payment).where(Payment.idem_key == idem_key).options(joinedload(Payment.order)))


def find_by_session(session_id: str) -> Payment | None:
    """The payment whose page at the gateway this is, with its order."""
    return session.scalar(select(Payment).where(Payment.session_id == session_id).options(joinedload(Payment.order)))


def find_by_intent(intent_id: str) -> Payment | None:
    """The payment this movement of money belongs to, with its order."""
    return session.scalar(select(Payment).where(Payment.intent_id == intent_id).options(joinedload(Payment.order)))


def list_payments(order_id: int) -> list[Payment]:
    """All attempts of one order, first to last."""
    return list(session.scalars(select(Payment).where(Payment.order_id == order_id).order_by(Payment.attempt)))


def latest_payment(order_id: int) -> Payment | None:
    """The attempt that counts now: the one with money, else the newest."""
    attempts = list_payments(order_id)
    paid = [one for one in attempts if one.state is State.SUCCEEDED]
    return paid[-1] if paid else attempts[-1] if attempts else None


def list_in_review(limit: int = 20) -> list[Payment]:
    """Payments that brought something else than was asked, oldest first, with their orders: somebody must look."""
    odd = select(Payment).where(Payment.state == State.REVIEW).options(joinedload(Payment.order))
    return list(session.scalars(odd.order_by(Payment.id).limit(limit)))


def lock_payments(order_id: int) -> list[Payment]:
    """All attempts of one order, locked until the transaction ends; call after locking the order."""
    rows = select(Payment).where(Payment.order_id == order_id).order_by(Payment.id).with_for_update()
    return list(session.scalars(rows.execution_options(populate_existing=True)))


def list_inbox(state: InboxState | None = None, page: int = 1, size: int = 50) -> Page[Inbox]:
    """What the gateway told us, newest first."""
    query = select(Inbox).order_by(Inbox.received_at.desc(), Inbox.event_id)
    return paginate(query.where(Inbox.state == state) if state else query, page, size)
