"""Booking money that people see before the shop does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from elite import settlement
from elite.kernel import clock
from elite.orders import FulfilmentState, PaymentState
from tests.support.pages import Page


def open_order(client, placed):
    return Page(client.get(f"/admin/orders/{placed.order_number}"))


def form_of(client, placed):
    return open_order(client, placed).form("form[action$='/payments']")


@pytest.fixture
def placed(place):
    return place("transfer")


def test_the_form_knows_the_amount_and_books_it(placed, owner, look, drain):
    form = form_of(owner, placed)
    assert form.fields["amount"] == "24.95"

    answer = form.send(owner, reference="BACS 77")

    order = look(placed)
    assert answer.status_code == 303
    assert (order.payment_state, order.fulfilment_state) == (PaymentState.PAID, FulfilmentState.RELEASED)
    page = open_order(owner, placed)
    assert "The order is paid." in page.text(".toasts")
    assert "BACS 77" in page.text("#payments")
    assert "#money" not in page
    assert any(row.startswith("Paid") and row.endswith("Imogen") for row in page.texts("#timeline li"))


@pytest.mark.parametrize(
    "amount,words",
    [("24.94", "0.01"), ("24.96", "0.01"), ("", "amount"), ("abc", "such as 12.30"), ("-24.95", "below zero")],
)
def test_another_amount_is_refused_beside_it_with_the_difference(placed, owner, look, amount, words):
    answer = form_of(owner, placed).send(owner, amount=amount, reference="BACS 77")

    page = Page(answer)
    assert answer.status_code == 422
    assert words in page.text("#amount-error")
    assert page.find("#amount").get("value", "") == amount
    assert page.find("#reference")["value"] == "BACS 77"
    assert look(placed).payment_state is PaymentState.AWAITING


def test_a_reference_longer_than_any_is_refused(placed, owner):
    answer = form_of(owner, placed).send(owner, reference="x" * 101)

    assert answer.status_code == 422
    assert Page(answer).text("#reference-error")


def test_pressing_twice_books_once(placed, owner, look):
    form = form_of(owner, placed)

    answers = [form.send(owner).status_code for _ in range(2)]

    page = open_order(owner, placed)
    assert answers == [303, 303]
    assert "paid already" in page.text(".toasts")
    assert page.texts("#timeline strong").count("Paid") == 1


def test_a_card_order_has_no_form_and_refuses_what_is_sent_anyway(place, card_house, owner, placed, look):
    card = place("card", {"MUG": 1})
    assert "form[action$='/payments']" not in open_order(owner, card)

    form = form_of(owner, placed)
    form.action = form.action.replace(placed.order_number, card.order_number)
    answer = form.send(owner, amount=look(card).total.decimal)

    assert answer.status_code == 303
    assert "books itself" in open_order(owner, card).text(".toasts")
    assert look(card).payment_state is PaymentState.AWAITING


def test_money_after_the_order_lapsed_brings_it_back(placed, owner, look, house):
    lapse(house)
    page = open_order(owner, placed)
    assert "lapsed" in page.text("#money")

    page.form("form[action$='/payments']").send(owner)

    order = look(placed)
    assert (order.payment_state, order.fulfilment_state) == (PaymentState.PAID, FulfilmentState.RELEASED)


def test_money_for_a_cancelled_order_becomes_a_refund_that_somebody_pays(placed, owner, look, house):
    with house.app_context():
        settlement.cancel(placed.order_number, by=None)
    page = open_order(owner, placed)
    assert "cancelled" in page.text("#money")

    page.form("form[action$='/payments']").send(owner, amount="24.95")

    page = open_order(owner, placed)
    assert "refund is waiting" in page.text(".toasts")
    assert "#money" not in page
    today = Page(owner.get("/admin"))
    assert f"Pay £24.95 back by bank transfer, for {placed.order_number}" in today.text("#needs")

    form = page.form("#payments form")
    answers = [form.send(owner).status_code for _ in range(2)]

    assert answers == [303, 303]
    page = open_order(owner, placed)
    assert "Paid back" in page.text("#payments")
    assert page.all("#payments form") == []
    assert "#needs" not in Page(owner.get("/admin"))


def test_a_refund_of_another_order_is_absent(place, owner, house):
    one, other = place("transfer"), place("transfer", {"MUG": 1})
    with house.app_context():
        settlement.cancel(one.order_number, by=None)
    open_order(owner, one).form("form[action$='/payments']").send(owner)
    form = open_order(owner, one).form("#payments form")
    form.action = form.action.replace(one.order_number, other.order_number)

    assert form.send(owner).status_code == 404


def test_money_that_does_not_match_is_shown_to_people(place, card_house, owner, client, house):
    placed = place("card")
    with house.app_context():
        from elite.kernel.db import session
        from elite.kernel.transaction import transaction
        from elite.orders import get_order
        from elite.payments import Payment, list_payments

        payment_id = list_payments(get_order(placed.order_number).id)[0].id
        with transaction():
            # Somebody changed the price at the gateway: we asked for one penny less than it takes.
            payment = session.get_one(Payment, payment_id)
            session_id = payment.session_id
            payment.amount = type(payment.amount).of(payment.amount.minor - 1)
    card_house.pay(session_id)
    client.get(f"/o/{placed.token}?returned=1")

    page = open_order(owner, placed)
    assert "does not match" in page.text(".notice.is-stop")
    assert f"{placed.order_number} that does not match" in Page(owner.get("/admin")).text("#needs")
    guest = Page(client.get(f"/o/{placed.token}"))
    assert "looking at your payment" in guest.text("h1")
    assert "hx-get" not in guest.find("#state").attrs
    assert ".order-pay" not in guest


def lapse(house):
    """A week goes by, and the sweep notices."""
    with house.app_context():
        clock.freeze(clock.now() + timedelta(days=8))
        settlement.sweep()
        clock.thaw()
