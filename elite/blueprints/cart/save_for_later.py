"""Putting a line aside."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue as Answer

from elite import cart
from elite.blueprints.cart import answers
from elite.kernel.text import _
from elite.web.current import current_cart
from elite.web.routes import declares

bp = Blueprint("save_for_later", __name__)


@bp.post("/items/<path:line>/save-for-later")
@declares(csrf="form", cache="private", limit="cart")
@answers.standing
def create(line: str) -> Answer:
    cart.save_for_later(current_cart(), line)
    return answers.changed(_("Saved for later. It waits below your cart."))
