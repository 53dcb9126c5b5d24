"""Where which tax is due, and since when: a zone is some countries that share rates, a rate has days it holds."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elite.kernel.db import Model

EVERYWHERE = "*"
"""In `countries` of one zone: every country that no other zone names."""


class TaxZone(Model):
    """Countries with the same rates. To an export zone goods leave without tax: the home tax comes off the price."""

    __tablename__ = "tax_zone"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str]
    countries: Mapped[list[str]]
    tax_name: Mapped[str] = mapped_column(String(40), default="VAT")
    is_export: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)

    rates: Mapped[list[TaxRate]] = relationship(
        back_populates="zone",
        lazy="raise",
        cascade="all, delete-orphan",
        order_by="TaxRate.tax_class, TaxRate.valid_from",
    )


class TaxRate(Model):
    """The rate of a tax class in a zone, in parts per million, from its first to its last day (none: till changed)."""

    __tablename__ = "tax_rate"
    __table_args__ = (
        UniqueConstraint("zone_id", "tax_class", "valid_from"),
        CheckConstraint("rate_ppm >= 0 AND rate_ppm <= 1000000", name="rate_from_0_to_100_percent"),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="ends_after_it_began"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    zone_id: Mapped[int] = mapped_column(ForeignKey("tax_zone.id", ondelete="CASCADE"))
    tax_class: Mapped[str] = mapped_column(String(40))
    rate_ppm: Mapped[int]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    zone: Mapped[TaxZone] = relationship(back_populates="rates", lazy="raise")
