"""The intention to pay one amount once, through as many attempts as it takes."""

from __future__ import annotations

from typing import Any

from elite.sandbox import events
from elite.sandbox.errors import Refused, no_such
from elite.sandbox.ids import new_id
from elite.sandbox.listing import page_of
from elite.sandbox.metadata import merged
from elite.sandbox.state import Records, Thing

KIND = "payment_intent"
_OPEN = ("requires_payment_method", "requires_action", "requires_confirmation")


def begin(records: Records, session: Thing) -> Thing:
    """The session's intent: the one it has, or a new one at the first attempt."""
    if session["payment_intent"]:
        return get(records, session["payment_intent"])
    wanted = session["_payment_intent_data"]
    identifier = new_id("pi_")
    intent = {
        "id": identifier,
        "object": KIND,
        "amount": session["amount_total"],
        "amount_capturable": 0,
        "amount_received": 0,
        "canceled_at": None,
        "cancellation_reason": None,
        "capture_method": "automatic_async",
        "client_secret": f"{identifier}_secret_{new_id('')}",
        "confirmation_method": "automatic",
        "created": records.now,
        "currency": session["currency"],
        "customer": None,
        "description": wanted.get("description"),
        "last_payment_error": None,
        "latest_charge": None,
        "livemode": False,
        "metadata": merged({}, wanted.get("metadata", {})),
        "next_action": None,
        "payment_method": None,
        "payment_method_types": session["payment_method_types"],
        "receipt_email": wanted.get("receipt_email"),
        "shipping": wanted.get("shipping"),
        "statement_descriptor": wanted.get("statement_descriptor"),
        "statement_descriptor_suffix": wanted.get("statement_descriptor_suffix"),
        "status": "requires_payment_method",
    }
    records.put(intent)
    events.record(records, "payment_intent.created", intent)
    return intent


def succeed(records: Records, intent: Thing, charge: Thing) -> None:
    """The money is here."""
    intent |= {"status": "succeeded", "amount_received": charge["amount_captured"], "latest_charge": charge["id"]}
    intent |= {"next_action": None, "last_payment_error": None}
    records.put(intent)
    events.record(records, "payment_intent.succeeded", intent)


def fail(records: Records, intent: Thing, error: dict[str, Any], charge: Thing | None) -> None:
    """One attempt failed; the next may follow."""
    told = error | ({"charge": charge["id"]} if charge else {})
    intent |= {
        "status": "requires_payment_method",
        "last_payment_error": told,
        "next_action": None,
        "payment_method": None,
    }
    if charge:
        intent["latest_charge"] = charge["id"]
    records.put(intent)
    events.record(records, "payment_intent.payment_failed", intent)


def ask_for_proof(records: Records, intent: Thing, address: str, back: str) -> None:
    """The bank wants to hear from the shopper before it lets the money go."""
    step = {"type": "redirect_to_url", "redirect_to_url": {"url": address, "return_url": back}}
    intent |= {"status": "requires_action", "next_action": step, "last_payment_error": None}
    records.put(intent)
    events.record(records, "payment_intent.requires_action", intent)


def wait(records: Records, intent: Thing) -> None:
    """A delayed method was started; the money comes later, or not."""
    intent |= {"status": "processing", "next_action": None, "last_payment_error": None}
    records.put(intent)
    events.record(records, "payment_intent.processing", intent)


def close(records: Records, intent: Thing, reason: str | None) -> None:
    """No attempt may follow any more."""
    intent |= {"status": "canceled", "canceled_at": records.now, "cancellation_reason": reason, "next_action": None}
    records.put(intent)
    events.record(records, "payment_intent.canceled", intent)


def get(records: Records, identifier: str) -> Thing:
    """The intent with this id; refuses an unknown one."""
    intent = records.find(KIND, identifier)
    if intent is None:
        raise no_such(KIND, identifier, "intent")
    return intent


def retrieve(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """GET /v1/payment_intents/{id}"""
    return get(records, identifier)


def list_(records: Records, asked: dict[str, Any]) -> Thing:
    """GET /v1/payment_intents"""
    return page_of(records, KIND, "/v1/payment_intents", asked)


def update(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """POST /v1/payment_intents/{id}: metadata and description."""
    intent = get(records, identifier)
    if "metadata" in asked:
        intent["metadata"] = merged(intent["metadata"], asked["metadata"])
    intent["description"] = asked.get("description", intent["description"])
    return records.put(intent)


def cancel(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """POST /v1/payment_intents/{id}/cancel: only while no money is on its way, and never behind a session's back."""
    intent = get(records, identifier)
    if intent["status"] not in _OPEN:
        message = f"A PaymentIntent that is {intent['status']} cannot be canceled."
        raise Refused(message, code="payment_intent_unexpected_state", payment_intent=intent)
    if records.list_where("checkout.session", "json_extract(data, '$.payment_intent') = ?", identifier):
        message = "This PaymentIntent belongs to a Checkout Session: expire the session instead."
        raise Refused(message, code="payment_intent_unexpected_state", payment_intent=intent)
    close(records, intent, asked.get("cancellation_reason"))
    return intent
