"""Paying an open order from its page: go on, try again, another way."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest

from elite import settlement
from elite.kernel import clock
from elite.kernel.db import session
from elite.orders import FulfilmentState, PaymentState, get_order
from elite.payments import State, list_payments
from tests.support.pages import Page


def open_page(client, placed):
    return Page(client.get(f"/o/{placed.token}"))


def attempts(house, placed):
    with house.app_context():
        session.remove()
        return [(one.method, one.state) for one in list_payments(get_order(placed.order_number).id)]


def pay_now(page):
    return page.form(".order-pay > form")


def another_way(page):
    return page.form(".order-pay .why form")


def test_who_left_the_payment_page_goes_on_where_it_was(place, card_house, client, house):
    placed = place("card")

    answer = pay_now(open_page(client, placed)).send(client)

    assert answer.status_code == 303
    assert answer.location == placed.pay_url
    assert len(attempts(house, placed)) == 1


def test_after_a_declined_card_the_same_page_takes_another(place, card_house, client, house, page_of):
    placed = place("card")
    card_house.pay(page_of(placed), how="decline")
    client.get(f"/o/{placed.token}?returned=1")
    page = open_page(client, placed)
    assert page.text("#state h1") == "It is not paid yet."

    answer = pay_now(page).send(client)

    assert answer.location == placed.pay_url
    card_house.pay(page_of(placed))
    clock.freeze(clock.now() + timedelta(seconds=5))
    client.get(f"/o/{placed.token}?returned=1")
    assert attempts(house, placed) == [("card", State.SUCCEEDED)]


def test_pressing_twice_leads_to_one_page(place, card_house, client, house):
    placed = place("card")
    form = pay_now(open_page(client, placed))

    answers = {form.send(client).location for _ in range(2)}

    assert answers == {placed.pay_url}
    assert len(attempts(house, placed)) == 1


def test_another_way_ends_the_payment_page_first(place, card_house, client, house, look, page_of):
    placed = place("card")
    session_id = page_of(placed)
    form = another_way(open_page(client, placed))

    answer = form.send(client, method="transfer")

    assert (answer.status_code, answer.location) == (303, f"/o/{placed.token}")
    assert card_house.money(session_id)["captured"] == 0
    assert card_house.client().v1.checkout.sessions.retrieve(session_id).status == "expired"
    assert attempts(house, placed) == [("card", State.CANCELLED), ("transfer", State.OPEN)]
    page = open_page(client, placed)
    assert page.text("#state h1") == "Almost yours."
    assert "GB33 BUKB" in page.text("#state")
    assert "Bank transfer" in page.text(".timeline")
    assert look(placed).payment_state is PaymentState.AWAITING


def test_from_transfer_to_card_opens_a_payment_page(place, card_house, client, house):
    placed = place("transfer")
    choices = open_page(client, placed).all(".order-pay .why input[name=method]")
    assert "transfer" not in [one["value"] for one in choices]

    answer = another_way(open_page(client, placed)).send(client, method="card")

    assert answer.status_code == 303
    assert answer.location.startswith(card_house.origin)
    assert attempts(house, placed)[-1] == ("card", State.OPEN)


def test_another_way_pressed_twice_and_in_two_tabs_is_one_attempt(place, card_house, client, new_client, house):
    placed = place("transfer")
    form = another_way(open_page(client, placed))
    barrier, answers = Barrier(3), []

    def press():
        tab = new_client()
        barrier.wait()
        answers.append(form.send(tab, method="card").status_code)

    tabs = [Thread(target=press) for _ in range(3)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()

    assert set(answers) == {303}
    assert [method for method, state in attempts(house, placed) if state in (State.OPEN, State.CREATED)] == ["card"]


def test_money_that_was_quicker_wins_over_another_way(place, card_house, client, house, look, page_of):
    placed = place("card")
    form = another_way(open_page(client, placed))
    card_house.pay(page_of(placed))

    answer = form.send(client, method="transfer")

    assert answer.location == f"/o/{placed.token}"
    assert look(placed).payment_state is PaymentState.PAID
    assert attempts(house, placed) == [("card", State.SUCCEEDED)]
    assert open_page(client, placed).text("#state h1") == "Thank you. We start packing."


@pytest.mark.parametrize("method", ["invoice", "free", "gold", "x" * 300])
def test_a_way_that_is_not_offered_is_refused_in_words(place, client, house, method):
    placed = place("transfer")  # no company, so no company invoice

    answer = client.post(f"/o/{placed.token}/payment", data={"method": method})

    assert answer.status_code == 303
    assert "not available for your order" in open_page(client, placed).text(".toasts")
    assert attempts(house, placed) == [("transfer", State.OPEN)]


def test_a_released_company_order_keeps_the_way_that_was_agreed(place, card_house, client, house, look):
    """A payment page may end unpaid; goods that have left the books must not hang on it."""
    placed = place("invoice", company="Lind Ltd")
    with house.app_context():
        settlement.release_order(placed.order_number, by=None)

    client.post(f"/o/{placed.token}/payment", data={"method": "card"})

    assert "not available for your order" in open_page(client, placed).text(".toasts")
    assert attempts(house, placed) == [("invoice", State.OPEN)]
    assert look(placed).fulfilment_state is FulfilmentState.RELEASED


def test_a_paid_order_has_nothing_to_pay(place, book, client, house):
    placed = place("transfer")
    form = another_way(open_page(client, placed))
    book(placed)
    assert ".order-pay" not in open_page(client, placed)

    answer = form.send(client, method="on_delivery")

    assert answer.location == f"/o/{placed.token}"
    assert attempts(house, placed) == [("transfer", State.SUCCEEDED)]


def test_a_cancelled_order_can_no_longer_be_paid(place, client, house):
    placed = place("transfer")
    form = another_way(open_page(client, placed))
    with house.app_context():
        settlement.cancel(placed.order_number, by=None)

    form.send(client, method="on_delivery")

    assert "no longer open" in open_page(client, placed).text(".toasts")


def test_with_the_gateway_away_nothing_is_lost_and_it_is_said(place, card_house, client, house, look):
    placed = place("transfer")
    form = another_way(open_page(client, placed))
    card_house.control(fail={"path": "checkout/sessions", "mode": "500-before", "times": 30})

    answer = form.send(client, method="card")

    page = open_page(client, placed)
    assert answer.location == f"/o/{placed.token}"
    assert "press again" in page.text(".toasts")
    assert look(placed).is_open
    card_house.control(heal=True)
    assert pay_now(page).send(client).location.startswith(card_house.origin)


@pytest.mark.parametrize("end", ["payment", "cancellation"])
def test_coming_back_to_a_refused_forms_address_is_no_dead_end(place, client, end):
    placed = place("transfer")

    answer = client.get(f"/o/{placed.token}/{end}")

    assert answer.location == f"/o/{placed.token}"


def test_the_button_that_leaves_for_the_payment_page_is_a_plain_form(place, card_house, client):
    for form in open_page(client, place("card")).all(".order-pay form"):
        assert form["method"] == "post"
        assert "hx-post" not in form.attrs
