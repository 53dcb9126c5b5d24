"""How many orders wait for what: the desk's first look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from elite.kernel.db import session
from elite.kernel.money import Money
from elite.orders.order import Order
from elite.orders.states import HAS_MONEY, FulfilmentState, PaymentState


@dataclass(frozen=True)
class Desk:
    """Counts of orders by (payment state, fulfilment state), and what was sold since a moment."""

    counts: dict[tuple[PaymentState, FulfilmentState], int]
    sold: Money
    sold_orders: int

    def fulfilment(self, *states: FulfilmentState) -> int:
        return sum(n for (_pay, goods), n in self.counts.items() if goods in states)

    def payment(self, *states: PaymentState) -> int:
        return sum(n for (money, _goods), n in self.counts.items() if money in states)

    def both(self, money: PaymentState, goods: FulfilmentState) -> int:
        return self.counts.get((money, goods), 0)

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def desk_figures(since: datetime) -> Desk:
    """Two queries: every pair of states with its count, and the orders paid since `since`."""
    pairs = select(Order.payment_state, Order.fulfilment_state, func.count()).group_by(
        Order.payment_state, Order.fulfilment_state
    )
    counts = {(money, goods): n for money, goods, n in session.execute(pairs)}
    paid = select(func.coalesce(func.sum(Order.total), 0), func.count()).where(
        Order.paid_at >= since, Order.payment_state.in_(HAS_MONEY)
    )
    amount, orders = session.execute(paid).one()
    sold = amount if isinstance(amount, Money) else Money.of(int(amount))
    return Desk(counts, sold, int(orders))
