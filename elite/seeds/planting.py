"""Putting the demonstration's goods on the shelves: an empty shop is filled in one transaction, a shop with goods left alone."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import select

from elite import accounts, catalog, checkout, inventory, media, taxes
from elite.accounts import Role
from elite.catalog import (
    AttributeKind,
    Category,
    NewFact,
    NewOption,
    NewPicture,
    NewProduct,
    NewVariant,
    Product,
    State,
    StockPolicy,
    TaxClass,
)
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.transaction import transaction
from elite.seeds.catalogue import ITEMS, SHELVES, Fact, Item, in_order
from elite.seeds.drawings import COLOURWAYS
from elite.seeds.pictures import Painted, paint, paint_shelves, plan_pictures

Say = Callable[[str], object]

ATTRIBUTES: dict[str, tuple[str, AttributeKind, str]] = {
    "diameter": ("Diameter", AttributeKind.NUMBER, "cm"),
    "height": ("Height", AttributeKind.NUMBER, "cm"),
    "width": ("Width", AttributeKind.NUMBER, "cm"),
    "length": ("Length", AttributeKind.NUMBER, "cm"),
    "capacity": ("Capacity", AttributeKind.NUMBER, "ml"),
    "burn": ("Burns for", AttributeKind.NUMBER, "h"),
    "bulbs": ("Bulbs", AttributeKind.NUMBER, ""),
    "pieces": ("Pieces", AttributeKind.NUMBER, ""),
    "seats": ("Seats", AttributeKind.NUMBER, ""),
    "material": ("Material", AttributeKind.TEXT, ""),
    "scent": ("Scent", AttributeKind.TEXT, ""),
    "care": ("Care", AttributeKind.TEXT, ""),
    "washable": ("Washable", AttributeKind.BOOLEAN, ""),
    "made_in": ("Made in", AttributeKind.CHOICE, ""),
}
STAFF = (
    ("owner@elite-events.example", "Imogen Hart", "owner-of-the-shop", Role.OWNER),
    ("office@elite-events.example", "Dara Whitlock", "office-of-the-shop", Role.OFFICE),
    ("warehouse@elite-events.example", "Tomasz Lis", "warehouse-of-the-shop", Role.WAREHOUSE),
    ("catalogue@elite-events.example", "Priya Nair", "catalogue-of-the-shop", Role.CATALOGUE),
    ("support@elite-events.example", "Jonah Reed", "support-of-the-shop", Role.SUPPORT),
)


def plant(say: Say = lambda line: None) -> bool:
    """Fill an empty shop with goods, stock, taxes, ways of delivery and people to sign in; False where goods are already."""
    if session.scalar(select(Product.id).limit(1)) is not None:
        say("There are goods already; nothing was changed.")
        return False
    session.remove()  # no read transaction stays open while pictures are painted
    say("Painting the pictures …")
    painted, shelves = [paint(plan) for plan in plan_pictures()], paint_shelves()

    with transaction():
        if session.scalar(select(Product.id).limit(1)) is not None:
            return False
        taxes.set_up_united_kingdom()
        checkout.set_up_united_kingdom()
        _hire()
        categories = _put_up_shelves(shelves)
        products = _put_on_sale(painted, categories)
        _stock_up(products)
    say(f"{len(products)} products in {sum(len(item.variants) for item in products)} variants are on the shelves.")
    return True


def seed_shop() -> bool:
    """`plant` without a word, for tests and scripts."""
    return plant()


def sign_ins() -> list[str]:
    """Who can sign in with what, for the person who just started a demonstration."""
    return [f"{role.value:<10} {email:<34} {password}" for email, _name, password, role in STAFF]


def _hire() -> None:
    for email, name, password, role in STAFF:
        if accounts.find_user(email) is None:
            accounts.create_staff(email, name, password, role)


def _put_up_shelves(pictures: Mapping[str, str]) -> dict[str, Category]:
    keys = dict(zip(pictures, media.store_masters(list(pictures.values())), strict=True))
    shelves: dict[str, Category] = {}
    for shelf in SHELVES:
        parent, _slash, slug = shelf.path.rpartition("/")
        shelves[shelf.path] = catalog.create_category(
            shelves.get(parent), shelf.name, slug=slug, description=shelf.description, picture_key=keys.get(shelf.path)
        )
    return shelves


def _put_on_sale(painted: Sequence[Painted], categories: Mapping[str, Category]) -> list[Product]:
    for code, (name, kind, unit) in ATTRIBUTES.items():
        catalog.define_attribute(code, name, kind, unit)
    keys = media.store_masters([one.svg for one in painted])
    pictures: dict[str, list[tuple[str, Painted]]] = {}
    for key, one in zip(keys, painted, strict=True):
        pictures.setdefault(one.plan.item.name, []).append((key, one))
    for shelf in SHELVES:
        if not categories[shelf.path].picture_key:
            categories[shelf.path].picture_key = pictures[shelf.shown][0][0]

    now, news, first_number = clock.database_now(), [], 1
    for item in in_order():
        new = describe(item, pictures[item.name], categories, now, first_number)
        first_number += len(new.variants)
        news.append(new)
    return catalog.create_products(news)


def describe(
    item: Item,
    pictures: Sequence[tuple[str, Painted]],
    categories: Mapping[str, Category],
    now: datetime,
    first_number: int,
) -> NewProduct:
    """A product as the catalogue wants it. Its variants are every colour in every size or pack."""
    variants: list[NewVariant] = []
    facts = [NewFact(code=code, value=_value(value)) for code, value in item.facts.items()]
    shown: list[NewPicture] = []
    for index in range(len(item.colours)):
        of_this_colour = [
            _variant(item, index, step, first_number + len(variants) + step) for step in range(_steps(item))
        ]
        variants += of_this_colour
        key, one = pictures[index]
        wearing = [variant.sku for variant in of_this_colour] if len(item.colours) > 1 else [None]
        shown += [NewPicture(key=key, alt=one.alt, sku=sku) for sku in wearing]
        for size, variant in zip(item.sizes, of_this_colour, strict=False):
            facts += [NewFact(code=code, value=_value(value), sku=variant.sku) for code, value in size.facts.items()]
    further = [NewPicture(key=key, alt=one.alt) for key, one in pictures[len(item.colours) :]]
    return NewProduct(
        name=item.name,
        variants=variants,
        summary=item.summary,
        description=f"<p>{item.text}</p>",
        brand=item.maker,
        tax_class=TaxClass.ZERO if item.zero else TaxClass.STANDARD,
        state=State.ACTIVE,
        unit_name=item.unit,
        categories=[categories[path] for path in (item.shelf, *item.also)],
        tags=item.tags,
        options=_options(item),
        facts=facts,
        pictures=[*shown, *further],
        created_at=now - timedelta(days=item.days, hours=first_number % 24),
    )


def barcode(number: int) -> str:
    """EAN-13 from the range that shops keep for themselves (20 to 29), with its check digit."""
    digits = f"29{number:010d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def units_on_hand(sku: str, plan: str) -> int:
    """How many there are: plenty of most, few of some, none of a few; always the same for the same SKU."""
    chance = random.Random(f"stock:{sku}")  # noqa: S311 - goods, not a secret
    if plan in ("out", "made"):
        return 0
    if plan == "low":
        return chance.randint(1, 5)
    luck = chance.random()
    if luck < 0.04:
        return 0
    return chance.randint(2, 9) if luck < 0.12 else chance.randint(24, 320)


def _stock_up(products: Sequence[Product]) -> None:
    by_name = {item.name: item for item in ITEMS}
    arrived: dict[int, int] = {}
    for product in products:
        item = by_name[product.name]
        for variant in product.variants:
            if variant.stock_policy is not StockPolicy.UNTRACKED:
                plan = _stock_of(item, variant.values[0].value if variant.values else "")
                units = units_on_hand(variant.sku, plan)
                # The variant a page opens with is there, unless the item's plan says otherwise.
                opens = variant is product.variants[0] and plan not in ("out", "made", "low")
                arrived[variant.id] = max(units, 48) if opens else units
    inventory.receive_all(arrived, ref="opening-stock", reason="Opening stock")


def _stock_of(item: Item, colour: str) -> str:
    return "out" if colour.lower() in item.out else item.stock


def _variant(item: Item, index: int, step: int, number: int) -> NewVariant:
    colour = item.colours[index]
    values: list[str] = [colour.title()] if len(item.colours) > 1 else []
    pieces, price, grams = item.pieces, item.price, item.grams * item.pieces
    parts = [colour[:3]] if len(item.colours) > 1 else []
    if item.packs:
        pack = item.packs[step]
        pieces, price, grams = pack.pieces, pack.price, item.grams * pack.pieces
        values.append(_pack_name(item, pieces))
        parts.append(str(pieces))
    elif item.sizes:
        size = item.sizes[step]
        price, grams = size.price, size.grams
        values.append(size.name)
        parts.append(re.sub(r"[^A-Z0-9]", "", size.name.upper())[:6])
    words = [
        word
        for word in re.findall(r"[A-Z]+", item.name.upper())
        if word not in ("AND", "OF", "THE", "TO", "IN", "WITH")
    ]
    policy = {"made": StockPolicy.BACKORDER, "endless": StockPolicy.UNTRACKED}.get(item.stock, StockPolicy.DENY)
    return NewVariant(
        sku="-".join([*(word[:4] for word in words[:3]), *parts]).upper(),
        price=Money.parse(price),
        values=tuple(values),
        compare_at_price=Money.parse(item.was) if item.was and step == 0 else None,
        barcode=barcode(number),
        weight_grams=grams,
        pack_size=pieces,
        min_quantity=item.least,
        quantity_step=item.step,
        stock_policy=policy,
    )


def _steps(item: Item) -> int:
    return len(item.packs or item.sizes) or 1


def _options(item: Item) -> list[NewOption]:
    options: list[NewOption] = []
    if len(item.colours) > 1:
        names = tuple(colour.title() for colour in item.colours)
        swatches = {colour.title(): colour for colour in item.colours if colour in COLOURWAYS}
        options.append(NewOption(name="Colour", values=names, swatches=swatches))
    if item.packs:
        options.append(NewOption(name="Pack", values=tuple(_pack_name(item, pack.pieces) for pack in item.packs)))
    elif item.sizes:
        options.append(NewOption(name="Size", values=tuple(size.name for size in item.sizes)))
    return options


def _pack_name(item: Item, pieces: int) -> str:
    ending = "es" if item.unit.endswith(("s", "x", "ch", "sh")) else "s"
    return f"1 {item.unit}" if pieces == 1 else f"{pieces} {item.unit}{ending}"


def _value(value: Fact) -> Decimal | str | bool:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
