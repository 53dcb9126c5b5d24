"""Where other programs tell us things; who they are is proven by a signature, never by a session."""

from flask import Blueprint

from elite.blueprints.webhooks import stripe

bp = Blueprint("webhooks", __name__)
bp.register_blueprint(stripe.bp)
