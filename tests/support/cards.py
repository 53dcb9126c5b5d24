"""The shop with its card gateway plugged in: the sandbox, spoken to over its socket."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from elite.kernel.db import session
from elite.kernel.settings import settings, use_settings
from elite.orders import Order, get_order
from elite.payments import Payment, latest_payment
from elite.settlement import Placed
from tests.support.buying import open_shop
from tests.support.sandbox import KEY, SECRET, Sandbox, letterbox, sandbox, sandbox_process

__all__ = ["card_shop", "letterbox", "order_of", "page_of", "payment_of", "sandbox", "sandbox_process"]


@pytest.fixture
def card_shop(app: Flask, sandbox: Sandbox) -> Iterator[Sandbox]:
    """An open shop whose card payments go to the sandbox; webhooks are held until they are released."""
    before = settings()
    use_settings(
        replace(
            before,
            stripe_secret_key=KEY,
            stripe_webhook_secret=SECRET,
            stripe_api_base=sandbox.origin,
            stripe_checkout_origin=sandbox.origin,
            open_orders_per_shopper=1000,
            open_orders_per_network=1000,
        )
    )
    with app.app_context():
        open_shop()
        yield sandbox
    use_settings(before)


def order_of(placed: Placed) -> Order:
    """The order as it stands now."""
    session.remove()
    return get_order(placed.order_number)


def payment_of(placed: Placed) -> Payment:
    """The attempt that counts, as it stands now."""
    payment = latest_payment(order_of(placed).id)
    assert payment is not None
    return payment


def page_of(placed: Placed) -> str:
    """The gateway's id of the page an order is paid on."""
    session_id = payment_of(placed).session_id
    assert session_id is not None
    return session_id
