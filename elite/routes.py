"""The address of every face, on one screen."""

from __future__ import annotations

from importlib import import_module, util

from flask import Flask

from elite.kernel.settings import settings

FACES = (
    ("elite.blueprints.shop", ""),
    ("elite.blueprints.cart", "/cart"),
    ("elite.blueprints.checkout", "/checkout"),
    ("elite.blueprints.orders", "/o"),
    ("elite.blueprints.auth", "/account"),
    ("elite.blueprints.admin", "/admin"),
    ("elite.blueprints.webhooks", "/webhooks"),
    ("elite.blueprints.media", "/media"),
    ("elite.blueprints.ops", ""),
)
DEMONSTRATION = (
    ("elite.blueprints.gallery", "/dev/gallery"),
    ("elite.blueprints.letters", "/dev/mail"),
)


def register(app: Flask) -> None:
    """Hang every face on its address; the demonstration's own only where the switch is on (decision 27)."""
    for module, prefix in FACES + (DEMONSTRATION if settings().demo else ()):
        face = getattr(import_module(module), "bp", None) if util.find_spec(module) else None
        if face:
            app.register_blueprint(face, url_prefix=prefix or None)
    for module in ("orders", "payments", "letters"):
        if util.find_spec(f"elite.reactions.{module}"):
            import_module(f"elite.reactions.{module}")
