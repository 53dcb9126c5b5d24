"""Which tax is due where and when: zones of countries, and rates with the days they hold.

`rates_at(country, day)` is what everybody asks; `rates.py` is the rule behind it (decision 12).
"""

from elite.taxes.beginning import set_up_united_kingdom
from elite.taxes.errors import CountryTaken, NotACountry, RateOutOfRange, TaxesUnknown, ZoneExists
from elite.taxes.models import EVERYWHERE, TaxRate, TaxZone
from elite.taxes.queries import find_zone, list_zones, rates_at, table_at
from elite.taxes.rates import TAX_CLASSES, Rate, TaxTable, percent
from elite.taxes.services import create_zone, set_countries, set_rate

__all__ = [
    "EVERYWHERE",
    "TAX_CLASSES",
    "CountryTaken",
    "NotACountry",
    "Rate",
    "RateOutOfRange",
    "TaxRate",
    "TaxTable",
    "TaxZone",
    "TaxesUnknown",
    "ZoneExists",
    "create_zone",
    "find_zone",
    "list_zones",
    "percent",
    "rates_at",
    "set_countries",
    "set_rate",
    "set_up_united_kingdom",
    "table_at",
]
