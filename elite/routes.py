"""The address of every face, on one screen."""

from __future__ import annotations

from flask import Flask

from elite.blueprints import admin, auth, cart, checkout, gallery, letters, media, ops, orders, shop, webhooks
from elite.kernel.settings import settings

FACES = (
    (shop.bp, None),
    (cart.bp, "/cart"),
    (checkout.bp, "/checkout"),
    (orders.bp, "/o"),
    (auth.bp, "/account"),
    (admin.bp, "/admin"),
    (webhooks.bp, "/webhooks"),
    (media.bp, "/media"),
    (ops.bp, None),
)
DEMONSTRATION = (
    (gallery.bp, "/dev/gallery"),
    (letters.bp, "/dev/mail"),
)


def register(app: Flask) -> None:
    """Hang every face on its address; the demonstration's own only where the switch is on (decision 27)."""
    for face, prefix in FACES + (DEMONSTRATION if settings().demo else ()):
        app.register_blueprint(face, url_prefix=prefix)
