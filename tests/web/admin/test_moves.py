"""From the desk to the doorstep, by the forms on the order's page."""

from __future__ import annotations

import pytest

from elite.accounts import Role
from elite.orders import FulfilmentState, PaymentState
from tests.support.pages import Page


@pytest.fixture
def paid(place, book):
    placed = place("transfer", name="Anna Lind", note="Green door, please")
    book(placed)
    return placed


def address_of(placed):
    return f"/admin/orders/{placed.order_number}"


def open_order(client, placed):
    return Page(client.get(address_of(placed)))


def press(client, placed, end, **typed):
    """Press the button of the form whose address ends so, and go where it leads."""
    answer = open_order(client, placed).form(f"form[action$='/{end}']").send(client, **typed)
    assert answer.status_code == 303, answer.text
    assert answer.location == address_of(placed)
    return open_order(client, placed)


def test_the_page_shows_all_that_packers_and_callers_need(paid, owner, look):
    page = open_order(owner, paid)

    text = page.text("#main")
    assert look(paid).number in page.text("h1")
    for words in ("Anna Lind", "12 Garden Row", "Green door, please", "Bank transfer", "PLATE", "the same address"):
        assert words in text
    assert page.find("a[href='mailto:anna@example.org']")
    assert page.text("#lines tbody tr") == "Plate PLATE 2 £10.00 £3.34 £20.00"


def test_pack_send_deliver(paid, owner, look):
    page = press(owner, paid, "packing")
    assert "Marked as packed." in page.text()
    page = press(owner, paid, "shipments", carrier="Parcel House", tracking="PH 1")
    assert "letter" in page.text(".toasts")
    assert "PH 1" in page.text("#main")
    page = press(owner, paid, "delivery")

    assert look(paid).fulfilment_state is FulfilmentState.DELIVERED
    assert [(one.carrier, one.tracking) for one in look(paid).shipments] == [("Parcel House", "PH 1")]
    assert page.all("#next form") == []
    assert page.all("#cancel") == []


def test_the_timeline_says_who_did_what(paid, owner, sign_in, drain):
    walter = sign_in(Role.WAREHOUSE)
    press(walter, paid, "packing")
    press(owner, paid, "shipments", carrier="Van")
    drain()

    rows = open_order(owner, paid).texts("#timeline li")

    assert any(row.startswith("Packed") and row.endswith("Walter") for row in rows)
    assert any(row.startswith("Sent") and row.endswith("Van · Imogen") for row in rows)
    assert any(row.startswith("Ordered") for row in rows)
    assert any("Letter: How to pay" in row and "anna@example.org" in row for row in rows)


def test_without_a_carrier_nothing_is_sent_and_the_field_says_so(paid, owner, look):
    form = open_order(owner, paid).form("form[action$='/shipments']")

    answer = form.send(owner, carrier="   ", tracking="PH 1")

    page = Page(answer)
    assert answer.status_code == 422
    assert page.text("#carrier-error") == "Who carries it?"
    assert page.find("#carrier")["aria-invalid"] == "true"
    assert page.find("#tracking")["value"] == "PH 1"
    assert look(paid).fulfilment_state is FulfilmentState.RELEASED


@pytest.mark.parametrize("tracking", ["x" * 101, "x" * 5000])
def test_a_tracking_number_that_is_none_is_refused_beside_it(paid, owner, tracking):
    answer = open_order(owner, paid).form("form[action$='/shipments']").send(owner, tracking=tracking)

    assert answer.status_code == 422
    assert Page(answer).text("#tracking-error")


@pytest.mark.parametrize("end", ["packing", "shipments"])
def test_pressing_twice_does_it_once(paid, owner, look, end):
    form = open_order(owner, paid).form(f"form[action$='/{end}']")

    answers = [form.send(owner).status_code for _ in range(2)]

    assert answers == [303, 303]
    facts = open_order(owner, paid).texts("#timeline strong")
    assert facts.count({"packing": "Packed", "shipments": "Sent"}[end]) == 1
    assert len(look(paid).shipments) <= 1


def test_a_stale_button_says_what_the_order_is_now(paid, owner, look):
    stale = open_order(owner, paid).form("form[action$='/packing']")
    press(owner, paid, "shipments", carrier="Van")

    answer = stale.send(owner)

    assert answer.status_code == 303
    assert "can no longer be done" in open_order(owner, paid).text(".toasts")
    assert look(paid).fulfilment_state is FulfilmentState.SENT


def test_an_unpaid_order_offers_no_packing(place, owner):
    page = open_order(owner, place("transfer"))

    assert "#next" not in page
    assert "#money" in page


def test_cancelling_an_unpaid_order_charges_nothing(place, owner, look):
    placed = place("transfer")
    page = open_order(owner, placed)
    assert "Nothing was charged" in page.text("#cancel")

    page = press(owner, placed, "cancellation", reason="Asked by telephone")

    order = look(placed)
    assert (order.payment_state, order.fulfilment_state) == (PaymentState.VOID, FulfilmentState.CANCELLED)
    assert order.cancel_reason == "Asked by telephone"
    assert "Asked by telephone · Imogen" in page.text("#timeline")


def test_cancelling_a_card_order_refunds_at_the_gateway_and_credits_the_invoice(
    paid_by_card, owner, look, card_house, page_of
):
    page = press(owner, paid_by_card, "cancellation", reason="The glaze has a hair crack")

    money = card_house.money(page_of(paid_by_card))
    assert (money["captured"], money["refunded"]) == (2495, 2495)
    order = look(paid_by_card)
    assert (order.payment_state, order.fulfilment_state) == (PaymentState.REFUNDED, FulfilmentState.CANCELLED)
    papers = page.texts("#payments a")
    assert [words.split()[0] for words in papers] == ["Invoice", "Credit"]
    assert "Paid back" in page.text("#payments")


def test_cancelling_twice_refunds_once(paid_by_card, owner, card_house, page_of):
    form = open_order(owner, paid_by_card).form("form[action$='/cancellation']")

    answers = [form.send(owner).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert card_house.money(page_of(paid_by_card))["refunded"] == 2495
    assert len([row for row in open_order(owner, paid_by_card).texts("#payments .row") if "Refund" in row]) == 1


def test_a_sent_order_is_not_cancelled(paid, owner, look):
    stale = open_order(owner, paid).form("form[action$='/cancellation']")
    press(owner, paid, "shipments", carrier="Van")

    stale.send(owner)

    page = open_order(owner, paid)
    assert "can no longer be done" in page.text(".toasts")
    assert "#cancel" not in page
    assert look(paid).payment_state is PaymentState.PAID


def test_cancelling_while_the_gateway_is_away_says_so_and_can_be_tried_again(place, card_house, owner, look):
    placed = place("card")
    card_house.control(fail={"path": "checkout/sessions", "mode": "500-before", "times": 20})
    form = open_order(owner, placed).form("form[action$='/cancellation']")

    form.send(owner)
    page = open_order(owner, placed)
    if look(placed).is_cancelled:
        pytest.fail("nobody knows whether the payment page can still be paid")
    assert "does not answer" in page.text(".toasts")

    card_house.control(heal=True)
    press(owner, placed, "cancellation")
    assert look(placed).is_cancelled


def test_a_companys_order_is_released_by_hand(place, owner, look):
    placed = place("invoice", company="Lind Ltd")

    page = press(owner, placed, "release")

    assert look(placed).fulfilment_state is FulfilmentState.RELEASED
    assert "may be packed" in page.text(".toasts")
    assert [words.split()[0] for words in page.texts("#payments a")] == ["Invoice"]
    assert "#money" in page  # what is owed can be booked


def test_releasing_twice_or_too_late_is_harmless(place, owner, look):
    placed = place("invoice", company="Lind Ltd")
    form = open_order(owner, placed).form("form[action$='/release']")

    assert [form.send(owner).status_code for _ in range(2)] == [303, 303]
    press(owner, placed, "packing")
    assert form.send(owner).status_code == 303

    assert look(placed).fulfilment_state is FulfilmentState.PICKING
    assert "no longer" in open_order(owner, placed).text(".toasts")


@pytest.mark.parametrize("end", ["packing", "shipments", "delivery", "release", "cancellation", "payments"])
def test_an_order_that_does_not_exist_is_absent(owner, end):
    token = Page(owner.get("/admin/orders")).find("form[action='/account/logout'] input[name=csrf_token]")["value"]

    typed = {"csrf_token": token, "carrier": "Van", "amount": "1.00"}
    answer = owner.post(f"/admin/orders/E-22222222/{end}", data=typed)

    assert answer.status_code == 404


def test_an_unknown_order_is_a_page_that_says_so(owner):
    answer = owner.get("/admin/orders/E-22222222")

    assert answer.status_code == 404
    assert Page(answer).text("h1")


def test_the_warehouse_packs_and_sends_and_sees_no_money_forms(place, paid, sign_in):
    walter = sign_in(Role.WAREHOUSE)
    page = open_order(walter, paid)
    forms = [str(form["action"]).rsplit("/", 1)[1] for form in page.all("main form")]
    assert forms == ["packing", "shipments"]

    unpaid = open_order(walter, place("transfer", {"MUG": 1}))
    assert unpaid.all("main form") == []


def test_support_looks_and_does_nothing(place, sign_in):
    page = open_order(sign_in(Role.SUPPORT), place("transfer"))

    assert page.all("main form") == []
    assert "Anna Lind" in page.text("#main")
