"""Paying an open order: go on, try again, or another way."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import orders, payments, settlement
from elite.kernel.text import _
from elite.web.errors import flashing
from elite.web.routes import declares

bp = Blueprint("payment", __name__)


@bp.post("/<token>/payment")
@declares(who="token", csrf="form", cache="token", limit="checkout")
def create(token: str) -> Answer:
    order = orders.find_by_token(token) or abort(404)
    here = url_for("orders.show.show", token=token)
    placed = None
    with flashing(
        settlement.NoLongerOpen,
        settlement.PaymentUnderWay,
        settlement.AlreadyPaid,
        payments.MethodNotOffered,
        payments.GatewayAway,
    ):
        placed = settlement.pay_again(order.number, request.form.get("method") or None)
    if placed and placed.pay_url:
        return redirect(placed.pay_url, 303)
    if placed and request.form.get("method") == payments.CARD and orders.get_order(order.number).is_open:
        flash(_("The payment page does not open yet. We keep trying; please press again in a moment."), "care")
    return redirect(here, 303)


@bp.get("/<token>/payment")
@declares(who="token", cache="token", limit="browse")
def show(token: str) -> Answer:
    return redirect(url_for("orders.show.show", token=token))
