"""What was promised to a customer, for how much, and how far it has come. Money itself is in `payments`."""

from elite.orders.errors import CannotMove, NoSuchOrder
from elite.orders.figures import Desk, desk_figures
from elite.orders.order import LineKind, Order, OrderLine, OrderShare, Origin, Shipment, canonical_email
from elite.orders.queries import (
    OrderFilter,
    count_unpaid,
    find_by_token,
    find_order,
    get_order,
    list_customer_orders,
    list_orders,
    lock_order,
)
from elite.orders.states import FULFILMENT_MOVES, HAS_MONEY, PAYMENT_MOVES, UNPAID, FulfilmentState, PaymentState

__all__ = [
    "FULFILMENT_MOVES",
    "HAS_MONEY",
    "PAYMENT_MOVES",
    "UNPAID",
    "CannotMove",
    "Desk",
    "FulfilmentState",
    "LineKind",
    "NoSuchOrder",
    "Order",
    "OrderFilter",
    "OrderLine",
    "OrderShare",
    "Origin",
    "PaymentState",
    "Shipment",
    "canonical_email",
    "count_unpaid",
    "desk_figures",
    "find_by_token",
    "find_order",
    "get_order",
    "list_customer_orders",
    "list_orders",
    "lock_order",
]
