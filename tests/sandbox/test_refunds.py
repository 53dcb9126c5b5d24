"""Money back: a part, the rest, and never a penny more."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import stripe

from tests.sandbox.checkouts import begin, paid
from tests.support.sandbox import Letterbox, Sandbox


def test_parts_add_up_to_the_whole_and_no_further(sandbox: Sandbox) -> None:
    client = sandbox.client()
    intent = paid(sandbox).payment_intent

    first = client.v1.refunds.create(
        params={"payment_intent": intent.id, "amount": 1000, "reason": "requested_by_customer"}
    )
    with pytest.raises(stripe.InvalidRequestError) as too_much:
        client.v1.refunds.create(params={"payment_intent": intent.id, "amount": 2000})
    rest = client.v1.refunds.create(params={"charge": intent.latest_charge.id})
    with pytest.raises(stripe.InvalidRequestError) as nothing_left:
        client.v1.refunds.create(params={"payment_intent": intent.id})

    assert (first.amount, first.status, rest.amount) == (1000, "succeeded", 1999)
    assert (too_much.value.param, too_much.value.http_status) == ("amount", 400)
    assert nothing_left.value.code == "charge_already_refunded"
    charge = client.v1.charges.retrieve(intent.latest_charge.id, params={"expand": ["refunds"]})
    assert charge.refunded
    assert charge.amount_refunded == 2999
    assert [refund.amount for refund in charge.refunds.data] == [1999, 1000]
    assert [refund.id for refund in client.v1.refunds.list(params={"payment_intent": intent.id}).data] == [
        rest.id,
        first.id,
    ]


def test_many_at_once_never_give_back_more_than_was_taken(sandbox: Sandbox) -> None:
    session = paid(sandbox)
    client = sandbox.client()

    def refund(_: int) -> bool:
        try:
            client.v1.refunds.create(params={"payment_intent": session.payment_intent.id, "amount": 1000})
        except stripe.InvalidRequestError:
            return False
        return True

    with ThreadPoolExecutor(20) as crowd:
        won = list(crowd.map(refund, range(20)))

    assert sum(won) == 2
    assert sandbox.money(session.id)["refunded"] == 2000


@pytest.mark.parametrize("wrong", [{"amount": 0}, {"amount": -5}, {"amount": "many"}, {"reason": "mood"}])
def test_a_senseless_refund_is_refused(sandbox: Sandbox, wrong: Any) -> None:
    session = paid(sandbox)

    with pytest.raises(stripe.InvalidRequestError):
        sandbox.client().v1.refunds.create(params={"payment_intent": session.payment_intent.id} | wrong)

    assert sandbox.money(session.id)["refunded"] == 0


def test_an_unpaid_intent_has_nothing_to_give_back(sandbox: Sandbox) -> None:
    client = sandbox.client()
    session = begin(client)
    sandbox.pay(session.id, how="decline")
    intent = client.v1.checkout.sessions.retrieve(session.id).payment_intent

    with pytest.raises(stripe.InvalidRequestError):
        client.v1.refunds.create(params={"payment_intent": intent})


def test_a_pending_refund_counts_at_once_and_ends_when_told(sandbox: Sandbox, letterbox: Letterbox) -> None:
    sandbox.control(refunds="pending")
    session = paid(sandbox)
    refund = sandbox.client().v1.refunds.create(params={"payment_intent": session.payment_intent.id})

    sandbox.settle_refund(refund.id, "succeeded")
    sandbox.wait_until_told()

    assert refund.status == "pending"
    assert sandbox.client().v1.refunds.retrieve(refund.id).status == "succeeded"
    assert {"refund.created", "charge.refunded", "refund.updated"} <= set(letterbox.types())


def test_a_failed_refund_leaves_the_money_with_the_shop(sandbox: Sandbox, letterbox: Letterbox) -> None:
    session = paid(sandbox)
    client = sandbox.client()
    refund = client.v1.refunds.create(params={"payment_intent": session.payment_intent.id, "amount": 999})

    sandbox.settle_refund(refund.id, "failed")
    sandbox.wait_until_told()

    assert client.v1.refunds.retrieve(refund.id).failure_reason
    assert sandbox.money(session.id)["refunded"] == 0
    assert "refund.failed" in letterbox.types()
    assert client.v1.refunds.create(params={"payment_intent": session.payment_intent.id}).amount == 2999


def test_the_card_that_cannot_be_refunded_says_so_a_moment_later(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())
    sandbox.pay(session.id, card="4000000000005126")

    refund = sandbox.refund(session.id)
    sandbox.control(advance=3)

    assert refund["status"] == "succeeded"
    assert sandbox.client().v1.refunds.retrieve(refund["refund"]).status == "failed"


def test_a_refund_at_the_dashboard_reaches_the_shop_as_an_event(sandbox: Sandbox, letterbox: Letterbox) -> None:
    session = paid(sandbox)

    sandbox.refund(session.id, 500)
    sandbox.wait_until_told()

    refunded = next(event for event in letterbox.events() if event.type == "charge.refunded")
    assert refunded.data.object["amount_refunded"] == 500
    assert refunded.data.previous_attributes["amount_refunded"] == 0
    assert refunded.request.idempotency_key is None
