"""Giving an order up while that is allowed; an unpaid one may go back into the cart."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import orders, payments, settlement
from elite.kernel.text import _
from elite.web.errors import flashing
from elite.web.routes import declares
from elite.web.views.order import may_give_up

bp = Blueprint("cancellation", __name__)


@bp.post("/<token>/cancellation")
@declares(who="token", csrf="form", cache="token", limit="checkout")
def create(token: str) -> Answer:
    order = orders.find_by_token(token) or abort(404)
    here = url_for("orders.show.show", token=token)
    if order.is_cancelled:
        flash(_("Your order is cancelled."), "good")
        return redirect(here, 303)
    if not may_give_up(order):
        flash(_("This order has gone on since, so it can no longer be cancelled here. Please write to us."), "stop")
        return redirect(here, 303)
    refusals = (
        *(orders.CannotMove, settlement.NoLongerOpen, settlement.PaymentUnderWay, settlement.AlreadyPaid),
        payments.GatewayAway,
    )
    with flashing(*refusals):
        if request.form.get("keep") == "cart" and order.is_open:
            settlement.put_back(order.number)
            flash(_("Everything is back in your cart. Nothing was charged."), "good")
            return redirect(url_for("cart.show"), 303)
        settlement.cancel(order.number, by=None)
        flash(_("Your order is cancelled."), "good")
    return redirect(here, 303)


@bp.get("/<token>/cancellation")
@declares(who="token", cache="token", limit="browse")
def show(token: str) -> Answer:
    return redirect(url_for("orders.show.show", token=token))
