"""The questions pages ask of the catalogue; every answer arrives loaded, nothing is fetched later."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from elite.catalog.category import Category
from elite.catalog.history import PriceChange
from elite.catalog.product import (
    AttributeValue,
    Option,
    Product,
    ProductCategory,
    State,
    Variant,
)
from elite.kernel.db import session
from elite.kernel.money import Money


def visible_at(now: datetime) -> ColumnElement[bool]:
    """The SQL twin of `Product.is_visible`."""
    due = and_(Product.state == State.SCHEDULED, Product.publish_at <= now)
    return or_(Product.state == State.ACTIVE, due)


def find_product(slug: str) -> Product | None:
    """The product with everything its page shows; in any state, so that the page can say which (`is_visible`)."""
    return session.scalars(_whole().where(Product.slug == slug)).unique().one_or_none()


def find_product_of(sku: str) -> Product | None:
    """The product that has the variant `sku`, loaded like `find_product`."""
    owner = select(Variant.product_id).where(Variant.sku == sku).scalar_subquery()
    return session.scalars(_whole().where(Product.id == owner)).unique().one_or_none()


def find_variant(sku: str) -> Variant | None:
    """One variant with its product, as carts and orders need it."""
    return find_variants([sku]).get(sku)


def find_variants(skus: Collection[str]) -> dict[str, Variant]:
    """The variants by SKU with product, its pictures and their own option values; unknown ones are left out."""
    if not skus:
        return {}
    wanted = select(Variant).where(Variant.sku.in_(set(skus))).options(*_for_lines())
    return {variant.sku: variant for variant in session.scalars(wanted).unique()}


def list_variants(ids: Collection[int]) -> dict[int, Variant]:
    """The variants by id, loaded like `find_variants`."""
    if not ids:
        return {}
    wanted = select(Variant).where(Variant.id.in_(set(ids))).options(*_for_lines())
    return {variant.id: variant for variant in session.scalars(wanted).unique()}


def find_category(path: str) -> Category | None:
    """The category at `path` ("tableware/plates")."""
    return session.scalar(select(Category).where(Category.path == path))


def lowest_price_since(variant_id: int, since: datetime) -> Money | None:
    """The lowest price asked at any moment from `since` until now, the one in force at `since` included."""
    before = (
        select(PriceChange.price, PriceChange.at)
        .where(PriceChange.variant_id == variant_id, PriceChange.at <= since)
        .order_by(PriceChange.at.desc(), PriceChange.id.desc())
        .limit(1)
        .subquery()
    )
    after = select(PriceChange.price).where(PriceChange.variant_id == variant_id, PriceChange.at > since)
    prices = session.scalars(after.union_all(select(before.c.price))).all()
    return min((price for price in prices), default=None)


def picture_key_of(variant: Variant) -> str | None:
    """The variant's own picture, or else the product's first; needs `product.pictures` loaded."""
    pictures = variant.product.pictures
    own = next((picture for picture in pictures if picture.variant_id == variant.id), None)
    shared = own or next((picture for picture in pictures if picture.variant_id is None), None)
    chosen = shared or (pictures[0] if pictures else None)
    return chosen.picture_key if chosen else None


def _for_lines() -> tuple[ExecutableOption, ...]:
    return (
        joinedload(Variant.product).selectinload(Product.pictures),
        selectinload(Variant.values),
    )


def _whole() -> Select[Product]:
    """Five queries: one for what a product has few of, then variants, options, facts and pictures."""
    return select(Product).options(
        joinedload(Product.brand),
        joinedload(Product.tags),
        joinedload(Product.places).joinedload(ProductCategory.category),
        selectinload(Product.options).joinedload(Option.values),
        selectinload(Product.variants).joinedload(Variant.values),
        selectinload(Product.attribute_values).joinedload(AttributeValue.attribute),
        selectinload(Product.pictures),
    )
