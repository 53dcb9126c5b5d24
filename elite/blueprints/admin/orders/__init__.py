"""Orders at the desk: the list by state, one order, and a module for each thing that can be done with it."""

from flask import Blueprint

from elite.blueprints.admin.orders import (
    cancellation,
    delivery,
    invoice,
    packing,
    payments,
    refunds,
    release,
    shipments,
    show,
)

bp = Blueprint("orders", __name__)
bp.register_blueprint(show.bp)
for part in (payments, release, packing, shipments, delivery, cancellation, refunds, invoice):
    bp.register_blueprint(part.bp, url_prefix="/<number>")
