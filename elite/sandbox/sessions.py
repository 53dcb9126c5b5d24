"""Checkout Sessions: one page on which one total can be paid once, until it expires."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from elite.sandbox import events, intents, line_items, money
from elite.sandbox.errors import Refused, no_such
from elite.sandbox.expansion import first_page, shown
from elite.sandbox.ids import new_id
from elite.sandbox.listing import page_of
from elite.sandbox.metadata import merged
from elite.sandbox.state import Records, Thing
from elite.sandbox.unsupported import refuse, refuse_beyond, refuse_other

KIND = "checkout.session"
SOONEST, LATEST = 30 * 60, 24 * 60 * 60
"""How far ahead `expires_at` may lie, in seconds."""
_ECHOED = ("billing_address_collection", "customer_creation", "locale", "submit_type")
_UNDERSTOOD = {
    *_ECHOED, "allowed_payment_method_types", "cancel_url", "client_reference_id", "currency", "customer_email",
    "expand", "expires_at", "line_items", "metadata", "mode", "payment_intent_data", "success_url", "ui_mode",
}  # fmt: skip
_INTENT = {
    "capture_method", "description", "metadata", "receipt_email", "shipping", "statement_descriptor",
    "statement_descriptor_suffix",
}  # fmt: skip


class NotOpen(Refused):
    """The session was paid or has expired: whoever came first has won."""

    def __init__(self, session: Thing) -> None:
        message = f"Only an open Checkout Session can do this; this one is {session['status']}."
        super().__init__(message)
        self.session = session


def create(records: Records, asked: dict[str, Any], origin: str) -> Thing:
    """POST /v1/checkout/sessions"""
    _refuse_what_it_cannot(asked)
    expires_at = _expiry(asked, records.now)
    items = line_items.built(asked.get("line_items", []), records.now)
    total, currency = _total(items, asked)

    identifier = new_id("cs_test_")
    session = {
        "id": identifier,
        "object": KIND,
        "allow_promotion_codes": None,
        "allowed_payment_method_types": asked.get("allowed_payment_method_types"),
        "amount_subtotal": total,
        "amount_total": total,
        "automatic_tax": {"enabled": False, "liability": None, "provider": None, "status": None},
        "cancel_url": asked.get("cancel_url"),
        "client_reference_id": asked.get("client_reference_id"),
        "client_secret": None,
        "created": records.now,
        "currency": currency,
        "custom_fields": [],
        "custom_text": {},
        "customer": None,
        "customer_details": {"email": asked["customer_email"]} if "customer_email" in asked else None,
        "customer_email": asked.get("customer_email"),
        "discounts": [],
        "expires_at": expires_at,
        "invoice": None,
        "livemode": False,
        "metadata": merged({}, asked.get("metadata", {})),
        "mode": "payment",
        "payment_intent": None,
        "payment_method_types": asked.get("allowed_payment_method_types", ["card"]),
        "payment_status": "unpaid",
        "shipping_cost": None,
        "shipping_options": [],
        "status": "open",
        "success_url": asked["success_url"],
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "ui_mode": "hosted_page",
        "url": f"{origin}/c/pay/{identifier}",
        **{name: asked.get(name) for name in _ECHOED},
        "_line_items": items,
        "_payment_intent_data": asked.get("payment_intent_data", {}),
    }
    return records.put(session)


def expire(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """POST /v1/checkout/sessions/{id}/expire"""
    session = get_open(records, identifier)
    close(records, session)
    return session


def close(records: Records, session: Thing) -> None:
    """The page can no longer be paid; what was tried on it ends with it."""
    session |= {"status": "expired", "url": None}
    records.put(session)
    if session["payment_intent"]:
        intents.close(records, intents.get(records, session["payment_intent"]), "abandoned")
    events.record(records, "checkout.session.expired", session)


def get_open(records: Records, identifier: str) -> Thing:
    """The session, if it can still be paid or expired at this moment."""
    session = get(records, identifier)
    if session["status"] != "open":
        raise NotOpen(session)
    return session


def get(records: Records, identifier: str) -> Thing:
    """The session with this id; refuses an unknown one."""
    session = records.find(KIND, identifier)
    if session is None:
        raise no_such(KIND, identifier, "session")
    return session


def of_intent(records: Records, intent: str) -> Thing | None:
    """The session on whose page an intent was begun."""
    found = records.list_where(KIND, "json_extract(data, '$.payment_intent') = ?", intent)
    return found[0] if found else None


def list_overdue(records: Records) -> list[Thing]:
    """Open sessions whose time has come."""
    condition = "json_extract(data, '$.status') = 'open' AND json_extract(data, '$.expires_at') <= ?"
    return records.list_where(KIND, condition, records.now)


def retrieve(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """GET /v1/checkout/sessions/{id}"""
    return get(records, identifier)


def update(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """POST /v1/checkout/sessions/{id}: the metadata and nothing else."""
    session = get(records, identifier)
    session["metadata"] = merged(session["metadata"], asked.get("metadata", {}))
    return records.put(session)


def list_(records: Records, asked: dict[str, Any]) -> Thing:
    """GET /v1/checkout/sessions"""
    return page_of(records, KIND, "/v1/checkout/sessions", asked, ("payment_intent", "status"))


def list_lines(records: Records, asked: dict[str, Any], identifier: str) -> Thing:
    """GET /v1/checkout/sessions/{id}/line_items"""
    items = [shown(item) for item in get(records, identifier)["_line_items"]]
    if "starting_after" in asked:
        places = [place for place, item in enumerate(items) if item["id"] == asked["starting_after"]]
        if not places:
            raise no_such("item", asked["starting_after"], "starting_after")
        items = items[places[0] + 1 :]
    return first_page(items, f"/v1/checkout/sessions/{identifier}/line_items", asked.get("limit", 10))


def _refuse_what_it_cannot(asked: dict[str, Any]) -> None:
    refuse_beyond(_UNDERSTOOD, asked)
    for name in ("mode", "success_url"):
        if name not in asked:
            raise Refused(f"Missing required param: {name}.", code="parameter_missing", param=name)
    refuse_other("payment", asked, "mode")
    refuse_other("hosted_page", asked, "ui_mode")
    wanted = asked.get("payment_intent_data", {})
    refuse_beyond(_INTENT, wanted, "payment_intent_data")
    if wanted.get("capture_method") != "automatic":
        refuse_other("automatic_async", wanted, "capture_method")
    if "card" not in asked.get("allowed_payment_method_types", ["card"]):
        refuse("a page without cards", "allowed_payment_method_types")
    for name in ("success_url", "cancel_url"):
        _refuse_no_address(asked.get(name), name)
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", asked.get("customer_email", "a@example.com")):
        message = f"Invalid email address: {asked['customer_email']}"
        raise Refused(message, code="email_invalid", param="customer_email")
    if len(asked.get("client_reference_id", "")) > 200:
        raise Refused("client_reference_id may have 200 characters.", param="client_reference_id")


def _refuse_no_address(address: str | None, name: str) -> None:
    if address is None:
        return
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refused(f"Not a valid URL: {name}", code="url_invalid", param=name)
    if len(address) > 5000:
        raise Refused(f"{name} may have 5000 characters.", param=name)


def _expiry(asked: dict[str, Any], now: int) -> int:
    expires_at: int = asked.get("expires_at", now + LATEST)
    if expires_at < now + SOONEST:
        raise Refused("expires_at must be at least 30 minutes ahead.", param="expires_at")
    if expires_at > now + LATEST:
        raise Refused("expires_at must be at most 24 hours ahead.", param="expires_at")
    return expires_at


def _total(items: list[Thing], asked: dict[str, Any]) -> tuple[int, str]:
    total, currency = sum(item["amount_total"] for item in items), str(items[0]["currency"])
    if asked.get("currency", currency).lower() != currency:
        raise Refused(f"The lines are in {currency}, the session is not.", param="currency")
    if total < money.least(currency):
        message = f"The total must be at least {money.written(money.least(currency), currency)}."
        raise Refused(message, code="amount_too_small", param="line_items")
    if total > money.MOST:
        message = f"The total must be no more than {money.written(money.MOST, currency)}."
        raise Refused(message, code="amount_too_large", param="line_items")
    return total, currency
