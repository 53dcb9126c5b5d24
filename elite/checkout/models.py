"""Where the shop delivers, and how: zones of countries and postcodes, each with its ways and their prices."""

from __future__ import annotations

import enum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elite.kernel.db import Model
from elite.kernel.money import Money

EVERYWHERE = "*"
"""In `countries` of a zone: any country."""


class MethodKind(enum.StrEnum):
    """How the price is found: always the same, by weight, by what the goods cost, or nothing is carried at all."""

    FLAT = "flat"
    WEIGHT = "weight"
    VALUE = "value"
    PICKUP = "pickup"


class DeliveryZone(Model):
    """Some countries, or within them the areas of `postcodes` ("BT", "KW15"); the first zone that fits wins."""

    __tablename__ = "delivery_zone"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str]
    countries: Mapped[list[str]]
    postcodes: Mapped[list[str]] = mapped_column(default=list)
    position: Mapped[int] = mapped_column(default=0)

    methods: Mapped[list[DeliveryMethod]] = relationship(
        back_populates="zone",
        lazy="raise",
        cascade="all, delete-orphan",
        order_by="DeliveryMethod.position, DeliveryMethod.id",
    )


class DeliveryMethod(Model):
    """One way of delivery in one zone.

    `bands`, by weight: `{"up_to": grams, "price": minor}`, lightest first, heavier than the last is not carried; by
    value: `{"from": minor, "price": minor}`. From `free_from` on it costs nothing. It arrives `min_days` to `max_days`
    delivery days (`weekdays`, 0 is Monday) after it was handed over: today, for orders before `cutoff_hour`.
    """

    __tablename__ = "delivery_method"
    __table_args__ = (
        CheckConstraint("price >= 0", name="price_not_below_zero"),
        CheckConstraint("min_days >= 0 AND max_days >= min_days", name="days_in_order"),
        CheckConstraint("cutoff_hour >= 0 AND cutoff_hour <= 24", name="hour_of_a_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    zone_id: Mapped[int] = mapped_column(ForeignKey("delivery_zone.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    description: Mapped[str] = mapped_column(String(400), default="")
    kind: Mapped[MethodKind] = mapped_column(default=MethodKind.FLAT)
    price: Mapped[Money]
    bands: Mapped[list[Any]] = mapped_column(default=list)
    free_from: Mapped[Money | None]
    min_days: Mapped[int] = mapped_column(default=1)
    max_days: Mapped[int] = mapped_column(default=1)
    cutoff_hour: Mapped[int] = mapped_column(default=14)
    weekdays: Mapped[list[Any]] = mapped_column(default=lambda: [0, 1, 2, 3, 4])
    tax_class: Mapped[str] = mapped_column(String(20), default="standard")
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)

    zone: Mapped[DeliveryZone] = relationship(back_populates="methods", lazy="raise")
