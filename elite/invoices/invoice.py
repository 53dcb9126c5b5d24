"""A numbered document that is never changed: its content is kept as it was issued."""

from __future__ import annotations

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from elite.kernel.db import Model, session
from elite.kernel.money import Money


class InvoiceKind(enum.StrEnum):
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class Invoice(Model):
    """One issued document. At most one invoice an order, and one credit note for an order cancelled whole."""

    __tablename__ = "invoice"
    __table_args__ = (UniqueConstraint("series", "year", "serial"), UniqueConstraint("order_id", "cause"))

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[InvoiceKind]
    series: Mapped[str] = mapped_column(String(10))
    year: Mapped[int]
    serial: Mapped[int]
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    cause: Mapped[str] = mapped_column(String(60))  # what called for it, so that a replay finds it
    refers_to_id: Mapped[int | None] = mapped_column(ForeignKey("invoice.id"))
    document: Mapped[dict[str, Any]]
    total: Mapped[Money]
    tax: Mapped[Money]
    issued_at: Mapped[datetime]


def find_invoice(order_id: int, kind: InvoiceKind = InvoiceKind.INVOICE) -> Invoice | None:
    """The order's latest document of this kind."""
    documents = select(Invoice).where(Invoice.order_id == order_id, Invoice.kind == kind)
    return session.scalar(documents.order_by(Invoice.id.desc()).limit(1))


def list_invoices(order_id: int) -> list[Invoice]:
    """Every document of the order, in the order of issue."""
    return list(session.scalars(select(Invoice).where(Invoice.order_id == order_id).order_by(Invoice.id)))
