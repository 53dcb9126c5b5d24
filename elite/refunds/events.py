"""What happens to money on its way back, as facts; the subject is the order's number, amounts are minor units."""

from __future__ import annotations

from dataclasses import dataclass

from elite.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class RefundRequested(Event):
    """Money is to go back; `by_hand` when a colleague must pay it from the bank account."""

    order: str
    refund: str
    amount: int
    by_hand: bool = False


@dataclass(frozen=True, kw_only=True)
class RefundSettled(Event):
    order: str
    refund: str
    amount: int


@dataclass(frozen=True, kw_only=True)
class RefundFailed(Event):
    """The gateway or the bank could not pay it back; the amount may be refunded again."""

    order: str
    refund: str
    amount: int
    reason: str
