"""The ways to pay: one file each, one shape. To add one, copy the nearest, and name it in `GATEWAYS`."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from elite.kernel.money import Money
from elite.orders import Order


class Flow(enum.StrEnum):
    """What the shopper does after pressing the button: nothing more here, or pay on the gateway's page."""

    REDIRECT = "redirect"
    OFFLINE = "offline"


@dataclass(frozen=True, kw_only=True)
class Purchase:
    """What a way to pay may ask before it offers itself."""

    total: Money
    country: str
    company: str = ""


@dataclass(frozen=True, kw_only=True)
class Method:
    """A way to pay, in words for a shopper."""

    code: str
    name: str
    description: str
    flow: Flow


class Gateway(Protocol):
    """Every way to pay answers these. `invoice_when` is decision 14: at which step the invoice is made."""

    code: str
    flow: Flow

    def offer(self, purchase: Purchase) -> Method | None:
        """The method as it is shown, or None where it does not suit the purchase."""

    def releases_unpaid(self, total: Money) -> bool:
        """Whether the goods may be picked before any money is here."""


class SessionState(enum.StrEnum):
    OPEN = "open"
    COMPLETE = "complete"
    EXPIRED = "expired"


@dataclass(frozen=True, kw_only=True)
class Session:
    """What the gateway says about its payment page this moment. `paid` and `failed` are never both true."""

    id: str
    state: SessionState
    url: str | None
    paid: bool
    failed: bool
    amount: int
    currency: str
    livemode: bool
    intent_id: str | None
    reference: str


class RefundStatus(enum.StrEnum):
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True)
class RefundAnswer:
    """What the gateway says about a refund this moment."""

    id: str
    status: RefundStatus
    reason: str = ""
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A verified message of the gateway, reduced to what says which object to read again."""

    event_id: str
    type: str
    object_id: str
    created: datetime
    payload: dict[str, Any]


@runtime_checkable
class RedirectGateway(Gateway, Protocol):
    """A gateway with a page of its own. Every call may raise GatewayAway (ask again) or GatewayRefused (do not)."""

    def is_live(self) -> bool:
        """Whether real money moves with the key that is configured."""

    def freeze(self, order: Order, idem_key: str, expires_at: datetime) -> dict[str, Any]:
        """The request for a page where `order` (lines loaded) can be paid until `expires_at`, as stored and sent."""

    def begin(self, request: dict[str, Any], idem_key: str) -> Session:
        """Open the page; the same key opens it once."""

    def read(self, session_id: str) -> Session: ...

    def expire(self, session_id: str) -> Session:
        """End the page, so that nobody can pay there any more; one that has ended already is only read."""

    def refund(self, intent_id: str, amount: Money, idem_key: str) -> RefundAnswer:
        """Send money back; the same key sends it once."""

    def read_refund(self, refund_id: str) -> RefundAnswer: ...

    def verify(self, raw: bytes, signature: str) -> Notice:
        """What a webhook says. Raises BadSignature for anything that is not the gateway's own."""
