"""A person with a password."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from elite.accounts.permissions import Role
from elite.accounts.sessions import WebSession
from elite.kernel.db import Model, session


class User(Model):
    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)  # folded
    name: Mapped[str]
    password_hash: Mapped[str]
    role: Mapped[Role]
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    last_sign_in_at: Mapped[datetime | None]


def find_user(email: str) -> User | None:
    """The person with this e-mail address, whatever its capitals."""
    return session.scalar(select(User).where(User.email == email.strip().casefold()))


def find_signed_in(user_id: int, session_hash: str) -> User | None:
    """The active user of a session that has not been ended; a revived cache entry signs nobody in (decision 17)."""
    return session.scalar(
        select(User)
        .join(WebSession, WebSession.user_id == User.id)
        .where(User.id == user_id, User.active, WebSession.id_hash == session_hash, WebSession.ended_at.is_(None))
    )


def list_names(user_ids: set[int]) -> dict[int, str]:
    """Names by id, for timelines."""
    if not user_ids:
        return {}
    return {row.id: row.name for row in session.execute(select(User.id, User.name).where(User.id.in_(user_ids)))}
