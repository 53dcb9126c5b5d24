"""A guest's own order, at /o/<token>: the secret in the address is the key (features.md section 4)."""

from flask import Blueprint

from elite.blueprints.orders import cancellation, invoice, payment, show

bp = Blueprint("orders", __name__)
for part in (show, payment, cancellation, invoice):
    bp.register_blueprint(part.bp)
