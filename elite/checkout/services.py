"""Verbs of the delivery tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from elite.checkout.errors import CodeTaken
from elite.checkout.models import DeliveryMethod, DeliveryZone, MethodKind
from elite.checkout.queries import find_delivery_method
from elite.kernel.db import session
from elite.kernel.money import Money


@dataclass(frozen=True, kw_only=True)
class NewMethod:
    """What a way of delivery is made from; see `DeliveryMethod` for the words."""

    code: str
    name: str
    price: Money
    min_days: int
    max_days: int
    description: str = ""
    kind: MethodKind = MethodKind.FLAT
    bands: Iterable[Mapping[str, int]] = ()
    free_from: Money | None = None
    cutoff_hour: int = 14
    weekdays: Iterable[int] = (0, 1, 2, 3, 4)
    tax_class: str = "standard"


def create_delivery_zone(
    code: str, name: str, countries: Iterable[str], *, postcodes: Iterable[str] = ()
) -> DeliveryZone:
    """A zone without ways of delivery yet, tried after those there are; CodeTaken."""
    if session.scalar(select(DeliveryZone.id).where(DeliveryZone.code == code)):
        raise CodeTaken(code)

    position = session.scalar(select(func.count()).select_from(DeliveryZone)) or 0
    zone = DeliveryZone(
        code=code, name=name, countries=sorted(countries), postcodes=sorted(postcodes), position=position
    )
    zone.methods = []
    session.add(zone)
    session.flush()
    return zone


def create_delivery_method(zone: DeliveryZone, new: NewMethod) -> DeliveryMethod:
    """Another way of delivery in `zone`, shown after those it has; CodeTaken."""
    if find_delivery_method(new.code):
        raise CodeTaken(new.code)

    values: dict[str, Any] = vars(new) | {"bands": [dict(b) for b in new.bands], "weekdays": list(new.weekdays)}
    method = DeliveryMethod(**values, position=len(zone.methods))
    zone.methods.append(method)
    session.flush()
    return method
