"""A refund that people pay from the bank account has been paid."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import orders, refunds, settlement
from elite.kernel.text import _
from elite.web.current import current_user
from elite.web.errors import flashing
from elite.web.routes import declares

bp = Blueprint("refunds", __name__)


@bp.post("/refunds/<refund>/booking")
@declares(who="staff:payments.book", csrf="form", cache="private", limit="staff")
def create(number: str, refund: str) -> Answer:
    order = orders.find_order(number) or abort(404)
    mine = refunds.find_refund(refund)
    if mine is None or mine.order_id != order.id:
        abort(404)
    with flashing(refunds.RefundMoved):
        settlement.book_refund(refund, by=current_user().id)
        flash(_("The refund is booked as paid."), "good")
    return redirect(url_for("admin.orders.show.show", number=number), 303)
