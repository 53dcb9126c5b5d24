"""A killed sandbox forgets nothing it has answered, and tells afterwards what it had not told yet."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import stripe

from tests.sandbox.checkouts import begin, checkout
from tests.support.sandbox import Letterbox, Sandbox, until


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Sandbox]:
    running = Sandbox(tmp_path).start()
    yield running
    running.stop()


def test_sessions_money_and_keys_survive_a_kill(mortal: Sandbox) -> None:
    wanted, client = checkout(), mortal.client()
    session = client.v1.checkout.sessions.create(params=wanted, options={"idempotency_key": "pay-1"})
    mortal.pay(session.id)

    mortal.kill()
    mortal.start()

    again = mortal.client().v1.checkout.sessions.create(params=wanted, options={"idempotency_key": "pay-1"})
    assert again.id == session.id
    assert mortal.money(session.id)["captured"] == 2999
    assert len(mortal.state()["sessions"]) == 1


def test_every_answered_payment_is_there_after_a_kill_under_load(mortal: Sandbox) -> None:
    client, answered = mortal.client(), []

    def buy(_: int) -> None:
        try:
            session = begin(client).id
            mortal.pay(session)
            answered.append(session)
        except (stripe.StripeError, OSError):
            pass

    with ThreadPoolExecutor(8) as crowd:
        for number in range(200):
            crowd.submit(buy, number)
        until(lambda: len(answered) >= 20, "twenty have paid", seconds=30)
        mortal.kill()
    mortal.start()

    money = mortal.state()["money"]
    assert len(answered) >= 20
    for session in answered:
        assert money[session]["captured"] == 2999
    assert all(one["captured"] == (2999 if one["status"] == "complete" else 0) for one in money.values())


def test_what_was_not_told_is_told_after_the_kill(mortal: Sandbox) -> None:
    box = Letterbox()
    mortal.control(webhook_url="http://127.0.0.1:9/gone")
    mortal.expire(begin(mortal.client()).id)

    mortal.kill()
    mortal.start()
    mortal.control(webhook_url=box.address)

    assert [event.type for event in box.wait_for(1)] == ["checkout.session.expired"]
    box.close()
