"""Documents issued, as facts; the subject is the order's number."""

from dataclasses import dataclass

from elite.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class InvoiceIssued(Event):
    order: str
    invoice: str
    total: int


@dataclass(frozen=True, kw_only=True)
class CreditNoteIssued(Event):
    order: str
    invoice: str
    credit_note: str
    total: int
