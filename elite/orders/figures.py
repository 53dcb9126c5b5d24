"""How many orders wait for what: the desk's first look."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from elite.kernel.db import session
from elite.kernel.money import Money
from elite.orders.order import Order
from elite.orders.states import HAS_MONEY, FulfilmentState, PaymentState


@dataclass(frozen=True)
class Desk:
    """Counts of orders by (payment state, fulfilment state, payment method), and what was sold since a moment."""

    counts: dict[tuple[PaymentState, FulfilmentState, str], int]
    sold: Money
    sold_orders: int

    def count(
        self,
        money: PaymentState | None = None,
        goods: Collection[FulfilmentState] = (),
        methods: Collection[str] = (),
    ) -> int:
        """Orders in this payment state, one of these fulfilment states and one of these methods; what is left out is any."""
        return sum(
            n
            for (is_paid, is_where, method), n in self.counts.items()
            if money in (None, is_paid) and (not goods or is_where in goods) and (not methods or method in methods)
        )

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def desk_figures(since: datetime) -> Desk:
    """Two queries: every combination of states and method with its count, and the orders paid since `since`."""
    kinds = Order.payment_state, Order.fulfilment_state, Order.payment_method
    grouped = session.execute(select(*kinds, func.count()).group_by(*kinds))
    counts = {(money, goods, method): n for money, goods, method, n in grouped}
    paid = select(func.coalesce(func.sum(Order.total), 0), func.count()).where(
        Order.paid_at >= since, Order.payment_state.in_(HAS_MONEY)
    )
    amount, orders = session.execute(paid).one()
    sold = amount if isinstance(amount, Money) else Money.of(int(amount))
    return Desk(counts, sold, int(orders))
