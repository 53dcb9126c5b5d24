"""The desk: what staff do, at /admin. Every route names the right it needs."""

from flask import Blueprint

from elite.blueprints.admin import letters, orders, products, stock, today

bp = Blueprint("admin", __name__)
bp.register_blueprint(today.bp)
bp.register_blueprint(orders.bp, url_prefix="/orders")
bp.register_blueprint(products.bp, url_prefix="/products")
bp.register_blueprint(stock.bp, url_prefix="/stock")
bp.register_blueprint(letters.bp, url_prefix="/letters")
