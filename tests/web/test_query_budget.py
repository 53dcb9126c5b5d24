"""What every page may ask of the database: as many statements as stand here, with little in the shop and with much.

The shop's own pages have six, whatever they show; the desk's have what they need, and no page asks more as rows are
added. Only the look-up of the signed-in user is left out. With much in the shop the number must be met exactly, so
that one question more fails here, and one less is written down.
"""

from __future__ import annotations

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient

from elite import cart as carts
from elite.kernel.db import session
from elite.kernel.transaction import transaction
from tests.support.databases import counting_strictly
from tests.support.fullness import LITTLE, MUCH, PASSWORD, Fullness, fill, give_cart, plain_cart, troubled_cart
from tests.support.pages import HTMX
from tests.web.checkout.conftest import TYPED

MOST = 6

SHOP = {
    "/": 6,
    "/c/shelf-0": 5,
    "/c/shelf-0?page=2": 5,
    "/c/shelf-0/board-0-0": 4,
    "/c/shelf-0/board-0-0?sort=-price&price_min=1&in_stock=1&q=glass": 4,
    "/c/shelf-0?price_min=900": 3,
    "/search": 5,
    "/search?q=glass": 5,
    "/search?q=glasz+jugg": 5,
    "/search/suggest?q=gl": 2,
    "/p/plain-jug": 6,
    "/p/matrix-plate": 6,
    "/p/matrix-plate?variant=M-0-27": 6,
    "/p/matrix-plate?variant=M-1-30&picture=2": 6,
    "/p/glass-1": 6,
    "/p/gone-jug": 3,
}
PARTS = {
    "/c/shelf-0": 5,
    "/search?q=glass": 5,
    "/search/suggest?q=gl": 2,
    "/p/matrix-plate?variant=M-1-30": 5,
}
ORDER = {"open": 8, "paid": 8, "sent": 8, "refunded": 8, "cancelled": 8}
DESK = {
    "/admin": 16,
    "/admin/orders": 5,
    "/admin/orders?pile=unpaid": 5,
    "/admin/orders?q=anna": 5,
    "/admin/products": 5,
    "/admin/products/matrix-plate": 6,
    "/admin/stock": 3,
    "/admin/stock?low=1": 3,
    "/admin/letters": 2,
}
DESK_ORDER = {"open": 9, "paid": 10, "sent": 10, "refunded": 10, "cancelled": 10}
CART, CHECKOUT, RECEIPT = 6, 6, 5

Asked = dict[tuple[str, str], int]


@pytest.mark.parametrize("much", [pytest.param(LITTLE, id="little"), pytest.param(MUCH, id="much")])
def test_no_page_asks_more_than_it_may_however_much_there_is(app: Flask, new_client, much: Fullness) -> None:
    names = fill(app, much)
    stranger, shopper, staff = new_client(), new_client(), new_client()
    give_cart(shopper, plain_cart(app, 3))
    _sign_in(staff)
    own, at_desk = _order_pages(app, names)

    allowed: Asked = {}
    for who, client in (("stranger", stranger), ("shopper", shopper), ("staff", staff)):
        allowed |= {(who, address): most for address, most in (SHOP | own).items()}
        asked = {(who, address): _asks(client, address) for address in SHOP | own}
        _compare(asked, {key: allowed[key] for key in asked}, exactly=much is MUCH)

    asked = {("htmx", address): _asks(stranger, address, HTMX) for address in PARTS}
    _compare(asked, {("htmx", address): most for address, most in PARTS.items()}, exactly=much is MUCH)
    asked = {("staff", address): _asks(staff, address) for address in DESK | at_desk}
    _compare(asked, {("staff", address): most for address, most in (DESK | at_desk).items()}, exactly=much is MUCH)


@pytest.mark.parametrize("lines", [1, 10, 60])
def test_cart_and_checkout_ask_the_same_however_long_the_cart_is(app: Flask, new_client, lines: int) -> None:
    fill(app, LITTLE)
    troubled, shopper, staff = new_client(), new_client(), new_client()
    give_cart(troubled, troubled_cart(app, lines))
    give_cart(shopper, plain_cart(app, lines))
    _sign_in(staff)
    give_cart(staff, plain_cart(app, lines + 1))

    asked = {(who, "/cart"): _asks(client, "/cart") for who, client in _named(troubled, shopper, staff)}
    asked |= {(who, "/checkout"): _asks(client, "/checkout") for who, client in _named(troubled, shopper, staff)}
    for step, typed in TYPED.items():
        assert shopper.post(f"/checkout/{step}", data=typed).status_code == 303
        asked["shopper", f"/checkout after {step}"] = _asks(shopper, "/checkout")
        asked["shopper", f"/checkout?step={step}"] = _asks(shopper, f"/checkout?step={step}")
    receipt = {("htmx", "/checkout"): _asks(shopper, "/checkout?delivery_method=express", HTMX)}

    _compare(asked, {key: CART if key[1] == "/cart" else CHECKOUT for key in asked}, exactly=True)
    _compare(receipt, dict.fromkeys(receipt, RECEIPT), exactly=True)


@pytest.mark.parametrize(
    "verbs, cart_costs",
    [
        pytest.param([carts.mark_converting], 6, id="an order waits for its payment"),
        pytest.param([carts.mark_converting, carts.mark_converted], 3, id="bought"),
    ],
)
def test_a_cart_that_became_an_order_costs_no_more(app: Flask, client: FlaskClient, verbs, cart_costs: int) -> None:
    fill(app, LITTLE)
    give_cart(client, plain_cart(app, 3))
    client.get("/cart")
    with app.app_context(), transaction():
        stored = session.query(carts.StoredCart).order_by(carts.StoredCart.id.desc()).first()
        assert stored is not None
        for verb in verbs:
            verb(stored)

    asked = {("shopper", address): _asks(client, address) for address in ("/cart", "/", "/p/matrix-plate")}

    _compare(
        asked, {("shopper", "/cart"): cart_costs, ("shopper", "/"): 6, ("shopper", "/p/matrix-plate"): 6}, exactly=True
    )


def test_an_empty_cart_asks_for_the_shelves_alone(app: Flask, client: FlaskClient) -> None:
    fill(app, LITTLE)

    assert _asks(client, "/cart") == 1


def test_the_shop_allows_itself_six() -> None:
    assert max(*SHOP.values(), *PARTS.values(), CART, CHECKOUT, RECEIPT) <= MOST


def _asks(client: FlaskClient, address: str, headers: dict[str, str] | None = None) -> int:
    """How many statements the page sends at its second showing; a quick copy that was lost is made at the first."""
    client.get(address, headers=headers)
    with counting_strictly(client.application) as seen:
        answer = client.get(address, headers=headers)
    assert answer.status_code in (200, 410), f"{address} answered {answer.status_code}"
    return len(seen)


def _compare(asked: Asked, allowed: Asked, *, exactly: bool) -> None:
    wrong = {key: n for key, n in asked.items() if (n != allowed[key] if exactly else n > allowed[key])}
    assert not wrong, "\n".join(
        f"{who} {at}: {n} statements, {allowed[who, at]} stated" for (who, at), n in wrong.items()
    )


def _named(troubled: FlaskClient, shopper: FlaskClient, staff: FlaskClient) -> list[tuple[str, FlaskClient]]:
    return [("troubled", troubled), ("shopper", shopper), ("staff", staff)]


def _order_pages(app: Flask, names: dict[str, str]) -> tuple[dict[str, int], dict[str, int]]:
    """The addresses of the orders' own pages and of the same orders at the desk, with what each may ask."""
    with app.test_request_context():
        own = {url_for("orders.show.show", token=names[f"{state} token"]): most for state, most in ORDER.items()}
        desk = {
            url_for("admin.orders.show.show", number=names[f"{state} number"]): most
            for state, most in DESK_ORDER.items()
        }
    return own, desk


def _sign_in(client: FlaskClient) -> None:
    answer = client.post("/account/login", data={"email": "ada@example.org", "password": PASSWORD})
    assert answer.status_code == 303
