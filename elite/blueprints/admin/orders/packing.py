"""The order is picked and packed."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import orders, settlement
from elite.kernel.text import _
from elite.web.current import current_user
from elite.web.errors import flashing
from elite.web.routes import declares

bp = Blueprint("packing", __name__)


@bp.post("/packing")
@declares(who="staff:orders.pack", csrf="form", cache="private", limit="staff")
def create(number: str) -> Answer:
    with flashing(orders.CannotMove):
        settlement.mark_packed(number, by=current_user().id)
        flash(_("Marked as packed."), "good")
    return redirect(url_for("admin.orders.show.show", number=number), 303)
