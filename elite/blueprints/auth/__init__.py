"""Signing in and out, at /account."""

from flask import Blueprint

from elite.blueprints.auth import sessions

bp = Blueprint("auth", __name__)
bp.register_blueprint(sessions.bp)
