"""Where other programs tell us things; who they are is proven by a signature, never by a session."""

from flask import Blueprint

bp = Blueprint("webhooks", __name__)

from elite.blueprints.webhooks import stripe  # noqa: E402, F401
