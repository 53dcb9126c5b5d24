"""Numbers without gaps: a counter row is locked by its UPDATE until the transaction that took the number is kept or not."""

from __future__ import annotations

from sqlalchemy import BigInteger, String, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from elite.kernel.db import Model, rows_changed, session


class Counter(Model):
    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[int] = mapped_column(BigInteger, default=0)


def next_number(name: str) -> int:
    """The next number of the counter `name`, from 1; the last lock a transaction takes (protocol.md 2.4)."""
    if not _count(name):
        try:
            with session.begin_nested():
                session.add(Counter(name=name, value=0))
        except IntegrityError:
            pass  # somebody else founded the series this very moment
        _count(name)
    number = session.scalar(select(Counter.value).where(Counter.name == name))
    assert number is not None
    return number


def _count(name: str) -> bool:
    up = update(Counter).where(Counter.name == name).values(value=Counter.value + 1)
    return bool(rows_changed(up.execution_options(synchronize_session=False)))
