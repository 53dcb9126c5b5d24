"""Taking a saved line back into the cart."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue as Answer

from elite import cart
from elite.blueprints.cart import answers
from elite.kernel.text import _
from elite.web.current import current_cart
from elite.web.routes import declares

bp = Blueprint("move_to_cart", __name__)


@bp.post("/items/<path:line>/move-to-cart")
@declares(csrf="form", cache="private", limit="cart")
@answers.standing
def create(line: str) -> Answer:
    cart.move_to_cart(current_cart(), line)
    return answers.changed(_("It is back in your cart."))
