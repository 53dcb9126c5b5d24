"""Issuing a document: find the earlier one, freeze what it says, take the next number, keep it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from elite.invoices.document import credit_document, invoice_document
from elite.invoices.events import CreditNoteIssued, InvoiceIssued
from elite.invoices.invoice import Invoice, InvoiceKind
from elite.kernel import clock, events
from elite.kernel.counters import next_number
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.shop import shop
from elite.orders import Order, get_order

SERIES = {InvoiceKind.INVOICE: "R", InvoiceKind.CREDIT_NOTE: "C"}


def issue(order_id: int) -> Invoice:
    """The order's invoice, issued now unless it was before; inside a transaction, when the rows it needs are locked."""
    order = session.get_one(Order, order_id)
    if earlier := _find(order_id, "order"):
        return earlier

    invoice = _number(InvoiceKind.INVOICE, order, cause="order", total=order.total, tax=order.tax)
    invoice.document = invoice_document(get_order(order.number), invoice.number, invoice.issued_at)
    session.add(invoice)
    session.flush()

    events.record(InvoiceIssued(order=order.number, invoice=invoice.number, total=order.total.minor))
    return invoice


def credit(invoice_id: int, reason: str) -> Invoice:
    """The credit note that takes the whole of an invoice back, issued now unless it was before; inside a transaction."""
    invoice = session.get_one(Invoice, invoice_id)
    order = session.get_one(Order, invoice.order_id)
    cause = f"credit of {invoice.number}"
    if earlier := _find(order.id, cause):
        return earlier

    note = _number(InvoiceKind.CREDIT_NOTE, order, cause=cause, total=-invoice.total, tax=-invoice.tax)
    note.refers_to_id = invoice.id
    note.document = credit_document(invoice.document, note.number, note.issued_at, reason)
    session.add(note)
    session.flush()

    events.record(
        CreditNoteIssued(order=order.number, invoice=invoice.number, credit_note=note.number, total=invoice.total.minor)
    )
    return note


def _find(order_id: int, cause: str) -> Invoice | None:
    return session.scalar(select(Invoice).where(Invoice.order_id == order_id, Invoice.cause == cause))


def _number(kind: InvoiceKind, order: Order, *, cause: str, total: Money, tax: Money) -> Invoice:
    now = clock.database_now()
    series, year = SERIES[kind], now.astimezone(shop().zone).year
    serial = next_number(f"{series}-{year}")
    document: dict[str, Any] = {}
    return Invoice(
        number=f"{series}-{year}-{serial:06d}",
        kind=kind,
        series=series,
        year=year,
        serial=serial,
        order_id=order.id,
        cause=cause,
        document=document,
        total=total,
        tax=tax,
        issued_at=now,
    )
