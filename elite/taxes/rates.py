"""Which rates a delivery is taxed at: the rule of decision 12, as a pure function of the zones.

Where prices include tax, the shopper's price is the same in every zone that taxes, and what is left for the shop
varies. Only an export leaves without tax: `takes_off` is the home rate to take off the price first, with
`pricing.without_tax`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elite.kernel.text import _
from elite.taxes.errors import TaxesUnknown
from elite.taxes.models import EVERYWHERE

STANDARD, REDUCED, ZERO = "standard", "reduced", "zero"
TAX_CLASSES = (STANDARD, REDUCED, ZERO)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in parts per million, and what it is called: "VAT 20%". `zone` is the zone's code."""

    ppm: int
    label: str
    zone: str
    takes_off: int = 0


@dataclass(frozen=True, slots=True)
class ZoneRates:
    """A zone as of one day: the rate of each class that has one."""

    code: str
    countries: frozenset[str]
    tax_name: str
    is_export: bool
    ppm: dict[str, int]

    def of(self, tax_class: str) -> int:
        """Nothing is due on the zero class unless the zone says so; a class it does not know pays the standard rate."""
        if tax_class in self.ppm:
            return self.ppm[tax_class]
        return 0 if tax_class == ZERO else self.ppm.get(STANDARD, 0)


@dataclass(frozen=True, slots=True)
class TaxTable:
    """Every zone as of one day; small enough to be read whole."""

    zones: Sequence[ZoneRates]
    home: str

    def rates(self, country: str) -> dict[str, Rate]:
        """The rate of every tax class for goods that go to `country` (ISO 3166). TaxesUnknown without a home zone."""
        home = self._zone_that_names(self.home)
        if home is None:
            raise TaxesUnknown(self.home)
        # A country nobody thought of is taxed like home: too much can be given back, too little cannot be asked for.
        zone = self._zone_that_names(country) or self._zone_that_names(EVERYWHERE) or home
        if not zone.is_export:
            return {name: Rate(zone.of(name), _label(zone.tax_name, zone.of(name)), zone.code) for name in TAX_CLASSES}
        words = _("Export, no %(tax)s", tax=home.tax_name)
        return {name: Rate(0, words, zone.code, takes_off=home.of(name)) for name in TAX_CLASSES}

    def _zone_that_names(self, country: str) -> ZoneRates | None:
        return next((zone for zone in self.zones if country in zone.countries), None)


def _label(tax_name: str, ppm: int) -> str:
    return f"{tax_name} {percent(ppm)}"


def percent(ppm: int) -> str:
    """200,000 as "20%", 55,000 as "5.5%"."""
    whole, rest = divmod(ppm, 10_000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".") + "%"
