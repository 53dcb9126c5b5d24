"""What people see who look around: the first page, shelves, products, and finding them."""

from __future__ import annotations

from flask import Blueprint

from elite.blueprints.shop import categories, home, products, search, suggestions

bp = Blueprint("shop", __name__)
for part in (home, categories, products, search, suggestions):
    bp.register_blueprint(part.bp)
