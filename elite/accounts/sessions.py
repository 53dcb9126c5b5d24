"""The durable row behind each server session: what survives when Redis does not (decision 17)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, mapped_column

from elite.kernel import clock
from elite.kernel.db import Model, session


class WebSession(Model):
    __tablename__ = "web_session"

    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), index=True)
    version: Mapped[int]
    data: Mapped[dict[str, Any]]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]


def find_session(id_hash: str) -> WebSession | None:
    """The live session of this id: neither ended nor past its time."""
    row = session.get(WebSession, id_hash)
    return row if row and row.ended_at is None and row.expires_at > clock.database_now() else None


def end_session(id_hash: str) -> None:
    """Nobody is signed in by this id from now on; the cached copy is dropped after the commit."""
    ended = update(WebSession).where(WebSession.id_hash == id_hash, WebSession.ended_at.is_(None))
    session.execute(ended.values(ended_at=clock.database_now()))


def list_open_sessions(user_id: int) -> list[WebSession]:
    """Where this person is signed in."""
    alive = select(WebSession).where(WebSession.user_id == user_id, WebSession.ended_at.is_(None))
    return list(session.scalars(alive.where(WebSession.expires_at > clock.database_now())))
