"""Invoices and credit notes: frozen documents with gapless numbers, and the paper they are printed on.

A document is issued in the transaction that makes it due (decision 14); after that only a credit note can answer it. Its number
comes from a counter row a series and year, locked last, so that a rolled-back transaction leaves no gap (protocol.md 2.4).
"""

from elite.invoices.invoice import Invoice, InvoiceKind, find_invoice, list_invoices
from elite.invoices.issuing import credit, issue
from elite.invoices.pdf import pdf

__all__ = ["Invoice", "InvoiceKind", "credit", "find_invoice", "issue", "list_invoices", "pdf"]
