"""The order page: also the confirmation, and the address the payment page returns to."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import orders, settlement
from elite.web.hypermedia import is_htmx, page
from elite.web.routes import declares
from elite.web.views.order import order_view, seal

bp = Blueprint("show", __name__)


@bp.get("/<token>")
@declares(who="token", cache="token", limit="browse")
def show(token: str) -> Answer:
    """Coming back from the payment page the gateway is asked first, so that the page is right before any webhook."""
    order = orders.find_by_token(token) or abort(404)
    if "returned" in request.args:
        settlement.refresh(token)
        return redirect(url_for("orders.show.show", token=token), 303)
    return page("orders/show.html", fragment="state", **order_view(order))


@bp.get("/<token>/status")
@declares(who="token", cache="token", limit="browse")
def status(token: str) -> Answer:
    """The order while a gateway answers: asked again by htmx every few seconds, and by the link for those without a script."""
    order = orders.find_by_token(token) or abort(404)
    if order.is_open:
        settlement.refresh(token)
        order = orders.find_by_token(token) or abort(404)
    if is_htmx() and request.args.get("seen") == seal(order):
        return "", 204
    return page("orders/show.html", fragment="state", **order_view(order))
