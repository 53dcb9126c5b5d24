"""Verbs of the tax tables: a new rate begins where the old one ends, so that what was due on a day stays known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from elite.kernel import events
from elite.kernel.db import session
from elite.taxes.errors import CountryTaken, NotACountry, RateOutOfRange, ZoneExists
from elite.taxes.events import TaxRateSet, TaxZoneChanged, TaxZoneCreated
from elite.taxes.models import EVERYWHERE, TaxRate, TaxZone
from elite.taxes.queries import find_zone, list_zones


def create_zone(
    code: str, name: str, countries: Iterable[str], *, tax_name: str = "VAT", is_export: bool = False
) -> TaxZone:
    """A zone without rates yet; ZoneExists, CountryTaken or NotACountry."""
    if find_zone(code):
        raise ZoneExists(code)
    wanted = _checked(countries, apart_from=None)

    zone = TaxZone(code=code, name=name, countries=wanted, tax_name=tax_name, is_export=is_export, rates=[])
    zone.position = len(list_zones())
    session.add(zone)
    session.flush()

    events.record(TaxZoneCreated(zone=code, countries=wanted))
    return zone


def set_countries(zone: TaxZone, countries: Iterable[str]) -> None:
    """Say anew which countries `zone` holds; CountryTaken or NotACountry."""
    wanted = _checked(countries, apart_from=zone)

    zone.countries = wanted

    events.record(TaxZoneChanged(zone=zone.code, countries=wanted))


def set_rate(zone: TaxZone, tax_class: str, rate_ppm: int, valid_from: date) -> TaxRate:
    """From `valid_from` on, `tax_class` pays `rate_ppm` in `zone`, until the next rate that is already known.

    The rate before it ends the day before; one that begins on the same day is replaced. RateOutOfRange.
    """
    if not 0 <= rate_ppm <= 1_000_000:
        raise RateOutOfRange

    others = sorted((r for r in zone.rates if r.tax_class == tax_class), key=lambda r: r.valid_from)
    rate = next((r for r in others if r.valid_from == valid_from), None)
    if rate is None:
        rate = TaxRate(tax_class=tax_class, valid_from=valid_from)
        zone.rates.append(rate)
    rate.rate_ppm = rate_ppm
    later = next((r for r in others if r.valid_from > valid_from), None)
    rate.valid_to = later.valid_from - timedelta(days=1) if later else None
    for before in others:
        if before.valid_from < valid_from and (before.valid_to is None or before.valid_to >= valid_from):
            before.valid_to = valid_from - timedelta(days=1)
    session.flush()

    events.record(TaxRateSet(zone=zone.code, tax_class=tax_class, rate_ppm=rate_ppm, valid_from=valid_from.isoformat()))
    return rate


def _checked(countries: Iterable[str], *, apart_from: TaxZone | None) -> list[str]:
    wanted = sorted({country.strip().upper() for country in countries})
    for country in wanted:
        if country != EVERYWHERE and not re.fullmatch("[A-Z]{2}", country):
            raise NotACountry(country)
    for zone in list_zones():
        if zone is not apart_from and (taken := set(wanted) & set(zone.countries)):
            raise CountryTaken(min(taken), zone.name)
    return wanted
