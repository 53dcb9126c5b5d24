"""Finding an order and looking at it."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue as Answer

from elite import orders
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.desk import list_view, order_page_view

bp = Blueprint("show", __name__)


@bp.get("")
@declares(who="staff:orders.view", cache="private", limit="staff")
def index() -> Answer:
    return page("admin/orders/index.html", fragment="orders", **list_view(request.args))


@bp.get("/<number>")
@declares(who="staff:orders.view", cache="private", limit="staff")
def show(number: str) -> Answer:
    order = orders.find_order(number) or abort(404)
    return page("admin/orders/show.html", **order_page_view(order))
