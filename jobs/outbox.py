"""One owed reaction, run at last: done once, tried again when it fails, dead when it keeps failing (decision 5, protocol.md 2.12)."""

from __future__ import annotations

import logging
import random
from datetime import timedelta

import structlog
from sqlalchemy import or_, select, update

from elite.kernel import clock, events
from elite.kernel.crash import crash_point
from elite.kernel.db import rows_changed, session
from elite.kernel.events import Outbox, RecordedEvent
from elite.kernel.tokens import new_token
from elite.kernel.transaction import in_transaction
from elite.reactions import Reaction, find_reaction
from jobs.application import in_app

log = logging.getLogger(__name__)
job_log = structlog.get_logger("job")

LEASE = timedelta(seconds=60)
# A worker whose clock ran ahead may have leased a row far into the future; such a lease counts as none (protocol.md 2.6).
LONGEST_LEASE = timedelta(minutes=5)
TRIES = 12
UNKNOWN = timedelta(hours=1)


class _LeaseLost(Exception):
    """Somebody else works on this row now."""


def claim(outbox_id: int) -> str | None:
    """Lease one row by the database's clock; the lease's token, or None when it is done, not due yet or somebody else's."""
    return in_transaction(_claim, outbox_id)


def _claim(outbox_id: int) -> str | None:
    now, token = clock.database_now(), new_token()
    free = or_(Outbox.lease_until.is_(None), Outbox.lease_until < now, Outbox.lease_until > now + LONGEST_LEASE)
    mine = update(Outbox).where(Outbox.id == outbox_id, Outbox.state == "new", Outbox.available_at <= now, free)
    taken = rows_changed(mine.values(lease_until=now + LEASE, lease_token=token))
    return token if taken else None


def run(outbox_id: int) -> bool:
    """Claim and run one owed reaction. True when it is done (now, or before)."""
    token = claim(outbox_id)
    return token is not None and run_claimed(outbox_id, token)


def run_claimed(outbox_id: int, token: str) -> bool:
    """Run a reaction whose row is leased under `token`; every outcome is written down."""
    row = session.get(Outbox, outbox_id)
    event = session.get(RecordedEvent, row.event_id) if row else None
    if row is None or event is None or row.state != "new":
        return row is not None and row.state == "done"
    reaction = find_reaction(row.reaction)
    if reaction is None:
        in_transaction(_wait_for_a_newer_version, outbox_id, token)
        return False
    data, name, request_id, actor = event.data, row.reaction, event.request_id, event.actor_id
    session.remove()

    with events.acting(actor, request_id), structlog.contextvars.bound_contextvars(request_id=request_id):
        try:
            tries = in_transaction(_begin, outbox_id, token)
            crash_point("outbox.begun")
            _handle(reaction, data, outbox_id, token)
        except _LeaseLost:
            return False
        except Exception as error:
            session.remove()
            in_transaction(_fail, outbox_id, token, f"{type(error).__name__}: {error}"[:2000])
            log.exception("job.failed", extra={"reaction": name, "outbox": outbox_id})
            return False
    job_log.info("job", reaction=name, outbox=outbox_id, tries=tries, outcome="done")
    return True


def _handle(reaction: Reaction, data: dict[str, object], outbox_id: int, token: str) -> None:
    fact = reaction.fact(data)
    if reaction.calls_out:
        reaction.handle(fact)
        session.remove()
        crash_point("outbox.handled")
        in_transaction(_finish, outbox_id, token)
        return

    def effect() -> None:
        _finish(outbox_id, token)  # locks the row and proves the lease before anything is changed
        reaction.handle(fact)

    in_transaction(effect)


def _begin(outbox_id: int, token: str) -> int:
    """Count the try when the handler begins, and hold the row for as long as it may take."""
    row = _mine(outbox_id, token)
    row.tries += 1
    row.lease_until = clock.database_now() + LEASE
    return row.tries


def _finish(outbox_id: int, token: str) -> None:
    row = _mine(outbox_id, token)
    row.state, row.done_at, row.lease_until, row.lease_token, row.last_error = (
        "done",
        clock.database_now(),
        None,
        None,
        None,
    )
    session.flush()


def _fail(outbox_id: int, token: str, what: str) -> None:
    try:
        row = _mine(outbox_id, token)
    except _LeaseLost:
        return
    row.last_error, row.lease_until, row.lease_token = what, None, None
    if row.tries >= TRIES:
        row.state = "dead"
        log.error("job.dead", extra={"reaction": row.reaction, "outbox": row.id})
        return
    pause = min(60 * 2 ** (row.tries - 1), 6 * 3600)
    row.available_at = clock.database_now() + timedelta(seconds=pause * (0.8 + 0.4 * random.random()))  # noqa: S311


def _wait_for_a_newer_version(outbox_id: int, token: str) -> None:
    """A reaction this version does not know is left an hour for a newer one, then it is dead."""
    row = _mine(outbox_id, token)
    row.lease_until, row.lease_token = None, None
    event = session.get_one(RecordedEvent, row.event_id)
    if clock.database_now() - event.at > UNKNOWN:
        row.state, row.last_error = "dead", f"Nobody knows the reaction {row.reaction}."
    else:
        row.available_at = clock.database_now() + timedelta(minutes=5)


def _mine(outbox_id: int, token: str) -> Outbox:
    row = session.scalar(select(Outbox).where(Outbox.id == outbox_id).with_for_update())
    if row is None or row.state != "new" or row.lease_token != token:
        raise _LeaseLost
    return row


def run_in_worker(outbox_id: int) -> None:
    """What RQ calls: the relay holds the lease already, and its token is in the row."""
    with in_app():
        row = session.get(Outbox, outbox_id)
        token = row.lease_token if row else None
        session.remove()
        if token:
            run_claimed(outbox_id, token)
