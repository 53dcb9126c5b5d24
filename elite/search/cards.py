"""Products as they stand in a list: plain values from two queries for any number of them, from one for a few."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from elite.catalog import OptionValue, Product, ProductPicture, Variant, variant_value
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.media import Picture
from elite.search.shelf import standing, stock

NEW_FOR = timedelta(days=30)
_MOST_SWATCHES = 5


class CardState(enum.StrEnum):
    """The one thing a badge may say."""

    NEW = "new"
    SALE = "sale"
    MADE_TO_ORDER = "made_to_order"
    SOLD_OUT = "sold_out"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Card:
    """One product in a list. `price` is the lowest, `was` what that variant cost before; `unit_price` is a piece's."""

    id: int
    slug: str
    name: str
    fact: str
    price: Money
    starts: bool
    was: Money | None
    unit_name: str
    pack_size: int
    unit_price: Money | None
    picture_key: str
    alt: str
    placeholder: str
    swatches: tuple[str, ...]
    state: CardState


def card_rows() -> Select[*tuple[Any, ...]]:
    """The columns of a card that a product and its first picture have; the caller adds conditions and order."""
    first = (
        select(ProductPicture.id)
        .where(ProductPicture.product_id == Product.id)
        .order_by(ProductPicture.position, ProductPicture.id)
        .limit(1)
        .correlate(Product)
        .scalar_subquery()
    )
    return (
        select(
            Product.id,
            Product.slug,
            Product.name,
            Product.summary,
            Product.min_price,
            Product.max_price,
            Product.unit_name,
            Product.created_at,
            Product.publish_at,
            ProductPicture.picture_key,
            ProductPicture.alt,
            Picture.placeholder,
        )
        .outerjoin(ProductPicture, ProductPicture.id == first)
        .outerjoin(Picture, Picture.key == ProductPicture.picture_key)
    )


def cards_of(rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Card]:
    """Cards for `rows` of `card_rows`, in their order; one query more."""
    ids = [row.id for row in rows]
    variants = _variants(ids) if ids else {}
    now = clock.now()
    # A variant may go off sale between two of the queries; its product is then left out.
    return [_card(row, variants[row.id], now) for row in rows if row.id in variants]


def few_cards(ids: Select[int], order: Sequence[ColumnElement[Any]], limit: int) -> list[Card]:
    """The cards of the first products that `ids` finds in `order`, in one query.

    What a card shows comes once a variant, so this is for a handful; pages with nothing to spare use it. The handful is
    chosen before anything is joined to it: looking for pictures of all that could have been shown took three times as
    long.
    """
    place = func.row_number().over(order_by=order).label("place")
    few = ids.add_columns(place).order_by(*order).limit(limit).subquery("few")
    shown = card_rows().join(few, few.c.id == Product.id).add_columns(few.c.place).subquery("shown")
    rows = _variant_rows().join(shown, shown.c.id == Variant.product_id).add_columns(*shown.c)
    found = _by_product(session.execute(rows.order_by(shown.c.place, *_CHEAPEST_FIRST)))
    now = clock.now()
    return [_card(variants[0], variants, now) for variants in found.values()]


def _variants(ids: Sequence[int]) -> dict[int, list[Row[*tuple[Any, ...]]]]:
    rows = _variant_rows().where(Variant.product_id.in_(ids)).order_by(*_CHEAPEST_FIRST)
    return _by_product(session.execute(rows))


_CHEAPEST_FIRST = (Variant.price, Variant.position, Variant.id)


def _variant_rows() -> Select[*tuple[Any, ...]]:
    """What a card must know of the active variants; with two coloured answers one comes twice."""
    coloured = select(variant_value.c.variant_id, OptionValue.swatch, OptionValue.position).join(
        OptionValue, OptionValue.id == variant_value.c.option_value_id
    )
    colour = coloured.where(OptionValue.swatch.is_not(None)).subquery()
    return (
        select(
            Variant.product_id,
            Variant.price,
            Variant.compare_at_price,
            Variant.pack_size,
            standing.label("standing"),
            colour.c.swatch,
            colour.c.position,
        )
        .outerjoin(stock, stock.c.variant_id == Variant.id)
        .outerjoin(colour, colour.c.variant_id == Variant.id)
        .where(Variant.active)
    )


def _by_product(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[int, list[Row[*tuple[Any, ...]]]]:
    found: dict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in rows:
        found[row.product_id].append(row)
    return dict(found)


def _card(row: Row[*tuple[Any, ...]], variants: list[Row[*tuple[Any, ...]]], now: datetime) -> Card:
    cheapest = variants[0]
    reduced = cheapest.compare_at_price is not None and cheapest.compare_at_price > cheapest.price
    coloured = sorted((variant.position, variant.swatch) for variant in variants if variant.swatch)
    swatches = list(dict.fromkeys(swatch for _, swatch in coloured))
    best = max(variant.standing for variant in variants)
    return Card(
        id=row.id,
        slug=row.slug,
        name=row.name,
        fact=row.summary,
        price=cheapest.price,
        starts=cheapest.price != variants[-1].price,
        was=cheapest.compare_at_price if reduced else None,
        unit_name=row.unit_name,
        pack_size=cheapest.pack_size,
        unit_price=per_piece(cheapest.price, cheapest.pack_size),
        picture_key=row.picture_key or "",
        alt=row.alt or "",
        placeholder=row.placeholder or "",
        swatches=tuple(swatches[:_MOST_SWATCHES]),
        state=_state(best, reduced, max(row.created_at, row.publish_at or row.created_at), now),
    )


def _state(best: int, reduced: bool, appeared: datetime, now: datetime) -> CardState:
    if best == 0:
        return CardState.SOLD_OUT
    if reduced:
        return CardState.SALE
    if best == 1:
        return CardState.MADE_TO_ORDER
    return CardState.NEW if appeared > now - NEW_FOR else CardState.PLAIN


def per_piece(price: Money, pack_size: int) -> Money | None:
    """The price of one piece of a pack, rounded half up; None where the pack is one piece."""
    if pack_size < 2:
        return None
    return Money((2 * price.minor + pack_size) // (2 * pack_size), price.currency)
