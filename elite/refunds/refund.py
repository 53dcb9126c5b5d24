"""Money on its way back: intended and committed first, asked of the gateway second, believed when it says so."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elite.kernel.db import Model
from elite.kernel.errors import Conflict
from elite.kernel.money import Money
from elite.kernel.text import _
from elite.kernel.tokens import new_number
from elite.orders import Order
from elite.payments import Payment


class RefundState(enum.StrEnum):
    REQUESTED = "requested"
    SUBMITTED = "submitted"
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


_R = RefundState

MOVES: dict[RefundState, frozenset[RefundState]] = {
    _R.REQUESTED: frozenset({_R.SUBMITTED, _R.SUCCEEDED, _R.CANCELLED}),
    _R.SUBMITTED: frozenset({_R.PENDING, _R.SUCCEEDED, _R.FAILED, _R.CANCELLED}),
    _R.PENDING: frozenset({_R.SUCCEEDED, _R.FAILED, _R.CANCELLED}),
    # A bank may send money back days after the gateway called the refund done.
    _R.SUCCEEDED: frozenset({_R.FAILED}),
    _R.FAILED: frozenset(),
    _R.CANCELLED: frozenset(),
}

UNDER_WAY = frozenset({_R.REQUESTED, _R.SUBMITTED, _R.PENDING})
GAVE_UP = frozenset({_R.FAILED, _R.CANCELLED})


class RefundMoved(Conflict):
    """A refund went on meanwhile; a move that no table lists."""

    def __init__(self, number: str, is_now: RefundState) -> None:
        super().__init__(number, is_now)
        self.number, self.is_now = number, is_now

    def __str__(self) -> str:
        return _(
            "Refund %(number)s is %(state)s now, so this can no longer be done.",
            number=self.number,
            state=self.is_now.value,
        )


class Refund(Model):
    """`by_hand`: a colleague pays it back from the bank account; otherwise the gateway does, once for `idem_key`."""

    __tablename__ = "refund"
    __table_args__ = (
        CheckConstraint("amount > 0", name="gives_something"),
        Index("ix_refund_due", "state", "next_try_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True, default=lambda: new_number("R-"))
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    payment_id: Mapped[int] = mapped_column(ForeignKey("payment.id"), index=True)
    amount: Mapped[Money]
    currency: Mapped[str] = mapped_column(String(3))
    state: Mapped[RefundState] = mapped_column(default=RefundState.REQUESTED)
    idem_key: Mapped[str] = mapped_column(unique=True)
    gateway_id: Mapped[str | None] = mapped_column(unique=True)
    reason: Mapped[str] = mapped_column(default="")
    by_hand: Mapped[bool] = mapped_column(default=False)
    actor_id: Mapped[int | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    next_try_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(Text, default="")

    order: Mapped[Order] = relationship(lazy="raise")
    payment: Mapped[Payment] = relationship(lazy="raise")

    def move_to(self, state: RefundState) -> None:
        """Go to `state`; staying is no move. Raises RefundMoved for a move that is not listed."""
        if state is self.state:
            return
        if state not in MOVES[self.state]:
            raise RefundMoved(self.number, self.state)
        self.state = state
