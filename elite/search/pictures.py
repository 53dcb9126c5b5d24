"""The gallery of one product; catalogue and media are strangers to each other, and a page asks once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from elite.catalog import ProductPicture
from elite.kernel.db import session
from elite.media import Picture


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture of a product, or of its variant `variant_id`; `placeholder` is empty until the file is here."""

    key: str
    alt: str
    placeholder: str
    variant_id: int | None


def list_pictures(product_id: int) -> list[Shown]:
    """All pictures of a product in order, in one query."""
    rows = session.execute(
        select(ProductPicture.picture_key, ProductPicture.alt, Picture.placeholder, ProductPicture.variant_id)
        .outerjoin(Picture, Picture.key == ProductPicture.picture_key)
        .where(ProductPicture.product_id == product_id)
        .order_by(ProductPicture.position, ProductPicture.id)
    )
    return [Shown(key, alt, placeholder or "", variant_id) for key, alt, placeholder, variant_id in rows]
