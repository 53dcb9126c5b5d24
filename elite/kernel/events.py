"""Facts: what happened, stored in the transaction that made it happen, with one outbox row for each reaction (decision 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, Text, select, update
from sqlalchemy.orm import Mapped, mapped_column

from elite.kernel import clock
from elite.kernel.db import Model, rows_changed, session
from elite.kernel.transaction import Hint, after_commit, in_progress

BigKey = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up by itself only in INTEGER keys


class RecordedEvent(Model):
    """A fact as it was recorded; rows are only ever added."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(index=True)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[int | None] = mapped_column(Integer)
    request_id: Mapped[str | None] = mapped_column(String(40))


class Outbox(Model):
    """A reaction that is still owed, until it is done or dead."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_open", "state", "available_at"),
        Index("ix_outbox_order", "ordering_key", "state"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    reaction: Mapped[str] = mapped_column(String(120))
    dedupe_key: Mapped[str] = mapped_column(unique=True)
    ordering_key: Mapped[str]
    state: Mapped[str] = mapped_column(String(8), default="new")  # new, done, dead
    tries: Mapped[int] = mapped_column(default=0)
    available_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[str | None] = mapped_column(String(40))
    last_error: Mapped[str | None] = mapped_column(Text)
    done_at: Mapped[datetime | None]


@dataclass(frozen=True, kw_only=True)
class Event:
    """A fact in the past tense. Fields are ids, codes and amounts, never names or addresses; the first is its subject."""

    @property
    def subject(self) -> str:
        return str(getattr(self, fields(self)[0].name))


@dataclass(frozen=True)
class Fact:
    """A recorded event, as a timeline reads it."""

    id: int
    name: str
    subject: str
    data: dict[str, Any]
    at: datetime
    actor_id: int | None


_actor: ContextVar[int | None] = ContextVar("actor", default=None)
_request: ContextVar[str | None] = ContextVar("request", default=None)
_reactions: Callable[[str], list[str]] | None = None
_wake: Hint | None = None


def use_reactions(names_of: Callable[[str], list[str]], wake: Hint | None = None) -> None:
    """Tell this process which reactions an event has, and how to wake the relay after a commit."""
    global _reactions, _wake
    _reactions, _wake = names_of, wake


def record(fact: Event) -> None:
    """Store `fact`, and one outbox row for each reaction to it; only inside a transaction."""
    if not in_progress():
        raise RuntimeError("Facts are recorded inside the transaction that makes them true.")
    if _reactions is None:
        raise RuntimeError("create_app() registers the reactions before any fact can be recorded.")

    moment = clock.database_now()
    row = RecordedEvent(
        name=type(fact).__name__,
        subject=fact.subject,
        data=asdict(fact),
        at=moment,
        actor_id=_actor.get(),
        request_id=_request.get(),
    )
    session.add(row)
    names = _reactions(row.name)
    if not names:
        return
    session.flush()
    for name in names:
        session.add(
            Outbox(
                event_id=row.id,
                reaction=name,
                dedupe_key=f"{row.id}:{name}",
                ordering_key=f"{name}:{row.subject}",
                available_at=moment,
            )
        )
    if _wake:
        after_commit(_wake)


def history(subject: str) -> list[Fact]:
    """Everything that happened to `subject`, oldest first."""
    rows = session.scalars(select(RecordedEvent).where(RecordedEvent.subject == subject).order_by(RecordedEvent.id))
    return [Fact(r.id, r.name, r.subject, r.data, r.at, r.actor_id) for r in rows]


@contextmanager
def acting(user_id: int | None, request_id: str | None = None) -> Iterator[None]:
    """Facts recorded inside are `user_id`'s doing."""
    actor, request = _actor.set(user_id), _request.set(request_id or _request.get())
    try:
        yield
    finally:
        _actor.reset(actor)
        _request.reset(request)


def actor_id() -> int | None:
    """Whose doing the rows written now are, where a table keeps it beside its facts."""
    return _actor.get()


def request_id() -> str | None:
    """The id of the request (or job) that is running, as logs and error pages show it."""
    return _request.get()


@dataclass(frozen=True, kw_only=True)
class WorkRevived(Event):
    """Staff let a reaction that had given up be tried again."""

    subject_of: str
    reaction: str


@dataclass(frozen=True)
class Stuck:
    """A reaction that was tried often and given up."""

    reaction: str
    subject: str
    error: str
    at: datetime


def list_dead(limit: int = 50) -> list[Stuck]:
    """Reactions that gave up, newest first, for staff."""
    dead = (
        select(Outbox, RecordedEvent)
        .join(RecordedEvent, RecordedEvent.id == Outbox.event_id)
        .where(Outbox.state == "dead")
    )
    rows = session.execute(dead.order_by(Outbox.id.desc()).limit(limit))
    return [Stuck(owed.reaction, event.subject, owed.last_error or "", event.at) for owed, event in rows]


def revive(subject: str, reaction: str) -> bool:
    """Let what gave up about `subject` be tried from the start; False when nothing is dead there. Inside a transaction."""
    about = select(RecordedEvent.id).where(RecordedEvent.subject == subject)
    again = update(Outbox).where(Outbox.state == "dead", Outbox.reaction == reaction, Outbox.event_id.in_(about))
    fresh = again.values(state="new", tries=0, available_at=clock.database_now(), lease_until=None, lease_token=None)
    revived = rows_changed(fresh.execution_options(synchronize_session=False))
    if revived:
        record(WorkRevived(subject_of=subject, reaction=reaction))
        if _wake:
            after_commit(_wake)
    return bool(revived)
