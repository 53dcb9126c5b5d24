"""The papers of an order, as PDF."""

from __future__ import annotations

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue as Answer

from elite import invoices, orders
from elite.invoices import InvoiceKind
from elite.web.routes import declares

bp = Blueprint("invoice", __name__)


@bp.get("/<token>/invoice.pdf")
@declares(who="token", cache="token", limit="browse")
def show(token: str) -> Answer:
    return _paper(token, InvoiceKind.INVOICE)


@bp.get("/<token>/credit-note.pdf")
@declares(who="token", cache="token", limit="browse")
def credit_note(token: str) -> Answer:
    return _paper(token, InvoiceKind.CREDIT_NOTE)


def _paper(token: str, kind: InvoiceKind) -> Answer:
    order = orders.find_by_token(token) or abort(404)
    document = invoices.find_invoice(order.id, kind) or abort(404)
    answer = Response(invoices.pdf(document), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{document.number}.pdf"'
    return answer
