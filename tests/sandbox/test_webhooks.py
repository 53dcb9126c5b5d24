"""Events arrive signed, at least once, in any order: as a real gateway's do."""

from __future__ import annotations

import pytest
import stripe

from tests.sandbox.checkouts import begin, paid
from tests.support.sandbox import SECRET, Letterbox, Sandbox, until

STORY = ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"]


def test_a_payment_is_told_signed_and_in_full(sandbox: Sandbox, letterbox: Letterbox) -> None:
    session = paid(sandbox)

    events = letterbox.wait_for(4)

    assert sorted(event.type for event in events) == sorted(STORY)
    completed = next(event for event in events if event.type == "checkout.session.completed")
    assert completed.id.startswith("evt_")
    assert completed.api_version == stripe.api_version
    assert not completed.livemode
    assert completed.data.object["id"] == session.id
    assert completed.data.object["payment_status"] == "paid"
    assert "_line_items" not in completed.data.object


def test_a_changed_or_foreign_letter_fails_the_signature(sandbox: Sandbox, letterbox: Letterbox) -> None:
    paid(sandbox)
    letterbox.wait_for(1)
    body, signature = letterbox.taken[0]

    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body.replace(b"gbp", b"usd"), signature, SECRET)
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body, signature, "whsec_other")


def test_an_event_knows_the_request_that_caused_it(sandbox: Sandbox, letterbox: Letterbox) -> None:
    client = sandbox.client()
    session = begin(client)

    client.v1.checkout.sessions.expire(session.id, options={"idempotency_key": "expire-41"})

    (event,) = letterbox.wait_for(1)
    assert event.type == "checkout.session.expired"
    assert event.request.idempotency_key == "expire-41"
    assert event.request.id.startswith("req_")


def test_a_shop_that_fails_is_told_again(sandbox: Sandbox, letterbox: Letterbox) -> None:
    letterbox.answers = [500, 503]
    session = begin(sandbox.client())

    sandbox.expire(session.id)

    events = letterbox.wait_for(3)
    assert len({event.id for event in events}) == 1
    sandbox.wait_until_told()
    (delivery,) = sandbox.state()["events"][0]["deliveries"]
    assert (delivery["state"], delivery["tries"], delivery["said"]) == ("sent", 3, "200")


@pytest.mark.parametrize("mode, copies", [("duplicate", 2), ("triple", 3)])
def test_copies_are_the_same_event(sandbox: Sandbox, letterbox: Letterbox, mode: str, copies: int) -> None:
    sandbox.control(webhooks=mode)

    sandbox.expire(begin(sandbox.client()).id)

    events = letterbox.wait_for(copies)
    sandbox.wait_until_told()
    assert len(letterbox.taken) == copies
    assert len({event.id for event in events}) == 1


def test_held_letters_leave_in_the_order_asked_for(sandbox: Sandbox, letterbox: Letterbox) -> None:
    sandbox.control(webhooks="hold")
    paid(sandbox)
    assert letterbox.taken == []

    delivered = sandbox.release("reversed")

    assert [one["type"] for one in delivered] == STORY[::-1]
    assert letterbox.types() == STORY[::-1]
    assert {one["said"] for one in delivered} == {"200"}
    assert sandbox.release() == []


def test_one_letter_fifty_times_at_one_instant(sandbox: Sandbox, letterbox: Letterbox) -> None:
    sandbox.control(webhooks="hold")
    sandbox.expire(begin(sandbox.client()).id)

    delivered = sandbox.release(times=50, together=True)

    assert [one["said"] for one in delivered] == ["200"] * 50
    assert len(letterbox.taken) == 50


def test_shuffled_letters_all_arrive(sandbox: Sandbox, letterbox: Letterbox) -> None:
    sandbox.control(webhooks="shuffle")
    for _ in range(6):
        paid(sandbox)

    letterbox.wait_for(24)

    assert sorted(letterbox.types()) == sorted(STORY * 6)
    told = [event["id"] for event in sandbox.state()["events"]]
    assert [event.id for event in letterbox.events()] != told


def test_dropped_letters_can_still_be_found_and_sent_again(sandbox: Sandbox, letterbox: Letterbox) -> None:
    sandbox.control(webhooks="drop")
    session = paid(sandbox)

    missed = sandbox.client().v1.events.list(params={"types": ["checkout.session.completed"], "limit": 100}).data
    assert letterbox.taken == []
    assert [event.data.object["id"] for event in missed] == [session.id]
    sandbox.resend(missed[0].id, times=2)

    letterbox.wait_for(2)
    assert letterbox.types() == ["checkout.session.completed"] * 2


def test_letters_that_waited_for_the_shop_come_when_it_is_back(sandbox: Sandbox, letterbox: Letterbox) -> None:
    sandbox.control(webhook_url="http://127.0.0.1:9/gone")
    sandbox.expire(begin(sandbox.client()).id)
    until(lambda: sandbox.state()["events"][0]["deliveries"][0]["tries"] >= 1, "the sandbox has tried")

    sandbox.control(webhook_url=letterbox.address)

    letterbox.wait_for(1)
