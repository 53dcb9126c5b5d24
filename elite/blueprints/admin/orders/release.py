"""Staff trust this customer: the order may be picked before its money is here."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import orders, settlement
from elite.kernel.text import _
from elite.web.current import current_user
from elite.web.errors import flashing
from elite.web.routes import declares

bp = Blueprint("release", __name__)


@bp.post("/release")
@declares(who="staff:orders.release", csrf="form", cache="private", limit="staff")
def create(number: str) -> Answer:
    with flashing(orders.CannotMove, settlement.NotYetPaid):
        settlement.release_order(number, by=current_user().id)
        flash(_("The order is released and may be packed."), "good")
    return redirect(url_for("admin.orders.show.show", number=number), 303)
