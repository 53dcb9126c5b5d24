"""The order has arrived."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import orders, settlement
from elite.kernel.text import _
from elite.web.current import current_user
from elite.web.errors import flashing
from elite.web.routes import declares

bp = Blueprint("delivery", __name__)


@bp.post("/delivery")
@declares(who="staff:orders.send", csrf="form", cache="private", limit="staff")
def create(number: str) -> Answer:
    with flashing(orders.CannotMove):
        settlement.mark_delivered(number, by=current_user().id)
        flash(_("Marked as delivered."), "good")
    return redirect(url_for("admin.orders.show.show", number=number), 303)
