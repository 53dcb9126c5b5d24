"""The price of a cart on its way to an order: one function for the page and for the transaction that places it.

`load_basis` reads everything that a price depends on; `quote_cart` then only computes. Whoever places the order calls
both again inside the transaction and compares `quote_hash` with what the shopper saw (features.md T-6).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from elite import catalog, inventory, pricing, taxes
from elite.checkout.delivery import DeliveryOffer, Parcel, find_offers
from elite.checkout.draft import Draft
from elite.checkout.models import DeliveryZone
from elite.checkout.queries import find_goods, list_delivery_zones
from elite.kernel.money import Money, shop_currency
from elite.kernel.settings import settings
from elite.kernel.shop import shop
from elite.kernel.text import _
from elite.pricing import DeliveryTax, Kind, Line, Quote, QuoteLine
from elite.taxes import Rate

DELIVERY = "delivery"
"""The key of the delivery line in a quote."""


class CartLine(Protocol):
    """What is asked of a line of a cart."""

    @property
    def sku(self) -> str: ...

    @property
    def quantity(self) -> int: ...

    @property
    def seen_price(self) -> Money | None: ...


@dataclass(frozen=True)
class Basis:
    """Everything a price depends on besides the cart and the draft, as of one moment."""

    variants: Mapping[str, catalog.Variant]
    availability: Mapping[int, inventory.Availability]
    taxes: taxes.TaxTable
    zones: Sequence[DeliveryZone]


@dataclass(frozen=True)
class Problem:
    """Why this cart cannot be ordered as it is. `code`: gone, quantity, price, delivery or empty."""

    code: str
    sku: str
    sentence: str


@dataclass(frozen=True)
class GoodsLine:
    """A line of goods, named and priced, as an order keeps it."""

    sku: str
    variant_id: int
    name: str
    options: str
    slug: str
    picture_key: str | None
    quantity: int
    pack_size: int
    priced: QuoteLine


@dataclass(frozen=True)
class CheckoutQuote:
    """What is offered: goods, delivery, tax and total. `delivery` is an estimate until `delivery_is_chosen`."""

    lines: tuple[GoodsLine, ...]
    quote: Quote
    offers: tuple[DeliveryOffer, ...]
    delivery: DeliveryOffer | None
    delivery_is_chosen: bool
    country: str
    tax_zone: str
    weight_grams: int
    problems: tuple[Problem, ...]
    quote_hash: str

    @property
    def total(self) -> Money:
        return self.quote.total

    @property
    def demand(self) -> dict[int, int]:
        """Units to promise, by variant."""
        return {line.variant_id: line.quantity for line in self.lines}


def load_basis(skus: Collection[str], now: datetime) -> Basis:
    """Read what `quote_cart` needs, in four queries however long the cart is. Works inside a transaction too."""
    variants = find_goods(skus)
    return Basis(
        variants=variants,
        availability=inventory.available([variant.id for variant in variants.values()]),
        taxes=taxes.table_at(now.astimezone(shop().zone).date()),
        zones=list_delivery_zones(),
    )


def quote_cart(lines: Sequence[CartLine], draft: Draft, basis: Basis, now: datetime) -> CheckoutQuote:
    """Price `lines` for the address and way of delivery of `draft`. Reads nothing, changes nothing, refuses nothing:
    what stands in the way is listed in `problems`, and lines that are gone are left out."""
    rates = basis.taxes.rates(draft.country)
    problems = [problem for line in lines for problem in _problems_of(line, basis, now)]
    sold = [line for line in lines if _is_sold(basis.variants.get(line.sku), now)]
    goods = [_goods_line(line, basis.variants[line.sku], rates) for line in sold]
    if not goods:
        problems.append(Problem("empty", "", _("There is nothing in your cart that can be ordered.")))

    weight = sum(basis.variants[line.sku].weight_grams * line.quantity for line in sold)
    worth = Money.total((line.unit_price * line.quantity for line in goods), shop_currency())
    parcel = Parcel(draft.country, draft.postcode, worth, weight)
    offers = find_offers(basis.zones, parcel, now=now, event_date=draft.event_date, rates=rates)
    chosen = next((offer for offer in offers if offer.code == draft.delivery_method), None)
    delivery = chosen or _estimate(offers)
    if goods and not offers:
        problems.append(Problem("delivery", "", _("We cannot deliver this order to that address.")))
    elif draft.delivery_method and chosen is None:
        problems.append(Problem("delivery", "", _("The way of delivery you chose is not offered any more.")))

    quote = pricing.quote(
        [*goods, *_delivery_line(delivery)],
        rates=rates,
        inclusive=shop().prices_include_tax,
        currency=shop_currency(),
        delivery_tax=DeliveryTax(settings().delivery_tax),
    )
    return CheckoutQuote(
        lines=tuple(_described(line, basis.variants[line.sku], quote) for line in sold),
        quote=quote,
        offers=offers,
        delivery=delivery,
        delivery_is_chosen=chosen is not None,
        country=draft.country,
        tax_zone=rates["standard"].zone,
        weight_grams=weight,
        problems=tuple(problems),
        quote_hash=pricing.quote_hash(quote, _extras(draft, delivery, rates)),
    )


def _problems_of(line: CartLine, basis: Basis, now: datetime) -> list[Problem]:
    variant = basis.variants.get(line.sku)
    if variant is None:
        return [Problem("gone", line.sku, _("Something in your cart is no longer sold."))]
    if not _is_sold(variant, now):
        return [Problem("gone", line.sku, _("%(name)s is no longer sold.", name=variant.name))]
    found = []
    there = basis.availability.get(variant.id)
    if says := catalog.quantity_problem(variant, line.quantity, there.most if there else 0):
        found.append(Problem("quantity", line.sku, f"{variant.name}: {says}"))
    if line.seen_price is not None and variant.price > line.seen_price:
        found.append(Problem("price", line.sku, _("%(name)s costs more than when you put it in.", name=variant.name)))
    return found


def _is_sold(variant: catalog.Variant | None, now: datetime) -> bool:
    return variant is not None and variant.active and variant.product.is_visible(now)


def _goods_line(line: CartLine, variant: catalog.Variant, rates: Mapping[str, Rate]) -> Line:
    tax_class = str(variant.product.tax_class)

    def here(price: Money) -> Money:
        return pricing.without_tax(price, rates[tax_class].takes_off) if shop().prices_include_tax else price

    return Line(
        key=line.sku,
        sku=line.sku,
        quantity=line.quantity,
        unit_price=here(variant.price),
        tax_class=tax_class,
        list_price=here(variant.compare_at_price) if variant.is_reduced and variant.compare_at_price else None,
    )


def _estimate(offers: Sequence[DeliveryOffer]) -> DeliveryOffer | None:
    """What is reckoned with until the shopper chooses: the first way that comes in time, or else the first."""
    return next((offer for offer in offers if offer.in_time is not False), None) or next(iter(offers), None)


def _delivery_line(offer: DeliveryOffer | None) -> list[Line]:
    if offer is None:
        return []
    return [
        Line(
            key=f"{DELIVERY}:{offer.code}",
            sku=offer.code,
            quantity=1,
            unit_price=offer.price,
            tax_class=offer.tax_class,
            kind=Kind.DELIVERY,
        )
    ]


def _described(line: CartLine, variant: catalog.Variant, quote: Quote) -> GoodsLine:
    return GoodsLine(
        sku=line.sku,
        variant_id=variant.id,
        name=variant.product.name,
        options=variant.title,
        slug=variant.product.slug,
        picture_key=catalog.picture_key_of(variant),
        quantity=line.quantity,
        pack_size=variant.pack_size,
        priced=quote.line(line.sku),
    )


def _extras(draft: Draft, delivery: DeliveryOffer | None, rates: Mapping[str, Rate]) -> dict[str, str]:
    """What else was promised: where to, how, and by when."""
    extras = {"country": draft.country, "zone": rates["standard"].zone}
    if delivery is not None:
        promised = f"{delivery.promised_from} {delivery.promised_to}"
        extras |= {"method": delivery.code, "promised": promised}
    return extras
