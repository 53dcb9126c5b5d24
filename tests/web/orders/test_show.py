"""The order's own page: the state in words, the story, and who may see it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from elite import settlement
from elite.kernel import clock
from tests.support.pages import HTMX, Page


@pytest.fixture
def act(house):
    """`act(settlement.mark_packed, placed)`: the desk does something."""

    def do(what, placed, *more):
        with house.app_context():
            what(placed.order_number, *more, by=None)

    return do


def open_page(client, placed):
    return Page(client.get(f"/o/{placed.token}"))


def test_a_transfer_says_what_to_pay_where_and_by_when(place, client):
    placed = place("transfer", event_date="2030-06-01")

    page = open_page(client, placed)

    assert page.text("#state h1") == "Almost yours."
    for words in ("£24.95", placed.order_number, "GB33 BUKB 2020 1555 5555 55", "Elite Events Ltd", "until"):
        assert words in page.text("#state")
    assert page.texts(".timeline strong") == ["Ordered", "Paid", "On the road", "At your door"]
    assert page.text(".timeline [aria-current=step] strong") == "Paid"
    assert "2 pieces" in page.text(".receipt")
    assert "hx-get" not in page.find("#state").attrs  # nothing changes by itself


def test_the_story_goes_on_with_the_goods(place, book, act, client):
    placed = place("transfer")
    book(placed)
    assert open_page(client, placed).text("#state h1") == "Thank you. We start packing."

    act(settlement.mark_packed, placed)
    assert open_page(client, placed).text("#state h1") == "We are packing it."

    act(settlement.send_order, placed, settlement.Parcel(carrier="Parcel House", tracking="PH 7"))
    page = open_page(client, placed)
    assert page.text("#state h1") == "It is on its way."
    assert "PH 7" in page.text("[aria-labelledby=parcel-title]")

    act(settlement.mark_delivered, placed)
    page = open_page(client, placed)
    assert page.text("#state h1") == "It is with you."
    assert page.all(".timeline .is-now, .timeline .is-later") == []


def test_a_companys_order_waits_for_a_colleague_then_says_where_to_pay(place, act, client):
    placed = place("invoice", company="Lind Ltd")
    page = open_page(client, placed)
    assert "A colleague looks at it first" in page.text("#state")
    assert "Looked at by a colleague" in page.texts(".timeline strong")

    act(settlement.release_order, placed)
    page = open_page(client, placed)
    assert page.text("#state h1") == "Your order is agreed."
    assert "GB33 BUKB" in page.text("#state")
    assert "Pay another way" not in page.text("#state")  # its goods have left the books


def test_an_order_that_lapsed_says_so_and_leads_to_the_cart(place, house, client):
    placed = place("transfer")
    with house.app_context():
        clock.freeze(clock.now() + timedelta(days=8))
        settlement.sweep()
        clock.thaw()

    page = open_page(client, placed)

    assert page.text("#state h1") == "This order has lapsed."
    assert page.find("#main a.button[href='/cart']")
    assert ".order-pay" not in page
    assert page.all("#main form") == []


def test_an_order_cancelled_by_the_shop_says_what_happens_to_the_money(place, book, act, client):
    placed = place("transfer")
    book(placed)
    act(settlement.cancel, placed)

    page = open_page(client, placed)

    assert page.text("#state h1") == "This order is cancelled."
    assert "goes back" in page.text("#state")
    assert "#state .order-pay" not in page


def test_the_shopper_never_reads_who_at_the_desk_did_it(place, sign_in, client):
    placed = place("transfer")
    owner = sign_in()
    Page(owner.get(f"/admin/orders/{placed.order_number}")).form("form[action$='/payments']").send(owner)

    assert "Imogen" not in open_page(client, placed).text()


@pytest.mark.parametrize("end", ["", "/status", "/invoice.pdf", "/credit-note.pdf"])
def test_only_the_right_secret_opens_it(place, client, end):
    placed = place("transfer")

    for token in ("x" * 32, placed.order_number, placed.token[:-1], placed.token.swapcase(), "%00", "nothing"):
        answer = client.get(f"/o/{token}{end}")
        assert answer.status_code == 404, token
        assert placed.order_number not in answer.text


@pytest.mark.parametrize("end", ["/payment", "/cancellation"])
def test_nothing_is_done_with_a_wrong_secret(client, house, end):
    assert client.post(f"/o/{'x' * 32}{end}").status_code == 404


@pytest.mark.parametrize("end", ["", "/status"])
def test_the_page_is_kept_by_nobody_and_its_secret_leaves_with_no_link(place, client, end):
    answer = client.get(f"/o/{place('transfer').token}{end}")

    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert Page(answer).find("meta[name=robots]")["content"] == "noindex"
    assert "Set-Cookie" not in answer.headers


def test_while_the_payment_page_is_open_the_part_looks_again_and_stays_as_it_is(place, card_house, client):
    placed = place("card")
    state = open_page(client, placed).find("#state")
    assert state["hx-trigger"] == "every 3s"

    answer = client.get(str(state["hx-get"]), headers=HTMX)

    assert (answer.status_code, answer.data) == (204, b"")


def test_once_paid_the_part_comes_anew_and_stops_asking(place, card_house, client, page_of):
    placed = place("card")
    asks = str(open_page(client, placed).find("#state")["hx-get"])
    card_house.pay(page_of(placed))

    answer = client.get(asks, headers=HTMX)

    page = Page(answer)
    assert answer.status_code == 200
    assert "html" not in page
    assert page.text("#state h1") == "Thank you. We start packing."
    assert "hx-get" not in page.find("#state").attrs
    assert page.text("#state a[href$='/invoice.pdf']").startswith("Invoice")


def test_without_a_script_a_link_looks_again(place, card_house, client, page_of):
    placed = place("card")
    link = next(a for a in open_page(client, placed).all("#state a") if a.get_text(strip=True) == "Look again")
    card_house.pay(page_of(placed))

    page = Page(client.get(str(link["href"])))

    assert page.text("#state h1") == "Thank you. We start packing."
    assert "header" in page


def test_a_bank_that_decides_later_is_waited_for(place, card_house, client, page_of):
    placed = place("card")
    card_house.pay(page_of(placed), how="late")
    client.get(f"/o/{placed.token}?returned=1")

    page = open_page(client, placed)
    assert page.text("#state h1") == "Your bank is still deciding."
    assert page.find("#state")["hx-get"]
    assert ".order-pay" not in page

    card_house.arrive(page_of(placed))
    clock.freeze(clock.now() + timedelta(seconds=5))
    part = Page(client.get(str(page.find("#state")["hx-get"]), headers=HTMX))
    assert part.text("#state h1") == "Thank you. We start packing."


def test_coming_back_from_paying_is_right_before_any_webhook(place, card_house, client, page_of):
    placed = place("card")
    card_house.pay(page_of(placed))

    answer = client.get(f"/o/{placed.token}?returned=1")

    assert (answer.status_code, answer.location) == (303, f"/o/{placed.token}")
    assert open_page(client, placed).text("#state h1") == "Thank you. We start packing."


def test_with_the_gateway_away_the_page_still_opens(place, card_house, client):
    placed = place("card")
    card_house.control(fail={"path": "*", "mode": "500-before", "times": 50})

    assert client.get(f"/o/{placed.token}?returned=1").status_code == 303
    assert client.get(f"/o/{placed.token}/status").status_code == 200
    assert open_page(client, placed).text("#state h1") == "It is not paid yet."


def test_names_and_notes_are_shown_as_they_were_typed(place, client):
    placed = place("transfer", name="<b>Anna</b> & Søn", note="<script>alert(1)</script>")

    answer = client.get(f"/o/{placed.token}")

    assert "<script>alert(1)" not in answer.text
    assert "<b>Anna</b> & Søn" in Page(answer).text("#state")
