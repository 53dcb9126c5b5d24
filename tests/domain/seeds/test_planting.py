"""The demonstration's shop: complete, consistent, and the same every time."""

from __future__ import annotations

import re
import time
from collections import Counter

from flask import Flask
from sqlalchemy import func, select

from elite import accounts, catalog, checkout, inventory, media, seeds, taxes
from elite.catalog import Category, Product, ProductCategory, ProductPicture, StockPolicy, Variant
from elite.kernel.db import session
from elite.kernel.settings import settings
from elite.kernel.transaction import transaction
from elite.media import Picture
from elite.seeds.catalogue import SHELVES
from elite.seeds.planting import STAFF, barcode
from tests.support.goods import put_on_sale


def test_the_whole_shop_is_there_after_seconds_of_work(app: Flask) -> None:
    began = time.process_time()

    assert seeds.plant() is True

    assert time.process_time() - began < 20
    check_goods()
    check_pictures()
    check_what_can_be_sold()
    check_colours()
    check_shelves()
    check_people_and_rules()


def test_a_shop_with_goods_is_left_alone(app: Flask) -> None:
    with transaction():
        put_on_sale("A plate somebody made")
    said: list[str] = []

    assert seeds.plant(said.append) is False

    assert (count(Product), count(Picture), count(Variant)) == (1, 0, 1)
    assert "already" in said[0]


def count(model: type) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def check_goods() -> None:
    assert count(Product) >= 120
    assert count(Variant) >= 300
    said = select(func.count()).where(Product.description.like("<p>%"), Product.summary != "", Product.brand_id > 0)
    assert session.scalar(said) == count(Product)
    assert len(set(session.scalars(select(Product.description)))) == count(Product)


def check_pictures() -> None:
    """Every product has one whose master is on disk, no two products share one, and every colour wears its own."""
    pictured = select(ProductPicture.product_id).distinct()
    assert session.scalar(select(func.count()).select_from(pictured.subquery())) == count(Product)
    keys = set(session.scalars(select(ProductPicture.picture_key)))
    of_products = set(session.execute(select(ProductPicture.picture_key, ProductPicture.product_id)).all())
    assert len(keys) == len(of_products)
    plate = catalog.find_variants(["HALO-DINN-PLAT-DAM-6", "HALO-DINN-PLAT-DAM-24"]).values()
    assert len({catalog.picture_key_of(variant) for variant in plate}) == 1 < len(list(plate))
    known = media.find_pictures(list(keys))
    assert set(known) == keys
    assert all((settings().media_folder / "masters" / key).stat().st_size > 1000 for key in keys)
    assert all(picture.placeholder.startswith("data:image/png") for picture in known.values())
    assert all(session.scalars(select(ProductPicture.alt)))
    of_shelves = list(session.scalars(select(Category.picture_key)))
    assert set(media.find_pictures([key for key in of_shelves if key])) == set(of_shelves)


def check_what_can_be_sold() -> None:
    """Every variant can be sold, or says honestly that it cannot."""
    variants = list(session.scalars(select(Variant)))
    skus = [variant.sku for variant in variants]
    assert len(set(skus)) == len(skus)
    assert all(re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)+", sku) for sku in skus)
    assert len({variant.barcode for variant in variants}) == len(variants)
    there = inventory.available([variant.id for variant in variants])
    left = [there[v.id].left for v in variants if v.stock_policy is not StockPolicy.UNTRACKED]
    assert 10 < sum(1 for units in left if units == 0) < len(left) / 4
    assert sum(1 for units in left if units and units < 10) > 20
    assert {variant.stock_policy for variant in variants} == set(StockPolicy)
    assert any(variant.is_reduced for variant in variants)
    assert any(variant.min_quantity > 1 for variant in variants)
    assert all(variant.weight_grams > 0 and variant.price.minor > 0 for variant in variants)


def check_colours() -> None:
    """Picking a colour changes the picture."""
    product = catalog.find_product("ribbed-goblet")
    assert product is not None
    shown = {one.variant_id: one.picture_key for one in product.pictures if one.variant_id is not None}
    colours = {variant.id: variant.values[0].value for variant in product.variants}
    assert {colours[variant_id] for variant_id in shown} == {"Damson", "Celadon", "Cornflower"}
    assert len(set(shown.values())) == 3
    swatches = {value.swatch for option in product.options if option.name == "Colour" for value in option.values}
    assert swatches == {"damson", "celadon", "cornflower"}


def check_shelves() -> None:
    roots = [branch.path for branch in catalog.category_tree().roots]
    assert roots == [shelf.path for shelf in SHELVES if "/" not in shelf.path]
    assert len(roots) == 10
    placed = select(Category.path).join(ProductCategory, ProductCategory.category_id == Category.id)
    places = Counter(session.scalars(placed))
    assert [path for path in session.scalars(select(Category.path)) if "/" in path and places[path] < 2] == []


def check_people_and_rules() -> None:
    for email, _name, password, role in STAFF:
        assert accounts.sign_in(email, password).role is role
    assert len(seeds.sign_ins()) == len(STAFF)
    assert taxes.list_zones()
    assert checkout.list_delivery_zones()


def test_barcodes_have_their_check_digit() -> None:
    codes = [barcode(number) for number in range(1, 400)]

    assert len(set(codes)) == 399
    for code in codes:
        weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(code))
        assert len(code) == 13
        assert weighed % 10 == 0
