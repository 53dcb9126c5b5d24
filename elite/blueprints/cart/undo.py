"""Taking the last change back."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue as Answer

from elite import cart
from elite.blueprints.cart import answers
from elite.kernel.text import _
from elite.web.current import current_cart
from elite.web.routes import declares

bp = Blueprint("undo", __name__)


@bp.post("/undo")
@declares(csrf="form", cache="private", limit="cart")
@answers.standing
def create() -> Answer:
    cart.undo(current_cart(), request.form.get("step", "")[:20])
    return answers.changed(_("Taken back."), way_back=False)


@bp.get("/undo")
@declares(cache="private", limit="browse")
def show() -> Answer:
    return answers.back()
