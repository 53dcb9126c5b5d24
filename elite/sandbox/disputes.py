"""A card's owner tells the bank that the payment was not theirs, and the bank takes the money back."""

from __future__ import annotations

from typing import Any

from elite.sandbox import events
from elite.sandbox.errors import Refused, no_such
from elite.sandbox.ids import new_id
from elite.sandbox.listing import page_of
from elite.sandbox.state import Records, Thing

KIND = "dispute"
_DAYS_TO_ANSWER = 8


def open_for(records: Records, charge: Thing, reason: str = "fraudulent") -> Thing:
    """Dispute what is left of a successful charge, once."""
    if charge["status"] != "succeeded" or charge["disputed"]:
        raise Refused("Only a successful charge can be disputed, and only once.", param="charge")
    dispute = {
        "id": new_id("du_"),
        "object": KIND,
        "amount": charge["amount_captured"] - charge["amount_refunded"],
        "balance_transactions": [],
        "charge": charge["id"],
        "created": records.now,
        "currency": charge["currency"],
        "evidence_details": {
            "due_by": records.now + _DAYS_TO_ANSWER * 86_400,
            "has_evidence": False,
            "submission_count": 0,
        },
        "is_charge_refundable": False,
        "livemode": False,
        "metadata": {},
        "payment_intent": charge["payment_intent"],
        "reason": reason,
        "status": "needs_response",
    }
    charge["disputed"] = True
    records.put(charge)
    records.put(dispute)
    events.record(records, "charge.dispute.created", dispute)
    return dispute


def retrieve(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """GET /v1/disputes/{id}"""
    dispute = records.find(KIND, identifier)
    if dispute is None:
        raise no_such(KIND, identifier, "dispute")
    return dispute


def list_(records: Records, asked: dict[str, Any]) -> Thing:
    """GET /v1/disputes"""
    return page_of(records, KIND, "/v1/disputes", asked, ("charge", "payment_intent"))
