"""Facts about taxes, for the history of the shop."""

from __future__ import annotations

from dataclasses import dataclass

from elite.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class TaxZoneCreated(Event):
    zone: str
    countries: list[str]


@dataclass(frozen=True, kw_only=True)
class TaxZoneChanged(Event):
    zone: str
    countries: list[str]


@dataclass(frozen=True, kw_only=True)
class TaxRateSet(Event):
    zone: str
    tax_class: str
    rate_ppm: int
    valid_from: str
