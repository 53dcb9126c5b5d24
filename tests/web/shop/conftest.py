"""A few shelves with goods on them, as a shopper finds them."""

from __future__ import annotations

import pytest
from flask import Flask

from elite import catalog, inventory, media, taxes
from elite.catalog import AttributeKind, NewFact, NewPicture
from elite.kernel.db import session
from elite.kernel.transaction import transaction
from tests.support.goods import plates, pounds, put_on_sale


@pytest.fixture
def goods(app: Flask) -> None:
    with app.app_context(), transaction():
        taxes.set_up_united_kingdom()
        for key in ("shelf", "plate-1", "plate-2"):
            session.add(media.Picture(key=key, placeholder=f"data:image/webp;base64,{key}"))
        catalog.define_attribute("diameter", "Diameter", AttributeKind.NUMBER, "cm")
        catalog.define_attribute("dishwasher", "Dishwasher", AttributeKind.BOOLEAN)
        tableware = catalog.create_category(
            None, "Tableware", description="Plates, glasses and cutlery.", picture_key="shelf"
        )
        dinner = catalog.create_category(tableware, "Plates")
        glasses = catalog.create_category(tableware, "Glasses")
        catalog.create_category(None, "Linen")
        plates(
            categories=[dinner],
            summary="Glazed stoneware",
            brand="Halo",
            description="<p>Heavy and <script>alert(1)</script>flat.</p>",
            tags=["the long lunch"],
            facts=[
                NewFact(code="diameter", value=27, sku="HALO-DAM-27"),
                NewFact(code="diameter", value=30, sku="HALO-DAM-30"),
                NewFact(code="dishwasher", value=True),
            ],
            pictures=[
                NewPicture(key="plate-1", alt="A damson plate"),
                NewPicture(key="plate-2", alt="A rose plate", sku="HALO-ROS-27"),
            ],
        )
        put_on_sale(
            "Ribbed goblet",
            "44.80",
            sku="GOB",
            categories=[glasses],
            pack_size=4,
            unit_name="glass",
            min_quantity=2,
            quantity_step=2,
            compare_at_price=pounds("49.80"),
            weight_grams=1160,
        )
        put_on_sale("Toast flute", "22.00", sku="FLUTE", categories=[glasses])
        put_on_sale("Water glass", "12.00", sku="WATER", categories=[glasses])
        for sku, quantity in {"HALO-DAM-27": 40, "HALO-DAM-30": 3, "HALO-ROS-27": 40, "GOB": 50, "WATER": 9}.items():
            inventory.receive(catalog.find_variant(sku).id, quantity, ref=f"first-{sku}")
