"""Money taken from a card, or the attempt to take it."""

from __future__ import annotations

from typing import Any

from elite.sandbox import events
from elite.sandbox.cards import Card
from elite.sandbox.errors import no_such
from elite.sandbox.ids import new_id
from elite.sandbox.listing import page_of
from elite.sandbox.state import Records, Thing


def capture(records: Records, intent: Thing, card: Card, payer: dict[str, Any], *, proven: bool, late: bool) -> Thing:
    """Take the whole amount; nothing is ever only authorised here."""
    charge = _charge(records, intent, card, payer, proven=proven, late=late)
    charge |= {"amount_captured": intent["amount"], "captured": True, "paid": True, "status": "succeeded"}
    charge["outcome"] = {"network_status": "approved_by_network", "type": "authorized", "risk_level": "normal"}
    records.put(charge)
    events.record(records, "charge.succeeded", charge)
    return charge


def fail(
    records: Records, intent: Thing, card: Card, payer: dict[str, Any], error: dict[str, Any], *, late: bool
) -> Thing:
    """Keep an attempt that took nothing."""
    charge = _charge(records, intent, card, payer, proven=False, late=late)
    charge |= {"status": "failed", "failure_code": error["code"], "failure_message": error["message"]}
    charge["outcome"] = {"network_status": "declined_by_network", "type": "issuer_declined", "risk_level": "normal"}
    records.put(charge)
    events.record(records, "charge.failed", charge)
    return charge


def of_intent(records: Records, intent: str) -> list[Thing]:
    """Every attempt of an intent, oldest first."""
    return records.list_where("charge", "json_extract(data, '$.payment_intent') = ?", intent, newest=False)


def _charge(records: Records, intent: Thing, card: Card, payer: dict[str, Any], *, proven: bool, late: bool) -> Thing:
    late_details = {"type": "bacs_debit", "bacs_debit": {"last4": "2345", "sort_code": "108800"}}
    return {
        "id": new_id("ch_"),
        "object": "charge",
        "amount": intent["amount"],
        "amount_captured": 0,
        "amount_refunded": 0,
        "balance_transaction": None,
        "billing_details": {
            "address": payer.get("address"),
            "email": payer.get("email"),
            "name": payer.get("name"),
            "phone": None,
        },
        "captured": False,
        "created": records.now,
        "currency": intent["currency"],
        "customer": None,
        "description": intent["description"],
        "disputed": False,
        "failure_code": None,
        "failure_message": None,
        "fraud_details": {},
        "livemode": False,
        "metadata": dict(intent["metadata"]),
        "outcome": None,
        "paid": False,
        "payment_intent": intent["id"],
        "payment_method": intent["payment_method"],
        "payment_method_details": late_details if late else card.details(proven),
        "receipt_email": intent["receipt_email"],
        "receipt_url": None,
        "refunded": False,
        "shipping": intent["shipping"],
        "statement_descriptor": intent["statement_descriptor"],
        "status": "pending",
        "_card": card.number,
    }


def retrieve(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """GET /v1/charges/{id}"""
    charge = records.find("charge", identifier)
    if charge is None:
        raise no_such("charge", identifier)
    return charge


def list_(records: Records, asked: dict[str, Any]) -> Thing:
    """GET /v1/charges"""
    return page_of(records, "charge", "/v1/charges", asked, ("payment_intent",))
