"""Putting things on sale: one product or ten thousand, described once, and refused when they cannot be sold so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute

from elite.catalog.category import Category
from elite.catalog.description import plain, sanitise
from elite.catalog.errors import NotAProduct, SkuTaken, SlugTaken
from elite.catalog.events import ProductCreated
from elite.catalog.history import PriceChange, SlugChange
from elite.catalog.product import (
    Attribute,
    AttributeKind,
    AttributeValue,
    Brand,
    Option,
    OptionValue,
    Product,
    ProductCategory,
    ProductPicture,
    State,
    StockPolicy,
    Tag,
    TaxClass,
    Variant,
)
from elite.catalog.slugs import check_slug, make_slug
from elite.catalog.words import searchable
from elite.kernel import clock, events
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.text import _, fold

T = TypeVar("T")
NAME_LENGTH = 191
TRIES = 4


@dataclass(frozen=True, kw_only=True)
class NewVariant:
    """One row of the matrix. `values` answers the options in their order; an empty `title` is made from them."""

    sku: str
    price: Money
    values: tuple[str, ...] = ()
    title: str = ""
    compare_at_price: Money | None = None
    barcode: str | None = None
    weight_grams: int = 0
    pack_size: int = 1
    min_quantity: int = 1
    quantity_step: int = 1
    max_quantity: int | None = None
    stock_policy: StockPolicy = StockPolicy.DENY
    active: bool = True
    identity: str | None = None


@dataclass(frozen=True, kw_only=True)
class NewOption:
    """A question with its answers; `swatches` names the colourway of an answer ("Damson": "damson")."""

    name: str
    values: tuple[str, ...]
    swatches: Mapping[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class NewPicture:
    """A picture by its key in `media`; of the variant `sku`, or of the product."""

    key: str
    alt: str = ""
    sku: str | None = None


@dataclass(frozen=True, kw_only=True)
class NewFact:
    """The value of the attribute `code` (see `define_attribute`); of the variant `sku`, or of the product."""

    code: str
    value: Decimal | int | str | bool | date
    sku: str | None = None


@dataclass(frozen=True, kw_only=True)
class NewProduct:
    """All there is to say about a product that is not in the catalogue yet. The first category is its main one."""

    name: str
    variants: Sequence[NewVariant]
    slug: str | None = None  # made from the name, with a number when that is taken
    summary: str = ""
    description: str = ""  # HTML from anywhere; sanitised here
    brand: str | None = None
    tax_class: TaxClass = TaxClass.STANDARD
    state: State = State.DRAFT
    publish_at: datetime | None = None
    source: str | None = None
    external_id: str | None = None
    unit_name: str = ""
    categories: Sequence[Category] = ()
    tags: Sequence[str] = ()
    options: Sequence[NewOption] = ()
    facts: Sequence[NewFact] = ()
    pictures: Sequence[NewPicture] = ()
    created_at: datetime | None = None


def create_product(new: NewProduct, *, by: int | None = None) -> Product:
    """One product; see `create_products`."""
    return create_products([new], by=by)[0]


def create_products(news: Sequence[NewProduct], *, by: int | None = None) -> list[Product]:
    """Put `news` into the catalogue with a handful of look-ups for all of them together.

    Raises NotAProduct, SlugTaken or SkuTaken for the first that cannot be; the transaction around it then keeps none.
    """
    for tries_left in reversed(range(TRIES)):
        known = _Known.of(news)
        for new in news:
            _refuse(new, known)
        try:
            with session.begin_nested():
                products = [_build(new, known) for new in news]
                session.add_all(products)
            break
        except IntegrityError:
            # Somebody else took an address, a SKU or a tag since we looked: look again, and refuse it or go around it.
            if not tries_left:
                raise
    remember_prices((variant for product in products for variant in product.variants), by)

    for product in products:
        events.record(ProductCreated(product=product.slug, variants=len(product.variants)))
    return products


def define_attribute(code: str, name: str, kind: AttributeKind, unit: str = "") -> Attribute:
    """The attribute called `code`, made now if there is none; NotAProduct when it exists as another kind or unit."""
    attribute = session.scalar(select(Attribute).where(Attribute.code == code))
    if attribute and (attribute.kind is not kind or attribute.unit != unit):
        raise NotAProduct(_("The attribute %(code)s already exists with another kind or unit.", code=code))
    if attribute is None:
        attribute = Attribute(code=code, name=name, kind=kind, unit=unit)
        session.add(attribute)
        session.flush()
    return attribute


def search_words(
    product: Product, *, brand: Brand | None, tags: Iterable[Tag], variants: Iterable[Variant], values: Iterable[str]
) -> str:
    """What a product is found by: its name first, then everything people might type."""
    codes = [code for variant in variants for code in (variant.sku, variant.barcode or "", variant.title)]
    return searchable(
        [
            product.name,
            *codes,
            *values,
            brand.name if brand else "",
            *(tag.name for tag in tags),
            product.summary,
            plain(product.description),
        ]
    )


def attribute_columns(attribute: Attribute, value: object) -> dict[str, Any]:
    """`value` in the column that the attribute's kind uses; NotAProduct when it is of another kind."""
    empty: dict[str, Any] = {"number": None, "text": None, "boolean": None, "day": None}
    match attribute.kind, value:
        case AttributeKind.BOOLEAN, bool():
            return empty | {"boolean": value}
        case AttributeKind.NUMBER, int() | Decimal() if not isinstance(value, bool):
            return empty | {"number": Decimal(value)}
        case AttributeKind.DATE, date():
            return empty | {"day": value}
        case ((AttributeKind.TEXT | AttributeKind.CHOICE), str()):
            return empty | {"text": value.strip()[:500]}
    raise NotAProduct(
        _("%(value)s is no value for %(name)s (%(kind)s).", value=value, name=attribute.name, kind=attribute.kind.value)
    )


@dataclass
class _Known:
    """What the catalogue already has of what `news` mention; grows as they are built."""

    slugs: set[str]
    skus: set[str]
    brands: dict[str, Brand]
    tags: dict[str, Tag]
    attributes: dict[str, Attribute]
    last_position: dict[int, int]

    @classmethod
    def of(cls, news: Sequence[NewProduct]) -> _Known:
        wanted = {new.slug or make_slug(new.name) for new in news}
        skus = {variant.sku for new in news for variant in new.variants}
        brands = {make_slug(new.brand) for new in news if new.brand}
        tags = {fold(tag) for new in news for tag in new.tags}
        codes = {fact.code for new in news for fact in new.facts}
        shelves = {category.id for new in news for category in new.categories}
        positions = select(ProductCategory.category_id, func.max(ProductCategory.position)).group_by(
            ProductCategory.category_id
        )
        return cls(
            slugs=_slugs_like(wanted),
            skus={
                sku
                for chunk in _chunks(skus)
                for sku in session.scalars(select(Variant.sku).where(Variant.sku.in_(chunk)))
            },
            brands=_by(Brand.slug, brands),
            tags=_by(Tag.name, tags),
            attributes=_by(Attribute.code, codes),
            last_position=defaultdict(
                lambda: -1,
                {
                    category_id: last
                    for chunk in _chunks(shelves)
                    for category_id, last in session.execute(positions.where(ProductCategory.category_id.in_(chunk)))
                },
            ),
        )

    def brand(self, name: str) -> Brand:
        slug = make_slug(name)
        return self.brands.setdefault(slug, Brand(slug=slug, name=name.strip()))

    def tag(self, name: str) -> Tag:
        key = fold(name)
        return self.tags.setdefault(key, Tag(name=key))

    def next_position(self, category_id: int) -> int:
        self.last_position[category_id] += 1
        return self.last_position[category_id]


def _slugs_like(wanted: Collection[str]) -> set[str]:
    """Every address in use, or remembered, that one of `wanted` could collide with, numbered ones included."""
    if not wanted:
        return set()
    first, last = min(wanted), max(wanted) + "-~"
    now = session.scalars(select(Product.slug).where(Product.slug.between(first, last)))
    before = session.scalars(
        select(SlugChange.slug).where(SlugChange.kind == "product", SlugChange.slug.between(first, last))
    )
    return {*now, *before}


def _by(column: InstrumentedAttribute[str], keys: Collection[str]) -> dict[str, Any]:
    owner = column.class_
    return {
        getattr(row, column.key): row
        for chunk in _chunks(keys)
        for row in session.scalars(select(owner).where(column.in_(chunk)))
    }


def _chunks(keys: Collection[T]) -> Iterable[list[T]]:
    """At most 500 at a time: SQLite and the packet size of InnoDB both have a limit."""
    ordered = list(keys)
    return (ordered[start : start + 500] for start in range(0, len(ordered), 500))


def _refuse(new: NewProduct, known: _Known) -> None:
    if not new.name.strip() or len(new.name) > NAME_LENGTH:
        raise NotAProduct(_("A product needs a name of up to %(most)s letters.", most=NAME_LENGTH))
    if not new.variants:
        raise NotAProduct(_("“%(name)s” has nothing to sell: add a variant with a SKU and a price.", name=new.name))
    if new.state is State.SCHEDULED and new.publish_at is None:
        raise NotAProduct(_("Say when “%(name)s” is to appear.", name=new.name))
    if new.slug is not None:
        check_slug(new.slug)
        if new.slug in known.slugs:
            raise SlugTaken(new.slug)
    _refuse_variants(new, known)
    for fact in new.facts:
        if fact.code not in known.attributes:
            raise NotAProduct(_("There is no attribute called %(code)s.", code=fact.code))
        attribute_columns(known.attributes[fact.code], fact.value)
    mentioned = {fact.sku for fact in new.facts if fact.sku} | {picture.sku for picture in new.pictures if picture.sku}
    if unknown := mentioned - {variant.sku for variant in new.variants}:
        raise NotAProduct(_("“%(name)s” has no variant %(sku)s.", name=new.name, sku=min(unknown)))


def _refuse_variants(new: NewProduct, known: _Known) -> None:
    seen: set[tuple[str, ...]] = set()
    for variant in new.variants:
        if not variant.sku.strip() or len(variant.sku) > NAME_LENGTH:
            raise NotAProduct(_("A variant of “%(name)s” has no SKU.", name=new.name))
        if variant.sku in known.skus:
            raise SkuTaken(variant.sku)
        if variant.price.minor < 0 or (variant.compare_at_price and variant.compare_at_price.minor < 0):
            raise NotAProduct(_("The price of %(sku)s is below zero.", sku=variant.sku))
        if min(variant.pack_size, variant.min_quantity, variant.quantity_step) < 1 or variant.weight_grams < 0:
            raise NotAProduct(_("Pack, least quantity and step of %(sku)s begin at 1.", sku=variant.sku))
        answers = zip(variant.values, new.options, strict=False)
        if len(variant.values) != len(new.options) or any(value not in option.values for value, option in answers):
            raise NotAProduct(_("%(sku)s does not answer the options of “%(name)s”.", sku=variant.sku, name=new.name))
        if variant.values in seen or (not new.options and len(new.variants) > 1):
            raise NotAProduct(_("Two variants of “%(name)s” cannot be told apart.", name=new.name))
        seen.add(variant.values)
        known.skus.add(variant.sku)


def _build(new: NewProduct, known: _Known) -> Product:
    slug = new.slug or make_slug(new.name, known.slugs)
    known.slugs.add(slug)
    moment = new.created_at or clock.database_now()
    prices = [variant.price for variant in new.variants if variant.active]
    product = Product(
        slug=slug,
        name=new.name.strip(),
        name_key=fold(new.name)[:NAME_LENGTH],
        summary=plain(new.summary)[:500],
        description=sanitise(new.description),
        brand=known.brand(new.brand) if new.brand else None,
        tags=[known.tag(tag) for tag in dict.fromkeys(fold(tag) for tag in new.tags) if tag],
        tax_class=new.tax_class,
        state=new.state,
        publish_at=new.publish_at,
        source=new.source,
        external_id=new.external_id,
        unit_name=new.unit_name,
        min_price=min(prices, default=None),
        max_price=max(prices, default=None),
        created_at=moment,
        updated_at=moment,
        places=[
            ProductCategory(
                category_id=category_id,
                position=known.next_position(category_id),
                is_main=index == 0,
            )
            for index, category_id in enumerate(dict.fromkeys(category.id for category in new.categories))
        ],
        options=[_option(option, index) for index, option in enumerate(new.options)],
        variants=[],
        attribute_values=[],
        pictures=[],
    )
    by_sku = _add_variants(product, new)
    _add_facts(product, new, known, by_sku)
    _add_pictures(product, new, by_sku)
    product.search_text = search_words(
        product,
        brand=product.brand,
        tags=product.tags,
        variants=product.variants,
        values=[value.text for value in product.attribute_values if value.text],
    )
    return product


def _option(new: NewOption, position: int) -> Option:
    swatches = new.swatches or {}
    return Option(
        name=new.name,
        position=position,
        values=[
            OptionValue(value=value, position=index, swatch=swatches.get(value))
            for index, value in enumerate(new.values)
        ],
    )


def _add_variants(product: Product, new: NewProduct) -> dict[str, Variant]:
    answers = [{value.value: value for value in option.values} for option in product.options]
    by_sku = {}
    for position, one in enumerate(new.variants):
        chosen = [found[value] for found, value in zip(answers, one.values, strict=True)]
        by_sku[one.sku] = make_variant(one, chosen, position)
        product.variants.append(by_sku[one.sku])
    return by_sku


def make_variant(new: NewVariant, answers: Sequence[OptionValue], position: int) -> Variant:
    """The row that `new` describes, not yet in any product."""
    return Variant(
        sku=new.sku.strip(),
        barcode=new.barcode or None,
        title=(new.title or ", ".join(new.values))[:NAME_LENGTH],
        price=new.price,
        compare_at_price=new.compare_at_price,
        weight_grams=new.weight_grams,
        pack_size=new.pack_size,
        min_quantity=new.min_quantity,
        quantity_step=new.quantity_step,
        max_quantity=new.max_quantity,
        position=position,
        stock_policy=new.stock_policy,
        active=new.active,
        identity=new.identity,
        values=list(answers),
    )


def _add_facts(product: Product, new: NewProduct, known: _Known, by_sku: Mapping[str, Variant]) -> None:
    for fact in new.facts:
        attribute = known.attributes[fact.code]
        AttributeValue(
            product=product,
            variant=by_sku[fact.sku] if fact.sku else None,
            attribute=attribute,
            **attribute_columns(attribute, fact.value),
        )


def _add_pictures(product: Product, new: NewProduct, by_sku: Mapping[str, Variant]) -> None:
    for position, picture in enumerate(new.pictures):
        ProductPicture(
            product=product,
            variant=by_sku[picture.sku] if picture.sku else None,
            picture_key=picture.key,
            alt=picture.alt[:500],
            position=position,
        )


def remember_prices(variants: Iterable[Variant], by: int | None) -> None:
    """Write the first line of each stored variant's price history."""
    moment = clock.database_now()
    session.add_all(
        PriceChange(variant_id=one.id, price=one.price, compare_at_price=one.compare_at_price, at=moment, actor_id=by)
        for one in variants
    )
