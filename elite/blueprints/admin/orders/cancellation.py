"""Giving an order up from the desk: stock free, money back, invoice credited."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import orders, payments, settlement
from elite.kernel.text import _
from elite.web.current import current_user
from elite.web.errors import flashing
from elite.web.routes import declares

bp = Blueprint("cancellation", __name__)


@bp.post("/cancellation")
@declares(who="staff:orders.cancel", csrf="form", cache="private", limit="staff")
def create(number: str) -> Answer:
    refusals = (orders.CannotMove, settlement.NoLongerOpen, settlement.PaymentUnderWay, payments.GatewayAway)
    with flashing(*refusals):
        reason = request.form.get("reason", "").strip()[:191]
        settlement.cancel(number, by=current_user().id, reason=reason or _("Cancelled by the shop"))
        flash(_("Cancelled. Any money goes back, and any invoice has its credit note."), "good")
    return redirect(url_for("admin.orders.show.show", number=number), 303)
