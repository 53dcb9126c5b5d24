"""A new attempt to pay: its row is intended and frozen before any gateway is asked (protocol.md 0.5)."""

from __future__ import annotations

from datetime import timedelta

from elite import payments
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.orders import Order
from elite.payments import Flow, Gateway, Payment, State
from elite.settlement import effects

PAY_WITHIN = timedelta(minutes=35)
"""Stripe wants 30 minutes or more; the five above them are for retries of the first call."""

GIVE_UP_AFTER = timedelta(minutes=5)
"""When a page could not be opened by then, the attempt is closed: nobody has seen its address."""


def begin_attempt(order: Order, gateway: Gateway, number: int) -> Payment:
    """Attempt `number` at paying a locked `order` (lines loaded), holding the order's one payable slot."""
    now = clock.database_now()
    payment = Payment(
        order_id=order.id,
        attempt=number,
        method=gateway.code,
        idem_key=f"pay-{order.number}-{number}",
        open_slot=order.id,
        amount=order.total,
        currency=order.currency,
        created_at=now,
        reference=order.number,
        request={},
        captured=Money.zero(order.currency),
        refunded=Money.zero(order.currency),
    )
    page = payments.redirect_gateway(gateway.code)
    if page is not None:
        payment.state = State.CREATED
        payment.livemode = page.is_live()
        payment.expires_at = now + PAY_WITHIN
        payment.next_try_at = now + timedelta(seconds=15)
        payment.request = page.freeze(order, payment.idem_key, payment.expires_at)
    else:
        payment.state = State.OPEN
        payment.expires_at = (
            now + timedelta(days=settings().transfer_days) if gateway.code == payments.TRANSFER else None
        )
        payment.next_try_at = payment.expires_at
    order.payment_method = gateway.code
    order.expires_at = payment.expires_at
    session.add(payment)
    session.flush()
    return payment


def go_on_without_money(order: Order, payment: Payment, gateway: Gateway) -> None:
    """What need not wait: nothing to pay is paid, small orders paid on delivery are released, offline orders keep no cart."""
    if gateway.code == payments.FREE:
        effects.money_counts(order, payment, Money.zero(order.currency))
    elif gateway.releases_unpaid(order.total):
        effects.release(order)
    elif gateway.flow is Flow.OFFLINE:
        effects.close_cart(order)
