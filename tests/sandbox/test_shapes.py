"""No field is invented: everything the sandbox answers with has a name that the SDK's own classes know."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from tests.sandbox.checkouts import begin, paid
from tests.support.sandbox import Sandbox


def _known(kind: type) -> set[str]:
    return {name for each in kind.__mro__ for name in getattr(each, "__annotations__", {})}


def test_every_field_is_one_of_the_sdk(sandbox: Sandbox) -> None:
    client = sandbox.client()
    session = paid(sandbox)
    refund = client.v1.refunds.create(params={"payment_intent": session.payment_intent.id, "amount": 100})
    sandbox.dispute(session.id)
    things: list[Any] = [
        session,
        session.payment_intent,
        session.payment_intent.latest_charge,
        refund,
        client.v1.disputes.list().data[0],
        client.v1.events.list().data[0],
        client.v1.checkout.sessions.line_items.list(session.id).data[0],
        client.v1.checkout.sessions.line_items.list(session.id).data[0].price,
    ]

    for thing in things:
        assert type(thing) is not stripe.StripeObject
        assert set(thing.to_dict()) - _known(type(thing)) == set(), type(thing).__name__


def test_the_notes_of_the_sandbox_stay_inside(sandbox: Sandbox) -> None:
    session = begin(sandbox.client())

    assert "_line_items" not in session.last_response.body
    assert "_payment_intent_data" not in str(sandbox.state())


@pytest.mark.parametrize(
    "change", [{"discounts": [{"coupon": "TEN"}]}, {"automatic_tax": {"enabled": True}}, {"mode": "subscription"}]
)
def test_what_stripe_knows_and_the_sandbox_does_not_is_refused_aloud(sandbox: Sandbox, change: dict[str, Any]) -> None:
    with pytest.raises(stripe.InvalidRequestError) as no:
        begin(sandbox.client(), **change)

    assert no.value.code == "sandbox_unsupported"


def test_another_version_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="speaks"):
        sandbox.client().v1.checkout.sessions.list(options={"stripe_version": "2020-08-27"})
