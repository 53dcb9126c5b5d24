"""What happens every half minute, hour and night: one table, under a lease in the database so that two workers may run."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import String, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from elite import cart, settlement
from elite.kernel import clock
from elite.kernel.db import Model, rows_changed, session
from elite.kernel.transaction import in_transaction, transaction
from elite.web import sessions
from jobs import pictures

log = logging.getLogger(__name__)
LEASE = timedelta(minutes=10)


def _forget_dead_sessions() -> None:
    with transaction():
        sessions.forget_dead_sessions()


def _forget_idle_carts() -> None:
    with transaction():
        cart.forget_idle()


EVERY: list[tuple[timedelta, Callable[[], object]]] = [
    (timedelta(seconds=5), settlement.process_inbox),  # webhooks whose hint was lost
    (timedelta(seconds=30), settlement.sweep),  # payments that nobody came back for
    (timedelta(minutes=5), pictures.warm_some),  # the sizes of pictures that pages ask for
    (timedelta(minutes=5), pictures.fetch_missing),  # pictures an import could not get
    (timedelta(hours=24), _forget_idle_carts),
    (timedelta(hours=24), _forget_dead_sessions),
]


class Schedule(Model):
    """When each recurring piece of work ran last, and who runs it now."""

    __tablename__ = "schedule"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    next_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]


def run_due() -> list[str]:
    """Run what is due and nobody else runs; answers the names. A failure is logged and tried at the next turn."""
    ran = []
    for pause, work in EVERY:
        name = f"{work.__module__}.{work.__name__}"
        if not _is_due(name) or not in_transaction(_take, name):
            continue
        began = time.perf_counter()
        try:
            work()
            ran.append(name)
            log.info("schedule.ran", extra={"work": name, "ms": round((time.perf_counter() - began) * 1000)})
        except Exception:
            log.exception("schedule.failed", extra={"work": name})
        finally:
            session.remove()
            in_transaction(_give_back, name, pause)
    return ran


def _is_due(name: str) -> bool:
    """A look before the lock, so that an idle shop writes nothing."""
    row = session.execute(select(Schedule.next_at, Schedule.lease_until).where(Schedule.name == name)).one_or_none()
    now = clock.database_now()
    session.remove()
    return row is None or (row.next_at <= now and (row.lease_until is None or row.lease_until < now))


def _take(name: str) -> bool:
    now = clock.database_now()
    free = or_(Schedule.lease_until.is_(None), Schedule.lease_until < now)
    mine = update(Schedule).where(Schedule.name == name, Schedule.next_at <= now, free)
    if rows_changed(mine.values(lease_until=now + LEASE)):
        return True
    if session.get(Schedule, name):
        return False
    try:
        with session.begin_nested():
            session.add(Schedule(name=name, next_at=now, lease_until=now + LEASE))
    except IntegrityError:
        return False
    return True


def _give_back(name: str, pause: timedelta) -> None:
    session.execute(
        update(Schedule).where(Schedule.name == name).values(next_at=clock.database_now() + pause, lease_until=None)
    )
