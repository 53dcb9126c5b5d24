"""What the tax tables refuse."""

from __future__ import annotations

from elite.kernel.errors import Refusal, Unavailable
from elite.kernel.text import _


class TaxesUnknown(Unavailable):
    """No zone holds the shop's own country, so nothing can be priced."""

    def __init__(self, country: str) -> None:
        super().__init__(
            _("This shop has no tax rates for %(country)s yet, so it cannot name a price.", country=country)
        )


class CountryTaken(Refusal):
    """A country belongs to one zone."""

    def __init__(self, country: str, zone: str) -> None:
        super().__init__(
            _("%(country)s is already part of %(zone)s. Take it out there first.", country=country, zone=zone)
        )


class NotACountry(Refusal):
    """Countries are written as ISO 3166 codes."""

    def __init__(self, country: str) -> None:
        super().__init__(
            _("%(country)s is no country code; write GB or DE, or * for everywhere else.", country=country)
        )


class ZoneExists(Refusal):
    """Codes of zones are unique."""

    def __init__(self, code: str) -> None:
        super().__init__(_("There is a tax zone called %(code)s already.", code=code))


class RateOutOfRange(Refusal):
    """A rate lies between 0 and 100 percent."""

    def __init__(self) -> None:
        super().__init__(_("A tax rate is between 0% and 100%."))
