"""Cards and wallets on Stripe's own hosted page, through the official SDK: no card number ever reaches this shop.

Requests are frozen before they are sent and carry an idempotency key, ten seconds and two retries; what comes back is believed only
after the page's host was compared with the one the Content-Security-Policy allows.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import stripe
from stripe.checkout import Session as StripeSession
from stripe.params import RefundCreateParams
from stripe.params.checkout import SessionCreateParams

from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.text import _
from elite.orders import Order
from elite.payments.errors import BadSignature, GatewayAway, GatewayRefused
from elite.payments.gateways import (
    Flow,
    Method,
    Notice,
    Purchase,
    RefundAnswer,
    RefundStatus,
    Session,
    SessionState,
)

T = TypeVar("T")

SMALLEST = 30  # minor units; the least Stripe takes in most currencies
MOST_LINES = 90  # Stripe takes 100 on one page
TOLERANCE = 300  # seconds a signature stays good
_REFUND_STATUS = {
    "succeeded": RefundStatus.SUCCEEDED,
    "failed": RefundStatus.FAILED,
    "canceled": RefundStatus.CANCELLED,
}


class Stripe:
    """Hosted Checkout."""

    code = "card"
    flow = Flow.REDIRECT

    def offer(self, purchase: Purchase) -> Method | None:
        """Offered where a key is configured, from the smallest amount Stripe takes."""
        if not settings().card_payment or purchase.total.minor < SMALLEST:
            return None
        return Method(
            code=self.code,
            name=_("Card"),
            description=_(
                "Visa, Mastercard, American Express, Apple Pay and Google Pay, on the page of our payment service."
            ),
            flow=self.flow,
        )

    def releases_unpaid(self, total: Money) -> bool:
        return False

    def is_live(self) -> bool:
        return "_live_" in settings().stripe_secret_key

    def freeze(self, order: Order, idem_key: str, expires_at: datetime) -> dict[str, Any]:
        """One line for each line of the order, as sums: unit amounts differ within a line, sums never lie."""
        page = f"{settings().base_url.rstrip('/')}/o/{order.public_token}"
        reference = {"payment": idem_key, "order": order.number}
        request: SessionCreateParams = {
            "mode": "payment",
            "allowed_payment_method_types": ["card"],
            "line_items": cast(Any, _line_items(order)),
            "client_reference_id": order.number,
            "customer_email": order.email,
            "metadata": reference,
            "payment_intent_data": {"metadata": reference, "description": _("Order %(number)s", number=order.number)},
            "success_url": f"{page}?returned=1",
            "cancel_url": f"{page}?returned=cancelled",
            "expires_at": int(expires_at.timestamp()),
        }
        return cast(dict[str, Any], request)

    def begin(self, request: dict[str, Any], idem_key: str) -> Session:
        return _session(
            _ask(
                lambda: _client().v1.checkout.sessions.create(
                    cast(SessionCreateParams, request), {"idempotency_key": idem_key}
                )
            )
        )

    def read(self, session_id: str) -> Session:
        return _session(
            _ask(
                lambda: _client().v1.checkout.sessions.retrieve(
                    session_id, {"expand": ["payment_intent.latest_charge"]}
                )
            )
        )

    def expire(self, session_id: str) -> Session:
        try:
            _ask(lambda: _client().v1.checkout.sessions.expire(session_id))
        except GatewayRefused:
            pass  # it is not open any more: reading says what became of it
        return self.read(session_id)

    def refund(self, intent_id: str, amount: Money, idem_key: str) -> RefundAnswer:
        wanted: RefundCreateParams = {
            "payment_intent": intent_id,
            "amount": amount.minor,
            "metadata": {"refund": idem_key},
        }
        return _refund(_ask(lambda: _client().v1.refunds.create(wanted, {"idempotency_key": idem_key})))

    def read_refund(self, refund_id: str) -> RefundAnswer:
        return _refund(_ask(lambda: _client().v1.refunds.retrieve(refund_id)))

    def verify(self, raw: bytes, signature: str) -> Notice:
        """Any of the comma-separated secrets may have signed, so that they can be changed without a gap."""
        try:
            text = raw.decode()
            if not any(_signed(text, signature, secret) for secret in _secrets()):
                raise BadSignature
            event = json.loads(text)
            if bool(event["livemode"]) is not self.is_live() or event.get("account"):
                raise BadSignature
            return _notice(event)
        except (UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadSignature from error


def _line_items(order: Order) -> list[dict[str, Any]]:
    """What the shopper sees beside the amount; one line where the order has too many, or sums that Stripe cannot show."""
    lines = [line for line in order.lines if line.gross]
    if len(lines) > MOST_LINES or Money.total((line.gross for line in lines), order.currency) != order.total:
        return [_line_item(_("Order %(number)s", number=order.number), order.total)]
    return [
        _line_item(f"{line.quantity} × {line.name}" if line.quantity > 1 else line.name, line.gross) for line in lines
    ]


def _line_item(name: str, amount: Money) -> dict[str, Any]:
    data = {"currency": amount.currency.lower(), "unit_amount": amount.minor, "product_data": {"name": name[:250]}}
    return {"quantity": 1, "price_data": data}


def _session(said: StripeSession) -> Session:
    intent = said.payment_intent
    status = None if intent is None or isinstance(intent, str) else intent.status
    complete = said.status == "complete"
    paid = complete and said.payment_status in ("paid", "no_payment_required")
    if said.url and _origin(said.url) != settings().stripe_checkout_origin:
        raise GatewayRefused(f"The payment page is at {_origin(said.url)}.", "foreign_page")
    return Session(
        id=said.id,
        state=SessionState(said.status or "open"),
        url=said.url,
        paid=paid,
        failed=complete and not paid and status in ("requires_payment_method", "canceled"),
        amount=said.amount_total or 0,
        currency=(said.currency or "").upper(),
        livemode=said.livemode,
        intent_id=intent if intent is None or isinstance(intent, str) else intent.id,
        reference=_noted(said.metadata, "payment"),
    )


def _refund(said: stripe.Refund) -> RefundAnswer:
    return RefundAnswer(
        id=said.id,
        status=_REFUND_STATUS.get(said.status or "", RefundStatus.PENDING),
        reason=getattr(said, "failure_reason", None) or "",
        reference=_noted(said.metadata, "refund"),
    )


def _noted(metadata: stripe.StripeObject | None, name: str) -> str:
    """What we wrote on an object when we made it; empty on somebody else's."""
    return str(metadata[name]) if metadata is not None and name in metadata else ""


def _notice(event: dict[str, Any]) -> Notice:
    """Ids and states only: whatever else the message holds is read again from Stripe, and never stored."""
    told = event["data"]["object"]
    kept = {name: told[name] for name in ("id", "object", "status", "payment_status", "payment_intent") if name in told}
    if not isinstance(kept.get("payment_intent", ""), str):
        kept["payment_intent"] = (kept["payment_intent"] or {}).get("id")
    reference = told.get("metadata") or {}
    return Notice(
        event_id=str(event["id"])[:191],
        type=str(event["type"])[:191],
        object_id=str(told.get("id", ""))[:191],
        created=datetime.fromtimestamp(int(event["created"]), UTC),
        payload=kept
        | {"reference": {name: reference[name] for name in ("payment", "refund", "order") if name in reference}},
    )


def _ask(call: Callable[[], T]) -> T:
    """One call, with Stripe's many errors told apart by the only question that matters: may we ask again?"""
    try:
        return call()
    except stripe.StripeError as error:
        status = error.http_status or 0
        if status in (401, 403, 409, 429) or status >= 500 or status == 0:
            raise GatewayAway(str(error)[:500]) from error
        raise GatewayRefused(str(error.user_message or error)[:500], error.code or "") from error


def _client() -> stripe.StripeClient:
    return _client_of(settings().stripe_secret_key, settings().stripe_api_base)


@lru_cache(maxsize=4)
def _client_of(key: str, base: str) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": base},
        max_network_retries=2,
        http_client=stripe.RequestsClient(timeout=10),
    )


def _signed(text: str, signature: str, secret: str) -> bool:
    try:
        stripe.WebhookSignature.verify_header(text, signature, secret, tolerance=TOLERANCE)
    except stripe.SignatureVerificationError:
        return False
    return True


def _secrets() -> list[str]:
    return [secret for secret in settings().stripe_webhook_secret.split(",") if secret]


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
