"""Which order a cart became, for a shopper who comes back to it before paying."""

from __future__ import annotations

from sqlalchemy import select

from elite.kernel.db import session
from elite.orders import UNPAID, Order


def find_open_order(cart_id: int) -> tuple[str, str] | None:
    """Number and page token of the order of this cart that waits for money; None when there is none."""
    waiting = select(Order.number, Order.public_token).where(Order.cart_id == cart_id, Order.payment_state.in_(UNPAID))
    found = session.execute(waiting.order_by(Order.id.desc()).limit(1)).one_or_none()
    return (found.number, found.public_token) if found else None
