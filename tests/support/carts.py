"""Carts as several requests see them, and the accidents that can happen to their quick copies."""

from __future__ import annotations

from typing import Any

from elite import catalog, inventory, taxes
from elite.cart import Cart
from elite.catalog import Variant
from elite.kernel.money import Money
from elite.kernel.redis import key, redis_client
from elite.kernel.tokens import digest
from elite.kernel.transaction import in_transaction, transaction
from tests.support.goods import put_on_sale

NOWHERE = "redis://127.0.0.1:1/0"


class Shelf:
    """Where tests put things on sale."""

    def __init__(self) -> None:
        with transaction():
            taxes.set_up_united_kingdom()

    def put(self, name: str, price: str = "10.00", *, stock: int | None = 100, **more: Any) -> Variant:
        with transaction():
            variant = put_on_sale(name, price, **more).variants[0]
            if stock is not None:
                inventory.receive(variant.id, stock, ref=f"first-{variant.sku}")
            sku = variant.sku
        return self.get(sku)

    def get(self, sku: str) -> Variant:
        variant = catalog.find_variant(sku)
        assert variant is not None
        return variant

    def price(self, sku: str, price: str) -> Variant:
        with transaction():
            catalog.set_price(self.get(sku), Money.parse(price), None, by=None)
        return self.get(sku)

    def lose(self, sku: str, units: int) -> None:
        with transaction():
            inventory.adjust(self.get(sku).id, -units, reason="broken", ref=f"broken-{sku}-{units}")

    def archive(self, sku: str) -> None:
        with transaction():
            product = catalog.find_product_of(sku)
            assert product is not None
            catalog.move_product(product, catalog.State.ARCHIVED)


def again(cart: Cart, **more: Any) -> Cart:
    """The same cart in another request."""
    return Cart(cart.token, write=in_transaction, **more)


def what(cart: Cart) -> dict[str, int]:
    """SKU to quantity, read as another request would."""
    return {line.sku: line.quantity for line in again(cart).lines}


def copy_of(cart: Cart) -> dict[str, str]:
    """The quick copy's fields."""
    return dict(redis_client().hgetall(_key(cart)))  # type: ignore[arg-type]


def lose_copy(cart: Cart) -> None:
    redis_client().delete(_key(cart))


def set_back(cart: Cart, fields: dict[str, str]) -> None:
    """The quick copy as it was some time ago, as after a restart from an old dump."""
    lose_copy(cart)
    redis_client().hset(_key(cart), mapping=fields)


def _key(cart: Cart) -> str:
    assert cart.token
    return key(f"cart:{digest(cart.token)}")
