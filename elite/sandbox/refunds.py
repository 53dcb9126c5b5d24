"""Money on its way back: never more than was taken, at once, later, or not at all."""

from __future__ import annotations

from typing import Any

from elite.sandbox import events, intents
from elite.sandbox.cards import read_card
from elite.sandbox.errors import Refused, no_such
from elite.sandbox.ids import new_id
from elite.sandbox.listing import page_of
from elite.sandbox.metadata import merged
from elite.sandbox.money import written
from elite.sandbox.state import Records, Thing
from elite.sandbox.unsupported import refuse_beyond

KIND = "refund"
MODES = ("succeeded", "pending", "failing")
"""How refunds go: at once; pending until told; at once, and a moment later it turns out they did not."""
_MOMENT = 2.0
_UNDERSTOOD = {"amount", "charge", "expand", "metadata", "payment_intent", "reason"}


def create(records: Records, asked: dict[str, Any]) -> Thing:
    """POST /v1/refunds: a part, or all that is left."""
    refuse_beyond(_UNDERSTOOD, asked)
    charge = _charge_meant(records, asked)
    amount = _amount(charge, asked)

    mode = read_card(charge["_card"]).refunds or records.setting("refunds", "succeeded")
    refund = {
        "id": new_id("re_"),
        "object": KIND,
        "amount": amount,
        "balance_transaction": None,
        "charge": charge["id"],
        "created": records.now,
        "currency": charge["currency"],
        "destination_details": {"card": {"reference_status": "pending", "type": "refund"}, "type": "card"},
        "failure_reason": None,
        "metadata": merged({}, asked.get("metadata", {})),
        "payment_intent": charge["payment_intent"],
        "reason": asked.get("reason"),
        "receipt_number": None,
        "status": "pending" if mode == "pending" else "succeeded",
    }
    before = _give_back(records, charge, amount)
    records.put(refund)

    events.record(records, "refund.created", refund)
    events.record(records, "charge.refunded", charge, before)
    if mode == "failing":
        records.run(
            "INSERT INTO timer (due, verb, subject) VALUES (?, 'bounce', ?)", records.clock + _MOMENT, refund["id"]
        )
    return refund


def settle(records: Records, identifier: str, status: str) -> Thing:
    """A refund turns out to have worked or not; a failed one leaves the money with the merchant again."""
    refund = get(records, identifier)
    if status not in ("succeeded", "failed"):
        raise Refused("A refund ends succeeded or failed.", param="status")
    if refund["status"] == status or refund["status"] == "failed":
        raise Refused(f"The refund is {refund['status']} already.", param="status")
    previous = {"status": refund["status"]}
    refund["status"] = status
    if status == "failed":
        refund["failure_reason"] = "expired_or_canceled_card"
        charge = records.find("charge", refund["charge"])
        assert charge is not None
        _give_back(records, charge, -refund["amount"])
    records.put(refund)
    events.record(records, "refund.updated", refund, previous)
    events.record(records, "charge.refund.updated", refund, previous)
    if status == "failed":
        events.record(records, "refund.failed", refund, previous)
    return refund


def get(records: Records, identifier: str) -> Thing:
    """The refund with this id; refuses an unknown one."""
    refund = records.find(KIND, identifier)
    if refund is None:
        raise no_such(KIND, identifier, "refund")
    return refund


def retrieve(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """GET /v1/refunds/{id}"""
    return get(records, identifier)


def update(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """POST /v1/refunds/{id}: the metadata and nothing else."""
    refund = get(records, identifier)
    refund["metadata"] = merged(refund["metadata"], asked.get("metadata", {}))
    return records.put(refund)


def list_(records: Records, asked: dict[str, Any]) -> Thing:
    """GET /v1/refunds"""
    return page_of(records, KIND, "/v1/refunds", asked, ("charge", "payment_intent"))


def _charge_meant(records: Records, asked: dict[str, Any]) -> Thing:
    if "payment_intent" in asked:
        intent = intents.get(records, asked["payment_intent"])
        if intent["status"] != "succeeded":
            message = f"This PaymentIntent is {intent['status']}: it has no successful charge to refund."
            raise Refused(message, code="payment_intent_unexpected_state", param="payment_intent")
        identifier = asked.get("charge", intent["latest_charge"])
    elif "charge" in asked:
        identifier = asked["charge"]
    else:
        raise Refused("Name a charge or a payment_intent.", code="parameter_missing", param="charge")
    charge = records.find("charge", str(identifier))
    if charge is None or asked.get("payment_intent", charge["payment_intent"]) != charge["payment_intent"]:
        raise no_such("charge", str(identifier), "charge")
    if charge["status"] != "succeeded":
        raise Refused("A charge that took nothing cannot be refunded.", code="charge_not_refundable", param="charge")
    if charge["disputed"]:
        raise Refused("The charge is disputed: the bank has the money.", code="charge_disputed", param="charge")
    return charge


def _amount(charge: Thing, asked: dict[str, Any]) -> int:
    left = charge["amount_captured"] - charge["amount_refunded"]
    if left == 0:
        raise Refused(f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded")
    amount: int = asked.get("amount", left)
    if amount < 1:
        raise Refused("A refund must be at least 1.", code="parameter_invalid_integer", param="amount")
    if amount > left:
        currency = charge["currency"]
        message = f"{written(amount, currency)} is more than the {written(left, currency)} that is left to refund."
        raise Refused(message, param="amount")
    return amount


def _give_back(records: Records, charge: Thing, amount: int) -> dict[str, Any]:
    before = {"amount_refunded": charge["amount_refunded"], "refunded": charge["refunded"]}
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount_captured"]
    records.put(charge)
    return before
