"""What the shop sells: a product is one page, its variants are what has a price, a SKU and a stock."""

from __future__ import annotations

import enum
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Numeric, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elite.catalog.category import Category
from elite.kernel import clock
from elite.kernel.db import Model
from elite.kernel.money import Money

MOST_OF_ONE = 9_999
"""No line holds more of one variant, whatever the variant says (decision 24)."""


class TaxClass(enum.StrEnum):
    STANDARD = "standard"
    REDUCED = "reduced"
    ZERO = "zero"


class State(enum.StrEnum):
    """Who sees a product: staff alone, everyone from a moment on, everyone, or nobody any more."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    ACTIVE = "active"
    ARCHIVED = "archived"


MOVES: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.SCHEDULED, State.ACTIVE, State.ARCHIVED}),
    State.SCHEDULED: frozenset({State.DRAFT, State.ACTIVE, State.ARCHIVED}),
    State.ACTIVE: frozenset({State.DRAFT, State.SCHEDULED, State.ARCHIVED}),
    State.ARCHIVED: frozenset({State.DRAFT, State.ACTIVE}),
}


class StockPolicy(enum.StrEnum):
    """What happens when the shelf is empty: no sale, made to order, or nobody counts."""

    DENY = "deny"
    BACKORDER = "backorder"
    UNTRACKED = "untracked"


class AttributeKind(enum.StrEnum):
    NUMBER = "number"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    TEXT = "text"
    DATE = "date"


class Brand(Model):
    """Who makes it."""

    __tablename__ = "brand"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class Tag(Model):
    """A word staff sort by; lower case, so that "Sale" and "sale" are one."""

    __tablename__ = "tag"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


product_tag = Table(
    "product_tag",
    Model.metadata,
    Column("product_id", ForeignKey("product.id", ondelete="CASCADE"), primary_key=True),
    Column("tag_id", ForeignKey("tag.id", ondelete="CASCADE"), primary_key=True, index=True),
)

variant_value = Table(
    "variant_value",
    Model.metadata,
    Column("variant_id", ForeignKey("variant.id", ondelete="CASCADE"), primary_key=True),
    Column("option_value_id", ForeignKey("option_value.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Product(Model):
    """One page of the shop. `min_price`, `max_price` and `search_text` are caches; `refresh` (services) keeps them."""

    __tablename__ = "product"
    __table_args__ = (
        UniqueConstraint("source", "external_id"),
        Index(None, "state", "publish_at"),
        Index(None, "created_at"),
        Index(None, "name_key"),
        Index(None, "min_price"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str]
    summary: Mapped[str] = mapped_column(String(500), default="")
    description: Mapped[str] = mapped_column(Text, default="")
    search_text: Mapped[str] = mapped_column(Text, default="")
    brand_id: Mapped[int | None] = mapped_column(ForeignKey("brand.id"))
    tax_class: Mapped[TaxClass] = mapped_column(default=TaxClass.STANDARD)
    state: Mapped[State] = mapped_column(default=State.DRAFT)
    publish_at: Mapped[datetime | None]
    source: Mapped[str | None]
    external_id: Mapped[str | None]
    unit_name: Mapped[str] = mapped_column(default="")
    min_price: Mapped[Money | None]
    max_price: Mapped[Money | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now)

    brand: Mapped[Brand | None] = relationship(lazy="raise")
    tags: Mapped[list[Tag]] = relationship(secondary=product_tag, lazy="raise", order_by=Tag.name)
    places: Mapped[list[ProductCategory]] = relationship(
        back_populates="product", lazy="raise", cascade="all, delete-orphan", order_by="ProductCategory.is_main.desc()"
    )
    options: Mapped[list[Option]] = relationship(
        back_populates="product", lazy="raise", cascade="all, delete-orphan", order_by="Option.position"
    )
    variants: Mapped[list[Variant]] = relationship(
        back_populates="product", lazy="raise", cascade="all, delete-orphan", order_by="Variant.position, Variant.id"
    )
    attribute_values: Mapped[list[AttributeValue]] = relationship(
        back_populates="product", lazy="raise", cascade="all, delete-orphan", order_by="AttributeValue.id"
    )
    pictures: Mapped[list[ProductPicture]] = relationship(
        back_populates="product", lazy="raise", cascade="all, delete-orphan", order_by="ProductPicture.position"
    )

    def is_visible(self, now: datetime) -> bool:
        """True when a shopper may see it; a scheduled product needs nobody to press anything."""
        if self.state is State.SCHEDULED:
            return self.publish_at is not None and self.publish_at <= now
        return self.state is State.ACTIVE

    @property
    def main_category(self) -> Category | None:
        """The category whose path the breadcrumbs follow."""
        return self.places[0].category if self.places else None

    @property
    def active_variants(self) -> list[Variant]:
        return [variant for variant in self.variants if variant.active]

    @property
    def first_picture(self) -> ProductPicture | None:
        return self.pictures[0] if self.pictures else None


class ProductCategory(Model):
    """A product's place on a shelf: it may stand on several, in an order of its own on each."""

    __tablename__ = "product_category"
    __table_args__ = (Index(None, "category_id", "position"),)

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"), primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    is_main: Mapped[bool] = mapped_column(default=False)

    product: Mapped[Product] = relationship(back_populates="places", lazy="raise")
    category: Mapped[Category] = relationship(lazy="raise")


class Option(Model):
    """A question the shopper answers: which colour, which size."""

    __tablename__ = "option"
    __table_args__ = (UniqueConstraint("product_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"))
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)

    product: Mapped[Product] = relationship(back_populates="options", lazy="raise")
    values: Mapped[list[OptionValue]] = relationship(
        back_populates="option", lazy="raise", cascade="all, delete-orphan", order_by="OptionValue.position"
    )


class OptionValue(Model):
    """One answer; `swatch` names a colourway of the stylesheet ("damson"), never a colour code."""

    __tablename__ = "option_value"
    __table_args__ = (UniqueConstraint("option_id", "value"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("option.id", ondelete="CASCADE"))
    value: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    swatch: Mapped[str | None] = mapped_column(String(40))

    # Free when the option is in the session already; a query for it still raises.
    option: Mapped[Option] = relationship(back_populates="values", lazy="raise_on_sql")


class Variant(Model):
    """What goes into a cart: a SKU with a price, sold in packs of `pack_size` (one pack is a quantity of 1)."""

    __tablename__ = "variant"
    __table_args__ = (
        Index(None, "product_id", "position"),
        CheckConstraint("price >= 0", name="price_not_below_zero"),
        CheckConstraint("pack_size >= 1", name="pack_of_one_or_more"),
        CheckConstraint("min_quantity >= 1", name="one_or_more"),
        CheckConstraint("quantity_step >= 1", name="step_of_one_or_more"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"))
    sku: Mapped[str] = mapped_column(unique=True)
    barcode: Mapped[str | None] = mapped_column(index=True)
    title: Mapped[str] = mapped_column(default="")
    price: Mapped[Money]
    compare_at_price: Mapped[Money | None]
    weight_grams: Mapped[int] = mapped_column(default=0)
    pack_size: Mapped[int] = mapped_column(default=1)
    min_quantity: Mapped[int] = mapped_column(default=1)
    quantity_step: Mapped[int] = mapped_column(default=1)
    max_quantity: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    stock_policy: Mapped[StockPolicy] = mapped_column(default=StockPolicy.DENY)
    active: Mapped[bool] = mapped_column(default=True)
    identity: Mapped[str | None] = mapped_column(String(500), unique=True)

    # Free when the product is in the session already, as after find_product; a query for it still raises.
    product: Mapped[Product] = relationship(back_populates="variants", lazy="raise_on_sql")
    values: Mapped[list[OptionValue]] = relationship(secondary=variant_value, lazy="raise")

    @property
    def name(self) -> str:
        """As it stands in carts and letters: "Halo dinner plate, persimmon". Needs `product` loaded."""
        return f"{self.product.name}, {self.title}" if self.title else self.product.name

    @property
    def is_reduced(self) -> bool:
        return self.compare_at_price is not None and self.compare_at_price > self.price


class Attribute(Model):
    """A fact many products share: a diameter in cm, whether it may be washed by machine."""

    __tablename__ = "attribute"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[AttributeKind] = mapped_column(default=AttributeKind.TEXT)
    unit: Mapped[str] = mapped_column(String(20), default="")


class AttributeValue(Model):
    """The fact about one product, or about one of its variants; the column is chosen by the attribute's kind."""

    __tablename__ = "attribute_value"
    __table_args__ = (
        UniqueConstraint("product_id", "variant_id", "attribute_id"),
        Index(None, "attribute_id", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"))
    variant_id: Mapped[int | None] = mapped_column(ForeignKey("variant.id", ondelete="CASCADE"))
    attribute_id: Mapped[int] = mapped_column(ForeignKey("attribute.id"))
    number: Mapped[Decimal | None] = mapped_column(Numeric(18, 4))
    text: Mapped[str | None] = mapped_column(String(500))
    boolean: Mapped[bool | None]
    day: Mapped[date | None]

    product: Mapped[Product] = relationship(back_populates="attribute_values", lazy="raise")
    variant: Mapped[Variant | None] = relationship(lazy="raise")
    attribute: Mapped[Attribute] = relationship(lazy="raise")

    @property
    def value(self) -> Decimal | str | bool | date | None:
        """Whichever column the kind uses. Needs `attribute` loaded."""
        match self.attribute.kind:
            case AttributeKind.NUMBER:
                return self.number
            case AttributeKind.BOOLEAN:
                return self.boolean
            case AttributeKind.DATE:
                return self.day
            case _:
                return self.text


class ProductPicture(Model):
    """A picture of the product, or of one variant; `picture_key` names a row of `media` without a foreign key."""

    __tablename__ = "product_picture"
    __table_args__ = (Index(None, "product_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"))
    variant_id: Mapped[int | None] = mapped_column(ForeignKey("variant.id", ondelete="CASCADE"))
    picture_key: Mapped[str]
    alt: Mapped[str] = mapped_column(String(500), default="")
    position: Mapped[int] = mapped_column(default=0)

    product: Mapped[Product] = relationship(back_populates="pictures", lazy="raise")
    variant: Mapped[Variant | None] = relationship(lazy="raise")
