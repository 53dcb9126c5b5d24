"""Saving, undoing, agreeing to prices, and a cart that waits for its payment: with JavaScript and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elite import cart as carts
from elite import checkout
from elite.kernel.money import Money
from elite.kernel.transaction import transaction
from tests.support.carts import Shelf
from tests.support.pages import HTMX, Page

BOTH = pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "plain"])


def add(client: FlaskClient, sku: str, quantity: int = 1) -> None:
    assert client.post("/cart/items", data={"sku": sku, "quantity": quantity}).status_code == 303


def names(client: FlaskClient) -> list[str]:
    return Page(client.get("/cart")).texts("#cart > .split .lines h3")


@BOTH
def test_a_line_is_saved_and_taken_back(client: FlaskClient, shelf: Shelf, headers: dict[str, str]) -> None:
    shelf.put("Mug", "12.00")
    shelf.put("Bowl", "5.00")
    add(client, "MUG", 2)
    add(client, "BOWL")

    saved = client.post("/cart/items/MUG/save-for-later", headers=headers)

    page = Page(saved if headers else client.get("/cart"))
    assert page.texts("#cart > .split .lines h3") == ["Bowl"]
    assert page.text("section[aria-labelledby=saved-title] li").startswith("Mug Quantity 2 Move to cart Remove")
    assert "£5.00" in page.text("#receipt .total")
    assert page.find("#cart-badge")["aria-label"] == "Cart, 1 item"

    back = client.post("/cart/items/MUG/move-to-cart", headers=headers)

    page = Page(back if headers else client.get("/cart"))
    assert page.texts("#cart > .split .lines h3") == ["Bowl", "Mug"]
    assert "section[aria-labelledby=saved-title]" not in page


def test_a_cart_of_saved_things_alone_is_empty_and_still_shows_them(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug")
    add(client, "MUG", 2)
    client.post("/cart/items/MUG/save-for-later")

    page = Page(client.get("/cart"))

    assert page.text("h1") == "Nothing on the table yet"
    assert page.texts("section[aria-labelledby=saved-title] h3") == ["Mug"]


@BOTH
def test_undo_takes_the_change_back_that_the_button_names(
    client: FlaskClient, shelf: Shelf, headers: dict[str, str]
) -> None:
    shelf.put("Mug")
    shelf.put("Bowl")
    add(client, "BOWL")
    add(client, "MUG", 3)
    client.post("/cart/items/MUG/remove")

    form = Page(client.get("/cart")).form("#cart-undo form")
    assert Page(client.get("/cart")).text("#cart-undo") == "Put Mug back"
    response = client.post(form.action, data=form.fields, headers=headers)

    assert names(client) == ["Bowl", "Mug"]
    if headers:
        page = Page(response)
        assert page.texts("#cart h3") == ["Bowl", "Mug"]
        assert page.find("#cart-badge")["aria-label"] == "Cart, 4 items"
    else:
        assert (response.status_code, response.headers["Location"]) == (303, "/cart")


@BOTH
def test_undo_of_what_is_no_longer_the_last_change_is_a_conflict(
    client: FlaskClient, shelf: Shelf, headers: dict[str, str]
) -> None:
    shelf.put("Mug")
    shelf.put("Bowl")
    add(client, "MUG", 3)
    form = Page(client.get("/cart")).form("#cart-undo form")
    add(client, "BOWL")

    response = client.post(form.action, data=form.fields, headers=headers)

    assert response.status_code == 409
    assert "can no longer be undone" in Page(response).text("#cart-notes [role=alert]")
    assert ("header" in Page(response)) is not bool(headers)
    assert names(client) == ["Mug", "Bowl"]


@BOTH
def test_undo_with_nothing_to_undo_is_a_conflict(client: FlaskClient, shelf: Shelf, headers: dict[str, str]) -> None:
    response = client.post("/cart/undo", headers=headers)

    assert response.status_code == 409
    assert "nothing left to undo" in Page(response).text("#cart [role=alert]")


def test_every_line_says_why_it_costs_what_it_costs(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Goblet", "44.80", compare_at_price=Money.parse("49.80"), pack_size=4)
    add(client, "GOBLET", 3)

    page = Page(client.get("/cart"))

    assert page.text("details.because summary") == "Why £44.80 a pack"
    assert page.texts("details.because .sum > div") == [
        "List price, 3 × £49.80 £149.40",
        "Reduced price −£15.00",
        "This line £134.40",
        "VAT 20% in it £22.40",
    ]
    assert page.texts("#receipt .sum > div") == [
        "1 product £149.40",
        "Reduced prices −£15.00",
        "Delivery at checkout",
        "Total without delivery £134.40",
        "VAT 20% in it £22.40",
    ]


def test_a_drop_is_told_and_charged(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", "12.00")
    add(client, "MUG")
    shelf.price("MUG", "9.00")

    page = Page(client.get("/cart"))

    assert "now £9.00 instead of £12.00" in page.text(".line")
    assert "£9.00" in page.text("#receipt .total")
    assert "#receipt a[href='/checkout']" in page


def test_a_rise_stops_the_checkout_until_it_is_agreed_to(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", "12.00")
    add(client, "MUG")
    shelf.price("MUG", "13.50")

    page = Page(client.get("/cart"))

    assert "Mug costs £13.50 instead of £12.00." in page.text("#cart-notes")
    assert "#receipt a[href='/checkout']" not in page
    assert "A price has risen" in page.text("#receipt")


@BOTH
def test_agreeing_needs_the_tick(client: FlaskClient, shelf: Shelf, headers: dict[str, str]) -> None:
    shelf.put("Mug", "12.00")
    add(client, "MUG")
    shelf.price("MUG", "13.50")
    form = Page(client.get("/cart")).form("#cart-notes form")

    without = client.post(form.action, data=form.fields, headers=headers)
    assert without.status_code == 422
    assert Page(without).text("#agreed-error") == "Tick the box to agree, or take the line out."
    assert ("header" in Page(without)) is not bool(headers)

    agreed = client.post(form.action, data=form.fields | {"agreed": "1"}, headers=headers)
    page = Page(agreed if headers else client.get("/cart"))
    assert "#cart-notes form" not in page
    assert "#receipt a[href='/checkout']" in page


@BOTH
def test_agreeing_to_a_price_that_rose_again_is_a_conflict(
    client: FlaskClient, shelf: Shelf, headers: dict[str, str]
) -> None:
    shelf.put("Mug", "12.00")
    add(client, "MUG")
    shelf.price("MUG", "13.50")
    form = Page(client.get("/cart")).form("#cart-notes form")
    shelf.price("MUG", "14.00")

    response = client.post(form.action, data=form.fields | {"agreed": "1"}, headers=headers)

    assert response.status_code == 409
    assert "Mug costs £14.00 instead of £12.00." in Page(response).text("#cart-notes")


def test_what_sold_out_meanwhile_is_said_at_its_line(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", stock=5)
    add(client, "MUG", 4)
    shelf.lose("MUG", 3)

    page = Page(client.get("/cart"))

    assert page.text(".line-error") == "Only 2 left. Make it 2"
    assert page.text("#receipt").endswith("One line needs a look before you can go on.")
    assert "#receipt a[href='/checkout']" not in page


def test_what_is_no_longer_sold_can_only_be_taken_out(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug")
    add(client, "MUG", 4)
    shelf.archive("MUG")

    page = Page(client.get("/cart"))

    assert "We no longer sell this." in page.text(".line")
    assert page.texts(".line form") == ["Remove"]
    assert client.post("/cart/items/MUG", data={"quantity": 2}).status_code == 422


@BOTH
def test_a_cart_that_waits_for_payment_shows_its_order_and_cannot_be_changed(
    client: FlaskClient, shelf: Shelf, headers: dict[str, str], move_cart: Callable[..., None]
) -> None:
    shelf.put("Mug", "12.00")
    add(client, "MUG", 2)
    move_cart(carts.mark_converting)

    page = Page(client.get("/cart"))
    assert "This cart waits for its payment" in page.text("#cart-notes")
    assert "#cart form" not in page
    assert names(client) == ["Mug"]

    response = client.post("/cart/items/MUG/remove", headers=headers)
    assert response.status_code == 409
    assert "being paid for" in Page(response).text("#cart-notes [role=alert]")

    response = client.post("/cart/items", data={"sku": "MUG", "quantity": 1}, headers=headers)
    assert response.status_code == 409
    assert "being paid for" in Page(response).text("#quantity-error")
    assert names(client) == ["Mug"]


def test_the_way_to_free_delivery_is_shown(client: FlaskClient, shelf: Shelf, app: Flask) -> None:
    with app.app_context(), transaction():
        checkout.set_up_united_kingdom()
    shelf.put("Mug", "70.00")
    add(client, "MUG")

    assert "Add £5.00 more and delivery is free" in Page(client.get("/cart")).text("#cart-notes .hint")
    part = Page(client.post("/cart/items/MUG", data={"quantity": 2}, headers=HTMX))
    assert "is free for this cart" in part.text("hx-partial[hx-target='#cart-notes'] .hint")


def test_a_bought_cart_is_empty_for_the_shopper_and_begins_anew(
    client: FlaskClient, shelf: Shelf, move_cart: Callable[..., None]
) -> None:
    shelf.put("Mug")
    add(client, "MUG", 2)
    move_cart(carts.mark_converting, carts.mark_converted)

    assert Page(client.get("/")).find("#cart-badge")["aria-label"] == "Cart, empty"
    add(client, "MUG")

    assert Page(client.get("/cart")).find("#cart-badge")["aria-label"] == "Cart, 1 item"
