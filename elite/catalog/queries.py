"""The questions pages ask of the catalogue; every answer arrives loaded, nothing is fetched later."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased, contains_eager, defer, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from elite.catalog.category import Category
from elite.catalog.history import PriceChange
from elite.catalog.product import (
    AttributeValue,
    Option,
    OptionValue,
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
    """The product with everything that belongs to it, in any state, ready to be changed; five queries."""
    return session.scalars(_whole().where(Product.slug == slug)).unique().one_or_none()


def find_product_of(sku: str) -> Product | None:
    """The product that has the variant `sku`, loaded like `find_product`."""
    owner = select(Variant.product_id).where(Variant.sku == sku).scalar_subquery()
    return session.scalars(_whole().where(Product.id == owner)).unique().one_or_none()


def find_described(slug: str) -> Product | None:
    """The product as its page describes it, in any state: brand, main shelf and facts, in one query.

    A page has six queries for everything. Variants come with their stock (`inventory.list_offers`), pictures with
    their placeholders (`search.list_pictures`).
    """
    return session.scalars(_described().where(Product.slug == slug)).unique().one_or_none()


def find_described_of(sku: str) -> Product | None:
    """The product that has the variant `sku`, loaded like `find_described`."""
    owner = select(Variant.product_id).where(Variant.sku == sku).scalar_subquery()
    return session.scalars(_described().where(Product.id == owner)).unique().one_or_none()


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


def variants_of(product_id: int, since: datetime) -> Select[tuple[Variant, Money | None]]:
    """The question for all variants of a product in order, with their answers; inventory adds what is left of each.

    The second column is the lowest price a reduced variant has had since `since`, and nothing for others.
    """
    reduced = and_(Variant.compare_at_price.is_not(None), Variant.compare_at_price > Variant.price)
    return (
        select(Variant, case((reduced, lowest_price_since(since))).label("lowest_price"))
        .where(Variant.product_id == product_id)
        .order_by(Variant.position, Variant.id)
        .options(joinedload(Variant.values).joinedload(OptionValue.option))
    )


def lowest_price_since(since: datetime) -> ColumnElement[Money]:
    """The lowest price of `Variant` at any moment from `since` until now, the one in force at `since` included."""
    before, asked = aliased(PriceChange), aliased(PriceChange)
    in_force = select(func.max(before.at)).where(before.variant_id == Variant.id, before.at <= since)
    begins = func.coalesce(in_force.correlate(Variant).scalar_subquery(), since)
    lowest = select(func.min(asked.price)).where(asked.variant_id == Variant.id, asked.at >= begins)
    return lowest.correlate(Variant).scalar_subquery()


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


def _described() -> Select[Product]:
    """One row a fact; what is long and never shown stays away."""
    main = and_(ProductCategory.product_id == Product.id, ProductCategory.is_main)
    return (
        select(Product)
        .outerjoin(ProductCategory, main)
        .options(
            defer(Product.search_text, raiseload=True),
            joinedload(Product.brand),
            contains_eager(Product.places).joinedload(ProductCategory.category),
            joinedload(Product.attribute_values).joinedload(AttributeValue.attribute),
        )
    )
