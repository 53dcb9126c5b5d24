"""Requests as the shop sends them."""

from __future__ import annotations

import time
from typing import Any

import stripe


def checkout(**more: Any) -> Any:
    """Two plates and the delivery: £29.99, payable for 35 minutes."""
    return {
        "mode": "payment",
        "allowed_payment_method_types": ["card"],
        "client_reference_id": "E-7K2MQ4ZT",
        "customer_email": "anna@example.com",
        "success_url": "http://127.0.0.1:8000/checkout/done?session={CHECKOUT_SESSION_ID}",
        "cancel_url": "http://127.0.0.1:8000/checkout/review",
        "expires_at": int(time.time()) + 35 * 60,
        "metadata": {"payment_id": "41"},
        "payment_intent_data": {"metadata": {"payment_id": "41"}, "description": "Order E-7K2MQ4ZT"},
        "line_items": [line("Halo dinner plate", 1250, 2), line("Delivery", 499)],
    } | more


def line(name: str, amount: int, quantity: int = 1, currency: str = "gbp") -> dict[str, Any]:
    """One thing to pay for."""
    price = {"currency": currency, "unit_amount": amount, "product_data": {"name": name}}
    return {"quantity": quantity, "price_data": price}


def begin(client: stripe.StripeClient, **more: Any) -> stripe.checkout.Session:
    """An open session."""
    return client.v1.checkout.sessions.create(params=checkout(**more))


def paid(sandbox: Any, **more: Any) -> stripe.checkout.Session:
    """A session that somebody has paid, with its intent and charge."""
    client = sandbox.client()
    session = begin(client, **more)
    sandbox.pay(session.id)
    return client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent.latest_charge"]})
