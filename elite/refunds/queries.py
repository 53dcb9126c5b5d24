"""Named questions about refunds."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.pages import Page, paginate
from elite.refunds.errors import NoSuchRefund
from elite.refunds.refund import UNDER_WAY, Refund, RefundState


def find_refund(number: str) -> Refund | None:
    """The refund with its order and payment."""
    return session.scalar(_whole().where(Refund.number == number.strip().upper()))


def get_refund(number: str) -> Refund:
    """As `find_refund`; raises NoSuchRefund."""
    refund = find_refund(number)
    if refund is None:
        raise NoSuchRefund
    return refund


def find_by_gateway_id(gateway_id: str) -> Refund | None:
    """The refund the gateway knows by this id."""
    return session.scalar(_whole().where(Refund.gateway_id == gateway_id))


def list_refunds(order_id: int) -> list[Refund]:
    """All refunds of one order, oldest first, with their payments."""
    return list(session.scalars(_whole().where(Refund.order_id == order_id).order_by(Refund.id)))


def list_by_state(
    state: RefundState | None = None, *, by_hand: bool | None = None, page: int = 1, size: int = 24
) -> Page[Refund]:
    """The desk's list, newest first."""
    query = _whole().order_by(Refund.id.desc())
    if state is not None:
        query = query.where(Refund.state == state)
    if by_hand is not None:
        query = query.where(Refund.by_hand == by_hand)
    return paginate(query, page, size)


def list_due(now: datetime, limit: int) -> list[int]:
    """Ids of refunds the gateway has not been asked for, or has not answered."""
    due = select(Refund.id).where(
        Refund.state.in_(UNDER_WAY),
        Refund.by_hand.is_(False),
        or_(Refund.next_try_at.is_(None), Refund.next_try_at <= now),
    )
    return list(session.scalars(due.order_by(Refund.next_try_at).limit(limit)))


def settled_sum(payment_id: int) -> Money:
    """What has arrived back at the shopper of one payment."""
    done = select(func.sum(Refund.amount)).where(Refund.payment_id == payment_id, Refund.state == RefundState.SUCCEEDED)
    return session.scalar(done) or Money.zero()


def _whole() -> Select[Refund]:
    return select(Refund).options(joinedload(Refund.order), joinedload(Refund.payment))
