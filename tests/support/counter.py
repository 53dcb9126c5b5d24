"""The desk and the shopper's order page, for tests of pages: a shop that takes orders, colleagues who are signed in, orders to look at.

No application context stays open between requests: each begins with its own, as in a real shop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elite import orders, settlement
from elite.accounts import Role, create_staff
from elite.kernel.db import session
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from elite.orders import Order
from elite.payments import latest_payment
from elite.settlement import Placed
from jobs import relay
from tests.support.buying import open_shop, prepare, shelve
from tests.support.sandbox import KEY, SECRET, Sandbox

PASSWORD = "a password for the desk"
NAMES = {
    Role.OWNER: "Imogen",
    Role.OFFICE: "Odile",
    Role.WAREHOUSE: "Walter",
    Role.CATALOGUE: "Cato",
    Role.SUPPORT: "Sunniva",
}

NewClient = Callable[[], FlaskClient]
SignIn = Callable[..., FlaskClient]
Place = Callable[..., Placed]
Look = Callable[[Placed | str], Order]


@pytest.fixture
def house(app: Flask) -> Flask:
    """An open shop: ten plates at 10.00, ten mugs at 12.00."""
    with app.app_context():
        open_shop()
        shelve("Plate", "10.00", units=10)
        shelve("Mug", "12.00", units=10)
    return app


@pytest.fixture
def sign_in(app: Flask, new_client: NewClient) -> SignIn:
    """`sign_in(Role.WAREHOUSE)`: that colleague's browser, signed in through the form."""
    known: set[Role] = set()

    def come(role: Role = Role.OWNER) -> FlaskClient:
        email = f"{role.value}@example.org"
        if role not in known:
            with app.app_context(), transaction():
                create_staff(email, NAMES[role], PASSWORD, role)
            known.add(role)
        browser = new_client()
        answer = browser.post("/account/login", data={"email": email, "password": PASSWORD})
        assert answer.status_code == 303, answer.text
        return browser

    return come


@pytest.fixture
def owner(sign_in: SignIn) -> FlaskClient:
    """Somebody who may do everything."""
    return sign_in(Role.OWNER)


@pytest.fixture
def place(house: Flask) -> Place:
    """`place("card", {"PLATE": 2}, name="Ben")`: an order, as the button of the checkout makes it."""

    def order(method: str = "transfer", wanted: Mapping[str, int] | None = None, **typed: str) -> Placed:
        with house.app_context():
            return settlement.place(prepare(wanted or {"PLATE": 2}, payment_method=method, **typed))

    return order


@pytest.fixture
def look(app: Flask) -> Look:
    """The order as its rows say now."""

    def now(placed: Placed | str) -> Order:
        with app.app_context():
            session.remove()
            return orders.get_order(placed if isinstance(placed, str) else placed.order_number)

    return now


@pytest.fixture
def book(app: Flask) -> Callable[[Placed], None]:
    """The whole money of an order came by bank transfer."""

    def booked(placed: Placed) -> None:
        with app.app_context():
            total = orders.get_order(placed.order_number).total
            settlement.book_transfer(placed.order_number, total, reference="", by=None)

    return booked


@pytest.fixture
def drain(app: Flask) -> Callable[[], int]:
    """The worker does everything that is owed."""

    def work() -> int:
        with app.app_context():
            return relay.drain()

    return work


@pytest.fixture
def card_house(app: Flask, sandbox: Sandbox) -> Iterator[Sandbox]:
    """The payment house: card payments go to the sandbox; webhooks are held until they are released."""
    before = settings()
    use_settings(
        replace(
            before,
            stripe_secret_key=KEY,
            stripe_webhook_secret=SECRET,
            stripe_api_base=sandbox.origin,
            stripe_checkout_origin=sandbox.origin,
        )
    )
    yield sandbox
    use_settings(before)


@pytest.fixture
def page_of(app: Flask) -> Callable[[Placed], str]:
    """The gateway's id of the page an order is paid on now."""

    def find(placed: Placed) -> str:
        with app.app_context():
            session.remove()
            payment = latest_payment(orders.get_order(placed.order_number).id)
            assert payment is not None
            assert payment.session_id is not None
            return payment.session_id

    return find


@pytest.fixture
def paid_by_card(place: Place, card_house: Sandbox, page_of: Callable[[Placed], str], client: FlaskClient) -> Placed:
    """An order that was paid on the gateway's page and came back."""
    placed = place("card")
    card_house.pay(page_of(placed))
    assert client.get(f"/o/{placed.token}?returned=1").status_code == 303
    return placed
