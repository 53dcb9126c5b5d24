"""Facts about payments, written with the change they tell of; `webhooks.py` carries them out after the commit."""

from __future__ import annotations

import random
from typing import Any

from elite.sandbox.config import API_VERSION
from elite.sandbox.errors import Refused, no_such
from elite.sandbox.expansion import shown
from elite.sandbox.ids import new_id
from elite.sandbox.listing import page_of
from elite.sandbox.state import Records, Thing

MODES = ("normal", "drop", "hold", "duplicate", "triple", "shuffle")
_COPIES = {"duplicate": 2, "triple": 3}
_SHUFFLE_SECONDS = 1.0


def record(records: Records, name: str, thing: Thing, previous: dict[str, Any] | None = None) -> Thing:
    """Keep an event with the object as it is now, and queue its deliveries as the webhook mode has it."""
    about: dict[str, Any] = {"object": shown(thing)}
    if previous is not None:
        about["previous_attributes"] = previous
    event = {
        "id": new_id("evt_"),
        "object": "event",
        "api_version": API_VERSION,
        "created": records.now,
        "data": about,
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": records.cause.request, "idempotency_key": records.cause.key},
        "type": name,
    }
    records.put(event)
    _queue(records, str(event["id"]))
    return event


def set_mode(records: Records, mode: str) -> None:
    """How events leave from now on."""
    if mode not in MODES:
        raise Refused(f"Unknown webhook mode {mode!r}: use one of {', '.join(MODES)}.", param="webhooks")
    records.set_setting("webhooks", mode)


def _queue(records: Records, event: str) -> None:
    mode = records.setting("webhooks", "normal")
    state = {"drop": "dropped", "hold": "held"}.get(mode, "waiting")
    for _ in range(_COPIES.get(mode, 1)):
        wait = random.random() * _SHUFFLE_SECONDS if mode == "shuffle" else 0  # noqa: S311 - disorder, not secrecy
        queue(records, event, state, wait)


def queue(records: Records, event: str, state: str = "waiting", wait: float = 0) -> None:
    """One more delivery of an event."""
    records.run("INSERT INTO delivery (event, state, due) VALUES (?, ?, ?)", event, state, records.clock + wait)


def retrieve(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """GET /v1/events/{id}"""
    event = records.find("event", identifier)
    if event is None:
        raise no_such("event", identifier)
    return event


def list_(records: Records, asked: dict[str, Any]) -> Thing:
    """GET /v1/events: how a shop finds what its door has missed."""
    return page_of(records, "event", "/v1/events", asked, ("type", "types"))
