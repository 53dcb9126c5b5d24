"""One attempt to pay; `open_slot` (the order's id while payable) lets a plain UNIQUE key allow only one at a time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elite.kernel.db import Model
from elite.kernel.money import Money
from elite.orders import Order
from elite.payments.errors import CannotMove
from elite.payments.states import MOVES, PAYABLE, State


class Payment(Model):
    """`request` is what the gateway is asked, frozen with `idem_key`, so that asking twice is asking once."""

    __tablename__ = "payment"
    __table_args__ = (
        UniqueConstraint("order_id", "attempt"),
        CheckConstraint("refunded >= 0", name="refunded_not_below_zero"),
        CheckConstraint("refunded <= captured", name="no_more_back_than_came"),
        Index("ix_payment_due", "state", "next_try_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    attempt: Mapped[int] = mapped_column(default=1)
    method: Mapped[str] = mapped_column(String(40))
    state: Mapped[State] = mapped_column(default=State.CREATED)
    idem_key: Mapped[str] = mapped_column(unique=True)
    session_id: Mapped[str | None] = mapped_column(unique=True)
    intent_id: Mapped[str | None] = mapped_column(unique=True)
    open_slot: Mapped[int | None] = mapped_column(unique=True)
    request: Mapped[dict[str, Any]] = mapped_column(default=dict)
    url: Mapped[str | None] = mapped_column(Text)
    amount: Mapped[Money]
    currency: Mapped[str] = mapped_column(String(3))
    livemode: Mapped[bool] = mapped_column(default=False)
    captured: Mapped[Money] = mapped_column(default=Money.zero)
    refunded: Mapped[Money] = mapped_column(default=Money.zero)
    reference: Mapped[str] = mapped_column(default="")
    expires_at: Mapped[datetime | None]
    next_try_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    synced_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    last_error: Mapped[str] = mapped_column(Text, default="")

    order: Mapped[Order] = relationship(lazy="raise")

    def move_to(self, state: State) -> None:
        """Go to `state`; staying is no move. Raises CannotMove for a move that is not listed."""
        if state is self.state:
            return
        if state not in MOVES[self.state]:
            raise CannotMove(self.state, state)
        self.state = state

    def end(self, state: State) -> None:
        """Go to `state` and give up the slot: the gateway can no longer take money for this attempt."""
        self.move_to(state)
        self.open_slot = None
        self.next_try_at = None

    @property
    def is_payable(self) -> bool:
        return self.state in PAYABLE

    @property
    def refundable(self) -> Money:
        """What may still go back."""
        return self.captured - self.refunded
