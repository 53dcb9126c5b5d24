"""Things to sell, put into the catalogue the way staff and imports do it. Call these inside a transaction."""

from __future__ import annotations

from typing import Any

from elite import catalog
from elite.catalog import NewOption, NewProduct, NewVariant, Product, State
from elite.kernel.money import Money


def pounds(amount: str) -> Money:
    return Money.parse(amount)


def put_on_sale(name: str, price: str = "10.00", *, sku: str | None = None, **more: Any) -> Product:
    """A product with one variant; what belongs to the variant may be named among `more`."""
    of_the_variant = {key: more.pop(key) for key in list(more) if key in NewVariant.__dataclass_fields__}
    variant = NewVariant(sku=sku or name.upper().replace(" ", "-"), price=pounds(price), **of_the_variant)
    return catalog.create_product(
        NewProduct(name=name, variants=[variant], state=more.pop("state", State.ACTIVE), **more)
    )


def plates(**more: Any) -> Product:
    """A matrix with a hole: plates in three colours and two sizes, but no moss one of 30 cm."""
    colours, sizes = ("Damson", "Rose", "Moss"), ("27 cm", "30 cm")
    variants = [
        NewVariant(
            sku=f"HALO-{colour[:3].upper()}-{size[:2]}",
            price=pounds("19.60" if size == "27 cm" else "24.00"),
            values=(colour, size),
        )
        for colour in colours
        for size in sizes
        if (colour, size) != ("Moss", "30 cm")
    ]
    options = [
        NewOption(name="Colour", values=colours, swatches={"Damson": "damson", "Rose": "rose", "Moss": "moss"}),
        NewOption(name="Size", values=sizes),
    ]
    more = {"name": "Halo dinner plate", "state": State.ACTIVE, "variants": variants, "options": options} | more
    return catalog.create_product(NewProduct(**more))
