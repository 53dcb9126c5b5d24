"""Questions about taxes. All zones and rates are read at once: there are few, and a checkout may ask only once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import selectinload

from elite.kernel.db import session
from elite.kernel.settings import settings
from elite.taxes.models import TaxRate, TaxZone
from elite.taxes.rates import Rate, TaxTable, ZoneRates


def rates_at(country: str, day: date) -> dict[str, Rate]:
    """The rate of each tax class for goods delivered to `country` on `day`; one query."""
    return table_at(day).rates(country)


def table_at(day: date) -> TaxTable:
    """All zones with their rates of `day`, for callers who ask about several countries; one query."""
    holding = and_(
        TaxRate.zone_id == TaxZone.id,
        TaxRate.valid_from <= day,
        or_(TaxRate.valid_to.is_(None), TaxRate.valid_to >= day),
    )
    rows = session.execute(
        select(
            TaxZone.code, TaxZone.countries, TaxZone.tax_name, TaxZone.is_export, TaxRate.tax_class, TaxRate.rate_ppm
        )
        .outerjoin(TaxRate, holding)
        .order_by(TaxZone.position, TaxZone.id, TaxRate.valid_from)
    )
    zones: dict[str, ZoneRates] = {}
    for code, countries, tax_name, is_export, tax_class, ppm in rows:
        zone = zones.setdefault(code, ZoneRates(code, frozenset(countries), tax_name, is_export, {}))
        if tax_class is not None:
            zone.ppm[tax_class] = ppm
    return TaxTable(tuple(zones.values()), settings().home_country)


def list_zones() -> Sequence[TaxZone]:
    """Every zone with all its rates, past and coming, in their order on the page."""
    return session.scalars(
        select(TaxZone).order_by(TaxZone.position, TaxZone.id).options(selectinload(TaxZone.rates))
    ).all()


def find_zone(code: str) -> TaxZone | None:
    """The zone called `code`, with its rates."""
    return session.scalar(select(TaxZone).where(TaxZone.code == code).options(selectinload(TaxZone.rates)))
