"""Questions about delivery; zones and their ways are read together, for there are few."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from elite import taxes
from elite.catalog import Product, Variant
from elite.checkout.delivery import DeliveryOffer, Parcel, find_offers
from elite.checkout.models import DeliveryMethod, DeliveryZone
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.shop import shop


def list_delivery_zones() -> Sequence[DeliveryZone]:
    """Every zone with its ways of delivery, in the order they are tried; one query."""
    zones = (
        select(DeliveryZone).options(joinedload(DeliveryZone.methods)).order_by(DeliveryZone.position, DeliveryZone.id)
    )
    return session.scalars(zones).unique().all()


def find_goods(skus: Collection[str]) -> dict[str, Variant]:
    """The variants by SKU with product and pictures, in one query; unknown ones are left out."""
    wanted = select(Variant).where(Variant.sku.in_(set(skus)))
    found = session.scalars(wanted.options(joinedload(Variant.product).joinedload(Product.pictures)))
    return {variant.sku: variant for variant in found.unique()}


def find_delivery_method(code: str) -> DeliveryMethod | None:
    """The way of delivery called `code`, with its zone."""
    wanted = select(DeliveryMethod).where(DeliveryMethod.code == code).options(joinedload(DeliveryMethod.zone))
    return session.scalar(wanted)


def list_methods(
    country: str, postcode: str, goods: Money, weight_grams: int, event_date: date | None, now: datetime
) -> tuple[DeliveryOffer, ...]:
    """What delivery would cost and when it would come, for callers outside a checkout; two queries."""
    parcel = Parcel(country, postcode, goods, weight_grams)
    rates = taxes.rates_at(country, now.astimezone(shop().zone).date())
    return find_offers(list_delivery_zones(), parcel, now=now, event_date=event_date, rates=rates)
