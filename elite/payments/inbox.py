"""What the gateway told us: a row first, an answer second, the work third (protocol.md 2.8)."""

from __future__ import annotations

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from elite.kernel.db import Model


class InboxState(enum.StrEnum):
    NEW = "new"
    DONE = "done"
    IGNORED = "ignored"
    DEAD = "dead"


class Inbox(Model):
    """One event of the gateway. `payload` keeps ids and states, never a shopper's data: the object is read again."""

    __tablename__ = "webhook_inbox"
    __table_args__ = (Index("ix_webhook_inbox_open", "state", "available_at"),)

    event_id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str]
    object_id: Mapped[str] = mapped_column(index=True)
    created: Mapped[datetime]
    payload: Mapped[dict[str, Any]]
    state: Mapped[InboxState] = mapped_column(default=InboxState.NEW)
    tries: Mapped[int] = mapped_column(default=0)
    available_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    received_at: Mapped[datetime]
    last_error: Mapped[str] = mapped_column(Text, default="")
