"""What delivery costs and when it comes: pure functions of the tables, the parcel, and the hour (features.md O-1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from elite.checkout.models import EVERYWHERE, DeliveryMethod, DeliveryZone, MethodKind
from elite.checkout.working_days import days_later, next_day
from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.shop import shop
from elite.pricing import without_tax


class TakesOff(Protocol):
    """A tax rate as far as a price is concerned; `taxes.Rate` is one."""

    @property
    def takes_off(self) -> int: ...


@dataclass(frozen=True)
class Parcel:
    """What is to be delivered where: the goods' price after discounts (as the shopper sees it) and their weight."""

    country: str
    postcode: str
    goods: Money
    weight_grams: int


@dataclass(frozen=True)
class DeliveryOffer:
    """One way of delivery, priced and dated. `in_time` is None while nobody said when the event is."""

    code: str
    name: str
    description: str
    kind: MethodKind
    price: Money
    tax_class: str
    promised_from: date
    promised_to: date
    in_time: bool | None

    @property
    def is_pickup(self) -> bool:
        return self.kind is MethodKind.PICKUP


def find_offers(
    zones: Sequence[DeliveryZone],
    parcel: Parcel,
    *,
    now: datetime,
    event_date: date | None = None,
    rates: Mapping[str, TakesOff] | None = None,
) -> tuple[DeliveryOffer, ...]:
    """Every way the parcel can be delivered, in the shop's order; none where the shop does not deliver.

    `rates` are those of the destination: an export leaves without the home tax, and so does its delivery.
    """
    zone = _zone_of(zones, parcel)
    if zone is None:
        return ()
    offers = []
    for method in zone.methods:
        price = _price(method, parcel) if method.active else None
        if price is None:
            continue
        if rates is not None and shop().prices_include_tax:
            price = without_tax(price, rates[method.tax_class].takes_off)
        first, last = promise(method, now)
        offers.append(
            DeliveryOffer(
                code=method.code,
                name=method.name,
                description=method.description,
                kind=method.kind,
                price=price,
                tax_class=method.tax_class,
                promised_from=first,
                promised_to=last,
                in_time=None if event_date is None else last < event_date,
            )
        )
    return tuple(offers)


def promise(method: DeliveryMethod, now: datetime) -> tuple[date, date]:
    """First and last day of arrival for an order placed `now`, in the shop's time zone."""
    local, country = now.astimezone(shop().zone), settings().home_country
    today = local.date()
    leaves = next_day(today, country=country)
    if leaves == today and local.hour >= method.cutoff_hour:
        leaves = days_later(leaves, 1, range(5), country=country)
    days = [int(day) for day in method.weekdays]
    return (
        days_later(leaves, method.min_days, days, country=country),
        days_later(leaves, method.max_days, days, country=country),
    )


def delivers_to(zones: Sequence[DeliveryZone]) -> frozenset[str]:
    """The countries named by any zone; EVERYWHERE among them means all."""
    return frozenset(country for zone in zones for country in zone.countries)


def _zone_of(zones: Sequence[DeliveryZone], parcel: Parcel) -> DeliveryZone | None:
    for zone in zones:
        if parcel.country not in zone.countries and EVERYWHERE not in zone.countries:
            continue
        if not zone.postcodes or any(_within(area, parcel) for area in zone.postcodes):
            return zone
    return None


def _within(area: str, parcel: Parcel) -> bool:
    """Whether the postcode lies in `area`: in Britain "B" holds B1 but not BT1; elsewhere it begins so."""
    code = parcel.postcode.upper().replace(" ", "").replace("-", "")
    if parcel.country != "GB":
        return bool(code) and code.startswith(area.upper())
    outward = code[:-3]
    return bool(outward) and area.upper() in (outward, _leading_letters(outward))


def _leading_letters(outward: str) -> str:
    return outward[: next((i for i, c in enumerate(outward) if c.isdigit()), len(outward))]


def _price(method: DeliveryMethod, parcel: Parcel) -> Money | None:
    """What `method` costs for this parcel; None when it cannot carry it."""
    price: Money | None = method.price
    if method.kind is MethodKind.WEIGHT:
        carried = (Money.of(band["price"]) for band in method.bands if parcel.weight_grams <= band["up_to"])
        price = next(carried, None)
    elif method.kind is MethodKind.VALUE:
        reached = [Money.of(band["price"]) for band in method.bands if parcel.goods.minor >= band["from"]]
        price = reached[-1] if reached else method.price
    if price is not None and method.free_from is not None and parcel.goods >= method.free_from:
        return Money.zero(parcel.goods.currency)
    return price
