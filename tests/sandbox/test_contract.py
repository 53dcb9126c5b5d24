"""What the shop relies on, asked of the sandbox and, with STRIPE_TEST_KEY set, of Stripe itself in test mode."""

from __future__ import annotations

import os
import time
import uuid
from typing import Any

import pytest
import stripe

from tests.sandbox.checkouts import begin, checkout, line

TEST_KEY = os.environ.get("STRIPE_TEST_KEY", "")


@pytest.fixture(params=["sandbox", "stripe"])
def client(request: pytest.FixtureRequest) -> stripe.StripeClient:
    if request.param == "sandbox":
        return request.getfixturevalue("sandbox").client()
    if not TEST_KEY.startswith("sk_test_"):
        pytest.skip("STRIPE_TEST_KEY is not set: the same contract was not asked of Stripe's test mode.")
    return stripe.StripeClient(TEST_KEY)


def test_a_new_session_is_open_and_has_a_page(client: stripe.StripeClient) -> None:
    session = begin(client)

    assert (session.status, session.payment_status, session.mode) == ("open", "unpaid", "payment")
    assert (session.amount_total, session.amount_subtotal, session.currency) == (2999, 2999, "gbp")
    assert session.url
    assert session.id in session.url
    assert session.id.startswith("cs_test_")
    assert not session.livemode
    assert session.client_reference_id == "E-7K2MQ4ZT"
    assert session.metadata.to_dict() == {"payment_id": "41"}


def test_a_session_can_be_read_with_its_lines(client: stripe.StripeClient) -> None:
    session = begin(client)

    again = client.v1.checkout.sessions.retrieve(
        session.id, params={"expand": ["line_items", "payment_intent.latest_charge"]}
    )

    assert [item.description for item in again.line_items.data] == ["Halo dinner plate", "Delivery"]
    assert [item.amount_total for item in again.line_items.data] == [2500, 499]
    assert again.payment_intent is None
    assert len(client.v1.checkout.sessions.line_items.list(session.id).data) == 2


def test_an_expired_session_has_no_page_and_cannot_expire_twice(client: stripe.StripeClient) -> None:
    session = begin(client)

    expired = client.v1.checkout.sessions.expire(session.id)

    assert (expired.status, expired.url) == ("expired", None)
    with pytest.raises(stripe.InvalidRequestError) as no:
        client.v1.checkout.sessions.expire(session.id)
    assert no.value.http_status == 400


def test_a_list_is_newest_first_and_comes_in_pages(client: stripe.StripeClient) -> None:
    since = int(time.time()) - 5
    ids = [begin(client).id for _ in range(5)]

    first = client.v1.checkout.sessions.list(params={"limit": 2, "created": {"gte": since}})
    second = client.v1.checkout.sessions.list(params={"limit": 2, "starting_after": first.data[-1].id})
    back = client.v1.checkout.sessions.list(params={"limit": 2, "ending_before": second.data[0].id})

    assert first.has_more
    assert second.has_more
    assert [session.id for session in [*first.data, *second.data]] == ids[:0:-1]
    assert [session.id for session in back.data] == [session.id for session in first.data]
    walked = client.v1.checkout.sessions.list(params={"limit": 2, "created": {"gte": since}}).auto_paging_iter()
    assert [session.id for session in walked][:5] == ids[::-1]


def test_the_same_key_gives_the_same_session(client: stripe.StripeClient) -> None:
    key, wanted = str(uuid.uuid4()), checkout()

    first = client.v1.checkout.sessions.create(params=wanted, options={"idempotency_key": key})
    second = client.v1.checkout.sessions.create(params=wanted, options={"idempotency_key": key})

    assert first.id == second.id
    assert second.last_response.headers["idempotent-replayed"] == "true"
    assert first.last_response.body == second.last_response.body


def test_the_same_key_refuses_another_body(client: stripe.StripeClient) -> None:
    key, wanted = str(uuid.uuid4()), checkout()
    client.v1.checkout.sessions.create(params=wanted, options={"idempotency_key": key})

    with pytest.raises(stripe.IdempotencyError) as no:
        client.v1.checkout.sessions.create(
            params=wanted | {"client_reference_id": "E-OTHER"}, options={"idempotency_key": key}
        )

    assert no.value.http_status == 400


def test_what_was_refused_before_it_began_does_not_use_up_its_key(client: stripe.StripeClient) -> None:
    key = str(uuid.uuid4())
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.checkout.sessions.create(params=checkout(mistake="yes"), options={"idempotency_key": key})

    session = client.v1.checkout.sessions.create(params=checkout(), options={"idempotency_key": key})

    assert session.status == "open"


@pytest.mark.parametrize(
    "change, param, code",
    [
        ({"colour": "red"}, "colour", "parameter_unknown"),
        ({"line_items": [line("Plate", 100) | {"size": "27"}]}, "line_items[0][size]", "parameter_unknown"),
        ({"success_url": None}, "success_url", "parameter_missing"),
        ({"line_items": [{"quantity": 1, "price_data": {"unit_amount": 100, "product_data": {"name": "Plate"}}}]},
         "line_items[0][price_data][currency]", "parameter_missing"),
        ({"line_items": [line("Plate", 29)]}, None, "amount_too_small"),
        ({"line_items": [line("Plate", 12.5)]}, "line_items[0][price_data][unit_amount]", "parameter_invalid_integer"),
        ({"expires_at": 60}, "expires_at", None),
        ({"mode": "gift"}, "mode", None),
        ({"customer_email": "nobody"}, "customer_email", "email_invalid"),
        ({"success_url": "nowhere"}, "success_url", "url_invalid"),
    ],
    ids=lambda value: str(value)[:30] if not isinstance(value, dict) else next(iter(value)),
)  # fmt: skip
def test_what_cannot_be_is_refused(
    client: stripe.StripeClient, change: Any, param: str | None, code: str | None
) -> None:
    if "expires_at" in change:
        change = {"expires_at": int(time.time()) + change["expires_at"]}

    with pytest.raises(stripe.InvalidRequestError) as no:
        begin(client, **change)

    assert no.value.http_status == 400
    assert code is None or no.value.code == code
    assert param is None or no.value.param == param


def test_an_expiry_a_day_and_more_ahead_is_refused(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as no:
        begin(client, expires_at=int(time.time()) + 25 * 3600)

    assert no.value.param == "expires_at"


def test_what_is_not_there_is_a_404(client: stripe.StripeClient) -> None:
    asked = [
        lambda: client.v1.checkout.sessions.retrieve("cs_test_nothing"),
        lambda: client.v1.payment_intents.retrieve("pi_nothing"),
        lambda: client.v1.charges.retrieve("ch_nothing"),
        lambda: client.v1.refunds.retrieve("re_nothing"),
        lambda: client.v1.events.retrieve("evt_nothing"),
    ]
    for ask in asked:
        with pytest.raises(stripe.InvalidRequestError) as no:
            ask()
        assert (no.value.http_status, no.value.code) == (404, "resource_missing")


def test_a_refund_of_nothing_is_refused(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as no:
        client.v1.refunds.create(params={"payment_intent": "pi_nothing", "amount": 100})

    assert no.value.code == "resource_missing"


def test_only_known_parts_can_be_expanded(client: stripe.StripeClient) -> None:
    session = begin(client)

    with pytest.raises(stripe.InvalidRequestError) as no:
        client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["amount_total"]})

    assert no.value.http_status == 400


def test_a_wrong_key_is_a_401(client: stripe.StripeClient, request: pytest.FixtureRequest) -> None:
    with pytest.raises(stripe.AuthenticationError) as no:
        client.v1.checkout.sessions.list(options={"api_key": "sk_test_wrong0000000000"})

    assert no.value.http_status == 401
