"""A letter on its way: `sending` is committed before the network is touched, with the Message-ID every copy will carry."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import String, Text, func, select
from sqlalchemy.orm import Mapped, mapped_column

from elite.kernel import clock, events
from elite.kernel.db import Model, session
from elite.kernel.errors import Absent
from elite.kernel.pages import Page, paginate
from elite.kernel.text import _
from elite.notifications.events import LetterWantedAgain


class DeliveryState(enum.StrEnum):
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class Delivery(Model):
    """One letter to one address; `dedupe_key` says which, so that a reaction that runs twice writes once."""

    __tablename__ = "delivery"

    dedupe_key: Mapped[str] = mapped_column(primary_key=True)
    letter: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(index=True)  # what it is about: an order's number
    address: Mapped[str] = mapped_column(String(254))
    title: Mapped[str] = mapped_column(String(300))
    state: Mapped[DeliveryState] = mapped_column(index=True)
    message_id: Mapped[str]
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]


class NoSuchLetter(Absent):
    def __str__(self) -> str:
        return _("There is no such letter.")


def begin(dedupe_key: str, *, letter: str, subject: str, address: str, title: str, message_id: str) -> Delivery | None:
    """The row of a letter that is about to leave; None when it has been sent before. Inside a transaction."""
    row = session.get(Delivery, dedupe_key, with_for_update=True)
    if row and row.state is DeliveryState.SENT:
        return None
    if row is None:
        row = Delivery(
            dedupe_key=dedupe_key,
            letter=letter,
            subject=subject,
            created_at=clock.database_now(),
            message_id=message_id,
            tries=0,
        )
        session.add(row)
    row.address, row.title, row.state, row.tries = address, title, DeliveryState.SENDING, row.tries + 1
    return row


def succeed(dedupe_key: str) -> None:
    """The other side has taken it. Inside a transaction."""
    row = session.get_one(Delivery, dedupe_key)
    row.state, row.sent_at, row.error = DeliveryState.SENT, clock.database_now(), ""


def fail(dedupe_key: str, error: str) -> None:
    """It did not leave, and why. Inside a transaction."""
    row = session.get_one(Delivery, dedupe_key)
    row.state, row.error = DeliveryState.FAILED, error[:2000]


def list_letters(subject: str) -> list[Delivery]:
    """Every letter about `subject`, oldest first."""
    return list(
        session.scalars(
            select(Delivery).where(Delivery.subject == subject).order_by(Delivery.created_at, Delivery.dedupe_key)
        )
    )


def list_failed(page: int) -> Page[Delivery]:
    """Letters that did not arrive, newest first."""
    failed = select(Delivery).where(Delivery.state == DeliveryState.FAILED)
    return paginate(failed.order_by(Delivery.created_at.desc(), Delivery.dedupe_key), page)


def count_failed() -> int:
    """How many letters wait for a hand."""
    return session.scalar(select(func.count()).where(Delivery.state == DeliveryState.FAILED)) or 0


def want_again(dedupe_key: str) -> None:
    """Ask for a failed letter once more. Inside a transaction."""
    row = session.get(Delivery, dedupe_key, with_for_update=True)
    if row is None or row.state is not DeliveryState.FAILED:
        raise NoSuchLetter

    row.state = DeliveryState.SENDING

    events.record(LetterWantedAgain(order=row.subject, letter=row.letter, delivery=row.dedupe_key))
