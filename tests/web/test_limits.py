"""How often things may be asked (decision 9): attempts for most, failures for checkout, given back after a sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elite.accounts import Role, create_staff
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from elite.web import limits


@pytest.fixture
def limited(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Limits as in a real shop, with small numbers."""
    use_settings(replace(settings(), rate_limits=True))
    monkeypatch.setattr(
        limits, "RATES", limits.RATES | {"search": "3/minute", "sign_in": "3/minute", "checkout": "2/minute"}
    )
    limits._nearby.storage.reset()
    yield
    limits._nearby.storage.reset()


@pytest.mark.usefixtures("limited")
def test_too_many_searches_wait_a_little(client: FlaskClient) -> None:
    answers = [client.get("/search?q=plate") for _ in range(4)]

    assert [a.status_code for a in answers] == [200, 200, 200, 429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60


@pytest.mark.usefixtures("limited")
def test_a_made_up_forwarded_address_changes_nothing(client: FlaskClient) -> None:
    answers = [client.get("/search?q=x", headers={"X-Forwarded-For": f"10.0.0.{n}"}).status_code for n in range(4)]

    assert answers[-1] == 429


@pytest.mark.usefixtures("limited")
def test_wrong_passwords_run_out_and_right_ones_are_given_back(app: Flask, new_client) -> None:
    with app.app_context(), transaction():
        create_staff("ada@example.org", "Ada", "a password for ada", Role.OWNER)
    right = {"email": "ada@example.org", "password": "a password for ada"}

    good = [new_client().post("/account/login", data=right).status_code for _ in range(3)]
    wrong = [
        new_client().post("/account/login", data={"email": "who@example.org", "password": "x"}).status_code
        for _ in range(4)
    ]

    assert good == [303, 303, 303]
    assert wrong[-1] == 429


@pytest.mark.usefixtures("limited")
def test_one_account_is_guarded_from_many_networks(app: Flask, new_client) -> None:
    def guess(n: int) -> int:
        guesser = new_client()
        guesser.environ_base["REMOTE_ADDR"] = f"192.0.2.{n}"
        return int(guesser.post("/account/login", data={"email": "ada@example.org", "password": "x"}).status_code)

    assert [guess(n) for n in range(5)] == [422, 422, 422, 429, 429]


@pytest.mark.usefixtures("limited")
def test_with_redis_away_the_process_counts(app: Flask, client: FlaskClient) -> None:
    use_settings(replace(settings(), redis_url="redis://127.0.0.1:1/0"))

    answers = [
        client.post("/account/login", data={"email": f"{n}@example.org", "password": "x"}).status_code for n in range(4)
    ]

    assert 429 in answers or answers == [422, 422, 422, 429]
