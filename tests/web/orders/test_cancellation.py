"""Giving an order up from its own page, and taking its goods back into the cart."""

from __future__ import annotations

from datetime import timedelta

import pytest

from elite import settlement
from elite.kernel import clock
from elite.kernel.tokens import new_token
from elite.orders import FulfilmentState, PaymentState
from elite.settlement import place as place_order
from tests.support.buying import fill_cart, left, review
from tests.support.pages import Page


def open_page(client, placed):
    return Page(client.get(f"/o/{placed.token}"))


def cancel_form(client, placed):
    return open_page(client, placed).form("form[action$='/cancellation']")


@pytest.fixture
def card_order(house, card_house, client):
    """A card order made of this browser's own cart."""
    token = new_token()
    with house.app_context():
        placed = place_order(review(*fill_cart({"PLATE": 3}, token=token), payment_method="card"))
    with client.session_transaction() as session:
        session["cart"] = token
    return placed


def test_cancelling_frees_the_goods_and_charges_nothing(place, client, look, house):
    placed = place("transfer", {"PLATE": 4})

    answer = cancel_form(client, placed).send(client)

    page = open_page(client, placed)
    assert (answer.status_code, answer.location) == (303, f"/o/{placed.token}")
    assert page.text("#state h1") == "This order is cancelled."
    assert "Nothing was charged." in page.text("#state")
    assert "form[action$='/cancellation']" not in page
    assert look(placed).payment_state is PaymentState.VOID
    with house.app_context():
        assert left("PLATE") == 10


def test_cancelling_a_paid_card_order_pays_it_back_and_makes_the_credit_note(
    paid_by_card, client, look, card_house, page_of, house
):
    form = cancel_form(client, paid_by_card)
    assert "goes back the way it came" in open_page(client, paid_by_card).text(".confirm")

    form.send(client)

    page = open_page(client, paid_by_card)
    assert card_house.money(page_of(paid_by_card))["refunded"] == 2495
    assert look(paid_by_card).payment_state is PaymentState.REFUNDED
    assert "on its way back" in page.text("#state")
    assert "Money returned" in page.texts(".timeline strong")
    assert client.get(str(page.find("#state a[href$='/credit-note.pdf']")["href"])).status_code == 200
    with house.app_context():
        assert left("PLATE") == 10


def test_pressing_twice_cancels_once_and_says_the_same(paid_by_card, client, card_house, page_of):
    form = cancel_form(client, paid_by_card)

    answers = [form.send(client).status_code for _ in range(2)]

    page = open_page(client, paid_by_card)
    assert answers == [303, 303]
    assert "no longer" not in page.text(".toasts")
    assert card_house.money(page_of(paid_by_card))["refunded"] == 2495


@pytest.mark.parametrize("keep", ["", "cart"])
def test_once_somebody_packs_it_is_no_longer_the_shoppers_to_cancel(place, client, house, look, keep):
    placed = place("invoice", company="Lind Ltd")  # open for payment until it is paid, long after it left
    form = cancel_form(client, placed)
    with house.app_context():
        settlement.release_order(placed.order_number, by=None)
        settlement.mark_packed(placed.order_number, by=None)
    assert "form[action$='/cancellation']" not in open_page(client, placed)

    answer = form.send(client, **({"keep": keep} if keep else {}))

    assert answer.status_code == 303
    assert "can no longer be cancelled here" in open_page(client, placed).text(".toasts")
    assert look(placed).fulfilment_state is FulfilmentState.PICKING


def test_an_unpaid_card_order_goes_back_into_the_cart(card_order, client, look, house, card_house, page_of):
    session_id = page_of(card_order)
    form = cancel_form(client, card_order)
    button = open_page(client, card_order).find("button[name=keep]")

    answer = form.send(client, keep=str(button["value"]))

    assert (answer.status_code, answer.location) == (303, "/cart")
    cart = Page(client.get("/cart"))
    assert "Plate" in cart.text("#cart")
    assert cart.find("#cart input[name=quantity]")["value"] == "3"
    assert "Nothing was charged" in cart.text(".toasts")
    assert look(card_order).is_cancelled
    assert card_house.client().v1.checkout.sessions.retrieve(session_id).status == "expired"
    with house.app_context():
        assert left("PLATE") == 10


def test_putting_back_what_was_paid_meanwhile_keeps_the_order(card_order, client, look, card_house, page_of):
    form = cancel_form(client, card_order)
    card_house.pay(page_of(card_order))

    answer = form.send(client, keep="cart")

    assert answer.location == f"/o/{card_order.token}"
    page = open_page(client, card_order)
    assert "paid already" in page.text(".toasts")
    assert page.text("#state h1") == "Thank you. We start packing."
    assert look(card_order).payment_state is PaymentState.PAID


def test_while_the_gateway_is_away_nothing_is_given_up(card_order, client, look, card_house):
    form = cancel_form(client, card_order)
    card_house.control(fail={"path": "*", "mode": "500-before", "times": 50})

    answer = form.send(client)

    assert answer.status_code == 303
    assert "does not answer" in open_page(client, card_order).text(".toasts")
    assert not look(card_order).is_cancelled
    card_house.control(heal=True)
    form.send(client)
    assert look(card_order).is_cancelled


def test_while_a_bank_decides_nothing_can_be_given_up(card_order, client, look, card_house, page_of):
    form = cancel_form(client, card_order)
    card_house.pay(page_of(card_order), how="late")
    client.get(f"/o/{card_order.token}?returned=1")
    assert "form[action$='/cancellation']" not in open_page(client, card_order)

    form.send(client)

    assert not look(card_order).is_cancelled


def test_a_lapsed_order_cannot_be_cancelled(place, client, house, look):
    placed = place("transfer")
    form = cancel_form(client, placed)
    with house.app_context():
        clock.freeze(clock.now() + timedelta(days=8))
        settlement.sweep()
        clock.thaw()

    assert form.send(client).status_code == 303
    assert look(placed).payment_state is PaymentState.EXPIRED
    assert open_page(client, placed).text("#state h1") == "This order has lapsed."


def test_another_site_cancels_nothing(place, client, look):
    placed = place("transfer")

    answer = client.post(f"/o/{placed.token}/cancellation", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert not look(placed).is_cancelled
