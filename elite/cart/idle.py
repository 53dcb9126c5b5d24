"""Carts nobody came back to, so that the table does not grow with every visitor."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select

from elite.cart.row import State, StoredCart
from elite.kernel import clock
from elite.kernel.db import session

GUESTS_KEPT = timedelta(days=90)
BOUGHT_KEPT = timedelta(days=30)
AT_ONCE = 500


def forget_idle() -> int:
    """Delete guests' carts untouched for 90 days and bought ones after 30, at most 500 a call; answers how many went.

    For the schedule, inside a transaction. Customers' open carts and carts being paid for stay.
    """
    now = clock.database_now()
    idle = (
        (StoredCart.state == State.OPEN) & StoredCart.owner_id.is_(None) & (StoredCart.updated_at < now - GUESTS_KEPT)
    )
    bought = (StoredCart.state == State.CONVERTED) & (StoredCart.updated_at < now - BOUGHT_KEPT)
    ids = session.scalars(select(StoredCart.id).where(idle | bought).limit(AT_ONCE)).all()
    if ids:
        session.execute(delete(StoredCart).where(StoredCart.id.in_(ids)))
    return len(ids)
