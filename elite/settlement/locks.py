"""The one order of locks (protocol.md 2.4): cart, order, payments; refunds, stock and counters follow where they are used."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from elite import cart, orders, payments
from elite.kernel.db import session
from elite.orders import Order
from elite.payments import Payment


@dataclass
class Locked:
    """An order with all attempts to pay it, locked until the transaction ends."""

    order: Order
    payments: list[Payment]

    @property
    def holder(self) -> Payment | None:
        """The attempt that can (or, as far as we know, could) still be paid."""
        return next((one for one in self.payments if one.open_slot is not None), None)

    @property
    def winner(self) -> Payment | None:
        """The attempt whose money counts."""
        return next((one for one in self.payments if one.state is payments.State.SUCCEEDED), None)

    def others(self, payment: Payment) -> list[Payment]:
        return [one for one in self.payments if one.id != payment.id]

    def find(self, payment_id: int) -> Payment:
        return next(one for one in self.payments if one.id == payment_id)


def lock_order(order_id: int) -> Locked:
    """Lock the order's cart, the order (lines loaded) and its payments. Raises NoSuchOrder."""
    cart_id = session.scalar(select(Order.cart_id).where(Order.id == order_id))
    if cart_id is not None:
        cart.lock(cart_id)
    return Locked(orders.lock_order(order_id), payments.lock_payments(order_id))


def lock_numbered(number: str) -> Locked:
    """As `lock_order`, by the order's number."""
    order_id = session.scalar(select(Order.id).where(Order.number == number))
    if order_id is None:
        raise orders.NoSuchOrder
    return lock_order(order_id)


def lock_payment(payment_id: int) -> tuple[Locked, Payment]:
    """Lock everything a payment belongs to."""
    order_id = session.scalars(select(Payment.order_id).where(Payment.id == payment_id)).one()
    locked = lock_order(order_id)
    return locked, locked.find(payment_id)
