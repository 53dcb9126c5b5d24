"""A shop that can take orders, and shoppers with full carts, for tests that begin where the button is pressed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from elite import cart, catalog, checkout, inventory, taxes
from elite.cart.contents import Contents, Line
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.tokens import digest
from elite.kernel.transaction import transaction
from elite.settlement import Placement
from tests.support.goods import put_on_sale

ANNA = {
    "email": "anna@example.org",
    "name": "Anna Lind",
    "line1": "12 Garden Row",
    "city": "London",
    "postcode": "SE1 6HA",
    "country": "GB",
}


def open_shop() -> None:
    """Taxes and ways of delivery, as a British shop begins."""
    with transaction():
        taxes.set_up_united_kingdom()
        checkout.set_up_united_kingdom()


def shelve(name: str, price: str = "10.00", *, units: int | None = 10, **more: Any) -> str:
    """The SKU of a new product with `units` on its shelf (None: no shelf)."""
    with transaction():
        variant = put_on_sale(name, price, **more).variants[0]
        if units is not None:
            inventory.receive(variant.id, units, ref=f"opening {variant.sku}")
        return variant.sku


def variant_id(sku: str) -> int:
    found = catalog.find_variant(sku)
    assert found is not None
    return found.id


def left(sku: str) -> int | None:
    """Units that can still be promised."""
    session.remove()
    wanted = variant_id(sku)
    return inventory.available([wanted])[wanted].left


def fill_cart(wanted: Mapping[str, int], *, token: str | None = None) -> tuple[int, int]:
    """Id and version of a new cart with `wanted` (SKU to quantity) in it."""
    contents = Contents(
        version=1,
        lines=tuple(Line(sku, quantity, None, False, place) for place, (sku, quantity) in enumerate(wanted.items())),
        recent=("change000001",),
    )
    with transaction():
        row = cart.StoredCart(
            token_hash=digest(token or uuid.uuid4().hex), state=cart.State.OPEN, updated_at=clock.database_now()
        )
        row.fill(contents)
        session.add(row)
        session.flush()
        return row.id, row.version


def fill_in(**typed: str) -> checkout.Draft:
    """A draft with everything an order needs; `typed` changes answers."""
    return checkout.Draft({**ANNA, "delivery_method": "standard", "payment_method": "transfer", **typed})


def prepare(
    wanted: Mapping[str, int], *, key: str | None = None, session_key: str = "", network: str = "", **typed: str
) -> Placement:
    """A shopper who has seen the review page and is about to press the button."""
    cart_id, version = fill_cart(wanted)
    return review(cart_id, version, key=key, session_key=session_key, network=network, **typed)


def review(
    cart_id: int, version: int, *, key: str | None = None, session_key: str = "", network: str = "", **typed: str
) -> Placement:
    """The review page of a cart that exists: what its form would send."""
    draft = fill_in(**typed)
    stored = session.get(cart.StoredCart, cart_id)
    assert stored is not None
    lines, now = stored.contents.to_buy, clock.now()
    offer = checkout.quote_cart(lines, draft, checkout.load_basis([line.sku for line in lines], now), now)
    session.remove()
    return Placement(
        checkout_key=key or uuid.uuid4().hex,
        cart_id=cart_id,
        cart_version=version,
        quote_hash=offer.quote_hash,
        draft=draft,
        session_key=session_key or uuid.uuid4().hex,
        network=network,
    )
