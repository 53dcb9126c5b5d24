"""Changing what is on sale: only the fields that were named change, and what is derived from them follows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import func, select

from elite.catalog.category import Category
from elite.catalog.creation import (
    NAME_LENGTH,
    NewPicture,
    NewVariant,
    attribute_columns,
    make_variant,
    remember_prices,
    search_words,
)
from elite.catalog.description import plain, sanitise
from elite.catalog.errors import NotAProduct
from elite.catalog.events import PriceChanged, ProductChanged, ProductRenamed, ProductStateChanged
from elite.catalog.history import PriceChange
from elite.catalog.product import (
    MOVES,
    Attribute,
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
from elite.catalog.racing import late, sku_taken, slug_taken
from elite.catalog.slugs import check_slug, make_slug, remember
from elite.kernel import clock, events
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.text import _, fold


class ProductFields(TypedDict, total=False):
    """What `update_product` can change; a key that is left out is left alone."""

    name: str
    summary: str
    description: str
    brand: str | None
    tax_class: TaxClass
    unit_name: str
    tags: Sequence[str]
    categories: Sequence[Category]
    pictures: Sequence[NewPicture]


def update_product(product: Product, **fields: Unpack[ProductFields]) -> None:
    """Change the named fields of a product that `find_product` loaded in this transaction."""
    name = fields.get("name")
    if name is not None and not 0 < len(name.strip()) <= NAME_LENGTH:
        raise NotAProduct(_("A product needs a name of up to %(most)s letters.", most=NAME_LENGTH))

    if name is not None:
        product.name, product.name_key = name.strip(), fold(name)[:NAME_LENGTH]
    if "summary" in fields:
        product.summary = plain(fields["summary"])[:500]
    if "description" in fields:
        product.description = sanitise(fields["description"])
    if "brand" in fields:
        product.brand = _brand(fields["brand"])
    if "tax_class" in fields:
        product.tax_class = fields["tax_class"]
    if "unit_name" in fields:
        product.unit_name = fields["unit_name"]
    if "tags" in fields:
        product.tags = _tags(fields["tags"])
    if "categories" in fields:
        _shelve(product, fields["categories"])
    if "pictures" in fields:
        _hang(product, fields["pictures"])
    refresh(product)

    events.record(ProductChanged(product=product.slug, fields=sorted(fields)))


class VariantFields(TypedDict, total=False):
    """What `update_variant` can change; prices go through `set_price`, which remembers them."""

    barcode: str | None
    title: str
    weight_grams: int
    pack_size: int
    min_quantity: int
    quantity_step: int
    max_quantity: int | None
    position: int
    stock_policy: StockPolicy
    active: bool
    identity: str | None


def update_variant(product: Product, variant: Variant, **fields: Unpack[VariantFields]) -> None:
    """Change the named fields of one variant of a loaded product."""
    amounts = (fields.get("pack_size", 1), fields.get("min_quantity", 1), fields.get("quantity_step", 1))
    if min(amounts) < 1 or fields.get("weight_grams", 0) < 0:
        raise NotAProduct(_("Pack, least quantity and step of %(sku)s begin at 1.", sku=variant.sku))

    for name, value in fields.items():
        setattr(variant, name, value)
    refresh(product)

    events.record(ProductChanged(product=product.slug, fields=[f"{variant.sku}.{name}" for name in sorted(fields)]))


def add_variant(product: Product, new: NewVariant, *, by: int | None = None) -> Variant:
    """One more row of a loaded product's matrix; answers that an option does not have yet are added to it."""
    if no := sku_taken(new.sku):
        raise no
    if len(new.values) != len(product.options):
        raise NotAProduct(_("%(sku)s does not answer the options of “%(name)s”.", sku=new.sku, name=product.name))
    given = {option.id: value for option, value in zip(product.options, new.values, strict=True)}
    if any({value.option_id: value.value for value in variant.values} == given for variant in product.variants):
        raise NotAProduct(_("Two variants of “%(name)s” cannot be told apart.", name=product.name))

    with late(lambda: sku_taken(new.sku)):
        answers = [_answer(option, value) for option, value in zip(product.options, new.values, strict=True)]
        variant = make_variant(new, answers, position=max((one.position for one in product.variants), default=-1) + 1)
        product.variants.append(variant)
        refresh(product)
    remember_prices([variant], by)

    events.record(ProductChanged(product=product.slug, fields=[new.sku]))
    return variant


def set_price(variant: Variant, price: Money, compare_at: Money | None, *, by: int | None = None) -> None:
    """Ask another price from now on; a price that is the same already changes and records nothing."""
    if price.minor < 0 or (compare_at is not None and compare_at.minor < 0):
        raise NotAProduct(_("The price of %(sku)s is below zero.", sku=variant.sku))
    if (variant.price, variant.compare_at_price) == (price, compare_at):
        return

    was = variant.price
    variant.price, variant.compare_at_price = price, compare_at
    session.flush()
    _keep_price_range(variant.product_id)
    moment = clock.database_now()
    session.add(PriceChange(variant_id=variant.id, price=price, compare_at_price=compare_at, at=moment, actor_id=by))

    events.record(
        PriceChanged(
            sku=variant.sku, price=price.minor, was=was.minor, compare_at=compare_at.minor if compare_at else None
        )
    )


def rename_product(product: Product, slug: str) -> None:
    """Give the product another address; the old one leads there for ever."""
    check_slug(slug)
    if slug == product.slug:
        return
    if no := slug_taken(slug):
        raise no

    was, product_id = product.slug, product.id
    with late(lambda: slug_taken(slug)):
        product.slug = slug
        product.updated_at = clock.database_now()
    remember("product", was, slug, product_id)

    events.record(ProductRenamed(product=slug, was=was))


def move_product(product: Product, state: State, publish_at: datetime | None = None) -> None:
    """Publish, schedule, take back or archive; `publish_at` is required for scheduling and for nothing else."""
    if state is not product.state and state not in MOVES[product.state]:
        raise NotAProduct(_("An archived product goes back to draft or on sale, nowhere else."))
    if state is State.SCHEDULED and publish_at is None:
        raise NotAProduct(_("Say when “%(name)s” is to appear.", name=product.name))

    was, product.state = product.state, state
    product.publish_at = publish_at if state is State.SCHEDULED else None
    product.updated_at = clock.database_now()

    events.record(ProductStateChanged(product=product.slug, state=state.value, was=was.value))


def set_fact(product: Product, attribute: Attribute, value: object | None, variant: Variant | None = None) -> None:
    """State a typed fact about a loaded product, or about one of its variants; None takes it away."""
    columns: dict[str, Any] | None = None if value is None else attribute_columns(attribute, value)
    variant_id = variant.id if variant else None

    row = next(
        (one for one in product.attribute_values if (one.attribute_id, one.variant_id) == (attribute.id, variant_id)),
        None,
    )
    if columns is None:
        if row is not None:
            product.attribute_values.remove(row)
    elif row is None:
        product.attribute_values.append(AttributeValue(attribute=attribute, variant_id=variant_id, **columns))
    else:
        for column, content in columns.items():
            setattr(row, column, content)
    refresh(product)

    events.record(ProductChanged(product=product.slug, fields=["facts"]))


def refresh(product: Product) -> None:
    """Bring price range and search words of a loaded product in step with its rows."""
    prices = [variant.price for variant in product.variants if variant.active]
    product.min_price, product.max_price = min(prices, default=None), max(prices, default=None)
    product.search_text = search_words(
        product,
        brand=product.brand,
        tags=product.tags,
        variants=product.variants,
        values=[value.text for value in product.attribute_values if value.text],
    )
    product.updated_at = clock.database_now()


def _keep_price_range(product_id: int) -> None:
    prices = select(func.min(Variant.price), func.max(Variant.price))
    low, high = session.execute(prices.where(Variant.product_id == product_id, Variant.active)).one()
    product = session.get_one(Product, product_id)
    product.min_price, product.max_price = low, high
    product.updated_at = clock.database_now()
    session.flush()


def _answer(option: Option, text: str) -> OptionValue:
    known = next((value for value in option.values if value.value == text), None)
    if known is None:
        known = OptionValue(value=text, position=len(option.values))
        option.values.append(known)
    return known


def _brand(name: str | None) -> Brand | None:
    if not name:
        return None
    slug = make_slug(name)
    return session.scalar(select(Brand).where(Brand.slug == slug)) or Brand(slug=slug, name=name.strip())


def _tags(names: Sequence[str]) -> list[Tag]:
    keys = list(dict.fromkeys(fold(name) for name in names if fold(name)))
    known = {tag.name: tag for tag in session.scalars(select(Tag).where(Tag.name.in_(keys)))}
    return [known.get(key) or Tag(name=key) for key in keys]


def _shelve(product: Product, categories: Sequence[Category]) -> None:
    """Stand on exactly these shelves, the first being the main one; where it stands already it keeps its place."""
    standing = {place.category_id: place for place in product.places}
    last = select(func.max(ProductCategory.position))
    places = []
    for index, category in enumerate(categories):
        place = standing.get(category.id)
        if place is None:
            end = session.scalar(last.where(ProductCategory.category_id == category.id))
            position = 0 if end is None else end + 1
            place = ProductCategory(category_id=category.id, category=category, position=position)
        place.is_main = index == 0
        places.append(place)
    product.places = places


def _hang(product: Product, pictures: Sequence[NewPicture]) -> None:
    by_sku = {variant.sku: variant.id for variant in product.variants}
    product.pictures = [
        ProductPicture(
            variant_id=by_sku[picture.sku] if picture.sku else None,
            picture_key=picture.key,
            alt=picture.alt[:500],
            position=position,
        )
        for position, picture in enumerate(pictures)
    ]
