"""What the shop knows about a picture; the file itself lies in the media folder under the same key."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from elite.kernel import clock
from elite.kernel.db import Model


class State(enum.StrEnum):
    """Whether the file is here, or could not be fetched yet."""

    PRESENT = "present"
    MISSING = "missing"


class Picture(Model):
    """One master. `key` comes from its content, or from its address while it is missing; others keep the key only."""

    __tablename__ = "picture"
    __table_args__ = (Index(None, "state", "next_try_at"),)

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    content_type: Mapped[str] = mapped_column(String(40), default="")
    width: Mapped[int] = mapped_column(default=0)
    height: Mapped[int] = mapped_column(default=0)
    placeholder: Mapped[str] = mapped_column(Text, default="")
    source_address: Mapped[str | None] = mapped_column(Text)
    state: Mapped[State] = mapped_column(default=State.PRESENT)
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
