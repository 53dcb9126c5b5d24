"""Named questions about orders; everything a page shows is loaded with the order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload
from sqlalchemy.sql.base import ExecutableOption

from elite.kernel.db import session
from elite.kernel.pages import Page, paginate
from elite.kernel.text import fold
from elite.orders.errors import NoSuchOrder
from elite.orders.order import Order, OrderLine
from elite.orders.states import UNPAID, FulfilmentState, PaymentState


@dataclass(frozen=True, kw_only=True)
class OrderFilter:
    """What the desk looks for; `q` is a number, an e-mail address, a name or a company."""

    payment_state: PaymentState | None = None
    fulfilment_state: FulfilmentState | None = None
    fulfilment_states: tuple[FulfilmentState, ...] = ()
    payment_method: str | None = None
    payment_methods: tuple[str, ...] = ()
    first_promised_first: bool = False
    placed_from: datetime | None = None
    placed_to: datetime | None = None
    q: str = ""


def find_order(number: str) -> Order | None:
    """The order called `number` with lines, shares and shipments."""
    return session.scalar(select(Order).where(Order.number == number.strip().upper()).options(*_whole()))


def get_order(number: str) -> Order:
    """As `find_order`; raises NoSuchOrder."""
    order = find_order(number)
    if order is None:
        raise NoSuchOrder
    return order


def find_by_token(token: str) -> Order | None:
    """The order whose page a guest may open with this secret."""
    return session.scalar(select(Order).where(Order.public_token == token).options(*_whole())) if token else None


def list_orders(wanted: OrderFilter = OrderFilter(), page: int = 1, size: int = 24) -> Page[Order]:
    """Orders that match, newest first (or by the day they are promised for), with their lines."""
    query = select(Order).options(selectinload(Order.lines))
    if wanted.first_promised_first:
        query = query.order_by(Order.promised_to, Order.placed_at, Order.id)
    else:
        query = query.order_by(Order.placed_at.desc(), Order.id.desc())
    if wanted.payment_state:
        query = query.where(Order.payment_state == wanted.payment_state)
    if wanted.fulfilment_state:
        query = query.where(Order.fulfilment_state == wanted.fulfilment_state)
    if wanted.fulfilment_states:
        query = query.where(Order.fulfilment_state.in_(wanted.fulfilment_states))
    if wanted.payment_methods:
        query = query.where(Order.payment_method.in_(wanted.payment_methods))
    if wanted.payment_method:
        query = query.where(Order.payment_method == wanted.payment_method)
    if wanted.placed_from:
        query = query.where(Order.placed_at >= wanted.placed_from)
    if wanted.placed_to:
        query = query.where(Order.placed_at < wanted.placed_to)
    if wanted.q.strip():
        typed = fold(wanted.q)
        query = query.where(
            or_(
                Order.number.startswith(wanted.q.strip().upper(), autoescape=True),
                Order.email_key.contains(typed, autoescape=True),
                Order.search_text.contains(typed, autoescape=True),
            )
        )
    return paginate(query, page, size)


def list_customer_orders(customer_id: int, page: int = 1, size: int = 12) -> Page[Order]:
    """A customer's orders, newest first, with their lines."""
    mine = select(Order).where(Order.customer_id == customer_id).options(selectinload(Order.lines))
    return paginate(mine.order_by(Order.placed_at.desc(), Order.id.desc()), page, size)


def count_unpaid(*, email_key: str | None = None, session_key: str | None = None, network: str | None = None) -> int:
    """How many orders of one address, session or network hold goods that nobody has paid for."""
    held = select(func.count()).where(Order.payment_state.in_(UNPAID), Order.fulfilment_state == FulfilmentState.HELD)
    for column, value in ((Order.email_key, email_key), (Order.session_key, session_key), (Order.network, network)):
        if value is not None:
            held = held.where(column == value)
    return session.scalar(held) or 0


def lock_order(order_id: int) -> Order:
    """The order, locked until the transaction ends, with lines, shares and shipments; call after locking its cart."""
    order = session.scalar(
        select(Order).where(Order.id == order_id).with_for_update().execution_options(populate_existing=True)
    )
    if order is None:
        raise NoSuchOrder
    session.scalars(select(Order).where(Order.id == order_id).options(*_whole())).unique().all()
    return order


def _whole() -> tuple[ExecutableOption, ...]:
    return selectinload(Order.lines).selectinload(OrderLine.shares), selectinload(Order.shipments)
