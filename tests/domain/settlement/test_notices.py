"""What the gateway tells us: once, in any order, late or forged, it ends the same way."""

from __future__ import annotations

import itertools
import json
import time
from datetime import timedelta

import pytest
import stripe
from sqlalchemy import select, update

from elite import settlement
from elite.kernel import clock, events
from elite.kernel.db import session
from elite.kernel.transaction import transaction
from elite.orders import PaymentState
from elite.payments import Inbox, InboxState, State
from elite.refunds import RefundState, list_refunds
from tests.support.buying import prepare, shelve
from tests.support.cards import order_of, page_of, payment_of
from tests.support.invariants import breaches, check_money
from tests.support.sandbox import SECRET

URL = "/webhooks/stripe"


def order(**typed: str) -> settlement.Placed:
    shelve("Plate", "10.00", units=5)
    return settlement.place(prepare({"PLATE": 2}, payment_method="card", **typed))


def signed(event: dict[str, object], secret: str = SECRET, at: int | None = None) -> tuple[bytes, dict[str, str]]:
    raw = json.dumps(event)
    header = stripe.WebhookSignature.generate_signature_header(raw, secret, timestamp=at or int(time.time()))
    return raw.encode(), {"Stripe-Signature": header}


def event(event_id: str = "evt_1", kind: str = "checkout.session.completed", **more: object) -> dict[str, object]:
    told = {"id": "cs_none", "object": "checkout.session", "metadata": {}}
    return {"id": event_id, "type": kind, "created": 1, "livemode": False, "data": {"object": told}, **more}


def inbox() -> dict[str, InboxState]:
    session.remove()
    return {row.event_id: row.state for row in session.scalars(select(Inbox))}


def test_a_webhook_settles_the_order(sandbox, letterbox, client):
    placed = order()
    sandbox.pay(page_of(placed))
    sandbox.wait_until_told()

    for raw, header in letterbox.taken:
        assert client.post(URL, data=raw, headers={"Stripe-Signature": header}).status_code == 200
    assert order_of(placed).payment_state is PaymentState.AWAITING  # stored first, understood later
    settlement.process_inbox()

    assert order_of(placed).payment_state is PaymentState.PAID
    assert set(inbox().values()) <= {InboxState.DONE, InboxState.IGNORED}
    assert breaches(finished=True) == []


def test_the_same_notice_fifty_times_is_one_row(sandbox, letterbox, client):
    placed = order()
    sandbox.pay(page_of(placed))
    sandbox.wait_until_told()
    raw, header = next(one for one in letterbox.taken if b'"checkout.session.completed"' in one[0])

    for _ in range(50):
        assert client.post(URL, data=raw, headers={"Stripe-Signature": header}).status_code == 200
    for _ in range(3):
        settlement.process_inbox()

    assert len(inbox()) == 1
    session.remove()
    assert [fact.name for fact in events.history(placed.order_number)].count("OrderPaid") == 1


@pytest.mark.parametrize("order_of_arrival", list(itertools.permutations(range(3))), ids=str)
def test_any_order_of_arrival_ends_the_same(sandbox, letterbox, client, order_of_arrival):
    placed = order()
    page = page_of(placed)
    sandbox.pay(page)
    sandbox.refund(page)  # at the gateway's dashboard, without us
    sandbox.wait_until_told()
    wanted = (b'"checkout.session.completed"', b'"payment_intent.succeeded"', b'"charge.refunded"')
    all_told = [next(one for one in letterbox.taken if kind in one[0]) for kind in wanted]
    told = [all_told[place] for place in order_of_arrival]

    for raw, header in [*told, *reversed(told)]:
        assert client.post(URL, data=raw, headers={"Stripe-Signature": header}).status_code == 200
        settlement.process_inbox()

    assert (order_of(placed).payment_state, payment_of(placed).state) == (PaymentState.PAID, State.SUCCEEDED)


def test_forged_old_and_foreign_notices_are_refused_and_leave_no_trace(app, client):
    now = int(time.time())
    live = event(livemode=True)
    foreign = event(account="acct_other")
    cases = {
        "no signature": (json.dumps(event()).encode(), {}),
        "nonsense": (b"{}", {"Stripe-Signature": "t=1,v1=00"}),
        "wrong secret": signed(event(), "whsec_other"),
        "too old": signed(event(), at=now - 4000),
        "live in test": signed(live),
        "another account": signed(foreign),
        "swapped body": (json.dumps(event("evt_2")).encode(), signed(event())[1]),
        "not json": (b"\xff\xfe", signed(event())[1]),
        "a list": signed([]),  # type: ignore[arg-type]
    }

    for name, (raw, headers) in cases.items():
        answer = client.post(URL, data=raw, headers=headers)
        assert answer.status_code == 400, name
        assert "Set-Cookie" not in answer.headers, name
    assert inbox() == {}


def test_a_huge_body_is_refused_before_it_is_read(app, client):
    assert client.post(URL, data=b"x" * (256 * 1024 + 1), headers={"Stripe-Signature": "t=1,v1=0"}).status_code == 413


def test_both_secrets_work_while_one_replaces_the_other(app, client):
    from dataclasses import replace

    from elite.kernel.settings import settings, use_settings

    use_settings(replace(settings(), stripe_webhook_secret="whsec_new,whsec_old"))

    for number, secret in enumerate(("whsec_old", "whsec_new")):
        raw, headers = signed(event(f"evt_{number}"), secret)
        assert client.post(URL, data=raw, headers=headers).status_code == 200
    assert len(inbox()) == 2


def test_what_we_do_not_know_is_kept_and_ignored(app, client):
    raw, headers = signed(event(kind="customer.created"))

    assert client.post(URL, data=raw, headers=headers).status_code == 200
    settlement.process_inbox()

    assert inbox() == {"evt_1": InboxState.IGNORED}


def test_a_shoppers_data_is_never_stored(app, client):
    told = {
        "id": "cs_1",
        "object": "checkout.session",
        "customer_email": "anna@example.org",
        "metadata": {"payment": "p"},
    }
    raw, headers = signed({**event(), "data": {"object": told}})
    client.post(URL, data=raw, headers=headers)

    payload = session.scalar(select(Inbox.payload))

    assert "anna" not in json.dumps(payload) and payload["reference"] == {"payment": "p"}


def test_a_notice_about_something_unknown_is_parked_and_at_last_given_to_people(app, client):
    raw, headers = signed(event())
    client.post(URL, data=raw, headers=headers)

    for _ in range(30):
        settlement.process_inbox()
        clock.freeze(clock.now() + timedelta(hours=7))

    row = session.get(Inbox, "evt_1")
    assert (row.state, row.tries) == (InboxState.DEAD, 12)
    assert "Unknown" in row.last_error


def test_a_page_we_never_recorded_is_known_by_its_key(sandbox, letterbox, client):
    """Killed after the gateway had opened the page, before its answer was stored; somebody pays there all the same."""
    from elite.payments import Payment

    placed = order()
    page = page_of(placed)
    with transaction():
        session.execute(update(Payment).values(session_id=None, url=None, state=State.CREATED))
    sandbox.pay(page)
    sandbox.wait_until_told()
    for raw, header in letterbox.taken:
        client.post(URL, data=raw, headers={"Stripe-Signature": header})

    settlement.process_inbox()

    assert payment_of(placed).session_id == page
    assert order_of(placed).payment_state is PaymentState.PAID
    assert check_money(sandbox.state()) == []


def test_a_lease_is_respected_until_it_runs_out_and_a_mad_one_is_not(app, client):
    raw, headers = signed(event(kind="checkout.session.expired"))
    client.post(URL, data=raw, headers=headers)

    def lease(until: timedelta) -> None:
        with transaction():
            session.execute(update(Inbox).values(lease_until=clock.database_now() + until))

    lease(timedelta(seconds=50))
    assert settlement.process_inbox() == 0
    lease(timedelta(seconds=-1))
    assert settlement.process_inbox() == 1
    lease(timedelta(days=1))  # somebody's clock was wrong
    clock.freeze(clock.now() + timedelta(minutes=1))
    assert settlement.process_inbox() == 1


def test_refunds_converge_by_their_notices(sandbox, letterbox, client):
    sandbox.control(refunds="pending")
    placed = order()
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)
    settlement.cancel(placed.order_number, by=1)
    refund = list_refunds(order_of(placed).id)[0]
    assert refund.state is RefundState.PENDING

    sandbox.settle_refund(refund.gateway_id, "failed")
    sandbox.wait_until_told()
    for raw, header in reversed(letterbox.taken):
        client.post(URL, data=raw, headers={"Stripe-Signature": header})
    settlement.process_inbox()

    failed, owed = list_refunds(order_of(placed).id)
    assert failed.state is RefundState.FAILED
    # The order is cancelled, so the money still goes back: now a colleague has to send it.
    assert (owed.state, owed.by_hand, owed.amount) == (RefundState.REQUESTED, True, failed.amount)


def test_a_dispute_is_told_once(sandbox, letterbox, client):
    placed = order()
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)
    sandbox.dispute(page_of(placed))
    sandbox.wait_until_told()

    for raw, header in letterbox.taken * 2:
        client.post(URL, data=raw, headers={"Stripe-Signature": header})
    settlement.process_inbox()

    session.remove()
    assert [fact.name for fact in events.history(placed.order_number)].count("DisputeOpened") == 1


def test_while_the_database_is_away_the_gateway_is_told_to_come_again(app, client):
    from sqlalchemy import text

    from elite.kernel.db import WRITING, db

    engine = db.engines[WRITING]
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE webhook_inbox RENAME TO away"))
    try:
        raw, headers = signed(event())
        answer = client.post(URL, data=raw, headers=headers)
    finally:
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE away RENAME TO webhook_inbox"))

    assert answer.status_code == 503 and "Retry-After" in answer.headers


def test_a_refund_made_at_the_dashboard_is_left_to_people(sandbox):
    """Money that went back without us is not guessed at; its notice waits in the list of those that need a person."""
    placed = order()
    sandbox.pay(page_of(placed))
    settlement.refresh(placed.token)
    sandbox.refund(page_of(placed))

    assert check_money(sandbox.state()) != []
    assert payment_of(placed).refunded.minor == 0
