"""The hosted page, used as a browser without scripts would use it."""

from __future__ import annotations

import http.client
from urllib.parse import urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.sandbox.checkouts import begin, line
from tests.support.sandbox import Sandbox

CARD = {
    "email": "anna@example.com",
    "name": "Anna",
    "number": "4242 4242 4242 4242",
    "expiry": "12 / 34",
    "code": "123",
}


class Visit:
    """One answer: its status, headers and page."""

    def __init__(self, address: str, sent: dict[str, str] | None = None) -> None:
        parts = urlsplit(address)
        peer = http.client.HTTPConnection(parts.netloc, timeout=20)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
        peer.request("GET" if sent is None else "POST", parts.path, sent and urlencode(sent), headers)
        answer = peer.getresponse()
        self.status, self.headers = answer.status, answer.headers
        self.location = answer.headers["Location"]
        self.page = BeautifulSoup(answer.read(), "html.parser")
        peer.close()

    @property
    def text(self) -> str:
        return " ".join(self.page.get_text(" ").split())


def test_the_page_shows_what_is_paid_for_and_that_it_is_a_sandbox(sandbox: Sandbox) -> None:
    session = begin(sandbox.client(), line_items=[line("<b>Plate</b> & cup", 1250, 2), line("Delivery", 499)])

    visit = Visit(session.url)

    assert visit.status == 200
    assert "Payment sandbox: no money moves" in visit.text
    assert "<b>Plate</b> & cup 2 × £12.50 £25.00" in visit.text
    assert "Total £29.99" in visit.text
    assert not visit.page.find_all("script")
    assert not visit.page.find_all(style=True)
    policy = visit.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "form-action 'self' http://127.0.0.1:8000" in policy
    assert visit.headers["Cache-Control"] == "no-store"


def test_paying_leads_back_to_the_shop_with_the_sessions_id(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())

    visit = Visit(session.url, CARD | {"action": "pay"})

    assert (visit.status, visit.location) == (303, f"http://127.0.0.1:8000/checkout/done?session={session.id}")
    again = sandbox.client().v1.checkout.sessions.retrieve(session.id)
    assert (again.payment_status, again.customer_details.email, again.customer_details.name) == (
        "paid",
        "anna@example.com",
        "Anna",
    )


def test_paying_twice_pays_once(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())
    Visit(session.url, CARD | {"action": "pay"})

    visit = Visit(session.url, CARD | {"action": "pay"})

    assert "This is paid for" in visit.text
    assert visit.page.select_one("a.main")["href"].endswith(session.id)
    assert sandbox.money(session.id)["successful_charges"] == 1


def test_a_declined_card_is_said_on_the_page(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())

    visit = Visit(session.url, CARD | {"number": "4000 0000 0000 9995", "action": "pay"})

    assert (visit.status, visit.location) == (303, f"/c/pay/{session.id}")
    assert "too little money" in Visit(session.url).page.select_one("[role=alert]").text


WRONG = [
    {"number": "4242 4242 4242 4241"},
    {"number": "4111 1111 1111 1111"},
    {"number": "٤٢٤٢"},
    {"expiry": "12 / 20"},
    {"expiry": "13/34"},
    {"code": "12"},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_no_card_has_is_refused_beside_the_form(sandbox: Sandbox, wrong: dict[str, str]) -> None:
    session = begin(sandbox.client())

    visit = Visit(session.url, CARD | wrong | {"action": "pay"})

    assert visit.status == 422
    assert visit.page.select_one("[role=alert]")
    assert visit.page.select_one("input[name=name]")["value"] == "Anna"
    assert sandbox.money(session.id)["captured"] == 0


def test_the_bank_asks_and_is_answered(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())

    asked = Visit(session.url, CARD | {"number": "4000002500003155", "action": "pay"})
    question = Visit(sandbox.origin + asked.location)
    answered = Visit(sandbox.origin + asked.location, {"proof": "yes"})

    assert "Is this you?" in question.text
    assert "http://127.0.0.1:8000" in question.headers["Content-Security-Policy"]
    assert answered.location.startswith("http://127.0.0.1:8000/checkout/done")
    assert sandbox.money(session.id)["captured"] == 2999


def test_refusing_the_bank_leads_back_to_the_form(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())
    asked = Visit(session.url, CARD | {"action": "3ds"})

    answered = Visit(sandbox.origin + asked.location, {"proof": "no"})

    assert answered.location == f"/c/pay/{session.id}"
    assert "could not confirm" in Visit(session.url).text


@pytest.mark.parametrize("when, timers", [("10", 1), ("never", 0)])
def test_paying_late_goes_back_unpaid(sandbox: Sandbox, when: str, timers: int) -> None:
    session = begin(sandbox.client())

    visit = Visit(session.url, CARD | {"action": "late", "when": when})
    unpaid = sandbox.money(session.id)["payment_status"]
    sandbox.control(advance=11)

    assert visit.status == 303
    assert unpaid == "unpaid"
    assert sandbox.money(session.id)["payment_status"] == ("paid" if timers else "unpaid")


def test_leaving_keeps_the_page_open(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())

    visit = Visit(session.url, {"action": "leave"})

    assert (visit.status, visit.location) == (303, "http://127.0.0.1:8000/checkout/review")
    assert sandbox.money(session.id)["status"] == "open"


def test_an_expired_page_says_so(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())
    sandbox.expire(session.id)

    assert "has expired" in Visit(session.url).text
    assert "has expired" in Visit(session.url, CARD | {"action": "pay"}).text
    assert sandbox.money(session.id)["captured"] == 0


def test_an_address_of_nothing_is_a_404(sandbox: Sandbox) -> None:
    assert Visit(f"{sandbox.origin}/c/pay/cs_test_nothing").status == 404


def test_the_desk_shows_payments_and_refunds_one(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())
    sandbox.pay(session.id)

    desk = Visit(sandbox.origin + "/")
    refunded = Visit(sandbox.origin + "/_control/refund", {"session": session.id, "amount": "499"})

    assert "E-7K2MQ4ZT" in desk.text
    assert "£29.99" in desk.text
    assert "complete, paid" in desk.text
    assert (refunded.status, refunded.location) == (303, "/")
    assert "£4.99 went back" in Visit(sandbox.origin + "/").text


def test_other_sites_cannot_open_the_control_door(sandbox: Sandbox) -> None:
    parts = urlsplit(sandbox.origin)
    peer = http.client.HTTPConnection(parts.netloc, timeout=20)
    peer.request("POST", "/_control/reset", b"", {"Sec-Fetch-Site": "cross-site"})

    assert peer.getresponse().status == 403
