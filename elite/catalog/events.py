"""What happened to the catalogue, for reactions, caches and the audit trail."""

from __future__ import annotations

from dataclasses import dataclass

from elite.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ProductCreated(Event):
    product: str  # slug
    variants: int


@dataclass(frozen=True, kw_only=True)
class ProductChanged(Event):
    product: str  # slug
    fields: list[str]


@dataclass(frozen=True, kw_only=True)
class ProductRenamed(Event):
    product: str  # the slug it has now
    was: str


@dataclass(frozen=True, kw_only=True)
class ProductStateChanged(Event):
    product: str  # slug
    state: str
    was: str


@dataclass(frozen=True, kw_only=True)
class PriceChanged(Event):
    sku: str
    price: int  # minor units of the shop's currency, as are the others
    was: int
    compare_at: int | None


@dataclass(frozen=True, kw_only=True)
class CategoryCreated(Event):
    category: str  # path


@dataclass(frozen=True, kw_only=True)
class CategoryChanged(Event):
    category: str  # the path it has now
    was: str
