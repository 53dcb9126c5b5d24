"""The durable row of a cart: the truth, and the lock of placing an order (decision 16)."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from elite.cart.changes import Change
from elite.cart.contents import Contents
from elite.kernel import clock
from elite.kernel.db import Model, rows_changed, session


class State(enum.StrEnum):
    """Open to changes, part of an order that waits for its payment, or bought."""

    OPEN = "open"
    CONVERTING = "converting"
    CONVERTED = "converted"


class StoredCart(Model):
    """One cart. `last_change` repeats the newest id in `lines`: only a copy that knows it may overwrite the row."""

    __tablename__ = "cart"
    __table_args__ = (Index(None, "state", "updated_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    owner_id: Mapped[int | None] = mapped_column(index=True)
    version: Mapped[int]
    state: Mapped[State] = mapped_column(default=State.OPEN)
    last_change: Mapped[str] = mapped_column(String(12))
    lines: Mapped[dict[str, Any]]
    updated_at: Mapped[datetime]

    @property
    def contents(self) -> Contents:
        return Contents.from_json(self.version, self.lines)

    def fill(self, contents: Contents) -> None:
        self.version, self.last_change, self.lines = contents.version, contents.last_change, contents.to_json()


@dataclass(frozen=True, slots=True)
class Kept:
    """The row as it stood when it was read; it survives the end of any transaction."""

    id: int
    state: State
    contents: Contents

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN


def find(token_hash: str) -> Kept | None:
    """The row of a cart, if it has one."""
    columns = select(StoredCart.id, StoredCart.state, StoredCart.version, StoredCart.lines)
    row = session.execute(columns.where(StoredCart.token_hash == token_hash)).one_or_none()
    return None if row is None else Kept(row.id, row.state, Contents.from_json(row.version, row.lines))


def keep(token_hash: str, copy: Contents, owner_id: int | None) -> Kept:
    """Write `copy` if it is newer and knows the row's last change; answers the row after it. Inside a transaction."""
    values = {
        "version": copy.version,
        "last_change": copy.last_change,
        "lines": copy.to_json(),
        "updated_at": clock.database_now(),
    }
    if owner_id is not None:
        values["owner_id"] = owner_id
    newer = update(StoredCart).where(
        StoredCart.token_hash == token_hash,
        StoredCart.version < copy.version,
        StoredCart.state == State.OPEN,
        StoredCart.last_change.in_(copy.recent),
    )
    if not rows_changed(newer.values(**values)):
        if (row := find(token_hash)) is not None:
            return row
        _insert(
            StoredCart(token_hash=token_hash, owner_id=owner_id, **{k: v for k, v in values.items() if k != "owner_id"})
        )
    row = find(token_hash)
    assert row is not None
    return row


def change(token_hash: str, wanted: Change, owner_id: int | None) -> Kept:
    """Apply `wanted` to the row itself, under its lock; one that is not open stays as it is. Inside a transaction."""
    row = _lock(token_hash)
    if row is None:
        begun = wanted.applied_to(Contents())
        if not begun.recent:
            return Kept(0, State.OPEN, begun)
        row = StoredCart(token_hash=token_hash, owner_id=owner_id, state=State.OPEN, updated_at=clock.database_now())
        row.fill(begun)
        if _insert(row):
            return Kept(row.id, row.state, begun)
        row = _lock(token_hash)
        assert row is not None
    if row.state is State.OPEN and (after := wanted.applied_to(row.contents)) != row.contents:
        row.fill(after)
        row.updated_at = clock.database_now()
        row.owner_id = owner_id if owner_id is not None else row.owner_id
    return Kept(row.id, row.state, row.contents)


def _lock(token_hash: str) -> StoredCart | None:
    found = select(StoredCart).where(StoredCart.token_hash == token_hash).with_for_update()
    return session.scalar(found.execution_options(populate_existing=True))


def _insert(row: StoredCart) -> bool:
    """False when somebody was quicker."""
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return False
    return True
