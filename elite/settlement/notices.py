"""What the gateway tells us: a row first, 200 second, and the work by whoever holds the row's lease (protocol.md 2.8).

A notice only says which object to look at. The object is read again from the gateway, so lost, doubled, late and shuffled notices all
end the same way.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from elite import payments, refunds
from elite.kernel import clock, events
from elite.kernel.crash import crash_point
from elite.kernel.db import rows_changed, session
from elite.kernel.transaction import in_transaction
from elite.payments import GatewayAway, GatewayRefused, Inbox, InboxState, Notice, Payment
from elite.payments.events import DisputeOpened
from elite.refunds import Refund
from elite.settlement.refunding import refresh_refund
from elite.settlement.settling import settle

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
LONGEST_LEASE = timedelta(seconds=120)  # a lease beyond this came from a clock that was wrong
MOST_TRIES = 12

_PAYMENT = "checkout.session."
_REFUNDS = ("refund.created", "refund.updated", "refund.failed", "charge.refund.updated")
_DISPUTE = "charge.dispute.created"


class Unknown(Exception):
    """The notice names something we do not have (yet): park it and look again later."""


def receive_webhook(raw: bytes, signature: str) -> None:
    """Keep a verified notice, once for its id; only after this returns may the gateway be told 200. Raises BadSignature."""
    notice = payments.card_gateway().verify(raw, signature)
    in_transaction(_keep, notice)
    crash_point("webhook.after_commit")


def process_inbox(limit: int = 50) -> int:
    """Work through notices that wait; how many were leased. Safe to run twice at once."""
    taken = 0
    for event_id in _list_due(limit):
        session.remove()
        if in_transaction(_lease, event_id):
            taken += 1
            process_notice(event_id)
    return taken


def process_notice(event_id: str) -> InboxState | None:
    """Do what one notice asks for; staff's "process again" calls this too."""
    row = session.get(Inbox, event_id)
    if row is None:
        return None
    kind, object_id, payload, tries = row.type, row.object_id, dict(row.payload), row.tries
    session.remove()
    crash_point("inbox.after_lease")
    try:
        _handle(kind, object_id, payload)
    except (GatewayAway, GatewayRefused, Unknown) as error:
        log.warning("webhook.later", extra={"event": event_id, "error": str(error.args)})
        return in_transaction(_later, event_id, tries, f"{type(error).__name__}: {error.args}")
    except Exception as error:
        log.exception("webhook.failed", extra={"event": event_id})
        return in_transaction(_later, event_id, tries, f"{type(error).__name__}: {error}")
    crash_point("inbox.before_done")
    return in_transaction(_done, event_id)


def _keep(notice: Notice) -> None:
    now = clock.database_now()
    if session.scalar(select(Inbox.event_id).where(Inbox.event_id == notice.event_id)):
        return
    known = notice.type.startswith(_PAYMENT) or notice.type in (*_REFUNDS, _DISPUTE)
    row = insert(Inbox).values(
        event_id=notice.event_id,
        type=notice.type,
        object_id=notice.object_id,
        created=notice.created,
        payload=notice.payload,
        state=InboxState.NEW if known else InboxState.IGNORED,
        tries=0,
        available_at=now,
        received_at=now,
        last_error="",
    )
    try:
        with session.begin_nested():
            session.execute(row)
    except IntegrityError:
        return  # the same notice, delivered twice at once


def _list_due(limit: int) -> list[str]:
    now = clock.database_now()
    due = select(Inbox.event_id).where(Inbox.state == InboxState.NEW, Inbox.available_at <= now, _free(now))
    return list(session.scalars(due.order_by(Inbox.available_at).limit(limit)))


def _lease(event_id: str) -> bool:
    now = clock.database_now()
    mine = (
        update(Inbox)
        .where(Inbox.event_id == event_id, Inbox.state == InboxState.NEW, Inbox.available_at <= now, _free(now))
        .values(lease_until=now + LEASE, tries=Inbox.tries + 1)
        .execution_options(synchronize_session=False)
    )
    return rows_changed(mine) == 1


def _free(now: datetime) -> Any:
    return or_(Inbox.lease_until.is_(None), Inbox.lease_until < now, Inbox.lease_until > now + LONGEST_LEASE)


def _done(event_id: str) -> InboxState:
    return _set(event_id, state=InboxState.DONE, last_error="", lease_until=None)


def _later(event_id: str, tries: int, error: str) -> InboxState:
    if tries >= MOST_TRIES:
        log.error("webhook.dead", extra={"event": event_id})
        return _set(event_id, state=InboxState.DEAD, last_error=error[:2000], lease_until=None)
    again = clock.database_now() + timedelta(seconds=min(6 * 3600, 5 * 2**tries))
    return _set(event_id, state=InboxState.NEW, last_error=error[:2000], lease_until=None, available_at=again)


def _set(event_id: str, **values: Any) -> InboxState:
    session.execute(update(Inbox).where(Inbox.event_id == event_id).values(**values))
    return cast(InboxState, values["state"])


def _handle(kind: str, object_id: str, payload: dict[str, Any]) -> None:
    if kind.startswith(_PAYMENT):
        settle(_payment_of(object_id, payload), object_id)
    elif kind in _REFUNDS:
        refresh_refund(_refund_of(object_id, payload))
    elif kind == _DISPUTE:
        in_transaction(_dispute, str(payload.get("payment_intent") or ""))


def _payment_of(session_id: str, payload: dict[str, Any]) -> int:
    """Whose page this is; a page we never recorded (a crash after the call) is known by the key we wrote on it."""
    payment = payments.find_by_session(session_id) or payments.find_by_key(payload["reference"].get("payment", ""))
    if payment is None:
        raise Unknown(session_id)
    return payment.id


def _refund_of(gateway_id: str, payload: dict[str, Any]) -> int:
    refund = refunds.find_by_gateway_id(gateway_id)
    if refund is not None:
        return refund.id
    key = payload["reference"].get("refund", "")
    found = session.scalar(select(Refund.id).where(Refund.idem_key == key))
    if found is None:
        raise Unknown(gateway_id)
    return found


def _dispute(intent_id: str) -> None:
    payment: Payment | None = payments.find_by_intent(intent_id)
    if payment is None:
        raise Unknown(intent_id)
    number = payment.order.number
    if not any(fact.name == "DisputeOpened" for fact in events.history(number)):
        events.record(DisputeOpened(order=number, amount=payment.captured.minor))
