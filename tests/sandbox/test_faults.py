"""The failures of protocol F19 to F21, seen through the real SDK."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
import stripe

from tests.sandbox.checkouts import begin, checkout
from tests.support.sandbox import Sandbox, SandboxRefused

SESSIONS = "checkout/sessions"


def _create(client: stripe.StripeClient, wanted: Any, key: str = "pay-41") -> stripe.checkout.Session:
    return client.v1.checkout.sessions.create(params=wanted, options={"idempotency_key": key})


def _impatient(sandbox: Sandbox, seconds: float) -> stripe.StripeClient:
    return sandbox.client(http_client=stripe.RequestsClient(timeout=seconds))


def test_a_500_before_the_work_has_done_nothing(sandbox: Sandbox) -> None:
    sandbox.control(fail={"path": SESSIONS, "mode": "500-before"})

    with pytest.raises(stripe.APIError) as no:
        begin(sandbox.client())

    assert no.value.http_status == 500
    assert sandbox.state()["sessions"] == []
    assert begin(sandbox.client()).status == "open"


def test_a_500_after_the_work_has_done_it_once(sandbox: Sandbox) -> None:
    wanted = checkout()
    sandbox.control(fail={"path": SESSIONS, "mode": "500-after"})

    with pytest.raises(stripe.APIError):
        _create(sandbox.client(), wanted)
    session = _create(sandbox.client(), wanted)

    assert [one["id"] for one in sandbox.state()["sessions"]] == [session.id]


def test_the_sdk_retries_a_500_by_itself_with_the_same_key(sandbox: Sandbox) -> None:
    sandbox.control(fail={"path": SESSIONS, "mode": "500-after", "times": 2})

    begin(sandbox.client(max_network_retries=2))

    state = sandbox.state()
    assert len(state["sessions"]) == 1
    assert [call["status"] for call in state["calls"]] == [500, 500, 200]
    assert [call["replayed"] for call in state["calls"]] == [False, True, True] or state["calls"][-1]["replayed"]


def test_a_stored_500_is_repeated_until_the_key_changes(sandbox: Sandbox) -> None:
    wanted = checkout()
    sandbox.control(fail={"path": SESSIONS, "mode": "stored-500"})

    for _ in range(3):
        with pytest.raises(stripe.APIError):
            _create(sandbox.client(), wanted)

    assert sandbox.state()["sessions"] == []
    assert _create(sandbox.client(), wanted, "pay-41-again").status == "open"


def test_a_lost_answer_is_found_again_by_its_key(sandbox: Sandbox) -> None:
    wanted = checkout()
    sandbox.control(fail={"path": SESSIONS, "mode": "timeout-after", "seconds": 5})

    with pytest.raises(stripe.APIConnectionError):
        _create(_impatient(sandbox, 0.7), wanted)
    session = _create(sandbox.client(), wanted)

    assert [one["id"] for one in sandbox.state()["sessions"]] == [session.id]


def test_a_hanging_gateway_has_done_nothing_and_serves_others(sandbox: Sandbox) -> None:
    sandbox.control(fail={"path": SESSIONS, "mode": "hang", "seconds": 60})

    with pytest.raises(stripe.APIConnectionError):
        begin(_impatient(sandbox, 0.7))

    assert begin(_impatient(sandbox, 20)).status == "open"
    assert len(sandbox.state()["sessions"]) == 1


@pytest.mark.parametrize("mode, made", [("connection-reset", 0), ("reset-after", 1)])
def test_a_reset_connection_is_an_error_of_the_connection(sandbox: Sandbox, mode: str, made: int) -> None:
    sandbox.control(fail={"path": SESSIONS, "mode": mode})

    with pytest.raises(stripe.APIConnectionError):
        begin(sandbox.client())

    assert len(sandbox.state()["sessions"]) == made


def test_too_many_requests_are_told_as_such(sandbox: Sandbox) -> None:
    sandbox.control(fail={"path": "*", "mode": "429", "times": 0})

    for _ in range(2):
        with pytest.raises(stripe.RateLimitError):
            begin(sandbox.client())
    sandbox.control(heal=True)

    assert begin(sandbox.client()).status == "open"


def test_two_at_once_with_one_key_are_not_two_sessions(sandbox: Sandbox) -> None:
    wanted = checkout()
    sandbox.control(fail={"path": SESSIONS, "mode": "slow", "seconds": 1.5})
    first: list[stripe.checkout.Session] = []
    other = threading.Thread(target=lambda: first.append(_create(sandbox.client(), wanted)))
    other.start()
    time.sleep(0.5)

    with pytest.raises(stripe.StripeError) as no:
        _create(sandbox.client(), wanted)
    other.join()

    assert (no.value.http_status, no.value.json_body["error"]["code"]) == (409, "idempotency_key_in_use")
    assert _create(sandbox.client(), wanted).id == first[0].id


def test_a_fault_meets_only_what_it_was_meant_for(sandbox: Sandbox) -> None:
    sandbox.control(fail={"path": "refunds", "mode": "500-before", "times": 0})
    sandbox.control(fail={"path": SESSIONS, "method": "GET", "mode": "500-before", "times": 1})

    session = begin(sandbox.client())

    with pytest.raises(stripe.APIError):
        sandbox.client().v1.checkout.sessions.retrieve(session.id)
    assert sandbox.client().v1.checkout.sessions.retrieve(session.id).id == session.id


@pytest.mark.parametrize("told", [{"fail": {"mode": "explode"}}, {"webhooks": "sometimes"}, {"colour": "red"}])
def test_the_door_refuses_what_it_does_not_know(sandbox: Sandbox, told: Any) -> None:
    with pytest.raises(SandboxRefused):
        sandbox.control(**told)
