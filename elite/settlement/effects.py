"""What follows at once when money comes, goods are released or an order ends: verbs for rows that are locked already.

Decision 14 is the table below: stock is consumed and uses count when an order is released; the invoice is made when a card or transfer
order is paid, when a company's order is released, when an order paid on delivery is sent.
"""

from __future__ import annotations

import enum

from elite import cart, inventory, invoices
from elite.kernel import clock, events
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.orders import FulfilmentState, Order, PaymentState
from elite.orders.events import OrderExpired, OrderPaid, OrderReleased
from elite.payments import CARD, FREE, INVOICE, ON_DELIVERY, TRANSFER, Payment, State


class Step(enum.Enum):
    PAID = "paid"
    RELEASED = "released"
    SENT = "sent"


INVOICE_WHEN: dict[str, Step] = {
    CARD: Step.PAID,
    TRANSFER: Step.PAID,
    FREE: Step.PAID,
    INVOICE: Step.RELEASED,
    ON_DELIVERY: Step.SENT,
}


def money_counts(order: Order, payment: Payment, amount: Money, *, late: bool = False) -> None:
    """The money is here and is the right sum: the order is paid, and what waited for that goes on."""
    now = clock.database_now()
    payment.end(State.SUCCEEDED)
    payment.captured = amount
    payment.settled_at = now
    order.move_payment(PaymentState.PAID)
    order.payment_method = payment.method
    order.paid_at = now
    order.expires_at = None
    events.record(OrderPaid(order=order.number, amount=amount.minor, method=payment.method, late=late))

    if order.fulfilment_state is FulfilmentState.HELD:
        release(order)
    invoice_at(order, Step.PAID)


def release(order: Order) -> None:
    """The order may be picked: its units leave the books and its cart is done with."""
    inventory.consume(order.number)
    order.move_fulfilment(FulfilmentState.RELEASED)
    order.released_at = clock.database_now()
    close_cart(order)
    events.record(OrderReleased(order=order.number))
    invoice_at(order, Step.RELEASED)


def invoice_at(order: Order, step: Step) -> None:
    """Make the invoice if this is the step that makes it due."""
    if INVOICE_WHEN[order.payment_method] is step:
        invoices.issue(order.id)


def expire(order: Order) -> None:
    """Nobody paid, and it is proven that nobody can any more: the units are free and the shopper has the cart back."""
    inventory.release(order.number)
    order.move_payment(PaymentState.EXPIRED)
    order.expires_at = None
    give_cart_back(order)
    events.record(OrderExpired(order=order.number))


def close_cart(order: Order) -> None:
    """The order stands, so its cart is done with; one that was opened again meanwhile stays as the shopper has it."""
    stored = _cart_of(order)
    if stored is not None:
        cart.mark_converted(stored)


def give_cart_back(order: Order) -> None:
    """The order came to nothing: the shopper has the cart back."""
    stored = _cart_of(order)
    if stored is not None:
        cart.reopen(stored)


def _cart_of(order: Order) -> cart.StoredCart | None:
    """The cart, locked before, if it is still at the version this order was made of."""
    stored = session.get(cart.StoredCart, order.cart_id) if order.cart_id is not None else None
    return stored if stored is not None and stored.version == order.cart_version else None
