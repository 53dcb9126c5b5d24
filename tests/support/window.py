"""A small shop with everything a visitor needs to walk through it: `python -m tests.support.window`, in the shop's own surroundings.

It runs as a process of its own, because the shop it fills belongs to other processes as well. Most shelves hold plenty; the
last lantern is there to be sold out.
"""

from __future__ import annotations

import os

from config.settings import Settings
from elite import accounts, catalog, checkout, inventory, media, taxes
from elite.app import create_app
from elite.catalog import NewPicture
from elite.kernel.transaction import transaction
from elite.seeds import drawings
from tests.support.goods import plates, put_on_sale

DESK = {
    "owner@elite-events.example": accounts.Role.OWNER,
    "office@elite-events.example": accounts.Role.OFFICE,
    "packing@elite-events.example": accounts.Role.WAREHOUSE,
}
PASSWORD = "keys-to-the-desk-7"  # of a shop that lives for a minute


def dress() -> None:
    """Shelves, goods, pictures, taxes, ways of delivery, and people at the desk."""
    with transaction():
        taxes.set_up_united_kingdom()
        checkout.set_up_united_kingdom()
    with transaction():
        for email, role in DESK.items():
            accounts.create_staff(email, email.partition("@")[0].title(), PASSWORD, role)
    with transaction():
        tableware = catalog.create_category(None, "Tableware", description="Everything that stands on the cloth.")
        dinner = catalog.create_category(tableware, "Plates")
        light = catalog.create_category(None, "Lighting")
        halo = plates(
            summary="A wide rim, a quiet glaze.",
            description="<p>Stoneware, safe in the dishwasher.</p>",
            categories=[dinner],
            pictures=[_picture("plate", colour) for colour in ("damson", "rose", "moss")],
        )
        goods = [
            halo,
            put_on_sale("Linen napkin", "7.50", categories=[tableware], weight_grams=60),
            put_on_sale("Tall goblet", "11.20", categories=[tableware], weight_grams=300),
            put_on_sale("Pillar candle", "9.80", categories=[light], pictures=[_picture("candle", "butter")]),
            put_on_sale("Garden lantern", "34.00", categories=[light], weight_grams=900),
            put_on_sale("Long table", "249.00", categories=[tableware], weight_grams=21_000),
        ]
        for variant in (variant for product in goods for variant in product.variants):
            inventory.receive(variant.id, 1 if variant.sku == "GARDEN-LANTERN" else 200, ref=f"opening {variant.sku}")


def _picture(kind: str, colour: str) -> NewPicture:
    still_life = drawings.draw(kind, room=drawings.DAY_ROOMS[0], colour=colour, accent="butter")
    return NewPicture(key=media.store_master(still_life.svg), alt=f"{kind}, {colour}".capitalize())


if __name__ == "__main__":
    with create_app(Settings.from_env(os.environ)).app_context():
        dress()
