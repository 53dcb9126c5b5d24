"""Alive and ready, as proxies and alarms ask (decision 29)."""

from __future__ import annotations

from dataclasses import replace

from flask.testing import FlaskClient

from config.settings import Settings
from elite.kernel.settings import settings, use_settings


def test_alive_needs_nothing(client: FlaskClient) -> None:
    response = client.get("/healthz")

    assert (response.status_code, response.json) == (200, {"status": "alive"})


def test_ready_when_everything_answers(client: FlaskClient) -> None:
    response = client.get("/readyz")

    assert (response.status_code, response.json) == (200, {"status": "ready"})


def test_ready_but_degraded_without_redis(client: FlaskClient) -> None:
    use_settings(_without_redis())

    response = client.get("/readyz")

    assert (response.status_code, response.json) == (200, {"status": "ready", "degraded": "redis"})


def test_probes_leave_no_session(client: FlaskClient) -> None:
    response = client.get("/readyz")

    assert "Set-Cookie" not in response.headers


def _without_redis() -> Settings:
    return replace(settings(), redis_url="redis://127.0.0.1:1/0")
