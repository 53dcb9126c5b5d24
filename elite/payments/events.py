"""What happens to money on its way in, as facts; the subject is the order's number, amounts are minor units."""

from __future__ import annotations

from dataclasses import dataclass

from elite.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class PaymentOpened(Event):
    order: str
    method: str


@dataclass(frozen=True, kw_only=True)
class PaymentFailed(Event):
    """An attempt ended without money; `reason` is the gateway's code, or ours."""

    order: str
    method: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class PaymentNeedsReview(Event):
    """Money came in another amount, currency or mode than was asked: somebody must look."""

    order: str
    asked: int
    came: int
    currency: str


@dataclass(frozen=True, kw_only=True)
class LateMoney(Event):
    """Money came for an order that cannot be any more, or a second time; it goes back. `kind`: refund_due or duplicate."""

    order: str
    amount: int
    kind: str
    refund: str


@dataclass(frozen=True, kw_only=True)
class DisputeOpened(Event):
    order: str
    amount: int
