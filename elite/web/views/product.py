"""The page of a product: shown by the shop, and shown again by whoever must refuse into its buy box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from flask import request, url_for

from elite import catalog, inventory, pricing, search, taxes
from elite.catalog import AttributeValue, Product, Question, Variant
from elite.inventory import Availability, Offer
from elite.kernel import clock
from elite.kernel.money import Money, shop_currency
from elite.kernel.settings import settings
from elite.kernel.shop import shop
from elite.kernel.text import _, ngettext
from elite.pricing import QuoteLine
from elite.search import Shown, per_piece
from elite.web.filters import money, quantity, short_day
from elite.web.forms import Form
from elite.web.hypermedia import is_htmx
from elite.web.views.cards import CardView, card_views
from elite.web.views.navigation import crumbs, shelves

FEW = 5
LOOK_BACK = timedelta(days=30)


@dataclass(frozen=True)
class Shot:
    """A picture of the gallery; `href` shows it large."""

    key: str
    alt: str
    placeholder: str
    href: str
    current: bool


@dataclass(frozen=True)
class Answer:
    """One value of an option as the form shows it: `sku` is where it leads, empty when it is disabled."""

    sku: str
    label: str
    swatch: str
    picture: str
    placeholder: str
    checked: bool
    disabled: bool


@dataclass(frozen=True)
class Choosing:
    """One option: `look` is picture, swatch or pack; `notes` say what is not made, with a way to what is."""

    number: int
    name: str
    answer: str
    look: str
    answers: list[Answer]
    notes: list[tuple[str, str, str]]


@dataclass(frozen=True)
class ProductView:
    """Everything `shop/products/show.html` shows about a product with one variant chosen (`sku`)."""

    slug: str
    name: str
    brand: str
    summary: str
    description: str
    crumbs: list[tuple[str, str]]
    canonical: str
    about: str
    address: str
    shots: list[Shot]
    shot: Shot | None
    choosing: list[Choosing]
    sku: str
    variant_title: str
    price: Money
    was: Money | None
    unit: str
    availability: str
    availability_kind: str
    can_buy: bool
    elsewhere: tuple[str, str] | None
    quantity: int
    least: int
    most: int
    step: int
    quantity_label: str
    rule: str
    why: list[tuple[str, Money | str, str]]
    facts: list[tuple[str, str]]
    beside: list[CardView]


def product_view(product: Product, sku: str | None = None, form: Form | None = None) -> dict[str, Any]:
    """The context of `shop/products/show.html` and its blocks `choice` and `buy_box`: `view` and `form`.

    `product` comes from `catalog.find_described`. `sku` chooses a variant; an unknown or withdrawn one is ignored.
    `form`, when given, has the field `quantity`: what was typed there and its errors are shown again. Raises
    LookupError when nothing of the product is for sale. Four queries: offers, pictures, tax rates, what stands beside.
    """
    every_offer = inventory.list_offers(product.id, clock.now() - LOOK_BACK)
    offers = {offer.variant.id: offer for offer in every_offer if offer.variant.active}
    if not offers:
        raise LookupError(product.slug)
    variants = [offer.variant for offer in offers.values()]
    buyable = {key: bool(catalog.most_of(offer.variant, offer.there.most)) for key, offer in offers.items()}
    chosen = _chosen(variants, sku, buyable)
    offer = offers[chosen.id]
    asked = catalog.questions([one.variant for one in every_offer], chosen, buyable)
    words, kind = _availability(chosen, offer.there)
    pictures = search.list_pictures(product.id)
    shots = _shots(product, pictures, chosen)
    category = product.main_category
    trail = shelves().trail(category.path) if category else []
    view = ProductView(
        slug=product.slug,
        name=product.name,
        brand=product.brand.name if product.brand else "",
        summary=product.summary,
        description=product.description,
        crumbs=crumbs(trail, product.name),
        canonical=settings().base_url.rstrip("/") + url_for("shop.products.show", slug=product.slug),
        about=product.summary or catalog.plain(product.description)[:160],
        address=url_for("shop.products.show", slug=product.slug),
        shots=shots,
        shot=next((shot for shot in shots if shot.current), None),
        choosing=[_choosing(number, question, product, variants, pictures) for number, question in enumerate(asked, 1)],
        sku=chosen.sku,
        variant_title=chosen.title,
        price=chosen.price,
        was=chosen.compare_at_price if chosen.is_reduced else None,
        unit=_unit(product, chosen),
        availability=words,
        availability_kind=kind,
        can_buy=buyable[chosen.id],
        elsewhere=_elsewhere(product, variants, chosen, buyable),
        quantity=_quantity(chosen, offer.there),
        least=chosen.min_quantity,
        most=catalog.most_of(chosen, offer.there.most),
        step=chosen.quantity_step,
        quantity_label=_("Packs of %(size)s", size=chosen.pack_size) if chosen.pack_size > 1 else _("Quantity"),
        rule=catalog.quantity_rule(chosen),
        why=_why(product, offer),
        facts=_facts(product, chosen),
        beside=card_views(search.list_beside(product.id, category.path)) if category and not is_htmx() else [],
    )
    return {"view": view, "form": form}


def _chosen(variants: Sequence[Variant], sku: str | None, buyable: Mapping[int, bool]) -> Variant:
    named = next((variant for variant in variants if variant.sku == sku), None)
    return named or next((variant for variant in variants if buyable[variant.id]), variants[0])


def _quantity(variant: Variant, there: Availability) -> int:
    """What stands in the field: what the address asked for, brought to what may be bought."""
    typed = request.args.get("quantity", "", type=str).strip()
    wanted = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else variant.min_quantity
    return catalog.nearest_quantity(variant, wanted, there.most) or variant.min_quantity


def _availability(variant: Variant, there: Availability) -> tuple[str, str]:
    """How many are there in words, and whether that is good, worth care, or the end of it."""
    enough = there.left is None or there.left >= variant.min_quantity
    if there.left is None:
        return _("In stock"), "good"
    if enough and there.left <= FEW and not there.backorder:
        if variant.pack_size > 1:
            return ngettext("Only %(count)s pack left", "Only %(count)s packs left", there.left), "care"
        return ngettext("Only %(count)s left", "Only %(count)s left", there.left), "care"
    if enough:
        return _("In stock"), "good"
    if there.backorder:
        return _("Made to order, it takes a little longer"), "calm"
    if there.left:
        return catalog.quantity_problem(variant, variant.min_quantity, there.left) or "", "stop"
    return _("Sold out, we do not know yet when more will come"), "stop"


def _elsewhere(
    product: Product, variants: Sequence[Variant], chosen: Variant, buyable: Mapping[int, bool]
) -> tuple[str, str] | None:
    """Where to go when this one is sold out: another variant that is there."""
    if buyable[chosen.id]:
        return None
    other = next((variant for variant in variants if buyable[variant.id]), None)
    if other is None:
        return None
    return _("%(title)s is in stock", title=other.title), url_for(
        "shop.products.show", slug=product.slug, variant=other.sku
    )


def _shots(product: Product, pictures: Sequence[Shown], chosen: Variant) -> list[Shot]:
    """All pictures in order, each once though it be of several variants; the large one is the one asked for, or the
    chosen variant's, or the first."""
    asked = request.args.get("picture", "").strip()
    gallery = list({picture.key: picture for picture in pictures}.values())
    of_chosen = next((picture.key for picture in pictures if picture.variant_id == chosen.id), "")
    own = next((index for index, picture in enumerate(gallery) if picture.key == of_chosen), 0)
    place = int(asked) - 1 if asked.isascii() and asked.isdigit() and len(asked) < 4 else own
    if not 0 <= place < len(gallery):
        place = own
    return [_shot(product, chosen, picture, index, index == place) for index, picture in enumerate(gallery)]


def _shot(product: Product, chosen: Variant, picture: Shown, index: int, current: bool) -> Shot:
    href = url_for("shop.products.show", slug=product.slug, variant=chosen.sku, picture=index + 1)
    return Shot(picture.key, picture.alt or product.name, picture.placeholder, href, current)


def _choosing(
    number: int, question: Question, product: Product, variants: Sequence[Variant], pictures: Sequence[Shown]
) -> Choosing:
    by_sku = {variant.sku: variant for variant in variants}
    own = {picture.variant_id: picture for picture in reversed(pictures) if picture.variant_id}
    answers, notes = [], []
    for choice in question.choices:
        variant = by_sku.get(choice.sku or choice.instead or "")
        label = f"{choice.value}, {choice.note}" if choice.note else choice.value
        picture = own.get(variant.id) if variant and choice.swatch else None
        answers.append(
            Answer(
                sku=choice.sku or "",
                label=label,
                swatch=choice.swatch or "",
                picture=picture.key if picture else "",
                placeholder=picture.placeholder if picture else "",
                checked=choice.chosen,
                disabled=choice.disabled,
            )
        )
        if choice.disabled and choice.instead:
            href = url_for("shop.products.show", slug=product.slug, variant=choice.instead)
            notes.append(
                (_("%(value)s is %(note)s.", value=choice.value, note=choice.note), choice.instead_title, href)
            )
    pictured = all(answer.picture for answer in answers) and len({answer.picture for answer in answers}) > 1
    look = "picture" if pictured else "swatch" if all(answer.swatch for answer in answers) else "pack"
    return Choosing(number, question.name, question.answer or "", look, answers, notes)


def _unit(product: Product, variant: Variant) -> str:
    """ "pack of 4, £11.20 a glass"; nothing for a single piece."""
    each = per_piece(variant.price, variant.pack_size)
    if each is None:
        return ""
    if not product.unit_name:
        return _("pack of %(count)s, %(price)s each", count=variant.pack_size, price=money(each))
    return _(
        "pack of %(count)s, %(price)s a %(unit)s", count=variant.pack_size, price=money(each), unit=product.unit_name
    )


def _why(product: Product, offer: Offer) -> list[tuple[str, Money | str, str]]:
    """The price as a receipt: what it was, what was taken off, what it is, the tax, and the lowest of late."""
    variant = offer.variant
    rows: list[tuple[str, Money | str, str]] = []
    before = variant.compare_at_price if variant.is_reduced else None
    if before:
        rows.append((_("Price before"), before, ""))
        rows.append(
            (_("Reduced by %(percent)s%%", percent=_percent(before, variant.price)), variant.price - before, "less")
        )
    tax = _("tax included") if shop().prices_include_tax else _("before tax")
    what = _("pack of %(count)s", count=variant.pack_size) if variant.pack_size > 1 else _("for one")
    rows.append((_("Your price, %(what)s, %(tax)s", what=what, tax=tax), variant.price, "total"))
    priced = _priced(product, variant)
    if priced and priced.tax:
        label = priced.rate_label
        words = _("%(label)s in it", label=label) if shop().prices_include_tax else _("%(label)s on top", label=label)
        rows.append((words, priced.tax, "fine"))
    if before and offer.lowest_price is not None:
        rows.append((_("Lowest price in the last 30 days"), offer.lowest_price, "fine"))
    return rows


def _priced(product: Product, variant: Variant) -> QuoteLine | None:
    """One of it with the tax of the shop's own country; None where the shop has no taxes yet."""
    try:
        rates = taxes.rates_at(settings().home_country, shop().today())
    except taxes.TaxesUnknown:
        return None
    line = pricing.Line(
        key=variant.sku, sku=variant.sku, quantity=1, unit_price=variant.price, tax_class=product.tax_class.value
    )
    quote = pricing.quote([line], rates=rates, inclusive=shop().prices_include_tax, currency=shop_currency())
    return quote.line(variant.sku)


def _percent(before: Money, now: Money) -> int:
    """Whole per cent, rounded down so that no reduction is made larger than it is."""
    return (before.minor - now.minor) * 100 // before.minor


def _facts(product: Product, chosen: Variant) -> list[tuple[str, str]]:
    """The attribute table with units; what is said of the chosen variant goes before what is said of all."""
    own = {value.attribute_id: value for value in product.attribute_values if value.variant_id == chosen.id}
    shared = {value.attribute_id: value for value in product.attribute_values if value.variant_id is None}
    order = dict.fromkeys(value.attribute_id for value in product.attribute_values)
    values = [own.get(attribute_id) or shared.get(attribute_id) for attribute_id in order]
    rows = [(value.attribute.name, _words(value)) for value in values if value is not None]
    if product.brand:
        rows.insert(0, (_("Made by"), product.brand.name))
    if chosen.pack_size > 1:
        rows.append((_("Pack"), _("%(count)s in a pack", count=chosen.pack_size)))
    if chosen.weight_grams:
        rows.append((_("Weight"), _weight(chosen.weight_grams)))
    return [*rows, (_("Article number"), chosen.sku)]


def _words(fact: AttributeValue) -> str:
    match fact.value:
        case bool() as yes:
            return _("Yes") if yes else _("No")
        case Decimal() as number:
            return f"{quantity(float(number.normalize()))} {fact.attribute.unit}".strip()
        case date() as day:
            return short_day(day)
        case other:
            return f"{other or ''} {fact.attribute.unit}".strip()


def _weight(grams: int) -> str:
    return _("%(weight)s kg", weight=quantity(grams / 1000)) if grams >= 1000 else _("%(weight)s g", weight=grams)
