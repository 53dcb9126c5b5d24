"""The cart's page, and what can be pressed on it. Every change answers with a page, or with the parts that changed."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue as Answer

from elite.blueprints.cart import items, move_to_cart, prices, save_for_later, undo
from elite.web.current import current_cart
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.cart import cart_view

bp = Blueprint("cart", __name__)
for part in (items, save_for_later, move_to_cart, undo, prices):
    bp.register_blueprint(part.bp)


@bp.get("")
@declares(cache="private", limit="browse")
def show() -> Answer:
    return page("cart/show.html", fragment="cart", **cart_view(current_cart()))
