"""Which ways to pay there are, and which of them suit a purchase."""

from __future__ import annotations

from typing import Final

from elite.kernel.money import Money
from elite.kernel.text import _
from elite.payments.errors import MethodNotOffered
from elite.payments.gateways import Flow, Gateway, Method, Purchase, RedirectGateway
from elite.payments.gateways.bank_transfer import BankTransfer
from elite.payments.gateways.company_invoice import CompanyInvoice
from elite.payments.gateways.free import Free
from elite.payments.gateways.on_delivery import OnDelivery
from elite.payments.gateways.stripe import Stripe

CARD: Final = "card"
TRANSFER: Final = "transfer"
INVOICE: Final = "invoice"
ON_DELIVERY: Final = "on_delivery"
FREE: Final = "free"

GATEWAYS: dict[str, Gateway] = {
    gateway.code: gateway for gateway in (Stripe(), BankTransfer(), CompanyInvoice(), OnDelivery(), Free())
}


def list_methods(total: Money, country: str, *, company: str = "") -> list[Method]:
    """The ways to pay `total` for a delivery to `country` (ISO code), as shown; for nothing, only `free`."""
    purchase = Purchase(total=total, country=country, company=company)
    if not total:
        return [method for method in [GATEWAYS[FREE].offer(purchase)] if method]
    return [method for gateway in GATEWAYS.values() if (method := gateway.offer(purchase))]


def require_method(code: str, total: Money, country: str, *, company: str = "") -> Gateway:
    """The gateway behind `code`. Raises MethodNotOffered unless it suits this purchase."""
    if code not in {method.code for method in list_methods(total, country, company=company)}:
        raise MethodNotOffered
    return GATEWAYS[code]


def gateway_of(code: str) -> Gateway:
    """The gateway of a payment that was made already."""
    return GATEWAYS[code]


def redirect_gateway(code: str) -> RedirectGateway | None:
    """The gateway of a payment that has a page elsewhere; None for methods without one."""
    gateway = GATEWAYS[code]
    return gateway if gateway.flow is Flow.REDIRECT and isinstance(gateway, RedirectGateway) else None


def card_gateway() -> RedirectGateway:
    """The gateway that sends webhooks."""
    gateway = redirect_gateway(CARD)
    assert gateway is not None
    return gateway


def method_name(code: str) -> str:
    """What a method is called on order pages and letters, offered or not."""
    names = {
        CARD: _("Card"),
        TRANSFER: _("Bank transfer"),
        INVOICE: _("Company invoice"),
        ON_DELIVERY: _("Pay on delivery"),
        FREE: _("Nothing to pay"),
    }
    return names.get(code, code)
