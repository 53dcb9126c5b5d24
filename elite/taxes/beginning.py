"""The rates a British shop begins with; staff change them from there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from elite.taxes.models import EVERYWHERE
from elite.taxes.queries import list_zones
from elite.taxes.rates import REDUCED, STANDARD, ZERO
from elite.taxes.services import create_zone, set_rate

# (code, name, countries, name of the tax, first day, standard, reduced) - zero is zero everywhere.
_TAXED: Sequence[tuple[str, str, tuple[str, ...], str, date, int, int]] = (
    ("uk", "United Kingdom", ("GB", "IM"), "VAT", date(2011, 1, 4), 200_000, 50_000),
    ("ie", "Ireland", ("IE",), "VAT", date(2021, 3, 1), 230_000, 135_000),
    ("de", "Germany", ("DE",), "MwSt.", date(2021, 1, 1), 190_000, 70_000),
    ("fr", "France", ("FR", "MC"), "TVA", date(2014, 1, 1), 200_000, 55_000),
    ("nl", "Netherlands", ("NL",), "btw", date(2019, 1, 1), 210_000, 90_000),
)


def set_up_united_kingdom() -> bool:
    """Zones for a shop in the United Kingdom: home, neighbours taxed at their own rates, export everywhere else.

    Inside a transaction. Does nothing, and answers False, where there is a zone already.
    """
    if list_zones():
        return False
    for code, name, countries, tax_name, first_day, standard, reduced in _TAXED:
        zone = create_zone(code, name, countries, tax_name=tax_name)
        for tax_class, ppm in ((STANDARD, standard), (REDUCED, reduced), (ZERO, 0)):
            set_rate(zone, tax_class, ppm, first_day)
    create_zone("export", "Rest of the world", [EVERYWHERE], is_export=True)
    return True
