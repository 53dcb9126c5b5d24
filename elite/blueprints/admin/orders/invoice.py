"""The papers of an order, for the desk."""

from __future__ import annotations

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue as Answer

from elite import invoices, orders
from elite.web.routes import declares

bp = Blueprint("invoice", __name__)


@bp.get("/documents/<document>.pdf")
@declares(who="staff:orders.view", cache="private", limit="staff")
def show(number: str, document: str) -> Answer:
    order = orders.find_order(number) or abort(404)
    paper = next((one for one in invoices.list_invoices(order.id) if one.number == document), None) or abort(404)
    answer = Response(invoices.pdf(paper), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{paper.number}.pdf"'
    return answer
