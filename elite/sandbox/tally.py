"""The books as a test wants to read them: every object, and for each session the money that was really taken."""

from __future__ import annotations

from typing import Any

from elite.sandbox.expansion import shown
from elite.sandbox.faults import armed
from elite.sandbox.state import Records, Thing


def tally(records: Records) -> dict[str, Any]:
    """Everything, oldest first."""
    found = {
        kind: _all(records, kind) for kind in ("checkout.session", "payment_intent", "charge", "refund", "dispute")
    }
    deliveries: dict[str, list[dict[str, Any]]] = {}
    for row in records.rows("SELECT id, event, state, tries, said FROM delivery ORDER BY id"):
        deliveries.setdefault(row["event"], []).append({name: row[name] for name in ("id", "state", "tries", "said")})
    told = [
        {
            "id": event["id"],
            "type": event["type"],
            "created": event["created"],
            "object": event["data"]["object"]["id"],
            "deliveries": deliveries.get(event["id"], []),
        }
        for event in _all(records, "event")
    ]
    return {
        "sessions": found["checkout.session"],
        "payment_intents": found["payment_intent"],
        "charges": found["charge"],
        "refunds": found["refund"],
        "disputes": found["dispute"],
        "events": told,
        "money": _money(found["checkout.session"], found["charge"]),
        "faults": armed(records),
        "webhooks": records.setting("webhooks", "normal"),
    }


def _money(sessions: list[Thing], charges: list[Thing]) -> dict[str, Any]:
    money = {}
    for session in sessions:
        taken = [
            charge for charge in charges if charge["payment_intent"] == session["payment_intent"] and charge["captured"]
        ]
        money[session["id"]] = {
            "amount_total": session["amount_total"],
            "captured": sum(charge["amount_captured"] for charge in taken),
            "client_reference_id": session["client_reference_id"],
            "currency": session["currency"],
            "metadata": session["metadata"],
            "payment_status": session["payment_status"],
            "refunded": sum(charge["amount_refunded"] for charge in taken),
            "status": session["status"],
            "successful_charges": len(taken),
        }
    return money


def _all(records: Records, kind: str) -> list[Thing]:
    return [shown(thing) for thing in records.list_where(kind, newest=False)]
