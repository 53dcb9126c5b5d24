"""After an order is placed, paid, sent, cancelled or lapsed: the letters people wait for."""

from __future__ import annotations

from elite import mail
from elite.mail import orders as letters
from elite.orders.events import OrderCancelled, OrderExpired, OrderPaid, OrderPlaced, OrderReleased, OrderSent
from elite.reactions import when


@when(OrderPlaced, calls_out=True)
def acknowledge(fact: OrderPlaced) -> None:
    """How to pay by transfer; that we have it, for what is paid later. A card buyer gets the receipt instead."""
    if fact.method == "transfer":
        mail.send(letters.transfer_instructions(fact.order))
    elif fact.method in ("invoice", "on_delivery"):
        mail.send(letters.placed(fact.order))


@when(OrderPaid, calls_out=True)
def send_receipt(fact: OrderPaid) -> None:
    """The letter that people wait for."""
    mail.send(letters.paid(fact.order))


@when(OrderReleased, calls_out=True)
def send_company_invoice(fact: OrderReleased) -> None:
    """A company's invoice is due when staff released the order."""
    if letters.is_company_invoice(fact.order):
        mail.send(letters.released(fact.order))


@when(OrderSent, calls_out=True)
def tell_it_left(fact: OrderSent) -> None:
    """With the tracking number."""
    mail.send(letters.sent(fact.order))


@when(OrderCancelled, calls_out=True)
def tell_it_is_cancelled(fact: OrderCancelled) -> None:
    """And what goes back."""
    mail.send(letters.cancelled(fact.order))


@when(OrderExpired, calls_out=True)
def tell_it_lapsed(fact: OrderExpired) -> None:
    """So that nobody waits for a parcel; only where we had promised to hold the goods."""
    if letters.was_transfer(fact.order):
        mail.send(letters.expired(fact.order))
