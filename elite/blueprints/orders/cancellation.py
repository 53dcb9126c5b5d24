"""Giving an order up while that is allowed; an unpaid one may go back into the cart."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import orders, payments, settlement
from elite.kernel.text import _
from elite.web.errors import flashing
from elite.web.routes import declares

bp = Blueprint("cancellation", __name__)


@bp.post("/<token>/cancellation")
@declares(who="token", csrf="form", cache="token", limit="checkout")
def create(token: str) -> Answer:
    order = orders.find_by_token(token) or abort(404)
    with flashing(orders.CannotMove, settlement.PaymentUnderWay, settlement.AlreadyPaid, payments.GatewayAway):
        if request.form.get("keep") == "cart" and order.is_open:
            settlement.put_back(order.number)
            flash(_("Everything is back in your cart. Nothing was charged."), "good")
            return redirect(url_for("cart.show"), 303)
        if order.fulfilment_state not in (orders.FulfilmentState.HELD, orders.FulfilmentState.RELEASED):
            raise orders.CannotMove(order.number, order.fulfilment_state, orders.FulfilmentState.CANCELLED)
        settlement.cancel(order.number, by=None)
        flash(_("Your order is cancelled."), "good")
    return redirect(url_for("orders.show.show", token=token), 303)


@bp.get("/<token>/cancellation")
@declares(who="token", cache="token", limit="browse")
def show(token: str) -> Answer:
    return redirect(url_for("orders.show.show", token=token))
