"""What happens to an order, as facts; `order` is its public number, amounts are minor units of its currency."""

from __future__ import annotations

from dataclasses import dataclass

from elite.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class OrderPlaced(Event):
    order: str
    total: int
    method: str
    customer: int | None = None


@dataclass(frozen=True, kw_only=True)
class OrderPaid(Event):
    """The money is here; `late` when the order had already expired and its goods were taken again."""

    order: str
    amount: int
    method: str
    late: bool = False


@dataclass(frozen=True, kw_only=True)
class OrderReleased(Event):
    """It may be picked: its goods have left the stock's books."""

    order: str


@dataclass(frozen=True, kw_only=True)
class OrderPacked(Event):
    order: str


@dataclass(frozen=True, kw_only=True)
class OrderSent(Event):
    order: str
    carrier: str
    tracking: str


@dataclass(frozen=True, kw_only=True)
class OrderDelivered(Event):
    order: str


@dataclass(frozen=True, kw_only=True)
class OrderCancelled(Event):
    """Given up by the shopper, by staff or because no payment could be begun; `refund` minor units go back."""

    order: str
    reason: str
    refund: int = 0


@dataclass(frozen=True, kw_only=True)
class OrderExpired(Event):
    """Nobody paid in time, and it is proven that nobody can any more; its goods are free again."""

    order: str


@dataclass(frozen=True, kw_only=True)
class OrderRefunded(Event):
    """Money went back, as the gateway or a colleague confirmed."""

    order: str
    amount: int
    refund: str


@dataclass(frozen=True, kw_only=True)
class PaymentMethodChanged(Event):
    """The shopper chose another way to pay."""

    order: str
    method: str
