"""How a cart becomes an order, and comes back: verbs for settlement, inside its transactions, under the cart's lock."""

from __future__ import annotations

from sqlalchemy import select

from elite.cart import quick_copy
from elite.cart.changes import new_change_id
from elite.cart.contents import CHANGES_KEPT
from elite.cart.row import State, StoredCart
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.redis import RedisAway
from elite.kernel.transaction import after_commit


def lock(cart_id: int) -> StoredCart | None:
    """The row of a cart, locked until the transaction ends; an order goes by its `version`, `state`, `contents`."""
    found = select(StoredCart).where(StoredCart.id == cart_id).with_for_update()
    return session.scalar(found.execution_options(populate_existing=True))


def mark_converting(stored: StoredCart) -> None:
    """An order was made of exactly this version; until its payment ends, the cart cannot be changed."""
    if stored.state is not State.OPEN:
        raise ValueError(f"Cart {stored.id} is {stored.state}.")
    _move(stored, State.CONVERTING)


def mark_converted(stored: StoredCart) -> None:
    """The order of this cart is settled; the shopper's next change begins a new cart. A second time changes nothing."""
    if stored.state is not State.CONVERTED:
        _move(stored, State.CONVERTED)


def reopen(stored: StoredCart) -> None:
    """The order came to nothing: the cart is the shopper's again, at a version no order has. Others are left alone."""
    if stored.state is not State.CONVERTING:
        return
    contents = stored.contents
    # An id of its own: no copy that was changed meanwhile may overwrite the row.
    recent = (*contents.recent, new_change_id())[-CHANGES_KEPT:]
    stored.version += 1
    stored.last_change = recent[-1]
    stored.lines = {**stored.lines, "recent": " ".join(recent)}
    _move(stored, State.OPEN)


def _move(stored: StoredCart, state: State) -> None:
    stored.state = state
    stored.updated_at = clock.database_now()
    name = stored.token_hash
    after_commit(lambda: _drop(name))


def _drop(name: str) -> None:
    try:
        quick_copy.drop(name)
    except RedisAway:
        pass
