"""Paying and expiring exclude each other, whoever comes first; and a crowd is served."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import stripe

from tests.sandbox.checkouts import begin, checkout
from tests.support.sandbox import Sandbox, SandboxRefused


def _wins(act: Callable[[], object], gate: threading.Barrier) -> bool:
    gate.wait()
    try:
        act()
    except (stripe.InvalidRequestError, SandboxRefused):
        return False
    return True


def test_a_session_is_paid_or_expired_never_both(sandbox: Sandbox) -> None:
    client = sandbox.client()
    winners = set()
    for _ in range(20):
        session, gate = begin(client).id, threading.Barrier(4)
        acts: list[Callable[[], object]] = [
            lambda it=session: sandbox.pay(it),
            lambda it=session: client.v1.checkout.sessions.expire(it),
            lambda it=session: sandbox.pay(it),
            lambda it=session: client.v1.checkout.sessions.expire(it),
        ]
        with ThreadPoolExecutor(4) as crowd:
            won = list(crowd.map(lambda act, gate=gate: _wins(act, gate), acts))

        money = sandbox.money(session)
        assert sum(won) == 1
        assert money["captured"] == (2999 if money["status"] == "complete" else 0)
        assert money["status"] == ("complete" if won[0] or won[2] else "expired")
        winners.add(money["status"])
    assert winners  # which of them wins is chance; that only one does is not


def test_one_key_from_many_at_once_makes_one_session(sandbox: Sandbox) -> None:
    wanted = checkout()
    client = sandbox.client(max_network_retries=8)

    def create(_: int) -> str:
        return client.v1.checkout.sessions.create(params=wanted, options={"idempotency_key": "pay-7"}).id

    with ThreadPoolExecutor(30) as crowd:
        ids = set(crowd.map(create, range(30)))

    assert len(ids) == 1
    assert len(sandbox.state()["sessions"]) == 1


def test_two_hundred_calls_at_once_are_answered_while_others_hang(sandbox: Sandbox) -> None:
    sandbox.control(fail={"path": "events", "mode": "hang", "times": 20, "seconds": 60})
    client = sandbox.client()
    hung = [threading.Thread(target=_ignored, args=(client,), daemon=True) for _ in range(20)]
    for thread in hung:
        thread.start()
    time.sleep(0.3)

    with ThreadPoolExecutor(200) as crowd:
        made = list(crowd.map(lambda _: begin(client).id, range(200)))

    assert len(set(made)) == 200
    assert all(thread.is_alive() for thread in hung)  # nobody waited for those that hang


def _ignored(client: stripe.StripeClient) -> None:
    try:
        client.v1.events.list()
    except stripe.StripeError:
        pass
