"""What is to be priced: plain values, so that this package has never seen a cart, an order or a table."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Protocol

from elite.kernel.money import Money


class Kind(enum.StrEnum):
    """Goods are what is bought; delivery and fees come along, as lines of one unit."""

    GOODS = "goods"
    DELIVERY = "delivery"
    FEE = "fee"


class DeliveryTax(enum.StrEnum):
    """Which rate delivery and fees carry (features.md M-5): that of their own class, the highest of the goods bought,
    or those of the goods in proportion to what they cost after discounts. Goods that cost nothing have no say."""

    FIXED = "fixed"
    HIGHEST = "highest"
    PROPORTIONAL = "proportional"


class RateLike(Protocol):
    """What is asked of a tax rate; `taxes.Rate` is one."""

    @property
    def ppm(self) -> int: ...

    @property
    def label(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Line:
    """`quantity` units of `sku` at `unit_price` each, less `discount` for the whole line.

    Prices and discounts are in the shop's basis: with tax where prices include it, else without. `list_price` is what
    one unit cost before it was reduced, for the explanation only. `key` names the line for the one who asks.
    """

    key: str
    sku: str
    quantity: int
    unit_price: Money
    tax_class: str = "standard"
    kind: Kind = Kind.GOODS
    discount: Money | None = None
    list_price: Money | None = None

    def __post_init__(self) -> None:
        if self.quantity < 1 or self.unit_price.minor < 0:
            raise ValueError(f"A line has one unit or more, at a price of nothing or more: {self}")
        if self.kind is not Kind.GOODS and self.quantity != 1:
            raise ValueError(f"Delivery and fees are lines of one unit: {self}")
        if self.discount is not None and not 0 <= self.discount.minor <= self.unit_price.minor * self.quantity:
            raise ValueError(f"A discount lies between nothing and the whole line: {self}")
