"""Two states an order (decision 14): where its money is, and where its goods are. A move that is not listed is refused."""

from __future__ import annotations

import enum


class PaymentState(enum.StrEnum):
    """Where the money is."""

    AWAITING = "awaiting"
    PROCESSING = "processing"
    PAID = "paid"
    PART_REFUNDED = "part-refunded"
    REFUNDED = "refunded"
    EXPIRED = "expired"
    VOID = "void"


class FulfilmentState(enum.StrEnum):
    """Where the goods are."""

    HELD = "held"
    RELEASED = "released"
    PICKING = "picking"
    PART_SENT = "part-sent"
    SENT = "sent"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


_P, _F = PaymentState, FulfilmentState

PAYMENT_MOVES: dict[PaymentState, frozenset[PaymentState]] = {
    _P.AWAITING: frozenset({_P.PROCESSING, _P.PAID, _P.EXPIRED, _P.VOID}),
    _P.PROCESSING: frozenset({_P.PAID, _P.EXPIRED, _P.VOID}),
    _P.PAID: frozenset({_P.PART_REFUNDED, _P.REFUNDED}),
    # A refund the bank sends back ("failed") makes the order paid again.
    _P.PART_REFUNDED: frozenset({_P.REFUNDED, _P.PAID}),
    _P.REFUNDED: frozenset({_P.PART_REFUNDED, _P.PAID}),
    # Late money, when the units could be taken again.
    _P.EXPIRED: frozenset({_P.PAID}),
    _P.VOID: frozenset(),
}

FULFILMENT_MOVES: dict[FulfilmentState, frozenset[FulfilmentState]] = {
    _F.HELD: frozenset({_F.RELEASED, _F.CANCELLED}),
    _F.RELEASED: frozenset({_F.PICKING, _F.PART_SENT, _F.SENT, _F.CANCELLED}),
    _F.PICKING: frozenset({_F.RELEASED, _F.PART_SENT, _F.SENT, _F.CANCELLED}),
    _F.PART_SENT: frozenset({_F.SENT}),
    _F.SENT: frozenset({_F.DELIVERED}),
    _F.DELIVERED: frozenset(),
    _F.CANCELLED: frozenset(),
}

HAS_MONEY = frozenset({_P.PAID, _P.PART_REFUNDED, _P.REFUNDED})
"""States in which money arrived, whatever became of it since."""

UNPAID = frozenset({_P.AWAITING, _P.PROCESSING})
"""States in which money may still arrive in time."""
