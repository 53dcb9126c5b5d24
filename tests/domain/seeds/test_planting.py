"""The demonstration's shop: complete, consistent, and the same every time."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from flask import Flask
from sqlalchemy import func, select

from elite import accounts, catalog, inventory, media, seeds, taxes
from elite.catalog import Category, Product, ProductPicture, StockPolicy, Variant
from elite.kernel.db import session
from elite.kernel.settings import settings
from elite.media import Picture
from elite.seeds.planting import STAFF, barcode


@pytest.fixture
def planted(app: Flask) -> Flask:
    assert seeds.plant() is True
    return app


def count(model: type) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_the_whole_shop_is_there(planted: Flask) -> None:
    assert count(Product) >= 120
    assert count(Variant) >= 300
    roots = [branch.path for branch in catalog.category_tree().roots]
    assert roots == ["tableware", "linen", "lighting", "balloons", "backdrops", "favours", "furniture", "serving", "stationery", "candles"]  # fmt: skip
    on_sale = session.scalar(
        select(func.count()).select_from(Product).where(Product.description.like("<p>%"), Product.summary != "")
    )
    assert on_sale == count(Product)

    # every product has a picture whose master is on disk, every colour its own
    pictured = select(ProductPicture.product_id).distinct()
    assert session.scalar(select(func.count()).select_from(pictured.subquery())) == count(Product)
    keys = set(session.scalars(select(ProductPicture.picture_key)))
    assert len(keys) == count(ProductPicture), "no picture is used twice"
    known = media.find_pictures(list(keys))
    assert set(known) == keys
    assert all((settings().media_folder / "masters" / key).stat().st_size > 1000 for key in keys)
    assert all(picture.placeholder.startswith("data:image/png") for picture in known.values())
    assert all(session.scalars(select(ProductPicture.alt)))
    assert all(session.scalars(select(Category.picture_key)))
    assert all(key in media.find_pictures([key]) for key in session.scalars(select(Category.picture_key)))

    # every variant can be sold or says honestly that it cannot
    skus = list(session.scalars(select(Variant.sku)))
    assert len(set(skus)) == len(skus)
    assert all(re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)+", sku) for sku in skus)
    variants = list(session.scalars(select(Variant)))
    there = inventory.available([variant.id for variant in variants])
    left = [there[v.id].left for v in variants if v.stock_policy is not StockPolicy.UNTRACKED]
    assert 10 < sum(1 for units in left if units == 0) < len(left) / 4
    assert sum(1 for units in left if units and units < 10) > 20
    assert {variant.stock_policy for variant in variants} == set(StockPolicy)
    assert len({variant.barcode for variant in variants}) == len(variants)
    assert any(variant.compare_at_price for variant in variants)
    assert any(variant.min_quantity > 1 for variant in variants)
    assert all(variant.weight_grams > 0 and variant.price.minor > 0 for variant in variants)

    # people and rules
    for email, _name, password, role in STAFF:
        assert accounts.sign_in(email, password).role is role
    assert taxes.list_zones()


def test_picking_a_colour_changes_the_picture(planted: Flask) -> None:
    product = catalog.find_product("ribbed-goblet")
    assert product is not None
    shown = {
        picture.variant_id: picture.picture_key for picture in product.pictures if picture.variant_id is not None
    }
    colours = {variant.id: variant.values[0].value for variant in product.variants}

    assert len(shown) == 3
    assert {colours[variant_id] for variant_id in shown} == {"Damson", "Celadon", "Cornflower"}
    assert len(set(shown.values())) == 3
    assert {value.swatch for option in product.options if option.name == "Colour" for value in option.values} == {
        "damson",
        "celadon",
        "cornflower",
    }


def test_a_shop_with_goods_is_left_alone(planted: Flask) -> None:
    before = (count(Product), count(Picture), count(Variant))
    said: list[str] = []

    assert seeds.plant(said.append) is False

    assert (count(Product), count(Picture), count(Variant)) == before
    assert "already" in said[0]


def test_planting_takes_seconds(app: Flask) -> None:
    began = time.perf_counter()

    seeds.seed_shop()

    assert time.perf_counter() - began < 30


def test_barcodes_have_their_check_digit() -> None:
    codes = [barcode(number) for number in range(1, 400)]

    assert len(set(codes)) == 399
    for code in codes:
        weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(code))
        assert len(code) == 13
        assert weighed % 10 == 0


def test_no_shelf_is_empty(planted: Flask) -> None:
    places = Counter(
        session.scalars(
            select(Category.path).join(catalog.ProductCategory, catalog.ProductCategory.category_id == Category.id)
        )
    )
    assert [path for path in session.scalars(select(Category.path)) if "/" in path and places[path] < 2] == []
