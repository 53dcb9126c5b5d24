"""What may happen between the shop's two addresses, and what the gateway says of it afterwards."""

from __future__ import annotations

import pytest
import stripe

from tests.sandbox.checkouts import begin, paid
from tests.support.sandbox import Letterbox, Sandbox, SandboxRefused, until


def test_a_paid_session_has_one_charge_of_the_whole_amount(sandbox: Sandbox) -> None:
    session = paid(sandbox)

    intent = session.payment_intent
    assert (session.status, session.payment_status, session.url) == ("complete", "paid", None)
    assert (intent.status, intent.amount_received, intent.metadata.to_dict()) == (
        "succeeded",
        2999,
        {"payment_id": "41"},
    )
    charge = intent.latest_charge
    assert charge.captured
    assert charge.paid
    assert charge.amount_captured == 2999
    assert charge.payment_method_details.card.last4 == "4242"
    assert sandbox.money(session.id)["successful_charges"] == 1


def test_a_declined_card_leaves_the_page_open_for_another(sandbox: Sandbox) -> None:
    client = sandbox.client()
    session = begin(client)

    assert sandbox.pay(session.id, how="decline")["outcome"] == "declined"
    refused = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    sandbox.pay(session.id)
    settled = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})

    assert (refused.status, refused.payment_intent.status) == ("open", "requires_payment_method")
    assert refused.payment_intent.last_payment_error.decline_code == "generic_decline"
    assert settled.payment_intent.id == refused.payment_intent.id
    assert (settled.payment_status, settled.payment_intent.last_payment_error) == ("paid", None)
    charges = client.v1.charges.list(params={"payment_intent": settled.payment_intent.id}).data
    assert [charge.status for charge in charges] == ["succeeded", "failed"]
    assert sandbox.money(session.id)["captured"] == 2999


@pytest.mark.parametrize("number, code", [("4000000000009995", "card_declined"), ("4000000000000069", "expired_card")])
def test_cards_fail_for_their_own_reasons(sandbox: Sandbox, number: str, code: str) -> None:
    client = sandbox.client()
    session = begin(client)

    sandbox.pay(session.id, card=number)

    again = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    assert again.payment_intent.last_payment_error.code == code


def test_the_bank_is_asked_before_the_money_goes(sandbox: Sandbox) -> None:
    client = sandbox.client()
    session = begin(client)

    asked = sandbox.pay(session.id, how="3ds")
    waiting = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    sandbox.pay(session.id, how="3ds", proof=True)

    assert asked["outcome"] == "challenged"
    assert waiting.payment_intent.status == "requires_action"
    assert waiting.payment_intent.next_action.redirect_to_url.url.endswith("/challenge")
    assert sandbox.money(session.id)["captured"] == 2999


def test_no_proof_no_money(sandbox: Sandbox) -> None:
    client = sandbox.client()
    session = begin(client)

    assert sandbox.pay(session.id, how="3ds", proof=False)["outcome"] == "declined"

    again = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    assert again.payment_intent.last_payment_error.code == "payment_intent_authentication_failure"
    assert sandbox.money(session.id)["captured"] == 0


def test_late_money_completes_the_page_unpaid_and_comes_when_told(sandbox: Sandbox, letterbox: Letterbox) -> None:
    client = sandbox.client()
    session = begin(client)

    sandbox.pay(session.id, how="late")
    waiting = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    sandbox.arrive(session.id)
    sandbox.wait_until_told()

    assert (waiting.status, waiting.payment_status, waiting.payment_intent.status) == (
        "complete",
        "unpaid",
        "processing",
    )
    assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"
    assert {"checkout.session.completed", "checkout.session.async_payment_succeeded"} <= set(letterbox.types())
    assert sandbox.money(session.id)["captured"] == 2999
    with pytest.raises(SandboxRefused):
        sandbox.arrive(session.id)


def test_late_money_may_never_come(sandbox: Sandbox, letterbox: Letterbox) -> None:
    session = begin(sandbox.client())

    sandbox.pay(session.id, how="late")
    sandbox.arrive(session.id, succeeded=False)
    sandbox.wait_until_told()

    assert "checkout.session.async_payment_failed" in letterbox.types()
    assert (sandbox.money(session.id)["status"], sandbox.money(session.id)["captured"]) == ("complete", 0)


def test_late_money_comes_by_itself_after_its_time(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())

    sandbox.pay(session.id, how="late", seconds=30)
    sandbox.control(advance=31)

    assert sandbox.money(session.id)["payment_status"] == "paid"


def test_a_session_expires_when_its_time_has_come(sandbox: Sandbox, letterbox: Letterbox) -> None:
    client = sandbox.client()
    session = begin(client)
    sandbox.pay(session.id, how="decline")

    sandbox.control(advance=36 * 60)

    expired = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    assert (expired.status, expired.payment_intent.status) == ("expired", "canceled")
    until(lambda: "checkout.session.expired" in letterbox.types(), "the expiry is told")
    with pytest.raises(SandboxRefused):
        sandbox.pay(session.id)


def test_a_paid_session_cannot_expire(sandbox: Sandbox) -> None:
    session = paid(sandbox)

    with pytest.raises(stripe.InvalidRequestError):
        sandbox.client().v1.checkout.sessions.expire(session.id)

    assert sandbox.money(session.id)["status"] == "complete"


def test_proof_after_expiry_takes_nothing(sandbox: Sandbox) -> None:
    client = sandbox.client()
    session = begin(client)
    sandbox.pay(session.id, how="3ds")

    client.v1.checkout.sessions.expire(session.id)

    with pytest.raises(SandboxRefused):
        sandbox.pay(session.id, how="3ds", proof=True)
    assert sandbox.money(session.id)["captured"] == 0


def test_an_intent_of_a_session_cannot_be_canceled_behind_its_back(sandbox: Sandbox) -> None:
    client = sandbox.client()
    session = begin(client)
    sandbox.pay(session.id, how="decline")
    intent = client.v1.checkout.sessions.retrieve(session.id).payment_intent

    with pytest.raises(stripe.InvalidRequestError) as no:
        client.v1.payment_intents.cancel(intent)

    assert no.value.code == "payment_intent_unexpected_state"


def test_a_dispute_takes_the_charge_away_from_refunds(sandbox: Sandbox, letterbox: Letterbox) -> None:
    session = paid(sandbox)

    sandbox.dispute(session.id)

    with pytest.raises(stripe.InvalidRequestError) as no:
        sandbox.client().v1.refunds.create(params={"payment_intent": session.payment_intent.id})
    assert no.value.code == "charge_disputed"
    until(lambda: "charge.dispute.created" in letterbox.types(), "the dispute is told")
