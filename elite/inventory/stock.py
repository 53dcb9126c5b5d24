"""How many there are, who holds them, and every move that led here; the row's counters equal the sum of its moves."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elite.kernel.db import Model

MoveKey = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up by itself only in INTEGER keys


class Held(enum.StrEnum):
    """What became of a reservation: it resolves once, and only an expired order's late money takes it back."""

    HELD = "held"
    CONSUMED = "consumed"
    RELEASED = "released"


class Stock(Model):
    """One variant's shelf. Counters change by conditional UPDATE in this package and nowhere else.

    Whether more may be promised than there is says the variant's `stock_policy`; `backorder` remembers that it once did, for the CHECKs.
    """

    __tablename__ = "stock"
    __table_args__ = (
        CheckConstraint("reserved >= 0", name="reserved_not_below_zero"),
        CheckConstraint("safety >= 0", name="safety_not_below_zero"),
        CheckConstraint("on_hand >= reserved OR backorder = 1", name="no_more_reserved_than_there_is"),
        CheckConstraint("on_hand >= 0 OR backorder = 1", name="on_hand_not_below_zero"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), unique=True)
    on_hand: Mapped[int] = mapped_column(default=0)
    reserved: Mapped[int] = mapped_column(default=0)
    safety: Mapped[int] = mapped_column(default=0)
    backorder: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=0)


class StockMove(Model):
    """One change of a shelf; the same `kind` for the same `ref` can happen once, so a replay of any step changes nothing."""

    __tablename__ = "stock_move"
    __table_args__ = (UniqueConstraint("stock_id", "kind", "ref"), Index(None, "ref"), Index(None, "at"))

    id: Mapped[int] = mapped_column(MoveKey, primary_key=True)
    stock_id: Mapped[int] = mapped_column(ForeignKey("stock.id"))
    kind: Mapped[str] = mapped_column(String(20))  # receive, adjust, reserve, release, retake, consume, restock
    ref: Mapped[str]
    d_on_hand: Mapped[int] = mapped_column(default=0)
    d_reserved: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    actor_id: Mapped[int | None]
    at: Mapped[datetime]


class Reservation(Model):
    """What an order (its number is `ref`) holds of one shelf."""

    __tablename__ = "reservation"
    __table_args__ = (Index(None, "stock_id", "state"), CheckConstraint("quantity > 0", name="holds_something"))

    ref: Mapped[str] = mapped_column(String(40), primary_key=True)
    stock_id: Mapped[int] = mapped_column(ForeignKey("stock.id"), primary_key=True)
    quantity: Mapped[int]
    state: Mapped[Held] = mapped_column(default=Held.HELD)
