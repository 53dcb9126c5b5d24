"""The letters about an order. Each is made from the order's number at the moment it is sent, so that it says what is true then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from elite import invoices, orders, payments
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.text import _
from elite.mail.letter import Letter
from elite.orders import Order


def placed(number: str) -> Letter:
    """Your order is here, and what happens next: for a company invoice and for paying on delivery."""
    order = orders.get_order(number)
    return _letter("order_placed", order, _("Your order %(number)s", number=number))


def transfer_instructions(number: str) -> Letter:
    """Where to transfer how much, with which reference, by when."""
    order = orders.get_order(number)
    return _letter("transfer_instructions", order, _("How to pay for order %(number)s", number=number), bank=_bank())


def paid(number: str) -> Letter:
    """The receipt, with the invoice attached."""
    order = orders.get_order(number)
    invoice = invoices.find_invoice(order.id)
    paper = ((f"{invoice.number}.pdf", "application/pdf", invoices.pdf(invoice)),) if invoice else ()
    return _letter(
        "order_paid", order, _("Thank you: order %(number)s is paid", number=number), attachments=paper, invoice=invoice
    )


def sent(number: str) -> Letter:
    """It is on its way, with its tracking number."""
    order = orders.get_order(number)
    invoice = invoices.find_invoice(order.id)
    paper = (
        ((f"{invoice.number}.pdf", "application/pdf", invoices.pdf(invoice)),) if invoice and not order.is_paid else ()
    )
    shipment = order.shipments[-1] if order.shipments else None
    return _letter(
        "order_sent",
        order,
        _("Order %(number)s is on its way", number=number),
        attachments=paper,
        shipment=shipment,
        invoice=bool(paper),
        to_driver=order.payment_method == payments.ON_DELIVERY and not order.is_paid,
    )


def released(number: str) -> Letter:
    """The invoice of a company, when staff have agreed to it."""
    order = orders.get_order(number)
    invoice = invoices.find_invoice(order.id)
    paper = ((f"{invoice.number}.pdf", "application/pdf", invoices.pdf(invoice)),) if invoice else ()
    return _letter(
        "order_released",
        order,
        _("Invoice for order %(number)s", number=number),
        attachments=paper,
        invoice=invoice,
        bank=_bank(),
    )


def cancelled(number: str) -> Letter:
    """The order is given up; what was paid goes back."""
    order = orders.get_order(number)
    note = invoices.find_invoice(order.id, invoices.InvoiceKind.CREDIT_NOTE)
    paper = ((f"{note.number}.pdf", "application/pdf", invoices.pdf(note)),) if note else ()
    return _letter(
        "order_cancelled",
        order,
        _("Order %(number)s is cancelled", number=number),
        attachments=paper,
        returned=_returned(order),
    )


def expired(number: str) -> Letter:
    """No payment came, so the goods are free again."""
    order = orders.get_order(number)
    return _letter("order_expired", order, _("Order %(number)s has lapsed", number=number))


def late_money(number: str) -> Letter:
    """Money came for an order that could not be any more; it goes back."""
    order = orders.get_order(number)
    return _letter(
        "late_money", order, _("Your payment for %(number)s goes back to you", number=number), returned=_returned(order)
    )


LETTERS: dict[str, Callable[[str], Letter]] = {
    "order_placed": placed,
    "transfer_instructions": transfer_instructions,
    "order_paid": paid,
    "order_sent": sent,
    "order_released": released,
    "order_cancelled": cancelled,
    "order_expired": expired,
    "late_money": late_money,
}


def _letter(
    kind: str, order: Order, title: str, *, attachments: tuple[tuple[str, str, bytes], ...] = (), **context: Any
) -> Letter:
    address = f"{settings().base_url}/o/{order.public_token}"
    return Letter(
        kind=kind,
        about=order.number,
        to=order.email,
        title=title,
        key=f"{kind}:{order.number}",
        context={"order": order, "order_address": address, **context},
        attachments=attachments,
    )


def _bank() -> dict[str, str]:
    """Where a transfer goes."""
    return {"holder": settings().bank_holder, "account": settings().bank_account, "code": settings().bank_code}


def _returned(order: Order) -> Money:
    """What the order's payments had brought in, all of which goes back when it is cancelled."""
    amounts = session.scalars(select(payments.Payment.captured).where(payments.Payment.order_id == order.id))
    return Money.total(amounts, order.currency)


def is_company_invoice(number: str) -> bool:
    """Whether the order is paid by a company after its release."""
    return orders.get_order(number).payment_method == "invoice"


def was_transfer(number: str) -> bool:
    """Whether we had held goods for a bank transfer."""
    return orders.get_order(number).payment_method == "transfer"
