"""The parcel leaves the building."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue as Answer
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from elite import orders, settlement
from elite.kernel.text import _
from elite.web.current import current_user
from elite.web.errors import flashing
from elite.web.forms import Form
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.desk import order_page_view

bp = Blueprint("shipments", __name__)


class ShipmentForm(Form):
    carrier = StringField(_("Carrier"), validators=[DataRequired(_("Who carries it?")), Length(max=60)])
    tracking = StringField(_("Tracking number"), validators=[Length(max=100)])


@bp.post("/shipments")
@declares(who="staff:orders.send", csrf="form", cache="private", limit="staff")
def create(number: str) -> Answer:
    form = ShipmentForm()
    if not form.validate():
        order = orders.find_order(number) or abort(404)
        return page("admin/orders/show.html", status=422, **order_page_view(order, shipment=form))

    with flashing(orders.CannotMove):
        parcel = settlement.Parcel(carrier=form.carrier.data or "", tracking=form.tracking.data or "")
        settlement.send_order(number, parcel, by=current_user().id)
        flash(_("Sent. The customer gets a letter with the tracking number."), "good")
    return redirect(url_for("admin.orders.show.show", number=number), 303)
