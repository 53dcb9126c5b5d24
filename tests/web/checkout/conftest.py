"""A shopper with a full cart in front of the checkout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elite.kernel.settings import settings, use_settings
from elite.kernel.tokens import new_token
from tests.support.buying import fill_cart, open_shop, shelve
from tests.support.sandbox import KEY, SECRET, Sandbox, sandbox, sandbox_process

__all__ = ["sandbox", "sandbox_process"]

TYPED = {
    "contact": {"email": "anna@example.org", "name": "Anna Lind", "phone": "020 7946 0018"},
    "address": {
        "line1": "12 Garden Row",
        "city": "London",
        "postcode": "se1 6ha",
        "country": "GB",
        "billing_same": "1",
    },
    "delivery": {"delivery_method": "standard", "note": "Green door"},
    "payment": {"payment_method": "transfer"},
}
EVERYTHING = {name: value for step in TYPED.values() for name, value in step.items()}

Take = Callable[..., tuple[int, int]]


@pytest.fixture
def shop(app: Flask) -> None:
    """Mugs at 12.00, goblets reduced to 44.80, and books without tax; taxes and ways of delivery."""
    with app.app_context():
        open_shop()
        shelve("Mug", "12.00", units=10, weight_grams=400)
        shelve("Book", "10.00", units=10, tax_class="zero", weight_grams=300)


@pytest.fixture
def take(app: Flask, shop: None) -> Take:
    """`take(client, {"MUG": 2})`: that shopper has so many in the cart. Answers the cart's id and version."""

    def fill(client: FlaskClient, wanted: Mapping[str, int]) -> tuple[int, int]:
        token = new_token()
        with app.app_context():
            kept = fill_cart(wanted, token=token)
        with client.session_transaction() as session:
            session["cart"] = token
        return kept

    return fill


@pytest.fixture
def anna(client: FlaskClient, take: Take) -> FlaskClient:
    """Two mugs and a book, nothing typed yet."""
    take(client, {"MUG": 2, "BOOK": 1})
    return client


@pytest.fixture
def ready(anna: FlaskClient) -> FlaskClient:
    """Everything typed; only the button is left."""
    for step, typed in TYPED.items():
        assert anna.post(f"/checkout/{step}", data=typed).status_code == 303, step
    return anna


@pytest.fixture
def card_house(app: Flask, sandbox: Sandbox) -> Iterator[Sandbox]:
    """The payment house: card payments go to the sandbox. (No context stays open: each request begins with its own.)"""
    before = settings()
    origin = sandbox.origin
    use_settings(
        replace(
            before,
            stripe_secret_key=KEY,
            stripe_webhook_secret=SECRET,
            stripe_api_base=origin,
            stripe_checkout_origin=origin,
        )
    )
    yield sandbox
    use_settings(before)
