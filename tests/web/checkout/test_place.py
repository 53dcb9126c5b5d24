"""Pressing the button: once, twice, in two tabs, too late, and with everything at once."""

from __future__ import annotations

import re
from datetime import datetime
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from elite import catalog
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.transaction import transaction
from elite.orders import Order
from tests.support.buying import left
from tests.support.pages import HTMX, Page
from tests.web.checkout.conftest import EVERYTHING

LONDON = ZoneInfo("Europe/London")


def button(client):
    """What pressing it sends."""
    return Page(client.get("/checkout")).form("#place").fields


def orders(app):
    with app.app_context():
        return session.scalar(select(func.count()).select_from(Order))


def the_order(app):
    with app.app_context():
        return session.scalars(select(Order)).one()


def test_the_last_look_holds_what_the_button_needs(ready):
    page = Page(ready.get("/checkout"))

    form = page.find("#place")
    assert form["action"] == "/checkout/place"
    assert not form.has_attr("hx-post")
    assert page.text("#place button") == "Place the order, £38.95"
    assert {"checkout_key", "cart_version", "quote_hash"} <= set(page.form("#place").fields)
    assert len(page.form("#place").fields["checkout_key"]) >= 32


def test_pressing_it_leads_to_the_order(ready, app):
    response = ready.post("/checkout/place", data=button(ready))

    order = the_order(app)
    assert response.status_code == 303
    assert response.location == f"/o/{order.public_token}"
    assert (order.total, order.name, order.phone) == (Money.of(3895), "Anna Lind", "+44 20 7946 0018")
    assert order.delivery_address["postcode"] == "SE1 6HA"
    assert order.note == "Green door"
    with app.app_context():
        assert left("MUG") == 8


def test_pressing_it_twice_is_one_order(ready, app):
    pressed = button(ready)

    first, second = (ready.post("/checkout/place", data=pressed) for _ in range(2))

    assert first.location == second.location == f"/o/{the_order(app).public_token}"


def test_pressing_it_in_two_tabs_is_one_order(ready, app):
    one, other = button(ready), button(ready)
    assert one["checkout_key"] == other["checkout_key"]

    answers = {ready.post("/checkout/place", data=pressed).location for pressed in (one, other)}

    assert answers == {f"/o/{the_order(app).public_token}"}


def test_pressing_it_at_the_same_instant_is_one_order(ready, app, new_client):
    pressed, cookie = button(ready), ready.get_cookie("session").value
    barrier, answers = Barrier(4), []

    def press():
        tab = new_client()
        tab.set_cookie("session", cookie)
        barrier.wait()
        answers.append(tab.post("/checkout/place", data=pressed).location)

    tabs = [Thread(target=press) for _ in range(4)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()

    assert set(answers) == {f"/o/{the_order(app).public_token}"}
    with app.app_context():
        assert left("MUG") == 8


def test_paying_by_card_leads_to_the_payment_page_every_time(ready, app, card_house):
    ready.post("/checkout/payment", data={"payment_method": "card"})
    page = Page(ready.get("/checkout"))
    assert page.text("#place button") == "Order and pay £38.95"

    first, second = (ready.post("/checkout/place", data=page.form("#place").fields) for _ in range(2))

    assert first.status_code == 303
    assert first.location == second.location
    assert first.location.startswith(card_house.origin)
    assert orders(app) == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_going_back_from_the_payment_page_leads_to_the_order_that_waits(ready, app, card_house, method):
    ready.post("/checkout/payment", data={"payment_method": "card"})
    ready.post("/checkout/place", data=button(ready))

    response = getattr(ready, method)("/checkout" if method == "get" else "/checkout/contact")

    assert (response.status_code, response.location) == (303, f"/o/{the_order(app).public_token}")


def test_going_back_after_ordering_finds_an_empty_cart(ready):
    ready.post("/checkout/place", data=button(ready))

    assert ready.get("/checkout").location == "/cart"


def test_looking_and_reloading_orders_nothing(ready, app):
    for address in ("/checkout", "/checkout/place", "/checkout?step=payment", "/checkout"):
        ready.get(address)

    assert orders(app) == 0


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_price_that_rose_meanwhile_is_shown_and_nothing_is_ordered(ready, app, headers):
    pressed = button(ready)
    with app.app_context(), transaction():
        catalog.set_price(catalog.find_variant("MUG"), Money.of(1300), None, by=None)

    response = ready.post("/checkout/place", data=pressed, headers=headers)

    page = Page(response)
    assert response.status_code == 409
    assert orders(app) == 0
    assert "Mug costs £13.00 now instead of £12.00." in page.text("#what-changed")
    assert "The total is £40.95 instead of £38.95." in page.text("#what-changed")
    assert ("h1" in page) is (headers == {})
    # Having seen it, the shopper may press again.
    again = ready.post("/checkout/place", data=page.form("#place").fields)
    assert again.location == f"/o/{the_order(app).public_token}"
    assert the_order(app).total == Money.of(4095)


def test_a_promise_that_moved_is_told_too(ready, app):
    clock.freeze(datetime(2026, 6, 1, 13, 59, tzinfo=LONDON))
    pressed = button(ready)
    clock.freeze(datetime(2026, 6, 1, 14, 0, tzinfo=LONDON))

    response = ready.post("/checkout/place", data=pressed)

    assert response.status_code == 409
    assert "It is there by Friday 5 June instead of Thursday 4 June." in Page(response).text("#what-changed")
    assert orders(app) == 0


def test_a_cart_that_changed_meanwhile_is_shown_again(ready, app):
    pressed = button(ready) | {"cart_version": "7"}

    response = ready.post("/checkout/place", data=pressed)

    assert response.status_code == 409
    assert "Your cart has changed" in Page(response).text("#what-changed")
    assert orders(app) == 0


@pytest.mark.parametrize("missing", ["quote_hash", "cart_version"])
def test_nobody_is_charged_a_total_they_have_not_seen(ready, app, missing):
    pressed = button(ready)
    del pressed[missing]

    response = ready.post("/checkout/place", data=pressed)

    assert response.status_code == 422
    assert "Please look this over first." in Page(response).text("#what-changed")
    assert orders(app) == 0


def test_a_program_that_brings_everything_sees_the_total_and_presses_once_more(anna, app):
    shown = anna.post("/checkout/place", data=EVERYTHING)
    assert (shown.status_code, orders(app)) == (422, 0)

    response = anna.post("/checkout/place", data=Page(shown).form("#place").fields)

    assert response.location == f"/o/{the_order(app).public_token}"


@pytest.mark.parametrize("note", ["", "{", "[]", '{"lines":7}', "[" * 100_000, '{"lines":{"MUG":["x"]}}'])
def test_a_broken_note_of_what_was_shown_harms_nobody(ready, note):
    response = ready.post("/checkout/place", data=button(ready) | {"quote_hash": "0", "shown": note})

    assert response.status_code == 409


def test_sold_out_meanwhile_says_what_is_left(ready, app, new_client, take):
    pressed = button(ready)
    other = new_client()
    take(other, {"MUG": 9})
    assert other.post("/checkout/contact", data=EVERYTHING).status_code == 303
    assert other.post("/checkout/place", data=button(other)).status_code == 303

    response = ready.post("/checkout/place", data=pressed)

    assert response.status_code in (409, 422)
    assert "Only 1 left." in Page(response).text("#checkout")
    assert orders(app) == 1


def test_everything_in_one_request_orders(anna, app):
    """A program that knows only HTML: it takes the hidden fields of the page and fills the rest itself."""
    anna.post("/checkout/contact", data=EVERYTHING)
    pressed = button(anna)

    response = anna.post("/checkout/place", data=EVERYTHING | pressed)

    assert response.location == f"/o/{the_order(app).public_token}"


def test_fields_that_come_with_the_button_count(ready, app):
    response = ready.post("/checkout/place", data=button(ready) | {"name": "Bo Lind"})

    assert response.status_code == 303
    assert the_order(app).name == "Bo Lind"


def test_another_way_of_delivery_with_the_button_is_another_offer(ready, app):
    response = ready.post("/checkout/place", data=button(ready) | {"delivery_method": "express"})

    assert response.status_code == 409
    assert "It comes by Next working day instead of Standard delivery." in Page(response).text("#what-changed")
    assert orders(app) == 0


def test_pressing_it_before_the_steps_are_done_opens_the_first_that_is_not(anna, app):
    response = anna.post("/checkout/place", data={"email": "anna@example.org", "name": "Anna"})

    page = Page(response)
    assert response.status_code == 422
    assert page.text("#line1-error") == "Street and number is missing."
    assert page.text("#step-contact p") == "Anna, anna@example.org"
    assert "#what-changed" not in page
    assert orders(app) == 0


def test_a_stranger_with_a_short_key_gets_no_order_of_others(ready, app, new_client, take):
    """A key left out must not lead to the order of somebody else who left it out."""
    ready.post("/checkout/place", data=button(ready) | {"checkout_key": ""})
    mine = the_order(app).public_token
    stranger = new_client()
    take(stranger, {"BOOK": 1})
    stranger.post("/checkout/contact", data=EVERYTHING)

    response = stranger.post("/checkout/place", data=button(stranger) | {"checkout_key": ""})

    assert response.status_code == 303
    assert re.fullmatch("/o/[^/]+", response.location)
    assert response.location != f"/o/{mine}"


def test_a_press_from_another_site_is_refused(ready, app):
    pressed = button(ready)

    response = ready.post("/checkout/place", data=pressed, headers={"Sec-Fetch-Site": "cross-site"})

    assert response.status_code == 403
    assert orders(app) == 0


def test_what_is_free_asks_for_no_payment(client, take, app):
    with app.app_context():
        from tests.support.buying import shelve

        shelve("Sample", "0.00", units=5)
    take(client, {"SAMPLE": 1})
    typed = EVERYTHING | {"delivery_method": "collect"}
    del typed["payment_method"]

    assert client.post("/checkout/contact", data=typed).location == "/checkout#step-review"
    response = client.post("/checkout/place", data=button(client))

    assert response.location == f"/o/{the_order(app).public_token}"
    assert the_order(app).total == Money.of(0)
