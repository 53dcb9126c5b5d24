"""Moves owed reactions from the outbox into the line; safe to run twice, and in two places (decision 5).

At most a hundred jobs wait in RQ at a time, and their leases are renewed for as long as they wait. Facts about one subject are
handled in the order in which they happened.
"""

from __future__ import annotations

from sqlalchemy import or_, select, update
from sqlalchemy.orm import aliased

from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.events import Outbox
from elite.kernel.redis import RedisAway
from elite.kernel.transaction import in_transaction
from jobs import line
from jobs.outbox import LEASE, LONGEST_LEASE, claim, run

WAITING = 100
BATCH = 50


def relay_once(*, by_hand: bool = False) -> int:
    """Hand on what is owed and free; answers how many rows moved. `by_hand` runs them here, without Redis."""
    if not by_hand:
        try:
            waiting = line.waiting()
        except RedisAway:
            by_hand, waiting = True, []
        else:
            _renew(waiting)
            if len(waiting) >= WAITING:
                return 0
    moved = 0
    for outbox_id in _free_rows():
        if by_hand:
            moved += run(outbox_id)
        elif claim(outbox_id) is not None:
            try:
                moved += line.later(outbox_id)
            except RedisAway:
                break
    return moved


def drain(limit: int = 1000) -> int:
    """Run everything that is owed, here and now; for tests, commands and a shop without Redis."""
    done = 0
    while done < limit:
        moved = relay_once(by_hand=True)
        if not moved:
            return done
        done += moved
    return done


def _free_rows() -> list[int]:
    now = clock.database_now()
    earlier = aliased(Outbox)
    blocked = select(earlier.id).where(
        earlier.ordering_key == Outbox.ordering_key, earlier.state == "new", earlier.id < Outbox.id
    )
    free = select(Outbox.id).where(
        Outbox.state == "new",
        Outbox.available_at <= now,
        or_(Outbox.lease_until.is_(None), Outbox.lease_until < now, Outbox.lease_until > now + LONGEST_LEASE),
        ~blocked.exists(),
    )
    ids = list(session.scalars(free.order_by(Outbox.id).limit(BATCH)))
    session.remove()
    return ids


def _renew(ids: list[int]) -> None:
    """A job that still waits in the line keeps its lease, or it would be handed on twice."""
    if ids:
        in_transaction(_renew_rows, ids)


def _renew_rows(ids: list[int]) -> None:
    held = update(Outbox).where(Outbox.id.in_(ids), Outbox.state == "new", Outbox.lease_token.is_not(None))
    session.execute(held.values(lease_until=clock.database_now() + LEASE))
